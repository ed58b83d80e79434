// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Bytes of the mark that ends a clause there (a comma, a bracket, a full stop); 0 where there is none.
std::size_t clauseMarkAt(std::string_view text);

// Where the words of one figure end and those of the next begin, between its end and the next one's begin: at
// a comma or an "and", at a bracket that holds the next figure alone, before the name or the metric that
// leads to it.
std::size_t cutBetween(const ClaimSentence& sentence, std::size_t from, std::size_t to);

} // namespace parallax::data
