// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stored_article.h"

#include "data/store/reading_digest.h"

namespace parallax::app {

const std::string& OwnTitles::of(data::ArticleId article) {
    const auto known = m_titles.find(article);
    if (known != m_titles.end())
        return known->second;
    const auto row = m_library.articles().row(article);
    return m_titles.emplace(article, row ? row->title : std::string()).first->second;
}

bool DamageCheck::isDamaged(data::ArticleId article, data::EditionId edition, data::Language language) {
    const auto known = m_damaged.find(edition);
    if (known != m_damaged.end())
        return known->second;
    const bool damaged = !data::isEditionWhole(m_library, edition);
    m_damaged.emplace(edition, damaged);
    if (damaged)
        note(m_session,
             "Article " + std::to_string(article) + " (" + std::string(data::languageTag(language)) +
                 ") is damaged: words or figures of it are not those that were imported. Importing "
                 "its file again or `parallax library reread` mends it.");
    return damaged;
}

} // namespace parallax::app
