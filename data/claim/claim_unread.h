// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/claim/claim_words.h"
#include "data/measure/claim.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

inline constexpr std::size_t mostUnread = 16;    // words of a sentence
inline constexpr std::size_t mostUnreadTold = 4; // of these, to a reader

// The words of a stretch of a text that nothing here understands, in their order, each once, at most
// mostUnread: what is left beside figures, names, models, regions and the words of
// resources/lexicon/plain.tsv and of the plain senses of claims.tsv. A word of Latin or another alphabet is
// one with all its letters; of Han the longest known words are taken, and what stands between them is
// unread. A word of another script is unread. What is plain hangs on what the figure is: "with an SLA" states
// under which terms a price is paid, "customers need" a wish for a service level. Spans are bytes of `text`;
// linear in the stretch.
enum class Vocabulary {
    Own,       // of the figure's own sentence
    Neighbour, // of one beside it: the harmless and neutral words of pointers.tsv as well
    Pointer,   // of one that points at figures: the harmless ones alone
};
struct UnreadBeside {
    ClaimKind kind = ClaimKind::Latency;
    bool cached = false;     // a price of cached input, which "cached" says
    bool cacheWrite = false; // likewise of what is written there
    Vocabulary vocabulary = Vocabulary::Own;
};
std::vector<std::string> unreadWords(std::string_view text, Span within, const ClaimWords& words,
                                     std::span<const Quantity> figures, UnreadBeside beside);

// Adds those that are not there yet, up to mostUnread.
void addUnread(std::vector<std::string>& to, const std::vector<std::string>& from);

} // namespace parallax::data
