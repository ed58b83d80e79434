// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/ingest/html_tree.h"

namespace parallax::data {

// What a page says about itself outside of its running text; empty where it does not.
struct PageFacts {
    std::string title;
    std::string author;
    std::string published; // as written
    std::string url;       // canonical
    std::string site;
    std::string language; // a tag
    std::string description;
    std::string body; // JSON-LD articleBody
    Span bodySpan;    // the script that holds it
    std::vector<std::string> topics;
    std::vector<std::pair<std::string, std::string>> questions; // of a JSON-LD FAQPage
    Span questionsSpan;
};

// JSON-LD (NewsArticle and its kin, FAQPage, in @graph or lists), then Open Graph and other <meta>, then the
// elements. `baseUrl` is the address that relative ones stand against.
PageFacts readPageFacts(const HtmlTree& tree, std::string_view baseUrl);

} // namespace parallax::data
