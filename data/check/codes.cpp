// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/codes.h"

#include <array>

namespace parallax::data {

// clang-format off: one long line a code otherwise
std::span<const std::string_view> causeCodes() noexcept {
    static constexpr auto codes = std::to_array<std::string_view>({
        "sign",
        "ratio-for-change",
        "change-for-ratio",
        "wrong-base",
        "times-ten",
        "scale",
        "fraction-for-percent",
        "points-for-percent",
        "percent-for-points",
        "level-for-change",
        "off-by-one-years",
        "simple-growth",
        "total-growth",
        "part-left-out",
        "part-counted-twice",
        "rest-for-share",
        "gain-for-value",
        "price-left-out",
    });
    return codes;
}

std::span<const std::string_view> reasonCodes() noexcept {
    static constexpr auto codes = std::to_array<std::string_view>({
        // Nothing can be told.
        "missing",
        "open-bound",
        "open-list",
        "may-leave-out",
        "other-measure",
        "other-date",
        "base-not-positive",
        "no-years",
        "two-readings",
        "unknown-measure",
        "unknown-word",
        "not-a-scale-slip",
        "implied",
        "pulls-both-ways",
        "exclusive-with-earlier-deal",
        "part-due-after-whole",
        "revised",
        "superseded",
        // What is wrong.
        "outside-domain",
        "not-whole",
        "points-for-percent",
        "label-unit",
        "label-text",
        "opposite",
        "against-direction",
        "not-unchanged",
        "tie",
        "not-first",
        "count",
        "count-differs",
        "exclusive-with-several",
        "more-than-one",
        "stated-differently",
        "restated",
        "due-before-document",
        "begins-after-end",
        "ends-before-start",
        "immediate-but-far",
        "wrong-order",
        "not-a-prefix",
        // Remarks on what holds.
        "unit-label-ambiguous",
        "multiple-for-return",
        "counts-sets",
        "other-noun",
        "named-around",
        "same-list",
        "derived",
        "repeats-beginning",
        "due-after-document",
    });
    return codes;
}

std::span<const std::string_view> repairCodes() noexcept {
    static constexpr auto codes = std::to_array<std::string_view>({
        "stated",
        "other",
        "start",
        "end",
        "start-year",
        "end-year",
        "years",
        "whole",
        "percent",
        "unit",
        "part",
    });
    return codes;
}
// clang-format on

} // namespace parallax::data
