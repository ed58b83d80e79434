// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/utf8.h"
#include "data/check/rules_words.h"
#include "data/check/table_checks.h"
#include "data/quantity/header_unit.h"

namespace parallax::data {
namespace {

constexpr std::size_t sampledRows = 200;

bool isFigures(const TypedColumn& column) {
    return column.role != ColumnRole::Label && column.role != ColumnRole::Text &&
           column.role != ColumnRole::Note;
}

// What a header (or a row's label) says of units, and which of the figures beside it contradict it.
class StatedUnit {
  public:
    StatedUnit(std::string_view header, const TableContext& context)
        : m_header(header.substr(0, longestHeader)) {
        m_context.language = context.language;
        m_context.taiwanese = context.taiwanese;
        m_unit = headerUnit(m_header, m_context);
        m_context.cell = true;
        m_context.columnHeader = m_header;
    }

    // Another unit or another size of it, whatever else the table states.
    bool contradicts(const Quantity& figure, std::string_view cell) const {
        if (!figure.unitConflict)
            return false;
        const auto alone = parseQuantities(cell, m_context);
        return !alone.empty() && alone.front().unitConflict;
    }

    // The same unit in another size, written out: "1.2 s" under "Latency (ms)", "$900M" under "Revenue ($B)".
    bool isOtherSize(const Quantity& figure) const {
        return isSameUnit(figure) && figure.unitConflict && (m_unit.unit || figure.scaledInCell);
    }
    bool isKept(const Quantity& figure) const { return isSameUnit(figure) && !figure.unitConflict; }

  private:
    bool isSameUnit(const Quantity& figure) const {
        if (m_unit.currency)
            return figure.unit == m_unit.currency->code;
        return figure.dimension == (m_unit.unit ? m_unit.unit->dimension : Dimension::Number) &&
               figure.unit == (m_unit.unit ? m_unit.unit->name : std::string());
    }

    std::string_view m_header;
    QuantityContext m_context;
    HeaderUnit m_unit;
};

// The first of the places that contradicts what is stated of them all. Where every figure has a size of the
// unit of its own, the header only names what is measured: nobody misreads a column of seconds under "ms",
// but a "1.2 s" among bare milliseconds.
struct Contradiction {
    TablePlace place;
    bool otherSize = false;
};
std::optional<Contradiction> contradictionIn(const TableView& view, const std::vector<TablePlace>& places,
                                             std::string_view label) {
    const auto conflicts = [&](const TablePlace& place) {
        const TypedCell* cell = view.cell(place.row, place.column);
        return cell != nullptr && cell->figure && cell->quantities.front().unitConflict;
    };
    if (std::ranges::none_of(places, conflicts))
        return std::nullopt;
    const StatedUnit stated(label, view.context());
    std::optional<TablePlace> otherSize;
    bool kept = false;
    for (const TablePlace& place : places) {
        const auto figure = view.figure(place.row, place.column);
        if (!figure)
            continue;
        kept = kept || stated.isKept(figure->quantity);
        if (!stated.contradicts(figure->quantity, view.words(place.row, place.column)))
            continue;
        if (!stated.isOtherSize(figure->quantity))
            return Contradiction{place, false};
        if (!otherSize)
            otherSize = place;
    }
    if (!kept || !otherSize)
        return std::nullopt;
    return Contradiction{*otherSize, true};
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

// "Latency (ms) | 950 | 1.2 s". Another unit is no contradiction here: a row of people may hold their cost.
void checkRowLabels(const TableView& view, std::vector<Check>& out) {
    const int labels = view.table().labelColumn;
    for (std::size_t row = 0; labels >= 0 && row < view.rows() && row < sampledRows; ++row) {
        std::vector<TablePlace> places;
        for (std::size_t column = 0; column < view.columns(); ++column)
            if (isFigures(view.column(column)) && view.column(column).role != ColumnRole::Change)
                places.push_back({row, column});
        const auto found = contradictionIn(view, places, view.label(row));
        if (!found || !found->otherSize)
            continue;
        const auto [at, column] = found->place;
        Check check = wordCheck(Rule::UnitLabel, false, "label-unit",
                                {std::string(view.label(row)), std::string(view.words(at, column))});
        check.statement.push_back(view.cellEvidence(row, static_cast<std::size_t>(labels)));
        check.statement.push_back(view.cellEvidence(at, column));
        out.push_back(std::move(check));
    }
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
        std::vector<TablePlace> places;
        for (std::size_t at = 0; at < view.rows() && at < sampledRows; ++at)
            places.push_back({at, column});
        if (const auto found = contradictionIn(view, places, header)) // one tells it of the whole column
            addLabelCheck(view, column, found->place.row, false, "label-unit", out);
    }
    checkRowLabels(view, out);
    // Changes in parentheses are percentages of another kind: only levels answer for the caption.
    if (promised && amount && !anyShare)
        if (const auto row = firstFilled(view, *amount))
            addLabelCheck(view, *amount, *row, true, "label-unit", out);
}

} // namespace parallax::data
