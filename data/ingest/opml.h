// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/ingest/document.h"

namespace parallax::data {

// Whether the first element is <opml>.
bool looksLikeOpml(std::string_view text) noexcept;

// OPML 1.0 and 2.0 into Document::opml: every outline with an address, with the folders around it. Ill-formed
// files are repaired and recovered with an issue "bozo". Throws DocumentTooDeep, DocumentMalformed.
void parseOpml(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits, Document& document);

} // namespace parallax::data
