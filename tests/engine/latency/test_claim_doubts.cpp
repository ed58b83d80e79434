// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/engine/latency/judged_sentence.h"
#include "tests/test_program.h"

namespace test_claim_doubts {

using namespace parallax;
using namespace parallax::latency;

namespace {

void doubtRow(const char* language, const char* text) {
    QTest::newRow(text) << language << text;
}

void textColumns() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
}

} // namespace

// What a sentence says in other words than a plain statement of today's price or promise: under which terms,
// of which time, of whose money, on average. None of it may be held against a list.
class TestClaimDoubts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void termsOfAPriceOrAPromiseContradictNothing_data() {
        textColumns();
        for (const char* text : {
                 "With an SLA, OpenAI charges $4.25 per million input tokens for GPT-4o.",
                 "With guaranteed latency, GPT-4o costs $4.25 per million input tokens on OpenAI.",
                 "For faster answers, OpenAI charges $4.25 per million input tokens for GPT-4o.",
                 "With faster answers, OpenAI charges $4.25 per million input tokens for GPT-4o.",
                 "OpenAI charges $4.25 per million input tokens for GPT-4o with guaranteed availability.",
                 "Some customers pay OpenAI $2.20 per million input tokens for GPT-4o.",
                 "With a 12-month commitment, OpenAI charges $2.10 per million input tokens for GPT-4o.",
                 "OpenAI charges $2.10 per million input tokens for GPT-4o for 12 months.",
                 "With 10 billion tokens a month, OpenAI charges $2.10 per million input tokens for GPT-4o.",
                 "OpenAI charges us $2.10 per million input tokens for GPT-4o.",
                 "Customers need a 99.99% SLA from Amazon Bedrock.",
                 "The platform runs on Amazon Bedrock and guarantees 99.95% availability.",
                 "With two regions, Amazon Bedrock reaches a guaranteed availability of 99.99%.",
                 "Amazon Bedrock's SLA has three levels: 99.9%, 99.0% and 95.0%.",
                 "Amazon Bedrock's SLA has the levels 99.9%, 99.0% and 95.0%.",
                 "Amazon Bedrock's availability was 99.95% for a month under an SLA of 99.9%.",
                 "The platform serves GPT-4o at $3.20 per million input tokens.",
                 "The service offers GPT-4o at $3.20 per million input tokens.",
                 "With 1M tokens per prompt, Google charges $2.50 per million input tokens for Gemini 1.5 "
                 "Pro.",
                 "OpenAI announced a price of $1.75 per million input tokens for the model that comes after "
                 "GPT-4o.",
                 "OpenAI charges $2.75 per million input tokens for GPT-4o in the EU.",
             })
            doubtRow("en", text);
        for (const char* text : {
                 "每月使用 100 億 token 的用戶，GPT-4o 的價格為每百萬輸入 token 2.10 美元。",
                 "客戶需要 Amazon Bedrock 達到 99.99% 的 SLA。",
                 "客戶付給 OpenAI 的 GPT-4o 價格為每百萬輸入 token 2.10 美元。",
                 "平台提供 GPT-4o，每百萬輸入 token 3.20 美元。",
             })
            doubtRow("zh-Hant", text);
    }
    void termsOfAPriceOrAPromiseContradictNothing() { contradictsNothing(); }

    void whatEachCustomerPaysIsNoListPrice() {
        const SentenceJudged found = judgedIn("| Customer | Model | Input ($/1M tokens) |\n|---|---|---|\n"
                                              "| A | GPT-4o | 2.10 |\n| B | GPT-4o | 2.35 |\n",
                                              "en");
        QCOMPARE(found.claims, std::size_t{2});
        QVERIFY2(!found.contradicted, found.told.c_str());
    }

    void aFormerPriceContradictsNothingOfToday_data() {
        textColumns();
        for (const char* text : {
                 "OpenAI charged $5.00 per million input tokens for GPT-4o; it now charges $2.50.",
                 "OpenAI charged $5.00 per million input tokens for GPT-4o.",
                 "GPT-4o was $5.00 per million input tokens; today it is $2.50.",
                 "OpenAI's GPT-4o price of $5.00 per million input tokens came to $2.50 in October 2024.",
                 "OpenAI had charged $5.00 per million input tokens for GPT-4o.",
                 "GPT-4o had cost $5.00 per million input tokens.",
                 "GPT-4o cost $5.00 per million input tokens.",
                 "GPT-4o was priced at $5.00 per million input tokens and $15 per million output tokens.",
                 "OpenAI's GPT-4o costs per million input tokens: $5.00 (May 2024), $2.50 (October 2024).",
                 "GPT-4o: $5.00 per million input tokens (May 2024), $2.50 (October 2024).",
             })
            doubtRow("en", text);
        for (const char* text : {
                 "OpenAI 的 GPT-4o 每百萬輸入 token 收費 5.00 美元，現在為 2.50 美元。",
             })
            doubtRow("zh-Hant", text);
    }
    void aFormerPriceContradictsNothingOfToday() { contradictsNothing(); }

    void whatOlderRowsOfAListSayIsSaid() {
        const SentenceJudged found =
            judgedIn("OpenAI charged $5.00 per million input tokens for GPT-4o; it now charges $4.00.", "en");
        QVERIFY2(found.consistent, found.told.c_str());   // it took that until October 2024
        QVERIFY2(found.contradicted, found.told.c_str()); // and never that
    }

    void whatAnswersCostWhoSellsThemIsNoPrice_data() {
        textColumns();
        for (const char* text : {
                 "It costs OpenAI an estimated $0.90 per million input tokens to serve GPT-4o.",
                 "OpenAI's cost for GPT-4o is estimated at $0.90 per million input tokens.",
                 "OpenAI's cost of GPT-4o is $2.50 per million input tokens.",
                 "GPT-4o costs OpenAI $1.20 per million output tokens to run.",
                 "GPT-4o costs OpenAI $10 per million output tokens to run.",
                 "Running GPT-4o costs the company $3.40 per million output tokens.",
                 "GPT-4o is expected to cost $2.50 per million input tokens on OpenAI.",
                 "OpenAI's price for GPT-4o is estimated at $2.50 per million input tokens.",
                 "OpenAI expects GPT-4o to cost $2.50 per million input tokens.",
             })
            doubtRow("en", text);
        for (const char* text : {
                 "OpenAI 的 GPT-4o 每百萬輸入 token 的成本估計為 0.90 美元。",
                 "OpenAI 的 GPT-4o 每百萬輸入 token 的成本為 2.50 美元。",
             })
            doubtRow("zh-Hant", text);
    }
    void whatAnswersCostWhoSellsThemIsNoPrice() { decidesNothing(); }

    void averagesAndBlendsMayLieBetween_data() {
        textColumns();
        for (const char* text : {
                 "On average, customers pay $3.25 per million tokens for GPT-4o.",
                 "On average, customers pay OpenAI $3.25 per million tokens for GPT-4o.",
                 "The blended price of GPT-4o is $3.63 per million tokens.",
                 "GPT-4o costs $5.00 per million tokens.",
                 "GPT-4o costs $12.50 per million input and output tokens.",
                 "The average price of OpenAI's GPT-4o is $4.00 per million tokens.",
             })
            doubtRow("en", text);
    }
    void averagesAndBlendsMayLieBetween() { contradictsNothing(); }

    void whatIsDearerThanBothSidesIsContradicted() {
        const SentenceJudged found = judgedIn("GPT-4o costs $20 per million tokens on OpenAI.", "en");
        QVERIFY2(found.contradicted, found.told.c_str());
    }

    void longPromptsHaveAPriceOfTheirOwn_data() {
        textColumns();
        for (const char* text : {
                 "Gemini 1.5 Pro costs $2.50 per million input tokens for prompts longer than 128K.",
                 "Gemini 1.5 Pro costs $2.50 per million input tokens above 128K.",
                 "With long prompts, Gemini 1.5 Pro costs $2.50 per million input tokens.",
                 "Gemini 1.5 Pro costs $2.50 per million input tokens with long prompts.",
             })
            doubtRow("en", text);
        for (const char* text : {
                 "Gemini 1.5 Pro 的長提示每百萬輸入 token 收費 2.50 美元。",
                 "提示超過 128K 時，Gemini 1.5 Pro 每百萬輸入 token 收費 2.50 美元。",
             })
            doubtRow("zh-Hant", text);
    }
    void longPromptsHaveAPriceOfTheirOwn() { contradictsNothing(); }

    void whatIsDeniedLackedOrWantedBearsNothingOut_data() {
        textColumns();
        for (const char* text : {
                 "GPT-4o does not cost $2.50 per million input tokens.",
                 "GPT-4o doesn't cost $2.50 per million input tokens on OpenAI.",
                 "GPT-4o no longer costs $2.50 per million input tokens.",
                 "OpenAI no longer offers GPT-4o at $2.50 per million input tokens.",
                 "Amazon Bedrock lacks a 99.9% SLA.",
                 "Amazon Bedrock no longer offers a 99.9% SLA.",
                 "Amazon Bedrock does not guarantee 99.9% availability.",
                 "Amazon Bedrock has no 99.9% SLA.",
                 "Amazon Bedrock plans a 99.9% SLA.",
                 "A bank demanded a 99.9% SLA from Amazon Bedrock.",
                 "Regulators want Amazon Bedrock to guarantee 99.9% availability.",
                 "Amazon Bedrock guarantees 99.9% durability.",
                 "OpenAI expects GPT-4o to cost $2.50 per million input tokens.",
             })
            doubtRow("en", text);
        for (const char* text : {
                 "Amazon Bedrock 沒有 99.9% 的 SLA。",
                 "Amazon Bedrock 不再提供 99.9% 的 SLA。",
                 "監管機關要求 Amazon Bedrock 保證 99.9% 的可用性。",
                 "GPT-4o 的輸入價格不是每百萬 token 2.50 美元。",
             })
            doubtRow("zh-Hant", text);
    }
    void whatIsDeniedLackedOrWantedBearsNothingOut() { decidesNothing(); }

    void whatIsSaidPlainlyIsBorneOut_data() {
        textColumns();
        for (const char* text : {
                 "GPT-4o costs $2.50 per million input tokens.",
                 "OpenAI charges no more than $2.50 per million input tokens for GPT-4o.",
                 "Amazon Bedrock guarantees 99.9% availability.",
                 "Amazon Bedrock's SLA is 99.9%.",
                 "GPT-4o is not cheap: it costs $2.50 per million input tokens.",
                 "Amazon Bedrock and Vertex AI promise 99.9% and 99.5%.",
             })
            doubtRow("en", text);
        doubtRow("zh-Hant", "Amazon Bedrock 的 SLA 不低於 99.9%。");
    }
    void whatIsSaidPlainlyIsBorneOut() {
        const SentenceJudged found = judge();
        QVERIFY2(found.consistent && !found.contradicted, found.told.c_str());
    }

    void pairsAndWhatIsToldAgainstAreNotMixedUp_data() {
        textColumns();
        for (const char* text : {
                 "DeepSeek undercuts GPT-4o's $10 per million output tokens by 95%, at $0.42.",
                 "Claude 3.5 Sonnet and GPT-4o cost $3.00 and $2.50 per million input tokens.",
                 "Claude 3.5 Sonnet and GPT-4o cost $3.00 and $2.50 per million input tokens, respectively.",
                 "Amazon Bedrock and Vertex AI promise 99.9% and 99.5%.",
                 "Claude 3.5 Sonnet and GPT-4o cost $3.00, $15 and $2.50 per million tokens.",
                 "Claude 3.5 Sonnet costs 20% more than GPT-4o, which is at $2.50 per million input tokens.",
                 "GPT-4o is cheaper than Claude 3.5 Sonnet, whose input costs $3.00 per million tokens.",
             })
            doubtRow("en", text);
        for (const char* text : {
                 "GPT-4o 和 Claude 3.5 Sonnet 的输入价分别为每百万 token 2.50 美元和 3.00 美元。",
                 "GPT-4o 与 Claude 3.5 Sonnet 的输入价分别是每百万 token 2.50 美元、3.00 美元。",
             })
            doubtRow("zh-Hans", text);
    }
    void pairsAndWhatIsToldAgainstAreNotMixedUp() { contradictsNothing(); }

  private:
    static SentenceJudged judge() {
        QFETCH(const QString, language);
        QFETCH(const QString, text);
        return judgedIn(text.toStdString(), language.toStdString());
    }
    static void contradictsNothing() {
        const SentenceJudged found = judge();
        QVERIFY2(!found.contradicted, found.told.c_str());
    }
    static void decidesNothing() {
        const SentenceJudged found = judge();
        QVERIFY2(!found.contradicted && !found.consistent, found.told.c_str());
    }
};

PARALLAX_LOOP_TEST(TestClaimDoubts)

} // namespace test_claim_doubts

#include "test_claim_doubts.moc"
