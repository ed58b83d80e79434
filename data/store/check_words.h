// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/store/check_rows.h"

namespace parallax::data {

// Folded, without the mark that parts one finding's words from the next one's.
std::string checkWords(std::string_view quotes);

// What a text filter looks in: of the edition of `place`, or of its group of facts. `ids` are those of
// `checks`.
void saveCheckWords(Library& library, const CheckPlace& place, const std::vector<std::int64_t>& ids,
                    const std::vector<CheckForm>& checks);
void removeWordsOfGroup(Library& library, const std::string& group);

// The findings that a text filter leaves: each of its words stands in the quotations, in those of another
// edition that says the same, or in one of the article's titles.
struct CheckWordMatches {
    bool all = true;                  // the filter has no word
    std::vector<std::int64_t> checks; // ascending; some may be told by others by now, or be gone
};

// Reads all words and titles of the library: some 0.1 s for a million findings.
CheckWordMatches findCheckWords(Library& library, const std::string& text);

} // namespace parallax::data
