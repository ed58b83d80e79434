// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/article/language.h"

namespace parallax::data {

// A view of `text` in the other Chinese script, by OpenCC (s2twp, tw2sp) with our own overrides for the cases
// that Debian's dictionaries damage. Text already in `to` comes back unchanged, as does what is not Chinese;
// Latin, digits, code and URLs are never touched. `from` is what the text around it is written in: it decides
// where `text` has no character that only one script has (晶片, 系統 in a cell of a table), which else stays
// as it is. Thread-safe. A conversion is a view, never stored as original.
std::string convertScript(std::string_view text, Language to, Language from = Language::Unknown);

} // namespace parallax::data
