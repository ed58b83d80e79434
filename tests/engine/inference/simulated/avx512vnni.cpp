// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define avx512VnniKernels simulatedAvx512VnniKernels
#include "engine/inference/cpu/kernels_avx512vnni.cpp" // NOLINT(bugprone-suspicious-include)
