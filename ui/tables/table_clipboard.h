// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/article/article.h"

namespace parallax::ui {

// Onto the clipboard at once, not when another program asks: that would hang the one that pastes.
void copyTable(const data::Table& table, bool header); // TSV and HTML
void copyTableAsMarkdown(const data::Table& table);

} // namespace parallax::ui
