// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/latency/client.h"
#include "engine/latency/event_stream.h"
#include "engine/latency/metrics.h"
#include "tests/engine/latency/client_runs.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/test_program.h"

namespace test_client_faults {

// What goes wrong over real sockets, by who has to answer for it.

using namespace parallax;
using namespace parallax::latency;
using data::Outcome;
using test::attempt;
using test::attempts;
using test::faultOf;
using test::now;
using test::TruthServer;
using Step = TruthServer::Step;
using std::chrono::microseconds;
using std::chrono::milliseconds;

class TestClientFaults : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void faultsBeforeTheRequestAreTheClients() {
        QCOMPARE(faultOf(attempts("http://nowhere.invalid").at(0)), std::string("client dns"));
        int port = 0;
        {
            TruthServer gone([](const TruthServer::Request&) { return TruthServer::Script{}; });
            port = gone.port();
        }
        QCOMPARE(faultOf(attempts("http://127.0.0.1:" + std::to_string(port)).at(0)),
                 std::string("client refused"));
        QCOMPARE(faultOf(attempts("ftp://127.0.0.1").at(0)), std::string("client address"));
        TruthServer plain([](const TruthServer::Request&) { return TruthServer::Script{}; });
        ClientOptions options;
        options.connectTimeoutMs = 300; // it waits for the end of what it takes for a head, as we do for it
        QCOMPARE(faultOf(attempts("https://127.0.0.1:" + std::to_string(plain.port()), options).at(0)),
                 std::string("client connect-timeout"));
    }

    void aHandshakeThatFailsIsATlsFault() {
        test::Certificate old("localhost");
        old.speakOnly(TLS1_VERSION); // nobody accepts that any more
        TruthServer server([](const TruthServer::Request&) { return TruthServer::Script{}; }, &old);
        const data::Attempt failed = attempts(server.url()).at(0);
        QCOMPARE(faultOf(failed), std::string("client tls"));
        QVERIFY(failed.time.dns != data::never); // libcurl tells the connection only of a handshake that ends
        QVERIFY(!failed.faultText.empty());
        QVERIFY(failed.time.ready == data::never && server.requests().empty());
    }

    void anExpiredCertificateIsRefused() {
        const QTemporaryDir folder;
        const test::Certificate expired("localhost", -7200, -3600);
        ClientOptions options;
        options.trustedCertificates = folder.filePath(QStringLiteral("ca.pem")).toStdString();
        expired.write(options.trustedCertificates);
        TruthServer server([](const TruthServer::Request&) { return test::streamScript(1, milliseconds(1)); },
                           &expired);
        QCOMPARE(faultOf(attempts(server.url(), options).at(0)), std::string("client certificate"));
        QVERIFY(server.requests().empty());
    }

    void throttlingSaysHowLongToWaitOrDoesNot() {
        const auto answered = [](const std::string& headers, const std::string& body = "{}") {
            return attempt({now(test::answerOf(429, body, headers))});
        };
        QCOMPARE(answered("Retry-After: 20\r\n").retryAfterMs, std::int64_t{20'000});
        QCOMPARE(answered("retry-after-ms: 1500\r\nRetry-After: 20\r\n").retryAfterMs, std::int64_t{1500});
        const data::Attempt silent = answered("");
        QCOMPARE(faultOf(silent), std::string("throttled http-429"));
        QCOMPARE(silent.retryAfterMs, std::int64_t{-1});
        const std::string inBody = R"({"error":{"code":"429","message":"Please retry after 3 seconds."}})";
        QCOMPARE(answered("", inBody).retryAfterMs, std::int64_t{3000});
    }

    void certificatesAreAlwaysVerified() {
        const QTemporaryDir folder;
        const test::Certificate own("localhost"), other("other.example");
        ClientOptions options;
        options.trustedCertificates = folder.filePath(QStringLiteral("ca.pem")).toStdString();
        const auto answer = [](const TruthServer::Request&) {
            return test::streamScript(1, milliseconds(1));
        };
        TruthServer unknown(answer, &own);
        QCOMPARE(faultOf(attempts(unknown.url()).at(0)), std::string("client certificate")); // nobody vouches
        QVERIFY(unknown.requests().empty());
        other.write(options.trustedCertificates);
        TruthServer wrongName(answer, &other);
        QCOMPARE(faultOf(attempts(wrongName.url(), options).at(0)), std::string("client certificate"));
        QVERIFY(wrongName.requests().empty()); // no key was sent
    }

    void statusesAreClassifiedAndTheKeyIsInNoText() {
        TruthServer server([](const TruthServer::Request& request) {
            const std::string status = request.path.substr(1, 3);
            const std::string echo = request.head.substr(request.head.find("Bearer"), 28);
            return TruthServer::Script{
                now(test::answerOf(std::stoi(status), "{\"error\":{\"message\":\"wrong: " + echo + "\"}}",
                                   "Retry-After: 7\r\nx-request-id: r1\r\nx-model: " + echo + "\r\n"))};
        });
        const std::vector<std::pair<std::string, std::string>> expected{{"401", "rejected http-401"},
                                                                        {"429", "throttled http-429"},
                                                                        {"500", "provider http-500"},
                                                                        {"529", "provider http-529"},
                                                                        {"404", "rejected http-404"}};
        for (const auto& [status, fault] : expected) {
            const data::Attempt attempt = attempts(server.url() + '/' + status).at(0);
            QCOMPARE(faultOf(attempt), fault);
            QCOMPARE(attempt.retryAfterMs, std::int64_t{7000});
            QCOMPARE(attempt.faultText, std::string("wrong: Bearer [key]"));
            QVERIFY(attempt.opening.find("SECRET") == std::string::npos);
            for (const auto& [name, value] : attempt.headers)
                QVERIFY(value.find("SECRET") == std::string::npos);
        }
    }

    void faultsWithinTheStreamAreTheProvidersAndWhatCameIsKept() {
        const std::string head = test::streamHead(), token = test::inChunk(test::tokenEvent("日"));
        const std::string end = test::inChunk(test::lastEvents(1)) + "0\r\n\r\n";
        const auto fault = [&](const TruthServer::Script& script) { return faultOf(attempt(script)); };
        QCOMPARE(fault({now(head + token, Step::Then::Close)}), std::string("provider truncated"));
        QCOMPARE(fault({now(head + token, Step::Then::Reset)}), std::string("provider truncated"));
        QCOMPARE(fault({now(head + token.substr(0, token.size() - 11), Step::Then::Close)}), // in a character
                 std::string("provider truncated"));
        QCOMPARE(fault({now(head + token + "0\r\n\r\n")}), std::string("provider truncated")); // no [DONE]
        QCOMPARE(fault({now("", Step::Then::Close)}), std::string("provider closed"));
        QCOMPARE(
            fault({now(head + token + test::inChunk("data: {\"error\":{\"message\":\"m\"}}\n\n") + end)}),
            std::string("provider in-stream"));
        QCOMPARE(
            fault({now("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")}),
            std::string("provider html"));
        QCOMPARE(fault({now(test::streamHead("text/event-stream", "Content-Encoding: gzip\r\n") + end)}),
                 std::string("provider compressed"));
        QCOMPARE(fault({now(test::answerOf(200, R"({"error":{"type":"rate_limit_error","message":"m"}})"))}),
                 std::string("throttled in-body"));
        const data::Attempt cut = attempt({now(head + token, Step::Then::Close)});
        QCOMPARE(cut.time.chunks.size(), std::size_t{1});
        QVERIFY(cut.time.firstAny != data::never);
    }

    void aRequestThatAKeptConnectionLostIsNotSentAnew() {
        std::atomic<int> asked = 0;
        TruthServer server([&](const TruthServer::Request&) {
            return ++asked % 2 == 0 ? TruthServer::Script{now("", Step::Then::Close)}
                                    : test::streamScript(2, milliseconds(1));
        });
        const auto made = attempts(server.url(), {}, 6);
        QCOMPARE(server.requests().size(), std::size_t{6}); // each attempt once
        for (const data::Attempt& attempt : made) {
            const bool lost = attempt.sequence % 2 == 1;
            QCOMPARE(faultOf(attempt), std::string(lost ? "provider closed" : "success "));
            QVERIFY(!lost || attempt.connection == data::ConnectionKind::Warm);
            // Of its own connection, not of the one that would have sent it anew.
            QVERIFY(!lost || (attempt.time.tcp == data::never && attempt.time.header == data::never));
        }
    }

    void anAnswerWithoutATokenIsNone() {
        const auto answered = [](const std::string& events) {
            return faultOf(attempt({now(test::streamHead() + test::inChunk(events) + "0\r\n\r\n")}));
        };
        const std::string done = "data: [DONE]\n\n";
        QCOMPARE(answered(done), std::string("provider empty"));
        // What stands for text and is none.
        QCOMPARE(answered("data: {\"choices\":[{\"delta\":{\"content\":[[[]]]}}]}\n\n" + done),
                 std::string("provider empty"));
        // A count of tokens is none of them.
        const auto told = [&](const char* finish, const char* details) {
            return answered(
                std::string("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"") + finish +
                "\"}]}\n\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,"
                "\"completion_tokens\":5" +
                details + "}}\n\n" + done);
        };
        QCOMPARE(told("stop", ""), std::string("provider empty"));
        QCOMPARE(told("length", ""), std::string("provider empty"));
        // Thoughts that were kept back are, where they left no room for anything else.
        QCOMPARE(told("length", ",\"completion_tokens_details\":{\"reasoning_tokens\":4}"),
                 std::string("success "));
        QCOMPARE(told("stop", ",\"completion_tokens_details\":{\"reasoning_tokens\":5}"),
                 std::string("success "));
        QCOMPARE(told("stop", ",\"completion_tokens_details\":{\"reasoning_tokens\":2}"),
                 std::string("provider empty"));
    }

    void thoughtsThatWereKeptBackGiveNoTimeToAFirstToken() {
        const data::Attempt made = attempt({now(
            test::streamHead() +
            test::inChunk("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"
                          "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5,"
                          "\"completion_tokens_details\":{\"reasoning_tokens\":5}}}\n\ndata: [DONE]\n\n") +
            "0\r\n\r\n")});
        QCOMPARE(faultOf(made), std::string("success "));
        QVERIFY(!timeToFirstToken(made.time));
        QVERIFY(!endToEnd(made.time));
        QVERIFY(!timePerOutputToken(made));
        QVERIFY(!made.buffered);
    }

    void oneByteAtATimeIsReadLikeAnyOther() {
        TruthServer::Script script{now(test::streamHead())};
        for (const char byte : test::tokenEvent("日") + test::lastEvents(1))
            script.push_back({microseconds(20), test::inChunk(std::string(1, byte)), Step::Then::GoOn});
        script.push_back(now("0\r\n\r\n"));
        const data::Attempt read = attempt(script);
        QCOMPARE(faultOf(read), std::string("success "));
        QCOMPARE(read.time.chunks.size(), std::size_t{1});
        QCOMPARE(read.time.chunks[0].characters, 1U);
    }

    void anEventOverTheLimitEndsTheRequest() {
        TruthServer::Script script{now(test::streamHead() + test::inChunk("data: "))};
        for (int i = 0; i < 10; ++i)
            script.push_back(now(test::inChunk(std::string(1 << 20, 'x'))));
        QCOMPARE(faultOf(attempt(script)), std::string("provider too-large"));
    }

    void anEventOfAlmost8MiBIsReadLikeAnyOther() {
        const std::string large((std::size_t{8} << 20) - 1000, 'x');
        TruthServer::Script script{now(test::streamHead())};
        const std::string event = test::tokenEvent(large);
        for (std::size_t at = 0; at < event.size(); at += 1 << 20)
            script.push_back(now(test::inChunk(event.substr(at, 1 << 20))));
        script.push_back(now(test::inChunk(test::lastEvents(1)) + "0\r\n\r\n"));
        const data::Attempt read = attempt(script);
        QCOMPARE(faultOf(read), std::string("success "));
        QCOMPARE(read.time.chunks.size(), std::size_t{1});
        QCOMPARE(read.time.chunks[0].characters, static_cast<std::uint32_t>(large.size()));
        QCOMPARE(read.stream->bytes.size(), data::mostStreamKept);
    }

    void framesOfEventsFailByWhatIsWrongWithThem() {
        const auto frame = [](const char* type, const std::string& payload, const char* kind = "event") {
            const std::vector<std::pair<std::string, std::string>> headers{
                {std::string(kind) == "event" ? ":event-type" : ":exception-type", type},
                {":message-type", kind}};
            return makeFrame(headers, payload);
        };
        const std::string token =
            frame("contentBlockDelta", R"({"contentBlockIndex":0,"delta":{"text":"Hi"}})");
        const std::string end = frame("messageStop", R"({"stopReason":"max_tokens"})") +
                                frame("metadata", R"({"usage":{"inputTokens":3,"outputTokens":1}})");
        const auto answered = [](const std::string& body) {
            return attempt({now(test::streamHead("application/vnd.amazon.eventstream") + test::inChunk(body) +
                                "0\r\n\r\n")},
                           {}, "bedrock");
        };
        const data::Attempt good = answered(token + end);
        QCOMPARE(faultOf(good), std::string("success "));
        QCOMPARE(good.usage.output, std::int64_t{1});
        QVERIFY(good.stream->bytes == token + end); // zeros and all
        QCOMPARE(faultOf(answered(token + end.substr(0, 30))), std::string("provider truncated"));
        std::string flipped = token + end;
        flipped[token.size() - 8] ^= 1;
        QCOMPARE(faultOf(answered(flipped)), std::string("provider checksum"));
        const data::Attempt throttled =
            answered(token + frame("throttlingException", R"({"message":"slow down"})", "exception"));
        QVERIFY(throttled.outcome == Outcome::Throttled);
        QCOMPARE(throttled.faultText, std::string("slow down"));
        QCOMPARE(throttled.time.chunks.size(), std::size_t{1}); // what came is kept
    }

    void silenceEndsTheRequest() {
        ClientOptions options;
        options.silenceTimeoutMs = 200;
        const std::string begun = test::streamHead() + test::inChunk(test::tokenEvent("a"));
        QCOMPARE(faultOf(attempt({now(begun), {std::chrono::seconds(60), "", Step::Then::GoOn}}, options)),
                 std::string("provider stalled"));
        QCOMPARE(faultOf(attempt({{std::chrono::seconds(60), "", Step::Then::GoOn}}, options)),
                 std::string("provider stalled"));
    }
};

PARALLAX_LOOP_TEST(TestClientFaults)

} // namespace test_client_faults
#include "test_client_faults.moc"
