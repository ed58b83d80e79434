// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "data/article/article.h"

namespace parallax::ui {

// A table as the clipboard takes it. Made on any thread; a large one takes longer than a frame.
struct CopiedTable {
    QString text; // TSV, or Markdown
    QString html; // empty: none
};
CopiedTable copiedTable(const data::Table& table, bool header);
void putOnClipboard(const CopiedTable& copied);

// Onto the clipboard at once, not when another program asks: that would hang the one that pastes.
void copyTable(const data::Table& table, bool header); // TSV and HTML
void copyTableAsMarkdown(const data::Table& table);

} // namespace parallax::ui
