// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_mood.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace parallax::data {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// The first year that is written out, or 0.
int yearIn(std::string_view words) {
    for (std::size_t i = 0; i + 4 <= words.size(); ++i)
        if (std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i),
                        words.begin() + static_cast<std::ptrdiff_t>(i) + 4, isDigit))
            return std::stoi(std::string(words.substr(i, 4)));
    return 0;
}

} // namespace

bool isForetold(std::string_view text, Span sentence, const Quantity& figure,
                std::span<const Quantity> figures, const ClaimWords& words, std::string_view day) {
    const bool willBe = words.says(ClaimWord::Future, sentence);
    const bool expected = willBe || words.says(ClaimWord::Expected, sentence);
    if (expected && words.says(ClaimWord::Coming, sentence))
        return true;
    const int published = yearIn(day);
    // An estimate of last year is none of a time to come.
    const auto lies = [&](int year) {
        return year != 0 && (published != 0 ? year > published || (year == published && willBe) : expected);
    };
    if (lies(yearIn(figure.period)))
        return true;
    return std::ranges::any_of(figures, [&](const Quantity& one) {
        if (one.span.begin < sentence.begin || one.span.end > sentence.end)
            return false;
        const std::string_view said = text.substr(one.span.begin, one.span.end - one.span.begin);
        return one.kind == QuantityKind::Deadline ||
               (one.kind == QuantityKind::Period && (willBe || lies(yearIn(said))));
    });
}

bool isSupposed(std::string_view text, Span sentence, const ClaimWords& words) {
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        return one.word == ClaimWord::Supposed && one.span.begin >= sentence.begin &&
               trim(text.substr(sentence.begin, one.span.begin - sentence.begin)).empty();
    });
}

bool isDenied(std::string_view text, Span figure) {
    const std::string_view before = trim(text.substr(0, figure.begin));
    return std::ranges::any_of(std::array<std::string_view, 9>{" not", "n't", "n’t", " never", "不是", "並非",
                                                               "并非", "而非", "沒有"},
                               [&](std::string_view denial) { return before.ends_with(denial); });
}

} // namespace parallax::data
