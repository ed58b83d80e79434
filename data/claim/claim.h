// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "data/check/check_article.h"
#include "data/claim/claim_setting.h"
#include "data/measure/claim.h"

namespace parallax::data {

// Figures of latency, speed, throughput, price and availability that an article states of somebody, as claims
// to be tested; in reading order, at most 500. Teasers of other articles and repeated leads are left out,
// and so is what is said of nobody. Deterministic, linear in the article's text.
std::vector<Claim> claimsOf(const ReadArticle& article);

// The day of an article, ISO: "2026-04-30", "2026-04"; empty when not known.
std::string claimDay(const ReadArticle& article);

// What sentences and tables say (claim_text.cpp, claim_table.cpp).
void claimsOfText(const ReadArticle& article, const ReadText& text, const ClaimSettings& settings,
                  std::vector<Claim>& out);
void claimsOfTable(const ReadArticle& article, int table, const ClaimSettings& settings,
                   std::vector<Claim>& out);

inline constexpr std::size_t mostClaims = 500; // of one article: more is data

} // namespace parallax::data
