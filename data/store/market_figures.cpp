// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/market_figures.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "data/table/figure_value.h"
#include "data/table/header_words.h"

namespace parallax::data {
namespace {

std::optional<std::size_t> columnOf(const TypedTable& table, ColumnRole role) {
    const auto found = std::ranges::find(table.columns, role, &TypedColumn::role);
    if (found == table.columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - table.columns.begin());
}

int yearOf(const HeaderSense& sense) {
    int year = 0;
    if (sense.to.size() >= 4)
        std::from_chars(sense.to.data(), sense.to.data() + 4, year);
    return year;
}

HeaderSense senseOf(const TypedTable& table, std::size_t column) {
    return column < table.header.size() ? readHeader(table.header[column], {}) : HeaderSense{};
}

bool liesAhead(const HeaderSense& current, const HeaderSense& projected, int year) {
    if (projected.next)
        return true;
    const int first = yearOf(current), last = yearOf(projected);
    return last > first && first != 0 && (year == 0 || last > year);
}

// The last of several change columns may be a yearly rate, which is not the change between two columns.
std::optional<std::size_t> changeBetween(const TypedTable& table, std::size_t base, std::size_t next) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const TypedColumn& typed = table.columns[column];
        if (typed.role == ColumnRole::Change && !typed.perYear && typed.base == static_cast<int>(base) &&
            typed.next == static_cast<int>(next))
            return column;
    }
    return std::nullopt;
}

// "$" of "$15B", "NT$" of "NT$3億"; the unit's own name where no sign leads.
std::string unitAsWritten(const Quantity& q, std::string_view words) {
    if (q.dimension != Dimension::Currency || q.span.end > words.size())
        return q.unit;
    const std::string_view text = words.substr(q.span.begin, q.span.end - q.span.begin);
    for (const std::string_view sign : {"US$", "NT$", "HK$", "$", "€", "£", "¥"})
        if (text.find(sign) != std::string_view::npos)
            return std::string(sign);
    return q.unit;
}

// "+20%" of "$18B (+20%)".
std::string changeInCell(const TypedCell& cell, std::string_view words) {
    for (std::size_t i = 1; i < cell.quantities.size(); ++i) {
        const Quantity& q = cell.quantities[i];
        if ((q.dimension == Dimension::Ratio || q.dimension == Dimension::PercentagePoint) &&
            q.span.end <= words.size())
            return std::string(words.substr(q.span.begin, q.span.end - q.span.begin));
    }
    return {};
}

const TypedCell* figureAt(const TypedTable& table, std::size_t row, std::size_t column) {
    if (column >= table.cells[row].size() || !table.cells[row][column].figure)
        return nullptr;
    return &table.cells[row][column];
}

} // namespace

std::vector<MarketFigure> marketFiguresOf(const Table& table, const TypedTable& typed, int year) {
    std::vector<MarketFigure> figures;
    const auto base = columnOf(typed, ColumnRole::Base), next = columnOf(typed, ColumnRole::New);
    if (!base || !next || typed.columns[*base].subject != typed.columns[*next].subject)
        return figures;
    const HeaderSense current = senseOf(typed, *base), projected = senseOf(typed, *next);
    if (!liesAhead(current, projected, year))
        return figures;
    const auto change = changeBetween(typed, *base, *next);
    for (std::size_t row = 0; row < typed.cells.size(); ++row) {
        const TypedCell* from = figureAt(typed, row, *base);
        const TypedCell* to = figureAt(typed, row, *next);
        const auto was = from != nullptr ? figureValue(*from) : std::nullopt;
        const auto will = to != nullptr ? figureValue(*to) : std::nullopt;
        if (!was || !will || was->unit != will->unit || was->middle() == 0 || typed.rowLabels[row].empty())
            continue;
        MarketFigure figure;
        figure.currentText = wordsOf(table, typed, row, *base);
        figure.projectedText = wordsOf(table, typed, row, *next);
        figure.current = was->middle();
        figure.projected = will->middle();
        figure.unit = unitAsWritten(from->quantities.front(), figure.currentText);
        // From a loss no percentage leads anywhere.
        figure.change = figure.isShare()     ? figure.projected - figure.current
                        : figure.current > 0 ? 100 * (figure.projected / figure.current - 1)
                                             : std::nan("");
        figure.tableRow = static_cast<int>(row);
        figure.subject = typed.rowLabels[row];
        figure.currentHeader = typed.header[*base];
        figure.projectedHeader = typed.header[*next];
        figure.measure = typed.caption.empty() ? figure.projectedHeader : typed.caption;
        if (change && figureAt(typed, row, *change) != nullptr)
            figure.statedChange = wordsOf(table, typed, row, *change);
        // A column of remarks ("gains share") states no figure; the projected one may carry it.
        if (figure.statedChange.empty())
            figure.statedChange = changeInCell(*to, figure.projectedText);
        figures.push_back(std::move(figure));
    }
    return figures;
}

} // namespace parallax::data
