// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "data/check/text_checks.h"

namespace parallax::data {

// One of two amounts is written in Chinese (億, 元), the other is not.
bool inTwoScripts(std::string_view a, std::string_view b);

// A figure with the same one behind it, written otherwise: "$58 billion（580億美元）", "580億美元，即$58B".
struct Restatement {
    const Quantity& first;
    const Quantity& second;

    bool standsIn(std::string_view text) const;
    std::optional<Check> check(std::string_view text) const;
};

// Amounts that the text or two columns of a table write twice: SAME_FACT, or SCALE where a scale word
// slipped.
void checkRestatements(const ReadArticle& article, std::vector<Check>& out);

} // namespace parallax::data
