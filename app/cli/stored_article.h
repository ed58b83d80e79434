// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "app/cli/command.h"
#include "data/store/article_store.h"

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

// Whether what was stored of editions is still what was stored. Says so on stderr, once for each that is not.
class DamageCheck {
  public:
    DamageCheck(const Session& session, data::Library& library)
        : m_session(session)
        , m_library(library) {}
    bool isDamaged(data::ArticleId article, data::EditionId edition, data::Language language);

  private:
    const Session& m_session;
    data::Library& m_library;
    std::map<data::EditionId, bool> m_damaged;
};

} // namespace parallax::app
