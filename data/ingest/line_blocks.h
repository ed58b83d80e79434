// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "data/ingest/document.h"
#include "data/ingest/lines.h"
#include "data/ingest/site_profile.h"

namespace parallax::data {

// The blank lines around a block: pages saved by one tool have them between blocks, by another never.
struct Surroundings {
    bool blankBefore = true;
    bool blankAfter = true;
};

// What a text consists of before anyone says what it means. Both readers (lines, Markdown) make it.
struct Outline {
    std::vector<Block> blocks;
    std::vector<Table> tables;
    std::vector<Surroundings> surroundings; // one a block
    std::vector<ParseIssue> issues;
};

// Reads a text whose every line is a block of its own: pages saved as text, plain text. Pipe tables with the
// caption above them, fenced code, #-headings, headings that are bare lines, bulleted and numbered items,
// quotations. Spans are exact. Throws DocumentTableTooLarge.
Outline readLines(std::string_view text, const SiteProfile& profile, const ParseHints& hints,
                  const ParseLimits& limits);

// Whether a line could be the caption of the table below it.
bool looksLikeCaption(std::string_view line);

// A caption as it is read: without the colon at its end and the marks around it.
Span captionText(std::string_view text, Span line);

} // namespace parallax::data
