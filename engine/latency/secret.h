// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace parallax::latency {

// What a provider says, with each part of a key ("ID:SECRET:TOKEN") cut out that it may repeat, in letters of
// either case, and however its characters are escaped: as in JSON ("\/", "\u002d"), also where that JSON is a
// text within another, by percent ("%2D"), as entities of HTML ("&#45;"), plain ones between them. Of a part
// that the provider shortened, or the end of the text cut off, half of it in a row counts, or 16 characters:
// at either end or within. Before anything is shortened: less of a key would not be found.
std::string withoutSecret(std::string text, std::string_view secret);

// The same in place, byte for byte: sizes and what follows stay where they are.
void maskSecret(std::span<char> bytes, std::string_view secret);

// The most bytes that a key takes with everything escaped: who looks at a piece of a text looks so far beyond
// its ends.
std::size_t longestWritten(std::string_view secret);

} // namespace parallax::latency
