// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/cuda/layout.h"

namespace parallax::inference::cuda {

// Writes a tile, tileBytes() long, of the `rows` rows of the file at `from`, at most 16; those that are
// missing become zeros. Host code: it needs no card.
void packTile(Format format, std::size_t columns, std::size_t rows, const std::byte* from, std::uint8_t* out);

// The weights of one row of a tile, [columns]: the same bits as decode() gives.
void unpackRow(Format format, std::size_t columns, const std::uint8_t* tile, int row, float* out);

} // namespace parallax::inference::cuda
