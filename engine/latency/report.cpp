// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/report.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "engine/latency/machine_cost.h"
#include "engine/latency/report_answers.h"
#include "engine/latency/report_steps.h"
#include "engine/latency/report_time.h"
#include "engine/latency/stats/proportion.h"
#include "engine/latency/stats/rank_test.h"

namespace parallax::latency {
namespace {

using data::Outcome;

constexpr data::RunTime mostLag = 1'000'000;      // of our own client, beyond which a request is marked
constexpr std::uint64_t bootstrapSeed = 20260402; // the same report from the same rows

// Endpoints of a closed or an open loop have their turns one after the other, so each has a window of its
// own. What ends after the last submission is drain; pairs, one at a time, have none.
Window ownWindow(std::span<const data::Attempt> attempts, const ReportOptions& options) {
    Window window;
    if (attempts.empty())
        return window;
    window.begin = attempts.front().time.submitted;
    for (const data::Attempt& attempt : attempts) {
        window.begin = std::min(window.begin, attempt.time.submitted);
        window.end = std::max(window.end, options.paired ? attempt.time.end + 1 : attempt.time.submitted);
    }
    if (options.openLoop)
        window.flowing = firstEnd(attempts);
    return window;
}

// How much of the answers came in time for a reader, by the limits of the service level.
std::optional<double> fluidityOf(std::span<const data::Attempt> attempts, const ServiceLevel& level) {
    if (!level.timeToFirstToken || !level.timePerOutputToken)
        return std::nullopt;
    double sum = 0;
    int answers = 0;
    for (const data::Attempt& attempt : attempts) {
        if (attempt.outcome != Outcome::Success || attempt.buffered)
            continue; // of a stream that came all at once its end says nothing of its middle
        if (const Metric one = fluidity(attempt.time, *level.timeToFirstToken, *level.timePerOutputToken)) {
            sum += *one;
            ++answers;
        }
    }
    return answers > 0 ? std::optional(sum / answers) : std::nullopt;
}

EndpointReport endpointReport(const std::string& name, std::span<const data::Attempt* const> attempts,
                              const ReportOptions& options) {
    EndpointReport report;
    report.endpoint = name;
    std::vector<data::Attempt> own;
    for (const data::Attempt* attempt : attempts) {
        own.push_back(*attempt);
        ++report.outcomes[static_cast<std::size_t>(attempt->outcome)];
        ++report.connections[static_cast<std::size_t>(attempt->connection)];
        report.buffered += attempt->buffered ? 1 : 0;
        report.late += attempt->loopLag > mostLag ? 1 : 0;
        if (!attempt->fault.empty() && attempt->outcome != Outcome::Cancelled)
            ++report.faults[attempt->fault];
        if (!attempt->simulation.empty())
            report.simulation = attempt->simulation;
    }
    for (const ReportMetric metric : reportMetrics)
        report.metrics.push_back(summaryOf(metric, own, options.level.since));
    addLengths(own, options, report);
    addAtLength(own, options, report);
    addWhoAnswered(own, options.level.since, report);
    report.lengthNotFixed = options.lengthNotFixed.count(name) != 0;
    const Window window = options.window.seconds() > 0 ? options.window : ownWindow(own, options);
    if (!options.sweep)
        report.goodput = goodputOf(own, options.level, window);
    if (!options.sweep && !options.paired) {
        report.throughput = throughputOf(own, window);
        if (!options.openLoop)
            report.throughput->offeredPerSecond.reset();
    } else {
        report.goodput.perSecond.reset();
    }
    report.fluidity = fluidityOf(own, options.level);
    report.availability = availabilityOf(own);
    if (const auto asked = report.availability.successes + report.availability.providerFailures; asked > 0)
        report.availabilityAtLeast = proportionAtLeast(report.availability.successes, asked);
    addDrifts(own, options, report);
    addTails(own, options, report);
    if (options.sweep)
        addSweep(own, options, report);
    if (options.ramp)
        report.ramp = rampOf(own, options);
    if (options.quote) {
        report.quote = options.quote(name);
        if (const auto cost = dollarsPerSuccessfulToken(report.quote, own, options.most)) {
            report.dollarsPerToken = cost->dollars;
            report.dollarsAtMost = cost->atMost;
        }
    }
    if (const auto hour = options.dollarsPerHour.find(name); hour != options.dollarsPerHour.end()) {
        report.dollarsPerHour = hour->second;
        report.dollarsPerToken = machineDollarsPerToken(hour->second, own);
        report.dollarsAtMost = false;
    }
    return report;
}

using BySequence = std::map<std::int64_t, const data::Attempt*>;

// A longer answer takes longer: that says nothing of who is faster. §1 of the design: within 2 %.
bool sameLength(const data::Attempt& a, const data::Attempt& b) {
    const auto [less, more] = std::minmax(a.usage.output, b.usage.output);
    return less >= 0 && static_cast<double>(more - less) <= 0.02 * static_cast<double>(more);
}

struct FoundPairs {
    std::vector<Pair> pairs; // in the order of their prompts: the bootstrap keeps its blocks
    std::size_t otherLength = 0;
};

FoundPairs pairsOf(const BySequence& a, const BySequence& b, ReportMetric metric, Since since) {
    FoundPairs found;
    for (const auto& [sequence, first] : a) {
        const auto second = b.find(sequence);
        if (second == b.end())
            continue;
        const data::Attempt &one = *first, &other = *second->second;
        if (needsStream(metric) && (one.buffered || other.buffered))
            continue;
        const Metric left = metricOf(metric, one, since), right = metricOf(metric, other, since);
        if (!left || !right)
            continue;
        if (metric == ReportMetric::EndToEnd && !sameLength(one, other))
            ++found.otherLength;
        else
            found.pairs.push_back({*left, *right});
    }
    return found;
}

void compareAll(const std::map<std::string, BySequence>& answered, Since since, Report& report) {
    for (auto a = answered.begin(); a != answered.end(); ++a)
        for (auto b = std::next(a); b != answered.end(); ++b)
            for (const ReportMetric metric : comparedMetrics) {
                ComparisonReport comparison;
                comparison.a = a->first;
                comparison.b = b->first;
                comparison.metric = metric;
                const FoundPairs found = pairsOf(a->second, b->second, metric, since);
                comparison.otherLength = found.otherLength;
                comparison.result = comparePairs(found.pairs, 0.95, bootstrapSeed);
                report.comparisons.push_back(std::move(comparison));
            }
    std::vector<double> p; // of those that could be tested
    for (const ComparisonReport& comparison : report.comparisons)
        if (comparison.result.enough())
            p.push_back(comparison.result.p);
    const std::vector<double> adjusted = holmAdjusted(p);
    std::size_t next = 0;
    for (ComparisonReport& comparison : report.comparisons) {
        if (!comparison.result.enough())
            continue;
        comparison.comparisons = p.size();
        comparison.adjustedP = adjusted[next++];
        comparison.ordering = orderingOf(comparison.result, comparison.adjustedP);
    }
}

void addOverheads(const std::map<std::string, BySequence>& answered, const ReportOptions& options,
                  Report& report) {
    for (const ServedPair& pair : options.served) {
        const auto local = answered.find(pair.local), served = answered.find(pair.served);
        if (local == answered.end() || served == answered.end())
            continue;
        for (const ReportMetric metric :
             {ReportMetric::FirstOutput, ReportMetric::PerOutputToken, ReportMetric::EndToEnd}) {
            const auto pairs = pairsOf(local->second, served->second, metric, options.level.since).pairs;
            std::vector<double> added;
            added.reserve(pairs.size());
            for (const Pair& both : pairs)
                added.push_back(both.b - both.a);
            std::sort(added.begin(), added.end());
            report.overheads.push_back({pair.local, pair.served, metric, percentile(added, 0.5)});
        }
    }
}

} // namespace

const char* metricName(ReportMetric metric) {
    switch (metric) {
    case ReportMetric::FirstToken:
        return "ttft";
    case ReportMetric::FirstOutput:
        return "ttfo";
    case ReportMetric::EndToEnd:
        return "e2e";
    case ReportMetric::EndToEndWire:
        return "e2e-wire";
    case ReportMetric::PerOutputToken:
        return "tpot";
    case ReportMetric::ServerFirstToken:
        return "ttft-server";
    case ReportMetric::Queue:
        return "queue";
    case ReportMetric::Stall:
        return "stall";
    case ReportMetric::RoundTrip:
        return "rtt";
    }
    return "";
}

bool needsStream(ReportMetric metric) {
    return metric == ReportMetric::FirstToken || metric == ReportMetric::FirstOutput ||
           metric == ReportMetric::ServerFirstToken || metric == ReportMetric::PerOutputToken ||
           metric == ReportMetric::Stall;
}

Metric metricOf(ReportMetric metric, const data::Attempt& attempt, Since since) {
    switch (metric) {
    case ReportMetric::FirstToken:
        return timeToFirstToken(attempt.time, since);
    case ReportMetric::FirstOutput:
        return timeToFirstOutput(attempt.time, since);
    case ReportMetric::EndToEnd:
        return endToEnd(attempt.time, since);
    case ReportMetric::EndToEndWire:
        return endToEndWire(attempt.time, since);
    case ReportMetric::PerOutputToken:
        return timePerOutputToken(attempt);
    case ReportMetric::ServerFirstToken:
        return serverTimeToFirstToken(attempt.time);
    case ReportMetric::Queue:
        return queueDelay(attempt.time);
    case ReportMetric::Stall:
        return longestStall(attempt.time);
    case ReportMetric::RoundTrip:
        return roundTrip(attempt.time);
    }
    return std::nullopt;
}

std::vector<ServedPair> servedPairs(std::span<const data::Endpoint> endpoints) {
    // A server that was started elsewhere calls its model by the file's name.
    const auto sameModel = [](const data::Endpoint& a, const data::Endpoint& b) {
        const std::filesystem::path file = a.model;
        return a.model == b.model || (!b.baseUrl.empty() && file.stem() == b.model);
    };
    std::vector<ServedPair> pairs;
    for (const data::Endpoint& a : endpoints)
        for (const data::Endpoint& b : endpoints)
            if (a.provider == "local" && b.provider == "parallax" && sameModel(a, b))
                pairs.push_back({a.name, b.name});
    return pairs;
}

bool isPriced(const Report& report) {
    return std::ranges::all_of(report.endpoints,
                               [](const EndpointReport& one) { return one.quote.complete(); });
}

bool isSimulated(const Report& report) {
    return !report.endpoints.empty() &&
           std::ranges::none_of(report.endpoints, [](const auto& one) { return one.simulation.empty(); });
}

namespace {

// Warm-up is paid for as well.
bool isSpentAtMost(std::span<const data::Attempt> attempts, const ReportOptions& options) {
    std::map<std::string, Quote> quotes;
    return options.quote && std::ranges::any_of(attempts, [&](const data::Attempt& attempt) {
               const auto [at, added] = quotes.try_emplace(attempt.endpoint);
               if (added)
                   at->second = options.quote(attempt.endpoint);
               const Spending spending = spendingOf(attempt, at->second, options.most);
               return spending.dollars > 0 && (spending.atMost || at->second.disagreement);
           });
}

} // namespace

Report reportOf(std::span<const data::Attempt> attempts, const ReportOptions& options) {
    std::map<std::string, std::vector<const data::Attempt*>> measured;
    std::map<std::string, BySequence> answered;
    for (const data::Attempt& attempt : attempts) {
        if (attempt.warmup)
            continue;
        measured[attempt.endpoint].push_back(&attempt);
        auto& own = answered[attempt.endpoint];
        if (attempt.outcome == Outcome::Success)
            own[attempt.sequence] = &attempt;
    }
    Report report;
    for (const auto& [name, own] : measured)
        report.endpoints.push_back(endpointReport(name, own, options));
    if (options.paired)
        compareAll(answered, options.level.since, report);
    if (options.paired)
        addOverheads(answered, options, report);
    report.spentAtMost = isSpentAtMost(attempts, options);
    return report;
}

const data::Attempt* nearestTo(double value, ReportMetric metric, Since since, const std::string& endpoint,
                               std::span<const data::Attempt> attempts,
                               std::optional<data::ConnectionKind> connection) {
    const data::Attempt* nearest = nullptr;
    double distance = std::numeric_limits<double>::infinity();
    for (const data::Attempt& attempt : attempts) {
        if (attempt.endpoint != endpoint || attempt.warmup || attempt.outcome != Outcome::Success ||
            (connection && attempt.connection != *connection))
            continue;
        const Metric own = metricOf(metric, attempt, since);
        if (own && std::abs(*own - value) < distance) {
            nearest = &attempt;
            distance = std::abs(*own - value);
        }
    }
    return nearest;
}

} // namespace parallax::latency
