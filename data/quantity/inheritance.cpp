// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "data/quantity/header_unit.h"
#include "data/quantity/surroundings.h"

namespace parallax::data {
namespace {

void times(Quantity& q, const Decimal& factor) {
    if (factor.digits == 1) {
        for (Decimal* value : {&q.value, &q.low, &q.high, &q.resolution})
            *value = value->shifted(factor.exponent);
        if (q.plusMinus)
            q.plusMinus = q.plusMinus->shifted(factor.exponent);
        return;
    }
    for (Decimal* value : {&q.value, &q.low, &q.high, &q.resolution})
        *value = multiply(*value, factor).value_or(*value);
    if (q.plusMinus)
        q.plusMinus = multiply(*q.plusMinus, factor).value_or(*q.plusMinus);
}

// Of two sizes of one unit; a GiB and a GB are called by one name.
bool isAnotherSize(const Decimal& a, const Decimal& b) {
    constexpr double most = 1.2;
    const double larger = std::max(a.toDouble(), b.toDouble());
    return larger > most * std::min(a.toDouble(), b.toDouble());
}

// "$900M" under "Revenue ($B)". A scale that is none alone ("several billion") is not judged.
bool isOtherScale(const Found& item, const HeaderUnit& header) {
    if (header.scale == 0 || (item.quantity->scaledInCell && item.scale == 0))
        return false;
    return item.scale + item.unitSize.exponent != header.scale;
}

// "1.2 s" under "Latency (ms)"; "2 million kWh" stands well under "kWh" and under "GWh".
bool isOtherSize(const Found& item, const HeaderUnit& header) {
    if (header.scale == 0 && !isAnotherSize(item.unitSize, header.unit->factor))
        return false;
    return isAnotherSize(item.unitSize.shifted(item.scale), header.unit->factor.shifted(header.scale));
}

void apply(Found& item, const HeaderUnit& header, UnitFrom from) {
    auto& q = *item.quantity;
    const bool borrowed = q.unitFrom != UnitFrom::Cell;
    if (!borrowed && q.dimension == Dimension::Number && header.hasUnit()) {
        if (header.currency) {
            q.dimension = Dimension::Currency;
            q.unit = header.currency->code;
            q.assumed = header.currency->assumed;
            q.ambiguous = q.ambiguous || header.currency->ambiguous;
        } else if (header.unit) {
            q.dimension = header.unit->dimension;
            q.unit = header.unit->name;
            if (header.unit->duration)
                q.kind = QuantityKind::Duration;
            times(q, header.unit->factor);
            if (!header.unit->original.empty())
                q.original = header.unit->original;
        }
        if (header.scale != 0) {
            if (q.scaledInCell)
                q.unitConflict = isOtherScale(item, header); // the cell's own scale wins
            else
                times(q, Decimal{1, header.scale});
        }
        q.unitFrom = from;
    } else if (header.currency) {
        q.unitConflict = q.unitConflict || q.dimension != Dimension::Currency ||
                         header.currency->code != q.unit || (!borrowed && isOtherScale(item, header));
        if (q.dimension == Dimension::Ratio || q.dimension == Dimension::PercentagePoint)
            q.unitConflict = !borrowed && q.role != Role::Change && q.sign == 0;
    } else if (header.unit && q.dimension != header.unit->dimension) {
        // A change in percent stands under any header.
        const bool change = q.dimension == Dimension::Ratio && q.sign != 0;
        q.unitConflict = q.unitConflict || !change;
    } else if (header.unit) {
        q.unitConflict =
            q.unitConflict || q.unit != header.unit->name || (!borrowed && isOtherSize(item, header));
    }
    if (header.per && !q.per && (q.dimension == Dimension::Currency || q.dimension == Dimension::Count))
        q.per = header.per;
    if (q.role == Role::None && header.role != Role::None) {
        const bool percent = q.dimension == Dimension::Ratio;
        if (header.role == Role::Valuation ? q.dimension == Dimension::Currency : percent)
            q.role = header.role;
        else if (header.role == Role::Change && q.dimension == Dimension::PercentagePoint)
            q.role = Role::Difference;
    }
}

} // namespace

void inheritUnits(std::vector<Found>& found, const QuantityContext& context) {
    if (context.rowHeader.empty() && context.columnHeader.empty() && context.caption.empty())
        return;
    // Nearest first: column, row, caption. The cell's own unit wins over all of them.
    const std::array<std::pair<HeaderUnit, UnitFrom>, 3> headers{
        {{headerUnit(context.columnHeader, context), UnitFrom::ColumnHeader},
         {headerUnit(context.rowHeader, context), UnitFrom::RowHeader},
         {headerUnit(context.caption, context), UnitFrom::Caption}}};
    const bool level = headers[0].first.percentLevel || headers[1].first.percentLevel;
    for (auto& item : found) {
        auto& q = *item.quantity;
        if (q.kind != QuantityKind::Scalar && q.kind != QuantityKind::Range &&
            q.kind != QuantityKind::Interval)
            continue;
        for (const auto& [header, from] : headers)
            apply(item, header, from);
        if (level && q.sign != 0 && q.dimension == Dimension::Ratio && q.unit == "%")
            q.percentagePointPossible = true;
    }
}

} // namespace parallax::data
