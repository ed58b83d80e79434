// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/project.cuh"
#include "engine/inference/cuda/project_formats.h"

// Q2_K, Q3_K and Q6_K: an integer scale for 16 columns of 256.

namespace parallax::inference::cuda::PARALLAX_SPACE {

void projectOfK16(Device& device, Layout layout, const Product& product) {
    tryPacked<Packed<CodeKind::Bits2, ScaleKind::K16Min, 0>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Bits3, ScaleKind::K16, 4>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Bits6, ScaleKind::K16, 32>>(device, layout, product);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
