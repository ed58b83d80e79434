// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// The word with which a paragraph opens that takes back what stands before it: "Correction: …",
// "Update (14 November): …", 更正：… Empty where none does.
std::string correctionAt(std::string_view text);

// What a sentence behind a price or a promise says against it: "Or so it was.", "In fact it is $2.50.",
// "The list price is $2.50." beside a claim of another figure. Empty where it says nothing.
std::string takenBackIn(const ClaimSentence& sentence, const Claim& claim);

} // namespace parallax::data
