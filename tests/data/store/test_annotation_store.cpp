// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "data/store/annotation_store.h"
#include "data/store/backup.h"
#include "data/store/note_anchor.h"
#include "data/store/statement.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_annotation_store {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

std::vector<Block> blocksOf(const std::vector<std::string>& texts) {
    std::vector<Block> blocks;
    for (const std::string& text : texts) {
        blocks.emplace_back();
        blocks.back().text = text;
    }
    return blocks;
}

std::int64_t noteHits(Library& library, const char* word) {
    const std::string expression = std::string("note : ") + word;
    Statement row(library, "SELECT count(*) FROM block_index WHERE block_index MATCH ?");
    return row.bind(expression).step() ? row.integer(0) : -1;
}

} // namespace

class TestAnnotationStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void tagsAreKnownByNameAndCounted();
    void notesAreKeptListedAndSearched();
    void aNoteFindsItsPlaceInANewVersion();
    void aNoteWhoseWordsAreGoneStaysWithTheArticle();
    void quotesAreFoundExactlyFoldedAndByLikeness();
    void ofEqualPlacesTheNearestIsTaken();
    void savedSearchesKeepTheirFilter();
    void anArticleHoldsManyNotesButNotWithoutEnd();
};

void TestAnnotationStore::tagsAreKnownByNameAndCounted() {
    Folder folder;
    Library library(folder.library());
    AnnotationStore& store = library.annotations();
    const ArticleId article = saveNow(library, Draft("One").article).article;
    const std::int64_t tag = store.addTag("Chips", "#ff0000");
    QCOMPARE(store.addTag("chips", "#00ff00"), tag);
    store.setTagged(article, tag, true);
    store.setTagged(article, tag, true);
    QCOMPARE(store.tags().front().count, 1);
    QCOMPARE(library.articles().row(article)->tags, std::vector<std::int64_t>{tag});
    ArticleFilter filter;
    filter.tag = tag;
    QCOMPARE(library.articles().list(filter, ArticleOrder::NewestFirst, 0, 5).size(), 1U);
    store.changeTag(tag, "Silicon", "#0000ff");
    QCOMPARE(store.tags().front().name, std::string("Silicon"));
    store.removeTag(tag);
    QVERIFY(store.tags().empty());
    QVERIFY(library.articles().row(article)->tags.empty());
}

void TestAnnotationStore::notesAreKeptListedAndSearched() {
    Folder folder;
    Library library(folder.library());
    AnnotationStore& store = library.annotations();
    const SavedArticle saved =
        saveNow(library, Draft("One").add(BlockKind::Paragraph, "The price is low.").article);
    Note note;
    note.article = saved.article;
    note.edition = saved.edition;
    note.block = 1;
    note.span = {4, 9};
    note.quote = "price";
    note.text = "ask the vendor";
    note.colour = "#ffff00";
    const std::int64_t id = store.addNote(note);
    const std::vector<Note> notes = store.notes(saved.article);
    QCOMPARE(notes.size(), 1U);
    QCOMPARE(notes[0].quote, note.quote);
    QCOMPARE(notes[0].span, note.span);
    QCOMPARE(notes[0].edition, saved.edition);
    QVERIFY(notes[0].createdAt.ends_with("Z"));
    QCOMPARE(library.articles().row(saved.article)->noteCount, 1);
    QCOMPARE(library.articles().facets().noted, 1);
    QCOMPARE(noteHits(library, "vendor"), 1);
    store.changeNote(id, "ask the customer", "#ff00ff");
    QCOMPARE(noteHits(library, "vendor"), 0);
    QCOMPARE(noteHits(library, "customer"), 1);
    QCOMPARE(store.allNotes().front().text, std::string("ask the customer"));
    store.removeNote(id);
    QCOMPARE(noteHits(library, "customer"), 0);
    QCOMPARE(library.articles().facets().noted, 0);
    note.article = 99;
    try {
        store.addNote(note);
        QFAIL("a note on no article");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::ArticleNotFound);
    }
}

void TestAnnotationStore::aNoteFindsItsPlaceInANewVersion() {
    Folder folder;
    Library library(folder.library());
    const SavedArticle saved =
        saveNow(library, Draft("One").add(BlockKind::Paragraph, "The price is low.").article);
    Note note;
    note.article = saved.article;
    note.edition = saved.edition;
    note.block = 1;
    note.span = {4, 9};
    note.quote = "price";
    library.annotations().addNote(note);
    saveNow(library, Draft("One")
                         .add(BlockKind::Paragraph, "A new one.")
                         .add(BlockKind::Paragraph, "Now the price is high.")
                         .article);
    const Note moved = library.annotations().notes(saved.article).front();
    QCOMPARE(moved.block, 2);
    QCOMPARE(moved.span, (Span{8, 13}));
}

void TestAnnotationStore::aNoteWhoseWordsAreGoneStaysWithTheArticle() {
    Folder folder;
    Library library(folder.library());
    const SavedArticle saved =
        saveNow(library, Draft("One").add(BlockKind::Paragraph, "The price is low.").article);
    Note note;
    note.article = saved.article;
    note.edition = saved.edition;
    note.block = 1;
    note.span = {0, 16};
    note.quote = "The price is low";
    note.text = "kept";
    library.annotations().addNote(note);
    saveNow(library, Draft("One").add(BlockKind::Paragraph, "Weather.").article);
    const Note lost = library.annotations().notes(saved.article).front();
    QCOMPARE(lost.block, -1);
    QCOMPARE(lost.quote, note.quote);
    QCOMPARE(lost.text, note.text);
    // The words come back with a later version, and the note with them.
    saveNow(library, Draft("One").add(BlockKind::Paragraph, "Weather. The price is low.").article);
    QCOMPARE(library.annotations().notes(saved.article).front().block, 1);
}

void TestAnnotationStore::quotesAreFoundExactlyFoldedAndByLikeness() {
    const auto blocks = blocksOf({"no", "雲端運算的價格", "The Price of compute fell by half last year"});
    QCOMPARE(findQuote(blocks, "運算", 0).value(), (Anchor{1, {6, 12}}));
    QCOMPARE(findQuote(blocks, "运算", 0).value(), (Anchor{1, {6, 12}}));
    QCOMPARE(findQuote(blocks, "the price", 0).value(), (Anchor{2, {0, 9}}));
    QCOMPARE(findQuote(blocks, "price of compute fell by a half", 0)->block, 2);
    QVERIFY(!findQuote(blocks, "nothing of the kind is said", 0).has_value());
    QVERIFY(!findQuote(blocks, "", 0).has_value());
    QVERIFY(!findQuote({}, "words", 0).has_value());
}

void TestAnnotationStore::ofEqualPlacesTheNearestIsTaken() {
    const auto blocks = blocksOf({"price", "x", "x", "x", "price", "x", "price"});
    QCOMPARE(findQuote(blocks, "price", 3)->block, 4);
    QCOMPARE(findQuote(blocks, "price", 6)->block, 6);
    QCOMPARE(findQuote(blocks, "price", -1)->block, 0);
}

void TestAnnotationStore::savedSearchesKeepTheirFilter() {
    Folder folder;
    Library library(folder.library());
    SavedSearch search;
    search.name = "Chips";
    search.query = "晶片 -\"old\"";
    search.filter.topic = "半導體";
    search.filter.tag = 7;
    search.filter.starredOnly = true;
    const std::int64_t id = library.annotations().saveSearch(search);
    SavedSearch found = library.annotations().savedSearches().front();
    QCOMPARE(found.query, search.query);
    QVERIFY(found.filter == search.filter);
    search.filter = {};
    QCOMPARE(library.annotations().saveSearch(search), id); // the same name: replaced
    QVERIFY(library.annotations().savedSearches().front().filter == ArticleFilter{});
    library.annotations().removeSearch(id);
    QVERIFY(library.annotations().savedSearches().empty());
}

void TestAnnotationStore::anArticleHoldsManyNotesButNotWithoutEnd() {
    Folder folder;
    Library library(folder.library());
    Note note;
    note.article = saveNow(library, Draft("One").article).article;
    std::int64_t third = 0;
    Transaction transaction(library);
    for (int i = 0; i < 2048; ++i) {
        note.text = "n" + std::to_string(i);
        const std::int64_t id = library.annotations().addNote(note);
        third = i == 2 ? id : third;
    }
    QVERIFY_EXCEPTION_THROWN(library.annotations().addNote(note), Error);
    library.annotations().removeNote(third);
    note.text = "inthegap";
    library.annotations().addNote(note);
    transaction.commit();
    QCOMPARE(noteHits(library, "inthegap"), 1);
    QCOMPARE(noteHits(library, "n2"), 0);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

PARALLAX_LOOP_TEST(TestAnnotationStore)

} // namespace test_annotation_store
#include "test_annotation_store.moc"
