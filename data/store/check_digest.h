// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace parallax::data {

class Library;

// What was found, the words by which it is found again and the facts behind it are rows that no check of
// SQLite's reads: with a bit flipped, a finding names another figure or another colour. So each row of
// check_result, check_words and fact has a digest (row_digest.h). Left out is what triggers keep (day, mark)
// and what is worked out anew with each run (same_as).

// The values of a row's digest in SQL, for those who write the rows: as they are bound there.
inline constexpr const char* checkDigestColumns =
    "edition_id, article_id, other_edition, other_article, ordinal, rule, verdict, severity, fingerprint, "
    "content, finding, block, fact_group";
inline constexpr const char* wordsDigestColumns = "edition_id, fact_group, ids, words";
inline constexpr const char* factDigestColumns =
    "edition_id, ordinal, fact_group, value_key, subject, measure, period, content";

// Whether a row of check_result is still the one that was written.
bool isCheckWhole(Library& library, std::int64_t check);

// A line for each of the first `most` rows that are not what was written, or for what they are rows of.
std::string changedChecks(Library& library, int most);

// All that was found is forgotten and waits to be found again where a row is not what was written; marks
// stay. True when it was so. In a transaction of its own.
bool forgetChangedChecks(Library& library);

// True where rows may have no digest: in a library of an older program.
bool checkDigestsAreOutdated(Library& library);

// A digest of every row as it is now, within the caller's transaction.
void fillCheckDigests(Library& library);

} // namespace parallax::data
