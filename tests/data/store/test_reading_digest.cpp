// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include "data/store/annotation_store.h"
#include "data/store/backup.h"
#include "data/store/import.h"
#include "data/store/reading_digest.h"
#include "data/store/reread.h"
#include "data/store/search_index.h"
#include "data/store/search_store.h"
#include "data/store/statement.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_reading_digest {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace fs = std::filesystem;

namespace {

ParserProcess::Settings parser() {
    ParserProcess::Settings settings;
    settings.command = {"/proc/self/exe", "import", "parse-worker"};
    return settings;
}

const std::string page = "---\nsource: The Wire\narchive: April 2026\n---\n# Prices of clouds\n\n"
                         "Clouds cost **$3** an hour, and chips more.\n\n"
                         "Prices\n\n| Model | Price |\n|---|---|\n| A | $3 |\n| B | $4 |\n";

// A library of one imported page, closed.
struct Imported {
    Imported() {
        writeFile(file(), page);
        Library library(folder.library());
        import(library);
    }
    fs::path file() const { return folder.path() / "prices.md"; }
    ImportReport import(Library& library) const {
        ImportOptions options;
        options.parser = parser();
        return importItems(library, {{file().string(), {}, {}}}, options, {}, {});
    }
    // As a bit that flipped would leave it: no page is unsound, and nobody was told.
    void alter(const std::string& sql) const {
        SQLite::Database database(folder.library().string(), SQLite::OPEN_READWRITE);
        database.exec(sql);
    }
    std::string check() const {
        Library library(folder.library(), Library::Mode::ReadOnly);
        return checkIntegrity(library);
    }

    Folder folder;
};

// With a note, a tag on the article and a saved search that filters by it.
struct Annotated : Imported {
    Annotated() {
        Library library(folder.library());
        Note note;
        note.article = 1;
        note.text = "the memory shortage";
        library.annotations().addNote(note);
        library.annotations().setTagged(1, library.annotations().addTag("Chips", {}), true);
        SavedSearch search;
        search.name = "Mine";
        search.query = "memory";
        search.filter.tag = 1;
        library.annotations().saveSearch(search);
    }
};

QStringList found(Library& library, const char* query) {
    QStringList titles;
    for (const SearchHit& hit : library.search().search(parseQuery(query), {}, 0, 10).hits)
        titles << QString::fromStdString(hit.article.title);
    return titles;
}

} // namespace

class TestReadingDigest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aChangeInAnyPartOfAReadingIsFoundAndNamed_data() {
        QTest::addColumn<QString>("sql");
        for (const char* sql :
             {"UPDATE article_table SET content = replace(content, '$4', '$8')",
              "UPDATE article_table SET caption = 'Prizes'", "UPDATE article_table SET row_count = 3",
              "UPDATE block SET text_end = text_end - 1 WHERE ordinal = 0",
              "UPDATE block SET span_begin = span_begin + 1 WHERE ordinal = 1",
              "UPDATE block SET kind = 10 WHERE ordinal = 1",
              "UPDATE block SET language = 3 WHERE ordinal = 1",
              "UPDATE block SET level = 1 WHERE ordinal = 1",
              "UPDATE block SET marks = replace(marks, '[', '{') WHERE marks IS NOT NULL",
              "UPDATE block SET ordinal = 100 WHERE ordinal = 1", "DELETE FROM block WHERE ordinal = 1",
              "UPDATE edition SET title = 'Prices of crowds'", "UPDATE edition SET row_blocks = 2",
              "UPDATE edition SET metadata = replace(metadata, 'The Wire', 'The Wife')",
              "UPDATE edition SET text = 'Another text'"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }
    void aChangeInAnyPartOfAReadingIsFoundAndNamed() {
        QFETCH(QString, sql);
        const Imported one;
        QCOMPARE(one.check(), std::string("ok"));
        one.alter(sql.toStdString());
        const std::string said = one.check();
        QVERIFY2(said.starts_with("what was made of " + one.file().string()), said.c_str());
        QVERIFY2(said.find("article 1, en") != std::string::npos, said.c_str());

        // The true file is not "unchanged": what was made of it is made again, in its place.
        Library library(one.folder.library());
        const ImportReport report = one.import(library);
        QCOMPARE(report.mended, 1);
        QCOMPARE(report.unchanged, 0);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        const StoredArticle stored = library.articles().load(1);
        QCOMPARE(stored.edition.version, 1);
        QCOMPARE(stored.row.title, std::string("Prices of clouds"));
        QCOMPARE(stored.row.source, std::string("The Wire"));
        QCOMPARE(stored.article.tables.at(0).rows.at(1).at(1).text, std::string("$4"));
        QCOMPARE(stored.article.text, page);
        QVERIFY(!indexIsOutdated(library)); // it was never wrong
        QCOMPARE(found(library, "chips").size(), 1);
        QCOMPARE(one.import(library).unchanged, 1);
    }

    void aChangeInWhatListsShowIsFoundAndMended_data() {
        QTest::addColumn<QString>("sql");
        for (const char* sql :
             {"UPDATE article SET title = 'Prices of crowds'", "UPDATE article SET title_en = 'Prizes'",
              "UPDATE article SET title_hans = 'Prizes'", "UPDATE article SET archive_month = '2026-08'",
              "UPDATE article SET day = '2026-08'", "UPDATE article SET author = 'Nobody'",
              "UPDATE article SET summary = 'Other words'", "UPDATE source SET name = 'The Wife'",
              "UPDATE article SET source_id = NULL", "UPDATE article SET table_count = 2"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }
    void aChangeInWhatListsShowIsFoundAndMended() {
        QFETCH(QString, sql);
        const Imported one;
        {
            Library library(one.folder.library()); // what the analyst does is no damage
            library.articles().setStarred(1, true);
            library.articles().setUnread(1, false);
        }
        QCOMPARE(one.check(), std::string("ok"));
        one.alter(sql.toStdString());
        const std::string said = one.check();
        QVERIFY2(said.starts_with("what lists show of article 1 "), said.c_str());

        Library library(one.folder.library());
        QCOMPARE(rereadAll(library, parser(), {}, {}).mended, std::vector<ArticleId>{1});
        QVERIFY(rereadAll(library, parser(), {}, {}).mended.empty());
        QCOMPARE(queryInteger(library, "SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM month)"),
                 2);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        const ArticleRow row = *library.articles().row(1);
        QCOMPARE(row.title, std::string("Prices of clouds"));
        QCOMPARE(row.titleEnglish, std::string("Prices of clouds"));
        QCOMPARE(row.source, std::string("The Wire"));
        QCOMPARE(row.archiveMonth, std::string("2026-04"));
        QCOMPARE(row.tableCount, 1);
        QVERIFY(row.starred && !row.unread);
        QCOMPARE(library.articles().facets().sources.size(), 1U);
    }

    void articlesOfAnOlderLibraryGetTheirDigests() {
        const Imported one;
        one.alter("UPDATE article SET digest = NULL; DELETE FROM setting WHERE name = 'article_digest'");
        { Library library(one.folder.library()); }
        one.alter("UPDATE article SET title = 'Prices of crowds'");
        QVERIFY(one.check().starts_with("what lists show of article 1 "));
    }

    void bytesThatChangedAreMendedByTheTrueFile() {
        const Imported one;
        one.alter("UPDATE document SET raw = CAST(replace(raw, '$4', '$8') AS BLOB)");
        QVERIFY(one.check().find("are not those that were imported") != std::string::npos);
        Library library(one.folder.library());
        // Such bytes are not read again: what was made of the sound ones is better.
        const RereadReport reread = rereadAll(library, parser(), {}, {});
        QCOMPARE(reread.failures.size(), 1U);
        QVERIFY(reread.changed.empty());
        QCOMPARE(one.import(library).mended, 1);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        QCOMPARE(library.articles().rawBytes(1), page);
        QCOMPARE(one.import(library).unchanged, 1);
    }

    void readingTheKeptBytesAgainMendsTheReading() {
        const Imported one;
        one.alter("UPDATE article_table SET row_count = 3");
        Library library(one.folder.library());
        const RereadReport report = rereadAll(library, parser(), {}, {});
        QCOMPARE(report.changed, std::vector<ArticleId>{1});
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        QVERIFY(rereadAll(library, parser(), {}, {}).changed.empty());
    }

    void anIndexThatMayHoldOtherWordsIsMadeAnew() {
        const Imported one;
        // As though another program's parser had read it otherwise before it was damaged.
        one.alter("UPDATE edition_digest SET digest = digest + 1");
        {
            Library library(one.folder.library());
            QCOMPARE(one.import(library).mended, 1);
            QVERIFY(indexIsOutdated(library));
        }
        Library library(one.folder.library());
        QVERIFY(!indexIsOutdated(library));
        QCOMPARE(found(library, "chips").size(), 1);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }

    void aNewVersionOfADamagedReadingIsWhole() {
        const Imported one;
        one.alter("UPDATE article_table SET content = replace(content, '$4', '$8')");
        writeFile(one.file(), page + "\nOne sentence more.\n");
        Library library(one.folder.library());
        QCOMPARE(one.import(library).updated, 1);
        QCOMPARE(library.articles().load(1).edition.version, 2);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }

    void notesStayOnWhatIsMended() {
        const Imported one;
        {
            Library library(one.folder.library());
            Note note;
            note.article = 1;
            note.edition = 1;
            note.block = 1;
            note.quote = "Clouds cost";
            note.span = {0, 11};
            note.text = "seen";
            library.annotations().addNote(note);
        }
        one.alter("UPDATE block SET text = 'Crowds cost' WHERE ordinal = 1");
        Library library(one.folder.library());
        QCOMPARE(one.import(library).mended, 1);
        const auto notes = library.annotations().notes(1);
        QCOMPARE(notes.size(), 1U);
        QCOMPARE(notes[0].block, 1);
        QCOMPARE(notes[0].text, std::string("seen"));
    }

    void editionsOfAnOlderLibraryGetTheirDigests() {
        const Imported one;
        one.alter("DELETE FROM edition_digest; DELETE FROM setting WHERE name = 'reading_digest'");
        QCOMPARE(one.check(), std::string("ok")); // nothing is known of it
        {
            Library library(one.folder.library());
            QVERIFY(keptReadingDigest(library, 1).has_value());
            QVERIFY(!readingDigestsAreOutdated(library));
        }
        one.alter("UPDATE article_table SET content = replace(content, '$4', '$8')");
        QVERIFY(one.check() != "ok");
    }

    void aMergeLeavesOutWhatIsDamagedThere() {
        const Imported there;
        {
            Library library(there.folder.library());
            saveNow(library, Draft("A sound one").add(BlockKind::Paragraph, "Whole words.").article);
        }
        there.alter("UPDATE article_table SET content = replace(content, '$4', '$8')");
        const Folder here;
        Library library(here.library());
        const RestorePreview preview = previewRestore(library, there.folder.library());
        QCOMPARE(preview.damagedThere.size(), 1U);
        QCOMPARE(preview.damagedThere.at(0).title, std::string("Prices of clouds"));
        const RestoreReport report = restore(library, there.folder.library(), RestoreMode::Merge, {}, {});
        QCOMPARE(report.leftOut.size(), 1U);
        QCOMPARE(report.leftOut.at(0).article, 1);
        QCOMPARE(report.mended, 0);
        QCOMPARE(library.articles().count({}), 1);
        QCOMPARE(found(library, "whole"), QStringList(QStringLiteral("A sound one")));
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }

    void aMergeMendsWhatIsDamagedHere_data() {
        QTest::addColumn<QString>("sql");
        QTest::newRow("reading") << "UPDATE article_table SET content = replace(content, '$4', '$8')";
        QTest::newRow("bytes") << "UPDATE document SET raw = CAST(replace(raw, '$4', '$8') AS BLOB)";
    }
    void aMergeMendsWhatIsDamagedHere() {
        QFETCH(QString, sql);
        const Imported one;
        const fs::path copy = one.folder.path() / "copy.sqlite3";
        {
            Library library(one.folder.library());
            backupTo(library, copy, {});
        }
        one.alter(sql.toStdString());
        QVERIFY(one.check() != "ok");
        Library library(one.folder.library());
        const RestoreReport report = restore(library, copy, RestoreMode::Merge, {}, {});
        QCOMPARE(report.mended, 1);
        QVERIFY(report.leftOut.empty());
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        QCOMPARE(library.articles().rawBytes(1), page);
        QCOMPARE(library.articles().load(1).article.tables.at(0).rows.at(1).at(1).text, std::string("$4"));
        QCOMPARE(library.articles().load(1).edition.version, 1);
        QCOMPARE(restore(library, copy, RestoreMode::Merge, {}, {}).mended, 0);
    }

    void aLetterThatFlippedInTheIndexIsFoundAndMended() {
        const Imported one;
        one.alter("UPDATE block_index_data SET block = CAST(replace(CAST(block AS TEXT), 'chips', 'chipt') "
                  "AS BLOB) WHERE instr(block, CAST('chips' AS BLOB)) > 0");
        const std::string said = one.check();
        QVERIFY2(said.find("full-text index is damaged") != std::string::npos &&
                     said.find("library reread") != std::string::npos,
                 said.c_str());
        Library library(one.folder.library());
        QCOMPARE(found(library, "chips").size(), 0);
        QVERIFY(rereadAll(library, parser(), {}, {}).indexMade);
        QCOMPARE(found(library, "chips").size(), 1);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        QVERIFY(!rereadAll(library, parser(), {}, {}).indexMade);
    }

    void aLetterThatFlippedInWhatTheAnalystWroteIsNamed() {
        const Imported one;
        {
            Library library(one.folder.library());
            Note note;
            note.article = 1;
            note.text = "the memory shortage";
            library.annotations().addNote(note);
            library.annotations().addTag("Chips", {});
            SavedSearch search;
            search.name = "Mine";
            search.query = "memory";
            library.annotations().saveSearch(search);
        }
        QCOMPARE(one.check(), std::string("ok"));
        for (const auto& [sql, undone, named] :
             {std::array{"UPDATE note SET text = 'the memori shortage'",
                         "UPDATE note SET text = 'the memory shortage'", "note 1 on article 1"},
              std::array{"UPDATE note SET quote = 'x'", "UPDATE note SET quote = ''", "note 1 on article 1"},
              std::array{"UPDATE tag SET name = 'Ships'", "UPDATE tag SET name = 'Chips'", "the tag “Ships”"},
              std::array{"UPDATE saved_search SET query = 'memori'",
                         "UPDATE saved_search SET query = 'memory'", "the saved search “Mine”"}}) {
            one.alter(sql);
            QVERIFY2(one.check().find(named) != std::string::npos, one.check().c_str());
            one.alter(undone);
            QCOMPARE(one.check(), std::string("ok"));
        }
        // The index has the words as they were written: it is not made of those that flipped.
        one.alter("UPDATE note SET text = 'the memori shortage'");
        Library library(one.folder.library());
        const RereadReport report = rereadAll(library, parser(), {}, {});
        QVERIFY(!report.indexMade);
        QVERIFY(report.indexLeft);
        // Its digest tells which of them is sound, as the check says.
        QVERIFY(report.disputedNotes.empty());
        QCOMPARE(report.damagedWork, checkIntegrity(library));
        QVERIFY(report.damagedWork.starts_with("note 1 on article 1 is not what was written"));
        QVERIFY(checkIntegrity(library).find("note 1 on article 1") != std::string::npos);
        // Written again, it is what the analyst says.
        library.annotations().changeNote(1, "the memory shortage", {});
        rereadAll(library, parser(), {}, {});
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }

    void aMergeLeavesOutWhatTheAnalystDidNotWriteThere() {
        const Annotated one;
        const fs::path sound = one.folder.path() / "sound.sqlite3";
        fs::copy_file(one.folder.library(), sound);
        one.alter("UPDATE note SET updated_at = '2036-11-28T21:51:05Z', text = 'broken'");
        one.alter("UPDATE tag SET name = 'Ships'; UPDATE saved_search SET query = 'broken'");
        const auto notesOf = [](Library& library) { return library.annotations().notes(1); };
        {
            Library library(sound);
            const RestorePreview preview = previewRestore(library, one.folder.library());
            QCOMPARE(preview.workDamagedThere, (DamagedWork{1, 1, 1}));
            QCOMPARE(preview.workMended, DamagedWork{});
            QCOMPARE(preview.notesNewerThere, 0);
            QCOMPARE(preview.workThere.tags, 0);
            const RestoreReport report = restore(library, one.folder.library(), RestoreMode::Merge, {}, {});
            QCOMPARE(report.workLeftOut, (DamagedWork{1, 1, 1}));
            QCOMPARE(report.workMended, DamagedWork{});
            QCOMPARE(notesOf(library).at(0).text, std::string("the memory shortage"));
            QCOMPARE(library.annotations().tags().size(), 1U);
            QCOMPARE(library.annotations().savedSearches().at(0).query, std::string("memory"));
            QCOMPARE(checkIntegrity(library), std::string("ok"));
        }
        // Nor does a library that has none of it take it.
        const Folder empty;
        Library library(empty.library());
        QCOMPARE(previewRestore(library, one.folder.library()).workThere, AnalystWork{});
        restore(library, one.folder.library(), RestoreMode::Merge, {}, {});
        QVERIFY(notesOf(library).empty());
        QVERIFY(library.annotations().tags().empty());
        QVERIFY(library.annotations().savedSearches().empty());
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }

    void aMergeMendsWhatTheAnalystWrote_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("notes");
        QTest::addColumn<int>("tags");
        QTest::addColumn<int>("searches");
        const auto row = [](const char* sql, int notes, int tags, int searches) {
            QTest::newRow(sql) << QString::fromLatin1(sql) << notes << tags << searches;
        };
        row("UPDATE note SET text = 'the memori shortage'", 1, 0, 0);
        row("UPDATE note SET updated_at = '2036-11-28T21:51:05Z', text = 'broken'", 1, 0, 0);
        row("UPDATE note SET quote = 'x'", 1, 0, 0);
        row("UPDATE note SET slot = 7", 1, 0, 0);
        row("UPDATE note SET digest = digest + 1, text = 'broken'", 1, 0, 0);
        row("UPDATE tag SET name = 'Ships'", 0, 1, 0);
        row("UPDATE tag SET colour = 'x'", 0, 1, 0);
        row("UPDATE tag SET digest = digest + 1", 0, 1, 0);
        row("UPDATE saved_search SET query = 'memori'", 0, 0, 1);
        row("UPDATE saved_search SET name = 'Mime'", 0, 0, 1);
        row("UPDATE saved_search SET filter = '{}'", 0, 0, 1);
    }
    void aMergeMendsWhatTheAnalystWrote() {
        QFETCH(QString, sql);
        QFETCH(int, notes);
        QFETCH(int, tags);
        QFETCH(int, searches);
        const Annotated one;
        const fs::path copy = one.folder.path() / "copy.sqlite3";
        fs::copy_file(one.folder.library(), copy);
        one.alter(sql.toStdString());
        QVERIFY(one.check() != "ok");
        {
            Library library(one.folder.library());
            const DamagedWork mended{notes, tags, searches};
            const RestorePreview preview = previewRestore(library, copy);
            QCOMPARE(preview.workMended, mended);
            QCOMPARE(preview.workDamagedThere, DamagedWork{});
            QCOMPARE(preview.notesNewerHere, 0);
            QCOMPARE(restore(library, copy, RestoreMode::Merge, {}, {}).workMended, mended);
            QCOMPARE(restore(library, copy, RestoreMode::Merge, {}, {}).workMended, DamagedWork{});
        }
        Library library(one.folder.library());
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        const auto written = library.annotations().notes(1);
        QCOMPARE(written.size(), 1U);
        QCOMPARE(written.at(0).text, std::string("the memory shortage"));
        QCOMPARE(written.at(0).quote, std::string());
        QVERIFY(written.at(0).updatedAt < "2036");
        const auto tag = library.annotations().tags();
        QCOMPARE(tag.size(), 1U);
        QCOMPARE(tag.at(0).id, 1);
        QCOMPARE(tag.at(0).name, std::string("Chips"));
        QCOMPARE(tag.at(0).count, std::int64_t{1});
        const auto search = library.annotations().savedSearches();
        QCOMPARE(search.size(), 1U);
        QCOMPARE(search.at(0).name, std::string("Mine"));
        QCOMPARE(search.at(0).query, std::string("memory"));
        QCOMPARE(search.at(0).filter.tag, std::optional<std::int64_t>(1));
        QCOMPARE(found(library, "shortage").size(), 1);
    }

    void aMergeMendsANoteThatWasChangedSinceItsSnapshot() {
        const Annotated one;
        const fs::path copy = one.folder.path() / "copy.sqlite3";
        fs::copy_file(one.folder.library(), copy);
        {
            Library library(one.folder.library());
            library.annotations().changeNote(1, "the famine of chips", {}, "2035-01-01T00:00:00Z");
        }
        one.alter("UPDATE note SET text = 'the famime of chips'");
        {
            Library library(one.folder.library());
            QCOMPARE(restore(library, copy, RestoreMode::Merge, {}, {}).workMended.notes, 1);
        }
        Library library(one.folder.library());
        QCOMPARE(library.annotations().notes(1).at(0).text, std::string("the memory shortage"));
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        QCOMPARE(found(library, "shortage").size(), 1);
        QCOMPARE(found(library, "famine").size(), 0);
    }

    void ofANoteOfAnOlderLibraryNobodyKnowsWhetherItOrTheIndexIsSound() {
        const Imported one;
        {
            Library library(one.folder.library());
            Note note;
            note.article = 1;
            note.text = "the memory shortage";
            library.annotations().addNote(note);
        }
        one.alter("UPDATE note SET digest = NULL");
        one.alter("UPDATE note SET text = 'the memori shortage'");
        const std::string said = one.check();
        QVERIFY2(said.find("note 1 on article 1") != std::string::npos &&
                     said.find("disagree") != std::string::npos,
                 said.c_str());
        Library library(one.folder.library());
        QVERIFY(!rereadAll(library, parser(), {}, {}).indexMade);
        QCOMPARE(checkIntegrity(library), said);
        // Where they agree, the note gets its digest.
        one.alter("UPDATE note SET text = 'the memory shortage'");
        QVERIFY(rereadAll(library, parser(), {}, {}).disputedNotes.empty());
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM note WHERE digest IS NULL"), 0);
    }

    void theIndexOfEveryKindOfTextIsWhole() {
        const Folder folder;
        Library library(folder.library());
        // The last character of a run stands with the pair before it, and may be the pair's first as well.
        const ArticleId id = saveNow(library, Draft("的的 記憶體", Language::TraditionalChinese)
                                                  .add(BlockKind::Paragraph, "的的、人人 1,234.5 C++ 的")
                                                  .article)
                                 .article;
        Note note;
        note.article = id;
        note.text = "看看 again again";
        library.annotations().addNote(note);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }

    void whatIsRemovedLeavesNoDigest() {
        const Imported one;
        Library library(one.folder.library());
        library.articles().remove(1);
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM edition_digest"), 0);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }
};

PARALLAX_TEST(TestReadingDigest)

} // namespace test_reading_digest
#include "test_reading_digest.moc"
