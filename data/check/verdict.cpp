// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/verdict.h"

#include <algorithm>
#include <cmath>

namespace parallax::data {
namespace {

constexpr double redGap = 0.02;

Verdict verdictOf(const Computed& computed, const Reading& stated) {
    if (!isBounded(computed.strict) || !std::isfinite(computed.face))
        return Verdict::CannotTell;
    if (meets(computed.strict, stated.strict))
        return Verdict::Consistent;
    const Interval loose = isBounded(computed.loose) ? computed.loose : computed.strict;
    return meets(loose, stated.loose) ? Verdict::ConsistentLoose : Verdict::Inconsistent;
}

void conclude(Check& check, Verdict verdict, bool exact, double gap) {
    check.verdict = verdict;
    switch (verdict) {
    case Verdict::Consistent:
        check.grade = exact ? Grade::Exact : Grade::RoundingOnly;
        check.colour = Colour::Green;
        return;
    case Verdict::ConsistentLoose:
        check.grade = Grade::Loose;
        check.colour = Colour::Amber;
        return;
    case Verdict::Inconsistent:
        check.grade = Grade::None;
        check.colour = gap > redGap ? Colour::Red : Colour::Amber;
        return;
    case Verdict::CannotTell:
        check.grade = Grade::None;
        check.colour = Colour::Grey;
        if (check.reason.empty())
            check.reason = "open-bound";
    }
}

} // namespace

bool roundsTo(double face, const Reading& stated) {
    if (stated.range || !isBounded(stated.strict))
        return contains(stated.strict, face);
    return std::abs(face - stated.face) <= stated.resolution / 2 * (1 + 1e-9);
}

double gapOf(const Computed& computed, const Interval& statedLoose) {
    const double apart = distance(computed.loose, statedLoose);
    if (apart == 0)
        return 0;
    return computed.face == 0 ? std::numeric_limits<double>::infinity() : apart / std::abs(computed.face);
}

void judge(Check& check, const Computed& computed, const Reading& stated) {
    check.stated = stated.strict;
    const Verdict verdict = verdictOf(computed, stated);
    if (verdict != Verdict::CannotTell) {
        check.face = computed.face;
        check.strict = computed.strict;
        check.loose = computed.loose;
        check.power = halfWidth(computed.strict);
    }
    conclude(check, verdict, roundsTo(computed.face, stated), gapOf(computed, stated.loose));
}

void judgeEnds(Check& check, const Computed& low, const Computed& high, const Reading& statedLow,
               const Reading& statedHigh) {
    const Verdict first = verdictOf(low, statedLow);
    const Verdict second = verdictOf(high, statedHigh);
    check.stated = hull(statedLow.strict, statedHigh.strict);
    const Verdict verdict = std::max(first, second); // the enumerators stand from good to bad
    if (verdict != Verdict::CannotTell) {
        check.face = low.face;
        check.faceHigh = high.face;
        check.strict = hull(low.strict, high.strict);
        check.loose = hull(low.loose, high.loose);
        check.power = std::max(halfWidth(low.strict), halfWidth(high.strict));
    }
    conclude(check, verdict, roundsTo(low.face, statedLow) && roundsTo(high.face, statedHigh),
             std::max(gapOf(low, statedLow.loose), gapOf(high, statedHigh.loose)));
}

void makeAmber(Check& check) {
    if (check.colour == Colour::Red)
        check.colour = Colour::Amber;
}

} // namespace parallax::data
