// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stored_article.h"

#include <nlohmann/json.hpp>

#include "data/store/check_digest.h"

namespace parallax::app {

const std::string& OwnTitles::of(data::ArticleId article) {
    const auto known = m_titles.find(article);
    if (known != m_titles.end())
        return known->second;
    const auto row = m_library.articles().row(article);
    return m_titles.emplace(article, row ? row->title : std::string()).first->second;
}

void noteDamage(const Session& session, data::ArticleId article, data::Language language) {
    note(session, "Article " + std::to_string(article) + " (" + std::string(data::languageTag(language)) +
                      ") is damaged: words or figures of it are not those that were imported. Importing "
                      "its file again or `parallax library reread` mends it.");
}

nlohmann::ordered_json damagedJson(const std::vector<data::DamagedEdition>& editions) {
    auto out = nlohmann::ordered_json::array();
    for (const data::DamagedEdition& edition : editions)
        out.push_back({{"article", edition.article},
                       {"lang", data::languageTag(edition.language)},
                       {"title", edition.title}});
    return out;
}

bool EditionDamage::warnIfDamaged(data::ArticleId article, data::EditionId edition, data::Language language) {
    const auto known = m_damaged.find(edition);
    if (known != m_damaged.end())
        return known->second;
    const bool damaged = !data::isEditionWhole(m_library, edition);
    m_damaged.emplace(edition, damaged);
    if (damaged) {
        m_found.push_back({edition, article, language, OwnTitles(m_library).of(article)});
        noteDamage(m_session, article, language);
    }
    return damaged;
}

bool CheckDamage::warnIfDamaged(const data::StoredCheck& check) {
    if (check.id == 0 || data::isCheckWhole(m_library, check.id))
        return false;
    m_found.push_back(check.id);
    if (m_told.insert(check.article).second)
        note(m_session, "What was checked in article " + std::to_string(check.article) +
                            " is damaged: words, figures or colours of its checks are not those that were "
                            "found. `parallax library reread` has it checked again.");
    return true;
}

} // namespace parallax::app
