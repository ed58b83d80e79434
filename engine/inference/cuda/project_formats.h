// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cuda/kernels.h"

// project() for the formats of one file each, so that they are compiled side by side.

namespace parallax::inference::cuda::PARALLAX_SPACE {

void projectOf32(Device& device, Layout layout, const Product& product);
void projectOfK(Device& device, Layout layout, const Product& product);
void projectOfK16(Device& device, Layout layout, const Product& product);

// y from the sums of all ranges, which several blocks of a tile have left.
void foldRanges(Device& device, const Product& product);

} // namespace parallax::inference::cuda::PARALLAX_SPACE
