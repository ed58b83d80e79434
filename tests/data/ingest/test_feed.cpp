// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "data/ingest/feed.h"
#include "tests/test_program.h"

namespace test_feed {

using namespace parallax;
using namespace parallax::data;

namespace {

Document parsed(std::string_view text, const char* url = "", const ParseLimits& limits = {}) {
    ParseHints hints;
    hints.name = "feed.xml";
    hints.url = url;
    Document document;
    parseFeed(text, hints, limits, document);
    return document;
}

Error thrownBy(std::string_view text) {
    try {
        parsed(text);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Usage);
}

std::string rssItem(const std::string& inside) {
    return "<?xml version=\"1.0\"?>\n<rss "
           "version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/news/"
           "</link>\n<item>" +
           inside + "</item></channel></rss>";
}

FeedItem onlyItem(const std::string& inside) {
    return parsed(rssItem(inside)).feed.items.at(0);
}

} // namespace

class TestFeed : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aTitleOfThousandsOfCharactersIsCut() {
        const std::string words(3000, 'x');
        const Document document =
            parseDocument("<rss version='2.0'><channel><title>Wire</title><item><title>" + words +
                              "雲</title></item></channel></rss>",
                          {}, {});
        const Article& article = document.articles.at(0);
        QCOMPARE(article.title, std::string(499, 'x') + "…");
        QCOMPARE(document.feed.items.at(0).title, article.title);
        QCOMPARE(article.issues.back().code, std::string("title-cut"));
        QCOMPARE(article.issues.back().args.at(1), std::string("3001"));
        QCOMPARE(article.blocks.at(0).text, words + "雲"); // nothing is gone
        QCOMPARE(article.blocks.at(0).kind, BlockKind::Paragraph);
    }

    void anItemKeepsTheDayThatIsWritten_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("RSS") << QByteArray::fromStdString(
            rssItem("<title>Early</title><pubDate>Wed, 01 Apr 2026 06:00:00 +0800</pubDate>"));
        QTest::newRow("RSS, Dublin Core terms") << QByteArray::fromStdString(
            rssItem("<title>Early</title><date>2026-04-01T06:00:00+08:00</date>"));
        QTest::newRow("Atom") << QByteArray(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title><entry><title>Early</title>"
            "<published>2026-04-01T06:00:00+08:00</published></entry></feed>");
        QTest::newRow("JSON") << QByteArray(
            R"({"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[{"id":"1","title":"Early",)"
            R"("date_published":"2026-04-01T06:00:00+08:00"}]})");
    }
    void anItemKeepsTheDayThatIsWritten() {
        QFETCH(QByteArray, text);
        const Document document = parsed(text.toStdString());
        QCOMPARE(document.feed.items.at(0).published, std::string("2026-03-31T22:00:00Z"));
        const Article& article = document.articles.at(0);
        QCOMPARE(article.published.earliest, std::string("2026-04-01"));
        QCOMPARE(article.published.latest, std::string("2026-04-01"));
        QCOMPARE(article.archiveMonth, std::string("2026-04"));
    }

    void readsRss20() {
        const Document document = parsed(
            "<?xml version='1.0' encoding='big5'?>\n"
            "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
            "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Chips &amp; "
            "more</title>"
            "<link>https://wire.example/news/</link><description>All about chips</description>"
            "<language>zh-tw</language><item><title>記憶體 &amp;amp; more</title><link> memory.html </link>"
            "<guid isPermaLink='false'>id-1</guid><pubDate>Thu, 2 Apr 26 09:30 +0800</pubDate>"
            "<dc:creator>Lin Wei</dc:creator><description>Short &lt;b&gt;words&lt;/b&gt;</description>"
            "<content:encoded><![CDATA[<p>記憶體的價格在一季之內上漲了三分之一。</"
            "p><table><tr><th>A<th>B<tr><td>1<td>2"
            "</table>]]></content:encoded></item></channel></rss>");
        const Feed& feed = document.feed;
        QCOMPARE(document.format, Format::Feed);
        QCOMPARE(feed.title, std::string("Chips & more"));
        QCOMPARE(feed.link, std::string("https://wire.example/news/"));
        QCOMPARE(feed.language, std::string("zh-tw"));
        QVERIFY(!feed.bozo);
        const FeedItem& item = feed.items.at(0);
        QCOMPARE(item.title, std::string("記憶體 & more"));
        QCOMPARE(item.link, std::string("https://wire.example/news/memory.html"));
        QCOMPARE(item.id, std::string("id-1"));
        QCOMPARE(item.published, std::string("2026-04-02T01:30:00Z"));
        QCOMPARE(item.author, std::string("Lin Wei"));
        QCOMPARE(item.summary, std::string("Short <b>words</b>"));
        const Article& article = document.articles.at(0);
        QCOMPARE(article.text, item.content);
        QCOMPARE(article.title, item.title);
        QCOMPARE(article.source, feed.title);
        QCOMPARE(article.url, item.link);
        QCOMPARE(article.summary, std::string("Short words"));
        QCOMPARE(article.published.earliest, std::string("2026-04-02"));
        QCOMPARE(article.language, Language::TraditionalChinese);
        QCOMPARE(article.tables.size(), size_t(1));
        const Span span = article.blocks.at(0).span;
        QCOMPARE(article.text.substr(span.begin, span.end - span.begin),
                 std::string("記憶體的價格在一季之內上漲了三分之一。"));
    }

    void whatBothScriptsShareIsAsItsNeighbours() {
        const auto languageOfLast = [](const std::string& others) {
            const Document document =
                parsed("<rss version='2.0'><channel><title>A</title>" + others +
                       "<item><title>人工智能平台上市</title><description>人工智能平台上市。"
                       "</description></item></channel></rss>");
            const Article& last = document.articles.back();
            const bool traditional = last.titleTraditional == last.title && last.titleSimplified.empty();
            const bool simplified = last.titleSimplified == last.title && last.titleTraditional.empty();
            if (traditional == simplified || traditional != (last.language == Language::TraditionalChinese))
                return Language::Unknown;
            return last.language;
        };
        const std::string traditional = "<item><title>雲端價格</title><description>雲端價格又下降了。"
                                        "</description></item>";
        const std::string simplified = "<item><title>数据中心</title><description>数据中心又涨价了。"
                                       "</description></item>";
        QCOMPARE(languageOfLast(traditional), Language::TraditionalChinese);
        QCOMPARE(languageOfLast(traditional + simplified + traditional), Language::TraditionalChinese);
        QCOMPARE(languageOfLast(simplified), Language::SimplifiedChinese);
        QCOMPARE(languageOfLast(traditional + simplified), Language::SimplifiedChinese); // by punctuation
        QCOMPARE(languageOfLast({}), Language::SimplifiedChinese);
    }

    void readsRdfAndOldRss() {
        const Document rdf =
            parsed("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                   "xmlns='http://purl.org/rss/1.0/' xmlns:d='http://purl.org/dc/elements/1.1/'>"
                   "<channel rdf:about='https://a.example/feed'><title>A</title>"
                   "<link>https://a.example/</link></channel><item rdf:about='https://a.example/1'>"
                   "<title>One</title><link>https://a.example/1</link><d:date>2026-04-02T10:00+02:00"
                   "</d:date></item></rdf:RDF>");
        QCOMPARE(rdf.feed.title, std::string("A"));
        QCOMPARE(rdf.feed.items.at(0).id, std::string("https://a.example/1"));
        QCOMPARE(rdf.feed.items.at(0).published, std::string("2026-04-02T08:00:00Z"));
        QCOMPARE(rdf.articles.at(0).text, std::string("One")); // no content: the title is all there is
        const Document old =
            parsed("<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS "
                   "0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss "
                   "version='0.91'><channel><title>Caf&eacute;</title><item><title>T</title>"
                   "<description>a&nbsp;b</description></item></channel></rss>");
        QCOMPARE(old.feed.title, std::string("Café"));
        QVERIFY(!old.feed.bozo); // that DTD defines the entities
        QVERIFY(thrownBy("<rss><channel></channel></rss>").code() == ErrorCode::Usage); // empty is no error
    }

    void readsAtom() {
        const Document document = parsed(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' xml:base='https://a.example/blog/'>"
            "<title type='html'>A &amp;amp; &lt;i>B&lt;/i></title><subtitle>Sub</subtitle>"
            "<link rel='self' href='feed.atom'/><link rel='alternate' type='text/html' "
            "href='./'/><id>urn:1</id>"
            "<author><name>Ann</name></author><entry xml:base='2026/'><title>x &amp;lt; y</title>"
            "<link href='one.html'/><id>urn:2</id><updated>2026-04-03T00:00:00Z</updated>"
            "<published>2026-04-02T23:59:60.5-01:00</published><summary>sum</summary>"
            "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>Hello <x:b>you</x:b> "
            "&amp; "
            "me</x:p></x:div></content></entry><entry><title>Two</title><id>https://a.example/two</id>"
            "<content>plain &lt;text></content></entry></feed>");
        const Feed& feed = document.feed;
        QCOMPARE(feed.title, std::string("A & B"));
        QCOMPARE(feed.description, std::string("Sub"));
        QCOMPARE(feed.link, std::string("https://a.example/blog/"));
        QCOMPARE(feed.id, std::string("urn:1"));
        const FeedItem& item = feed.items.at(0);
        QCOMPARE(item.title, std::string("x &lt; y"));
        QCOMPARE(item.link, std::string("https://a.example/blog/2026/one.html"));
        QCOMPARE(item.published, std::string("2026-04-03T01:00:00Z"));
        QCOMPARE(item.author, std::string("Ann"));
        QCOMPARE(item.content, std::string("<div><p>Hello <b>you</b> &amp; me</p></div>"));
        QCOMPARE(document.articles.at(0).blocks.at(0).text, std::string("Hello you & me"));
        QCOMPARE(feed.items.at(1).link, std::string("https://a.example/two"));
        QCOMPARE(document.articles.at(1).blocks.at(0).text, std::string("plain <text>"));
    }

    void readsAtom03() {
        const Feed feed =
            parsed("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Old</title><tagline>t"
                   "</tagline><link rel='alternate' type='text/html' href='http://o.example/'/><entry>"
                   "<title mode='escaped' type='text/html'>&lt;b>Bold&lt;/b></title><link rel='alternate' "
                   "type='text/html' href='/1'/><issued>2004-05-06T07:08:09Z</issued><modified>2005-01-01"
                   "</modified></entry></feed>")
                .feed;
        QCOMPARE(feed.description, std::string("t"));
        QCOMPARE(feed.items.at(0).title, std::string("Bold"));
        QCOMPARE(feed.items.at(0).published, std::string("2004-05-06T07:08:09Z"));
        QCOMPARE(feed.items.at(0).link, std::string("http://o.example/1"));
    }

    void readsJsonFeed() {
        const Document document = parsed(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"home_page_url\":\"https://"
            "j.example/\","
            "\"items\":[{\"id\":7,\"url\":\"/seven\",\"title\":\"Seven\",\"content_text\":\"a < b\\nnext\","
            "\"date_published\":\"2026-04-02T10:00:00+09:00\",\"authors\":[{\"name\":\"Bo\"}]},"
            "{\"id\":\"8\",\"content_html\":\"<p>Eight \\u96f2</p>\"}, 9]}");
        QCOMPARE(document.feed.items.size(), size_t(2));
        QVERIFY(document.feed.bozo); // 9 is no item
        QCOMPARE(document.feed.items[0].id, std::string("7"));
        QCOMPARE(document.feed.items[0].link, std::string("https://j.example/seven"));
        QCOMPARE(document.feed.items[0].published, std::string("2026-04-02T01:00:00Z"));
        QCOMPARE(document.articles.at(0).blocks.at(0).text, std::string("a < b\nnext"));
        QCOMPARE(document.articles.at(1).blocks.at(0).text, std::string("Eight 雲"));
        QCOMPARE(thrownBy("{\"version\":\"https://jsonfeed.org/version/1\",\n\"title\":}").code(),
                 ErrorCode::DocumentMalformed);
        QCOMPARE(thrownBy("{\"a\":" + std::string(100'000, '[')).code(), ErrorCode::DocumentTooDeep);
    }

    void tellsHowManyEntriesAreEmpty() {
        const Document document = parsed("<rss version='2.0'><channel><title>W</title><item/>"
                                         "<item><title>One</title></item><item><title> </title></item>"
                                         "<item><description>&lt;img src='a.png'&gt;</description></item>"
                                         "</channel></rss>");
        QCOMPARE(document.articles.size(), size_t(1));
        QCOMPARE(document.feed.items.size(), size_t(4));
        QCOMPARE(document.issues.size(), size_t(1));
        QCOMPARE(document.issues[0].code, std::string("items-empty"));
        QCOMPARE(document.issues[0].args.at(1), std::string("3"));
        QVERIFY(parsed(rssItem("<title>One</title>")).issues.empty());
    }

    void recoversIllFormedJsonFeeds_data() {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QStringList>("titles");
        const QStringList both{"A", "B"};
        QTest::newRow("commas before the end")
            << QByteArray("{\"title\":\"A\",},{\"title\":\"B\"},]}") << both;
        QTest::newRow("a raw line end")
            << QByteArray("{\"title\":\"A\",\"content_text\":\"x\ny\"},{\"title\":\"B\"}]}") << both;
        QTest::newRow("an escape that is none")
            << QByteArray("{\"title\":\"A\",\"summary\":\"it\\'s\"},{\"title\":\"B\"}]}") << both;
        QTest::newRow("cut in a value")
            << QByteArray("{\"title\":\"A\"},{\"title\":\"B\",\"summary\":\"so fa") << both;
        QTest::newRow("cut in a name") << QByteArray("{\"title\":\"A\"},{\"title\":\"B\",\"summ") << both;
        QTest::newRow("cut after a comma") << QByteArray("{\"title\":\"A\"},") << QStringList{"A"};
        QTest::newRow("words after the end")
            << QByteArray("{\"title\":\"A\"}]}<!-- made in 3 ms -->") << QStringList{"A"};
    }

    void recoversIllFormedJsonFeeds() {
        QFETCH(QByteArray, items);
        QFETCH(QStringList, titles);
        const Document document =
            parsed("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[" +
                   items.toStdString());
        QVERIFY(document.feed.bozo);
        QCOMPARE(document.issues.at(0).code, std::string("bozo"));
        QStringList found;
        for (const FeedItem& item : document.feed.items)
            found << QString::fromStdString(item.title);
        QCOMPARE(found, titles);
    }

    void recoversWhatIsIllFormedWithoutLosingText_data() {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("summary");
        QTest::newRow("bare ampersand")
            << QByteArray("<title>AT&T & Co</title><description>R&D</description>") << QByteArray("AT&T & Co")
            << QByteArray("R&D");
        QTest::newRow("named entities")
            << QByteArray("<title>Caf&eacute; &hellip;</title><description>a&nbsp;b&mdash;c"
                          "</description>")
            << QByteArray("Café …") << QByteArray("a\u00a0b—c");
        QTest::newRow("control characters") << QByteArray("<title>a\x01\x1f"
                                                          "b&#8;c</title>")
                                            << QByteArray("abc") << QByteArray();
        QTest::newRow("a bare sign") << QByteArray("<title>1 < 2 &lt; 3</title>") << QByteArray("1 < 2 < 3")
                                     << QByteArray();
        QTest::newRow("unclosed break") << QByteArray("<title>t</title><description>a<br>b</description>")
                                        << QByteArray("t") << QByteArray("a<br>b");
        QTest::newRow("undeclared prefix")
            << QByteArray("<title>t</title><dc:creator>Z</dc:creator>") << QByteArray("t") << QByteArray();
        QTest::newRow("ampersand in cdata")
            << QByteArray("<title>t & u</title><description><![CDATA[a & b &amp; c]]>"
                          "</description>")
            << QByteArray("t & u") << QByteArray("a & b &amp; c");
        QTest::newRow("cut") << QByteArray("<title>t</title><description>the end is mi") << QByteArray("t")
                             << QByteArray("the end is mi");
    }
    void recoversWhatIsIllFormedWithoutLosingText() {
        QFETCH(QByteArray, inside);
        QFETCH(QByteArray, title);
        QFETCH(QByteArray, summary);
        std::string text = rssItem(inside.toStdString());
        if (inside.contains("mi"))
            text.resize(text.find("</item>"));
        const Document document = parsed(text);
        QVERIFY(document.feed.bozo);
        QCOMPARE(document.issues.at(0).code, std::string("bozo"));
        QCOMPARE(document.feed.items.size(), size_t(1));
        QCOMPARE(document.feed.items[0].title, title.toStdString());
        QCOMPARE(document.feed.items[0].summary, summary.toStdString());
    }

    void anUnclosedTagCostsNoOtherItem_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("summary");
        QTest::newRow("in a description")
            << QByteArray("<title>One</title><description>AWS <b>raised $4B</description></item>")
            << QByteArray("One") << QByteArray("AWS <b>raised $4B</b>");
        QTest::newRow("in a title") << QByteArray(
                                           "<title>First <i>item</title><description>d</description></item>")
                                    << QByteArray("First item") << QByteArray("d");
        QTest::newRow("paragraphs") << QByteArray(
                                           "<title>One</title><description><p>a<p>b</description></item>")
                                    << QByteArray("One") << QByteArray("<p>a<p>b</p></p>");
        QTest::newRow("crossed")
            << QByteArray("<title>One</title><description><b>a<i>b</b>c</i></description></item>")
            << QByteArray("One") << QByteArray("<b>a<i>b</i></b>c");
        QTest::newRow("an item that is not closed")
            << QByteArray("<title>One</title><description>d</description>") << QByteArray("One")
            << QByteArray("d");
        QTest::newRow("a sign in quotes")
            << QByteArray("<title>One</title><description><a href='x' title='a>b'>c</description></item>")
            << QByteArray("One") << QByteArray("<a href=\"x\" title=\"a>b\">c</a>");
    }
    void anUnclosedTagCostsNoOtherItem() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, title);
        QFETCH(QByteArray, summary);
        const Document document =
            parsed("<rss version='2.0'><channel><title>F</title><item>" + first.toStdString() +
                   "<item><title>Two</title></item><item><title>Three</title><guid>3</guid></item>"
                   "</channel></rss>");
        QVERIFY(document.feed.bozo);
        QCOMPARE(document.feed.items.size(), size_t(3));
        QCOMPARE(QByteArray::fromStdString(document.feed.items[0].title), title);
        QCOMPARE(QByteArray::fromStdString(document.feed.items[0].summary), summary);
        QCOMPARE(document.feed.items[1].title, std::string("Two"));
        QCOMPARE(document.feed.items[2].title, std::string("Three"));
    }

    void findsTheAuthorOfAnUndeclaredPrefix() {
        QCOMPARE(onlyItem("<dc:creator>Zoe</dc:creator><title>t</title>").author, std::string("Zoe"));
        QCOMPARE(onlyItem("<author>zoe@a.example (Zoe Lee)</author><title>t</title>").author,
                 std::string("Zoe Lee"));
    }

    void acceptsBlanksBeforeTheDeclaration() {
        const Document document = parsed("\n\n  " + rssItem("<title>t</title>"));
        QCOMPARE(document.feed.items.at(0).title, std::string("t"));
        QVERIFY(document.feed.bozo);
        QVERIFY(looksLikeFeed("\n\n  " + rssItem("")));
    }

    void takesALinkFromThePermanentId() {
        QCOMPARE(onlyItem("<title>t</title><guid>https://a.example/7</guid>").link,
                 std::string("https://a.example/7"));
        QCOMPARE(onlyItem("<title>t</title><guid isPermaLink='false'>https://a.example/7</guid>").link,
                 std::string());
        QCOMPARE(onlyItem("<title>t</title><link>//b.example/x</link>").link,
                 std::string("https://b.example/x"));
    }

    void refusesEntitiesOfItsOwn() {
        std::string bomb = "<?xml version='1.0'?>\n<!DOCTYPE rss [\n<!ENTITY a \"aaaaaaaaaa\">\n";
        for (char c = 'b'; c <= 'j'; ++c)
            for (const std::string& part :
                 {std::string("<!ENTITY "), std::string(1, c), std::string(" \"&&&&&&&&&&"),
                  std::string(1, static_cast<char>(c - 1)), std::string(";\">\n")})
                bomb += part;
        bomb += "]><rss><channel><title>&j;</title></channel></rss>";
        const Error error = thrownBy(bomb);
        QCOMPARE(error.code(), ErrorCode::DocumentMalformed);
        QCOMPARE(error.args().at(1), std::string("3"));
        QCOMPARE(
            thrownBy(
                "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&x;</title>"
                "</channel></rss>")
                .code(),
            ErrorCode::DocumentMalformed);
    }

    void entitiesThatSpellOneCharacterAreHarmless() {
        const auto feed = [](const std::string& entities) {
            return "<?xml version='1.0'?><!DOCTYPE rss [" + entities +
                   "]><rss version='2.0'><channel><title>Prices&nbsp;&mdash; "
                   "clouds</title><item><title>t</title>"
                   "</item></channel></rss>";
        };
        QCOMPARE(parsed(feed("<!ENTITY nbsp \"&#160;\">\n<!ENTITY mdash '&#x2014;'><!ENTITY copy '©'>"))
                     .feed.title,
                 std::string("Prices — clouds"));
        for (const char* refused :
             {"<!ENTITY nbsp '&#160;&#160;'>", "<!ENTITY nbsp '&amp;'>", "<!ENTITY nbsp '&mdash;'>",
              "<!ENTITY % nbsp '&#160;'>", "<!ENTITY nbsp SYSTEM 'x'>", "<!ENTITY mine '&#160;'>",
              "<!ENTITY nbsp '&#160;'><!ENTITY mdash 'aaaaaaaaaa'>", "<!ENTITY nbsp '", "<!ENTITY nbsp ''>"})
            QCOMPARE(thrownBy(feed(refused)).code(), ErrorCode::DocumentMalformed);
    }

    void refusesDeepNesting() {
        std::string deep = "<rss><channel>\n";
        for (int i = 0; i < 50'000; ++i)
            deep += "<a>";
        const Error error = thrownBy(deep);
        QCOMPARE(error.code(), ErrorCode::DocumentTooDeep);
        QCOMPARE(error.args().at(1), std::string("2"));
    }

    void oneBadItemCostsThatItem() {
        std::string deep;
        for (int i = 0; i < 5000; ++i)
            deep += "&lt;div>";
        const Document document =
            parsed("<rss><channel><title>c</title><item><title>bad</title><description>" + deep +
                   "</description></item><item><title>good</title></item></channel></rss>");
        QCOMPARE(document.articles.size(), size_t(2));
        QCOMPARE(document.articles[0].text, std::string("bad"));
        QCOMPARE(document.issues.at(0).code, std::string("item-skipped"));
    }

    void anItemThatSpoilsItsFeedIsNamedAndTheOthersAreRead_data() {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("items"); // that are left of three
        QTest::addColumn<QByteArray>("reason");
        const QByteArray deep = QByteArray("<div>").repeated(400) + "x" + QByteArray("</div>").repeated(400);
        QByteArray escaped = deep;
        escaped.replace("<", "&lt;");
        const auto xml = [](const QByteArray& inner) {
            return "<item><title>bad</title>" + inner + "</item>";
        };
        QTest::newRow("deep elements")
            << xml("<description>" + deep + "</description>") << QByteArray("item-part-left-out") << 3
            << QByteArray("DocumentTooDeep");
        QTest::newRow("deep elements that nothing closes")
            << xml("<description>" + QByteArray("<div>").repeated(4000)) << QByteArray("item-part-left-out")
            << 3 << QByteArray("DocumentTooDeep");
        QTest::newRow("deep escaped HTML")
            << xml("<description>" + escaped + "</description>") << QByteArray("item-skipped") << 3
            << QByteArray("DocumentTooDeep");
        QTest::newRow("lost text") << xml("<description>" + QByteArray("????? ???? ??? ").repeated(20) +
                                          "</description>")
                                   << QByteArray("item-left-out") << 3 << QByteArray("TextLost");
        QTest::newRow("a section that nothing closes")
            << xml("<description><![CDATA[ words of it </description>") << QByteArray("bozo") << 3
            << QByteArray();
        QTest::newRow("a comment that nothing closes")
            << xml("<description>words <!-- of it </description>") << QByteArray("bozo") << 3 << QByteArray();
        const auto json = [](const QByteArray& inner) {
            return "{\"id\":\"2\",\"title\":\"bad\"," + inner + "}";
        };
        QTest::newRow("half a character in JSON")
            << json("\"content_text\":\"\\ud800\"") << QByteArray("item-left-out") << 2
            << QByteArray("DocumentMalformed");
        QTest::newRow("no JSON") << json("\"content_text\": nonsense") << QByteArray("item-left-out") << 2
                                 << QByteArray("DocumentMalformed");
        QTest::newRow("two texts in JSON")
            << json("\"content_text\":\"a, ] }\" \"b\"") << QByteArray("item-left-out") << 2
            << QByteArray("DocumentMalformed");
        QTest::newRow("an object that nothing closes")
            << QByteArray("{\"id\":\"2\",\"title\":\"bad\",\"content_text\":\"x\"") << QByteArray("bozo") << 3
            << QByteArray();
        QTest::newRow("a bracket too many")
            << json("\"tags\": \"a\"], \"x\": 1") << QByteArray("item-left-out") << 2
            << QByteArray("DocumentMalformed");
        QTest::newRow("deep JSON") << json("\"x\":" + QByteArray("[").repeated(400) +
                                           QByteArray("]").repeated(400))
                                   << QByteArray("item-left-out") << 2 << QByteArray("DocumentTooDeep");
    }
    void anItemThatSpoilsItsFeedIsNamedAndTheOthersAreRead() {
        QFETCH(QByteArray, item);
        QFETCH(QByteArray, code);
        QFETCH(int, items);
        QFETCH(QByteArray, reason);
        const QByteArray words = "Prices rose by a third in the quarter, the makers say, and demand is high.";
        const QByteArray feed =
            item.startsWith('{')
                ? "{\"version\":\"https://jsonfeed.org/version/"
                  "1.1\",\"title\":\"c\",\"items\":[{\"id\":\"1\",\"title\":\"first\","
                  "\"content_text\":\"" +
                      words + "\"}," + item + ",{\"id\":\"3\",\"title\":\"last\",\"content_text\":\"" +
                      words + "\"}]}"
                : "<rss><channel><title>c</title><item><title>first</title><description>" + words +
                      "</description></item>" + item + "<item><title>last</title><description>" + words +
                      "</description></item></channel></rss>";
        const Document document = parseDocument(feed.toStdString(), {"feed", "", "", false});
        QCOMPARE(document.feed.title, std::string("c"));
        QCOMPARE(document.feed.items.size(), std::size_t(items));
        QCOMPARE(document.articles.front().title, std::string("first"));
        QCOMPARE(document.articles.back().title, std::string("last"));
        QVERIFY(document.articles.back().text.find("Prices rose") != std::string::npos);
        const auto issue = std::ranges::find(document.issues, code.toStdString(), &ParseIssue::code);
        QVERIFY(issue != document.issues.end());
        if (reason.isEmpty())
            return;
        QCOMPARE(issue->args, (std::vector<std::string>{"2", "bad", reason.toStdString()}));
        // Ill-formed ones are marked as such; one that lost its text is not, and costs no more than itself.
        QCOMPARE(document.feed.bozo, code != "item-skipped" && reason != "TextLost");
        QCOMPARE(document.articles.size(), std::size_t(code == "item-left-out" ? 2 : 3));
    }

    void whatIsDeepInAFeedOutsideOfItsItemsRefusesIt() {
        std::string deep;
        for (int i = 0; i < 400; ++i)
            deep += "<a>";
        QCOMPARE(thrownBy("<rss><channel>" + deep + "<item><title>t</title></item></channel></rss>").code(),
                 ErrorCode::DocumentTooDeep);
    }

    void namesOnlyTheFirstOfManyBadItems() {
        std::string items;
        for (int i = 0; i < 30; ++i)
            items += std::string(i == 0 ? "" : ",") + "{\"title\": nonsense}";
        const Document document =
            parsed("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + items + "]}");
        QCOMPARE(std::ranges::count(document.issues, "item-left-out", &ParseIssue::code), 20);
        QCOMPARE(document.issues.back().code, std::string("items-more"));
        QCOMPARE(document.issues.back().args.at(0), std::string("10"));
    }

    void readsNoMoreItemsThanTheLimit() {
        std::string many = "<rss><channel>";
        for (int i = 0; i < 50; ++i)
            many += "<item><title>t" + std::to_string(i) + "</title></item>";
        ParseLimits limits;
        limits.items = 10;
        const Document document = parsed(many + "</channel></rss>", "", limits);
        QCOMPARE(document.feed.items.size(), size_t(10));
        QCOMPARE(document.issues.at(0).code, std::string("items-limit"));
    }

    void tellsFeedsFromOtherXml() {
        QVERIFY(looksLikeFeed("<?xml version='1.0'?><!-- c --><rss>"));
        QVERIFY(looksLikeFeed("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>"));
        QVERIFY(looksLikeFeed("{ \"version\": \"https://jsonfeed.org/version/1\" }"));
        QVERIFY(looksLikeFeed("{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1.1\"}"));
        QVERIFY(!looksLikeFeed("<html><p>about rss</p>"));
        QVERIFY(!looksLikeFeed("<opml>"));
        QVERIFY(!looksLikeFeed("{\"items\":[]}"));
        QVERIFY(!looksLikeFeed("The <rss> element"));
        QVERIFY(!looksLikeFeed(""));
    }
};

PARALLAX_TEST(TestFeed)

} // namespace test_feed
#include "test_feed.moc"
