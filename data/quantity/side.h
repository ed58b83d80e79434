// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "data/quantity/number.h"
#include "data/quantity/unit.h"

namespace parallax::data {

// One end of a range, or the whole figure: sign, currency, number, unit.
struct Side {
    std::size_t begin = 0, end = 0;
    Number number;
    char sign = 0;
    std::optional<Currency> currency;
    std::optional<Unit> unit;
    bool multiplier = false; // 10×
    bool plusAfter = false;  // $100M+
    bool priceLevel = false; // 八折
    bool tenths = false;     // 三成: the number was multiplied by ten
    int partsPower = 0;      // 千分之 -1, 萬分之 -2: what makes percent of the number
};

// What stands behind a number: its unit, a currency, 倍, 成 …
void takeUnit(const FoldedText& text, Side& side, const QuantityContext& context);

std::optional<Side> sideAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

Dimension dimensionOf(const Side& side);

// Neither currency nor unit nor fraction: it may borrow them from the other end.
bool isBare(const Side& side);

// The second part lends what the first lacks: "$15-18B", "10-20億美元", "1.6-1.8s". False when the two are no
// ends of one range. A range runs upwards; what came `from` one to the other may have fallen.
bool joins(Side& first, Side& second, bool from = false);

Decimal inBaseUnits(const Decimal& value, const Side& side);

// + - 負, ↓, ▲, negative, minus: the sign, and `i` behind it; 0 when none stands there.
char signAt(const FoldedText& text, std::size_t& i);

} // namespace parallax::data
