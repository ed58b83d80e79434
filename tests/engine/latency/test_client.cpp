// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <string>
#include <vector>

#include "engine/latency/client.h"
#include "engine/latency/metrics.h"
#include "tests/engine/latency/client_runs.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/test_program.h"

namespace test_client {

using namespace parallax;
using namespace parallax::latency;
using data::ConnectionKind;
using data::Outcome;
using test::attempt;
using test::attempts;
using test::faultOf;
using test::key;
using test::now;
using test::submissionTo;
using test::TruthServer;
using Step = TruthServer::Step;
using std::chrono::microseconds;
using std::chrono::milliseconds;

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

    void theWholeStreamIsKeptUpToALimit() {
        const std::string events = test::tokenEvent("日") + test::lastEvents(1);
        const data::Attempt read = attempt({now(test::streamHead() + test::inChunk(events) + "0\r\n\r\n")});
        QVERIFY(read.stream != nullptr);
        QCOMPARE(read.stream->bytes, events); // as it came, without the frames of HTTP
        QCOMPARE(read.stream->leftOut, std::int64_t{0});
        QCOMPARE(read.streamBytes, static_cast<std::int64_t>(events.size()));

        const std::size_t more = 70'000;
        const std::string padding = ": " + std::string(data::mostStreamKept + more, 'x') + "\n";
        const data::Attempt large =
            attempt({now(test::streamHead() + test::inChunk(padding + events) + "0\r\n\r\n")});
        QCOMPARE(faultOf(large), std::string("success "));
        QCOMPARE(large.streamBytes, static_cast<std::int64_t>(padding.size() + events.size()));
        QCOMPARE(large.stream->bytes.size(), data::mostStreamKept);
        QCOMPARE(large.stream->leftOut, large.streamBytes - static_cast<std::int64_t>(data::mostStreamKept));
        QVERIFY(large.closing.ends_with("data: [DONE]\n\n"));
        QVERIFY(!attempt({now("", Step::Then::Close)}).stream); // nothing came
    }

    void theKeyIsInNoStreamWhereverItStands() {
        const std::string end = test::lastEvents(1), secret = key;
        // At the beginning, across what is cut off the opening, across the end of what is kept, and where the
        // closing begins.
        for (const std::size_t at : {std::size_t{2}, std::size_t{2040}, data::mostStreamKept - 9,
                                     data::mostStreamKept + 50'003 + end.size() - 2048 - 9}) {
            std::string padding = ": " + std::string(data::mostStreamKept + 50'000, 'x') + "\n";
            padding.replace(at, secret.size(), secret);
            const data::Attempt read =
                attempt({now(test::streamHead() + test::inChunk(padding + end) + "0\r\n\r\n")});
            QCOMPARE(faultOf(read), std::string("provider empty")); // its end came, and no token
            for (const std::string& text : {read.opening, read.closing, read.stream->bytes})
                for (const char* part : {"SECRET", "KEY-01", "456789"})
                    QVERIFY2(text.find(part) == std::string::npos, qPrintable(QString::number(at)));
            QCOMPARE(read.stream->bytes.size(), data::mostStreamKept);
        }
    }

    // However a server escapes it, byte by byte and in an answer that is cut.
    void aKeyThatIsEscapedIsInNoStream() {
        const std::string json = R"(SECRET\u002dKEY\u002D0\u003123456789)",
                          percent = "SECRET%2DKEY%2d0123456789";
        const std::string event = "data: {\"error\":{\"message\":\"" + json + " " + percent + "\"}}\n\n";
        TruthServer::Script script{now(test::streamHead())};
        for (const char byte : event)
            script.push_back(
                {std::chrono::microseconds(20), test::inChunk(std::string(1, byte)), Step::Then::GoOn});
        script.push_back(now("0\r\n\r\n"));
        const data::Attempt failed = attempt(script);
        QCOMPARE(failed.faultText, std::string("[key] [key]"));
        QCOMPARE(failed.stream->bytes.size(), event.size());
        const std::string half = event.substr(0, event.find("3123"));
        const data::Attempt cut = attempt({now(test::streamHead() + test::inChunk(half), Step::Then::Close)});
        for (const std::string& text : {failed.opening, failed.stream->bytes, cut.opening, cut.stream->bytes})
            for (const char* part : {"SECRET", "KEY", "123"})
                QVERIFY2(text.find(part) == std::string::npos, text.c_str());
    }

    // As whom an answer is said to be of, why it ended, across the places where texts are shortened.
    void theKeyIsInNothingThatIsKept() {
        const std::string secret = key, end = test::lastEvents(1);
        const std::string event = "data: {\"model\":\"m-" + secret +
                                  "\",\"choices\":[{\"delta\":{\"content\":" + "\"x\"},\"finish_reason\":\"" +
                                  std::string(95, 'y') + secret + "\"}]}\n\n";
        const std::string head = test::streamHead(
            "text/event-stream",
            ("x-model: " + std::string(490, 'z') + secret + "\r\nx-" + secret + "-model: 1\r\n").c_str());
        const data::Attempt read =
            attempt({now(head + test::inChunk(event + "data: [DONE]\n\n") + "0\r\n\r\n")});
        QCOMPARE(read.model, std::string("m-[key]"));
        const data::Attempt failed = attempt({now(
            test::answerOf(401, "{\"error\":{\"message\":\"" + std::string(490, 'w') + secret + "\"}}"))});
        QCOMPARE(failed.faultText.size(), std::size_t{495});
        std::vector<std::string> kept{read.model, read.finishReason, failed.faultText};
        for (const auto& [name, value] : read.headers)
            kept.insert(kept.end(), {name, value});
        for (std::string text : kept) {
            std::transform(text.begin(), text.end(), text.begin(),
                           [](unsigned char c) { return std::toupper(c); });
            for (const char* part : {"SECRE", "KEY-01", "456789"})
                QVERIFY2(text.find(part) == std::string::npos, text.c_str());
        }
    }

    void redirectsAreNotFollowed() {
        TruthServer server([](const TruthServer::Request&) {
            return TruthServer::Script{now(test::answerOf(307, "", "Location: /elsewhere\r\n"))};
        });
        QCOMPARE(faultOf(attempts(server.url()).at(0)), std::string("rejected redirect"));
        QCOMPARE(server.requests().size(), std::size_t{1});
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

PARALLAX_LOOP_TEST(TestClient)

} // namespace test_client
#include "test_client.moc"
