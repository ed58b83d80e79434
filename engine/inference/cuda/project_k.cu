// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/project.cuh"
#include "engine/inference/cuda/project_formats.h"

// Q4_K, Q5_K and IQ4_XS: an integer scale for 32 columns of 256.

namespace parallax::inference::cuda::PARALLAX_SPACE {

void projectOfK(Device& device, Layout layout, const Product& product) {
    tryPacked<Packed<CodeKind::Bits4, ScaleKind::K32Min, 0>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Bits5, ScaleKind::K32Min, 0>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Table4, ScaleKind::K32, 128>>(device, layout, product) ||
        (projectOfK16(device, layout, product), true);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
