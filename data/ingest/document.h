// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"

namespace parallax::data {

enum class Format { Unknown, SavedPage, Markdown, Html, Feed, Opml, Pdf, Delimited };
std::string_view
formatName(Format format) noexcept; // "saved-page", "markdown", "html", "feed", "opml", "pdf"

struct FeedItem {
    std::string title;
    std::string link;
    std::string id;
    std::string published;    // ISO 8601, empty when not given or not understood
    std::string publishedDay; // as written, where it is not that of `published` (date_text.h)
    std::string author;
    std::string summary; // as given (may be HTML)
    std::string content; // as given (may be HTML)
};

struct Feed {
    std::string title;
    std::string link;
    std::string description;
    std::string language;
    std::string id;
    std::vector<FeedItem> items;
    bool bozo = false; // the document was ill-formed and was recovered
};

struct OpmlFeed {
    std::string title;
    std::string url;
    std::vector<std::string> path; // folders from the outside in
};

struct Opml {
    std::string title;
    std::vector<OpmlFeed> feeds;
};

// What one file says, before anything is stored.
struct Document {
    Format format = Format::Unknown;
    std::string encoding;            // "UTF-8", "Big5" …
    double encodingConfidence = 1.0; // < 1 when guessed
    std::vector<Article> articles;   // one for a page; one per item for a feed
    Feed feed;                       // for Format::Feed
    Opml opml;                       // for Format::Opml
    std::vector<ParseIssue> issues;
};

struct ParseHints {
    std::string name;            // file name or URL, for messages and for guessing the format
    std::string url;             // where it was fetched from, empty for a file
    std::string contentType;     // from HTTP or the clipboard, may name a charset
    bool repairMojibake = false; // undo UTF-8 that was read as CP1252 (offered to the person first)
};

// The limits that keep a hostile document from taking the machine. Checked before the parsers see it.
struct ParseLimits {
    std::size_t bytes = 64U << 20;
    int depth = 256;                // open tags, nested quotes and lists
    std::size_t attributes = 1'000; // of one HTML tag: gumbo compares each with all before it
    std::size_t tableCells =
        200'000;                // columns × rows, the padding that a Markdown parser would make included
    int pages = 2'000;          // of a PDF
    std::size_t items = 20'000; // of a feed
};

// Bytes to articles, in this process. Throws Error for what cannot be read at all; what can be read with
// doubt comes with issues. Never touches the network or the file system. Hostile input goes through
// ParserProcess instead, which calls this in a child with limits.
Document parseDocument(std::string_view bytes, const ParseHints& hints, const ParseLimits& limits = {});

} // namespace parallax::data
