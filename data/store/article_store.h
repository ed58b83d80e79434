// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/article/article.h"
#include "data/ingest/document.h"
#include "data/store/library.h"

namespace parallax::data {

using ArticleId = std::int64_t;
using EditionId = std::int64_t;

struct Tag {
    std::int64_t id = 0;
    std::string name;
    std::string colour; // "#rrggbb"
    std::int64_t count = 0;
};

// One language edition of an article, as listed.
struct EditionRow {
    EditionId id = 0;
    Language language = Language::Unknown;
    std::string title;
    int version = 1; // raised by each import of other bytes
};

// One line of the article list.
struct ArticleRow {
    ArticleId id = 0;
    std::string title;        // of the edition imported first
    std::string titleEnglish; // from any edition; empty when unknown
    std::string titleTraditional;
    std::string titleSimplified;
    std::string source;
    std::string archiveMonth;        // "2026-04", empty when unknown
    std::string published;           // the day, empty when it is not known
    std::string summary;             // at most 240 bytes of it
    std::vector<Language> languages; // of its editions
    int tableCount = 0;
    int noteCount = 0;
    bool unread = true;
    bool starred = false;
    std::vector<std::int64_t> tags;
    std::string importedAt; // UTC, ISO 8601
};

// The title in a reading language: that language's own, else the other Chinese script converted, else the
// original. To be shown: without characters that would turn what stands beside it around.
std::string titleIn(const ArticleRow& row, Language reading);

struct ArticleFilter {
    std::optional<std::string> source;
    std::optional<std::string> topic;
    std::optional<std::string> archiveMonth;
    std::optional<std::int64_t> tag;
    bool unreadOnly = false;
    bool starredOnly = false;
    bool notedOnly = false;
    bool failedOnly = false; // a check of it is red or amber, and not settled
    bool operator==(const ArticleFilter&) const = default;
};

enum class ArticleOrder { NewestFirst, OldestFirst, ImportedLast, Title, Source };

// A value with how many articles have it.
struct Facet {
    std::string value;
    std::int64_t count = 0;
    std::int64_t statedCount = -1; // what pages say ("54 indexed articles"), -1 when none does
};

struct Facets {
    std::vector<Facet> sources; // most first
    std::vector<Facet> topics;  // most first
    std::vector<Facet> months;  // newest first
    std::vector<Tag> tags;
    std::int64_t articles = 0;
    std::int64_t unread = 0;
    std::int64_t starred = 0;
    std::int64_t noted = 0;
    std::int64_t failed = 0; // as ArticleFilter::failedOnly
};

// An article as stored: one edition of it with its rows.
struct StoredArticle {
    ArticleRow row;
    EditionRow edition;
    std::vector<EditionRow> editions;
    Article article;    // article.text included
    std::string format; // formatName
    std::string encoding;
    std::string origin; // path or URL it was imported from
};

enum class ImportOutcome {
    Added,
    NewEdition,
    Updated,
    Unchanged,
    Mended, // the bytes are known, and what the library held of them was damaged
};

struct SavedArticle {
    ArticleId article = 0;
    EditionId edition = 0;
    ImportOutcome outcome = ImportOutcome::Added;
};

class ArticleStore {
  public:
    explicit ArticleStore(Library& library);

    // Adds the article, or updates the edition that it is a new version of; what the analyst did (read, star,
    // tags, notes) stays. `raw` are the file's bytes. Must run within a Transaction (transaction.h).
    SavedArticle save(const Article& article, std::string_view raw, const Document& document,
                      std::string_view origin);

    // The same for an article whose identity is known: `id` 0 adds one with that key. For merging libraries.
    SavedArticle saveAs(ArticleId id, const std::string& key, const Article& article, std::string_view raw,
                        const Document& document, std::string_view origin);

    std::vector<ArticleRow> list(const ArticleFilter& filter, ArticleOrder order, std::int64_t offset,
                                 std::int64_t limit);
    std::int64_t count(const ArticleFilter& filter);
    std::optional<ArticleRow> row(ArticleId id);

    // The edition in `language` if there is one, else that in the other Chinese script, else the first.
    // Throws ArticleNotFound.
    StoredArticle load(ArticleId id, Language language = Language::Unknown);
    std::string rawBytes(EditionId id);

    Facets facets();
    std::vector<ArticleRow> related(ArticleId id, int limit); // by shared topics, names and words, best first

    void setUnread(ArticleId id, bool unread);
    void setStarred(ArticleId id, bool starred);
    void remove(ArticleId id);

  private:
    Library& m_library;
};

} // namespace parallax::data
