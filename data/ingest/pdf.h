// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/ingest/document.h"

namespace parallax::data {

// Whether "%PDF-" stands in the first 1,024 bytes, where readers accept it.
bool looksLikePdf(std::string_view bytes) noexcept;

// A PDF as one article in Document::articles. Its text is made here from the words and their places (a PDF
// has none), so spans lie in that text. The date is the one of the file. Tables are guessed from aligned
// columns and marked `reconstructed`. Throws DocumentEncrypted, DocumentMalformed, DocumentEmpty (no text: a
// scan); pages over the limit are left out with an issue "pages-limit".
void parsePdf(std::string_view bytes, const ParseHints& hints, const ParseLimits& limits, Document& document);

} // namespace parallax::data
