// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cpu/isa_plain.h"

#include "engine/inference/cpu/project_text.h"

#include "engine/inference/cpu/attend_text.h"

namespace parallax::inference::cpu {

const Kernels plainKernels = allKernels();

} // namespace parallax::inference::cpu
