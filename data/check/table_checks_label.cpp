// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/utf8.h"
#include "data/check/rules_words.h"
#include "data/check/table_checks.h"

namespace parallax::data {
namespace {

constexpr std::size_t sampledRows = 200;

bool isFigures(const TypedColumn& column) {
    return column.role != ColumnRole::Label && column.role != ColumnRole::Text &&
           column.role != ColumnRole::Note;
}

// The cell alone under its header.
bool contradicts(std::string_view header, std::string_view cell) {
    QuantityContext context;
    context.cell = true;
    context.columnHeader = header;
    const auto quantities = parseQuantities(cell, context);
    return !quantities.empty() && quantities.front().unitConflict;
}

// The first cell of a column that is worth showing.
std::optional<std::size_t> firstFilled(const TableView& view, std::size_t column) {
    for (std::size_t row = 0; row < view.rows() && row < sampledRows; ++row) {
        const TypedCell* cell = view.cell(row, column);
        if (cell != nullptr && !cell->missing && !trim(view.words(row, column)).empty())
            return row;
    }
    return std::nullopt;
}

// A header that promises a change over cells that hold words.
bool isAllWords(const TableView& view, std::size_t column) {
    std::size_t words = 0;
    std::size_t figures = 0;
    for (std::size_t row = 0; row < view.rows() && row < sampledRows; ++row) {
        const TypedCell* cell = view.cell(row, column);
        if (cell == nullptr || cell->missing || trim(view.words(row, column)).empty())
            continue;
        if (!cell->quantities.empty())
            ++figures;
        else if (checkUnitLabel("change", view.words(row, column)).verdict == Verdict::Inconsistent)
            ++words;
    }
    return words > 0 && figures * 4 <= words;
}

void addLabelCheck(const TableView& view, std::size_t column, std::size_t row, bool caption,
                   const char* reason, std::vector<Check>& out) {
    const std::string cell(view.words(row, column));
    const std::string label(caption ? std::string_view(view.table().caption) : view.header(column));
    Check check = wordCheck(Rule::UnitLabel, false, reason, {label, cell});
    if (caption)
        check.statement.push_back(view.captionEvidence());
    check.statement.push_back(view.headerEvidence(column));
    check.statement.push_back(view.cellEvidence(row, column));
    out.push_back(std::move(check));
}

bool isPromisedShare(std::string_view label) {
    // "Share" and "份額", not a mere "%" in the header, which is the unit of what stands below.
    return promiseOf(label.substr(0, longestHeader)) == Promise::Share &&
           FoldedPhrase(label.substr(0, longestHeader))
               .hasAny({U"share", U"percentage", U"percent", U"占比", U"份额", U"占有率", U"市占", U"百分比",
                        U"比重"});
}

bool isAmountColumn(const TypedColumn& column) {
    return column.dimension == Dimension::Currency || column.dimension == Dimension::Count;
}

} // namespace

void checkTableLabels(const TableView& view, std::vector<Check>& out) {
    const bool promised = isPromisedShare(view.table().caption);
    bool anyShare = false;
    std::optional<std::size_t> amount;
    for (std::size_t column = 0; column < view.columns(); ++column) {
        const TypedColumn& typed = view.column(column);
        const auto row = firstFilled(view, column);
        if (!row || typed.role == ColumnRole::Label)
            continue;
        const std::string_view header = view.header(column).substr(0, longestHeader);
        const Promise promise = promiseOf(header);
        if ((promise == Promise::Change || promise == Promise::Rate) && typed.role == ColumnRole::Text &&
            isAllWords(view, column))
            addLabelCheck(view, column, *row, false, "label-text", out);
        if (!isFigures(typed))
            continue;
        anyShare = anyShare || typed.dimension == Dimension::Ratio || typed.shares;
        if (isAmountColumn(typed) && !amount)
            amount = column;
        if ((isPromisedShare(header) && isAmountColumn(typed)) ||
            (promise == Promise::Rate && typed.dimension == Dimension::Currency))
            addLabelCheck(view, column, *row, false, "label-unit", out);
        for (std::size_t at = 0; at < view.rows() && at < sampledRows; ++at) {
            const auto figure = view.figure(at, column);
            // Against the column's header: a row of "People" may well hold their cost.
            if (figure && figure->quantity.unitConflict && contradicts(header, view.words(at, column))) {
                addLabelCheck(view, column, at, false, "label-unit", out);
                break; // one tells it of the whole column
            }
        }
    }
    // Changes in parentheses are percentages of another kind: only levels answer for the caption.
    if (promised && amount && !anyShare)
        if (const auto row = firstFilled(view, *amount))
            addLabelCheck(view, *amount, *row, true, "label-unit", out);
}

} // namespace parallax::data
