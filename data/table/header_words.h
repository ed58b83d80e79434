// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "data/table/typed_table.h"

namespace parallax::data {

// A longer header or caption says nothing that its beginning does not, and would be read again for every
// cell.
inline constexpr std::size_t longestHeader = 256; // bytes

// Folded, blanks made one, no blank or colon at its end.
std::u32string foldedHeader(std::string_view text);

// What the words of a column's header say of it, before any cell was read.
struct HeaderSense {
    bool change = false;   // Change, Δ, YoY, 增幅
    bool yearly = false;   // CAGR, 年複合成長率
    bool share = false;    // Share, % of total, 佔比
    bool total = false;    // nothing but Total, 合計
    bool mayTotal = false; // … among other words: "Total revenue"
    bool note = false;     // Notes, Source, 備註
    bool base = false;     // Current, before, 現況, the A of "2025A"
    bool next = false;     // Projected, after, 預測, the E of "2026E"
    bool measures = false; // Metric, 指標: the rows name measures, so the columns name subjects
    bool rank = false;     // #, No., 排名
    bool date = false;     // Year, Founded, 日期
    std::string period;    // "2025", "Q3 2026", "2024-2030"; empty when none
    std::string from, to;  // its ISO days
    std::u32string name;   // folded, without what stands in parentheses and without periods
    std::string title;     // the same as written
};
HeaderSense readHeader(std::string_view header, const TableContext& context);

// "2025", "Q3 2026", "H1 2026", "2026-04", "2024-2030" of a Period.
std::string periodName(const Quantity& period);

// What a row's label says: `certain` where it says nothing else ("Total", "其他"); "Total revenue" wants
// arithmetic to agree.
struct RowSense {
    RowRole role = RowRole::Item;
    bool certain = false;
};
RowSense readRowLabel(std::string_view label);

// A header of figures that are less by so much, without a sign: "Price cut", "Savings", 降幅.
bool saysDecline(std::string_view header);
// "Speedup", 加速比
bool saysSpeedup(std::string_view header);

// How far back a header of changes reaches: 12 of "YoY" and 同比, 3 of "QoQ", 1 of "MoM"; 0 where it does not
// say, −1 for "one period" (環比, "sequential").
int monthsBack(std::string_view header);

// Whether a row is taken off: "Less: cost of sales", 減：成本. Maybe where the word may be part of a name
// (減速機) or only tells that it is a cost.
enum class Deduction { No, Maybe, Yes };
Deduction deductionOf(std::string_view label);

} // namespace parallax::data
