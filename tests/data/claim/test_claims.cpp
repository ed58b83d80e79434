// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <set>
#include <string>

#include "tests/data/claim/claim_told.h"
#include "tests/test_program.h"

namespace test_claims {

using namespace parallax::data;

namespace {

void row(const char* name, const char* language, const char* text, const char* expected) {
    QTest::newRow(name) << language << text << expected;
}

} // namespace

class TestClaims : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void figuresOfSentencesBecomeClaims_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        row("a median for a length, of two", "en",
            "Azure needs a median of 2.1 s for 400 tokens, AWS 2.3–2.6 s.",
            "latency Azure 2.1 s p50 400\nlatency AWS 2.3-2.6 s p50 400 < Azure 2.1");
        row("an answer's length and a model", "en",
            "GPT-5 has a median latency of ~2.5 seconds for a 300-token response on Azure.",
            "latency Azure 2.5 s p50 300 output [GPT-5]");
        row("a list of two, whose later figures name nobody", "en",
            "Azure 2.1 s median for 400 tokens, AWS 2.3–2.6 s, 140 req/s on 8×H200 against 118–125, $4.00 "
            "per 1M "
            "tokens, SLA 99.5 % against 99.9 %.",
            "latency Azure 2.1 s p50 400\nlatency AWS 2.3-2.6 s p50 400 < Azure 2.1\n"
            "throughput Azure 140 req/s {8×H200}\nthroughput AWS 118-125 req/s {8×H200} < Azure 140\n"
            "price Azure 4 USD/1e+06\nprice AWS 4 USD/1e+06 < Azure 4\n"
            "availability Azure 99.5 % contract\navailability AWS 99.9 % contract < Azure 99.5");
        row("a list of two without anything set against another", "en",
            "Azure 2.1 s median for 400 tokens, AWS 2.3 s, $4.00 per 1M tokens.",
            "latency Azure 2.1 s p50 400\nlatency AWS 2.3 s p50 400 < Azure 2.1");
        row("another service of a cloud", "en",
            "The SLA of AWS EC2 is 99.99 %, that of Amazon Bedrock 99.9 %.",
            "availability AWS EC2 99.99 % contract\navailability Amazon Bedrock 99.9 % contract < AWS EC2 "
            "99.99");
        row("another service, named later", "en", "Google Cloud guarantees 99.95 % uptime for Cloud SQL.",
            "availability Google Cloud SQL 99.95 % contract");
        row("another service in a clause of its own", "en",
            "Azure OpenAI answers with a median latency of 1.5 s, while EC2 instances start in 30 seconds.",
            "latency Azure 1.5 s p50\nlatency EC2 30 s p50 < Azure 1.5");
        row("another service before the next cloud", "en",
            "Cloud SQL promises an SLA of 99.95 %, Vertex AI 99.9 %.",
            "availability Cloud SQL 99.95 % contract\navailability Vertex AI 99.9 % contract < Cloud SQL "
            "99.95");
        row("foretold by a year", "en", "Azure's latency will fall to 1.0 seconds by 2027.",
            "latency Azure 1 s future");
        row("foretold by who predicts", "en",
            "We predict that OpenAI's time to first token will be 200 ms by 2028.",
            "latency.first OpenAI 0.2 s future");
        row("foretold of next year", "en", "Azure is expected to have a latency of 1.3 seconds next year.",
            "latency Azure 1.3 s future");
        row("foretold in Chinese", "zh-Hant", "預計明年 OpenAI 的首字延遲將降到 200 毫秒。",
            "latency.first OpenAI 0.2 s future");
        row("a range in words", "en", "Mistral's latency ranges from 0.8s to 1.1s.",
            "latency Mistral AI 0.8-1.1 s");
        row("what it was cut to", "en",
            "Azure OpenAI's median latency was cut to 1.5 seconds from 2.0 seconds.",
            "latency Azure 1.5 s p50");
        row("what it fell to", "en", "OpenAI's latency fell from 2.0 s to 1.5 s.", "latency OpenAI 1.5 s");
        row("what it is not", "en", "Azure's latency is not 1.4 seconds.", "");
        row("several are no supposition", "zh-Hant", "若干模型在 Azure 上的延遲中位數為 1.5 秒。",
            "latency Azure 1.5 s p50");
        row("what is supposed", "en", "If Azure's latency were 1.1 seconds, it would win.", "");
        row("speed by the second in Chinese", "zh-Hant", "Mistral 每秒輸出 150 個 token。",
            "speed Mistral AI 150 token/s");
        row("speed that can be made in Chinese", "zh-Hans", "Mistral 每秒可生成 150 个词元。",
            "speed Mistral AI 150 token/s");
        row("prices by the letter", "en", "Anthropic charges $3/M input and $15/M output for Claude Sonnet.",
            "price Anthropic 3 USD/1e+06 input [Claude Sonnet]\nprice Anthropic 15 USD/1e+06 output [Claude "
            "Sonnet]");
        row("a service that is only mentioned", "en",
            "Amazon Bedrock, whose model weights lie in S3, has a first token after 0.8 s at the median.",
            "latency.first Amazon Bedrock 0.8 s p50");
        row("a list of one", "en", "Azure 2.1 s median for 400 tokens, 140 req/s against 118.",
            "latency Azure 2.1 s p50 400\nthroughput Azure 140 req/s");
        row("no more than of whom, after a sentence of another", "en",
            "Azure has a median latency of 2.1 s for 400 tokens. AWS Bedrock is expected at 2.3–2.6 s.",
            "latency Azure 2.1 s p50 400\nlatency Amazon Bedrock 2.3-2.6 s p50 400 < Azure 2.1");
        row("the same in Chinese", "zh-Hant",
            "Azure 生成 300 個 token 的延遲中位數為 1.2 秒。AWS 預計為 1.3 至 1.5 秒。",
            "latency Azure 1.2 s p50 300 output\nlatency AWS 1.3-1.5 s p50 300 output < Azure 1.2");
        row("more than of whom", "en",
            "Azure has a median latency of 2.1 s. AWS takes 30 s to start. AWS needs 4 s of training.",
            "latency Azure 2.1 s p50");
        row("of whom, after a sentence of nothing", "en",
            "Azure has a median latency of 2.1 s. Nobody knows why. AWS is expected at 2.3 s.",
            "latency Azure 2.1 s p50");
        row("of whom, in another measure", "en", "Azure has a median latency of 2.1 s. AWS is at 99.9 %.",
            "latency Azure 2.1 s p50");
        row("a prompt's length", "en",
            "On Vertex AI a prompt of 8,000 tokens takes 1.9 s of latency on average.",
            "latency Vertex AI 1.9 s mean 8000 input");
        row("a model on the cloud that hosts it", "en", "Gemini 2.5 Pro on Vertex AI answers in 1.9 s.",
            "latency Vertex AI 1.9 s [Gemini 2.5 Pro]");
        row("a cloud by its short name beside a model of its own", "en",
            "The median latency of Gemini 2.5 Flash on Vertex is 0.7 s.",
            "latency Vertex AI 0.7 s p50 [Gemini 2.5 Flash]");
        row("a cloud with its owner's name, after a comma", "en",
            "Gemini 2.5 Pro has a TTFT of 640 ms, and writes 90 tokens/s, on Google's Vertex AI.",
            "latency.first Vertex AI 0.64 s [Gemini 2.5 Pro]\nspeed Vertex AI 90 token/s [Gemini 2.5 Pro]");
        row("a short name that is somebody else's", "en", "Vertex answers in 1.9 s.", "");
        row("a cloud in Chinese", "zh-Hant", "Google Vertex AI 上 Gemini 2.5 Pro 的延遲中位數為 1.9 秒。",
            "latency Vertex AI 1.9 s p50 [Gemini 2.5 Pro]");
        row("first tokens and percentiles", "en",
            "The median TTFT on Azure is 410 ms and its p95 TTFT is 980 ms.",
            "latency.first Azure 0.41 s p50\nlatency.first Azure 0.98 s p95");
        row("a whole answer after a first token", "en",
            "Cohere's first token arrives after 0.3 s, and the whole answer in 2.8 s.",
            "latency.first Cohere 0.3 s\nlatency Cohere 2.8 s");
        row("a bound", "en", "Mistral promises a p99 response time under 900 ms.",
            "latency Mistral AI <=0.9 s p99");
        row("time for each token", "en", "Anthropic's time per output token is 12 ms for Claude 4.5 Haiku.",
            "latency.each Anthropic 0.012 s [Claude 4.5 Haiku]");
        row("output speed", "en", "Claude Sonnet 4.5 writes 75 tokens/s on Bedrock in Tokyo.",
            "speed Amazon Bedrock 75 token/s [Claude Sonnet 4.5] @Tokyo");
        row("throughput against a bare number", "en",
            "Azure serves 140 req/s on 8×H200 against 118–125 on AWS.",
            "throughput Azure 140 req/s {8×H200}\nthroughput AWS 118-125 req/s {8×H200} < Azure 140");
        row("throughput in tokens", "en",
            "On a node with 8 H100 GPUs, CoreWeave reports a throughput of 16,000 tokens per second.",
            "throughput CoreWeave 16000 token/s {8 H100}");
        row("prices of both sides", "en",
            "OpenAI charges $1.25 per million input tokens and $10 per million output tokens for GPT-5.",
            "price OpenAI 1.25 USD/1e+06 input [GPT-5]\nprice OpenAI 10 USD/1e+06 output [GPT-5]");
        row("a pair of prices", "en",
            "Claude Sonnet 4.5 costs $3/$15 per million input/output tokens on AWS.",
            "price AWS 3 USD/1e+06 input [Claude Sonnet 4.5]\nprice AWS 15 USD/1e+06 output [Claude Sonnet "
            "4.5]");
        row("a price of nothing in particular", "en", "GPT-4.1 costs $3.50 per 1M tokens on Azure.",
            "price Azure 3.5 USD/1e+06 [GPT-4.1]");
        row("two contracts", "en", "Azure's SLA promises 99.9 % against 99.95 % at AWS.",
            "availability Azure 99.9 % contract\navailability AWS 99.95 % contract < Azure 99.9");
        row("availability that was seen", "en", "Oracle Cloud reached an uptime of 99.97%.",
            "availability Oracle Cloud 99.97 %");
        row("respectively", "en", "Median latency on Azure and AWS is 1.4 s and 1.7 s, respectively.",
            "latency Azure 1.4 s p50\nlatency AWS 1.7 s p50 < Azure 1.4");
        row("a maker is not who hosts", "en", "Anthropic's Claude Opus 4.5 answers in 3.2 s on AWS.",
            "latency AWS 3.2 s [Claude Opus 4.5]");
        row("a subject of its own is not the one before", "en",
            "Azure's TTFT is 250 ms. The local model makes 35 tokens/s.", "latency.first Azure 0.25 s");
        row("somebody else without a name", "en",
            "Mistral has a TTFT of 300 ms. A competitor reaches 900 tokens/s.",
            "latency.first Mistral AI 0.3 s");
        row("a metric of somebody else", "en",
            "Mistral has a TTFT of 300 ms. The median latency of another provider is 2 s.",
            "latency.first Mistral AI 0.3 s");
        row("a pronoun", "en", "Azure's TTFT is 250 ms. It makes 35 tokens/s.",
            "latency.first Azure 0.25 s\nspeed Azure 35 token/s");
        row("a metric without anybody", "en", "Azure's TTFT is 250 ms. The p99 TTFT is 900 ms.",
            "latency.first Azure 0.25 s\nlatency.first Azure 0.9 s p99");
        row("available for a share of the time", "en", "Azure was available 99.5 % of the time.",
            "availability Azure 99.5 %");
        row("available for a share of the regions", "en", "Azure was available in 99 % of the regions.", "");
        row("whom the sentence before spoke of", "en",
            "Azure has opened a region in Frankfurt. The median latency there is 640 ms.",
            "latency Azure 0.64 s p50");
        row("traditional Chinese", "zh-Hant",
            "Azure 上 GPT-4o 生成 300 個 token 的延遲中位數約 1.2 秒，AWS 預計為 1.3 至 1.5 秒。",
            "latency Azure 1.2 s p50 300 output [GPT-4o]\nlatency AWS 1.3-1.5 s p50 300 output [GPT-4o] < "
            "Azure 1.2");
        row("simplified Chinese", "zh-Hans",
            "微软 Azure 的首 token 延迟 P95 为 850 毫秒，输出速度为 95 token/秒。",
            "latency.first Azure 0.85 s p95\nspeed Azure 95 token/s");
        row("a rate in Chinese", "zh-Hant", "AWS 的吞吐量為每秒 135 個請求，Azure 為 120-128 req/s。",
            "throughput AWS 135 req/s\nthroughput Azure 120-128 req/s < AWS 135");
        row("what it takes on a service", "en", "On AWS Bedrock it takes 1.6 seconds.",
            "latency Amazon Bedrock 1.6 s");
        row("what it takes, after a sentence of it", "en",
            "Azure has a median latency of 2.1 s. On AWS Bedrock it takes 1.6 seconds.",
            "latency Azure 2.1 s p50\nlatency Amazon Bedrock 1.6 s p50 < Azure 2.1");
        row("one figure of two", "en", "Azure and AWS have a median latency of 1.5 s.",
            "latency Azure 1.5 s p50\nlatency AWS 1.5 s p50 < Azure 1.5");
        row("one figure of two that take it", "en", "Azure and AWS take 1.5 seconds.",
            "latency Azure 1.5 s\nlatency AWS 1.5 s < Azure 1.5");
        row("one figure of two in Chinese", "zh-Hant", "Azure 和 AWS 的延遲中位數都是 1.5 秒。",
            "latency Azure 1.5 s p50\nlatency AWS 1.5 s p50 < Azure 1.5");
        row("who says it", "en", "According to Microsoft, Azure has a median latency of 1.5 s.",
            "latency Azure 1.5 s p50");
        row("one of whom nothing is said", "en", "Azure grows, and AWS has a median latency of 1.5 s.",
            "latency AWS 1.5 s p50");
        row("what a service needs", "en", "AWS Bedrock only needs about 1.6 seconds.",
            "latency Amazon Bedrock 1.6 s");
        row("what a request took", "en", "The same request took 1.5 seconds on Azure.",
            "latency Azure 1.5 s");
        row("what a model takes", "en", "GPT-4o on Azure takes 1.5 seconds to answer.",
            "latency Azure 1.5 s [GPT-4o]");
        row("what two take", "en", "Azure takes 1.5 seconds, while on AWS Bedrock it takes 1.6–1.8 s.",
            "latency Azure 1.5 s\nlatency Amazon Bedrock 1.6-1.8 s < Azure 1.5");
        row("what is expected to be taken", "en", "AWS is expected to take 1.6–1.8 s.",
            "latency AWS 1.6-1.8 s");
        row("after what time somebody answers", "en", "Mistral answered after 0.9 seconds.",
            "latency Mistral AI 0.9 s");
        row("within what time somebody responds", "en", "AWS Bedrock responds within 1.6 seconds.",
            "latency Amazon Bedrock <=1.6 s");
        row("what it takes in Chinese", "zh-Hant", "在 AWS Bedrock 上需要 1.6 秒。",
            "latency Amazon Bedrock 1.6 s");
        row("what it takes in simplified Chinese", "zh-Hans", "在 AWS Bedrock 上，同样的请求只需约 1.6 秒。",
            "latency Amazon Bedrock 1.6 s");
        row("within what time in Chinese", "zh-Hant", "AWS Bedrock 在 1.6 秒內就能回應。",
            "latency Amazon Bedrock <=1.6 s");
        row("what an answer needs in Chinese", "zh-Hans", "AWS Bedrock 回应需时 1.6 秒。",
            "latency Amazon Bedrock 1.6 s");
        row("when an answer comes", "en", "On AWS Bedrock the answer comes after 1.6 seconds.",
            "latency Amazon Bedrock 1.6 s");
        row("what two take in Chinese", "zh-Hant", "Azure 需 1.5 秒，AWS Bedrock 要 1.6 至 1.8 秒才能回應。",
            "latency Azure 1.5 s\nlatency Amazon Bedrock 1.6-1.8 s < Azure 1.5");
        row("a price in Chinese", "zh-Hans", "OpenAI 的 GPT-5 每百万输入 token 收费 1.25 美元。",
            "price OpenAI 1.25 USD/1e+06 input [GPT-5]");
        row("a price in Chinese, the count first", "zh-Hant",
            "在 Azure 上，GPT-4o 每 100 萬 token 的價格是 4.00 美元。", "price Azure 4 USD/1e+06 [GPT-4o]");
        row("a contract in Chinese", "zh-Hant", "Azure 的可用性 SLA 為 99.9%，AWS 為 99.95%。",
            "availability Azure 99.9 % contract\navailability AWS 99.95 % contract < Azure 99.9");
        row("a length of output in simplified Chinese", "zh-Hans",
            "Azure 上 GPT-4o 生成 500 个输出 token 的中位延迟为 77 毫秒。",
            "latency Azure 0.077 s p50 500 output [GPT-4o]");
        row("a length of output in traditional Chinese", "zh-Hant",
            "Azure 對 500 個輸出 token 的中位延遲為 75 毫秒。", "latency Azure 0.075 s p50 500 output");
        row("a rate is no length in Chinese", "zh-Hans",
            "Azure 每秒输出 250 个 token，首 token 延迟 0.37 秒。",
            "speed Azure 250 token/s\nlatency.first Azure 0.37 s");
        row("a rate behind is no length in Chinese", "zh-Hans",
            "Azure 首 token 延迟 0.37 秒，每秒可达 250 个 token。", "latency.first Azure 0.37 s");
        row("a length after a rate", "en", "At 250 tokens per second a 500-token answer takes 2 s on Azure.",
            "speed Azure 250 token/s 500 output\nlatency Azure 2 s 500 output");
        row("two percentiles of a first token", "en", "Azure's TTFT is 31 ms at p50 and 33 ms at p90.",
            "latency.first Azure 0.031 s p50\nlatency.first Azure 0.033 s p90");
        row("its percentile", "en", "Azure's median TTFT is 31 ms and its p90 is 33 ms.",
            "latency.first Azure 0.031 s p50\nlatency.first Azure 0.033 s p90");
        row("two percentiles of a first token in Chinese", "zh-Hans",
            "Azure 的首 token 延迟 p50 为 31 毫秒，p90 为 33 毫秒。",
            "latency.first Azure 0.031 s p50\nlatency.first Azure 0.033 s p90");
        row("a percentile behind the last figure alone", "en", "Azure's TTFT is 31 ms and 33 ms at p90.",
            "latency.first Azure 0.031 s\nlatency.first Azure 0.033 s p90");
        row("an answer's time after a first token's", "en",
            "Azure's TTFT is 0.3 s and a 500-token answer takes 2.8 s.",
            "latency.first Azure 0.3 s 500 output\nlatency Azure 2.8 s 500 output");
        row("three metrics", "en", "Azure: TTFT 31 ms, TPOT 2.3 ms, E2E 75 ms.",
            "latency.first Azure 0.031 s\nlatency.each Azure 0.0023 s\nlatency Azure 0.075 s");
        row("two metrics", "en", "Azure: TTFT 31 ms, E2E 75 ms.",
            "latency.first Azure 0.031 s\nlatency Azure 0.075 s");
        row("a metric that is not known", "en", "Azure: TTFT 31 ms, TTFB 12 ms.",
            "latency.first Azure 0.031 s");
        row("a percentile in a bracket", "en", "Azure has a TTFT of 31 ms (p95 40 ms).",
            "latency.first Azure 0.031 s\nlatency.first Azure 0.04 s p95");
        row("a percentile in a bracket, behind", "en", "Azure has a TTFT of 31 ms (40 ms at p95).",
            "latency.first Azure 0.031 s\nlatency.first Azure 0.04 s p95");
        row("a percentile in a bracket in Chinese", "zh-Hans",
            "Azure 的首 token 延迟为 31 毫秒（p95 为 40 毫秒）。",
            "latency.first Azure 0.031 s\nlatency.first Azure 0.04 s p95");
        row("a median, and a spread beside it", "en",
            "Azure's median latency is 31 ms with a standard deviation of 4 ms.",
            "latency Azure 0.031 s p50");
        row("a median, and a maximum beside it", "en", "Azure's median TTFT is 31 ms (max 80 ms).",
            "latency.first Azure 0.031 s p50");
        row("a maximum before a median", "en", "Azure's maximum TTFT is 80 ms, the median 31 ms.",
            "latency.first Azure 0.031 s p50");
        row("a median and a spread in Chinese", "zh-Hant", "Azure 的延遲中位數為 31 毫秒，標準差為 4 毫秒。",
            "latency Azure 0.031 s p50");
        row("a median for a maximum of tokens", "en",
            "With a maximum of 500 output tokens, Azure's median latency is 1.2 s.",
            "latency Azure 1.2 s p50 500 output");
        row("a service whose name begins with its cloud's", "en", "Azure SQL's latency is 8 ms.",
            "latency Azure SQL 0.008 s");
        row("each figure in a bracket", "en", "Azure's p95 TTFT (40 ms) is above its median (31 ms).",
            "latency.first Azure 0.04 s p95\nlatency.first Azure 0.031 s p50");
        row("three percentiles in brackets in Chinese", "zh-Hant",
            "Azure 的首 token 延遲：P50 31 毫秒、P95 40 毫秒（最大 90 毫秒）。",
            "latency.first Azure 0.031 s p50\nlatency.first Azure 0.04 s p95");
        row("a maximum between two percentiles", "en",
            "Azure has a median latency of 1.2 s, a maximum of 3 s and a p99 of 2 s.",
            "latency Azure 1.2 s p50\nlatency Azure 2 s p99");
        row("two percentiles and then two figures", "en",
            "Azure OpenAI has a p50 and p95 TTFT of 31 ms and 40 ms.",
            "latency.first Azure 0.031 s p50\nlatency.first Azure 0.04 s p95");
        row("three percentiles and then two figures", "en",
            "Azure OpenAI has a p50, p90 and p95 TTFT of 31 ms and 40 ms.", "");
        row("a network beside a first token", "zh-Hant",
            "Azure 的網路往返為 5 毫秒，首 token 延遲為 31 毫秒。", "latency.first Azure 0.031 s");
        row("who is undercut, before a comma", "en",
            "Azure's TTFT of 31 ms undercuts AWS Bedrock, which needs 36 ms.",
            "latency.first Azure 0.031 s\nlatency.first Amazon Bedrock 0.036 s < Azure 0.031");
        row("a figure of who is beaten", "en", "Azure OpenAI's TTFT of 31 ms beats AWS Bedrock's 36 ms.",
            "latency.first Azure 0.031 s\nlatency.first Amazon Bedrock 0.036 s < Azure 0.031");
        row("a figure of who is beaten in Chinese", "zh-Hans",
            "Azure 的首 token 延迟 31 毫秒优于 AWS Bedrock 的 36 毫秒。",
            "latency.first Azure 0.031 s\nlatency.first Amazon Bedrock 0.036 s < Azure 0.031");
        row("a latency behind a throughput", "en", "Azure serves 140 req/s at a median latency of 1.2 s.",
            "throughput Azure 140 req/s\nlatency Azure 1.2 s p50 under 140 req/s");
        row("a percentile behind a throughput", "en", "Azure serves 140 req/s with a p95 of 2 s.",
            "throughput Azure 140 req/s\nlatency Azure 2 s p95 under 140 req/s");
        row("a throughput behind a latency", "en", "Azure's median latency is 1.2 s at 140 req/s.",
            "latency Azure 1.2 s p50 under 140 req/s\nthroughput Azure 140 req/s");
        row("a latency of so many at once", "en",
            "With 64 concurrent requests, the median TTFT on Azure is 1.9 s.",
            "latency.first Azure 1.9 s p50 under 64 concurrent requests");
        row("three percentiles with bars", "en", "On Azure, p50/p95/p99 latency is 74/77/80 ms.",
            "latency Azure 0.074 s p50\nlatency Azure 0.077 s p95\nlatency Azure 0.08 s p99");
        row("two percentiles with bars, behind", "en", "Azure: TTFT 0.4/0.9 s (p50/p95).",
            "latency.first Azure 0.4 s p50\nlatency.first Azure 0.9 s p95");
        row("three percentiles in Chinese", "zh-Hant",
            "Azure 的 p50、p95 和 p99 延遲分別為 74、77 和 80 毫秒。",
            "latency Azure 0.074 s p50\nlatency Azure 0.077 s p95\nlatency Azure 0.08 s p99");
        row("a figure for each of three", "en",
            "Azure, AWS and Oracle Cloud have a median latency of 1.2, 1.4 and 1.9 seconds.",
            "latency Azure 1.2 s p50\nlatency AWS 1.4 s p50 < Azure 1.2\n"
            "latency Oracle Cloud 1.9 s p50 < Azure 1.2");
        row("a figure for each of two", "en", "Azure and AWS have a median latency of 1.2 and 1.4 s.",
            "latency Azure 1.2 s p50\nlatency AWS 1.4 s p50 < Azure 1.2");
        row("figures of which nobody knows of whom", "en",
            "Azure and AWS have a median latency of 1.2, 1.4 and 1.9 s.", "");
        row("a number with a measure word alone", "zh-Hans", "Azure 每秒处理 120 个请求，AWS 为 110–115 个。",
            "throughput Azure 120 req/s\nthroughput AWS 110-115 req/s < Azure 120");
        row("less availability than usual", "en", "AWS had 80% availability.", "availability AWS 80 %");
        row("less availability in Chinese", "zh-Hant", "AWS 的可用性僅 80%。", "availability AWS 80 %");
        row("a network that is only mentioned", "en",
            "After its network was renewed, Azure's median latency is 1.2 s.", "latency Azure 1.2 s p50");
        row("a network over which it was measured", "en",
            "Azure's median TTFT is 410 ms over the public network.", "latency.first Azure 0.41 s p50");
        row("embeddings in another clause", "en",
            "Azure also sells embeddings, and its median latency is 1.2 s.", "latency Azure 1.2 s p50");
        row("a region that was added", "en",
            "Azure added a region in Frankfurt, where the median latency is 640 ms.",
            "latency Azure 0.64 s p50 @Frankfurt");
        row("a network in another clause in Chinese", "zh-Hant", "Azure 升級了網路，延遲中位數為 1.2 秒。",
            "latency Azure 1.2 s p50");
        row("a month", "en", "In March 2026 the median TTFT on Azure was 410 ms.",
            "latency.first Azure 0.41 s p50 of 2026-03-01..2026-03-31 past");
        row("a month without its year", "en", "Oracle Cloud reached an uptime of 99.97% in March.",
            "availability Oracle Cloud 99.97 % of 2026-03-01..2026-03-31 past");
        row("the month before", "zh-Hant", "上個月 Azure 的延遲中位數為 1.2 秒。",
            "latency Azure 1.2 s p50 of 2026-03-01..2026-03-31 past");
        row("last year", "en", "Last year Azure's median latency was 2.4 s.",
            "latency Azure 2.4 s p50 of 2025-01-01..2025-12-31 past");
        row("the year that is under way", "en", "In 2026 Azure's median latency is 1.2 s.",
            "latency Azure 1.2 s p50 of 2026-01-01..2026-12-31");
        row("first tokens", "en", "Bedrock delivers first tokens in under 400 ms at the 90th percentile.",
            "latency.first Amazon Bedrock <=0.4 s p90");
        row("what it was before", "en",
            "On OpenAI, GPT-4.1 now costs $2 per million input tokens, down from $5.",
            "price OpenAI 2 USD/1e+06 input [GPT-4.1]");
        row("regions of two figures", "en", "Azure's TTFT is 320 ms in the east and 410 ms in Frankfurt.",
            "latency.first Azure 0.32 s\nlatency.first Azure 0.41 s @Frankfurt");
        row("years of three figures", "en",
            "Azure's median latency was 1.5 s in 2024, 1.3 s in 2025 and 1.1 s in the first quarter of 2026.",
            "latency Azure 1.5 s p50 of 2024-01-01..2024-12-31 past\n"
            "latency Azure 1.3 s p50 of 2025-01-01..2025-12-31 past\n"
            "latency Azure 1.1 s p50 of 2026-01-01..2026-03-31 past");
        row("what a whole service does", "en", "Azure processes 24 million tokens per second.",
            "throughput Azure 2.4e+07 token/s");
        row("an average of others", "en",
            "Azure's median TTFT of 380 ms is below the industry average of 600 ms.",
            "latency.first Azure 0.38 s p50");
        row("a price of a kind of its own", "en",
            "In the Batch API, GPT-4o costs $1.25 per million input tokens on OpenAI.",
            "price OpenAI 1.25 USD/1e+06 input [GPT-4o] as Batch API");
        row("a year ago, of the other figure", "en",
            "Azure's latency is down to 1.2 s from 1.9 s a year ago.", "latency Azure 1.2 s");
        row("figures that are compared", "en",
            "Azure's p50 latency of 1.2 s and p99 of 4.8 s compare with 1.6 s and 6.1 s on Bedrock.",
            "latency Azure 1.2 s p50\nlatency Azure 4.8 s p99\nlatency Amazon Bedrock 6.1 s p99 < Azure 4.8");
        row("an interval beside a median", "en",
            "Azure's median latency: 1.2 s (n = 500, 95 % CI 1.1–1.3 s).", "latency Azure 1.2 s p50");
        row("whom a time is told against", "en",
            "The latency on AWS is 1.7 s, i.e. 0.2 s more than on Azure.", "latency AWS 1.7 s");
        row("a prompt's and an answer's length", "en",
            "A 1,000-token prompt with a 200-token answer takes 3.1 s on Azure.",
            "latency Azure 3.1 s 200 output");
        row("where it answers, wherever its users are", "en",
            "Users in Tokyo see a TTFT of 620 ms on Azure East US.", "latency.first Azure 0.62 s @East US");
        row("a price for a million", "en", "On OpenAI, GPT-4o costs $2.50 for a million input tokens.",
            "price OpenAI 2.5 USD/1e+06 input [GPT-4o]");
        row("another model of a family", "en",
            "OpenAI charges $5 per million input tokens for gpt-4o-realtime.",
            "price OpenAI 5 USD/1e+06 input [gpt-4o-realtime] as realtime");
        row("time between tokens", "en", "On Azure the median time between tokens is 22 ms.",
            "latency.each Azure 0.022 s p50");
        row("time of each token", "zh-Hant", "AWS Bedrock 每個 token 的延遲為 12 毫秒。",
            "latency.each Amazon Bedrock 0.012 s");
        row("what was reached of a promise", "en",
            "Amazon Bedrock fell short of its 99.9 % SLA with 99.82 %.",
            "availability Amazon Bedrock 99.9 % contract\navailability Amazon Bedrock 99.82 %");
        row("what was reached of a promise in Chinese", "zh-Hant",
            "Bedrock 的可用性為 99.82%，低於 99.9% 的 SLA。", "availability Amazon Bedrock 99.82 %");
        row("when the other price was", "en",
            "On OpenAI the price per 1M input tokens fell from $36 in March 2023 to $2.50 for GPT-4o.",
            "price OpenAI 2.5 USD/1e+06 input [GPT-4o]");
        row("for every million", "en", "For every million output tokens OpenAI charges $10 with GPT-5.",
            "price OpenAI 10 USD/1e+06 output [GPT-5]");
        row("prompts of two lengths, one told", "en",
            "Azure's TTFT is 0.3 s for short prompts and 2.1 s for 32,000-token prompts.",
            "latency.first Azure 0.3 s\nlatency.first Azure 2.1 s 32000 input");
        row("who runs on a cloud", "en", "Meta serves answers in 1.2 s on AWS with low latency.",
            "latency Meta 1.2 s");
        row("when a region was opened", "en",
            "Azure's region in Frankfurt, opened in March 2025, has a median latency of 640 ms.",
            "latency Azure 0.64 s p50 @Frankfurt");
    }
    void figuresOfSentencesBecomeClaims() {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(toldAll(text.toStdString(), language.toStdString())), expected);
    }

    void whatCannotBeTestedIsNoClaim_data() {
        QTest::addColumn<QString>("text");
        const auto add = [](const char* name, const char* text) { QTest::newRow(name) << text; };
        add("a change", "Azure cut its latency by 40% last year.");
        add("a difference", "Azure answers 60 ms earlier than AWS.");
        add("money", "Microsoft invested $13 billion in OpenAI.");
        add("a share", "AWS holds 31% of the market, Azure 92% of its own.");
        add("time of other things", "AWS trained the model for 30 seconds of video.");
        add("a build", "The build takes 1.6 seconds. On AWS Bedrock it takes 1.4 seconds.");
        add("a build there", "On AWS Bedrock the build takes 1.6 seconds.");
        add("training", "Training on Azure takes 3 weeks, a step takes 1.6 seconds.");
        add("a deployment", "On AWS Bedrock it takes 1.6 seconds to deploy a model.");
        add("a start", "AWS Bedrock takes 1.6 seconds to start.");
        add("a file", "It takes 4 seconds on Azure to copy a file.");
        add("what something else takes", "The image is 4 GB and loads in 40 s. On AWS it takes 30 seconds.");
        add("what a person needs", "An engineer needs 30 seconds on Azure.");
        add("steps", "It takes 2 seconds on Azure and 3 steps to set up.");
        add("the way between two", "Between Azure and AWS a packet takes 1.6 seconds.");
        add("minutes", "On Azure it takes 5 minutes.");
        add("nobody who can be asked", "In Frankfurt it takes 1.6 seconds.");
        add("a deployment in Chinese", "在 AWS Bedrock 上部署需要 1.6 秒。");
        add("training in Chinese", "Azure 訓練一步需要 1.6 秒。");
        add("a start in Chinese", "AWS Bedrock 需要 1.6 秒才能啟動。");
        add("downtime", "Azure was down for 43.2 minutes; the outage took 40 seconds to notice.");
        add("nobody", "An availability of 99.9% sounds like a school mark.");
        add("a count of tokens", "GPT-5 reads 400,000 tokens at once.");
        add("a question", "Will Azure answer?");
        add("a maximum", "Azure's maximum latency is 80 ms on Monday and 95 ms on Tuesday.");
        add("a maximum behind", "Azure's latency is 80 ms max.");
        add("the worst case", "Azure's worst-case TTFT is 80 ms.");
        add("a minimum", "Azure's minimum latency is 20 ms, AWS Bedrock 25 ms.");
        add("a deviation", "Azure's latency has a standard deviation of 4 ms.");
        add("jitter", "Azure's latency has a jitter of 4 ms, and a variance of 3 ms.");
        add("a maximum in Chinese", "Azure 的最大延迟为 80 毫秒。");
        add("the highest in Chinese", "Azure 的最高延遲為 80 毫秒。");
        add("a minimum in Chinese", "Azure 的最小延迟为 20 毫秒。");
        add("the worst in Chinese", "Azure 的最坏延迟为 80 毫秒，最壞延遲為 90 毫秒。");
        add("a deviation in Chinese", "Azure 延迟的标准差为 4 毫秒。");
        add("what a gateway adds", "Azure API Management adds 25 ms of latency.");
        add("what a gateway adds to somebody", "API Management adds 25 ms to Azure OpenAI's latency.");
        add("a network", "The network round trip to Azure is 5 ms.");
        add("a network's percentiles",
            "The network round trip to Azure has a median of 5 ms and a p95 of 9 ms.");
        add("embeddings", "Azure OpenAI's embeddings have a median latency of 15 ms.");
        add("a transcription", "Whisper on Azure OpenAI has a latency of 2 s.");
        add("a network in Chinese", "到 Azure 的网络往返延迟为 5 毫秒。");
        add("a price of hours", "AWS rents an H100 for $3.90 per hour.");
        add("what is denied", "AWS denied that its median latency is 3.2 s.");
        add("what is not true", "It is not true that Azure's median latency is 3.2 s.");
        add("a limit", "Azure OpenAI has a rate limit of 300,000 tokens per minute.");
        add("what is allowed", "Azure OpenAI allows 1,000 requests per minute.");
        add("what is supposed in one character", "若延遲降到 1 秒，Azure 將領先。");
        add("two of one subject that nothing tells apart",
            "Bedrock's optimized inference answers in 0.6 s, standard inference in 1.1 s.");
        add("a threshold", "Bedrock's SLA pays credits of 10 % below 99.9 % and of 25 % below 99.0 %.");
        add("another threshold", "Below 99.9 % availability, AWS pays 10 % back for Bedrock.");
        add("a service level of latency", "Azure OpenAI has a 99 % latency SLA.");
        add("a packet's way", "A round trip from Tokyo to Azure East US takes 160 ms.");
        add("an application's time", "Our app's latency fell to 1.8 s after moving to Azure OpenAI.");
        add("embeddings as a topic", "For embeddings, Azure's median latency is 15 ms.");
        add("embeddings as a topic in Chinese", "Azure 的嵌入服務，延遲中位數為 15 毫秒。");
        add("a part of a time", "Excluding network time, Azure's median latency is 1.2 s.");
        add("what a proxy adds", "The proxy's overhead is about 25 ms on Azure.");
        add("hardware that can be had", "AWS had 95% availability of H100s.");
        add("few of the regions", "Azure is available in 80% of the regions.");
    }
    void whatCannotBeTestedIsNoClaim() {
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(toldAll(text.toStdString())), QString());
    }

    void aForecastIsMarkedAsOne() {
        const auto claims = claimsIn("By end of 2027, Azure will have a median latency of 0.4 s.");
        QCOMPARE(claims.size(), std::size_t{1});
        QVERIFY(claims[0].future);
    }

    void cellsBecomeClaimsOfTheirColumnsSubject() {
        const std::string told = toldAll("Two clouds compared (estimated):\n\n"
                                         "| Metric | Azure (current) | AWS (expected) | Delta |\n"
                                         "|---|---|---|---|\n"
                                         "| Median latency (300 tokens) | 1.2s | 1.3-1.5s | +8-25% |\n"
                                         "| Throughput (req/s, 8x H200) | 140 | 125-130 | -7-11% |\n"
                                         "| Cost per 1M tokens (GPT-4.1) | $3.50 | $3.50 | 0% |\n"
                                         "| Availability SLA | 99.9% | 99.95% (standard) | +0.05% |\n");
        QCOMPARE(QString::fromStdString(told),
                 QStringLiteral("latency Azure 1.2 s p50 300\n"
                                "latency AWS 1.3-1.5 s p50 300 < Azure 1.2\n"
                                "throughput Azure 140 req/s {8x H200}\n"
                                "throughput AWS 125-130 req/s {8x H200} < Azure 140\n"
                                "price Azure 3.5 USD/1e+06 [GPT-4.1]\n"
                                "price AWS 3.5 USD/1e+06 [GPT-4.1] as expected < Azure 3.5\n"
                                "availability Azure 99.9 % contract\n"
                                "availability AWS 99.95 % contract < Azure 99.9"));
    }

    void rowsOfProvidersAreClaimsOfTheirMeasures() {
        const std::string told =
            toldAll("Published figures for Llama 3.1 70B:\n\n"
                    "| Provider | Region | Median TTFT | p95 TTFT | Output speed | Downtime |\n"
                    "|---|---|---|---|---|---|\n"
                    "| Azure | US East | 0.41 s | 0.90 s | 88 tokens/s | 21.6 s |\n"
                    "| Northgate Cloud | Tokyo | 0.52 s | 1.20 s | 96 tokens/s | 43.2 s |\n");
        QCOMPARE(QString::fromStdString(told),
                 QStringLiteral("latency.first Azure 0.41 s p50 [Llama 3.1 70B] @US East\n"
                                "latency.first Azure 0.9 s p95 [Llama 3.1 70B] @US East\n"
                                "speed Azure 88 token/s [Llama 3.1 70B] @US East\n"
                                "latency.first Northgate Cloud 0.52 s p50 [Llama 3.1 70B] @Tokyo\n"
                                "latency.first Northgate Cloud 1.2 s p95 [Llama 3.1 70B] @Tokyo\n"
                                "speed Northgate Cloud 96 token/s [Llama 3.1 70B] @Tokyo"));
    }

    void aTableInChineseIsReadTheSame() {
        const std::string told = toldAll("兩家比較：\n\n"
                                         "| 指標 | Azure（現況） | AWS（預計） |\n"
                                         "|---|---|---|\n"
                                         "| 延遲中位數（300 個 token） | 1.2 秒 | 1.3-1.5 秒 |\n"
                                         "| 可用性 SLA | 99.9% | 99.95% |\n",
                                         "zh-Hant");
        QCOMPARE(QString::fromStdString(told),
                 QStringLiteral("latency Azure 1.2 s p50 300\n"
                                "latency AWS 1.3-1.5 s p50 300 < Azure 1.2\n"
                                "availability Azure 99.9 % contract\n"
                                "availability AWS 99.95 % contract < Azure 99.9"));
    }

    void cellsOfMaximaAndSpreadsAreNoClaims() {
        QCOMPARE(QString::fromStdString(
                     toldAll("Latency of two clouds:\n\n"
                             "| Provider | Median latency | Max latency | Standard deviation | Jitter |\n"
                             "|---|---|---|---|---|\n| Azure | 1.2 s | 3.4 s | 0.2 s | 0.1 s |\n"
                             "| AWS | 1.3 s | 3.6 s | 0.3 s | 0.2 s |\n")),
                 QStringLiteral("latency Azure 1.2 s p50\nlatency AWS 1.3 s p50"));
    }

    void aCaptionSaysOfWhatCellsAre() {
        const auto table = [](const std::string& caption, const char* header) {
            return QString::fromStdString(toldAll(caption + "\n\n| Provider | " + header +
                                                  " |\n|---|---|\n| Azure | 3.4 s |\n| AWS | 3.6 s |\n"));
        };
        QCOMPARE(table("Maximum latency of two clouds:", "Latency"), QString());
        QCOMPARE(table("Maximum latency of two clouds:", "Time"), QString());
        QCOMPARE(table("Network latency of two clouds:", "Latency"), QString());
        QCOMPARE(table("Latency of two clouds, median and maximum:", "Median"),
                 QStringLiteral("latency Azure 3.4 s p50\nlatency AWS 3.6 s p50"));
        QCOMPARE(table("The fastest clouds by latency:", "Latency"),
                 QStringLiteral("latency Azure 3.4 s\nlatency AWS 3.6 s"));
        QCOMPARE(table("Median latency, March 2026:", "Latency"),
                 QStringLiteral("latency Azure 3.4 s p50 of 2026-03-01..2026-03-31 past\n"
                                "latency AWS 3.6 s p50 of 2026-03-01..2026-03-31 past"));
    }

    void whoHostsInACaptionIsWhomATableIsOf() {
        const auto told = [](const char* caption) {
            return QString::fromStdString(toldAll(std::string(caption) +
                                                  "\n\n| Percentile | East US |\n|---|---|\n"
                                                  "| p50 | 1.2 s |\n| max | 9.8 s |\n"));
        };
        QCOMPARE(told("Latency percentiles of Azure OpenAI (GPT-4o):"),
                 QStringLiteral("latency Azure 1.2 s p50 [GPT-4o] @East US"));
        QCOMPARE(told("Latency percentiles of GPT-4o:"),
                 QStringLiteral("latency GPT-4o 1.2 s p50 [GPT-4o] @East US"));
    }

    void aCloudBesideItsModelsIsTheServiceThatAnswers() {
        const auto claims = claimsIn("AWS guarantees an SLA of 99.9 %.");
        QCOMPARE(claims.size(), std::size_t{1});
        QVERIFY(!claims[0].ofModels);
        for (const Claim& claim :
             claimsIn("AWS guarantees an SLA of 99.9 %.\n\nOn AWS the median TTFT is 410 ms."))
            QVERIFY(claim.ofModels);
    }

    void whoIsMeantByOtherNamesIsKnown() {
        const auto claims = claimsIn("Amazon Bedrock has a median TTFT of 410 ms.");
        QCOMPARE(claims.size(), std::size_t{1});
        QCOMPARE(claims[0].subject.aliases, (std::vector<std::string>{"AWS", "Amazon"}));
        QVERIFY(claimsIn("Groq has a median TTFT of 410 ms.")[0].subject.aliases.empty());
    }

    void aRegionByTheNameThatAzureHasIsAskedOfAzureFirst() {
        const auto azure = claimsIn("The p95 TTFT of GPT-5 mini is 900 ms in East US.");
        QCOMPARE(azure.size(), std::size_t{1});
        QCOMPARE(azure[0].subject.providers.front(), std::string("azure"));
        QVERIFY(std::ranges::find(azure[0].subject.providers, "openai") != azure[0].subject.providers.end());
        const auto named = claimsIn("OpenAI's GPT-5 mini has a p95 TTFT of 900 ms in East US.");
        QCOMPARE(named.size(), std::size_t{1});
        QCOMPARE(named[0].subject.providers.front(), std::string("openai"));
        const auto anywhere = claimsIn("The p95 TTFT of GPT-5 mini is 900 ms in Tokyo.");
        QCOMPARE(anywhere.size(), std::size_t{1});
        QCOMPARE(anywhere[0].subject.providers.front(), std::string("openai"));
    }

    void whatHardwareCostsAndThresholdsAreNoClaims() {
        QCOMPARE(
            QString::fromStdString(toldAll("Credits of two clouds:\n\n"
                                           "| Provider | Floor per 1M tokens on H100 | Second threshold |\n"
                                           "|---|---|---|\n| Azure | $0.31 | 99.0% |\n"
                                           "| AWS | $0.29 | 98.0% |\n")),
            QString());
    }

    void evidenceIsTheWordsOfTheArticle() {
        const std::string page =
            "Azure needs a **median** of 2.1 s for 400 tokens.\n\n"
            "| Metric | Azure | AWS |\n|---|---|---|\n| Median latency | 1.2 s | 1.4 s |\n";
        const Article article = articleOf(page);
        const auto claims = claimsOf(readArticle(article));
        QCOMPARE(claims.size(), std::size_t{3});
        for (const Claim& claim : claims) {
            const auto& evidence = claim.evidence;
            QCOMPARE(article.text.substr(evidence.begin, evidence.end - evidence.begin), evidence.quote);
            QVERIFY(evidence.block >= 0);
            QVERIFY(!claim.words.empty());
        }
        QCOMPARE(claims[1].evidence.column, 1);
        QCOMPARE(claims[0].day, std::string("2026-04-15"));
    }

    void aClaimKeepsItsIdWhereTheArticleGrows() {
        const std::string statement = "Azure needs a median of 2.1 s for 400 tokens.";
        const auto before = claimsIn(statement);
        const auto after = claimsIn("A new lead with nothing in it.\n\n" + statement +
                                    "\n\nAWS needs 3.4 s, says a test of latency.");
        QCOMPARE(before.size(), std::size_t{1});
        QCOMPARE(after.size(), std::size_t{2});
        QCOMPARE(after[0].id, before[0].id);
        QVERIFY(after[1].id != before[0].id);
        std::set<std::string> ids;
        for (const Claim& claim :
             claimsIn("| Metric | Azure | AWS |\n|---|---|---|\n| Median latency | 1.2 s | 1.2 s |\n"
                      "| Median latency | 1.2 s | 1.2 s |\n"))
            QVERIFY(ids.insert(claim.id).second);
    }

    void aPageOfNothingButFiguresIsBounded() {
        std::string page;
        for (int i = 0; i < 6000; ++i)
            page +=
                "Azure latency 1." + std::to_string(i % 10) + " s, AWS 2." + std::to_string(i % 10) + " s. ";
        QVERIFY(claimsIn(page).size() <= mostClaims);
        std::string sentence = "Azure latency";
        for (int i = 0; i < 60'000; ++i)
            sentence += " 1.5 s,";
        QVERIFY(claimsIn(sentence).empty()); // no sentence is that long
    }
};

PARALLAX_LOOP_TEST(TestClaims)

} // namespace test_claims
#include "test_claims.moc"
