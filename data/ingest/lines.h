// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "data/article/article.h"

namespace parallax::data {

// One line of a text without its end and without blanks at either side.
struct Line {
    Span span;             // of what is not blank; empty for a blank line
    std::size_t start = 0; // of the line itself
    int indent = 0;        // columns of blanks before it, tabs to the next multiple of four
    bool blank() const { return span.begin == span.end; }
};

std::vector<Line> splitLines(std::string_view text);

inline std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

// `span` without blanks (ASCII, U+3000, U+00A0) at either end.
Span trimSpan(std::string_view text, Span span);

} // namespace parallax::data
