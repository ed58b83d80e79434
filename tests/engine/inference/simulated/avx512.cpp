// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define avx512Kernels simulatedAvx512Kernels
#include "engine/inference/cpu/kernels_avx512.cpp" // NOLINT(bugprone-suspicious-include)
