// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/ingest/document.h"

namespace parallax::data {

// Lost and misread characters can be written as escapes ("\ufffd", "&#xFFFD;", "&acirc;&euro;&trade;"), which
// are whole ASCII to the check of the bytes (encoding.h). So the articles that were made of `source` are
// looked at again, and what is found is added to the document's issues, unless it was told already.
void checkParsedText(std::string_view source, const ParseHints& hints, Document& document);

// Cuts titles of thousands of characters, which nobody reads as one, and tells so. What was cut off stays in
// the document's bytes, and where the title was a block, in the text.
void cutLongTitles(const ParseHints& hints, Document& document);

// A text whose misread characters stand in escapes, with these undone; nothing where there are none.
// `isFeed`: the pages in it are escaped once more.
std::optional<std::string> repairEscapedMojibake(std::string_view text, bool isFeed);

} // namespace parallax::data
