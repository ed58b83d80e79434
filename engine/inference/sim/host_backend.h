// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "engine/inference/backend.h"

namespace parallax::inference {

// The card's backend on the host: exact and slow. For tests.
std::unique_ptr<Backend> makeHostCard(bool graphs, bool keysInBytes);

} // namespace parallax::inference
