// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "data/quantity/unit.h"

namespace parallax::data {

// What a row's or column's header or a caption says of the figures under it: "Revenue (USD millions)",
// "Growth, %", "營收（億美元）", "單位：百萬美元", "Cost per 1M tokens", "Market share".
struct HeaderUnit {
    std::optional<Currency> currency;
    std::optional<Unit> unit;
    int scale = 0; // power of ten
    std::optional<Per> per;
    Role role = Role::None;    // of percentages; Valuation of money
    bool percentLevel = false; // what it names is itself a percentage: an SLA, a share, a margin
    bool date = false;         // "Year": bare years are dates

    bool hasUnit() const { return currency || unit || scale != 0; }
};

HeaderUnit headerUnit(std::string_view header, const QuantityContext& context = {});

} // namespace parallax::data
