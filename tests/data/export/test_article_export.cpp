// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "data/export/escape.h"
#include "data/export/export.h"
#include "tests/test_program.h"

namespace test_article_export {

using namespace parallax::data;

namespace {

Block makeBlock(BlockKind kind, const std::string& text, int level = 0, int number = 0) {
    Block block;
    block.kind = kind;
    block.language = Language::English;
    block.text = text;
    block.level = level;
    block.number = number;
    return block;
}

Article makeArticle() {
    Article article;
    article.title = "Prices & <power>";
    article.language = Language::English;
    article.source = "GitHub";
    article.archive = "April 2026";
    article.blocks = {makeBlock(BlockKind::Navigation, "Home"),
                      makeBlock(BlockKind::Title, "Prices & <power>"),
                      makeBlock(BlockKind::Notice, "boilerplate"),
                      makeBlock(BlockKind::Heading, "First", 2),
                      makeBlock(BlockKind::Paragraph, "# not a heading, *no* emphasis"),
                      makeBlock(BlockKind::ListItem, "one", 1),
                      makeBlock(BlockKind::ListItem, "nested", 2),
                      makeBlock(BlockKind::ListItem, "two", 1),
                      makeBlock(BlockKind::ListItem, "1. first", 1, 1),
                      makeBlock(BlockKind::Caption, "Cost"),
                      makeBlock(BlockKind::Table, ""),
                      makeBlock(BlockKind::Takeaway, "It falls."),
                      makeBlock(BlockKind::Code, "a = `b`\n"),
                      makeBlock(BlockKind::Quote, "said\nso"),
                      makeBlock(BlockKind::RelatedEntry, "elsewhere")};
    article.blocks[4].marks = {{MarkKind::Strong, {2, 5}, {}}};
    article.blocks[10].table = 0;
    Table table;
    table.caption = "Cost";
    table.header = {{"雲", {}, {}}, {"$", {}, {}}};
    table.rows = {{{"a", {}, {}}, {"1", {}, {}}}};
    article.tables = {table};
    Block chinese = makeBlock(BlockKind::Paragraph, "繁體段落");
    chinese.language = Language::TraditionalChinese;
    chinese.marks = {{MarkKind::Link, {0, 6}, "javascript:alert(1)"},
                     {MarkKind::Link, {6, 12}, "https://x.org/a b"}};
    article.blocks.push_back(chinese);
    return article;
}

} // namespace

class TestArticleExport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aGluedBylineAndHeadingsOfNavigationStayBehind() {
        Article article = makeArticle();
        article.blocks.insert(article.blocks.begin() + 2,
                              makeBlock(BlockKind::Byline, "Source: GitHubPricesArchive: April 2026"));
        article.blocks.push_back(makeBlock(BlockKind::Heading, "Related topics", 2));
        article.blocks.push_back(makeBlock(BlockKind::TopicEntry, "prices"));
        article.blocks.push_back(makeBlock(BlockKind::Heading, "To be written", 2));
        for (const ArticleFormat format :
             {ArticleFormat::Text, ArticleFormat::Markdown, ArticleFormat::Html}) {
            const std::string text = exportArticle(article, format);
            QVERIFY(text.find("GitHub · April 2026") != std::string::npos);
            QVERIFY(text.find("Source: GitHub") == std::string::npos);
            QVERIFY(text.find("Related topics") == std::string::npos);
            QVERIFY(text.find("To be written") != std::string::npos);
        }
        article.source = article.archive = {};
        QVERIFY(exportArticle(article, ArticleFormat::Text).find("Source: GitHub") != std::string::npos);
    }

    void whatWasConvertedSaysSo() {
        const Article article = makeArticle();
        for (const ArticleFormat format :
             {ArticleFormat::Text, ArticleFormat::Markdown, ArticleFormat::Html}) {
            const std::string text = exportArticle(article, format, Language::TraditionalChinese);
            const auto label = text.find("Converted from Traditional Chinese");
            QVERIFY(label != std::string::npos && label > text.find("GitHub"));
            QVERIFY(label < text.find("First"));
            QVERIFY(exportArticle(article, format).find("Converted") == std::string::npos);
        }
        const std::string json = exportArticle(article, ArticleFormat::Json, Language::TraditionalChinese);
        QVERIFY(json.find("\"convertedFrom\": \"zh-Hant\"") != std::string::npos);
        QVERIFY(exportArticle(article, ArticleFormat::Json).find("convertedFrom") == std::string::npos);
    }

    void textReadsFromTopToBottom() {
        QCOMPARE(exportArticle(makeArticle(), ArticleFormat::Text),
                 std::string(
                     "Prices & <power>\n\nGitHub · April 2026\n\nFirst\n\n# not a heading, *no* emphasis\n\n"
                     "• one\n  • nested\n• two\n1. 1. first\n\nCost\n雲  $\n--  -\na   1\n\nData Takeaway: "
                     "It falls.\n\n"
                     "a = `b`\n\nsaid\nso\n\n繁體段落\n"));
    }

    void markdownSaysTheSame() {
        QCOMPARE(exportArticle(makeArticle(), ArticleFormat::Markdown),
                 std::string("# Prices & \\<power>\n\nGitHub · April 2026\n\n## First\n\n"
                             "\\# **not** a heading, \\*no\\* emphasis\n\n"
                             "- one\n    - nested\n- two\n1. 1\\. first\n\n"
                             "Cost\n| 雲  | $   |\n| --- | --- |\n| a   | 1   |\n\n"
                             "Data Takeaway: It falls.\n\n```\na = `b`\n```\n\n> said\\\n> so\n\n"
                             "[繁體](<javascript:alert(1)>)[段落](<https://x.org/a%20b>)\n"));
    }

    void htmlStandsAlone() {
        const QString html = QString::fromStdString(exportArticle(makeArticle(), ArticleFormat::Html));
        QVERIFY(html.contains(QLatin1String("<html lang=\"en\">")));
        QVERIFY(html.contains(QLatin1String("<h1>Prices &amp; &lt;power&gt;</h1>")));
        QVERIFY(html.contains(
            QString::fromUtf8("<p lang=\"zh-Hant\">繁體<a href=\"https://x.org/a b\">段落</a></p>")));
        QVERIFY(html.contains(
            QLatin1String("<ul>\n<li>one\n<ul>\n<li>nested</li>\n</ul>\n</li>\n<li>two</li>\n</ul>\n"
                          "<ol>\n<li value=\"1\">1. first</li>\n</ol>\n")));
        QVERIFY(html.contains(QLatin1String("<caption>Cost</caption>")));
        QCOMPARE(html.count(QLatin1String("Cost")), 1);
        QVERIFY(!html.contains(QLatin1String("javascript:")));
        QVERIFY(!html.contains(QLatin1String("boilerplate")));
        // a CJK family comes first, or Han takes another region's shapes
        QVERIFY(html.contains(QLatin1String(":lang(zh-Hans) { font-family: \"Noto Sans CJK SC\"")));
    }

    void jsonHasTheBlocks() {
        const auto json = QJsonDocument::fromJson(
                              QByteArray::fromStdString(exportArticle(makeArticle(), ArticleFormat::Json)))
                              .object();
        QCOMPARE(json[QLatin1String("format")].toString(), QStringLiteral("article"));
        QCOMPARE(json[QLatin1String("title")].toString(), QStringLiteral("Prices & <power>"));
        const QJsonArray blocks = json[QLatin1String("blocks")].toArray();
        QCOMPARE(blocks.size(), 16);
        QCOMPARE(blocks.at(3).toObject()[QLatin1String("kind")].toString(), QStringLiteral("heading"));
        QCOMPARE(blocks.at(15).toObject()[QLatin1String("language")].toString(), QStringLiteral("zh-Hant"));
        QCOMPARE(json[QLatin1String("tables")].toArray().size(), 1);
    }

    void marksThatCrossOrLieOutsideDoNoHarm() {
        const std::vector<Mark> marks = {{MarkKind::Strong, {0, 3}, {}},
                                         {MarkKind::Emphasis, {2, 5}, {}},
                                         {MarkKind::Code, {4, 99}, {}},
                                         {MarkKind::Strike, {5, 6}, {}},
                                         {MarkKind::Code, {3, 3}, {}}};
        QCOMPARE(markedHtml("abcdef", marks), std::string("<strong>abc</strong>de<del>f</del>"));
        QCOMPARE(markedMarkdown("abcdef", marks, MarkdownPlace::WithinLine), std::string("**abc**de~~f~~"));
        QCOMPARE(markedHtml("", marks), std::string());
    }
};

PARALLAX_TEST(TestArticleExport)

} // namespace test_article_export
#include "test_article_export.moc"
