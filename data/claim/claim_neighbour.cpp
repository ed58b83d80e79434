// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_neighbour.h"

#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {

std::vector<std::string> narrowingBeside(const ClaimSentence& sentence) {
    constexpr std::size_t shortest = 60; // bytes: a longer one has a verb of its own
    const std::string_view said = trim(sentence.said(sentence.span));
    const std::string small = lowerAscii(said);
    TurnAt found = turnIn(small, Turn::Narrows);
    if (!found && small.size() <= shortest)
        found = turnAtBegin(small, Turn::NarrowsSo);
    if (!found)
        return {};
    std::vector<std::string> words = unreadWords(sentence.text, sentence.span, sentence.words,
                                                 sentence.figures, {.vocabulary = Vocabulary::Neighbour});
    if (words.empty()) // a region, a month: known, and no less a condition
        words.emplace_back(said.substr(found.at, small.size() <= shortest ? said.npos : found.size));
    return words;
}

} // namespace parallax::data
