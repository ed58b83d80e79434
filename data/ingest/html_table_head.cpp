// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_table_head.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "data/ingest/html_tree.h"

namespace parallax::data {
namespace {

bool hasBoldStyle(const GumboNode* element) {
    std::string_view style = attribute(element, "style");
    const std::size_t at = style.find("font-weight");
    if (at == style.npos)
        return false;
    style.remove_prefix(std::min(style.size(), style.find(':', at) + 1));
    const std::string_view weight = trim(style.substr(0, style.find(';')));
    return weight.starts_with("bold") || (weight >= "600" && weight <= "900");
}

// Whether text below stands in nothing bold.
bool hasPlainText(const GumboNode* node) {
    if (isText(node))
        return node->type != GUMBO_NODE_WHITESPACE && !trim(node->v.text.text).empty();
    if (!isElement(node) || isInvisible(node))
        return false;
    const GumboTag tag = tagOf(node);
    if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || hasBoldStyle(node))
        return false;
    const HtmlChildren children = childrenOf(node);
    return std::any_of(children.begin(), children.end(), hasPlainText);
}

bool hasFigure(const Cell& cell) {
    return std::ranges::any_of(cell.text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool isBoldCell(const GumboNode* cell) {
    return !hasPlainText(cell);
}

bool namesColumns(const std::vector<std::vector<Cell>>& grid, bool firstIsBold, bool secondIsBold) {
    if (grid.size() < 2 || grid.front().size() < 2)
        return false;
    const std::vector<Cell>& first = grid.front();
    if (std::any_of(first.begin() + 1, first.end(), [](const Cell& cell) { return cell.text.empty(); }))
        return false;
    if (firstIsBold)
        return !secondIsBold;
    if (first.size() < 3 || std::ranges::any_of(first, hasFigure))
        return false;
    for (std::size_t column = 1; column < first.size(); ++column)
        if (std::all_of(grid.begin() + 1, grid.end(),
                        [&](const auto& row) { return hasFigure(row[column]); }))
            return true;
    return false;
}

} // namespace parallax::data
