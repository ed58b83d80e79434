// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/measure/attempt.h"
#include "data/measure/claim.h"
#include "data/measure/endpoint.h"

namespace parallax::latency {

// What is looked at to test a claim.
enum class ClaimMeasure {
    EndToEnd,      // seconds to the last token
    FirstToken,    // seconds to the first
    PerToken,      // seconds for each further one
    DecodeSpeed,   // tokens a second after the first
    EndToEndSpeed, // tokens a second, the first one's wait included
    PairedRatio,   // times as long as the subject that the claim is told against
    ListPrice,     // dollars for a million tokens
    Contract,      // per cent that a contract promises
    Observed,      // per cent of requests that were answered
    Rate,          // requests or tokens a second of a whole machine
};

// One way to take a claim: what the article leaves open is settled.
struct ClaimReading {
    ClaimMeasure measure = ClaimMeasure::EndToEnd;
    data::ClaimStatistic statistic = data::ClaimStatistic::Unstated;
    double quantile = 0;
    data::TokenSide side = data::TokenSide::Unstated; // whose length, or whose price; Total of a price: 1:1
    std::int64_t tokens = 0;                          // of a length; 0: any
    double impliedSpeed = 0; // tokens a second that it takes to write so many in that time; 0: none
    bool aside = false;      // shown beside the others, decides nothing
};

// The likeliest first: a length that no usual model could write in the stated time is taken for input before
// it is taken for output.
std::vector<ClaimReading> readingsOf(const data::Claim& claim);

// What an article would have to say for the claim to be exact: "model", "region", "statistic", "token-side",
// "token-count", "provider", "price-side", "prompt-length", "concurrency", "service-level", "hardware".
std::vector<std::string> missingOf(const data::Claim& claim);

// "GPT-4o" is "gpt-4o-2024-08-06" and no "gpt-4o-mini": the same words in any order, dates and wrappings of
// clouds ("us.anthropic.…-v1:0") left out. A family's name alone ("Claude") is any of its models.
bool sameModel(std::string_view claimed, std::string_view known);
// The same where a family's name alone is no model of it: a price is one model's.
bool namesModel(std::string_view claimed, std::string_view known);

// Whether an endpoint speaks for a subject: its provider, and where that is a form that many speak, its name
// or address, too. Where it speaks the subject's format at another address, any name of whoever answers does
// ("AWS" of Amazon Bedrock).
bool speaksFor(const data::Endpoint& endpoint, const data::ClaimSubject& subject);
// In the region that the claim states, where it states one.
bool inRegion(const data::Endpoint& endpoint, const data::Claim& claim);
// A profile of the simulator that plays the subject, and says so.
bool playsSubject(const data::Endpoint& endpoint, const data::ClaimSubject& subject);

} // namespace parallax::latency
