// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <limits>
#include <vector>

#include "engine/latency/metrics.h"
#include "tests/test_program.h"

namespace test_metrics {

using namespace parallax;
using namespace parallax::latency;

namespace {

constexpr data::RunTime ms = 1'000'000;

// Wanted at 0, submitted at 10 ms, cold connection, reasoning before text, four chunks, nine tokens.
data::Attempt example() {
    data::Attempt attempt;
    auto& time = attempt.time;
    time.scheduled = 0;
    time.submitted = 10 * ms;
    time.dns = 11 * ms;
    time.tcp = 14 * ms;
    time.tls = 30 * ms;
    time.ready = 30 * ms;
    time.sent = 30 * ms;
    time.header = 32 * ms;
    time.firstByte = 82 * ms;
    time.firstAny = 110 * ms;
    time.firstText = 150 * ms;
    time.last = 190 * ms;
    time.terminal = 195 * ms;
    time.end = 196 * ms;
    time.chunks = {{110 * ms, 40, 5, data::TokenChannel::Reasoning, false},
                   {150 * ms, 40, 5, data::TokenChannel::Text, false},
                   {150 * ms, 40, 5, data::TokenChannel::Text, true},
                   {190 * ms, 40, 5, data::TokenChannel::Text, false}};
    attempt.usage = {20, 9, 3, 0, -1, -1};
    attempt.finishReason = "length";
    return attempt;
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void eachMetricIsWhatItsDefinitionSays() {
        const data::Attempt attempt = example();
        QCOMPARE(timeToFirstToken(attempt.time).value(), 100.0);
        QCOMPARE(timeToFirstOutput(attempt.time).value(), 140.0);
        QCOMPARE(serverTimeToFirstToken(attempt.time).value(), 80.0);
        QCOMPARE(endToEnd(attempt.time).value(), 180.0);
        QCOMPARE(endToEndWire(attempt.time).value(), 185.0);
        QCOMPARE(timeToHeaders(attempt.time).value(), 22.0);
        QCOMPARE(timeToFirstByte(attempt.time).value(), 72.0);
        QCOMPARE(queueDelay(attempt.time).value(), 10.0);
        QCOMPARE(roundTrip(attempt.time).value(), 3.0);
        QCOMPARE(timePerOutputToken(attempt).value(), 10.0); // (190 − 110) / (9 − 1)
        QCOMPARE(decodeSpeed(attempt).value(), 100.0);
        QCOMPARE(endToEndSpeed(attempt).value(), 50.0);
        QCOMPARE(longestStall(attempt.time).value(), 40.0);
        QCOMPARE(interChunkGaps(attempt.time), (std::vector<double>{40, 0, 40}));
        QCOMPARE(tokensPerChunk(attempt).value(), 2.25);
    }

    void latencyFromTheScheduleContainsTheQueue() {
        const data::Attempt attempt = example();
        QCOMPARE(timeToFirstToken(attempt.time, Since::Scheduled).value(), 110.0);
        QCOMPARE(endToEnd(attempt.time, Since::Scheduled).value(), 190.0);
    }

    void whatIsUndefinedIsNotZero() {
        data::Attempt attempt;
        QVERIFY(!timeToFirstToken(attempt.time) && !endToEnd(attempt.time) && !longestStall(attempt.time));
        QVERIFY(!roundTrip(attempt.time)); // as on a connection that was there
        attempt = example();
        attempt.usage.output = 1;
        QVERIFY(!timePerOutputToken(attempt) && !decodeSpeed(attempt));
        attempt.usage.output = 2;
        attempt.time.last = attempt.time.firstAny + 5 * ms; // as much as our stamps can tell
        QCOMPARE(decodeSpeed(attempt).value(), 200.0);
        attempt.time.last = attempt.time.firstAny + 600;
        QVERIFY(timePerOutputToken(attempt) && !decodeSpeed(attempt));
        attempt = example();
        attempt.usage.output = -1;
        QVERIFY(!timePerOutputToken(attempt) && !tokensPerChunk(attempt) && !endToEndSpeed(attempt));
    }

    void endToEndAtALengthIsOnlyOfAnswersOfThatLength() {
        data::Attempt attempt = example();
        attempt.usage.output = 500;
        QCOMPARE(endToEndAt(attempt, 500).value(), 180.0);
        QVERIFY(endToEndAt(attempt, 510).has_value());          // 1.96 %
        QVERIFY(!endToEndAt(attempt, 511).has_value());         // 2.15 %
        QVERIFY(!modelledEndToEndAt(attempt, 500).has_value()); // it was measured
        attempt.finishReason = "stop";
        QVERIFY(!endToEndAt(attempt, 500).has_value());
        attempt.usage.output = 9; // the first after 100 ms, each further one after 10
        QCOMPARE(modelledEndToEndAt(attempt, 500).value(), 100.0 + 499 * 10);
        QCOMPARE(modelledEndToEndAt(attempt, 500, Since::Scheduled).value(), 110.0 + 499 * 10);
        attempt.buffered = true;
        QVERIFY(!modelledEndToEndAt(attempt, 500).has_value());
    }

    void fluidityCarriesSlackOver() {
        data::Timeline time;
        time.submitted = 0;
        const auto chunksAt = [&](std::vector<int> at) {
            time.chunks.clear();
            for (const int t : at)
                time.chunks.push_back({t * ms, 1, 1, data::TokenChannel::Text, false});
            return fluidity(time, 100, 20).value();
        };
        QCOMPARE(chunksAt({100, 120, 140, 160}), 1.0);
        QCOMPARE(chunksAt({50, 51, 52, 160}), 1.0);    // early chunks leave room for a pause
        QCOMPARE(chunksAt({100, 120, 150, 165}), 0.5); // late is late until it has caught up
        QCOMPARE(chunksAt({100, 130, 139, 160}), 0.75);
        QVERIFY(!fluidity(data::Timeline{}, 100, 20).has_value());
    }

    void aBufferedStreamIsRecognised() {
        data::Attempt attempt = example();
        attempt.usage.output = 51;
        QVERIFY(!looksBuffered(attempt));
        attempt.time.firstAny = 185 * ms; // 5 ms of 180
        QVERIFY(looksBuffered(attempt));
        attempt.usage.output = 50;
        QVERIFY(!looksBuffered(attempt));
        attempt.time.chunks.assign(51, data::Chunk{.at = attempt.time.last});
        QVERIFY(!looksBuffered(attempt)); // 5 ms for 51 chunks can be
        attempt.usage.output = -1;
        QVERIFY(looksBuffered(attempt)); // no number told: more than 50 chunks
        attempt.time.chunks.resize(50);
        QVERIFY(!looksBuffered(attempt));
    }

    void theWaterfallHasTheFullSplitAndLeavesOutWhatDidNotHappen() {
        const auto spans = waterfall(example().time);
        QCOMPARE(spans.size(), std::size_t{7});
        QCOMPARE(spans[0].end, 1.0);
        QCOMPARE(spans[2].phase, Phase::Tls);
        QCOMPARE(spans[2].begin, 4.0);
        QCOMPARE(spans[6].end, 180.0);
        data::Timeline warm = example().time;
        warm.dns = warm.tcp = warm.tls = data::never;
        const auto shorter = waterfall(warm);
        QCOMPARE(shorter.size(), std::size_t{4});
        QCOMPARE(shorter[0].phase, Phase::Send);
        QCOMPARE(shorter[0].begin, 0.0);
    }

    void goodputCountsErrorsAsBadAndLeavesOutWhatCannotBeJudged() {
        std::vector<data::Attempt> attempts(6, example());
        attempts[1].time.firstAny = 120 * ms; // TTFT 110
        attempts[2].outcome = data::Outcome::Provider;
        attempts[3].outcome = data::Outcome::Cancelled;
        attempts[4].usage.output = 1; // no TPOT to judge
        attempts[5].time.last = attempts[5].time.end =
            5'000 * ms; // sent in the window, answered in the drain
        attempts[5].time.firstAny = 4'999 * ms;
        ServiceLevel level;
        level.timeToFirstToken = 100;
        level.timePerOutputToken = 10;
        const Goodput goodput = goodputOf(attempts, level, {0, 2'000 * ms});
        QCOMPARE(goodput.good, std::int64_t{1});
        QCOMPARE(goodput.bad, std::int64_t{2}); // the slowest is the last to be left out
        QCOMPARE(goodput.errors, std::int64_t{1});
        QCOMPARE(goodput.excluded, std::int64_t{2});
        QCOMPARE(goodput.perSecond.value(), 0.5);
        QCOMPARE(goodput.attainment().value(), 1.0 / 4);
        QVERIFY(!Goodput{}.attainment().has_value());
    }

    void throughputIsThatOfTheWindow() {
        std::vector<data::Attempt> attempts(5, example());
        attempts[1].outcome = data::Outcome::Provider;
        attempts[2].time.end = 3'000 * ms;
        const Throughput throughput = throughputOf(attempts, {0, 2'000 * ms});
        QCOMPARE(throughput.tokensPerSecond.value(), 13.5);
        QCOMPARE(throughput.requestsPerSecond.value(), 1.5);
        QVERIFY(!throughput.offeredPerSecond); // all at one instant: at no rate
        // Of n at even distances the last is wanted n − 1 distances after the first.
        for (std::size_t i = 0; i < attempts.size(); ++i)
            attempts[i].time.scheduled = static_cast<data::RunTime>(i) * 500 * ms;
        QCOMPARE(throughputOf(attempts, {0, 2'000 * ms}).offeredPerSecond.value(), 2.0);
    }

    void whatWasThoughtUnseenIsNoSpeed() {
        data::Attempt attempt;
        attempt.outcome = data::Outcome::Success;
        attempt.time.submitted = 0;
        attempt.time.firstAny = attempt.time.firstText = 1000 * ms;
        for (int i = 0; i <= 49; ++i)
            attempt.time.chunks.push_back({(1000 + i * 10) * ms, 4, 4, data::TokenChannel::Text, false});
        attempt.time.last = attempt.time.end = 1490 * ms;
        attempt.usage.output = 1050;
        attempt.usage.reasoning = 1000; // before the first chunk
        QCOMPARE(timePerOutputToken(attempt).value(), 10.0);
        QCOMPARE(tokensPerChunk(attempt).value(), 1.0);
        attempt.time.firstText = 1200 * ms; // it was seen: the first chunks are thoughts
        QVERIFY(timePerOutputToken(attempt).value() < 1);
    }

    void anOpenLoopThatKeepsUpReachesWhatWasOffered() {
        std::vector<data::Attempt> attempts(40, example());
        for (std::size_t i = 0; i < attempts.size(); ++i) { // ten a second, each 540 ms long
            data::Timeline& time = attempts[i].time;
            time.scheduled = time.submitted = static_cast<data::RunTime>(i) * 100 * ms + 1;
            time.end = time.last = time.submitted + 540 * ms;
        }
        Window window{1, attempts.back().time.submitted};
        QVERIFY(throughputOf(attempts, window).requestsPerSecond.value() < 9); // nothing could end at first
        window.flowing = firstEnd(attempts);
        const double reached = throughputOf(attempts, window).requestsPerSecond.value();
        QVERIFY2(qAbs(reached - 10) < 0.5, qPrintable(QString::number(reached)));
        const Goodput goodput = goodputOf(attempts, {}, window);
        QCOMPARE(goodput.perSecond.value(), reached);
        QCOMPARE(goodput.good, std::int64_t{40}); // of all that were sent
    }

    void noEvidenceIsNoThroughput() {
        std::vector<data::Attempt> attempts(2, example());
        attempts[1].usage.output = -1; // did not tell
        const Throughput untold = throughputOf(attempts, {0, 2'000 * ms});
        QCOMPARE(untold.requestsPerSecond.value(), 1.0);
        QVERIFY(!untold.tokensPerSecond.has_value());
        // A closed loop whose requests were all sent at once: within the window nothing ended. And what did
        // end in a window of less than three answers (186 ms each) says little of any other.
        for (const data::RunTime end : {20 * ms, 200 * ms, 557 * ms}) {
            const Throughput none = throughputOf(attempts, {0, end});
            QVERIFY(!none.requestsPerSecond && !none.tokensPerSecond);
            QVERIFY(!goodputOf(attempts, {}, {0, end}).perSecond.has_value());
        }
        QVERIFY(throughputOf(attempts, {0, 558 * ms}).requestsPerSecond.has_value());
        // Where all failed, that is what there is to say.
        for (data::Attempt& attempt : attempts)
            attempt.outcome = data::Outcome::Provider;
        QCOMPARE(throughputOf(attempts, {0, 200 * ms}).requestsPerSecond.value(), 0.0);
    }

    void whatChunksSaidStaysWhenTheyAreLetGo() {
        data::Timeline time = example().time;
        const Metric stall = longestStall(time), share = fluidity(time, 150, 20);
        QVERIFY(stall && share);
        letChunksGo(time, 150, 20);
        QVERIFY(time.chunks.empty());
        QCOMPARE(longestStall(time), stall);
        QCOMPARE(fluidity(time, 150, 20), share);
        letChunksGo(time, 150, 20); // once more changes nothing
        QCOMPARE(longestStall(time), stall);
        QCOMPARE(fluidity(time, 150, 20), share);
    }

    void gapsStayWhereTheyAreWanted() {
        data::Attempt attempt = example();
        const std::vector<double> gaps = interChunkGaps(attempt.time);
        const Metric perChunk = tokensPerChunk(attempt);
        data::Attempt without = attempt;
        letChunksGo(attempt.time, {}, {}, ChunkGapsKept::Yes);
        letChunksGo(without.time, {}, {});
        QVERIFY(attempt.time.chunks.empty() && without.time.chunks.empty());
        QCOMPARE(interChunkGaps(attempt.time), gaps);
        QCOMPARE(tokensPerChunk(attempt), perChunk);
        QVERIFY(interChunkGaps(without.time).empty() && !tokensPerChunk(without));
        QCOMPARE(longestStall(attempt.time), longestStall(without.time));
        data::Attempt one = example(); // a single chunk has no gap, and is one
        one.time.chunks.resize(1);
        letChunksGo(one.time, {}, {}, ChunkGapsKept::Yes);
        QVERIFY(interChunkGaps(one.time).empty() && !longestStall(one.time));
        QCOMPARE(tokensPerChunk(one).value(), 9.0);
    }

    void instantsThatNoRunHasAreNoTimes() {
        data::Attempt attempt = example();
        attempt.time.submitted = std::numeric_limits<data::RunTime>::min();
        attempt.time.last = std::numeric_limits<data::RunTime>::max();
        QVERIFY(!endToEnd(attempt.time) && !timeToFirstToken(attempt.time));
        const Window window{std::numeric_limits<data::RunTime>::min(),
                            std::numeric_limits<data::RunTime>::max()};
        QVERIFY(window.seconds() > 1e10);
    }

    void throttlingAndFaultsOfTheClientAreNoUnavailability() {
        std::vector<data::Attempt> attempts(5);
        attempts[1].outcome = data::Outcome::Throttled;
        attempts[2].outcome = data::Outcome::Client;
        attempts[3].outcome = data::Outcome::Provider;
        attempts[4].outcome = data::Outcome::Rejected;
        const AvailabilityCount count = availabilityOf(attempts);
        QCOMPARE(count.successes, std::int64_t{1});
        QCOMPARE(count.providerFailures, std::int64_t{1});
        QCOMPARE(count.throttled, std::int64_t{1});
        QCOMPARE(count.other, std::int64_t{2});
    }
};

PARALLAX_TEST(TestMetrics)

} // namespace test_metrics
#include "test_metrics.moc"
