// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/data/claim/claim_told.h"
#include "tests/test_program.h"

namespace test_claim_comparisons {

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

class TestClaimComparisons : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aDifferenceIsNoLevel_data() {
        columns();
        row("zh-Hant", "OpenAI 的 GPT-4o 每百萬輸出 token 便宜 2 美元。", "");
        row("zh-Hans", "OpenAI 的 GPT-4o 每百万输出 token 便宜约 2 美元。", "");
        row("zh-Hant", "OpenAI 的 GPT-4o 每百萬輸出 token 比 Claude 便宜了 5 美元。", "");
        row("zh-Hant", "OpenAI 的 GPT-4o 每百萬輸出 token 貴 2 美元。", "");
        row("zh-Hant", "OpenAI 將 GPT-4o 每百萬輸出 token 降價 5 美元。", "");
        row("zh-Hant", "Azure 與 AWS 的延遲差距為 0.2 秒。", "");
        row("en", "On OpenAI, GPT-4o is cheaper by $2 per million output tokens.", "");
        row("en", "On OpenAI, GPT-4o is $2 per million output tokens cheaper than Claude.", "");
        row("en", "The gap between Azure and AWS is 0.2 s of latency.", "");
        row("en", "AWS Bedrock's median latency is 0.2 s above Azure OpenAI's.", "");
        row("zh-Hant", "Azure OpenAI 的延遲中位數比 AWS Bedrock 低 0.2 秒。", "");
        row("en", "Azure OpenAI brings a saving of 0.2 s of latency.", "");
        // What it came to is one.
        row("zh-Hant", "OpenAI 將 GPT-4o 每百萬輸出 token 的價格降低到 12 美元。",
            "price OpenAI 12 USD/1e+06 output [GPT-4o]");
        row("zh-Hant", "Azure OpenAI 的延遲縮短到約 1.5 秒。", "latency Azure 1.5 s");
        row("zh-Hant", "Azure OpenAI 的延遲更低，約 1.5 秒。", "latency Azure 1.5 s");
        row("en", "Azure OpenAI's latency is lower: 1.5 s.", "latency Azure 1.5 s");
    }
    void aDifferenceIsNoLevel() { compareRow(); }

    void whatAFigureIsToldAgainstIsNotItsSubjects_data() {
        columns();
        row("en",
            "OpenAI's GPT-4o is three times cheaper at $1 per million input tokens against $3 for Claude "
            "Sonnet.",
            "price OpenAI 1 USD/1e+06 input [GPT-4o]\nprice Claude Sonnet 3 USD/1e+06 input [Claude Sonnet]");
        row("en", "On OpenAI, GPT-4o mini is three times cheaper: $1 per million input tokens against $3.",
            "price OpenAI 1 USD/1e+06 input [GPT-4o mini]");
        row("en", "Azure OpenAI needs a median latency of 1.5 s against 1.9 s.", "latency Azure 1.5 s p50");
        row("en", "Azure's median latency is 1.2 s versus 1.9 s last year.",
            "latency Azure 1.2 s p50\nlatency Azure 1.9 s p50 of 2025-01-01..2025-12-31 past");
        row("en", "Mistral Large costs a fraction of GPT-4o's $10 per million output tokens.",
            "price GPT-4o 10 USD/1e+06 output [GPT-4o]");
        row("en", "Mistral Large costs half of the $10 per million output tokens.", "");
        row("zh-Hant", "GPT-4.1 的價格是 GPT-4o 每百萬輸出 token 10 美元的一半。", "");
        row("en", "Mistral undercuts GPT-4o's $10 per million output tokens.",
            "price GPT-4o 10 USD/1e+06 output [GPT-4o]");
        row("en", "Anthropic charges $3 per million input tokens, less than GPT-4o.",
            "price Anthropic 3 USD/1e+06 input");
        row("en", "AWS is slower than Azure, with a latency of 1.7 s.", "latency AWS 1.7 s");
        row("zh-Hant", "AWS 比 Azure 慢約 0.2 秒，延遲為 1.7 秒。", "latency AWS 1.7 s");
        row("zh-Hant", "Azure 的延遲比 AWS 的 1.7 秒低。", "latency AWS 1.7 s");
        row("en", "AWS promises 99.9% for Bedrock and Azure 99.95%.",
            "availability Amazon Bedrock 99.9 % contract\n"
            "availability Azure 99.95 % contract < Amazon Bedrock 99.9");
        row("en", "In Europe, Azure OpenAI's median TTFT is 310 ms.",
            "latency.first Azure 0.31 s p50 @Europe");
        row("en", "In the US East region, Azure OpenAI's median TTFT is 310 ms.",
            "latency.first Azure 0.31 s p50 @US East");
        row("en", "Azure and AWS have a median latency of 1.2 s and 1.4 s.",
            "latency Azure 1.2 s p50\nlatency AWS 1.4 s p50 < Azure 1.2");
        row("en", "Azure OpenAI and AWS Bedrock answer in 1.5 s and 1.7 s.",
            "latency Azure 1.5 s\nlatency Amazon Bedrock 1.7 s < Azure 1.5");
        row("en", "Compared with Azure OpenAI, AWS Bedrock is slower, with a median latency of 1.7 s.",
            "latency Amazon Bedrock 1.7 s p50");
        row("en", "AWS Bedrock is slower than Azure OpenAI: 1.7 s against 1.5 s in the median latency.",
            "latency Amazon Bedrock 1.7 s");
        row("en", "A third of Azure OpenAI's latency is 0.5 s.", "");
        row("zh-Hans", "OpenAI 的 GPT-4o 比 GPT-4.1 贵 2 美元，每百万输出 token 为 10 美元。",
            "price OpenAI 10 USD/1e+06 output [GPT-4o]");
        row("en", "Azure and AWS have a median latency of 1.2 s versus 1.4 s.",
            "latency Azure 1.2 s p50\nlatency AWS 1.4 s p50 < Azure 1.2");
        row("en", "Azure and AWS have a median and p95 latency of 1.2 s and 1.4 s.",
            "latency AWS 1.2 s p50\nlatency AWS 1.4 s p95");
    }
    void whatAFigureIsToldAgainstIsNotItsSubjects() { compareRow(); }

    void aShareOfAnswersMakesAPercentile_data() {
        columns();
        row("en", "For Azure OpenAI only 5 % of requests have a latency above 900 ms.",
            "latency Azure <=0.9 s p95");
        row("en", "Only 5 % of Azure OpenAI's first tokens take more than 900 ms.",
            "latency.first Azure <=0.9 s p95");
        row("en", "Azure OpenAI's time to first token is above 900 ms for only 5 % of requests.",
            "latency.first Azure <=0.9 s p95");
        row("en", "95 % of Azure OpenAI's requests have a latency below 900 ms.",
            "latency Azure <=0.9 s p95");
        row("en", "Azure OpenAI answers half of prompts within 0.9 s.", "latency Azure <=0.9 s p50");
        row("en", "On Azure OpenAI, nine in ten requests are answered within 0.9 s.",
            "latency Azure <=0.9 s p90");
        row("en", "In nine out of ten cases, Azure OpenAI delivers its first token within 700 ms.",
            "latency.first Azure <=0.7 s p90");
        row("en", "Half of the prompts on Azure OpenAI get their first token within 0.9 s.",
            "latency.first Azure <=0.9 s p50");
        row("en", "On Azure OpenAI 99% of requests complete in under 2 s.", "latency Azure <=2 s p99");
        row("en",
            "Azure OpenAI keeps the first token below 900 ms for 95 % of prompts and below 2 s for 99 % of "
            "prompts.",
            "latency.first Azure <=0.9 s p95\nlatency.first Azure <=2 s p99");
        row("zh-Hant", "Azure OpenAI 只有 5% 的請求延遲超過 900 毫秒。", "latency Azure <=0.9 s p95");
        row("zh-Hant", "Azure OpenAI 有一半的請求在 0.9 秒內回應。", "latency Azure <=0.9 s p50");
        row("zh-Hans", "Azure OpenAI 上 95% 的请求在 0.9 秒内返回。", "latency Azure <=0.9 s p95");
        row("en", "At most 5 % of requests on Azure OpenAI take longer than 2 s.", "latency Azure <=2 s p95");
        // Of fewer than 95 % nothing follows.
        row("en", "At least 5 % of requests on Azure OpenAI take longer than 2 s.", "");
        // Another clause.
        row("en", "Azure fails in 5 % of requests and has a latency below 2 s.", "latency Azure <=2 s");
        row("en", "5 % of requests fail, and Azure's median latency is below 2 s.",
            "latency Azure <=2 s p50");
    }
    void aShareOfAnswersMakesAPercentile() { compareRow(); }

    void aThresholdIsNoClaim_data() {
        columns();
        row("en", "Users leave when Azure OpenAI's latency exceeds 3 s.", "");
        row("en", "Once Azure OpenAI's latency exceeds 3 s, users leave.", "");
        row("en", "Azure OpenAI's median latency is 1.5 s. Users leave when it exceeds 3 s.",
            "latency Azure 1.5 s p50");
        row("zh-Hant", "Azure OpenAI 的延遲一旦超過 3 秒，使用者就會離開。", "");
        row("zh-Hans", "Azure OpenAI 延迟超过 3 秒时用户会离开。", "");
        row("en", "Azure OpenAI's median latency exceeds 3 s.", "latency Azure >=3 s p50");
    }
    void aThresholdIsNoClaim() { compareRow(); }
};

PARALLAX_LOOP_TEST(TestClaimComparisons)

} // namespace test_claim_comparisons
#include "test_claim_comparisons.moc"
