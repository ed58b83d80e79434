// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/table_markdown.h"

#include <algorithm>

#include "data/export/escape.h"

namespace parallax::data {
namespace {

constexpr int paddingLimit = 40; // a long cell must not widen every row of the source

std::string cellMarkdown(const Cell& cell) {
    return markedMarkdown(cell.text, cell.marks, MarkdownPlace::TableCell);
}

std::string padded(const std::string& text, int width) {
    const int missing = width - displayWidth(text);
    return missing > 0 ? text + std::string(static_cast<std::size_t>(missing), ' ') : text;
}

std::string rule(Alignment alignment, int width) {
    std::string dashes(static_cast<std::size_t>(std::max(width, 3)), '-');
    if (alignment == Alignment::Left || alignment == Alignment::Center)
        dashes.front() = ':';
    if (alignment == Alignment::Right || alignment == Alignment::Center)
        dashes.back() = ':';
    return dashes;
}

} // namespace

std::string tableMarkdown(const Table& table, bool header) {
    std::vector<std::vector<std::string>> lines;
    const auto add = [&](const std::vector<Cell>& cells) {
        auto& line = lines.emplace_back();
        for (const Cell& cell : cells)
            line.push_back(cellMarkdown(cell));
    };
    add(header ? table.header : std::vector<Cell>());
    for (const auto& row : table.rows)
        add(row);

    std::size_t columns = 0;
    for (const auto& line : lines)
        columns = std::max(columns, line.size());
    std::vector<int> widths(columns, 3);
    for (auto& line : lines) {
        line.resize(columns);
        for (std::size_t i = 0; i < columns; ++i)
            widths[i] = std::max(widths[i], std::min(displayWidth(line[i]), paddingLimit));
    }

    std::string out;
    if (!table.caption.empty())
        out += markedMarkdown(table.caption, {}, MarkdownPlace::ParagraphStart) + "\n";
    const auto write = [&](const std::vector<std::string>& line) {
        for (std::size_t i = 0; i < columns; ++i)
            out += "| " + padded(line[i], widths[i]) + " ";
        out += "|\n";
    };
    write(lines.front());
    for (std::size_t i = 0; i < columns; ++i)
        out +=
            "| " + rule(i < table.alignments.size() ? table.alignments[i] : Alignment::None, widths[i]) + " ";
    out += "|\n";
    for (std::size_t i = 1; i < lines.size(); ++i)
        write(lines[i]);
    return out;
}

} // namespace parallax::data
