// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/document.h"
#include "data/ingest/lines.h"
#include "data/ingest/page.h"
#include "data/ingest/related_split.h"
#include "tests/test_program.h"

namespace test_saved_page {

using namespace parallax;
using namespace parallax::data;

namespace {

Document parse(const std::string& text, const std::string& name = "page.txt") {
    ParseHints hints;
    hints.name = name;
    return parseDocument(text, hints);
}

Article page(const std::string& text, const std::string& name = "page.txt") {
    return parse(text, name).articles.at(0);
}

std::size_t count(const Article& article, BlockKind kind) {
    return static_cast<std::size_t>(std::ranges::count(article.blocks, kind, &Block::kind));
}

const Block& first(const Article& article, BlockKind kind) {
    return *std::ranges::find(article.blocks, kind, &Block::kind);
}

// Every place that an article names lies in its text, in order, and holds what it is said to hold.
void checkSpans(const Article& article) {
    const std::string_view text = article.text;
    std::size_t last = 0;
    for (const Block& block : article.blocks) {
        QVERIFY2(block.span.begin >= last && block.span.begin < block.span.end &&
                     block.span.end <= text.size(),
                 block.text.c_str());
        last = block.span.end;
        QVERIFY(isUtf8(slice(text, block.span)));
        if (block.kind == BlockKind::Table) {
            QVERIFY(block.table >= 0 && static_cast<std::size_t>(block.table) < article.tables.size());
            QCOMPARE(article.tables[static_cast<std::size_t>(block.table)].span, block.span);
        } else if (block.marks.empty() && block.text.find('\n') == std::string::npos &&
                   slice(text, block.span).find('\n') == std::string_view::npos &&
                   slice(text, block.span).find_first_of("\\&<*") == std::string_view::npos) {
            QVERIFY2(slice(text, block.span).find(block.text) != std::string_view::npos, block.text.c_str());
        }
        for (const Mark& mark : block.marks)
            QVERIFY(mark.span.begin <= mark.span.end && mark.span.end <= block.text.size());
    }
    for (const Table& table : article.tables) {
        QVERIFY(table.span.end <= text.size());
        std::size_t at = table.span.begin;
        const auto checkCell = [&](const Cell& cell) {
            if (cell.span.begin == cell.span.end && cell.text.empty())
                return;
            QVERIFY2(cell.span.begin >= at && cell.span.end <= table.span.end, cell.text.c_str());
            at = cell.span.end;
            if (cell.marks.empty() && slice(text, cell.span).find('\\') == std::string_view::npos)
                QCOMPARE(std::string(slice(text, cell.span)), cell.text);
        };
        for (const Cell& cell : table.header)
            checkCell(cell);
        for (const auto& row : table.rows) {
            QCOMPARE(row.size(), table.header.size());
            for (const Cell& cell : row)
                checkCell(cell);
        }
        if (!table.caption.empty() && table.caption.find('*') == std::string::npos)
            QCOMPARE(std::string(slice(text, table.captionSpan)), table.caption);
    }
    for (const Takeaway& takeaway : article.takeaways)
        QVERIFY(slice(text, takeaway.span).starts_with(takeaway.text.substr(0, 5)));
    for (const RelatedArticle& related : article.related)
        QVERIFY(slice(text, related.span).find(related.title) != std::string_view::npos);
    for (const Question& question : article.questions)
        QVERIFY(slice(text, question.questionSpan).find(question.question) != std::string_view::npos);
}

const std::string body =
    "Harbour operators on both coasts have begun to share their crane schedules, which nobody "
    "expected a year ago. The reason is plain: idle cranes cost more than shared ones.\n\n"
    "Technical Deep Dive\n\n"
    "The exchange runs on a ledger of slots. Each slot has an owner, a price and a deadline, and "
    "an auction clears what is left.\n\n"
    "Slot Prices by Port (Estimated):\n"
    "| Port | Before | After |\n"
    "|---|--:|:-:|\n"
    "| Northhaven | $120 | $95 |\n"
    "| Southquay | $80 | $82 (+2%) |\n\n"
    "Data Takeaway: The dear port became cheaper, and the cheap one hardly moved.\n\n"
    "Risks & Open Questions\n\n"
    "1. Trust: A ledger is only as honest as its slowest member.\n\n"
    "2. Weather: Storms ignore auctions.\n\n";

std::string english() {
    return "Cranes Learn to Share\n\nExample Wire March 2026\n"
           "Source: Example Wireport logisticsauctionsArchive: March 2026\n"
           "Two rival operators now trade crane time by the hour. It saves both of them money.\n\n" +
           body +
           "More from Example Wire\n\nOpen source hub17 indexed articles from Example Wire\n\n"
           "Related topics\n\nport logistics31 related articles\n\nauctions1,204 related articles\n\n"
           "Archive\n\nMarch 2026512 published articles\n";
}

} // namespace

class SavedPageTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void gluedHeaderFieldsAreSplitByWhatThePageSaysElsewhere() {
        const Article article = page(english());
        QCOMPARE(article.title, std::string("Cranes Learn to Share"));
        QCOMPARE(article.titleEnglish, article.title);
        QCOMPARE(article.source, std::string("Example Wire"));
        QCOMPARE(article.archive, std::string("March 2026"));
        QCOMPARE(article.archiveMonth, std::string("2026-03"));
        QCOMPARE(article.archiveCount, std::int64_t(512));
        QCOMPARE(article.sourceCount, std::int64_t(17));
        QCOMPARE(article.topics.size(), std::size_t(2));
        QCOMPARE(article.topics[0].name, std::string("port logistics"));
        QCOMPARE(article.topics[0].count, std::int64_t(31));
        QCOMPARE(article.topics[1].count, std::int64_t(1204));
        QVERIFY(article.summary.starts_with("Two rival operators"));
        QVERIFY(!article.hasNotice);
        QCOMPARE(article.published.latest, std::string("2026-03-31"));
        checkSpans(article);
    }

    void headingsCaptionsTablesAndTakeawaysAreSeenInBareText() {
        const Article article = page(english());
        QCOMPARE(article.tables.size(), std::size_t(1));
        QCOMPARE(article.tables[0].caption, std::string("Slot Prices by Port (Estimated)"));
        QCOMPARE(article.tables[0].rows[1][2].text, std::string("$82 (+2%)"));
        QCOMPARE(article.tables[0].alignments,
                 (std::vector<Alignment>{Alignment::None, Alignment::Right, Alignment::Center}));
        QCOMPARE(article.takeaways.size(), std::size_t(1));
        QCOMPARE(article.takeaways[0].table, 0);
        QCOMPARE(count(article, BlockKind::Heading), std::size_t(5));
        QCOMPARE(count(article, BlockKind::ListItem), std::size_t(2));
        QCOMPARE(first(article, BlockKind::ListItem).number, 1);
        QCOMPARE(article.language, Language::English);
    }

    void singleLineEndsBetweenBlocksGiveTheSameArticle() {
        std::string dense = english();
        for (auto at = dense.find("\n\n"); at != std::string::npos; at = dense.find("\n\n", at))
            dense.erase(at, 1);
        const Article spaced = page(english());
        const Article tight = page(dense);
        QCOMPARE(tight.blocks.size(), spaced.blocks.size());
        for (std::size_t i = 0; i < tight.blocks.size(); ++i) {
            QCOMPARE(std::string(blockKindName(tight.blocks[i].kind)),
                     std::string(blockKindName(spaced.blocks[i].kind)));
            QCOMPARE(tight.blocks[i].text, spaced.blocks[i].text);
        }
        QCOMPARE(tight.source, spaced.source);
        QCOMPARE(tight.takeaways[0].table, 0);
        checkSpans(tight);
    }

    void lineEndsOfOtherSystemsGiveTheSameArticle() {
        std::string windows;
        for (const char c : english())
            windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
        QCOMPARE(page(windows).text, page(english()).text);
    }

    void aPageInAnotherLanguageHasANoticeAndSplitsTheSame_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("pageLanguage");
        QTest::addColumn<bool>("notice");
        const auto row = [](const char* tag, const char* header, const char* source, const char* language,
                            bool notice) {
            QTest::newRow(tag) << QString::fromUtf8(header) << QString::fromUtf8(source)
                               << QString::fromUtf8(language) << notice;
        };
        const char* stars =
            "起重机开始共享\n\nGitHub April 2026\n⭐ 10999📈 +346\n来源:GitHub归档:April 2026\n"
            "两家运营商现在按小时交易起重机时间,双方都省了钱。\n"
            "本页正文默认显示的是英文版,需要时可以生成。\n\n";
        row("zh-Hans with stars", stars, "GitHub", "zh-Hans", true);
        row("full-width colons",
            "起重機開始共享\n\n2026年4月\n來源：Example Wire歸檔：2026年4月\n"
            "兩家營運商現在按小時交易起重機時間,雙方都省了錢。\n\n",
            "Example Wire", "zh-Hant", false);
        row("no source",
            "Dźwigi zaczynają się dzielić\n\nMarch 2026\nArchive: March 2026\n"
            "Dwaj operatorzy handlują teraz czasem dźwigów na godziny i obaj na tym oszczędzają.\n\n",
            "", "other", false);
        row("Korean",
            "크레인이 시간을 나누다\n\nExample Wire April 2026\n출처: Example Wire아카이브: April 2026\n"
            "두 운영사가 이제 크레인 시간을 시간 단위로 거래한다...\n\n",
            "Example Wire", "other", false);
        row("English title on a Malay page",
            "Cranes Learn to Share\n\nExample Wire April 2026\nSumber: Example WireArkib: April 2026\n"
            "Dua pengendali kini berdagang masa kren mengikut jam dan kedua-duanya dapat menjimatkan wang "
            "yang banyak.\n\n",
            "Example Wire", "other", false);
    }
    void aPageInAnotherLanguageHasANoticeAndSplitsTheSame() {
        QFETCH(QString, header);
        QFETCH(QString, source);
        QFETCH(QString, pageLanguage);
        QFETCH(bool, notice);
        for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
            const Article article = page(header.normalized(form).toStdString() + body);
            QCOMPARE(QString::fromStdString(article.source), source);
            QVERIFY(article.archiveMonth == "2026-04" || article.archiveMonth == "2026-03");
            QCOMPARE(article.hasNotice, notice);
            QCOMPARE(languageTag(article.pageLanguage), pageLanguage.toStdString());
            QCOMPARE(article.language, Language::English);
            QVERIFY(!article.summary.empty());
            QVERIFY(article.topics.empty());
            QCOMPARE(article.takeaways.size(), std::size_t(1));
            checkSpans(article);
        }
    }

    void takeawaysAreKnownInSeveralLanguagesAndMarks() {
        for (const char* label : {"Data Takeaway: ", "**Data Takeaway:** ", "数据要点:", "數據要點：",
                                  "Ｄａｔａ Ｔａｋｅａｗａｙ： "}) {
            const Article article = page(std::string("Title Line\n\nA first paragraph that is long enough to "
                                                     "be one.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n") +
                                         label + "Less is more here.\n");
            QCOMPARE(article.takeaways.size(), std::size_t(1));
            QCOMPARE(article.takeaways[0].text, std::string("Less is more here."));
            QCOMPARE(article.takeaways[0].table, 0);
            checkSpans(article);
        }
        const Article none = page("Title Line\n\nData Takeaway: There is no table above.\n");
        QCOMPARE(none.takeaways.at(0).table, -1);
    }

    void bulletsOfBothConventionsAreItems() {
        const Article article = page(
            "Title Line\n\nThe points are these, in no order:\n- ● First point\n  • Second point\n- Third\n"
            "3. Numbered\n（4）Full width\n⑤ Circled\n-5 % is no item\n*note: no item either\n");
        std::vector<std::string> items;
        for (const Block& block : article.blocks)
            if (block.kind == BlockKind::ListItem)
                items.push_back(block.text + "/" + std::to_string(block.number));
        QCOMPARE(items, (std::vector<std::string>{"First point/0", "Second point/0", "Third/0", "Numbered/3",
                                                  "Full width/4", "Circled/5"}));
        checkSpans(article);
    }

    void aDigestKeepsOneCopyOfItsLead() {
        const std::string lead = "Three ports opened their schedules today, a fourth closed its own, and the "
                                 "first auction cleared in a minute.";
        const std::string digest =
            "AINews Daily (0402)\n\nApril 2026\nArchive: April 2026\n" + lead.substr(0, 60) + "...\n" +
            lead.substr(0, 80) + "...\n\n" + lead +
            "\n\n# AI Hotspot Today 2026-04-02\n\n🔬 Technology Frontiers\n\n"
            "A ledger of slots replaced the telephone, and the telephone will not come back.\n";
        const Article article = page(digest);
        QCOMPARE(article.summary, lead);
        QCOMPARE(count(article, BlockKind::Navigation), std::size_t(2));
        QCOMPARE(count(article, BlockKind::Summary), std::size_t(1));
        QCOMPARE(count(article, BlockKind::Heading), std::size_t(2));
        QCOMPARE(article.published.earliest, std::string("2026-04-02"));
        QCOMPARE(article.published.latest, std::string("2026-04-02"));
        checkSpans(article);

        const Article bare =
            page("# AI Hotspot Today 2026-04-02\n🔬 Technology Frontiers\nA ledger of slots replaced the "
                 "telephone, and it stays.\n"
                 "💡 Business\nThe auction made its first profit, which is small but real.\n");
        QCOMPARE(count(bare, BlockKind::Title), std::size_t(1));
        QCOMPARE(count(bare, BlockKind::Heading), std::size_t(2));
        checkSpans(bare);
    }

    void cutAnswersKnowTheirBlockAndGiveTheEnglishTitle() {
        const std::string text = "起重機開始共享\n\nExample Wire April 2026\n來源:Example Wire歸檔:April "
                                 "2026\n兩家營運商現在交易起重機時間。\n\n" +
                                 body +
                                 "常见问题\n\n这次发布“Cranes Learn to Share by the Hour”主要讲了什么?\n\n" +
                                 body.substr(0, 90) +
                                 "…\n\n"
                                 "从“What does a crane slot cost today?”看,意义何在?\n\n还需要继续观察。\n";
        const Article article = page(text);
        QCOMPARE(article.titleEnglish, std::string("Cranes Learn to Share by the Hour"));
        QCOMPARE(article.questions.size(), std::size_t(2));
        QVERIFY(article.questions[0].answerCut);
        QVERIFY(article.blocks[static_cast<std::size_t>(article.questions[0].answerOfBlock)].text.starts_with(
            "Harbour operators"));
        QVERIFY(!article.questions[1].answerCut);
        QCOMPARE(first(article, BlockKind::Question).language, Language::SimplifiedChinese);
        checkSpans(article);
    }

    void gluedTitlesAreSplitWhereTheScriptTurns() {
        const SiteProfile& profile = siteProfile("ainews");
        const std::string excerpt = "In a short note to its members the harbour board explained how the "
                                    "auction would work and who may bid for slots, and when it "
                                    "closes";
        const std::string cut = excerpt.substr(0, 120);
        const std::string line = "港口拍賣制度上路:誰能競標" + cut + "起重機共享帳本為何成功" + cut;
        const auto entries = splitRelated(line, profile);
        QCOMPARE(entries.size(), std::size_t(2));
        QCOMPARE(line.substr(entries[0].title.begin, entries[0].title.end - entries[0].title.begin),
                 std::string("港口拍賣制度上路:誰能競標"));
        QCOMPARE(line.substr(entries[1].title.begin, entries[1].title.end - entries[1].title.begin),
                 std::string("起重機共享帳本為何成功"));
        QVERIFY(entries[0].cut && entries[1].cut && !entries[0].uncertain && !entries[1].uncertain);
    }

    void aGuessBetweenHanAndHanSaysThatItIsOne() {
        const SiteProfile& profile = siteProfile("ainews");
        const std::string line = "港口拍賣如何改寫航運業的競爭格局?在一場漫長的談判之後,"
                                 "港務局終於公布拍賣規則,讓所有航運公司都能按小時購買起重機的使用時間。"
                                 "業者認為這項制度能夠降低成本,但小型公司擔心自己會被排擠在外。";
        const auto entries = splitRelated(line, profile);
        QCOMPARE(entries.size(), std::size_t(1));
        QVERIFY(entries[0].uncertain);
        QVERIFY(line.substr(entries[0].excerpt.begin).starts_with("在一場"));
        QVERIFY(!entries[0].cut);
    }

    void aTitleAloneIsNoGuess() {
        const auto entries = splitRelated("A title without any excerpt", siteProfile("ainews"));
        QCOMPARE(entries.size(), std::size_t(1));
        QVERIFY(!entries[0].uncertain);
        QVERIFY(splitRelated("", siteProfile("ainews")).empty());
    }

    void countsAreTakenFromNamesThatEndInDigits() {
        const auto& labels = siteProfile("ainews").topicCounts;
        const auto names = readCounts("GPT-4104 related articlesClaude 3.512 related articlesedge AI1,018 "
                                      "related articles开源7 篇相关文章",
                                      labels);
        std::vector<std::string> found;
        for (const CountedName& name : names)
            found.push_back(name.name + "=" + std::to_string(name.count));
        QCOMPARE(found, (std::vector<std::string>{"GPT-4=104", "Claude 3.5=12", "edge AI=1018", "开源=7"}));
    }

    void plainTextOfNoSiteIsStillAnArticle() {
        const Document document = parse(
            "A Walk Along the Quay\n\nBy A. Writer\n\nThe quay is longer than it looks. It takes an hour.\n\n"
            "Why It Matters\n\nBecause an hour is an hour, and the cranes do not wait for anyone.\n");
        QCOMPARE(document.format, Format::SavedPage);
        const Article& article = document.articles.at(0);
        QCOMPARE(article.title, std::string("A Walk Along the Quay"));
        QCOMPARE(article.author, std::string("A. Writer"));
        QCOMPARE(count(article, BlockKind::Heading), std::size_t(1));
        QVERIFY(article.source.empty());
        checkSpans(article);
    }

    void delimitedTextIsOneTable() {
        const Document document =
            parse("Port,\"Price, USD\",Note\nNorthhaven,95,\"said \"\"no\"\"\"\nSouthquay,82\n", "slots.csv");
        QCOMPARE(document.format, Format::Delimited);
        const Article& article = document.articles.at(0);
        QCOMPARE(article.title, std::string("slots"));
        QCOMPARE(article.tables.at(0).header[1].text, std::string("Price, USD"));
        QCOMPARE(article.tables[0].rows[0][2].text, std::string("said \"no\""));
        QCOMPARE(article.tables[0].rows[1].size(), std::size_t(3));
        // A spreadsheet's guard is no part of the cell; an apostrophe before anything else is.
        const Document guarded = parse("Name,Change\n'=A,'-4-8%\n\"'@b\",\"'+1,5 x\"\n'90s,'\n", "slots.csv");
        const Table& table = guarded.articles.at(0).tables.at(0);
        QCOMPARE(table.rows[0][0].text, std::string("=A"));
        QCOMPARE(table.rows[0][1].text, std::string("-4-8%"));
        QCOMPARE(std::string(slice(guarded.articles[0].text, table.rows[0][1].span)), std::string("-4-8%"));
        QCOMPARE(table.rows[1][0].text, std::string("@b"));
        QCOMPARE(table.rows[1][1].text, std::string("+1,5 x"));
        QCOMPARE(table.rows[2][0].text, std::string("'90s"));
        QCOMPARE(table.rows[2][1].text, std::string("'"));
        const Document tabs = parse("a\tb\n1\t2\n3\t4\n", "");
        QCOMPARE(tabs.format, Format::Delimited);
        QCOMPARE(tabs.articles.at(0).tables.at(0).rows.size(), std::size_t(2));
    }

    void aDelimitedTableIsBoundedByItsWidestRow() {
        ParseLimits limits;
        limits.tableCells = 10;
        const auto rows = [&](const std::string& text) {
            ParseHints hints;
            hints.name = "slots.csv";
            return parseDocument(text, hints, limits).articles.at(0).tables.at(0).rows.size();
        };
        // Five times what a table in markup may have, the header with it.
        std::string text;
        for (int row = 0; row < 10; ++row)
            text += "1,2,3,4,5\n";
        QCOMPARE(rows(text), std::size_t(9));
        QVERIFY_EXCEPTION_THROWN(rows(text + "1\n"), Error);
        // Narrow rows around a wide one would be padded to it.
        std::string ragged = "a,b\n" + std::string(29, ',') + "\n";
        for (int row = 0; row < 20; ++row)
            ragged += "1,2\n";
        QVERIFY_EXCEPTION_THROWN(rows(ragged), Error);
        QVERIFY_EXCEPTION_THROWN(rows(std::string(1'000'000, ',')), Error);
    }

    void whatIsNoDocumentIsNamedInTheMessage() {
        const auto codeOf = [](const std::string& bytes) {
            try {
                parse(bytes);
            } catch (const Error& error) {
                return error.code();
            }
            return ErrorCode::Usage;
        };
        QCOMPARE(codeOf(""), ErrorCode::DocumentEmpty);
        QCOMPARE(codeOf(" \n\t\n\xE3\x80\x80"), ErrorCode::DocumentEmpty);
        QCOMPARE(codeOf("\x89PNG\r\n\x1a\n"), ErrorCode::FormatUnknown);
        QCOMPARE(codeOf("PK\x03\x04zip"), ErrorCode::FormatUnknown);
        QCOMPARE(codeOf("{\"prices\": [1, 2]}"), ErrorCode::FormatUnknown);
        QCOMPARE(codeOf("\n[{\"price\": 1}]"), ErrorCode::FormatUnknown);
        QCOMPARE(codeOf("<?xml version=\"1.0\"?><svg><text>a drawing</text></svg>"),
                 ErrorCode::FormatUnknown);
    }

    void proseInBracketsIsStillAnArticle() {
        QCOMPARE(parse("[Editor's note: prices are in dollars.]\n\nThe port grew.\n").articles.size(), 1U);
        QCOMPARE(parse("{sic} The port grew, its owner said.\n").articles.size(), 1U);
    }

    void aMegabyteOfAnyOneSignIsReadOrRefused() {
        for (const char* piece : {"|",
                                  "#",
                                  "*",
                                  "[",
                                  ">",
                                  "`",
                                  "_",
                                  "![",
                                  "- ",
                                  "> ",
                                  "|-|\n",
                                  "a|b\n",
                                  "# \n",
                                  "1. ",
                                  "\n",
                                  "<",
                                  "&",
                                  "~~",
                                  "[](",
                                  "**a ",
                                  "?",
                                  "…",
                                  "雲",
                                  "“",
                                  "Source: ",
                                  "Archive: April 2026",
                                  "104 related articles"}) {
            std::string text = "Title\n\n";
            while (text.size() < (1U << 20))
                text += piece;
            for (const char* name : {"x.md", "x.txt"}) {
                try {
                    checkSpans(page(text, name));
                } catch (const Error& error) {
                    QVERIFY2(error.code() == ErrorCode::DocumentTooDeep ||
                                 error.code() == ErrorCode::DocumentTableTooLarge ||
                                 error.code() == ErrorCode::DocumentEmpty ||
                                 error.code() == ErrorCode::TextLost,
                             (std::string(piece) + ": " + error.what()).c_str());
                }
            }
        }
    }
};

PARALLAX_TEST(SavedPageTest)

} // namespace test_saved_page
#include "test_saved_page.moc"
