// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as reports print them: what is right in them stays quiet, what is wrong is told.
#include <QtTest>

#include "read_text.h"
#include "tests/test_program.h"

namespace test_table_alarms {

using namespace parallax::data;

namespace {

// Lines "a | b | c", the first of them the header, as a page would have them; a line without a bar is text.
Checked checkedTable(const QString& lines) {
    QString page;
    bool header = true;
    for (const QString& line : lines.split(QLatin1Char('\n'))) {
        if (!line.contains(QLatin1Char('|'))) {
            page += QStringLiteral("\n") + line + QStringLiteral("\n\n");
            continue;
        }
        page += QStringLiteral("| ") + line + QStringLiteral(" |\n");
        if (header)
            page += QStringLiteral("|---").repeated(static_cast<int>(line.count(QLatin1Char('|'))) + 1) +
                    QStringLiteral("|\n");
        header = false;
    }
    return checked(page.toStdString());
}

void addRow(const char* name, const char* table) {
    QTest::newRow(name) << QString::fromUtf8(table);
}

void addRow(const char* name, const char* table, const char* rule, const char* colour) {
    QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(rule) << QString::fromUtf8(colour);
}

} // namespace

class TestTableAlarms : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsRightStaysQuiet_data() {
        QTest::addColumn<QString>("table");
        addRow("accounting negatives with their sign outside",
               "Segment | Q1 2025 | Q1 2026 | Change\nA | $100 | $90 | (10)%\nB | $200 | $220 | 10%");
        addRow("points in parentheses", "Metric | Q4 FY26 | Q3 FY26 | Q4 FY25 | Q/Q | Y/Y\n"
                                        "Revenue | $39,331 | $35,082 | $22,103 | 12% | 78%\n"
                                        "Gross margin | 73.4% | 72.4% | 74.6% | 1.0 pts | (1.2) pts");
        addRow("an average among the parts",
               "Region | Revenue\nUS | $30M\nEU | $20M\nAverage | $25M\nTotal | $50M");
        addRow("平均 and 中位數",
               "地區 | 營收（億元）\n美國 | 30\n歐洲 | 20\n平均 | 25\n中位數 | 25\n合計 | 50");
        addRow("less", "Item | 2025\nRevenue | 100\nLess: cost of sales | 60\nTotal | 40");
        addRow("減", "項目 | 2025年\n營收 | 100\n減：成本 | 60\n合計 | 40");
        addRow("扣除", "项目 | 2025年\n营收 | 100\n扣除成本 | 60\n合计 | 40");
        addRow("less as a name", "Market | 2025\nDeveloped | 100\nLess developed | 60\nTotal | 160");
        addRow("costs without a word",
               "Item | 2024 | 2025\nSales | 90 | 100\nCosts | 55 | 60\nTotal | 35 | 40");
        addRow("revenue per user", "Plan | Users | ARPU\nFree | 90 | $0\nPaid | 10 | $20\nTotal | 100 | $2");
        addRow("a mean without a word",
               "Plan | Users | Monthly\nFree | 90 | $0\nPaid | 10 | $20\nTotal | 100 | $2");
        addRow("客單價", "方案 | 人數 | 客單價\n基本 | 90 | 5\n進階 | 10 | 25\n合計 | 100 | 7");
        addRow("several answers",
               "Reason (select all that apply) | Share\nCost | 62%\nSecurity | 34%\nOther | 18%");
        addRow("可複選", "原因（可複選） | 占比\n成本 | 52%\n安全 | 34%\n其他 | 28%");
        addRow("respondents", "Barrier | % of respondents\nCost | 52%\nSecurity | 44%\nOther | 8%");
        addRow("per cent of revenue",
               "Item | 2025 | % of revenue\nRevenue | 1,000 | 100%\nCost of revenue | 600 | 60%\n"
               "Gross profit | 400 | 40%\nOther income | 20 | 2%\nNet income | 120 | 12%");
        addRow(
            "shares of the year that the header names",
            "Provider | 2024 | 2025 | Change | Share 2025\nAWS | $40B | $50B | +25% | 50%\n"
            "Azure | $25B | $30B | +20% | 30%\nGCP | $10B | $12B | +20% | 12%\nOthers | $8B | $8B | 0% | 8%\n"
            "Total | $83B | $100B | +20% | 100%");
        addRow("占比 of the newer year", "廠商 | 2024 | 2025 | 占比(%)\n甲 | 40 | 50 | 50\n乙 | 25 | 30 | "
                                         "30\n丙 | 10 | 12 | 12\n其他 | 8 | 8 | 8");
        addRow("speedup of what takes time",
               "Model | Before | After | Speedup\nA | 100 ms | 50 ms | 2.0x\nB | 90 ms | 30 ms | 3.0x");
        addRow("price cut",
               "Model | Old price | New price | Price cut\nA | $10 | $5 | 50%\nB | $8 | $2 | 75%");
        addRow("a budget and what came of it",
               "部門 | 預算 | 實際 | 差異 | 差異率\n市場 | $53K | $106K | $53K | +100.0%\n"
               "研發 | $234K | $218K | -$16K | -6.8%\n差旅 | $286K | $104K | -$182K | -63.6%");
        addRow("quarters of a fiscal year, the newest first",
               "Line | Q4 FY26 | Q3 FY26 | Q4 FY25 | Q/Q | Y/Y\nRevenue | $10,817 | $9,690 | $8,690 | 12% | "
               "24%");
        addRow(
            "speedup of bare numbers",
            "Kernel | Before | After | Speedup\nA | 100 | 50 | 2.0x\nB | 90 | 30 | 3.0x\nC | 80 | 20 | 4.0x");
        addRow("regions and the countries in them",
               "Region | Revenue | Share\nNorth America | 50 | 50%\nUS | 40 | 40%\nCanada | 10 | 10%\n"
               "Europe | 30 | 30%\nOthers | 20 | 20%\nTotal | 100 | 100%");
        addRow("shares of regions and of countries",
               "Region | Share\nNorth America | 50%\nUS | 40%\nCanada | 10%\nEurope | 30%\nOthers | 20%");
        addRow(
            "其中",
            "項目 | 營收（億元）\n雲端 | 81\n其中 AI | 6\n裝置 | 80\n廣告 | 75\n內部沖銷 | (5)\n合計 | 231");
        addRow("漲跌",
               "代號 | 收盤價 | 漲跌 | 漲跌幅\nA | 254.31 | +2.92 | +1.16%\nB | 870.54 | +4.18 | +0.48%\n"
               "C | 889.01 | -6.00 | -0.67%");
        addRow("dates in order",
               "Project | Start date | End date\nA | 2025-03-01 | 2026-01-01\nB | 2026 | 2026-06-30");
    }
    void whatIsRightStaysQuiet() {
        QFETCH(QString, table);
        const Checked result = checkedTable(table);
        QVERIFY2(result.count(Colour::Red) + result.count(Colour::Amber) == 0, result.told().c_str());
    }

    void whatIsWrongIsTold_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("colour");
        addRow("a total beside an average",
               "Region | Revenue\nUS | $30M\nEU | $20M\nMedian | $25M\nTotal | $40M", "SUM_TOTAL", "red");
        addRow("a deduction", "Item | 2025\nRevenue | 101\nLess: cost of sales | 62\nTotal | 33", "SUM_TOTAL",
               "red");
        addRow("one share, by the newer year",
               "Provider | 2024 | 2025 | Share 2025\nAWS | $40B | $50B | 50%\nAzure | $25B | $30B | 40%\n"
               "GCP | $10B | $12B | 12%\nOthers | $8B | $8B | 8%\nTotal | $83B | $100B | 100%",
               "SHARE_OF", "red");
        addRow("shares of 105", "Vendor | Share\nA | 40%\nB | 30%\nC | 20%\nOthers | 15%", "SHARE_SUM",
               "red");
        addRow("shares of 105.0", "Vendor | Share\nA | 40.0%\nB | 30.0%\nC | 20.0%\nOthers | 15.0%",
               "SHARE_SUM", "red");
        addRow("shares of 95", "Vendor | Share\nA | 40%\nB | 30%\nC | 20%\nOthers | 5%", "SHARE_SUM", "red");
        addRow("a total that is larger than its list",
               "Business | Revenue\nCloud | 1,230\nAds | 2,345\nDevices | 540\nTotal | 4,515", "SUM_TOTAL",
               "grey");
        addRow("a total that is smaller",
               "Business | Revenue\nCloud | 1,230\nAds | 2,345\nDevices | 540\nTotal | 3,715", "SUM_TOTAL",
               "red");
        addRow("a larger one of a list that is complete elsewhere",
               "Business | 2024 | 2025\nCloud | 1,230 | 1,000\nAds | 2,345 | 2,000\nDevices | 540 | 500\n"
               "Total | 4,115 | 3,900",
               "SUM_TOTAL", "red");
        addRow("price cut",
               "Model | Old price | New price | Price cut\nA | $10 | $5 | 50%\nB | $8 | $2 | 60%\n"
               "C | $4 | $1 | 75%\nD | $20 | $15 | 25%\nE | $5 | $4 | 20%",
               "DELTA_PCT", "red");
        addRow("speedup",
               "Model | Before | After | Speedup\nA | 100 ms | 50 ms | 2.0x\nB | 200 ms | 50 ms | 5.0x\n"
               "C | 90 ms | 30 ms | 3.0x\nD | 80 ms | 20 ms | 4.0x\nE | 300 ms | 200 ms | 1.5x",
               "VAGUE_MULTIPLIER", "red");
        addRow("margin",
               "Firm | Revenue | Profit | Margin\nA | $100M | $20M | 20%\nB | $80M | $8M | 15%\n"
               "C | $50M | $5M | 10%\nD | $40M | $10M | 25%\nE | $60M | $9M | 15%",
               "SHARE_OF", "red");
        addRow("margin in rows",
               "Item | 2022 | 2023 | 2024 | 2025\nRevenue | $80M | $100M | $120M | $150M\n"
               "Gross profit | $24M | $40M | $54M | $75M\nGross margin | 30% | 40% | 45% | 60%",
               "SHARE_OF", "red");
        addRow("dates",
               "Project | Start date | End date\nA | 2025-03-01 | 2026-01-01\nB | 2027-03-01 | 2026-01-01",
               "DOMAIN", "red");
        addRow("起 and 迄", "專案 | 起 | 迄\n甲 | 2027-03-01 | 2026-01-01", "DOMAIN", "red");
        addRow("highest",
               "Provider | Revenue\nAWS | $40B\nAzure | $50B\nGCP | $10B\nTakeaway: AWS's revenue is the "
               "highest.",
               "SUPERLATIVE", "amber");
        addRow("最高", "廠商 | 營收（億美元）\nAWS | 40\nAzure | 50\nGCP | 10\n數據要點：AWS營收最高。",
               "SUPERLATIVE", "amber");
        addRow("fell",
               "Metric | 2024 | 2025\nLatency | 120 ms | 150 ms\nThroughput | 100 req/s | 120 req/s\n"
               "Takeaway: Latency fell in 2025.",
               "DIRECTION", "amber");
    }
    void whatIsWrongIsTold() {
        QFETCH(QString, table);
        QFETCH(QString, rule);
        QFETCH(QString, colour);
        const Checked result = checkedTable(table);
        const bool told = std::ranges::any_of(result.checks, [&](const Check& check) {
            return check.verdict != Verdict::Consistent && ruleName(check.rule) == rule.toStdString() &&
                   colourName(check.colour) == colour.toStdString();
        });
        QVERIFY2(told, result.told().c_str());
    }

    // A cause is named where the figures are just so far apart, and not because they are small.
    void aCauseIsNamedByItsRatio() {
        const Checked result =
            checkedTable(QStringLiteral("Place | Guests\nA | 31\nB | 22\nC | 24\nTotal | 50"));
        const Check* sum = result.find(Rule::SumTotal);
        QVERIFY2(sum != nullptr && sum->colour == Colour::Red && sum->cause.empty(), result.told().c_str());
    }
};

PARALLAX_TEST(TestTableAlarms)

} // namespace test_table_alarms
#include "test_table_alarms.moc"
