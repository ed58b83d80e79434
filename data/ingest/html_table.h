// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "data/ingest/html_tree.h"

namespace parallax::data {

struct HtmlTableContext {
    const HtmlTree& tree;
    std::string_view source;
    std::string_view baseUrl;
    const ParseHints& hints;
    const ParseLimits& limits;
};

// Whether a table only arranges content on the page: marked so, or with headings, long texts or tables of
// their own in its cells, or of one row or column. A small table in a cell or two is what the cell says.
bool isLayoutTable(const GumboNode* table);

// Whether the page gives it a caption or heads, so that nobody would call it layout who has not looked at
// what is in its cells.
bool isMarkedAsData(const GumboNode* table);

// Header, rows and caption of a data table; cells that span several are repeated in each (in the body only
// downwards, and across unless they take the whole row). nullopt when no cell has text. Throws
// DocumentTableTooLarge before anything is expanded.
std::optional<Table> readHtmlTable(const GumboNode* table, const HtmlTableContext& context);

} // namespace parallax::data
