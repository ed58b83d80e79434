// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace parallax::app {
namespace {

int widthOf(char32_t c) {
    if ((c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F))
        return 0;
    // East Asian Wide and Fullwidth (UAX #11), the ranges that occur in articles.
    const bool wide =
        (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
        (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
        (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

bool looksLikeFigure(std::string_view cell) {
    const auto digits = std::ranges::count_if(cell, [](char c) { return c >= '0' && c <= '9'; });
    return digits > 0 && displayWidth(cell) <= 16 && !std::isalpha(static_cast<unsigned char>(cell.front()));
}

std::string padded(const std::string& cell, int width, bool right) {
    const std::string blanks(static_cast<std::size_t>(std::max(0, width - displayWidth(cell))), ' ');
    return right ? blanks + cell : cell + blanks;
}

} // namespace

std::string withoutBreaks(std::string_view written) {
    std::string text = withoutTurns(written);
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

int displayWidth(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        width += widthOf(c.value);
        at += c.length;
    }
    return width;
}

std::string cutToWidth(std::string_view text, int columns) {
    if (displayWidth(text) <= columns)
        return std::string(text);
    int width = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = decodeAt(text, at);
        if (width + widthOf(c.value) > columns - 1)
            break;
        width += widthOf(c.value);
        at += c.length;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string textTable(const std::vector<std::vector<std::string>>& rows, bool header, int width) {
    std::size_t columns = 0;
    for (const auto& row : rows)
        columns = std::max(columns, row.size());
    if (columns == 0)
        return {};

    std::vector<int> widths(columns, 1);
    std::vector<bool> figures(columns, true);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const std::string cell = withoutBreaks(rows[r][c]);
            widths[c] = std::max(widths[c], displayWidth(cell));
            if ((r > 0 || !header) && !cell.empty() && cell != "—" && !looksLikeFigure(cell))
                figures[c] = false;
        }
    }
    const auto total = [&] {
        int sum = 2 * (static_cast<int>(columns) - 1);
        for (const int w : widths)
            sum += w;
        return sum;
    };
    while (total() > width) {
        const auto widest = std::ranges::max_element(widths);
        if (*widest <= 8)
            break;
        --*widest;
    }

    std::string out;
    const auto line = [&](const std::vector<std::string>& row) {
        std::string text;
        for (std::size_t c = 0; c < columns; ++c) {
            const std::string cell =
                c < row.size() ? cutToWidth(withoutBreaks(row[c]), widths[c]) : std::string();
            text += padded(cell, widths[c], figures[c]);
            if (c + 1 < columns)
                text += "  ";
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + '\n';
    };
    for (std::size_t r = 0; r < rows.size(); ++r) {
        line(rows[r]);
        if (r == 0 && header) {
            std::vector<std::string> rule;
            for (const int w : widths) {
                std::string dashes;
                for (int i = 0; i < w; ++i)
                    dashes += "─";
                rule.push_back(dashes);
            }
            line(rule);
        }
    }
    return out;
}

} // namespace parallax::app
