// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/unit.h"

namespace parallax::data {

// 家, 名, 個詞元, 顆GPU, 參數: measure words and the nouns that are counted without one.
std::optional<Unit> chineseNounAt(const FoldedText& text, std::size_t i);

// "stars", "published articles", "weekly active users": a plural noun with at most two adjectives.
// GPUs and the like behind the names of makers and models: "Nvidia H100 GPUs".
std::optional<Unit> namedDevicesAt(const FoldedText& text, std::size_t i);

std::optional<Unit> pluralNounAt(const FoldedText& text, std::size_t i);

// "H100" and "H100s" as in "8x H100", "100,000 H100s": a name with a capital and a digit. 0 where none
// stands.
std::size_t modelNameEnd(const FoldedText& text, std::size_t i);

} // namespace parallax::data
