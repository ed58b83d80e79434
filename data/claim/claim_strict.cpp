// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_strict.h"

#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {

bool isStrictBound(const Claim& claim) {
    const std::string quote = lowerAscii(claim.evidence.quote);
    if (turnIn(quote, Turn::NoDenial))
        return false;
    if (turnIn(quote, Turn::StrictBounds))
        return true;
    const std::string words = lowerAscii(claim.words);
    const std::size_t at = words.find(quote);
    if (at == std::string::npos)
        return false;
    const std::string_view before = trim(std::string_view(words).substr(0, at));
    return !turnAtEnd(before, Turn::NoDenial) && turnAtEnd(before, Turn::StrictBounds);
}

} // namespace parallax::data
