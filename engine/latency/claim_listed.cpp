// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/resource.h"
#include "engine/latency/claim_days.h"
#include "engine/latency/claim_evidence.h"
#include "engine/latency/provider.h"
#include "engine/latency/run.h"

namespace parallax::latency {
namespace {

using data::Claim;
using data::TokenSide;

constexpr double million = 1e6;
constexpr double cent = 0.005; // half of one: prices are exact to the cent
constexpr double leastRoom = 1e-6;
constexpr double mostOfRounding = 1.0 / 3; // of a list's price, by which a rounding may be off
constexpr double mostOfBlend = 0.05;       // a blend is computed by somebody, to a digit behind the point

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

bool isBlend(TokenSide side) {
    return side == TokenSide::Blended || side == TokenSide::Total || side == TokenSide::Unstated;
}

// One source's list of the claim's model.
struct List {
    std::string source;
    std::vector<Price> prices;
    bool ofMaker = false; // who sells it has none of his own: the maker's says what it costs there
};

// By the rows of the subject first, and then by the maker's own.
std::vector<List> listsOf(const Claim& claim, const ClaimEvidenceSources& sources) {
    std::vector<List> lists;
    if (claim.model.empty())
        return lists;
    const auto addRowsOf = [&](const std::string& provider, bool ofMaker) {
        for (const Price& price : sources.prices) {
            if (price.provider != provider || !namesModel(claim.model, price.model))
                continue;
            auto list = std::ranges::find(lists, price.source, &List::source);
            if (list == lists.end())
                list = lists.insert(lists.end(), {price.source, {}, ofMaker});
            list->prices.push_back(price);
        }
    };
    for (const std::string& provider : claim.subject.providers)
        if (lists.empty()) // who sells it himself goes first
            addRowsOf(provider, false);
    for (const std::string& provider : claim.modelMakers)
        if (lists.empty())
            addRowsOf(provider,
                      std::ranges::find(claim.subject.providers, provider) == claim.subject.providers.end());
    // A family's name ("Claude") is no model that has a price.
    std::erase_if(lists, [](const List& list) {
        return !std::ranges::all_of(list.prices,
                                    [&](const Price& one) { return one.model == list.prices[0].model; });
    });
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
// one that holds on was so until a while after that; and an article may have no day.
enum class OnTheDay { Known, Unknown };
OnTheDay validityOf(const std::vector<Price>& statements, const std::string& day) {
    const auto holds = [&](const Price& one) {
        return one.readOn == day ||
               (!one.from.empty() && (!one.to.empty() || day <= dayAfter(one.readOn, sameTimeDays)));
    };
    return !day.empty() && std::ranges::all_of(statements, holds) ? OnTheDay::Known : OnTheDay::Unknown;
}

// What the list states of the units that a reading takes.
std::vector<Price> statementsOf(const Quote& quote, TokenSide side) {
    std::vector<Price> used;
    for (const Price& one : quote.statements) {
        const bool input = one.unit == PriceUnit::Input, output = one.unit == PriceUnit::Output;
        if (side == TokenSide::Input         ? input
            : side == TokenSide::Output      ? output
            : side == TokenSide::CachedInput ? one.unit == PriceUnit::CachedInput
                                             : input || output)
            used.push_back(one);
    }
    return used;
}

bool setFound(ReadingResult& result, double found) {
    result.value = found;
    result.interval = Interval{found, found};
    return found >= result.accepted.low - 1e-9 && found <= result.accepted.high + 1e-9;
}

Interval allowed(const data::ClaimFigure& stated, double room) {
    constexpr double open = std::numeric_limits<double>::infinity();
    return {stated.bound == data::ClaimBound::AtMost ? -open : stated.low - room,
            stated.bound == data::ClaimBound::AtLeast ? open : stated.high + room};
}

// A price is meant as it is written, to the cent: "$3" is not $2.50. Only what is said to be about so much is
// taken to its last digit, and a blend to one behind the point.
double roomFor(const data::ClaimFigure& stated, TokenSide side) {
    const double digit = stated.resolution / 2;
    if (stated.approximate)
        return std::max(cent, digit);
    if (isBlend(side))
        return std::max(cent, std::min(digit, mostOfBlend));
    return digit > 0 ? std::max(std::min(cent, digit), leastRoom) : cent;
}

struct FoundPrice {
    double dollars = 0;
    OnTheDay validity = OnTheDay::Unknown;
    bool ofMaker = false;
    bool dated = false;
    bool mixed = false;  // what is stated may be one of both sides, or an average of what is paid
    bool spread = false; // a range of which nobody says of which side
    bool then = false;   // of a past that is not dated
    bool steps = false;  // long prompts take twice as much
    bool strict = false; // "more than $2": not of $2 itself
};

// What is found is the very figure of a bound that its own figure does not keep.
bool isAtStrictBound(const data::ClaimFigure& stated, double found, bool strict) {
    constexpr double alike = 1e-6;
    const double edge = stated.bound == data::ClaimBound::AtMost ? stated.high : stated.low;
    return strict && !stated.range() && std::abs(found - edge) < alike;
}

// Models of whose prices a list has only those of prompts up to 128,000 tokens (prices.csv says so).
bool hasLongPrice(std::string_view model) {
    return model == "gemini-1.5-pro" || model == "gemini-1.5-flash";
}

// "On average, customers pay $3.25", "$5 per million tokens": where no side is stated, or a blend, whoever
// says so may have mixed them as he likes, or added them.
bool mayBeMixed(const Claim& claim, const Quote& quote, const data::ClaimFigure& stated) {
    if (claim.statistic == data::ClaimStatistic::Mean)
        return true;
    const auto input = perMillion(quote, PriceUnit::Input), output = perMillion(quote, PriceUnit::Output);
    if (!isBlend(claim.side) || !input || !output)
        return false;
    const double cheapest =
        std::min({*input, *output, perMillion(quote, PriceUnit::CachedInput).value_or(*input)});
    return stated.high >= cheapest && stated.low <= *input + *output;
}

void judgePrice(ReadingResult& result, const FoundPrice& found, const data::ClaimFigure& stated) {
    const bool same = setFound(result, found.dollars);
    if (same && found.spread) {
        result.reason = "price-mixed";
        return;
    }
    if (isAtStrictBound(stated, found.dollars, found.strict)) {
        result.reason = "price-edge";
        return;
    }
    if (same && !found.ofMaker) {
        result.verdict = ClaimVerdict::Consistent;
        result.reason = found.then                                         ? "price-fits-then"
                        : found.dated || found.validity == OnTheDay::Known ? "price-fits"
                                                                           : "price-fits-undated";
        return;
    }
    // "$1" is no rounding of $0.60, though the digit would allow it: nobody is told two thirds more.
    const double farthest = found.dollars * mostOfRounding;
    const Interval rounded = allowed(stated, std::min(stated.resolution / 2, farthest));
    const double longer = 2 * found.dollars;
    if (found.steps && longer >= result.accepted.low - 1e-9 && longer <= result.accepted.high + 1e-9)
        result.reason = "price-long";
    else if (found.ofMaker)
        result.reason = "price-makers"; // another who sells it may take what he likes
    else if (found.dollars >= rounded.low - 1e-9 && found.dollars <= rounded.high + 1e-9)
        result.reason = "price-rounded"; // neither the same nor surely another
    else if (found.validity == OnTheDay::Unknown)
        result.reason = "price-undated"; // it may have been another on the day
    else if (found.mixed)
        result.reason = "price-mixed";
    else {
        result.verdict = ClaimVerdict::Contradicted;
        result.reason = "price-differs";
    }
}

// A price is said for so many tokens; lists are for a million.
data::ClaimFigure forAMillion(const Claim& claim) {
    const double scale = claim.perTokens > 0 ? million / claim.perTokens : 1;
    data::ClaimFigure stated = claim.stated;
    stated.low *= scale;
    stated.high *= scale;
    stated.resolution *= scale;
    return stated;
}

void setDates(ReadingResult& result, const std::vector<Price>& statements) {
    for (const Price& one : statements) {
        result.readOn = std::max(result.readOn, one.readOn);
        result.validFrom = std::max(result.validFrom, one.from);
        if (!one.to.empty() && (result.validTo.empty() || one.to < result.validTo))
            result.validTo = one.to;
    }
}

// "Amazon Bedrock", whichever of its two formats is spoken.
std::string serviceName(const std::string& provider) {
    const Provider* const known = knownProvider(provider);
    const std::string_view title = known != nullptr ? known->title : std::string_view(provider);
    return std::string(title.substr(0, title.find(" (")));
}

// A subject that can be asked by other services than the contract's.
bool isWholeCloud(const data::ClaimSubject& subject, const std::string& provider) {
    return std::ranges::any_of(subject.providers,
                               [&](const std::string& one) { return !one.starts_with(provider); });
}

// Of a month or a year any price may be meant that was listed in it; of a past without a date any that a list
// dates.
std::vector<std::string> daysOf(const List& list, const ClaimDays& known, const std::string& today,
                                bool past) {
    if (!known.known()) {
        std::vector<std::string> days{today};
        if (past)
            for (const Price& price : list.prices)
                if (!price.from.empty())
                    days.push_back(price.from);
        return days;
    }
    std::vector<std::string> days{known.first};
    if (known.last != known.first)
        days.push_back(known.last);
    for (const Price& price : list.prices)
        for (const std::string& change : {price.from, price.to})
            if (known.hold(change) && std::ranges::find(days, change) == days.end())
                days.push_back(change);
    return days;
}

} // namespace

std::vector<ReadingResult> listedResults(const Claim& claim, const ClaimReading& reading,
                                         const ClaimEvidenceSources& sources) {
    const ClaimDays known = daysOf(claim);
    const data::ClaimFigure stated = forAMillion(claim);
    const double room = roomFor(stated, reading.side);
    std::vector<ReadingResult> results;
    const auto begun = [&](const std::string& source) {
        ReadingResult result;
        result.reading = reading;
        result.source = source;
        result.accepted = allowed(stated, room);
        return result;
    };
    bool anyKnown = false;
    std::vector<OnTheDay> validities;
    for (const List& list : listsOf(claim, sources))
        for (const std::string& day : daysOf(list, known, sources.today, claim.past)) {
            const Price& first = list.prices.front();
            const Quote quote = quoteFor(list.prices, first.provider, first.model, day);
            const auto found = priceOf(quote, reading.side);
            const bool same = found && std::ranges::any_of(results, [&](const ReadingResult& one) {
                                  return one.source == list.source && one.value == *found;
                              });
            if (!found || same)
                continue;
            const std::vector<Price> used = statementsOf(quote, reading.side);
            const OnTheDay validity = known.known() ? validityOf(used, day) : OnTheDay::Unknown;
            const bool dated = std::ranges::all_of(used, [](const Price& one) { return !one.from.empty(); });
            results.push_back(begun(list.source));
            setDates(results.back(), used);
            judgePrice(results.back(),
                       {*found, validity, list.ofMaker, dated && (known.known() || claim.past),
                        mayBeMixed(claim, quote, stated), claim.side == TokenSide::Unstated && stated.range(),
                        claim.past && !known.known(), hasLongPrice(first.model), claim.stated.strict},
                       stated);
            validities.push_back(validity);
            anyKnown = anyKnown || validity == OnTheDay::Known;
        }
    // A list that says since when it holds goes before one that does not.
    if (anyKnown) {
        std::vector<ReadingResult> dated;
        for (std::size_t i = 0; i < results.size(); ++i)
            if (validities[i] == OnTheDay::Known)
                dated.push_back(std::move(results[i]));
        results = std::move(dated);
    }
    // What an analyst entered for an endpoint of his own; since when it holds nobody knows.
    for (const data::Endpoint& endpoint : sources.endpoints) {
        if (!endpoint.options.contains("price-input") || !speaksFor(endpoint, claim.subject) ||
            !inRegion(endpoint, claim) || !(claim.model.empty() || sameModel(claim.model, endpoint.model)))
            continue;
        if (const auto found =
                priceOf(ownQuote(endpoint, known.known() ? known.last : sources.today), reading.side)) {
            ReadingResult result = begun(endpoint.name);
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
        result.service = serviceName(term.provider);
        result.accepted = allowed(claim.stated, 0);
        const bool fits = setFound(result, term.percent);
        const bool edge = isAtStrictBound(claim.stated, term.percent, claim.stated.strict);
        const bool bounded = claim.stated.bound != data::ClaimBound::Exact || claim.stated.range();
        const ClaimDays days = daysOf(claim);
        const bool known = days.known() &&
                           ((!term.statedOn.empty() && days.last >= term.statedOn) || days.hold(term.readOn));
        // "AWS promises 99.99 %" may be said of another of its services.
        const bool ofService = claim.ofModels || !isWholeCloud(claim.subject, term.provider);
        // "99.9 % to 99.99 %": which of them, nobody knows.
        result.verdict = edge || (fits && claim.stated.range()) ? ClaimVerdict::NotEnoughData
                         : fits                                 ? ClaimVerdict::Consistent
                         : known && ofService                   ? ClaimVerdict::Contradicted
                                                                : ClaimVerdict::NotEnoughData;
        result.reason = edge         ? "contract-edge"
                        : fits       ? bounded ? "contract-within" : "contract-same"
                        : !ofService ? "contract-service"
                        : known      ? "contract-differs"
                                     : "contract-undated";
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
