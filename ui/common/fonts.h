// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

#include "data/article/language.h"

namespace parallax::ui {

// Family lists with the CJK family first: with a Latin one first Qt 6.4.2 keeps whichever CJK variant the
// process used first, and Traditional text shows Simplified glyphs (or Japanese ones).
QStringList familiesFor(data::Language language);
QString cssFamiliesFor(data::Language language); // for style="font-family:…"
// `base` in the families for what `text` is written in, so that Simplified text among Traditional has its own
// glyphs; where its characters do not tell, those for `hint`, or its own.
QFont fontFor(const QString& text, const QFont& base, data::Language hint = data::Language::Unknown);
QFont interfaceFont(const QString& interfaceLanguage, int scalePercent);
QFont articleFont(data::Language language, int pixels);
QFont tabularFont(const QFont& base); // tabular figures where the font has them
bool chineseFontMissing();            // then the status line says so

} // namespace parallax::ui
