// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_row_time.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {

RowTime rowTimeIn(std::string_view header, std::string_view cell, std::span<const Quantity> figures,
                  std::string_view day) {
    RowTime row;
    const std::string_view said = trim(cell);
    if (said.empty())
        return row;
    const std::string small = lowerAscii(header);
    const bool released = static_cast<bool>(turnIn(small, Turn::Releases));
    const bool dates = static_cast<bool>(turnIn(small, Turn::HeadsDates));
    const bool ends = static_cast<bool>(turnIn(small, Turn::HeadsEnds));
    const Quantity* period = nullptr;
    for (const Quantity& one : figures)
        if (one.kind == QuantityKind::Period && !one.from.empty() && !one.to.empty() &&
            one.from.find('|') == std::string::npos)
            period = &one;
    const bool alone = period != nullptr && period->span.end - period->span.begin == said.size();
    if (released || !(dates || ends || alone)) // since when there is a model is no day of its price
        return row;
    if (ends || period == nullptr || period->openToTheLeft || period->openToTheRight) {
        row.unread = std::string(said);
        return row;
    }
    row.time = {period->from, period->to, !day.empty() && period->to < day};
    return row;
}

} // namespace parallax::data
