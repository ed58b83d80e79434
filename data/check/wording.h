// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/text_checks.h"

namespace parallax::data {

// What the words of a sentence say of a table: one view for each table that a takeaway belongs to.

// Where a sentence names a row.
struct RowMention {
    int row = 0;
    Span span; // bytes of the block's text
};

// Values of one column, or worked out from two, one a row; empty where the row has none.
struct Series {
    enum class Kind {
        Level,  // what a column holds
        Gain,   // next − base
        Growth, // the same in percent of base
        Length  // names in a list
    };
    Kind kind = Kind::Level;
    int column = 0;     // of Gain and Growth: the new level's
    int baseColumn = 0; // of Gain and Growth: the old one's
    int measure = -1;   // in measures(), by the header's words
    Dimension dimension = Dimension::Number;
    std::u32string header; // folded
    std::vector<std::optional<double>> values;
};

class TableWords {
  public:
    TableWords(const ReadArticle& read, int table);

    const TypedTable& table() const { return m_table; }
    int index() const { return m_index; }
    const std::vector<Series>& series() const { return m_series; }
    // Rows that a sentence names, in its order; a label that stands in several rows names none.
    std::vector<RowMention> mentions(std::string_view blockText, Span within) const;
    // The only row whose label speaks of a measure, -1 when none or several do.
    int rowOf(int measure) const;
    // A row that stands for itself: no total, no "others".
    bool isItem(std::size_t row) const;
    // Base and next of a row of measures, where the table has such columns.
    std::optional<std::pair<const Quantity*, const Quantity*>> changeOf(int row) const;
    int baseColumn() const { return m_base; }
    int nextColumn() const { return m_next; }
    int changeColumn() const { return m_change; }
    Evidence cell(int row, int column) const;

  private:
    void findSeries();

    const ReadArticle& m_read;
    const TypedTable& m_table;
    int m_index;
    int m_base = -1, m_next = -1, m_change = -1;
    WordIndex m_labels;
    std::vector<Series> m_series;
    std::vector<int> m_rowMeasures;
};

// The figure that stands for a cell, nullptr when none does; the middle of a range is its face.
const Quantity* levelOf(const TypedTable& table, std::size_t row, std::size_t column);
double faceOfQuantity(const Quantity& quantity);

// Families of checkWording.
void checkSuperlatives(const TextView& view, const TableWords& table, std::vector<Check>& out);
void checkTakeaway(const TextView& view, const TableWords& table, std::vector<Check>& out);
void checkCounts(const ReadArticle& article, std::vector<Check>& out);
void checkLogic(const ReadArticle& article, std::vector<Check>& out);
void checkTimes(const ReadArticle& article, std::vector<Check>& out);
void checkPhrases(const ReadArticle& article, std::vector<Check>& out);
void checkQuotedCells(const ReadArticle& article, std::vector<Check>& out);
void checkTensions(const ReadArticle& article, std::vector<Check>& out);
void checkRepeatedFacts(const ReadArticle& article, std::vector<Check>& out);

} // namespace parallax::data
