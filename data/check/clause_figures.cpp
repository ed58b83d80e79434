// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "data/check/clause.h"

namespace parallax::data {

std::optional<std::pair<int, int>> yearRangeOf(const Quantity& quantity) noexcept {
    if (quantity.granularity == Granularity::YearRange && quantity.from.size() >= 4 &&
        quantity.to.size() >= 4) {
        std::pair<int, int> years;
        std::from_chars(quantity.from.data(), quantity.from.data() + 4, years.first);
        std::from_chars(quantity.to.data(), quantity.to.data() + 4, years.second);
        return years;
    }
    // "between 2024 and 2027" reads as a range of numbers.
    const auto isYear = [](const Decimal& value) {
        return value.exponent == 0 && value.digits >= 1990 && value.digits < 2080;
    };
    if (quantity.kind == QuantityKind::Range && quantity.dimension == Dimension::Number &&
        isYear(quantity.low) && isYear(quantity.high))
        return std::pair{static_cast<int>(quantity.low.digits), static_cast<int>(quantity.high.digits)};
    return std::nullopt;
}

bool isTimeFigure(const Quantity& quantity) noexcept {
    return yearRangeOf(quantity) || quantity.kind == QuantityKind::Period ||
           quantity.kind == QuantityKind::Deadline || quantity.kind == QuantityKind::Duration;
}

bool isMultiple(const Quantity& quantity) noexcept {
    return quantity.kind == QuantityKind::Multiplier || quantity.dimension == Dimension::Multiplier;
}

bool isRateFigure(const Quantity& quantity) noexcept {
    return !isTimeFigure(quantity) &&
           (quantity.dimension == Dimension::Ratio || quantity.dimension == Dimension::PercentagePoint ||
            isMultiple(quantity));
}

bool isLevelFigure(const Quantity& quantity) noexcept {
    return !isTimeFigure(quantity) && quantity.kind != QuantityKind::Interval &&
           quantity.dimension != Dimension::PercentagePoint && quantity.sign == 0 && !quantity.fraction &&
           quantity.bound != Bound::Vague;
}

int yearOf(const Quantity& quantity) noexcept {
    const std::string* text = &quantity.period;
    if (text->empty() && quantity.kind == QuantityKind::Period)
        text = &quantity.from;
    if (text->empty() && quantity.kind == QuantityKind::Deadline)
        text = &quantity.latest;
    if (text->size() < 4 ||
        (quantity.kind == QuantityKind::Period && quantity.granularity == Granularity::YearRange))
        return 0;
    // "2025", "2025-04", "Q3 2026": the first four digits in a row.
    int digits = 0;
    for (std::size_t i = 0; i < text->size(); ++i) {
        digits = (*text)[i] >= '0' && (*text)[i] <= '9' ? digits + 1 : 0;
        if (digits == 4) {
            int year = 0;
            std::from_chars(text->data() + i - 3, text->data() + i + 1, year);
            return year;
        }
    }
    return 0;
}

int directionNear(const ReadText& text, const Sentence& sentence, std::size_t token, std::size_t before,
                  std::size_t after) {
    const std::size_t begin = token > sentence.begin + before ? token - before : sentence.begin;
    const std::size_t end = std::min(sentence.end, token + after + 1);
    bool up = false;
    bool down = false;
    for (std::size_t i = begin; i < end; ++i) {
        up = up || text.tokens[i].cues.has(Cue::Rise);
        down = down || text.tokens[i].cues.has(Cue::Fall);
    }
    return up == down ? 0 : up ? 1 : -1;
}

} // namespace parallax::data
