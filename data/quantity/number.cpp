// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/number.h"

#include "data/quantity/number_kinds.h"

namespace parallax::data {
namespace {

using Reader = std::optional<Number> (*)(const FoldedText&, std::size_t);

Reader readerFor(char32_t c) {
    if (isDigit(c) || c == U'.')
        return digitsAt;
    if (isLatinLetter(c))
        return englishNumberAt;
    if (vulgarFraction(c).first != 0)
        return vulgarFractionAt;
    return isChineseNumeral(c) || c == U'上' || c == U'半' ? chineseNumberAt : nullptr;
}

} // namespace

std::optional<Number> numberAt(const FoldedText& text, std::size_t i) {
    const Reader read = readerFor(text[i]);
    if (read == nullptr)
        return std::nullopt;
    auto& entry = text.numbers().entries[i % 4];
    if (entry.place != i) {
        auto number = read(text, i);
        entry.number = std::move(number);
        entry.place = i;
    }
    return entry.number;
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
