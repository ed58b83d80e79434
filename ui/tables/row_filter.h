// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

#include "ui/tables/prepared_table.h"

namespace parallax::ui {

// What a person types to see fewer rows. Words must all be found, in any cell, whatever case, width or
// Chinese script; -word must not. "two words" stay together. column:word looks in the columns whose header
// contains `column`; >10, <=1.5s and column>$5B compare figures (of the same unit where one is written).
class RowFilter {
  public:
    RowFilter() = default;
    RowFilter(const QString& text, const PreparedTable& table);

    bool isEmpty() const { return m_terms.empty(); }
    bool accepts(const PreparedTable& table, int row) const;

  private:
    enum class Test { Contains, Less, LessOrEqual, Equal, GreaterOrEqual, Greater };
    struct Term {
        Test test = Test::Contains;
        bool negated = false;
        std::vector<int> columns; // empty: all
        std::u32string word;      // folded
        double value = 0;
        bool scaled = false; // "8B": in base units although without a unit
        std::string unit;    // empty: any, and `value` is the number as the cell writes it
    };
    bool matches(const Term& term, const PreparedTable& table, int row) const;

    std::vector<Term> m_terms;
};

} // namespace parallax::ui
