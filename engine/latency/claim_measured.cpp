// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include "engine/latency/claim_answers.h"
#include "engine/latency/claim_days.h"
#include "engine/latency/claim_evidence.h"
#include "engine/latency/metrics.h"
#include "engine/latency/stats/proportion.h"
#include "engine/latency/stats/series.h"

namespace parallax::latency {
namespace {

using data::Attempt;
using data::Claim;
using data::ClaimStatistic;
using data::Endpoint;

constexpr std::size_t enoughForMean = 30; // below, a mean of skewed times has no interval to trust
constexpr double mostPercent = 100;

const Endpoint* endpointOf(const ClaimRun& run, const std::string& name) {
    const auto found = std::ranges::find(run.endpoints, name, &Endpoint::name);
    return found == run.endpoints.end() ? nullptr : &*found;
}

// What an endpoint's runs gave.
struct Sample {
    std::vector<double> values;
    std::size_t otherLength = 0;
    std::size_t disturbed = 0; // answers under load or over new connections: no use for a time
    std::vector<data::RunId> runs;
    AvailabilityCount availability;
    std::string simulation;
    std::string newest; // ISO day of its runs

    void from(const ClaimRun& run) {
        if (runs.empty() || runs.back() != run.id)
            runs.push_back(run.id);
        newest = std::max(newest, run.begunAt.substr(0, 10));
    }
};

enum class MeasuredAt { ClaimsTime, AnotherTime };

std::map<std::string, Sample> samplesOf(const Claim& claim, const ClaimReading& reading,
                                        std::span<const ClaimRun* const> runs, MeasuredOn on, MeasuredAt at) {
    std::map<std::string, Sample> samples;
    for (const ClaimRun* const one : runs) {
        const ClaimRun& run = *one;
        // A simulation has no time.
        if ((on == MeasuredOn::Simulation || isOfTheTime(claim, run.begunAt)) !=
            (at == MeasuredAt::ClaimsTime))
            continue;
        for (const Attempt& attempt : run.attempts) {
            const Endpoint* const endpoint = endpointOf(run, attempt.endpoint);
            if (attempt.warmup || endpoint == nullptr || !plays(*endpoint, claim.subject, on) ||
                !fits(claim, *endpoint, attempt, on))
                continue;
            Sample& sample = samples[endpoint->name];
            sample.from(run);
            if (on == MeasuredOn::Simulation)
                sample.simulation = endpoint->model;
            const AvailabilityCount ended = availabilityOf(std::span(&attempt, 1));
            sample.availability.successes += ended.successes;
            sample.availability.providerFailures += ended.providerFailures;
            if (!isAnswer(attempt))
                continue;
            if (!isUndisturbed(run, attempt))
                ++sample.disturbed;
            else if (!hasLength(reading, attempt))
                ++sample.otherLength;
            else if (const Metric value = valueOf(reading, attempt))
                sample.values.push_back(*value);
        }
    }
    return samples;
}

void judgeValues(ReadingResult& result, Sample sample) {
    std::vector<double>& values = sample.values;
    std::ranges::sort(values);
    result.n = values.size();
    result.otherLength = sample.otherLength;
    result.disturbed = sample.disturbed;
    if (result.reading.statistic == ClaimStatistic::Mean) {
        result.needed = enoughForMean;
        if (const auto mean =
                values.size() >= enoughForMean ? meanOf(values, claimConfidence) : std::nullopt) {
            result.value = mean->mean;
            result.interval = mean->interval;
        }
    } else {
        const double q = result.reading.statistic == ClaimStatistic::Quantile ? result.reading.quantile : 0.5;
        result.needed = minimumSample(q, claimConfidence);
        if (values.size() >= result.needed) {
            const Percentile found = percentile(values, q, claimConfidence);
            result.value = found.value;
            result.interval = found.interval;
        }
    }
    if (result.interval)
        decide(result);
    else
        result.reason = result.n > 0             ? "few"
                        : result.otherLength > 0 ? "wrong-length"
                        : result.disturbed > 0   ? "disturbed"
                                                 : "few";
}

void judgeObserved(ReadingResult& result, const AvailabilityCount& count, double percent) {
    const std::int64_t n = count.successes + count.providerFailures;
    const double claim = percent / mostPercent;
    result.n = static_cast<std::size_t>(n);
    result.needed = static_cast<std::size_t>(cleanRequestsToShow(claim, claimConfidence));
    if (n == 0) {
        result.reason = "few";
        return;
    }
    result.value = mostPercent * static_cast<double>(count.successes) / static_cast<double>(n);
    const Interval found = proportionInterval(count.successes, n, claimConfidence);
    result.interval = Interval{mostPercent * found.low, mostPercent * found.high};
    switch (judgeAvailability(count.successes, n, claim, claimConfidence)) {
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

std::vector<ReadingResult> resultsAt(const Claim& claim, const ClaimReading& reading,
                                     std::span<const ClaimRun* const> runs, MeasuredOn on, MeasuredAt at) {
    std::vector<ReadingResult> results;
    for (auto& [name, sample] : samplesOf(claim, reading, runs, on, at)) {
        ReadingResult result;
        result.reading = reading;
        result.source = name;
        result.readOn = sample.newest;
        result.runs = sample.runs;
        result.simulation = sample.simulation;
        result.accepted = acceptedFor(claim.stated);
        if (reading.measure == ClaimMeasure::Observed) {
            result.accepted = {claim.stated.low, mostPercent};
            judgeObserved(result, sample.availability, claim.stated.low);
        } else {
            judgeValues(result, std::move(sample));
        }
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace

std::vector<ReadingResult> measuredResults(const Claim& claim, const ClaimReading& reading,
                                           std::span<const ClaimRun* const> runs, MeasuredOn on) {
    if (reading.measure == ClaimMeasure::PairedRatio)
        return claim.base ? pairedResults(claim, reading, runs, on) : std::vector<ReadingResult>{};
    std::vector<ReadingResult> results = resultsAt(claim, reading, runs, on, MeasuredAt::ClaimsTime);
    if (!results.empty() || on == MeasuredOn::Simulation)
        return results;
    results = resultsAt(claim, reading, runs, on, MeasuredAt::AnotherTime);
    for (ReadingResult& result : results)
        laterThan(result, claim);
    return results;
}

} // namespace parallax::latency
