// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/line_changes.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace parallax::data {
namespace {

using Lines = std::span<const std::string>;

constexpr std::size_t most = 2000; // lines on each side: a table of four million lengths

std::string rowText(const std::vector<Cell>& cells) {
    std::string text;
    for (const Cell& cell : cells)
        text += (text.empty() ? "" : " | ") + cell.text;
    return text;
}

void take(std::vector<ChangedLine>& out, Lines lines, LineChange change) {
    for (const std::string& line : lines)
        out.push_back({change, line});
}

// Lengths of the longest common subsequences of the ends, then forward along the longest.
void changesWithin(std::vector<ChangedLine>& out, Lines before, Lines after) {
    const std::size_t rows = before.size(), columns = after.size();
    if (rows > most || columns > most || rows == 0 || columns == 0) {
        take(out, before, LineChange::Removed);
        take(out, after, LineChange::Added);
        return;
    }
    std::vector<std::uint16_t> length((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
        return length[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;)
        for (std::size_t column = columns; column-- > 0;)
            at(row, column) = before[row] == after[column]
                                  ? static_cast<std::uint16_t>(at(row + 1, column + 1) + 1)
                                  : std::max(at(row + 1, column), at(row, column + 1));
    std::size_t row = 0, column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && before[row] == after[column]) {
            out.push_back({LineChange::Same, before[row++]});
            ++column;
        } else if (column == columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
            out.push_back({LineChange::Removed, before[row++]});
        } else {
            out.push_back({LineChange::Added, after[column++]});
        }
    }
}

} // namespace

std::vector<std::string> linesOf(const Article& article) {
    std::vector<std::string> lines;
    for (const Block& block : article.blocks) {
        if (!block.text.empty())
            lines.push_back(block.text);
        if (block.table < 0 || block.table >= static_cast<int>(article.tables.size()))
            continue;
        const Table& table = article.tables[static_cast<std::size_t>(block.table)];
        if (!table.caption.empty() && table.caption != block.text)
            lines.push_back(table.caption);
        if (!table.header.empty())
            lines.push_back(rowText(table.header));
        for (const auto& row : table.rows)
            lines.push_back(rowText(row));
    }
    return lines;
}

std::vector<ChangedLine> lineChanges(const std::vector<std::string>& before,
                                     const std::vector<std::string>& after) {
    const auto differ = std::ranges::mismatch(before, after);
    const auto same = static_cast<std::size_t>(differ.in1 - before.begin());
    std::size_t end = 0; // lines that are the same at the end
    while (end < std::min(before.size(), after.size()) - same &&
           before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    std::vector<ChangedLine> out;
    const Lines old(before), now(after);
    take(out, old.first(same), LineChange::Same);
    changesWithin(out, old.subspan(same, before.size() - same - end),
                  now.subspan(same, after.size() - same - end));
    take(out, old.last(end), LineChange::Same);
    return out;
}

} // namespace parallax::data
