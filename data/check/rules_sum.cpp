// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <utility>

#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

constexpr std::size_t fewParts = 6; // beyond, a repair of every part says nothing

Computed sumOf(const std::vector<Operand>& parts) {
    Computed sum{0, {0, 0}, {0, 0}};
    for (const Operand& part : parts) {
        const Reading read = readingOf(part);
        sum.face += read.face;
        sum.strict = add(sum.strict, read.strict);
        sum.loose = add(sum.loose, read.loose);
    }
    return sum;
}

std::string sumFormula(const std::vector<Operand>& parts, double sum) {
    std::vector<double> values;
    values.reserve(parts.size() + 1);
    for (const Operand& part : parts)
        values.push_back(readingOf(part).face);
    values.push_back(sum);
    const auto numbers = formulaNumbers(values);
    std::string text;
    for (std::size_t i = 0; i + 1 < numbers.texts.size(); ++i) {
        if (i == 12 && parts.size() > 14) { // the first dozen shows what is meant
            text += " + …";
            break;
        }
        constexpr std::string_view minus = "−";
        const bool takenOff = i > 0 && numbers.texts[i].starts_with(minus);
        text += i == 0 ? "" : takenOff ? " − " : " + ";
        text += takenOff ? numbers.texts[i].substr(minus.size()) : numbers.texts[i];
    }
    return text + " = " + numbers.texts.back() + numbers.suffix;
}

std::string partCode(std::size_t i) {
    return "part:" + std::to_string(i + 1);
}

// Which part explains the difference between the sum and the total, and how.
void namePart(Check& check, const std::vector<Operand>& parts, const Computed& sum, const Reading& total) {
    const double missing = total.face - sum.face;
    const double slack = halfWidth(total.strict) + halfWidth(sum.strict);
    const auto near = [&](double value) {
        return std::abs(missing - value) <= std::min(slack, 0.02 * std::abs(value)) * (1 + 1e-9);
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double part = readingOf(parts[i]).face;
        if (part == 0 || std::abs(part) <= slack)
            continue;
        if (near(-part))
            check.cause = "part-left-out";
        else if (near(part))
            check.cause = "part-counted-twice";
        else if (near(-2 * part))
            check.cause = "sign";
        else if (near(9 * part) || near(-0.9 * part))
            check.cause = "times-ten";
        else if (near(999 * part) || near(-0.999 * part))
            check.cause = "scale";
        else
            continue;
        check.reasonArgs = {parts[i].text};
        if (check.cause == "sign" || check.cause == "times-ten" || check.cause == "scale")
            addRepair(check, partCode(i), inStyleOf(parts[i], part + missing, levelDigits));
        return;
    }
    check.cause = likelyCause({{"times-ten", sum.face * 10},
                               {"times-ten", sum.face / 10},
                               {"scale", sum.face * 1000},
                               {"scale", sum.face / 1000},
                               {"sign", -sum.face}},
                              total);
}

bool allComparable(const std::vector<Operand>& parts, const Quantity& whole) {
    return std::ranges::all_of(parts,
                               [&](const Operand& part) { return isComparable(part.quantity, whole); });
}

} // namespace

Check checkSum(const std::vector<Operand>& parts, const Operand& total) {
    if (parts.empty() || !isAmount(total.quantity))
        return cannotTell(Rule::SumTotal, "missing");
    if (!allComparable(parts, total.quantity))
        return cannotTell(Rule::SumTotal, "other-measure");
    Check check;
    check.rule = Rule::SumTotal;
    check.unit = total.quantity.unit;
    const Computed sum = sumOf(parts);
    const Reading read = readingOf(total);
    judge(check, sum, read);
    check.formula = sumFormula(parts, sum.face);
    if (check.verdict == Verdict::Inconsistent) {
        addRepair(check, "stated", inStyleOf(total, sum.face, levelDigits));
        namePart(check, parts, sum, read);
    }
    return check;
}

Check checkShareSum(const std::vector<Operand>& parts) {
    if (parts.size() < 2)
        return cannotTell(Rule::ShareSum, "missing");
    if (!std::ranges::all_of(parts, [](const Operand& part) { return isPercent(part.quantity); }))
        return cannotTell(Rule::ShareSum, "other-measure");
    Check check;
    check.rule = Rule::ShareSum;
    check.unit = "%";
    Reading whole;
    whole.face = whole.faceLow = whole.faceHigh = 100;
    whole.strict = whole.loose = {100, 100};
    whole.resolution = 0;
    Computed sum = sumOf(parts);
    // Half a unit of each share is all the slack there is: 40 % is not "about 40 %".
    const Interval loose = std::exchange(sum.loose, sum.strict);
    judge(check, sum, whole);
    if (check.verdict == Verdict::Consistent) {
        check.loose = loose;
        check.grade = std::abs(sum.face - 100) < 1e-9 ? Grade::Exact : Grade::RoundingOnly;
    }
    check.formula = sumFormula(parts, sum.face) + " %";
    if (check.verdict == Verdict::Inconsistent && parts.size() <= fewParts)
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const double part = readingOf(parts[i]).face + 100 - sum.face;
            if (part >= 0 && part <= 100)
                addRepair(check, partCode(i), inStyleOf(parts[i], part, resultDigits));
        }
    return check;
}

Check checkShareOf(const Operand& part, const Operand& whole, const Operand& stated) {
    if (!isAmount(part.quantity) || !isAmount(whole.quantity) || !isAmount(stated.quantity))
        return cannotTell(Rule::ShareOf, "missing");
    if (!isComparable(part.quantity, whole.quantity))
        return cannotTell(Rule::ShareOf, "other-measure");
    const Reading p = readingOf(part);
    const Reading w = readingOf(whole);
    if (w.faceLow <= 0)
        return cannotTell(Rule::ShareOf, "base-not-positive");
    if (!isBounded(p.strict) || !isBounded(w.strict))
        return cannotTell(Rule::ShareOf, "open-bound");
    Check check;
    check.rule = Rule::ShareOf;
    check.unit = "%";
    const auto share = [](const Interval& a, const Interval& b) {
        return multiply({100, 100}, divide(a, b));
    };
    const Reading read = readingOf(stated, ReadAs::Result);
    const double face = 100 * p.face / w.face;
    judge(check, {face, share(p.strict, w.strict), share(p.loose, w.loose)}, read);
    const auto numbers = formulaNumbers({p.face, w.face});
    check.formula =
        "100 × " + numbers.texts[0] + " ÷ " + numbers.texts[1] + " = " + plainNumber(face, 4) + " %";
    if (check.verdict == Verdict::Inconsistent) {
        check.cause = likelyCause({{"wrong-base", 100 * p.face / (w.face - p.face)},
                                   {"wrong-base", 100 * w.face / p.face},
                                   {"rest-for-share", 100 - face},
                                   {"times-ten", face * 10},
                                   {"times-ten", face / 10},
                                   {"fraction-for-percent", face / 100}},
                                  read);
        addRepair(check, "stated", inStyleOf(stated, face, resultDigits));
        addRepair(check, "part", inStyleOf(part, w.face * read.face / 100, levelDigits));
        if (read.face > 0)
            addRepair(check, "whole", inStyleOf(whole, p.face * 100 / read.face, levelDigits));
    }
    return check;
}

Check checkPartWhole(const Operand& part, const Operand& whole) {
    if (!isAmount(part.quantity) || !isAmount(whole.quantity))
        return cannotTell(Rule::PartWhole, "missing");
    if (!isComparable(part.quantity, whole.quantity))
        return cannotTell(Rule::PartWhole, "other-measure");
    const Reading p = readingOf(part);
    const Reading w = readingOf(whole);
    Check check;
    check.rule = Rule::PartWhole;
    check.unit = whole.quantity.unit;
    check.face = p.face;
    check.strict = p.strict;
    check.loose = p.loose;
    check.stated = w.strict;
    check.power = isBounded(p.strict) ? halfWidth(p.strict) : 0;
    const auto numbers = formulaNumbers({p.face, w.face});
    const bool open = !std::isfinite(w.strict.high) && p.face > w.face;
    if (open) // "over $58B" may be more than any part
        return cannotTell(Rule::PartWhole, "open-bound");
    const double apart = std::max(0.0, p.loose.low - w.loose.high);
    if (p.face <= w.face || p.strict.low <= w.strict.high) {
        check.verdict = Verdict::Consistent;
        check.grade = p.face <= w.face ? Grade::Exact : Grade::RoundingOnly;
        check.colour = Colour::Green;
    } else if (apart == 0) {
        check.verdict = Verdict::ConsistentLoose;
        check.grade = Grade::Loose;
        check.colour = Colour::Amber;
    } else {
        check.verdict = Verdict::Inconsistent;
        check.colour = apart > 0.02 * std::abs(p.face) ? Colour::Red : Colour::Amber;
        check.cause = likelyCause({{"times-ten", p.face / 10}, {"scale", p.face / 1000}}, w);
        addRepair(check, "whole", inStyleOf(whole, p.face, levelDigits));
        addRepair(check, "part", inStyleOf(part, w.face, levelDigits));
    }
    check.formula = numbers.texts[0] + (p.face <= w.face ? " ≤ " : " > ") + numbers.texts[1] + numbers.suffix;
    return check;
}

} // namespace parallax::data
