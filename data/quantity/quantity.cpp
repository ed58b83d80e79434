// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/quantity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/quantity/header_unit.h"
#include "data/quantity/scanner.h"
#include "data/quantity/surroundings.h"

namespace parallax::data {

bool isMissing(std::string_view cell) {
    static constexpr std::array<std::string_view, 54> words{"n/a",
                                                            "na",
                                                            "n.a.",
                                                            "n.a",
                                                            "n/m",
                                                            "n.m.",
                                                            "nm",
                                                            "tbd",
                                                            "tba",
                                                            "tbc",
                                                            "none",
                                                            "null",
                                                            "nil",
                                                            "nan",
                                                            "unknown",
                                                            "pending",
                                                            "undisclosed",
                                                            "not disclosed",
                                                            "not available",
                                                            "not applicable",
                                                            "not reported",
                                                            "not announced",
                                                            "not known",
                                                            "not public",
                                                            "no data",
                                                            "to be determined",
                                                            "to be announced",
                                                            "to be confirmed",
                                                            "未披露",
                                                            "未公布",
                                                            "未公佈",
                                                            "未公開",
                                                            "未公开",
                                                            "未透露",
                                                            "未知",
                                                            "未定",
                                                            "尚未披露",
                                                            "尚未公布",
                                                            "尚未公佈",
                                                            "不詳",
                                                            "不详",
                                                            "不適用",
                                                            "不适用",
                                                            "無",
                                                            "无",
                                                            "暫無",
                                                            "暂无",
                                                            "待定",
                                                            "待公布",
                                                            "待公佈",
                                                            "無資料",
                                                            "無數據",
                                                            "无数据",
                                                            "不公開"};
    auto text = trim(cell);
    // A footnote's mark, parentheses around all of it.
    while (!text.empty() && (text.back() == '*' || text.back() == '.') && text != "n.a." && text != "n.m.")
        text = trim(text.substr(0, text.size() - 1));
    if (text.size() >= 2 && text.front() == '(' && text.back() == ')')
        text = trim(text.substr(1, text.size() - 2));
    if (text.empty())
        return true;
    if (text.size() > 24)
        return false;
    bool marks = true; // dashes, question marks, dots
    for (std::size_t at = 0; at < text.size() && marks;) {
        const CodePoint c = decodeAt(text, at);
        constexpr std::u32string_view none = U"-‐‑‒–—―−－?？….";
        marks = none.find(c.value) != std::u32string_view::npos;
        at += c.length;
    }
    if (marks)
        return true;
    return std::ranges::find(words, std::string_view(lowerAscii(text))) != words.end();
}

std::vector<Quantity> parseQuantities(std::string_view text, const QuantityContext& context) {
    if (isMissing(text))
        return {};
    const FoldedText folded(text);
    QuantityContext own = context;
    if (context.cell && !context.date)
        own.date =
            headerUnit(context.columnHeader, context).date || headerUnit(context.rowHeader, context).date;
    auto found = scan(folded, own);
    readSurroundings(folded, found);
    if (context.cell && !found.empty())
        readChangeCell(folded, found.front());
    inheritUnits(found, context);
    std::vector<Quantity> quantities;
    quantities.reserve(found.size());
    for (auto& item : found) {
        item.quantity->span = folded.bytes(item.begin, item.end);
        if (item.hedgeEnd > item.hedgeBegin)
            item.quantity->hedgeSpan = folded.bytes(item.hedgeBegin, item.hedgeEnd);
        if (item.periodEnd > item.periodBegin)
            item.quantity->periodSpan = folded.bytes(item.periodBegin, item.periodEnd);
        quantities.push_back(std::move(*item.quantity));
    }
    return quantities;
}

} // namespace parallax::data
