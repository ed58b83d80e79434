// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>
#include <set>
#include <thread>

#include <SQLiteCpp/Database.h>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/store/annotation_store.h"
#include "data/store/search_index.h"
#include "data/store/search_store.h"
#include "data/store/statement.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_search_store {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

Article made(const std::string& title, const std::vector<std::string>& paragraphs,
             const std::string& source = {}, Language language = Language::English) {
    Draft draft(title, language);
    for (const std::string& paragraph : paragraphs)
        draft.add(BlockKind::Paragraph, paragraph);
    draft.article.source = source;
    draft.article.url = "https://example.org/" + title;
    return draft.article;
}

// Titles of the hits, best first.
QStringList titles(Library& library, const char* query, const ArticleFilter& filter = {},
                   bool asYouType = false) {
    QStringList out;
    for (const SearchHit& hit : library.search().search(parseQuery(query, asYouType), filter, 0, 50).hits)
        out << QString::fromStdString(hit.article.title);
    return out;
}

QStringList sorted(QStringList list) {
    list.sort();
    return list;
}

QString marked(const Snippet& snippet) {
    std::string out;
    std::size_t at = 0;
    for (const Span& span : snippet.highlights) {
        out += snippet.text.substr(at, span.begin - at) + "[" +
               snippet.text.substr(span.begin, span.end - span.begin) + "]";
        at = span.end;
    }
    return QString::fromStdString(out + snippet.text.substr(at));
}

} // namespace

class TestSearchStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void findsByLanguageAndMonth() {
        Folder folder;
        Library library(folder.library());
        const auto add = [&](const char* title, Language language, const char* month) {
            Article article = made(title, {"cloud 雲端"}, {}, language);
            article.archiveMonth = month;
            saveNow(library, article);
        };
        add("en", Language::English, "2026-04");
        add("hant", Language::TraditionalChinese, "2026-05");
        add("hans", Language::SimplifiedChinese, "2025-04");
        QCOMPARE(titles(library, "cloud lang:en"), QStringList{QStringLiteral("en")});
        QCOMPARE(sorted(titles(library, "雲端 lang:zh")),
                 (QStringList{QStringLiteral("hans"), QStringLiteral("hant")}));
        QCOMPARE(titles(library, "語言:zh-TW"), QStringList{QStringLiteral("hant")});
        QCOMPARE(sorted(titles(library, "month:2026")),
                 (QStringList{QStringLiteral("en"), QStringLiteral("hant")}));
        QCOMPARE(titles(library, "cloud month:2026-4"), QStringList{QStringLiteral("en")});
        QCOMPARE(sorted(titles(library, "cloud -month:2026-04")),
                 (QStringList{QStringLiteral("hans"), QStringLiteral("hant")}));
        QVERIFY(titles(library, "lang:nothing2").isEmpty());
        // While it is typed, its beginning is one.
        QCOMPARE(titles(library, "cloud lang:e", {}, true), QStringList{QStringLiteral("en")});
        QCOMPARE(sorted(titles(library, "lang:z", {}, true)),
                 (QStringList{QStringLiteral("hans"), QStringLiteral("hant")}));
        QCOMPARE(titles(library, "lang:zh-hant", {}, true), QStringList{QStringLiteral("hant")});
        QCOMPARE(sorted(titles(library, "month:2026-0", {}, true)),
                 (QStringList{QStringLiteral("en"), QStringLiteral("hant")}));
        QVERIFY(titles(library, "month:2026-0").isEmpty());
        QVERIFY(titles(library, "month:2026-1", {}, true).isEmpty()); // January, and October to December
        QCOMPARE(titles(library, "month:2026-4", {}, true), QStringList{QStringLiteral("en")});
    }

    void whatIsExcludedIsExcludedUnderItsOtherNames() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("hant", {"雲端的晶片。"}, {}, Language::TraditionalChinese));
        saveNow(library, made("hans", {"云的芯片。"}, {}, Language::SimplifiedChinese));
        saveNow(library, made("plain", {"雲端的電力。"}, {}, Language::TraditionalChinese));
        QCOMPARE(titles(library, "雲 -晶片"), QStringList{QStringLiteral("plain")});
        QCOMPARE(titles(library, "雲 -芯片"), QStringList{QStringLiteral("plain")});
        const auto page = library.search().search(parseQuery("雲 -晶片"), {}, 0, 10);
        QVERIFY(std::ranges::find(page.leftOut, "芯片") != page.leftOut.end());
        for (const std::string& form : page.expansions) // what was looked for, and nothing else
            QVERIFY2(form.find("芯片") == std::string::npos, form.c_str());
    }

    void whatIsExcludedOrAnAlternativeStaysOneThing() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("plain", {"台積電的伺服器。"}, {}, Language::TraditionalChinese));
        saveNow(library, made("ai", {"台積電的 AI 伺服器。"}, {}, Language::TraditionalChinese));
        saveNow(library, made("h100", {"The H100 alone."}));
        QCOMPARE(titles(library, "台積電 -AI伺服器"), QStringList{QStringLiteral("plain")});
        QCOMPARE(sorted(titles(library, "H100 OR AI伺服器")),
                 (QStringList{QStringLiteral("ai"), QStringLiteral("h100")}));
        QCOMPARE(titles(library, "台積電 AND NOT AI伺服器"), QStringList{QStringLiteral("plain")});
    }

    void loweredDigitsAreDigitsAndRaisedOnesPartWords() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("powers", {"Use of 10⁹ tokens and CO₂."}));
        QCOMPARE(titles(library, "CO2").size(), 1);
        QCOMPARE(titles(library, "10").size(), 1);
        QVERIFY(titles(library, "109").isEmpty());
    }

    void findsTwoCharactersInEitherScript() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("hant", {"全球數據中心的用電。"}, {}, Language::TraditionalChinese));
        saveNow(library, made("hans", {"全球数据中心的用电。"}, {}, Language::SimplifiedChinese));
        saveNow(library, made("none", {"據中數。"}, {}, Language::TraditionalChinese));
        for (const char* query : {"數據", "数据", "心的", "數據中心", "電", "数据中心的用电"})
            QCOMPARE(sorted(titles(library, query)).filter(QStringLiteral("han")).size(), 2);
        QVERIFY(!titles(library, "數據").contains(QStringLiteral("none")));
        QVERIFY(titles(library, "據數").isEmpty());
    }

    void severalWordsMatchOverTheArticleAndAPhraseWithinABlock() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("both", {"cloud costs rise", "chips are scarce"}));
        saveNow(library, made("one", {"cloud costs fall", "rain is near"}));
        QCOMPARE(titles(library, "cloud chips"), QStringList{QStringLiteral("both")});
        QCOMPARE(titles(library, "\"costs rise\""), QStringList{QStringLiteral("both")});
        QVERIFY(titles(library, "\"rise chips\"").isEmpty());
        QCOMPARE(titles(library, "cloud -chips"), QStringList{QStringLiteral("one")});
        QCOMPARE(sorted(titles(library, "rain OR chips")),
                 (QStringList{QStringLiteral("both"), QStringLiteral("one")}));
        QCOMPARE(titles(library, "-cloud").size(), 0);
        QCOMPARE(titles(library, "-chips"), QStringList{QStringLiteral("one")});
        QVERIFY(titles(library, "cloud nothing").isEmpty());
    }

    void aTitleWeighsMost() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("Prices of inference", {"about other things"}));
        saveNow(library, made("a", {"inference and inference and inference"}));
        saveNow(library, made("b", {"one inference among many other words that say nothing"}));
        QCOMPARE(titles(library, "inference").value(0), QStringLiteral("Prices of inference"));
        QCOMPARE(titles(library, "inference").value(1), QStringLiteral("a"));
    }

    void fieldsNarrow() {
        Folder folder;
        Library library(folder.library());
        Draft draft("cloud title");
        draft.add(BlockKind::Paragraph, "body words");
        draft.addTable("Market caption", {"Vendor", "Share"}, {{"Alpha", "40%"}});
        draft.article.topics = {{"Chips and 晶片", 3}};
        draft.article.source = "TechCrunch AI";
        saveNow(library, draft.article);
        saveNow(library, made("other", {"cloud alpha"}, "GitHub"));
        const QStringList first{QStringLiteral("cloud title")};
        QCOMPARE(titles(library, "title:cloud"), first);
        QCOMPARE(titles(library, "標題：cloud"), first);
        QCOMPARE(titles(library, "table:alpha"), first);
        QCOMPARE(titles(library, "表格:alpha"), first);
        QCOMPARE(titles(library, "body:alpha"), QStringList{QStringLiteral("other")});
        QCOMPARE(titles(library, "source:techcrunch"), first);
        QCOMPARE(titles(library, "来源:techcrunch cloud"), first);
        QCOMPARE(titles(library, "cloud -source:techcrunch"), QStringList{QStringLiteral("other")});
        QCOMPARE(titles(library, "topic:芯片").size(), 0); // names are compared as they are
        QCOMPARE(titles(library, "topic:chips"), first);
        QCOMPARE(sorted(titles(library, "topic:chips OR alpha")),
                 (QStringList{QStringLiteral("cloud title"), QStringLiteral("other")}));
        const SearchPage page = library.search().search(parseQuery("table:alpha"), {}, 0, 10);
        QCOMPARE(page.hits.at(0).kind, BlockKind::Table);
        QCOMPARE(page.hits.at(0).block, 2);
        QVERIFY(marked(page.hits.at(0).snippet).contains(QStringLiteral("[Alpha] 40%")));
    }

    void filtersCombine() {
        Folder folder;
        Library library(folder.library());
        const SavedArticle a = saveNow(library, made("a", {"cloud"}, "S1"));
        const SavedArticle b = saveNow(library, made("b", {"cloud"}, "S1"));
        saveNow(library, made("c", {"cloud"}, "S2"));
        library.articles().setStarred(a.article, true);
        library.articles().setUnread(b.article, false);
        const std::int64_t tag = library.annotations().addTag("Later", "#ff0000");
        library.annotations().setTagged(b.article, tag, true);
        ArticleFilter filter;
        filter.source = "S1";
        QCOMPARE(sorted(titles(library, "cloud", filter)),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        filter.unreadOnly = true;
        QCOMPARE(titles(library, "cloud", filter), QStringList{QStringLiteral("a")});
        filter.starredOnly = true;
        QCOMPARE(titles(library, "cloud", filter), QStringList{QStringLiteral("a")});
        filter.tag = tag;
        QVERIFY(titles(library, "cloud", filter).isEmpty());
        QCOMPARE(titles(library, "cloud tag:later"), QStringList{QStringLiteral("b")});
    }

    void showsTheBestBlockAndHowManyMatch() {
        Folder folder;
        Library library(folder.library());
        saveNow(library,
                made("t", {"nothing here", "one cloud in many words that follow it", "cloud cloud"}));
        const SearchPage page = library.search().search(parseQuery("cloud"), {}, 0, 10);
        QCOMPARE(page.articles, std::int64_t(1));
        QVERIFY(!page.capped);
        QCOMPARE(page.hits.at(0).blocks, 2);
        QCOMPARE(page.hits.at(0).block, 3);
        QCOMPARE(marked(page.hits.at(0).snippet), QStringLiteral("[cloud] [cloud]"));
        QCOMPARE(library.articles().load(page.hits[0].article.id).edition.id, page.hits[0].edition);
    }

    void findsTitlesThatNoBlockSaysAndNotes() {
        Folder folder;
        Library library(folder.library());
        Article article = made("English title", {"body"});
        article.titleTraditional = "雲端壟斷的終結";
        const SavedArticle saved = saveNow(library, article);
        const SearchPage page = library.search().search(parseQuery("云端"), {}, 0, 10);
        QCOMPARE(page.hits.size(), std::size_t(1));
        QCOMPARE(page.hits[0].block, -1);
        QCOMPARE(marked(page.hits[0].snippet), QString::fromUtf8("[雲端]壟斷的終結"));
        Note note;
        note.article = saved.article;
        note.text = "ask the vendor";
        library.annotations().addNote(note);
        const SearchPage noted = library.search().search(parseQuery("note:vendor"), {}, 0, 10);
        QCOMPARE(noted.hits.size(), std::size_t(1));
        QVERIFY(noted.hits[0].inNote);
        QCOMPARE(marked(noted.hits[0].snippet), QStringLiteral("ask the [vendor]"));
    }

    void saysWhichOtherFormsWereLookedFor() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("a", {"新的软件与芯片。"}, {}, Language::SimplifiedChinese));
        const SearchPage page = library.search().search(parseQuery("軟體 晶片"), {}, 0, 10);
        QCOMPARE(page.hits.size(), std::size_t(1));
        QVERIFY(std::ranges::find(page.expansions, "软件") != page.expansions.end());
        QCOMPARE(marked(page.hits[0].snippet), QString::fromUtf8("新的[软件]与[芯片]。"));
    }

    void moreThanFiveThousandBlocksAreRankedAmongTheNewest() {
        Folder folder;
        Library library(folder.library());
        {
            Transaction transaction(library);
            for (int i = 0; i < 700; ++i) {
                const Article article =
                    made("n" + std::to_string(i), {"cloud a", "cloud b", "cloud c", "cloud d", "cloud e",
                                                   "cloud f", "cloud g", i == 0 ? "rare" : "cloud h"});
                library.articles().save(article, article.text, documentOf(), "x");
            }
            transaction.commit();
        }
        const SearchPage page = library.search().search(parseQuery("cloud"), {}, 0, 20);
        QVERIFY(page.capped);
        QVERIFY(page.articles >= 600 && page.articles < 700);
        QCOMPARE(page.hits.size(), std::size_t(20));
        QCOMPARE(page.hits[0].article.title, std::string("n699")); // equal ones: newest first
        // a rare word beside a common one is found however old
        QCOMPARE(titles(library, "cloud rare"), QStringList{QStringLiteral("n0")});
        const SearchPage second = library.search().search(parseQuery("cloud"), {}, 20, 20);
        std::set<ArticleId> seen;
        for (const SearchPage* part : {&page, &second})
            for (const SearchHit& hit : part->hits)
                QVERIFY(seen.insert(hit.article.id).second);
        QVERIFY(library.search().search(parseQuery("cloud"), {}, 100000, 20).hits.empty());
        QVERIFY(library.search().search(parseQuery("cloud"), {}, -5, -5).hits.empty());
    }

    void noInputIsAnError() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, made("a", {"words 雲端 1,000"}));
        const std::vector<std::string> parts = {
            "\"",   "*",  "(",      ")",     "NEAR",    " OR ", " NOT ", "^",
            ":",    "-",  "title:", "標題:", "source:", "tag:", "'",     std::string(1, '\0'),
            "\xFF", "雲", "端",     "words", " ",       "|",    "{",     "a"};
        std::mt19937 random(2);
        for (int round = 0; round < 1500; ++round) {
            std::string text;
            for (auto i = random() % 9U; i > 0; --i)
                text += parts[random() % parts.size()];
            library.search().search(parseQuery(text, round % 2 == 0), {}, 0, 5);
        }
    }

    // Truth is the folded text itself: what the index finds must be exactly what contains the query.
    void recallAndPrecisionAreOne() {
        Folder folder;
        Library library(folder.library());
        const std::vector<std::string> words = {
            "資料",  "数据",   "中心", "雲端",   "云端", "運算",  "芯片", "晶片", "推理", "成本",
            "市場",  "模型",   "電力", "供應鏈", "的",   "與",    "在",   "AI",   "GPU",  "H100",
            "cloud", "market", "cost", "NVIDIA", "2026", "4,160", "1.6",  "。",   "，",   " "};
        std::mt19937 random(3);
        std::vector<std::u32string> texts; // folded, of each article: one paragraph
        {
            Transaction transaction(library);
            for (int i = 0; i < 400; ++i) {
                std::string text;
                for (int n = 0; n < 40; ++n)
                    text += words[random() % words.size()];
                texts.push_back(foldText(text));
                const Article article = made("no " + std::to_string(i), {text});
                library.articles().save(article, article.text, documentOf(), "x");
            }
            transaction.commit();
        }
        int asked = 0, hits = 0;
        for (int round = 0; round < 3000; ++round) {
            const std::u32string& text = texts[random() % texts.size()];
            const std::size_t length = 1 + random() % 6U;
            const std::size_t at = random() % (text.size() - length);
            const std::u32string piece = text.substr(at, length);
            if (!std::ranges::all_of(piece, [](char32_t c) { return isHan(c); }))
                continue;
            std::set<std::string> truth;
            for (std::size_t i = 0; i < texts.size(); ++i)
                if (texts[i].find(piece) != std::u32string::npos)
                    truth.insert("no " + std::to_string(i));
            // a phrase, so that no other form is looked for
            QueryTerm term;
            term.text = toUtf8(piece);
            Query query;
            query.groups = {{term}};
            std::set<std::string> found;
            for (const SearchHit& hit : library.search().search(query, {}, 0, 1000).hits)
                found.insert(hit.article.title);
            QVERIFY2(found == truth, qPrintable(QStringLiteral("%1: %2 found, %3 true")
                                                    .arg(QString::fromStdString(term.text))
                                                    .arg(found.size())
                                                    .arg(truth.size())));
            ++asked;
            hits += static_cast<int>(truth.size());
        }
        QVERIFY(asked > 200 && hits > 2000);
    }

    void aSearchCanBeInterrupted() {
        Folder folder;
        Library library(folder.library());
        {
            Transaction transaction(library);
            for (int i = 0; i < 300; ++i) {
                const Article article =
                    made("n" + std::to_string(i), std::vector<std::string>(40, "cloud and more"));
                library.articles().save(article, article.text, documentOf(), "x");
            }
            transaction.commit();
        }
        std::atomic<bool> done = false;
        std::thread presser([&] {
            while (!done) {
                library.interrupt();
                std::this_thread::yield();
            }
        });
        bool cancelled = false;
        for (int i = 0; i < 1000 && !cancelled; ++i) {
            try {
                library.search().search(parseQuery("cloud"), {}, 0, 50);
            } catch (const parallax::Error& error) {
                cancelled = error.code() == ErrorCode::Cancelled;
            }
        }
        done = true;
        presser.join();
        QVERIFY(cancelled);
        QCOMPARE(library.search().search(parseQuery("cloud"), {}, 0, 5).hits.size(), std::size_t(5));
    }

    void anIndexOfAnotherTokenizerIsRefilled() {
        Folder folder;
        {
            Library library(folder.library());
            saveNow(library, made("a", {"雲端 words"}));
            Note note;
            note.article = 1;
            note.text = "remember";
            library.annotations().addNote(note);
            Transaction transaction(library);
            execute(library, "INSERT INTO block_index (block_index) VALUES ('delete-all');"
                             "UPDATE setting SET value = '0' WHERE name = 'tokenizer'");
            transaction.commit();
            QVERIFY(titles(library, "words").isEmpty());
            int reports = 0;
            library.search().rebuild([&](const Progress&) { ++reports; });
            QVERIFY(reports > 0);
            QVERIFY(!indexIsOutdated(library));
            QCOMPARE(titles(library, "云端").size(), 1);
            QCOMPARE(titles(library, "note:remember").size(), 1);
        }
    }
};

PARALLAX_TEST(TestSearchStore)

} // namespace test_search_store
#include "test_search_store.moc"
