// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/latency/claim_verdict.h"
#include "tests/engine/latency/judged_sentence.h"
#include "tests/test_program.h"

namespace test_claim_unread {

using namespace parallax;
using namespace parallax::latency;

namespace {

void sentence(const char* language, const char* text) {
    QTest::newRow(text) << language << text;
}

} // namespace

class TestClaimUnread : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aCircumstanceThatIsNotReadContradictsNothing_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        for (const char* text : {
                 "Our negotiated price with OpenAI for GPT-4o is $8 per million output tokens.",
                 "With prompt caching, OpenAI charges only $1.25 per million input tokens for GPT-4o.",
                 "OpenAI's GPT-4o used to cost $15 per million output tokens.",
                 "Customers want a 99.99% SLA from Amazon Bedrock.",
                 "Our own SLA to customers, 99.95%, rests on Amazon Bedrock.",
                 "Amazon Bedrock's uptime in September was 99.82%, below the 99.9% of its SLA.",
                 "GPT-4o via a reseller costs $12 per million output tokens on OpenAI.",
                 "OpenAI charges $12 per million output tokens for GPT-4o in the enterprise plan.",
                 "Azure OpenAI's median time to first token is 1.5 s from a cold start.",
                 "Azure OpenAI's cold-start time to first token is 1.5 s in median.",
                 "With streaming off, Azure OpenAI's median time to first token is 1.5 s.",
                 "In batch mode Azure OpenAI's median time to first token is 1.5 s.",
                 "With PTUs, Azure OpenAI's median time to first token is 1.5 s.",
                 "At peak hours Azure OpenAI's median time to first token is 1.5 s.",
                 "Over VPN, Azure OpenAI's median time to first token is 1.5 s.",
                 "Before the upgrade Azure OpenAI's median time to first token was 1.5 s.",
                 "The target for Azure OpenAI's median time to first token is 1.5 s.",
                 "Azure OpenAI's median time to first token should be below 0.1 s.",
                 "Azure OpenAI's content filter alone has a median latency of 0.2 s.",
                 "Azure OpenAI's median time to first audio is 1.5 s.",
                 "Amazon Bedrock's SLA has to be 99.99%.",
                 "For image requests, Azure OpenAI's median time to first token is 1.5 s.",
                 "We pay $12 per million output tokens for GPT-4o on OpenAI.",
                 "Salesforce pays OpenAI $8 per million output tokens for GPT-4o.",
                 "Large customers pay OpenAI $8 per million output tokens for GPT-4o.",
                 "OpenAI charges enterprise customers $12 per million output tokens for GPT-4o.",
                 "In Europe, OpenAI charges $12 per million output tokens for GPT-4o.",
                 "In Asia, Azure OpenAI's median time to first token is 1.5 s.",
                 "For short prompts, Azure OpenAI's median time to first token is 1.5 s.",
                 "Once Azure OpenAI's median time to first token exceeds 1.5 s, users leave.",
                 "AWS is slower than Azure OpenAI, with a median time to first token of 1.5 s.",
             })
            sentence("en", text);
        for (const char* text : {
                 "OpenAI 的 GPT-4o 快取輸入每百萬 token 只要 1.25 美元。",
                 "OpenAI 的 GPT-4o 輸出原價每百萬 token 15 美元,現在為 10 美元。",
                 "客戶希望 Amazon Bedrock 的 SLA 提高到 99.99%。",
                 "Amazon Bedrock 上季的可用性為 99.95%,優於 SLA 的 99.9%。",
                 "經銷商的 OpenAI GPT-4o 輸出價格為每百萬 token 12 美元。",
                 "冷啟動時 Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "高峰時段 Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "開啟推理模式後 Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "使用 PTU 時 Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "Azure OpenAI 的首個 token 延遲中位數目標為 0.1 秒。",
                 "升級前 Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "Amazon Bedrock 的 SLA 需要達到 99.99%。",
                 "OpenAI 的 GPT-4o 長文價格為每百萬輸出 token 12 美元。",
                 "故障期間 Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "大客戶向 OpenAI 支付 GPT-4o 每百萬輸出 token 8 美元。",
                 "部分客戶使用 OpenAI 的 GPT-4o，每百萬輸出 token 支付 8 美元。",
                 "AWS 比 Azure OpenAI 慢，首個 token 延遲中位數為 1.5 秒。",
             })
            sentence("zh-Hant", text);
        for (const char* text : {
                 "GPT-4o 在 OpenAI 的企业协议价为每百万输出 token 8 美元。",
                 "冷启动时 Azure OpenAI 的首个 token 延迟中位数为 1.5 秒。",
                 "命中缓存时,OpenAI 的 GPT-4o 每百万输入 token 1.25 美元。",
                 "Azure OpenAI 批量模式下首个 token 延迟中位数为 1.5 秒。",
             })
            sentence("zh-Hans", text);
    }
    void aCircumstanceThatIsNotReadContradictsNothing() {
        QFETCH(const QString, language);
        QFETCH(const QString, text);
        const SentenceJudged found = judgedIn(text.toStdString(), language.toStdString());
        QVERIFY2(!found.contradicted, found.told.c_str());
    }

    void whatIsReadWholeIsContradicted_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        for (const char* text : {
                 "OpenAI charges $12 per million output tokens for GPT-4o.",
                 "OpenAI's list price for GPT-4o is $12 per 1M output tokens.",
                 "On OpenAI, GPT-4o costs $5.00 per million input tokens.",
                 "Amazon Bedrock's SLA is 99.99%.",
                 "Amazon Bedrock guarantees an uptime of 99.99% per month.",
                 "Azure OpenAI's median time to first token is 1.5 s.",
                 "Azure OpenAI has a median time to first token of 1,500 ms.",
                 "The median latency of Azure OpenAI is 0.4 s.",
                 "At OpenAI's standard rate, GPT-4o costs $12 per million output tokens.",
                 "GPT-4o is priced at $5 per million input tokens, according to OpenAI's pricing page.",
                 "OpenAI's flagship model GPT-4o costs $12 per million output tokens.",
                 "Developers pay $12 per million output tokens for GPT-4o on OpenAI's API.",
                 "The official price of GPT-4o is $12 per million output tokens at OpenAI.",
                 "Note that OpenAI charges customers $12 per million output tokens for GPT-4o.",
                 "OpenAI's GPT-4o remains at $12 per million output tokens.",
                 "A million output tokens of GPT-4o cost $12 on OpenAI.",
                 "OpenAI bills output tokens for GPT-4o at $12 per million.",
                 "OpenAI charges $2.50 in and $12 out per million tokens for GPT-4o.",
                 "OpenAI lists GPT-4o per million tokens: input $2.50, cached input $1.25, output $12.",
                 "Azure OpenAI's first token arrives after 1.5 s in the median.",
                 "In our test, Azure OpenAI's median time to first token was 1.5 s.",
                 "Azure OpenAI streams 80 tokens per second.",
                 "Azure OpenAI has a TTFT of 310 ms and a speed of 62 tok/s.",
                 "AWS backs Amazon Bedrock with a 99.99% SLA.",
                 "Amazon promises 99.99% uptime for Bedrock.",
             })
            sentence("en", text);
        for (const char* text : {
                 "OpenAI 的 GPT-4o 每百萬輸出 token 收費 12 美元。",
                 "Amazon Bedrock 的 SLA 為 99.99%。",
                 "Amazon Bedrock 承諾可用性不低於 99.99%。",
                 "Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "根據 OpenAI 官網，GPT-4o 的輸出價格為每百萬 token 12 美元。",
                 "OpenAI 的旗艦模型 GPT-4o 輸入每百萬 token 2.5 美元，輸出 12 美元。",
                 "開發者使用 OpenAI 的 GPT-4o，每百萬輸出 token 要付 12 美元。",
                 "相比之下，OpenAI 的 GPT-4o 每百萬輸出 token 要 12 美元。",
                 "Azure OpenAI 首個 token 的延遲中位數高達 1.5 秒。",
                 "在我們的測試中，Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。",
                 "Amazon Bedrock 的 SLA 高達 99.99%。",
             })
            sentence("zh-Hant", text);
        for (const char* text : {
                 "OpenAI 的 GPT-4o 每百万输出 token 12 美元。",
                 "Azure OpenAI 的首个 token 延迟中位数为 1.5 秒。",
                 "据 OpenAI 官方定价，GPT-4o 每百万输出 token 为 12 美元。",
                 "OpenAI 的 GPT-4o 标准价为每百万输出 token 12 美元。",
             })
            sentence("zh-Hans", text);
    }
    void whatIsReadWholeIsContradicted() {
        QFETCH(const QString, language);
        QFETCH(const QString, text);
        const SentenceJudged found = judgedIn(text.toStdString(), language.toStdString());
        QVERIFY2(found.contradicted, found.told.c_str());
    }

    void whatDiffersIsShownAllTheSame() {
        const std::vector<data::Claim> claims =
            data::claimsIn("Our negotiated price with OpenAI for GPT-4o is $8 per million output tokens.");
        QCOMPARE(claims.size(), std::size_t{1});
        QCOMPARE(claims[0].unread, (std::vector<std::string>{"Our", "negotiated"}));
        const ClaimJudgement judgement = judged(claims[0], {});
        QCOMPARE(judgement.verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judgement.reason, std::string("price-differs-unread"));
        const ReadingResult& by = judgement.results[static_cast<std::size_t>(judgement.decidedBy)];
        QCOMPARE(by.reason, std::string("price-differs-unread"));
        QCOMPARE(by.value.value_or(0), 10.0);
    }

    void unreadWordsOfHanAreWhatStandsBetweenKnownOnes() {
        const std::vector<data::Claim> claims =
            data::claimsIn("GPT-4o 在 OpenAI 的企业独享价为每百万输出 token 8 美元。", "zh-Hans");
        QCOMPARE(claims.size(), std::size_t{1});
        QCOMPARE(claims[0].unread, std::vector<std::string>{"企业独享"});
    }

    void wordsOfATableCount() {
        const auto contradicted = [](const std::string& caption, const std::string& label,
                                     const std::string& header) {
            const std::string page = caption + "\n\n| " + header + " | OpenAI |\n|---|---|\n| " + label +
                                     " | $12 |\n| Output price per 1M tokens (GPT-4.1) | $8 |\n";
            const std::vector<data::Claim> claims = data::claimsIn(page);
            return std::ranges::any_of(claims, [](const data::Claim& claim) {
                return judged(claim, {}).verdict == ClaimVerdict::Contradicted;
            });
        };
        QVERIFY(contradicted("Prices:", "Output price per 1M tokens (GPT-4o)", "Metric"));
        QVERIFY(!contradicted("Prices:", "Negotiated output price per 1M tokens (GPT-4o)", "Metric"));
    }

    void whatHeadingsAndTheSentenceBeforeStateCounts_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("contradicted");
        const auto row = [](const char* language, const char* before, const char* text, bool contradicted) {
            QTest::newRow(before) << language << before << text << contradicted;
        };
        const char* price = "OpenAI's GPT-4o costs $12 per million output tokens.";
        const char* time = "Azure OpenAI's median time to first token is 1.5 s.";
        const char* chinese = "Azure OpenAI 的首個 token 延遲中位數為 1.5 秒。";
        row("en", "## With a provisioned deployment\n\n", price, false);
        row("en", "## Batch API\n\n", price, false);
        row("en", "## With a provisioned deployment\n\nSome words.\n\n### GPT-4o\n\n", price, false);
        row("en", "With a provisioned deployment:\n\n- ", price, false);
        row("en", "Provisioned deployments are another matter. ", price, false);
        row("en", "With a dedicated line things differ. ", time, false);
        row("en", "## After a cold start\n\n", time, false);
        row("zh-Hant", "## 升級前\n\n", chinese, false);
        row("zh-Hant", "使用預留部署時情況不同。", chinese, false);
        row("en", "## Prices\n\n", price, true);
        row("en", "## In brief\n\n", price, true);
        row("en", "## With a provisioned deployment\n\nSome words.\n\n## Prices\n\n", price, true);
        row("en", "With a provisioned deployment:\n\n- One\n- Two\n\n", price, true);
        row("en", "OpenAI is the market leader. ", price, true);
        row("zh-Hant", "## 價格\n\n", chinese, true);
    }
    void whatHeadingsAndTheSentenceBeforeStateCounts() {
        QFETCH(const QString, language);
        QFETCH(const QString, before);
        QFETCH(const QString, text);
        const SentenceJudged found = judgedIn((before + text).toStdString(), language.toStdString());
        QCOMPARE(found.claims, std::size_t{1});
        QTEST(found.contradicted, "contradicted");
    }

    void aHeadingsTermsAreThoseOfAPrice() {
        const std::string table = "Prices of OpenAI:\n\n| Model | Output ($/1M tokens) |\n|---|---|\n"
                                  "| GPT-4o | 12.00 |\n| GPT-4.1 | 8.00 |\n";
        const auto contradicted = [](const std::string& page) {
            return std::ranges::any_of(data::claimsIn(page), [](const data::Claim& claim) {
                return judged(claim, {}).verdict == ClaimVerdict::Contradicted;
            });
        };
        QVERIFY(contradicted(table));
        QVERIFY(!contradicted("## Provisioned\n\n" + table));
        QCOMPARE(data::toldAll("## Batch API\n\nOpenAI's GPT-4o costs $12 per million output tokens."),
                 std::string("price OpenAI 12 USD/1e+06 output [GPT-4o] as Batch API"));
    }

    void whoPromisesAndWhatWasReachedAreToldApart() {
        QCOMPARE(data::toldAll("Amazon Bedrock's uptime in September was 99.82%, below the 99.9% of its SLA.")
                     .find("99.82 % contract"),
                 std::string::npos);
        QVERIFY(data::toldAll("Amazon Bedrock 承諾可用性不低於 99.9%。", "zh-Hant").ends_with(" contract"));
    }

    void pricesOfBothSidesGoRespectively() {
        for (const char* text : {"OpenAI 的 GPT-4o 每百万 token 的输入和输出分别为 2.5 美元和 10 美元。"})
            QCOMPARE(data::toldAll(text, "zh-Hans"),
                     std::string("price OpenAI 2.5 USD/1e+06 input [GPT-4o]\n"
                                 "price OpenAI 10 USD/1e+06 output [GPT-4o]"));
    }
};

PARALLAX_LOOP_TEST(TestClaimUnread)

} // namespace test_claim_unread

#include "test_claim_unread.moc"
