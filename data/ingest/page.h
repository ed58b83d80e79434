// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/ingest/document.h"
#include "data/ingest/line_blocks.h"
#include "data/ingest/site_profile.h"

namespace parallax::data {

// The profile of the site that a text was saved from, judged by its first lines and its labels; the generic
// one when it is none of them.
const SiteProfile& recogniseSite(std::string_view text);

// Gives the blocks of an outline their meaning: title, header fields, summary, notice, takeaways and their
// tables, FAQ, related articles, topics, counts, languages. `article.text` is already there, as are fields
// that front matter gave; those stay.
void interpretPage(Article& article, Outline outline, const SiteProfile& profile);

// The parts of interpretPage -------------------------------------------------------------------------------

// Names that the end of a page gives away and that its glued header needs.
struct PageNames {
    std::vector<std::string> sources; // "More from X", "indexed articles from X"
    std::vector<Topic> topics;
};
PageNames collectNames(std::string_view text, const Outline& outline, const SiteProfile& profile);

// Reads title, byline, source line, stars, notice and summary from the blocks before the body and changes
// their kinds. Returns the index of the first block of the body.
std::size_t readHeader(Article& article, Outline& outline, const SiteProfile& profile,
                       const PageNames& names);

// "OpenAI104 related articlesedge AI88 related articles": names with counts, and the bytes each takes.
struct CountedName {
    std::string name;
    std::int64_t count = 0;
    Span span;
};
std::vector<CountedName> readCounts(std::string_view line, const std::vector<std::u32string>& labels);

// Blocks of the sections around the content, split where several entries share a line.
void readRelated(Article& article, const Block& block, const SiteProfile& profile, std::vector<Block>& out);
void readTopics(Article& article, const Block& block, const SiteProfile& profile, std::vector<Block>& out);
void readArchive(Article& article, const Block& block, const SiteProfile& profile, std::vector<Block>& out);
// Ties answers that were cut to the blocks they repeat, and finds the English title in the questions.
void finishQuestions(Article& article, const SiteProfile& profile);

} // namespace parallax::data
