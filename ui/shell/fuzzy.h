// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <string>

namespace parallax::ui {

// How well typed letters stand for a name, as in editors: each word of the query must be a subsequence of it
// ("nxart" finds "Next article"). Beginnings of words, neighbours and the beginning of the name weigh more; a
// Han character counts as a word. Both are folded, so that 圖 finds 图, ＡＢ finds ab.
struct FuzzyMatch {
    int score = 0;        // 0: no match
    QList<int> positions; // in UTF-16 units of the name
};

class FuzzyQuery {
  public:
    explicit FuzzyQuery(const QString& text);
    bool isEmpty() const { return m_words.isEmpty(); }
    FuzzyMatch match(const QString& name) const;

  private:
    QList<std::u32string> m_words;
};

} // namespace parallax::ui
