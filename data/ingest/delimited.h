// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/ingest/document.h"

namespace parallax::data {

// Whether name or type say CSV or TSV, or a text from the clipboard is cells with tabs between.
bool looksDelimited(std::string_view text, const ParseHints& hints);

// Comma-, semicolon- or tab-separated text (RFC 4180 quoting) as an article with one table, its first row the
// header. Throws DocumentTableTooLarge when columns × rows pass the limit.
Article parseDelimited(std::string text, const ParseHints& hints, const ParseLimits& limits);

} // namespace parallax::data
