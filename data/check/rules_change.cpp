// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "data/check/clause.h"
#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

Computed percentChange(const Reading& base, const Reading& next) {
    const auto change = [](const Interval& b, const Interval& n) {
        return multiply(exactlyHundred, subtract(divide(n, b), exactlyOne));
    };
    return {100 * (next.face / base.face - 1), change(base.strict, next.strict),
            change(base.loose, next.loose)};
}

Computed difference(const Reading& base, const Reading& next) {
    return {next.face - base.face, subtract(next.strict, base.strict), subtract(next.loose, base.loose)};
}

// The ends of the change from one range to another, sorted by value.
struct ComputedEnds {
    Computed low, high;
};
template <typename Change>
ComputedEnds endsOf(const Operand& base, const Operand& next, const Change& change) {
    const Reading b = readingOf(base);
    const Reading n = readingOf(next);
    ComputedEnds ends;
    if (b.range && n.range)
        ends = {change(lowEndOf(base), lowEndOf(next)), change(highEndOf(base), highEndOf(next))};
    else if (b.range)
        ends = {change(highEndOf(base), n), change(lowEndOf(base), n)};
    else
        ends = {change(b, lowEndOf(next)), change(b, highEndOf(next))};
    if (ends.high.face < ends.low.face)
        std::swap(ends.low, ends.high);
    return ends;
}

bool isRange(const Operand& operand) {
    return readingOf(operand).range;
}

std::string percentFormula(double base, double next) {
    const auto numbers = formulaNumbers({next, base});
    return "100 × (" + numbers.texts[0] + " ÷ " + numbers.texts[1] +
           " − 1) = " + plainNumber(100 * (next / base - 1), 4) + " %";
}

std::string cannotDivide(const Operand& base, const Operand& next, const Operand& stated) {
    if (!isAmount(base.quantity) || !isAmount(next.quantity) || !isAmount(stated.quantity))
        return "missing";
    if (!isComparable(base.quantity, next.quantity))
        return "other-measure";
    const Reading b = readingOf(base);
    if (b.faceLow <= 0)
        return "base-not-positive";
    if (!isBounded(b.strict) || !isBounded(readingOf(next).strict))
        return "open-bound";
    return {};
}

void nameChangeError(Check& check, const Operand& base, const Operand& next, const Operand& stated) {
    const Reading read = readingOf(stated, ReadAs::Result);
    const double b = readingOf(base).face;
    const double n = readingOf(next).face;
    const double change = 100 * (n / b - 1);
    const bool percents = isPercent(base.quantity) && isPercent(next.quantity);
    check.cause = likelyCause({{"sign", -change},
                               {"ratio-for-change", 100 * n / b},
                               {"wrong-base", 100 * (1 - b / n)},
                               {"wrong-base", 100 * (b / n - 1)},
                               {"times-ten", change * 10},
                               {"times-ten", change / 10},
                               {"fraction-for-percent", change / 100},
                               {"points-for-percent", percents ? n - b : std::nan("")}},
                              read);
    addRepair(check, "stated", stated, change, resultDigits);
    if (read.range || isRange(base) || isRange(next) || read.face <= -100)
        return;
    const double factor = 1 + read.face / 100;
    addRepair(check, "end", next, b * factor, levelDigits);
    if (n > 0)
        addRepair(check, "start", base, n / factor, levelDigits);
}

// "3x" beside two levels: their ratio, with the 5 % that a round multiple is granted.
Check checkRatio(const Operand& base, const Operand& next, const Operand& stated) {
    Check check;
    check.rule = Rule::VagueMultiplier;
    check.unit = "x";
    if (const auto why = cannotDivide(base, next, stated); !why.empty())
        return cannotTell(Rule::VagueMultiplier, why);
    const Reading b = readingOf(base);
    const Reading n = readingOf(next);
    Reading multiple = readingOf(stated);
    multiple.loose = hull(multiple.loose, around(multiple.face, std::abs(multiple.face) * 0.05));
    const double face = n.face / b.face;
    judge(check, {face, divide(n.strict, b.strict), divide(n.loose, b.loose)}, multiple);
    const auto numbers = formulaNumbers({n.face, b.face});
    check.formula = numbers.texts[0] + " ÷ " + numbers.texts[1] + " = " + plainNumber(face, 4);
    if (check.verdict == Verdict::Inconsistent) {
        check.cause = likelyCause({{"change-for-ratio", face - 1},
                                   {"wrong-base", b.face / n.face},
                                   {"times-ten", face * 10},
                                   {"times-ten", face / 10}},
                                  multiple);
        addRepair(check, "stated", stated, face, 2);
        addRepair(check, "end", next, b.face * multiple.face, levelDigits);
        addRepair(check, "start", base, n.face / multiple.face, levelDigits);
    }
    return check;
}

} // namespace

Check cannotTell(Rule rule, std::string reason) {
    Check check;
    check.rule = rule;
    check.reason = std::move(reason);
    return check;
}

Check wordCheck(Rule rule, bool holds, std::string reason, std::vector<std::string> args) {
    Check check;
    check.rule = rule;
    check.verdict = holds ? Verdict::Consistent : Verdict::Inconsistent;
    check.grade = holds ? Grade::Words : Grade::None;
    check.colour = holds ? Colour::Green : Colour::Amber;
    check.reason = std::move(reason);
    check.reasonArgs = std::move(args);
    return check;
}

Check checkDeltaPercent(const Operand& base, const Operand& next, const Operand& stated) {
    if (isMultiple(stated.quantity))
        return checkRatio(base, next, stated);
    if (isRange(base) || isRange(next) || isRange(stated))
        return checkDeltaRange(base, next, stated);
    if (const auto why = cannotDivide(base, next, stated); !why.empty())
        return cannotTell(Rule::DeltaPercent, why);
    Check check;
    check.rule = Rule::DeltaPercent;
    check.unit = "%";
    const Reading b = readingOf(base);
    const Reading n = readingOf(next);
    judge(check, percentChange(b, n), readingOf(stated, ReadAs::Result));
    check.formula = percentFormula(b.face, n.face);
    if (check.verdict == Verdict::Inconsistent)
        nameChangeError(check, base, next, stated);
    return check;
}

Check checkDeltaRange(const Operand& base, const Operand& next, const Operand& stated) {
    if (const auto why = cannotDivide(base, next, stated); !why.empty())
        return cannotTell(Rule::DeltaRange, why);
    Check check;
    check.rule = Rule::DeltaRange;
    check.unit = "%";
    const ComputedEnds ends = endsOf(base, next, percentChange);
    const Reading read = readingOf(stated, ReadAs::Result);
    const bool spread = isRange(base) || isRange(next);
    if (spread && read.range) {
        judgeEnds(check, ends.low, ends.high, lowEndOf(stated, ReadAs::Result),
                  highEndOf(stated, ReadAs::Result));
    } else { // one figure for a whole range, or a range for one figure: somewhere in it
        judge(check,
              {(ends.low.face + ends.high.face) / 2, hull(ends.low.strict, ends.high.strict),
               hull(ends.low.loose, ends.high.loose)},
              read);
        if (check.face && spread) {
            check.face = ends.low.face;
            check.faceHigh = ends.high.face;
        }
    }
    check.formula = percentFormula(readingOf(base).face, readingOf(next).face);
    if (spread)
        check.formula = "100 × (" + next.text + " ÷ " + base.text +
                        " − 1) = " + plainNumber(ends.low.face, 4) + " … " + plainNumber(ends.high.face, 4) +
                        " %";
    if (check.verdict != Verdict::Inconsistent)
        return check;
    if (!spread)
        nameChangeError(check, base, next, stated);
    else {
        const Reading low = lowEndOf(stated, ReadAs::Result);
        const Reading high = highEndOf(stated, ReadAs::Result);
        const auto both = [&](double a, double b) {
            const double tolerance = std::max(2 * read.resolution, 0.03 * std::abs(high.face));
            return std::abs(std::min(a, b) - low.face) <= tolerance &&
                   std::abs(std::max(a, b) - high.face) <= tolerance;
        };
        const double a = ends.low.face;
        const double b = ends.high.face;
        if (both(-a, -b))
            check.cause = "sign";
        else if (both(100 + a, 100 + b))
            check.cause = "ratio-for-change";
        else if (both(10 * a, 10 * b) || both(a / 10, b / 10))
            check.cause = "times-ten";
        else if (both(100 * (1 - 1 / (1 + a / 100)), 100 * (1 - 1 / (1 + b / 100))))
            check.cause = "wrong-base";
        addRepair(check, "stated", inStyleOf(stated, a, b, resultDigits));
    }
    return check;
}

Check checkDeltaPoints(const Operand& base, const Operand& next, const Operand& stated) {
    if (!isAmount(base.quantity) || !isAmount(next.quantity) || !isAmount(stated.quantity))
        return cannotTell(Rule::DeltaPoints, "missing");
    if (!isComparable(base.quantity, next.quantity))
        return cannotTell(Rule::DeltaPoints, "other-measure");
    Check check;
    check.rule = Rule::DeltaPoints;
    check.unit = "pp";
    const ComputedEnds ends = endsOf(base, next, difference);
    const Reading read = readingOf(stated, ReadAs::Result);
    const bool spread = isRange(base) || isRange(next);
    if (spread && read.range)
        judgeEnds(check, ends.low, ends.high, lowEndOf(stated, ReadAs::Result),
                  highEndOf(stated, ReadAs::Result));
    else
        judge(check,
              {(ends.low.face + ends.high.face) / 2, hull(ends.low.strict, ends.high.strict),
               hull(ends.low.loose, ends.high.loose)},
              read);
    const double b = readingOf(base).face;
    const double n = readingOf(next).face;
    check.formula = plainNumber(n) + " − " + plainNumber(b) + " = " + plainNumber(n - b, 4) + " pp";
    if (check.verdict != Verdict::Inconsistent)
        return check;
    const double relative = 100 * (n / b - 1);
    check.cause = likelyCause({{"sign", b - n},
                               {"percent-for-points", relative},
                               {"ratio-for-change", 100 * n / b},
                               {"times-ten", (n - b) * 10},
                               {"times-ten", (n - b) / 10}},
                              read);
    addRepair(check, "stated", stated, n - b, resultDigits);
    if (check.cause == "percent-for-points") { // right, but for its label
        makeAmber(check);
        addRepair(check, "unit", (relative < 0 ? "−" : "+") + plainNumber(std::abs(read.face)) + "%");
    } else if (!read.range && !spread) {
        addRepair(check, "end", next, b + read.face, resultDigits);
        addRepair(check, "start", base, n - read.face, resultDigits);
    }
    return check;
}

Check checkDeltaAbsolute(const Operand& base, const Operand& next, const Operand& stated) {
    if (!isAmount(base.quantity) || !isAmount(next.quantity) || !isAmount(stated.quantity))
        return cannotTell(Rule::DeltaAbsolute, "missing");
    if (!isComparable(base.quantity, next.quantity) || !isComparable(next.quantity, stated.quantity))
        return cannotTell(Rule::DeltaAbsolute, "other-measure");
    Check check;
    check.rule = Rule::DeltaAbsolute;
    check.unit = next.quantity.unit;
    const ComputedEnds ends = endsOf(base, next, difference);
    const Reading read = readingOf(stated);
    if ((isRange(base) || isRange(next)) && read.range)
        judgeEnds(check, ends.low, ends.high, lowEndOf(stated), highEndOf(stated));
    else
        judge(check,
              {(ends.low.face + ends.high.face) / 2, hull(ends.low.strict, ends.high.strict),
               hull(ends.low.loose, ends.high.loose)},
              read);
    const double b = readingOf(base).face;
    const double n = readingOf(next).face;
    const auto numbers = formulaNumbers({n, b, n - b});
    check.formula = numbers.texts[0] + " − " + numbers.texts[1] + " = " + numbers.texts[2] + numbers.suffix;
    if (check.verdict == Verdict::Inconsistent) {
        check.cause = likelyCause({{"sign", b - n},
                                   {"level-for-change", n},
                                   {"times-ten", (n - b) * 10},
                                   {"times-ten", (n - b) / 10},
                                   {"scale", (n - b) * 1000},
                                   {"scale", (n - b) / 1000}},
                                  read);
        addRepair(check, "stated", stated, n - b, levelDigits);
        addRepair(check, "end", next, b + read.face, levelDigits);
        addRepair(check, "start", base, n - read.face, levelDigits);
    }
    return check;
}

Check checkChange(const Operand& base, const Operand& next, const Operand& stated) {
    const Quantity& s = stated.quantity;
    if (isMultiple(s))
        return checkRatio(base, next, stated);
    const bool percents = isPercent(base.quantity) && isPercent(next.quantity);
    if (!percents)
        return isPercent(s) || isPoints(s) ? checkDeltaPercent(base, next, stated)
                                           : checkDeltaAbsolute(base, next, stated);
    Check points = checkDeltaPoints(base, next, stated);
    if (!isPercent(s) || points.verdict == Verdict::CannotTell)
        return points;
    Check relative = checkDeltaPercent(base, next, stated);
    if (points.verdict == Verdict::Consistent && relative.verdict != Verdict::Consistent) {
        // "+5%" from 15 % to 20 %: five points, and a label that says something else.
        points.rule = Rule::UnitLabel;
        points.verdict = Verdict::Inconsistent;
        points.grade = Grade::None;
        points.colour = Colour::Amber;
        points.cause = "points-for-percent";
        points.reason = "points-for-percent";
        const double face = readingOf(stated).face;
        addRepair(points, "unit", (face < 0 ? "−" : "+") + plainNumber(std::abs(face)) + " pp");
        addRepair(points, "stated", inStyleOf(stated, relative.face.value_or(face), resultDigits));
        return points;
    }
    if (points.verdict == Verdict::Consistent) {
        points.reason = "unit-label-ambiguous";
        return points;
    }
    return relative.verdict < points.verdict ? relative : points;
}

} // namespace parallax::data
