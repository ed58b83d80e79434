// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_neighbour.h"

#include "base/ascii.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {

bool narrowsBeside(const ClaimSentence& sentence) {
    return static_cast<bool>(turnIn(lowerAscii(sentence.said(sentence.span)), Turn::Narrows));
}

} // namespace parallax::data
