// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels, compiled for the host.
#include "engine/inference/cuda/read.cu"
