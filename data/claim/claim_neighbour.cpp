// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_neighbour.h"

#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {

bool narrowsBeside(const ClaimSentence& sentence) {
    constexpr std::size_t shortest = 60; // bytes: a longer one has a verb of its own
    const std::string small = lowerAscii(trim(sentence.said(sentence.span)));
    return turnIn(small, Turn::Narrows) || (small.size() <= shortest && turnAtBegin(small, Turn::NarrowsSo));
}

} // namespace parallax::data
