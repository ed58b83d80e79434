// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/annotation_store.h"

#include "data/article/identity.h"
#include "data/store/annotation_digest.h"
#include "data/store/clock.h"
#include "data/store/filter_json.h"
#include "data/store/note_slot.h"
#include "data/store/search_index.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

#define NOTE_COLUMNS                                                                                         \
    "SELECT id, article_id, edition_id, block, span_begin, span_end, quote, text, colour, created_at, "      \
    "updated_at FROM note "
constexpr std::string_view notesOfArticle =
    NOTE_COLUMNS "WHERE article_id = ? ORDER BY block, span_begin, id";
constexpr std::string_view notesOfLibrary = NOTE_COLUMNS "ORDER BY updated_at DESC, id DESC";
#undef NOTE_COLUMNS

std::vector<Note> readNotes(Statement& row) {
    std::vector<Note> notes;
    while (row.step()) {
        Note note;
        note.id = row.integer(0);
        note.article = row.integer(1);
        note.edition = row.integer(2);
        note.block = row.number(3);
        note.span = {static_cast<std::size_t>(row.integer(4)), static_cast<std::size_t>(row.integer(5))};
        note.quote = row.text(6);
        note.text = row.text(7);
        note.colour = row.text(8);
        note.createdAt = row.text(9);
        note.updatedAt = row.text(10);
        notes.push_back(std::move(note));
    }
    return notes;
}

// Where a note's words are in the index.
struct IndexedNote {
    ArticleId article = 0;
    int slot = 0;
    std::string text;
};

std::optional<IndexedNote> indexedNote(Library& library, std::int64_t id) {
    Statement row(library, "SELECT article_id, slot, text FROM note WHERE id = ?");
    if (!row.bind(id).step())
        return std::nullopt;
    return IndexedNote{row.integer(0), row.number(1), row.text(2)};
}

void requireArticle(Library& library, ArticleId id) {
    Statement row(library, "SELECT 1 FROM article WHERE id = ?");
    if (!row.bind(id).step())
        throw Error(ErrorCode::ArticleNotFound, {std::to_string(id)});
}

} // namespace

int freeNoteSlot(Library& library, ArticleId article) {
    // Behind the last one where that is possible; else the first gap, whose row in the index was emptied.
    Statement last(library, "SELECT max(slot) FROM note WHERE article_id = ?");
    if (!last.bind(article).step() || last.isNull(0))
        return 0;
    if (last.number(0) + 1 < noteSlots)
        return last.number(0) + 1;
    Statement used(library, "SELECT slot FROM note WHERE article_id = ? ORDER BY slot");
    used.bind(article);
    int gap = 0;
    while (used.step() && used.number(0) == gap)
        ++gap;
    if (gap < noteSlots)
        return gap;
    throw Error(ErrorCode::LibraryFailed,
                {library.path().string(), "an article can hold " + std::to_string(noteSlots) + " notes"});
}

AnnotationStore::AnnotationStore(Library& library)
    : m_library(library) {}

std::vector<Tag> AnnotationStore::tags() {
    Statement row(m_library, "SELECT id, name, colour, article_count FROM tag ORDER BY name");
    std::vector<Tag> tags;
    while (row.step())
        tags.push_back({row.integer(0), row.text(1), row.text(2), row.integer(3)});
    return tags;
}

std::int64_t AnnotationStore::addTag(const std::string& name, const std::string& colour) {
    Transaction transaction(m_library);
    std::int64_t id = 0;
    {
        Statement row(m_library, "SELECT id FROM tag WHERE name = ?");
        if (row.bind(name).step())
            id = row.integer(0);
    }
    if (id == 0) {
        id = Statement(m_library, "INSERT INTO tag (name, colour) VALUES (?, ?) RETURNING id")
                 .bind(name)
                 .bind(colour)
                 .insert();
        saveTagDigest(m_library, id);
    }
    transaction.commit();
    return id;
}

void AnnotationStore::removeTag(std::int64_t id) {
    Statement(m_library, "DELETE FROM tag WHERE id = ?").bind(id).run();
}

void AnnotationStore::setTagged(ArticleId article, std::int64_t tag, bool tagged) {
    const char* const sql =
        tagged ? "INSERT INTO article_tag (article_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
               : "DELETE FROM article_tag WHERE article_id = ? AND tag_id = ?";
    Statement(m_library, sql).bind(article).bind(tag).run();
}

std::vector<Note> AnnotationStore::notes(ArticleId article) {
    Statement row(m_library, notesOfArticle);
    row.bind(article);
    return readNotes(row);
}

std::vector<Note> AnnotationStore::allNotes() {
    Statement row(m_library, notesOfLibrary);
    return readNotes(row);
}

std::int64_t AnnotationStore::addNote(const Note& note) {
    Transaction transaction(m_library);
    requireArticle(m_library, note.article);
    const std::string at = toIso(now());
    const std::string uid = newUid();
    const int slot = freeNoteSlot(m_library, note.article);
    std::int64_t id = 0;
    {
        Statement insert(
            m_library,
            "INSERT INTO note (uid, article_id, edition_id, slot, block, span_begin, span_end, quote, "
            "text, colour, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "RETURNING id");
        insert.bind(uid).bind(note.article);
        if (note.edition == 0)
            insert.bindNull();
        else
            insert.bind(note.edition);
        insert.bind(slot).bind(note.block).bind(note.span.begin).bind(note.span.end);
        insert.bind(note.quote).bind(note.text).bind(note.colour);
        insert.bind(note.createdAt.empty() ? at : note.createdAt).bind(at);
        id = insert.insert();
    }
    saveNoteDigest(m_library, id);
    addNoteToIndex(m_library, note.article, slot, note.text);
    transaction.commit();
    return id;
}

void AnnotationStore::changeNote(std::int64_t id, const std::string& text, const std::string& colour,
                                 const std::string& at) {
    Transaction transaction(m_library);
    if (const auto known = indexedNote(m_library, id)) {
        Statement(m_library, "UPDATE note SET text = ?, colour = ?, updated_at = ? WHERE id = ?")
            .bind(text)
            .bind(colour)
            .bind(at)
            .bind(id)
            .run();
        saveNoteDigest(m_library, id);
        removeNoteFromIndex(m_library, known->article, known->slot, known->text);
        addNoteToIndex(m_library, known->article, known->slot, text);
    }
    transaction.commit();
}

void AnnotationStore::removeNote(std::int64_t id) {
    Transaction transaction(m_library);
    if (const auto known = indexedNote(m_library, id)) {
        removeNoteFromIndex(m_library, known->article, known->slot, known->text);
        Statement(m_library, "DELETE FROM note WHERE id = ?").bind(id).run();
    }
    transaction.commit();
}

std::vector<SavedSearch> AnnotationStore::savedSearches() {
    Statement row(m_library, "SELECT id, name, query, filter FROM saved_search ORDER BY name");
    std::vector<SavedSearch> searches;
    while (row.step())
        searches.push_back({row.integer(0), row.text(1), row.text(2), filterFromJson(row.view(3))});
    return searches;
}

std::int64_t AnnotationStore::saveSearch(const SavedSearch& search) {
    const std::string filter = filterToJson(search.filter);
    Transaction transaction(m_library);
    std::int64_t id = 0;
    {
        Statement row(m_library,
                      "INSERT INTO saved_search (name, query, filter) VALUES (?, ?, ?) ON CONFLICT (name) DO "
                      "UPDATE SET query = excluded.query, filter = excluded.filter RETURNING id");
        row.bind(search.name).bind(search.query).bind(filter);
        id = row.insert();
    }
    saveSearchDigest(m_library, id);
    transaction.commit();
    return id;
}

void AnnotationStore::removeSearch(std::int64_t id) {
    Statement(m_library, "DELETE FROM saved_search WHERE id = ?").bind(id).run();
}

} // namespace parallax::data
