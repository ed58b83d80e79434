// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "engine/inference/engine.h"
#include "engine/latency/local_engine.h"
#include "engine/latency/machine_cost.h"
#include "engine/latency/metrics.h"
#include "engine/latency/report.h"
#include "engine/latency/run.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_local {

using namespace parallax;
using namespace parallax::latency;
using data::never;
using data::Outcome;

namespace {

// A model file, and an endpoint that is it.
struct Local {
    Local() {
        std::ofstream(file(), std::ios::binary) << test::makeTinyModel({});
        endpoint.name = "here";
        endpoint.provider = "local";
        endpoint.model = file();
        endpoint.options = {{"threads", "1"}, {"context", "512"}};
        plan.endpoints = {endpoint};
        plan.load.requests = 6;
        plan.load.warmup = 1;
        plan.prompt.maxTokens = 12;
        plan.prompt.fixedLength = true;
    }
    std::string file() const { return folder.filePath("tiny.gguf").toStdString(); }

    QTemporaryDir folder;
    data::Endpoint endpoint;
    RunPlan plan;
};

struct Ran {
    RunResult result;
    std::vector<data::Attempt> attempts;
};

Ran ran(const RunPlan& plan, std::stop_token stop = {}, const EngineSource& engines = {}) {
    Ran out;
    out.result = runPlan(
        plan, {}, "2026-11-25", std::move(stop),
        [&](data::Attempt&& attempt) { out.attempts.push_back(std::move(attempt)); }, {}, engines);
    return out;
}

} // namespace

class TestLocal : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyFieldOfTheTimelineIsOnTheRunsClock() {
        const Local local;
        const Ran run = ran(local.plan);
        QCOMPARE(run.attempts.size(), std::size_t{7});
        data::RunTime before = 0;
        for (const data::Attempt& attempt : run.attempts) {
            QVERIFY2(attempt.outcome == Outcome::Success, attempt.faultText.c_str());
            const data::Timeline& time = attempt.time;
            const std::vector<data::RunTime> order{before,        time.scheduled, time.submitted, time.ready,
                                                   time.sent,     time.firstAny,  time.firstText, time.last,
                                                   time.terminal, time.end};
            QVERIFY(std::is_sorted(order.begin(), order.end()));
            before = time.end;
            for (const data::RunTime none : {time.dns, time.tcp, time.tls, time.header, time.firstByte})
                QCOMPARE(none, never);
            QVERIFY(attempt.connection == data::ConnectionKind::Local);
            QCOMPARE(attempt.usage.output, std::int64_t{12});
            QVERIFY(attempt.usage.input > 30); // the tiny model's tokens are bytes
            QVERIFY(time.chunks.size() >= 12 &&
                    time.chunks.size() <= 13); // one a token, and what was held back
            QVERIFY(std::is_sorted(time.chunks.begin(), time.chunks.end(),
                                   [](const auto& a, const auto& b) { return a.at < b.at; }));
            QCOMPARE(attempt.finishReason, std::string("length"));
            QCOMPARE(attempt.model, std::string("tiny"));
            QVERIFY(timeToFirstToken(time) > 0 && timePerOutputToken(attempt) > 0);
        }
    }

    void nobodyIsPaidUnlessTheEndpointSaysWhatItsMachineCosts() {
        Local local;
        local.plan.budget.money = 0;
        QVERIFY(!ran(local.plan).result.budgetReached);
        local.plan.endpoints[0].options["price-output"] = "2";
        QVERIFY(ran(local.plan).result.budgetReached);
    }

    void aTokensShareOfTheMachinesHourCountsWhatOverlapsOnce() {
        std::vector<data::Attempt> attempts(3);
        for (std::size_t i = 0; i < 3; ++i) {
            attempts[i].endpoint = "here";
            attempts[i].usage.output = 30;
        }
        attempts[0].time.submitted = 10'000'000'000;
        attempts[0].time.end = 14'000'000'000;
        attempts[1].time.submitted = 12'000'000'000; // two of its four seconds are the first one's
        attempts[1].time.end = 16'000'000'000;
        attempts[2].time.submitted = 30'000'000'000;
        attempts[2].time.end = 33'000'000'000;
        attempts[2].outcome = Outcome::Provider; // costs, and gives nothing
        QCOMPARE(busySeconds(attempts), 9.0);
        ReportOptions options;
        options.dollarsPerHour["here"] = 7.2;
        const Report report = reportOf(attempts, options);
        QVERIFY(std::abs(report.endpoints.at(0).dollarsPerToken.value() - 7.2 / 3600 * 9 / 60) < 1e-12);
        QCOMPARE(report.endpoints.at(0).dollarsPerHour.value(), 7.2);
        Local local;
        local.plan.endpoints[0].options["price-hour"] = "free";
        QVERIFY_EXCEPTION_THROWN(checkPlan(local.plan, "2026-11-25"), Error);
    }

    void manyAtOnceShareTheEngine() {
        Local local;
        local.plan.load.kind = LoadKind::Closed;
        local.plan.load.concurrency = 16;
        local.plan.load.requests = 48;
        const Ran run = ran(local.plan);
        QCOMPARE(run.attempts.size(), std::size_t{49});
        bool together = false;
        for (std::size_t i = 1; i < run.attempts.size(); ++i) {
            QVERIFY(run.attempts[i].outcome == Outcome::Success);
            together = together || run.attempts[i].time.submitted < run.attempts[i - 1].time.end;
        }
        QVERIFY(together);
    }

    void anEngineThatIsThereAlreadyIsUsed() {
        const Local local;
        const auto engine = openEngine(local.endpoint, {});
        int asked = 0;
        const Ran run = ran(local.plan, {}, [&](const data::Endpoint& endpoint) {
            ++asked;
            return endpoint.name == "here" ? engine : nullptr;
        });
        QCOMPARE(asked, 1); // once for the run, not once for each prompt
        QCOMPARE(run.attempts.size(), std::size_t{7});
    }

    void aPromptThatDoesNotFitIsRejected() {
        Local local;
        local.plan.prompt.text = std::string(2000, 'x');
        const Ran run = ran(local.plan);
        QCOMPARE(run.attempts.size(), std::size_t{7});
        QVERIFY(run.attempts[0].outcome == Outcome::Rejected);
        QCOMPARE(run.attempts[0].fault, std::string("context"));
        local.plan.prompt.text = "x";
        local.plan.prompt.maxTokens = 510; // could not be as long as it is to be
        QCOMPARE(ran(local.plan).attempts[0].fault, std::string("context"));
    }

    void silenceAndLengthHaveTheirLimits() {
        Local local;
        local.plan.endpoints[0].options["context"] = "4096";
        local.plan.prompt.maxTokens = 4000;
        local.plan.load.requests = 1;
        local.plan.load.warmup = 0;
        local.plan.client.totalTimeoutMs = 30;
        const Ran run = ran(local.plan);
        QCOMPARE(run.attempts.size(), std::size_t{1});
        QVERIFY(run.attempts[0].outcome == Outcome::Provider);
        QCOMPARE(run.attempts[0].fault, std::string("timeout"));
    }

    void aStopEndsWhatIsUnderWay() {
        Local local;
        local.plan.endpoints[0].options["context"] = "4096";
        local.plan.prompt.maxTokens = 4000;
        std::stop_source source;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            source.request_stop();
        });
        const Ran run = ran(local.plan, source.get_token());
        QVERIFY(run.result.stopped);
        QVERIFY(run.attempts.size() <= 1);
        for (const data::Attempt& attempt : run.attempts)
            QVERIFY(attempt.outcome == Outcome::Cancelled);
    }

    void whatIsWrongWithTheEndpointIsSaidBeforeTheRun() {
        Local local;
        const auto codeOf = [&](const std::string& option, const std::string& value) {
            RunPlan plan = local.plan;
            plan.endpoints[0].options[option] = value;
            try {
                checkPlan(plan, "2026-11-25");
            } catch (const Error& error) {
                return error.code();
            }
            return ErrorCode::Unexpected;
        };
        QVERIFY(codeOf("threads", "many") == ErrorCode::Usage);
        QVERIFY(codeOf("arithmetic", "loose") == ErrorCode::Usage);
        QVERIFY(codeOf("device", "abacus") == ErrorCode::Usage);
        QVERIFY(codeOf("threads", "2") == ErrorCode::Unexpected);
        local.plan.endpoints[0].model = "/nowhere.gguf";
        QVERIFY(codeOf("threads", "2") == ErrorCode::FileNotFound);
    }

    void theSameModelThroughItsServerIsReportedByWhatIsAdded() {
        data::Endpoint here, served, elsewhere, other;
        here.name = "here";
        here.provider = "local";
        here.model = "/models/tiny.gguf";
        served = here;
        served.name = "served";
        served.provider = "parallax";
        elsewhere = served;
        elsewhere.name = "elsewhere";
        elsewhere.model = "tiny";
        elsewhere.baseUrl = "http://127.0.0.1:1/v1";
        other = served;
        other.name = "other";
        other.model = "/models/large.gguf";
        const std::vector<data::Endpoint> all{here, served, elsewhere, other};
        const auto pairs = servedPairs(all);
        QCOMPARE(pairs.size(), std::size_t{2});
        QCOMPARE(pairs[1].served, std::string("elsewhere"));

        std::vector<data::Attempt> attempts;
        for (int i = 0; i < 9; ++i)
            for (const char* name : {"here", "served"}) {
                data::Attempt& attempt = attempts.emplace_back();
                const data::RunTime added = name == std::string("served") ? 500'000 + i * 1'000 : 0;
                attempt.endpoint = name;
                attempt.sequence = i;
                attempt.time.submitted = i * 1'000'000'000LL;
                attempt.time.firstAny = attempt.time.firstText = attempt.time.submitted + 20'000'000 + added;
                attempt.time.last = attempt.time.end = attempt.time.firstAny + 90'000'000 + added;
                attempt.usage.output = 10;
            }
        ReportOptions options;
        options.paired = true;
        options.served = pairs;
        const Report report = reportOf(attempts, options);
        QCOMPARE(report.overheads.size(), std::size_t{3});
        QCOMPARE(report.overheads[0].added.n, std::size_t{9});
        QVERIFY(std::abs(report.overheads[0].added.value - 0.504) < 1e-9); // first text
        QVERIFY(std::abs(report.overheads[1].added.value - 0.056) < 1e-9); // a further token
        QVERIFY(std::abs(report.overheads[2].added.value - 1.008) < 1e-9); // all of it
        QVERIFY(report.overheads[2].added.interval.contains(1.008));
        options.paired = false;
        QVERIFY(reportOf(attempts, options).overheads.empty());
    }
};

PARALLAX_LOOP_TEST(TestLocal)

} // namespace test_local
#include "test_local.moc"
