// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>

#include "data/article/line_changes.h"
#include "tests/test_program.h"

namespace test_line_changes {

using namespace parallax::data;

namespace {

std::vector<std::string> lines(const QString& letters) {
    std::vector<std::string> out;
    for (const QChar letter : letters)
        out.push_back(QString(letter).toStdString());
    return out;
}

// "a-b+c": a stays, b is gone, c is new.
QString written(const std::vector<ChangedLine>& changes) {
    QString out;
    for (const ChangedLine& line : changes) {
        out += line.change == LineChange::Removed ? QStringLiteral("-")
               : line.change == LineChange::Added ? QStringLiteral("+")
                                                  : QString();
        out += QString::fromStdString(line.text);
    }
    return out;
}

} // namespace

class TestLineChanges : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theFewestLinesAreGoneAndNew_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* before, const char* after, const char* expected) {
            QTest::addRow("%s to %s", before, after)
                << QString::fromLatin1(before) << QString::fromLatin1(after) << QString::fromLatin1(expected);
        };
        row("", "", "");
        row("abc", "abc", "abc");
        row("", "ab", "+a+b");
        row("ab", "", "-a-b");
        row("abc", "axc", "a-b+xc");
        row("abcd", "acd", "a-bcd");
        row("acd", "abcd", "a+bcd");
        row("aaa", "aa", "aa-a");
        row("abcabba", "cbabac", "-a-bc+babba");
    }
    void theFewestLinesAreGoneAndNew() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        const std::vector<std::string> from = lines(before), to = lines(after);
        const std::vector<ChangedLine> changes = lineChanges(from, to);
        // Without what is new it is the text before, without what is gone the one after.
        std::vector<std::string> old, now;
        for (const ChangedLine& line : changes) {
            if (line.change != LineChange::Added)
                old.push_back(line.text);
            if (line.change != LineChange::Removed)
                now.push_back(line.text);
        }
        QVERIFY(old == from);
        QVERIFY(now == to);
        if (before.size() < 7)
            QCOMPARE(written(changes), expected);
        else // several are shortest
            QCOMPARE(std::ranges::count(changes, LineChange::Same, &ChangedLine::change), 4);
    }

    void hugeTextsThatDifferAreTakenWhole() {
        std::vector<std::string> before, after;
        for (int i = 0; i < 5000; ++i) {
            before.push_back("b" + std::to_string(i));
            after.push_back("a" + std::to_string(i));
        }
        before.insert(before.begin(), "first");
        after.insert(after.begin(), "first");
        const std::vector<ChangedLine> changes = lineChanges(before, after);
        QCOMPARE(changes.size(), 10001U);
        QCOMPARE(changes.front().change, LineChange::Same);
    }
};

} // namespace test_line_changes

PARALLAX_TEST(test_line_changes::TestLineChanges)
#include "test_line_changes.moc"
