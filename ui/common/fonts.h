// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>
#include <QTextLayout>

#include "data/article/language.h"

class QLabel;

namespace parallax::ui {

// Family lists with the CJK family first: with a Latin one first Qt 6.4.2 keeps whichever CJK variant the
// process used first, and Traditional text shows Simplified glyphs (or Japanese ones).
QStringList familiesFor(data::Language language);
bool isBeyondLatin(QChar c); // Han, kana, full-width forms and what else stands above them
// Curly quotation marks, apostrophes and the middle dot are as wide as a character in the faces for Chinese.
// The Korean face of the same fonts has the same Latin letters and narrow marks: English that has such marks
// is set in it, and so is an English interface.
QStringList latinFamilies();
bool isNarrowInLatin(QChar c);            // such a mark
bool needsLatinFace(const QString& text); // has such marks and nothing Chinese
// The dots between facts (" · ") that stand beside something Chinese, to be set in the Latin face: in an
// English interface alone, since a Chinese one has wide ones everywhere.
QList<QTextLayout::FormatRange> narrowSeparators(const QString& text);
// The same for a label, which is set as a whole: plain where no such dot stands in the text.
void setTextWithNarrowDots(QLabel& label, const QString& text);
// The same within HTML.
QString withNarrowDots(QString html);
// For style="font-family:…" of a text in `language`.
QString cssFamiliesFor(data::Language language, const QString& text = {});
// `base` in the families for what `text` is written in, so that Simplified text among Traditional has its own
// glyphs and an English apostrophe its own width; where its characters do not tell, those for `hint`, or its
// own.
QFont fontFor(const QString& text, const QFont& base, data::Language hint = data::Language::Unknown);
bool interfaceIsLatin(); // the application's font is that of an English interface
QFont interfaceFont(const QString& interfaceLanguage, int scalePercent);
QFont articleFont(data::Language language, int pixels);
QFont tabularFont(const QFont& base); // tabular figures where the font has them
bool chineseFontMissing();            // then the status line says so

} // namespace parallax::ui
