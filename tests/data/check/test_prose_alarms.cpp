// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Right sentences that a careless reader would call wrong, and wrong ones beside them.
#include <QtTest>

#include "sentence_rows.h"
#include "tests/test_program.h"

namespace test_prose_alarms {

using namespace parallax::data;

class TestProseAlarms final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void onlyTheRateOfAPairIsHeldAgainstIt_data() {
        static const SentenceRow rows[] = {
            // clang-format off: one sentence a line
            // The scale of the second level may be meant for the first.
            {"quiet", "Revenue grew from $20 to $27 billion, up 35%."},
            {"quiet", "Users grew from 2 to 6 million, up 200%."},
            // What is left of the base.
            {"green", "The price fell to a third, from $30 to $10."},
            {"green", "Costs fell to 40%, from $10 to $4."},
            {"green", "價格降至三分之一，由30元降到10元。"},
            {"green", "成本降到原來的40%，由10元降到4元。"},
            {"red", "The price fell to a third, from $30 to $20."},
            {"red", "Costs fell to 40%, from $10 to $6."},
            {"red", "價格降至三分之一，由30元降到20元。"},
            // Percentages of something else.
            {"quiet", "Capex rose from $50 billion to $80 billion, 30% of revenue."},
            {"quiet", "Revenue increased from $40B to $50B, beating expectations by 5%."},
            {"quiet", "Revenue rose from $10B to $12B, with AI accounting for 80% of the increase."},
            {"quiet", "The bill went from $10 to $12, of which 40% is tax."},
            {"quiet", "The site grows capacity from 2 GW to 6 GW, 50% of it nuclear."},
            {"quiet", "Revenue rose from $10 billion to $12 billion, 45% from subscriptions."},
            {"quiet", "Price dropped from $10 to $5, with 99.9% availability."},
            {"quiet", "營收由100億增至120億，其中雲端成長50%。"},
            {"quiet", "營收由100億元增至120億元，其中45%來自訂閱。"},
            {"quiet", "營收由100億元增至120億元，雲端成長50%。"},
            {"quiet", "The stock rose from $100 to $120, outpacing the S&P's 12% gain."},
            {"quiet", "Headcount went from 100 to 120, while revenue grew 45%."},
            {"quiet", "資本支出由500億美元增至800億美元，占營收30%。"},
            {"quiet", "Profit rose from $10 million to $12 million (a 35% margin)."},
            {"quiet", "Revenue rose from $10 billion to $12 billion, cloud growing 50%."},
            {"quiet", "Revenue rose from $10 billion to $12 billion, or 30% of the industry's total."},
            {"quiet", "Orders rose from $10 billion to $12 billion, more than 60% above plan."},
            {"red", "Revenue grew from $20 billion to $27 billion, up 55%."},
            {"red", "Revenue grew from $20 billion to $27 billion, a 55% increase."},
            {"red", "Revenue grew from $20 billion to $27 billion (+55%)."},
            {"red", "營收由200億元增至270億元，增長55%。"},
            // Two pairs in one sentence.
            {"quiet", "AWS's share fell from 31% to 29% and Azure's rose from 22% to 24%."},
            {"quiet", "AWS 市佔率由31%降至29%，而Azure由22%升至24%。"},
            {"quiet", "AWS 市佔率由30%升至33%，高於Azure的25%。"},
            {"quiet", "The error rate fell from 3% to 2%, against 10% in 2020."},
            // Multiples of a fall.
            {"quiet", "The price fell from $60 to $6, a tenfold drop."},
            {"quiet", "The price fell tenfold, from $60 to $6."},
            {"quiet", "The price fell from $20 to $0.07 per million tokens, a 280-fold reduction."},
            {"quiet", "Energy per query went from 24 Wh to 0.24 Wh, 100x less."},
            {"quiet", "Latency went from 400 ms to 100 ms, a 4x improvement."},
            {"quiet", "Cost fell from $10 to $2, five times lower."},
            {"red", "The price fell from $60 to $20, a tenfold drop."},
            {"red", "Latency went from 400 ms to 200 ms, a 4x improvement."},
            // Multiples of something else.
            {"quiet",
             "Revenue rose from $10 billion in 2024 to $13 billion in 2025, five times that of Anthropic."},
            {"quiet", "營收由100億元增至130億元，是對手的五倍。"},
            {"quiet", "Revenue jumped from $5.5 billion in December 2024 to $10 billion in June 2025, then "
                      "to $13 billion by August 2025, 2.4 times the December figure."},
            {"quiet", "The cost fell from $10 to $5, tripling the margin."},
            // Denied, supposed, asked.
            {"quiet", "Revenue did not double from $10B to $12B."},
            {"quiet", "Far from doubling, revenue rose from $10B to $12B."},
            {"quiet", "營收並未翻倍，僅由100億元增至120億元。"},
            {"quiet", "The claim that revenue rose 50% from $10B to $12B is false."},
            {"quiet", "If revenue grew 50% from $10B to $12B, the plan would work."},
            {"quiet", "Did revenue really grow 50% from $10B to $12B?"},
            {"quiet", "營收真的由100億元成長50%至120億元嗎？"},
            // Rates per year, losses, returns.
            {"quiet", "價格從2024年的10美元降至2027年的1美元，年複合下降率54%。"},
            {"quiet", "The firm swung from a loss of $2 billion to a profit of $1 billion, up 150%."},
            {"quiet", "The fund grew from $1 billion to $3 billion, giving investors a 12% annual return."},
            // Once more as much is twice as much.
            {"red", "營收增長1倍，由20億美元增至60億美元。"},
            {"red", "營收成長近一倍，由20億美元增至60億美元。"},
            {"green", "營收成長逾一倍，由20億美元增至60億美元。"},
            {"red", "營收成長一倍，由20億美元增至60億美元。"},
            {"green", "營收增長1倍，由20億美元增至40億美元。"},
            // clang-format on
        };
        addSentences(rows);
    }
    void onlyTheRateOfAPairIsHeldAgainstIt() { checkSentence(); }

    void whatStandsNearbyStaysQuiet_data() {
        static const SentenceRow rows[] = {
            // clang-format off: one sentence a line
            // Right, or figures of something else.
            {"quiet", "Revenue climbed from $10 billion to $12 billion, with operating margin at 35%."},
            {"quiet",
             "Revenue climbed from $10 billion to $12 billion, well above the 5% the market had expected."},
            {"quiet", "Revenue climbed from $10 billion to $12 billion, and Azure was up 40%."},
            {"quiet", "The price fell from $10 to $8, after a 50% discount in March."},
            {"quiet", "The stock moved from $100 to $120, giving it a 3% weight in the index."},
            {"quiet", "Headcount fell from 100 to 80, saving 30% of payroll."},
            {"quiet", "Capex rises from $50 billion to $80 billion, half of it for chips."},
            {"quiet", "Capex rises from $50 billion to $80 billion, a third of which goes to chips."},
            {"quiet", "Revenue grew from $10 billion to $12 billion, a 20% rise, while costs rose 50%."},
            {"quiet", "Output rose from 40 MW to 60 MW (30% solar)."},
            {"quiet", "Revenue rose from $10 billion to $12 billion, beating the 10% growth that analysts "
                      "had forecast."},
            {"quiet", "Revenue rose from $10 billion in Q1 to $12 billion in Q2, up 45% year over year."},
            {"quiet", "Users rose from 2 million to 3 million, 40% of them in Asia."},
            {"quiet", "The fee went from $10 to $12, plus 5% tax."},
            {"quiet", "The fee went from $10 to $12, including 5% tax."},
            {"quiet", "The valuation jumped from $10 billion to $30 billion, for which it gave up 5%."},
            {"quiet", "Latency went from 400 ms to 100 ms, four times faster."},
            {"quiet", "Latency went from 400 ms to 100 ms, a fourfold improvement."},
            {"quiet", "The cost went from $8 to $2, a quarter of what it was."},
            {"quiet", "Training time fell from 10 days to 2 days, five times faster."},
            {"quiet", "The price dropped from $10 to $5, doubling demand."},
            {"quiet", "Memory use went from 80 GB to 20 GB, a 4x reduction."},
            {"quiet", "Memory use went from 80 GB to 20 GB, 75% less."},
            {"quiet", "The price dropped by half, from $10 to $5."},
            {"quiet", "The price dropped to half, from $10 to $5."},
            {"quiet", "Prices were cut to $5 from $10, or by half."},
            {"quiet", "Revenue rose 20% to $12 billion from $10 billion, with cloud up 50%."},
            {"quiet", "Its share rose from 20% to 25%, with cloud at 60% of sales."},
            {"quiet", "Its share rose from 20% to 25%, up 5 percentage points."},
            {"quiet", "Its share rose from 20% to 25%, while Google's fell from 15% to 10%."},
            {"quiet", "Its share rose from 20% to 25%, compared with 10% for Google."},
            {"quiet", "Neither did revenue grow 50% from $10B to $12B."},
            {"quiet", "Analysts had expected it to grow 50% from $10B to $15B."},
            {"quiet", "Whether revenue grows 50% from $10B to $12B is open."},
            {"quiet", "It is wrong that revenue tripled from $10B to $12B."},
            {"quiet", "The loss narrowed from $2 billion to $1 billion, down 50%."},
            {"quiet", "Net income swung from a $2 billion loss to a $1 billion profit, up 150%."},
            {"quiet", "Between 2022 and 2024 the price fell 90% a year, from $20 to $0.2."},
            {"quiet", "The price fell from $60 in 2021 to $0.06 in 2024, or 10x a year."},
            {"quiet", "Revenue will go from $4B to $5B (25%), and margins to 40%."},
            {"quiet", "Adoption went from 33% in 2023 to 65% in 2024, nearly doubling."},
            {"quiet", "Adoption went from 33% to 66%, twice the share of the year before."},
            {"quiet", "From 10 GW to 12 GW, or 20% more, by 2027."},
            {"quiet", "Costs fell 40%, from $10 to $6, while revenue rose 20%."},
            {"quiet", "Revenue grew 50%, and cloud went from $10 billion to $12 billion."},
            {"quiet", "Revenue grew 50%, with cloud rising from $10 billion to $12 billion."},
            {"quiet", "Growth slowed to 20% from 40%."},
            {"quiet", "Growth accelerated from 20% to 30%, a gain of 10 points."},
            {"quiet", "The error rate was cut to 2% from 4%, halving it."},
            {"quiet", "營收由100億元增至120億元，毛利率達35%。"},
            {"quiet", "營收由100億元增至120億元，優於市場預期的5%。"},
            {"quiet", "營收由100億元增至120億元，雲端則成長50%。"},
            {"quiet", "營收由100億元增至120億元，帶動股價上漲8%。"},
            {"quiet", "營收由100億元增至120億元，其中三分之一來自雲端。"},
            {"quiet", "營收由100億元增至120億元，成長20%，其中雲端成長50%。"},
            {"quiet", "營收由100億元增至120億元，成長20%，高於預期的10%。"},
            {"quiet", "成本由10美元降至2美元，降低80%，只有原來的五分之一。"},
            {"quiet", "成本由10美元降至2美元，為原來的五分之一。"},
            {"quiet", "成本由10美元降至2美元，降至原來的20%。"},
            {"quiet", "用戶由200萬增至600萬，是原來的3倍。"},
            {"quiet", "用戶由200萬增至600萬，為對手的兩倍。"},
            {"quiet", "用戶由200萬增至600萬，增長2倍。"},
            {"quiet", "價格由10元降至5元，使銷量成長80%。"},
            {"quiet", "若營收由100億元增至120億元，成長50%，則獲利可觀。"},
            {"quiet", "有人說營收由100億元成長50%至120億元，這是錯誤的。"},
            {"quiet", "錯誤率由4%降至2%，下降2個百分點。"},
            {"quiet", "市佔率由20%升至25%，而谷歌由15%降至10%。"},
            {"quiet", "由虧損20億元轉為獲利10億元，成長150%。"},
            {"quiet", "營收從第一季的80億元增至第二季的100億元，年增60%。"},
            {"quiet", "2024年營收100億元，2025年營收120億元，年增20%。"},
            {"quiet", "2024年營收100億元，2025年毛利50億元，年增20%。"},
            {"quiet", "2024年營收100億元，2025年營收120億元，毛利率60%。"},
            {"quiet", "2024年營收100億元，2025年營收120億元，其中雲端成長60%。"},
            {"quiet", "2024年微軟營收100億元，2025年谷歌營收120億元，成長60%。"},
            {"quiet", "去年營收100億元，今年獲利20億元，年增60%。"},
            {"quiet", "合約由2028年提前至2025年。"},
            {"quiet", "The deadline moved from 2028 to 2025."},
            {"quiet", "Profit fell 120% to a loss."},
            {"quiet", "Net income dropped by 150%."},
            {"quiet", "The share price is up 118% this year."},
            {"quiet", "Market share growth of 118% was reported."},
            {"quiet", "Volume rose 120% while latency fell by 20%."},
            {"quiet", "Throughput is 120% of last year's."},
            {"quiet", "The market will reach $100 billion in 2028, growing 50% from 2027."},
            {"quiet", "AWS cut prices 20% from $10 to $8."},
            {"quiet", "It cut 8,000 jobs, or 10% of its workforce of 80,000."},
            {"quiet", "Spending rose to $12 billion from $10 billion, 20% more than a year earlier."},
            {"quiet", "Spending rose to $12 billion, 20% more than the $10 billion of 2024."},
            {"quiet", "Spending rose to $12 billion, 5% more than planned, from $10 billion."},
            {"quiet",
             "Data center sales went from $10 billion to $12 billion, driven by 80% growth in China."},
            {"quiet", "From $10 million to $12 million in ARR, the startup grew 20% in a month."},
            {"quiet", "From $10 million to $12 million in ARR, the startup now holds 5% of the market."},
            // Wrong ones.
            {"red", "Costs fell by 40%, from $10 to $4."},
            {"red", "Revenue doubled from $10.0 billion to $14.0 billion."},
            {"red", "Revenue doubled, from $10.0 billion to $14.0 billion."},
            {"red", "Latency dropped 80%, from 400 ms to 200 ms."},
            {"red", "Revenue climbed from $10.0 billion to $12.0 billion, which is a growth of 45%."},
            {"red", "Revenue climbed from $10.0 billion to $12.0 billion, representing a 45% increase."},
            {"red", "Revenue climbed from $10.0 billion to $12.0 billion, growth of 45%."},
            {"red", "Revenue climbed from $10.0 billion to $12.0 billion, or 45% more."},
            {"red", "Memory use went from 80 GB to 40 GB, a 4x reduction."},
            {"red", "Users rose from 2.0 million to 3.0 million, a jump of 75%."},
            {"red", "營收由100億元增至120億元，增幅達45%。"},
            {"red", "營收由100億元增至120億元，大幅成長45%。"},
            {"red", "營收由100億元增至120億元，相當於成長45%。"},
            {"red", "成本由10美元降至2美元，降低60%。"},
            {"red", "成本由10美元降至2美元，只有原來的一半。"},
            {"red", "用戶由200萬增至600萬，是原來的5倍。"},
            {"red", "市佔率由20%升至25%，上升15個百分點。"},
            // clang-format on
        };
        addSentences(rows);
    }
    void whatStandsNearbyStaysQuiet() { checkSentence(); }

    void aRepairSaysNoSignTwice() {
        const auto stated = [](const char* sentence) {
            const Checked result = checked(sentence);
            for (const Check& check : result.checks)
                for (const Repair& repair : check.repairs)
                    if (repair.what == "stated")
                        return QString::fromStdString(repair.text);
            return QString();
        };
        QCOMPARE(stated("成本由100美元降至25美元，下降25%。"), QStringLiteral("下降75%"));
        QCOMPARE(stated("成本由100美元降至25美元，減幅達40%。"), QStringLiteral("減幅達75%"));
        QCOMPARE(stated("Costs fell from $100 to $25, a drop of 25%."), QStringLiteral("75%"));
        QCOMPARE(stated("Prices fell 50%, volume rose 60% and revenue grew 120%."), QStringLiteral("340%"));
    }
};

PARALLAX_TEST(TestProseAlarms)

} // namespace test_prose_alarms
#include "test_prose_alarms.moc"
