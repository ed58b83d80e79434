// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define PARALLAX_VNNI
#if defined(__x86_64__)
#include "engine/inference/cpu/isa_avx2.h"

#include "engine/inference/cpu/project_text.h"

#include "engine/inference/cpu/attend_text.h"

namespace parallax::inference::cpu {

const Kernels avxVnniKernels = allKernels();

} // namespace parallax::inference::cpu
#endif
