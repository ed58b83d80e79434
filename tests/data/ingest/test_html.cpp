// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <fstream>
#include <random>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/html.h"
#include "data/ingest/html_tree.h"
#include "tests/test_program.h"

namespace test_html {

using namespace parallax;
using namespace parallax::data;

namespace {

Article parsed(std::string_view html, const char* url = "") {
    ParseHints hints;
    hints.name = "page.html";
    hints.url = url;
    return parseHtml(html, hints, {});
}

std::vector<std::string> texts(const Article& article, BlockKind kind) {
    std::vector<std::string> all;
    for (const auto& block : article.blocks)
        if (block.kind == kind)
            all.push_back(block.text);
    return all;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts)
        all += (all.empty() ? "" : "|") + part;
    return all;
}

std::string row(const std::vector<Cell>& cells) {
    std::vector<std::string> all;
    for (const auto& cell : cells)
        all.push_back(cell.text);
    return joined(all);
}

QByteArray codeOf(std::string_view html, const ParseLimits& limits = {}) {
    ParseHints hints;
    hints.name = "page.html";
    try {
        parseHtml(html, hints, limits);
    } catch (const Error& error) {
        return errorName(error.code());
    }
    return "";
}

// The letters and digits of what a slice of HTML shows: tags left out, a few entities resolved.
std::string lettersOf(std::string_view html) {
    std::string shown;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '<') {
            for (char quote = 0; at < html.size() && (quote || html[at] != '>'); ++at)
                if (html[at] == '"')
                    quote = quote ? char(0) : '"';
            ++at;
        } else if (html[at] == '&') {
            const std::size_t end = html.find(';', at);
            const std::string_view name = html.substr(at, end - at + 1);
            shown += name == "&amp;" ? "&" : name == "&eacute;" ? "é" : name == "&#38642;" ? "雲" : "";
            at = end + 1;
        } else {
            shown += html[at++];
        }
    }
    std::string letters;
    for (const char c : shown)
        if (std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) || c == '&')
            letters += c;
    return letters;
}

std::string lettersOfText(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) || c == '&')
            letters += c;
    return letters;
}

void checkSpans(const Article& article) {
    const std::string_view source = article.text;
    for (const auto& block : article.blocks) {
        QVERIFY(block.span.begin <= block.span.end && block.span.end <= source.size());
        const auto slice = source.substr(block.span.begin, block.span.end - block.span.begin);
        if (block.kind != BlockKind::Table && block.kind != BlockKind::Takeaway)
            QCOMPARE(lettersOf(slice), lettersOfText(block.text));
        for (const auto& mark : block.marks)
            QVERIFY(mark.span.begin < mark.span.end && mark.span.end <= block.text.size());
    }
    for (const auto& table : article.tables) {
        for (const auto& cells : table.rows)
            for (const auto& cell : cells)
                QCOMPARE(lettersOf(source.substr(cell.span.begin, cell.span.end - cell.span.begin)),
                         lettersOfText(cell.text));
        for (const auto& cell : table.header)
            QVERIFY(cell.span.end <= source.size());
    }
}

std::string file(const char* name) {
    std::ifstream stream(std::string(PARALLAX_SOURCE_DIR "/tests/data/ingest/files/") + name,
                         std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

const std::string fullPage = file("page.html");

} // namespace

class TestHtml : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsAPageAsAPersonWould() {
        const Article article = parsed(fullPage, "https://wire.example/x/y");
        QCOMPARE(article.title, std::string("Memory prices rise by a third"));
        QCOMPARE(article.titleEnglish, article.title);
        QCOMPARE(article.source, std::string("Chip Wire"));
        QCOMPARE(article.author, std::string("Lin Wei"));
        QCOMPARE(article.url, std::string("https://wire.example/2026/04/memory?x=1"));
        QCOMPARE(article.summary, std::string("Contract prices rose & supply fell."));
        QCOMPARE(article.published.earliest, std::string("2026-04-02"));
        QCOMPARE(article.archiveMonth, std::string("2026-04"));
        QCOMPARE(article.pageLanguage, Language::English);
        QCOMPARE(article.language, Language::English);
        QCOMPARE(article.topics.size(), size_t(2));
        QCOMPARE(joined(texts(article, BlockKind::Title)), std::string("Memory prices rise by a third"));
        QCOMPARE(joined(texts(article, BlockKind::Byline)), std::string("By Lin Wei, 2 April 2026"));
        QCOMPARE(joined(texts(article, BlockKind::Heading)), std::string("What happened|Related articles"));
        QCOMPARE(
            joined(texts(article, BlockKind::Paragraph)),
            std::string("Contract prices of DRAM rose by a third within a single quarter, café owners and "
                        "makers say. 雲|Supply of the older parts fell because lines were turned over to "
                        "stacked memory, which earns more for a wafer."));
        QCOMPARE(joined(texts(article, BlockKind::ListItem)),
                 std::string("One factory closed|and another moved|Stocks fell|Third|Fourth"));
        QCOMPARE(joined(texts(article, BlockKind::Quote)),
                 std::string("We had no choice but to pay what they asked of us."));
        QCOMPARE(joined(texts(article, BlockKind::Code)), std::string("if (price > cap)\n    wait();"));
        QCOMPARE(joined(texts(article, BlockKind::Caption)), std::string("Prices by contract"));
        QCOMPARE(joined(texts(article, BlockKind::RelatedEntry)),
                 std::string("Wafers grow scarce and dear as well|Stacks grow taller"));
        checkSpans(article);
    }

    void numbersAndNestsLists() {
        const Article article = parsed(fullPage);
        std::vector<std::pair<int, int>> items;
        for (const auto& block : article.blocks)
            if (block.kind == BlockKind::ListItem)
                items.emplace_back(block.level, block.number);
        const std::vector<std::pair<int, int>> expected{{1, 0}, {2, 0}, {1, 0}, {1, 3}, {1, 4}};
        QCOMPARE(items, expected);
    }

    void keepsTablesWithWhatBelongsToThem() {
        const Article article = parsed(fullPage);
        QCOMPARE(article.tables.size(), size_t(1));
        const Table& table = article.tables[0];
        QCOMPARE(table.caption, std::string("Prices by contract"));
        QCOMPARE(row(table.header), std::string("Part|Q1|Q2"));
        QCOMPARE(row(table.rows.at(0)), std::string("DDR4|$1.20|$1.60"));
        QCOMPARE(row(table.rows.at(1)), std::string("DDR4|n/a|n/a"));
        QCOMPARE(article.takeaways.size(), size_t(1));
        QCOMPARE(article.takeaways[0].table, 0);
        QCOMPARE(article.takeaways[0].text, std::string("The older part became dearer than the newer one."));
    }

    void marksFormattingAndLinks() {
        const Article article = parsed(fullPage, "https://wire.example/x/y");
        const auto paragraph =
            std::find_if(article.blocks.begin(), article.blocks.end(),
                         [](const Block& block) { return block.kind == BlockKind::Paragraph; });
        QCOMPARE(paragraph->marks.size(), size_t(3));
        const auto word = [&](const Mark& mark) {
            return paragraph->text.substr(mark.span.begin, mark.span.end - mark.span.begin);
        };
        QCOMPARE(paragraph->marks[0].kind, MarkKind::Strong);
        QCOMPARE(word(paragraph->marks[0]), std::string("DRAM"));
        QCOMPARE(paragraph->marks[1].kind, MarkKind::Emphasis);
        QCOMPARE(word(paragraph->marks[2]), std::string("makers"));
        QCOMPARE(paragraph->marks[2].href, std::string("https://wire.example/makers?a=1&b=2"));
    }

    void followsNoScriptAddress() {
        const Article article =
            parsed("<p>Press <a href='javascript:alert(1)'>here</a> or <a "
                   "href='data:text/html,x'>there</a> or <a href='https://a.example/'>on</a>.</p>");
        QCOMPARE(article.blocks.at(0).text, std::string("Press here or there or on."));
        QCOMPARE(article.blocks.at(0).marks.size(), size_t(1));
    }

    void takesTheArticleBeforeScoring() {
        const std::string teaser =
            "<div class=card><p>A teaser of quite some length, that could be mistaken for "
            "running text by a machine, but leads elsewhere.</p></div>";
        const Article article =
            parsed("<html><body>" + teaser +
                   "<article><h1>Real</h1><p>The text that counts, in a sentence of a decent "
                   "length so that it weighs.</p><p>And a second sentence that also counts for the article's "
                   "weight.</p>"
                   "</article>" +
                   teaser + "</body></html>");
        QCOMPARE(article.blocks.size(), size_t(3));
        QCOMPARE(article.blocks[1].text.substr(0, 20), std::string("The text that counts"));
    }

    void severalArticlesOfAPageAreOneWhenAllAreContent() {
        const auto story = [](const std::string& name, int sentences) {
            std::string text = "<article><h2>" + name + "</h2><p>";
            for (int i = 0; i < sentences; ++i)
                text += name + " rose by a third in the quarter, and the makers say that demand is high. ";
            return text + "</p></article>";
        };
        const auto all = [](const Article& article) {
            std::string text;
            for (const Block& block : article.blocks)
                text += block.text + '\n';
            return text;
        };
        const std::string first = story("Memory", 6);
        const Article both = parsed("<body><main>" + first + story("Storage", 4) + "</main></body>");
        QVERIFY(all(both).find("Memory rose") != std::string::npos);
        QVERIFY(all(both).find("Storage rose") != std::string::npos);
        QVERIFY(both.issues.empty());

        // A short one beside it is another story's teaser; what it holds is told.
        const Article one = parsed("<body><main>" + first + story("Disk", 1) + "</main></body>");
        QVERIFY(all(one).find("Memory rose") != std::string::npos);
        QVERIFY(all(one).find("Disk rose") == std::string::npos);
        QCOMPARE(one.issues.size(), std::size_t(1));
        QCOMPARE(one.issues[0].code, std::string("articles-left-out"));
        QCOMPARE(one.issues[0].args, (std::vector<std::string>{"page.html", "1", "17"}));
        // Cards of other stories and what stands aside are none of a short one, however much of the page they
        // are.
        const std::string brief = story("Memory", 2) + "</main>";
        std::string cards = "<h2>Read next</h2>";
        for (const char* name : {"Chips", "Disks", "Ships"})
            cards +=
                std::string("<article><a href=/x><h3>About ") + name + "</h3></a><p>" + name +
                " will be sold from the second quarter on, and to whom the maker does not say.</p></article>";
        for (const char* around : {"<div>", "<section class=related>", "<aside>"}) {
            const Article page = parsed("<body><main>" + brief + around + cards + "</body>");
            QVERIFY2(all(page).find("Memory rose") != std::string::npos, around);
            QVERIFY2(all(page).find("will be sold") == std::string::npos, around);
            QVERIFY2(page.issues.empty(), around);
        }
        QVERIFY(all(parsed("<body><main>" + brief + "<aside>" + story("Aside", 2) + "</aside></body>"))
                    .find("Aside rose") == std::string::npos);
        // Stories of a page that lists them whole have headlines that are links, too.
        QVERIFY(
            all(parsed(
                    "<body><main><article><h2><a href=/1>One</a></h2><p>It goes on for a while, so that it "
                    "counts.</p><p>And on and on, for a second paragraph of it.</p></article><article><h2><a "
                    "href=/2>Two</a></h2><p>Another goes on for a while, so that it counts.</p><p>And on and "
                    "on, for one more paragraph.</p></article></main></body>"))
                .find("Another goes on") != std::string::npos);
        // Readers' comments are nobody's loss.
        QVERIFY(parsed("<body>" + first +
                       "<article class=comment><p>I do not think that this is so, and "
                       "many others do not either.</p></article></body>")
                    .issues.empty());
        std::string comments;
        for (int i = 0; i < 3; ++i)
            comments += "<article class=comment><p>I do not think that this is so, and many others do not "
                        "either, as far "
                        "as I can see, whatever is said about the quarter.</p></article>";
        QVERIFY(all(parsed("<body>" + story("Memory", 3) + "<div><h2>Discussion</h2>" + comments +
                           "</div></body>"))
                    .find("think that") == std::string::npos);
    }

    void findsTheTextOfAPageWithoutHints() {
        std::string html =
            "<html><body><div><div><a href=/1>One</a> <a href=/2>Two</a> <a href=/3>Three</a></div>"
            "<div><div>";
        for (int i = 0; i < 6; ++i)
            html += "<p>Paragraph " + std::to_string(i) +
                    " goes on for a while, so that it counts as running text of the page.</p>";
        html += "</div></div><div>Contact us</div></div></body></html>";
        const Article article = parsed(html);
        QCOMPARE(article.blocks.size(), size_t(6));
        checkSpans(article);
    }

    void readsLinkedData() {
        const Article article = parsed(file("linked_data.html"));
        QCOMPARE(article.title, std::string("Grid fees fall"));
        QCOMPARE(article.author, std::string("Ana Ruiz, Bo Li"));
        QCOMPARE(article.source, std::string("Power Post"));
        QCOMPARE(article.url, std::string("https://post.example/grid"));
        QCOMPARE(article.published.earliest, std::string("2026-03-31"));
        QCOMPARE(article.topics.size(), size_t(2));
        QCOMPARE(article.blocks.size(), size_t(2)); // drawn by a script: JSON-LD is all there is
        QCOMPARE(article.questions.size(), size_t(1));
        QCOMPARE(article.questions[0].answer, std::string("The users & makers."));
    }

    void resolvesTheEntitiesOfLinkedDataOnce() {
        const Article article = parsed(
            "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
            "\"AT&amp;T &#38; the &quot;cloud&quot;: a &lt; b &amp;lt; c\",\"author\":{\"name\":\"Zo&euml; "
            "R&D\"},\"publisher\":{\"name\":\"Q&amp;A\"},\"keywords\":\"R&amp;D; AI\"}</script></head>"
            "<body><h1>AT&amp;T &amp; the \"cloud\": a &lt; b &amp;lt; c</h1><p>The makers say that demand "
            "is high and that prices rise.</p></body></html>");
        QCOMPARE(article.title, std::string("AT&T & the \"cloud\": a < b &lt; c"));
        QCOMPARE(article.author, std::string("Zoë R&D"));
        QCOMPARE(article.source, std::string("Q&A"));
        QCOMPARE(article.topics.at(0).name, std::string("R&D"));
        QCOMPARE(joined(texts(article, BlockKind::Title)), article.title);
    }

    void whatIsNamedHtmlIsReadAsHtml_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("format");
        const int html = static_cast<int>(Format::Html), text = static_cast<int>(Format::SavedPage);
        const QByteArray paragraph = "<p>Prices rose by a third in the quarter.</p>";
        QTest::newRow("a heading first") << QByteArray("a.html") << "<h3>Prices</h3>" + paragraph << html;
        QTest::newRow("words first") << QByteArray("a.HTM") << "In short: " + paragraph << html;
        QTest::newRow("an unusual element first")
            << QByteArray("a.xhtml") << "<blockquote>Up.</blockquote>" + paragraph << html;
        QTest::newRow("no element at all")
            << QByteArray("a.html") << QByteArray("a < b and <mail@b.example>") << text;
        QTest::newRow("text by its name") << QByteArray("a.txt") << "In short: " + paragraph << text;
    }
    void whatIsNamedHtmlIsReadAsHtml() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        QFETCH(int, format);
        ParseHints hints;
        hints.name = name.toStdString();
        QCOMPARE(static_cast<int>(parseDocument(text.toStdString(), hints).format), format);
    }

    void choosesBetweenThePageAndTheBodyOfItsLinkedData_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("first"); // paragraph of the article
        const QString said =
            "The regulator lowered the fees by a tenth on Tuesday, and they fall again in June.";
        const QString more = " Users see it on the bill of June, which counts the spring, and not before.";
        const QString around = "We use cookies to make this page work well. Accept all of them, or choose.";
        QTest::newRow("a short article drawn by a script")
            << "<div><p>" + around + "</p></div>" << said << said;
        QTest::newRow("the same, in what calls itself the article")
            << "<article><p>" + around + "</p></article>" << said << around;
        QTest::newRow("a copy") << "<p>" + said + more + "</p>" << said << said + more;
        QTest::newRow("a copy in other quotation marks")
            << "<p>" + said + " It is “good”.</p>" << said + " It is \\\"good\\\"."
            << said + " It is “good”.";
        QTest::newRow("a cut copy") << "<p>" + said + "</p><p>" + more.repeated(3) + "</p>"
                                    << said.left(70) + "…" << said;
        QTest::newRow("a teaser of it") << "<p>" + said + "</p>" << said + "\\n" + more.repeated(3) << said;
        QTest::newRow("a summary that is called the body")
            << "<p>" + said + more.repeated(4) + "</p>"
            << "Fees are down by ten per cent, says the regulator now." << said + more.repeated(4);
    }
    void choosesBetweenThePageAndTheBodyOfItsLinkedData() {
        QFETCH(QString, page);
        QFETCH(QString, body);
        QFETCH(QString, first);
        const Article article =
            parsed(("<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                    "\"Fees\",\"articleBody\":\"" +
                    body + "\"}</script></head><body>" + page + "</body></html>")
                       .toStdString());
        const auto paragraphs = texts(article, BlockKind::Paragraph);
        QVERIFY(!paragraphs.empty());
        QCOMPARE(QString::fromStdString(paragraphs.front()), first.simplified());
    }

    void readsQuestionsUnderTheirHeading() {
        const Article article =
            parsed("<h2>FAQ</h2><h3>Why so dear?</h3><p>Few make it.</p><p>Many want it.</p>"
                   "<h3>For how long?</h3><p>Two years.</p><h2>Next</h2><p>Other text.</p>");
        QCOMPARE(article.questions.size(), size_t(2));
        QCOMPARE(article.questions[0].answer, std::string("Few make it.\nMany want it."));
        QCOMPARE(joined(texts(article, BlockKind::Question)), std::string("Why so dear?|For how long?"));
        QCOMPARE(joined(texts(article, BlockKind::Paragraph)), std::string("Other text."));
    }

    void aFirstRowThatNamesTheColumnsIsTheHead_data() {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<bool>("is");
        const auto row = [](const char* name, const char* rows, bool is) {
            QTest::newRow(name) << QByteArray(rows) << is;
        };
        row("bold", "<tr><td><b>Chip</b><td><strong>Price</strong><tr><td>H100<td>2<tr><td>B200<td>3", true);
        row("bold by style",
            "<tr><td style='font-weight: 700'>Chip<td><span style='font-weight:bold'>Price</span>"
            "<tr><td>H100<td>2",
            true);
        row("years in bold", "<tr><td><td><b>2025</b><td><b>2026</b><tr><td>A<td>1<td>2", true);
        row("all bold", "<tr><td><b>A</b><td><b>B</b><tr><td><b>1</b><td><b>2</b>", false);
        row("a word in bold", "<tr><td><b>A</b> chip<td><b>B</b><tr><td>1<td>2", false);
        row("a row of words above one of figures",
            "<tr><td>Llama<td>free<td>open<tr><td>GPT-5<td>$10<td>closed", false);
        row("a total", "<tr><td>Total<td>unknown<td>n/a<tr><td>A<td>5<td>3<tr><td>B<td>4<td>2", false);
        row("years", "<tr><td>Company<td>2024<td>2025<tr><td>A<td>$1B<td>$2B<tr><td>B<td>$3B<td>n/a", true);
        row("an empty corner", "<tr><td><td>H100<td>B200<tr><td>Price<td>2<td>3", true);
        row("figures below words",
            "<tr><td>Chip<td>Maker<td>Price<tr><td>H100<td>N<td>$2<tr><td>M3<td>A<td>$3", true);
        row("names beside values", "<tr><td>Name<td>Ada<tr><td>Age<td>36<tr><td>Born<td>1815", false);
        row("figures from the first row on", "<tr><td>a<td>b<td>1<tr><td>c<td>d<td>2", false);
        row("no figures", "<tr><td>a<td>b<td>c<tr><td>d<td>e<td>f", false);
        row("a heading over all", "<tr><td colspan=2><b>Prices</b><tr><td>H100<td>2", false);
    }
    void aFirstRowThatNamesTheColumnsIsTheHead() {
        QFETCH(QByteArray, rows);
        QFETCH(bool, is);
        const Article article = parsed("<h1>Chips</h1><table>" + rows.toStdString() + "</table>");
        QCOMPARE(article.tables.size(), std::size_t{1});
        QCOMPARE(!article.tables[0].header.empty(), is);
        QVERIFY(!article.tables[0].rows.empty());
    }

    void treatsALayoutTableAsText() {
        const Article article = parsed("<table role=presentation><tr><td><p>Shares by "
                                       "maker</p></td><td><table><tr><th>A</th><th>B</th></tr>"
                                       "<tr><td>1</td><td>2</td></tr></table></td></tr></table>");
        QCOMPARE(joined(texts(article, BlockKind::Paragraph)), std::string());
        QCOMPARE(article.tables.size(), size_t(1));
        QCOMPARE(row(article.tables[0].header), std::string("A|B"));
        QCOMPARE(article.tables[0].caption, std::string("Shares by maker"));
    }

    void keepsADataTableWithASmallTableInACell() {
        const Article marked = parsed("<h1>A</h1><table><tr><th>Cloud</th><th>Sales</th></tr>"
                                      "<tr><td>One</td><td><table><tr><td>2025</td><td>$130B</td></tr>"
                                      "</table></td></tr><tr><td>Two</td><td>$4B</td></tr></table>");
        QCOMPARE(marked.tables.size(), size_t(1));
        QCOMPARE(row(marked.tables[0].header), std::string("Cloud|Sales"));
        QCOMPARE(row(marked.tables[0].rows.at(0)), std::string("One|2025 $130B"));
        QVERIFY(marked.issues.empty());
        checkSpans(marked);
        const Article plain = parsed("<h1>A</h1><table><tr><td>Cloud</td><td>Price</td></tr><tr><td>One</td>"
                                     "<td>$1</td></tr><tr><td>Two</td><td><table><tr><th>from</th>"
                                     "<th>$2</th></tr></table></td></tr></table>");
        QCOMPARE(plain.tables.size(), size_t(1));
        QCOMPARE(row(plain.tables[0].rows.back()), std::string("Two|from $2"));
    }

    void readsRowsWithoutATable() {
        const Article article =
            parsed("<tr><th>Cloud</th><th>Price</th></tr>\n<tr><td>One</td><td>$1</td></tr>");
        QCOMPARE(article.tables.size(), size_t(1));
        QCOMPARE(row(article.tables[0].header), std::string("Cloud|Price"));
        QCOMPARE(row(article.tables[0].rows.at(0)), std::string("One|$1"));
        checkSpans(article);
        const Article one = parsed("<tr><td>One</td><td>$1</td></tr>");
        QCOMPARE(joined(texts(one, BlockKind::Paragraph)), std::string("One|$1"));
    }

    void aCellOfATableReadAsTextIsNoCaption() {
        const std::string data =
            "<table><tr><th>Chip</th><th>Price</th></tr><tr><td>H100</td><td>$2</td></tr>"
            "<tr><td>H200</td><td>$3</td></tr></table>";
        const std::string outer =
            "<h1>A</h1><table><caption>Regions</caption><tr><th>Region</th><th>Prices</th></tr><tr><td>North"
            "</td><td><table><caption>Inner</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></"
            "tr>"
            "</table></td></tr><tr><td>2</td><td>3</td></tr></table>";
        const Article article = parsed(outer + data);
        QCOMPARE(article.tables.size(), size_t(2));
        QCOMPARE(article.tables[1].caption, std::string());
        // A line of its own still is one.
        QCOMPARE(parsed(outer + "<p><b>Chips</b></p>" + data).tables.at(1).caption, std::string("Chips"));
    }

    void tellsThatATableWasReadAsText() {
        std::string inner = "<table><tr><th>Chip</th><th>Price</th></tr>";
        for (int i = 0; i < 10; ++i)
            inner += "<tr><td>Chip " + std::to_string(i) + "</td><td>$" + std::to_string(i) + "</td></tr>";
        const Article article = parsed("<h1>A</h1><table><tr><th>Region</th><th>Prices</th></tr><tr>"
                                       "<td>North</td><td>" +
                                       inner + "</table></td></tr></table>");
        QCOMPARE(article.tables.size(), size_t(1)); // the inner one
        QCOMPARE(row(article.tables[0].header), std::string("Chip|Price"));
        QCOMPARE(article.issues.size(), size_t(1));
        QCOMPARE(article.issues[0].code, std::string("tables-as-text"));
        QCOMPARE(article.issues[0].args, (std::vector<std::string>{"page.html", "1"}));
        // What nothing marks as data is layout, as ever.
        QVERIFY(parsed("<h1>A</h1><table><tr><td>Menu</td><td>" + inner + "</table></td></tr></table>")
                    .issues.empty());
    }

    void joinsTwoRowsOfHeader() {
        const Article article = parsed("<table><caption>Sales</caption><thead><tr><th "
                                       "rowspan=2>Maker</th><th colspan=2>2026</th></tr><tr><th>Q1"
                                       "</th><th>Q2</th></tr></thead><tr><td>A</td><td "
                                       "align=right>1</td><td>2</td></tr><tr><td colspan=3>All "
                                       "figures in units</td></tr></table>");
        const Table& table = article.tables.at(0);
        QCOMPARE(table.caption, std::string("Sales"));
        QCOMPARE(row(table.header), std::string("Maker|2026 Q1|2026 Q2"));
        QCOMPARE(row(table.rows.at(1)), std::string("All figures in units||"));
        QCOMPARE(table.alignments.at(1), Alignment::Right);
        checkSpans(article);
    }

    void takesAFiguresCaptionForItsTable() {
        const Article article =
            parsed("<figure><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
                   "</table><figcaption>Shares of <i>two</i></figcaption></figure><p>End.</p>");
        QCOMPARE(article.tables.at(0).caption, std::string("Shares of two"));
        QCOMPARE(article.blocks.size(), size_t(3));
    }

    void readsChineseWithoutBlanksFromLineEnds() {
        const Article article = parsed("<html lang=zh-TW><body><p>記憶體的價格在一季之內上漲了三分之一,\n"
                                       "供應商表示還會再漲。\n  NVIDIA 也這樣說。</p></body></html>");
        QCOMPARE(article.blocks.at(0).text,
                 std::string("記憶體的價格在一季之內上漲了三分之一, 供應商表示還會再漲。 NVIDIA 也這樣說。"));
        QCOMPARE(article.blocks.at(0).language, Language::TraditionalChinese);
        QCOMPARE(article.pageLanguage, Language::TraditionalChinese);
        QCOMPARE(parsed("<p>雲端\n運算</p>").blocks.at(0).text, std::string("雲端運算"));
    }

    void splitsParagraphsAtDoubleBreaks() {
        const Article article = parsed("<div>First part<br>second line<br><br>Second part</div>");
        QCOMPARE(article.blocks.size(), size_t(2));
        QCOMPARE(article.blocks[0].text, std::string("First part\nsecond line"));
        QCOMPARE(article.blocks[1].text, std::string("Second part"));
    }

    void refusesDeepNestingWithItsLine() {
        std::string html = "<html>\n<body>\n";
        for (int i = 0; i < 100'000; ++i)
            html += "<table><tr><td>";
        QCOMPARE(codeOf(html), QByteArray("DocumentTooDeep"));
        std::string unknown;
        for (int i = 0; i < 100'000; ++i)
            unknown += "<x-y/>";
        QCOMPARE(codeOf(unknown), QByteArray("DocumentTooDeep"));
        std::string fonts;
        for (int i = 0; i < 2000; ++i)
            fonts += "<p><font size=" + std::to_string(i) + ">text";
        QCOMPARE(codeOf(fonts), QByteArray("DocumentTooDeep"));
        std::string bold = "<html>\n<body><p>";
        for (int i = 0; i < 300; ++i)
            bold += "<b>";
        QCOMPARE(codeOf(bold + "text"), QByteArray("DocumentTooDeep"));
        // Closed, or left open in paragraphs that end, they are no deeper than three.
        std::string paragraphs;
        for (int i = 0; i < 2000; ++i)
            paragraphs += "<p><b>text<p><b>bold</b> and <b>bold</b>";
        QCOMPARE(codeOf(paragraphs), QByteArray(""));
    }

    void refusesHugeTablesAndTagsByTheirTagsAlone() {
        const auto saidOf = [](const std::string& html) {
            ParseHints hints;
            hints.name = "page.html";
            try {
                checkHtmlTags(html, hints, {});
            } catch (const Error& error) {
                std::string said = errorName(error.code());
                for (const std::string& argument : error.args())
                    said += ' ' + argument;
                return said;
            }
            return std::string();
        };
        std::string cells = "<html>\n<body>\n<table><tr><td><table>\n";
        for (int row = 0; row < 1000; ++row) {
            cells += "<tr>";
            for (int column = 0; column < 300; ++column)
                cells += "<td>1";
        }
        QCOMPARE(saidOf(cells), std::string("DocumentTableTooLarge page.html 3 300000 200000"));
        QCOMPARE(saidOf(cells + "</table></table><p>End"),
                 std::string("DocumentTableTooLarge page.html 3 300000 200000"));
        const std::string few = "<table><tr><td>a<td colspan=1000>b</table>"; // what spans is looked at later
        QCOMPARE(saidOf(few), std::string());

        std::string tag = "<p>Text\n<p";
        std::string end = "<p>Text</p";
        for (int i = 0; i < 1001; ++i) {
            tag += "\na" + std::to_string(i) + " = 1";
            end += " = x = ";
        }
        QCOMPARE(saidOf(tag + ">x"), std::string("DocumentTagTooLarge page.html 2 1001 1000"));
        QVERIFY(saidOf(end + ">x").starts_with("DocumentTagTooLarge page.html 1 "));
        // One attribute each, whatever stands in them.
        const std::string value(100'000, '/');
        QCOMPARE(saidOf("<a href=" + value + ">x</a><a href='" + std::string(9000, ' ') + "=a'>"),
                 std::string());
        QCOMPARE(codeOf(tag + ">x"), QByteArray("DocumentTagTooLarge"));
    }

    void takesLongPagesWithoutEndTags() {
        std::string html = "<ul>";
        for (int i = 0; i < 2000; ++i)
            html += "<li>item<b>bold";
        html += "</ul><table>";
        for (int i = 0; i < 2000; ++i)
            html += "<tr><td>a<td>b" + std::to_string(i);
        html += "</table>";
        for (int i = 0; i < 2000; ++i)
            html += "<p>Paragraph<p>Another <!-- <div><div> --><br>";
        html += "<script>" + std::string(2000, '<') + "div></script>";
        const Article article = parsed(html);
        QCOMPARE(article.tables.at(0).rows.size(), size_t(2000));
        QVERIFY(article.blocks.size() > 6000);
    }

    void refusesATableThatWouldFillTheMemory() {
        QCOMPARE(codeOf("<table><tr><td colspan=1000>a<td colspan=1000>b" +
                        [] {
                            std::string rows;
                            for (int i = 0; i < 200; ++i)
                                rows += "<tr><td>x<td>y";
                            return rows;
                        }()),
                 QByteArray("DocumentTableTooLarge"));
        std::string stairs = "<table>";
        for (int i = 0; i < 500; ++i)
            stairs += "<tr><td rowspan=65534 colspan=10>x<td>y";
        QCOMPARE(codeOf(stairs), QByteArray("DocumentTableTooLarge"));
    }

    void saysThatAPageHasNoText() {
        QCOMPARE(codeOf("<html><body><script>x()</script></body></html>"), QByteArray("DocumentEmpty"));
        QCOMPARE(codeOf("<!-- nothing -->"), QByteArray("DocumentEmpty"));
    }

    void survivesMisnestedTags_data() {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("bold over paragraphs") << QByteArray("<b>one<p>two</b>three<p>four");
        QTest::newRow("foster parents")
            << QByteArray("<table>stray<tr>words<td>cell</td></tr>more</table>tail");
        QTest::newRow("links in links") << QByteArray("<a href=/1>one<a href=/2>two</a>three</a>");
        QTest::newRow("heading in link") << QByteArray("<a href=/1><h2>head</h2><p>para</p></a>");
        QTest::newRow("cut tag") << QByteArray("<p>text<b");
        QTest::newRow("cut entity") << QByteArray("<p>a &am");
        QTest::newRow("nul") << QByteArray("<p>a\0b</p>", 10);
        QTest::newRow("select") << QByteArray("<p>a<select><option>x<table><tr><td>b");
        QTest::newRow("svg") << QByteArray(
            "<p>a<svg><text>no</text><foreignObject><p>yes</p></foreignObject></svg>b");
        QTest::newRow("frameset") << QByteArray("<frameset><frame src=x></frameset>text");
        QTest::newRow("table in p in table")
            << QByteArray("<table><td><p>a<table><td>b<td>c<tr><td>d<td>e</table>f");
        QTest::newRow("list item alone") << QByteArray("<li>one<li>two</ul></li></p>");
        QTest::newRow("template") << QByteArray("<template><p>no</p></template><p>yes");
        QTest::newRow("plaintext") << QByteArray("<p>a<plaintext><b>c");
    }
    void survivesMisnestedTags() {
        QFETCH(QByteArray, html);
        try {
            const Article article = parsed(html.toStdString());
            for (const auto& block : article.blocks)
                QVERIFY(block.span.begin <= block.span.end && block.span.end <= article.text.size());
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::DocumentEmpty);
        }
    }

    // Any page made of whole pieces: what a block's range shows is what the block says.
    void everyRangeShowsItsBlocksText() {
        std::mt19937 random(20260402);
        const std::vector<std::string> inlines{"word",
                                               "a &amp; b",
                                               "<b>bold text</b>",
                                               "<a href=\"/x>y\">link</a>",
                                               "caf&eacute;",
                                               "雲端 and &#38642;",
                                               "<i>in<b>ner</b></i>",
                                               "<span\nclass=x>span</span>",
                                               " ",
                                               "\n",
                                               "<!-- note -->"};
        for (int round = 0; round < 300; ++round) {
            std::string html = round % 2 ? "<!doctype html><html><body>" : "";
            for (int i = 0; i < 12; ++i) {
                std::string run = "Start";
                for (auto n = random() % 6; n > 0; --n)
                    run += inlines[random() % inlines.size()];
                switch (random() % 7) {
                case 0:
                    html += "<p>" + run;
                    break;
                case 1:
                    html += "<div class=\"c" + std::to_string(i) + "\">" + run + "</div>\n";
                    break;
                case 2:
                    html += "<ul><li>" + run + "<li>" + run + "</ul>";
                    break;
                case 3:
                    html += "<h2>" + run + "</h2>";
                    break;
                case 4:
                    html += "<blockquote>" + run + "</blockquote>";
                    break;
                case 5:
                    html += "<table><tr><th>" + run + "<th>x<tr><td>1<td>" + run + "</table>";
                    break;
                default:
                    html += run + "<br><br>";
                    break;
                }
            }
            checkSpans(parsed(html));
            if (QTest::currentTestFailed()) {
                qWarning("%s", html.c_str());
                return;
            }
        }
    }

    // A page whose prose is Traditional for certain, with a title, a heading and a table of characters that
    // both scripts share.
    void whatBothScriptsShareIsInTheArticlesScript() {
        const std::string decided =
            "<p>這篇文章說明資料中心與雲端運算的價格變動,臺灣的晶片製造商營收將會上升。</p>";
        const std::string open = "<h1>人工智能公司信息</h1>" + decided +
                                 "<h2>合法程序</h2><p>此文件只有二十公里。公司信息在文件中。</p>"
                                 "<table><caption>公司文件</caption><tr><th>文件</th><th>信息</th></tr>"
                                 "<tr><td>甲</td><td>5</td></tr></table>";
        for (const std::string tag : {"", " lang='zh'", " lang='zh-Hant'", " lang='zh-Hans'", " lang='en'"}) {
            const Article article = parsed("<html" + tag +
                                           "><head><title>人工智能公司信息</title></head><body>"
                                           "<article>" +
                                           open + "</article></body></html>");
            for (const Block& block : article.blocks)
                QCOMPARE(block.language, Language::TraditionalChinese);
            QCOMPARE(article.language, Language::TraditionalChinese);
            QCOMPARE(article.titleTraditional, std::string("人工智能公司信息"));
            QVERIFY(article.titleSimplified.empty());
        }
        // Where nothing decides, what the page says of itself does.
        const auto languageOf = [](const std::string& tag) {
            return parsed("<html lang='" + tag +
                          "'><body><article><h1>合法程序</h1><p>此文件只有二十公里。</p>"
                          "</article></body></html>")
                .language;
        };
        QCOMPARE(languageOf("zh-TW"), Language::TraditionalChinese);
        QCOMPARE(languageOf("zh-CN"), Language::SimplifiedChinese);
        QCOMPARE(
            parsed("<html "
                   "lang='zh'><body><p>此文件只有「二十」公里。</p><p>公司信息在文件中。</p></body></html>")
                .language,
            Language::TraditionalChinese);
    }

    void aTableIsNeverLeftBehindInSilence() {
        const std::string table =
            "<table><thead><tr><th>Cloud</th><th>Price</th></tr></thead><tbody>"
            "<tr><td>AWS</td><td>$2</td></tr><tr><td>GCP</td><td>$3</td></tr></tbody></table>";
        const std::string prose = "<p>This is a paragraph of the article, which says something about clouds, "
                                  "prices, and the market, at some length, so that it counts.</p>";
        const std::string nav = "<div class=nav><a href=a>Home</a> <a href=b>News</a></div>";
        const auto page = [&](const std::string& body) {
            return parsed("<html lang=en><head><title>GPU prices</title></head><body>" + nav + body +
                          "<div class=footer>Copyright 2026 All rights reserved</div></body></html>");
        };
        // A note of one line under the table that the page is about.
        QCOMPARE(
            page(
                "<div class=page><h1>GPU prices</h1><div class=wrapper>" + table +
                "</div><div class=notes><p>Prices are those of the lists, without discounts.</p></div></div>")
                .tables.size(),
            std::size_t(1));
        const Article alone = page("<h1>Only a table</h1>" + table);
        QCOMPARE(alone.tables.size(), std::size_t(1));
        QCOMPARE(alone.language, Language::English);
        // Beside much prose, in an element of its own.
        const Article beside = page("<div class=wrap><div class=text>" + prose + prose + prose + prose +
                                    "</div><div class=data><h3>Prices</h3>" + table + "</div></div>");
        QCOMPARE(beside.tables.size(), std::size_t(1));
        QCOMPARE(texts(beside, BlockKind::Paragraph).size(), std::size_t(4));
        QVERIFY(beside.issues.empty());
        // Beside the body, within the article.
        QCOMPARE(page("<article><div itemprop=articleBody>" + prose + prose + "</div>" + table + "</article>")
                     .tables.size(),
                 std::size_t(1));
        // Outside of what the page itself calls the article: said.
        const Article outside =
            page("<article><h1>GPU prices</h1>" + prose + prose + "</article><div>" + table + "</div>");
        QCOMPARE(outside.tables.size(), std::size_t(0));
        QCOMPARE(outside.issues.size(), std::size_t(1));
        QCOMPARE(outside.issues[0].code, std::string("tables-left-out"));
        QCOMPARE(outside.issues[0].args.at(1), std::string("1"));
        // Rows of links are navigation.
        const Article links =
            page("<article><h1>GPU prices</h1>" + prose +
                 "</article><table>"
                 "<tr><th><a href=c>Clouds</a><th><a href=d>Chips</a><tr><td><a href=e>AWS</a>"
                 "<td><a href=f>GCP</a></table>");
        QVERIFY(links.issues.empty());
    }

    void tellsHtmlFromOtherText() {
        QVERIFY(looksLikeHtml("<!-- x --> <!DOCTYPE html><p>"));
        QVERIFY(looksLikeHtml("<?xml version='1.0'?><html xmlns='x'>"));
        QVERIFY(looksLikeHtml("<table><tr>"));
        QVERIFY(!looksLikeHtml("a < b"));
        QVERIFY(!looksLikeHtml("<rss version='2.0'>"));
        QVERIFY(!looksLikeHtml("<https://example.org> is a link"));
        QVERIFY(!looksLikeHtml(""));
    }
};

PARALLAX_TEST(TestHtml)

} // namespace test_html
#include "test_html.moc"
