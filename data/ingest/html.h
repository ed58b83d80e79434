// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/article/article.h"
#include "data/ingest/document.h"

namespace parallax::data {

// Whether the text begins like an HTML page (doctype, html, head, body, or a tag of flow content).
bool looksLikeHtml(std::string_view text) noexcept;

// Whether there is an element of HTML anywhere in it: enough for what calls itself HTML.
bool hasHtmlElement(std::string_view text) noexcept;

// An HTML page, or a fragment of one, as an article. `utf8` is valid UTF-8 with LF line ends and becomes
// Article::text; every span lies in it. A charset that the page declares is ignored: decoding is over.
// Throws DocumentTooDeep, DocumentTagTooLarge (before the HTML parser sees the text), DocumentTableTooLarge
// (before a table is expanded), DocumentEmpty when no text is left.
Article parseHtml(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits);

} // namespace parallax::data
