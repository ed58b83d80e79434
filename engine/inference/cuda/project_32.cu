// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/project.cuh"
#include "engine/inference/cuda/project_formats.h"

// Q4_0, Q4_1, Q5_0, Q5_1, Q8_0 and IQ4_NL: a scale for 32 columns.

namespace parallax::inference::cuda::PARALLAX_SPACE {

void projectOf32(Device& device, Layout layout, const Product& product) {
    tryPacked<Packed<CodeKind::Bits4, ScaleKind::Each32, 8>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Bits4, ScaleKind::Each32Min, 0>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Bits5, ScaleKind::Each32, 16>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Bits5, ScaleKind::Each32Min, 0>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Bits8, ScaleKind::Each32, 128>>(device, layout, product) ||
        tryPacked<Packed<CodeKind::Table4, ScaleKind::Each32, 128>>(device, layout, product);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
