// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"
#include "engine/latency/load.h"
#include "engine/latency/metrics.h"
#include "engine/latency/prices.h"
#include "engine/latency/spending.h"
#include "engine/latency/stats/paired.h"
#include "engine/latency/stats/percentile.h"
#include "engine/latency/stats/tail.h"
#include "engine/latency/sweep_step.h"

namespace parallax::latency {

// What a report counts by; all in milliseconds.
enum class ReportMetric {
    FirstToken,
    FirstOutput,
    EndToEnd,
    EndToEndWire,
    PerOutputToken,
    ServerFirstToken,
    Queue,
    Stall,
    RoundTrip
};
inline constexpr std::array reportMetrics{
    ReportMetric::FirstToken,   ReportMetric::FirstOutput,    ReportMetric::EndToEnd,
    ReportMetric::EndToEndWire, ReportMetric::PerOutputToken, ReportMetric::ServerFirstToken,
    ReportMetric::Queue,        ReportMetric::Stall,          ReportMetric::RoundTrip};
// "ttft", "ttfo", "e2e", "e2e-wire", "tpot", "ttft-server", "queue", "stall", "rtt"
const char* metricName(ReportMetric metric);
bool needsStream(ReportMetric metric); // says nothing of an answer that a proxy kept back to its end
Metric metricOf(ReportMetric metric, const data::Attempt& attempt, Since since);

inline constexpr std::array reportQuantiles{0.5, 0.9, 0.95, 0.99};

struct MetricSummary {
    ReportMetric metric = ReportMetric::FirstToken;
    std::size_t n = 0;
    std::array<Percentile, reportQuantiles.size()> percentiles;
};

// One rate of a sweep.
struct SweepStep {
    double plannedPerSecond = 0;
    Throughput reached; // with what was offered as it was scheduled: arrivals are random
    StepJudgement judgement;
};

// Where a sweep came to.
enum class SweepEnd {
    NotEnoughData,
    NoneKept,        // not even the lowest of those that were tried
    LimitNotReached, // the highest rate that was tried kept the service level
    Bracketed,       // a higher rate did not keep it
};

inline constexpr std::size_t requestsInRate = 10; // of fewer a rate is chance

// A tenth of a ramp. What was sent in it counts in it, whenever it ended.
struct RampStep {
    std::int64_t step = 0; // from 0 on
    RampRange planned;
    // As it was scheduled; nothing of fewer than requestsInRate, and where it is told how many are under way,
    // of a tenth that is shorter than three answers: those that begin together come at no rate.
    std::optional<double> offeredPerSecond;
    double underWay = 0; // on average, from the tenth's first submission to its last
    std::vector<MetricSummary> metrics;
    Goodput goodput;
};

// The whole answer at the length that was asked for: measured of answers that have it, modelled from the
// first token and the time for each further one of those that have not.
struct AtLength {
    std::int64_t tokens = 0;
    MetricSummary measured, modelled;
};

// Gaps between the chunks of all answers together (ICL; no gaps between tokens). They depend on each other,
// so there is no interval.
struct ChunkGaps {
    std::size_t n = 0;
    std::array<Metric, reportQuantiles.size()>
        percentiles;        // nothing below the smallest sample of an interval
    Metric tokensPerChunk;  // median over the answers: what a gap stands for
    Metric chunksPerAnswer; // likewise
};

// Answers over one kind of connection, where a run has several: a handshake is no model's doing.
struct ConnectionReport {
    data::ConnectionKind kind = data::ConnectionKind::Cold;
    std::vector<MetricSummary> metrics; // of connectionMetrics
};
inline constexpr std::array connectionMetrics{ReportMetric::FirstToken, ReportMetric::EndToEnd};

// How much more a metric is at a run's end than at its beginning, as a share of its median: what is measured
// of a run that drifts is of no one time. Not of a load that itself rises.
struct DriftReport {
    ReportMetric metric = ReportMetric::FirstToken;
    std::size_t n = 0;
    double change = 0;
    Interval interval; // 99 %
    bool shown() const { return !interval.contains(0); }
};

// The p99 of what has a limit, at most, with 99 % confidence: MLPerf's rule. An error is beyond every limit.
struct TailReport {
    ReportMetric metric = ReportMetric::FirstToken;
    Tail tail; // infinite where so many failed
    double limit = 0;
    bool kept() const { return tail.enough() && tail.value <= limit; }
};

// One endpoint of a run. Percentiles are of successes alone, so the failures stand beside them.
struct EndpointReport {
    std::string endpoint;
    std::string simulation;
    std::array<std::int64_t, 7> outcomes{};     // by data::Outcome
    std::map<std::string, std::int64_t> faults; // codes of what failed, cancelled ones left out
    std::int64_t buffered = 0;                  // streams whose TTFT says nothing; left out of it
    std::int64_t late = 0;                      // requests during which our own loop was over 1 ms late
    std::array<std::int64_t, 4> connections{};
    std::vector<ConnectionReport> byConnection; // of answers, where they came over more than one kind
    std::map<std::string, std::int64_t> models, fingerprints; // answers, by what the server says it is
    std::vector<MetricSummary> metrics;
    std::optional<AtLength> atLength; // where a fixed length was asked for
    Percentile outputTokens;          // median of the answers, by the server's count
    Metric reasoningTokens;       // median of the answers that report some: part of the output, seen or not
    Percentile ownTokens;         // likewise of what is visible, by a tokenizer of ours
    std::int64_t ownDiffers = 0;  // answers whose server counts more than 2 % (and 2 tokens) otherwise
    std::int64_t beyondAsked = 0; // answers that reported far more tokens than were asked for
    bool lengthNotFixed = false;  // a fixed length was asked for, and its provider has none
    Percentile decodeSpeed;       // median, tokens a second after the first
    Percentile wholeSpeed;        // median, tokens a second with the wait for the first
    ChunkGaps gaps;               // of answers whose chunks are at hand
    std::optional<Throughput> throughput; // of one load: neither of pairs, by turns, nor of a sweep's rates
    Goodput goodput;                      // not of a sweep, whose steps have their own
    std::optional<double>
        fluidity; // mean over the answers; of a service level with both limits of tokens alone
    AvailabilityCount availability;
    std::optional<double> availabilityAtLeast; // one-sided, 95 %; nothing where nothing was to be answered
    std::optional<double> dollarsPerToken;
    bool dollarsAtMost = false; // attempts that did not say what they used count at their most
    Quote quote;                // the prices that it rests on, with who states them and where they disagree
    std::optional<double> dollarsPerHour; // assumed of its machine, which dollarsPerToken then rests on
    std::vector<DriftReport> drifts; // of the first token and the whole answer, where there is enough of it
    std::vector<TailReport> tails;   // of what has a limit
    std::vector<SweepStep> sweep;
    SweepEnd sweepEnd = SweepEnd::NotEnoughData;
    double highestKept = 0;       // requests a second as planned, where the end is one of the last two
    Throughput highestReached;    // what came of that rate
    std::int64_t sweepNeeded = 0; // requests that a step takes
    int sweepPlanned = 0;         // steps; fewer were made where the run was stopped
    std::vector<RampStep> ramp;
};

// Whether two kinds of connections have answers enough for a median each, to stand beside those of all.
bool toldByConnection(const EndpointReport& report);

// What endpoints are compared by; each is a test of its own.
inline constexpr std::array comparedMetrics{ReportMetric::FirstToken, ReportMetric::EndToEnd,
                                            ReportMetric::PerOutputToken};

// A pair of endpoints by one metric, within this run's window.
struct ComparisonReport {
    std::string a, b;
    ReportMetric metric = ReportMetric::FirstToken;
    PairedResult result;
    std::size_t otherLength = 0; // pairs left out of the whole answer's: lengths differ by more than 2 %
    double adjustedP = 1;        // Holm, over all comparisons of the report
    std::size_t comparisons = 0; // those it is over
    Ordering ordering = Ordering::Undecided;
    // The interval leaves 1 out, and still the pairs are too few for so many comparisons.
    bool tooFewPairs() const {
        return result.enough() && ordering == Ordering::Undecided && !result.interval.contains(1);
    }
};

// What client and transport add: the same model in process and through a server of its own, by the same
// prompts, in milliseconds. First text rather than first token, since a server sends what can be shown.
struct OverheadReport {
    std::string local, served;
    ReportMetric metric = ReportMetric::FirstOutput;
    Percentile added; // median of the differences
};

struct Report {
    std::vector<EndpointReport> endpoints;
    std::vector<ComparisonReport> comparisons; // of prompts that both answered
    std::vector<OverheadReport> overheads;
    bool spentAtMost =
        false; // of the run's sum: some request did not say what it used, or price lists disagree
};

// Two endpoints that are the same model: one in process, one through a server.
struct ServedPair {
    std::string local, served;
};
std::vector<ServedPair> servedPairs(std::span<const data::Endpoint> endpoints);

struct ReportOptions {
    Window window; // empty: each endpoint's own, from its first measured submission to its last
    ServiceLevel level;
    std::optional<LoadPlan> sweep, ramp; // of such a run
    bool openLoop = false;               // requests were scheduled, whatever was answered
    bool paired = false; // the prompts were interleaved: else nothing is compared, since drift would decide
    std::function<Quote(const std::string& endpoint)> quote; // may be empty
    MostUsed most;                                           // by a request that did not say
    std::map<std::string, double> dollarsPerHour;            // of machines of one's own, by endpoint
    std::int64_t maxTokens = 0;                              // that were asked for; 0: not known
    std::int64_t fixedTokens = 0;         // that were asked for as a fixed length; 0: none was
    std::set<std::string> lengthNotFixed; // endpoints that were asked for a fixed length and have none
    std::vector<ServedPair> served;       // of paired prompts alone
};

// Whether what was spent is known: a price of every endpoint that was asked.
bool isPriced(const Report& report);
// Whether no more than profiles of the simulation were asked.
bool isSimulated(const Report& report);

// Warm-up is left out; pairs are found by their sequence.
Report reportOf(std::span<const data::Attempt> attempts, const ReportOptions& options);

// The answered request of an endpoint whose metric is nearest to `value`, which stands for a percentile, over
// connections of that kind alone where one is named; nullptr where there is none.
const data::Attempt* nearestTo(double value, ReportMetric metric, Since since, const std::string& endpoint,
                               std::span<const data::Attempt> attempts,
                               std::optional<data::ConnectionKind> connection = {});

nlohmann::ordered_json toJson(const Report& report);

} // namespace parallax::latency
