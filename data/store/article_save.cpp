// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/article/language.h"
#include "data/ingest/mojibake.h"
#include "data/store/article_digest.h"
#include "data/store/article_store.h"
#include "data/store/clock.h"
#include "data/store/edition_metadata.h"
#include "data/store/edition_rows.h"
#include "data/store/note_anchor.h"
#include "data/store/reading_digest.h"
#include "data/store/same_article.h"
#include "data/store/search_index.h"
#include "data/store/statement.h"
#include "data/store/stored_form.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

constexpr std::size_t excerptBytes = 240;
constexpr int keptVersions = 5;

struct KnownEdition {
    EditionId id = 0;
    int version = 0;
    std::int64_t document = 0;
    std::string sha256;
    std::string importedAt;
    std::string asked;
};

// A file of one article is known by its bytes. An item of a feed is known by what it says itself, since the
// file around it changes with every other item.
std::string contentHash(const Article& article, const std::string& documentHash, const Document& document) {
    if (document.format != Format::Feed)
        return documentHash;
    std::string content = article.text;
    for (const std::string* const part : {&article.title, &article.summary, &article.author, &article.url,
                                          &article.published.written, &article.published.earliest}) {
        content += '\0';
        content += *part;
    }
    return sha256Hex(content);
}

// A bare table has no source, month or title of its own, and many are called "data.csv": the file is what
// stays the same when its cells change. Cells from the clipboard are another table each time.
std::string keyOfFile(std::string_view path) {
    std::error_code failure;
    return "file:" + std::filesystem::weakly_canonical(path, failure).string();
}

std::string fileKey(const Article& article, std::string_view origin) {
    if (!article.url.empty())
        return articleKey(article);
    std::error_code failure;
    if (!std::filesystem::is_regular_file(origin, failure))
        return "text:" + sha256Hex(article.text);
    return keyOfFile(origin);
}

// The archive's, else that of the publication, where it is known to the month.
std::string monthOf(const Article& article) {
    if (!article.archiveMonth.empty())
        return article.archiveMonth;
    const std::string first = article.published.earliest.substr(0, 7);
    return first.size() == 7 && first == article.published.latest.substr(0, 7) ? first : std::string();
}

std::string dayOf(const Article& article) {
    return article.published.earliest.empty() ? article.archiveMonth : article.published.earliest;
}

std::int64_t findOrAdd(Library& library, std::string_view find, std::string_view add,
                       const std::string& name) {
    Statement known(library, find);
    if (known.bind(name).step())
        return known.integer(0);
    return Statement(library, add).bind(name).insert();
}

std::int64_t sourceId(Library& library, const std::string& name) {
    return findOrAdd(library, "SELECT id FROM source WHERE name = ?",
                     "INSERT INTO source (name) VALUES (?) RETURNING id", name);
}

std::int64_t topicId(Library& library, const std::string& name) {
    return findOrAdd(library, "SELECT id FROM topic WHERE name = ?",
                     "INSERT INTO topic (name) VALUES (?) RETURNING id", name);
}

// What the page says about the site as a whole. The newest import is the newest page as far as we know.
void saveStatedCounts(Library& library, const Article& article) {
    if (article.sourceCount >= 0)
        Statement(library, "UPDATE source SET stated_count = ? WHERE name = ? AND stated_count <> ?1")
            .bind(article.sourceCount)
            .bind(article.source)
            .run();
    if (article.archiveCount >= 0)
        Statement(library, "UPDATE month SET stated_count = ? WHERE value = ? AND stated_count <> ?1")
            .bind(article.archiveCount)
            .bind(article.archiveMonth)
            .run();
    for (const Topic& topic : article.topics)
        if (topic.count >= 0)
            Statement(library, "UPDATE topic SET stated_count = ? WHERE name = ? AND stated_count <> ?1")
                .bind(topic.count)
                .bind(topic.name)
                .run();
}

std::int64_t saveDocument(Library& library, std::string_view raw, const std::string& hash,
                          const Document& document, std::string_view origin, const std::string& at) {
    Statement known(library, "SELECT id FROM document WHERE sha256 = ?");
    if (known.bind(hash).step())
        return known.integer(0);
    Statement added(library, "INSERT INTO document (sha256, encoding, format, origin, imported_at, raw) "
                             "VALUES (?, ?, ?, ?, ?, ?) RETURNING id");
    added.bind(hash)
        .bind(document.encoding)
        .bind(formatName(document.format))
        .bind(origin)
        .bind(at)
        .bindBlob(raw);
    return added.insert();
}

// A document stays as long as an edition or an earlier version of one comes from it.
void dropUnusedDocument(Library& library, std::int64_t document) {
    Statement(library, "DELETE FROM document WHERE id = ?1 "
                       "AND NOT EXISTS (SELECT 1 FROM edition WHERE document_id = ?1) "
                       "AND NOT EXISTS (SELECT 1 FROM edition_version WHERE document_id = ?1)")
        .bind(document)
        .run();
}

// The newest file of a feed stands for all its items: so it is recognised as a whole the next time, and not
// every file that brought one item is kept.
void moveToDocument(Library& library, const KnownEdition& known, std::int64_t document) {
    if (known.document == document)
        return;
    Statement(library, "UPDATE edition SET document_id = ? WHERE id = ?").bind(document).bind(known.id).run();
    dropUnusedDocument(library, known.document);
}

// What an article shows in lists, from all its editions: a title in a language comes from the edition in that
// language if there is one, else from what an edition says the title is called in it; everything else from
// the edition imported first that has it.
struct Gathered {
    Article first;
    std::string english, traditional, simplified;
    std::vector<std::string> topics;
    int tables = 0;
    unsigned languages = 0;
    bool any = false;
};

void fillIfEmpty(std::string& value, const std::string& other) {
    if (value.empty())
        value = other;
}

// A page can carry its title in one language over a body in another.
Language titleLanguage(const Article& article) {
    const Language title = detectLanguage(article.title, article.language);
    return title == Language::English || isChinese(title) ? title : article.language;
}

void gatherTitle(std::string& value, Language language, const Article& article, const std::string& stated) {
    const bool titleIs = !article.title.empty() && titleLanguage(article) == language;
    if (titleIs && article.language == language)
        value = article.title;
    fillIfEmpty(value, stated);
    if (titleIs)
        fillIfEmpty(value, article.title);
}

void gather(Gathered& all, const Article& article, int tables) {
    if (!all.any) {
        all.any = true;
        all.first.title = article.title;
    }
    Article& first = all.first;
    gatherTitle(all.english, Language::English, article, article.titleEnglish);
    gatherTitle(all.traditional, Language::TraditionalChinese, article, article.titleTraditional);
    gatherTitle(all.simplified, Language::SimplifiedChinese, article, article.titleSimplified);
    fillIfEmpty(first.title, article.title);
    fillIfEmpty(first.source, article.source);
    fillIfEmpty(first.author, article.author);
    fillIfEmpty(first.url, article.url);
    fillIfEmpty(first.slug, article.slug);
    fillIfEmpty(first.archiveMonth, article.archiveMonth);
    if (first.published.earliest.empty())
        first.published = article.published;
    fillIfEmpty(first.summary, article.summary);
    for (const Topic& topic : article.topics)
        if (!topic.name.empty() &&
            std::find(all.topics.begin(), all.topics.end(), topic.name) == all.topics.end())
            all.topics.push_back(topic.name);
    all.tables = std::max(all.tables, tables);
    all.languages |= 1U << static_cast<unsigned>(article.language);
}

Gathered gatherEditions(Library& library, ArticleId id) {
    Statement row(library, "SELECT title, language, metadata, table_count FROM edition WHERE article_id = ? "
                           "ORDER BY id");
    row.bind(id);
    Gathered all;
    while (row.step()) {
        Article article;
        article.title = row.text(0);
        article.language = static_cast<Language>(row.number(1));
        metadataFromJson(row.view(2), article);
        gather(all, article, row.number(3));
    }
    return all;
}

void saveTopics(Library& library, ArticleId id, const Gathered& all) {
    const std::string day = dayOf(all.first);
    for (const std::string& topic : all.topics)
        Statement(library, "INSERT INTO article_topic (topic_id, day, article_id) VALUES (?, ?, ?)")
            .bind(topicId(library, topic))
            .bind(day)
            .bind(id)
            .run();
}

// The columns of article that are gathered, in the order of the statements below.
void bindGathered(Statement& statement, Library& library, const Gathered& all, const std::string& day,
                  const std::string& month, const std::string& at) {
    const Article& first = all.first;
    statement.bind(day);
    if (first.source.empty())
        statement.bindNull();
    else
        statement.bind(sourceId(library, first.source));
    statement.bind(month).bind(all.tables).bind(static_cast<std::int64_t>(all.languages));
    statement.bind(first.title).bind(all.english).bind(all.traditional).bind(all.simplified);
    // A month alone is no day of publication; it stays with the archive.
    const bool isDay = first.published.earliest == first.published.latest;
    statement.bind(isDay ? std::string_view(first.published.earliest) : std::string_view()); // not copied
    statement.bind(utf8Prefix(first.summary, excerptBytes));
    statement.bind(first.url).bind(first.slug).bind(first.author).bind(at);
}

void addMonth(Library& library, const std::string& month) {
    if (!month.empty())
        Statement(library, "INSERT INTO month (value) VALUES (?) ON CONFLICT DO NOTHING").bind(month).run();
}

ArticleId insertArticle(Library& library, const std::string& key, const Gathered& all,
                        const std::string& at) {
    const std::string uid = newUid();
    const std::string day = dayOf(all.first), month = monthOf(all.first);
    addMonth(library, month);
    Statement insert(
        library,
        "INSERT INTO article (day, source_id, archive_month, table_count, languages, title, title_en, "
        "title_hant, title_hans, published, summary, url, slug, author, updated_at, imported_at, key, uid) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
    bindGathered(insert, library, all, day, month, at);
    insert.bind(at).bind(key).bind(uid);
    return insert.insert();
}

void refreshArticle(Library& library, ArticleId id, const std::string& at) {
    const Gathered all = gatherEditions(library, id);
    const std::string day = dayOf(all.first), month = monthOf(all.first);
    addMonth(library, month);
    Statement update(library,
                     "UPDATE article SET day = ?, source_id = ?, archive_month = ?, table_count = ?, "
                     "languages = ?, title = ?, title_en = ?, title_hant = ?, title_hans = ?, "
                     "published = ?, summary = ?, url = ?, slug = ?, author = ?, updated_at = ? "
                     "WHERE id = ?");
    bindGathered(update, library, all, day, month, at);
    update.bind(id).run();
    Statement(library, "DELETE FROM article_topic WHERE article_id = ?").bind(id).run();
    saveTopics(library, id, all);
    saveArticleDigest(library, id);
}

std::optional<KnownEdition> findEdition(Library& library, ArticleId article, Language language) {
    Statement row(library, "SELECT id, version, document_id, sha256, imported_at, asked FROM edition "
                           "WHERE article_id = ? AND language = ?");
    row.bind(article).bind(static_cast<int>(language));
    if (!row.step())
        return std::nullopt;
    return KnownEdition{row.integer(0), row.number(1), row.integer(2), row.text(3), row.text(4), row.text(5)};
}

// What these very bytes were read as before the person asked for another reading. The title, and with it the
// key, and even the language can be wrong there: the article is given its right ones. Of a feed that is the
// item whose title is the article's, misread. 0: they were not, or as several articles. `among`: the
// article that has the key already, if any.
ArticleId takeMisread(Library& library, const Article& article, const StoredForm& form, ArticleId among,
                      std::optional<KnownEdition>& edition) {
    Statement row(library,
                  "SELECT edition.article_id, edition.language, edition.title, edition.sha256 = ?2, "
                  "document.sha256 = ?1 FROM document JOIN edition ON edition.document_id = document.id "
                  "WHERE CASE ?4 WHEN 0 THEN document.sha256 = ?1 ELSE edition.article_id = ?4 END "
                  "AND NOT EXISTS (SELECT 1 FROM edition AS other WHERE other.article_id = "
                  "edition.article_id AND other.language = ?3 AND other.id <> edition.id)");
    row.bind(form.documentHash).bind(form.contentHash).bind(static_cast<int>(article.language)).bind(among);
    ArticleId id = 0;
    auto language = Language::Unknown;
    while (row.step()) {
        const bool same = row.number(3) != 0 || (among != 0 && row.number(4) != 0);
        if (!same && !isMisread(row.view(2), article.title))
            continue;
        if (id != 0)
            return 0;
        id = row.integer(0);
        language = static_cast<Language>(row.number(1));
    }
    if (id == 0)
        return 0;
    edition = findEdition(library, id, language);
    Statement(library, "UPDATE article SET key = ? WHERE id = ?").bind(form.key).bind(id).run();
    return id;
}

std::string storedText(Library& library, EditionId id) {
    Statement row(library, "SELECT coalesce(edition.text, document.raw) FROM edition JOIN document "
                           "ON document.id = edition.document_id WHERE edition.id = ?");
    return row.bind(id).step() ? row.text(0) : std::string();
}

struct NewEdition {
    const Article& article;
    const StoredForm& form;
    std::string_view raw;
    std::int64_t document = 0;
    std::string at;
};

// The columns of edition that an import sets, in the order of the statements below.
void bindEdition(Statement& statement, const NewEdition& edition, int version) {
    const Article& article = edition.article;
    statement.bind(version).bind(article.title).bind(edition.document);
    statement.bind(edition.form.contentHash);
    statement.bind(article.tables.size())
        .bind(article.blocks.size())
        .bind(blocksPerRow(article.blocks.size()));
    statement.bind(edition.at).bind(edition.form.metadata).bind(edition.form.asked);
    if (article.text == edition.raw)
        statement.bindNull();
    else
        statement.bind(article.text);
}

EditionId insertEdition(Library& library, ArticleId id, const NewEdition& edition) {
    Statement insert(library,
                     "INSERT INTO edition (version, title, document_id, sha256, table_count, block_count, "
                     "row_blocks, imported_at, metadata, asked, text, article_id, language) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
    bindEdition(insert, edition, 1);
    insert.bind(id).bind(static_cast<int>(edition.article.language));
    const EditionId added = insert.insert();
    insertBlocks(library, added, edition.article);
    saveTables(library, added, edition.article, edition.form.tables);
    saveReadingDigest(library, added);
    addToIndex(library, id, edition.article);
    return added;
}

void keepVersion(Library& library, const KnownEdition& known) {
    Statement(library, "INSERT INTO edition_version (edition_id, version, document_id, sha256, imported_at, "
                       "asked) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(known.id)
        .bind(known.version)
        .bind(known.document)
        .bind(known.sha256)
        .bind(known.importedAt)
        .bind(known.asked)
        .run();
    std::vector<std::int64_t> documents;
    Statement old(library, "SELECT document_id FROM edition_version WHERE edition_id = ? AND version <= ?");
    old.bind(known.id).bind(known.version - keptVersions);
    while (old.step())
        documents.push_back(old.integer(0));
    Statement(library, "DELETE FROM edition_version WHERE edition_id = ? AND version <= ?")
        .bind(known.id)
        .bind(known.version - keptVersions)
        .run();
    for (const std::int64_t document : documents)
        dropUnusedDocument(library, document);
}

void rewriteEdition(Library& library, ArticleId id, EditionId known, const NewEdition& edition, int version) {
    // The index takes back only the words that it was given, and a damaged reading has others.
    const bool isWhole = isReadingWhole(library, known);
    const std::optional<std::int64_t> indexed = keptReadingDigest(library, known);
    if (isWhole)
        removeFromIndex(library, id, loadEdition(library, known));
    Statement update(library,
                     "UPDATE edition SET version = ?, title = ?, document_id = ?, sha256 = ?, "
                     "table_count = ?, block_count = ?, row_blocks = ?, imported_at = ?, metadata = ?, "
                     "asked = ?, text = ?, language = ? WHERE id = ?");
    bindEdition(update, edition, version);
    update.bind(static_cast<int>(edition.article.language)).bind(known).run();
    Statement(library, "DELETE FROM block WHERE edition_id = ?").bind(known).run();
    insertBlocks(library, known, edition.article);
    saveTables(library, known, edition.article, edition.form.tables);
    saveReadingDigest(library, known);
    if (isWhole)
        addToIndex(library, id, edition.article);
    else if (keptReadingDigest(library, known) != indexed)
        markIndexOutdated(library);
    anchorNotes(library, known, edition.article.blocks);
}

SavedArticle saveKnownAs(Library& library, ArticleId id, const std::optional<KnownEdition>& known,
                         const Article& article, const StoredForm& form, std::string_view raw,
                         const Document& document, std::string_view origin) {
    const std::string& hash = form.contentHash;
    const std::string at = toIso(now());
    if (known && known->sha256 == hash && !isReadingWhole(library, known->id)) {
        const std::int64_t stored = saveDocument(library, raw, form.documentHash, document, origin, at);
        rewriteEdition(library, id, known->id, {article, form, raw, stored, known->importedAt},
                       known->version);
        if (stored != known->document)
            dropUnusedDocument(library, known->document);
        refreshArticle(library, id, at);
        return {id, known->id, ImportOutcome::Mended};
    }
    // The same bytes can have been read in another way (a repair that the person asked for).
    if (known && known->sha256 == hash && storedText(library, known->id) == article.text) {
        if (document.format == Format::Feed)
            moveToDocument(library, *known,
                           saveDocument(library, raw, form.documentHash, document, origin, at));
        return {id, known->id, ImportOutcome::Unchanged};
    }

    const std::int64_t stored = saveDocument(library, raw, form.documentHash, document, origin, at);
    const NewEdition edition{article, form, raw, stored, at};
    if (id == 0) {
        Gathered all;
        gather(all, article, static_cast<int>(article.tables.size()));
        id = insertArticle(library, form.key, all, at);
        saveTopics(library, id, all);
        saveArticleDigest(library, id);
        saveStatedCounts(library, article);
        return {id, insertEdition(library, id, edition), ImportOutcome::Added};
    }
    SavedArticle saved{id, 0, ImportOutcome::NewEdition};
    if (known) {
        rewriteEdition(library, id, known->id, edition, known->version + 1);
        keepVersion(library, *known);
        saved.edition = known->id;
        saved.outcome = ImportOutcome::Updated;
    } else {
        saved.edition = insertEdition(library, id, edition);
    }
    refreshArticle(library, id, at);
    saveStatedCounts(library, article);
    return saved;
}

ArticleId articleOf(Library& library, const std::string& key) {
    Statement known(library, "SELECT id FROM article WHERE key = ?");
    return known.bind(key).step() ? known.integer(0) : 0;
}

// Whether it is not the article `id`, which has its key, and perhaps an edition in its language.
bool isAnother(Library& library, ArticleId id, const std::optional<KnownEdition>& edition,
               const Article& article, const StoredForm& form, std::string_view origin) {
    if (edition)
        return edition->sha256 != form.contentHash &&
               isAnotherFile(library, edition->id, article, form.key, origin);
    if (id == 0 || !isChinese(article.language))
        return false;
    const auto other =
        findEdition(library, id,
                    article.language == Language::TraditionalChinese ? Language::SimplifiedChinese
                                                                     : Language::TraditionalChinese);
    return other && isAnotherText(library, other->id, article, form.key);
}

} // namespace

std::vector<ArticleId> mendArticles(Library& library) {
    std::vector<ArticleId> changed = changedArticles(library);
    for (const ArticleId id : changed)
        refreshArticle(library, id, toIso(now()));
    execute(library, "DELETE FROM source WHERE id NOT IN "
                     "(SELECT source_id FROM article WHERE source_id IS NOT NULL); "
                     "DELETE FROM topic WHERE id NOT IN (SELECT topic_id FROM article_topic); "
                     "DELETE FROM month WHERE value NOT IN (SELECT archive_month FROM article)");
    return changed;
}

bool mendDocument(Library& library, const std::string& documentHash, std::string_view raw) {
    Statement mend(library, "UPDATE document SET raw = ?1 WHERE sha256 = ?2 AND raw <> ?1 RETURNING id");
    return mend.bindBlob(raw).bind(documentHash).insert() != 0;
}

bool replaceReading(Library& library, ArticleId id, EditionId edition, const Article& article,
                    const StoredForm& form, std::string_view raw) {
    if (const auto other = findEdition(library, id, article.language); other && other->id != edition)
        return false;
    Statement row(library, "SELECT version, document_id, imported_at FROM edition WHERE id = ?");
    if (!row.bind(edition).step())
        return false;
    const int version = row.number(0);
    const NewEdition reading{article, form, raw, row.integer(1), row.text(2)};
    rewriteEdition(library, id, edition, reading, version);
    refreshArticle(library, id, toIso(now()));
    return true;
}

StoredForm storedForm(const Article& article, const Document& document, std::string documentHash,
                      std::string_view origin) {
    StoredForm form;
    form.key = document.format == Format::Delimited ? fileKey(article, origin) : articleKey(article);
    form.contentHash = contentHash(article, documentHash, document);
    form.documentHash = std::move(documentHash);
    form.metadata = metadataToJson(article);
    for (const Table& table : article.tables)
        form.tables.push_back(tableToJson(table));
    return form;
}

SavedArticle saveArticle(Library& library, const Article& article, const StoredForm& given,
                         std::string_view raw, const Document& document, std::string_view origin) {
    StoredForm apart;
    ArticleId id = articleOf(library, given.key);
    std::optional<KnownEdition> edition;
    if (id != 0)
        edition = findEdition(library, id, article.language);
    if (isAnother(library, id, edition, article, given, origin)) {
        apart = given;
        apart.key = keyOfFile(origin);
        id = articleOf(library, apart.key);
        edition = id != 0 ? findEdition(library, id, article.language) : std::nullopt;
    }
    const StoredForm& form = apart.key.empty() ? given : apart;
    if (form.readAgain && !edition)
        if (const ArticleId misread = takeMisread(library, article, form, id, edition); misread != 0)
            id = misread;
    return saveKnownAs(library, id, edition, article, form, raw, document, origin);
}

SavedArticle ArticleStore::save(const Article& article, std::string_view raw, const Document& document,
                                std::string_view origin) {
    return saveArticle(m_library, article, storedForm(article, document, sha256Hex(raw), origin), raw,
                       document, origin);
}

SavedArticle ArticleStore::saveAs(ArticleId id, const std::string& key, const Article& article,
                                  std::string_view raw, const Document& document, std::string_view origin) {
    StoredForm form = storedForm(article, document, sha256Hex(raw), origin);
    form.key = key;
    const auto edition = id != 0 ? findEdition(m_library, id, article.language) : std::nullopt;
    return saveKnownAs(m_library, id, edition, article, form, raw, document, origin);
}

void ArticleStore::remove(ArticleId id) {
    Transaction transaction(m_library);
    std::vector<std::int64_t> editions, documents;
    {
        Statement row(m_library, "SELECT id, document_id FROM edition WHERE article_id = ?1 UNION ALL "
                                 "SELECT 0, document_id FROM edition_version WHERE edition_id IN "
                                 "(SELECT id FROM edition WHERE article_id = ?1)");
        row.bind(id);
        while (row.step()) {
            if (row.integer(0) != 0)
                editions.push_back(row.integer(0));
            documents.push_back(row.integer(1));
        }
    }
    for (const EditionId edition : editions)
        removeFromIndex(m_library, id, loadEdition(m_library, edition));
    {
        Statement notes(m_library, "SELECT slot, text FROM note WHERE article_id = ?");
        notes.bind(id);
        while (notes.step())
            removeNoteFromIndex(m_library, id, notes.number(0), notes.view(1));
    }
    Statement(m_library, "DELETE FROM article WHERE id = ?").bind(id).run();
    for (const std::int64_t document : documents)
        dropUnusedDocument(m_library, document);
    transaction.commit();
}

} // namespace parallax::data
