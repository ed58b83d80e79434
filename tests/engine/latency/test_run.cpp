// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "base/error.h"
#include "engine/latency/metrics.h"
#include "engine/latency/report.h"
#include "engine/latency/report_options.h"
#include "engine/latency/run.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/test_program.h"

namespace test_run {

using namespace parallax;
using namespace parallax::latency;
using data::Outcome;
using std::chrono::milliseconds;
using test::TruthServer;

namespace {

data::Endpoint endpointAt(const TruthServer& server, const std::string& name) {
    data::Endpoint endpoint;
    endpoint.name = name;
    endpoint.provider = "vllm";
    endpoint.baseUrl = test::joined({server.url(), "/", name});
    endpoint.model = "M";
    return endpoint;
}

RunPlan planFor(const TruthServer& server, const std::vector<std::string>& names) {
    RunPlan plan;
    for (const auto& name : names)
        plan.endpoints.push_back(endpointAt(server, name));
    plan.load.requests = 10;
    plan.load.warmup = 2;
    return plan;
}

struct Ran {
    RunResult result;
    std::vector<data::Attempt> attempts;
};

Ran ran(const RunPlan& plan, std::stop_token stop = {}) {
    Ran out;
    out.result = runPlan(plan, {}, "2026-11-25", std::move(stop),
                         [&](data::Attempt&& attempt) { out.attempts.push_back(std::move(attempt)); }, {});
    return out;
}

TruthServer::Script quick(const TruthServer::Request&) {
    return test::streamScript(5, std::chrono::microseconds(500));
}

} // namespace

class TestRun : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void pairsAreInterleavedAndEachAttemptIsARow() {
        TruthServer server(quick);
        const Ran run = ran(planFor(server, {"a", "b"}));
        QCOMPARE(run.attempts.size(), std::size_t{24});
        std::set<std::string> first;
        for (std::size_t i = 0; i < run.attempts.size(); i += 2) {
            QCOMPARE(run.attempts[i].sequence, run.attempts[i + 1].sequence);
            QVERIFY(run.attempts[i].endpoint != run.attempts[i + 1].endpoint);
            QCOMPARE(run.attempts[i].warmup, i < 4);
            QVERIFY(run.attempts[i].time.end <= run.attempts[i + 1].time.submitted); // never at once
            first.insert(run.attempts[i].endpoint);
        }
        QCOMPARE(first.size(), std::size_t{2}); // neither always goes first
        QVERIFY(run.result.window.begin > 0 && run.result.window.begin < run.result.window.end);
        for (const auto& attempt : run.attempts)
            QVERIFY2(attempt.outcome == Outcome::Success, attempt.fault.c_str());
    }

    void everyPromptBeginsWithANonceOfItsOwn() {
        TruthServer server(quick);
        ran(planFor(server, {"a", "b"}));
        std::set<std::string> nonces;
        for (const auto& request : server.requests()) {
            const std::size_t at = request.body.find("\"content\":\"nonce-");
            QVERIFY(at != std::string::npos);
            nonces.insert(request.body.substr(at + 17, 8));
        }
        QCOMPARE(nonces.size(), std::size_t{24});
    }

    void aClosedLoopKeepsItsConcurrencyAndNoMore() {
        std::atomic<int> open = 0, most = 0;
        TruthServer server(
            [&](const TruthServer::Request&) { return test::streamScript(10, milliseconds(2)); });
        RunPlan plan = planFor(server, {"a"});
        plan.load.kind = LoadKind::Closed;
        plan.load.concurrency = 4;
        plan.load.requests = 20;
        const Ran run = ran(plan);
        QCOMPARE(run.attempts.size(), std::size_t{22});
        std::vector<std::pair<data::RunTime, int>> changes;
        for (const auto& attempt : run.attempts) {
            changes.emplace_back(attempt.time.submitted, 1);
            changes.emplace_back(attempt.time.end, -1);
        }
        std::sort(changes.begin(), changes.end());
        for (const auto& [at, change] : changes) {
            open += change;
            most = std::max<int>(most, open);
        }
        QCOMPARE(most.load(), 4);
    }

    // A server that serves one request after the other and is offered twice what it can do: measured from the
    // schedule its latency grows without end, as it does for those who wait.
    void anOverloadedServerCannotHideItsQueue() {
        std::mutex mutex;
        auto free = TruthServer::Clock::now();
        TruthServer server([&](const TruthServer::Request& request) {
            const std::lock_guard lock(mutex);
            free = std::max(free, request.at) + milliseconds(20);
            auto script = test::streamScript(1, std::chrono::microseconds(0));
            script[1].after = std::chrono::duration_cast<std::chrono::microseconds>(free - request.at);
            return script;
        });
        RunPlan plan = planFor(server, {"a"});
        plan.load.kind = LoadKind::Constant;
        plan.load.perSecond = 100; // it can do 50
        plan.load.requests = 40;
        plan.load.warmup = 0;
        Ran run = ran(plan);
        QCOMPARE(run.attempts.size(), std::size_t{40});
        std::sort(run.attempts.begin(), run.attempts.end(),
                  [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
        // The k-th is wanted at 10·k ms and answered at 20·(k + 1): nothing of that may be missing.
        // By their order of answers, since on a busy machine two may reach the server the other way round.
        std::vector<data::RunTime> answered;
        double waited = 0, least = 0;
        for (std::size_t k = 0; k < 40; ++k) {
            answered.push_back(run.attempts[k].time.firstAny - run.attempts[0].time.scheduled);
            waited += timeToFirstToken(run.attempts[k].time, Since::Scheduled).value();
            least += 10.0 * double(k) + 19;
        }
        std::sort(answered.begin(), answered.end());
        for (std::size_t k = 0; k < 40; ++k)
            QVERIFY(double(answered[k]) / 1e6 >= 20.0 * double(k + 1) - 1);
        QVERIFY(waited >= least);
        for (std::size_t k = 1; k < 40; ++k)
            QCOMPARE((run.attempts[k].time.scheduled - run.attempts[k - 1].time.scheduled + 500) / 1000,
                     data::RunTime{10'000});
    }

    void whatAProviderAsksUsToWaitPacesWhatIsNotAnOpenLoop() {
        std::atomic<int> asked = 0;
        TruthServer server([&](const TruthServer::Request&) {
            return ++asked % 2 == 1
                       ? TruthServer::Script{{std::chrono::microseconds(0),
                                              test::answerOf(429, "{}", "retry-after-ms: 400\r\n"),
                                              TruthServer::Step::Then::GoOn}}
                       : test::streamScript(1, milliseconds(1));
        });
        RunPlan plan = planFor(server, {"a"});
        plan.load.requests = 2;
        plan.load.warmup = 0;
        const auto waited = [&](LoadKind kind) {
            plan.load.kind = kind;
            plan.load.perSecond = 20;
            const Ran run = ran(plan);
            const auto& [first, second] = std::tie(run.attempts.at(0).time, run.attempts.at(1).time);
            return static_cast<double>(second.submitted - first.end) / 1e6;
        };
        QVERIFY(waited(LoadKind::Pairs) >= 400);
        QVERIFY(waited(LoadKind::Closed) >= 400);
        QVERIFY(waited(LoadKind::Constant) < 300); // the rate is the plan's
        QCOMPARE(asked.load(), 6);                 // and nothing is sent twice
    }

    // A server that can do 200 a second, one after the other.
    void aSweepFindsTheRateThatAServerCanDo() {
        std::mutex mutex;
        auto free = TruthServer::Clock::now();
        TruthServer server([&](const TruthServer::Request& request) {
            const std::lock_guard lock(mutex);
            free = std::max(free, request.at) + milliseconds(5);
            auto script = test::streamScript(1, std::chrono::microseconds(0));
            script[1].after = std::chrono::duration_cast<std::chrono::microseconds>(free - request.at);
            return script;
        });
        RunPlan plan = planFor(server, {"a"});
        plan.load.kind = LoadKind::Sweep;
        plan.load.perSecond = 60;
        plan.load.requests = 60;
        plan.load.mostRequests = 600;
        plan.load.warmup = 0;
        plan.load.steps = 4;
        plan.level.endToEnd = 200; // which a queue takes seconds to outgrow at 240 a second
        plan.level.since = Since::Scheduled;
        const Ran run = ran(plan);
        const EndpointReport report =
            reportOf(run.attempts, reportOptions(plan, "2026-11-26")).endpoints.at(0);
        QCOMPARE(report.sweep.size(), std::size_t{4});
        QVERIFY(report.sweep[0].judgement.verdict == StepVerdict::Kept); // 60 a second
        // 120 or 180 where the machine is at rest, never 240.
        QVERIFY2(report.highestKept >= 60 && report.highestKept < 200,
                 qPrintable(QString::number(report.highestKept)));
        for (const SweepStep& step : report.sweep)
            if (step.plannedPerSecond > 200)
                QVERIFY(step.judgement.verdict != StepVerdict::Kept);
    }

    // Eight at a time, a tenth of a second each: 80 a second. Twenty requests at 160 a second are over before
    // anybody waits.
    void aStepLastsAsLongAsItsAnswersTake() {
        std::mutex mutex;
        std::vector<TruthServer::Clock::time_point> free(8, TruthServer::Clock::now());
        TruthServer server([&](const TruthServer::Request& request) {
            const std::lock_guard lock(mutex);
            auto& first = *std::min_element(free.begin(), free.end());
            first = std::max(first, request.at) + milliseconds(100);
            auto script = test::streamScript(1, std::chrono::microseconds(0));
            script[1].after = std::chrono::duration_cast<std::chrono::microseconds>(first - request.at);
            return script;
        });
        RunPlan plan = planFor(server, {"a"});
        plan.load.kind = LoadKind::Sweep;
        plan.load.perSecond = 40; // it can do 80
        plan.load.requests = 20;
        plan.load.mostRequests = 400;
        plan.load.warmup = 0;
        plan.load.steps = 3;
        plan.level.endToEnd = 1'000;
        plan.level.since = Since::Scheduled;
        const EndpointReport report =
            reportOf(ran(plan).attempts, reportOptions(plan, "2026-11-26")).endpoints.at(0);
        const StepJudgement& first = report.sweep.at(0).judgement;
        QVERIFY(first.verdict == StepVerdict::Kept);
        QVERIFY(first.seconds >= 1 && first.goodput.judged() > 20);
        for (const SweepStep& step : report.sweep)
            if (step.plannedPerSecond > 90)
                QVERIFY(step.judgement.verdict != StepVerdict::Kept);
        QVERIFY2(report.highestKept >= 40 && report.highestKept <= 80,
                 qPrintable(QString::number(report.highestKept)));
        // Where the plan allows no more, that it was too short is what there is to say.
        plan.load.mostRequests = plan.load.requests;
        plan.load.steps = 1;
        QVERIFY(reportOf(ran(plan).attempts, reportOptions(plan, "2026-11-26")).endpoints.at(0).sweepEnd ==
                SweepEnd::NotEnoughData);
    }

    // A server that can do 200 a second, one after the other, under a rate that goes through that.
    void aRampShowsWhereAServerBeginsToQueue() {
        std::mutex mutex;
        auto free = TruthServer::Clock::now();
        TruthServer server([&](const TruthServer::Request& request) {
            const std::lock_guard lock(mutex);
            free = std::max(free, request.at) + milliseconds(5);
            auto script = test::streamScript(1, std::chrono::microseconds(0));
            script[1].after = std::chrono::duration_cast<std::chrono::microseconds>(free - request.at);
            return script;
        });
        RunPlan plan = planFor(server, {"a"});
        plan.load.kind = LoadKind::Ramp;
        plan.load.perSecond = 40;
        plan.load.toPerSecond = 440;
        plan.load.requests = 480;
        plan.load.warmup = 2;
        plan.level.since = Since::Scheduled;
        const Ran run = ran(plan);
        QCOMPARE(run.attempts.size(), std::size_t{482});
        const EndpointReport report =
            reportOf(run.attempts, reportOptions(plan, "2026-11-26")).endpoints.at(0);
        QCOMPARE(report.ramp.size(), std::size_t{10});
        std::int64_t sent = 0;
        double before = 0;
        for (const RampStep& step : report.ramp) {
            QVERIFY(step.offeredPerSecond.value() > step.planned.from * 0.8 &&
                    *step.offeredPerSecond < step.planned.to * 1.2);
            QVERIFY(*step.offeredPerSecond > before);
            before = *step.offeredPerSecond;
            sent += step.goodput.good;
        }
        QCOMPARE(sent, std::int64_t{480});
        // The last tenth waits for what was too much in six tenths: a queue of more than 100 requests.
        const MetricSummary& first = report.ramp.back().metrics.at(0);
        QVERIFY(first.percentiles[0].enough() && first.percentiles[0].value > 300);
        QVERIFY(report.ramp.back().underWay > 50);
        const auto json = toJson(reportOf(run.attempts, reportOptions(plan, "2026-11-26")));
        QCOMPARE(json["endpoints"][0]["ramp"].size(), std::size_t{10});
        QVERIFY(json["endpoints"][0]["ramp"][9]["planned_per_second"][1] == 440);
        QVERIFY(json["endpoints"][0]["ramp"][9]["metrics"]["ttft"]["percentiles"][0]["value"] > 300);
    }

    void aRampOfConcurrencyKeepsMoreAndMoreUnderWay() {
        TruthServer server(
            [](const TruthServer::Request&) { return test::streamScript(10, milliseconds(12)); });
        RunPlan plan = planFor(server, {"a"});
        plan.load.kind = LoadKind::Ramp;
        plan.load.concurrency = 1;
        plan.load.toConcurrency = 10;
        plan.load.requests = 100;
        const Ran run = ran(plan);
        QCOMPARE(run.attempts.size(), std::size_t{102});
        int most = 0;
        for (const auto& attempt : run.attempts) {
            int together = 0;
            for (const auto& other : run.attempts)
                together +=
                    other.time.submitted <= attempt.time.submitted && other.time.end > attempt.time.submitted
                        ? 1
                        : 0;
            QVERIFY(together <= concurrencyAt(plan.load, attempt.sequence));
            most = std::max(most, together);
        }
        QVERIFY2(most >= 8, qPrintable(QString::number(most))); // a busy machine may fall short of all ten
        const auto ramp = reportOf(run.attempts, reportOptions(plan, "2026-11-26")).endpoints.at(0).ramp;
        QCOMPARE(ramp.size(), std::size_t{10});
        QVERIFY(ramp.front().planned.unit == RampUnit::UnderWay);
        QVERIFY(ramp.back().underWay > ramp.front().underWay);
    }

    void theBudgetStopsTheRunBeforeItIsExceeded() {
        TruthServer server(quick);
        RunPlan plan = planFor(server, {"a"});
        for (auto& endpoint : plan.endpoints)
            endpoint.options = {{"price-input", "1"}, {"price-output", "2"}};
        plan.prompt.maxTokens = 5;
        plan.prompt.text = "x";
        plan.budget.tokens = 200; // a request is 7 + 5 in truth, at most 80 + 5 before it is known
        const Ran byTokens = ran(plan);
        QVERIFY(byTokens.result.budgetReached);
        QCOMPARE(byTokens.attempts.size(), std::size_t{10}); // 10 · 12 = 120; 120 + 85 > 200
        plan.budget = {};
        plan.budget.money = 150'000'000; // 80 · 1 + 5 · 2 = 90 at most, 7 · 1 + 5 · 2 = 17 in truth
        const Ran byMoney = ran(plan);
        QVERIFY(byMoney.result.budgetReached);
        QCOMPARE(byMoney.attempts.size(), std::size_t{4}); // 68 + 90 > 150
        QCOMPARE(byMoney.result.spent, PicoDollars{68'000'000});
        plan.endpoints[0].options.clear();
        QVERIFY_EXCEPTION_THROWN(ran(plan), Error);
    }

    // Its requests would seem to have waited for their answers, and not for our money.
    void anOpenLoopDoesNotWaitForItsBudget() {
        TruthServer server(
            [](const TruthServer::Request&) { return test::streamScript(10, milliseconds(30)); });
        RunPlan plan = planFor(server, {"a"});
        plan.load.kind = LoadKind::Constant;
        plan.load.perSecond = 50;
        plan.load.requests = 100;
        plan.prompt.maxTokens = 5;
        plan.prompt.text = "x";
        plan.budget.tokens = 300; // three requests under way, at their most
        const Ran run = ran(plan);
        QVERIFY(run.result.budgetReached);
        QVERIFY(!run.attempts.empty());
        for (const auto& attempt : run.attempts)
            QVERIFY2(attempt.time.submitted - attempt.time.scheduled < 100'000'000,
                     qPrintable(QString::number(attempt.time.submitted - attempt.time.scheduled)));
    }

    void absurdUsageIsNotBelievedAndTheBudgetHolds() {
        TruthServer server([](const TruthServer::Request&) {
            auto script = test::streamScript(5, std::chrono::microseconds(500));
            std::string end = test::lastEvents(5);
            end.replace(end.find(":5}"), 2, ":1000000000000");
            script.back().bytes = test::joined({test::inChunk(end), "0\r\n\r\n"});
            return script;
        });
        RunPlan plan = planFor(server, {"a"});
        plan.endpoints[0].options = {{"price-input", "1000000"}, {"price-output", "1000000"}};
        plan.prompt.maxTokens = 5;
        plan.prompt.text = "x";
        plan.budget.money = 200'000'000'000'000; // 85 dollars a request at most
        const Ran run = ran(plan);
        QVERIFY(run.result.budgetReached);
        QVERIFY(run.result.spent >= 0 && run.result.spent <= *plan.budget.money);
        QCOMPARE(run.attempts.size(), std::size_t{2});
        QCOMPARE(run.attempts[0].usage.output, std::int64_t{-1});
    }

    void whatIsWrongWithThePlanIsSaidBeforeAnythingIsSent() {
        TruthServer server(quick);
        RunPlan plan = planFor(server, {"a"});
        plan.client.trustedCertificates = "/nowhere/ca.pem";
        QVERIFY_EXCEPTION_THROWN(ran(plan), Error);
        plan.client.trustedCertificates.clear();
        plan.endpoints[0].options["contxt"] = "9";
        QVERIFY_EXCEPTION_THROWN(ran(plan), Error);
        plan.endpoints[0].options.clear();
        plan.endpoints[0].baseUrl += "?key=sk-1";
        QVERIFY_EXCEPTION_THROWN(ran(plan), Error);
        QVERIFY(server.requests().empty());
    }

    void failuresAreNotRetried() {
        TruthServer server([](const TruthServer::Request&) {
            return TruthServer::Script{
                {std::chrono::microseconds(0), test::answerOf(503, "{}"), TruthServer::Step::Then::GoOn}};
        });
        const Ran run = ran(planFor(server, {"a"}));
        QCOMPARE(run.attempts.size(), std::size_t{12});
        QCOMPARE(server.requests().size(), std::size_t{12});
        for (const auto& attempt : run.attempts)
            QCOMPARE(attempt.fault, std::string("http-503"));
    }

    void aStopEndsWhatIsUnderWayAndKeepsWhatWas() {
        std::stop_source source;
        TruthServer server([&](const TruthServer::Request& request) {
            if (request.body.find("never") == std::string::npos)
                return quick(request);
            source.request_stop();
            return TruthServer::Script{{std::chrono::seconds(60), "", TruthServer::Step::Then::GoOn}};
        });
        RunPlan plan = planFor(server, {"a"});
        plan.prompt.text = "never";
        const Ran run = ran(plan, source.get_token());
        QVERIFY(run.result.stopped);
        QCOMPARE(run.attempts.size(), std::size_t{1});
        QVERIFY(run.attempts[0].outcome == Outcome::Cancelled);
    }

    void whoLooksOnSeesWhatIsUnderWay() {
        TruthServer server(
            [](const TruthServer::Request&) { return test::streamScript(40, std::chrono::milliseconds(5)); });
        RunPlan plan = planFor(server, {"a", "b"});
        plan.load.requests = 6;
        LiveBoard board(plan.endpoints.size());
        std::atomic<bool> over{false};
        bool halfway = false, ordered = true;
        std::thread watcher([&] { // another thread, at any moment
            while (!over) {
                const LiveEndpoint& shown = board.endpoint(1);
                const std::int64_t chunks = shown.chunks.load();
                halfway = halfway || (chunks > 0 && chunks < 40 && shown.ended.load() == data::never);
                ordered = ordered && chunks <= 40;
            }
        });
        std::vector<data::Attempt> attempts;
        const RunResult result = runPlan(
            plan, {}, "2026-11-25", {},
            [&](data::Attempt&& attempt) { attempts.push_back(std::move(attempt)); }, {}, {}, &board);
        over = true;
        watcher.join();
        QVERIFY(halfway);
        QVERIFY(ordered);
        QCOMPARE(attempts.size(), std::size_t{16});
        QVERIFY(board.startedAt.load() > 0);
        QCOMPARE(board.worstLag.load(), result.worstLag);
        QCOMPARE(board.spent.load(), result.spent);
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
            const LiveEndpoint& shown = board.endpoint(i);
            const std::string& name = plan.endpoints[i].name;
            const auto last = std::find_if(attempts.rbegin(), attempts.rend(),
                                           [&](const auto& attempt) { return attempt.endpoint == name; });
            QCOMPARE(shown.request.load(), std::int64_t{8}); // warm-up, too
            QCOMPARE(shown.chunks.load(), static_cast<std::int64_t>(last->time.chunks.size()));
            QCOMPARE(shown.submitted.load(), last->time.submitted);
            QCOMPARE(shown.firstToken.load(), last->time.firstAny);
            QCOMPARE(shown.ended.load(), last->time.end);
        }
    }

    void whatAnEndpointLacksIsSaidBeforeAnythingIsSent() {
        TruthServer server(quick);
        RunPlan plan = planFor(server, {"a", "b"});
        plan.endpoints[1].model.clear();
        QVERIFY_EXCEPTION_THROWN(ran(plan), Error);
        QVERIFY(server.requests().empty());
    }
};

PARALLAX_LOOP_TEST(TestRun)

} // namespace test_run
#include "test_run.moc"
