// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/leading_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace parallax::data {
namespace {

constexpr std::size_t digitLimit = 60; // no figure in a cell is longer

struct Word {
    std::string_view text;
    double scale = 1;
};

// What may stand before a figure without being part of it; Latin ones in lower case.
constexpr std::array<std::string_view, 46> hedges = {"approximately",
                                                     "approx.",
                                                     "approx",
                                                     "about",
                                                     "around",
                                                     "roughly",
                                                     "circa",
                                                     "ca.",
                                                     "c.",
                                                     "nearly",
                                                     "almost",
                                                     "over",
                                                     "under",
                                                     "up to",
                                                     "more than",
                                                     "less than",
                                                     "at least",
                                                     "at most",
                                                     "below",
                                                     "above",
                                                     "estimated",
                                                     "est.",
                                                     "(est.)",
                                                     "~",
                                                     "≈",
                                                     "∼",
                                                     "<",
                                                     ">",
                                                     "≤",
                                                     "≥",
                                                     "=",
                                                     "#",
                                                     "大約",
                                                     "大约",
                                                     "約",
                                                     "约",
                                                     "超過",
                                                     "超过",
                                                     "至少",
                                                     "最多",
                                                     "逾",
                                                     "近",
                                                     "將近",
                                                     "将近",
                                                     "低於",
                                                     "低于"};

constexpr std::array<std::string_view, 34> currencies = {
    "US$", "NT$", "HK$", "A$",   "C$",   "S$",     "$",      "€",      "£",      "¥",     "₩",   "₹",
    "USD", "TWD", "NTD", "HKD",  "CNY",  "RMB",    "EUR",    "GBP",    "JPY",    "KRW",   "INR", "CHF",
    "AUD", "CAD", "SGD", "美元", "美金", "人民幣", "人民币", "新台幣", "新臺幣", "新台币"};

constexpr std::array<Word, 14> englishScales = {{{"thousand", 1e3},
                                                 {"million", 1e6},
                                                 {"billion", 1e9},
                                                 {"trillion", 1e12},
                                                 {"mln", 1e6},
                                                 {"bln", 1e9},
                                                 {"mn", 1e6},
                                                 {"bn", 1e9},
                                                 {"tn", 1e12},
                                                 {"k", 1e3},
                                                 {"m", 1e6},
                                                 {"b", 1e9},
                                                 {"t", 1e12},
                                                 {"mm", 1e6}}};

constexpr std::array<Word, 9> chineseScales = {{{"萬", 1e4},
                                                {"万", 1e4},
                                                {"億", 1e8},
                                                {"亿", 1e8},
                                                {"兆", 1e12},
                                                {"千", 1e3},
                                                {"仟", 1e3},
                                                {"百", 1e2},
                                                {"十", 1e1}}};

// A character with its full-width form made half-width and letters lowered.
CodePoint characterAt(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return {0, 0};
    CodePoint c = decodeAt(text, at);
    if (c.value >= 0xFF01 && c.value <= 0xFF5E)
        c.value -= 0xFEE0;
    else if (c.value == 0xFFE5)
        c.value = 0xA5; // the full-width yen sign
    if (c.value >= U'A' && c.value <= U'Z')
        c.value += 32;
    return c;
}

bool isDigit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x250);
}

bool isBlank(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

bool isDash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

std::size_t skipBlanks(std::string_view text, std::size_t at) {
    for (CodePoint c = characterAt(text, at); c.length > 0 && isBlank(c.value); c = characterAt(text, at))
        at += c.length;
    return at;
}

// The end of `word` at `at`, compared without case and width; 0 when it does not stand there. A word that
// ends in a letter must not go on.
std::size_t wordEnd(std::string_view text, std::size_t at, std::string_view word) {
    CodePoint last;
    for (std::size_t i = 0; i < word.size();) {
        const CodePoint wanted = characterAt(word, i);
        last = characterAt(text, at);
        if (last.length == 0 || last.value != wanted.value)
            return 0;
        i += wanted.length;
        at += last.length;
    }
    return isLetter(last.value) && isLetter(characterAt(text, at).value) ? 0 : at;
}

struct Figure {
    double value = 0; // without sign
    bool signWritten = false;
    bool negative = false;
    bool scaled = false;
    double scale = 1; // of its last part
    int digits = 0;   // before the decimal point
    bool fraction = false;
    std::string_view currency;
    std::string_view unit;
    std::size_t numberEnd = 0; // behind digits and scale
    std::size_t end = 0;       // behind the unit
};

bool threeDigitsAt(std::string_view text, std::size_t at) {
    for (int i = 0; i < 3; ++i) {
        const CodePoint c = characterAt(text, at);
        if (!isDigit(c.value))
            return false;
        at += c.length;
    }
    return !isDigit(characterAt(text, at).value);
}

bool separatesThousands(char32_t c) {
    return c == U',' || c == U'\'' || c == 0x2019 || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

// Digits with separators, point and exponent. Returns the end, 0 when no digit stands at `at`.
std::size_t readNumber(std::string_view text, std::size_t at, Figure& figure) {
    std::string digits;
    bool grouped = false;
    figure.digits = 0;
    figure.fraction = false;
    for (;;) {
        const CodePoint c = characterAt(text, at);
        const std::size_t after = at + c.length;
        if (c.length > 0 && isDigit(c.value)) {
            if (digits.size() < digitLimit)
                digits.push_back(static_cast<char>(c.value));
            figure.digits += figure.fraction ? 0 : 1;
        } else if (c.value == U'.' && !figure.fraction && isDigit(characterAt(text, after).value)) {
            digits.push_back('.');
            figure.fraction = true;
        } else if (separatesThousands(c.value) && !figure.fraction && figure.digits > 0 &&
                   (figure.digits <= 3 || grouped) && threeDigitsAt(text, after)) {
            grouped = true;
        } else {
            break;
        }
        at = after;
    }
    if (digits.empty())
        return 0;
    if (characterAt(text, at).value == U'e') {
        std::size_t exponent = at + 1;
        const char32_t sign = characterAt(text, exponent).value;
        if (sign == U'+' || sign == U'-')
            ++exponent;
        if (isDigit(characterAt(text, exponent).value)) {
            digits += sign == U'-' ? "e-" : "e";
            for (int i = 0; i < 3 && isDigit(characterAt(text, exponent).value); ++i) {
                const CodePoint c = characterAt(text, exponent);
                digits.push_back(static_cast<char>(c.value));
                exponent += c.length;
            }
            at = exponent;
        }
    }
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), figure.value);
    return error == std::errc{} && std::isfinite(figure.value) ? at : 0;
}

// 萬, 億, 萬億, 百萬 …: the product of the characters; `at` moves behind them.
double readChineseScale(std::string_view text, std::size_t& at) {
    double scale = 1;
    for (bool found = true; found;) {
        found = false;
        for (const Word& word : chineseScales)
            if (const std::size_t end = wordEnd(text, at, word.text)) {
                scale *= word.scale;
                at = end;
                found = true;
                break;
            }
    }
    return scale;
}

// "1億2000萬" is a sum: parts with falling scales and no blank between.
std::size_t readChineseParts(std::string_view text, std::size_t at, Figure& figure) {
    std::size_t end = at;
    double scale = readChineseScale(text, end);
    if (scale == 1)
        return at;
    figure.value *= scale;
    figure.scaled = true;
    figure.scale = scale;
    for (;;) {
        Figure part;
        std::size_t next = readNumber(text, end, part);
        if (next == 0)
            return end;
        const double partScale = readChineseScale(text, next);
        if (partScale >= scale || part.value >= scale)
            return end;
        figure.value += part.value * partScale;
        end = next;
        if (partScale == 1)
            return end;
        scale = partScale;
    }
}

// k, M, bn, million … after at most one blank (and after the + of "10+ billion"). Single small letters are
// scales only in money: 5m elsewhere is five metres or minutes.
std::size_t readEnglishScale(std::string_view text, std::size_t at, Figure& figure) {
    std::size_t from = at;
    if (characterAt(text, from).value == U'+')
        from += characterAt(text, from).length;
    from = skipBlanks(text, from);
    for (const Word& word : englishScales) {
        const std::size_t end = wordEnd(text, from, word.text);
        if (end == 0 || isDigit(characterAt(text, end).value) || characterAt(text, end).value == U'/')
            continue;
        const bool small = text[from] >= 'a' && text[from] <= 'z';
        if (word.text.size() <= 2 && word.text != "k" && word.text != "bn" && word.text != "tn" &&
            word.text != "mn" && small && figure.currency.empty())
            continue;
        figure.value *= word.scale;
        figure.scaled = true;
        figure.scale = word.scale;
        return end;
    }
    return at;
}

bool endsUnit(char32_t c) {
    return isBlank(c) || isDigit(c) || isDash(c) || c == U'(' || c == U')' || c == U',' || c == U';' ||
           c == U'~' || c == U'+' || c == U'|' || c == U'[' || c == 0x3001 || c == 0x3002 || c == 0x301C ||
           c == U'.';
}

std::string_view readUnit(std::string_view text, std::size_t at) {
    if (characterAt(text, at).value == U'+')
        at += characterAt(text, at).length;
    const std::size_t begin = skipBlanks(text, at);
    std::size_t end = begin;
    for (CodePoint c = characterAt(text, end); c.length > 0 && !endsUnit(c.value);
         c = characterAt(text, end)) {
        if (end > begin && (wordEnd(text, end, "至") != 0 || wordEnd(text, end, "到") != 0))
            break; // 3% 至 5%
        end += c.length;
    }
    return text.substr(begin, end - begin);
}

std::size_t readSign(std::string_view text, std::size_t at, Figure& figure) {
    const CodePoint c = characterAt(text, at);
    const bool minus = isDash(c.value) || c.value == U'負' || c.value == U'负';
    if (figure.signWritten || c.length == 0 || (!minus && c.value != U'+'))
        return at;
    figure.signWritten = true;
    figure.negative = minus;
    return at + c.length;
}

std::size_t readCurrency(std::string_view text, std::size_t at, Figure& figure) {
    for (const std::string_view name : currencies)
        if (const std::size_t end = wordEnd(text, at, name); end != 0 && figure.currency.empty()) {
            figure.currency = text.substr(at, end - at);
            return skipBlanks(text, end);
        }
    return at;
}

// [sign] [currency] [sign] digits [scale] [unit]
std::optional<Figure> readFigure(std::string_view text, std::size_t at) {
    Figure figure;
    at = readSign(text, at, figure);
    at = readCurrency(text, at, figure);
    at = readSign(text, at, figure);
    at = readNumber(text, at, figure);
    if (at == 0)
        return std::nullopt;
    std::size_t end = readChineseParts(text, at, figure);
    if (end == at) // "5,800 億" with a blank
        end = readChineseParts(text, skipBlanks(text, at), figure);
    if (!figure.scaled)
        end = readEnglishScale(text, at, figure);
    figure.numberEnd = figure.scaled ? end : at;
    figure.unit = readUnit(text, figure.numberEnd);
    figure.end = figure.unit.empty()
                     ? figure.numberEnd
                     : static_cast<std::size_t>(figure.unit.data() + figure.unit.size() - text.data());
    return figure;
}

struct Separator {
    std::size_t end = 0; // 0: none
    bool dash = false;
};

// What joins the ends of a range, at `at` behind blanks.
Separator readSeparator(std::string_view text, std::size_t at) {
    at = skipBlanks(text, at);
    const CodePoint c = characterAt(text, at);
    if (c.length == 0)
        return {};
    if (isDash(c.value))
        return {skipBlanks(text, at + c.length), true};
    if (c.value == U'~' || c.value == 0x301C)
        return {skipBlanks(text, at + c.length), true};
    for (const std::string_view word : {"to", "至", "到"})
        if (const std::size_t end = wordEnd(text, at, word))
            return {skipBlanks(text, end), false};
    return {};
}

bool looksLikeDate(const Figure& first, const Figure& second) {
    return first.digits == 4 && !first.fraction && !first.scaled && first.currency.empty() &&
           first.unit.empty() && second.digits <= 2 && !second.fraction && !second.scaled;
}

double signedValue(const Figure& figure) {
    return figure.negative ? -figure.value : figure.value;
}

std::size_t skipHedges(std::string_view text) {
    std::size_t at = skipBlanks(text, 0);
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view hedge : hedges)
            if (const std::size_t end = wordEnd(text, at, hedge)) {
                at = skipBlanks(text, end);
                found = true;
                break;
            }
    }
    return at;
}

} // namespace

std::optional<LeadingNumber> leadingNumber(std::string_view cell) {
    std::size_t at = skipHedges(cell);
    const CodePoint first = characterAt(cell, at);
    const bool parenthesis = first.value == U'(';
    if (parenthesis)
        at += first.length;

    std::optional<Figure> low = readFigure(cell, at);
    if (!low)
        return std::nullopt;
    if (parenthesis) {
        // (1,234) is how accountants write −1,234; "(3 of 5) done" is a remark
        const std::size_t close = skipBlanks(cell, low->end);
        const CodePoint c = characterAt(cell, close);
        if (c.value != U')' || skipBlanks(cell, close + c.length) != cell.size())
            return std::nullopt;
        low->negative = !low->negative;
    }

    LeadingNumber result;
    result.value = result.high = signedValue(*low);
    result.unit = low->currency.empty() ? low->unit : low->currency;
    for (const std::size_t from : {low->numberEnd, low->end}) {
        const Separator separator = parenthesis ? Separator{} : readSeparator(cell, from);
        std::optional<Figure> high = separator.end != 0 ? readFigure(cell, separator.end) : std::nullopt;
        if (!high || looksLikeDate(*low, *high))
            continue;
        if (high->scaled && !low->scaled && low->unit.empty())
            low->value *= high->scale; // 15-18 billion
        if (separator.dash && low->signWritten && !high->signWritten)
            high->negative = low->negative; // −4-8% means −4 to −8
        const auto [least, greatest] = std::minmax({signedValue(*low), signedValue(*high)});
        result.value = least;
        result.high = greatest;
        if (low->currency.empty())
            result.unit = high->currency.empty() ? high->unit : high->currency;
        break;
    }
    if (!std::isfinite(result.value) || !std::isfinite(result.high))
        return std::nullopt;
    return result;
}

} // namespace parallax::data
