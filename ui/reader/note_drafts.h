// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

#include <optional>
#include <vector>

#include "data/store/annotation_store.h"

namespace parallax::ui {

// Whether two notes are one: the same note, or new ones on the same words.
bool samePlace(const data::Note& a, const data::Note& b);

// What was written and not saved yet, one text a place; kept with the session.
class NoteDrafts {
  public:
    enum class Left {
        Open,  // another article was shown meanwhile: it is shown again with its own
        Aside, // by the person: it comes back when a note is asked for
    };

    void keep(const data::Note& draft, Left left); // in place of an older one of that place
    void forget(const data::Note& place);
    const data::Note* of(const data::Note& place) const;     // null: none
    const data::Note* newest(data::ArticleId article) const; // among those of new notes
    const data::Note* leftOpen(data::ArticleId article) const;

    QJsonArray save() const;
    void restore(const QJsonArray& state);

  private:
    struct Draft {
        data::Note note;
        Left left;
    };
    std::vector<Draft> m_drafts; // newest last
};

} // namespace parallax::ui
