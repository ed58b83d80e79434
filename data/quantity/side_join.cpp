// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/side.h"

namespace parallax::data {

Dimension dimensionOf(const Side& side) {
    if (side.currency)
        return Dimension::Currency;
    if (side.unit)
        return side.unit->dimension;
    if (side.multiplier)
        return Dimension::Multiplier;
    return side.number.fraction ? Dimension::Ratio : Dimension::Number;
}

bool isBare(const Side& side) {
    return !side.currency && !side.unit && !side.multiplier && !side.number.fraction;
}

bool joins(Side& first, Side& second) {
    if (first.number.range || second.number.range || first.number.fraction || second.number.fraction)
        return false;
    if (first.currency && second.currency && first.currency->code != second.currency->code)
        return false;
    const bool firstBare = isBare(first);
    if (second.currency && firstBare)
        first.currency = second.currency;
    else if (first.currency && isBare(second))
        second.currency = first.currency;
    if (firstBare) {
        first.unit = second.unit;
        first.multiplier = second.multiplier;
        if (second.tenths) {
            first.number.value = first.number.value.shifted(1);
            first.number.resolution = first.number.resolution.shifted(1);
        }
    } else if (isBare(second) && first.unit && first.unit->name == "%" && first.number.chinese) {
        second.unit = first.unit; // 百分之二十至三十
        second.number.value = second.number.value.shifted(first.partsPower);
        second.number.resolution = second.number.resolution.shifted(first.partsPower);
    }
    if (dimensionOf(first) != dimensionOf(second))
        return false;
    if (first.unit && second.unit && first.unit->name != second.unit->name)
        return false;
    if (!first.number.scaled && second.number.scaled && second.number.scalePower != 0) {
        // "$500 to $2 million": lending the scale must not turn the order around.
        const auto lent = first.number.value.shifted(second.number.scalePower);
        const bool turned = compare(lent, second.number.value) > 0 &&
                            compare(first.number.value, second.number.value) < 0 && first.sign == 0;
        if (!turned)
            applyScale(first.number, second.number.scalePower);
    }
    if (isBare(first) && first.number.grouped != second.number.grouped && !first.number.scaled)
        return first.number.value.toDouble() < 1000;
    return true;
}

Decimal inBaseUnits(const Decimal& value, const Side& side) {
    if (side.unit && (side.unit->factor.digits != 1 || side.unit->factor.exponent != 0))
        return multiply(value, side.unit->factor).value_or(value);
    if (side.currency && side.currency->factor.exponent != 0)
        return value.shifted(side.currency->factor.exponent);
    return value;
}

} // namespace parallax::data
