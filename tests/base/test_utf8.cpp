// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/utf8.h"
#include "tests/test_program.h"

namespace test_utf8 {

using namespace parallax;

class TestUtf8 : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void roundTripsEveryPlane() {
        const std::u32string text = U"a\u00e9\u96f2\U00020000\U0010FFFF";
        QCOMPARE(toUtf32(toUtf8(text)), text);
        QCOMPARE(codePointCount(toUtf8(text)), text.size());
    }
    void namesTheFirstInvalidByte_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("offset");
        QTest::newRow("valid") << QByteArray("ok") << qint64(-1);
        QTest::newRow("overlong") << QByteArray("a\xC0\xAF") << qint64(1);
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << qint64(0);
        QTest::newRow("beyond the last plane") << QByteArray("ab\xF4\x90\x80\x80") << qint64(2);
        QTest::newRow("cut") << QByteArray("x\xE9\x9B") << qint64(1);
    }
    void namesTheFirstInvalidByte() {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, offset);
        const auto found = findInvalidUtf8({bytes.data(), static_cast<size_t>(bytes.size())});
        QCOMPARE(found == std::string_view::npos ? qint64(-1) : static_cast<qint64>(found), offset);
    }
    void repairsAndLeavesValidTextAlone() {
        QCOMPARE(repairUtf8("雲端"), std::string("雲端"));
        QCOMPARE(repairUtf8("a\xFF"
                            "b"),
                 std::string("a\uFFFD"
                             "b"));
    }
    void controlCharactersAreWrittenAsJsonWritesThem() {
        using namespace std::string_literals;
        QCOMPARE(visibleUtf8("mamba\x1b[31m\n\0\x7f"s), std::string("mamba\\u001b[31m\\n\\u0000\\u007f"));
        QCOMPARE(visibleUtf8("\b\t\v\f\r"), std::string("\\b\\t\\u000b\\f\\r"));
        QCOMPARE(visibleUtf8("\u009b2J\u0080\u00a0"), std::string("\\u009b2J\\u0080\u00a0"));
        QCOMPARE(visibleUtf8("a\u202Eb"), std::string("a\\u202eb"));
        QCOMPARE(withoutTurns("\u2066gpj\u202E.雲\u2069…\u200E"), std::string("gpj.雲…\u200E"));
        QCOMPARE(visibleUtf8("\xFF雲"), std::string("\uFFFD雲"));
        QCOMPARE(visibleUtf8(visibleUtf8("\x1b\\n")), visibleUtf8("\x1b\\n"));
    }
    void neverCutsACharacter() {
        QCOMPARE(utf8Prefix("雲端", 4), std::string_view("雲"));
        QCOMPARE(utf8Prefix("雲端", 6), std::string_view("雲端"));
        QCOMPARE(utf8Prefix("雲端", 2), std::string_view(""));
    }
    void trimsWideBlanks() { QCOMPARE(trim("\u3000 a b\u00a0\n"), std::string_view("a b")); }
};

PARALLAX_TEST(TestUtf8)

} // namespace test_utf8
#include "test_utf8.moc"
