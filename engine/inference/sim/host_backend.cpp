// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/sim/host_backend.h"

#include "engine/inference/cuda/backend.h"

namespace parallax::inference {

std::unique_ptr<Backend> makeHostCard(bool graphs, bool keysInBytes) {
    return cuda::PARALLAX_SPACE::makeBackend({keysInBytes, graphs, true});
}

} // namespace parallax::inference
