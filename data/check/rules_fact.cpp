// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

bool holdsAny(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words,
                               [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// An English scale word or letter directly after the digits: "$58B", "58 billion", "58bn".
bool isEnglishScale(std::string_view text, char letter, std::string_view word) {
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(), lower);
    if (folded.find(word) != std::string::npos)
        return true;
    for (std::size_t i = 1; i < folded.size(); ++i)
        if (folded[i] == letter && (folded[i - 1] == ' ' || (folded[i - 1] >= '0' && folded[i - 1] <= '9')))
            return true;
    return false;
}

// 億 (10⁸) written for a billion, 萬 (10⁴) for a million: one text has the Chinese word, the other the
// English.
bool isWordSlip(const std::string& a, const std::string& b, int powers) {
    const auto across = [&](const std::string& chinese, const std::string& english) {
        if (powers == 1)
            return holdsAny(chinese, {"億", "亿"}) && isEnglishScale(english, 'b', "billion");
        return powers == 2 && holdsAny(chinese, {"萬", "万"}) && isEnglishScale(english, 'm', "million");
    };
    return across(a, b) || across(b, a);
}

// The power of ten by which two figures differ as a slip of scale would make them; 0 for none.
int scaleSlip(const Operand& a, const Operand& b) {
    const Reading x = readingOf(a);
    const Reading y = readingOf(b);
    if (x.face <= 0 || y.face <= 0 || meets(x.strict, y.strict))
        return 0;
    const Reading& large = x.face > y.face ? x : y;
    const Reading& small = x.face > y.face ? y : x;
    for (const int powers : {3, 4, 8, 6, 9, 1, 2}) {
        if (powers < 3 && !isWordSlip(a.text, b.text, powers))
            continue;
        const double factor = std::pow(10.0, powers);
        if (meets(multiply(small.strict, {factor, factor}), large.strict))
            return powers;
    }
    return 0;
}

} // namespace

Check checkSameFact(const Operand& a, const Operand& b) {
    if (!isAmount(a.quantity) || !isAmount(b.quantity))
        return cannotTell(Rule::SameFact, "missing");
    if (!isComparable(a.quantity, b.quantity))
        return cannotTell(Rule::SameFact, "other-measure");
    const Reading x = readingOf(a);
    const Reading y = readingOf(b);
    Check check;
    check.rule = Rule::SameFact;
    check.unit = !a.quantity.unit.empty() ? a.quantity.unit : b.quantity.unit;
    check.stated = x.strict;
    check.face = y.face;
    check.strict = y.strict;
    check.loose = y.loose;
    check.power = isBounded(y.strict) ? halfWidth(y.strict) : 0;
    check.formula = a.text + " = " + b.text;
    if (meets(x.strict, y.strict)) {
        check.verdict = Verdict::Consistent;
        check.grade = roundsTo(x.face, y) || roundsTo(y.face, x) ? Grade::Exact : Grade::RoundingOnly;
        check.colour = Colour::Green;
        return check;
    }
    if (meets(x.loose, y.loose)) {
        check.verdict = Verdict::ConsistentLoose;
        check.grade = Grade::Loose;
        check.colour = Colour::Amber;
        return check;
    }
    check.verdict = Verdict::Inconsistent;
    const double size = std::max(std::abs(x.face), std::abs(y.face));
    check.colour = distance(x.loose, y.loose) > 0.02 * size ? Colour::Red : Colour::Amber;
    check.formula = a.text + " ≠ " + b.text;
    if (const int slip = scaleSlip(a, b); slip != 0) {
        check.cause = "scale";
        check.reasonArgs = {std::to_string(slip)};
    } else {
        check.cause =
            likelyCause({{"sign", -y.face}, {"times-ten", y.face * 10}, {"times-ten", y.face / 10}}, x);
    }
    addRepair(check, "stated", inStyleOf(a, y.face, levelDigits));
    addRepair(check, "other", inStyleOf(b, x.face, levelDigits));
    return check;
}

Check checkScale(const Operand& a, const Operand& b) {
    Check check = checkSameFact(a, b);
    check.rule = Rule::Scale;
    if (check.verdict != Verdict::Inconsistent || check.cause == "scale")
        return check;
    return cannotTell(Rule::Scale, "not-a-scale-slip");
}

} // namespace parallax::data
