// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/claim_readings.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "engine/latency/provider.h"

namespace parallax::latency {
namespace {

using data::Claim;
using data::ClaimKind;
using data::ClaimSpan;
using data::ClaimStatistic;
using data::TokenSide;

// Tokens a second that one answer of a large hosted model seldom reaches: what needs more is first taken for
// another length.
constexpr double usualSpeed = 200;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// Letters and digits alone: "Northgate Cloud, east" → "northgatecloudeast". Other scripts stay.
std::string squeezed(std::string_view text) {
    std::string out = lower(text);
    std::erase_if(out, [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x80 && !(c >= 'a' && c <= 'z') && !isDigit(c);
    });
    return out;
}

// Runs of letters and runs of digits: "gpt-4o" → gpt, 4, o; "Command R+" → command, r, plus.
std::vector<std::string> modelWords(std::string_view name) {
    std::vector<std::string> words;
    const std::string text = lower(name);
    for (std::size_t i = 0; i < text.size();) {
        const auto u = static_cast<unsigned char>(text[i]);
        const bool digit = isDigit(text[i]);
        if (!digit && u < 0x80 && !(text[i] >= 'a' && text[i] <= 'z')) {
            if (text[i] == '+')
                words.emplace_back("plus");
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && isDigit(text[end]) == digit &&
               (digit || static_cast<unsigned char>(text[end]) >= 0x80 ||
                (text[end] >= 'a' && text[end] <= 'z')))
            ++end;
        words.push_back(text.substr(i, end - i));
        i = end;
    }
    return words;
}

// Words with which clouds wrap a model's name, and versions of the wrapping.
bool isWrapping(const std::vector<std::string>& words, std::size_t at) {
    static constexpr std::array<std::string_view, 18> known = {
        "us",      "eu",     "apac",   "global", "openai", "anthropic", "amazon", "meta",       "cohere",
        "mistral", "google", "models", "latest", "v",      "instruct",  "chat",   "publishers", "preview"};
    const std::string& word = words[at];
    if (std::ranges::find(known, word) != known.end())
        return true;
    if (!isDigit(word.front()))
        return false;
    if (word.size() == 4 || word.size() == 6 || word.size() == 8) // a date: 2024, 202408, 20240806
        return true;
    if (word.size() == 2 && at + 1 < words.size() && words[at + 1].size() == 4 &&
        words[at + 1].starts_with("20") && word >= "01" && word <= "12") // "08-2024"
        return true;
    // month and day behind a year; the number behind a "v"
    for (std::size_t back = 1; back <= 2 && back <= at; ++back)
        if (const std::string& before = words[at - back];
            (word.size() == 2 && before.size() == 4 && isDigit(before.front())) || before == "v")
            return true;
    return false;
}

ClaimReading latencyReading(const Claim& claim, ClaimMeasure measure, TokenSide side) {
    ClaimReading reading;
    reading.measure = measure;
    reading.side = side;
    reading.tokens = claim.tokens;
    if (measure == ClaimMeasure::EndToEnd && claim.tokens > 1 && side == TokenSide::Output &&
        claim.stated.high > 0)
        reading.impliedSpeed = static_cast<double>(claim.tokens) / claim.stated.high;
    return reading;
}

// Each reading once for every statistic that may be meant.
void addStatistics(const Claim& claim, const ClaimReading& reading, std::vector<ClaimReading>& out) {
    ClaimReading one = reading;
    if (claim.statistic != ClaimStatistic::Unstated) {
        one.statistic = claim.statistic;
        one.quantile = claim.quantile;
        out.push_back(one);
        return;
    }
    one.statistic = ClaimStatistic::Quantile;
    one.quantile = 0.5;
    out.push_back(one);
    one.statistic = ClaimStatistic::Mean;
    one.quantile = 0;
    out.push_back(one);
}

std::vector<TokenSide> sidesOf(const Claim& claim) {
    if (claim.tokens == 0 || claim.side != TokenSide::Unstated)
        return {claim.side};
    const double needed = static_cast<double>(claim.tokens) / std::max(claim.stated.high, 1e-9);
    if (claim.span == ClaimSpan::FirstToken || needed > usualSpeed)
        return {TokenSide::Input, TokenSide::Total, TokenSide::Output};
    return {TokenSide::Output, TokenSide::Total, TokenSide::Input};
}

void readLatency(const Claim& claim, std::vector<ClaimReading>& out) {
    const ClaimMeasure measure = claim.span == ClaimSpan::FirstToken ? ClaimMeasure::FirstToken
                                 : claim.span == ClaimSpan::PerToken ? ClaimMeasure::PerToken
                                                                     : ClaimMeasure::EndToEnd;
    for (const TokenSide side : sidesOf(claim))
        addStatistics(claim, latencyReading(claim, measure, side), out);
    // Of medians alone: bounds ("under 2 s and under 3 s") make no ratio, and pairs have no p95.
    const bool median = claim.statistic == ClaimStatistic::Unstated ||
                        (claim.statistic == ClaimStatistic::Quantile && claim.quantile == 0.5);
    if (claim.base && median && claim.stated.bound == data::ClaimBound::Exact &&
        claim.base->stated.bound == data::ClaimBound::Exact) {
        ClaimReading ratio;
        ratio.measure = ClaimMeasure::PairedRatio;
        ratio.statistic = ClaimStatistic::Quantile;
        ratio.quantile = 0.5;
        out.push_back(ratio);
    }
}

} // namespace

std::vector<ClaimReading> readingsOf(const Claim& claim) {
    std::vector<ClaimReading> out;
    switch (claim.kind) {
    case ClaimKind::Latency:
        readLatency(claim, out);
        break;
    case ClaimKind::Speed:
        for (const ClaimMeasure measure : {ClaimMeasure::DecodeSpeed, ClaimMeasure::EndToEndSpeed}) {
            ClaimReading reading;
            reading.measure = measure;
            addStatistics(claim, reading, out);
        }
        break;
    case ClaimKind::Throughput:
        out.push_back({.measure = ClaimMeasure::Rate});
        break;
    case ClaimKind::Price:
        if (claim.side != TokenSide::Unstated)
            out.push_back({.measure = ClaimMeasure::ListPrice, .side = claim.side});
        else
            for (const TokenSide side :
                 {TokenSide::Input, TokenSide::Output, TokenSide::Blended, TokenSide::Total})
                out.push_back({.measure = ClaimMeasure::ListPrice, .side = side});
        break;
    case ClaimKind::Availability:
        if (claim.contract)
            out.push_back({.measure = ClaimMeasure::Contract});
        out.push_back({.measure = ClaimMeasure::Observed, .aside = claim.contract});
        break;
    }
    return out;
}

std::vector<std::string> missingOf(const Claim& claim) {
    std::vector<std::string> missing;
    const auto add = [&](bool lacks, const char* what) {
        if (lacks)
            missing.emplace_back(what);
    };
    const bool timed = claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed;
    add(claim.subject.providers.empty(), "provider");
    add(claim.model.empty() && claim.kind != ClaimKind::Availability, "model");
    // Price lists and contracts are of no region.
    add(claim.region.empty() && (timed || (claim.kind == ClaimKind::Availability && !claim.contract)),
        "region");
    add(timed && claim.statistic == ClaimStatistic::Unstated, "statistic");
    add(claim.kind == ClaimKind::Latency && claim.tokens == 0, "token-count");
    add(claim.kind == ClaimKind::Latency && claim.tokens > 0 && claim.side == TokenSide::Unstated,
        "token-side");
    add(claim.kind == ClaimKind::Price && claim.side == TokenSide::Unstated, "price-side");
    if (claim.kind == ClaimKind::Throughput) {
        missing.insert(missing.end(), {"prompt-length", "concurrency", "service-level"});
        add(claim.setting.empty(), "hardware");
    }
    return missing;
}

namespace {

// `family`: a single word without a digit is the name of all models that have it.
bool matches(std::string_view claimed, std::string_view known, bool family) {
    std::vector<std::string> wanted = modelWords(claimed);
    const std::vector<std::string> words = modelWords(known);
    if (wanted.empty())
        return false;
    // What is left of the known name after the claimed words were taken out of it.
    std::vector<bool> taken(words.size());
    for (const std::string& word : wanted) {
        std::size_t at = 0;
        while (at < words.size() && (taken[at] || words[at] != word))
            ++at;
        if (at == words.size())
            return false;
        taken[at] = true;
    }
    if (family && wanted.size() == 1 && !isDigit(wanted.front().front()))
        return true; // "Claude"
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!taken[i] && !isWrapping(words, i))
            return false;
    return true;
}

} // namespace

bool sameModel(std::string_view claimed, std::string_view known) {
    return matches(claimed, known, true);
}

bool namesModel(std::string_view claimed, std::string_view known) {
    return matches(claimed, known, false);
}

namespace {

// Whether an endpoint's name or address has one of the names in it.
bool isNamedAfter(const data::Endpoint& endpoint, std::string_view subject) {
    const std::string name = squeezed(subject);
    return !name.empty() && (squeezed(endpoint.name).find(name) != std::string::npos ||
                             squeezed(endpoint.baseUrl).find(name) != std::string::npos);
}

bool isAskedAs(const data::ClaimSubject& subject, const std::string& provider) {
    return std::ranges::find(subject.providers, provider) != subject.providers.end();
}

} // namespace

bool speaksFor(const data::Endpoint& endpoint, const data::ClaimSubject& subject) {
    if (endpoint.provider == "simulation")
        return false;
    // "AWS (proxy)" that speaks Bedrock's format is meant by "Amazon Bedrock", too.
    const bool named = isNamedAfter(endpoint, subject.name) ||
                       (isAskedAs(subject, endpoint.provider) &&
                        std::ranges::any_of(subject.aliases, [&](const std::string& alias) {
                            return isNamedAfter(endpoint, alias);
                        }));
    // Who speaks a provider's format elsewhere is the provider only where he is named so.
    const Provider* const provider = knownProvider(endpoint.provider);
    if (provider == nullptr || subject.providers.empty())
        return named;
    if (provider->unpaid)
        return false; // this machine answers
    if (!isOwnAddress(*provider, endpoint.baseUrl))
        return named;
    return isAskedAs(subject, endpoint.provider);
}

bool inRegion(const data::Endpoint& endpoint, const data::Claim& claim) {
    if (claim.region.empty())
        return true;
    const auto tells = [&](const std::string& text) {
        return std::ranges::any_of(claim.regionIds, [&](const std::string& id) {
            return !text.empty() && lower(text).find(id) != std::string::npos;
        });
    };
    return tells(endpoint.region) || tells(endpoint.baseUrl) ||
           std::ranges::any_of(endpoint.options, [&](const auto& one) { return tells(one.second); });
}

bool playsSubject(const data::Endpoint& endpoint, const data::ClaimSubject& subject) {
    const auto plays = [&](std::string_view subjectName) {
        const std::string name = squeezed(subjectName);
        return !name.empty() && (squeezed(endpoint.name).find(name) != std::string::npos ||
                                 squeezed(endpoint.model).find(name) != std::string::npos);
    };
    return endpoint.provider == "simulation" &&
           (plays(subject.name) || std::ranges::any_of(subject.aliases, plays));
}

} // namespace parallax::latency
