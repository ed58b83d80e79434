// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <string_view>

#include "data/check/case_input.h"
#include "data/check/rules.h"
#include "data/check/rules_words.h"

namespace parallax::data {
namespace {

// How many things a list names; a number counts for itself.
std::optional<double> sizeOf(const CaseInput& in, std::initializer_list<const char*> keys) {
    const auto* value = in.find(keys);
    if (value != nullptr && value->is_array())
        return static_cast<double>(value->size());
    return in.number(keys);
}

// "two sets of certifications (A, B, C)" counts sets, not what they hold; "including A" leaves others out.
bool countsContainers(const FoldedPhrase& text) {
    return text.hasAny({U"sets of", U"set of", U"pairs of", U"kinds of", U"types of", U"groups of",
                        U"rounds of", U"categories of", U"series of", U"waves of", U"generations of", U"套",
                        U"组", U"类", U"批", U"轮"});
}

bool isOpenList(const FoldedPhrase& text) {
    return text.hasAny({U"including", U"such as", U"among them", U"e.g.", U"for example", U"like", U"etc",
                        U"and others", U"and more", U"包括", U"例如", U"比如", U"等", U"其中"});
}

Check countCase(const CaseInput& in) {
    const auto stated = sizeOf(in, {"stated", "count"});
    const auto listed = sizeOf(in, {"listed", "list"});
    if (!stated || !listed)
        return cannotTell(Rule::Count, "missing");
    const auto* given = in.find({"text"});
    const FoldedPhrase text(given != nullptr ? caseText(*given) : std::string());
    if (*stated != *listed) {
        if (countsContainers(text))
            return wordCheck(Rule::Count, true, "other-noun");
        if (*listed < *stated && isOpenList(text))
            return cannotTell(Rule::Count, "open-list");
    }
    Check check = wordCheck(Rule::Count, *stated == *listed, *stated == *listed ? "" : "count-differs",
                            {caseText(*in.find({"stated", "count"})),
                             std::to_string(static_cast<long long>(std::clamp(*listed, -1e15, 1e15)))});
    check.face = *listed;
    if (check.verdict == Verdict::Inconsistent)
        check.repairs.push_back({"stated", check.reasonArgs[1]});
    return check;
}

Check directionCase(const CaseInput& in) {
    const std::string words = in.text({"word", "words", "text", "stated"});
    const auto* given = in.find({"measure"});
    const std::string measure = given != nullptr ? caseText(*given) : std::string();
    if (const auto change = in.optionalOperand({"change", "delta"}))
        return checkDirection(words, measure, *change);
    return checkDirection(words, measure, in.operand({"base", "old", "from"}),
                          in.operand({"new", "next", "to"}));
}

Check superlativeCase(const CaseInput& in) {
    const auto& values = in.get({"values"});
    const auto& claimed = in.get({"claimed", "subject"});
    std::vector<Operand> operands;
    std::size_t index = SIZE_MAX;
    if (!values.is_array() && !values.is_object())
        throw CaseError{"not-a-list", {"values"}};
    for (const auto& [key, value] : values.items()) {
        if (key == caseText(claimed))
            index = operands.size();
        operands.push_back(caseOperand(caseText(value)));
    }
    const auto* words = in.find({"word", "words", "text"});
    return checkSuperlative(operands, index, words != nullptr ? extremeOf(caseText(*words)) : Extreme::Most);
}

Check logicCase(const CaseInput& in) {
    const auto listed = sizeOf(in, {"listed", "list", "partners", "count"});
    if (!listed)
        return cannotTell(Rule::Logic, "missing");
    const auto* given = in.find({"word", "words", "text", "claim"});
    const FoldedPhrase words(given != nullptr ? caseText(*given) : "only");
    const bool denies = words.hasAny({U"non-exclusive", U"nonexclusive", U"not exclusive",
                                      U"no longer exclusive", U"非独家", U"不再独家"});
    const bool single = words.hasAny({U"exclusiv*", U"only", U"sole", U"solely", U"single*", U"sole-source",
                                      U"独家", U"唯一", U"单一", U"仅", U"只"});
    if (denies || !single)
        return cannotTell(Rule::Logic, "unknown-word");
    return wordCheck(Rule::Logic, *listed <= 1, *listed <= 1 ? "" : "more-than-one");
}

// The last day that a date or a deadline allows, in its loosest reading.
std::string lastDayOf(const std::string& text) {
    QuantityContext context;
    context.date = true;
    for (const Quantity& q : parseQuantities(text, context)) {
        if (!q.latest.empty())
            return q.latest;
        if (!q.due.empty())
            return q.due;
        if (!q.to.empty())
            return q.to.substr(0, q.to.find('|'));
    }
    return {};
}

// "first" is not later than "second": a start and an end, a document and a due date, a part and its whole.
Check temporalCase(const CaseInput& in) {
    const std::string first = lastDayOf(in.text({"first", "start", "subset_due", "document", "earlier"}));
    const std::string second = lastDayOf(in.text({"second", "end", "superset_due", "due", "later"}));
    if (first.empty() || second.empty())
        return cannotTell(Rule::Temporal, "missing");
    return wordCheck(Rule::Temporal, first <= second, first <= second ? "" : "wrong-order", {first, second});
}

// Trailing "…" or "..." says that the rest was cut off.
std::string_view withoutCut(std::string_view text) {
    const auto drop = [&](std::string_view end) {
        while (text.ends_with(end))
            text.remove_suffix(end.size());
    };
    drop(" ");
    drop("…");
    drop("...");
    drop(" ");
    return text;
}

} // namespace

Check wordCase(Rule rule, const CaseInput& in) {
    switch (rule) {
    case Rule::UnitLabel:
        return checkUnitLabel(in.text({"label", "header", "caption"}), in.text({"cell", "value", "text"}));
    case Rule::Count:
        return countCase(in);
    case Rule::Direction:
        return directionCase(in);
    case Rule::Superlative:
        return superlativeCase(in);
    case Rule::Logic:
        return logicCase(in);
    case Rule::Temporal:
        return temporalCase(in);
    case Rule::TextPrefix: {
        const std::string text = in.text({"text", "teaser", "prefix"});
        const std::string whole = in.text({"of", "full", "whole"});
        const std::string_view part = withoutCut(text);
        const bool holds = !part.empty() && std::string_view(whole).starts_with(part);
        return wordCheck(rule, holds, holds ? "" : "not-a-prefix");
    }
    default:
        throw CaseError{"unknown-rule", {std::string(ruleName(rule))}};
    }
}

} // namespace parallax::data
