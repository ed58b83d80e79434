// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>

#include "base/sanitizers.h"
#include "tests/app/program.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/test_program.h"

namespace test_clock_step {

// A run whose wall clock steps while it is under way (libfaketime; the monotonic clock is left alone).

using namespace Qt::StringLiterals;
using parallax::test::Answer;
using parallax::test::Program;
using parallax::test::TruthServer;
using std::chrono::milliseconds;

namespace {

QString libfaketime() {
    for (const QString& root : {u"/usr/lib"_s, u"/usr/lib64"_s, u"/usr/local/lib"_s}) {
        QStringList folders{root};
        for (const QString& name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders << root + u'/' + name;
        for (const QString& folder : folders)
            if (const QString file = folder + u"/faketime/libfaketimeMT.so.1"_s; QFile::exists(file))
                return file;
    }
    return {};
}

// Milliseconds between two instants of the run.
double between(const QJsonObject& attempt, QLatin1StringView from, QLatin1StringView to) {
    const QJsonObject time = attempt["time"_L1].toObject();
    return (time[to].toDouble() - time[from].toDouble()) / 1e6;
}

} // namespace

class TestClockStep : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aStepOfTheWallClockMovesNoIntervalAndLosesNothing() {
#if PARALLAX_WITH_ASAN || PARALLAX_WITH_TSAN
        QSKIP("libfaketime asks for memory before a sanitizer is ready to give any");
#endif
        const QString library = libfaketime();
        if (library.isEmpty())
            QSKIP("libfaketime is not installed (Debian: faketime; scripts/setup --lint)");
        constexpr int requests = 30, tokens = 10;
        const Program program;
        const QString clock = program.path(u"clock"_s);
        QVERIFY(program.write(u"clock"_s, "+0\n"));
        std::atomic<int> served = 0;
        TruthServer server([&](const TruthServer::Request&) {
            if (const int number = ++served; number == 10) // back by three hours, then a day ahead
                program.write(u"clock"_s, "-3h\n");
            else if (number == 20)
                program.write(u"clock"_s, "+1d\n");
            return parallax::test::streamScript(tokens, milliseconds(4));
        });
        QVERIFY(program.write(u"plan.json"_s,
                              "{\"endpoints\": [{\"name\": \"e\", \"provider\": \"compatible\", \"model\": "
                              "\"M\", \"base_url\": \"" +
                                  QByteArray::fromStdString(server.url()) +
                                  "\"}], \"load\": {\"requests\": 30, \"warmup\": 0}, \"timeouts\": "
                                  "{\"silence_ms\": 20000, \"total_ms\": 60000}}"));
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, library);
        environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, clock);
        environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s);
        environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
        environment.insert(u"DONT_FAKE_MONOTONIC"_s, u"1"_s); // as older ones call it
        environment.insert(u"NO_FAKE_STAT"_s, u"1"_s);
        process.setProcessEnvironment(environment);
        const auto before = TruthServer::Clock::now();
        process.start(QStringLiteral(PARALLAX_PROGRAM),
                      {u"--library"_s, program.path(u"library.sqlite3"_s), u"--json"_s, u"latency"_s,
                       u"run"_s, program.path(u"plan.json"_s)});
        QVERIFY(process.waitForFinished(120'000));
        const double took =
            std::chrono::duration<double, std::milli>(TruthServer::Clock::now() - before).count();
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, err.constData());

        const Answer exported = program.run({u"latency"_s, u"export"_s, u"1"_s});
        QCOMPARE(exported.status, 0);
        const QJsonObject run = exported.json().object()["runs"_L1].toArray().at(0).toObject();
        QCOMPARE(run["state"_L1].toString(), u"finished"_s);
        const QJsonArray attempts = run["attempts"_L1].toArray();
        QCOMPARE(attempts.size(), qsizetype{requests}); // nothing is lost
        const auto sent = server.requests();
        QCOMPARE(sent.size(), std::size_t{requests});
        double ended = 0;
        qint64 farthestBack = 0, farthestAhead = 0;
        QDateTime last;
        for (qsizetype i = 0; i < attempts.size(); ++i) {
            const QJsonObject attempt = attempts[i].toObject();
            QCOMPARE(attempt["outcome"_L1].toInt(), 0);
            QCOMPARE(attempt["chunks"_L1].toArray().size(), qsizetype{tokens});
            // No interval is shorter than what the server really took, nor longer than the whole run.
            const double all = between(attempt, "submitted"_L1, "last"_L1);
            const auto& stamps = sent[static_cast<std::size_t>(i)].sent;
            const double truth =
                std::chrono::duration<double, std::milli>(stamps[tokens] - stamps[0]).count();
            QVERIFY2(all >= truth && all < took, qPrintable(QString::number(all)));
            const double submitted = attempt["time"_L1].toObject()["submitted"_L1].toDouble();
            QVERIFY(submitted >= ended); // one after the other, whatever a clock on the wall says
            ended = attempt["time"_L1].toObject()["end"_L1].toDouble();
            const auto wall = QDateTime::fromString(attempt["wall_clock"_L1].toString(), Qt::ISODate);
            QVERIFY(wall.isValid());
            if (last.isValid()) {
                farthestBack = std::min(farthestBack, last.secsTo(wall));
                farthestAhead = std::max(farthestAhead, last.secsTo(wall));
            }
            last = wall;
        }
        QVERIFY(ended / 1e6 < took);
        // It did step: else nothing was tested.
        QVERIFY2(farthestBack < -2 * 3600, qPrintable(QString::number(farthestBack)));
        QVERIFY2(farthestAhead > 20 * 3600, qPrintable(QString::number(farthestAhead)));
    }
};

PARALLAX_LOOP_TEST(TestClockStep)

} // namespace test_clock_step
#include "test_clock_step.moc"
