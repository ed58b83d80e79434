// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// A name as the glossary compares it: folded, blanks collapsed, trimmed.
std::u32string glossaryKey(std::string_view name);

// Whether some entry has this name (a glossaryKey).
bool isGlossaryName(std::u32string_view key);

} // namespace parallax::data
