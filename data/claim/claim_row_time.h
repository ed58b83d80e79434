// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "data/claim/claim_time.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// Of which day the figures of a table's row are, by one of its cells: of a column of dates ("Date", 日期), or
// one that holds nothing else. "Valid until", "Since": a time that cannot be told from it, in its words.
struct RowTime {
    SaidOf time;
    std::string unread;
    bool empty() const { return time.from.empty() && unread.empty(); }
};
RowTime rowTimeIn(std::string_view header, std::string_view cell, std::span<const Quantity> figures,
                  std::string_view day);

} // namespace parallax::data
