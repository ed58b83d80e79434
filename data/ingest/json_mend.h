// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// JSON as feeds get it wrong, made right as far as it goes: raw line ends and other control characters in
// strings, escapes that there are none of, commas before a closing bracket, and an end that is missing (what
// is complete before it stays). In linear time; other faults stay.
std::string mendedJson(std::string_view text);

} // namespace parallax::data
