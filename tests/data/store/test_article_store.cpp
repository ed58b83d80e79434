// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include "data/store/backup.h"
#include "data/store/migration.h"
#include "data/store/statement.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_article_store {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

Article fullArticle() {
    Draft draft("Inference gets cheaper");
    draft.add(BlockKind::Heading, "Prices & limits", "## ")
        .add(BlockKind::Paragraph, "A token costs $0.20.")
        .add(BlockKind::ListItem, "memory is the limit", "3. ")
        .addTable("Prices", {"Model", "2025", "2026"}, {{"A", "$3", "$1"}, {"B", "$5", "$2"}});
    Article& article = draft.article;
    article.blocks[1].level = 2;
    article.blocks[2].text = "A token costs 20 cents."; // as if an entity had been decoded: not in the bytes
    article.blocks[2].marks = {{MarkKind::Link, {2, 7}, "https://example.org/a?b=\"c\""},
                               {MarkKind::Strong, {0, 1}, {}}};
    article.blocks[3].number = 3;
    article.blocks[3].level = 1;
    article.tables[0].rows[1][1] = {"$5", {7, 9}, {{MarkKind::Emphasis, {0, 2}, {}}}};
    article.tables[0].alignments = {Alignment::Left, Alignment::Right, Alignment::Center};
    article.tables[0].span = {10, 20};
    article.tables[0].captionSpan = {3, 9};
    article.tables[0].reconstructed = true;
    article.titleTraditional = "推論變便宜";
    article.pageLanguage = Language::SimplifiedChinese;
    article.source = "Cloud Notes";
    article.author = "A. Writer";
    article.url = "https://example.org/inference";
    article.slug = "inference-gets-cheaper";
    article.published = {"2026-04-03", "2026-04-04", "3–4 April 2026"};
    article.archive = "April 2026";
    article.archiveMonth = "2026-04";
    article.archiveCount = 3042;
    article.sourceCount = 54;
    article.hasNotice = true;
    article.summary = "Prices fall.";
    article.takeaways = {{"It halves each year.", {4, 9}, 0}};
    article.topics = {{"OpenAI", 104}, {"Inference", -1}};
    article.questions = {{"Why?", "Because …", {1, 2}, {3, 4}, true, 2}};
    article.related = {{"Another", "It says …", "https://example.org/b", {5, 6}, true, true}};
    article.issues = {{IssueSeverity::Warning, "split-uncertain", {"7", "8"}, {5, 6}}};
    return article;
}

std::string describe(const std::vector<Mark>& marks) {
    std::string out;
    for (const Mark& mark : marks)
        out += std::to_string(static_cast<int>(mark.kind)) + ':' + std::to_string(mark.span.begin) + '-' +
               std::to_string(mark.span.end) + mark.href + ' ';
    return out;
}

std::string describe(const Article& article) {
    std::string out = article.text;
    for (const Block& block : article.blocks)
        out += '\n' + std::string(blockKindName(block.kind)) + '|' +
               std::string(languageTag(block.language)) + '|' + std::to_string(block.span.begin) + '-' +
               std::to_string(block.span.end) + '|' + block.text + '|' + std::to_string(block.level) + '|' +
               std::to_string(block.number) + '|' + std::to_string(block.table) + '|' + describe(block.marks);
    for (const Table& table : article.tables) {
        out += "\n# " + table.caption + std::to_string(table.span.end) +
               std::to_string(table.captionSpan.end) + std::to_string(table.reconstructed);
        for (const Cell& cell : table.header)
            out += '|' + cell.text;
        for (const auto& row : table.rows)
            for (const Cell& cell : row)
                out += '|' + cell.text + std::to_string(cell.span.end) + describe(cell.marks);
        for (const Alignment alignment : table.alignments)
            out += std::to_string(static_cast<int>(alignment));
    }
    for (const std::string* const part :
         {&article.title, &article.titleEnglish, &article.titleTraditional, &article.titleSimplified,
          &article.source, &article.author, &article.url, &article.slug, &article.published.earliest,
          &article.published.latest, &article.published.written, &article.archive, &article.archiveMonth,
          &article.summary})
        out += '\n' + *part;
    out += '\n' + std::string(languageTag(article.language)) +
           std::string(languageTag(article.pageLanguage)) + std::to_string(article.archiveCount) + ' ' +
           std::to_string(article.sourceCount) + std::to_string(article.hasNotice);
    for (const Takeaway& item : article.takeaways)
        out += '\n' + item.text + std::to_string(item.span.end) + std::to_string(item.table);
    for (const Topic& item : article.topics)
        out += '\n' + item.name + std::to_string(item.count);
    for (const Question& item : article.questions)
        out += '\n' + item.question + item.answer + std::to_string(item.questionSpan.end) +
               std::to_string(item.answerSpan.begin) + std::to_string(item.answerCut) +
               std::to_string(item.answerOfBlock);
    for (const RelatedArticle& item : article.related)
        out += '\n' + item.title + item.excerpt + item.url + std::to_string(item.span.begin) +
               std::to_string(item.excerptCut) + std::to_string(item.uncertain);
    for (const ParseIssue& item : article.issues)
        out += '\n' + std::to_string(static_cast<int>(item.severity)) + item.code + item.args.at(1) +
               std::to_string(item.span.end);
    return out;
}

Article article(const std::string& title, const std::string& source, const std::string& day,
                std::vector<std::string> topics = {}) {
    Draft draft(title);
    draft.article.source = source;
    draft.article.published.earliest = day;
    draft.article.archiveMonth = day.substr(0, 7);
    for (std::string& topic : topics)
        draft.article.topics.push_back({std::move(topic), -1});
    return draft.article;
}

QStringList titles(const std::vector<ArticleRow>& rows) {
    QStringList list;
    for (const ArticleRow& row : rows)
        list << QString::fromStdString(row.title);
    return list;
}

std::int64_t matches(Library& library, const char* expression) {
    Statement row(library, "SELECT count(*) FROM block_index WHERE block_index MATCH ?");
    return row.bind(expression).step() ? row.integer(0) : -1;
}

} // namespace

class TestArticleStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsSavedComesBackAsItWas();
    void onlyAKnownDayIsADayOfPublication();
    void textThatIsNotTheBytesIsKeptBesideThem();
    void theSameBytesAreUnchangedAndOthersANewVersion();
    void anotherLanguageIsAnotherEditionOfTheArticle();
    void anItemOfAFeedIsKnownByWhatItSaysAndNotByTheFile();
    void aNewVersionKeepsWhatTheAnalystDid();
    void aNewVersionReplacesTheOldOneInTheIndex();
    void tablesKeepTheirIdsThroughANewVersion();
    void theLastFiveVersionsAreKeptAsBytes();
    void listsAreFilteredAndOrdered();
    void aFarPageFollowsOnTheOneBefore();
    void facetsCountWhatIsThere();
    void removingAnArticleLeavesNothingOfIt();
    void veryLongArticlesShareRowsOfTheIndex();
    void relatedArticlesShareTopicsAndWords();
    void anUnknownArticleIsAnError();
    void titlesFollowTheReadingLanguage();
    void aTitleInAnotherLanguageThanTheBodyIsTheTitleOfThatLanguage();
    void hostileTextIsStoredAsItIs();
};

void TestArticleStore::whatIsSavedComesBackAsItWas() {
    Folder folder;
    Library library(folder.library());
    const Article original = fullArticle();
    const SavedArticle saved = saveNow(library, original);
    QCOMPARE(saved.outcome, ImportOutcome::Added);
    const StoredArticle stored = library.articles().load(saved.article);
    QCOMPARE(QString::fromStdString(describe(stored.article)), QString::fromStdString(describe(original)));
    QCOMPARE(stored.format, std::string("markdown"));
    QCOMPARE(stored.encoding, std::string("UTF-8"));
    QCOMPARE(stored.origin, std::string("/tmp/a.md"));
    QCOMPARE(stored.row.titleEnglish, original.title);
    QCOMPARE(stored.row.titleTraditional, original.titleTraditional);
    QCOMPARE(stored.row.tableCount, 1);
    QVERIFY(stored.row.unread);
    QVERIFY(!stored.row.starred);
}

void TestArticleStore::onlyAKnownDayIsADayOfPublication() {
    Folder folder;
    Article month = article("A month", "X", "2026-04-01");
    month.published = {"2026-04-01", "2026-04-30", "April 2026"};
    Article day = article("A day", "X", "2026-04-01");
    day.published = {"2026-04-01", "2026-04-01", "1 April 2026"};
    const auto published = [](Library& library) {
        QStringList days;
        for (const ArticleRow& row : library.articles().list({}, ArticleOrder::Title, 0, 10))
            days << QString::fromStdString(row.published);
        return days;
    };
    const QStringList wanted{"2026-04-01", ""};
    {
        Library library(folder.library());
        saveNow(library, month);
        saveNow(library, day);
        QCOMPARE(published(library), wanted);
    }
    // As it was kept before.
    SQLite::Database(folder.library().string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE article SET published = '2026-04-01';"
              "DELETE FROM migration WHERE room = 'library' AND number = 2;"
              "PRAGMA user_version = " +
              std::to_string(libraryFormat(allMigrations()) - 1));
    Library library(folder.library());
    QCOMPARE(published(library), wanted);
}

void TestArticleStore::textThatIsNotTheBytesIsKeptBesideThem() {
    Folder folder;
    Library library(folder.library());
    const Article original = fullArticle();
    const std::string raw = "\xEF\xBB\xBF" + original.text;
    Transaction transaction(library);
    const SavedArticle saved = library.articles().save(original, raw, documentOf(), "a");
    transaction.commit();
    QCOMPARE(library.articles().load(saved.article).article.text, original.text);
    QCOMPARE(library.articles().rawBytes(saved.edition), raw);
}

void TestArticleStore::theSameBytesAreUnchangedAndOthersANewVersion() {
    Folder folder;
    Library library(folder.library());
    Draft draft("One");
    draft.add(BlockKind::Paragraph, "first");
    const SavedArticle first = saveNow(library, draft.article);
    QCOMPARE(saveNow(library, draft.article).outcome, ImportOutcome::Unchanged);
    draft.add(BlockKind::Paragraph, "second");
    const SavedArticle second = saveNow(library, draft.article);
    QCOMPARE(second.outcome, ImportOutcome::Updated);
    QCOMPARE(second.article, first.article);
    QCOMPARE(second.edition, first.edition);
    const StoredArticle stored = library.articles().load(first.article);
    QCOMPARE(stored.edition.version, 2);
    QCOMPARE(stored.article.blocks.size(), 3U);
    QCOMPARE(library.articles().count({}), 1);
}

void TestArticleStore::anotherLanguageIsAnotherEditionOfTheArticle() {
    Folder folder;
    Library library(folder.library());
    Draft english("Inference gets cheaper");
    english.article.slug = "inference";
    Draft chinese("推論變便宜", Language::TraditionalChinese);
    chinese.article.slug = "inference";
    chinese.article.topics = {{"雲端", -1}};
    const SavedArticle first = saveNow(library, english.article);
    const SavedArticle second = saveNow(library, chinese.article);
    QCOMPARE(second.outcome, ImportOutcome::NewEdition);
    QCOMPARE(second.article, first.article);
    const ArticleRow row = library.articles().row(first.article).value();
    QCOMPARE(row.title, english.article.title);
    QCOMPARE(row.titleEnglish, english.article.title);
    QCOMPARE(row.titleTraditional, chinese.article.title);
    QCOMPARE(row.languages, (std::vector{Language::English, Language::TraditionalChinese}));
    QCOMPARE(library.articles().load(first.article, Language::TraditionalChinese).article.title,
             chinese.article.title);
    // Where one Chinese script is missing the other is what can be converted.
    QCOMPARE(library.articles().load(first.article, Language::SimplifiedChinese).article.title,
             chinese.article.title);
    QCOMPARE(library.articles().load(first.article).article.title, english.article.title);
    ArticleFilter topic;
    topic.topic = "雲端";
    QCOMPARE(library.articles().count(topic), 1);
}

void TestArticleStore::anItemOfAFeedIsKnownByWhatItSaysAndNotByTheFile() {
    Folder folder;
    Library library(folder.library());
    Draft item("An item");
    item.article.url = "https://example.org/item";
    const auto save = [&](const std::string& raw) {
        Transaction transaction(library);
        const SavedArticle saved =
            library.articles().save(item.article, raw, documentOf(Format::Feed), "feed");
        transaction.commit();
        return saved.outcome;
    };
    QCOMPARE(save("<rss>1</rss>"), ImportOutcome::Added);
    QCOMPARE(save("<rss>2</rss>"), ImportOutcome::Unchanged);
    item.article.summary = "now with a summary";
    QCOMPARE(save("<rss>3</rss>"), ImportOutcome::Updated);
}

void TestArticleStore::aNewVersionKeepsWhatTheAnalystDid() {
    Folder folder;
    Library library(folder.library());
    Draft draft("One");
    draft.add(BlockKind::Paragraph, "The price is low.");
    const ArticleId id = saveNow(library, draft.article).article;
    library.articles().setUnread(id, false);
    library.articles().setStarred(id, true);
    Draft again("One");
    again.add(BlockKind::Paragraph, "A new beginning.").add(BlockKind::Paragraph, "The price is high.");
    saveNow(library, again.article);
    const ArticleRow row = library.articles().row(id).value();
    QVERIFY(!row.unread);
    QVERIFY(row.starred);
}

void TestArticleStore::aNewVersionReplacesTheOldOneInTheIndex() {
    Folder folder;
    Library library(folder.library());
    Draft draft("One");
    draft.add(BlockKind::Paragraph, "zebra crossing").addTable("Caption", {"head"}, {{"giraffe"}});
    saveNow(library, draft.article);
    QCOMPARE(matches(library, "zebra"), 1);
    QCOMPARE(matches(library, "cells : giraffe"), 1);
    Draft again("One");
    again.add(BlockKind::Paragraph, "elephant crossing");
    saveNow(library, again.article);
    QCOMPARE(matches(library, "zebra"), 0);
    QCOMPARE(matches(library, "giraffe"), 0);
    QCOMPARE(matches(library, "elephant"), 1);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestArticleStore::tablesKeepTheirIdsThroughANewVersion() {
    Folder folder;
    Library library(folder.library());
    const auto ids = [&] {
        std::map<std::string, std::int64_t> found;
        Statement row(library, "SELECT caption, id FROM article_table");
        while (row.step())
            found[row.text(0)] = row.integer(1);
        return found;
    };
    Draft draft("One");
    draft.addTable("Prices", {"a"}, {{"1"}})
        .addTable("Speeds", {"a"}, {{"2"}})
        .addTable("Gone", {"a"}, {{"3"}});
    saveNow(library, draft.article);
    const auto before = ids();
    Draft again("One");
    again.addTable("New", {"a"}, {{"9"}})
        .addTable("Speeds", {"a"}, {{"2"}})
        .addTable("Prices", {"a"}, {{"1.5"}});
    saveNow(library, again.article);
    const auto after = ids();
    QCOMPARE(after.size(), 3U);
    QCOMPARE(after.at("Speeds"), before.at("Speeds"));
    QCOMPARE(after.at("Prices"), before.at("Prices")); // the same table with newer figures
    QVERIFY(after.at("New") > before.at("Gone"));      // an id is never used again
}

void TestArticleStore::theLastFiveVersionsAreKeptAsBytes() {
    Folder folder;
    Library library(folder.library());
    Draft draft("One");
    EditionId edition = 0;
    for (int version = 1; version <= 9; ++version) {
        draft.add(BlockKind::Paragraph, "version " + std::to_string(version));
        edition = saveNow(library, draft.article).edition;
    }
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM edition_version"), 5);
    QCOMPARE(queryInteger(library, "SELECT min(version) FROM edition_version"), 4);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM document"), 6);
    QCOMPARE(library.articles().rawBytes(edition), draft.article.text);
}

void TestArticleStore::listsAreFilteredAndOrdered() {
    Folder folder;
    Library library(folder.library());
    const ArticleId b = saveNow(library, article("b", "Two", "2026-03-01", {"chips"})).article;
    const ArticleId a = saveNow(library, article("A", "one", "2026-04-01", {"chips", "cloud"})).article;
    saveNow(library, article("c", "one", "2026-02-01"));
    ArticleStore& store = library.articles();
    const auto list = [&](const ArticleFilter& filter, ArticleOrder order = ArticleOrder::NewestFirst) {
        const auto rows = store.list(filter, order, 0, 10);
        QTest::qVerify(static_cast<std::int64_t>(rows.size()) == store.count(filter), "count", "", __FILE__,
                       __LINE__);
        return titles(rows).join(QLatin1Char(' '));
    };
    QCOMPARE(list({}), QStringLiteral("A b c"));
    QCOMPARE(list({}, ArticleOrder::OldestFirst), QStringLiteral("c b A"));
    QCOMPARE(list({}, ArticleOrder::ImportedLast), QStringLiteral("c A b"));
    QCOMPARE(list({}, ArticleOrder::Title), QStringLiteral("A b c"));
    QCOMPARE(list({}, ArticleOrder::Source), QStringLiteral("A c b"));
    ArticleFilter filter;
    filter.topic = "chips";
    QCOMPARE(list(filter), QStringLiteral("A b"));
    QCOMPARE(list(filter, ArticleOrder::OldestFirst), QStringLiteral("b A"));
    filter.source = "one";
    QCOMPARE(list(filter), QStringLiteral("A"));
    filter = {};
    filter.archiveMonth = "2026-02";
    QCOMPARE(list(filter), QStringLiteral("c"));
    store.setUnread(a, false);
    store.setStarred(b, true);
    filter = {};
    filter.unreadOnly = true;
    QCOMPARE(list(filter), QStringLiteral("b c"));
    filter.starredOnly = true;
    QCOMPARE(list(filter), QStringLiteral("b"));
    filter.source = "nowhere";
    QCOMPARE(list(filter), QString());
}

void TestArticleStore::aFarPageFollowsOnTheOneBefore() {
    Folder folder;
    Library library(folder.library());
    for (int i = 0; i < 30; ++i)
        saveNow(library, article("t" + std::to_string(i), "s", "2026-01-" + std::to_string(10 + i / 2)));
    QStringList paged;
    for (int offset = 0; offset < 40; offset += 7)
        paged += titles(library.articles().list({}, ArticleOrder::NewestFirst, offset, 7));
    QCOMPARE(paged, titles(library.articles().list({}, ArticleOrder::NewestFirst, 0, 100)));
    QCOMPARE(paged.size(), 30);
}

void TestArticleStore::facetsCountWhatIsThere() {
    Folder folder;
    Library library(folder.library());
    Article stated = article("a", "One", "2026-04-01", {"chips", "cloud"});
    stated.sourceCount = 54;
    stated.archiveCount = 3042;
    stated.topics[0].count = 104;
    const ArticleId a = saveNow(library, stated).article;
    const ArticleId b = saveNow(library, article("b", "Two", "2026-03-01", {"chips"})).article;
    saveNow(library, article("c", "Two", "2026-03-02"));
    library.articles().setUnread(a, false);
    library.articles().setStarred(b, true);
    Facets facets = library.articles().facets();
    QCOMPARE(facets.articles, 3);
    QCOMPARE(facets.unread, 2);
    QCOMPARE(facets.starred, 1);
    QCOMPARE(facets.sources.front().value, std::string("Two"));
    QCOMPARE(facets.sources.front().count, 2);
    QCOMPARE(facets.sources.back().statedCount, 54);
    QCOMPARE(facets.months.front().value, std::string("2026-04"));
    QCOMPARE(facets.months.front().statedCount, 3042);
    QCOMPARE(facets.topics.front().value, std::string("chips"));
    QCOMPARE(facets.topics.front().count, 2);
    QCOMPARE(facets.topics.front().statedCount, 104);
    library.articles().remove(b);
    facets = library.articles().facets();
    QCOMPARE(facets.articles, 2);
    QCOMPARE(facets.unread, 1);
    QCOMPARE(facets.starred, 0);
    QCOMPARE(facets.topics.front().count, 1);
    QCOMPARE(facets.sources.size(), 2U);
}

void TestArticleStore::removingAnArticleLeavesNothingOfIt() {
    Folder folder;
    Library library(folder.library());
    const ArticleId id = saveNow(library, fullArticle()).article;
    library.articles().remove(id);
    for (const char* const table :
         {"article", "edition", "document", "block", "article_table", "article_topic"})
        QCOMPARE(queryInteger(library, std::string("SELECT count(*) FROM ") + table), 0);
    QCOMPARE(matches(library, "inference OR limits OR cheaper OR prices"), 0);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
    QVERIFY(saveNow(library, fullArticle()).article > id);
    library.articles().remove(4711); // not there: nothing to do
}

void TestArticleStore::veryLongArticlesShareRowsOfTheIndex() {
    Folder folder;
    Library library(folder.library());
    Draft draft("Long");
    for (int i = 0; i < 5000; ++i)
        draft.add(BlockKind::Paragraph, "word" + std::to_string(i));
    const ArticleId id = saveNow(library, draft.article).article;
    QCOMPARE(matches(library, "word0"), 1);
    QCOMPARE(matches(library, "word4999"), 1);
    QCOMPARE(library.articles().load(id).article.blocks.size(), 5001U);
    draft.add(BlockKind::Paragraph, "last");
    saveNow(library, draft.article);
    QCOMPARE(matches(library, "word4999"), 1);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestArticleStore::relatedArticlesShareTopicsAndWords() {
    Folder folder;
    Library library(folder.library());
    const ArticleId id =
        saveNow(library, article("Memory prices for accelerators", "s", "2026-04-01", {"chips"})).article;
    saveNow(library, article("Accelerators wait for memory", "s", "2026-03-01", {"chips"}));
    saveNow(library, article("A quiet week", "s", "2026-03-02", {"chips"}));
    for (int i = 0; i < 20; ++i)
        saveNow(library, article("Gardening " + std::to_string(i), "t", "2026-05-01", {"plants"}));
    const QStringList found = titles(library.articles().related(id, 5));
    QCOMPARE(found,
             QStringList({QStringLiteral("Accelerators wait for memory"), QStringLiteral("A quiet week")}));
    QCOMPARE(library.articles().related(id, 1).size(), 1U);
}

void TestArticleStore::anUnknownArticleIsAnError() {
    Folder folder;
    Library library(folder.library());
    QVERIFY(!library.articles().row(1).has_value());
    for (const auto& attempt : std::vector<std::function<void()>>{
             [&] { library.articles().load(1); }, [&] { library.articles().rawBytes(1); },
             [&] { library.articles().related(1, 5); }}) {
        try {
            attempt();
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ArticleNotFound);
        }
    }
}

void TestArticleStore::titlesFollowTheReadingLanguage() {
    ArticleRow row;
    row.title = "Original";
    QCOMPARE(titleIn(row, Language::TraditionalChinese), std::string("Original"));
    row.titleSimplified = "资料";
    QCOMPARE(titleIn(row, Language::TraditionalChinese), std::string("資料"));
    row.titleTraditional = "資料庫";
    QCOMPARE(titleIn(row, Language::TraditionalChinese), std::string("資料庫"));
    QCOMPARE(titleIn(row, Language::English), std::string("Original"));
    row.titleEnglish = "Data";
    QCOMPARE(titleIn(row, Language::English), std::string("Data"));
}

void TestArticleStore::aTitleInAnotherLanguageThanTheBodyIsTheTitleOfThatLanguage() {
    Folder folder;
    Library library(folder.library());
    Draft english("推論價格跌破損益平衡點");
    english.add(BlockKind::Paragraph, "Prices fall.");
    english.article.titleEnglish = "Inference falls below break-even";
    const ArticleId id = saveNow(library, english.article).article;
    const auto title = [&](Language reading) { return titleIn(library.articles().load(id).row, reading); };
    QCOMPARE(title(Language::English), std::string("Inference falls below break-even"));
    QCOMPARE(title(Language::TraditionalChinese), std::string("推論價格跌破損益平衡點"));
    QCOMPARE(title(Language::SimplifiedChinese), std::string("推论价格跌破损益平衡点"));
    english.add(BlockKind::Paragraph, "Again."); // the same article anew
    QCOMPARE(saveNow(library, english.article).outcome, ImportOutcome::Updated);
    QCOMPARE(title(Language::English), std::string("Inference falls below break-even"));
    QCOMPARE(title(Language::TraditionalChinese), std::string("推論價格跌破損益平衡點"));
}

void TestArticleStore::hostileTextIsStoredAsItIs() {
    Folder folder;
    Library library(folder.library());
    Draft draft("'; DROP TABLE article; --");
    draft.add(BlockKind::Paragraph, std::string("nul \0 inside", 12))
        .add(BlockKind::Paragraph, "\xF0\x9F\x98\x80 \"*) NEAR(");
    draft.article.source = "%_'\"";
    const SavedArticle saved = saveNow(library, draft.article);
    const StoredArticle stored = library.articles().load(saved.article);
    QCOMPARE(stored.article.text, draft.article.text);
    QCOMPARE(stored.article.blocks[1].text, draft.article.blocks[1].text);
    QCOMPARE(stored.row.source, draft.article.source);
    ArticleFilter filter;
    filter.source = draft.article.source;
    QCOMPARE(library.articles().count(filter), 1);
    library.articles().remove(saved.article);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

PARALLAX_LOOP_TEST(TestArticleStore)

} // namespace test_article_store
#include "test_article_store.moc"
