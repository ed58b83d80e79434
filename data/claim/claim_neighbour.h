// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Whether a sentence beside a claim that does not point at it may still narrow it: "Only for banks.",
// "Members apply.", 僅限會員。 "We saw no errors." and "The pilot ends in spring." do not.
bool narrowsBeside(const ClaimSentence& sentence);

} // namespace parallax::data
