// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define avxVnniKernels simulatedAvxVnniKernels
#include "engine/inference/cpu/kernels_avxvnni.cpp" // NOLINT(bugprone-suspicious-include)
