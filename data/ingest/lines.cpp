// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/lines.h"

#include "base/utf8.h"

namespace parallax::data {

Span trimSpan(std::string_view text, Span span) {
    const std::string_view inner = trim(slice(text, span));
    if (inner.empty())
        return {span.begin, span.begin};
    const auto begin = static_cast<std::size_t>(inner.data() - text.data());
    return {begin, begin + inner.size()};
}

std::vector<Line> splitLines(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos)
            end = text.size();
        Line line;
        line.start = at;
        line.span = trimSpan(text, {at, end});
        for (std::size_t i = at; i < line.span.begin; ++i)
            line.indent += text[i] == '\t' ? 4 - line.indent % 4 : 1;
        lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

} // namespace parallax::data
