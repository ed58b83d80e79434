// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <sstream>

#include "app/cli/terminal_guard.h"
#include "tests/test_program.h"

namespace test_terminal_guard {

class TestTerminalGuard : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void onlyBoldAndPlainPass_data() {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("shown");
        QTest::newRow("text") << QByteArray("雲 a\tb\r\n") << QStringLiteral("雲 a\tb\r\n");
        QTest::newRow("bold") << QByteArray("\x1b[1mx\x1b[0m") << QStringLiteral("\x1b[1mx\x1b[0m");
        QTest::newRow("the window's title")
            << QByteArray("\x1b]0;mine\x07!") << QStringLiteral("\uFFFD]0;mine\uFFFD!");
        QTest::newRow("nearly bold") << QByteArray("\x1b[1;5m") << QStringLiteral("\uFFFD[1;5m");
        QTest::newRow("one within another")
            << QByteArray("\x1b[\x1b[2J") << QStringLiteral("\uFFFD[\uFFFD[2J");
        QTest::newRow("in the upper half") << QByteArray("\xC2\x9B"
                                                         "2J\xC2\xA0")
                                           << QStringLiteral("\uFFFD2J\u00A0");
        QTest::newRow("cut at the end") << QByteArray("a\x1b[") << QStringLiteral("a\uFFFD[");
        QTest::newRow("delete and bell") << QByteArray("a\x7F\x08") << QStringLiteral("a\uFFFD\uFFFD");
    }
    void onlyBoldAndPlainPass() {
        QFETCH(QByteArray, written);
        QFETCH(QString, shown);
        std::ostringstream stream;
        {
            const parallax::app::TerminalGuard guard(stream);
            stream << written.toStdString() << std::flush;
        }
        QCOMPARE(QString::fromStdString(stream.str()), shown);
        stream << '\x1b'; // as it was before
        QVERIFY(stream.str().ends_with('\x1b'));
    }
};

PARALLAX_TEST(TestTerminalGuard)

} // namespace test_terminal_guard
#include "test_terminal_guard.moc"
