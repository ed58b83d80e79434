// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "data/check/check.h"

namespace parallax::ui {

// What a person reads for the codes of a check, in the interface language; English where no translator is
// installed (the command line).

QString ruleText(data::Rule rule);        // "Change in percent"
QString ruleExplanation(data::Rule rule); // a sentence: what is recomputed, from what

// One line: "Does not hold: 70.998 % was computed from the figures as written."
QString verdictText(const data::Check& check);

QString causeText(const data::Check& check);    // a sentence; empty when the cause is unknown
QString reasonText(const data::Check& check);   // a sentence; empty when there is none
QString repairText(const data::Repair& repair); // "Instead of what is stated: ~71%"

// Of ours, not the fallback.
bool hasCauseText(const std::string& cause);
bool hasReasonText(const std::string& reason);
bool hasRepairText(const std::string& what);

} // namespace parallax::ui
