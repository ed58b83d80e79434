// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "data/table/typing.h"

namespace parallax::data {
namespace {

constexpr std::array<std::string_view, 9> columnRoleNames{"label", "text",   "note",  "level", "base",
                                                          "new",   "change", "share", "total"};
constexpr std::array<std::string_view, 5> rowRoleNames{"item", "total", "others", "section", "average"};

template <typename Role, std::size_t count>
std::optional<Role> fromName(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Role>(found - names.begin());
}

} // namespace

std::string_view columnRoleName(ColumnRole role) noexcept {
    return columnRoleNames[static_cast<std::size_t>(role)];
}

std::optional<ColumnRole> columnRoleFromName(std::string_view name) noexcept {
    return fromName<ColumnRole>(columnRoleNames, name);
}

std::string_view rowRoleName(RowRole role) noexcept {
    return rowRoleNames[static_cast<std::size_t>(role)];
}

std::optional<RowRole> rowRoleFromName(std::string_view name) noexcept {
    return fromName<RowRole>(rowRoleNames, name);
}

const Quantity* Typing::figure(std::size_t row, std::size_t column) const {
    if (row >= out.cells.size() || column >= out.cells[row].size())
        return nullptr;
    const TypedCell& cell = out.cells[row][column];
    return cell.figure ? &cell.quantities.front() : nullptr;
}

const std::string& Typing::text(std::size_t row, std::size_t column) const {
    static const std::string none;
    const auto& cells = table.rows[row];
    return column < cells.size() ? cells[column].text : none;
}

std::string_view wordsOf(const Table& source, const TypedTable& table, std::size_t row, std::size_t column) {
    if (row < table.cells.size() && column < table.cells[row].size() && table.cells[row][column].corrected)
        return table.cells[row][column].words;
    if (row < source.rows.size() && column < source.rows[row].size())
        return source.rows[row][column].text;
    return {};
}

TypedTable typeTable(const Table& table, const TableContext& context) {
    return typeSettled(table, context, {});
}

TypedTable typeSettled(const Table& table, const TableContext& context, const Settled& settled) {
    TypedTable out;
    out.caption = table.caption;
    std::size_t width = table.header.size();
    for (const auto& row : table.rows)
        width = std::max(width, row.size());
    out.columns.resize(width);
    out.rowRoles.resize(table.rows.size(), RowRole::Item);
    out.rowLabels.resize(table.rows.size());
    out.cells.resize(table.rows.size());
    Typing typing{table, context, out, settled, {}, {}, {}};
    for (const auto& cell : table.header)
        out.header.push_back(cell.text);
    for (std::size_t column = 0; column < width; ++column)
        typing.senses.push_back(readHeader(column < out.header.size() ? out.header[column] : "", context));
    typing.tallies.resize(width);
    readCells(typing);
    findColumnRoles(typing);
    findRowRoles(typing);
    settleReadings(typing);
    return out;
}

} // namespace parallax::data
