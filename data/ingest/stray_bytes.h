// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parallax::data {

// A text of UTF-8 into which bytes of windows-1252 were pasted (’ as 0x92, é as 0xE9), or one of windows-1252
// throughout, which a page then declared to be UTF-8.
struct StrayBytes {
    std::string text;      // with each such byte as its character
    std::size_t count = 0; // of them
    bool alone = false;    // nothing beyond ASCII is UTF-8: the whole text is windows-1252
    double confidence = 0; // the more there are that make sense, the higher
};

// The text is judged as a whole. Nothing where one of the bytes that are not UTF-8 is none of windows-1252,
// where more than one in eight of them makes no sense there (a letter in a word, a word of one letter, a
// quotation mark at one, a dash, a sign at a figure; as of UTF-8 cut in two, or of another encoding), where
// more than one byte in ten is such a byte, and where characters were lost before (U+FFFD): what wrote those
// would have replaced these, too.
std::optional<StrayBytes> readStrayBytes(std::string_view bytes);

} // namespace parallax::data
