// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/stated_figures.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "data/table/canonical_name.h"
#include "data/table/header_words.h"

namespace parallax::data {
namespace {

bool statesLevels(ColumnRole role) {
    return role == ColumnRole::Level || role == ColumnRole::Base || role == ColumnRole::New ||
           role == ColumnRole::Share || role == ColumnRole::Total;
}

// What is left of a header or caption when its period, remarks and words of time are gone.
std::string shownName(std::string_view text) {
    const HeaderSense sense = readHeader(text, {});
    const std::string_view title = trim(sense.title);
    const std::size_t open = std::min(title.find('('), title.find("（"));
    std::string_view name = trim(title.substr(0, open));
    if (name.empty())
        name = title;
    while (!name.empty() && (name.back() == ',' || name.back() == ':' || name.back() == '-'))
        name = trim(name.substr(0, name.size() - 1));
    return std::string(utf8Prefix(name, longestHeader));
}

class Reader {
  public:
    Reader(const ComparableTable& table, std::size_t most)
        : m_table(*table.table)
        , m_source(*table.source)
        , m_month(table.month)
        , m_most(most) {}

    StatedFigures run() {
        findRows();
        findColumns();
        for (std::size_t row = 0; row < m_table.cells.size() && m_out.figures.size() < m_most; ++row)
            if (m_table.rowRoles[row] != RowRole::Section)
                readRow(row);
        return std::move(m_out);
    }

  private:
    struct Column {
        bool states = false;
        std::optional<std::size_t> measure, subject, period;
    };

    const TypedTable& m_table;
    const Table& m_source;
    const std::string& m_month;
    std::size_t m_most;
    StatedFigures m_out;
    std::vector<Column> m_columns;
    std::unordered_map<std::string, std::size_t> m_subjects, m_measures;
    std::map<std::pair<std::string, bool>, std::size_t> m_periods;
    bool m_rowsAreMeasures = false, m_rowsArePeriods = false;
    std::optional<std::size_t> m_captionMeasure, m_captionPeriod;
    std::unordered_map<std::string, int> m_labels; // how often each occurs

    static std::size_t intern(std::unordered_map<std::string, std::size_t>& index,
                              std::vector<ComparedName>& names, std::string name, std::string key) {
        const auto [at, added] = index.try_emplace(key, names.size());
        if (added)
            names.push_back({std::move(name), std::move(key)});
        return at->second;
    }
    std::size_t subject(const std::string& name) {
        return intern(m_subjects, m_out.subjects, name, canonicalSubject(name));
    }
    std::optional<std::size_t> measure(const std::string& text) {
        std::string key = canonicalMeasure(text);
        if (key.empty())
            return std::nullopt;
        return intern(m_measures, m_out.measures, shownName(text), std::move(key));
    }
    std::size_t period(const std::string& name, bool projected) {
        const auto [at, added] = m_periods.try_emplace({name, projected}, m_out.periods.size());
        if (added)
            m_out.periods.push_back({name, projected});
        return at->second;
    }

    const Quantity* periodOfRow(std::size_t row) const {
        if (m_table.labelColumn < 0)
            return nullptr;
        const auto column = static_cast<std::size_t>(m_table.labelColumn);
        if (column >= m_table.cells[row].size() || m_table.cells[row][column].quantities.size() != 1)
            return nullptr;
        const Quantity& q = m_table.cells[row][column].quantities.front();
        return q.kind == QuantityKind::Period ? &q : nullptr;
    }

    void findRows() {
        std::size_t periods = 0, labelled = 0;
        for (std::size_t row = 0; row < m_table.cells.size(); ++row) {
            labelled += m_table.rowLabels[row].empty() ? 0 : 1;
            periods += periodOfRow(row) != nullptr ? 1 : 0;
            ++m_labels[m_table.rowLabels[row]];
        }
        m_rowsArePeriods = periods > 0 && periods * 2 > labelled;
        const HeaderSense caption = readHeader(m_table.caption, {});
        m_captionMeasure = measure(m_table.caption);
        if (!caption.period.empty())
            m_captionPeriod = period(caption.period, false);
        for (const auto& column : m_table.columns)
            m_rowsAreMeasures = m_rowsAreMeasures || (!column.subject.empty() && !m_rowsArePeriods);
    }

    void findColumns() {
        for (std::size_t at = 0; at < m_table.columns.size(); ++at) {
            const TypedColumn& typed = m_table.columns[at];
            Column column;
            column.states = statesLevels(typed.role);
            const std::string header = at < m_table.header.size() ? m_table.header[at] : std::string();
            if (column.states) {
                const HeaderSense sense = readHeader(header, {});
                if (!typed.subject.empty())
                    column.subject = subject(typed.subject);
                else if (!m_rowsAreMeasures)
                    column.measure = measure(header);
                if (!typed.period.empty())
                    column.period = period(typed.period, false);
                else if (m_captionPeriod && typed.role != ColumnRole::Base)
                    column.period = m_captionPeriod;
                else
                    column.period = period(
                        m_month, (typed.role == ColumnRole::New && typed.subject.empty()) || sense.next);
            }
            m_columns.push_back(column);
        }
        // "Current AI revenue | Post-deal projection": what the one names the other means too.
        std::optional<std::size_t> base, next;
        for (std::size_t at = 0; at < m_columns.size(); ++at) {
            if (m_table.columns[at].role == ColumnRole::Base)
                base = at;
            if (m_table.columns[at].role == ColumnRole::New)
                next = at;
            if (base && next) {
                auto& from = m_columns[*base].measure;
                auto& to = m_columns[*next].measure;
                if (!from)
                    from = to;
                if (!to)
                    to = from;
                base = next = std::nullopt;
            }
        }
    }

    // A label that occurs several times ("US", "EU" below each vendor) needs the next words of its row.
    std::string subjectName(std::size_t row) const {
        const std::string& label = m_table.rowLabels[row];
        const auto count = m_labels.find(label);
        if (count == m_labels.end() || count->second < 2)
            return label;
        for (std::size_t column = 0; column < m_table.columns.size(); ++column)
            if (m_table.columns[column].role == ColumnRole::Text) {
                const std::string_view words = wordsOf(m_source, m_table, row, column);
                return label + " · " + std::string(utf8Prefix(words, 64));
            }
        return label;
    }

    void readRow(std::size_t row) {
        std::optional<std::size_t> rowSubject, rowMeasure, rowPeriod;
        if (m_rowsArePeriods) {
            if (const Quantity* q = periodOfRow(row))
                rowPeriod = period(periodName(*q), false);
            else
                return;
        } else if (m_rowsAreMeasures) {
            rowMeasure = measure(m_table.rowLabels[row]);
        } else {
            rowSubject = subject(subjectName(row));
        }
        for (std::size_t at = 0; at < m_table.cells[row].size() && at < m_columns.size(); ++at) {
            const Column& column = m_columns[at];
            const TypedCell& cell = m_table.cells[row][at];
            if (!column.states || !cell.figure)
                continue;
            const auto value = figureValue(cell);
            if (!value || value->unit == "day")
                continue;
            const auto measured = rowMeasure       ? rowMeasure
                                  : column.measure ? column.measure
                                                   : m_captionMeasure;
            auto about = rowSubject ? rowSubject : column.subject;
            if (!about && m_rowsArePeriods)
                about = subject(shownName(m_table.caption));
            if (!measured || !about)
                continue;
            const Quantity& q = cell.quantities.front();
            StatedFigure figure;
            figure.subject = *about;
            figure.measure = *measured;
            figure.period = rowPeriod ? *rowPeriod : column.period.value_or(0);
            figure.source = {0, row, at};
            figure.value = *value;
            const double per = q.per && q.per->value.toDouble() > 0 ? q.per->value.toDouble() : 1;
            figure.slack = q.resolution.toDouble() / 2 / per;
            if (q.approx)
                figure.slack = std::max(figure.slack, std::abs(value->middle()) / 10);
            m_out.figures.push_back(std::move(figure));
        }
    }
};

} // namespace

StatedFigures statedFigures(const ComparableTable& table, std::size_t most) {
    if (table.source == nullptr || table.table == nullptr)
        return {};
    return Reader(table, most).run();
}

} // namespace parallax::data
