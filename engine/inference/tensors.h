// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "engine/inference/config.h"
#include "engine/inference/gguf.h"

namespace parallax::inference {

// The tensor of this name, `rows` of `columns` numbers. Throws Error{ModelMalformed} when there is none or
// one of another shape, Error{ModelUnsupported} when its format is not known.
const Tensor& tensorOf(const Gguf& file, const std::string& name, std::size_t columns, std::size_t rows);

// Whether the file has exactly the tensors that such a model is computed from. One that is missing is an
// error, and so is one that nothing would use: whoever made the file meant it to change the result.
void checkTensors(const Gguf& file, const Config& config);

} // namespace parallax::inference
