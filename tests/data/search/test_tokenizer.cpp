// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <thread>

#include <sqlite3.h>

#include "base/error.h"
#include "data/search/tokenizer.h"
#include "data/search/tokens.h"
#include "tests/test_program.h"

namespace test_tokenizer {

using namespace parallax;
using namespace parallax::data;

namespace {

// The tokens of a text, a colocated one marked with '='.
QString tokens(const QString& text, TokenMode mode) {
    QStringList out;
    const std::string bytes = text.toStdString();
    forEachToken(bytes, mode, [&](const IndexToken& token) {
        const QString word = QString::fromUtf8(token.text.data(), static_cast<int>(token.text.size()));
        out << (token.colocated ? QStringLiteral("=") : QString()) + word;
        return 0;
    });
    return out.join(QLatin1Char(' '));
}

struct Connection {
    sqlite3* handle = nullptr;
    Connection() {
        sqlite3_open(":memory:", &handle);
        registerTokenizer(handle);
        run("CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'parallax')");
    }
    ~Connection() { sqlite3_close(handle); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    void run(const char* sql) { sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); }
    void add(const char* text) {
        sqlite3_stmt* s = nullptr;
        sqlite3_prepare_v2(handle, "INSERT INTO t VALUES (?)", -1, &s, nullptr);
        sqlite3_bind_text(s, 1, text, -1, SQLITE_TRANSIENT);
        sqlite3_step(s);
        sqlite3_finalize(s);
    }
    int count(const QString& query) {
        sqlite3_stmt* s = nullptr;
        sqlite3_prepare_v2(handle, "SELECT count(*) FROM t WHERE t MATCH ?", -1, &s, nullptr);
        const QByteArray bytes = query.toUtf8();
        sqlite3_bind_text(s, 1, bytes.constData(), -1, SQLITE_TRANSIENT);
        const int result = sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int(s, 0) : -1;
        sqlite3_finalize(s);
        return result;
    }
};

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void cutsText_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("query");
        const auto row = [](const char* name, const char* text, const char* document, const char* query) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(document)
                                << QString::fromUtf8(query);
        };
        row("Han", "雲端晶片", "云端 端晶 晶片 =片", "云端 端晶 晶片");
        row("one Han", "鏈", "链", "链");
        row("Latin at a Han border", "重跑gen-itgc后50条", "重跑 =跑 gen itgc 后 50 条",
            "重跑 gen itgc 后 50 条");
        row("decimals", "1.6 秒 v1.2.3.", "1.6 秒 v1.2.3", "1.6 秒 v1.2.3");
        row("thousands", "4,160 1,234,567 １，２３４", "4160 1234567 1234", "4160 1234567 1234");
        row("not thousands", "1,23 2025,100 H1,200 1,2345 1.5,000", "1 23 2025 100 h1 200 1 2345 1.5 000",
            "1 23 2025 100 h1 200 1 2345 1.5 000");
        row("scale", "130億", "130 亿", "130 亿");
        row("hyphen", "GPT-4o", "gpt 4o", "gpt 4o");
        row("signs of languages", "C++17 c# F#, A+B ab#", "c++ 17 c# f# a b ab", "c++ 17 c# f# a b ab");
        row("mixed case", "vLLM H100", "vllm h100", "vllm h100");
        row("accents", "café cafe\xCC\x81", "cafe cafe", "cafe cafe");
        row("a joiner in the run", "雲\xE2\x80\x8B端", "云端 =端", "云端");
        row("kana and hangul", "クラウド 클라우드", "クラ ラウ ウド =ド 클라 라우 우드 =드",
            "クラ ラウ ウド 클라 라우 우드");
        row("nothing", "…—！ 📈", "", "");
    }
    void cutsText() {
        QFETCH(QString, text);
        QTEST(tokens(text, TokenMode::Document), "document");
        QTEST(tokens(text, TokenMode::Query), "query");
    }

    void commonCharactersAreIndexedOnceByThemselves() {
        QCOMPARE(tokens(QString::fromUtf8("雲的端的雲 的"), TokenMode::Document),
                 QString::fromUtf8("云的 的端 =的 端的 的云 =云 的"));
        QCOMPARE(tokens(QString::fromUtf8("雲的端"), TokenMode::Query), QString::fromUtf8("云的 的端"));
        Connection c;
        c.add("雲的端");
        c.add("雲端");
        QCOMPARE(c.count(QStringLiteral("\"的\"")), 1);
        QCOMPARE(c.count(QString::fromUtf8("\"雲的端\"")), 1);
    }

    void offsetsAreThoseOfTheOriginal() {
        const std::string text = "約 4,160 個ＧＰＵ。";
        QMap<QString, QString> originals;
        forEachToken(text, TokenMode::Document, [&](const IndexToken& token) {
            originals[QString::fromUtf8(token.text.data(), static_cast<int>(token.text.size()))] =
                QString::fromStdString(text.substr(token.begin, token.end - token.begin));
            return 0;
        });
        QCOMPARE(originals.value(QStringLiteral("4160")), QStringLiteral("4,160"));
        QCOMPARE(originals.value(QStringLiteral("gpu")), QString::fromUtf8("ＧＰＵ"));
    }

    void aLongWordIsKnownByItsBeginning() {
        const QString word(1000, QLatin1Char('x'));
        QCOMPARE(tokens(word, TokenMode::Document), QString(128, QLatin1Char('x')));
        QCOMPARE(tokens(QString(1000, QChar(0x0436)), TokenMode::Document).size(), 64);
    }

    void findsEveryPartOfARunInEitherScript() {
        Connection c;
        c.add("全球數據中心的晶片H100供應鏈。");
        for (const char* query : {"\"数据\"", "\"數據中心\"", "\"鏈\"*", "\"链\"*", "\"片\"*", "\"片H100\"",
                                  "\"晶片h1\"*", "\"心的晶\"", "\"h100供应\"", "\"全\"*"})
            QCOMPARE(c.count(QString::fromUtf8(query)), 1);
        for (const char* query : {"\"據心\"", "\"中的\"", "\"數中\"", "\"1000\"", "\"晶H100\""})
            QCOMPARE(c.count(QString::fromUtf8(query)), 0);
    }

    void survivesAnyBytes() {
        std::string bytes;
        quint32 state = 7;
        for (int round = 0; round < 2000; ++round) {
            bytes.clear();
            for (int i = 0; i < 40; ++i) {
                state = state * 1664525U + 1013904223U;
                bytes.push_back(static_cast<char>(state >> 24));
            }
            std::size_t last = 0;
            forEachToken(bytes, TokenMode::Document, [&](const IndexToken& token) {
                if (token.end > bytes.size() || token.begin >= token.end || token.begin < last ||
                    token.text.empty())
                    return 1;
                last = token.begin;
                return 0;
            });
            QVERIFY(last <= bytes.size());
        }
    }

    void severalThreadsMayTokenizeAtOnce() {
        std::vector<std::thread> threads;
        std::atomic<int> found = 0;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                Connection c;
                for (int n = 0; n < 50; ++n)
                    c.add("雲端運算 and more");
                found += c.count(QStringLiteral("\"云端\""));
            });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(found.load(), 200);
    }
};

PARALLAX_TEST(TestTokenizer)

} // namespace test_tokenizer
#include "test_tokenizer.moc"
