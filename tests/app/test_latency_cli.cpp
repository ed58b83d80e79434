// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

#include "tests/app/program.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/test_program.h"

namespace test_latency_cli {

// `endpoint` and `latency` as a script sees them, against a server of our own on loopback.

using namespace Qt::StringLiterals;
using parallax::test::Answer;
using parallax::test::Program;
using parallax::test::TruthServer;
using std::chrono::milliseconds;

namespace {

TruthServer::Script answer(const TruthServer::Request& request) {
    const bool slow = request.path.find("/slow/") != std::string::npos;
    return parallax::test::streamScript(4, milliseconds(slow ? 6 : 2));
}

QString urlOf(const TruthServer& server, const char* path) {
    return QString::fromStdString(server.url()) + QLatin1String(path);
}

Answer addEndpoint(const Program& program, const TruthServer& server, const QString& name) {
    return program.run({u"endpoint"_s, u"add"_s, name, u"--provider"_s, u"vllm"_s, u"--model"_s, u"M"_s,
                        u"--base-url"_s, urlOf(server, "/") + name, u"--option"_s, u"price-input=1"_s,
                        u"--option"_s, u"price-output=2"_s});
}

} // namespace

class TestLatencyCli : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        qputenv("VLLM_API_KEY", "SECRET-0123456789");
        qputenv("OPENAI_API_KEY", "OPENAI-SECRET-0123456789");
    }

    void endpointsAreAddedListedTestedAndRemovedAndNoKeyIsShown() {
        const Program program;
        TruthServer server(answer);
        QCOMPARE(addEndpoint(program, server, u"quick"_s).status, 0);
        const Answer again = addEndpoint(program, server, u"quick"_s);
        QVERIFY2(again.status == 0 && again.err.contains("Replaced."), again.err.constData());
        const Answer listed = program.run({u"--json"_s, u"endpoint"_s, u"list"_s});
        QCOMPARE(listed.status, 0);
        const QJsonObject endpoint = listed.json().array().at(0).toObject();
        QCOMPARE(endpoint["name"_L1].toString(), u"quick"_s);
        QCOMPARE(endpoint["key"_L1].toBool(), true);
        QCOMPARE(endpoint["key_variable"_L1].toString(), u"VLLM_API_KEY"_s);
        QCOMPARE(endpoint["address"_L1].toString(), urlOf(server, ""));
        // Where a key goes is seen, beside the region and uncut.
        const QString proxy = u"https://"_s + QString(90, u'p') + u".example"_s;
        QCOMPARE(program
                     .run({u"endpoint"_s, u"add"_s, u"east"_s, u"--provider"_s, u"bedrock"_s, u"--model"_s,
                           u"amazon.nova-lite-v1:0"_s, u"--region"_s, u"us-east-1"_s, u"--base-url"_s, proxy})
                     .status,
                 0);
        QCOMPARE(program
                     .run({u"endpoint"_s, u"add"_s, u"own"_s, u"--provider"_s, u"bedrock"_s, u"--model"_s,
                           u"amazon.nova-lite-v1:0"_s, u"--region"_s, u"us-east-1"_s})
                     .status,
                 0);
        const Answer rows = program.run({u"endpoint"_s, u"list"_s});
        QVERIFY2(rows.out.contains("us-east-1  " + proxy.toUtf8()) &&
                     rows.out.contains("https://bedrock-runtime.us-east-1.amazonaws.com"),
                 rows.out.constData());
        const Answer tested = program.run({u"--json"_s, u"endpoint"_s, u"test"_s, u"quick"_s});
        QVERIFY2(tested.status == 0, tested.err.constData());
        QCOMPARE(tested.json().object()["ok"_L1].toBool(), true);
        QVERIFY(tested.json().object()["ttft_ms"_L1].toDouble() > 0);
        QVERIFY(server.requests().at(0).head.find("Bearer SECRET-0123456789") != std::string::npos);
        for (const Answer& one : {listed, tested})
            QVERIFY(!one.out.contains("SECRET") && !one.err.contains("SECRET"));
        QVERIFY(!program.contents(u"library.sqlite3"_s).contains("SECRET"));
        QVERIFY(!program.contents(u"library.sqlite3-wal"_s).contains("SECRET"));
        QCOMPARE(program.run({u"endpoint"_s, u"remove"_s, u"quick"_s}).status, 0);
        QCOMPARE(program.run({u"endpoint"_s, u"remove"_s, u"quick"_s}).status, 2);
    }

    void theUsualKeyIsNotSentToAnAddressThatIsNotTheProviders() {
        const Program program;
        TruthServer server(answer);
        QCOMPARE(program
                     .run({u"endpoint"_s, u"add"_s, u"o"_s, u"--provider"_s, u"openai"_s, u"--model"_s,
                           u"M"_s, u"--base-url"_s, urlOf(server, "/v1")})
                     .status,
                 0);
        program.run({u"endpoint"_s, u"test"_s, u"o"_s});
        QCOMPARE(server.requests().size(), std::size_t{1});
        QVERIFY(server.requests()[0].head.find("SECRET") == std::string::npos);
    }

    void whatIsWrongWithAnEndpointIsSaidAtOnce() {
        const Program program;
        const auto status = [&](const QStringList& more) {
            return program.run(QStringList{u"endpoint"_s, u"add"_s, u"e"_s} + more).status;
        };
        QCOMPARE(status({u"--provider"_s, u"vllm"_s, u"--model"_s, u"M"_s, u"--base-url"_s,
                         u"file:///etc/passwd"_s}),
                 2);
        QCOMPARE(program
                     .run({u"endpoint"_s, u"add"_s, u"two\nlines"_s, u"--provider"_s, u"openai"_s,
                           u"--model"_s, u"M"_s})
                     .status,
                 2);
        QCOMPARE(status({u"--provider"_s, u"nobody"_s, u"--model"_s, u"M"_s}), 2);
        QCOMPARE(status({u"--provider"_s, u"openai"_s}), 2);
        QCOMPARE(status({u"--provider"_s, u"vllm"_s, u"--model"_s, u"M"_s}), 2);
        QCOMPARE(status({u"--provider"_s, u"vllm"_s, u"--model"_s, u"M"_s, u"--base-url"_s,
                         u"http://me:pass@h"_s}),
                 2);
        QCOMPARE(status({u"--provider"_s, u"openai"_s, u"--model"_s, u"M"_s, u"--option"_s, u"nothing"_s}),
                 2);
        const QStringList vllm{u"--provider"_s, u"vllm"_s,       u"--model"_s,
                               u"M"_s,          u"--base-url"_s, u"http://h"_s};
        QCOMPARE(status(vllm + QStringList{u"--option"_s, u"api-key=sk-0123456789"_s}), 2);
        QCOMPARE(status(vllm + QStringList{u"--option"_s, u"contxt=9"_s}), 2);
        QCOMPARE(status(vllm + QStringList{u"--key-variable"_s, u"sk-0123456789"_s}), 2);
        QCOMPARE(status({u"--provider"_s, u"vllm"_s, u"--model"_s, u"M"_s, u"--base-url"_s,
                         u"http://h/v1?key=sk-0123456789"_s}),
                 2);
        QCOMPARE(status({u"--provider"_s, u"local"_s, u"--model"_s, u"/tmp"_s}), 2); // a folder
        QVERIFY(!program.contents(u"library.sqlite3"_s).contains("sk-0123456789"));
        QCOMPARE(program.run({u"endpoint"_s, u"remove"_s, u"nowhere"_s}).status, 2); // makes the library
        QCOMPARE(program.run({u"endpoint"_s, u"test"_s, u"nowhere"_s}).status, 2);
        const Answer providers = program.run({u"--json"_s, u"endpoint"_s, u"list"_s, u"--providers"_s});
        QVERIFY(providers.json().array().size() >= 16);
    }

    void aPlanIsRunKeptAndReported() {
        const Program program;
        TruthServer server(answer);
        for (const auto& name : {u"quick"_s, u"slow"_s})
            QCOMPARE(addEndpoint(program, server, name).status, 0);
        QVERIFY(program.write(u"plan.json"_s,
                              "{\"name\": \"two\", \"endpoints\": [\"quick\", \"slow\"],"
                              "\"load\": {\"kind\": \"pairs\", \"requests\": 12, \"warmup\": 1},"
                              "\"budget\": {\"usd\": 1}}"));
        const Answer ran = program.run({u"--json"_s, u"latency"_s, u"run"_s, program.path(u"plan.json"_s)});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const QJsonObject report = ran.json().object();
        QCOMPARE(report["state"_L1].toString(), u"finished"_s);
        const QJsonArray endpoints = report["endpoints"_L1].toArray();
        QCOMPARE(endpoints.size(), 2);
        const QJsonObject quick = endpoints[0].toObject();
        QCOMPARE(quick["outcomes"_L1].toObject()["success"_L1].toInt(), 12);
        const QJsonArray percentiles =
            quick["metrics"_L1].toObject()["ttft"_L1].toObject()["percentiles"_L1].toArray();
        QVERIFY(percentiles[0].toObject()["value"_L1].toDouble() > 0);
        QCOMPARE(percentiles[3].toObject()["not_enough_data"_L1].toBool(), true);
        QCOMPARE(percentiles[3].toObject()["needed"_L1].toInt(), 368);
        QVERIFY(quick["usd_per_successful_token"_L1].toDouble() > 0);
        bool decided = false;
        for (const auto& one : report["comparisons"_L1].toArray()) {
            const QJsonObject comparison = one.toObject();
            QCOMPARE(comparison["pairs"_L1].toInt(), 12);
            if (comparison["metric"_L1].toString() == u"e2e"_s)
                decided = comparison["verdict"_L1].toString() == u"a_faster_in_this_window"_s;
        }
        QVERIFY(decided); // 24 ms against 8
        const Answer again = program.run({u"--json"_s, u"latency"_s, u"report"_s, u"1"_s});
        QCOMPARE(again.out, ran.out);
        const Answer text = program.run({u"latency"_s, u"report"_s, u"1"_s});
        QVERIFY2(text.out.contains("quick is faster in this window"), text.out.constData());
        QVERIFY(text.out.contains("not enough data: 12 of 368") && !text.out.contains("needs "));
        for (const char* words : {"finished; our own client was at most", "spent $",
                                  "an answer has 4 tokens in the median", "between chunks", "tokens a chunk"})
            QVERIFY2(text.out.contains(words), text.out.constData());
        // Each answer told what it used.
        QCOMPARE(report["spent_at_most"_L1], QJsonValue(false));
        QVERIFY(report["spent_usd"_L1].toDouble() > 0);
        QCOMPARE(program.run({u"--json"_s, u"latency"_s, u"runs"_s}).json().array().size(), 1);
        QVERIFY(program.run({u"latency"_s, u"runs"_s}).out.contains("finished"));
        QCOMPARE(program.run({u"latency"_s, u"report"_s, u"2"_s}).status, 2);

        // One run, however often it is named, is one session.
        const Answer five =
            program.run({u"--json"_s, u"latency"_s, u"compare"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s});
        QCOMPARE(five.status, 0);
        const QJsonObject all = five.json().object();
        QCOMPARE(all["comparisons"_L1][0]["sessions"_L1].toInt(), 1);
        QCOMPARE(all["comparisons"_L1][0]["verdict"_L1].toString(), u"not_enough_data"_s);
        QCOMPARE(all["kinds_of_comparisons"_L1].toInt(), 1);
        QCOMPARE(all["named_more_than_once"_L1].toArray().size(), 1);
        // What the text puts beside each other.
        const QJsonValue beside0 = all["runs"_L1][0]["endpoints"_L1][0];
        QVERIFY(beside0["ttft_ms"_L1]["value"_L1].isDouble() && beside0["e2e_ms"_L1]["value"_L1].isDouble());
        QVERIFY(beside0["e2e_tokens_per_second"_L1]["value"_L1].isDouble());
        QVERIFY(five.err.contains("named more than once"));

        // Two runs stand beside each other, whatever they say together.
        QCOMPARE(program.run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s)}).status, 0);
        const Answer beside = program.run({u"latency"_s, u"compare"_s, u"1"_s, u"2"_s});
        QCOMPARE(beside.status, 0);
        for (const char* words : {"run 1", "run 2", "ttft (ms)", "tokens/s after the first",
                                  "a million tokens", "1 session, 5 are needed"})
            QVERIFY2(beside.out.contains(words), beside.out.constData());
    }

    void runsOfSeveralPlacesAreToldApartAndNeverPutTogether() {
        const Program program, there;
        TruthServer server(answer);
        for (const Program* one : {&program, &there})
            for (const QString& name : {u"quick"_s, u"slow"_s})
                QCOMPARE(addEndpoint(*one, server, name).status, 0);
        const QByteArray plan = "{\"name\": \"p\", \"endpoints\": [\"quick\", \"slow\"],"
                                "\"load\": {\"kind\": \"pairs\", \"requests\": 7, \"warmup\": 0}}";
        QVERIFY(program.write(u"plan.json"_s, plan) && there.write(u"plan.json"_s, plan));
        QCOMPARE(program
                     .run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s), u"--place"_s,
                           u"Frankfurt (eu-central-1)"_s})
                     .status,
                 0);
        // A plan may name it as well; it travels with the run.
        QVERIFY(there.write(u"plan.json"_s,
                            QByteArray(plan).replace("{\"name\"", "{\"place\": \"Tokyo\", \"name\"")));
        QCOMPARE(there.run({u"latency"_s, u"run"_s, there.path(u"plan.json"_s)}).status, 0);
        const QString file = there.path(u"run.json"_s);
        QCOMPARE(there.run({u"latency"_s, u"export"_s, u"1"_s, u"--to"_s, file}).status, 0);
        QCOMPARE(program.run({u"latency"_s, u"import"_s, file}).status, 0);

        const Answer rows = program.run({u"latency"_s, u"runs"_s});
        QVERIFY2(rows.out.contains("Frankfurt (eu-central-1)") && rows.out.contains("Tokyo"),
                 rows.out.constData());
        const QJsonArray listed = program.run({u"--json"_s, u"latency"_s, u"runs"_s}).json().array();
        QCOMPARE(listed.size(), 2);
        for (const auto& one : listed) {
            QVERIFY(!one.toObject()["machine"_L1].toString().isEmpty());
            QVERIFY(!one.toObject()["place"_L1].toString().isEmpty());
        }
        const Answer report = program.run({u"latency"_s, u"report"_s, u"2"_s});
        QVERIFY2(report.out.contains("from Tokyo, on Linux"), report.out.left(400).constData());
        const QJsonObject json =
            program.run({u"--json"_s, u"latency"_s, u"report"_s, u"2"_s}).json().object();
        QCOMPARE(json["place"_L1].toString(), u"Tokyo"_s);
        QVERIFY(json["machine"_L1].toString().startsWith(u"Linux"_s));
        // Within the hour of one another, and yet both count: each in its place.
        const Answer compared = program.run({u"latency"_s, u"compare"_s, u"1"_s, u"2"_s});
        for (const char* words : {"made from 2 places", "from Tokyo: quick and slow: 1 session",
                                  "from Frankfurt (eu-central-1): quick"})
            QVERIFY2(compared.out.contains(words), compared.out.constData());
        QVERIFY(!compared.out.contains("not counted"));
        const QJsonObject all =
            program.run({u"--json"_s, u"latency"_s, u"compare"_s, u"1"_s, u"2"_s}).json().object();
        QCOMPARE(all["places"_L1].toArray().size(), 2);
        QCOMPARE(all["runs"_L1][1]["place"_L1].toString(), u"Tokyo"_s);
        for (const auto& one : all["comparisons"_L1].toArray())
            QCOMPARE(one.toObject()["sessions"_L1].toInt(), 1);
    }

    void aRunKeepsTheEndpointsThatItAsked() {
        const Program program;
        TruthServer server(answer);
        QCOMPARE(addEndpoint(program, server, u"quick"_s).status, 0);
        QVERIFY(program.write(u"plan.json"_s, "{\"endpoints\": [\"quick\"], \"load\": {\"requests\": 3}}"));
        QCOMPARE(program.run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s)}).status, 0);
        const double cost = program.run({u"--json"_s, u"latency"_s, u"report"_s, u"1"_s})
                                .json()
                                .object()["endpoints"_L1]
                                .toArray()[0]
                                .toObject()["usd_per_successful_token"_L1]
                                .toDouble();
        QVERIFY(cost > 0);
        QCOMPARE(program
                     .run({u"endpoint"_s, u"add"_s, u"quick"_s, u"--provider"_s, u"vllm"_s, u"--model"_s,
                           u"another"_s, u"--base-url"_s, u"http://elsewhere"_s, u"--option"_s,
                           u"price-input=100"_s, u"--option"_s, u"price-output=200"_s})
                     .status,
                 0);
        const QJsonObject endpoint = program.run({u"--json"_s, u"latency"_s, u"report"_s, u"1"_s})
                                         .json()
                                         .object()["endpoints"_L1]
                                         .toArray()[0]
                                         .toObject();
        QCOMPARE(endpoint["usd_per_successful_token"_L1].toDouble(), cost);
    }

    void whyNothingWasAnsweredIsSaidAndTheRunHasFailed() {
        const Program program;
        TruthServer server([](const TruthServer::Request&) {
            return TruthServer::Script{{std::chrono::microseconds(0), parallax::test::answerOf(503, "{}"),
                                        TruthServer::Step::Then::GoOn}};
        });
        QCOMPARE(addEndpoint(program, server, u"quick"_s).status, 0);
        QVERIFY(program.write(u"plan.json"_s,
                              "{\"endpoints\": [\"quick\"], \"load\": {\"requests\": 3, \"warmup\": 0}}"));
        const Answer ran = program.run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s)});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.out.contains("why: 3 × http-503"), ran.out.constData());
        QVERIFY2(ran.out.contains("connections: 1 new, 2 kept"), ran.out.constData());
        QVERIFY2(ran.out.contains("availability at least 0.00 %"), ran.out.constData()); // of three, none
    }

    void theStreamBehindAPercentileIsOpened() {
        const Program program;
        TruthServer server(answer);
        for (const auto& name : {u"quick"_s, u"slow"_s})
            QCOMPARE(addEndpoint(program, server, name).status, 0);
        QVERIFY(program.write(u"plan.json"_s,
                              "{\"endpoints\": [\"quick\", \"slow\"],"
                              "\"load\": {\"kind\": \"pairs\", \"requests\": 8, \"warmup\": 1}}"));
        QCOMPARE(program.run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s)}).status, 0);
        const auto asked = [&](const QStringList& more) {
            return program.run(QStringList{u"--json"_s, u"latency"_s, u"report"_s, u"1"_s, u"--request"_s} +
                               more);
        };
        const Answer one = asked({u"3"_s, u"--endpoint"_s, u"slow"_s});
        QVERIFY2(one.status == 0, one.err.constData());
        const QJsonObject attempt = one.json().object();
        QCOMPARE(attempt["sequence"_L1].toInt(), 2); // people count from 1, as the window and tables do
        const QString stream = attempt["stream"_L1].toString();
        QVERIFY(stream.startsWith(u"data: {\"choices\""_s) && stream.endsWith(u"data: [DONE]\n\n"_s));
        QCOMPARE(attempt["stream_bytes"_L1].toInt(), stream.size());

        const Answer median = asked({u"p50"_s, u"--endpoint"_s, u"slow"_s, u"--metric"_s, u"e2e"_s});
        QVERIFY2(median.status == 0, median.err.constData());
        QVERIFY(median.json().object()["sequence"_L1].toInt() >= 1); // no warm-up
        QVERIFY(median.json().object()["stream"_L1].toString().endsWith(u"[DONE]\n\n"_s));
        const Answer text = program.run(
            {u"latency"_s, u"report"_s, u"1"_s, u"--request"_s, u"p50"_s, u"--endpoint"_s, u"quick"_s});
        QVERIFY2(text.out.contains("The stream as it came:\n\ndata: {"), text.out.constData());
        QVERIFY(text.out.contains("decode: "));

        const Answer rare = asked({u"p99"_s, u"--endpoint"_s, u"slow"_s});
        QCOMPARE(rare.status, 1); // nothing is wrong with the command line
        QVERIFY2(rare.err.contains("needs 368 answers") && !rare.err.contains("--help"),
                 rare.err.constData());
        for (const QStringList& wrong :
             {QStringList{u"3"_s}, QStringList{u"10"_s, u"--endpoint"_s, u"slow"_s},
              QStringList{u"0"_s, u"--endpoint"_s, u"slow"_s},
              QStringList{u"p42"_s, u"--endpoint"_s, u"slow"_s},
              QStringList{u"x"_s, u"--endpoint"_s, u"slow"_s},
              QStringList{u"p50"_s, u"--endpoint"_s, u"slow"_s, u"--metric"_s, u"speed"_s}})
            QCOMPARE(asked(wrong).status, 2);
        const Answer third = program.run(
            {u"latency"_s, u"report"_s, u"1"_s, u"--request"_s, u"3"_s, u"--endpoint"_s, u"slow"_s});
        QVERIFY2(third.out.startsWith("Request 3 to slow"), third.out.constData());
        const Answer table = program.run({u"latency"_s, u"export"_s, u"1"_s, u"--format"_s, u"csv"_s});
        QVERIFY2(table.out.contains("endpoint,request,step") && table.out.contains("slow,1,1,1,") &&
                     table.out.contains("slow,9,1,0,") && !table.out.contains("slow,0,"),
                 table.out.left(400).constData());
        const Answer exported = program.run({u"latency"_s, u"export"_s, u"1"_s});
        QVERIFY(exported.out.contains("\"stream\":\"data: {"));
        for (const Answer& each : {one, text, exported})
            QVERIFY(!each.out.contains("SECRET"));
    }

    void aPlanThatCannotBeRunSendsNothing() {
        const Program program;
        TruthServer server(answer);
        QCOMPARE(addEndpoint(program, server, u"quick"_s).status, 0);
        QVERIFY(program.write(u"plan.json"_s, "{\"endpoints\": [\"quick\", \"other\"]}"));
        const Answer ran = program.run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s)});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.err.contains("other"));
        // What helps is where a plan is described, not how commands are spelt.
        QVERIFY2(ran.err.contains("docs/latency.md") && !ran.err.contains("--help"), ran.err.constData());
        QCOMPARE(program.run({u"latency"_s, u"run"_s, u"/nowhere.json"_s}).status, 1);
        QCOMPARE(program.run({u"latency"_s, u"run"_s, u"/tmp"_s}).status, 1);
        QCOMPARE(program.run({u"latency"_s, u"run"_s, u"/dev/zero"_s}).status, 1);
        QVERIFY(program.write(u"certificate.json"_s,
                              "{\"endpoints\": [\"quick\"], \"trusted_certificates\": \"/nowhere.pem\"}"));
        QCOMPARE(program.run({u"latency"_s, u"run"_s, program.path(u"certificate.json"_s)}).status, 2);
        const QByteArray deep = QByteArray(1 << 17, '[') + QByteArray(1 << 17, ']');
        QVERIFY(program.write(u"deep.json"_s, "{\"endpoints\": [\"quick\"], \"load\": " + deep + "}"));
        const Answer nested = program.run({u"latency"_s, u"run"_s, program.path(u"deep.json"_s)});
        QCOMPARE(nested.status, 2);
        QVERIFY2(nested.err.contains("nests too deep"), nested.err.constData());
        QVERIFY(program.write(u"damaged.json"_s, "{\"format\": \"parallax-latency-runs\""));
        const Answer damaged = program.run({u"latency"_s, u"import"_s, program.path(u"damaged.json"_s)});
        QCOMPARE(damaged.status, 1);
        QVERIFY2(!damaged.err.contains("permissions"), damaged.err.constData());
        QVERIFY(server.requests().empty());
        QVERIFY(program.run({u"--json"_s, u"latency"_s, u"runs"_s}).json().array().isEmpty());
    }

    void whatWasMeasuredBeforeAKillIsInTheLibrary() {
        const Program program;
        TruthServer server(answer);
        QCOMPARE(addEndpoint(program, server, u"slow"_s).status, 0);
        QVERIFY(
            program.write(u"plan.json"_s, "{\"endpoints\": [\"slow\"], \"load\": {\"requests\": 100000}}"));
        QProcess process;
        process.start(QStringLiteral(PARALLAX_PROGRAM),
                      {u"--library"_s, program.path(u"library.sqlite3"_s), u"latency"_s, u"run"_s,
                       program.path(u"plan.json"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > 60, 60000);
        process.kill();
        QVERIFY(process.waitForFinished(60000));
        const Answer report = program.run({u"--json"_s, u"latency"_s, u"report"_s, u"1"_s});
        QVERIFY2(report.status == 0, report.err.constData());
        QCOMPARE(report.json().object()["state"_L1].toString(), u"under_way"_s);
        QVERIFY(report.json()
                    .object()["endpoints"_L1]
                    .toArray()[0]
                    .toObject()["outcomes"_L1]
                    .toObject()["success"_L1]
                    .toInt() > 0);
    }
};

PARALLAX_LOOP_TEST(TestLatencyCli)

} // namespace test_latency_cli
#include "test_latency_cli.moc"
