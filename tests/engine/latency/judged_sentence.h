// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the verdicts on a sentence of an article are, for the tests of claims.
#pragma once

#include <cstddef>
#include <string>

#include "engine/latency/claim_verdict.h"
#include "tests/data/claim/claim_told.h"
#include "tests/engine/latency/claim_runs.h"

namespace parallax::latency {

// What the verdicts of a sentence are: the strictest of its claims counts.
struct SentenceJudged {
    bool contradicted = false;
    bool consistent = false; // any of its claims
    std::size_t claims = 0;
    std::string letters; // of each claim in its order: c consistent, x contradicted, n neither
    std::string told;    // for a message
};

inline SentenceJudged judgedIn(const std::string& sentence, const std::string& language) {
    // A first token after 0.3 s, an answer after 1.5.
    ClaimRun run;
    run.id = 3;
    run.begunAt = "2026-04-20T08:00:00Z";
    addAnswers(run, endpointAt("Azure east", "azure", "gpt-4o-2024-08-06"), 60, 1.5, 500);
    SentenceJudged out;
    for (const data::Claim& claim : data::claimsIn(sentence, language)) {
        const ClaimJudgement judgement = judged(claim, {run});
        out.contradicted = out.contradicted || judgement.verdict == ClaimVerdict::Contradicted;
        out.consistent = out.consistent || judgement.verdict == ClaimVerdict::Consistent;
        out.letters += judgement.verdict == ClaimVerdict::Consistent     ? 'c'
                       : judgement.verdict == ClaimVerdict::Contradicted ? 'x'
                                                                         : 'n';
        out.told += "\n" + data::told(claim) + ": " + verdictName(judgement.verdict) + ", " +
                    judgement.reason + ", unread:";
        for (const std::string& word : claim.unread)
            out.told += " " + word;
        ++out.claims;
    }
    return out;
}

} // namespace parallax::latency
