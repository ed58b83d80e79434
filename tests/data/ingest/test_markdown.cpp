// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>

#include "base/error.h"
#include "data/ingest/document.h"
#include "data/ingest/lines.h"
#include "tests/test_program.h"

namespace test_markdown {

using namespace parallax;
using namespace parallax::data;

namespace {

Document parse(const std::string& text) {
    ParseHints hints;
    hints.name = "note.md";
    return parseDocument(text, hints);
}

std::string kinds(const Article& article) {
    std::string names;
    for (const Block& block : article.blocks)
        names += std::string(blockKindName(block.kind)) + " ";
    return names;
}

ErrorCode errorOf(const std::string& text) {
    try {
        parse(text);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Usage; // stands for: nothing was thrown
}

} // namespace

class MarkdownTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void frontMatterFillsTheFacts() {
        const Document document =
            parse("---\ntitle: \"Cranes: a ledger\"\nlang: en\nslug: cranes\nsource: Example Wire\nauthor: "
                  "[A. One, B. Two]\n"
                  "date: 2026-03-05\nurl: https://example.org/cranes\ntopics:\n  - ports\n  - auctions\n"
                  "titles:\n  zh-Hant: 起重機的帳本\n  zh-Hans: 起重机的账本\n---\n\n# Cranes: a ledger\n\nA "
                  "text.\n");
        QCOMPARE(document.format, Format::Markdown);
        const Article& article = document.articles.at(0);
        QCOMPARE(article.title, std::string("Cranes: a ledger"));
        QCOMPARE(article.titleTraditional, std::string("起重機的帳本"));
        QCOMPARE(article.titleSimplified, std::string("起重机的账本"));
        QCOMPARE(article.author, std::string("A. One, B. Two"));
        QCOMPARE(article.published.earliest, std::string("2026-03-05"));
        QCOMPARE(article.topics.size(), std::size_t(2));
        QCOMPARE(article.slug, std::string("cranes"));
        QCOMPARE(kinds(article), std::string("title paragraph "));
    }

    void aTableUnderACaptionLineHasTrueByteRanges() {
        const Article article = parse("# T\n\nSome words before it.\n\n**Prices (est.):**\n| Port | *Before* "
                                      "|\n|---|--:|\n| A \\| B | `1` |\n| C |\n"
                                      "Data Takeaway: glued below.\n\nEnd.\n")
                                    .articles.at(0);
        QCOMPARE(kinds(article), std::string("title paragraph caption table takeaway paragraph "));
        const Table& table = article.tables.at(0);
        QCOMPARE(table.caption, std::string("Prices (est.)"));
        QCOMPARE(std::string(slice(article.text, table.captionSpan)), table.caption);
        QCOMPARE(table.header[1].text, std::string("Before"));
        QCOMPARE(table.header[1].marks.at(0).kind, MarkKind::Emphasis);
        QCOMPARE(std::string(slice(article.text, table.header[1].span)), std::string("*Before*"));
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[0][0].text, std::string("A | B"));
        QCOMPARE(std::string(slice(article.text, table.rows[0][1].span)), std::string("`1`"));
        QCOMPARE(table.rows[1].size(), std::size_t(2));
        QCOMPARE(article.takeaways.at(0).table, 0);
        QCOMPARE(article.takeaways[0].text, std::string("glued below."));
    }

    void inlineMarksLieInTheTextThatIsRead() {
        const Article article =
            parse(
                "# T\n\nA **strong** and *soft* [link](https://example.org/a) with `code` &amp; ~~gone~~.\n")
                .articles.at(0);
        const Block& block = article.blocks.at(1);
        QCOMPARE(block.text, std::string("A strong and soft link with code & gone."));
        std::string marked;
        for (const Mark& mark : block.marks)
            marked += std::string(slice(block.text, mark.span)) + " ";
        QCOMPARE(marked, std::string("strong soft link code gone "));
        QCOMPARE(block.marks[2].href, std::string("https://example.org/a"));
    }

    void wrappedLinesAreOneParagraphAndChineseJoinsWithoutBlanks() {
        const Article article = parse("# T\n\none\ntwo\n\n第一行\n第二行\n").articles.at(0);
        QCOMPARE(article.blocks[1].text, std::string("one two"));
        QCOMPARE(article.blocks[2].text, std::string("第一行第二行"));
    }

    void listsQuotesAndCodeKeepTheirNestingAndNumbers() {
        const Article article =
            parse("# T\n\n3. three\n4. four\n   - inner\n\n> said\n\n```\nx | y\n```\n").articles.at(0);
        QCOMPARE(kinds(article), std::string("title list-item list-item list-item quote code "));
        QCOMPARE(article.blocks[1].number, 3);
        QCOMPARE(article.blocks[2].number, 4);
        QCOMPARE(article.blocks[3].level, 2);
        QCOMPARE(article.blocks[5].text, std::string("x | y"));
    }

    void bombsAreRefusedBeforeTheParserSeesThem() {
        std::string bomb = "# T\n\n";
        for (int i = 0; i < 2000; ++i)
            bomb += "|a";
        bomb += "|\n";
        for (int i = 0; i < 2000; ++i)
            bomb += "|-";
        bomb += "|\n";
        for (int i = 0; i < 20000; ++i)
            bomb += "|x\n";
        QCOMPARE(errorOf(bomb), ErrorCode::DocumentTableTooLarge);
        QCOMPARE(errorOf("# T\n\n" + std::string(5000, '>') + " deep\n"), ErrorCode::DocumentTooDeep);
        std::string lists = "# T\n\n";
        for (int i = 0; i < 400; ++i)
            lists += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
        QCOMPARE(errorOf(lists), ErrorCode::DocumentTooDeep);
        // A line that goes on with an item's paragraph, further left than the item, ends nothing.
        std::string lazy = "# T\n\n", tables = "# T\n\n", apart = "# T\n\n";
        for (int i = 0; i < 400; ++i) {
            const std::string indent(static_cast<std::size_t>(i) * 2, ' ');
            lazy += indent + "- x\ngoes on\n";
            tables += indent + "- x | y\n" + indent + "|---|---|\n";
            apart += "- x\n  - y\n\ngoes on\n\n";
        }
        QCOMPARE(errorOf(lazy), ErrorCode::DocumentTooDeep);
        QCOMPARE(errorOf(tables), ErrorCode::DocumentTooDeep);
        QCOMPARE(parse(apart).articles.at(0).blocks.size(), std::size_t{1201});
    }

    void htmlInMarkdownIsReadAsAPageIs() {
        const std::string text =
            "# T\n\nPrices fell.\n\n**Prices by cloud:**\n\n<table>\n<tr><th>Cloud</th><th>2025</th></tr>\n"
            "\n<tr><td>AWS</td><td>$5</td></tr>\n\n    <tr><td>GCP</td><td>10%</td></tr>\n</table>\n\n"
            "After it.\n\n<ul><li>One</li><li>Two</li></ul>\n\n<p>A <b>bold</b> word.</p>\n\n"
            "<style>p { color: red }</style>\n\n<div align=center>\n\nEnd.\n\n</div>\n";
        const Article article = parse(text).articles.at(0);
        QCOMPARE(
            kinds(article),
            std::string("title paragraph caption table paragraph list-item list-item paragraph paragraph "));
        const Table& table = article.tables.at(0);
        QCOMPARE(table.caption, std::string("Prices by cloud"));
        QCOMPARE(table.header[1].text, std::string("2025"));
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[0][1].text, std::string("$5"));
        QCOMPARE(std::string(slice(article.text, table.rows[1][1].span)), std::string("10%"));
        QCOMPARE(std::string(slice(article.text, article.blocks[7].span)),
                 std::string("A <b>bold</b> word."));
        // Markers of a quotation stand before its lines: places are then whole lines.
        const Article quoted = parse("# T\n\n> <table>\n> <tr><th>A</th><th>B</th></tr>\n> "
                                     "<tr><td>1</td><td>2</td></tr>\n> </table>\n")
                                   .articles.at(0);
        QCOMPARE(quoted.tables.at(0).rows[0][1].text, std::string("2"));
        // One row is layout for a page, and its cells are still apart.
        const Article row =
            parse("# T\n\n<table><tr><td>AWS</td><td>$5</td><td>10%</td></tr></table>\n").articles.at(0);
        for (const Block& block : row.blocks)
            QVERIFY(block.text.find("$510%") == std::string::npos);
        std::string open = "# T\n\n";
        for (int i = 0; i < 20'000; ++i)
            open += "<table>\n\n";
        QCOMPARE(kinds(parse(open).articles.at(0)), std::string("title "));
    }

    void whatBothScriptsShareIsInTheArticlesScript() {
        const Article article =
            parse("# 公司文件程序\n\n| 文件 | 程序 |\n|---|---|\n| 信息 | 5 |\n\n"
                  "這篇文章說明資料中心與雲端運算的價格變動,臺灣的晶片製造商營收將會上升,而且會持續很久。\n")
                .articles.at(0);
        for (const Block& block : article.blocks)
            QCOMPARE(block.language, Language::TraditionalChinese);
        QCOMPARE(article.titleTraditional, std::string("公司文件程序"));
        QVERIFY(article.titleSimplified.empty());
        // Other articles that a page names are in any language, and decide nothing about its own.
        std::string page = "# 公司文件程序\n\n這篇文章說明資料中心的價格變動。\n\n## Related articles\n\n";
        for (int i = 0; i < 9; ++i)
            page += "- 云计算数据中心的价格变动与发展趋势说明\n";
        QCOMPARE(parse(page).articles.at(0).titleTraditional, std::string("公司文件程序"));
    }

    void rowsOfManyThousandCellsAreReadLineByLine() {
        const auto row = [](const char* cell, int columns) {
            std::string line;
            for (int column = 0; column < columns; ++column)
                line += cell;
            return line + '\n';
        };
        for (const auto& [columns, costly] : {std::pair(400, false), std::pair(20'000, true)}) {
            const Article article =
                parse(row("|a", columns) + row("|-", columns) + row("|b", columns) + row("|c", columns))
                    .articles.at(0);
            QCOMPARE(article.tables.size(), 1U);
            QCOMPARE(article.tables[0].header.size(), static_cast<std::size_t>(columns));
            QCOMPARE(article.tables[0].rows.size(), 2U);
            QCOMPARE(std::ranges::any_of(
                         article.issues,
                         [](const ParseIssue& issue) { return issue.code == "markdown-too-costly"; }),
                     costly);
        }
    }

    void costlyMarksAreReadLineByLineAndSaySo() {
        std::string text = "# T\n\n";
        for (int i = 0; i < 60000; ++i)
            text += "![l";
        const Article article = parse(text + "\n").articles.at(0);
        QVERIFY(std::ranges::any_of(
            article.issues, [](const ParseIssue& issue) { return issue.code == "markdown-too-costly"; }));
    }
};

PARALLAX_TEST(MarkdownTest)

} // namespace test_markdown
#include "test_markdown.moc"
