// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/chinese_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace parallax::data {
namespace {

constexpr int republicBegins = 1911; // its year 1 is 1912

std::optional<int> digitOf(char32_t c) {
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (c == U'〇' || c == U'○')
        return 0;
    if (c == U'元') // 元月, and the first year
        return 1;
    const std::size_t at = digits.find(c);
    return at == digits.npos ? std::nullopt : std::optional(static_cast<int>(at));
}

// 二〇二六 digit by digit, 十一 and 三十 with their ten.
std::optional<int> numberOf(std::u32string_view words) {
    const std::size_t ten = words.find(U'十');
    if (ten == words.npos) {
        int value = 0;
        for (const char32_t c : words)
            value = 10 * value + digitOf(c).value_or(0);
        return words.size() <= 4 ? std::optional(value) : std::nullopt;
    }
    if (ten > 1 || words.size() > ten + 2)
        return std::nullopt;
    const int tens = ten == 0 ? 1 : digitOf(words[0]).value_or(0);
    const std::optional<int> ones = words.size() > ten + 1 ? digitOf(words[ten + 1]) : 0;
    return ones ? std::optional(10 * tens + *ones) : std::nullopt;
}

bool isUnit(char32_t c) {
    return c == U'年' || c == U'月' || c == U'日' || c == U'號' || c == U'号';
}

std::string withWordsAsDigits(const std::u32string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        // 週一一月5日: the first one is of the weekday.
        const bool weekday =
            at > 0 && std::u32string_view(U"週周期拜").find(text[at - 1]) != std::u32string_view::npos;
        std::size_t end = at;
        while (!weekday && end < text.size() && (digitOf(text[end]) || text[end] == U'十'))
            ++end;
        const std::u32string_view words = std::u32string_view(text).substr(at, end - at);
        const bool counts = !words.empty() && end < text.size() && isUnit(text[end]);
        if (const std::optional<int> number = counts ? numberOf(words) : std::nullopt) {
            out += std::to_string(*number);
            at = end;
        } else {
            for (end = std::max(end, at + 1); at < end; ++at)
                appendUtf8(out, text[at]);
        }
    }
    return out;
}

std::string withCommonEra(std::string text) {
    constexpr std::array<std::string_view, 4> republics{"民國", "民国", "中華民國", "中华民国"};
    for (std::size_t i = republics.size(); i-- > 0;) {
        const std::size_t at = text.find(republics[i]);
        if (at == text.npos)
            continue;
        std::size_t digits = at + republics[i].size();
        while (digits < text.size() && text[digits] == ' ')
            ++digits;
        int year = 0;
        const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), year);
        if (error != std::errc() || year < 1 || year > 299)
            continue;
        return text.replace(at, static_cast<std::size_t>(end - text.data()) - at,
                            std::to_string(republicBegins + year));
    }
    return text;
}

} // namespace

std::string withDigits(std::string_view date) {
    return withCommonEra(withWordsAsDigits(toUtf32(date)));
}

} // namespace parallax::data
