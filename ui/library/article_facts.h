// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>
#include <QString>

#include <functional>
#include <vector>

namespace parallax::ui {

struct ListedArticle;

enum class FactKind { Source, When, Red, Amber, Tables, Notes, Tag };

// One piece of the last line of a row in the article list.
struct PlacedFact {
    FactKind kind = FactKind::Source;
    QRect area;    // of the whole piece
    QRect sign;    // of a verdict, a table, a note or a tag; empty without
    QRect words;   // of `text`
    QString text;  // the source may have less room than it needs
    QColor colour; // of a tag
};

// Source, month and languages from the left; what fails, what was found and the tags from the right. Where it
// is narrow the source gives way: what fails, how many tables there are and when it was written are why the
// list is read at all. It gives way to two tags, not to more, and to languages only while enough of it is
// left to be told from others.
std::vector<PlacedFact> layFacts(const ListedArticle& listed, const QRect& area,
                                 const std::vector<QColor>& tags,
                                 const std::function<int(const QString&)>& widthOf, int signSize);

} // namespace parallax::ui
