// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// Names that mean the same, in any of the three languages, have the same canonical form; it is for comparing,
// not for showing.

// Of a subject: "Microsoft" for 微軟, 微软, MSFT and "Microsoft Corp. (US)"; "others" and "total" for the
// rows of that role. What the glossary does not know is folded.
std::string canonicalSubject(std::string_view name);

// Of a measure: its words without order, articles, periods, units in parentheses and words of time (current,
// projected): "ai cloud revenue" for "Current Cloud AI Revenue (est.)" and AI 雲端營收. Empty when nothing is
// left ("2025", "Current").
std::string canonicalMeasure(std::string_view name);

} // namespace parallax::data
