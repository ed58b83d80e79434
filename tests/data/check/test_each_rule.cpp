// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For each rule of analysis.md §2.3 a sentence and a table that it must find, and one that it must not.
#include <QtTest>

#include "read_text.h"
#include "tests/test_program.h"

namespace test_each_rule {

using namespace parallax::data;

class TestEachRule final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsWrongIsFound_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("colour");
        const auto row = [](const char* rule, const char* colour, const char* text) {
            QTest::newRow(
                qPrintable(QString::fromUtf8(rule) + QLatin1Char(' ') + QString::fromUtf8(text).left(60)))
                << QString::fromUtf8(text) << QString::fromUtf8(rule) << QString::fromUtf8(colour);
        };
        row("DELTA_PCT", "red", "Bookings rose from $41.2 billion to $52.9 billion, an increase of 18.4%.");
        row("DELTA_PCT", "red", "訂單從 412 億美元增加到 529 億美元，增幅 18.4%。");
        row("DELTA_RANGE", "red", "Latency improved from 850-900 ms to 640-680 ms (-20-30%).");
        row("DELTA_PP", "red", "The margin went from 62.0% to 71.0%, up 22 percentage points.");
        row("DELTA_PP", "amber", "稼動率由 62% 升至 71%，提高 15 個百分點。");
        row("DELTA_ABS", "red", "Capacity went from 3.2 GW to 4.1 GW, 1.9 GW more.");
        row("DELTA_ABS", "red", "裝置容量由 3.2 GW 增至 4.1 GW，增加 1.9 GW。");
        row("CAGR", "red",
            "The field is worth $18 billion in 2025 and will reach $54 billion in 2030, which is a CAGR of "
            "31%.");
        row("CAGR", "red", "市場規模 2025 年為 180 億美元，2030 年達 540 億美元，年複合成長率 31%。");
        row("VAGUE_MULTIPLIER", "red", "Orders more than doubled, from $4.1 billion to $6.9 billion.");
        row("SUM_TOTAL", "red",
            "| Item | Cost |\n|---|---|\n| Rent | $12.4M |\n| Staff | $30.7M |\n| Total | $34.1M |");
        row("SHARE_SUM", "red",
            "The market splits into shares of 45% for Azure, 30% for AWS, 20% for Google and 15% for "
            "others.");
        row("SHARE_SUM", "red", "市占率方面，Azure 占 45%、AWS 占 30%、Google 占 20%，其他占 15%。");
        row("SHARE_OF", "red", "Of the $52 billion, $13 billion or 45% went to chips.");
        row("SHARE_OF", "red", "520 億美元當中，130 億美元（45%）用於晶片。");
        row("PART_WHOLE", "red", "Cloud made up $30 billion of the $24 billion of revenue.");
        row("PART_WHOLE", "red", "營收 240 億美元，其中雲端 300 億美元。");
        row("UNIT_LABEL", "amber",
            "Market share of clouds:\n\n| Cloud | Revenue |\n|---|---|\n| A | $20B |\n| B | $15B |");
        row("DOMAIN", "red", "The service promises availability of 104%.");
        row("DOMAIN", "red", "價格一年內下跌 120%。");
        row("DIRECTION", "amber", "Sales fell from $4.0 billion to $5.2 billion.");
        row("DIRECTION", "amber", "營收由 40 億美元下滑至 52 億美元。");
        row("COUNT", "amber", "The four largest buyers are Meta, Google and Oracle.");
        row("RETURN", "red",
            "The fund put $2 billion into the start-up, a return of 350% that leaves it with $14 billion.");
        row("TEMPORAL", "amber", "By March 2025 the company will have opened ten regions.");
        row("PRICE_VOLUME", "red", "If prices fall by 50% while revenue grows by 20%, volume grows by 60%.");
        row("PRICE_VOLUME", "red", "若單價下降 50%、營收成長 20%，用量將成長 60%。");
        // A unit at a sentence's end ends it: the next sentence has levels of its own.
        row("VAGUE_MULTIPLIER", "red",
            "The backlog more than doubled, from $5.1B to $9.4B. Its headcount nearly tripled to 2,900 from "
            "1,000.");
        row("DELTA_PCT", "red",
            "| Quarter | Sales ($M) | QoQ |\n|---|---|---|\n| Q1 | 60.0 | - |\n| Q2 | 66.0 | 10.0% |\n| Q3 | "
            "79.2 | 20.0% |\n| Q4 | 99.0 | 2.5% |");
        row("DELTA_PCT", "red",
            "| 月份 | 營收（億元） | 月增率 |\n|---|---|---|\n"
            "| 一月 | 60.0 | — |\n| 二月 | 66.0 | 10.0% |\n| 三月 | 79.2 | 20.0% |\n| 四月 | 99.0 | 2.5% |");
        row("SUM_TOTAL", "red",
            "| Firm | Q1 | Q2 | Q3 | Q4 | Full year |\n|---|---|---|---|---|---|\n| A | 5.1 | 5.4 | 6.0 | "
            "6.5 | "
            "23.0 |\n| B | 2.0 | 2.2 | 2.4 | 2.9 | 9.5 |\n| C | 1.1 | 1.2 | 1.3 | 1.4 | 7.0 |\n| D | 0.5 | "
            "0.6 "
            "| 0.6 | 0.7 | 2.4 |");
        row("UNIT_LABEL", "amber",
            "| 業者 | 營收 | 成長率 |\n|---|---|---|\n| 甲 | 210億元 | 30億元 |\n| 乙 | 95億元 | 12億元 |");
    }
    void whatIsWrongIsFound() {
        QFETCH(QString, text);
        QFETCH(QString, rule);
        QFETCH(QString, colour);
        const Checked result = checked(text.toStdString());
        const bool found = std::ranges::any_of(result.checks, [&](const Check& check) {
            return ruleName(check.rule) == rule.toStdString() &&
                   colourName(check.colour) == colour.toStdString();
        });
        QVERIFY2(found, result.told().c_str());
        QVERIFY2(result.count(Colour::Red) + result.count(Colour::Amber) == 1, result.told().c_str());
    }

    void whatIsRightIsNotFlagged_data() {
        QTest::addColumn<QString>("text");
        for (const char* const text : {
                 "Bookings rose from $41.2 billion to $52.9 billion, an increase of 28.4%.",
                 "Capacity went from 3.2 GW to 4.1 GW, 0.9 GW more.",
                 "Of the $52 billion, $13 billion or 25% went to chips.",
                 "520 億美元當中，130 億美元（25%）用於晶片。",
                 "20 億美元，其中 4 億用於晶片，較去年增加 30%。",
                 "The market splits into shares of 45% for Azure, 30% for AWS, 15% for Google and 10% for "
                 "others.",
                 "Azure holds a share of 45%, AWS 30%, and the others grow by 20% a year.",
                 "Among others, 45% named cost, 40% security and 35% skills as their share of worries.",
                 "市占率方面，Azure 占 45%、AWS 占 30%、Google 占 15%，其他占 10%。",
                 "The three largest buyers are Meta, Google and Oracle.",
                 "Two of the four largest buyers are Meta and Oracle.",
                 "Three buyers are new, and Meta, Google, Oracle and others stay.",
                 "The margin went from 62.0% to 71.0%, up 9 percentage points.",
                 "Availability is 99.95%, the price fell by 80% and the fund returned 350%.",
                 "| Item | Cost |\n|---|---|\n| Rent | $12.4M |\n| Staff | $30.7M |\n| Total | $43.1M |",
                 "| Estimate | Low | High |\n|---|---|---|\n| Compute | $40M | $60M |\n| Staff | $5M | $9M "
                 "|\n| "
                 "Total | $45M | $69M |",
                 "Model | Share price | Change\n",
                 "| Firm | Share price | Change |\n|---|---|---|\n| A | $120 | +3% |\n| B | $80 | -2% |",
             })
            QTest::newRow(qPrintable(QString::fromUtf8(text).left(70))) << QString::fromUtf8(text);
    }
    void whatIsRightIsNotFlagged() {
        QFETCH(QString, text);
        const Checked result = checked(text.toStdString());
        QVERIFY2(result.count(Colour::Red) + result.count(Colour::Amber) == 0, result.told().c_str());
    }
};

PARALLAX_TEST(TestEachRule)

} // namespace test_each_rule
#include "test_each_rule.moc"
