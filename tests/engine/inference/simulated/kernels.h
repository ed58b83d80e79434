// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cpu/kernels.h"

// The kernels of processors that this machine may not be, compiled against SIMDe instead of the compiler's
// intrinsics.

namespace parallax::inference::cpu {

extern const Kernels simulatedAvxVnniKernels;
extern const Kernels simulatedAvx512Kernels;
extern const Kernels simulatedAvx512VnniKernels;

} // namespace parallax::inference::cpu
