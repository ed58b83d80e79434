// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/prices.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "base/error.h"
#include "base/resource.h"
#include "engine/latency/listed_model.h"

namespace parallax::latency {
namespace {

constexpr std::array<std::pair<std::string_view, PriceUnit>, 4> unitNames{
    {{"input", PriceUnit::Input},
     {"cached-input", PriceUnit::CachedInput},
     {"output", PriceUnit::Output},
     {"reasoning", PriceUnit::Reasoning}}};

std::vector<std::string_view> fieldsOf(std::string_view line) {
    std::vector<std::string_view> fields;
    for (;;) {
        const std::size_t comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos)
            return fields;
        line.remove_prefix(comma + 1);
    }
}

// "0.075" dollars a million tokens is 75,000 pico-dollars a token: at most six digits after the point.
std::optional<PicoDollars> picoDollars(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits(text.substr(0, point));
    std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    if (fraction.size() > 6 || text.empty() || text.size() > 12)
        return std::nullopt;
    digits += fraction;
    digits.append(6 - fraction.size(), '0');
    PicoDollars value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    return value;
}

PicoDollars times(std::int64_t tokens, PicoDollars each) {
    PicoDollars product = 0;
    return __builtin_mul_overflow(tokens, each, &product) ? std::numeric_limits<PicoDollars>::max() : product;
}

bool covers(const Price& price, std::string_view day) {
    return (price.from.empty() || price.from <= day) && (price.to.empty() || day <= price.to);
}

std::optional<PicoDollars> priceOf(const Quote& quote, PriceUnit unit, PriceUnit otherwise) {
    const auto found = quote.perToken.find(unit);
    if (found != quote.perToken.end())
        return found->second;
    const auto fallback = quote.perToken.find(otherwise);
    if (fallback == quote.perToken.end())
        return std::nullopt;
    return fallback->second;
}

// Amazon's ids have where a model runs, its maker and a version: "us.amazon.nova-lite-v1:0" is what price
// lists call "amazon-nova-lite".
std::string listNameOf(std::string_view model) {
    for (const std::string_view where : {"us.", "eu.", "apac.", "global.", "us-gov.", "jp.", "au.", "ca."})
        if (model.starts_with(where))
            model.remove_prefix(where.size());
    std::string_view version = model;
    for (const char until : {':', 'v'}) { // "-v1" or "-v1:0" at the end
        std::size_t digits = version.size();
        while (digits > 0 && version[digits - 1] >= '0' && version[digits - 1] <= '9')
            --digits;
        if (digits < version.size() && digits > 0 && version[digits - 1] == until)
            version = version.substr(0, digits - 1);
    }
    if (version.ends_with('-'))
        model = version.substr(0, version.size() - 1);
    return std::string(model);
}

// A plain name may have meant one snapshot after the other. Where two prices of it overlap in time they are
// of two: "gpt-4o" took 5 dollars until October 2024, when gpt-4o-2024-08-06 had taken 2.50 for two months.
// Where one ends as the other begins the price of the same model changed.
bool overlap(const Price& earlier, const Price& later) {
    return earlier.provider == later.provider && earlier.unit == later.unit &&
           earlier.perToken != later.perToken && !earlier.from.empty() && earlier.from < later.from &&
           !earlier.to.empty() && later.from < earlier.to;
}

using Listed = std::vector<const Price*>; // of one model

// The days on which prices of a further snapshot begin, ascending.
std::vector<std::string> furtherVersions(const Listed& listed) {
    std::vector<std::string> begins;
    for (const Price* later : listed)
        if (std::any_of(listed.begin(), listed.end(),
                        [&](const Price* earlier) { return overlap(*earlier, *later); }))
            begins.push_back(later->from);
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    return begins;
}

// Which of the snapshots was there on a day: 0 is the first.
std::ptrdiff_t versionOf(const std::string& day, const std::vector<std::string>& begins) {
    return std::upper_bound(begins.begin(), begins.end(), day) - begins.begin();
}

// Of what is listed under the plain name, what holds for the snapshot on that day. One that the plain name no
// longer means goes on to take what it took last.
Listed ofSnapshot(const Listed& listed, const std::string& snapshot, const std::vector<std::string>& begins,
                  std::string_view day) {
    const std::ptrdiff_t wanted = versionOf(snapshot, begins);
    const bool left = wanted < std::ssize(begins);
    Listed own, holding;
    for (const Price* price : listed)
        if (begins.empty() || (!price->from.empty() && versionOf(price->from, begins) == wanted))
            own.push_back(price);
    for (const Price* price : own) {
        const bool last = std::none_of(own.begin(), own.end(), [&](const Price* other) {
            return other->unit == price->unit && other->from > price->from;
        });
        if (covers(*price, day) || (left && last && price->from <= day))
            holding.push_back(price);
    }
    return holding;
}

// What the list has of a model on a day.
Listed listedFor(std::span<const Price> prices, std::string_view provider, std::string_view model,
                 std::string_view day) {
    Listed listed;
    const auto onDay = [&] {
        std::erase_if(listed, [&](const Price* price) { return !covers(*price, day); });
        return listed;
    };
    for (const Price& price : prices)
        if (price.provider == provider && price.model == model)
            listed.push_back(&price);
    if (!listed.empty())
        return onDay();
    const ListedModel wanted = listedModel(provider == "bedrock" ? listNameOf(model) : std::string(model));
    Listed anywhere; // another provider's list may tell that the plain name had two snapshots
    for (const Price& price : prices) {
        if (const ListedModel own = listedModel(price.model);
            own.name != wanted.name || !own.snapshot.empty() || own.name.empty())
            continue;
        anywhere.push_back(&price);
        if (price.provider == provider)
            listed.push_back(&price);
    }
    return wanted.snapshot.empty() ? onDay()
                                   : ofSnapshot(listed, wanted.snapshot, furtherVersions(anywhere), day);
}

} // namespace

std::vector<Price> readPrices(std::string_view csv, const std::string& name) {
    std::vector<Price> prices;
    int number = 0;
    while (!csv.empty()) {
        const std::size_t end = std::min(csv.find('\n'), csv.size());
        const std::string_view line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (++number == 1 || line.empty() || line.front() == '#')
            continue;
        const auto fields = fieldsOf(line);
        const auto malformed = [&](const char* what) {
            return Error(ErrorCode::DocumentMalformed, {name, std::to_string(number), what});
        };
        if (fields.size() != 8)
            throw malformed("a price has eight fields");
        Price price;
        price.provider = fields[0];
        price.model = fields[1];
        const auto unit = std::find_if(unitNames.begin(), unitNames.end(),
                                       [&](const auto& known) { return known.first == fields[2]; });
        if (unit == unitNames.end())
            throw malformed("no unit of a price");
        price.unit = unit->second;
        const auto amount = picoDollars(fields[3]);
        if (!amount)
            throw malformed("no amount of dollars");
        price.perToken = *amount;
        price.from = fields[4];
        price.to = fields[5];
        price.source = fields[6];
        price.readOn = fields[7];
        prices.push_back(std::move(price));
    }
    return prices;
}

const std::vector<Price>& knownPrices() {
    static const std::vector<Price> prices = readPrices(resource("prices/prices.csv"), "prices.csv");
    return prices;
}

bool Quote::complete() const {
    return perToken.count(PriceUnit::Input) != 0 && perToken.count(PriceUnit::Output) != 0;
}

Quote quoteFor(std::span<const Price> prices, std::string_view provider, std::string_view model,
               std::string_view day) {
    Quote quote;
    for (const Price* const found : listedFor(prices, provider, model, day)) {
        const Price& price = *found;
        quote.statements.push_back(price);
        const auto [at, added] = quote.perToken.try_emplace(price.unit, price.perToken);
        if (added || at->second == price.perToken)
            continue;
        quote.disagreement = true;
        at->second = std::max(at->second, price.perToken);
    }
    return quote;
}

std::optional<PicoDollars> costOf(const Quote& quote, const data::TokenUsage& usage) {
    const std::int64_t input = usage.billedInput >= 0 ? usage.billedInput : usage.input;
    const std::int64_t output = usage.billedOutput >= 0 ? usage.billedOutput : usage.output;
    if (!quote.complete() || input < 0 || output < 0)
        return std::nullopt;
    const std::int64_t cached = std::clamp<std::int64_t>(usage.cached, 0, input);
    const std::int64_t reasoning = std::clamp<std::int64_t>(usage.reasoning, 0, output);
    PicoDollars cost = 0;
    for (const auto& [tokens, price] :
         {std::pair{input - cached, priceOf(quote, PriceUnit::Input, PriceUnit::Input)},
          std::pair{cached, priceOf(quote, PriceUnit::CachedInput, PriceUnit::Input)},
          std::pair{output - reasoning, priceOf(quote, PriceUnit::Output, PriceUnit::Output)},
          std::pair{reasoning, priceOf(quote, PriceUnit::Reasoning, PriceUnit::Output)}})
        cost = summed(cost, times(tokens, *price));
    return cost;
}

std::optional<PicoDollars> mostItCanCost(const Quote& quote, std::int64_t inputTokens,
                                         std::int64_t outputTokens) {
    if (!quote.complete())
        return std::nullopt;
    const PicoDollars output = quote.perToken.at(PriceUnit::Output);
    return summed(
        times(inputTokens, quote.perToken.at(PriceUnit::Input)),
        times(outputTokens, std::max(output, *priceOf(quote, PriceUnit::Reasoning, PriceUnit::Output))));
}

PicoDollars summed(PicoDollars a, PicoDollars b) {
    PicoDollars sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<PicoDollars>::max() : sum;
}

} // namespace parallax::latency
