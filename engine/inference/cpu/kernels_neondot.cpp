// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define PARALLAX_DOTPROD
#if defined(__aarch64__)
#include "engine/inference/cpu/isa_neon.h"

#include "engine/inference/cpu/project_text.h"

#include "engine/inference/cpu/attend_text.h"

namespace parallax::inference::cpu {

const Kernels neonDotKernels = allKernels();

} // namespace parallax::inference::cpu
#endif
