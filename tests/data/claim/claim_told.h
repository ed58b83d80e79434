// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A claim in one line, for the tests of this folder.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "data/claim/claim.h"
#include "tests/data/check/read_text.h"

namespace parallax::data {

inline std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

// "latency Azure 1.5 s p50 500 output gpt-4o": what was not stated is left out.
inline std::string told(const Claim& claim) {
    static constexpr const char* kinds[] = {"latency", "speed", "throughput", "price", "availability"};
    static constexpr const char* spans[] = {"", ".first", ".each"};
    static constexpr const char* sides[] = {"", " input", " output", " total", " blended", " cached"};
    static constexpr const char* bounds[] = {"", "<=", ">="};
    std::string out = kinds[static_cast<int>(claim.kind)];
    out += spans[static_cast<int>(claim.span)];
    out += ' ' + claim.subject.name + ' ' + bounds[static_cast<int>(claim.stated.bound)];
    out += shortNumber(claim.stated.low);
    if (claim.stated.range())
        out += '-' + shortNumber(claim.stated.high);
    out += ' ' + claim.unit;
    if (claim.perTokens > 0)
        out += '/' + shortNumber(claim.perTokens);
    if (claim.statistic == ClaimStatistic::Mean)
        out += " mean";
    if (claim.statistic == ClaimStatistic::Quantile)
        out += " p" + shortNumber(100 * claim.quantile);
    if (claim.tokens > 0)
        out += ' ' + std::to_string(claim.tokens);
    out += sides[static_cast<int>(claim.side)];
    if (!claim.model.empty())
        out += " [" + claim.model + ']';
    if (!claim.region.empty())
        out += " @" + claim.region;
    if (!claim.setting.empty())
        out += " {" + claim.setting + '}';
    if (claim.contract)
        out += " contract";
    if (!claim.terms.empty())
        out += " as " + claim.terms;
    if (!claim.load.empty())
        out += " under " + claim.load;
    if (!claim.from.empty())
        out += " of " + claim.from + ".." + claim.to;
    if (claim.past)
        out += " past";
    if (claim.future)
        out += " future";
    if (claim.base)
        out += " < " + claim.base->subject.name + ' ' + shortNumber(claim.base->stated.low);
    return out;
}

inline std::vector<Claim> claimsIn(std::string_view markdown, std::string_view language = "en") {
    const Article article = articleOf(markdown, "2026-04", language);
    return claimsOf(readArticle(article));
}

// One claim a line.
inline std::string toldAll(std::string_view markdown, std::string_view language = "en") {
    std::string out;
    for (const Claim& claim : claimsIn(markdown, language))
        out += (out.empty() ? "" : "\n") + told(claim);
    return out;
}

} // namespace parallax::data
