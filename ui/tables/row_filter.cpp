// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/row_filter.h"

#include <algorithm>
#include <cmath>

#include "data/article/fold.h"
#include "data/quantity/leading_number.h"
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
            const auto number = data::leadingNumber(figure);
            if (!name.isEmpty())
                term.columns = columnsNamed(table, name);
            special = number.has_value() && (name.isEmpty() || !term.columns.empty());
            if (special) {
                term.value = number->value;
                term.unit = fromUtf8(number->unit);
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
        if (!facts.hasFigure(row) ||
            (!term.unit.isEmpty() && plainUnit(table.unitOf(row, column)) != term.unit))
            return false;
        const double low = facts.low[static_cast<std::size_t>(row)];
        const double high = facts.high[static_cast<std::size_t>(row)];
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
