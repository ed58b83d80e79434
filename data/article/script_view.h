// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/article/article.h"

namespace parallax::data {

struct ScriptView {
    Article article;
    Language convertedFrom = Language::Unknown; // the script of what was converted; Unknown: nothing was
};

// The article as a reader of the other Chinese script sees it: titles, summary, blocks, tables and questions
// converted by convertScript, marks moved along, what was converted tagged with its new language. `text` and
// the spans into it stay: they are the original's. A view to show or export, never to store, and labelled
// where `convertedFrom` says so. Articles not in Chinese come back with only their Chinese parts converted.
ScriptView inScript(Article article, Language to);

} // namespace parallax::data
