// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "data/article/glossary.h"
#include "data/check/clause.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostLabelledRows = 256; // a takeaway does not speak of longer tables row by row

int measureIn(std::string_view words) {
    // The last one: "Median Latency" measures latency, "Cost per 1M tokens" cost (a term that is no measure).
    int measure = -1;
    for (const Mention& mention : mentionsOf(words, wordIndex()))
        if (mention.sense.measure >= 0 && measure < 0)
            measure = mention.sense.measure;
    return measure;
}

std::string_view withoutNote(std::string_view written) {
    for (const std::string_view open : {"(", "（"})
        if (const std::size_t at = written.find(open); at != std::string_view::npos && at > 0)
            written = written.substr(0, at);
    return written;
}

} // namespace

const Quantity* levelOf(const TypedTable& table, std::size_t row, std::size_t column) {
    if (row >= table.cells.size() || column >= table.cells[row].size())
        return nullptr;
    const TypedCell& cell = table.cells[row][column];
    if (!cell.figure || cell.quantities.empty())
        return nullptr;
    const Quantity& quantity = cell.quantities.front();
    return isTimeFigure(quantity) || quantity.bound == Bound::Vague ? nullptr : &quantity;
}

double faceOfQuantity(const Quantity& quantity) {
    if (quantity.kind == QuantityKind::Range)
        return (quantity.low.toDouble() + quantity.high.toDouble()) / 2;
    return quantity.value.toDouble();
}

TableWords::TableWords(const ReadArticle& read, int table)
    : m_read(read)
    , m_table(read.tables[static_cast<std::size_t>(table)])
    , m_index(table) {
    for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
        const ColumnRole role = m_table.columns[c].role;
        const int column = static_cast<int>(c);
        if (role == ColumnRole::Base && m_base < 0)
            m_base = column;
        if (role == ColumnRole::New && m_next < 0)
            m_next = column;
        if (role == ColumnRole::Change && m_change < 0)
            m_change = column;
    }
    if (m_change >= 0) {
        const TypedColumn& change = m_table.columns[static_cast<std::size_t>(m_change)];
        if (change.base >= 0 && change.next >= 0) {
            m_base = change.base;
            m_next = change.next;
        }
    }
    const std::size_t rows = std::min(m_table.rowLabels.size(), mostLabelledRows);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string_view label = trim(withoutNote(m_table.rowLabels[row]));
        m_rowMeasures.push_back(measureIn(label));
        const bool repeated =
            std::ranges::count(m_table.rowLabels, m_table.rowLabels[row]) > 1 || !isItem(row);
        std::vector<std::string> forms = glossaryForms(label);
        forms.emplace_back(label);
        for (const std::string& form : forms)
            if (form.size() >= 2)
                m_labels.add(form,
                             {{}, -1, repeated ? static_cast<int>(mostLabelledRows) : static_cast<int>(row)});
    }
    findSeries();
}

bool TableWords::isItem(std::size_t row) const {
    return row >= m_table.rowRoles.size() || m_table.rowRoles[row] == RowRole::Item;
}

void TableWords::findSeries() {
    const std::size_t rows = std::min(m_table.cells.size(), mostLabelledRows);
    for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
        const TypedColumn& column = m_table.columns[c];
        const std::string& header = c < m_table.header.size() ? m_table.header[c] : m_table.caption;
        Series series;
        series.column = static_cast<int>(c);
        series.header = foldedWords(header);
        series.measure = measureIn(header);
        series.dimension = column.dimension;
        series.values.resize(rows);
        const bool list = column.role == ColumnRole::Text || column.role == ColumnRole::Note;
        series.kind = list                                ? Series::Kind::Length
                      : column.role == ColumnRole::Change ? Series::Kind::Growth
                                                          : Series::Kind::Level;
        std::size_t filled = 0;
        if (column.role == ColumnRole::Label)
            continue;
        for (std::size_t row = 0; row < rows; ++row) {
            if (c >= m_table.cells[row].size())
                continue;
            if (list) {
                const auto& names = m_table.cells[row][c].entities;
                if (names.size() >= 2)
                    series.values[row] = static_cast<double>(names.size());
            } else if (const Quantity* const level = levelOf(m_table, row, c)) {
                series.values[row] = faceOfQuantity(*level);
            }
            filled += series.values[row].has_value() ? 1 : 0;
        }
        if (filled >= 2)
            m_series.push_back(std::move(series));
    }
    if (m_base < 0 || m_next < 0)
        return;
    for (const Series::Kind kind : {Series::Kind::Gain, Series::Kind::Growth}) {
        Series series;
        series.kind = kind;
        series.column = m_next;
        series.baseColumn = m_base;
        series.dimension = kind == Series::Kind::Growth
                               ? Dimension::Ratio
                               : m_table.columns[static_cast<std::size_t>(m_next)].dimension;
        series.values.resize(rows);
        for (std::size_t row = 0; row < rows; ++row)
            if (const auto change = changeOf(static_cast<int>(row))) {
                const double base = faceOfQuantity(*change->first);
                const double next = faceOfQuantity(*change->second);
                if (kind == Series::Kind::Gain)
                    series.values[row] = next - base;
                else if (base > 0)
                    series.values[row] = 100 * (next / base - 1);
            }
        m_series.push_back(std::move(series));
    }
}

std::vector<RowMention> TableWords::mentions(std::string_view blockText, Span within) const {
    std::vector<RowMention> found;
    for (const Mention& mention :
         mentionsOf(blockText.substr(within.begin, within.end - within.begin), m_labels))
        if (mention.sense.name < static_cast<int>(mostLabelledRows))
            found.push_back(
                {mention.sense.name, {mention.span.begin + within.begin, mention.span.end + within.begin}});
    return found;
}

int TableWords::rowOf(int measure) const {
    int row = -1;
    for (std::size_t i = 0; i < m_rowMeasures.size(); ++i)
        if (m_rowMeasures[i] == measure) {
            if (row >= 0)
                return -1;
            row = static_cast<int>(i);
        }
    return row;
}

std::optional<std::pair<const Quantity*, const Quantity*>> TableWords::changeOf(int row) const {
    if (m_base < 0 || m_next < 0 || row < 0)
        return std::nullopt;
    const Quantity* const base =
        levelOf(m_table, static_cast<std::size_t>(row), static_cast<std::size_t>(m_base));
    const Quantity* const next =
        levelOf(m_table, static_cast<std::size_t>(row), static_cast<std::size_t>(m_next));
    if (base == nullptr || next == nullptr || base->unit != next->unit || base->dimension != next->dimension)
        return std::nullopt;
    return std::pair(base, next);
}

Evidence TableWords::cell(int row, int column) const {
    return cellEvidence(*m_read.article, m_index, row, column);
}

} // namespace parallax::data
