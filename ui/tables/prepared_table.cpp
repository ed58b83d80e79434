// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/prepared_table.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

#include "data/table/figure_value.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct TableText {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

QString columnName(int column) {
    QString name;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        name.prepend(QChar(u'A' + rest % 26));
    return name;
}

std::uint16_t indexOf(std::vector<TableUnit>& units, const TableUnit& unit) {
    // A column of remarks can have as many "units" as rows; past this they all count as the last one.
    constexpr std::size_t most = 4096;
    const auto found = std::ranges::find(units, unit);
    if (found != units.end())
        return static_cast<std::uint16_t>(found - units.begin());
    if (units.size() < most)
        units.push_back(unit);
    return static_cast<std::uint16_t>(units.size() - 1);
}

void finish(ColumnFacts& facts, std::size_t figures, std::size_t filled) {
    facts.numeric = figures > 0 && figures * 5 >= filled * 3;
    for (std::size_t row = 0; row < facts.low.size(); ++row)
        if (!std::isnan(facts.low[row]))
            facts.largest = std::max({facts.largest, std::abs(facts.low[row]), std::abs(facts.high[row])});
}

ColumnFacts factsOf(PreparedTable& table, std::size_t column) {
    data::ColumnFigures figures = data::columnFigures(table.typed, column);
    ColumnFacts facts;
    const bool change =
        column < table.typed.columns.size() && table.typed.columns[column].role == data::ColumnRole::Change;
    std::vector<std::uint16_t> index;
    for (const std::string& unit : figures.units)
        index.push_back(indexOf(table.units, {unit, change && unit == "%", {}}));
    facts.low = std::move(figures.low);
    facts.high = std::move(figures.high);
    facts.unit = std::move(figures.unit);
    for (std::uint16_t& unit : facts.unit)
        unit = index[unit];
    facts.oneUnit = figures.oneUnit;
    finish(facts, figures.figures, figures.figures + figures.words);
    return facts;
}

ColumnFacts factsOf(PreparedTable& table, const AddedColumn& added) {
    ColumnFacts facts;
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const auto& cells = added.result.cells;
    facts.low.assign(cells.size(), none);
    facts.high.assign(cells.size(), none);
    const bool change = added.definition.computation == data::Computation::Change ||
                        added.definition.computation == data::Computation::Cagr;
    facts.unit.assign(cells.size(),
                      indexOf(table.units, {added.result.unit, change && added.result.unit == "%", {}}));
    std::size_t figures = 0;
    for (std::size_t row = 0; row < cells.size(); ++row)
        if (cells[row]) {
            facts.low[row] = facts.high[row] = cells[row]->value;
            ++figures;
        }
    facts.oneUnit = true;
    finish(facts, figures, figures);
    return facts;
}

// All figures of a table in one unit share a prefix, so that they can be compared at a glance.
void chooseShownUnits(PreparedTable& table) {
    std::vector<double> largest(table.units.size(), 0);
    for (const ColumnFacts& facts : table.columns)
        for (std::size_t row = 0; row < facts.low.size(); ++row)
            if (!std::isnan(facts.low[row]))
                largest[facts.unit[row]] =
                    std::max({largest[facts.unit[row]], std::abs(facts.low[row]), std::abs(facts.high[row])});
    for (std::size_t i = 0; i < table.units.size(); ++i)
        table.units[i].shown = shownUnit(table.units[i].code, largest[i]);
}

std::string wordsOf(const data::ComputedCell& cell, const data::ComputedColumn& column,
                    const std::string& unit) {
    if (column.computation == data::Computation::Rank)
        return toStdString(formatNumber(cell.value, 0));
    QString text = figureText(cell.value, unit, std::min(cell.decimals, 6));
    const bool change = column.computation != data::Computation::Share;
    if (change && cell.value > 0)
        text.prepend(QLatin1Char('+'));
    return toStdString(cell.inexact ? QStringLiteral("≈") + text : text);
}

} // namespace

bool ColumnFacts::hasFigure(int row) const {
    return static_cast<std::size_t>(row) < low.size() && !std::isnan(low[static_cast<std::size_t>(row)]);
}

std::string_view PreparedTable::bytes(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    if (column >= pageColumns)
        return added[static_cast<std::size_t>(column - pageColumns)].words[at];
    return data::wordsOf(stored.table, typed, at, static_cast<std::size_t>(column));
}

QString PreparedTable::text(int row, int column) const {
    return fromUtf8(bytes(row, column));
}

QString PreparedTable::label(int row) const {
    const QString first = pageColumns > 0 ? text(row, 0).simplified() : QString();
    return first.isEmpty() ? TableText::tr("Row %1").arg(QLocale().toString(row + 1)) : first;
}

const TableUnit* PreparedTable::unitOf(int row, int column) const {
    const auto& facts = columns[static_cast<std::size_t>(column)];
    return facts.hasFigure(row) ? &units[facts.unit[static_cast<std::size_t>(row)]] : nullptr;
}

bool PreparedTable::holdsFigures(int column) const {
    const ColumnFacts& facts = columns[static_cast<std::size_t>(column)];
    if (!facts.numeric || column == typed.labelColumn)
        return false;
    // Dates are ordered by their days since 1970; adding those up says nothing.
    for (int row = 0; row < rowCount; ++row)
        if (facts.hasFigure(row))
            return unitOf(row, column)->code != "day";
    return false;
}

const data::TypedCell* PreparedTable::cell(int row, int column) const {
    const auto& cells = typed.cells[static_cast<std::size_t>(row)];
    return column < pageColumns && static_cast<std::size_t>(column) < cells.size()
               ? &cells[static_cast<std::size_t>(column)]
               : nullptr;
}

const data::Correction* PreparedTable::correction(data::CorrectionKind kind, int row, int column) const {
    const auto found = std::ranges::find_if(corrections, [&](const data::Correction& one) {
        return one.kind == kind && one.row == row && one.column == column && one.undoes == 0 &&
               (one.state == data::CorrectionState::Applies ||
                one.state == data::CorrectionState::PageChanged);
    });
    return found == corrections.end() ? nullptr : &*found;
}

QString computedHeader(const data::ComputedColumn& column, const QStringList& headers) {
    const QString base = headers.value(static_cast<int>(column.base));
    const QString next = headers.value(static_cast<int>(column.next));
    switch (column.computation) {
    case data::Computation::Change:
        return TableText::tr("Change, %1 to %2").arg(base, next);
    case data::Computation::Difference:
        return TableText::tr("Difference, %1 to %2").arg(base, next);
    case data::Computation::Cagr:
        return TableText::tr("CAGR, %1 to %2").arg(base, next);
    case data::Computation::Share:
        return TableText::tr("Share of %1").arg(base);
    case data::Computation::Rank:
        return TableText::tr("Rank by %1").arg(base);
    }
    return {};
}

Effort effortOf(qint64 cells) {
    return cells <= 2'000 ? Effort::Small : Effort::Large;
}

PreparedTablePtr prepareTable(TableParts parts) {
    // Half a million cells take 100 ms to let go of.
    const std::shared_ptr<PreparedTable> made(new PreparedTable, [](PreparedTable* gone) {
        if (effortOf(*gone) == Effort::Large)
            deleteBeside(gone);
        else
            delete gone;
    });
    made->stored = std::move(parts.stored);
    made->typed = std::move(parts.typed);
    made->corrections = std::move(parts.corrections);
    const data::Table& source = made->stored.table;
    made->rowCount = static_cast<int>(source.rows.size());
    made->pageColumns = static_cast<int>(made->typed.columns.size());
    for (int c = 0; c < made->pageColumns; ++c) {
        const auto at = static_cast<std::size_t>(c);
        const bool named = at < source.header.size() && !source.header[at].text.empty();
        made->headers.append(named                   ? fromUtf8(source.header[at].text).simplified()
                             : source.header.empty() ? columnName(c)
                                                     : QString());
        made->columns.push_back(factsOf(*made, at));
    }
    for (const data::ComputedColumn& definition : parts.computed) {
        if (std::max(definition.base, definition.next) >= made->typed.columns.size())
            continue; // of an earlier version of the table
        AddedColumn added{definition, data::computeColumn(made->typed, definition), {}};
        for (const auto& cell : added.result.cells)
            added.words.push_back(cell ? wordsOf(*cell, definition, added.result.unit) : std::string());
        made->headers.append(computedHeader(definition, made->headers));
        made->columns.push_back(factsOf(*made, added));
        made->added.push_back(std::move(added));
    }
    made->columnCount = static_cast<int>(made->columns.size());
    chooseShownUnits(*made);
    return made;
}

} // namespace parallax::ui
