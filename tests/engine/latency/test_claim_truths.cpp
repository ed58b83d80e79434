// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/engine/latency/judged_sentence.h"
#include "tests/test_program.h"

namespace test_claim_truths {

using namespace parallax::latency;

// What articles say rightly by the lists and the runs at hand, or of something else, in the ways in which
// they set figures beside each other: a false contradiction is the worst that can be said of it.
class TestClaimTruths : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsSoIsNotContradicted_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        for (const char* text : {
                 "OpenAI's GPT-4o costs $2.50 per million input tokens and $10 per million output tokens.",
                 "OpenAI charges $2.50 per million input tokens for GPT-4o, while Anthropic takes $3 for "
                 "Claude 3.5 Sonnet.",
                 "GPT-4o mini costs $0.15 in and $0.60 out per million tokens, against $2.50 and $10 for "
                 "GPT-4o on OpenAI.",
                 "OpenAI's GPT-4o mini takes $0.15/$0.60 per million input/output tokens, GPT-4o $2.50/$10.",
                 "At $0.15 per million input tokens, GPT-4o mini undercuts GPT-4o, which costs $2.50, on "
                 "OpenAI.",
                 "GPT-4o is four times as expensive as GPT-4.1 mini, at $10 against $1.60 per million output "
                 "tokens on OpenAI.",
                 "OpenAI's price of GPT-4o fell from $5 to $2.50 per million input tokens.",
                 "OpenAI's GPT-4o, at $10 per million output tokens, costs twice what GPT-5 mini does at $2.",
                 "GPT-4o costs $10 per million output tokens on OpenAI; users of ChatGPT pay $20 a month.",
                 "For users of the Batch API, OpenAI charges $5 per million output tokens for GPT-4o.",
                 "Customers on the enterprise tier pay OpenAI $8 per million output tokens for GPT-4o.",
                 "Tests with caching cost $1.25 per million input tokens on OpenAI with GPT-4o.",
                 "A test of 1 million output tokens cost $10 on OpenAI with GPT-4o.",
                 "1 million input tokens and 1 million output tokens cost $12.50 on OpenAI with GPT-4o.",
                 "Two million output tokens cost $20 on OpenAI with GPT-4o.",
                 "A million input tokens cost $2.50, a million output tokens $10 on OpenAI with GPT-4o.",
                 "OpenAI's GPT-4o costs $10 per million output tokens, or $0.01 per thousand.",
                 "OpenAI's GPT-4o costs $12.50 per million tokens in and out.",
                 "The blended price of GPT-4o at OpenAI is $4.38 per million tokens.",
                 "OpenAI charges $2.50 to $10 per million tokens for GPT-4o.",
                 "OpenAI charges between $2.50 and $10 per million tokens for GPT-4o.",
                 "Azure OpenAI's median time to first token is 0.3 s, that of AWS Bedrock 1.5 s.",
                 "Azure OpenAI's median time to first token of 0.3 s compares with 1.5 s for AWS Bedrock.",
                 "Azure OpenAI takes 0.3 s to the first token and 1.5 s for 500 tokens in the median.",
                 "Azure OpenAI needs 0.3 s in the median against 1.5 s before.",
                 "Azure OpenAI's first token took 0.3 s, 1.2 s less than that of AWS Bedrock.",
                 "Azure OpenAI answers in 1.5 s and AWS Bedrock in 1.7 s.",
                 "Azure OpenAI and AWS Bedrock answer in 1.5 s and 1.7 s.",
                 "AWS Bedrock and Azure OpenAI answer in 1.7 s and 1.5 s.",
                 "Azure OpenAI is faster than AWS Bedrock: 1.5 s against 1.7 s in the median latency.",
                 "AWS Bedrock is slower than Azure OpenAI: 1.7 s against 1.5 s in the median latency.",
                 "Compared with Azure OpenAI, AWS Bedrock is slower, with a median latency of 1.7 s.",
                 "Than Azure OpenAI, AWS Bedrock is slower, at 1.7 s median latency.",
                 "Users see 1.5 s of median latency on Azure OpenAI.",
                 "Users in Asia see 2.5 s of median latency on Azure OpenAI.",
                 "For users, anything above 3 s of latency on Azure OpenAI is too slow.",
                 "Half of Azure OpenAI's prompts get their first token within 0.32 s.",
                 "Half of Azure OpenAI's prompts have more than 500 tokens, and the median latency is 1.5 s.",
                 "Half of the 1.5 s latency of Azure OpenAI is queueing.",
                 "Half of Azure OpenAI's latency, 0.75 s, is network.",
                 "A third of Azure OpenAI's latency is 0.5 s.",
                 "Amazon Bedrock's SLA is 99.9%, i.e. 43 minutes a month.",
                 "Amazon promises 99.99% for S3 and 99.9% for Bedrock.",
                 "AWS's SLA for EC2 is 99.99%, that for Bedrock 99.9%.",
                 "Amazon Bedrock's uptime was 99.95% in the test.",
                 "Amazon Bedrock stays at 99.95% uptime in practice.",
                 "Amazon carries 99.99% of its traffic over Bedrock.",
                 "Bedrock pledges 99.9% availability, but customers ask for 99.99%.",
                 "GPT-5 costs $1.25 per million input tokens and $10 per million output tokens.",
                 "OpenAI prices GPT-5 at $1.25/M in and $10/M out.",
                 "GPT-5 nano is priced at five cents per million input tokens and 40 cents per million "
                 "output tokens.",
                 "In November 2024, Claude 3.5 Haiku cost $1 per million input tokens at Anthropic.",
                 "Google's Gemini 1.5 Pro costs $2.50 per million input tokens beyond 128k.",
                 "Claude Opus 4.5 costs $5 per million input tokens at Anthropic, Claude Opus 4.1 $15.",
                 "Azure OpenAI's median latency of 1.5 s is 0.2 s below AWS Bedrock's.",
                 "AWS Bedrock's median latency is 0.2 s above Azure OpenAI's.",
                 "Azure OpenAI's median latency ranges from 1.4 s in Europe to 1.6 s in Asia.",
             })
            QTest::newRow(text) << "en" << text;
        for (const char* text : {
                 "OpenAI 的 GPT-4o 輸入每百萬 token 2.5 美元，比 Claude 的 3 美元便宜。",
                 "OpenAI 的 GPT-4o 每百萬輸出 token 10 美元，是 GPT-5 mini 2 美元的五倍。",
                 "OpenAI 的 GPT-4o 每百萬 token 輸入 2.5 美元、輸出 10 美元，GPT-4.1 則為 2 美元與 8 美元。",
                 "Azure OpenAI 的首個 token 延遲中位數為 0.3 秒，AWS Bedrock 為 1.5 秒。",
                 "與 Azure OpenAI 相比，AWS Bedrock 的首個 token 延遲中位數為 1.5 秒。",
                 "AWS Bedrock 的首個 token 延遲中位數為 1.5 秒，Azure OpenAI 則為 0.3 秒。",
                 "Azure OpenAI 比 AWS Bedrock 快 1.2 秒，延遲中位數 1.5 秒。",
                 "用戶等待 Azure OpenAI 超過 3 秒就會離開。",
                 "OpenAI 的 GPT-5 mini 輸入每百萬 token 0.25 美元，輸出 2 美元，快取輸入 0.025 美元。",
                 "Azure OpenAI 的延遲中位數比 AWS Bedrock 低 0.2 秒。",
             })
            QTest::newRow(text) << "zh-Hant" << text;
        for (const char* text : {
                 "OpenAI 的 GPT-4o 比 GPT-4.1 贵 2 美元，每百万输出 token 为 10 美元。",
                 "相比 Azure OpenAI 的 1.5 秒，AWS Bedrock 的延迟中位数为 1.7 秒。",
                 "Azure OpenAI 一半的请求在 1.5 秒内完成，95% 在 2 秒内。",
                 "测试用户反映 Azure OpenAI 的延迟中位数为 1.5 秒。",
                 "GPT-5 的价格为 1.25 美元/10 美元（每百万输入/输出 token）。",
                 "Anthropic 的 Claude Haiku 4.5 输入每百万 token 1 美元，输出 5 美元。",
             })
            QTest::newRow(text) << "zh-Hans" << text;
    }
    void whatIsSoIsNotContradicted() {
        QFETCH(const QString, language);
        QFETCH(const QString, text);
        const SentenceJudged found = judgedIn(text.toStdString(), language.toStdString());
        QVERIFY2(!found.contradicted, found.told.c_str());
    }
};

PARALLAX_LOOP_TEST(TestClaimTruths)

} // namespace test_claim_truths
#include "test_claim_truths.moc"
