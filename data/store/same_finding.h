// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "data/check/check.h"
#include "data/store/check_store.h"

namespace parallax::data {

// What a check found, in no language: rule, outcome, stated and computed figures, and of a cell its row and
// column. Two editions of one article that find the same have the same text. Widths of intervals are left
// out: "$20 billion" and "200億美元" are written to different digits and are one figure.
std::string findingOf(const Check& check);

// A check of one of an article's editions.
struct EditionFinding {
    CheckId id = 0;
    std::size_t edition = 0; // its place among the editions: where several say the same, the first tells it
    std::string finding;     // findingOf
    int block = -1;          // of the claim
    CheckMark mark = CheckMark::None;
    ArticleId against = 0; // of a contradiction with another article: that one
};

// Whether two blocks of two editions say the same.
using BlocksAgree =
    std::function<bool(std::size_t edition, int block, std::size_t otherEdition, int otherBlock)>;

// For each finding the place (in `findings`) of the one that tells it for all editions; its own where it
// tells itself. The same finding, at the same place of the article, once in each edition; never two that the
// analyst marked differently. Linear in the findings but for those that are alike.
std::vector<std::size_t> tellOnce(const std::vector<EditionFinding>& findings, const BlocksAgree& agree);

// Finds, among the checks of an article's editions, those that say the same, and lets one stand for them in
// lists and counts. A mark that one of them has goes to all. Within the Transaction that wrote the checks.
void tellFindingsOnce(Library& library, ArticleId article);

} // namespace parallax::data
