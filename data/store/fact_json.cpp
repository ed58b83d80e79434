// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/fact_json.h"

#include <charconv>
#include <cstdio>

#include "data/store/evidence_json.h"

namespace parallax::data {
namespace {

using forgiving::Json;
using forgiving::member;

// Beyond this a decimal's exponent is no figure that anybody states, and 10^exponent no double.
constexpr int largestExponent = 300;

Json decimalToJson(const Decimal& decimal) {
    return {decimal.digits, decimal.exponent};
}

Decimal decimalOf(const Json& json, Decimal missing = {}) {
    if (!json.is_array() || json.size() != 2)
        return missing;
    return {forgiving::numberOf<std::int64_t>(json[0], 0),
            std::clamp(forgiving::numberOf<int>(json[1], 0), -largestExponent, largestExponent)};
}

// The numbers in the library: never renumber, only append. 0 is left out.
static_assert(static_cast<int>(QuantityKind::Duration) == 6 &&
              static_cast<int>(Dimension::Multiplier) == 12 && static_cast<int>(Bound::Vague) == 5 &&
              static_cast<int>(Hedge::Possible) == 4 && static_cast<int>(Role::Difference) == 12 &&
              static_cast<int>(Granularity::PartOfYear) == 8);

template <class Enum>
void putEnum(Json& json, const char* key, Enum value) {
    if (static_cast<int>(value) != 0)
        json[key] = static_cast<int>(value);
}

void putFlag(Json& json, const char* key, bool value) {
    if (value)
        json[key] = 1;
}

bool flagOf(const Json& json, const char* key) {
    return forgiving::numberOf<int>(member(json, key), 0) != 0;
}

void putText(Json& json, const char* key, const std::string& text) {
    if (!text.empty())
        json[key] = text;
}

Json quantityToJson(const Quantity& quantity) {
    Json json = Json::object();
    json["span"] = {quantity.span.begin, quantity.span.end};
    putEnum(json, "kind", quantity.kind);
    putEnum(json, "dim", quantity.dimension);
    putText(json, "unit", quantity.unit);
    json["value"] = decimalToJson(quantity.value);
    if (!quantity.low.isZero() || !quantity.high.isZero()) {
        json["low"] = decimalToJson(quantity.low);
        json["high"] = decimalToJson(quantity.high);
    }
    json["res"] = decimalToJson(quantity.resolution);
    putEnum(json, "bound", quantity.bound);
    putFlag(json, "approx", quantity.approx);
    putEnum(json, "hedge", quantity.hedge);
    putEnum(json, "role", quantity.role);
    if (quantity.sign != 0)
        json["sign"] = static_cast<int>(quantity.sign);
    if (quantity.plusMinus)
        json["pm"] = decimalToJson(*quantity.plusMinus);
    if (quantity.per)
        json["per"] = {decimalToJson(quantity.per->value), quantity.per->unit};
    putFlag(json, "assumed", quantity.assumed);
    putFlag(json, "ambiguous", quantity.ambiguous);
    putFlag(json, "conflict", quantity.unitConflict);
    putFlag(json, "pp", quantity.percentagePointPossible);
    putFlag(json, "spelled", quantity.spelled);
    if (!quantity.alternatives.empty()) {
        Json alternatives = Json::array();
        for (const Alternative& other : quantity.alternatives)
            alternatives.push_back({decimalToJson(other.value), other.reason});
        json["alt"] = std::move(alternatives);
    }
    if (quantity.fraction)
        json["fraction"] = {quantity.fraction->first, quantity.fraction->second};
    putText(json, "original", quantity.original);
    putText(json, "period", quantity.period);
    putEnum(json, "granularity", quantity.granularity);
    putText(json, "from", quantity.from);
    putText(json, "to", quantity.to);
    putText(json, "due", quantity.due);
    putText(json, "earliest", quantity.earliest);
    putText(json, "latest", quantity.latest);
    putText(json, "duration", quantity.duration);
    return json;
}

Quantity quantityFromJson(const Json& json) {
    Quantity quantity;
    quantity.span = forgiving::spanOf(member(json, "span"));
    quantity.kind = forgiving::enumOf(member(json, "kind"), QuantityKind::Duration);
    quantity.dimension = forgiving::enumOf(member(json, "dim"), Dimension::Multiplier);
    quantity.unit = forgiving::stringOf(member(json, "unit"));
    quantity.value = decimalOf(member(json, "value"));
    quantity.low = decimalOf(member(json, "low"));
    quantity.high = decimalOf(member(json, "high"));
    quantity.resolution = decimalOf(member(json, "res"), {1, 0});
    quantity.bound = forgiving::enumOf(member(json, "bound"), Bound::Vague);
    quantity.approx = flagOf(json, "approx");
    quantity.hedge = forgiving::enumOf(member(json, "hedge"), Hedge::Possible);
    quantity.role = forgiving::enumOf(member(json, "role"), Role::Difference);
    const int sign = forgiving::numberOf<int>(member(json, "sign"), 0);
    quantity.sign = sign == '+' || sign == '-' ? static_cast<char>(sign) : '\0';
    if (const Json& plusMinus = member(json, "pm"); plusMinus.is_array())
        quantity.plusMinus = decimalOf(plusMinus);
    if (const Json& per = member(json, "per"); per.is_array() && per.size() == 2)
        quantity.per = Per{decimalOf(per[0], {1, 0}), forgiving::stringOf(per[1])};
    quantity.assumed = flagOf(json, "assumed");
    quantity.ambiguous = flagOf(json, "ambiguous");
    quantity.unitConflict = flagOf(json, "conflict");
    quantity.percentagePointPossible = flagOf(json, "pp");
    quantity.spelled = flagOf(json, "spelled");
    if (const Json& alternatives = member(json, "alt"); alternatives.is_array())
        for (const Json& other : alternatives)
            if (other.is_array() && other.size() == 2)
                quantity.alternatives.push_back({decimalOf(other[0]), forgiving::stringOf(other[1])});
    if (const Json& fraction = member(json, "fraction"); fraction.is_array() && fraction.size() == 2)
        quantity.fraction = {forgiving::numberOf<std::int64_t>(fraction[0], 0),
                             forgiving::numberOf<std::int64_t>(fraction[1], 1)};
    quantity.original = forgiving::stringOf(member(json, "original"));
    quantity.period = forgiving::stringOf(member(json, "period"));
    quantity.granularity = forgiving::enumOf(member(json, "granularity"), Granularity::PartOfYear);
    quantity.from = forgiving::stringOf(member(json, "from"));
    quantity.to = forgiving::stringOf(member(json, "to"));
    quantity.due = forgiving::stringOf(member(json, "due"));
    quantity.earliest = forgiving::stringOf(member(json, "earliest"));
    quantity.latest = forgiving::stringOf(member(json, "latest"));
    quantity.duration = forgiving::stringOf(member(json, "duration"));
    return quantity;
}

// "5.00" and "5" have one value here and two resolutions.
void addDecimal(std::string& key, Decimal decimal) {
    while (decimal.digits != 0 && decimal.digits % 10 == 0)
        decimal = {decimal.digits / 10, decimal.exponent + 1};
    key += std::to_string(decimal.digits) + 'e' + std::to_string(decimal.digits == 0 ? 0 : decimal.exponent) +
           ' ';
}

} // namespace

std::string factToJson(const Fact& fact) {
    Json json = Json::object();
    json["quantity"] = quantityToJson(fact.quantity);
    json["evidence"] = evidenceToJson(fact.evidence);
    putFlag(json, "cumulative", fact.cumulative);
    putFlag(json, "tranche", fact.tranche);
    putFlag(json, "deal", fact.deal);
    putFlag(json, "other", fact.ofOther);
    putText(json, "date", fact.date);
    if (fact.revisedFrom) {
        json["revised"] = quantityToJson(*fact.revisedFrom);
        putText(json, "revisedWords", fact.revisedWords);
    }
    if (!fact.parties.empty())
        json["parties"] = fact.parties;
    for (const auto& [unit, value] : fact.details)
        json["details"].push_back({unit, forgiving::realToJson(value)});
    return forgiving::dumped(json);
}

void factFromJson(std::string_view text, Fact& fact) {
    const Json json = Json::parse(text, nullptr, false);
    fact.quantity = quantityFromJson(member(json, "quantity"));
    fact.evidence = evidenceFromJson(member(json, "evidence"));
    fact.cumulative = flagOf(json, "cumulative");
    fact.tranche = flagOf(json, "tranche");
    fact.deal = flagOf(json, "deal");
    fact.ofOther = flagOf(json, "other");
    fact.date = forgiving::stringOf(member(json, "date"));
    if (const Json& revised = member(json, "revised"); revised.is_object()) {
        fact.revisedFrom = quantityFromJson(revised);
        fact.revisedWords = forgiving::stringOf(member(json, "revisedWords"));
    }
    fact.parties = forgiving::stringsOf(member(json, "parties"));
    if (const Json& details = member(json, "details"); details.is_array())
        for (const Json& detail : details)
            if (detail.is_array() && detail.size() == 2)
                fact.details.emplace_back(forgiving::stringOf(detail[0]), forgiving::realOf(detail[1], 0));
}

std::string factValueKey(const Fact& fact) {
    const Quantity& quantity = fact.quantity;
    std::string key = quantity.unit + ' ';
    addDecimal(key, quantity.value);
    addDecimal(key, quantity.low);
    addDecimal(key, quantity.high);
    addDecimal(key, quantity.resolution);
    key += std::to_string(static_cast<int>(quantity.bound)) + (quantity.approx ? "~" : "") +
           (fact.cumulative ? "c" : "");
    if (quantity.plusMinus)
        addDecimal(key, *quantity.plusMinus);
    key += quantity.from + quantity.to + quantity.due + quantity.duration;
    // What compareFacts looks at besides the figure.
    key += (fact.tranche ? "t" : "") + std::string(fact.ofOther ? "o" : "") + "h" +
           std::to_string(static_cast<int>(quantity.hedge)) + ' ' + fact.period + ' ' + fact.date;
    if (fact.revisedFrom) {
        key += " r";
        addDecimal(key, fact.revisedFrom->value);
    }
    for (const auto& [unit, value] : fact.details)
        key += ' ' + unit + std::to_string(value);
    return key;
}

} // namespace parallax::data
