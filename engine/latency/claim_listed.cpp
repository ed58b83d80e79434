// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/error.h"
#include "base/resource.h"
#include "engine/latency/claim_evidence.h"
#include "engine/latency/run.h"

namespace parallax::latency {
namespace {

using data::Claim;
using data::TokenSide;

constexpr double million = 1e6;
constexpr double written = 0.005; // lists are written to the cent

std::string dayOf(const Claim& claim, const std::string& today) {
    if (claim.day.empty())
        return today;
    return claim.day.size() == 7 ? claim.day + "-28" : claim.day; // of a month the end
}

std::optional<double> perMillion(const Quote& quote, PriceUnit unit) {
    const auto found = quote.perToken.find(unit);
    if (found == quote.perToken.end())
        return std::nullopt;
    return static_cast<double>(found->second) / million;
}

// What the reading makes of a list: a side, or a blend of both.
std::optional<double> priceOf(const Quote& quote, TokenSide side) {
    const auto input = perMillion(quote, PriceUnit::Input), output = perMillion(quote, PriceUnit::Output);
    switch (side) {
    case TokenSide::Input:
        return input;
    case TokenSide::Output:
        return output;
    case TokenSide::CachedInput:
        return perMillion(quote, PriceUnit::CachedInput);
    case TokenSide::Blended:
        return input && output ? std::optional((3 * *input + *output) / 4) : std::nullopt;
    default:
        return input && output ? std::optional((*input + *output) / 2) : std::nullopt;
    }
}

// One source's list of the claim's model, by the rows of the subject first and then by the maker's own.
std::map<std::string, std::vector<Price>> listsOf(const Claim& claim, const ClaimEvidenceSources& sources) {
    std::vector<std::string> asked = claim.subject.providers;
    asked.insert(asked.end(), claim.modelMakers.begin(), claim.modelMakers.end());
    std::map<std::string, std::vector<Price>> lists;
    if (claim.model.empty())
        return lists;
    for (const std::string& provider : asked) {
        for (const Price& price : sources.prices)
            if (price.provider == provider && sameModel(claim.model, price.model))
                lists[price.source].push_back(price);
        if (!lists.empty())
            break; // who sells it himself goes first
    }
    return lists;
}

// A price that cannot be read is none.
Quote ownQuote(const data::Endpoint& endpoint, const std::string& day) {
    try {
        return quoteOf(endpoint, day);
    } catch (const Error&) {
        return {};
    }
}

// Whether a list is known to have been that on the article's day: one without dates was so when it was read,
// and an article may have no day.
enum class OnTheDay { Known, Unknown };
OnTheDay validityOf(const std::vector<Price>& prices, const std::string& day) {
    const auto holds = [&](const Price& one) { return !one.from.empty() || one.readOn == day; };
    return !day.empty() && std::ranges::all_of(prices, holds) ? OnTheDay::Known : OnTheDay::Unknown;
}

bool setFound(ReadingResult& result, double found) {
    result.value = found;
    result.interval = Interval{found, found};
    return found >= result.accepted.low - 1e-9 && found <= result.accepted.high + 1e-9;
}

// `room`: half a unit of the last digit written.
Interval allowed(const data::ClaimFigure& stated, double room) {
    constexpr double open = std::numeric_limits<double>::infinity();
    return {stated.bound == data::ClaimBound::AtMost ? -open : stated.low - room,
            stated.bound == data::ClaimBound::AtLeast ? open : stated.high + room};
}

void judgePrice(ReadingResult& result, double found, OnTheDay validity) {
    const bool fits = setFound(result, found);
    result.verdict = fits ? ClaimVerdict::Consistent : ClaimVerdict::Contradicted;
    result.reason = fits ? "price-fits" : "price-differs";
    if (!fits && validity == OnTheDay::Unknown) { // it may have been another on the day
        result.verdict = ClaimVerdict::NotEnoughData;
        result.reason = "price-undated";
    }
}

} // namespace

std::vector<ReadingResult> listedResults(const Claim& claim, const ClaimReading& reading,
                                         const ClaimEvidenceSources& sources) {
    const std::string day = dayOf(claim, sources.today);
    const double scale = claim.perTokens > 0 ? million / claim.perTokens : 1;
    const double room = std::max(written, claim.stated.resolution * scale / 2);
    data::ClaimFigure stated = claim.stated;
    stated.low *= scale;
    stated.high *= scale;
    std::vector<ReadingResult> results;
    const auto begun = [&](const std::string& source, const std::string& readOn) {
        ReadingResult result;
        result.reading = reading;
        result.source = source;
        result.readOn = readOn;
        result.accepted = allowed(stated, room);
        return result;
    };
    for (const auto& [source, prices] : listsOf(claim, sources)) {
        const Price& first = prices.front();
        // A family's name ("Claude") is no model that has a price.
        if (!std::ranges::all_of(prices, [&](const Price& one) { return one.model == first.model; }))
            continue;
        if (const auto found = priceOf(quoteFor(prices, first.provider, first.model, day), reading.side)) {
            results.push_back(begun(source, first.readOn));
            judgePrice(results.back(), *found, validityOf(prices, claim.day));
        }
    }
    // What an analyst entered for an endpoint of his own; since when it holds nobody knows.
    for (const data::Endpoint& endpoint : sources.endpoints) {
        if (!endpoint.options.contains("price-input") || !speaksFor(endpoint, claim.subject) ||
            !inRegion(endpoint, claim) || !(claim.model.empty() || sameModel(claim.model, endpoint.model)))
            continue;
        if (const auto found = priceOf(ownQuote(endpoint, day), reading.side)) {
            ReadingResult result = begun(endpoint.name, {});
            const bool fits = setFound(result, *found);
            result.verdict = fits ? ClaimVerdict::Consistent : ClaimVerdict::NotEnoughData;
            result.reason = fits ? "entered-fits" : "entered-differs";
            results.push_back(std::move(result));
        }
    }
    return results;
}

std::vector<ReadingResult> contractResults(const Claim& claim, const ClaimReading& reading,
                                           const ClaimEvidenceSources& sources) {
    std::vector<ReadingResult> results;
    for (const ContractTerm& term : sources.contracts) {
        if (std::ranges::find(claim.subject.providers, term.provider) == claim.subject.providers.end())
            continue;
        ReadingResult result;
        result.reading = reading;
        result.source = term.source;
        result.readOn = term.readOn;
        result.accepted = allowed(claim.stated, 0);
        const bool fits = setFound(result, term.percent);
        const bool bounded = claim.stated.bound != data::ClaimBound::Exact || claim.stated.range();
        const bool known =
            !claim.day.empty() &&
            ((!term.statedOn.empty() && dayOf(claim, {}) >= term.statedOn) || claim.day == term.readOn);
        result.verdict = fits    ? ClaimVerdict::Consistent
                         : known ? ClaimVerdict::Contradicted
                                 : ClaimVerdict::NotEnoughData;
        result.reason = !fits     ? known ? "contract-differs" : "contract-undated"
                        : bounded ? "contract-within"
                                  : "contract-same";
        results.push_back(std::move(result));
    }
    return results;
}

std::vector<ContractTerm> readContracts(std::string_view csv, const std::string& name) {
    std::vector<ContractTerm> terms;
    int number = 0;
    while (!csv.empty()) {
        const std::size_t end = std::min(csv.find('\n'), csv.size());
        std::string_view line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (++number == 1 || line.empty() || line.front() == '#')
            continue;
        std::vector<std::string> fields;
        for (;;) {
            const std::size_t comma = line.find(',');
            fields.emplace_back(line.substr(0, comma));
            if (comma == std::string_view::npos)
                break;
            line.remove_prefix(comma + 1);
        }
        ContractTerm term;
        const bool five = fields.size() == 5;
        const char* const begin = five ? fields[1].data() : nullptr;
        if (!five ||
            std::from_chars(begin, begin + fields[1].size(), term.percent).ptr != begin + fields[1].size())
            throw Error(ErrorCode::DocumentMalformed,
                        {name, std::to_string(number),
                         "a contract has a provider, a percentage and three more fields"});
        term.provider = fields[0];
        term.source = fields[2];
        term.statedOn = fields[3];
        term.readOn = fields[4];
        terms.push_back(std::move(term));
    }
    return terms;
}

const std::vector<ContractTerm>& knownContracts() {
    static const std::vector<ContractTerm> terms = readContracts(resource("prices/sla.csv"), "sla.csv");
    return terms;
}

} // namespace parallax::latency
