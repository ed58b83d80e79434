// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <optional>
#include <string_view>
#include <vector>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// What stands between the members of a list: "and", ",", "/", 和.
bool isListLink(std::string_view between);

// "74/77/80 ms", "0.4/0.9 s", "310 ms/62 tok/s": figures with a bar between and one unit behind the last, or
// one behind each, which no grammar of single figures reads. Each list with its units, in order; a span holds
// the unit that stands there.
std::vector<std::vector<Quantity>> barredFigures(std::string_view text, Span within);

// "1.2, 1.4" before "1.9 seconds": `number` in the unit of `last`, whose own number is written at its
// beginning. Nothing where one of them is no plain number.
std::optional<Quantity> inUnitOf(std::string_view text, const Quantity& number, const Quantity& last);

} // namespace parallax::data
