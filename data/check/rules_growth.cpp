// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>

#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

double rateAt(double ratio, double years) {
    return 100 * (std::pow(ratio, 1 / years) - 1);
}

Computed rateOf(const Reading& start, const Reading& end, double years) {
    const auto rate = [&](const Interval& s, const Interval& e) {
        return multiply(exactlyHundred, subtract(root(divide(e, s), years), exactlyOne));
    };
    return {rateAt(end.face / start.face, years), rate(start.strict, end.strict),
            rate(start.loose, end.loose)};
}

// Another whole number of years, the nearest one, that makes the stated rate right.
std::optional<int> fittingYears(const Reading& start, const Reading& end, double years,
                                const Reading& stated) {
    for (const int offset : {1, -1, 2, -2, 3, -3}) {
        const double n = years + offset;
        if (n >= 1 && meets(rateOf(start, end, n).strict, stated.strict))
            return offset;
    }
    return std::nullopt;
}

void repairRate(Check& check, const Operand& start, const Operand& end, const YearSpan& years, double n,
                const Operand& stated) {
    const Reading s = readingOf(start);
    const Reading e = readingOf(end);
    const Reading read = readingOf(stated, ReadAs::Result);
    const double ratio = e.face / s.face;
    const double face = rateAt(ratio, n);
    const auto offset = fittingYears(s, e, n, read);
    check.cause = likelyCause({{"sign", -face},
                               {"simple-growth", 100 * (ratio - 1) / n},
                               {"total-growth", 100 * (ratio - 1)},
                               {"ratio-for-change", 100 * ratio},
                               {"times-ten", face * 10},
                               {"times-ten", face / 10}},
                              read);
    const bool offByOne = offset && std::abs(*offset) == 1;
    if (offByOne && (check.cause.empty() || check.cause == "simple-growth"))
        if (check.cause.empty() ||
            std::abs(rateAt(ratio, n + *offset) - read.face) <= std::abs(100 * (ratio - 1) / n - read.face))
            check.cause = "off-by-one-years";
    addRepair(check, "stated", stated, face, resultDigits);
    if (!read.range && read.face > -100) {
        const double factor = std::pow(1 + read.face / 100, n);
        addRepair(check, "end", end, s.face * factor, levelDigits);
        addRepair(check, "start", start, e.face / factor, levelDigits);
    }
    if (!offset)
        return;
    if (years.start != 0 && years.end != 0) {
        addRepair(check, "end-year", std::to_string(years.end + *offset));
        addRepair(check, "start-year", std::to_string(years.start - *offset));
    } else {
        addRepair(check, "years", plainNumber(n + *offset));
    }
}

} // namespace

Check checkCagr(const Operand& start, const Operand& end, const YearSpan& years, const Operand& stated) {
    const auto cannot = [](const char* reason) { return cannotTell(Rule::Cagr, reason); };
    if (!isAmount(start.quantity) || !isAmount(end.quantity) || !isAmount(stated.quantity))
        return cannot("missing");
    if (!isComparable(start.quantity, end.quantity))
        return cannot("other-measure");
    const double n = years.start != 0 && years.end != 0 ? years.end - years.start : years.count;
    if (!(n > 0) || n > 1000)
        return cannot("no-years");
    const Reading s = readingOf(start);
    const Reading e = readingOf(end);
    if (s.faceLow <= 0 || e.faceLow <= 0)
        return cannot("base-not-positive");
    if (!isBounded(s.strict) || !isBounded(e.strict))
        return cannot("open-bound");
    Check check;
    check.rule = Rule::Cagr;
    check.unit = "%";
    judge(check, rateOf(s, e, n), readingOf(stated, ReadAs::Result));
    const auto numbers = formulaNumbers({e.face, s.face});
    const double ratio = e.face / s.face;
    check.formula = "100 × ((" + numbers.texts[0] + " ÷ " + numbers.texts[1] + ")^(1 ÷ " + plainNumber(n) +
                    ") − 1) = " + plainNumber(rateAt(ratio, n), 4) + " %";
    for (const double other : {n - 1, n + 1}) // what one year less and more would give
        if (other >= 1)
            check.formula +=
                "; n = " + plainNumber(other) + ": " + plainNumber(rateAt(ratio, other), 4) + " %";
    if (check.verdict == Verdict::Inconsistent)
        repairRate(check, start, end, years, n, stated);
    return check;
}

} // namespace parallax::data
