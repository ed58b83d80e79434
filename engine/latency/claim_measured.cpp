// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "engine/latency/claim_evidence.h"
#include "engine/latency/metrics.h"
#include "engine/latency/stats/paired.h"
#include "engine/latency/stats/proportion.h"
#include "engine/latency/stats/series.h"

namespace parallax::latency {
namespace {

using data::Attempt;
using data::Claim;
using data::ClaimStatistic;
using data::Endpoint;
using data::TokenSide;

constexpr double confidence = 0.95;
constexpr std::size_t enoughForMean = 30; // below, a mean of skewed times has no interval to trust
constexpr double otherTokenizer = 0.1;    // a prompt of a stated length is only ever near to it
constexpr double mostPercent = 100;

bool plays(const Endpoint& endpoint, const data::ClaimSubject& subject, MeasuredOn on) {
    return on == MeasuredOn::Simulation ? playsSubject(endpoint, subject) : speaksFor(endpoint, subject);
}

const Endpoint* endpointOf(const ClaimRun& run, const std::string& name) {
    const auto found = std::ranges::find(run.endpoints, name, &Endpoint::name);
    return found == run.endpoints.end() ? nullptr : &*found;
}

bool isAnswer(const Attempt& attempt) {
    return !attempt.warmup && attempt.outcome == data::Outcome::Success;
}

// An attempt at the claim's model, region and subject; what was really asked decides, not what was planned.
bool counts(const Claim& claim, const Endpoint& endpoint, const Attempt& attempt, MeasuredOn on) {
    if (on == MeasuredOn::Simulation)
        return true; // a profile has neither model nor region
    if (!attempt.simulation.empty() || !inRegion(endpoint, claim))
        return false;
    return claim.model.empty() || sameModel(claim.model, endpoint.model) ||
           (!attempt.model.empty() && sameModel(claim.model, attempt.model));
}

bool near(std::int64_t value, std::int64_t wanted) {
    return std::abs(static_cast<double>(value - wanted)) <= otherTokenizer * static_cast<double>(wanted);
}

Metric seconds(Metric milliseconds) {
    return milliseconds ? Metric(*milliseconds / 1000) : std::nullopt;
}

// Whether the answer has the length that the reading speaks of.
bool hasLength(const ClaimReading& reading, const Attempt& attempt) {
    if (reading.tokens == 0)
        return true;
    switch (reading.side) {
    case TokenSide::Input:
    case TokenSide::CachedInput:
        return attempt.usage.input >= 0 && near(attempt.usage.input, reading.tokens);
    case TokenSide::Total:
        return attempt.usage.input >= 0 && attempt.usage.output >= 0 &&
               near(attempt.usage.input + attempt.usage.output, reading.tokens);
    default:
        return endToEndAt(attempt, reading.tokens).has_value();
    }
}

Metric valueOf(const ClaimReading& reading, const Attempt& attempt, Since since) {
    switch (reading.measure) {
    case ClaimMeasure::FirstToken:
        return attempt.buffered ? std::nullopt : seconds(timeToFirstToken(attempt.time, since));
    case ClaimMeasure::EndToEnd:
        return seconds(endToEnd(attempt.time, since));
    case ClaimMeasure::PerToken:
        return attempt.buffered ? std::nullopt : seconds(timePerOutputToken(attempt));
    case ClaimMeasure::DecodeSpeed:
        return attempt.buffered ? std::nullopt : decodeSpeed(attempt);
    case ClaimMeasure::EndToEndSpeed:
        return endToEndSpeed(attempt);
    default:
        return std::nullopt;
    }
}

// What an endpoint's runs gave.
struct Sample {
    std::vector<double> values;
    std::size_t otherLength = 0;
    std::vector<data::RunId> runs;
    AvailabilityCount availability;
    std::string simulation;

    void from(data::RunId run) {
        if (runs.empty() || runs.back() != run)
            runs.push_back(run);
    }
};

std::map<std::string, Sample> samplesOf(const Claim& claim, const ClaimReading& reading,
                                        std::span<const ClaimRun* const> runs, MeasuredOn on) {
    std::map<std::string, Sample> samples;
    for (const ClaimRun* const one : runs) {
        const ClaimRun& run = *one;
        const Since since = run.open ? Since::Scheduled : Since::Submitted;
        for (const Attempt& attempt : run.attempts) {
            const Endpoint* const endpoint = endpointOf(run, attempt.endpoint);
            if (attempt.warmup || endpoint == nullptr || !plays(*endpoint, claim.subject, on) ||
                !counts(claim, *endpoint, attempt, on))
                continue;
            Sample& sample = samples[endpoint->name];
            sample.from(run.id);
            if (on == MeasuredOn::Simulation)
                sample.simulation = endpoint->model;
            const AvailabilityCount ended = availabilityOf(std::span(&attempt, 1));
            sample.availability.successes += ended.successes;
            sample.availability.providerFailures += ended.providerFailures;
            if (!isAnswer(attempt))
                continue;
            if (!hasLength(reading, attempt))
                ++sample.otherLength;
            else if (const Metric value = valueOf(reading, attempt, since))
                sample.values.push_back(*value);
        }
    }
    return samples;
}

void judgeValues(ReadingResult& result, std::vector<double> values, std::size_t otherLength) {
    std::ranges::sort(values);
    result.n = values.size();
    result.otherLength = otherLength;
    if (result.reading.statistic == ClaimStatistic::Mean) {
        result.needed = enoughForMean;
        if (const auto mean = values.size() >= enoughForMean ? meanOf(values, confidence) : std::nullopt) {
            result.value = mean->mean;
            result.interval = mean->interval;
        }
    } else {
        const double q = result.reading.statistic == ClaimStatistic::Quantile ? result.reading.quantile : 0.5;
        result.needed = minimumSample(q, confidence);
        if (values.size() >= result.needed) {
            const Percentile found = percentile(values, q, confidence);
            result.value = found.value;
            result.interval = found.interval;
        }
    }
    if (result.interval)
        decide(result);
    else
        result.reason = result.n == 0 && otherLength > 0 ? "wrong-length" : "few";
}

void judgeObserved(ReadingResult& result, const AvailabilityCount& count, double percent) {
    const std::int64_t n = count.successes + count.providerFailures;
    const double claim = percent / mostPercent;
    result.n = static_cast<std::size_t>(n);
    result.needed = static_cast<std::size_t>(cleanRequestsToShow(claim, confidence));
    if (n == 0) {
        result.reason = "few";
        return;
    }
    result.value = mostPercent * static_cast<double>(count.successes) / static_cast<double>(n);
    const Interval found = proportionInterval(count.successes, n, confidence);
    result.interval = Interval{mostPercent * found.low, mostPercent * found.high};
    switch (judgeAvailability(count.successes, n, claim, confidence)) {
    case Availability::Shown:
        result.verdict = ClaimVerdict::Consistent;
        result.reason = "shown";
        break;
    case Availability::Contradicted:
        result.verdict = ClaimVerdict::Contradicted;
        result.reason = "refuted";
        break;
    case Availability::NotShown:
        result.reason = "not-shown";
        break;
    }
}

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
        if (attempt.endpoint == endpoint.name && isAnswer(attempt) && counts(claim, endpoint, attempt, on) &&
            hasLength(reading, attempt))
            if (const Metric value = valueOf(reading, attempt, Since::Submitted))
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

std::vector<ReadingResult> pairedResults(const Claim& claim, const ClaimReading& reading,
                                         std::span<const ClaimRun* const> runs, MeasuredOn on) {
    ReadingResult result;
    result.reading = reading;
    result.accepted = acceptedRatio(claim);
    result.needed = PairedResult::needed;
    std::vector<double> logs;
    PairedResult best;
    bool any = false;
    for (const ClaimRun* const one : runs) {
        const ClaimRun& run = *one;
        if (!run.paired)
            continue;
        for (const Endpoint& base : run.endpoints)
            for (const Endpoint& subject : run.endpoints) {
                if (&base == &subject || !plays(base, claim.base->subject, on) ||
                    !plays(subject, claim.subject, on))
                    continue;
                const PairedResult found =
                    comparePairs(pairsOf(claim, run, base, subject, on), confidence, 1);
                any = true;
                result.runs.push_back(run.id);
                result.source = subject.name + " / " + base.name;
                if (on == MeasuredOn::Simulation)
                    result.simulation = subject.model;
                if (found.enough())
                    logs.push_back(std::log(found.ratio));
                if (found.n > best.n)
                    best = found;
            }
    }
    if (!any)
        return {};
    // With five sessions each counts once; before, the largest speaks for its own window.
    result.n = best.n;
    if (const SessionsResult sessions = compareSessions(logs); sessions.enough()) {
        result.value = sessions.ratio;
        result.interval = sessions.interval;
    } else if (best.enough()) {
        result.value = best.ratio;
        result.interval = best.interval;
    }
    if (result.interval)
        decide(result);
    else
        result.reason = "few";
    return {result};
}

} // namespace

std::vector<ReadingResult> measuredResults(const Claim& claim, const ClaimReading& reading,
                                           std::span<const ClaimRun* const> runs, MeasuredOn on) {
    if (reading.measure == ClaimMeasure::PairedRatio)
        return claim.base ? pairedResults(claim, reading, runs, on) : std::vector<ReadingResult>{};
    std::vector<ReadingResult> results;
    for (auto& [name, sample] : samplesOf(claim, reading, runs, on)) {
        ReadingResult result;
        result.reading = reading;
        result.source = name;
        result.runs = sample.runs;
        result.simulation = sample.simulation;
        result.accepted = acceptedFor(claim.stated);
        if (reading.measure == ClaimMeasure::Observed) {
            result.accepted = {claim.stated.low, mostPercent};
            judgeObserved(result, sample.availability, claim.stated.low);
        } else {
            judgeValues(result, std::move(sample.values), sample.otherLength);
        }
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace parallax::latency
