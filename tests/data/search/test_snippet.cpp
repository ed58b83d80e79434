// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/utf8.h"
#include "data/search/snippet.h"
#include "tests/test_program.h"

namespace test_snippet {

using namespace parallax;
using namespace parallax::data;

namespace {

QString marked(const std::string& text, const std::vector<Span>& spans) {
    std::string out;
    std::size_t at = 0;
    for (const Span& span : spans) {
        out += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.end - span.begin) + "]";
        at = span.end;
    }
    return QString::fromStdString(out + text.substr(at));
}

} // namespace

class TestSnippet : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void marksWhatWasFound_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* query, const char* text, const char* expected) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(text)
                                 << QString::fromUtf8(expected);
        };
        row("资料", "資料中心", "[資料]中心");
        row("數據中心", "全球数据中心", "全球[数据中心]");
        row("心", "中心的心", "中[心]的[心]");
        row("的", "我的你的他", "我[的]你[的]他");
        row("chip", "Chips and CHIPLETS, microchip", "[Chips] and CHIPLETS, microchip");
        row("\"chip\"", "chips chip", "chips [chip]");
        row("4160", "約 4,160 個", "約 [4,160] 個");
        row("gpt-4o", "GPT-4o, ＧＰＴ ４ｏ", "[GPT-4o], [ＧＰＴ ４ｏ]");
        row("cafe", "cafe\xCC\x81 café", "[cafe\xCC\x81] [café]");
        row("nvidia", "英伟达與輝達", "[英伟达]與[輝達]");
        row("a1 -b1", "a1 b1", "[a1] b1");
        row("source:abc", "abc", "abc");
        row("晶片h1", "晶片H100 晶片 H100", "[晶片]H100 [晶片] H100");
        row("\"供應鏈AI\"", "供應鏈AI、供應AI", "[供應鏈AI]、供應AI");
    }
    void marksWhatWasFound() {
        QFETCH(QString, query);
        QFETCH(QString, text);
        const std::string bytes = text.toStdString();
        QTEST(marked(bytes, findMatches(bytes, parseQuery(query.toStdString()))), "expected");
    }

    void cutsAroundTheMatches() {
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += "word" + std::to_string(i) + " ";
        const Snippet snippet = makeSnippet(text, parseQuery("word60 word61"), 40);
        QCOMPARE(marked(snippet.text, snippet.highlights),
                 QStringLiteral("… word59 [word60] [word61] word62 word63 …"));
    }

    void prefersWhereMostMatchesStand() {
        const std::string far(300, '.');
        const Snippet snippet = makeSnippet("雲" + far + "雲 算 雲" + far, parseQuery("雲 算"), 20);
        QCOMPARE(snippet.highlights.size(), std::size_t(3));
    }

    void aShortTextComesWhole() {
        const Snippet snippet = makeSnippet("雲端\n運算", parseQuery("運算"), 80);
        QCOMPARE(marked(snippet.text, snippet.highlights), QString::fromUtf8("雲端 [運算]"));
    }

    void withoutAMatchItBegins() {
        std::string text(200, 'x');
        text += " y";
        const Snippet snippet = makeSnippet(text, parseQuery("z"), 10);
        QCOMPARE(snippet.text, std::string("xxxxxxxxxx…"));
        QVERIFY(snippet.highlights.empty());
        QVERIFY(makeSnippet("", parseQuery("z"), 10).text.empty());
        QVERIFY(makeSnippet("abc", Query{}, 0).highlights.empty());
    }

    void highlightsLieWithinTheTextForAnyInput() {
        quint32 state = 3;
        const auto next = [&] { return (state = state * 1664525U + 1013904223U) >> 24; };
        const Query query = parseQuery("雲端 a1 鏈 chip");
        const std::vector<std::string> parts = {"雲端", "a1", "鏈",       "chips", " ",
                                                "\xFF", "云", "\xCC\x81", "x",     "…"};
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (unsigned i = 0, n = next() % 60U; i < n; ++i)
                text += parts[next() % parts.size()];
            const Snippet snippet = makeSnippet(text, query, static_cast<int>(next() % 30U));
            std::size_t last = 0;
            for (const Span& span : snippet.highlights) {
                QVERIFY(span.begin >= last && span.begin < span.end && span.end <= snippet.text.size());
                last = span.end;
            }
            QCOMPARE(snippet.highlights.empty(), findMatches(text, query).empty());
        }
    }
};

PARALLAX_TEST(TestSnippet)

} // namespace test_snippet
#include "test_snippet.moc"
