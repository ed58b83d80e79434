// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "data/ingest/parser_process.h"
#include "data/store/article_store.h"

namespace parallax::data {

// One version of an edition: the newest, or one of the last five before it, of which the bytes are kept.
struct EditionVersion {
    EditionId edition = 0;
    Language language = Language::Unknown;
    int version = 1;
    bool newest = false;
    std::string importedAt; // UTC, ISO 8601
    std::string origin;     // path or address that it was imported from
};

// Of all editions of the article: an edition's own beside each other, newest first.
std::vector<EditionVersion> versionsOf(Library& library, ArticleId article);

// What the kept bytes of that version say to this program's parsers. Throws ArticleNotFound where there is
// no such version, what parsing throws, and DocumentMalformed where its part of a feed is not found again.
Article readVersion(Library& library, const ParserProcess::Settings& parser, const EditionVersion& version,
                    const std::stop_token& stop);

} // namespace parallax::data
