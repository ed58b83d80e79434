// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/case.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "data/check/case_input.h"
#include "data/check/repair.h"
#include "data/check/rules.h"

namespace parallax::data {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largestLine = 1 << 20;
constexpr std::size_t mostParts = 10'000;

Json numberJson(double value) {
    if (!std::isfinite(value))
        return nullptr;
    // Twelve digits: the outward steps of the intervals are not to be seen.
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.12g", value);
    const double rounded = std::strtod(buffer.data(), nullptr);
    return std::abs(rounded) < 1e-12 ? 0.0 : rounded;
}

Json intervalJson(const Interval& interval) {
    return Json::array({numberJson(interval.low), numberJson(interval.high)});
}

// What a rule is usually asked for beside the interval.
void putExtras(Json& computed, const Check& check, const CaseInput& in) {
    if (computed.empty())
        return;
    if (check.rule == Rule::SameFact || check.rule == Rule::Scale) {
        computed["a"] = intervalJson(*check.stated);
        computed["b"] = intervalJson(*check.strict);
    } else if (check.rule == Rule::DeltaPoints) {
        const double base = readingOf(in.operand({"base", "old", "from"})).face;
        if (base != 0)
            computed["relative_pct"] =
                numberJson(100 * (readingOf(in.operand({"new", "next", "to"})).face / base - 1));
    } else if (check.rule == Rule::Return) {
        const Operand cost = in.operand({"cost", "invested"});
        const double times = readingOf(in.operand({"return_pct", "return", "percent"})).face / 100;
        computed["value_if_gain"] = inStyleOf(cost, *check.face, levelDigits);
        computed["value_if_multiple"] = inStyleOf(cost, readingOf(cost).face * times, levelDigits);
    }
}

Json answer(const Check& check, const CaseInput& in) {
    Json out;
    out["verdict"] = verdictName(check.verdict);
    out["colour"] = colourName(check.colour);
    out["computed"] = computedJson(check);
    putExtras(out["computed"], check, in);
    out["repairs"] = repairsJson(check);
    return out;
}

YearSpan yearsOf(const CaseInput& in) {
    YearSpan years;
    const auto start = in.number({"start_year", "year_start", "from_year", "y0"});
    const auto end = in.number({"end_year", "year_end", "to_year", "y1"});
    if (start && end && std::abs(*start) < 10'000 && std::abs(*end) < 10'000) {
        years.start = static_cast<int>(*start);
        years.end = static_cast<int>(*end);
        years.count = *end - *start;
    } else if (const auto count = in.number({"years", "n"})) {
        years.count = *count;
    } else {
        throw CaseError{"missing-input", {"years"}};
    }
    return years;
}

// A change that stands alone: "a third" in percent, "down 20%" below nothing.
Operand changeOperand(Operand stated) {
    stated = asPercent(std::move(stated));
    Quantity& quantity = stated.quantity;
    if (quantity.direction == '-' && quantity.sign == 0 &&
        (quantity.value.digits > 0 || quantity.low.digits > 0))
        negate(quantity);
    return stated;
}

Check pointsCase(const CaseInput& in) {
    Operand stated = changeOperand(in.operand({"stated_pp", "stated", "pp"}));
    if (stated.quantity.dimension == Dimension::Number) {
        stated.quantity.dimension = Dimension::PercentagePoint;
        stated.quantity.unit = "pp";
    }
    return checkDeltaPoints(in.operand({"base", "old", "from"}), in.operand({"new", "next", "to"}), stated);
}

Check absoluteCase(const CaseInput& in) {
    return checkDeltaAbsolute(in.operand({"base", "old", "from"}), in.operand({"new", "next", "to"}),
                              in.operand({"stated", "stated_abs", "difference", "change"}));
}

Check percentCase(const CaseInput& in, bool range) {
    const Operand base = in.operand({"base", "old", "from"});
    const Operand next = in.operand({"new", "next", "to"});
    Operand stated = changeOperand(in.operand({"stated", "stated_pct", "change"}));
    if (stated.quantity.dimension == Dimension::Number) {
        stated.quantity.dimension = Dimension::Ratio;
        stated.quantity.unit = "%";
    }
    return range ? checkDeltaRange(base, next, stated) : checkDeltaPercent(base, next, stated);
}

Check multiplierCase(const CaseInput& in) {
    const std::string word = in.text({"word", "words", "phrase", "stated", "text"});
    const auto stated = vagueMultipleOf(word);
    if (!stated)
        return cannotTell(Rule::VagueMultiplier, "two-readings");
    if (const auto ratio = in.optionalOperand({"ratio"}))
        return checkVagueMultiplier(*stated, *ratio);
    return checkVagueMultiplier(*stated, in.operand({"base", "old", "from"}),
                                in.operand({"new", "next", "to"}));
}

Check volumeCase(const CaseInput& in) {
    const Operand drop = in.operand({"drop", "price_drop"});
    const auto stated = in.optionalOperand({"volume", "stated", "volume_multiple"});
    if (const auto multiple = in.optionalOperand({"multiple", "revenue_multiple"}))
        return checkPriceVolume(*multiple, drop, stated);
    const Operand base = in.operand({"base", "start", "from"});
    const Operand next = in.operand({"new", "end", "to"});
    const double from = readingOf(base).face;
    const double to = readingOf(next).face;
    if (!isAmount(base.quantity) || !isAmount(next.quantity) || from <= 0)
        return cannotTell(Rule::PriceVolume, "missing");
    return checkPriceVolume(caseOperand(plainNumber(to / from, 5) + "x"), drop, stated);
}

Check impliedCase(const CaseInput& in) {
    if (in.find({"whole"}) != nullptr)
        return checkImpliedRest(in.operand({"whole"}), in.operand({"part"}));
    return checkImpliedWhole(in.operand({"gain", "delta"}), in.operand({"points", "share_points"}));
}

Check evaluate(Rule rule, const CaseInput& in) {
    switch (rule) {
    case Rule::DeltaPercent:
        return percentCase(in, false);
    case Rule::DeltaRange:
        return percentCase(in, true);
    case Rule::DeltaPoints:
        return pointsCase(in);
    case Rule::DeltaAbsolute:
        return absoluteCase(in);
    case Rule::Cagr:
        return checkCagr(in.operand({"start", "base", "from"}), in.operand({"end", "new", "to"}), yearsOf(in),
                         in.operand({"stated", "cagr"}));
    case Rule::VagueMultiplier:
        return multiplierCase(in);
    case Rule::SumTotal:
        return checkSum(in.operands({"parts"}), in.operand({"stated", "total", "whole"}));
    case Rule::ShareSum:
        return checkShareSum(in.operands({"parts", "shares"}));
    case Rule::ShareOf:
        return checkShareOf(in.operand({"part"}), in.operand({"whole", "total"}),
                            asPercent(in.operand({"stated", "share", "stated_pct"})));
    case Rule::PartWhole:
        return checkPartWhole(in.operand({"part"}), in.operand({"whole", "total"}));
    case Rule::SameFact:
        return checkSameFact(in.operand({"a", "first"}), in.operand({"b", "second"}));
    case Rule::Scale:
        return checkScale(in.operand({"a", "first"}), in.operand({"b", "second"}));
    case Rule::Domain:
        return checkDomain(in.operand({"value"}), domainOf(in.text({"measure"})));
    case Rule::Return:
        return checkReturn(in.operand({"cost", "invested"}), in.operand({"return_pct", "return", "percent"}),
                           in.operand({"value", "stated"}));
    case Rule::PriceVolume:
        return volumeCase(in);
    case Rule::Implied:
        return impliedCase(in);
    default:
        return wordCase(rule, in);
    }
}

Json failure(const std::string& code, const std::vector<std::string>& args) {
    Json out;
    out["error"] = code;
    out["args"] = args;
    return out;
}

} // namespace

Json computedJson(const Check& check) {
    Json out = Json::object();
    if (check.face)
        out["face"] = numberJson(*check.face);
    if (check.faceHigh)
        out["face_high"] = numberJson(*check.faceHigh);
    if (check.strict)
        out["strict"] = intervalJson(*check.strict);
    if (check.loose)
        out["loose"] = intervalJson(*check.loose);
    if (!out.empty() && check.stated)
        out["stated_strict"] = intervalJson(*check.stated);
    return out;
}

Json repairsJson(const Check& check) {
    Json out = Json::array();
    for (const Repair& repair : check.repairs)
        out.push_back({{"change", repair.what}, {"to", repair.text}});
    return out;
}

std::string caseText(const nlohmann::json& value) {
    return value.is_string() ? value.get<std::string>() : (value.is_number() ? value.dump() : std::string());
}

Operand caseOperand(const std::string& text) {
    QuantityContext context;
    context.cell = true;
    const auto quantities = parseQuantities(text, context);
    const auto amount = std::ranges::find_if(quantities, isAmount);
    if (amount != quantities.end())
        return operandOf(*amount, text);
    Operand none;
    none.quantity.kind = QuantityKind::Period;
    none.text = text;
    return none;
}

const nlohmann::json* CaseInput::find(std::initializer_list<const char*> keys) const {
    for (const char* key : keys)
        if (const auto found = m_in.find(key); found != m_in.end())
            return &*found;
    return nullptr;
}

const nlohmann::json& CaseInput::get(std::initializer_list<const char*> keys) const {
    if (const auto* value = find(keys))
        return *value;
    throw CaseError{"missing-input", {*keys.begin()}};
}

std::string CaseInput::text(std::initializer_list<const char*> keys) const {
    return caseText(get(keys));
}

Operand CaseInput::operand(std::initializer_list<const char*> keys) const {
    return caseOperand(text(keys));
}

std::optional<Operand> CaseInput::optionalOperand(std::initializer_list<const char*> keys) const {
    const auto* value = find(keys);
    return value != nullptr && !value->is_null() ? std::optional(caseOperand(caseText(*value)))
                                                 : std::nullopt;
}

std::vector<Operand> CaseInput::operands(std::initializer_list<const char*> keys) const {
    const auto& values = get(keys);
    if (!values.is_array() || values.size() > mostParts)
        throw CaseError{"not-a-list", {*keys.begin()}};
    std::vector<Operand> operands;
    for (const auto& value : values)
        operands.push_back(caseOperand(caseText(value)));
    return operands;
}

std::optional<double> CaseInput::number(std::initializer_list<const char*> keys) const {
    const auto* value = find(keys);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_number())
        return value->get<double>();
    const std::string text = caseText(*value);
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return end != text.c_str() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Json answerCase(std::string_view line) {
    if (line.size() > largestLine)
        return failure("line-too-long", {});
    const auto object = nlohmann::json::parse(line, nullptr, false);
    if (object.is_discarded() || !object.is_object())
        return failure("not-a-case", {});
    const auto name = object.find("rule");
    const auto in = object.find("in");
    if (name == object.end() || !name->is_string())
        return failure("missing-input", {"rule"});
    if (in == object.end() || !in->is_object())
        return failure("missing-input", {"in"});
    const auto rule = ruleFromName(name->get<std::string>());
    if (!rule)
        return failure("unknown-rule", {name->get<std::string>()});
    try {
        const CaseInput input(*in);
        return answer(evaluate(*rule, input), input);
    } catch (const CaseError& error) {
        return failure(error.code, error.args);
    }
}

} // namespace parallax::data
