// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/ingest/document.h"

namespace parallax::data {

// The text of a document and how it was read.
struct DecodedText {
    std::string text;               // valid UTF-8, line ends LF, no byte order mark, nothing else changed
    std::string encoding;           // "UTF-8", "Big5", "GB18030", "Shift_JIS", "windows-1252", "UTF-16LE" …
    double confidence = 1.0;        // < 1 when guessed
    std::vector<ParseIssue> issues; // "encoding-guessed", "mojibake", "stray-bytes" (stray_bytes.h), and
                                    // with line and words of the first place "text-lost", "bytes-unfit"
};

// Bytes to text: byte order mark, then what HTTP, XML or HTML declare, then strict UTF-8, then a guess. A
// declaration that the bytes contradict is not believed, but for a few of them. Throws EncodingUnknown for
// bytes that are no text, TextLost when more than one character in twenty is gone (U+FFFD, words of ????):
// not of a feed, which may have lost no more than an item.
DecodedText decodeText(std::string_view bytes, const ParseHints& hints);

// What is lost in a text: U+FFFD, question marks where whole words stood, and what both become when they are
// read as GBK (锟斤拷).
struct LostText {
    double share = 0; // of the characters, 0 to 1
    Span first;       // the first place; empty where nothing is lost
};
LostText findLostText(std::string_view text);
// What an issue "text-lost" has to say: the document's name, the share, the line and the words there.
std::vector<std::string> lostTextArgs(const ParseHints& hints, std::string_view text, const LostText& lost,
                                      std::ptrdiff_t line);

// Whether so much is lost that the rest is no text any more: such a document is refused.
bool isTooLost(const LostText& lost) noexcept;

// Whether so much of a title is lost that it names nothing any more ("????").
bool isLostTitle(std::string_view title);

// The encoding that a name means to browsers (WHATWG): "latin1" is windows-1252, "gb2312" GB18030. Empty for
// a name that nobody knows.
std::string encodingForLabel(std::string_view label);

} // namespace parallax::data
