// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/number.h"

#include <algorithm>
#include <array>

namespace parallax::data {

std::optional<Number> digitsAt(const FoldedText& text, std::size_t i);
std::optional<Number> chineseNumberAt(const FoldedText& text, std::size_t i);
std::optional<Number> englishNumberAt(const FoldedText& text, std::size_t i);

std::optional<Number> numberAt(const FoldedText& text, std::size_t i) {
    if (isDigit(text[i]))
        return digitsAt(text, i);
    if (isLatinLetter(text[i]))
        return englishNumberAt(text, i);
    return chineseNumberAt(text, i);
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
