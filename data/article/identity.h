// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// What makes two documents the same article: the slug or canonical address where there is one, else source,
// month and title, whichever Chinese script they are in. Documents with the same key in another body language
// are editions of one article; with the same key and language but other bytes, a new version. Never empty.
std::string articleKey(const Article& article);

// A key with its Chinese characters folded into one script, as articleKey gives those of titles.
std::string keyInOneScript(std::string_view key);

// An address without scheme, "www.", fragment and tracking parameters, host in lower case.
std::string canonicalUrl(std::string_view url);

// The slug in an address of the form /<locale>/article/<yyyymmdd>[-<yyyymmdd>]-<slug>, else empty.
std::string slugFromUrl(std::string_view url);

std::string sha256Hex(std::string_view bytes);

// 128 random bits for merging libraries, as 32 hex digits.
std::string newUid();

} // namespace parallax::data
