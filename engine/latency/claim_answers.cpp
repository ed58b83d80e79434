// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/claim_answers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace parallax::latency {
namespace {

using data::Attempt;
using data::Claim;
using data::Endpoint;
using data::TokenSide;

constexpr double otherTokenizer = 0.1; // a prompt of a stated length is only ever near to it

bool near(std::int64_t value, std::int64_t wanted) {
    return std::abs(static_cast<double>(value - wanted)) <= otherTokenizer * static_cast<double>(wanted);
}

Metric seconds(Metric milliseconds) {
    return milliseconds ? Metric(*milliseconds / 1000) : std::nullopt;
}

} // namespace

bool plays(const Endpoint& endpoint, const data::ClaimSubject& subject, MeasuredOn on) {
    return on == MeasuredOn::Simulation ? playsSubject(endpoint, subject) : speaksFor(endpoint, subject);
}

bool isAnswer(const Attempt& attempt) {
    return !attempt.warmup && attempt.outcome == data::Outcome::Success;
}

bool fits(const Claim& claim, const Endpoint& endpoint, const Attempt& attempt, MeasuredOn on) {
    if (on == MeasuredOn::Simulation)
        return true; // a profile has neither model nor region
    if (!attempt.simulation.empty() || !inRegion(endpoint, claim))
        return false;
    return claim.model.empty() || sameModel(claim.model, endpoint.model) ||
           (!attempt.model.empty() && sameModel(claim.model, attempt.model));
}

bool isUndisturbed(const ClaimRun& run, const Attempt& attempt) {
    return run.oneAtATime && (attempt.connection == data::ConnectionKind::Warm ||
                              attempt.connection == data::ConnectionKind::Local);
}

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

Metric valueOf(const ClaimReading& reading, const Attempt& attempt) {
    switch (reading.measure) {
    case ClaimMeasure::FirstToken:
        return attempt.buffered ? std::nullopt : seconds(timeToFirstToken(attempt.time));
    case ClaimMeasure::EndToEnd:
        return seconds(endToEnd(attempt.time));
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

} // namespace parallax::latency
