// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>
#include <vector>

#include "data/store/annotation_store.h"
#include "data/store/library_lists.h"
#include "ui/common/place.h"

namespace parallax::ui {

enum class FoundKind { Source, Topic, Month, Tag, Saved, Table, Article };

// Something of the library that the palette can lead to.
struct FoundPlace {
    FoundKind kind = FoundKind::Article;
    QString text;
    QString source, month; // of an article
    Place place;
    QList<int> positions; // of the letters that were typed, in `text`
    int score = 0;
};

struct PaletteAnswer {
    std::vector<FoundPlace> places;   // lists and tables, best first
    std::vector<FoundPlace> articles; // by title, then by their words
};

// Looks for what was typed among the names of the library's places, the titles of its newest articles, its
// tables and its text. The names are kept until the library changes. Belongs to the reading thread.
class PaletteSearch {
  public:
    PaletteAnswer find(data::Library& library, const QString& typed, data::Language reading);

  private:
    void readNames(data::Library& library);

    std::int64_t m_counter = -1; // Library::changeCounter() of what is kept
    std::vector<FoundPlace> m_names;
    std::vector<data::ArticleTitles> m_titles;
};

} // namespace parallax::ui
