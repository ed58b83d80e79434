// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/claim_verdict.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "engine/latency/claim_evidence.h"

namespace parallax::latency {
namespace {

using data::Claim;
using data::ClaimKind;

constexpr double tolerance = 0.1; // §7 of the design

bool isMeasured(ClaimMeasure measure) {
    return measure != ClaimMeasure::ListPrice && measure != ClaimMeasure::Contract &&
           measure != ClaimMeasure::Rate;
}

ReadingResult without(const ClaimReading& reading, const char* reason, ClaimVerdict verdict) {
    ReadingResult result;
    result.reading = reading;
    result.reason = reason;
    result.verdict = verdict;
    return result;
}

void addAll(std::vector<ReadingResult>& to, std::vector<ReadingResult> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

const char* untestable(const Claim& claim) {
    if (claim.future)
        return "future";
    if (claim.kind == ClaimKind::Throughput)
        return "not-remote";
    if (!claim.load.empty())
        return "load";
    if (claim.kind == ClaimKind::Price && claim.unit != "USD")
        return "currency";
    return nullptr;
}

// A reading is borne out by any of its evidence; it is refuted when all of its evidence says so.
ClaimVerdict verdictOf(const std::vector<ReadingResult>& results, const ClaimReading& reading) {
    bool any = false, allAgainst = true;
    for (const ReadingResult& one : results) {
        if (one.reading.measure != reading.measure || one.reading.side != reading.side ||
            one.reading.statistic != reading.statistic || one.reading.quantile != reading.quantile)
            continue;
        if (one.verdict == ClaimVerdict::Consistent)
            return ClaimVerdict::Consistent;
        any = true;
        allAgainst = allAgainst && one.verdict == ClaimVerdict::Contradicted;
    }
    return any && allAgainst ? ClaimVerdict::Contradicted : ClaimVerdict::NotEnoughData;
}

void conclude(ClaimJudgement& out, const std::vector<ClaimReading>& readings) {
    bool allAgainst = true, refuted = false;
    for (const ClaimReading& reading : readings) { // the ratio to another comes last
        ClaimVerdict verdict = verdictOf(out.results, reading);
        if (reading.aside)
            continue;
        // Both ten times as slow as stated have the stated ratio: that bears out no figure that was refuted.
        if (reading.measure == ClaimMeasure::PairedRatio && verdict == ClaimVerdict::Consistent && refuted)
            verdict = ClaimVerdict::NotEnoughData;
        refuted = refuted || verdict == ClaimVerdict::Contradicted;
        if (verdict == ClaimVerdict::Consistent) {
            out.verdict = ClaimVerdict::Consistent;
            break;
        }
        allAgainst = allAgainst && verdict == ClaimVerdict::Contradicted;
    }
    if (out.verdict != ClaimVerdict::Consistent && allAgainst && !readings.empty())
        out.verdict = ClaimVerdict::Contradicted;
    for (std::size_t i = 0; i < out.results.size(); ++i)
        if (!out.results[i].reading.aside && out.results[i].verdict == out.verdict) {
            out.decidedBy = static_cast<int>(i);
            break;
        }
    // Of a time that is over no run says anything.
    const auto decides = [](const ReadingResult& one) { return !one.reading.aside; };
    if (out.verdict == ClaimVerdict::NotEnoughData && std::ranges::any_of(out.results, decides) &&
        std::ranges::all_of(out.results, [&](const ReadingResult& one) {
            return !decides(one) || one.verdict == ClaimVerdict::NotTestable;
        })) {
        out.verdict = ClaimVerdict::NotTestable;
        out.decidedBy = static_cast<int>(std::ranges::find_if(out.results, decides) - out.results.begin());
    }
    if (out.decidedBy >= 0)
        out.reason = out.results[static_cast<std::size_t>(out.decidedBy)].reason;
    else if (!out.results.empty())
        out.reason = out.results.front().reason;
    // Of what is not enough, the one with the most behind it says what is lacking.
    if (out.verdict == ClaimVerdict::NotEnoughData) {
        const auto best = std::ranges::max_element(
            out.results, {}, [](const ReadingResult& one) { return one.reading.aside ? 0 : one.n; });
        if (best != out.results.end() && best->n > 0) {
            out.decidedBy = static_cast<int>(best - out.results.begin());
            out.reason = best->reason;
        }
    }
}

// What is not understood of the sentence may say of what else the figure is.
void leaveUnread(ClaimJudgement& out, const Claim& claim) {
    if (claim.unread.empty() && claim.unreadBeside.empty())
        return;
    const auto leave = [&](ClaimVerdict& verdict, std::string& reason) {
        if (verdict != ClaimVerdict::Contradicted &&
            (verdict != ClaimVerdict::Consistent || claim.unread.empty()))
            return;
        verdict = ClaimVerdict::NotEnoughData;
        reason += unreadEnding;
    };
    leave(out.verdict, out.reason);
    for (std::vector<ReadingResult>* const list : {&out.results, &out.simulated})
        for (ReadingResult& one : *list)
            leave(one.verdict, one.reason);
    // What fits or differs is what there is to show, though another reading would have more behind it.
    if (out.verdict == ClaimVerdict::NotEnoughData && out.decidedBy >= 0)
        out.reason = out.results[static_cast<std::size_t>(out.decidedBy)].reason;
}

} // namespace

Interval acceptedFor(const data::ClaimFigure& stated) {
    constexpr double open = std::numeric_limits<double>::infinity();
    switch (stated.bound) {
    case data::ClaimBound::AtMost:
        return {-open, stated.high};
    case data::ClaimBound::AtLeast:
        return {stated.low, open};
    case data::ClaimBound::Exact:
        break;
    }
    return {stated.low * (1 - tolerance), stated.high * (1 + tolerance)};
}

void decide(ReadingResult& result) {
    const Interval& found = *result.interval;
    if (found.low >= result.accepted.low && found.high <= result.accepted.high) {
        result.verdict = ClaimVerdict::Consistent;
        result.reason = "inside";
    } else if (found.high < result.accepted.low || found.low > result.accepted.high) {
        result.verdict = ClaimVerdict::Contradicted;
        result.reason = "outside";
    } else {
        result.verdict = ClaimVerdict::NotEnoughData;
        result.reason = "straddles";
    }
}

void laterThan(ReadingResult& result, const Claim& claim) {
    if (claim.past) {
        result.verdict = ClaimVerdict::NotTestable;
        result.reason = "past";
        return;
    }
    const bool against = result.verdict == ClaimVerdict::Contradicted;
    if (!against && result.verdict != ClaimVerdict::Consistent)
        return;
    result.reason += "-later"; // inside, outside, shown, refuted
    if (against)
        result.verdict = ClaimVerdict::NotEnoughData;
}

ClaimJudgement judgeClaim(const Claim& claim, const ClaimEvidenceSources& sources) {
    ClaimJudgement out;
    out.missing = missingOf(claim);
    const std::vector<ClaimReading> readings = readingsOf(claim);
    if (const char* const why = untestable(claim)) {
        out.verdict = ClaimVerdict::NotTestable;
        out.reason = why;
        for (const ClaimReading& reading : readings)
            out.results.push_back(without(reading, why, ClaimVerdict::NotTestable));
        return out;
    }
    for (const ClaimReading& reading : readings) {
        std::vector<ReadingResult> found;
        if (reading.measure == ClaimMeasure::ListPrice && !claim.terms.empty())
            found.push_back(without(reading, "price-special", ClaimVerdict::NotEnoughData));
        else if (reading.measure == ClaimMeasure::ListPrice)
            found = listedResults(claim, reading, sources);
        else if (reading.measure == ClaimMeasure::Contract)
            found = contractResults(claim, reading, sources);
        else
            found = measuredResults(claim, reading, sources.runs, MeasuredOn::Providers);
        if (isMeasured(reading.measure))
            addAll(out.simulated, measuredResults(claim, reading, sources.runs, MeasuredOn::Simulation));
        if (found.empty() && claim.past && isMeasured(reading.measure)) {
            found.push_back(without(reading, "past", ClaimVerdict::NotTestable));
        } else if (found.empty()) {
            const bool price = reading.measure == ClaimMeasure::ListPrice;
            const bool contract = reading.measure == ClaimMeasure::Contract;
            found.push_back(without(reading,
                                    price && claim.model.empty() ? "no-model"
                                    : price                      ? "no-price"
                                    : contract                   ? "no-contract"
                                    : !out.simulated.empty()     ? "simulated-only"
                                                                 : "no-runs",
                                    ClaimVerdict::NotEnoughData));
        }
        addAll(out.results, std::move(found));
    }
    conclude(out, readings);
    leaveUnread(out, claim);
    return out;
}

const char* verdictName(ClaimVerdict verdict) {
    switch (verdict) {
    case ClaimVerdict::Consistent:
        return "consistent";
    case ClaimVerdict::Contradicted:
        return "contradicted";
    case ClaimVerdict::NotEnoughData:
        return "not_enough_data";
    case ClaimVerdict::NotTestable:
        return "not_testable_here";
    }
    return "";
}

const char* measureName(ClaimMeasure measure) {
    switch (measure) {
    case ClaimMeasure::EndToEnd:
        return "e2e";
    case ClaimMeasure::FirstToken:
        return "ttft";
    case ClaimMeasure::PerToken:
        return "tpot";
    case ClaimMeasure::DecodeSpeed:
        return "decode_speed";
    case ClaimMeasure::EndToEndSpeed:
        return "e2e_speed";
    case ClaimMeasure::PairedRatio:
        return "paired_ratio";
    case ClaimMeasure::ListPrice:
        return "list_price";
    case ClaimMeasure::Contract:
        return "contract";
    case ClaimMeasure::Observed:
        return "observed_availability";
    case ClaimMeasure::Rate:
        return "rate";
    }
    return "";
}

} // namespace parallax::latency
