// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/table/figure_value.h"
#include "data/table/typed_table.h"

namespace parallax::data {

// A table with what tells it from others. The caller keeps both tables alive while it compares.
struct ComparableTable {
    const Table* source = nullptr;
    const TypedTable* table = nullptr;
    std::int64_t id = 0;      // TableId, handed through
    std::int64_t article = 0; // handed through
    std::string month;        // "2026-04" of the article: the period of figures that state none
    std::string title;        // handed through
};

// Where a compared figure stands.
struct ComparedSource {
    std::size_t table = 0; // index into the list that was compared
    std::size_t row = 0, column = 0;
    bool operator==(const ComparedSource&) const = default;
};

// One statement of a subject's measure in a period.
struct ComparedFigure {
    ComparedSource source;
    FigureValue value;
    std::string words; // as written
    bool corrected = false;
    // Against the first figure of its cell (the newest article's): 0 where the written precision lets them be
    // the same. In the measure's unit, and in per cent of that first figure.
    bool differs = false;
    double delta = 0;
    std::optional<double> deltaPercent;
};

// All statements for one subject and period; the newest article first.
struct ComparedCell {
    std::vector<ComparedFigure> figures;
    bool differs = false; // two of them cannot be the same figure
    // From the nearest earlier period that has a figure: 100 × (this ÷ that − 1); points where both are per
    // cents.
    std::optional<double> change;
    bool empty() const { return figures.empty(); }
};

struct ComparedSubject {
    std::string name;                // as the newest article writes it
    std::string key;                 // canonical, the same in every language
    std::vector<ComparedCell> cells; // one a period of the measure
};

struct ComparedPeriod {
    std::string name;       // "2025", "Q3 2026"; of figures that state none the article's month
    bool projected = false; // they state none but that it lies ahead ("Projected"): after that month
    bool operator==(const ComparedPeriod&) const = default;
};

// One measure over all tables that state it: subjects as rows, periods as columns, in order of time.
struct ComparedMeasure {
    std::string name; // as the newest article writes it
    std::string key;
    std::string unit;                    // of all its figures: other units make another measure
    std::vector<ComparedPeriod> periods; // in order of time
    std::vector<ComparedSubject> subjects;
    std::size_t tables = 0;      // that state it
    std::size_t differences = 0; // cells whose figures differ
};

struct TableComparison {
    std::vector<ComparedMeasure> measures; // those that most tables state first, then by name
    bool cut = false; // too much to show: 200 periods, 5,000 subjects a measure, 200,000 figures in all
};

// Finds the measures that tables of different articles state for the same subjects. Names meet across
// languages through the glossary and by folding (微軟 = 微软 = Microsoft; 營收 = revenue). Rows may be
// measures and columns subjects, or the other way round. Text, change and note columns are no measures;
// totals count as a subject of their own. With one table the result has its own series; measures that stand
// alone come last.
TableComparison compareTables(const std::vector<ComparableTable>& tables);

// What to look for beside one table: of `others` those that share a measure and a subject with `table`, the
// most alike first (indices).
std::vector<std::size_t> comparableWith(const ComparableTable& table,
                                        const std::vector<ComparableTable>& others);

} // namespace parallax::data
