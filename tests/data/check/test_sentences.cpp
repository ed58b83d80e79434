// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes, rates and shares that single sentences state.
#include <QtTest>

#include "read_text.h"
#include "tests/test_program.h"

namespace test_sentences {

using namespace parallax::data;

namespace {

Colour colourFrom(const QString& name) {
    return colourFromName(name.toStdString()).value_or(Colour::Grey);
}

} // namespace

class TestSentences final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aStatedChangeIsRecomputed_data() {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("colour");
        const auto row = [](const char* name, const char* sentence, const char* rule, const char* colour) {
            QTest::newRow(name) << QString::fromUtf8(sentence) << QString::fromUtf8(rule)
                                << QString::fromUtf8(colour);
        };
        // English, in the orders that people write.
        row("from to, paren", "Bookings went from $12.0 billion to $15.0 billion (+25%).", "DELTA_PCT",
            "green");
        row("from to, paren, wrong", "Bookings went from $12.0 billion to $15.0 billion (+35%).", "DELTA_PCT",
            "red");
        row("grew p from to", "Bookings grew 25% from $12.0 billion to $15.0 billion.", "DELTA_PCT", "green");
        row("grew by p, from to", "Bookings grew by 45 percent, from $12.0 billion to $15.0 billion.",
            "DELTA_PCT", "red");
        row("rose p to from", "Bookings rose 25% to $15.0 billion from $12.0 billion a year earlier.",
            "DELTA_PCT", "green");
        row("rose p to from, wrong", "Bookings rose 20% to $15.0 billion from $12.0 billion a year earlier.",
            "DELTA_PCT", "red");
        row("reached, up p from", "Bookings reached $15.0 billion, up 25% from $12.0 billion.", "DELTA_PCT",
            "green");
        row("reached, up p from, wrong", "Bookings reached $15.0 billion, up 80% from $12.0 billion.",
            "DELTA_PCT", "red");
        row("up from, gain", "Bookings hit $15.0 billion, up from $12.0 billion, a gain of 25%.", "DELTA_PCT",
            "green");
        row("fall", "The fee fell from $8.00 to $2.00, a drop of 75%.", "DELTA_PCT", "green");
        row("fall said as rise", "The fee fell from $8.00 to $2.00, a drop of 25%.", "DELTA_PCT", "red");
        row("or", "The fee fell from $8.00 to $2.00, or 75%.", "DELTA_PCT", "green");
        row("points", "The margin widened from 31.0% to 36.0%, a gain of 5 percentage points.", "DELTA_PP",
            "green");
        row("points wrong", "The margin widened from 31.0% to 36.0%, a gain of 9 percentage points.",
            "DELTA_PP", "red");
        row("difference", "Bookings rose from $12.0 billion to $15.0 billion, an increase of $3.0 billion.",
            "DELTA_ABS", "green");
        row("difference wrong",
            "Bookings rose from $12.0 billion to $15.0 billion, an increase of $4.5 billion.", "DELTA_ABS",
            "red");
        row("cagr", "Sales will grow from $30 billion in 2024 to $60 billion in 2027 (CAGR of 26%).", "CAGR",
            "green");
        row("cagr wrong",
            "Sales will grow from $30.0 billion in 2024 to $60.0 billion in 2027 (CAGR of 19%).", "CAGR",
            "red");
        row("cagr first",
            "A CAGR of 26% takes the field from $30.0 billion in 2024 to $60.0 billion in 2027.", "CAGR",
            "green");
        row("cagr between",
            "Sales climb from $30.0 billion to $60.0 billion between 2024 and 2027, a compound annual growth "
            "rate of 26%.",
            "CAGR", "green");
        row("cagr over years",
            "Sales climb from $30.0 billion to $60.0 billion over three years, or 41% a year.", "CAGR",
            "red");
        row("to before from",
            "Spending should climb to $60.0 billion in 2027 from $30.0 billion in 2024, a CAGR of 26%.",
            "CAGR", "green");
        row("multiple", "Output went from 40 MW to 160 MW, a fourfold increase.", "VAGUE_MULTIPLIER",
            "green");
        row("multiple wrong", "Bookings jumped from $12.0 billion to $18.0 billion, nearly tripling.",
            "VAGUE_MULTIPLIER", "red");
        row("share", "A rebate of 15% on a bill of $20,000 is $3,000.", "SHARE_OF", "green");
        row("share wrong", "A rebate of 15% on a bill of $20,000 is $5,000.", "SHARE_OF", "red");
        row("dated levels",
            "Sales were $20.0 billion in 2023 and $90.0 billion in 2025, or 4.5 times in two years.",
            "VAGUE_MULTIPLIER", "green");
        // Traditional Chinese.
        row("hant cagr", "市場將由 2024 年的 300 億美元成長到 2027 年的 600 億美元，年複合成長率約 26%。",
            "CAGR", "green");
        row("hant cagr wrong", "市場將由 2024 年的 300 億美元增至 2027 年的 600 億美元，年複合成長率 12%。",
            "CAGR", "red");
        row("hant change", "訂單由 120 億美元增至 150 億美元，成長 25%。", "DELTA_PCT", "green");
        row("hant change wrong", "訂單由 120 億美元增至 150 億美元，成長 52%。", "DELTA_PCT", "red");
        row("hant fall", "月費從 8.00 美元降到 2.00 美元，跌幅 75%。", "DELTA_PCT", "green");
        row("hant p first", "訂單成長 25%，由 120 億美元增至 150 億美元。", "DELTA_PCT", "green");
        row("hant points", "毛利率從 31.0% 升至 36.0%，提高 5 個百分點。", "DELTA_PP", "green");
        row("hant without from", "2024 年的 120 億美元增至 2025 年的 150 億美元，增幅 40%。", "DELTA_PCT",
            "red");
        // Simplified Chinese.
        row("hans cagr", "市场将从2024年的300亿美元增长到2027年的600亿美元（年复合增长率26%）。", "CAGR",
            "green");
        row("hans change wrong", "订单从120亿美元增加到150亿美元，增长了52%。", "DELTA_PCT", "red");
        row("hans base", "订单达到150亿美元，比去年的120亿美元增长25%。", "DELTA_PCT", "green");
        row("hans yoy", "公司 2025 年收入 150 亿元，2024 年是 120 亿元，同比增长 25%。", "CAGR", "green");
        row("hans yoy wrong", "公司 2025 年收入 150.0 亿元，2024 年是 120.0 亿元，同比增长 45%。", "CAGR",
            "red");
        // The level of the year before, after the rate or before it.
        row("hant prior after", "營收 150.0 億美元，年增 25%，去年為 120.0 億美元。", "DELTA_PCT", "green");
        row("hant prior after, wrong", "營收 150.0 億美元，年增 45%，去年為 120.0 億美元。", "DELTA_PCT",
            "red");
        row("hant prior before", "營收 150.0 億美元，去年 120.0 億美元，年增 45%。", "DELTA_PCT", "red");
        row("hant prior, paren", "營收 150.0 億美元，年增 25%（前一年 120.0 億美元）。", "DELTA_PCT",
            "green");
        row("hans prior, rise to", "营收增长 45% 至 150.0 亿美元，上年同期为 120.0 亿美元。", "DELTA_PCT",
            "red");
        row("hans prior and now", "去年 120.0 亿美元，今年 150.0 亿美元，增长 45%。", "DELTA_PCT", "red");
        row("hant dated prior", "2025 年營收 150.0 億美元，年增 45%，2024 年為 120.0 億美元。", "CAGR",
            "red");
        row("prior, paren", "Bookings were $15.0 billion, up 45% ($12.0 billion a year earlier).",
            "DELTA_PCT", "red");
        row("prior, paren before", "Bookings were $15.0 billion ($12.0 billion a year earlier), up 25%.",
            "DELTA_PCT", "green");
        row("prior after to", "Bookings rose 45% to $15.0 billion; a year earlier it was $12.0 billion.",
            "DELTA_PCT", "red");
        row("decade", "Sales climb from $30.0 billion to $60.0 billion over a decade, a CAGR of 12%.", "CAGR",
            "red");
        row("hans share", "增量 20 亿美元里，AI 占 15 亿美元，正好四分之三。", "SHARE_OF", "green");
        row("hans words", "成本从十二亿元降到六亿元，下降五成。", "DELTA_PCT", "green");
        row("price and volume", "用量翻了两番，同期单价下降了两成，收入只增加了六成。", "PRICE_VOLUME",
            "red");
        row("price and volume, right",
            "If revenue rises by 50% while prices fall by 25%, volume grows to 2.0 times its level.",
            "PRICE_VOLUME", "green");
        row("return",
            "The fund earned a return of 900% on its $2.0 billion investment, now worth $20 billion.",
            "RETURN", "green");
    }
    void aStatedChangeIsRecomputed() {
        QFETCH(QString, sentence);
        QFETCH(QString, rule);
        QFETCH(QString, colour);
        const std::string text = sentence.toStdString();
        const bool chinese = text.find("年") != std::string::npos || text.find("，") != std::string::npos;
        const Checked result = checked(text, "2026-04", chinese ? "zh-Hans" : "en");
        const Check* const found = result.find(*ruleFromName(rule.toStdString()));
        QVERIFY2(found, result.told().c_str());
        QVERIFY2(found->colour == colourFrom(colour), result.told().c_str());
        const auto reds = colour == QLatin1String("red") ? 1 : 0;
        QVERIFY2(result.count(Colour::Red) == static_cast<std::size_t>(reds), result.told().c_str());
    }

    void figuresThatDoNotBelongTogetherAreLeftAlone_data() {
        QTest::addColumn<QString>("sentence");
        int number = 0;
        for (const char* const sentence : {
                 "Revenue rose from $4.0 billion to $5.0 billion, and the margin grew 3%.",
                 "Prices range from $2.00 to $9.00 depending on the region, and discounts reach 40%.",
                 "The vendor moved from 8-bit to 4-bit weights, which saves 50% of the memory.",
                 "From 2023 to 2025 the team grew by 40%.",
                 "Revenue was $31.0 billion, up 40% from a year earlier, $2.1 billion of it from ads.",
                 "營收 312.0 億美元，年增 40%，去年廣告為 21.0 億美元。",
                 "微軟營收 312.0 億美元，年增 40%，去年谷歌為 21.0 億美元。",
                 "本季營收 312.0 億美元，季增 4%，去年同期為 210.0 億美元。",
                 "營收 312.0 億美元，年增 40%，上季為 300.0 億美元。",
                 "Revenue was $31.2 billion, up 4% quarter over quarter ($21.0 billion a year earlier).",
                 "Revenue was $31.2 billion, up 40% from a year earlier ($30.0 billion last quarter).",
                 "2025 年營收 312.0 億美元，年增 40%，其中 2024 年的合約 21.0 億美元。",
                 "The plan costs between $10 and $20, 15% less than the list price of rivals.",
                 "It raised $5.0 billion at a valuation of $50 billion, up from $10 billion, while costs "
                 "fell 30%.",
                 "Some 20% of users left after the price went from $10 to $12.",
                 "Latency fell from 900 ms to 300 ms while 99% of requests succeeded.",
                 "A deal of $4 billion over five years is at most $0.8 billion a year.",
                 "The stake went from 15% to 20%, and 60% of holders agreed.",
                 "A team that moves 40% of its traffic to a model that is 80% cheaper saves 32%.",
                 "把 40% 的流量轉到便宜 80% 的模型，可以省下 32%。",
                 "這裡 4.5 GW，那裡 10 GW。",
                 "若 50% 的 token 命中快取、折扣為 90%，實際輸入價就比牌價低 45%。",
                 "客戶從 3 家增至 9 家，其中 2 家占營收的 60%。",
                 "营收从 40 亿美元增至 50 亿美元，毛利率为 30%。",
                 "利润率从 15% 提高到 20%，而同行只有 12%。",
                 "他在 2023 年投入 10 億美元，2025 年又投入 40 億美元。",
             })
            QTest::newRow(qPrintable(QString::number(++number))) << QString::fromUtf8(sentence);
    }
    void figuresThatDoNotBelongTogetherAreLeftAlone() {
        QFETCH(QString, sentence);
        const Checked result = checked(sentence.toStdString());
        QVERIFY2(result.count(Colour::Red) == 0, result.told().c_str());
        QVERIFY2(result.count(Colour::Amber) == 0, result.told().c_str());
    }

    void aCagrOfOneYearTooManyIsRepairedInFiveWays() {
        const Checked result =
            checked("The field will grow from $30 billion in 2025 to $120 billion by 2028 (CAGR ~41%).");
        const Check* const cagr = result.find(Rule::Cagr);
        QVERIFY(cagr);
        QCOMPARE(cagr->colour, Colour::Red);
        QCOMPARE(cagr->cause, std::string("off-by-one-years"));
        QStringList repairs;
        for (const Repair& repair : cagr->repairs)
            repairs << QString::fromStdString(repair.what);
        for (const char* const what : {"stated", "start", "end", "start-year", "end-year"})
            QVERIFY2(repairs.contains(QLatin1String(what)), what);
        // The path that the two levels imply stands beside it, grey.
        const Check* const implied = result.find(Rule::Implied);
        QVERIFY(implied);
        QCOMPARE(implied->colour, Colour::Grey);
        QCOMPARE(implied->face, std::optional(4.0));
    }

    void theEvidenceStandsWhereTheArticleSaysIt() {
        const Checked result =
            checked("First **bold** words.\n\nBookings grew 25% from $12.0 billion to $15.0 billion.");
        const Check* const change = result.find(Rule::DeltaPercent);
        QVERIFY(change);
        for (const Evidence& evidence : change->statement)
            QCOMPARE(result.article.text.substr(evidence.span.begin, evidence.span.end - evidence.span.begin),
                     evidence.quote);
        QCOMPARE(change->statement.front().quote,
                 std::string("grew 25% from $12.0 billion to $15.0 billion"));
    }

    void theSameStatementKeepsItsFingerprintWhenTheArticleGrows() {
        const char* const sentence = "Bookings grew 25% from $12.0 billion to $15.0 billion.";
        const Checked before = checked(sentence);
        const Checked after = checked(std::string("A new first paragraph of 30 words.\n\n") + sentence);
        QVERIFY(before.find(Rule::DeltaPercent) && after.find(Rule::DeltaPercent));
        QCOMPARE(after.find(Rule::DeltaPercent)->fingerprint, before.find(Rule::DeltaPercent)->fingerprint);
        const Checked other = checked("Bookings grew 26% from $12.0 billion to $15.0 billion.");
        QVERIFY(other.find(Rule::DeltaPercent)->fingerprint != before.find(Rule::DeltaPercent)->fingerprint);
    }

    void whatAnAnswerRepeatsIsCountedOnce() {
        const char* const sentence =
            "Bookings of the company grew 25% from $12.0 billion to $15.0 billion during the last year.";
        const Checked result = checked(std::string(sentence) + "\n\n## FAQ\n\nWhat happened?\n\n" + sentence);
        QCOMPARE(result.count(Rule::DeltaPercent), std::size_t{1});
        QVERIFY2(result.find(Rule::TextPrefix), result.told().c_str());
    }

    void hostileTextIsReadInReasonableTime() {
        std::string text;
        for (int i = 0; i < 20000; ++i)
            text += "from $1 billion in 2024 to $2 billion, up 3% ";
        const Checked result = checked(text);
        QVERIFY(result.checks.size() < 200000);
        QVERIFY(!checked(std::string(100000, '(')).find(Rule::Cagr));
    }
};

PARALLAX_TEST(TestSentences)

} // namespace test_sentences
#include "test_sentences.moc"
