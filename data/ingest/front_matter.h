// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// The bytes that front matter ("---" … "---" at the very beginning) takes with its last line end; 0 when
// there is none.
std::size_t frontMatterLength(std::string_view text);

// Reads front matter into the article: title, titles (by language), lang, slug, source, author, date, url,
// topics, summary, archive. A small part of YAML: `key: value`, `[a, b]`, lists of `- item`, one level of
// nesting. What it does not know it leaves alone.
void readFrontMatter(std::string_view matter, Article& article);

} // namespace parallax::data
