// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/unicode.h"

#include <algorithm>

namespace parallax::inference {

CharClass charClass(char32_t c) {
    const auto* end = classRanges + classRangeCount;
    const auto* after = std::upper_bound(
        classRanges, end, c, [](char32_t at, const ClassRange& range) { return at < range.start; });
    return (after - 1)->value; // the first range starts at 0
}

} // namespace parallax::inference
