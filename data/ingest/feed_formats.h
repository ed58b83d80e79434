// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "data/ingest/document.h"
#include "data/ingest/xml_document.h"

namespace parallax::data {

// An item of a feed of which something could not be read.
struct BadItem {
    std::size_t number = 0; // in the feed, from 1
    std::string title;
    ErrorCode reason = ErrorCode::DocumentMalformed;
};

// The three families of feeds. Each fills `feed` and reads at most limits.items items; false when it left
// some out. `address` is where the feed came from, empty when unknown. Items that are no JSON are left out
// and told in `bad`.
bool readRss(const xmlNode* root, std::string_view address, const ParseLimits& limits, Feed& feed);
bool readAtom(const xmlNode* root, std::string_view address, const ParseLimits& limits, Feed& feed);
bool readJsonFeed(std::string_view text, const ParseHints& hints, const ParseLimits& limits, Feed& feed,
                  std::vector<BadItem>& bad);

// A title or name that may hold HTML, as plain text: tags left out and entities resolved once more where the
// feed escaped them twice.
std::string plainTitle(std::string_view text);

// Gives the item that date, where it has none yet and this is one.
void readPublished(std::string_view written, FeedItem& item);

// "mail@example.org (Ann Lee)" and "Ann Lee <mail@example.org>" are Ann Lee.
std::string personName(std::string_view written);

} // namespace parallax::data
