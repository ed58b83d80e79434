// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/number.h"

#include "data/quantity/number_kinds.h"

namespace parallax::data {

std::optional<Number> numberAt(const FoldedText& text, std::size_t i) {
    const char32_t c = text[i];
    if (isDigit(c) || c == U'.')
        return digitsAt(text, i);
    if (isLatinLetter(c))
        return englishNumberAt(text, i);
    if (isChineseNumeral(c) || c == U'上' || c == U'半')
        return chineseNumberAt(text, i);
    return std::nullopt;
}

void applyScale(Number& number, int powerOfTen) {
    number.value = number.value.shifted(powerOfTen);
    number.low = number.low.shifted(powerOfTen);
    number.high = number.high.shifted(powerOfTen);
    number.resolution = number.resolution.shifted(powerOfTen);
    number.scaled = true;
    number.scalePower += powerOfTen;
}

} // namespace parallax::data
