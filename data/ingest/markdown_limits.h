// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "data/ingest/document.h"
#include "data/ingest/lines.h"

namespace parallax::data {

// Throws DocumentTooDeep when quotations and lists nest deeper than the limit; looks at each line once.
void checkNesting(std::string_view text, const std::vector<Line>& lines, const ParseHints& hints,
                  const ParseLimits& limits);

// Whether cmark-gfm 0.29 would take much longer than the text is long: several of its inline rules are
// quadratic in the brackets, stars, backticks or angles of one paragraph (CVE-2023-22484, -22486, -26485,
// -37463). Such a text is read line by line instead.
bool tooCostlyForCmark(std::string_view text, const std::vector<Line>& lines);

} // namespace parallax::data
