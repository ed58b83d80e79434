// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/check/check_article.h"
#include "data/store/article_store.h"

namespace parallax::data {

// A fact as its row has it.
struct FactForm {
    std::string group; // of all that state the same measure of the same subject in the same period
    std::string valueKey;
    std::string subject, measure, period;
    std::string content;
};

// Nothing for a fact that names no subject or no measure, whose names are no names but paragraphs, or that
// says of no level when: a price of one year is none of another.
std::optional<FactForm> factForm(const Fact& fact);

// Makes the facts of an edition equal to `facts`. What is the same already is not touched, so that its group
// need not be compared again.
void saveFacts(Library& library, EditionId edition, const std::vector<FactForm>& facts);

// A fact with the edition that states it.
struct StatedFact {
    Fact fact;
    EditionId edition = 0;
    ArticleId article = 0;
    std::string articleKey;
    std::string valueKey;
    Language language = Language::Unknown;
};

// The different values that a group has, each as the edition imported last states it. Found by index: what a
// group costs depends on its values, not on how many articles repeat them. Of a group with very many values
// (no fact, but a word that everybody uses for something else) only some are looked at.
std::vector<StatedFact> differentValues(Library& library, const std::string& group);

// Who states a value of a group, the editions imported last first.
std::vector<StatedFact> statingValue(Library& library, const std::string& group, const std::string& valueKey,
                                     std::int64_t limit);

// What the editions of one article state of a group.
std::vector<StatedFact> statedInArticle(Library& library, const std::string& group, ArticleId article);

} // namespace parallax::data
