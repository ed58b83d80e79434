// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>

#include "data/measure/claim.h"
#include "engine/latency/claim_plan.h"
#include "engine/latency/claim_verdict.h"

namespace parallax::ui {

// What a person reads for a claim and what is known of it, in the interface language; English where no
// translator is installed (the command line).

QString claimText(const data::Claim& claim);               // "Azure: latency (median, 500 tokens) 1.5 s"
QString statedText(const data::Claim& claim);              // "1.6 to 1.8 s", "$5.00 for 1,000,000 tokens"
QString readingText(const latency::ClaimReading& reading); // how the claim is taken
QString verdictText(latency::ClaimVerdict verdict);        // "Consistent"
QString resultText(const data::Claim& claim, const latency::ReadingResult& result); // a sentence
// The verdict with the sentence of what decided, and how the same test goes on a simulation.
QString judgementText(const data::Claim& claim, const latency::ClaimJudgement& judgement);
QString missingText(const std::string& code);                  // "which model"
QString missingText(const latency::ClaimJudgement& judgement); // a sentence; empty when nothing is missing
QString planText(const latency::ClaimPlan& plan); // what the run takes and costs; empty where there is none

// Of ours, not the fallback.
bool hasMissingText(const std::string& code);
bool hasResultText(const std::string& reason);

} // namespace parallax::ui
