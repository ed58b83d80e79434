// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/latency/event_stream.h"
#include "engine/latency/stream_reader.h"
#include "tests/test_program.h"

namespace test_streams {

using namespace parallax;
using namespace parallax::latency;
using data::Outcome;
using data::TokenChannel;

namespace {

struct Answer {
    StreamState state;
    std::vector<Content> content;
    std::map<TokenChannel, int> pieces;
};

Answer read(std::string_view provider, std::string_view bytes, std::size_t cut) {
    StreamReader reader(providerById(provider));
    reader.feed(bytes.substr(0, cut));
    reader.feed(bytes.substr(cut));
    reader.finish();
    Answer answer;
    answer.content = reader.state().fresh;
    for (const Content& content : answer.content)
        ++answer.pieces[content.channel];
    answer.state = std::move(reader.state());
    return answer;
}

// The same at every cut, or the test fails.
Answer readEverywhere(std::string_view provider, const std::string& bytes) {
    const Answer whole = read(provider, bytes, bytes.size());
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        const Answer other = read(provider, bytes, cut);
        if (other.state.text != whole.state.text || other.pieces != whole.pieces ||
            other.state.terminal != whole.state.terminal ||
            other.state.failure.fault != whole.state.failure.fault ||
            other.state.usage.output != whole.state.usage.output)
            qFatal("%s: cut at %zu gives another answer", std::string(provider).c_str(), cut);
    }
    return whole;
}

std::string frame(const char* event, const std::string& payload, const char* kind = "event") {
    const std::vector<std::pair<std::string, std::string>> headers{
        {std::string(kind) == "event" ? ":event-type" : ":exception-type", event},
        {":content-type", "application/json"},
        {":message-type", kind}};
    return makeFrame(headers, payload);
}

std::string data_(const std::string& json) {
    return "data: " + json + "\n\n";
}

std::string named(const std::string& event, const std::string& json) {
    return "event: " + event + "\ndata: " + json + "\n\n";
}

const std::string chatRole = data_(
    R"({"model":"M-2","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null})");
const std::string chatOne = data_(
    R"({"model":"M-2","choices":[{"index":0,"delta":{"content":"One 日"},"finish_reason":null}],"usage":null,"obfuscation":"xyz"})");
const std::string chatTwo =
    data_(R"({"model":"M-2","choices":[{"index":0,"delta":{"content":" two"},"finish_reason":null}]})");
const std::string chatLength =
    data_(R"({"model":"M-2","choices":[{"index":0,"delta":{},"finish_reason":"length"}]})");
const std::string chatUsage = data_(
    R"({"model":"M-2","choices":[],"usage":{"prompt_tokens":12,"completion_tokens":128,"total_tokens":140,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":9}}})");
const std::string done = data_("[DONE]");
const std::string chat = chatRole + chatOne + chatTwo + chatLength + chatUsage + done;

} // namespace

class TestStreams : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void openAiStreamsGiveTextUsageAndTheirEnd() {
        for (const char* provider : {"openai", "azure", "azure-classic", "bedrock-openai", "mistral", "oci",
                                     "vllm", "ray-serve", "compatible"}) {
            const Answer answer = readEverywhere(provider, chat);
            QVERIFY2(!answer.state.failure && answer.state.terminal, provider);
            QCOMPARE(answer.state.text, std::string("One 日 two"));
            QCOMPARE(answer.content.size(), std::size_t{2}); // the role's chunk is no token
            QCOMPARE(answer.content[0].characters, 5U);
            QCOMPARE(answer.state.model, std::string("M-2"));
            QCOMPARE(answer.state.finishReason, std::string("length"));
            QCOMPARE(answer.state.usage.input, std::int64_t{12});
            QCOMPARE(answer.state.usage.output, std::int64_t{128});
            QCOMPARE(answer.state.usage.cached, std::int64_t{4});
            QCOMPARE(answer.state.usage.reasoning, std::int64_t{9});
        }
    }

    void whatAnsweredIsKeptAsTheServerNamesIt() {
        const Answer chatted = readEverywhere(
            "openai",
            data_(
                R"({"model":"M-2","system_fingerprint":"fp_1","service_tier":"default","choices":[{"delta":{"content":"a"}}]})") +
                data_(R"({"model":"M-2","system_fingerprint":null,"choices":[]})") + done);
        QCOMPARE(chatted.state.fingerprint, std::string("fp_1"));
        QCOMPARE(chatted.state.serviceTier, std::string("default"));
        const Answer responded = readEverywhere(
            "openai-responses",
            named("response.completed",
                  R"({"type":"response.completed","response":{"model":"M","service_tier":"flex"}})"));
        QCOMPARE(responded.state.serviceTier, std::string("flex"));
        const Answer claude = readEverywhere(
            "anthropic",
            named(
                "message_start",
                R"({"type":"message_start","message":{"model":"M","usage":{"input_tokens":1,"output_tokens":1,"service_tier":"priority"}}})") +
                named(
                    "message_delta",
                    R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}})") +
                named("message_stop", R"({"type":"message_stop"})"));
        QCOMPARE(claude.state.serviceTier, std::string("priority"));
        const Answer vertexed = readEverywhere(
            "vertex",
            data_(
                R"({"candidates":[{"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}],"modelVersion":"g-1","usageMetadata":{"trafficType":"ON_DEMAND"}})"));
        QCOMPARE(vertexed.state.serviceTier, std::string("ON_DEMAND"));
        QCOMPARE(vertexed.state.model, std::string("g-1"));
    }

    void azuresFirstEventWithoutChoicesIsNoToken() {
        const Answer answer = readEverywhere(
            "azure",
            data_(
                R"({"choices":[],"created":0,"id":"","model":"","prompt_filter_results":[{"prompt_index":0}]})") +
                chat);
        QVERIFY(!answer.state.failure);
        QCOMPARE(answer.content.size(), std::size_t{2});
        QCOMPARE(answer.state.model, std::string("M-2"));
    }

    void reasoningAndToolsHaveChannelsOfTheirOwn() {
        const Answer answer = readEverywhere(
            "vllm",
            data_(R"({"choices":[{"delta":{"reasoning_content":"Hm"}}]})") +
                data_(R"({"choices":[{"delta":{"reasoning":"Hm"}}]})") +
                data_(
                    R"({"choices":[{"delta":{"tool_calls":[{"function":{"name":"f","arguments":""}}]}}]})") +
                data_(
                    R"({"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"so"}]},{"type":"text","text":"A"}]}}]})") +
                done);
        QCOMPARE(answer.pieces.at(TokenChannel::Reasoning), 3);
        QCOMPARE(answer.pieces.at(TokenChannel::Tool), 1);
        QCOMPARE(answer.pieces.at(TokenChannel::Text), 1);
        QCOMPARE(answer.state.text, std::string("A"));
    }

    void usageInEveryChunkCountsByItsLast() {
        const Answer answer = readEverywhere(
            "vllm",
            data_(
                R"({"choices":[{"delta":{"content":"a"}}],"usage":{"prompt_tokens":3,"completion_tokens":1}})") +
                data_(
                    R"({"choices":[{"delta":{"content":"b"}}],"usage":{"prompt_tokens":3,"completion_tokens":4}})") +
                done);
        QCOMPARE(answer.state.usage.output, std::int64_t{4});
    }

    void responsesEndWithTheirOwnEvent() {
        const std::string begin =
            named("response.created", R"({"type":"response.created","response":{"usage":null}})") +
            named("response.reasoning_summary_text.delta",
                  R"({"type":"response.reasoning_summary_text.delta","delta":"Hm"})") +
            named("response.output_text.delta",
                  R"({"type":"response.output_text.delta","delta":"One","sequence_number":5})") +
            named("response.output_text.done", R"({"type":"response.output_text.done","text":"One"})");
        const std::string usage =
            R"("usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":2},"output_tokens":20,"output_tokens_details":{"reasoning_tokens":11}})";
        const Answer answer = readEverywhere(
            "openai-responses",
            begin +
                named(
                    "response.incomplete",
                    R"({"type":"response.incomplete","response":{"model":"M","incomplete_details":{"reason":"max_output_tokens"},)" +
                        usage + "}}"));
        QVERIFY(!answer.state.failure && answer.state.terminal);
        QCOMPARE(answer.state.text, std::string("One"));
        QCOMPARE(answer.pieces.at(TokenChannel::Reasoning), 1);
        QCOMPARE(answer.state.finishReason, std::string("length"));
        QCOMPARE(answer.state.usage.output, std::int64_t{20});
        QCOMPARE(answer.state.usage.reasoning, std::int64_t{11});
        const Answer failed = readEverywhere(
            "openai-responses",
            begin +
                named(
                    "response.failed",
                    R"({"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded","message":"slow down"}}})"));
        QCOMPARE(failed.state.failure.outcome, Outcome::Throttled);
        QCOMPARE(readEverywhere("openai-responses", begin).state.failure.fault, std::string("truncated"));
    }

    void bedrocksFramesGiveTextUsageAndTheServersLatency() {
        const std::string stream =
            frame("messageStart", R"({"role":"assistant","p":"ab"})") +
            frame("contentBlockDelta", R"({"contentBlockIndex":0,"delta":{"text":"Hi"},"p":"abcd"})") +
            frame("contentBlockDelta", R"({"delta":{"reasoningContent":{"text":"Hm"}}})") +
            frame("somethingNew", R"({"x":1})") + frame("messageStop", R"({"stopReason":"max_tokens"})");
        const std::string metadata = frame(
            "metadata",
            R"({"usage":{"inputTokens":10,"outputTokens":7,"totalTokens":17,"cacheReadInputTokens":3},"metrics":{"latencyMs":411}})");
        const Answer answer = readEverywhere("bedrock", stream + metadata);
        QVERIFY(!answer.state.failure && answer.state.terminal);
        QCOMPARE(answer.state.text, std::string("Hi"));
        QCOMPARE(answer.pieces.at(TokenChannel::Reasoning), 1);
        QCOMPARE(answer.state.usage.input, std::int64_t{13});
        QCOMPARE(answer.state.usage.output, std::int64_t{7});
        QCOMPARE(answer.state.serverLatencyMs, std::int64_t{411});
        QCOMPARE(answer.state.finishReason, std::string("length"));
        QVERIFY(read("bedrock", stream, 0).state.terminal); // the stop was said; only the usage is lacking
        QCOMPARE(read("bedrock", stream.substr(0, stream.size() - 1), 0).state.failure.fault,
                 std::string("truncated"));
        QCOMPARE(readEverywhere("bedrock", frame("messageStart", "{}")).state.failure.fault,
                 std::string("truncated"));
    }

    void bedrocksExceptionsWithinA200AreFailuresByTheirName() {
        const std::map<std::string, Outcome> names{{"throttlingException", Outcome::Throttled},
                                                   {"modelStreamErrorException", Outcome::Provider},
                                                   {"validationException", Outcome::Rejected},
                                                   {"serviceUnavailableException", Outcome::Provider},
                                                   {"internalServerException", Outcome::Provider}};
        for (const auto& [name, outcome] : names) {
            const Answer answer =
                readEverywhere("bedrock", frame("messageStart", "{}") +
                                              frame(name.c_str(), R"({"message":"no luck"})", "exception"));
            QCOMPARE(answer.state.failure.outcome, outcome);
            QCOMPARE(answer.state.failure.fault, std::string("in-stream"));
            QCOMPARE(answer.state.failure.text, std::string("no luck"));
        }
        std::string broken = frame("messageStart", "{}");
        broken.back() = static_cast<char>(broken.back() ^ 1);
        QCOMPARE(readEverywhere("bedrock", broken).state.failure.fault, std::string("checksum"));
    }

    void sagemakersFramesAreCutAnywhereInTheirEvents() {
        std::string stream;
        for (std::size_t at = 0; at < chat.size(); at += 37)
            stream += frame("PayloadPart", chat.substr(at, 37));
        const Answer answer = read("sagemaker", stream, stream.size() / 2);
        QVERIFY(!answer.state.failure && answer.state.terminal);
        QCOMPARE(answer.state.text, std::string("One 日 two"));
        QCOMPARE(answer.state.usage.output, std::int64_t{128});
    }

    void geminiEndsWithItsStream() {
        const std::string one = data_(
            R"({"candidates":[{"content":{"role":"model","parts":[{"text":"Hm","thought":true},{"text":"One"}]},"index":0}],"usageMetadata":{"trafficType":"ON_DEMAND"},"modelVersion":"g"})");
        const std::string end = data_(
            R"({"candidates":[{"content":{"role":"model","parts":[{"text":"","thoughtSignature":"AA=="}]},"finishReason":"MAX_TOKENS"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":100,"thoughtsTokenCount":28,"totalTokenCount":137}})");
        for (const char* provider : {"gemini", "vertex"}) {
            const Answer answer = readEverywhere(provider, one + end);
            QVERIFY(!answer.state.failure && answer.state.terminal);
            QCOMPARE(answer.state.text, std::string("One"));
            QCOMPARE(answer.pieces.at(TokenChannel::Reasoning), 1);
            QCOMPARE(answer.content.size(), std::size_t{2}); // a signature is no token
            QCOMPARE(answer.state.usage.output, std::int64_t{128});
            QCOMPARE(answer.state.usage.reasoning, std::int64_t{28});
            QCOMPARE(answer.state.finishReason, std::string("length"));
            QCOMPARE(readEverywhere(provider, one).state.failure.fault, std::string("truncated"));
        }
        const Answer blocked =
            readEverywhere("gemini", data_(R"({"promptFeedback":{"blockReason":"SAFETY"}})"));
        QCOMPARE(blocked.state.failure.outcome, Outcome::Filtered);
        const Answer bare =
            readEverywhere("gemini", one + "[{\n\"error\": {\"code\": 429, \"message\": \"busy\", "
                                           "\"status\": \"RESOURCE_EXHAUSTED\"}\n}]\n");
        QCOMPARE(bare.state.failure.outcome, Outcome::Throttled);
        QCOMPARE(bare.state.failure.text, std::string("busy"));
    }

    void anthropicsUsageIsCumulativeAndItsStartIsNoToken() {
        const std::string stream =
            named(
                "message_start",
                R"({"type":"message_start","message":{"model":"M","usage":{"input_tokens":12,"cache_creation_input_tokens":1,"cache_read_input_tokens":5,"output_tokens":1}}})") +
            named("content_block_start",
                  R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})") +
            named("ping", R"({"type":"ping"})") +
            named("content_block_delta",
                  R"({"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"Hm"}})") +
            named("content_block_delta",
                  R"({"type":"content_block_delta","delta":{"type":"signature_delta","signature":"xx"}})") +
            named("content_block_delta",
                  R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"One"}})") +
            named("brand_new", R"({"type":"brand_new"})") +
            named("message_delta",
                  R"({"type":"message_delta","delta":{"stop_reason":null},"usage":{"output_tokens":60}})") +
            named(
                "message_delta",
                R"({"type":"message_delta","delta":{"stop_reason":"max_tokens"},"usage":{"output_tokens":128}})");
        const Answer answer =
            readEverywhere("anthropic", stream + named("message_stop", R"({"type":"message_stop"})"));
        QVERIFY(!answer.state.failure && answer.state.terminal);
        QCOMPARE(answer.content.size(), std::size_t{2});
        QCOMPARE(answer.state.usage.input, std::int64_t{18});
        QCOMPARE(answer.state.usage.cached, std::int64_t{5});
        QCOMPARE(answer.state.usage.output, std::int64_t{128});
        QCOMPARE(answer.state.finishReason, std::string("length"));
        QCOMPARE(readEverywhere("anthropic", stream).state.failure.fault, std::string("truncated"));
        const Answer busy = readEverywhere(
            "anthropic",
            stream + named("error",
                           R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})"));
        QCOMPARE(busy.state.failure.outcome, Outcome::Provider);
        QCOMPARE(busy.state.failure.text, std::string("Overloaded"));
    }

    void coheresBilledUnitsAreKeptApart() {
        const std::string one =
            named("content-delta",
                  R"({"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"One"}}}})");
        const Answer answer = readEverywhere(
            "cohere",
            named("message-start", R"({"type":"message-start","delta":{"message":{"role":"assistant"}}})") +
                one +
                named(
                    "message-end",
                    R"({"type":"message-end","delta":{"finish_reason":"MAX_TOKENS","usage":{"billed_units":{"input_tokens":5,"output_tokens":26.0},"tokens":{"input_tokens":71,"output_tokens":26}}}})"));
        QVERIFY(!answer.state.failure && answer.state.terminal);
        QCOMPARE(answer.state.usage.input, std::int64_t{71});
        QCOMPARE(answer.state.usage.billedInput, std::int64_t{5});
        QCOMPARE(answer.state.usage.billedOutput, std::int64_t{26});
        QCOMPARE(answer.state.finishReason, std::string("length"));
        const Answer failed = readEverywhere(
            "cohere",
            one + named("message-end",
                        R"({"type":"message-end","delta":{"finish_reason":"ERROR","error":"it broke"}})"));
        QCOMPARE(failed.state.failure.outcome, Outcome::Provider);
        QCOMPARE(failed.state.failure.text, std::string("it broke"));
    }

    void anErrorInTheStreamIsAFailureAfterWhatCameBefore() {
        const Answer answer = readEverywhere(
            "openai",
            chatOne +
                data_(
                    R"({"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}})") +
                done);
        QCOMPARE(answer.state.failure.outcome, Outcome::Provider);
        QCOMPARE(answer.state.failure.fault, std::string("in-stream"));
        QCOMPARE(answer.state.text, std::string("One 日"));
        QCOMPARE(
            readEverywhere("mistral",
                           chatOne + data_(R"({"choices":[{"delta":{},"finish_reason":"error"}]})") + done)
                .state.failure.outcome,
            Outcome::Provider);
        QCOMPARE(readEverywhere(
                     "azure",
                     chatOne + data_(R"({"choices":[{"delta":{},"finish_reason":"content_filter"}]})") + done)
                     .state.failure.outcome,
                 Outcome::Filtered);
    }

    void theEndOfTheStreamIsNoSuccessWithoutItsMarker() {
        for (std::size_t size = 0; size + done.size() <= chat.size(); size += 11)
            QCOMPARE(read("openai", std::string_view(chat).substr(0, size), 0).state.failure.fault,
                     std::string("truncated"));
        const Answer lenient = readEverywhere("openai", chat.substr(0, chat.size() - 2)); // no blank line
        QVERIFY(lenient.state.terminal && lenient.state.lenientEnd && !lenient.state.failure);
    }

    void wrongShapesAreFailuresAndNeverCrash() {
        for (const char* json : {"nonsense", "[]", "3", "\"x\"", "{", "null"})
            QCOMPARE(readEverywhere("openai", data_(json) + done).state.failure.fault,
                     std::string("malformed"));
        const std::vector<std::string> odd{R"({"choices":{"delta":1}})",
                                           R"({"choices":[1,null,"x",[]]})",
                                           R"({"choices":[{"delta":[]}]})",
                                           R"({"choices":[{"delta":{"content":{"a":1}}}],"usage":[1]})",
                                           R"({"usage":{"prompt_tokens":"12","completion_tokens":-3}})",
                                           R"({"error":null})",
                                           R"({"candidates":[{"content":{"parts":[1,null,{"text":7}]}}]})",
                                           R"({"delta":{"message":[],"usage":3},"type":"message-end"})",
                                           R"({"type":7})",
                                           R"({"type":"response.completed","response":[]})",
                                           R"({"usage":{"completion_tokens":1e300}})"};
        for (const Provider* provider : providers())
            for (const std::string& json : odd) {
                if (provider->event == nullptr)
                    continue; // has no stream
                const Answer answer = read(provider->id,
                                           provider->framing == Framing::EventStream ? frame("metadata", json)
                                                                                     : data_(json) + done,
                                           3);
                QVERIFY(answer.state.usage.output <= 0);
            }
    }

    void aFloodIsCutOffAtItsLimit() {
        StreamReader reader(providerById("openai"));
        const std::string piece(1 << 20, 'x');
        for (int i = 0; i < 9; ++i)
            reader.feed(i == 0 ? "data: " + piece : piece);
        QCOMPARE(reader.state().failure.fault, std::string("too-large"));
    }
};

PARALLAX_TEST(TestStreams)

} // namespace test_streams
#include "test_streams.moc"
