// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/latency/claim_answers.h"
#include "engine/latency/claim_days.h"
#include "engine/latency/claim_evidence.h"
#include "engine/latency/sessions.h"
#include "engine/latency/stats/paired.h"

namespace parallax::latency {
namespace {

using data::Attempt;
using data::Claim;
using data::Endpoint;
using data::TokenSide;

// Values of one endpoint of a run by the prompt that they answered.
std::map<std::int64_t, double> bySequence(const Claim& claim, const ClaimRun& run, const Endpoint& endpoint,
                                          MeasuredOn on) {
    ClaimReading reading;
    reading.measure =
        claim.span == data::ClaimSpan::FirstToken ? ClaimMeasure::FirstToken : ClaimMeasure::EndToEnd;
    reading.side = TokenSide::Output;
    reading.tokens = claim.side == TokenSide::Input ? 0 : claim.tokens;
    std::map<std::int64_t, double> values;
    for (const Attempt& attempt : run.attempts)
        if (attempt.endpoint == endpoint.name && isAnswer(attempt) && isUndisturbed(run, attempt) &&
            fits(claim, endpoint, attempt, on) && hasLength(reading, attempt))
            if (const Metric value = valueOf(reading, attempt))
                values[attempt.sequence] = *value;
    return values;
}

std::vector<Pair> pairsOf(const Claim& claim, const ClaimRun& run, const Endpoint& base,
                          const Endpoint& subject, MeasuredOn on) {
    const auto a = bySequence(claim, run, base, on), b = bySequence(claim, run, subject, on);
    std::vector<Pair> pairs;
    for (const auto& [sequence, value] : a)
        if (const auto other = b.find(sequence); other != b.end())
            pairs.push_back({value, other->second});
    return pairs;
}

// [1.6, 1.8] against 1.5 is [1.07, 1.20]; where neither is a range, ±10 % of their ratio.
Interval acceptedRatio(const Claim& claim) {
    const data::ClaimFigure& base = claim.base->stated;
    data::ClaimFigure ratio;
    ratio.low = claim.stated.low / base.high;
    ratio.high = claim.stated.high / base.low;
    return claim.stated.range() || base.range() ? Interval{ratio.low, ratio.high} : acceptedFor(ratio);
}

// The runs of one comparison, as far as they have pairs enough, with what each says of two endpoints.
struct OneComparison {
    std::vector<SessionMark> marks;
    std::vector<PairedResult> found;
    std::string simulation;
    std::string newest;         // ISO day of its runs
    bool ofAnotherTime = false; // one of them is not of the claim's
};

// Each session counts once. Before there are five, the largest says what holds in its own window, which
// settles nothing.
ReadingResult resultOf(const OneComparison& comparison, ReadingResult result) {
    result.simulation = comparison.simulation;
    std::vector<double> logs;
    const PairedResult* largest = nullptr;
    for (const std::size_t at : ownSessions(comparison.marks)) {
        const PairedResult& one = comparison.found[at];
        logs.push_back(std::log(one.ratio));
        result.runs.push_back(comparison.marks[at].run);
        if (largest == nullptr || one.n > largest->n)
            largest = &one;
    }
    result.n = logs.size();
    if (const SessionsResult sessions = compareSessions(logs, claimConfidence); sessions.enough()) {
        result.value = sessions.ratio;
        result.interval = sessions.interval;
        decide(result);
        return result;
    }
    result.reason = "no-session";
    if (largest != nullptr) {
        result.reason = "few-sessions";
        result.value = largest->ratio;
        result.interval = largest->interval;
    }
    return result;
}

} // namespace

std::vector<ReadingResult> pairedResults(const Claim& claim, const ClaimReading& reading,
                                         std::span<const ClaimRun* const> runs, MeasuredOn on) {
    // By comparison, base and subject: different prompts, or another endpoint, are no further session.
    std::map<std::tuple<std::string, std::string, std::string>, OneComparison> comparisons;
    for (const ClaimRun* const run : runs) {
        if (run->comparison.empty())
            continue;
        for (const Endpoint& base : run->endpoints)
            for (const Endpoint& subject : run->endpoints) {
                if (&base == &subject || !plays(base, claim.base->subject, on) ||
                    !plays(subject, claim.subject, on))
                    continue;
                OneComparison& one = comparisons[{run->comparison, base.name, subject.name}];
                if (on == MeasuredOn::Simulation)
                    one.simulation = subject.model;
                const PairedResult found =
                    comparePairs(pairsOf(claim, *run, base, subject, on), claimConfidence, 1);
                if (!found.enough())
                    continue;
                one.marks.push_back({run->begunAt, run->id});
                one.newest = std::max(one.newest, run->begunAt.substr(0, 10));
                one.ofAnotherTime = one.ofAnotherTime || !isOfTheTime(claim, run->begunAt);
                one.found.push_back(found);
            }
    }
    std::vector<ReadingResult> results;
    for (const auto& [what, comparison] : comparisons) {
        ReadingResult result;
        result.reading = reading;
        result.accepted = acceptedRatio(claim);
        result.needed = SessionsResult::needed;
        result.source = std::get<2>(what) + " / " + std::get<1>(what);
        result.readOn = comparison.newest;
        results.push_back(resultOf(comparison, std::move(result)));
        if (comparison.ofAnotherTime && on == MeasuredOn::Providers)
            laterThan(results.back(), claim);
    }
    return results;
}

} // namespace parallax::latency
