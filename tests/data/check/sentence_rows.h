// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences and what the checks should say of them, as rows of a test.
#pragma once

#include <QtTest>

#include <span>
#include <string>

#include "read_text.h"

namespace parallax::data {

struct SentenceRow {
    const char* expected; // "quiet": neither red nor amber; "flagged": red or amber; else a colour
    const char* sentence;
};

inline void addSentences(std::span<const SentenceRow> rows) {
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("sentence");
    for (const SentenceRow& row : rows)
        QTest::newRow(row.sentence) << QString::fromLatin1(row.expected) << QString::fromUtf8(row.sentence);
}

inline bool isAsExpected(const Checked& result, const std::string& expected) {
    const std::size_t red = result.count(Colour::Red);
    const std::size_t amber = result.count(Colour::Amber);
    if (expected == "quiet")
        return red + amber == 0;
    if (expected == "flagged")
        return red + amber > 0;
    const Colour colour = colourFromName(expected).value_or(Colour::Grey);
    return result.count(colour) > 0 && (colour == Colour::Red || red + amber == 0);
}

// Of the row that the running test fetches.
inline void checkSentence() {
    QFETCH(QString, expected);
    QFETCH(QString, sentence);
    const Checked result = checked(sentence.toStdString());
    QVERIFY2(isAsExpected(result, expected.toStdString()), result.told().c_str());
}

} // namespace parallax::data
