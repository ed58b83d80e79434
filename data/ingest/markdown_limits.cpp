// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/markdown_limits.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"

namespace parallax::data {
namespace {

// Bytes of the list marker with its blank at `at`, 0 when there is none.
std::size_t markerLength(std::string_view line, std::size_t at) {
    std::size_t i = at;
    if (i < line.size() && (line[i] == '-' || line[i] == '*' || line[i] == '+'))
        ++i;
    else {
        while (i < line.size() && i - at < 9 && isDigit(line[i]))
            ++i;
        if (i == at || i >= line.size() || (line[i] != '.' && line[i] != ')'))
            return 0;
        ++i;
    }
    return i == line.size() || line[i] == ' ' || line[i] == '\t' ? i - at : 0;
}

bool isThematicBreak(std::string_view line) {
    if (line.empty() || (line[0] != '-' && line[0] != '*' && line[0] != '_'))
        return false;
    return std::ranges::all_of(line, [&](char c) { return c == line[0] || c == ' ' || c == '\t'; }) &&
           std::ranges::count(line, line[0]) >= 3;
}

// Square of a count, as work that a quadratic rule may make of it.
double work(std::size_t count) {
    return static_cast<double>(count) * static_cast<double>(count);
}

} // namespace

void checkNesting(std::string_view text, const std::vector<Line>& lines, const ParseHints& hints,
                  const ParseLimits& limits) {
    const auto limit = static_cast<std::size_t>(limits.depth);
    std::vector<int> indents; // of the list items that are open
    bool afterBlank = true;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        if (lines[n].blank()) {
            afterBlank = true;
            continue;
        }
        const bool mayEnd = std::exchange(afterBlank, false);
        const std::string_view line = slice(text, lines[n].span);
        if (isThematicBreak(line))
            continue;
        std::size_t quotes = 0;
        std::size_t markers = 0;
        std::size_t at = 0;
        while (at < line.size()) {
            if (line[at] == '>') {
                ++quotes;
                ++at;
            } else if (line[at] == ' ' || line[at] == '\t') {
                ++at;
            } else if (const std::size_t length = markerLength(line, at); length > 0) {
                ++markers;
                at += length;
            } else {
                break;
            }
        }
        // A line without a marker of its own that follows on a paragraph goes on with it, however far left.
        while ((mayEnd || markers > 0) && !indents.empty() && indents.back() >= lines[n].indent)
            indents.pop_back();
        if (markers > 0)
            indents.push_back(lines[n].indent);
        const std::size_t depth = quotes + indents.size() + (markers > 0 ? markers - 1 : 0);
        if (depth > limit)
            throw Error(ErrorCode::DocumentTooDeep,
                        {hints.name, std::to_string(n + 1), std::to_string(depth), std::to_string(limit)});
    }
}

bool tooCostlyForCmark(std::string_view text, const std::vector<Line>& lines) {
    constexpr double budget = 2e8; // steps; a fraction of a second
    constexpr std::string_view costly = "[]*_`<&~";
    double total = 0;
    std::array<std::size_t, 128> counts{};
    std::size_t dashRows = 0;
    std::size_t bytes = 0;
    const auto endParagraph = [&] {
        for (const char c : costly) {
            total += work(counts[static_cast<unsigned char>(c)]);
            counts[static_cast<unsigned char>(c)] = 0;
        }
        // A row of dashes makes the table rule read the paragraph above it again.
        total += static_cast<double>(dashRows) * static_cast<double>(bytes);
        dashRows = bytes = 0;
    };
    for (const Line& line : lines) {
        if (line.blank()) {
            endParagraph();
            continue;
        }
        const std::string_view content = slice(text, line.span);
        bytes += content.size();
        for (std::size_t at = content.find_first_of(costly); at != std::string_view::npos;
             at = content.find_first_of(costly, at + 1))
            ++counts[static_cast<unsigned char>(content[at])];
        // Each cell is put at the end of its row's list, which is walked to from the beginning.
        total += work(static_cast<std::size_t>(std::ranges::count(content, '|')));
        dashRows += content.find_first_not_of("|-: \t>") == std::string_view::npos ? 1 : 0;
    }
    endParagraph();
    return total > budget;
}

} // namespace parallax::data
