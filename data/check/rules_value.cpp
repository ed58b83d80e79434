// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

Interval share(const Interval& percent) {
    return divide(percent, {100, 100});
}

bool isFraction(const Operand& operand) {
    return isPercent(operand.quantity) || operand.quantity.dimension == Dimension::Number ||
           operand.quantity.dimension == Dimension::Ratio;
}

} // namespace

Check checkReturn(const Operand& cost, const Operand& percent, const Operand& value) {
    if (!isAmount(cost.quantity) || !isAmount(percent.quantity) || !isAmount(value.quantity))
        return cannotTell(Rule::Return, "missing");
    if (!isComparable(cost.quantity, value.quantity) || !isFraction(percent))
        return cannotTell(Rule::Return, "other-measure");
    const Reading c = readingOf(cost);
    const Reading r = readingOf(percent, ReadAs::Result);
    const Reading v = readingOf(value);
    if (c.faceLow <= 0)
        return cannotTell(Rule::Return, "base-not-positive");
    if (!isBounded(c.strict) || !isBounded(r.strict))
        return cannotTell(Rule::Return, "open-bound");
    // The sum that was put in is a fact, not a measurement: at its face.
    const Interval paid = c.range ? c.strict : Interval{c.face, c.face};
    const auto gain = [&](const Interval& p) { return multiply(paid, add(exactlyOne, share(p))); };
    const auto multiple = [&](const Interval& p) { return multiply(paid, share(p)); };
    Check check;
    check.rule = Rule::Return;
    check.unit = value.quantity.unit;
    const double asGain = c.face * (1 + r.face / 100);
    const double asMultiple = c.face * r.face / 100;
    judge(check, {asGain, gain(r.strict), gain(r.loose)}, v);
    const auto numbers = formulaNumbers({c.face, asGain});
    check.formula = numbers.texts[0] + " × (1 + " + plainNumber(r.face) + " ÷ 100) = " + numbers.texts[1] +
                    numbers.suffix;
    if (check.verdict != Verdict::Inconsistent && check.verdict != Verdict::ConsistentLoose)
        return check;
    if (meets(multiple(r.loose), v.loose)) {
        check.verdict = Verdict::ConsistentLoose;
        check.grade = Grade::Loose;
        check.colour = Colour::Amber;
        check.cause = "ratio-for-change";
        check.reason = "multiple-for-return";
        addRepair(check, "stated", value, asGain, levelDigits);
        return check;
    }
    if (check.verdict == Verdict::ConsistentLoose)
        return check;
    check.cause = likelyCause({{"times-ten", asGain * 10},
                               {"times-ten", asGain / 10},
                               {"gain-for-value", asMultiple},
                               {"sign", c.face * (1 - r.face / 100)}},
                              v);
    addRepair(check, "stated", value, asGain, levelDigits);
    addRepair(check, "percent", percent, 100 * (v.face / c.face - 1), resultDigits);
    if (r.face > -100)
        addRepair(check, "start", cost, v.face / (1 + r.face / 100), levelDigits);
    return check;
}

Check checkPriceVolume(const Operand& multiple, const Operand& drop,
                       const std::optional<Operand>& statedVolume) {
    const Rule rule = Rule::PriceVolume;
    if (!isAmount(multiple.quantity) || !isAmount(drop.quantity))
        return cannotTell(rule, "missing");
    if (!isFraction(drop))
        return cannotTell(rule, "other-measure");
    const Reading m = readingOf(multiple);
    const Reading d = readingOf(drop);
    // "-30%" and "30%" of a drop are the same.
    const double dropLow = std::min(std::abs(d.faceLow), std::abs(d.faceHigh));
    const double dropHigh = std::max(std::abs(d.faceLow), std::abs(d.faceHigh));
    if (m.faceLow <= 0 || dropHigh >= 100)
        return cannotTell(rule, "base-not-positive");
    const auto volume = [&](const Interval& revenue, double slack) {
        const Interval left{1 - (dropHigh + slack) / 100, 1 - (dropLow - slack) / 100};
        return divide(revenue, left);
    };
    const double slack = halfWidth(lowEndOf(drop).strict);
    Check check;
    check.rule = rule;
    check.unit = "x";
    const Computed computed{m.face / (1 - (dropLow + dropHigh) / 200), volume(m.strict, slack),
                            volume(m.loose, slack)};
    check.formula = plainNumber(m.face) + " ÷ (1 − " + plainNumber(dropLow / 100) +
                    ") = " + plainNumber(m.faceLow / (1 - dropLow / 100), 4);
    if (d.range)
        check.formula = plainNumber(m.face) + " ÷ (1 − " + plainNumber(dropLow / 100) + " … " +
                        plainNumber(dropHigh / 100) + ") = " + plainNumber(m.face / (1 - dropLow / 100), 4) +
                        " … " + plainNumber(m.face / (1 - dropHigh / 100), 4);
    if (statedVolume && isAmount(statedVolume->quantity)) {
        const Reading stated = readingOf(*statedVolume);
        judge(check, computed, stated);
        if (check.verdict == Verdict::Inconsistent) {
            check.cause = likelyCause({{"price-left-out", m.face},
                                       {"wrong-base", m.face * (1 + dropHigh / 100)},
                                       {"sign", m.face * (1 - dropHigh / 100)}},
                                      stated);
            addRepair(check, "stated", inStyleOf(*statedVolume, computed.face, 2));
        }
        return check;
    }
    check.verdict = Verdict::CannotTell;
    check.colour = Colour::Grey;
    check.reason = "implied";
    check.face = m.face / (1 - dropLow / 100);
    if (d.range)
        check.faceHigh = m.face / (1 - dropHigh / 100);
    check.strict = computed.strict;
    check.loose = computed.loose;
    check.power = halfWidth(computed.strict);
    return check;
}

Check checkImpliedWhole(const Operand& gain, const Operand& points) {
    Check check = cannotTell(Rule::Implied, "implied");
    if (!isAmount(gain.quantity) || !isAmount(points.quantity)) {
        check.reason = "missing";
        return check;
    }
    const Reading g = readingOf(gain);
    const Reading p = readingOf(points);
    if (p.face == 0) {
        check.reason = "base-not-positive";
        return check;
    }
    check.unit = gain.quantity.unit;
    check.face = g.face / (p.face / 100);
    check.strict = divide(g.strict, share(p.strict));
    check.loose = divide(g.loose, share(p.loose));
    check.power = isBounded(*check.strict) ? halfWidth(*check.strict) : 0;
    const auto numbers = formulaNumbers({g.face, *check.face});
    check.formula =
        numbers.texts[0] + " ÷ " + plainNumber(p.face / 100) + " = " + numbers.texts[1] + numbers.suffix;
    return check;
}

Check checkImpliedRest(const Operand& whole, const Operand& part) {
    Check check = cannotTell(Rule::Implied, "implied");
    if (!isAmount(whole.quantity) || !isAmount(part.quantity)) {
        check.reason = "missing";
        return check;
    }
    if (!isComparable(whole.quantity, part.quantity)) {
        check.reason = "other-measure";
        return check;
    }
    const Reading w = readingOf(whole);
    const Reading p = readingOf(part);
    check.unit = whole.quantity.unit;
    check.face = w.face - p.face;
    check.strict = subtract(w.strict, p.strict);
    check.loose = subtract(w.loose, p.loose);
    check.power = isBounded(*check.strict) ? halfWidth(*check.strict) : 0;
    const auto numbers = formulaNumbers({w.face, p.face, *check.face});
    check.formula = numbers.texts[0] + " − " + numbers.texts[1] + " = " + numbers.texts[2] + numbers.suffix;
    return check;
}

} // namespace parallax::data
