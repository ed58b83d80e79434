// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "table_fixture.h"
#include "tests/test_program.h"

namespace test_typed_table {

using namespace parallax::data;
using namespace parallax::data::testing;

class TestTypedTable : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void findsTheRolesOfColumns_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* table, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(expected);
        };
        row("words", "Vendor|Current|Projected|Change\nA|$10B|$12B|+20%\nB|$5B|$6B|+20%",
            "label base new change(1>2)");
        row("Traditional", "業者|現況|預測|變化\n甲|100億|150億|+50%\n乙|80億|100億|+25%",
            "label base new change(1>2)");
        row("Simplified", "厂商|当前|预计|增幅\n甲|100亿|150亿|50%\n乙|80亿|100亿|25%",
            "label base new change(1>2)");
        row("months", "期間|去年|今年|年增率\n1月|10|12|20%\n2月|20|30|50%", "label base new change(1>2)");
        row("months of years", "|去年|今年|年增率\n2026-01|10|12|20%\n2026-02|20|30|50%",
            "label base new change(1>2)");
        row("years", "Segment|2024|2025|YoY\nx|10|12|20%\ny|20|30|50%", "label base new change(1>2)");
        row("years turned", "Segment|2025|2024|Growth\nx|12|10|20%\ny|30|20|50%",
            "label new base change(2>1)");
        row("change first", "Segment|Growth|2024|2025\nx|20%|10|12\ny|50%|20|30",
            "label change(2>3) base new");
        row("arithmetic over order",
            "Item|2023|2024|2025|Change since 2023\nx|10|11|15|+50%\ny|20|21|40|+100%",
            "label base level new change(1>3)");
        row("points", "Vendor|2024|2025|Change (pp)\nA|30%|33%|+3\nB|20%|15%|-5",
            "label base new change(1>2)");
        row("absolute", "Vendor|Before|After|Difference\nA|100 ms|80 ms|-20 ms\nB|50 ms|55 ms|+5 ms",
            "label base new change(1>2)");
        row("signs without a word", "Vendor|2024|2025|vs. last\nA|10|12|+20%\nB|10|9|-10%",
            "label base new change(1>2)");
        row("a yearly rate", "Segment|2025|2028|CAGR\nx|100|800|100%\ny|100|172.8|20%",
            "label base new change(1>2)");
        row("a yearly rate beside years",
            "Segment|2024|2025|2030|CAGR 2025-2030\nx|90|100|3200|100%\ny|70|100|243|19%",
            "label level base new change(2>3)");
        row("share", "Vendor|Revenue|Market share\nA|$10B|62.5%\nB|$6B|37.5%", "label level share");
        row("share in Chinese", "廠商|營收（億美元）|市佔率\n甲|100|62.5%\n乙|60|37.5%", "label level share");
        row("shares by their sum", "Vendor|2025\nA|50%\nB|30%\nC|20%", "label share");
        row("share price", "Vendor|Share price\nA|$50\nB|$30", "label level");
        row("totals of rows", "Year|Cloud|Ads|Total\n2024|10|20|30\n2025|11|25|36",
            "label level level total");
        row("a measure that is called total", "Vendor|Total revenue|Users\nA|$10B|5M\nB|$5B|4M",
            "label level level");
        row("notes", "Vendor|Price|Notes\nA|$10|per seat\nB|$12|2 seats", "label level note");
        row("a change in words",
            "Vendor|Now|Projected|Change\nA|$10B|$12B (+20%)|Gains share\nB|$5B|$6B (+20%)|Gains 5% from C",
            "label base new text");
        row("ranks", "#|Model|Score\n1|A|88.1\n2|B|87.0", "text label level");
        row("dates", "Company|Founded|Revenue\nA|2015|$10B\nB|2021|$1B", "label text level");
        row("words only", "Lab|Partners|Strategy\nA|AWS, Google|open\nB|Azure|closed", "label text text");
        row("two measures",
            "Vendor|Revenue 2024|Revenue 2025|Growth|Profit 2024|Profit "
            "2025|Growth\nA|10|12|20%|4|5|25%\nB|20|30|50%|5|4|-20%",
            "label base new change(1>2) base new change(4>5)");
        row("one wrong figure does not turn a column",
            "V|2024|2025|Growth\nA|10|12|20%\nB|20|30|50%\nC|10|15|5%", "label base new change(1>2)");
        row("no header words", "a|b|c\nx|1|2\ny|3|4", "label level level");
    }
    void findsTheRolesOfColumns() {
        QFETCH(QString, table);
        QFETCH(QString, expected);
        QCOMPARE(roles(typed("", table.split(QLatin1Char('\n')))), expected);
    }

    void findsTheRolesOfRows_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* table, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(expected);
        };
        row("words", "V|R\nA|5\nB|3\nOthers|2\nTotal|10", "item item others total");
        row("Chinese", "廠商|營收\n甲|5\n其他業者|2\n合計|7", "item others total");
        row("with a remark", "V|R\nA|5\nOthers (D, E, etc.)|2\nTotal (est.)|7", "item others total");
        row("sections", "V|R|S\nCloud||\nA|5|1\nAds||\nB|3|2", "section item section item");
        row("a section over all columns", "V|R|S\nCloud|Cloud|Cloud\nA|5|1", "section item");
        row("arithmetic without a name", "V|R|S\nA|5|1\nB|3|2\n|8|3", "item item total");
        row("arithmetic at the end", "V|R|S\nA|5|1\nB|3|2\nC|1|1\nMarket|9|4", "item item item total");
        row("a name that begins with total", "V|R\nA|50\nTotal Energies|7\nB|3", "item item item");
        row("a missing figure is no section", "V|R|S\nA|—|n/a\nB|3|2", "item item");
    }
    void findsTheRolesOfRows() {
        QFETCH(QString, table);
        QFETCH(QString, expected);
        QCOMPARE(rowRoles(typed("", table.split(QLatin1Char('\n')))), expected);
    }

    void readsUnitsFromCellColumnRowAndCaption() {
        const TypedTable table =
            typed("Spending (USD billions)",
                  {QStringLiteral("Item|Price ($M)|Plain|Share, %"), QStringLiteral("A|5|7|30"),
                   QStringLiteral("Latency (ms)|€6|8 GB|45%")});
        QCOMPARE(figure(table, 0, 1), QStringLiteral("5000000 USD"));
        QCOMPARE(figure(table, 0, 2), QStringLiteral("7000000000 USD"));
        QCOMPARE(figure(table, 0, 3), QStringLiteral("30 %"));
        QCOMPARE(figure(table, 1, 1), QStringLiteral("6 EUR"));
        QCOMPARE(figure(table, 1, 3), QStringLiteral("45 %"));
        QVERIFY(table.cells[1][1].quantities.front().unitConflict);
        QCOMPARE(table.columns[3].unit, std::string("%"));
        QVERIFY(!table.cells[0][1].quantities.front().unitConflict);
    }

    void aChangeInPercentDoesNotContradictTheUnitOfItsRow() {
        const TypedTable table = typed("", {QStringLiteral("Metric|A (Current)|B (Expected)|Delta"),
                                            QStringLiteral("Throughput (req/s)|120|110-115|-4-8%"),
                                            QStringLiteral("Latency (s)|1.5|1.6-1.8|+6-20%")});
        QCOMPARE(figure(table, 0, 1), QStringLiteral("120 req/s"));
        QCOMPARE(figure(table, 0, 3), QStringLiteral("-8..-4 %"));
        QVERIFY(!table.cells[0][3].quantities.front().unitConflict);
        QCOMPARE(QString::fromStdString(table.columns[1].subject), QStringLiteral("A"));
        QCOMPARE(QString::fromStdString(table.columns[2].subject), QStringLiteral("B"));
        QVERIFY(table.columns[3].subject.empty());
    }

    void arithmeticSettlesWhatACellMeans() {
        const auto cell = [](const char* change) {
            return typed("", {QStringLiteral("Metric|Before|After|Change"), QString::fromUtf8(change)})
                .cells.at(0)
                .at(3);
        };
        const TypedCell drop = cell("x|120|110-115|-4-8%");
        QCOMPARE(drop.rejected, std::vector<std::string>{"-4 to 8 %: no end matches"});
        const TypedCell both = cell("x|100|96-108|-4-8%");
        QCOMPARE(both.quantities.front().high.toString(), std::string("8"));
        QCOMPARE(both.rejected, std::vector<std::string>{"-8 to -4 %: no end matches"});
        QVERIFY(cell("x|100|50-60|-4-8%").rejected.empty()); // neither: nothing is settled
        const TypedCell points = cell("x|50%|60%|+10%");
        QVERIFY(points.quantities.front().percentagePointPossible);
        QCOMPARE(points.rejected.size(), std::size_t(1));
        const TypedCell percent = cell("Availability|50%|55%|+10%");
        QVERIFY(!percent.quantities.front().percentagePointPossible);
        QVERIFY(cell("x|99.9%|99.95%|+0.05%").rejected.empty()); // both fit
    }

    void parenthesesAreNegativeUnlessAWholeColumnSaysOtherwise() {
        const auto table = [](const char* first, const char* second) {
            return typed("", {QStringLiteral("Item|Before|After|Change"), QString::fromUtf8(first),
                              QString::fromUtf8(second)});
        };
        QCOMPARE(figure(table("x|100|95|(5%)", "y|100|90|(10%)"), 0, 3), QStringLiteral("-5 %"));
        QCOMPARE(figure(table("x|100|105|(5%)", "y|100|90|(10%)"), 0, 3), QStringLiteral("-5 %"));
        const TypedTable upwards = table("x|100|105|(5%)", "y|100|110|(10%)");
        QCOMPARE(figure(upwards, 0, 3), QStringLiteral("5 %"));
        QCOMPARE(upwards.cells[0][3].rejected.size(), std::size_t(1));
    }

    void readsMissingNotesAndNames() {
        const TypedTable table = typed("", {QStringLiteral("Lab|Price|Partners|Next"),
                                            QStringLiteral("A|$5.00 (list)|AWS, Google (reportedly)|—"),
                                            QStringLiteral("B|N/A|Azure + AWS + Oracle|未披露")});
        const TypedCell& price = table.cells[0][1];
        QVERIFY(price.figure);
        QCOMPARE(price.note, (parallax::data::Span{7, 11}));
        QCOMPARE(table.cells[0][2].entities, (std::vector<std::string>{"AWS", "Google"}));
        QCOMPARE(table.cells[1][2].entities, (std::vector<std::string>{"Azure", "AWS", "Oracle"}));
        QVERIFY(table.cells[0][3].missing);
        QVERIFY(table.cells[1][1].missing);
        QVERIFY(table.cells[1][3].missing);
    }

    void namesThePeriodOfAHeader() {
        const TypedTable table = typed("", {QString::fromUtf8("V|2025|Q3 2026|2027E|2028年|FY2025|Growth"),
                                            QStringLiteral("A|1|2|3|4|5|6%")});
        QStringList periods;
        for (const auto& column : table.columns)
            periods << QString::fromStdString(column.period);
        QCOMPARE(periods.join(QLatin1Char('|')), QStringLiteral("|2025|Q3 2026|2027|2028|FY2025|"));
    }

    void keepsRaggedTablesInShape() {
        Table table;
        table.header = cellsOf(QStringLiteral("a|b"));
        table.rows = {cellsOf(QStringLiteral("x|1|2|3")), {}, cellsOf(QStringLiteral("y"))};
        const TypedTable result = typeTable(table, {});
        QCOMPARE(result.columns.size(), std::size_t(4));
        QCOMPARE(result.cells[0].size(), std::size_t(4));
        QCOMPARE(result.cells[1].size(), std::size_t(0));
        QCOMPARE(result.cells[2].size(), std::size_t(1));
        QCOMPARE(result.rowLabels[2], std::string("y"));
        QVERIFY(typeTable({}, {}).cells.empty());
        Table bare;
        bare.rows = {cellsOf(QStringLiteral("1|2")), cellsOf(QStringLiteral("3|4"))};
        QCOMPARE(roles(typeTable(bare, {})), QStringLiteral("level level"));
    }

    void survivesHugeTables() {
        Table wide;
        for (int i = 0; i < 2000; ++i) {
            wide.header.push_back({i % 3 == 2 ? "Total growth" : "Total 2025", {}, {}});
        }
        for (int r = 0; r < 5; ++r) {
            auto& row = wide.rows.emplace_back();
            for (int i = 0; i < 2000; ++i)
                row.push_back({std::to_string(i) + (i % 3 == 2 ? "%" : ""), {}, {}});
        }
        QCOMPARE(typeTable(wide, {}).columns.size(), std::size_t(2000));

        Table tall;
        tall.header = cellsOf(QStringLiteral("Name|2025"));
        tall.rows.resize(100000, cellsOf(QStringLiteral("Thing (ms)|10 ms")));
        const TypedTable result = typeTable(tall, {});
        QCOMPARE(roles(result), QStringLiteral("label level"));
        QCOMPARE(figure(result, 99999, 1), QStringLiteral("0.010 s"));

        Table fat;
        const std::string megabyte(1 << 20, '9');
        std::string words;
        while (words.size() < (1 << 20))
            words += "(+5% $3B 億 ";
        fat.caption = words;
        fat.header = {{words, {}, {}}, {words, {}, {}}, {megabyte, {}, {}}};
        for (int r = 0; r < 4; ++r)
            fat.rows.push_back({{words, {}, {}}, {megabyte, {}, {}}, {words, {}, {}}});
        QCOMPARE(typeTable(fat, {}).cells.size(), std::size_t(4));
    }
};

PARALLAX_TEST(TestTypedTable)

} // namespace test_typed_table
#include "test_typed_table.moc"
