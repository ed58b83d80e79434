// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#if defined(__aarch64__)
#include "engine/inference/cpu/isa_neon.h"

#include "engine/inference/cpu/project_text.h"

#include "engine/inference/cpu/attend_text.h"

namespace parallax::inference::cpu {

const Kernels neonKernels = allKernels();

} // namespace parallax::inference::cpu
#endif
