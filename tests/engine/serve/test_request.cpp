// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/serve/api_error.h"
#include "engine/serve/request.h"
#include "tests/test_program.h"

namespace test_request {

using namespace parallax::serve;

namespace {

// A body with these further members.
CompletionRequest chat(const std::string& more) {
    return parseRequest(R"({"model":"m","messages":[{"role":"user","content":"hi"}])" + more + "}",
                        Api::Chat);
}

// The field that is blamed and the code; "taken" when nothing is.
std::string refusal(const std::string& body, Api api = Api::Chat) {
    try {
        parseRequest(body, api);
    } catch (const ApiError& error) {
        return error.param + ' ' + error.code;
    }
    return "taken";
}
std::string refusedWith(const std::string& more) {
    return refusal(R"({"model":"m","messages":[{"role":"user","content":"hi"}],)" + more + "}");
}

} // namespace

class TestRequest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsLeftOutIsAsOpenAiHasIt() {
        const CompletionRequest request = chat("");
        QCOMPARE(request.sampling.temperature, 1.0F);
        QCOMPARE(request.sampling.topP, 1.0F);
        QCOMPARE(request.maxTokens, 0);
        QVERIFY(!request.stream && !request.usage && !request.seeded && !request.ignoreEnd);
        QCOMPARE(request.messages.size(), std::size_t{1});
        QCOMPARE(parseRequest(R"({"model":"m","prompt":"go"})", Api::Text).maxTokens, 16);
    }

    void everyFieldReachesTheEngine() {
        const CompletionRequest request = chat(
            R"(,"max_completion_tokens":20,"min_tokens":5,"ignore_eos":true,"temperature":0.5,"top_p":0.9,
                     "top_k":7,"min_p":0.1,"frequency_penalty":-1,"presence_penalty":2,"repetition_penalty":1.5,
                     "seed":-3,"stop":["a","b"],"logit_bias":{"12":-100},"logprobs":true,"top_logprobs":3,
                     "stream":true,"stream_options":{"include_usage":true,"continuous_usage_stats":true},
                     "chat_template_kwargs":{"enable_thinking":false},"user":"me","n":1,"tools":[],
                     "response_format":{"type":"text"})");
        QCOMPARE(request.maxTokens, 20);
        QCOMPARE(request.minTokens, 5);
        QVERIFY(request.ignoreEnd && request.stream && request.usage && request.continuousUsage);
        QCOMPARE(request.sampling.temperature, 0.5F);
        QCOMPARE(request.sampling.topP, 0.9F);
        QCOMPARE(request.sampling.topK, 7);
        QCOMPARE(request.sampling.minP, 0.1F);
        QCOMPARE(request.sampling.frequency, -1.0F);
        QCOMPARE(request.sampling.presence, 2.0F);
        QCOMPARE(request.sampling.repetition, 1.5F);
        QCOMPARE(request.sampling.logprobs, 3);
        QCOMPARE(request.sampling.seed, ~std::uint64_t{2});
        QCOMPARE(request.sampling.bias.at(0), (std::pair{12, -100.0F}));
        QVERIFY(request.seeded && request.logprobs && request.thinking == false);
        QCOMPARE(request.stop, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(chat(R"(,"stop":"x","max_tokens":4)").stop, std::vector<std::string>{"x"});
    }

    void contentIsATextOrPartsOfIt() {
        const auto request = parseRequest(
            R"({"model":"m","messages":[{"role":"developer","content":"be \u00e9xact","name":"n"},
                {"role":"user","content":[{"type":"text","text":"one "},{"type":"text","text":"two"}]},
                {"role":"assistant","content":null,"tool_calls":null,"refusal":null}]})",
            Api::Chat);
        QCOMPARE(request.messages[0].role, std::string("system"));
        QCOMPARE(request.messages[0].content, std::string("be éxact"));
        QCOMPARE(request.messages[1].content, std::string("one two"));
        QCOMPARE(request.messages[2].content, std::string());
    }

    void whatIsWrongIsNamed() {
        QCOMPARE(refusedWith(R"("temperature":2.5)"), std::string("temperature invalid_value"));
        QCOMPARE(refusedWith("\"temperature\":\"hot\""), std::string("temperature invalid_type"));
        QCOMPARE(refusedWith(R"("max_tokens":0)"), std::string("max_tokens invalid_value"));
        QCOMPARE(refusedWith(R"("max_tokens":1.5)"), std::string("max_tokens invalid_type"));
        QCOMPARE(refusedWith(R"("max_tokens":1e300)"), std::string("max_tokens invalid_value"));
        QCOMPARE(refusedWith(R"("max_tokens":3,"max_completion_tokens":4)"),
                 std::string("max_tokens invalid_value"));
        QCOMPARE(refusedWith(R"("max_tokens":3,"min_tokens":4)"), std::string("min_tokens invalid_value"));
        QCOMPARE(refusedWith(R"("stream":1)"), std::string("stream invalid_type"));
        QCOMPARE(refusedWith(R"("stream_options":{})"), std::string("stream_options invalid_value"));
        QCOMPARE(refusedWith(R"("stream":true,"stream_options":{"x":1})"),
                 std::string("stream_options.x unknown_parameter"));
        QCOMPARE(refusedWith(R"("stop":[1])"), std::string("stop invalid_type"));
        QCOMPARE(refusedWith("\"stop\":\"" + std::string(201, 'x') + '"'), std::string("stop invalid_value"));
        QCOMPARE(refusedWith(R"("logit_bias":{"x":1})"), std::string("logit_bias invalid_value"));
        QCOMPARE(refusedWith(R"("logit_bias":{"1":101})"), std::string("logit_bias invalid_value"));
        QCOMPARE(refusedWith(R"("top_logprobs":2)"), std::string("top_logprobs invalid_value"));
        QCOMPARE(refusedWith(R"("seed":0.5)"), std::string("seed invalid_type"));
        QCOMPARE(refusedWith(R"("n":2)"), std::string("n unsupported_parameter"));
        QCOMPARE(refusedWith(R"("tools":[{}])"), std::string("tools unsupported_parameter"));
        QCOMPARE(refusedWith(R"("response_format":{"type":"json_object"})"),
                 std::string("response_format unsupported_parameter"));
        QCOMPARE(refusedWith(R"("temprature":1)"), std::string("temprature unknown_parameter"));
        QCOMPARE(refusedWith(R"("temperature":null)"), std::string("taken"));
    }

    void aMessageThatIsNoneIsNamedByItsPlace() {
        const auto message = [](const std::string& json) {
            return refusal(R"({"model":"m","messages":[{"role":"user","content":"a"},)" + json + "]}");
        };
        QCOMPARE(message("7"), std::string("messages[1] invalid_type"));
        QCOMPARE(message(R"({"content":"a"})"), std::string("messages[1].role missing_required_parameter"));
        QCOMPARE(message(R"({"role":"tool","content":"a"})"),
                 std::string("messages[1].role unsupported_value"));
        QCOMPARE(message(R"({"role":"user"})"),
                 std::string("messages[1].content missing_required_parameter"));
        QCOMPARE(message(R"({"role":"user","content":[{"type":"image_url","image_url":{}}]})"),
                 std::string("messages[1].content.type unsupported_content"));
        QCOMPARE(refusal(R"({"model":"m"})"), std::string("messages missing_required_parameter"));
        QCOMPARE(refusal(R"({"model":"m","messages":[]})"), std::string("messages invalid_type"));
        QCOMPARE(refusal(R"({"messages":[]})"), std::string("model missing_required_parameter"));
        QCOMPARE(refusal(R"({"model":"m","prompt":["a","b"]})", Api::Text),
                 std::string("prompt invalid_type"));
        QCOMPARE(refusal(R"({"model":"m","prompt":["a"],"echo":true})", Api::Text),
                 std::string("echo unsupported_parameter"));
    }

    void whatIsNoJsonIsRefusedInWords() {
        for (const char* body : {"", "{", "[]", "null", "{\"model\":\"m\"", "{\"a\":1e999}",
                                 "{\"a\":\"\\ud800\"}", "{\"a\":\"\xFF\"}", "\xEF\xBB\xBF", "{} {}"})
            QVERIFY2(refusal(body) != "taken", body);
        QCOMPARE(refusal(std::string(1'000'000, '[')), std::string(" "));
        std::string many = R"({"model":"m","messages":[0)";
        for (int i = 0; i < 500'000; ++i)
            many += ",0";
        QCOMPARE(refusal(many + "]}"), std::string(" "));
        QVERIFY(toJson(ApiError(400, "a\xFF\"", "b\n")).find("\xFF") == std::string::npos);
    }
};

PARALLAX_TEST(TestRequest)

} // namespace test_request
#include "test_request.moc"
