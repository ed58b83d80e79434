// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <atomic>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "data/store/attempt_json.h"
#include "data/store/library.h"
#include "data/store/measure_store.h"
#include "data/store/measure_writer.h"
#include "data/store/run_plan.h"
#include "data/store/statement.h"
#include "tests/data/store/store_fixture.h"
#include "tests/test_program.h"

namespace test_measure_store {

using namespace parallax::data;
using parallax::data::testing::Folder;

namespace {

Attempt fullAttempt() {
    Attempt attempt;
    attempt.endpoint = "e";
    attempt.sequence = 7;
    attempt.step = 3;
    attempt.warmup = true;
    attempt.time = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, {}};
    attempt.time.chunks = {{10, 200, 3, TokenChannel::Reasoning, false},
                           {12, 201, 4, TokenChannel::Text, true}};
    attempt.outcome = Outcome::Provider;
    attempt.fault = "in-stream";
    attempt.faultText = "日 \"x\"";
    attempt.status = 200;
    attempt.connection = ConnectionKind::TlsResumed;
    attempt.httpVersion = "1.1";
    attempt.remoteAddress = "127.0.0.1";
    attempt.usage = {1, 2, 3, 4, 5, 6, 7};
    attempt.finishReason = "length";
    attempt.model = "M";
    attempt.fingerprint = "fp_44709d6fcb";
    attempt.serviceTier = "priority";
    attempt.serverLatencyMs = 411;
    attempt.retryAfterMs = 20;
    attempt.lenientEnd = true;
    attempt.buffered = true;
    attempt.loopLag = 99;
    attempt.headers = {{"x-request-id", "r"}};
    attempt.opening = "data: a";
    attempt.closing = "[DONE]";
    attempt.simulation = "s";
    attempt.wallClock = "2026-11-25T22:00:00Z";
    return attempt;
}

Endpoint endpointNamed(const std::string& name) {
    Endpoint endpoint;
    endpoint.name = name;
    endpoint.provider = "azure";
    endpoint.model = "dep";
    endpoint.region = "eastus";
    endpoint.keyVariable = "MY_KEY";
    endpoint.options = {{"resource", "res"}};
    return endpoint;
}

} // namespace

class TestMeasureStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void anAttemptIsKeptWhole() {
        const Attempt attempt = fullAttempt();
        const std::string json = attemptToJson(attempt);
        const Attempt back = attemptFromJson(json);
        QCOMPARE(attemptToJson(back), json);
        QCOMPARE(back.time.chunks.size(), std::size_t{2});
        QCOMPARE(back.time.firstText, RunTime{11});
        QVERIFY(back.time.chunks[0].channel == TokenChannel::Reasoning && back.time.chunks[1].coalesced);
        QVERIFY(back.connection == ConnectionKind::TlsResumed && back.outcome == Outcome::Provider);
        QCOMPARE(back.faultText, std::string("日 \"x\""));
        QCOMPARE(back.headers, attempt.headers);
        QCOMPARE(back.model, std::string("M"));
        QCOMPARE(back.fingerprint, attempt.fingerprint);
        QCOMPARE(back.serviceTier, attempt.serviceTier);
        QCOMPARE(back.usage.ownOutput, std::int64_t{7});
        QVERIFY(back.warmup && back.lenientEnd && back.buffered);
    }

    void theStreamOfAnAttemptIsKeptByteForByteAndApart() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.id = store.beginRun(run);
        std::string bytes;
        for (int i = 0; i < 256 * 200; ++i) // every byte, zeros too
            bytes.push_back(static_cast<char>(i % 256));
        Attempt attempt = fullAttempt();
        attempt.stream = std::make_shared<const RawStream>(RawStream{bytes, 12});
        attempt.streamBytes = static_cast<std::int64_t>(bytes.size()) + 12;
        Attempt without = fullAttempt();
        without.sequence = 8;
        store.addAttempts(run.id, std::vector{attempt, without});
        const auto found = store.attempt(run.id, "e", 7, 3);
        QVERIFY(found && found->stream);
        QVERIFY(found->stream->bytes == bytes);
        QCOMPARE(found->stream->leftOut, std::int64_t{12});
        QCOMPARE(found->streamBytes, attempt.streamBytes);
        QVERIFY(!store.attempt(run.id, "e", 8, 3)->stream);
        for (const Attempt& one : store.attempts(run.id)) // many at once come without
            QVERIFY(!one.stream);
        QVERIFY(queryInteger(library, "SELECT length(content) FROM measure_stream") < 20'000);
        QVERIFY(store.removeRun(run.id));
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM measure_stream"), std::int64_t{0});
    }

    void aDamagedStreamIsNone() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.id = store.beginRun(run);
        Attempt attempt = fullAttempt();
        attempt.stream = std::make_shared<const RawStream>(RawStream{std::string(100'000, 'x'), 0});
        store.addAttempts(run.id, std::span(&attempt, 1));
        for (const char* damage :
             {"UPDATE measure_stream SET size = size - 1", "UPDATE measure_stream SET size = 1 << 40",
              "UPDATE measure_stream SET size = -1",
              "UPDATE measure_stream SET size = 100000, content = x'00'",
              "UPDATE measure_stream SET content = 'text'"}) {
            execute(library, damage);
            const auto found = store.attempt(run.id, "e", 7, 3);
            QVERIFY2(found && !found->stream, damage);
        }
    }

    void aRunKeepsStreamsUpToItsBudgetAndTheAttemptsAllTheSame() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.id = store.beginRun(run);
        Attempt attempt = fullAttempt();
        attempt.stream = std::make_shared<const RawStream>(RawStream{std::string(mostStreamKept, 'x'), 0});
        const std::size_t fitting = mostStreamsKept / mostStreamKept;
        for (std::size_t i = 0; i < fitting + 2; ++i) { // several batches, as a run writes them
            attempt.sequence = static_cast<std::int64_t>(i);
            store.addAttempts(run.id, std::span(&attempt, 1));
        }
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM measure_stream"),
                 static_cast<std::int64_t>(fitting));
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM measure_attempt"),
                 static_cast<std::int64_t>(fitting) + 2);
        QVERIFY(store.attempt(run.id, "e", 0, 3)->stream);
        const auto last = store.attempt(run.id, "e", static_cast<std::int64_t>(fitting) + 1, 3);
        QVERIFY(!last->stream);
        QCOMPARE(last->opening, std::string("data: a"));
    }

    void theNewestOfEachEndpointIsFoundByAnIndexAlone() {
        const Folder folder;
        Library library(folder.library());
        Statement plan(library,
                       "EXPLAIN QUERY PLAN SELECT max(id) FROM measure_attempt WHERE outcome <> 6 AND "
                       "endpoint = 'a'");
        std::string steps;
        while (plan.step())
            steps += plan.text(3) + '\n';
        QVERIFY2(steps.find("USING INDEX measure_attempt_latest") != std::string::npos, steps.c_str());
    }

    void oneAttemptAndTheLatestOfEachEndpointAreFound() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        std::vector<RunId> runs;
        for (int i = 0; i < 2; ++i) {
            MeasureRun run;
            run.name = "run";
            runs.push_back(store.beginRun(run));
            std::vector<Attempt> attempts(4, fullAttempt());
            for (std::size_t j = 0; j < attempts.size(); ++j) {
                attempts[j].endpoint = j % 2 == 0 ? "a" : "b";
                attempts[j].sequence = static_cast<std::int64_t>(j / 2);
                attempts[j].status = 100 * (i + 1) + static_cast<int>(j);
            }
            attempts[3].outcome = Outcome::Cancelled;
            store.addAttempts(runs.back(), attempts);
        }
        const auto found = store.attempt(runs[1], "b", 0, 3);
        QVERIFY(found.has_value());
        QCOMPARE(found->status, 201);
        QCOMPARE(found->time.chunks.size(), std::size_t{2});
        QVERIFY(!store.attempt(runs[1], "b", 0, 4).has_value()); // of another step
        QVERIFY(!store.attempt(runs[1], "c", 0, 3).has_value());
        const auto latest = store.latestAttempts();
        QCOMPARE(latest.size(), std::size_t{2});
        QCOMPARE(latest[0].status, 202);
        QCOMPARE(latest[1].status, 201); // what we cancelled says nothing of its health
        std::size_t counted = 0;
        store.eachAttempt(runs[0], [&counted](Attempt&&) { ++counted; });
        QCOMPARE(counted, std::size_t{4});
        QVERIFY(store.removeRun(runs[0]));
        QVERIFY(!store.removeRun(runs[0]));
        QVERIFY(store.attempts(runs[0]).empty());
        QCOMPARE(store.attempts(runs[1]).size(), std::size_t{4});
    }

    void brokenRowsAreReadAsFarAsTheyGo() {
        for (const char* json :
             {"", "[]", "{",
              "{\"time\": 3, \"chunks\": [1, [1], {}], \"headers\": [[1]], \"outcome\": 99}"}) {
            const Attempt attempt = attemptFromJson(json);
            QCOMPARE(attempt.time.firstAny, never);
            QCOMPARE(attempt.usage.output, std::int64_t{-1});
            QVERIFY(attempt.time.chunks.empty());
        }
    }

    void endpointsAreReplacedByTheirName() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        store.saveEndpoint(endpointNamed("b"));
        store.saveEndpoint(endpointNamed("a"));
        Endpoint other = endpointNamed("a");
        other.model = "other";
        other.options.clear();
        store.saveEndpoint(other);
        QCOMPARE(store.endpoints().size(), std::size_t{2});
        QCOMPARE(store.endpoints()[0].model, std::string("other"));
        QVERIFY(store.endpoints()[0].options.empty());
        QCOMPARE(store.endpoint("b")->options.at("resource"), std::string("res"));
        QCOMPARE(store.endpoint("b")->keyVariable, std::string("MY_KEY"));
        QVERIFY(!store.endpoint("c").has_value());
        QVERIFY(store.removeEndpoint("a"));
        QVERIFY(!store.removeEndpoint("a"));
    }

    void runsKeepTheirAttemptsInOrder() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.name = "first";
        run.plan = "{}";
        run.begunAt = "2026-11-25T22:00:00Z";
        run.id = store.beginRun(run);
        std::vector<Attempt> attempts(3, fullAttempt());
        for (std::size_t i = 0; i < 3; ++i)
            attempts[i].sequence = static_cast<std::int64_t>(i);
        store.addAttempts(run.id, attempts);
        QVERIFY(store.run(run.id)->state == MeasureState::UnderWay);
        run.state = MeasureState::BudgetReached;
        run.endedAt = "2026-11-25T22:01:00Z";
        run.windowBegin = 5;
        run.windowEnd = 9;
        run.spent = 1'000'000'000'000;
        store.endRun(run);
        const MeasureRun back = store.run(run.id).value();
        QVERIFY(back.state == MeasureState::BudgetReached);
        QCOMPARE(back.spent, std::int64_t{1'000'000'000'000});
        QCOMPARE(back.windowEnd, RunTime{9});
        QVERIFY(!back.uid.empty());
        const auto found = store.attempts(run.id);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(found[2].sequence, std::int64_t{2});
        run.name = "second";
        store.beginRun(run);
        QCOMPARE(store.runs().at(0).name, std::string("second"));
        QVERIFY(!store.run(99).has_value());
    }

    void theWriterWritesOnAConnectionOfItsOwnWhileTheRunGoesOn() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.id = store.beginRun(run);
        MeasureWriter writer(folder.library(), run.id);
        writer.add(fullAttempt());
        QTRY_COMPARE_WITH_TIMEOUT(store.attempts(run.id).size(), std::size_t{1},
                                  20000); // not only at the end
        for (int i = 0; i < 100; ++i)
            writer.add(fullAttempt());
        writer.finish();
        QCOMPARE(store.attempts(run.id).size(), std::size_t{101});
    }

    void whatTakesLongIsDoneBeforeAnAttemptIsWrittenAndNeverByWhoMeasures() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.id = store.beginRun(run);
        std::atomic<bool> ours = false;
        MeasureWriter writer(folder.library(), run.id, {},
                             [&ours, here = std::this_thread::get_id()](Attempt& attempt) {
                                 ours = ours || std::this_thread::get_id() == here;
                                 attempt.usage.ownOutput = static_cast<std::int64_t>(attempt.text.size());
                                 attempt.text.clear();
                             });
        Attempt attempt = fullAttempt();
        attempt.text = "visible text";
        writer.add(std::move(attempt));
        writer.finish();
        QVERIFY(!ours);
        QCOMPARE(store.attempts(run.id).at(0).usage.ownOutput, std::int64_t{12});
        QVERIFY(attemptToJson(store.attempts(run.id).at(0)).find("visible") == std::string::npos);
    }

    // Another process is at its own work for longer than a connection waits (5 s).
    void whatCameWhileTheLibraryWasBusyIsWrittenAfterThat() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.id = store.beginRun(run);
        bool broken = false;
        MeasureWriter writer(folder.library(), run.id, [&broken] { broken = true; });
        execute(library, "BEGIN IMMEDIATE");
        for (int i = 0; i < 3; ++i)
            writer.add(fullAttempt());
        QTest::qWait(6500);
        writer.add(fullAttempt());
        execute(library, "COMMIT");
        writer.finish();
        QVERIFY(!broken);
        QCOMPARE(store.attempts(run.id).size(), std::size_t{4});
        QCOMPARE(writer.lost(), std::size_t{0});
    }

    void aLibraryThatTakesNoMoreIsSaidAtOnceAndWhatWasKeptStays() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        MeasureRun run;
        run.id = store.beginRun(run);
        std::atomic<int> broken = 0;
        MeasureWriter writer(folder.library(), run.id, [&broken] { ++broken; });
        writer.add(fullAttempt());
        QTRY_COMPARE_WITH_TIMEOUT(store.attempts(run.id).size(), std::size_t{1}, 20000);
        execute(library, "CREATE TRIGGER full BEFORE INSERT ON measure_attempt BEGIN SELECT RAISE(FAIL, "
                         "'database or disk is full'); END");
        writer.add(fullAttempt());
        QTRY_COMPARE_WITH_TIMEOUT(broken.load(), 1, 20000); // while the run goes on
        writer.add(fullAttempt());
        QVERIFY_EXCEPTION_THROWN(writer.finish(), parallax::Error);
        QCOMPARE(writer.lost(), std::size_t{2});
        QCOMPARE(broken.load(), 1);
        QCOMPARE(store.attempts(run.id).size(), std::size_t{1});
    }

    void aPlanKeepsWhatItsNamesMeant() {
        const Folder folder;
        Library library(folder.library());
        MeasureStore store(library);
        Endpoint endpoint = endpointNamed("east");
        endpoint.options[keyPlaceOption] = keyPlaceKeychain;
        store.saveEndpoint(endpoint);
        const std::string plan = R"({"endpoints": ["east", "gone"], "load": {"requests": 3}})";
        const std::string kept = resolvedPlan(store, plan);
        endpoint.model = "another";
        store.saveEndpoint(endpoint);
        QVERIFY(kept.find("\"model\":\"dep\"") != std::string::npos);
        QVERIFY(kept.find("\"gone\"") != std::string::npos &&
                kept.find("\"requests\":3") != std::string::npos);
        QVERIFY(kept.find("keychain") != std::string::npos); // of this machine
        QVERIFY(portablePlan(store, kept).find("keychain") == std::string::npos);
        QVERIFY(portablePlan(store, plan).find("\"model\":\"another\"") != std::string::npos);
        QCOMPARE(resolvedPlan(store, kept), kept);
        QCOMPARE(resolvedPlan(store, "no plan"), std::string("no plan"));
    }
};

PARALLAX_LOOP_TEST(TestMeasureStore)

} // namespace test_measure_store
#include "test_measure_store.moc"
