// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace parallax::data {

// Registers the FTS5 tokenizer "parallax" on a connection: folded bigrams of Han, kana and hangul runs (and,
// in documents, the run's last character alone), whole folded Latin words and numbers without thousands
// separators. With it comes the function parallax_rank (rank.h). Every connection must call it before the
// first statement that names the index.
void registerTokenizer(sqlite3* connection);

} // namespace parallax::data
