// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax::data {

// A number, a word or a sign of a written date; blanks and Chinese weekdays are left out. Of Chinese, the
// halves of the day (下午) are words; 年, 月, 日 and everything else are signs, and numerals are brought into
// digits before (chinese_date.h).
struct DateToken {
    enum class Kind { Number, Word, Sign } kind;
    std::string_view text;
    std::string word; // lower case
    long number = 0;
    std::size_t begin = 0; // bytes of the text given
    std::size_t end() const { return begin + text.size(); }
};

// At most `limit` of them.
std::vector<DateToken> dateTokens(std::string_view text, std::size_t limit);

// The month (1-12) that a word begins with, in any of the languages that feeds are written in; else 0.
int monthOfWord(const DateToken& token);

// The month of a whole English word: "April", "apr", "Sept"; else 0. In running text the beginning of a word
// says nothing ("market", "decline").
int monthOfEnglishWord(const DateToken& token);

// The part of the day that a word says: 0 before noon, 12 after it, 24 at night, where twelve is midnight.
std::optional<int> partOfDay(const DateToken& token);

// Minutes east of Greenwich of a zone's name in lower case.
std::optional<int> minutesOfZone(std::string_view name);

} // namespace parallax::data
