// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/search/query.h"

namespace parallax::data {

// Other forms of a term that the fold map does not make equal: the other region's word (軟體 and 软件, by
// OpenCC) and the glossary's names, also for a name within a longer Chinese term. At most 12, best known
// first.
std::vector<std::string> expansionsOf(std::string_view term);

// English words of grammar, in lower case. Their longer forms are other words (the, there), nearly every
// article has them, and gathering their rows takes longest: they are found exactly, and beside other words
// not looked for.
bool isFunctionWord(std::string_view word);

// One spelling that a term is looked for in, and whether its last token may go on.
struct SearchForm {
    std::string text;
    bool prefix = false;
};

// The term as typed, then its expansions; forms with nothing to look for are left out. A form ending in one
// Han character is a prefix of its pairs, the last word is one while it is being typed. Any other word of at
// least three letters comes with its regular endings (chip, chips), unless it was quoted or is a word of
// grammar: a prefix would find other words (port, portfolio) and have FTS5 gather the rows of all of them
// first.
std::vector<SearchForm> searchForms(const QueryTerm& term);

} // namespace parallax::data
