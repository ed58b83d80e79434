// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "data/article/fingerprint.h"
#include "data/check/lexicon.h"
#include "data/claim/claim_strict.h"

namespace parallax::data {
namespace {

// By what is said and of whom, never by where it stands.
std::string idOf(const Claim& claim) {
    std::uint64_t value = hash(0xCBF29CE484222325ULL, std::to_string(static_cast<int>(claim.kind)));
    for (const std::string_view part :
         {std::string_view(claim.subject.name), std::string_view(claim.unit),
          std::string_view(claim.evidence.quote), std::string_view(claim.words)})
        value = hash(value, toUtf8(foldedWords(part)));
    return hexOf(value);
}

// "SLA 99.9 %" of a cloud is one of its many services'; beside a latency, a speed or a price of its models it
// is that of the service that answers prompts.
void markModels(std::vector<Claim>& claims) {
    for (Claim& claim : claims)
        claim.ofModels = !claim.model.empty() || std::ranges::any_of(claims, [&](const Claim& other) {
            return other.kind != ClaimKind::Availability && other.subject.name == claim.subject.name;
        });
}

} // namespace

std::string claimDay(const ReadArticle& article) {
    const DateRange& published = article.article->published;
    return !published.latest.empty() ? published.latest : article.context.documentMonth;
}

std::vector<Claim> claimsOf(const ReadArticle& article) {
    std::vector<Claim> claims;
    const std::string day = claimDay(article);
    const ClaimSettings settings(article, day);
    for (const ReadText& text : article.texts) {
        if (!text.ofOther && text.repeats < 0 && claims.size() < mostClaims)
            claimsOfText(article, text, settings, claims);
    }
    for (std::size_t i = 0; i < article.tables.size() && claims.size() < mostClaims; ++i)
        claimsOfTable(article, static_cast<int>(i), settings, claims);
    markModels(claims);
    std::unordered_map<std::string, int> seen;
    for (Claim& claim : claims) {
        claim.day = day;
        claim.stated.strict = isStrictBound(claim);
        claim.id = idOf(claim);
        if (const int before = seen[claim.id]++; before > 0)
            claim.id += '-' + std::to_string(before + 1);
    }
    std::ranges::stable_sort(claims, {}, [](const Claim& claim) { return claim.evidence.begin; });
    if (claims.size() > mostClaims)
        claims.resize(mostClaims);
    return claims;
}

} // namespace parallax::data
