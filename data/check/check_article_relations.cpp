// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <iterator>

#include "data/check/check_article_relations.h"
#include "data/check/reading.h"
#include "data/check/repair.h"
#include "data/check/verdict.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

// A total time, a wait and a speed of one table: total = wait + length ÷ speed.
struct TableRelation {
    std::size_t total = 0, wait = 0, speed = 0; // columns
    double length = 0;                          // "500-token answer"
};

Operand cellOf(const ReadArticle& read, std::size_t table, std::size_t row, std::size_t column) {
    const TypedTable& typed = read.tables[table];
    return operandOf(*levelOf(typed, row, column), wordsOf(read.article->tables[table], typed, row, column));
}

Computed computedOf(const TableRelation& relation, const Operand& wait, const Operand& speed) {
    const Reading w = readingOf(wait);
    const Reading s = readingOf(speed);
    const Interval length{relation.length, relation.length};
    return {w.face + relation.length / s.face, add(w.strict, divide(length, s.strict)),
            add(w.loose, divide(length, s.loose))};
}

std::vector<std::size_t> rowsWith(const TypedTable& table, const TableRelation& relation) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.cells.size(); ++row) {
        const Quantity* const total = levelOf(table, row, relation.total);
        const Quantity* const wait = levelOf(table, row, relation.wait);
        const Quantity* const speed = levelOf(table, row, relation.speed);
        if (total != nullptr && wait != nullptr && speed != nullptr && total->dimension == Dimension::Time &&
            wait->dimension == Dimension::Time && speed->dimension == Dimension::Rate &&
            readingOf({*speed, {}}).faceLow > 0)
            rows.push_back(row);
    }
    return rows;
}

void judgeRows(const ReadArticle& read, std::size_t table, const TableRelation& relation,
               std::vector<Check>& out) {
    const TypedTable& typed = read.tables[table];
    const std::vector<std::size_t> rows = rowsWith(typed, relation);
    constexpr std::size_t fewest = 4;
    if (rows.size() < fewest)
        return;
    std::vector<Check> checks;
    std::size_t fitting = 0;
    for (const std::size_t row : rows) {
        const Operand total = cellOf(read, table, row, relation.total);
        const Operand wait = cellOf(read, table, row, relation.wait);
        const Operand speed = cellOf(read, table, row, relation.speed);
        const Computed computed = computedOf(relation, wait, speed);
        const Reading stated = readingOf(total);
        Check check;
        check.rule = Rule::SumTotal;
        check.unit = total.quantity.unit;
        judge(check, computed, stated);
        check.formula = plainNumber(readingOf(wait).face) + " + " + plainNumber(relation.length) + " ÷ " +
                        plainNumber(readingOf(speed).face) + " = " + plainNumber(computed.face, 4);
        if (check.verdict == Verdict::Inconsistent) {
            if (std::abs(relation.length / readingOf(speed).face - stated.face) <= stated.resolution)
                check.cause = "part-left-out";
            addRepair(check, "stated", inStyleOf(total, computed.face, levelDigits));
        }
        fitting += check.verdict == Verdict::Inconsistent ? 0 : 1;
        for (const std::size_t column : {relation.total, relation.wait, relation.speed})
            check.statement.push_back(cellEvidence(*read.article, static_cast<int>(table),
                                                   static_cast<int>(row), static_cast<int>(column)));
        checks.push_back(std::move(check));
    }
    // The relation is what three of four rows keep; the others break it.
    if (fitting * 4 >= rows.size() * 3)
        std::ranges::move(checks, std::back_inserter(out));
}

} // namespace

void checkRelations(const ReadArticle& article, std::vector<Check>& out) {
    for (std::size_t t = 0; t < article.tables.size(); ++t) {
        const TypedTable& table = article.tables[t];
        constexpr std::size_t mostRows = 2000;
        constexpr std::size_t mostColumns = 24;
        if (table.cells.size() > mostRows || table.columns.size() > mostColumns)
            continue;
        std::vector<std::size_t> speeds;
        std::vector<std::size_t> times;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            if (table.columns[c].dimension == Dimension::Rate)
                speeds.push_back(c);
            if (table.columns[c].dimension == Dimension::Time)
                times.push_back(c);
        }
        for (const std::size_t total : times) {
            const std::string header = total < table.header.size() ? table.header[total] : std::string();
            for (const Quantity& length : parseQuantities(header)) {
                if (length.dimension != Dimension::Count || length.value.digits <= 0)
                    continue;
                for (const std::size_t wait : times)
                    for (const std::size_t speed : speeds)
                        if (wait != total)
                            judgeRows(article, t, {total, wait, speed, length.value.toDouble()}, out);
            }
        }
    }
}

} // namespace parallax::data
