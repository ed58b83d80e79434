// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <string>
#include <vector>

#include "engine/latency/client.h"
#include "engine/latency/metrics.h"
#include "tests/engine/latency/truth_server.h"

using namespace parallax;
using namespace parallax::latency;
using data::ConnectionKind;
using data::Outcome;
using test::TruthServer;
using Step = TruthServer::Step;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr const char* key = "SECRET-KEY-0123456789";

Submission submissionTo(const std::string& url, std::int64_t sequence = 0) {
    data::Endpoint endpoint;
    endpoint.name = "e";
    endpoint.provider = "compatible";
    endpoint.baseUrl = url;
    endpoint.model = "M";
    const Prompt prompt;
    Submission submission;
    submission.provider = &providerById("compatible");
    submission.request = submission.provider->request({endpoint, prompt, key, "20260102T030405Z"});
    submission.endpoint = "e";
    submission.secret = key;
    submission.sequence = sequence;
    return submission;
}

// Runs the requests one after the other.
std::vector<data::Attempt> attempts(const std::string& url, const ClientOptions& options = {},
                                    int count = 1) {
    const RunClock clock;
    std::vector<data::Attempt> out;
    Client client(clock, options, [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); });
    for (int i = 0; i < count; ++i) {
        client.submit(submissionTo(url, i));
        while (client.active() > 0)
            client.work(clock.now() + 10'000'000);
    }
    return out;
}

data::Attempt attempt(const TruthServer::Script& script, const ClientOptions& options = {}) {
    TruthServer server([&](const TruthServer::Request&) { return script; });
    return attempts(server.url(), options).at(0);
}

Step now(const std::string& bytes, Step::Then then = Step::Then::GoOn) {
    return {microseconds(0), bytes, then};
}

std::string faultOf(const data::Attempt& attempt) {
    const char* who[] = {"success", "client", "throttled", "provider", "rejected", "filtered", "cancelled"};
    return std::string(who[static_cast<int>(attempt.outcome)]) + ' ' + attempt.fault;
}

} // namespace

class TestClient : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theTimelineIsInOrderAndNothingIsSeenBeforeItWasSent() {
        TruthServer server(
            [](const TruthServer::Request&) { return test::streamScript(20, milliseconds(2)); });
        const RunClock clock;
        std::vector<data::Attempt> out;
        Client client(clock, {}, [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); });
        client.submit(submissionTo(server.url()));
        while (client.active() > 0)
            client.work(clock.now() + 10'000'000);
        const data::Attempt& attempt = out.at(0);
        QCOMPARE(faultOf(attempt), std::string("success "));
        const data::Timeline& time = attempt.time;
        const std::vector<data::RunTime> order{time.submitted, time.dns,       time.tcp,      time.ready,
                                               time.header,    time.firstByte, time.firstAny, time.last,
                                               time.terminal,  time.end};
        for (std::size_t i = 1; i < order.size(); ++i)
            QVERIFY2(order[i - 1] != data::never && order[i - 1] <= order[i], qPrintable(QString::number(i)));
        QCOMPARE(time.firstText, time.firstAny);
        QCOMPARE(time.tls, data::never);
        QCOMPARE(time.chunks.size(), std::size_t{20});
        const auto request = server.requests().at(0);
        for (std::size_t i = 0; i < 20; ++i) {
            const auto sent =
                std::chrono::duration_cast<std::chrono::nanoseconds>(request.sent.at(i + 1) - clock.start());
            QVERIFY(time.chunks[i].at >= sent.count());
        }
        QCOMPARE(attempt.usage.output, std::int64_t{20});
        QCOMPARE(attempt.status, 200);
        QCOMPARE(attempt.httpVersion, std::string("1.1"));
        QCOMPARE(attempt.remoteAddress, std::string("127.0.0.1"));
        QVERIFY(request.body.starts_with(R"({"model":"M","stream":true)"));
        QVERIFY(request.head.find("\r\nAuthorization: Bearer SECRET") != std::string::npos);
        QVERIFY(request.head.find("Expect") == std::string::npos);
        QVERIFY(request.head.find("Accept-Encoding") == std::string::npos);
    }

    void coldResumedAndWarmConnectionsAreToldApart() {
        const QTemporaryDir folder;
        const test::Certificate certificate("localhost");
        ClientOptions options;
        options.trustedCertificates = folder.filePath(QStringLiteral("ca.pem")).toStdString();
        certificate.write(options.trustedCertificates);
        TruthServer server([](const TruthServer::Request&) { return test::streamScript(2, milliseconds(1)); },
                           &certificate);
        const auto kinds = [&](ConnectionPolicy policy) {
            options.connections = policy;
            std::vector<ConnectionKind> found;
            for (const auto& attempt : attempts(server.url(), options, 3)) {
                if (faultOf(attempt) != "success ")
                    qWarning("%s: %s", attempt.fault.c_str(), attempt.faultText.c_str());
                found.push_back(attempt.connection);
                const bool fresh = attempt.connection != ConnectionKind::Warm;
                if ((attempt.time.tls != data::never) != fresh || (attempt.time.tcp != data::never) != fresh)
                    qFatal("phases of a connection that was there, or none of one that was made");
            }
            return found;
        };
        using Kinds = std::vector<ConnectionKind>;
        QCOMPARE(kinds(ConnectionPolicy::Cold),
                 (Kinds{ConnectionKind::Cold, ConnectionKind::Cold, ConnectionKind::Cold}));
        QCOMPARE(kinds(ConnectionPolicy::TlsResumed),
                 (Kinds{ConnectionKind::Cold, ConnectionKind::TlsResumed, ConnectionKind::TlsResumed}));
        QCOMPARE(kinds(ConnectionPolicy::Warm),
                 (Kinds{ConnectionKind::Cold, ConnectionKind::Warm, ConnectionKind::Warm}));
    }

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
        QCOMPARE(faultOf(attempts("https://127.0.0.1:" + std::to_string(plain.port())).at(0)).substr(0, 6),
                 std::string("client"));
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

    void redirectsAreNotFollowed() {
        TruthServer server([](const TruthServer::Request&) {
            return TruthServer::Script{now(test::answerOf(307, "", "Location: /elsewhere\r\n"))};
        });
        QCOMPARE(faultOf(attempts(server.url()).at(0)), std::string("rejected redirect"));
        QCOMPARE(server.requests().size(), std::size_t{1});
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

    void silenceEndsTheRequest() {
        ClientOptions options;
        options.silenceTimeoutMs = 200;
        const std::string begun = test::streamHead() + test::inChunk(test::tokenEvent("a"));
        QCOMPARE(faultOf(attempt({now(begun), {std::chrono::seconds(60), "", Step::Then::GoOn}}, options)),
                 std::string("provider stalled"));
        QCOMPARE(faultOf(attempt({{std::chrono::seconds(60), "", Step::Then::GoOn}}, options)),
                 std::string("provider stalled"));
    }

    void eventsOfOneReadShareTheirTimeAndAreMarked() {
        const data::Attempt read =
            attempt({now(test::streamHead() +
                         test::inChunk(test::tokenEvent("a") + test::tokenEvent("b") + test::lastEvents(60)) +
                         "0\r\n\r\n")});
        QCOMPARE(read.time.chunks.size(), std::size_t{2});
        QVERIFY(read.time.chunks[0].coalesced && read.time.chunks[1].coalesced);
        QCOMPARE(read.time.chunks[0].at, read.time.chunks[1].at);
        QVERIFY(read.buffered); // 60 tokens at once
    }

    void whatWeEndOurselvesIsNobodysFault() {
        TruthServer server([](const TruthServer::Request&) {
            return TruthServer::Script{{std::chrono::seconds(60), "", Step::Then::GoOn}};
        });
        const RunClock clock;
        std::vector<data::Attempt> out;
        Client client(clock, {}, [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); });
        for (int i = 0; i < 5; ++i)
            client.submit(submissionTo(server.url(), i));
        client.work(clock.now() + 50'000'000);
        client.cancelAll();
        QCOMPARE(out.size(), std::size_t{5});
        for (const auto& one : out)
            QCOMPARE(faultOf(one), std::string("cancelled cancelled"));
    }

    void manyStreamsAtOnceLoseNothing() {
        TruthServer server(
            [](const TruthServer::Request&) { return test::streamScript(20, milliseconds(5)); });
        const RunClock clock;
        int good = 0;
        Client client(clock, {}, [&](data::Attempt&& attempt) {
            good += attempt.outcome == Outcome::Success && attempt.time.chunks.size() == 20 ? 1 : 0;
        });
        for (int i = 0; i < 200; ++i)
            client.submit(submissionTo(server.url(), i));
        while (client.active() > 0)
            client.work(clock.now() + 10'000'000);
        QCOMPARE(good, 200);
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
