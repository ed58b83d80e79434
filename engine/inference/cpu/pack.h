// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/cpu/layout.h"
#include "engine/inference/quant.h"

namespace parallax::inference::cpu {

struct Layout {
    CodeKind codes;
    ScaleKind scales;
};
Layout layoutOf(Format format);

// Bytes of one group of 16 rows of `columns` numbers.
std::size_t groupBytes(Format format, std::size_t columns);

// Writes a group of the `rows` rows at `from`, at most 16; those that are missing become zeros. Nothing is
// rounded: the file's own bits are only moved.
void packGroup(Format format, std::size_t columns, std::size_t rows, const std::byte* from,
               std::uint8_t* out);

// The weights of one row of a group as they are, [columns]: the same bits as decode() gives.
void unpackRow(Format format, std::size_t columns, const std::uint8_t* group, std::size_t row, float* out);

} // namespace parallax::inference::cpu
