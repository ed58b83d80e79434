// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/test_program.h"
#include "tests/ui/tables/table_samples.h"
#include "ui/tables/row_order.h"
#include "ui/tables/table_chart.h"

namespace test_table_values {

using namespace parallax;
using namespace parallax::ui;

namespace {

QStringList labels(const PreparedTable& table, const std::vector<int>& rows) {
    QStringList names;
    for (const int row : rows)
        names.append(table.label(row));
    return names;
}

std::vector<int> all(int count) {
    std::vector<int> numbers(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        numbers[static_cast<std::size_t>(i)] = i;
    return numbers;
}

TableChart chartOfAll(const PreparedTable& table, const TableChartOptions& options = {}) {
    return chartOf(table, all(table.rowCount), all(table.columnCount), options);
}

} // namespace

class TestTableValues : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void columnsOfFiguresAreTold() {
        const auto table = samples::prepared(samples::revenue());
        QVERIFY(!table->columns[0].numeric);
        QVERIFY(table->columns[1].numeric);
        QVERIFY(table->columns[1].oneUnit);
        QVERIFY(!table->columns[3].numeric);
        QVERIFY(!table->columns[1].hasFigure(4));
        QCOMPARE(table->columns[2].largest, 18e9);
        const auto mixed = samples::prepared(samples::operations());
        QVERIFY(mixed->columns[1].numeric);
        QVERIFY(!mixed->columns[1].oneUnit);
        QCOMPARE(mixed->unitOf(1, 1)->code, std::string("req/s")); // from the row's name
    }

    void figuresAreSortedByWhatTheyAreWorth() {
        const auto table = samples::prepared(samples::revenue());
        const QStringList up{QStringLiteral("Alpha"), QStringLiteral("Gamma 10"), QStringLiteral("Ärger"),
                             QStringLiteral("beta"), QStringLiteral("Gamma 9")};
        QCOMPARE(labels(*table, arrangeRows(*table, {1, Qt::AscendingOrder, {}}, QLocale(), {})), up);
        const QStringList down{QStringLiteral("beta"), QStringLiteral("Ärger"), QStringLiteral("Gamma 10"),
                               QStringLiteral("Alpha"), QStringLiteral("Gamma 9")}; // no figure stays last
        QCOMPARE(labels(*table, arrangeRows(*table, {1, Qt::DescendingOrder, {}}, QLocale(), {})), down);
    }

    void wordsAreSortedAsThePeopleOfTheLanguageDo() {
        const auto table = samples::prepared(samples::revenue());
        const QStringList names{QStringLiteral("Alpha"), QStringLiteral("Ärger"), QStringLiteral("beta"),
                                QStringLiteral("Gamma 9"), QStringLiteral("Gamma 10")};
        QCOMPARE(
            labels(*table, arrangeRows(*table, {0, Qt::AscendingOrder, {}}, QLocale(QLocale::German), {})),
            names);
        const auto chinese =
            samples::prepared(samples::table("", {"名"}, {{"重庆"}, {"北京"}, {"上海"}, {"阿里"}}));
        const QStringList pinyin{QStringLiteral("阿里"), QStringLiteral("北京"), QStringLiteral("重庆"),
                                 QStringLiteral("上海")};
        QCOMPARE(labels(*chinese, arrangeRows(*chinese, {0, Qt::AscendingOrder, {}},
                                              QLocale(QLocale::Chinese, QLocale::China), {})),
                 pinyin);
    }

    void rowsAreFiltered_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* filter, const char* found) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(found);
        };
        row("", "Alpha|beta|Ärger|Gamma 10|Gamma 9");
        row("GAMMA", "Gamma 10|Gamma 9");
        row("ｇａｍｍａ", "Gamma 10|Gamma 9");
        row("gamma 10", "Gamma 10");
        row("\"gamma 9\"", "Gamma 9");
        row("-gamma", "Alpha|beta|Ärger");
        row("provider:beta", "beta");
        row("change:models", "Gamma 10");
        row("\"change\":\"open models\"", "Gamma 10");
        row("today>$5B", "beta|Ärger");
        row("today>=8B", "beta|Ärger");
        row("today<1B", "Alpha");
        row("today>10", "Alpha|beta"); // the number that is seen: 900 of $900M, 15 of $15B
        row("outlook=$5B", "Gamma 10");
        row("-today>$5B", "Alpha|Gamma 10|Gamma 9");
        row("today>5%", ""); // dollars are no per cent
        row("no:such", "");  // no such column: a word that nothing contains
        row("16:9", "");
        row(">", ""); // no figure after the sign: a word
        row("\"unclosed", "");
        row("-", ""); // a lone hyphen is a word
        row("open -models", "");
    }
    void rowsAreFiltered() {
        QFETCH(QString, filter);
        QFETCH(QString, found);
        const auto table = samples::prepared(samples::revenue());
        QCOMPARE(labels(*table, arrangeRows(*table, {-1, Qt::AscendingOrder, filter}, QLocale(), {}))
                     .join(QLatin1Char('|')),
                 found);
    }

    void eitherChineseScriptFindsTheOther() {
        const auto table = samples::prepared(samples::table("", {"公司"}, {{"微軟雲端"}, {"谷歌"}}));
        QCOMPARE(arrangeRows(*table, {-1, Qt::AscendingOrder, QStringLiteral("微软")}, QLocale(), {}),
                 (std::vector<int>{0}));
    }

    void aChartHasOneUnitAndOffersTheOthers() {
        const auto table = samples::prepared(samples::operations());
        const TableChart first = chartOfAll(*table);
        // Changes are no shares: four of them, two of each other unit.
        QVERIFY(table->units[static_cast<std::size_t>(first.unit)].change);
        QCOMPARE(first.chart.unit, QStringLiteral("%"));
        QCOMPARE(first.chart.series.size(), 1);
        QCOMPARE(first.units.size(), 5U);
        TableChartOptions options;
        for (std::size_t unit = 0; unit < table->units.size(); ++unit)
            if (table->units[unit].code == "s")
                options.unit = static_cast<int>(unit);
        const TableChart seconds = chartOfAll(*table, options);
        QCOMPARE(seconds.chart.unit, QStringLiteral("s"));
        // A single row of several columns becomes a bar per column.
        QVERIFY(seconds.transposed);
        QCOMPARE(seconds.chart.categories,
                 (QStringList{QStringLiteral("North (now)"), QStringLiteral("South (planned)")}));
        QCOMPARE(seconds.chart.series[0].values, (QVector<double>{1.2, 1.4})); // a range at its middle
        QCOMPARE(seconds.chart.series[0].high[1], 1.5);
        QCOMPARE(seconds.cell(1, 0), std::pair(0, 2));
        QCOMPARE(seconds.bar(0, 2), std::pair(1, 0));
    }

    void datesAreSortedButNotDrawn() {
        const auto table = samples::prepared(samples::table(
            "Launches", {"Product", "Date"}, {{"A", "March 2026"}, {"B", "May 2025"}, {"C", "2024-12-01"}}));
        QCOMPARE(labels(*table, arrangeRows(*table, {1, Qt::AscendingOrder, {}}, QLocale(), {})),
                 (QStringList{QStringLiteral("C"), QStringLiteral("B"), QStringLiteral("A")}));
        QVERIFY(chartOfAll(*table).units.empty());
    }

    void rowsOfOneNameAreToldApartInAChart() {
        const auto table =
            samples::prepared(samples::table("Prices", {"Provider", "Currency", "Region", "Price"},
                                             {{"Northgate Cloud", "USD", "Frankfurt", "$4"},
                                              {"Seawall", "USD", "Oslo", "$3"},
                                              {"Northgate Cloud", "USD", "Dublin", "$5"},
                                              {"Northgate Cloud", "USD", "Oslo", "$6"}}));
        QCOMPARE(chartOfAll(*table).chart.categories,
                 (QStringList{QStringLiteral("Northgate Cloud, Frankfurt"), QStringLiteral("Seawall"),
                              QStringLiteral("Northgate Cloud, Dublin"),
                              QStringLiteral("Northgate Cloud, Oslo")}));
    }

    void aChartShowsTheChosenRowsInTheirOrder() {
        const auto table = samples::prepared(samples::revenue());
        const TableChart chart = chartOf(*table, {2, 0}, {0, 1, 2});
        QCOMPARE(chart.chart.categories, (QStringList{QStringLiteral("Ärger"), QStringLiteral("Alpha")}));
        QCOMPARE(chart.chart.series.size(), 2);
        QCOMPARE(chart.chart.series[1].values, (QVector<double>{14e9, 1.2e9}));
        QCOMPARE(chart.chart.kind, ChartKind::GroupedBars);
        QCOMPARE(chart.cell(0, 1), std::pair(2, 2));
        QCOMPARE(chart.cell(5, 1), std::pair(-1, -1));
    }

    void yearsAreJoinedByLinesAndSharesAreStacked() {
        const auto years = samples::prepared(
            samples::table("", {"Year", "A"}, {{"2024", "$1B"}, {"2025", "$2B"}, {"2026E", "$3B"}}));
        QCOMPARE(chartOfAll(*years).chart.kind, ChartKind::Lines);
        const auto shares = samples::prepared(samples::table("", {"Cloud", "Training", "Inference"},
                                                             {{"A", "40%", "60%"}, {"B", "25%", "75%"}}));
        QCOMPARE(chartOfAll(*shares).chart.kind, ChartKind::StackedBars);
        const auto growth = samples::prepared(
            samples::table("", {"Cloud", "H1", "H2"}, {{"A", "40%", "50%"}, {"B", "-5%", "75%"}}));
        QCOMPARE(chartOfAll(*growth).chart.kind, ChartKind::GroupedBars);
    }

    void aTableWithoutFiguresHasNoChart() {
        const TableChart chart = chartOfAll(*samples::prepared(samples::strategy()));
        QVERIFY(chart.chart.categories.isEmpty());
        QVERIFY(chart.units.empty());
    }

    void manyRowsAreCutAndItSaysSo() {
        data::Table big = samples::table("", {"Name", "Value"}, {});
        for (int i = 0; i < 500; ++i)
            big.rows.push_back({{"Row " + std::to_string(i), {}, {}}, {std::to_string(i), {}, {}}});
        const TableChart chart = chartOfAll(*samples::prepared(big));
        QCOMPARE(chart.chart.categories.size(), 40);
        QVERIFY(chart.chart.note.contains(QStringLiteral("500")));
    }

    void oddTablesAreShownAsTheyAre() {
        data::Table ragged;
        ragged.rows = {{{"a", {}, {}}}, {}, {{"b", {}, {}}, {"5", {}, {}}, {"\xff\xfe", {}, {}}}};
        const auto table = samples::prepared(ragged);
        QCOMPARE(table->columnCount, 3);
        QCOMPARE(table->headers,
                 (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
        QCOMPARE(table->text(1, 2), QString());
        QCOMPARE(arrangeRows(*table, {1, Qt::DescendingOrder, {}}, QLocale(), {}),
                 (std::vector<int>{2, 0, 1}));
        QCOMPARE(arrangeRows(*table, {99, Qt::DescendingOrder, {}}, QLocale(), {}).size(), 3U);
        const auto empty = samples::prepared(data::Table());
        QCOMPARE(empty->columnCount, 0);
        QVERIFY(chartOfAll(*empty).chart.series.isEmpty());
    }
};

PARALLAX_LOOP_TEST(TestTableValues)

} // namespace test_table_values
#include "test_table_values.moc"
