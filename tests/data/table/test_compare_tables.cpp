// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <deque>

#include "data/table/canonical_name.h"
#include "data/table/compare_tables.h"
#include "table_fixture.h"
#include "tests/test_program.h"

namespace test_compare_tables {

using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

// Tables that stay alive while they are compared.
class Tables {
  public:
    void add(const char* month, const char* caption, const char* text) {
        Kept& kept = m_kept.emplace_back();
        kept.source = tableOf(caption, QString::fromUtf8(text).split(QLatin1Char('\n')));
        TableContext context;
        context.documentMonth = month;
        kept.table = typeTable(kept.source, context);
        ComparableTable comparable;
        comparable.source = &kept.source;
        comparable.table = &kept.table;
        comparable.month = month;
        m_all.push_back(comparable);
    }
    const std::vector<ComparableTable>& all() const { return m_all; }

  private:
    struct Kept {
        Table source;
        TypedTable table;
    };
    std::deque<Kept> m_kept;
    std::vector<ComparableTable> m_all;
};

// "Azure: 2025 $15B; 2026* $18B / $17B !": a measure as lines, "*" projected, "!" different.
QString shown(const ComparedMeasure& measure) {
    QStringList lines;
    for (const auto& subject : measure.subjects) {
        QStringList cells;
        for (std::size_t i = 0; i < measure.periods.size(); ++i) {
            const ComparedCell& cell = subject.cells[i];
            if (cell.empty())
                continue;
            QStringList words;
            for (const auto& figure : cell.figures)
                words << QString::fromStdString(figure.words);
            cells << QString::fromStdString(measure.periods[i].name) +
                         (measure.periods[i].projected ? QStringLiteral("*") : QString()) + QLatin1Char(' ') +
                         words.join(QStringLiteral(" / ")) +
                         (cell.differs ? QStringLiteral(" !") : QString());
        }
        lines << QString::fromStdString(subject.name) + QStringLiteral(": ") +
                     cells.join(QStringLiteral("; "));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestCompareTables : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void namesMeetAcrossLanguages() {
        QCOMPARE(canonicalSubject("微軟"), canonicalSubject("Microsoft Corp. (US)"));
        QCOMPARE(canonicalSubject("微软"), canonicalSubject("ＭＩＣＲＯＳＯＦＴ"));
        QCOMPARE(canonicalSubject("其他（甲骨文等）"), canonicalSubject("Others"));
        QCOMPARE(canonicalSubject("合計"), canonicalSubject("Total (est.)"));
        QVERIFY(canonicalSubject("Azure") != canonicalSubject("AWS"));
        QCOMPARE(canonicalMeasure("Current AI Cloud Revenue (est.)"), canonicalMeasure("AI 雲端營收"));
        QCOMPARE(canonicalMeasure("雲端 AI 收入"), canonicalMeasure("2026 Revenue, AI cloud"));
        QCOMPARE(canonicalMeasure("Users"), canonicalMeasure("用戶數"));
        QVERIFY(canonicalMeasure("2025").empty());
        QVERIFY(canonicalMeasure("Current (est.)").empty());
        QVERIFY(canonicalMeasure("Revenue") != canonicalMeasure("Profit"));
        QVERIFY(canonicalMeasure(std::string(1 << 20, 'x')).size() < 1000);
    }

    void setsTheSameFactSideBySideOverTime() {
        Tables tables;
        tables.add("2026-01", "AI revenue",
                   "Provider|Current|Projected\nMicrosoft|$10B|$20B\nGoogle|$4B|$5B");
        tables.add("2026-04", "", "業者|AI 營收\n微軟|$15B\n谷歌|$4.2B");
        const TableComparison found = compareTables(tables.all());
        QCOMPARE(found.measures.size(), std::size_t(1));
        const ComparedMeasure& measure = found.measures[0];
        QCOMPARE(measure.tables, std::size_t(2));
        QCOMPARE(shown(measure), QString::fromUtf8("微軟: 2026-01 $10B; 2026-01* $20B; 2026-04 $15B\n"
                                                   "谷歌: 2026-01 $4B; 2026-01* $5B; 2026-04 $4.2B"));
        QCOMPARE(measure.differences, std::size_t(0));
        QVERIFY(std::abs(*measure.subjects[0].cells[1].change - 100) < 1e-9);
        QCOMPARE(measure.subjects[0].cells[2].figures[0].source, (ComparedSource{1, 0, 1}));
    }

    void marksValuesThatDiffer() {
        Tables tables;
        tables.add("2026-01", "", "Vendor|Revenue 2025\nA|$15B\nB|$8B");
        tables.add("2026-03", "", "Vendor|2025 revenue\nA|$15.3B\nB|$9.5B");
        const ComparedMeasure measure = compareTables(tables.all()).measures.at(0);
        QCOMPARE(shown(measure), QStringLiteral("A: 2025 $15.3B / $15B\nB: 2025 $9.5B / $8B !"));
        const ComparedFigure& older = measure.subjects[1].cells[0].figures[1];
        QCOMPARE(older.delta, -1.5e9);
        QVERIFY(std::abs(*older.deltaPercent + 15.789473) < 1e-5);
        QCOMPARE(measure.differences, std::size_t(1));
    }

    void turnsTablesOfMeasuresByRow() {
        Tables tables;
        tables.add("2026-01", "", "Metric|Azure|AWS\nLatency (s)|1.5|1.7\nPrice|$5|$6");
        tables.add("2026-02", "", "Cloud|Latency (ms)|Price\nAzure|1600|$5\nAWS|1700|$7");
        const TableComparison found = compareTables(tables.all());
        QCOMPARE(found.measures.size(), std::size_t(2));
        QCOMPARE(shown(found.measures[0]),
                 QStringLiteral("Azure: 2026-01 1.5; 2026-02 1600\nAWS: 2026-01 1.7; 2026-02 1700"));
        QCOMPARE(found.measures[0].unit, std::string("s"));
    }

    void readsSeriesWithPeriodsAsRows() {
        Tables tables;
        tables.add("2026-01", "Cloud revenue", "Year|Microsoft|Google\n2024|$10B|$5B\n2025|$12B|$6B");
        tables.add("2026-02", "", "Vendor|2025 cloud revenue\n微軟|$14B");
        const ComparedMeasure measure = compareTables(tables.all()).measures.at(0);
        QCOMPARE(shown(measure),
                 QString::fromUtf8("微軟: 2024 $10B; 2025 $14B / $12B !\nGoogle: 2024 $5B; 2025 $6B"));
    }

    void keepsUnitsAndRepeatedLabelsApart() {
        Tables tables;
        tables.add("2026-01", "", "Vendor|Region|Revenue\nA|US|$5B\nA|EU|€3B\nB|US|$1B");
        const TableComparison found = compareTables(tables.all());
        QCOMPARE(found.measures.size(), std::size_t(2)); // dollars and euros
        QCOMPARE(found.measures[0].subjects.size() + found.measures[1].subjects.size(), std::size_t(3));
    }

    void findsWhatIsWorthComparing() {
        Tables tables;
        tables.add("2026-01", "", "Vendor|Revenue\nA|$5B\nB|$3B");
        tables.add("2026-02", "", "Vendor|Users\nA|5M\nB|3M");
        tables.add("2026-03", "", "Vendor|Revenue\nC|$5B\nB|$3B");
        tables.add("2026-04", "", "廠商|營收\nA|$5B\nB|$3B");
        const std::vector<ComparableTable> others(tables.all().begin() + 1, tables.all().end());
        QCOMPARE(comparableWith(tables.all()[0], others), (std::vector<std::size_t>{2, 1}));
    }

    void survivesWhatIsLarge() {
        QVERIFY(compareTables({}).measures.empty());
        QVERIFY(compareTables({ComparableTable{}}).measures.empty());
        Table source;
        source.header = cellsOf(QStringLiteral("Name|Revenue"));
        for (int i = 0; i < 20000; ++i)
            source.rows.push_back({{"subject " + std::to_string(i), {}, {}}, {"$1", {}, {}}});
        const TypedTable table = typeTable(source, {});
        ComparableTable comparable;
        comparable.source = &source;
        comparable.table = &table;
        const TableComparison found = compareTables({comparable, comparable});
        QVERIFY(found.cut);
        QCOMPARE(found.measures.at(0).subjects.size(), std::size_t(5000));
    }
};

PARALLAX_TEST(TestCompareTables)

} // namespace test_compare_tables
#include "test_compare_tables.moc"
