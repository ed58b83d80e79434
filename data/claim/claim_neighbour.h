// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// The words of a sentence beside a claim that does not point at it and may still narrow it: "Only for
// banks.", "In Brazil.", "Or does it?", 僅限會員。 Those of them that nothing understands, else the one that
// narrows; empty of "We saw no errors." and "The pilot ends in spring."
std::vector<std::string> narrowingBeside(const ClaimSentence& sentence);

} // namespace parallax::data
