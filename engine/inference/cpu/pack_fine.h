// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/cpu/kernels.h"
#include "engine/inference/quant.h"

// Weights in halves and bfloats, packed for products in integers: 15 bits, and a power of two for each row
// and 256 columns that brings the largest of them between 2^13 and 2^14. So whatever is not smaller than an
// eighth of the largest is kept as it is, and the others to 2^-14 of it. (Where the largest is below 2^-113,
// as no model has it, all are kept to 2^-126.)

namespace parallax::inference::cpu {

// Whether a tensor can be packed so: its rows are whole blocks of activations.
bool canBeFine(Format format, std::size_t columns);

// As packGroup() and unpackRow(), but rounded; a group has fineGroupBytes().
void packFineGroup(const Kernels& kernels, Format format, std::size_t columns, std::size_t rows,
                   const std::byte* from, std::uint8_t* out);
void unpackFineRow(std::size_t columns, const std::uint8_t* group, std::size_t row, float* out);

} // namespace parallax::inference::cpu
