// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_price.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "data/claim/ascii.h"

namespace parallax::data {
namespace {

constexpr std::size_t near = 64; // bytes
constexpr double fewest = 1000;  // tokens that a price is told for
constexpr double most = 1e9;

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

void skipBlanks(std::string_view& text) {
    while (take(text, " ") || take(text, "\u00A0")) {
    }
}

// "1M", "100 萬", "million", 百萬; 0 where there is no such number.
double takeCount(std::string_view& text) {
    static constexpr std::array<std::pair<std::string_view, double>, 14> scales{{{"million", 1e6},
                                                                                 {"thousand", 1e3},
                                                                                 {"mn", 1e6},
                                                                                 {"m", 1e6},
                                                                                 {"k", 1e3},
                                                                                 {"百萬", 1e6},
                                                                                 {"百万", 1e6},
                                                                                 {"千萬", 1e7},
                                                                                 {"千万", 1e7},
                                                                                 {"萬", 1e4},
                                                                                 {"万", 1e4},
                                                                                 {"千", 1e3},
                                                                                 {"億", 1e8},
                                                                                 {"亿", 1e8}}};
    double number = 0;
    bool digits = false;
    while (!text.empty() && ((text[0] >= '0' && text[0] <= '9') || (digits && text[0] == ','))) {
        if (text[0] != ',')
            number = std::min(number * 10 + (text[0] - '0'), most);
        digits = true;
        text.remove_prefix(1);
    }
    skipBlanks(text);
    if (!digits)
        number = 1;
    for (const auto& [word, scale] : scales)
        if (take(text, word))
            return number * scale;
    return digits ? number : 0;
}

// Up to the word for tokens: what may stand between is a side, a counter or a blank.
bool leadsToTokens(std::string_view text) {
    static constexpr std::array<std::string_view, 19> between = {
        " ",  "/",  "-",      "個",   "个",   "input", "output", "prompt", "completion", "and",
        "or", "of", "cached", "輸入", "输入", "輸出",  "输出",   "提示",   "生成"};
    for (;;) {
        if (text.starts_with("token") || text.starts_with("詞元") || text.starts_with("词元"))
            return true;
        if (std::ranges::none_of(between, [&](std::string_view word) { return take(text, word); }))
            return false;
    }
}

// "$3/M input": of millions of what can be sent in or out.
bool leadsToSide(std::string_view text) {
    skipBlanks(text);
    return std::ranges::any_of(std::array<std::string_view, 8>{"input", "output", "prompt", "completion",
                                                               "輸入", "输入", "輸出", "输出"},
                               [&](std::string_view side) { return text.starts_with(side); });
}

double countBefore(std::string_view before) {
    std::size_t at = std::string_view::npos;
    for (const std::string_view each : {"每", "per ", "every ", "each "})
        if (const std::size_t found = before.rfind(each); found != std::string_view::npos)
            if (at == std::string_view::npos || found + each.size() > at)
                at = found + each.size();
    if (at == std::string_view::npos)
        return 0;
    std::string_view rest = before.substr(at);
    skipBlanks(rest);
    const double count = takeCount(rest);
    return leadsToTokens(rest) ? count : 0;
}

double countAfter(std::string_view after) {
    skipBlanks(after);
    if (!take(after, "per ") && !take(after, "/") && !take(after, "for ") && !take(after, "a "))
        return 0;
    skipBlanks(after);
    for (const std::string_view one : {"a ", "one ", "every ", "each "})
        if (take(after, one))
            break;
    const double count = takeCount(after);
    return leadsToTokens(after) || (count >= 1e6 && leadsToSide(after)) ? count : 0;
}

// "/$15" behind a first amount.
bool takeSecondAmount(std::string_view& text) {
    std::string_view rest = text;
    skipBlanks(rest);
    if (!take(rest, "/"))
        return false;
    skipBlanks(rest);
    if (!take(rest, "us$") && !take(rest, "$"))
        return false;
    const std::size_t end = rest.find_first_not_of("0123456789.");
    if (end == 0 || end == std::string_view::npos)
        return false;
    text = rest.substr(end);
    return true;
}

} // namespace

std::optional<TokenPrice> tokenPriceAround(std::string_view text, Span money) {
    const std::size_t from = money.begin > near ? money.begin - near : 0;
    const std::string before = lowerAscii(text.substr(from, money.begin - from));
    const std::string behind = lowerAscii(text.substr(money.end, std::min(near, text.size() - money.end)));
    TokenPrice price;
    std::string_view after = behind;
    if (takeSecondAmount(after))
        price.side = TokenSide::Input;
    else if (const std::string_view left = trim(before); left.ends_with('/') && left.size() > 1 &&
                                                         left[left.size() - 2] >= '0' &&
                                                         left[left.size() - 2] <= '9')
        price.side = TokenSide::Output;
    price.tokens = countAfter(after);
    if (price.tokens < fewest && price.side == TokenSide::Unstated)
        price.tokens = countBefore(before);
    if (price.tokens < fewest || price.tokens > most)
        return std::nullopt;
    return price;
}

} // namespace parallax::data
