// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

#include "ui/tables/prepared_table.h"

namespace parallax::ui::samples {

inline data::Table table(const char* caption, std::initializer_list<const char*> header,
                         std::initializer_list<std::initializer_list<const char*>> rows) {
    data::Table made;
    made.caption = caption;
    for (const char* text : header)
        made.header.push_back({text, {}, {}});
    for (const auto& row : rows) {
        std::vector<data::Cell> cells;
        for (const char* text : row)
            cells.push_back({text, {}, {}});
        made.rows.push_back(std::move(cells));
    }
    made.alignments.assign(made.header.size(), data::Alignment::None);
    return made;
}

// Different units in one table, ranges, words after the figure.
inline data::Table operations() {
    return table("Operation of two clouds", {"Metric", "North (now)", "South (planned)", "Difference"},
                 {{"Latency", "1.2s", "1.3-1.5s", "+8-25%"},
                  {"Throughput (req/s)", "140", "120-130", "-7-14%"},
                  {"Price per million tokens", "$4.00", "$4.00 (same list)", "0%"},
                  {"Availability", "99.9%", "99.95% (standard)", "+0.05%"}});
}

inline data::Table revenue() {
    return table("Revenue by provider", {"Provider", "Today", "Outlook", "Change"},
                 {{"Alpha", "$900M", "$1.2B (+33%)", "Better share"},
                  {"beta", "$15B", "$18B (+20%)", "New contracts"},
                  {"Ärger", "$8B", "$14B (+75%)", ""},
                  {"Gamma 10", "$4B", "$5B (+25%)", "Open models"},
                  {"Gamma 9", "n/a", "$3B", "Overflow"}});
}

inline data::Table strategy() {
    return table("Strategies", {"Lab", "Partners"}, {{"One", "A, B"}, {"Two", "C"}});
}

inline PreparedTablePtr prepared(data::Table table, data::TableId id = 1) {
    data::StoredTable stored;
    stored.row.id = id;
    stored.row.article = 7;
    stored.row.block = 5;
    stored.row.caption = table.caption;
    stored.row.articleTitle = "An article";
    stored.row.source = "A paper";
    stored.row.archiveMonth = "2026-04";
    stored.row.rows = static_cast<int>(table.rows.size());
    stored.row.columns = static_cast<int>(table.header.size());
    stored.table = std::move(table);
    TableParts parts;
    parts.typed = data::typeTable(stored.table, data::tableContextOf(stored.row));
    parts.stored = std::move(stored);
    return prepareTable(std::move(parts));
}

} // namespace parallax::ui::samples
