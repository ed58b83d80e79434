// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "engine/serve/server.h"
#include "tests/engine/serve/http.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_server {

using namespace parallax;
using namespace parallax::serve;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using test::concat;
using test::Http;
using test::Reply;

namespace {

constexpr const char* chatPath = "/v1/chat/completions";

// The slow one has an answer to give for as long as a test looks at it.
std::shared_ptr<inference::Engine> tinyEngine(bool slow) {
    static const std::string quickBytes = test::makeTinyModel({});
    static const std::string slowBytes = [] {
        test::TinyModel model;
        model.layers = 8;
        model.width = 128;
        model.hidden = 512;
        return test::makeTinyModel(model);
    }();
    inference::EngineOptions options;
    options.cpu.threads = 1;
    options.context = slow ? 4096 : 1024;
    options.cacheTokens = slow ? 40'000 : 16'384;
    return std::make_shared<inference::Engine>(
        std::make_unique<inference::Gguf>(slow ? slowBytes : quickBytes, "tiny"), options);
}

struct Running {
    explicit Running(const std::function<void(ServerOptions&)>& change = {}, bool slow = false)
        : server(tinyEngine(slow), [&] {
            ServerOptions options;
            options.service.model = "tiny";
            if (change)
                change(options);
            return options;
        }()) {}
    Reply ask(const std::string& bytes) const { return Http(server.port()).ask(bytes); }
    Reply chat(const std::string& more) const { return ask(Http::post(chatPath, body(more))); }
    Reply get(const std::string& path) const {
        return ask(concat({"GET ", path, " HTTP/1.1\r\nHost: localhost\r\n\r\n"}));
    }
    static std::string body(const std::string& more) {
        return concat({R"({"model":"tiny","messages":[{"role":"user","content":"Say it."}])", more, "}"});
    }
    int requests() const {
        return QJsonDocument::fromJson(QByteArray::fromStdString(get("/health").body))
            .object()["requests"_L1]
            .toInt(-1);
    }
    Server server;
};

// Plain letters alone, so that texts can be compared: the tiny model's tokens are bytes.
std::string plain() {
    std::string bias = R"(,"logit_bias":{)";
    for (int token = 0; token < 260; ++token)
        if (token < 'a' || token > 'z')
            bias += concat({bias.back() == '{' ? "" : ",", "\"", std::to_string(token), "\":-100"});
    return bias + "}";
}

// Of the slow model, as long as its context lasts.
constexpr const char* endless = R"(,"ignore_eos":true,"min_tokens":4000)";

QJsonObject jsonOf(const Reply& reply) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}
std::string codeOf(const Reply& reply) {
    const QJsonObject error = jsonOf(reply)["error"_L1].toObject();
    return error["message"_L1].toString().isEmpty() || error["type"_L1].toString().isEmpty()
               ? "no error"
               : std::to_string(reply.status) + ' ' + error["code"_L1].toString().toStdString();
}

struct Streamed {
    std::string text, finish;
    int events = 0; // with text
    int tokens = -1;
    bool ended = false;
};
Streamed streamedOf(const Reply& reply) {
    Streamed out;
    for (const QByteArray& line : QByteArray::fromStdString(reply.body).split('\n')) {
        if (line == "data: [DONE]")
            out.ended = reply.whole;
        if (!line.startsWith("data: {"))
            continue;
        const QJsonObject event = QJsonDocument::fromJson(line.mid(6)).object();
        const QJsonObject choice = event["choices"_L1].toArray().at(0).toObject();
        const QString text = choice["delta"_L1].toObject()["content"_L1].toString();
        out.text += text.toStdString();
        out.events += text.isEmpty() ? 0 : 1;
        if (choice["finish_reason"_L1].isString())
            out.finish = choice["finish_reason"_L1].toString().toStdString();
        if (event["usage"_L1].isObject())
            out.tokens = event["usage"_L1].toObject()["completion_tokens"_L1].toInt();
    }
    return out;
}

} // namespace

class TestServer : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aStreamSaysTheSameAsTheWholeAnswer() {
        const Running running;
        const std::string same = R"(,"seed":5,"max_tokens":24,"min_tokens":24,"logprobs":true)" + plain();
        const Reply whole = running.chat(same);
        QCOMPARE(whole.status, 200);
        const QJsonObject choice = jsonOf(whole)["choices"_L1].toArray().at(0).toObject();
        const std::string text = choice["message"_L1].toObject()["content"_L1].toString().toStdString();
        QCOMPARE(text.size(), std::size_t{24});
        QCOMPARE(choice["finish_reason"_L1].toString(), u"length"_s);
        QCOMPARE(choice["logprobs"_L1].toObject()["content"_L1].toArray().size(), 24);
        QCOMPARE(jsonOf(whole)["usage"_L1].toObject()["completion_tokens"_L1].toInt(), 24);
        QVERIFY(jsonOf(whole)["usage"_L1].toObject()["prompt_tokens"_L1].toInt() > 7);
        const Reply reply = running.chat(same + R"(,"stream":true,"stream_options":{"include_usage":true})");
        QVERIFY(reply.has("Content-Type: text/event-stream"));
        const Streamed streamed = streamedOf(reply);
        QCOMPARE(streamed.text, text);
        QCOMPARE(streamed.events, 24); // as each token came
        QCOMPARE(streamed.finish, std::string("length"));
        QCOMPARE(streamed.tokens, 24);
        QVERIFY(streamed.ended);
    }

    void aStopTextEndsTheAnswerBeforeIt() {
        const Running running;
        const std::string same = R"(,"seed":5,"max_tokens":24,"min_tokens":0)" + plain();
        const auto contentOf = [](const Reply& reply) {
            return jsonOf(reply)["choices"_L1]
                .toArray()
                .at(0)
                .toObject()["message"_L1]
                .toObject()["content"_L1]
                .toString();
        };
        const QString whole = contentOf(running.chat(same));
        const QString stop = whole.mid(12, 2);
        const Reply stopped = running.chat(same + ",\"stop\":[\"" + stop.toStdString() + "\"]");
        QCOMPARE(contentOf(stopped), whole.left(whole.indexOf(stop)));
        QVERIFY(stopped.has("\"finish_reason\":\"stop\""));
        const Reply later = running.chat(",\"seed\":5,\"max_tokens\":24,\"min_tokens\":24,\"stop\":[\"" +
                                         stop.toStdString() + "\"]" + plain());
        QCOMPARE(contentOf(later), whole); // not before it is as long as it has to be
    }

    void sixtyFourStreamsShareTheEngineAndSayWhatEachSaysAlone() {
        const Running running;
        const auto ask = [&](int seed) {
            return streamedOf(
                running.chat(concat({R"(,"stream":true,"max_tokens":16,"min_tokens":16,"seed":)",
                                     std::to_string(seed), plain()})));
        };
        const std::string alone = ask(3).text;
        std::vector<Streamed> all(64);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < all.size(); ++i)
                threads.emplace_back([&, i] { all[i] = ask(static_cast<int>(i)); });
        }
        for (const Streamed& one : all) {
            QVERIFY(one.ended);
            QCOMPARE(one.text.size(), std::size_t{16});
        }
        QCOMPARE(all[3].text, alone);
        QVERIFY(all[4].text != alone);
        QCOMPARE(running.requests(), 0);
    }

    void whoGoesAwayIsNotAnsweredAnyFurther() {
        const Running running({}, true);
        std::vector<std::unique_ptr<Http>> clients;
        for (int i = 0; i < 8; ++i) {
            auto& client = clients.emplace_back(std::make_unique<Http>(running.server.port()));
            const bool streams = i % 2 == 0;
            client->send(
                Http::post(chatPath, Running::body(concat({endless, streams ? ",\"stream\":true" : ""}))));
            if (streams)
                QVERIFY(client->readUntil("data: {"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(running.requests(), 8, 20'000);
        for (std::size_t i = 0; i < 7; ++i)
            clients[i]->close();
        QTRY_COMPARE_WITH_TIMEOUT(running.requests(), 1, 20'000);
        clients.clear();
        QTRY_COMPARE_WITH_TIMEOUT(running.requests(), 0, 20'000);
        QCOMPARE(running.chat(R"(,"max_tokens":1)").status, 200);
    }

    void whatIsWrongIsAnsweredInOpenAisForm() {
        const Running running;
        QCOMPARE(codeOf(running.chat(R"(,"n":2)")), std::string("400 unsupported_parameter"));
        QCOMPARE(codeOf(running.ask(Http::post(chatPath, "{"))), std::string("400 "));
        QCOMPARE(codeOf(running.ask(Http::post(chatPath, R"({"model":"other","messages":[{"role":"user",
                                               "content":"x"}]})"))),
                 std::string("404 model_not_found"));
        const std::string longOne(2000, 'x');
        QCOMPARE(codeOf(running.ask(Http::post(
                     "/v1/completions", concat({"{\"model\":\"tiny\",\"prompt\":\"", longOne, "\"}"})))),
                 std::string("400 context_length_exceeded"));
        QCOMPARE(codeOf(running.chat(R"(,"min_tokens":1020)")), std::string("400 context_length_exceeded"));
        const Reply biased = running.chat(R"(,"max_tokens":1,"logit_bias":{"259":1,"260":1})");
        QCOMPARE(codeOf(biased), std::string("400 invalid_value"));
        QVERIFY(biased.has(R"("param":"logit_bias")"));
        QVERIFY(biased.has("has the token 260; this model has those from 0 to 259."));
        QCOMPARE(running.chat(R"(,"max_tokens":1,"logit_bias":{"259":1})").status, 200);
        QCOMPARE(running.ask(Http::post("/v1/completions", R"({"model":"tiny","prompt":""})")).status, 200);
        QCOMPARE(codeOf(running.get("/v1/nothing")), std::string("404 "));
        QCOMPARE(codeOf(running.ask("DELETE /health HTTP/1.1\r\nHost: localhost\r\n\r\n")),
                 std::string("405 "));
        QCOMPARE(codeOf(running.ask(concat({"POST ", chatPath, " HTTP/1.1\r\nHost: localhost\r\n\r\n"}))),
                 std::string("411 "));
        QCOMPARE(codeOf(running.ask(concat(
                     {"POST ", chatPath, " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"}))),
                 std::string("415 "));
        QCOMPARE(codeOf(running.get("/v1/models/other")), std::string("404 model_not_found"));
        QVERIFY(running.get("/v1/models").has("\"id\":\"tiny\""));
        QVERIFY(running.get("/v1/models/tiny").has(R"("max_model_len":1024)"));
        QVERIFY(running.get("/health").has("\"status\":\"ok\""));
    }

    void aTextIsContinued() {
        const Running running;
        const Reply reply = running.ask(Http::post(
            "/v1/completions",
            concat({R"({"model":"tiny","prompt":"a","max_tokens":3,"min_tokens":3)", plain(), "}"})));
        QCOMPARE(reply.status, 200);
        QCOMPARE(jsonOf(reply)["choices"_L1].toArray().at(0).toObject()["text"_L1].toString().size(), 3);
    }

    void moreThanItTakesIsRefusedAtOnce() {
        const Running running([](ServerOptions& options) { options.service.requestLimit = 1; }, true);
        Http first(running.server.port());
        first.send(Http::post(chatPath, Running::body(concat({endless, R"(,"stream":true)"}))));
        QVERIFY(first.readUntil("data: {"));
        const Reply refused = running.chat("");
        QCOMPARE(codeOf(refused), std::string("429 overloaded"));
        QVERIFY(refused.has("Retry-After: 1\r\n"));
        first.close();
        QTRY_COMPARE_WITH_TIMEOUT(running.requests(), 0, 20'000);
        QCOMPARE(running.chat(R"(,"max_tokens":1)").status, 200);
    }

    void aConnectionTooManyTakesThePlaceOfAnIdleOneOrIsRefused() {
        const Running running([](ServerOptions& options) { options.connectionLimit = 2; }, true);
        Http idle(running.server.port());
        QCOMPARE(idle.ask("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
        std::vector<std::unique_ptr<Http>> busy;
        for (int i = 0; i < 2; ++i) {
            auto& client = busy.emplace_back(std::make_unique<Http>(running.server.port()));
            client->send(Http::post(chatPath, Running::body(concat({endless, R"(,"stream":true)"}))));
            QVERIFY(client->readUntil("data: {"));
        }
        QVERIFY(idle.ended());
        QCOMPARE(codeOf(Http(running.server.port()).read()), std::string("503 overloaded"));
        busy[0]->close();
        bool admitted = false; // as soon as the other's thread has ended
        QTRY_VERIFY_WITH_TIMEOUT(admitted = admitted || running.get("/health").status == 200, 20'000);
    }

    void requestsInOneGoAreAnsweredInTheirOrder() {
        const Running running;
        Http client(running.server.port());
        const std::string health = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        const std::string ask = Http::post(chatPath, Running::body(R"(,"max_tokens":2,"stream":true)"));
        client.send(health + ask + health + Http::post(chatPath, Running::body(R"(,"n":3)")) + health + ask);
        QVERIFY(client.read().has("\"status\""));
        QVERIFY(streamedOf(client.read()).ended);
        QVERIFY(client.read().has("\"status\""));
        QCOMPARE(client.read().status, 400); // its body was read: the connection goes on
        QVERIFY(client.read().has("\"status\""));
        QVERIFY(streamedOf(client.read()).ended);
    }

    void bytesOfOneRequestAreNeverTakenForTheNext() {
        const Running running;
        const std::string hidden = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        const std::string size = std::to_string(hidden.size());
        const std::string json = "Host: localhost\r\nContent-Type: application/json\r\n";
        const std::string post = concat({"POST ", chatPath, " HTTP/1.1\r\n", json});
        for (const std::string& request : {
                 concat({"GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: ", size, "\r\n\r\n"}),
                 concat({post, "Content-Length: ", size, "\r\nContent-Length: 1\r\n\r\n"}),
                 concat({post, "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"}),
                 concat({post, "Transfer-Encoding: chunked, gzip\r\n\r\n"}),
                 concat({post, "Content-Length: -1\r\n\r\n"}),
                 concat({post, "Content-Length: 0x5\r\n\r\n"}),
                 concat({post, "Content-Length: 99999999999999999999\r\n\r\n"}),
                 concat({post, "Content-Length: 5000000\r\n\r\n"}),
                 concat({post, "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\n"}),
                 concat({"POST /elsewhere HTTP/1.1\r\n", json, "Content-Length: ", size, "\r\n\r\n"}),
                 concat({"PUT ", chatPath, " HTTP/1.1\r\n", json, "Content-Length: ", size, "\r\n\r\n"}),
                 std::string("BREW /health HTTP/1.1\r\n\r\n"),
                 std::string("GET /health HTTP/9.9\r\n\r\n"),
             }) {
            Http client(running.server.port());
            const Reply reply = client.ask(request + hidden);
            QVERIFY2(reply.status >= 400, request.c_str());
            QVERIFY2(reply.has("Connection: close"), request.c_str());
            QVERIFY2(client.ended(), request.c_str());
        }
    }

    void aBodyInChunksIsReadAndLimited() {
        const Running running([](ServerOptions& options) { options.bodyLimit = 1000; });
        const std::string head = concat({"POST ", chatPath,
                                         " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json; "
                                         "charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"});
        const std::string body = Running::body(R"(,"max_tokens":2)");
        const std::string first = body.substr(0, 10), second = body.substr(10);
        const auto chunk = [](const std::string& bytes) {
            return concat({QByteArray::number(static_cast<qulonglong>(bytes.size()), 16).toStdString(),
                           "\r\n", bytes, "\r\n"});
        };
        QCOMPARE(running.ask(head + chunk(first) + chunk(second) + "0\r\n\r\n").status, 200);
        QCOMPARE(codeOf(running.ask(head + chunk(std::string(1001, ' ')) + "0\r\n\r\n")),
                 std::string("413 body_too_large"));
        QCOMPARE(running.ask(head + "zz\r\n").status, 400);
        const Reply large = running.ask(Http::post(chatPath, std::string(20'000'000, ' ')));
        QVERIFY(large.whole); // nobody reads it, and yet the answer arrives
        QCOMPARE(codeOf(large), std::string("413 body_too_large"));
        std::string tiny = head;
        for (int i = 0; i < 2000; ++i)
            tiny += chunk(" ");
        QCOMPARE(codeOf(running.ask(tiny + "0\r\n\r\n")), std::string("413 body_too_large"));
    }

    void noHeadIsTooLongAndNoneTakesForEver() {
        const Running running([](ServerOptions& options) { options.requestTime = milliseconds(300); });
        const std::string get = "GET /health HTTP/1.1\r\nHost: localhost\r\n";
        for (const std::string& request :
             {std::string(100'000, 'G'), get + "X: " + std::string(100'000, 'y'),
              get + std::string(100'000, '\n'), get + concat({"Range: bytes=", std::string(4000, '-')}),
              std::string("\r\n\r\n"), std::string(1, '\0'), std::string("GET / HTTP/1.1\n\n")}) {
            Http client(running.server.port());
            client.send(request);
            const Reply reply = client.read();
            QVERIFY(reply.status == 0 || reply.status >= 400);
            QVERIFY(client.ended());
        }
        std::string ranges = get + "Range: bytes=0-1";
        for (int i = 0; i < 1500; ++i)
            ranges += ",0-1";
        QVERIFY(running.ask(ranges + "\r\n\r\n").whole);
        Http slow(running.server.port());
        slow.send(get); // and nothing more
        QVERIFY(slow.read().status >= 400 || slow.ended());
        Http body(running.server.port());
        const Reply late = body.ask(concat({"POST ", chatPath, " HTTP/1.1\r\nHost: localhost\r\n",
                                            "Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{"}));
        QCOMPARE(late.status, 408);
        QVERIFY(body.ended());
        QCOMPARE(running.get("/health").status, 200);
    }

    void pagesOfOtherSitesAreRefused() {
        const Running running;
        const auto status = [&](const std::string& headers) {
            return running.ask(concat({"GET /v1/models HTTP/1.1\r\n", headers, "\r\n"})).status;
        };
        const std::string port = std::to_string(running.server.port());
        QCOMPARE(status("Host: 127.0.0.1:" + port + "\r\n"), 200);
        QCOMPARE(status("Host: localhost\r\nOrigin: http://localhost:" + port + "\r\n"), 200);
        QCOMPARE(status("Host: rebound.example\r\n"), 403);
        QCOMPARE(status("Host: localhost.example:" + port + "\r\n"), 403);
        QCOMPARE(status("Host: localhost\r\nHost: rebound.example\r\n"), 403);
        QCOMPARE(status("Host: localhost\r\nOrigin: https://example.com\r\n"), 403);
        QCOMPARE(status("Host: localhost\r\nOrigin: null\r\n"), 403);
    }

    void stoppingTellsTheStreamsAndCloses() {
        auto running = std::make_unique<Running>(std::function<void(ServerOptions&)>(), true);
        Http stream(running->server.port()), whole(running->server.port()), idle(running->server.port());
        stream.send(Http::post(chatPath, Running::body(concat({endless, R"(,"stream":true)"}))));
        QVERIFY(stream.readUntil("data: {"));
        whole.send(Http::post(chatPath, Running::body(endless)));
        QTRY_COMPARE_WITH_TIMEOUT(running->requests(), 2, 20'000);
        const std::uint16_t port = running->server.port();
        running->server.stop();
        running->server.stop(); // once more does nothing
        const Reply told = stream.read();
        QVERIFY(told.whole && told.has("shutting_down") && !told.has("[DONE]"));
        QCOMPARE(codeOf(whole.read()), std::string("503 shutting_down"));
        QVERIFY(idle.ended());
        QVERIFY(!Http(port).connected());
    }

    void aPortThatIsTakenIsSaid() {
        const Running running;
        try {
            const Running second([&](ServerOptions& options) { options.port = running.server.port(); });
            QFAIL("two servers at one port");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::Usage);
        }
        QCOMPARE(running.server.url(),
                 concat({"http://127.0.0.1:", std::to_string(running.server.port()), "/v1"}));
    }
};

PARALLAX_LOOP_TEST(TestServer)

} // namespace test_server
#include "test_server.moc"
