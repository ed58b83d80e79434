// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/relations.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax::data {
namespace {

bool meets(double low, double high, double stated, double slack) {
    // Sums of doubles that stand for exact decimals: a hair of room.
    const double hair = 1e-9 * std::max({std::abs(low), std::abs(high), std::abs(stated)});
    return std::min(low, high) - hair <= stated + slack && stated - slack <= std::max(low, high) + hair;
}

double relation(double base, double next, ChangeKind kind, double years) {
    switch (kind) {
    case ChangeKind::Percent:
        return 100 * ((years == 1 ? next / base : std::pow(next / base, 1 / years)) - 1);
    case ChangeKind::Points:
    case ChangeKind::Absolute:
        return next - base;
    case ChangeKind::Multiple:
        return next / base;
    }
    return 0;
}

} // namespace

std::optional<Extent> extentOf(const Quantity& q) {
    if (q.kind != QuantityKind::Scalar && q.kind != QuantityKind::Range && q.kind != QuantityKind::Multiplier)
        return std::nullopt;
    if (q.bound != Bound::Exact)
        return std::nullopt;
    Extent extent;
    const bool range = q.kind == QuantityKind::Range;
    extent.low = (range ? q.low : q.value).toDouble();
    extent.high = (range ? q.high : q.value).toDouble();
    extent.slack = q.resolution.toDouble() / 2;
    if (q.approx)
        extent.slack = std::max(extent.slack, std::max(std::abs(extent.low), std::abs(extent.high)) / 10);
    if (!std::isfinite(extent.low) || !std::isfinite(extent.high) || !std::isfinite(extent.slack))
        return std::nullopt;
    return extent;
}

Fit changeFits(const Extent& base, const Extent& next, const Extent& stated, ChangeKind kind, double years) {
    const bool ratio = kind == ChangeKind::Percent || kind == ChangeKind::Multiple;
    if (ratio && base.low - base.slack <= 0)
        return Fit::CannotTell;
    if (ratio && years != 1 && next.low - next.slack <= 0)
        return Fit::CannotTell;
    // A stated change is often cut instead of rounded: a whole unit of its last digit.
    const double slack = 2 * stated.slack;
    const auto end = [&](double from, double to, double change) {
        return meets(relation(from + base.slack, to - next.slack, kind, years),
                     relation(from - base.slack, to + next.slack, kind, years), change, slack);
    };
    const double least = relation(base.high, next.low, kind, years);
    const double greatest = relation(base.low, next.high, kind, years);
    if (!std::isfinite(least) || !std::isfinite(greatest))
        return Fit::CannotTell;
    if (!stated.range()) {
        // One change stated for a range: it has to lie within.
        const bool within = end(base.high, next.low, stated.low) || end(base.low, next.high, stated.low) ||
                            (least <= stated.low && stated.low <= greatest);
        return within ? Fit::Fits : Fit::Misses;
    }
    return end(base.high, next.low, stated.low) && end(base.low, next.high, stated.high) ? Fit::Fits
                                                                                         : Fit::Misses;
}

Fit changeFits(const Quantity& base, const Quantity& next, const Quantity& stated, double years) {
    if (base.dimension != next.dimension || base.unit != next.unit)
        return Fit::CannotTell;
    const auto from = extentOf(base);
    const auto to = extentOf(next);
    const auto change = extentOf(stated);
    if (!from || !to || !change)
        return Fit::CannotTell;
    const bool levelsInPercent =
        base.dimension == Dimension::Ratio || base.dimension == Dimension::PercentagePoint;
    std::array<ChangeKind, 2> kinds{ChangeKind::Percent, ChangeKind::Percent};
    switch (stated.dimension) {
    case Dimension::Ratio:
        if (levelsInPercent)
            kinds[1] = ChangeKind::Points;
        break;
    case Dimension::PercentagePoint:
        kinds = {ChangeKind::Points, ChangeKind::Points};
        break;
    case Dimension::Multiplier:
        kinds = {ChangeKind::Multiple, ChangeKind::Multiple};
        break;
    case Dimension::Number:
        if (stated.kind == QuantityKind::Multiplier)
            kinds = {ChangeKind::Multiple, ChangeKind::Multiple};
        else
            kinds = {ChangeKind::Absolute, ChangeKind::Percent}; // a bare 20 below "Growth" may be 20 %
        break;
    default:
        if (stated.dimension != base.dimension)
            return Fit::CannotTell;
        kinds = {ChangeKind::Absolute, ChangeKind::Absolute};
    }
    const Fit first = changeFits(*from, *to, *change, kinds[0], years);
    if (first != Fit::Misses || kinds[0] == kinds[1])
        return first;
    return changeFits(*from, *to, *change, kinds[1], years);
}

} // namespace parallax::data
