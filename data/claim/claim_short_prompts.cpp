// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_short_prompts.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

bool hasSteps(std::string_view model) {
    std::string name = lowerAscii(model);
    std::ranges::replace(name, '-', ' ');
    return name == "gemini 1.5 pro" || name == "gemini 1.5 flash";
}

} // namespace

const Quantity* shortPromptsOf(std::string_view model, std::string_view text, Span within,
                               std::span<const Quantity> figures) {
    constexpr double step = 128000, binary = 131072;
    if (!hasSteps(model))
        return nullptr;
    for (const Quantity& one : figures) {
        const double value = one.value.toDouble();
        if (one.span.begin < within.begin || one.span.end > within.end || one.kind != QuantityKind::Scalar ||
            (std::abs(value - step) > 1 && std::abs(value - binary) > 1))
            continue;
        const std::string before = lowerAscii(trim(text.substr(within.begin, one.span.begin - within.begin)));
        const std::string said = lowerAscii(text.substr(one.span.begin, one.span.end - one.span.begin));
        if (one.bound == Bound::AtMost || turnAtBegin(said, Turn::UpTo) || turnAtEnd(before, Turn::UpTo))
            return &one;
    }
    return nullptr;
}

} // namespace parallax::data
