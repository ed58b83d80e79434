// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/data/claim/claim_told.h"
#include "tests/test_program.h"

namespace test_claim_prices {

using namespace parallax::data;

namespace {

void row(const char* language, const char* text, const char* expected) {
    QTest::newRow(text) << language << text << expected;
}

void columns() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

void compareRow() {
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(QString::fromStdString(toldAll(text.toStdString(), language.toStdString())), expected);
}

} // namespace

class TestClaimPrices : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void amountsBeforeOneCountAreEachOfASide_data() {
        columns();
        const char* both =
            "price OpenAI 2.5 USD/1e+06 input [GPT-4o]\nprice OpenAI 10 USD/1e+06 output [GPT-4o]";
        row("en", "OpenAI charges $2.50 in and $10 out per million tokens for GPT-4o.", both);
        row("en", "On OpenAI, GPT-4o is $2.50 in, $10 out per 1M tokens.", both);
        row("en", "GPT-4o costs $2.50 input / $10.00 output per million tokens on OpenAI.", both);
        row("en", "OpenAI's GPT-4o costs $2.50 (input) and $10 (output) per million tokens.", both);
        row("en", "OpenAI's GPT-4o costs $2.50 for input and $10 for output per million tokens.", both);
        row("en", "OpenAI charges $2.50 and $10 per million input and output tokens for GPT-4o.", both);
        row("zh-Hant", "OpenAI 的 GPT-4o：輸入 2.5 美元、輸出 10 美元（每百萬 token）。", both);
        row("zh-Hans", "OpenAI 的 GPT-4o 价格为输入 2.5 美元，输出 10 美元（每百万 token）。", both);
        row("zh-Hans", "OpenAI 的 GPT-4o 每百万 token 输入 2.5 美元，输出 10 美元。", both);
        row("en", "OpenAI raised $13 billion and charges $10 per million output tokens for GPT-4o.",
            "price OpenAI 10 USD/1e+06 output [GPT-4o]");
        row("en", "A million output tokens of GPT-4o cost $10 on OpenAI.",
            "price OpenAI 10 USD/1e+06 output [GPT-4o]");
        row("en", "OpenAI bills output tokens for GPT-4o at $10 per million.",
            "price OpenAI 10 USD/1e+06 output [GPT-4o]");
        row("en", "OpenAI has output tokens and charges $12 per million users.", "");
        row("en", "A workload of 5 million tokens costs $12 on OpenAI.", "");
        row("zh-Hant", "OpenAI 的 GPT-4o 每百萬輸出 token 高達 12 美元。",
            "price OpenAI 12 USD/1e+06 output [GPT-4o]");
        row("en", "OpenAI's GPT-4o mini takes $0.15/$0.60 per million input/output tokens, GPT-4o $2.50/$10.",
            "price OpenAI 0.15 USD/1e+06 input [GPT-4o mini]\n"
            "price OpenAI 0.6 USD/1e+06 output [GPT-4o mini]\n"
            "price OpenAI 2.5 USD/1e+06 input [GPT-4o]\n"
            "price OpenAI 10 USD/1e+06 output [GPT-4o]");
        row("en", "OpenAI's GPT-4o costs $10 per million output tokens, or $0.01 per thousand.",
            "price OpenAI 10 USD/1e+06 output [GPT-4o]\nprice OpenAI 0.01 USD/1000 output [GPT-4o]");
        row("en", "GPT-4o costs $10 per million output tokens on OpenAI; ChatGPT takes $20 a month.",
            "price OpenAI 10 USD/1e+06 output [GPT-4o]");
        row("en", "1 million input tokens and 1 million output tokens cost $12.50 on OpenAI with GPT-4o.",
            "");
        row("en", "OpenAI prices GPT-5 at $1.25/M in and $10/M out.",
            "price OpenAI 1.25 USD/1e+06 input [GPT-5]\nprice OpenAI 10 USD/1e+06 output [GPT-5]");
        row("zh-Hans", "GPT-5 的价格为 1.25 美元/10 美元（每百万输入/输出 token）。",
            "price GPT-5 1.25 USD/1e+06 input [GPT-5]\nprice GPT-5 10 USD/1e+06 output [GPT-5]");
        row("zh-Hant", "OpenAI 的 GPT-5 mini 輸入每百萬 token 0.25 美元，快取輸入 0.025 美元。",
            "price OpenAI 0.25 USD/1e+06 input [GPT-5 mini]\n"
            "price OpenAI 0.025 USD/1e+06 cached [GPT-5 mini]");
        row("en", "OpenAI took $13 and $10 per million tokens.", "price OpenAI 10 USD/1e+06 past");
    }
    void amountsBeforeOneCountAreEachOfASide() { compareRow(); }

    void aRowOfModelsHasARowOfPrices_data() {
        columns();
        const char* both = "price GPT-4o 2.5 USD/1e+06 input [GPT-4o]\n"
                           "price Claude 3.5 Sonnet 3 USD/1e+06 input [Claude 3.5 Sonnet]";
        row("zh-Hans", "GPT-4o 和 Claude 3.5 Sonnet 的输入价分别为每百万 token 2.50 美元和 3.00 美元。",
            both);
        row("zh-Hans", "GPT-4o 与 Claude 3.5 Sonnet 的输入价分别是每百万 token 2.50 美元、3.00 美元。", both);
        row("en", "Claude 3.5 Sonnet costs 20% more than GPT-4o, which is at $2.50 per million input tokens.",
            "price GPT-4o 2.5 USD/1e+06 input [GPT-4o]");
        row("en", "GPT-4o is cheaper than Claude 3.5 Sonnet, whose input costs $3.00 per million tokens.",
            "price Claude 3.5 Sonnet 3 USD/1e+06 input [Claude 3.5 Sonnet]");
        row("en", "DeepSeek undercuts GPT-4o's $10 per million output tokens by 95%, at $0.42.",
            "price GPT-4o 10 USD/1e+06 output [GPT-4o]\nprice DeepSeek 0.42 USD/1e+06 output");
    }
    void aRowOfModelsHasARowOfPrices() { compareRow(); }

    void aPriceThatWasOrIsEstimatedSaysSo_data() {
        columns();
        row("en", "OpenAI charged $5.00 per million input tokens for GPT-4o; it now charges $2.50.",
            "price OpenAI 5 USD/1e+06 input [GPT-4o] past\nprice OpenAI 2.5 USD/1e+06 input [GPT-4o]");
        row("en", "GPT-4o: $5.00 per million input tokens (May 2024), $2.50 (October 2024).",
            "price GPT-4o 5 USD/1e+06 input [GPT-4o] of 2024-05-01..2024-05-31 past\n"
            "price GPT-4o 2.5 USD/1e+06 input [GPT-4o] of 2024-10-01..2024-10-31 past");
        row("en", "OpenAI's price for GPT-4o is estimated at $2.50 per million input tokens.",
            "price OpenAI 2.5 USD/1e+06 input [GPT-4o] as estimated");
        row("en", "GPT-4o costs OpenAI $1.20 per million output tokens to run.", "");
        row("en", "Gemini 1.5 Pro costs $2.50 per million input tokens for prompts longer than 128K.",
            "price Gemini 1.5 Pro 2.5 USD/1e+06 input [Gemini 1.5 Pro] as 128K");
    }
    void aPriceThatWasOrIsEstimatedSaysSo() { compareRow(); }

    void aCaptionGivesTheCellsTheirUnit() {
        const std::string table =
            "\n\n| Model | Input | Output |\n|---|---|---|\n| GPT-4o | 2.50 | 10.00 |\n";
        const std::string both = "price GPT-4o 2.5 USD/1e+06 input [GPT-4o]\n"
                                 "price GPT-4o 10 USD/1e+06 output [GPT-4o]";
        for (const char* caption : {"Table 1: List prices, USD per million tokens",
                                    "表一：牌價（美元／百萬 token）", "单位：美元/百万 token"})
            QCOMPARE(toldAll(caption + table), both);
    }

    void aColumnOfCostsIsNoneOfPrices() {
        QCOMPARE(toldAll("Prices:\n\n| Model | Price ($/1M input tokens) | Cost ($/1M input tokens) |\n"
                         "|---|---|---|\n| GPT-4o | 2.50 | 0.90 |\n"),
                 std::string("price GPT-4o 2.5 USD/1e+06 input [GPT-4o]\n"
                             "price GPT-4o 0.9 USD/1e+06 input [GPT-4o] as Cost ($/1M input tokens)"));
    }

    void cachedInputIsOnePriceAmongThree_data() {
        columns();
        const char* three = "price OpenAI 2.5 USD/1e+06 input [GPT-4o]\n"
                            "price OpenAI 1.25 USD/1e+06 cached [GPT-4o]\n"
                            "price OpenAI 10 USD/1e+06 output [GPT-4o]";
        row("en", "OpenAI lists GPT-4o per million tokens: input $2.50, cached input $1.25, output $10.",
            three);
        row("en", "GPT-4o on OpenAI (per 1M tokens): input $2.50, cached input $1.25, output $10.00.", three);
    }
    void cachedInputIsOnePriceAmongThree() {
        compareRow();
        QFETCH(const QString, text);
        // Its word is no circumstance of the other two.
        for (const Claim& claim : claimsIn(text.toStdString()))
            QVERIFY(claim.unread.empty());
    }

    void aLengthIsATermOfAPrice_data() {
        columns();
        row("en",
            "Anthropic charges $6 per million input tokens for prompts over 200K tokens with Claude Sonnet "
            "4.5.",
            "price Anthropic 6 USD/1e+06 input [Claude Sonnet 4.5] as over 200K tokens");
        row("en", "Above 128k tokens, Google charges $2.50 per million input tokens for Gemini 1.5 Pro.",
            "price Google 2.5 USD/1e+06 input [Gemini 1.5 Pro] as Above 128k tokens");
        row("en", "OpenAI charges $10 per 1M output tokens for GPT-4o.",
            "price OpenAI 10 USD/1e+06 output [GPT-4o]");
        row("en",
            "Prices of Google:\n\n| Model | Input ($/1M), ≤128k | Input ($/1M), >128k |\n|---|---|---|\n"
            "| Gemini 1.5 Pro | 1.25 | 2.50 |\n| Gemini 1.5 Flash | 0.075 | 0.15 |\n",
            "price Gemini 1.5 Pro 1.25 USD/1e+06 input [Gemini 1.5 Pro] as ≤128k\n"
            "price Gemini 1.5 Pro 2.5 USD/1e+06 input [Gemini 1.5 Pro] as >128k\n"
            "price Gemini 1.5 Flash 0.075 USD/1e+06 input [Gemini 1.5 Flash] as ≤128k\n"
            "price Gemini 1.5 Flash 0.15 USD/1e+06 input [Gemini 1.5 Flash] as >128k");
    }
    void aLengthIsATermOfAPrice() { compareRow(); }

    void aHeaderOfMoneyForAMillionIsAPriceOfTokens_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("output");
        QTest::newRow("1M") << "Input ($/1M)"
                            << "Output ($/1M)";
        QTest::newRow("M") << "Input ($/M)"
                           << "Output ($/M)";
        QTest::newRow("MTok") << "Input, $/MTok"
                              << "Output, $/MTok";
        QTest::newRow("tokens") << "Input ($/1M tokens)"
                                << "Output ($/1M tokens)";
        QTest::newRow("zh-Hant") << "輸入（美元/百萬）"
                                 << "輸出（美元/百萬）";
    }
    void aHeaderOfMoneyForAMillionIsAPriceOfTokens() {
        QFETCH(const QString, input);
        QFETCH(const QString, output);
        const QString table = "OpenAI:\n\n| Model | " + input + " | " + output +
                              " |\n|---|---|---|\n| GPT-4o | 2.50 | 10.00 |\n| GPT-4.1 | 2.00 | 8.00 |\n";
        QCOMPARE(QString::fromStdString(toldAll(table.toStdString())),
                 QStringLiteral("price GPT-4o 2.5 USD/1e+06 input [GPT-4o]\n"
                                "price GPT-4o 10 USD/1e+06 output [GPT-4o]\n"
                                "price GPT-4.1 2 USD/1e+06 input [GPT-4.1]\n"
                                "price GPT-4.1 8 USD/1e+06 output [GPT-4.1]"));
    }

    void moneyForAMillionOfOtherThingsIsNone() {
        QCOMPARE(QString::fromStdString(toldAll("Azure and AWS:\n\n| Cloud | Users ($/1M) |\n|---|---|\n"
                                                "| AWS | 2.50 |\n| Azure | 2.00 |\n")),
                 QString());
    }

    void aSecondMeasureIsOfTheSentencesOnlyName_data() {
        columns();
        row("en", "Azure OpenAI has a TTFT of 310 ms/62 tok/s.",
            "latency.first Azure 0.31 s\nspeed Azure 62 token/s");
        row("en", "Azure OpenAI has a TTFT of 310 ms and a speed of 62 tok/s.",
            "latency.first Azure 0.31 s\nspeed Azure 62 token/s");
        row("en", "AWS Bedrock has a TTFT of 310 ms and an SLA of 99.9 %.",
            "latency.first Amazon Bedrock 0.31 s\navailability Amazon Bedrock 99.9 % contract");
        row("zh-Hant", "Azure OpenAI 的首 token 延遲為 310 毫秒，輸出速度為 62 token/秒。",
            "latency.first Azure 0.31 s\nspeed Azure 62 token/s");
        row("en", "Azure and AWS grow, with a TTFT of 310 ms and a speed of 62 tok/s.",
            "latency.first AWS 0.31 s");
        row("en", "Azure OpenAI has a speed of 310/62 tok/s.", "");
    }
    void aSecondMeasureIsOfTheSentencesOnlyName() { compareRow(); }
};

PARALLAX_LOOP_TEST(TestClaimPrices)

} // namespace test_claim_prices
#include "test_claim_prices.moc"
