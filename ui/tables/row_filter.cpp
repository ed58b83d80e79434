// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/row_filter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "data/article/fold.h"
#include "data/table/figure_value.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

std::u32string folded(const QString& text) {
    return data::foldText(toStdString(text));
}

bool isQuote(QChar c) {
    return c == QLatin1Char('"') || c == QChar(0x201C) || c == QChar(0x201D);
}

// Reads up to a blank or one of `stops`; what stands in quotes belongs together. An unclosed quote ends with
// the text.
QString readWord(const QString& text, qsizetype& at, QLatin1String stops) {
    QString word;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (isQuote(c)) {
            quoted = !quoted;
            continue;
        }
        if (!quoted && (c.isSpace() || stops.contains(c)))
            break;
        word.append(c);
    }
    return word;
}

// By what a cell's figure in base units is larger than the number written there, 1e9 of "$15B": of a range's
// ends the one that was written first.
double writtenFactor(std::string_view cell, double low, double high) {
    const std::size_t begin = cell.find_first_of("0123456789");
    if (begin == std::string_view::npos)
        return 1; // in words
    std::string digits;
    for (std::size_t at = begin; at < cell.size() && digits.size() < 24; ++at) {
        if ((cell[at] >= '0' && cell[at] <= '9') || cell[at] == '.')
            digits += cell[at];
        else if (cell[at] != ',')
            break;
    }
    double written = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), written);
    if (written <= 0)
        return 1;
    const auto powerOfTen = [](double factor) {
        const double power = std::log10(factor);
        return std::abs(power - std::round(power)) < 1e-9;
    };
    const double byLow = std::abs(low) / written, byHigh = std::abs(high) / written;
    const double factor = powerOfTen(byLow) || !powerOfTen(byHigh) ? byLow : byHigh;
    return factor > 0 && std::isfinite(factor) ? factor : 1;
}

// "USD" of "USD/token".
std::string_view headOf(std::string_view unit) {
    return unit.substr(0, unit.find('/'));
}

std::vector<int> columnsNamed(const PreparedTable& table, const QString& name) {
    std::vector<int> columns;
    const std::u32string wanted = folded(name);
    for (int c = 0; c < table.columnCount; ++c)
        if (folded(table.headers[c]).find(wanted) != std::u32string::npos)
            columns.push_back(c);
    return columns;
}

} // namespace

RowFilter::RowFilter(const QString& text, const PreparedTable& table) {
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        Term term;
        if (text[at] == QLatin1Char('-') && at + 1 < text.size() && !text[at + 1].isSpace()) {
            term.negated = true;
            ++at;
        }
        const QString name = readWord(text, at, QLatin1String(":<>="));
        const QChar sign = at < text.size() ? text[at] : QChar();
        bool special = false;
        if (sign == QLatin1Char(':') && !name.isEmpty()) {
            term.columns = columnsNamed(table, name);
            special = !term.columns.empty();
            ++at;
            if (special)
                term.word = folded(readWord(text, at, QLatin1String("")));
        } else if (sign == QLatin1Char('<') || sign == QLatin1Char('>') || sign == QLatin1Char('=')) {
            ++at;
            const bool orEqual = at < text.size() && text[at] == QLatin1Char('=');
            at += orEqual ? 1 : 0;
            term.test = sign == QLatin1Char('<')   ? (orEqual ? Test::LessOrEqual : Test::Less)
                        : sign == QLatin1Char('>') ? (orEqual ? Test::GreaterOrEqual : Test::Greater)
                                                   : Test::Equal;
            const std::string figure = toStdString(readWord(text, at, QLatin1String("")));
            const auto number = data::figureValue(figure);
            if (!name.isEmpty())
                term.columns = columnsNamed(table, name);
            special = number.has_value() && (name.isEmpty() || !term.columns.empty());
            if (special) {
                term.value = number->low;
                term.unit = number->unit;
                term.scaled = writtenFactor(figure, number->low, number->high) != 1;
            }
        }
        if (!special) { // "16:9" or "a>b" of no such column: words like any other
            at = start + (term.negated ? 1 : 0);
            term.test = Test::Contains;
            term.columns.clear();
            term.word = folded(readWord(text, at, QLatin1String("")));
        }
        if (term.test != Test::Contains || !term.word.empty())
            m_terms.push_back(std::move(term));
    }
}

bool RowFilter::matches(const Term& term, const PreparedTable& table, int row) const {
    const auto cell = [&](int column) {
        if (term.test == Test::Contains)
            return data::foldText(table.bytes(row, column)).find(term.word) != std::u32string::npos;
        const ColumnFacts& facts = table.columns[static_cast<std::size_t>(column)];
        const TableUnit* unit = table.unitOf(row, column);
        if (unit == nullptr || (!term.unit.empty() && headOf(unit->code) != term.unit))
            return false;
        double low = facts.low[static_cast<std::size_t>(row)];
        double high = facts.high[static_cast<std::size_t>(row)];
        // ">5" means the number that is seen: 7 of "7 ms" and of "$7B".
        double factor =
            term.unit.empty() && !term.scaled ? writtenFactor(table.bytes(row, column), low, high) : 1;
        if (!term.unit.empty() && unit->code != term.unit)
            factor = unit->shown.factor; // ">$5" of a price per million tokens
        low /= factor;
        high /= factor;
        switch (term.test) {
        case Test::Less:
            return low < term.value;
        case Test::LessOrEqual:
            return low <= term.value;
        case Test::Equal:
            return low <= term.value && term.value <= high;
        case Test::GreaterOrEqual:
            return high >= term.value;
        case Test::Greater:
            return high > term.value;
        case Test::Contains:
            break;
        }
        return false;
    };
    if (!term.columns.empty())
        return std::any_of(term.columns.begin(), term.columns.end(), cell);
    for (int c = 0; c < table.columnCount; ++c)
        if (cell(c))
            return true;
    return false;
}

bool RowFilter::accepts(const PreparedTable& table, int row) const {
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term& term) { return matches(term, table, row) != term.negated; });
}

} // namespace parallax::ui
