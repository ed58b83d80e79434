// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/store/article_store.h"
#include "data/store/clock.h"

namespace parallax::data {

// An analyst's note. Anchored by its quotation, so that it finds its place again after a new import.
struct Note {
    std::int64_t id = 0;
    ArticleId article = 0;
    EditionId edition = 0;
    int block = -1;    // where the quotation stands now; -1: the article as a whole, or place lost
    Span span;         // in Block::text
    std::string quote; // the exact words, empty for a note on the whole article
    std::string text;
    std::string colour;
    std::string createdAt; // UTC, ISO 8601
    std::string updatedAt;
};

struct SavedSearch {
    std::int64_t id = 0;
    std::string name;
    std::string query;
    ArticleFilter filter;
};

// What the analyst adds: tags, notes, saved searches. Kept through every new import.
class AnnotationStore {
  public:
    explicit AnnotationStore(Library& library);

    std::vector<Tag> tags();
    std::int64_t addTag(const std::string& name,
                        const std::string& colour); // the existing one for a known name
    // False: another one is called so, and nothing was changed.
    bool changeTag(std::int64_t id, const std::string& name, const std::string& colour);
    void removeTag(std::int64_t id);
    void setTagged(ArticleId article, std::int64_t tag, bool tagged);

    std::vector<Note> notes(ArticleId article);
    std::vector<Note> allNotes();
    std::int64_t addNote(const Note& note);
    // `at`: when it was changed, for a change that was made in another library.
    void changeNote(std::int64_t id, const std::string& text, const std::string& colour,
                    const std::string& at = toIso(now()));
    void removeNote(std::int64_t id);

    std::vector<SavedSearch> savedSearches();
    std::int64_t saveSearch(const SavedSearch& search);          // the same name is replaced
    bool renameSearch(std::int64_t id, const std::string& name); // false: another one is called so
    void removeSearch(std::int64_t id);

  private:
    Library& m_library;
};

} // namespace parallax::data
