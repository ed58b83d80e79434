// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// What a page says of its language. Plain "zh" says nothing of the script and is Unknown: the text decides.
Language languageOfPage(std::string_view tag) noexcept;

// Both: language of every block, of the whole, and the title put where its language says. A Chinese heading
// or table whose characters both scripts share is in the script that the rest of the article is decidedly in;
// only where nothing decides does the page's declaration count.

// A document that is an article (HTML, a feed's item, PDF): the language of 60 % of the text, else Mixed.
// `neighbours`: the script of what came with it, for what nothing else decides. Answers the script that the
// article's own characters or its page decide, else Unknown.
Language decideLanguages(Article& article, Language neighbours = Language::Unknown);

// A page saved as text, which may speak another language around the body than in it: the language of most of
// the body.
void findLanguages(Article& article);

} // namespace parallax::data
