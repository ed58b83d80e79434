// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/opml.h"

namespace parallax::data {

bool looksLikeOpml(std::string_view text) noexcept {
    return text.substr(0, 4096).find("<opml") != std::string_view::npos;
}

void parseOpml(std::string_view, const ParseHints&, const ParseLimits&, Document& document) {
    document.format = Format::Opml;
}

} // namespace parallax::data
