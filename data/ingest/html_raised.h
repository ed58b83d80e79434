// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "data/ingest/html_tree.h"
#include "data/ingest/raised_text.h"

namespace parallax::data {

// A raised or lowered piece of a page: <sup>, <sub>, or a bare link to a note ("15<a href="#n1">1</a>").
struct HtmlRaised {
    Raised way = Raised::Up;
    std::string piece;
    std::string after; // the first characters that follow it
    bool linked = false;
    const GumboNode* link = nullptr; // the <a> within
};

// Nothing for other elements, and where so much is raised that it is small print and no mark.
std::optional<HtmlRaised> raisedAt(const GumboNode* element);
inline bool isRaised(const GumboNode* element) {
    return tagOf(element) == GUMBO_TAG_SUP || tagOf(element) == GUMBO_TAG_SUB;
}

} // namespace parallax::data
