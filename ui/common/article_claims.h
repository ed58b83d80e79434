// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "data/measure/claim.h"
#include "data/store/article_store.h"
#include "engine/latency/claim_plan.h"
#include "engine/latency/claim_verdict.h"

namespace parallax::data {
class Library;
}

namespace parallax::ui {

// A claim with what is known of it, and the run that would settle it.
struct JudgedClaim {
    data::Claim claim;
    latency::ClaimJudgement judgement;
    latency::ClaimPlan plan;
};

// Evidence for claims: what the library measured and what lists say. Read once for many articles; holds the
// attempts of at most the newest 50 runs whose endpoints speak for (or play) a subject that is asked about.
class ClaimJudge {
  public:
    explicit ClaimJudge(data::Library& library);
    ~ClaimJudge();

    // In reading order. Evidence carries the article and the edition.
    std::vector<JudgedClaim> judge(const data::StoredArticle& article);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// The original edition of an article. Runs on the reading thread, and on the command line.
std::vector<JudgedClaim> claimsOfArticle(data::Library& library, std::int64_t article);

} // namespace parallax::ui
