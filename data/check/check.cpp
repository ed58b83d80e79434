// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/check.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parallax::data {
namespace {

constexpr std::array<std::pair<Rule, std::string_view>, 23> rules{{
    {Rule::DeltaPercent, "DELTA_PCT"},
    {Rule::DeltaRange, "DELTA_RANGE"},
    {Rule::DeltaPoints, "DELTA_PP"},
    {Rule::DeltaAbsolute, "DELTA_ABS"},
    {Rule::Cagr, "CAGR"},
    {Rule::VagueMultiplier, "VAGUE_MULTIPLIER"},
    {Rule::SumTotal, "SUM_TOTAL"},
    {Rule::ShareSum, "SHARE_SUM"},
    {Rule::ShareOf, "SHARE_OF"},
    {Rule::PartWhole, "PART_WHOLE"},
    {Rule::SameFact, "SAME_FACT"},
    {Rule::UnitLabel, "UNIT_LABEL"},
    {Rule::Scale, "SCALE"},
    {Rule::Domain, "DOMAIN"},
    {Rule::Direction, "DIRECTION"},
    {Rule::Superlative, "SUPERLATIVE"},
    {Rule::Count, "COUNT"},
    {Rule::Return, "RETURN"},
    {Rule::Implied, "IMPLIED"},
    {Rule::Logic, "LOGIC"},
    {Rule::Temporal, "TEMPORAL"},
    {Rule::PriceVolume, "PRICE_VOLUME"},
    {Rule::TextPrefix, "TEXT_PREFIX"},
}};

constexpr std::array<std::pair<Verdict, std::string_view>, 4> verdicts{{
    {Verdict::Consistent, "consistent"},
    {Verdict::ConsistentLoose, "consistent(loose)"},
    {Verdict::Inconsistent, "inconsistent"},
    {Verdict::CannotTell, "cannot_tell"},
}};

constexpr std::array<std::pair<Grade, std::string_view>, 5> grades{{
    {Grade::None, "none"},
    {Grade::Exact, "exact"},
    {Grade::RoundingOnly, "rounding_only"},
    {Grade::Loose, "loose"},
    {Grade::Words, "words"},
}};

constexpr std::array<std::pair<Colour, std::string_view>, 4> colours{{
    {Colour::Green, "green"},
    {Colour::Amber, "amber"},
    {Colour::Red, "red"},
    {Colour::Grey, "grey"},
}};

template <typename Value, std::size_t Size>
std::string_view nameIn(const std::array<std::pair<Value, std::string_view>, Size>& names,
                        Value value) noexcept {
    const auto found = std::ranges::find(names, value, &std::pair<Value, std::string_view>::first);
    return found != names.end() ? found->second : std::string_view();
}

template <typename Value, std::size_t Size>
std::optional<Value> valueIn(const std::array<std::pair<Value, std::string_view>, Size>& names,
                             std::string_view name) noexcept {
    const auto found = std::ranges::find(names, name, &std::pair<Value, std::string_view>::second);
    return found != names.end() ? std::optional(found->first) : std::nullopt;
}

} // namespace

std::string_view ruleName(Rule rule) noexcept {
    return nameIn(rules, rule);
}
std::string_view verdictName(Verdict verdict) noexcept {
    return nameIn(verdicts, verdict);
}
std::string_view gradeName(Grade grade) noexcept {
    return nameIn(grades, grade);
}
std::string_view colourName(Colour colour) noexcept {
    return nameIn(colours, colour);
}
std::optional<Rule> ruleFromName(std::string_view name) noexcept {
    return valueIn(rules, name);
}
std::optional<Verdict> verdictFromName(std::string_view name) noexcept {
    return valueIn(verdicts, name);
}
std::optional<Grade> gradeFromName(std::string_view name) noexcept {
    return valueIn(grades, name);
}
std::optional<Colour> colourFromName(std::string_view name) noexcept {
    return valueIn(colours, name);
}

} // namespace parallax::data
