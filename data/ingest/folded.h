// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parallax::data {

// Text as labels are compared: compatibility decomposition without accents, lower case, every blank a space.
// "Ｓｏｕｒｃｅ：" and "source:", "Źródło" in form C or D come out the same.
struct Folded {
    std::u32string text;
    std::vector<std::size_t> offsets; // byte offset in the original of each code point, and of the end
};

// Folds at most `limit` code points.
Folded foldLabel(std::string_view text, std::size_t limit = std::u32string::npos);

} // namespace parallax::data
