// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "data/store/article_store.h"
#include "data/store/check_store.h"
#include "data/store/reading_digest.h"

namespace parallax::app {

// The one title that every command calls an article by, whichever edition it speaks of.
class OwnTitles {
  public:
    explicit OwnTitles(data::Library& library)
        : m_library(library) {}
    const std::string& of(data::ArticleId article);

  private:
    data::Library& m_library;
    std::map<data::ArticleId, std::string> m_titles;
};

// Says on stderr that an edition is damaged, and what mends it.
void noteDamage(const Session& session, data::ArticleId article, data::Language language);

// {"article", "lang", "title"} of each.
nlohmann::ordered_json damagedJson(const std::vector<data::DamagedEdition>& editions);

// Whether what was stored of editions is still what was stored. Says so on stderr, once for each that is not.
class EditionDamage {
  public:
    EditionDamage(const Session& session, data::Library& library)
        : m_session(session)
        , m_library(library) {}
    bool warnIfDamaged(data::ArticleId article, data::EditionId edition, data::Language language);
    // Those of which it was said, in the order of that.
    const std::vector<data::DamagedEdition>& found() const { return m_found; }

  private:
    const Session& m_session;
    data::Library& m_library;
    std::map<data::EditionId, bool> m_damaged;
    std::vector<data::DamagedEdition> m_found;
};

// The same for checks: once for each article of which a check is not what was found.
class CheckDamage {
  public:
    CheckDamage(const Session& session, data::Library& library)
        : m_session(session)
        , m_library(library) {}
    bool warnIfDamaged(const data::StoredCheck& check);
    const std::vector<data::CheckId>& found() const { return m_found; }

  private:
    const Session& m_session;
    data::Library& m_library;
    std::set<data::ArticleId> m_told;
    std::vector<data::CheckId> m_found;
};

} // namespace parallax::app
