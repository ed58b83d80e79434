// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/feed.h"

namespace parallax::data {

bool looksLikeFeed(std::string_view text) noexcept {
    const auto head = text.substr(0, 4096);
    return head.find("<rss") != head.npos || head.find("<feed") != head.npos ||
           head.find("<rdf:RDF") != head.npos || head.find("jsonfeed.org/version/") != head.npos;
}

void parseFeed(std::string_view, const ParseHints&, const ParseLimits&, Document& document) {
    document.format = Format::Feed;
}

} // namespace parallax::data
