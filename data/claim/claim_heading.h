// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// The words of a heading that may say of what else the prices beneath it are: all that are not
// listed as harmless of one that speaks of prices ("Launch price", "Enterprise pricing", 之前的價格), and
// those of turns.tsv of any ("Discontinued models"). Empty of "Pricing", "Prices per million tokens", of the
// names of models and of headings on anything else.
std::vector<std::string> unreadOfHeading(const ClaimSentence& heading);

} // namespace parallax::data
