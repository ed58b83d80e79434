// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <cstdint>
#include <string>

#include "engine/inference/cuda/card.h"
#include "tests/app/program.h"
#include "tests/engine/serve/http.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_serve_cli {

// `serve`, and the same model timed in process and through a server, as a script sees it.

using namespace Qt::StringLiterals;
using parallax::test::Answer;
using parallax::test::Http;
using parallax::test::Program;
using parallax::test::Reply;

namespace {

bool writeModel(const Program& program) {
    return program.write(u"tiny.gguf"_s, QByteArray::fromStdString(parallax::test::makeTinyModel({})));
}

} // namespace

class TestServeCli : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aModelIsServedUntilASignal_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void aModelIsServedUntilASignal() {
        QFETCH(int, signal);
        const Program program;
        QVERIFY(writeModel(program));
        QProcess process;
        process.start(
            QStringLiteral(PARALLAX_PROGRAM),
            {u"--json"_s, u"serve"_s, u"--model"_s, program.path(u"tiny.gguf"_s), u"--threads"_s, u"1"_s});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 60'000);
        const QJsonObject said = QJsonDocument::fromJson(process.readLine()).object();
        const auto port = static_cast<std::uint16_t>(said["port"_L1].toInt());
        QCOMPARE(said["url"_L1].toString(), u"http://127.0.0.1:%1/v1"_s.arg(port));
        QCOMPARE(said["model"_L1].toString(), u"tiny"_s);
        // Why it is not a card, on machines without one.
        QCOMPARE(said["device_note"_L1].toString().toStdString(), parallax::inference::cardProblem());
        Http stream(port);
        stream.send(Http::post("/v1/chat/completions",
                               "{\"model\":\"tiny\",\"stream\":true,\"min_tokens\":4000,\"ignore_eos\":true,"
                               "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));
        QVERIFY(stream.readUntil("data: {"));
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(stream.read().whole); // told, not cut
    }

    void whatCannotBeServedIsSaid() {
        const Program program;
        QVERIFY(writeModel(program));
        QVERIFY(program.write(u"none.gguf"_s, "no model"));
        QCOMPARE(program.run({u"serve"_s, u"--model"_s, u"none.gguf"_s}).status, 1);
        QCOMPARE(program.run({u"serve"_s, u"--model"_s, u"nowhere.gguf"_s}).status, 1);
        QCOMPARE(program.run({u"serve"_s}).status, 2);
        QCOMPARE(program.run({u"serve"_s, u"--model"_s, u"tiny.gguf"_s, u"--port"_s, u"70000"_s}).status, 2);
    }

    void theSameModelIsTimedInProcessAndThroughItsServer() {
        const Program program;
        QVERIFY(writeModel(program));
        for (const auto& [name, provider] :
             {std::pair{u"here"_s, u"local"_s}, std::pair{u"served"_s, u"parallax"_s}})
            QCOMPARE(program
                         .run({u"endpoint"_s, u"add"_s, name, u"--provider"_s, provider, u"--model"_s,
                               u"tiny.gguf"_s, u"--option"_s, u"threads=1"_s})
                         .status,
                     0);
        QCOMPARE(program
                     .run({u"endpoint"_s, u"add"_s, u"gone"_s, u"--provider"_s, u"local"_s, u"--model"_s,
                           u"nowhere.gguf"_s})
                     .status,
                 1);
        for (const auto& name : {u"here"_s, u"served"_s}) {
            const Answer tested = program.run({u"--json"_s, u"endpoint"_s, u"test"_s, name});
            QVERIFY2(tested.status == 0, (tested.out + tested.err).constData());
            QVERIFY(tested.json().object()["ttft_ms"_L1].toDouble() > 0);
        }
        QVERIFY(program.write(
            u"plan.json"_s,
            "{\"endpoints\": [\"here\", \"served\"], \"load\": {\"requests\": 10, \"warmup\": 1},"
            "\"prompt\": {\"max_tokens\": 40, \"fixed_length\": true}, \"budget\": {\"usd\": 0}}"));
        const Answer ran = program.run({u"--json"_s, u"latency"_s, u"run"_s, u"plan.json"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const QJsonObject report = ran.json().object();
        for (const auto& one : report["endpoints"_L1].toArray()) {
            QCOMPARE(one.toObject()["outcomes"_L1].toObject()["success"_L1].toInt(), 10);
            const bool local = one.toObject()["endpoint"_L1].toString() == u"here"_s;
            QCOMPARE(one.toObject()["connections"_L1].toObject()["local"_L1].toInt(), local ? 10 : 0);
        }
        const QJsonArray overheads = report["overheads"_L1].toArray();
        QCOMPARE(overheads.size(), 3);
        QCOMPARE(overheads[0].toObject()["metric"_L1].toString(), u"ttfo"_s);
        QVERIFY(overheads[0].toObject()["added_ms"_L1].toObject().contains("value"_L1));
        const Answer text = program.run({u"latency"_s, u"report"_s, u"1"_s});
        QVERIFY2(text.out.contains("Client and transport add (served less here, 10 pairs)"),
                 text.out.constData());
        QCOMPARE(program.run({u"--json"_s, u"latency"_s, u"report"_s, u"1"_s}).out, ran.out);
    }
};

PARALLAX_LOOP_TEST(TestServeCli)

} // namespace test_serve_cli
#include "test_serve_cli.moc"
