// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/ingest/document.h"

namespace parallax::data {

// Whether the text is an RSS (0.90 to 2.0), Atom or JSON feed, judged by its first element or its version.
bool looksLikeFeed(std::string_view text) noexcept;

// Fills Document::feed, and Document::articles with one article per item (its text is the item's content).
// Ill-formed feeds are repaired, recovered and marked `bozo`. UTF-8 is expected; an XML declaration that
// names another encoding is ignored. Entities are never expanded: a document that defines any is refused with
// DocumentMalformed. Throws DocumentTooDeep, DocumentMalformed.
void parseFeed(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits, Document& document);

} // namespace parallax::data
