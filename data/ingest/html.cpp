// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html.h"

#include "base/utf8.h"

namespace parallax::data {

bool looksLikeHtml(std::string_view text) noexcept {
    text = trim(text);
    return text.starts_with('<') && !text.starts_with("<?xml");
}

Article parseHtml(std::string_view utf8, const ParseHints& hints, const ParseLimits&) {
    Article article;
    article.text = utf8;
    article.url = hints.url;
    return article;
}

} // namespace parallax::data
