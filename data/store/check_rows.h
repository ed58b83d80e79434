// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/check/check.h"
#include "data/store/article_store.h"

namespace parallax::data {

// A check as its row has it, made in the threads that check, because the one thread that writes is what all
// others wait for.
struct CheckForm {
    std::string rule;
    int verdict = 0;
    int severity = 0;
    std::string fingerprint;
    std::string words; // of its quotations, folded: check_words.h
    std::string content;
    std::string finding; // same_finding.h
    int block = -1;      // of the claim
};
CheckForm checkForm(const Check& check);

int severityOf(Colour colour) noexcept;
Colour colourOf(int severity) noexcept;

// An article that states one of the two figures of a contradiction too, and where that counts.
struct CheckWitness {
    ArticleId article = 0;
    EditionId edition = 0;

    bool operator==(const CheckWitness&) const = default;
};

// Where the rows of a check stand.
struct CheckPlace {
    EditionId edition = 0;
    ArticleId article = 0;
    EditionId otherEdition = 0; // 0: within one edition
    ArticleId otherArticle = 0;
    std::string day;
    std::string group; // of facts, empty within one edition
    std::vector<CheckWitness> witnesses;
};

// Makes the rows of an edition, or of a group of facts, equal to `checks`. One that was there already, by its
// fingerprint, keeps its id; a marked one that is told in other words keeps id and mark (kept_marks.h).
// `places` has one element for all checks, or one for each.
void saveChecks(Library& library, const std::vector<CheckPlace>& places,
                const std::vector<CheckForm>& checks);
void removeChecksOfGroup(Library& library, const std::string& group);

} // namespace parallax::data
