// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reader/page.h"

namespace parallax::ui {

// `text` cut where a mark begins or ends, each piece with its look. Spans outside the text or cutting a code
// point are clamped: they come from files.
PageText makePageText(std::string_view text, const std::vector<data::Mark>& marks, data::Language language,
                      const PageRequest& request, bool asWritten);

// Text of our own.
PageText ownText(const QString& text);

// A block longer than `characters` in several pieces, cut at spaces, sentence ends or between Han: Qt lays
// out a paragraph in one go.
std::vector<PageText> splitLongText(PageText text, qsizetype characters);

// , : ; ? ! ( ) that stand beside Han, at full width; one code unit for one.
QString widenPunctuation(QString text);

// Whether most cells of a column begin with a figure.
bool looksNumeric(const QString& cell);

} // namespace parallax::ui
