// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "data/check/check_article.h"
#include "data/ingest/document.h"
#include "data/ingest/file.h"
#include "tests/test_program.h"

namespace test_tables {

using namespace parallax::data;
using Json = nlohmann::json;

namespace {

// A table from lines "a | b | c", the first of them the header, and its findings.
std::vector<Check> findings(const char* caption, const QStringList& lines) {
    Article article;
    Table table;
    table.caption = caption;
    for (const QString& line : lines) {
        std::vector<Cell> cells;
        for (const QString& text : line.split(QLatin1Char('|')))
            cells.push_back({text.trimmed().toStdString(), {}, {}});
        if (table.header.empty())
            table.header = cells;
        else
            table.rows.push_back(cells);
    }
    article.tables.push_back(table);
    ReadArticle read;
    read.article = &article;
    read.tables.push_back(typeTable(article.tables.front(), {}));
    std::vector<Check> checks;
    checkTables(read, checks);
    return checks;
}

// "DELTA_PCT red @20%": the findings that are not green, or all of them of one rule.
QString said(const std::vector<Check>& checks, const char* rule = nullptr) {
    QStringList out;
    for (const Check& check : checks) {
        if (rule != nullptr ? ruleName(check.rule) != rule : check.colour == Colour::Green)
            continue;
        const std::string place = check.statement.empty() ? "" : check.statement.front().quote;
        out << QString::fromStdString(std::string(ruleName(check.rule)) + " " +
                                      std::string(colourName(check.colour)) + " @" + place);
    }
    return out.join(QStringLiteral("; "));
}

int countOf(const std::vector<Check>& checks, Rule rule, Colour colour) {
    return static_cast<int>(std::ranges::count_if(
        checks, [&](const Check& check) { return check.rule == rule && check.colour == colour; }));
}

bool holds(const Check& check, const Json& quotes) {
    return std::ranges::all_of(quotes, [&](const Json& quote) {
        return std::ranges::any_of(check.statement, [&](const Evidence& evidence) {
            std::string words = quote["quote"].get<std::string>();
            if (words.ends_with(':')) // a caption's, which is no part of it
                words.pop_back();
            return evidence.quote.find(words) != std::string::npos;
        });
    });
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aWrongChangeIsFoundWhereverItStands_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* table, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(expected);
        };
        row("own column",
            "Firm | 2024 | 2025 | Change\nA | $24.0B | $30.0B | +25%\nB | $10.0B | $13.0B | +130%\n"
            "C | $8.0B | $6.0B | -25%",
            "DELTA_PCT red @+130%");
        row("in parentheses",
            "Firm | Before | After\nA | 240億美元 | 300億美元 (+25%)\nB | 100億美元 | 130億美元（-30%）",
            "DELTA_PCT red @130億美元（-30%）");
        row("years down",
            "Year | Revenue ($B) | Growth\n2022 | 20.5 | —\n2023 | 24.6 | 20%\n2024 | 36.9 | 5.0%\n"
            "2025 | 40.6 | 10%",
            "DELTA_PCT red @5.0%");
        row("years down, newest first",
            "年份 | 營收（億元） | 年增率\n2025年 | 406 | 10%\n2024年 | 369 | 500%\n2023年 | 246 | —",
            "DELTA_PCT red @500%");
        row("change in a row",
            "Year | A | B\n2024 | $24.0B | $10.0B\n2025 | $30.0B | $13.0B\nChange | +25% | +3%",
            "DELTA_PCT red @+3%");
        row("rate over years",
            "Segment | 2024 | 2028 | CAGR\nA | $10.0B | $40.0B | 41.4%\nB | $5.0B | $12.0B | 49.0%",
            "CAGR red @49.0%");
        row("range",
            "Metric | Current | Expected | Change\nA | 400 | 340-380 | -5-15%\nB | 200 | 220-260 | -10-30%",
            "DELTA_RANGE red @-10-30%");
        row("multiple",
            "Firm | 2024 | 2025 | Change\nA | 120 | 360 | 3.0x\nB | 150 | 375 | 25x\nC | 90 | 180 | 2x",
            "VAGUE_MULTIPLIER red @25x");
        row("difference",
            "Firm | 2024 | 2025 | Change\nA | $24.0B | $30.0B | $6.0B\nB | $10.0B | $13.0B | $9.0B\n"
            "C | $8.0B | $6.0B | -$2.0B",
            "DELTA_ABS red @$9.0B");
        row("points", "Firm | 2024 | 2025 | Change\nA | 31.0% | 36.5% | +5.5 pp\nB | 44.0% | 41.0% | +3.0 pp",
            "DELTA_PP red @+3.0 pp");
        row("decline without a sign",
            "Model | Old price | New price | Decline\nA | $10.00 | $7.00 | 30%\nB | $8.00 | $2.00 | 25%\n"
            "C | $4.00 | $1.00 | 75%",
            "DELTA_PCT red @25%");
        row("among words",
            "Card | Old price | New price | Change\nA | $3.00 | $2.10 | -30%\nB | $4.00 | $3.00 | -52%\n"
            "C | — | $4.20 | new\nD | $1.29 | $1.29 | unchanged",
            "DELTA_PCT red @-52%");
        row("all right", "Firm | 2024 | 2025 | Change\nA | 24 | 30 | +25%\nB | 10 | 13 | +30%\nC | — | 6 | —",
            "");
    }
    void aWrongChangeIsFoundWhereverItStands() {
        QFETCH(QString, table);
        QFETCH(QString, expected);
        QCOMPARE(said(findings("", table.split(QLatin1Char('\n')))), expected);
    }

    // A rate over several years, wherever the table says which years they are.
    void theYearsOfARateStandAnywhere_data() {
        QTest::addColumn<QString>("caption");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* caption, const char* table, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(caption) << QString::fromUtf8(table)
                                << QString::fromUtf8(expected);
        };
        row("in the cells", "",
            "Field | Start | End | Stated CAGR\nA | $4.0B (2024) | $16.0B (2028) | 41%\n"
            "B | $5.0B (2025) | $20.0B (2030) | 19%",
            "CAGR red @19%");
        row("in Chinese cells", "",
            "市場 | 起點 | 終點 | 年複合成長率\n甲 | 40 億美元（2024 年） | 160 億美元（2028 年） | 41%\n"
            "乙 | 50 億美元（2025 年） | 200 億美元（2030 年） | 19%",
            "CAGR red @19%");
        row("in columns beside them", "",
            "Field | Base year | Base size | Target year | Target size | CAGR\n"
            "A | 2024 | $4.0B | 2028 | $16.0B | 41%\nB | 2025 | $5.0B | 2030 | $20.0B | 19%",
            "CAGR red @19%");
        row("in a column of spans", "",
            "Field | Start | End | Period | CAGR\nA | $4.0B | $16.0B | 2024–2028 | 41%\n"
            "B | $5.0B | $20.0B | 2025–2030 | 19%",
            "CAGR red @19%");
        row("as a number of years", "",
            "Field | Start | End | Years | CAGR\nA | $4.0B | $16.0B | 4 | 41%\nB | $5.0B | $20.0B | 5 | 19%",
            "CAGR red @19%");
        row("with the rate", "",
            "Field | Start | End | CAGR\nA | $4.0B | $16.0B | 41% (2024–2028)\n"
            "B | $5.0B | $20.0B | 19% (2025–2030)",
            "CAGR red @19% (2025–2030)");
        row("in the header of the rate", "",
            "Field | Start | End | CAGR 2025–2030\nA | $4.0B | $16.0B | 32%\nB | $5.0B | $20.0B | 19%",
            "CAGR red @19%");
        row("in the caption", "Markets, 2025–2030",
            "Field | Start | End | CAGR\nA | $4.0B | $16.0B | 32%\nB | $5.0B | $20.0B | 19%",
            "CAGR red @19%");
        row("in the labels", "",
            "Field | Start | End | CAGR\nA (2024–2028) | $4.0B | $16.0B | 41%\n"
            "B (2025–2030) | $5.0B | $20.0B | 19%",
            "CAGR red @19%");
        row("down a column", "",
            "Metric | A | B\nStart | $4.0B (2024) | $5.0B (2025)\nEnd | $16.0B (2028) | $20.0B (2030)\n"
            "CAGR | 41% | 19%",
            "CAGR red @19%");
        row("called annual", "",
            "Field | 2025 | 2030 | Annual growth\nA | $4.0B | $16.0B | 32%\nB | $5.0B | $20.0B | 19%",
            "CAGR red @19%");
        row("all right", "",
            "Field | Start | End | CAGR\nA | $4.0B (2024) | $16.0B (2028) | 41%\n"
            "B | $5.0B (2025) | $20.0B (2030) | ~30%",
            "");
    }
    void theYearsOfARateStandAnywhere() {
        QFETCH(QString, caption);
        QFETCH(QString, table);
        QFETCH(QString, expected);
        const auto checks = findings(caption.toUtf8().constData(), table.split(QLatin1Char('\n')));
        QCOMPARE(said(checks), expected);
        QCOMPARE(countOf(checks, Rule::Cagr, Colour::Green), expected.isEmpty() ? 2 : 1);
    }

    void aRateWithoutYearsCannotBeTold() {
        const auto checks = findings("", {"Field | Start | End | CAGR", "A | $4.0B | $16.0B | 41%",
                                          "B | $5.0B (Q1 2025) | $20.0B (Q3 2026) | 19%"});
        QCOMPARE(countOf(checks, Rule::Cagr, Colour::Grey), 2);
    }

    void aColumnOfPointsWithPercentSignsIsALabelOnce() {
        const auto checks = findings("", {"Firm | 2024 | 2025 | Change", "A | 31.0% | 36.5% | +5.5%",
                                          "B | 44.0% | 41.0% | -3.0%", "C | 12.0% | 19.0% | +7.0%",
                                          "D | 50.0% | 61.0% | -11.0%"});
        QCOMPARE(countOf(checks, Rule::UnitLabel, Colour::Amber), 1);
        QCOMPARE(countOf(checks, Rule::DeltaPoints, Colour::Green), 3);
        QCOMPARE(countOf(checks, Rule::DeltaPoints, Colour::Red), 1);
    }

    void changesThatNoRowFitsLeadElsewhere() {
        // Three rows, none of them right in any way: the two levels are not what the column speaks of.
        const auto checks = findings("", {"Firm | Revenue | Profit | Growth", "A | $24.0B | $3.0B | 12%",
                                          "B | $10.0B | $1.0B | 41%", "C | $8.0B | $2.0B | 7%"});
        QCOMPARE(said(checks), QString());
    }

    void totalsAreAddedUp_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* table, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(expected);
        };
        row("right", "Firm | 2024 | 2025\nA | $24.1B | $30.2B\nB | $10.3B | $13.4B\nTotal | $34.4B | $43.7B",
            "");
        row("wrong", "Firm | 2024 | 2025\nA | $24.1B | $30.2B\nB | $10.3B | $13.4B\nTotal | $34.4B | $53.6B",
            "SUM_TOTAL red @$53.6B");
        row("sections",
            "Item | Units\nEast | \nA | 120\nB | 80\nSubtotal | 200\nWest | \nC | 300\nD | 250\nSubtotal | "
            "459",
            "SUM_TOTAL red @459");
        row("a total column",
            "Firm | Q1 | Q2 | Q3 | Total\nA | 12 | 15 | 13 | 40\nB | 22 | 20 | 18 | 60\nC | 9 | 8 | 7 | 24\n"
            "D | 30 | 31 | 32 | 39",
            "SUM_TOTAL red @39");
        row("chinese", "廠商 | 營收（億元）\n甲 | 120\n乙 | 80\n丙 | 55\n合計 | 355", "SUM_TOTAL grey @355");
        row("averages have no total", "Firm | Average price\nA | $12\nB | $20\nTotal | $15", "");
        row("part of a part", "Item | Spend\nCloud | $40B\nof which training | $52B\nPeople | $12B",
            "PART_WHOLE red @$52B");
    }
    void totalsAreAddedUp() {
        QFETCH(QString, table);
        QFETCH(QString, expected);
        QCOMPARE(said(findings("", table.split(QLatin1Char('\n')))), expected);
    }

    void sharesAddUpOnlyWhereNothingIsLeftOut() {
        QCOMPARE(said(findings("", {"Firm | Market share", "A | 41%", "B | 31%", "C | 12%"})), QString());
        QCOMPARE(said(findings("", {"Firm | Market share", "A | 41%", "B | 31%", "Others | 39%"})),
                 QStringLiteral("SHARE_SUM red @Market share"));
        QCOMPARE(countOf(findings("", {"Firm | Market share", "A | 41%", "B | 31%", "Others | 28%"}),
                         Rule::ShareSum, Colour::Green),
                 1);
    }

    void sharesMayLieAcrossTheRows() {
        const auto across = [](const QStringList& lines, const char* caption = "") {
            return said(findings(caption, lines));
        };
        // Three rows in four keep the relation; the fourth breaks it.
        const QStringList years{"Year | A | B | Others", "2022 | 41% | 33% | 26%", "2023 | 40% | 35% | 25%",
                                "2024 | 38% | 39% | 23%", "2025 | 36% | 44% | 29%"};
        QCOMPARE(across(years), QStringLiteral("SHARE_SUM red @36%"));
        QCOMPARE(countOf(findings("", years), Rule::ShareSum, Colour::Green), 3);
        // A single row is one of shares where it says so, and complete where it has a column for the rest.
        QCOMPARE(across({"Metric | A | B | Others", "Market share | 41% | 33% | 36%"}),
                 QStringLiteral("SHARE_SUM red @41%"));
        QCOMPARE(across({"年份 | 甲 | 乙 | 其他", "2025 | 41% | 33% | 36%"}, "各家市占率"),
                 QStringLiteral("SHARE_SUM red @41%"));
        QCOMPARE(across({"Metric | A | B | C", "Market share | 41% | 33% | 12%"}), QString());
        QCOMPARE(across({"Metric | A | B | Others", "Gross margin | 41% | 33% | 36%"}), QString());
        QCOMPARE(across({"Answer | Yes | No | Both", "2024 | 60% | 55% | 20%", "2025 | 62% | 51% | 18%"}),
                 QString());
        // One of them is not stated.
        QCOMPARE(across({"Year | A | B | Others", "2024 | 41% | 33% | 26%", "2025 | 40% | — | 30%"}),
                 QString());
    }

    void aShareIsHeldAgainstItsAmount() {
        const auto checks =
            findings("", {"Firm | Revenue | Share", "A | $20.0B | 40%", "B | $15.0B | 30%",
                          "C | $10.0B | 20%", "Others | $5.0B | 10%", "Total | $50.0B | 100%"});
        QCOMPARE(said(checks), QString());
        QCOMPARE(countOf(checks, Rule::ShareOf, Colour::Green), 4);
        const auto wrong = findings("", {"Firm | Revenue | Share", "A | $20.0B | 40%", "B | $15.0B | 43%",
                                         "C | $10.0B | 20%", "D | $25.0B | 50%", "Others | $5.0B | 10%",
                                         "Total | $50.0B | —"});
        QVERIFY(said(wrong, "SHARE_OF").contains(QStringLiteral("SHARE_OF red @43%")));
    }

    void impossibleValuesAreFoundByTheWordsOfHeaderOrRow() {
        QCOMPARE(said(findings("", {"Firm | Uptime", "A | 99.9%", "B | 199.9%"})),
                 QStringLiteral("DOMAIN red @199.9%"));
        QCOMPARE(said(findings("", {"指標 | 甲 | 乙", "可用性 | 99.9% | 112%", "延遲 | 20 ms | 30 ms"})),
                 QStringLiteral("DOMAIN red @112%"));
        QCOMPARE(said(findings("", {"Fund | Return", "A | 1900%", "B | 12%"})), QString());
    }

    void labelsThatPromiseSomethingElseAreAmber() {
        QCOMPARE(said(findings("Market share of clouds", {"Firm | Revenue", "A | $20B", "B | $15B"})),
                 QStringLiteral("UNIT_LABEL amber @Market share of clouds"));
        QCOMPARE(said(findings(
                     "", {"Firm | Revenue | Change", "A | $20B | New customers", "B | $15B | Price war"})),
                 QStringLiteral("UNIT_LABEL amber @Change"));
        QCOMPARE(said(findings("", {"Firm | Share", "A | 20%", "B | 15%"})), QString());
        QCOMPARE(said(findings("", {"Product | Key changes", "A | New screen", "B | Faster"})), QString());
    }

    void aFigureInAnotherSizeOfItsHeadersUnitIsAmber_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char* name, const char* table, const char* cell) {
            QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(cell);
        };
        row("seconds among milliseconds", "Model | Latency (ms)\nA | 950\nB | 1.2 s\nC | 870", "1.2 s");
        row("both written", "Model | Latency (ms)\nA | 950 ms\nB | 1.2 s", "1.2 s");
        row("megawatts among gigawatts", "Site | Power (GW)\nA | 1.1\nB | 200 MW", "200 MW");
        row("millions among billions", "Firm | Revenue ($B)\nA | 1.4\nB | $900M", "$900M");
        row("seconds in Chinese", "模型 | 延遲（毫秒）\n甲 | 950\n乙 | 1.2 秒", "1.2 秒");
        row("ten thousands among hundred millions", "業者 | 營收（億元）\n甲 | 12\n乙 | 9000萬元",
            "9000萬元");
        row("in a row", "Metric | Old | New\nLatency (ms) | 950 | 1.2 s\nPrice ($) | 3 | 4", "1.2 s");
        row("in a row in Chinese", "指標 | 甲 | 乙\n延遲（毫秒） | 950 | 1.2 秒", "1.2 秒");
    }
    void aFigureInAnotherSizeOfItsHeadersUnitIsAmber() {
        QFETCH(QString, table);
        QFETCH(QString, cell);
        const auto checks = findings("", table.split(QLatin1Char('\n')));
        QCOMPARE(countOf(checks, Rule::UnitLabel, Colour::Amber), 1);
        const auto found = std::ranges::find(checks, Rule::UnitLabel, &Check::rule);
        QCOMPARE(QString::fromStdString(found->reason), QStringLiteral("label-unit"));
        QCOMPARE(QString::fromStdString(found->reasonArgs.back()), cell);
        QCOMPARE(QString::fromStdString(found->statement.back().quote), cell);
    }

    void unitsThatEachFigureWritesAreNoContradiction_data() {
        QTest::addColumn<QString>("table");
        const auto row = [](const char* name, const char* table) {
            QTest::newRow(name) << QString::fromUtf8(table);
        };
        row("a whole column in another size", "Model | Latency (ms)\nA | 1.2 s\nB | 0.9 s\nC | 2.1 s");
        row("a whole column of money", "Firm | Revenue ($B)\nA | $900M\nB | $850M");
        row("a header of bytes", "File | Size (bytes)\nA | 8 GB\nB | 512 MB\nC | —");
        row("no unit in the header", "Model | Latency\nA | 950 ms\nB | 1.2 s");
        row("the header's own scale repeated", "Model | Parameters (B)\nA | 70B\nB | 8\nC | 405B");
        row("the header's own money repeated", "Firm | Revenue ($M)\nA | $21M\nB | 30");
        row("the header's own 億 repeated", "業者 | 營收（億元）\n甲 | 3億\n乙 | 12\n丙 | 4億元");
        row("binary and decimal gigabytes", "Card | Memory (GB)\nA | 16 GiB\nB | 24");
        row("a row that writes its units", "Metric | Old | New\nLatency (us) | 950 ms | 1.2 s");
        row("a change beside", "Metric | Old | New | Change\nLatency (ms) | 950 | 1200 | +0.25 s");
        row("a number's scale", "Site | Energy (kWh)\nA | 2 million kWh\nB | 900");
    }
    void unitsThatEachFigureWritesAreNoContradiction() {
        QFETCH(QString, table);
        const auto checks = findings("", table.split(QLatin1Char('\n')));
        QCOMPARE(said(checks, "UNIT_LABEL"), QString());
    }

    void zerosOfAWholeColumnArePadding() {
        // ".00" in every cell: written by a program, not measured.
        const auto checks = findings("", {"Firm | 2024 | 2025 | Change", "A | 24.00 | 30.00 | +24%",
                                          "B | 10.00 | 13.00 | +31%", "C | 8.00 | 9.00 | +13%"});
        QCOMPARE(said(checks), QString());
        const auto measured = findings("", {"Firm | 2024 | 2025 | Change", "A | 24.01 | 30.02 | +27%",
                                            "B | 10.03 | 13.07 | +30%", "C | 8.04 | 9.01 | +12%"});
        QCOMPARE(said(measured), QStringLiteral("DELTA_PCT red @+27%"));
    }

    void ofManyRowsAsManyFindingsAreKeptAsAnybodyReads() {
        QStringList lines{QStringLiteral("Firm | 2024 | 2025 | Change")};
        for (int i = 0; i < 12'000; ++i)
            lines
                << QStringLiteral("F%1 | $24.1B | $30.2B | %2").arg(i).arg(i % 6 == 0 ? "+45.3%" : "+25.3%");
        const auto checks = findings("", lines);
        QCOMPARE(countOf(checks, Rule::DeltaPercent, Colour::Red), 2000);
        QCOMPARE(countOf(checks, Rule::DeltaPercent, Colour::Green), 1000);
    }

    void everyFindingSaysWhereItStands() {
        for (const Check& check :
             findings("Market share",
                      {"Firm | 2024 | 2025 | Change", "A | $24B | $30B | +25%", "Total | $24B | $30B | "})) {
            QVERIFY(!check.statement.empty());
            for (const Evidence& evidence : check.statement)
                QCOMPARE(evidence.table, 0);
        }
    }

    void hostileTablesAreRead() {
        QStringList lines{QStringLiteral("|").repeated(300)};
        for (int i = 0; i < 50; ++i)
            lines << QStringLiteral("9e999 | -0% | (1) | +-5% | 1-2-3 | ∞ | $ | %") +
                         QStringLiteral("|").repeated(i);
        findings("%", lines);
        findings("", {"", ""});
        findings("", {"Total | Total", "Total | 1", "Total | 1"});
    }

    void theTablesOfTheRealArticle() {
        const std::filesystem::path folder =
            std::filesystem::path(PARALLAX_SOURCE_DIR).parent_path() / "shared" / "golden" / "seed";
        if (!std::filesystem::exists(folder / "expected_checks.json"))
            QSKIP("the golden files are not beside this clone");
        const Json golden = Json::parse(readFile(folder / "expected_checks.json"));
        ParseHints hints;
        hints.name = "article.txt";
        const Document document = parseDocument(readFile(folder / "article.txt"), hints);
        const ReadArticle read = readArticle(document.articles.front());
        std::vector<Check> checks;
        checkTables(read, checks);
        int found = 0;
        const QStringList wanted{"T1.1", "T1.2", "T1.3", "T1.4", "T1.5",  "T3.1",
                                 "T3.2", "T3.3", "T3.4", "T3.9", "T3.10", "T3.11"};
        for (const Json& expected : golden["checks"]) {
            const auto id = QString::fromStdString(expected["id"].get<std::string>());
            if (!wanted.contains(id))
                continue;
            const auto match = std::ranges::find_if(checks, [&](const Check& check) {
                return ruleName(check.rule) == expected["rule"].get<std::string>() &&
                       holds(check, expected["statement"]);
            });
            QVERIFY2(match != checks.end(), qPrintable(id + " is missing"));
            QCOMPARE(QString::fromUtf8(verdictName(match->verdict).data()),
                     QString::fromStdString(expected["verdict"].get<std::string>()));
            QVERIFY2(match->colour == (match->verdict == Verdict::Consistent ? Colour::Green : Colour::Amber),
                     qPrintable(id));
            const Json& computed = expected["computed"];
            const auto near = [&](double a, const Json& b) {
                return std::abs(a - b.get<double>()) < 0.00006;
            };
            if (computed.contains("face_pct"))
                QVERIFY2(near(*match->face, computed["face_pct"]), qPrintable(id));
            if (computed.contains("interval_pct"))
                QVERIFY2(near(match->strict->low, computed["interval_pct"][0]) &&
                             near(match->strict->high, computed["interval_pct"][1]),
                         qPrintable(id));
            if (expected.contains("power_pp"))
                QVERIFY2(near(match->power, expected["power_pp"]), qPrintable(id));
            if (expected.value("grade", "") == "exact" || expected.value("grade", "") == "rounding_only")
                QCOMPARE(QString::fromUtf8(gradeName(match->grade).data()),
                         QString::fromStdString(expected["grade"].get<std::string>()));
            ++found;
        }
        QCOMPARE(found, static_cast<int>(wanted.size()));
        for (const Check& check : checks)
            QVERIFY(check.colour != Colour::Red);
        // T1.10: requests in flight, throughput times latency.
        QCOMPARE(countOf(checks, Rule::Implied, Colour::Grey), 2);
        QCOMPARE(countOf(checks, Rule::UnitLabel, Colour::Amber), 2);
    }
};

PARALLAX_TEST(TestTables)

} // namespace test_tables
#include "test_tables.moc"
