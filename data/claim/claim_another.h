// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// "A fraction of GPT-4o's $10", "half of the $10 that …", GPT-4o 10 美元的一半: a figure that another one is
// told by is not whose the sentence speaks of. The words that name whose it is ("GPT-4o's "), empty where
// nobody stands there; nothing for a figure of its own.
std::optional<Span> anothersAt(const ClaimSentence& sentence, Span figure);

// "95 % of Azure's requests": requests, prompts, answers or first tokens stand right behind a share; of
// whose, may stand between.
bool isOfRequests(const ClaimSentence& sentence, Span share);

// Whether names, models and such words alone (whole ones, in small letters; a blank is one) stand within.
bool saysOnly(const ClaimSentence& sentence, Span within, std::span<const std::string_view> words);

} // namespace parallax::data
