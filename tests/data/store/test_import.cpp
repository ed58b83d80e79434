// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <array>
#include <chrono>
#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/store/annotation_store.h"
#include "data/store/backup.h"
#include "data/store/import.h"
#include "data/store/import_walk.h"
#include "data/store/reread.h"
#include "data/store/search_store.h"
#include "data/store/statement.h"
#include "data/store/stored_form.h"
#include "data/store/transaction.h"
#include "data/store/versions.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_import {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace fs = std::filesystem;

namespace {

ImportOptions testOptions() {
    ImportOptions options;
    options.parser.command = {"/proc/self/exe", "import", "parse-worker"}; // testMain() below
    options.fetch = [](const std::string& url, std::stop_token) -> Fetched {
        throw Error(ErrorCode::FetchFailed, {url, "no network in tests"});
    };
    return options;
}

std::string markdown(const std::string& title, const std::string& body = "Some words about clouds.") {
    return "# " + title + "\n\n" + body + "\n\n| Model | Price |\n|---|---|\n| A | $3 |\n";
}

ImportReport import(Library& library, const std::vector<ImportItem>& items,
                    ImportOptions options = testOptions()) {
    return importItems(library, items, options, {}, {});
}

QStringList titles(Library& library) {
    QStringList list;
    for (const ArticleRow& row : library.articles().list({}, ArticleOrder::ImportedLast, 0, 1000))
        list.prepend(QString::fromStdString(row.title));
    return list;
}

std::string feed(const std::vector<std::string>& items) {
    std::string xml = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>";
    for (const std::string& item : items)
        xml += "<item><title>" + item + "</title><link>https://example.org/" + item + "</link><guid>" + item +
               "</guid><description>About " + item + "</description></item>";
    return xml + "</channel></rss>";
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aFileBecomesAnArticleAndIsKnownTheSecondTime();
    void aChangedFileIsANewVersionThatKeepsNotesAndFlags();
    void aRepairedTextTakesThePlaceOfTheBrokenOne();
    void aRepairedItemOfAFeedTakesThePlaceOfTheBrokenOne_data();
    void aRepairedItemOfAFeedTakesThePlaceOfTheBrokenOne();
    void foldersAreImportedInTheOrderOfTheirNames();
    void hiddenFilesBinariesAndLoopsAreLeftOut();
    void whatABrowserSavesBesideAPageIsNoDocument();
    void anAddressThatIsNotOfTheWebIsNoMissingFile();
    void aBadFileCostsThatFileAlone();
    void tablesOfOneNameInTwoFoldersAreTwoArticles();
    void aFeedBecomesAnArticleForEachItem();
    void itemsWithoutLinkOrNameAreToldApartByWhatTheySay();
    void itemsThatLinkToOnePageAreArticlesOfTheirOwn();
    void filesOfOneTitleAreTwoArticles();
    void filesOfOneTitleInOneLanguageAndTwoInAnotherAreTwoArticles();
    void bothChineseScriptsAreEditionsOfOneArticle();
    void keysOfAnOlderLibraryAreRenewed();
    void keptBytesAreReadAgain();
    void theTypeAndTheAddressThatAServerNamedAreKept();
    void opmlNamesFeedsAndFetchesThemOnlyWhenAsked();
    void listsOfFeedsThatNameEachOtherEnd();
    void othersWriteWhileAnImportRuns();
    void whatHasNoTitleIsNamedByItsFirstWordsOrItsFile();
    void aLostTitleNamesNothingAndIsToldWithItsPlace();
    void bytesAreImportedWithoutAFile();
    void articlesAreReportedOnlyWhenOthersCanSeeThem();
    void cancellingKeepsWhatWasReported();
    void progressEndsAtTheTotal();
    void aReadOnlyLibraryImportsNothing();
    void aFullDiskEndsTheImportAndKeepsWhatWasReported();
    void aLibraryIsMadeWholeOrNotAtAll();
    void aFileSizeLimitCountsAsAFullDisk();
    void theDemoLibraryHasArticlesInSeveralLanguages();
    void theRealArticleIsImported();
};

void TestImport::aFileBecomesAnArticleAndIsKnownTheSecondTime() {
    Folder folder;
    Library library(folder.library());
    const std::string file = folder.path() / "a.md";
    writeFile(file, markdown("First"));
    std::vector<ImportedArticle> reported;
    ImportOptions options = testOptions();
    options.onArticle = [&](const ImportedArticle& article) { reported.push_back(article); };
    QCOMPARE(import(library, {{file, {}, {}}}, options).added, 1);
    QCOMPARE(reported.size(), 1U);
    QCOMPARE(reported[0].title, std::string("First"));
    QCOMPARE(reported[0].location, file);
    QCOMPARE(reported[0].tables, 1);
    const ImportReport again = import(library, {{file, {}, {}}}, options);
    QCOMPARE(again.unchanged, 1);
    QCOMPARE(again.added, 0);
    QCOMPARE(reported.size(), 2U);
    QCOMPARE(reported[1].saved.article, reported[0].saved.article);
    QCOMPARE(reported[1].title, reported[0].title);
    QCOMPARE(reported[1].tables, 1);
}

void TestImport::aChangedFileIsANewVersionThatKeepsNotesAndFlags() {
    Folder folder;
    Library library(folder.library());
    const std::string file = folder.path() / "a.md";
    writeFile(file, markdown("First", "The price is low."));
    import(library, {{file, {}, {}}});
    const ArticleId id = library.articles().list({}, ArticleOrder::NewestFirst, 0, 1).front().id;
    const StoredArticle before = library.articles().load(id);
    library.articles().setStarred(id, true);
    Note note;
    note.article = id;
    note.edition = before.edition.id;
    note.quote = "price is low";
    library.annotations().addNote(note);
    library.annotations().setTagged(id, library.annotations().addTag("Chips", "#ff0000"), true);
    writeFile(file, markdown("First", "Something new.\n\nNow the price is low."));
    QCOMPARE(import(library, {{file, {}, {}}}).updated, 1);
    const StoredArticle after = library.articles().load(id);
    QCOMPARE(after.edition.version, 2);
    QVERIFY(after.row.starred);
    QCOMPARE(after.row.tags.size(), 1U);
    const Note moved = library.annotations().notes(id).front();
    QVERIFY(moved.block >= 0);
    QCOMPARE(after.article.blocks.at(static_cast<std::size_t>(moved.block)).text.substr(moved.span.begin, 12),
             std::string("price is low"));
}

// UTF-8 that was read as Windows-1252 and saved again: the title, and so the key, and the language are wrong.
void TestImport::aRepairedTextTakesThePlaceOfTheBrokenOne() {
    const std::string right = "# 雲端運算的市場\n\n雲端運算的規模在今年成長了三成，企業採用推論服務。\n";
    std::string broken;
    for (const unsigned char byte : right)
        appendUtf8(broken, byte); // each byte as the Latin-1 letter of its number
    Folder folder;
    Library library(folder.library());
    const std::string file = folder.path() / "a.md";
    writeFile(file, broken);
    const ImportReport first = import(library, {{file, {}, {}}});
    QCOMPARE(first.added, 1);
    const ArticleId id = library.articles().list({}, ArticleOrder::ImportedLast, 0, 1).front().id;
    library.articles().setStarred(id, true);
    QVERIFY(library.articles().row(id)->title != "雲端運算的市場");

    ImportOptions repair = testOptions();
    repair.repairMojibake = true;
    const ImportReport second = import(library, {{file, {}, {}}}, repair);
    QCOMPARE(second.updated, 1);
    QCOMPARE(library.articles().count({}), 1);
    const StoredArticle article = library.articles().load(id);
    QCOMPARE(article.article.title, std::string("雲端運算的市場"));
    QCOMPARE(article.article.language, Language::TraditionalChinese);
    QVERIFY(library.articles().row(id)->starred);
    QCOMPARE(import(library, {{file, {}, {}}}, repair).unchanged, 1);
    // Kept bytes are read again as the person asked, damaged or not, and the earlier version as it was.
    QVERIFY(rereadAll(library, testOptions().parser, {}, {}).changed.empty());
    execute(library, "UPDATE block SET level = 5 WHERE ordinal = 0");
    QCOMPARE(import(library, {{file, {}, {}}}).mended, 1);
    QCOMPARE(library.articles().load(id).article.title, std::string("雲端運算的市場"));
    const std::vector<EditionVersion> versions = versionsOf(library, id);
    QCOMPARE(versions.size(), 2U);
    QVERIFY(readVersion(library, testOptions().parser, versions[1], {}).title != "雲端運算的市場");
    QCOMPARE(library.search().search(parseQuery("運算"), {}, 0, 10).articles, 1);
    QCOMPARE(checkIntegrity(library), std::string("ok"));
}

// The same in a feed, where the item's key is its link and stays, and where the letters are written as
// entities, once or twice escaped.
void TestImport::aRepairedItemOfAFeedTakesThePlaceOfTheBrokenOne_data() {
    QTest::addColumn<QByteArray>("before"); // of the number of a letter
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("letters") << QByteArray() << QByteArray("<link>http://a.example/1</link>");
    QTest::newRow("letters, without a link") << QByteArray() << QByteArray();
    QTest::newRow("entities") << QByteArray("&#") << QByteArray("<link>http://a.example/1</link>");
    QTest::newRow("entities, without a link") << QByteArray("&#") << QByteArray();
    QTest::newRow("nested entities") << QByteArray("&amp;#") << QByteArray("<link>http://a.example/1</link>");
}

void TestImport::aRepairedItemOfAFeedTakesThePlaceOfTheBrokenOne() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, link);
    const auto broken = [&](const std::string& right) {
        std::string text;
        for (const unsigned char byte : right)
            if (byte < 0x80 || before.isEmpty())
                appendUtf8(text, byte);
            else
                text += before.toStdString() + std::to_string(byte) + ";";
        return text;
    };
    const std::string title = "雲端運算的市場", words = "雲端運算的規模在今年成長了三成，企業採用推論服務。";
    const std::string feed =
        "<rss><channel><title>f</title><item><title>" + broken(title) + "</title>" + link.toStdString() +
        "<description>" + broken(words) +
        "</description></item><item><title>Another one</title><description>Prices rose by a "
        "third in the quarter.</description></item></channel></rss>";
    Folder folder;
    Library library(folder.library());
    const std::string file = folder.path() / "f.xml";
    writeFile(file, feed);
    QCOMPARE(import(library, {{file, {}, {}}}).added, 2);
    ArticleId id = 0;
    for (const ArticleRow& row : library.articles().list({}, ArticleOrder::ImportedLast, 0, 2))
        id = row.title == "Another one" ? id : row.id;
    library.articles().setStarred(id, true);

    ImportOptions repair = testOptions();
    repair.repairMojibake = true;
    const ImportReport second = import(library, {{file, {}, {}}}, repair);
    QCOMPARE(second.updated, 1);
    QCOMPARE(second.unchanged, 1);
    QCOMPARE(library.articles().count({}), 2);
    const ArticleRow row = *library.articles().row(id);
    QCOMPARE(row.title, title);
    QCOMPARE(row.titleTraditional, title);
    QVERIFY(row.starred);
    const StoredArticle stored = library.articles().load(id);
    QCOMPARE(stored.editions.size(), std::size_t(1));
    QCOMPARE(stored.article.blocks.back().text, words);
    QCOMPARE(import(library, {{file, {}, {}}}, repair).unchanged, 2);
    QCOMPARE(checkIntegrity(library), std::string("ok"));
}

void TestImport::foldersAreImportedInTheOrderOfTheirNames() {
    Folder folder;
    Library library(folder.library());
    const fs::path in = folder.path() / "in";
    fs::create_directories(in / "b");
    for (int i = 10; i < 50; ++i) // of different sizes, so that they are ready in another order
        writeFile(
            in / ("b/" + std::to_string(i) + ".md"),
            markdown("T" + std::to_string(i), std::string(static_cast<std::size_t>(50 - i) * 500, 'x')));
    writeFile(in / "a.md", markdown("First"));
    writeFile(in / "c.md", markdown("Last"));
    ImportOptions options = testOptions();
    options.parsers = 3;
    QCOMPARE(import(library, {{in, {}, {}}}, options).added, 42);
    const QStringList found = titles(library);
    QCOMPARE(found.front(), QStringLiteral("First"));
    QCOMPARE(found.at(1), QStringLiteral("T10"));
    QCOMPARE(found.at(40), QStringLiteral("T49"));
    QCOMPARE(found.back(), QStringLiteral("Last"));
}

void TestImport::hiddenFilesBinariesAndLoopsAreLeftOut() {
    Folder folder;
    const fs::path in = folder.path() / "in";
    fs::create_directories(in / ".git");
    fs::create_directories(in / "sub");
    writeFile(in / ".git" / "a.md", markdown("Hidden"));
    writeFile(in / ".b.md", markdown("Hidden"));
    writeFile(in / "c.md", markdown("Seen"));
    writeFile(in / "d.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    writeFile(in / "e.txt", "\xFF\xFE" + std::string("a\0b\0", 4));
    ::mkfifo((in / "f").c_str(), 0600); // reading it would wait for ever
    fs::create_symlink(in, in / "sub" / "loop");
    fs::create_symlink(in / "c.md", in / "sub" / "again.md");
    fs::create_symlink("nowhere", in / "g");
    const FoundFiles found = findDocuments(in, {});
    QCOMPARE(found.files, (std::vector<fs::path>{in / "c.md", in / "e.txt", in / "sub" / "again.md"}));
    QCOMPARE(found.skipped.size(), 3U);
    Library library(folder.library());
    QCOMPARE(import(library, {{in, {}, {}}}).skipped.size(), 3U);
}

void TestImport::whatABrowserSavesBesideAPageIsNoDocument() {
    Folder folder;
    const fs::path in = folder.path() / "in";
    for (const char* below : {"page_files", "Seite-Dateien", "other.files", "notes_files"})
        fs::create_directories(in / below);
    const std::string page = "<html><body><p>Prices of clouds fell in May.</p></body></html>";
    writeFile(in / "page.html", page);
    writeFile(in / "Seite.htm", page);
    writeFile(in / "other.HTML", page);
    writeFile(in / "page_files" / "frame.html", page);
    writeFile(in / "Seite-Dateien" / "app.js", "var a = 1;");
    writeFile(in / "other.files" / "s.css", "p {}");
    writeFile(in / "notes_files" / "kept.md", markdown("Kept")); // no page of that name
    for (const char* part : {"a.js", "b.MJS", "c.css", "d.css.map", "e.svg"})
        writeFile(in / part, "text");
    const FoundFiles found = findDocuments(in, {});
    QCOMPARE(found.files, (std::vector<fs::path>{in / "Seite.htm", in / "notes_files" / "kept.md",
                                                 in / "other.HTML", in / "page.html"}));
    QCOMPARE(found.skipped.size(), 8U);
    QVERIFY(std::ranges::find(found.skipped, (in / "page_files").string()) != found.skipped.end());
}

void TestImport::anAddressThatIsNotOfTheWebIsNoMissingFile() {
    Folder folder;
    Library library(folder.library());
    const ImportReport report = import(library, {{"ftp://example.org/a", {}, {}}});
    QCOMPARE(report.failures.size(), 1U);
    QCOMPARE(report.failures.at(0).error.code(), ErrorCode::FetchRefused);
}

void TestImport::aBadFileCostsThatFileAlone() {
    Folder folder;
    Library library(folder.library());
    const fs::path in = folder.path() / "in";
    fs::create_directories(in);
    writeFile(in / "a.md", markdown("Good"));
    writeFile(in / "b.md", "");
    std::string deep = "<!doctype html><html><body>";
    for (int i = 0; i < 5000; ++i)
        deep += "<div>";
    writeFile(in / "c.html", deep);
    writeFile(in / "d.md", markdown("Also good"));
    int failures = 0;
    ImportOptions options = testOptions();
    options.onFailure = [&](const ImportFailure&) { ++failures; };
    const ImportReport report = import(
        library, {{in, {}, {}}, {folder.path() / "missing.md", {}, {}}, {"https://example.org/", {}, {}}},
        options);
    QCOMPARE(report.added, 2);
    QCOMPARE(report.failures.size(), 4U);
    QCOMPARE(failures, 4);
    QCOMPARE(report.failures[2].error.code(), ErrorCode::FileNotFound);
    QCOMPARE(report.failures[3].error.code(), ErrorCode::FetchFailed);
}

void TestImport::tablesOfOneNameInTwoFoldersAreTwoArticles() {
    Folder folder;
    Library library(folder.library());
    const fs::path in = fs::path(folder.path()) / "in";
    fs::create_directories(in / "north");
    fs::create_directories(in / "south");
    writeFile(in / "north" / "slots.csv", "Port,Price\nNorthhaven,95\n");
    writeFile(in / "south" / "slots.csv", "Port,Price\nSouthquay,82\n");
    QCOMPARE(import(library, {{in, {}, {}}}).added, 2);
    writeFile(in / "south" / "slots.csv", "Port,Price\nSouthquay,83\n");
    const ImportReport again = import(library, {{in / "south" / ".." / "south" / "slots.csv", {}, {}}});
    QCOMPARE(again.updated, 1); // the same file by another way to it: a new version of its article
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM article"), 2);
}

void TestImport::aFeedBecomesAnArticleForEachItem() {
    Folder folder;
    Library library(folder.library());
    QCOMPARE(import(library, {{"feed.xml", feed({"one", "two"}), {}}}).added, 2);
    QCOMPARE(import(library, {{"feed.xml", feed({"one", "two"}), {}}}).unchanged, 2);
    const ImportReport report = import(library, {{"feed.xml", feed({"zero", "one", "two"}), {}}});
    QCOMPARE(report.added, 1);
    QCOMPARE(report.unchanged, 2);
    QCOMPARE(library.articles().count({}), 3);
    // Removed by the person: the same file does not bring it back.
    library.articles().remove(1);
    const ImportReport last = import(library, {{"feed.xml", feed({"zero", "one", "two"}), {}}});
    QCOMPARE(last.added, 0);
    QCOMPARE(last.unchanged, 2);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM document"), 1); // the newest file alone
}

void TestImport::itemsWithoutLinkOrNameAreToldApartByWhatTheySay() {
    Folder folder;
    Library library(folder.library());
    const auto items = [](const std::vector<std::string>& texts) {
        std::string xml = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Notes</title>";
        for (const std::string& text : texts)
            xml += "<item><title>Update</title><description>" + text + "</description></item>";
        return xml + "</channel></rss>";
    };
    const ImportReport first = import(library, {{"a.xml", items({"Clouds rain.", "Chips fall."}), {}}});
    QCOMPARE(first.added, 2);
    QCOMPARE(first.updated, 0);
    QCOMPARE(library.articles().count({}), 2);
    QCOMPARE(import(library, {{"a.xml", items({"Clouds rain.", "Chips fall."}), {}}}).unchanged, 2);
    // In whatever order, and with a third one; what is there twice is one.
    const ImportReport again =
        import(library, {{"a.xml", items({"Chips fall.", "News.", "Clouds rain.", "Clouds rain."}), {}}});
    QCOMPARE(again.added, 1);
    QCOMPARE(again.updated, 0);
    QCOMPARE(library.articles().count({}), 3);
}

void TestImport::itemsThatLinkToOnePageAreArticlesOfTheirOwn() {
    Folder folder;
    Library library(folder.library());
    const auto items = [](const std::vector<std::array<std::string, 3>>& list) { // title, link, guid
        std::string xml = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Notes</title>";
        for (const auto& [title, link, guid] : list)
            xml += "<item><title>" + title + "</title><link>" + link + "</link>" +
                   (guid.empty() ? "" : "<guid>" + guid + "</guid>") + "<description>Of " + title +
                   "</description></item>";
        return xml + "</channel></rss>";
    };
    const std::string page = "https://cloud.example/release-notes";
    QCOMPARE(import(library, {{"a.xml", items({{"April 1", page + "#April_01", ""}}), {}}}).added, 1);
    const ImportReport parts = import(
        library,
        {{"a.xml", items({{"April 1", page + "#April_01", ""}, {"April 2", page + "#April_02", ""}}), {}}});
    QCOMPARE(parts.added, 1);
    QCOMPARE(parts.unchanged, 1);
    const std::string home = "https://b.example/";
    const std::string three = items({{"One", home, "b-1"}, {"Two", home, "b-2"}, {"Three", home, ""}});
    QCOMPARE(import(library, {{"b.xml", three, {}}}).added, 3);
    const ImportReport again = import(
        library, {{"b.xml", items({{"Zero", home, "b-0"}, {"One", home, "b-1"}, {"Two", home, "b-2"}}), {}}});
    QCOMPARE(again.added, 1);
    QCOMPARE(again.unchanged, 2);
    QCOMPARE(library.articles().count({}), 6);
}

void TestImport::filesOfOneTitleAreTwoArticles() {
    Folder folder;
    Library library(folder.library());
    const fs::path in = fs::path(folder.path()) / "in";
    fs::create_directories(in / "a");
    fs::create_directories(in / "b");
    writeFile(in / "a" / "README.md", markdown("Notes", "Of clouds."));
    writeFile(in / "b" / "README.md", markdown("Notes", "Of chips."));
    QCOMPARE(import(library, {{in, {}, {}}}).added, 2);
    writeFile(in / "b" / "README.md", markdown("Notes", "Of better chips."));
    QCOMPARE(import(library, {{in / "b" / "README.md", {}, {}}}).updated, 1);
    writeFile(in / "a" / "README.md", markdown("Notes", "Of larger clouds."));
    QCOMPARE(import(library, {{in / "a" / "README.md", {}, {}}}).updated, 1);
    fs::rename(in / "a", in / "c"); // moved: still the same article
    writeFile(in / "c" / "README.md", markdown("Notes", "Of the largest clouds."));
    QCOMPARE(import(library, {{in / "c" / "README.md", {}, {}}}).updated, 1);
    QCOMPARE(library.articles().count({}), 2);
    const auto page = [](const char* source) {
        return std::string("---\nslug: outlook\nsource: ") + source + "\n---\n\n" +
               markdown("Outlook", source);
    };
    writeFile(in / "b" / "x.md", page("X"));
    writeFile(in / "b" / "y.md", page("Y"));
    QCOMPARE(import(library, {{in / "b" / "x.md", {}, {}}, {in / "b" / "y.md", {}, {}}}).added, 2);
}

void TestImport::filesOfOneTitleInOneLanguageAndTwoInAnotherAreTwoArticles() {
    Folder folder;
    Library library(folder.library());
    const fs::path in = folder.path();
    const auto page = [](const char* chinese, const char* words) {
        return std::string("---\nsource: Wire\narchive: April 2026\ntitles:\n  zh-Hant: ") + chinese +
               "\n---\n\n" + markdown("Outlook", words);
    };
    writeFile(in / "a.md", page("雲端展望", "Of clouds."));
    writeFile(in / "b.md", page("晶片展望", "Of chips."));
    const auto titleOf = [&](const char* file) {
        return parseDocument(page(file, ""), {}, {}).articles.at(0).titleTraditional;
    };
    QCOMPARE(titleOf("雲端展望"), std::string("雲端展望")); // or nothing would be tested
    QCOMPARE(import(library, {{in / "a.md", {}, {}}, {in / "b.md", {}, {}}}).added, 2);
    writeFile(in / "b.md", page("晶片展望", "Of better chips."));
    QCOMPARE(import(library, {{in / "b.md", {}, {}}}).updated, 1);
    writeFile(in / "c.md", page("雲端展望", "Of larger clouds.")); // saved again: a new version
    QCOMPARE(import(library, {{in / "c.md", {}, {}}}).updated, 1);
    QCOMPARE(library.articles().count({}), 2);
}

void TestImport::bothChineseScriptsAreEditionsOfOneArticle() {
    Folder folder;
    Library library(folder.library());
    const std::string traditional =
        "雲端運算的價格在這一季裡漲了三分之一，供應商說還會再漲，客戶則不這麼想。";
    const std::string simplified = "云端运算的价格在这一季里涨了三分之一，供应商说还会再涨，客户则不这么想。";
    const auto text = [](const char* title, const std::string& words) {
        return std::string("# ") + title + "\n\n" + words + "\n";
    };
    QCOMPARE(import(library, {{"big5.md", text("雲端漲價", traditional), {}}}).added, 1);
    const ImportReport report = import(library, {{"gb.md", text("云端涨价", simplified), {}}});
    QCOMPARE(report.editions, 1);
    QCOMPARE(library.articles().load(1).editions.size(), 2U);
    // A short note of the same name is none of its editions, and is known again.
    writeFile(folder.path() / "note.md", text("云端涨价", "这是另一篇笔记。"));
    const ImportItem note{(folder.path() / "note.md").string(), {}, {}};
    QCOMPARE(import(library, {{"title.md", text("筆記", traditional), {}}}).added, 1);
    writeFile(folder.path() / "note.md", text("笔记", "这是另一篇笔记。"));
    QCOMPARE(import(library, {note}).added, 1);
    writeFile(folder.path() / "note.md", text("笔记", "这是另一篇更长的笔记。"));
    QCOMPARE(import(library, {note}).updated, 1);
    QCOMPARE(library.articles().count({}), 3);
}

void TestImport::keysOfAnOlderLibraryAreRenewed() {
    Folder folder;
    const std::string traditional =
        "# 雲端漲價\n\n雲端運算的價格在這一季裡漲了三分之一，供應商說還會再漲。\n";
    const std::string simplified = "# 云端涨价\n\n云端运算的价格在这一季里涨了三分之一，供应商说还会再涨。\n";
    {
        Library library(folder.library());
        import(library, {{"big5.md", traditional, {}}});
        execute(library, "UPDATE article SET key = 'title:||雲端漲價'; "
                         "DELETE FROM setting WHERE name = 'article_key'");
    }
    Library library(folder.library());
    QCOMPARE(import(library, {{"gb.md", simplified, {}}}).editions, 1);
}

void TestImport::keptBytesAreReadAgain() {
    Folder folder;
    Library library(folder.library());
    const std::string news = feed({"one", "two"});
    import(library, {{"a.md", markdown("A"), {}}, {"b.md", markdown("B"), {}}, {"feed.xml", news, {}}});
    const auto reread = [&] { return rereadAll(library, testOptions().parser, {}, {}); };
    QCOMPARE(reread().same, 4);
    QVERIFY(reread().changed.empty());
    // As a parser read it that knew no tables, with a note of the analyst's.
    const ArticleId id = library.articles().list({}, ArticleOrder::Title, 0, 1).at(0).id;
    Note note;
    note.article = id;
    note.edition = library.articles().load(id).editions.at(0).id;
    note.block = 1;
    note.quote = "Some words";
    note.span = {0, 10};
    note.text = "mine";
    library.annotations().addNote(note);
    Article worse = library.articles().load(id).article;
    worse.tables.clear();
    std::erase_if(worse.blocks, [](const Block& block) { return block.kind == BlockKind::Table; });
    {
        Transaction transaction(library);
        Document document;
        document.format = Format::Markdown;
        const StoredForm form = storedForm(worse, document, sha256Hex(markdown("A")), "a.md");
        QVERIFY(replaceReading(library, id, note.edition, worse, form, markdown("A")));
        transaction.commit();
    }
    QCOMPARE(library.articles().load(id).row.tableCount, 0);
    const RereadReport report = reread();
    QCOMPARE(report.changed, std::vector<ArticleId>{id});
    QCOMPARE(report.same, 3);
    const StoredArticle mended = library.articles().load(id);
    QCOMPARE(mended.row.tableCount, 1);
    QCOMPARE(mended.editions.at(0).version, 1);
    QCOMPARE(library.annotations().notes(id).at(0).block, 1);
    QCOMPARE(checkIntegrity(library), std::string("ok"));
    // What cannot be read any more stays.
    ParserProcess::Settings broken = testOptions().parser;
    broken.command = {"/bin/false"};
    QCOMPARE(rereadAll(library, broken, {}, {}).failures.size(), 3U);
    QCOMPARE(library.articles().load(id).row.tableCount, 1);
}

void TestImport::theTypeAndTheAddressThatAServerNamedAreKept() {
    Folder folder;
    Library library(folder.library());
    ImportOptions options = testOptions();
    options.fetch = [](const std::string&, std::stop_token) {
        return Fetched{"Prices of clouds\n<p>They <b>rose</b> again, <a href=\"more\">as we said</a>.</p>",
                       "https://example.org/news/clouds", "text/html; charset=utf-8"};
    };
    QCOMPARE(import(library, {{"https://example.org/1", {}, {}}}, options).added, 1);
    const auto text = [&](Library& in) { return in.articles().load(1).article.blocks.back().text; };
    const std::string before = text(library);
    QCOMPARE(before, std::string("They rose again, as we said."));
    QCOMPARE(library.articles().load(1).article.url, std::string("https://example.org/news/clouds"));
    QVERIFY(rereadAll(library, options.parser, {}, {}).changed.empty());
    execute(library, "UPDATE edition_digest SET digest = digest + 1"); // as though it were damaged
    QCOMPARE(rereadAll(library, options.parser, {}, {}).changed.size(), 1U);
    QCOMPARE(text(library), before);

    // Also in a library that took it from this one.
    Library other(folder.path() / "other.sqlite3");
    restore(other, library.path(), RestoreMode::Merge, {}, {});
    QVERIFY(rereadAll(other, options.parser, {}, {}).changed.empty());
    QCOMPARE(text(other), before);
}

void TestImport::listsOfFeedsThatNameEachOtherEnd() {
    Folder folder;
    Library library(folder.library());
    const std::string circle = "<opml><body><outline text=\"A\" xmlUrl=\"https://example.org/list\"/>"
                               "<outline text=\"A\" xmlUrl=\"https://example.org/list\"/></body></opml>";
    std::atomic<int> fetched = 0;
    ImportOptions options = testOptions();
    options.fetchFeeds = true;
    options.fetch = [&](const std::string& url, std::stop_token) {
        ++fetched;
        return Fetched{circle, url, "text/x-opml"};
    };
    import(library, {{"mine.opml", circle, {}}}, options);
    QCOMPARE(fetched.load(), 1);
}

void TestImport::othersWriteWhileAnImportRuns() {
    Folder folder;
    Library library(folder.library());
    import(library, {{"a.md", markdown("A"), {}}});
    std::vector<ImportItem> items;
    for (int i = 0; i < 400; ++i)
        items.push_back({"b.md", markdown("B" + std::to_string(i), std::string(20'000, 'x')), {}});
    ImportOptions options = testOptions();
    options.batchBytes = 100'000;
    std::atomic<bool> over = false;
    int written = 0;
    std::thread other([&] {
        Library second(folder.library());
        while (!over) {
            second.articles().setStarred(1, ++written % 2 == 0);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    import(library, items, options);
    over = true;
    other.join();
    QVERIFY2(written > 10, qPrintable(QString::number(written)));
}

void TestImport::opmlNamesFeedsAndFetchesThemOnlyWhenAsked() {
    Folder folder;
    Library library(folder.library());
    const std::string opml =
        "<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>Mine</title></head><body>"
        "<outline text=\"A\" type=\"rss\" xmlUrl=\"https://example.org/a\"/>"
        "<outline text=\"B\" type=\"rss\" xmlUrl=\"https://example.org/b\"/></body></opml>";
    std::atomic<int> fetched = 0;
    ImportOptions options = testOptions();
    options.fetch = [&](const std::string& url, std::stop_token) {
        ++fetched;
        return Fetched{feed({url.substr(url.size() - 1)}), url, "application/rss+xml"};
    };
    ImportReport report = import(library, {{"mine.opml", opml, {}}}, options);
    QCOMPARE(report.feeds.size(), 2U);
    QCOMPARE(report.feeds[1].url, std::string("https://example.org/b"));
    QCOMPARE(fetched.load(), 0);
    options.fetchFeeds = true;
    report = import(library, {{"mine.opml", opml, {}}}, options);
    QCOMPARE(fetched.load(), 2);
    QCOMPARE(report.added, 2);
}

void TestImport::whatHasNoTitleIsNamedByItsFirstWordsOrItsFile() {
    Folder folder;
    Library library(folder.library());
    const std::string words =
        "The grid is the bottleneck now, and nobody who builds data centres has said so in "
        "a prospectus before this year.";
    import(library,
           {{"a/grid.html", "<p>" + words + "</p>", {}}, {"a/prices.md", "|A|B|\n|-|-|\n|1|2|\n", {}}});
    const QStringList named = titles(library);
    QCOMPARE(named.size(), 2);
    QVERIFY(named[0].endsWith(u'…') && named[0].size() > 40);
    QVERIFY(words.starts_with(named[0].chopped(1).toStdString()));
    QCOMPARE(named[1], QStringLiteral("prices"));
}

void TestImport::aLostTitleNamesNothingAndIsToldWithItsPlace() {
    Folder folder;
    Library library(folder.library());
    std::string body = "Words that came through, and enough of them to be read.\n\n";
    for (int i = 0; i < 20; ++i)
        body += "One more sentence of the article.\n";
    std::vector<ImportedArticle> reported;
    ImportOptions options = testOptions();
    options.onArticle = [&](const ImportedArticle& article) { reported.push_back(article); };
    import(library, {{"notes.md", "# ????\n\n" + body, {}}}, options);
    QCOMPARE(reported.size(), 1U);
    QCOMPARE(reported[0].title, std::string("Words that came through, and enough of them to be read."));
    const auto issue = std::ranges::find(reported[0].issues, "text-lost", &ParseIssue::code);
    QVERIFY(issue != reported[0].issues.end());
    QCOMPARE(issue->args.at(2), std::string("1"));
    QCOMPARE(issue->args.at(3), std::string("# ????"));
    QCOMPARE(library.articles().load(1).article.blocks.at(0).text, std::string("????")); // as it stands there
    QVERIFY(rereadAll(library, options.parser, {}, {}).changed.empty());
    QCOMPARE(titles(library),
             QStringList{QStringLiteral("Words that came through, and enough of them to be read.")});
}

void TestImport::bytesAreImportedWithoutAFile() {
    Folder folder;
    Library library(folder.library());
    QCOMPARE(import(library, {{"clipboard", markdown("Pasted"), "text/markdown"}}).added, 1);
    QCOMPARE(titles(library), QStringList(QStringLiteral("Pasted")));
    QCOMPARE(library.articles().load(1).origin, std::string("clipboard"));
}

void TestImport::articlesAreReportedOnlyWhenOthersCanSeeThem() {
    Folder folder;
    Library library(folder.library());
    Library other(folder.library());
    std::vector<ImportItem> items;
    for (int i = 0; i < 30; ++i)
        items.push_back({"a" + std::to_string(i), markdown("Article " + std::to_string(i)), "text/markdown"});
    int unseen = 0;
    ImportOptions options = testOptions();
    options.onArticle = [&](const ImportedArticle& article) {
        unseen += !other.articles().row(article.saved.article).has_value();
    };
    QCOMPARE(import(library, items, options).added, 30);
    QCOMPARE(unseen, 0);
}

void TestImport::cancellingKeepsWhatWasReported() {
    Folder folder;
    Library library(folder.library());
    std::vector<ImportItem> items;
    for (int i = 0; i < 300; ++i)
        items.push_back({"a" + std::to_string(i),
                         markdown("A " + std::to_string(i), std::string(60'000, 'x')), "text/markdown"});
    std::stop_source stop;
    std::int64_t reported = 0;
    ImportOptions options = testOptions();
    options.onArticle = [&](const ImportedArticle&) {
        if (++reported == 10)
            stop.request_stop();
    };
    try {
        importItems(library, items, options, stop.get_token(), {});
        QFAIL("not cancelled");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::Cancelled);
    }
    QVERIFY(reported >= 10 && reported < 300);
    QCOMPARE(library.articles().count({}), reported);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
    stop = {};
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(importItems(library, items, options, stop.get_token(), {}), Error);
}

void TestImport::progressEndsAtTheTotal() {
    Folder folder;
    Library library(folder.library());
    std::vector<Progress> seen;
    importItems(library, {{"a", markdown("A"), {}}, {"b", markdown("B"), {}}, {"c", "", {}}}, testOptions(),
                {}, [&](const Progress& progress) { seen.push_back(progress); });
    QVERIFY(!seen.empty());
    QCOMPARE(seen.back().done, seen.back().total);
    QCOMPARE(seen.back().total, 3);
}

void TestImport::aReadOnlyLibraryImportsNothing() {
    Folder folder;
    { Library library(folder.library()); }
    Library library(folder.library(), Library::Mode::ReadOnly);
    try {
        import(library, {{"a", markdown("A"), {}}});
        QFAIL("imported");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::LibraryReadOnly);
    }
}

void TestImport::aFullDiskEndsTheImportAndKeepsWhatWasReported() {
    Folder folder;
    const fs::path disk = folder.path() / "disk";
    fs::create_directories(disk);
    if (::mount("none", disk.c_str(), "tmpfs", 0, "size=3m") != 0)
        QSKIP("mounting is not allowed here; the limit on file sizes is tested instead");
    std::vector<ImportItem> items;
    for (int i = 0; i < 300; ++i)
        items.push_back({"a" + std::to_string(i),
                         markdown("A " + std::to_string(i), std::string(20'000, 'x')), "text/markdown"});
    std::vector<ArticleId> reported;
    ImportOptions options = testOptions();
    options.onArticle = [&](const ImportedArticle& article) { reported.push_back(article.saved.article); };
    ErrorCode code = ErrorCode::Usage;
    try {
        Library library(disk / "library.sqlite3");
        import(library, items, options);
    } catch (const Error& error) {
        code = error.code();
    }
    const ErrorCode again = [&] {
        try {
            Library library(disk / "other.sqlite3");
            return ErrorCode::Usage;
        } catch (const Error& error) {
            return error.code();
        }
    }();
    std::string said = "not opened";
    bool allThere = true;
    ::mount("none", disk.c_str(), "tmpfs", MS_REMOUNT, "size=50m");
    {
        Library library(disk / "library.sqlite3");
        said = checkIntegrity(library);
        for (const ArticleId id : reported)
            allThere = allThere && library.articles().row(id).has_value();
        allThere = allThere && import(library, items).added + static_cast<int>(reported.size()) == 300;
    }
    ::umount(disk.c_str());
    QCOMPARE(code, ErrorCode::DiskFull);
    QCOMPARE(again, ErrorCode::DiskFull);
    QCOMPARE(QString::fromStdString(said), QStringLiteral("ok"));
    QVERIFY(!reported.empty());
    QVERIFY(allThere);
}

// Also where there is room for all of it once, in the log, and not a second time in the file.
void TestImport::aLibraryIsMadeWholeOrNotAtAll() {
    Folder folder;
    const fs::path disk = folder.path() / "disk", path = disk / "library.sqlite3";
    fs::create_directories(disk);
    if (::mount("none", disk.c_str(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("mounting is not allowed here; the limit on file sizes is tested instead");
    int made = 0, full = 0;
    QStringList others;
    for (int kibibytes = 64; made == 0 && kibibytes < 4000; kibibytes += 32) {
        ::mount("none", disk.c_str(), "tmpfs", MS_REMOUNT,
                ("size=" + std::to_string(kibibytes) + "k").c_str());
        try {
            Library library(path);
            ++made;
        } catch (const Error& error) {
            error.code() == ErrorCode::DiskFull ? void(++full) : others.append(error.what());
            for (const auto& entry : fs::directory_iterator(disk))
                others.append(QString::fromStdString(entry.path().string()));
        }
    }
    ::umount(disk.c_str());
    QCOMPARE(others, QStringList());
    QVERIFY(full > 3);
    QCOMPARE(made, 1);
}

void TestImport::aFileSizeLimitCountsAsAFullDisk() {
    Folder folder;
    { Library library(folder.library()); }
    const pid_t pid = ::fork();
    if (pid == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const auto setLimit = [](rlim_t bytes) {
            const rlimit limit{bytes, 2'000'000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        };
        for (const rlim_t bytes : {8'192, 20'000, 40'000, 100'000}) {
            setLimit(bytes);
            try {
                Library library(folder.path() / "small.sqlite3");
                ::_exit(3);
            } catch (const Error& error) {
                if (error.code() != ErrorCode::DiskFull) {
                    qWarning("%s", error.what());
                    ::_exit(4);
                }
            }
        }
        setLimit(2'000'000);
        int status = 1;
        try {
            Library library(folder.library());
            for (int i = 0; i < 2000; ++i)
                saveNow(library,
                        Draft(std::to_string(i)).add(BlockKind::Paragraph, std::string(5000, 'x')).article);
        } catch (const Error& error) {
            status = error.code() == ErrorCode::DiskFull ? 0 : 2;
            if (status != 0)
                qWarning("%s", error.what());
        }
        ::_exit(status);
    }
    int status = -1;
    ::waitpid(pid, &status, 0);
    QCOMPARE(WEXITSTATUS(status), 0);
    Library library(folder.library());
    QVERIFY(library.articles().count({}) > 0);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestImport::theDemoLibraryHasArticlesInSeveralLanguages() {
    Folder folder;
    Library library(folder.library());
    const ImportReport report = import(library, demoItems());
    for (const ImportFailure& failure : report.failures)
        qWarning("%s: %s", failure.location.c_str(), failure.error.what());
    QVERIFY(report.failures.empty());
    QVERIFY2(report.added >= 12, std::to_string(report.added).c_str());
    QVERIFY2(report.editions >= 12, std::to_string(report.editions).c_str());
    int inSeveral = 0;
    for (const ArticleRow& row : library.articles().list({}, ArticleOrder::NewestFirst, 0, 100))
        inSeveral += row.languages.size() > 1;
    QVERIFY2(inSeveral >= 10, std::to_string(inSeveral).c_str());
    QCOMPARE(import(library, demoItems()).unchanged, static_cast<int>(demoItems().size()));
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestImport::theRealArticleIsImported() {
    const fs::path file = fs::path(PARALLAX_SOURCE_DIR) / "../shared/golden/seed/article.txt";
    if (!fs::exists(file))
        QSKIP("the real article is not beside this checkout");
    Folder folder;
    Library library(folder.library());
    QCOMPARE(import(library, {{file.string(), {}, {}}}).added, 1);
    const StoredArticle stored = library.articles().load(1);
    QCOMPARE(stored.article.tables.size(), 3U);
    QCOMPARE(stored.row.tableCount, 3);
    QVERIFY(!library.articles().facets().topics.empty());
    QCOMPARE(library.articles().rawBytes(stored.edition.id), readAll(file));
    QCOMPARE(import(library, {{file.string(), {}, {}}}).unchanged, 1);
}

int testMain(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "parse-worker")
        return runParseWorker();
    QCoreApplication application(argc, argv);
    TestImport test;
    return QTest::qExec(&test, argc, argv);
}

PARALLAX_TEST_MAIN(&testMain)

} // namespace test_import
#include "test_import.moc"
