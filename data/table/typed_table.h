// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/article/language.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// What a column says of the row's subject. Base and New are two levels of one measure (current and projected,
// 2025 and 2028, one provider and the next); Change is what leads from one to the other.
enum class ColumnRole { Label, Text, Note, Level, Base, New, Change, Share, Total };
// Average: of the rows beside it, and so no part of their total.
enum class RowRole { Item, Total, Others, Section, Average };

// A cell as read. Spans are bytes of Cell::text.
struct TypedCell {
    std::vector<Quantity> quantities;  // "$18B (+20%)" has two: the level and its change
    std::vector<std::string> entities; // "AWS, Google (reportedly)": the names of a list, notes left out
    bool missing = false;              // "—", "N/A", "未披露"
    Span note;                         // "(AWS standard)"; empty when there is none
    Span remainder;                    // what the grammar left unread; empty when all was read
    std::vector<std::string>
        rejected;           // readings that arithmetic ruled out, as text: "-4 to 8: no end matches"
    bool figure = false;    // quantities.front() stands for the cell; else it only occurs in its words
    bool corrected = false; // an analyst's correction stands here instead of the page's words:
    std::string words;      // the corrected ones, to which the spans then refer; empty otherwise
};

struct TypedColumn {
    ColumnRole role = ColumnRole::Text;
    Dimension dimension = Dimension::Number; // of most of its figures
    std::string unit;                        // likewise; empty when they differ or there is none
    std::string period;                      // of the header: "2025", "Q3 2026"; empty when none
    std::string subject;      // "Azure" of "Azure (Current)"; empty when the header names a measure
    int base = -1, next = -1; // of a Change column: the columns it leads from and to, -1 when unknown
    bool perYear = false;     // of a Change column: a yearly rate over several years (CAGR)
    bool shares = false;      // its figures are parts of one whole, also where the role is Base or New
    bool roleCorrected = false;
    bool unitCorrected = false;
};

// A table with its cells read, its columns and rows understood.
struct TypedTable {
    std::string caption;
    std::vector<std::string> header;
    std::vector<TypedColumn> columns; // as many as the widest row or the header has
    std::vector<RowRole> rowRoles;
    std::vector<bool> rowRoleCorrected; // empty unless one was
    std::vector<std::string> rowLabels;
    std::vector<std::vector<TypedCell>> cells; // [row][column], as in Table::rows (rows may be ragged)
    int labelColumn = -1;                      // -1 where no column names the rows
};

struct TableContext {
    Language language = Language::Unknown;
    std::string documentMonth; // "2026-04"; empty when unknown
    bool taiwanese = false;    // 元 is TWD
};

// Reads every cell with the units that its column, row and caption give it, finds the roles, and lets
// arithmetic choose among the readings of an ambiguous cell ("-4-8%" beside 120 and 110-115). Linear in the
// table's text.
TypedTable typeTable(const Table& table, const TableContext& context);

// What a cell says: the corrected words where an analyst corrected it, else those of `source`, the table that
// was typed. Empty outside of a ragged row.
std::string_view wordsOf(const Table& source, const TypedTable& table, std::size_t row, std::size_t column);

// "label", "text", "note", "level", "base", "new", "change", "share", "total"
std::string_view columnRoleName(ColumnRole role) noexcept;
std::optional<ColumnRole> columnRoleFromName(std::string_view name) noexcept;
// "item", "total", "others", "section", "average"
std::string_view rowRoleName(RowRole role) noexcept;
std::optional<RowRole> rowRoleFromName(std::string_view name) noexcept;

} // namespace parallax::data
