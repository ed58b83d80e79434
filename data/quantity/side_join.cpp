// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/side.h"

namespace parallax::data {
namespace {

// The scale of the second part goes for the first as well: "$15-18B", "two to three hundred". Lending it must
// not turn the order around ("$500 to $2 million"), unless to tell of a fall that size: "from 5 to 3.2
// million".
void lendScale(Side& first, const Number& second, bool from) {
    auto& number = first.number;
    if (number.scaled)
        return;
    constexpr Decimal most{4, 0};
    const auto fits = [&](int power, const Decimal& limit) {
        return first.sign != 0 || compare(number.value.shifted(power), limit) <= 0 ||
               compare(number.value, second.value) >= 0;
    };
    if (second.hundreds != 0 && compare(number.value, Decimal{10, 0}) < 0 &&
        fits(second.hundreds, second.value))
        applyScale(number, second.hundreds);
    else if (second.scaled && second.scalePower != 0 &&
             fits(second.scalePower,
                  from ? multiply(second.value, most).value_or(second.value) : second.value))
        applyScale(number, second.scalePower);
}

} // namespace

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

bool joins(Side& first, Side& second, bool from) {
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
    lendScale(first, second.number, from);
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
