// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <limits>

#include "data/table/computed_column.h"
#include "data/table/describe.h"
#include "data/table/figure_value.h"
#include "table_fixture.h"
#include "tests/test_program.h"

namespace test_table_figures {

using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

QStringList lines(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char('\n'));
}

// "20 [12.9, 27.6]" for each row, or its reason.
QString shown(const ComputedResult& result) {
    QStringList out;
    for (std::size_t row = 0; row < result.cells.size(); ++row) {
        const auto& cell = result.cells[row];
        out << (cell ? QString::number(cell->value, 'f', cell->decimals)
                     : QString::fromStdString(result.reasons[row]));
    }
    return out.join(QLatin1Char(' ')) + QLatin1Char('|') + QString::fromStdString(result.unit);
}

} // namespace

class TestTableFigures : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void figuresHaveOneScale_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("unit");
        const auto row = [](const char* words, double low, double high, const char* unit) {
            QTest::newRow(words) << QString::fromUtf8(words) << low << high << QString::fromUtf8(unit);
        };
        row("$15B", 15e9, 15e9, "USD");
        row("1,500 ms", 1.5, 1.5, "s");
        row("5-7%", 5, 7, "%");
        row("580億美元", 58e9, 58e9, "USD");
        row("$5 per 1M tokens", 5e-6, 5e-6, "USD/token");
        row("3x", 3, 3, "x");
        row("1970-01-02", 1, 1, "day");
        row("(5%)", -5, -5, "%");
    }
    void figuresHaveOneScale() {
        QFETCH(QString, words);
        const auto value = figureValue(std::string_view(words.toStdString()));
        QVERIFY(value.has_value());
        QTEST(value->low, "low");
        QTEST(value->high, "high");
        QTEST(QString::fromStdString(value->unit), "unit");
    }

    void wordsAreNoFigures() {
        for (const char* words : {"", "abc", "about everything", "GPT-4o", "—"})
            QVERIFY2(!figureValue(std::string_view(words)), words);
    }

    void figuresSortWithinTheirUnit() {
        const auto of = [](const char* words) { return *figureValue(std::string_view(words)); };
        QVERIFY(compareFigures(of("$900M"), of("$1.2B")) < 0);
        QVERIFY(compareFigures(of("999 ms"), of("1s")) < 0);
        QVERIFY(compareFigures(of("5-7"), of("5-6")) > 0);
        QVERIFY(compareFigures(of("100%"), of("$1")) < 0); // by unit: they have no order of their own
    }

    void sortsRowsWithTheEmptyOnesLast() {
        const TypedTable table = typed("", lines("V|R\nA|$5B\nB|—\nC|$900M\nD|€1\nE|n/a\nF|$5B"));
        const ColumnFigures figures = columnFigures(table, 1);
        QCOMPARE(figures.figures, std::size_t(4));
        QCOMPARE(figures.missing, std::size_t(2));
        QVERIFY(!figures.oneUnit);
        QCOMPARE(sortedRows(figures, 6, SortDirection::Ascending),
                 (std::vector<std::size_t>{2, 0, 5, 3, 1, 4}));
        QCOMPARE(sortedRows(figures, 6, SortDirection::Descending),
                 (std::vector<std::size_t>{0, 5, 2, 3, 1, 4}));
        QVERIFY(columnFigures(table, 99).low.empty());
        QCOMPARE(sortedRows(columnFigures(table, 99), 2, SortDirection::Ascending),
                 (std::vector<std::size_t>{0, 1}));
    }

    void describesAColumn() {
        const TypedTable table =
            typed("", lines("V|R\nA|1.10\nB|2.20\nC|3.30\nD|4-6\nE|—\nF|soon\nG|€5\nTotal|100"));
        Description all = describeColumn(table, 1);
        QCOMPARE(all.count, std::size_t(4));
        QCOMPARE(all.missing, std::size_t(1));
        QCOMPARE(all.words, std::size_t(1));
        QCOMPARE(all.otherUnits, std::size_t(1));
        QCOMPARE(all.inexact, std::size_t(1));
        QCOMPARE(all.minimum, 1.1);
        QCOMPARE(all.maximum, 5.0);
        QCOMPARE(all.median, 2.75);
        QCOMPARE(all.lowerQuartile, 1.925); // as QUARTILE.INC
        QCOMPARE(all.upperQuartile, 3.725);
        QVERIFY(!all.exactSum.has_value());
        const std::vector<std::size_t> rows{0, 1, 2};
        const Description three = describeRows(table, 1, rows);
        QCOMPARE(three.exactSum->toString(), std::string("6.60"));
        QCOMPARE(three.mean, 2.2);
        QVERIFY(std::abs(three.deviation - 1.1) < 1e-12);
        QVERIFY(describeColumn(table, 99).empty());
        QVERIFY(describeRows(table, 1, {}).empty());
    }

    void groupsAndPivots() {
        const QStringList text = lines("Vendor|Year|Region|Revenue\nA|2024|US|$1B\nA|2025|US|$2B\na|2024|EU|$"
                                       "4B\nB|2024|US|$8B\nB|2025|EU|—");
        const Table source = tableOf("", text);
        const TypedTable table = typeTable(source, {});
        const Pivot group = groupColumn(source, table, 0, 3, Aggregate::Sum);
        QCOMPARE(group.rowKeys, (std::vector<std::string>{"A", "B"}));
        QCOMPARE(group.unit, std::string("USD"));
        QCOMPARE(*group.cells[0][0].value, 7e9);
        QCOMPARE(group.cells[0][0].rows, (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(group.cells[1][0].leftOut, std::size_t(1));
        const Pivot pivot = pivotTable(source, table, 0, 1, 3, Aggregate::Maximum);
        QCOMPARE(pivot.columnKeys, (std::vector<std::string>{"2024", "2025"}));
        QCOMPARE(*pivot.cells[0][0].value, 4e9);
        QVERIFY(!pivot.cells[1][1].value.has_value());
        QCOMPARE(*pivot.rowTotals[1].value, 8e9);
        QCOMPARE(*pivot.columnTotals[1].value, 2e9);
        QCOMPARE(*pivot.total.value, 8e9);
        QCOMPARE(*pivotTable(source, table, 0, 1, 3, Aggregate::Count).cells[1][1].value, 0.0);
        QCOMPARE(*groupColumn(source, table, 0, 3, Aggregate::Mean).total.value, 3.75e9);
        QVERIFY(groupColumn(source, table, 99, 99, Aggregate::Sum).total.count == 0);
    }

    void aPivotOfManyKeysIsCut() {
        Table source;
        source.header = cellsOf(QStringLiteral("Name|Value"));
        for (int i = 0; i < 5000; ++i)
            source.rows.push_back({{"name " + std::to_string(i), {}, {}}, {"1", {}, {}}});
        const TypedTable table = typeTable(source, {});
        const Pivot group = groupColumn(source, table, 0, 1, Aggregate::Sum);
        QVERIFY(group.cut);
        QCOMPARE(group.rowKeys.size(), std::size_t(2001));
        QCOMPARE(*group.total.value, 5000.0);
        QCOMPARE(*group.cells.back().front().value, 3000.0);
    }

    void computesColumns() {
        const TypedTable table = typed(
            "", lines("V|2024|2027\nA|$15B|$18B\nB|$8.00B|$14.00B\nC|—|$5B\nD|$0|$1\nE|€1|$1\nF|-$5|$5"));
        QCOMPARE(shown(computeColumn(table, {Computation::Change, 1, 2, 0})),
                 QStringLiteral("20 75.0 missing zero unit sign|%"));
        const auto change = computeColumn(table, {Computation::Change, 1, 2, 0});
        QVERIFY(std::abs(change.cells[0]->low - 12.9032) < 1e-3 &&
                std::abs(change.cells[0]->high - 27.5862) < 1e-3);
        QCOMPARE(change.left, std::size_t(4));
        const auto difference = computeColumn(table, {Computation::Difference, 1, 2, 0});
        QCOMPARE(difference.cells[0]->exact->toString(), std::string("3000000000"));
        QCOMPARE(difference.unit, std::string("USD"));
        const auto cagr = computeColumn(table, {Computation::Cagr, 1, 2, 0});
        QVERIFY(std::abs(cagr.cells[1]->value - 20.5071) < 1e-3); // three years, from the headers
        QCOMPARE(computeColumn(typed("", lines("V|a|b\nA|1|2")), {Computation::Cagr, 1, 2, 0}).reasons[0],
                 std::string("years"));
        QVERIFY(std::abs(computeColumn(typed("", lines("V|a|b\nA|1|4")), {Computation::Cagr, 1, 2, 2})
                             .cells[0]
                             ->value -
                         100) < 1e-9);
        const auto points =
            computeColumn(typed("", lines("V|a|b\nA|10%|12%")), {Computation::Difference, 1, 2, 0});
        QCOMPARE(points.unit, std::string("pp"));
        QCOMPARE(points.cells[0]->exact->toString(), std::string("2"));
    }

    void computesSharesAndRanks() {
        const TypedTable table = typed("", lines("V|R\nA|$50\nB|$30\nC|$30\nD|soon\nTotal|$120"));
        const auto share = computeColumn(table, {Computation::Share, 1, 1, 0});
        QVERIFY(std::abs(share.cells[0]->value - 100.0 * 50 / 120) < 1e-9); // of the stated total
        QCOMPARE(share.reasons[3], std::string("missing"));
        QCOMPARE(shown(computeColumn(table, {Computation::Rank, 1, 1, 0})),
                 QStringLiteral("1 2 2 missing missing|"));
        const TypedTable parts = typed("", lines("V|R\nA|60\nB|40"));
        const auto whole = computeColumn(parts, {Computation::Share, 1, 1, 0});
        QCOMPARE(whole.cells[0]->value, 60.0);
        QVERIFY(whole.cells[0]->low > 59.4 && whole.cells[0]->high < 60.6); // 59.5 of 100, 60.5 of 100
        QCOMPARE(computeColumn(typed("", lines("V|R\nA|-5\nB|10")), {Computation::Share, 1, 1, 0}).reasons[0],
                 std::string("sign"));
        QVERIFY(computeColumn(parts, {Computation::Change, 98, 99, 0}).left == 2);
    }
};

PARALLAX_TEST(TestTableFigures)

} // namespace test_table_figures
#include "test_table_figures.moc"
