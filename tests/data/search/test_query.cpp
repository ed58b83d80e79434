// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include <sqlite3.h>

#include "base/utf8.h"
#include "data/article/glossary.h"
#include "data/search/query.h"
#include "data/search/tokenizer.h"
#include "tests/test_program.h"

namespace test_query {

using namespace parallax;
using namespace parallax::data;

namespace {

const char* fieldName(SearchField field) {
    static const char* const names[] = {
        "", "title:", "summary:", "body:", "table:", "note:", "source:", "topic:", "tag:", "lang:", "month:"};
    return names[static_cast<int>(field)];
}

// A query in one line: groups by blanks, alternatives by |, -excluded, "phrases", a star for a word being
// typed.
QString shape(const Query& query) {
    QStringList groups;
    for (const auto& group : query.groups) {
        QStringList terms;
        for (const QueryTerm& term : group) {
            const QString text = QString::fromStdString(term.text);
            terms << QStringLiteral("%1%2%3%4")
                         .arg(term.excluded ? QStringLiteral("-") : QString(),
                              QString::fromLatin1(fieldName(term.field)),
                              term.phrase ? QLatin1Char('"') + text + QLatin1Char('"') : text,
                              term.prefix ? QStringLiteral("*") : QString());
        }
        groups << terms.join(QLatin1Char('|'));
    }
    return groups.join(QLatin1Char(' '));
}

bool has(const std::vector<std::string>& forms, const char* form) {
    return std::ranges::find(forms, form) != forms.end();
}

} // namespace

class TestQuery : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void understands_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("nothing", "", "");
        row("only blanks and punctuation", " 　… -- \"\" | : ， ", "");
        row("words", "cloud  capex", "cloud capex");
        row("a phrase", "\"cloud capex\" growth", "\"cloud capex\" growth");
        row("curly quotes", "“cloud capex”growth", "\"cloud capex\" growth");
        row("corner brackets", "「資料中心」成本", "\"資料中心\" 成本");
        row("an open quote runs to the end", "x1 \"b c", "x1 \"b c\"");
        row("not this", "chip -intel －amd —nvidia", "chip -intel -amd -nvidia");
        row("a dash alone is nothing", "chip - intel", "chip intel");
        row("a hyphen within", "GPT-4o", "GPT-4o");
        row("fields", "title:cloud source:TechCrunch tag:\"to do\"",
            "title:cloud source:TechCrunch tag:\"to do\"");
        row("fields in Chinese", "标题:云 標題：雲 来源:a 來源：b 主題:c 標籤:d 摘要:e 內文:f 表格:g 筆記:h",
            "title:云 title:雲 source:a source:b topic:c tag:d summary:e body:f table:g note:h");
        row("a blank after the colon", "Title: cloud", "title:cloud");
        row("not a field", "https://example.org price:5", "https://example.org price:5");
        row("an excluded field", "-source:GitHub", "-source:GitHub");
        row("a field of nothing", "title:", "");
        row("alternatives", "a1 OR b1 c1", "a1|b1 c1");
        row("alternatives with a bar", "a1|b1｜c1", "a1|b1|c1");
        row("OR in odd places", "OR a1 OR", "a1");
        row("or is a word", "cloud or", "cloud");
        row("words of grammar", "the price of inference IT", "price inference IT");
        row("nothing but words of grammar", "more of the", "more of the");
        row("quoted ones count", "price \"of\"", "price \"of\"");
        row("nothing excludes an alternative", "a1 OR -b1", "a1 -b1");
        row("scripts without a blank", "雲端AWS成本 AI晶片", "雲端 AWS 成本 AI 晶片");
        row("an excluded word of a field", "title:-GPU 價格", "-title:GPU 價格");
        row("what is excluded stays one thing", "台積電 -AI伺服器 NOT AI晶片", "台積電 -AI伺服器 -AI晶片");
        row("alternatives stay one thing", "H100 OR AI晶片 AWS雲端|x1", "H100|AI晶片 AWS雲端|x1");
        row("AND and NOT", "a1 AND b1 AND NOT c1 NOT d1", "a1 b1 -c1 -d1");
        row("AND and NOT in odd places", "AND a1 AND NOT", "AND a1 NOT");
        row("NOT of a phrase and of a field", "NOT \"a b\" NOT title:c1", "-\"a b\" -title:c1");
        row("and, not are words of grammar", "sand and not", "sand");
        row("language and month", "lang:zh-Hant 語言:en month:2026-04 月份:2026",
            "lang:zh-Hant lang:en month:2026-04 month:2026");
        row("beginnings of words", "clou* -micr＊ title:chip** AI晶* \"a b*\" tag:to* * a*b",
            "clou* -micr* title:chip* AI 晶* \"a b*\" tag:to* a*b");
        row("a beginning is no name of the glossary", "data* center", "data* center");
        row("figures stay with their unit", "130億 4月 A股", "130億 4月 A股");
    }
    void understands() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(shape(parseQuery(text.toStdString())), expected);
    }

    void saysHowOperatorsWereReadAndWhatIsNoField() {
        QCOMPARE(parseQuery("a1 AND b1 NOT AI晶片 OR NOT title:x1").understood,
                 std::string("a1 b1 -\"AI晶片\" -title:x1"));
        QCOMPARE(parseQuery("a1 b1 -c1").understood, std::string());
        QCOMPARE(parseQuery("clou* AND b1 NOT c1*").understood, std::string("clou* b1 -c1*"));
        const auto fields =
            parseQuery("price:5 https://a.example 2:3 title:x 城市:台北 price:6 10:30").unknownFields;
        QCOMPARE(fields, (std::vector<std::string>{"price", "城市"}));
    }

    void theLastWordGoesOnWhileTyping() {
        QCOMPARE(shape(parseQuery("cloud cap", true)), QStringLiteral("cloud cap*"));
        QCOMPARE(shape(parseQuery("cloud cap ", true)), QStringLiteral("cloud cap"));
        QCOMPARE(shape(parseQuery("\"cloud cap", true)), QStringLiteral("\"cloud cap\"*"));
        QCOMPARE(shape(parseQuery("\"cloud cap\"", true)), QStringLiteral("\"cloud cap\""));
        QCOMPARE(shape(parseQuery("\"cloud cap", false)), QStringLiteral("\"cloud cap\""));
    }

    void quotesEverythingForFts() {
        const auto expression = [](const char* text) {
            return ftsExpression(parseQuery(text).groups.at(0).at(0));
        };
        QCOMPARE(expression("\"cloud NEAR(x)\""), std::string("(\"cloud NEAR(x)\")"));
        QCOMPARE(expression("turbine"),
                 std::string("(\"turbine\" OR \"turbines\" OR \"turbined\" OR \"turbining\")"));
        QCOMPARE(expression("QZX"), std::string("(\"QZX\" OR \"QZXs\")"));
        QCOMPARE(expression("\"turbine\""), std::string("(\"turbine\")"));
        QCOMPARE(expression("The"), std::string("(\"The\")"));
        QCOMPARE(expression("ai"), std::string("(\"ai\")"));
        QCOMPARE(expression("turb*"), std::string("(\"turb\"*)"));
        QCOMPARE(expression("2028"), std::string("(\"2028\")"));
        QCOMPARE(expression("鏈"), std::string("(\"鏈\"*)"));
        QCOMPARE(expression("國"), std::string("(\"國\")")); // indexed by itself
        QCOMPARE(expression("標題:a*b"), std::string("\"title\" : (\"a*b\")"));
        QueryTerm nothing;
        nothing.text = "，。";
        QCOMPARE(ftsExpression(nothing), std::string());
    }

    void looksForTheOtherRegionsWord() {
        QVERIFY(has(parseQuery("軟體").groups.at(0).at(0).expansions, "软件"));
        QVERIFY(has(parseQuery("软件").groups.at(0).at(0).expansions, "軟體"));
        QVERIFY(has(parseQuery("晶片").groups.at(0).at(0).expansions, "芯片"));
        QVERIFY(has(parseQuery("芯片").groups.at(0).at(0).expansions, "晶片"));
        // script alone is the fold's business
        QVERIFY(parseQuery("云").groups.at(0).at(0).expansions.empty());
    }

    void looksForTheGlossarysNames() {
        const auto expansions = parseQuery("nvidia").groups.at(0).at(0).expansions;
        QVERIFY(has(expansions, "輝達"));
        QVERIFY(has(expansions, "英伟达"));
        QVERIFY(!has(expansions, "NVIDIA"));
        QVERIFY(has(parseQuery("辉达").groups.at(0).at(0).expansions, "NVIDIA"));
        QVERIFY(has(parseQuery("輝達供應鏈").groups.at(0).at(0).expansions, "英伟达供应链"));
        // each name within a term, but no English word in a Chinese one
        const auto within = parseQuery("輝達供應鏈").groups.at(0).at(0).expansions;
        QVERIFY(has(within, "NVIDIA供应链"));
        QVERIFY(!has(within, "輝達supply chain"));
        QVERIFY(glossaryForms("no such name").empty());
        QVERIFY(glossaryForms("").empty());
        QVERIFY(has(glossaryForms(" ＮＶＩＤＩＡ "), "輝達"));
    }

    void noInputIsAnError() {
        sqlite3* connection = nullptr;
        sqlite3_open(":memory:", &connection);
        registerTokenizer(connection);
        sqlite3_exec(
            connection,
            "CREATE VIRTUAL TABLE t USING fts5(title, summary, body, cells, note, tokenize='parallax')",
            nullptr, nullptr, nullptr);
        sqlite3_exec(connection, "INSERT INTO t VALUES('a','b','c','d','e')", nullptr, nullptr, nullptr);
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(connection, "SELECT rowid FROM t WHERE t MATCH ?", -1, &statement, nullptr);
        const std::vector<std::string> parts = {"\"",
                                                "“",
                                                "」",
                                                "「",
                                                "*",
                                                "(",
                                                ")",
                                                "NEAR(",
                                                " AND ",
                                                " OR ",
                                                " NOT ",
                                                "^",
                                                ":",
                                                "：",
                                                "{",
                                                "}",
                                                "+",
                                                "-",
                                                "title:",
                                                "表格:",
                                                "table:",
                                                "\\",
                                                "'",
                                                "''",
                                                std::string(1, '\0'),
                                                "\xFF",
                                                "\xE9\x9B",
                                                "\xC0\x80",
                                                "\xED\xA0\x80",
                                                "雲",
                                                "晶片",
                                                "ab",
                                                "1,000",
                                                " ",
                                                "|",
                                                "\xF0\x9F\x93\x88",
                                                "\xCC\x81",
                                                "c++"};
        std::mt19937 random(1);
        for (int round = 0; round < 5000; ++round) {
            std::string text;
            const auto count = random() % 12U;
            for (unsigned long i = 0; i < count; ++i) {
                if (random() % 4U == 0)
                    text.push_back(static_cast<char>(random() & 0xFFU));
                else
                    text += parts[random() % parts.size()];
            }
            const Query query = parseQuery(text, round % 2 == 0);
            for (const auto& group : query.groups) {
                QVERIFY(!group.empty());
                for (const QueryTerm& term : group) {
                    const std::string expression = ftsExpression(term);
                    QVERIFY(!expression.empty());
                    QCOMPARE(expression.find('\0'), std::string::npos);
                    sqlite3_bind_text(statement, 1, expression.c_str(), -1, SQLITE_TRANSIENT);
                    const int result = sqlite3_step(statement);
                    if (result != SQLITE_ROW && result != SQLITE_DONE)
                        QFAIL(qPrintable(QString::fromStdString(expression) + QLatin1String(": ") +
                                         QString::fromUtf8(sqlite3_errmsg(connection))));
                    sqlite3_reset(statement);
                }
            }
        }
        sqlite3_finalize(statement);
        sqlite3_close(connection);
    }

    void anEndlessQueryIsCutShort() {
        std::string text;
        for (int i = 0; i < 100000; ++i)
            text += "雲 ";
        QCOMPARE(parseQuery(text).groups.size(), std::size_t(32));
        QVERIFY(ftsExpression(parseQuery(std::string(100000, 'x')).groups.at(0).at(0)).size() < 1100);
    }
};

PARALLAX_TEST(TestQuery)

} // namespace test_query
#include "test_query.moc"
