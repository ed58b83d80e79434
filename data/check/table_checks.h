// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/check_article.h"
#include "data/check/rules.h"
#include "data/table/header_words.h"

namespace parallax::data {

// A typed table as the rules read it: figures as operands, places as evidence, headers and labels understood.
class TableView {
  public:
    TableView(const ReadArticle& read, std::size_t table);

    std::size_t rows() const { return m_table->cells.size(); }
    std::size_t columns() const { return m_table->columns.size(); }
    const TypedTable& table() const { return *m_table; }
    const TypedColumn& column(std::size_t column) const { return m_table->columns[column]; }
    RowRole rowRole(std::size_t row) const;
    std::string_view label(std::size_t row) const;
    std::string_view header(std::size_t column) const;
    std::string_view words(std::size_t row, std::size_t column) const;
    const TypedCell* cell(std::size_t row, std::size_t column) const;
    const HeaderSense& headerSense(std::size_t column) const { return m_columns[column]; }
    const HeaderSense& labelSense(std::size_t row) const { return m_labels[row]; }
    const HeaderSense& captionSense() const { return m_caption; }
    const TableContext& context() const { return m_read->context; }

    // What the row's label says of its sign: "Less: cost of sales".
    Deduction deduction(std::size_t row) const { return deductionOf(label(row).substr(0, longestHeader)); }
    // "select all that apply", 可複選: its percentages are no parts of one whole.
    bool severalAnswers() const;
    // … and these are by whom answers were given, or what people use side by side: above 100 % they overlap.
    bool mayOverlap() const;

    // The figure that stands for the cell; nothing for words, dates, missing ones and what was read in part.
    // Zeros that the whole column has after its decimal points are padding, and left out.
    std::optional<Operand> figure(std::size_t row, std::size_t column) const;
    // "+20%" of "$18B (+20%)".
    std::optional<Operand> innerChange(std::size_t row, std::size_t column) const;

    Evidence cellEvidence(std::size_t row, std::size_t column) const;
    Evidence headerEvidence(std::size_t column) const;
    Evidence captionEvidence() const;

  private:
    std::optional<Operand> operand(std::size_t row, std::size_t column, std::size_t index) const;
    bool says(std::initializer_list<std::u32string_view> words) const;

    const ReadArticle* m_read;
    const Table* m_source;
    const TypedTable* m_table;
    int m_index = -1, m_block = -1;
    std::vector<HeaderSense> m_columns, m_labels;
    HeaderSense m_caption;
    std::vector<int> m_padding; // decimals of each column that are zeros in every cell
};

// What has no sum, by the words of its header: rates, prices, averages.
bool isIntensive(std::string_view header);

// Which of the figures below each other are parts of one above them: 40 and 10 of "North America 50, US 40,
// Canada 10, Europe 30", whose indents are lost. As many as `figures`.
std::vector<bool> nestedIn(const std::vector<Operand>& figures);

// A year of a header or label: 2025 of "2025", "FY2025", "2025E"; 0 for anything finer or coarser.
int yearOf(const HeaderSense& sense);

struct TablePlace {
    std::size_t row = 0, column = 0;
    bool operator==(const TablePlace&) const = default;
};

// The years from one level to the next as their headers (or row labels) say them, else the header of the
// rate: "CAGR 2025–2030", "5-yr CAGR". Count 0: not said.
YearSpan yearsOfHeaders(const HeaderSense& base, const HeaderSense& next, std::string_view header,
                        const TableContext& context);
// The same for a rate in `stated`, wherever the table says it: "20% (2025–2030)", "$6.0B (2025)", headers,
// columns of years beside them, the label of the row, the caption.
YearSpan yearsBetween(const TableView& view, TablePlace base, TablePlace next, TablePlace stated,
                      const YearSpan& ofHeaders);

// One relation between cells, tried on a row or a column: what it says and where.
struct Finding {
    Check check;
    std::vector<Evidence> places; // what is stated first
};

// How findings of one relation fit: CannotTell counts for neither.
struct Fits {
    std::size_t fits = 0, misses = 0;
    void count(const Check& check);
    bool mostly() const { return fits > 0 && fits * 4 >= (fits + misses) * 3; } // 75 %
    bool any() const { return fits + misses > 0; }
};
Fits fitsOf(const std::vector<Finding>& findings);

// The findings of one relation over however many rows: all are counted, and as many kept as anybody is shown,
// so that a table of 100,000 rows costs no more memory than one of some thousands.
class Findings {
  public:
    void add(Finding finding);
    bool empty() const { return kept.empty(); }

    std::vector<Finding> kept;
    Fits fits;
    std::size_t pointsLabels = 0; // points written as per cent …
    std::size_t relative = 0;     // … and what holds as written

  private:
    std::size_t m_broken = 0, m_others = 0;
};

// Adds the findings with their evidence.
void report(std::vector<Finding> findings, std::vector<Check>& out);
inline void report(Findings findings, std::vector<Check>& out) {
    report(std::move(findings.kept), out);
}

// The families, one file each.
void checkTableChanges(const TableView& view, std::vector<Check>& out);
void checkTableChangesDown(const TableView& view, std::vector<Check>& out); // base and new are rows
void checkTableSums(const TableView& view, std::vector<Check>& out);
void checkTableShares(const TableView& view, std::vector<Check>& out);
void checkTableLabels(const TableView& view, std::vector<Check>& out);
void checkTableDomains(const TableView& view, std::vector<Check>& out);
void addTableImplications(const TableView& view, std::vector<Check>& out);

// A stated change with what its header says of the sign: of a column of declines "30%" is −30 %.
Operand asChange(Operand stated, std::string_view header, std::string_view cell);
// Change, points, difference or multiple by the units; a bare number under "Growth" may be percent.
Check checkStatedChange(const Operand& base, const Operand& next, const Operand& stated);

} // namespace parallax::data
