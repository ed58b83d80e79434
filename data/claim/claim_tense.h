// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "data/claim/claim_parts.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// "OpenAI charged $5", "GPT-4o was $5; today it is $2.50", 收費 5 美元，現在為 2.50 美元: whether the price
// of part `at` is told as one that was, by the last verb before it or by a "now" of the next price.
bool isToldAsFormer(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at);

} // namespace parallax::data
