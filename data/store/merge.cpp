// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "data/article/identity.h"
#include "data/store/annotation_damage.h"
#include "data/store/annotation_digest.h"
#include "data/store/annotation_store.h"
#include "data/store/correction_log.h"
#include "data/store/edition_rows.h"
#include "data/store/measure_store.h"
#include "data/store/note_anchor.h"
#include "data/store/note_slot.h"
#include "data/store/reading_digest.h"
#include "data/store/run_file.h"
#include "data/store/search_index.h"
#include "data/store/statement.h"
#include "data/store/stored_form.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

constexpr int flushEvery = 100; // articles: what the index queue holds in memory

Format formatFromName(std::string_view name) {
    for (int format = 0; format <= static_cast<int>(Format::Pdf); ++format)
        if (formatName(static_cast<Format>(format)) == name)
            return static_cast<Format>(format);
    return Format::Unknown;
}

// An article of the source with what is not in its editions.
struct SourceArticle {
    ArticleId id = 0;
    std::string uid, key, importedAt;
    int unread = 1, starred = 0;
};

struct SourceEdition {
    EditionId id = 0;
    Language language = Language::Unknown;
    Document document;
    std::string origin, raw, sha256, importedAt, asked;
    int version = 1;
};

class Merge {
  public:
    Merge(Library& target, Library& source)
        : m_target(target)
        , m_source(source) {}

    void run(const std::stop_token& stop, const ProgressCallback& progress) {
        Transaction transaction(m_target);
        // A digest made here of what flipped there would call it sound for good.
        report.leftOut = damagedEditions(m_source);
        for (const DamagedEdition& edition : report.leftOut)
            m_damagedThere.insert(edition.id);
        for (const DamagedEdition& edition : damagedEditions(m_target))
            m_damagedHere.insert(edition.id);
        m_work = annotationDamage(m_target, m_source);
        report.workLeftOut = m_work.there();
        addTags();
        Progress state{0, queryInteger(m_source, "SELECT articles FROM tally"), {}};
        Statement row(m_source, "SELECT id, uid, key, imported_at, unread, starred FROM article ORDER BY id");
        while (row.step()) {
            throwIfStopped(stop);
            addArticle({row.integer(0), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5)});
            if (++state.done % flushEvery == 0) {
                m_target.indexQueue().flush(m_target);
                if (progress)
                    progress(state);
            }
        }
        addSearches();
        addMeasurements(stop);
        transaction.commit();
    }

    RestoreReport report;

  private:
    void addTags() {
        const std::vector<Tag> there = m_source.annotations().tags();
        for (const auto& [damaged, sound] : m_work.tags)
            if (const auto tag = std::ranges::find(there, sound, &Tag::id);
                tag != there.end() && m_target.annotations().changeTag(damaged, tag->name, tag->colour))
                ++report.workMended.tags;
        m_tags = m_work.tagsAsHere;
        for (const Tag& tag : there)
            if (!m_work.tagsThere.contains(tag.id))
                m_tags[tag.id] = m_target.annotations().addTag(tag.name, tag.colour);
    }

    void addSearches() {
        std::vector<SavedSearch> there = m_source.annotations().savedSearches();
        std::erase_if(there,
                      [&](const SavedSearch& search) { return m_work.searchesThere.contains(search.id); });
        for (SavedSearch& search : there)
            if (search.filter.tag) {
                const auto tag = m_tags.find(*search.filter.tag);
                search.filter.tag = tag != m_tags.end() ? std::optional(tag->second) : std::nullopt;
            }
        for (const auto& [damaged, sound] : m_work.searches)
            if (const auto search = std::ranges::find(there, sound, &SavedSearch::id);
                search != there.end() && m_target.annotations().renameSearch(damaged, search->name)) {
                m_target.annotations().saveSearch(*search); // by its name
                ++report.workMended.searches;
            }
        const std::vector<SavedSearch> known = m_target.annotations().savedSearches();
        for (const SavedSearch& search : there)
            if (std::ranges::find(known, search.name, &SavedSearch::name) == known.end())
                m_target.annotations().saveSearch(search);
    }

    void addMeasurements(const std::stop_token& stop) {
        MeasureStore here(m_target);
        MeasureStore there(m_source);
        for (const Endpoint& endpoint : there.endpoints())
            if (!here.endpoint(endpoint.name))
                here.saveEndpoint(endpoint);
        for (const MeasureRun& run : there.runs()) {
            throwIfStopped(stop);
            takeRunFile(m_target, runFileOf(m_source, {run.id}), m_source.path().string());
        }
    }

    ArticleId known(const SourceArticle& article) {
        Statement row(m_target, "SELECT id FROM article WHERE uid = ?1 UNION ALL "
                                "SELECT id FROM article WHERE key = ?2 LIMIT 1");
        return row.bind(article.uid).bind(article.key).step() ? row.integer(0) : 0;
    }

    void addArticle(const SourceArticle& article) {
        ArticleId id = known(article);
        const bool isNew = id == 0;
        for (const SourceEdition& edition : editionsOf(article.id))
            if (!m_damagedThere.contains(edition.id) && (isNew || wanted(id, edition)))
                id = addEdition(id, article, edition);
        if (id == 0)
            return;
        if (isNew)
            Statement(m_target,
                      "UPDATE article SET uid = ?, imported_at = ?, unread = ?, starred = ? WHERE id = ?")
                .bind(article.uid)
                .bind(article.importedAt)
                .bind(article.unread)
                .bind(article.starred)
                .bind(id)
                .run();
        else
            Statement(m_target,
                      "UPDATE article SET unread = min(unread, ?1), starred = max(starred, ?2) WHERE id = ?3 "
                      "AND (unread > ?1 OR starred < ?2)")
                .bind(article.unread)
                .bind(article.starred)
                .bind(id)
                .run();
        addTagsOf(article.id, id);
        addNotesOf(article.id, id);
        addMarksOf(article.id, id);
        mergeCorrections(m_target, id, m_source, article.id);
    }

    std::vector<SourceEdition> editionsOf(ArticleId id) {
        Statement row(m_source,
                      "SELECT edition.id, edition.language, document.format, document.encoding, "
                      "document.origin, document.raw, edition.version, edition.sha256, edition.imported_at, "
                      "edition.asked FROM edition JOIN document ON document.id = edition.document_id WHERE "
                      "article_id = ? "
                      "ORDER BY edition.id");
        row.bind(id);
        std::vector<SourceEdition> editions;
        while (row.step()) {
            SourceEdition edition;
            edition.id = row.integer(0);
            edition.language = static_cast<Language>(row.number(1));
            edition.document.format = formatFromName(row.view(2));
            edition.document.encoding = row.text(3);
            edition.origin = row.text(4);
            edition.raw = row.text(5);
            edition.version = row.number(6);
            edition.sha256 = row.text(7);
            edition.importedAt = row.text(8);
            edition.asked = row.text(9);
            editions.push_back(std::move(edition));
        }
        return editions;
    }

    // In a language that is missing here, or other bytes that were imported later than those here: these then
    // stay as an earlier version. And the same bytes, where those here or what was made of them are damaged.
    bool wanted(ArticleId id, const SourceEdition& edition) {
        Statement row(m_target,
                      "SELECT sha256, imported_at, id FROM edition WHERE article_id = ? AND language = ?");
        if (!row.bind(id).bind(static_cast<int>(edition.language)).step())
            return true;
        if (row.view(0) == edition.sha256)
            return m_damagedHere.contains(row.integer(2));
        return row.view(1) < edition.importedAt;
    }

    ArticleId addEdition(ArticleId id, const SourceArticle& article, const SourceEdition& edition) {
        const bool bytesMended = mendDocument(m_target, sha256Hex(edition.raw), edition.raw);
        const SavedArticle saved =
            m_target.articles().saveAs(id, article.key, loadEdition(m_source, edition.id), edition.raw,
                                       edition.document, edition.origin);
        if (bytesMended || saved.outcome == ImportOutcome::Mended)
            ++report.mended;
        // The time is the source's: of three libraries that are merged, the newest bytes win in any order.
        Statement(m_target,
                  "UPDATE edition SET version = max(version, ?), sha256 = ?, imported_at = ?, asked = ? "
                  "WHERE id = ?")
            .bind(edition.version)
            .bind(edition.sha256)
            .bind(edition.importedAt)
            .bind(edition.asked)
            .bind(saved.edition)
            .run();
        return saved.article;
    }

    void addTagsOf(ArticleId there, ArticleId here) {
        Statement row(m_source, "SELECT tag_id FROM article_tag WHERE article_id = ?");
        for (row.bind(there); row.step();)
            if (const auto tag = m_tags.find(row.integer(0)); tag != m_tags.end())
                m_target.annotations().setTagged(here, tag->second, true);
    }

    void addNotesOf(ArticleId there, ArticleId here) {
        Statement row(
            m_source,
            "SELECT note.uid, edition.language, block, span_begin, span_end, quote, note.text, colour, "
            "created_at, updated_at, note.id, note.article_id, slot, digest FROM note "
            "LEFT JOIN edition ON edition.id = note.edition_id WHERE note.article_id = ? ORDER BY note.id");
        for (row.bind(there); row.step();)
            if (m_work.notesThere.contains(row.integer(10)))
                continue; // a digest made here of it would call it sound for good
            else if (const std::optional<KnownNote> note = knownNote(row.view(0)); !note)
                addNote(row, here);
            else if (m_work.notes.contains(note->id))
                mendNote(note->id, row, here);
            else if (note->updatedAt < row.view(9))
                m_target.annotations().changeNote(note->id, row.text(6), row.text(7), row.text(9));
    }

    // The later of two marks of one statement stays.
    void addMarksOf(ArticleId there, ArticleId here) {
        Statement row(m_source, "SELECT fingerprint, mark, note, marked_by, marked_at FROM check_mark WHERE "
                                "article_id = ?");
        Statement insert(m_target,
                         "INSERT INTO check_mark (article_id, fingerprint, mark, note, marked_by, marked_at) "
                         "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article_id, fingerprint) DO UPDATE SET "
                         "mark = excluded.mark, note = excluded.note, marked_by = excluded.marked_by, "
                         "marked_at = excluded.marked_at WHERE excluded.marked_at > marked_at");
        for (row.bind(there); row.step();) {
            insert.bind(here).bind(row.view(0)).bind(row.integer(1)).bind(row.view(2)).bind(row.view(3));
            insert.bind(row.view(4)).run();
        }
    }

    struct KnownNote {
        std::int64_t id = 0;
        std::string updatedAt;
    };

    std::optional<KnownNote> knownNote(std::string_view uid) {
        Statement row(m_target, "SELECT id, updated_at FROM note WHERE uid = ?");
        if (!row.bind(uid).step())
            return std::nullopt;
        return KnownNote{row.integer(0), row.text(1)};
    }

    void addNote(const Statement& row, ArticleId article) {
        EditionId edition = 0;
        if (!row.isNull(1)) {
            Statement found(m_target, "SELECT id FROM edition WHERE article_id = ? AND language = ?");
            if (found.bind(article).bind(row.integer(1)).step())
                edition = found.integer(0);
        }
        const int slot = freeNoteSlot(m_target, article);
        Statement insert(m_target,
                         "INSERT INTO note (article_id, edition_id, slot, uid, block, span_begin, span_end, "
                         "quote, text, colour, created_at, updated_at) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
        insert.bind(article);
        if (edition == 0)
            insert.bindNull();
        else
            insert.bind(edition);
        insert.bind(slot).bind(row.view(0)).bind(row.integer(2)).bind(row.integer(3)).bind(row.integer(4));
        for (int column = 5; column <= 9; ++column)
            insert.bind(row.view(column));
        saveNoteDigest(m_target, insert.insert());
        addNoteToIndex(m_target, article, slot, row.view(6));
        if (edition != 0) // the edition here may be another version than the one the note was written on
            anchorNotes(m_target, edition, loadEdition(m_target, edition).blocks);
    }

    bool isSlotFree(ArticleId article, int slot, std::int64_t note) {
        Statement other(m_target, "SELECT 1 FROM note WHERE article_id = ? AND slot = ? AND id <> ?");
        return !other.bind(article).bind(slot).bind(note).step();
    }

    // The note here is damaged. The index has the words that were written: where it was the same note as that
    // there, these. Else nobody knows them, so that they cannot be taken back.
    void mendNote(std::int64_t id, const Statement& row, ArticleId article) {
        std::string text;
        ArticleId articleBefore = 0;
        EditionId edition = 0;
        int slotBefore = 0;
        bool same = false;
        {
            Statement before(m_target,
                             "SELECT text, article_id, edition_id, slot, digest FROM note WHERE id = ?");
            if (!before.bind(id).step())
                return;
            text = before.text(0);
            articleBefore = before.integer(1);
            edition = before.integer(2); // 0 for NULL
            slotBefore = before.number(3);
            same = !before.isNull(4) && !row.isNull(13) && before.integer(4) == row.integer(13) &&
                   row.integer(11) == article && isSlotFree(article, row.number(12), id);
        }
        const int slot = same                       ? row.number(12)
                         : articleBefore == article ? slotBefore
                                                    : freeNoteSlot(m_target, article);
        Statement change(m_target,
                         "UPDATE note SET article_id = ?, slot = ?, quote = ?, text = ?, colour = ?, "
                         "created_at = ?, updated_at = ? WHERE id = ?");
        change.bind(article).bind(slot);
        for (int column = 5; column <= 9; ++column)
            change.bind(row.view(column));
        change.bind(id).run();
        saveNoteDigest(m_target, id);
        if (!same && (text != row.view(6) || articleBefore != article))
            markIndexOutdated(m_target);
        if (edition != 0)
            anchorNotes(m_target, edition, loadEdition(m_target, edition).blocks);
        ++report.workMended.notes;
    }

    Library& m_target;
    Library& m_source;
    AnnotationDamage m_work;
    std::map<std::int64_t, std::int64_t> m_tags; // the source's tag, ours
    std::set<EditionId> m_damagedHere, m_damagedThere;
};

} // namespace

RestoreReport mergeLibrary(Library& library, Library& source, const std::stop_token& stop,
                           const ProgressCallback& progress) {
    Merge merge(library, source);
    merge.run(stop, progress);
    return std::move(merge.report);
}

} // namespace parallax::data
