// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/pipe_table.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "data/ingest/inline_text.h"

namespace parallax::data {
namespace {

[[noreturn]] void throwTooLarge(const ParseHints& hints, std::size_t line, std::size_t cells,
                                std::size_t limit) {
    throw Error(ErrorCode::DocumentTableTooLarge,
                {hints.name, std::to_string(line + 1), std::to_string(cells), std::to_string(limit)});
}

bool isFullRow(std::string_view row) {
    return row.size() >= 3 && row.front() == '|' && row.back() == '|' && row[row.size() - 2] != '\\';
}

} // namespace

std::vector<Span> splitRow(std::string_view text, Span row) {
    std::vector<Span> cells;
    std::size_t at = row.begin;
    std::size_t end = row.end;
    if (at < end && text[at] == '|')
        ++at;
    if (end > at && text[end - 1] == '|' && (end - at < 2 || text[end - 2] != '\\'))
        --end;
    std::size_t cellBegin = at;
    for (; at < end; ++at) {
        if (text[at] == '\\' && at + 1 < end) {
            ++at;
        } else if (text[at] == '|') {
            cells.push_back(trimSpan(text, {cellBegin, at}));
            cellBegin = at + 1;
        }
    }
    cells.push_back(trimSpan(text, {cellBegin, end}));
    return cells;
}

std::optional<std::vector<Alignment>> delimiterRow(std::string_view row) {
    if (row.find('-') == std::string_view::npos || row.find_first_not_of("|-: \t") != std::string_view::npos)
        return std::nullopt;
    if (row.find('|') == std::string_view::npos)
        return std::nullopt; // a rule, or the underline of a heading
    std::vector<Alignment> alignments;
    for (const Span cell : splitRow(row, {0, row.size()})) {
        std::string_view dashes = slice(row, cell);
        const bool left = dashes.starts_with(':');
        if (left)
            dashes.remove_prefix(1);
        const bool right = dashes.ends_with(':');
        if (right)
            dashes.remove_suffix(1);
        if (dashes.empty() || dashes.find_first_not_of('-') != std::string_view::npos)
            return std::nullopt;
        alignments.push_back(left && right ? Alignment::Center
                             : left        ? Alignment::Left
                             : right       ? Alignment::Right
                                           : Alignment::None);
    }
    return alignments;
}

bool hasPipe(std::string_view row) {
    for (std::size_t at = row.find('|'); at != std::string_view::npos; at = row.find('|', at + 1))
        if (at == 0 || row[at - 1] != '\\')
            return true;
    return false;
}

bool tableBeginsAt(std::string_view text, const std::vector<Line>& lines, std::size_t at) {
    if (at + 1 >= lines.size() || lines[at].blank() || lines[at + 1].blank())
        return false;
    const std::string_view header = slice(text, lines[at].span);
    const std::string_view second = slice(text, lines[at + 1].span);
    if (!hasPipe(header) || delimiterRow(header))
        return false;
    if (delimiterRow(second))
        return true;
    if (!isFullRow(header) || !isFullRow(second))
        return false;
    const auto cells = splitRow(text, lines[at].span).size();
    return cells >= 2 && cells == splitRow(text, lines[at + 1].span).size();
}

Table readTable(std::string_view text, const std::vector<Line>& lines, std::size_t at, std::size_t& next,
                const ParseHints& hints, const ParseLimits& limits) {
    Table table;
    const auto readCell = [&](Span span) {
        Cell cell;
        cell.span = span;
        readInline(slice(text, span), InlineRules::Cell, cell.text, cell.marks);
        return cell;
    };
    const std::size_t first = at;
    const std::vector<Span> headerCells = splitRow(text, lines[at].span);
    const std::size_t columns = headerCells.size();
    if (columns * 2 > limits.tableCells)
        throwTooLarge(hints, first, columns * 2, limits.tableCells);
    for (const Span span : headerCells)
        table.header.push_back(readCell(span));
    table.span = lines[at].span;
    ++at;
    if (auto alignments = delimiterRow(slice(text, lines[at].span))) {
        table.alignments = std::move(*alignments);
        table.span.end = lines[at].span.end;
        ++at;
    }
    table.alignments.resize(columns, Alignment::None);
    for (; at < lines.size() && !lines[at].blank() && hasPipe(slice(text, lines[at].span)); ++at) {
        if ((table.rows.size() + 2) * columns > limits.tableCells)
            throwTooLarge(hints, first, (table.rows.size() + 2) * columns, limits.tableCells);
        std::vector<Cell> row;
        for (const Span span : splitRow(text, lines[at].span)) {
            if (row.size() == columns)
                break;
            row.push_back(readCell(span));
        }
        row.resize(columns);
        table.rows.push_back(std::move(row));
        table.span.end = lines[at].span.end;
    }
    next = at;
    return table;
}

void checkTableSizes(std::string_view text, const std::vector<Line>& lines, const ParseHints& hints,
                     const ParseLimits& limits) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].blank())
            continue;
        const std::string_view whole = slice(text, lines[at].span);
        auto alignments = delimiterRow(whole);
        if (!alignments && whole.front() == '>') // inside a quotation
            alignments = delimiterRow(whole.substr(std::min(whole.find_first_not_of("> \t"), whole.size())));
        if (!alignments)
            continue;
        std::size_t rows = 1;
        std::size_t last = at + 1;
        while (last < lines.size() && !lines[last].blank()) {
            ++rows;
            ++last;
        }
        if (alignments->size() * rows > limits.tableCells)
            throwTooLarge(hints, at, alignments->size() * rows, limits.tableCells);
        at = last - 1;
    }
}

} // namespace parallax::data
