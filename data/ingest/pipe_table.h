// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/ingest/document.h"
#include "data/ingest/lines.h"

namespace parallax::data {

// The cells of one row of a pipe table: byte ranges in `text` without blanks. Escaped pipes do not divide.
std::vector<Span> splitRow(std::string_view text, Span row);

// The alignments that a delimiter row ("|:--|--:|") gives, or nothing when it is none.
std::optional<std::vector<Alignment>> delimiterRow(std::string_view row);

// Whether `row` has a pipe that divides.
bool hasPipe(std::string_view row);

// Whether a table begins at line `at` (its header). Tables without a delimiter row are recognised by at least
// two rows in full pipes with as many cells.
bool tableBeginsAt(std::string_view text, const std::vector<Line>& lines, std::size_t at);

// The table whose header is line `at`; `next` is set to the line after its last row. Cell texts are read by
// `inlineText`. Throws DocumentTableTooLarge when columns × rows pass the limit.
Table readTable(std::string_view text, const std::vector<Line>& lines, std::size_t at, std::size_t& next,
                const ParseHints& hints, const ParseLimits& limits);

// Refuses a document with a table of more cells than the limit, before a parser pads it to that size (a
// Markdown parser fills every row up to the header's width).
void checkTableSizes(std::string_view text, const std::vector<Line>& lines, const ParseHints& hints,
                     const ParseLimits& limits);

} // namespace parallax::data
