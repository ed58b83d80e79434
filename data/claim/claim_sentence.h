// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "data/claim/claim_words.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

constexpr bool isWithin(Span inner, Span outer) noexcept {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

// A sentence as its claims are read from it. All spans are bytes of `text`, which is the block's.
struct ClaimSentence {
    std::string_view text;
    Span span;
    std::span<const Quantity> figures; // of the sentence
    const ClaimWords& words;           // likewise
    std::string_view lead = {};        // of a list's item: the words that lead to the list

    std::string_view said(Span part) const {
        return part.begin < part.end ? text.substr(part.begin, part.end - part.begin) : std::string_view{};
    }
    bool namesAnybody(Span part) const {
        return std::ranges::any_of(words.names, [&](const NameAt& one) { return isWithin(one.span, part); });
    }
    bool namesAModel(Span part) const {
        return std::ranges::any_of(words.models,
                                   [&](const ModelAt& one) { return isWithin(one.span, part); });
    }
};

} // namespace parallax::data
