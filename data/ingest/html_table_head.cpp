// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_table_head.h"

#include <algorithm>
#include <array>
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

// Takes digits off the beginning; how many.
std::size_t takeDigits(std::string_view& text) {
    const std::size_t count = std::min(text.size(), text.find_first_not_of("0123456789"));
    text.remove_prefix(count);
    return count;
}

// Q3 or H1 off the beginning.
bool takePart(std::string_view& text) {
    const bool is =
        text.size() >= 2 && (text[0] == 'Q' || text[0] == 'H') && text[1] >= '1' && text[1] <= '4';
    text.remove_prefix(is ? 2 : 0);
    return is;
}

// A year, a quarter or a half, or both, maybe with an E or F for what is expected: 2026, Q3, FY25, 2026 Q1,
// 2025年.
bool isPeriod(const Cell& cell) {
    std::string_view text = cell.text;
    const bool fiscal = text.starts_with("FY");
    text.remove_prefix(fiscal ? 2 : 0);
    text = trim(text);
    bool found = takePart(text);
    text = trim(text);
    const bool century = text.starts_with("19") || text.starts_with("20");
    if (const std::size_t digits = takeDigits(text); digits > 0) {
        if (!(digits == 4 && century) && !(digits == 2 && fiscal))
            return false;
        found = true;
    }
    if (text.starts_with("年"))
        text.remove_prefix(std::string_view("年").size());
    text = trim(text);
    takePart(text);
    return found && (text.empty() || text == "E" || text == "F");
}

// What the first column of a table of things is headed by.
bool headsFirstColumn(const Cell& cell) {
    static constexpr std::array<std::string_view, 46> words{
        "model",    "company",  "provider", "vendor",   "chip",    "gpu",  "name",    "metric",
        "item",     "product",  "service",  "region",   "country", "year", "quarter", "date",
        "customer", "supplier", "plan",     "category", "模型",    "公司", "廠商",    "厂商",
        "供應商",   "供应商",   "晶片",     "芯片",     "名稱",    "名称", "指標",    "指标",
        "項目",     "项目",     "產品",     "产品",     "服務",    "服务", "地區",    "地区",
        "國家",     "国家",     "年份",     "季度",     "日期",    "类别"};
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return equalsIgnoringCase(cell.text, word); });
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
    const bool figuresBelow = std::any_of(grid.begin() + 1, grid.end(), [](const auto& row) {
        return std::any_of(row.begin() + 1, row.end(), hasFigure);
    });
    if (!figuresBelow)
        return false;
    if (std::all_of(first.begin() + 1, first.end(), isPeriod))
        return !hasFigure(first.front()) && !std::all_of(grid[1].begin() + 1, grid[1].end(), isPeriod);
    if (first.front().text.empty()) // a corner, where every other row has a name
        return std::none_of(grid.begin() + 1, grid.end(),
                            [](const auto& row) { return row.front().text.empty(); });
    return first.size() >= 3 && headsFirstColumn(first.front()) && std::ranges::none_of(first, hasFigure);
}

} // namespace parallax::data
