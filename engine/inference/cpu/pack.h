// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/cpu/layout.h"
#include "engine/inference/gguf.h"

namespace parallax::inference::cpu {

struct Layout {
    CodeKind codes;
    ScaleKind scales;
};
Layout layoutOf(Format format);

// Bytes of one group of 16 rows of `columns` numbers.
std::size_t groupBytes(Format format, std::size_t columns);

// Writes rows [16 * group, 16 * group + 16) of the tensor, rows past its end as zeros. Nothing is rounded:
// the file's own bits are only moved.
void packGroup(const Tensor& tensor, std::size_t group, std::uint8_t* out);

// The weights of one group as they are, [16][columns]: what a test compares with decode().
void unpackGroup(Format format, std::size_t columns, const std::uint8_t* group, float* out);

} // namespace parallax::inference::cpu
