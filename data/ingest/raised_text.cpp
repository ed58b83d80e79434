// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/raised_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "base/utf8.h"

namespace parallax::data {
namespace {

bool isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isFigureByte(char c) {
    return isAsciiDigit(c) || c == '.' || c == ',';
}
bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

bool allOf(std::string_view text, bool (*matches)(char)) {
    return !text.empty() && std::ranges::all_of(text, matches);
}

char32_t lastCodePointOf(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return text.empty() ? 0 : decodeAt(text, at).value;
}

bool isCurrencySign(char32_t c) {
    return c == '$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0xFFE5 || c == 0xFFE1;
}

// The ASCII letters or digits that `text` ends with.
std::string_view lastRun(std::string_view text, bool (*matches)(char)) {
    std::size_t at = text.size();
    while (at > 0 && matches(text[at - 1]))
        --at;
    return text.substr(at);
}

// A whole number as `before` ends with it: "10" of "to 10", but not of "110", "2.10", "A10" or "$10".
std::string_view wholeNumber(std::string_view before) {
    const std::string_view digits = lastRun(before, isAsciiDigit);
    const std::string_view rest = before.substr(0, before.size() - digits.size());
    if (!rest.empty() && (isAsciiLetter(rest.back()) || rest.back() == '.' || rest.back() == ',' ||
                          isCurrencySign(lastCodePointOf(rest))))
        return {};
    return digits;
}

bool isMultiplied(std::string_view before) {
    while (before.ends_with(' '))
        before.remove_suffix(1);
    return before.ends_with("×") || before.ends_with("·") || before.ends_with("⋅") || before.ends_with('*') ||
           before.ends_with(" x");
}

// "billion", "%", 億: the figure before is complete without a power.
bool scaleFollows(std::string_view after) {
    after = trim(after);
    for (const std::string_view word :
         {"%", "thousand", "million", "billion", "trillion", "bn", "percent", "萬", "万", "億", "亿", "兆"})
        if (after.starts_with(word))
            return true;
    return false;
}

constexpr std::array<std::string_view, 10> raisedDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 10> loweredDigits{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};

std::string withDigits(std::string_view digits, const std::array<std::string_view, 10>& forms) {
    std::string text;
    for (const char c : digits)
        text += forms[static_cast<std::size_t>(c - '0')];
    return text;
}

// An integer of up to three digits: "9", "-3", "−3".
struct Integer {
    std::string_view digits;
    int value = 0;
    bool minus = false;
    bool plus = false;
};
bool readInteger(std::string_view piece, Integer& integer) {
    for (const std::string_view sign : {"-", "−", "–", "+"})
        if (piece.starts_with(sign)) {
            (sign == "+" ? integer.plus : integer.minus) = true;
            piece.remove_prefix(sign.size());
            break;
        }
    integer.digits = piece;
    if (piece.empty() || piece.size() > 3 || !allOf(piece, isAsciiDigit))
        return false;
    std::from_chars(piece.data(), piece.data() + piece.size(), integer.value);
    return true;
}

// Does the number stand as a power here, and not as the number of a footnote?
bool isPower(const Integer& power, const RaisedContext& context) {
    const std::string_view before = context.before;
    if (context.linked || before.empty())
        return false;
    const std::string_view word = lastRun(before, isAsciiLetter);
    if (power.minus || power.plus)
        return isAsciiDigit(before.back()) || !word.empty();
    const std::string_view number = wholeNumber(before);
    if (number == "10" && !scaleFollows(context.after)) {
        if (isMultiplied(before.substr(0, before.size() - 2)))
            return true;
        // "10" with a footnote is common in tables, and a power below a million is not.
        return context.inCell ? power.value >= 6 : power.value != 1;
    }
    if (number == "2" && !context.inCell && !scaleFollows(context.after))
        return power.value >= 5;
    // m², km³, R², E = mc²; of names and words the number is a footnote's.
    if (word.empty() || power.value < 2 || power.value > 9)
        return false;
    static constexpr std::array<std::string_view, 14> units{"km", "cm", "mm", "nm", "dm", "ft", "in",
                                                            "mi", "yd", "kg", "mc", "um", "sq", "CO"};
    if (word.size() > 1)
        return isOneOf(word, units) && power.value <= 4;
    const std::string_view rest = before.substr(0, before.size() - 1);
    const std::string_view figure = lastRun(rest, isFigureByte);
    if (!figure.empty() && isAsciiDigit(figure.back())) // 15 m², but $15m and 7B are millions and billions
        return word == "m" && !isCurrencySign(lastCodePointOf(rest.substr(0, rest.size() - figure.size())));
    return context.inCell
               ? isOneOf(word, std::array<std::string_view, 4>{"m", "r", "x", "R"})
               : word.front() >= 'a' || isOneOf(word, std::array<std::string_view, 4>{"R", "N", "D", "L"});
}

std::string_view withoutBrackets(std::string_view piece) {
    for (const auto& [open, close] : {std::pair{'[', ']'}, std::pair{'(', ')'}})
        if (piece.size() > 2 && piece.front() == open && piece.back() == close &&
            piece.find(close) == piece.size() - 1)
            return trim(piece.substr(1, piece.size() - 2));
    return piece;
}

// "1", "12", "1,2", "1–3", "a", "註1", "note 2".
bool namesFootnote(std::string_view piece) {
    for (const std::string_view word : {"註", "注", "note ", "Note ", "fn", "n"})
        if (piece.size() > word.size() && piece.starts_with(word)) {
            piece = trim(piece.substr(word.size()));
            break;
        }
    bool any = false;
    std::size_t run = 0;
    for (std::size_t at = 0; at < piece.size();) {
        const CodePoint c = decodeAt(piece, at);
        at += c.length;
        const bool sign = c.value < 0x80 &&
                          (isAsciiDigit(static_cast<char>(c.value)) || (c.value >= 'a' && c.value <= 'z'));
        run = sign ? run + 1 : 0;
        if (!sign && c.value != ',' && c.value != ' ' && c.value != '-' && c.value != 0x2013 &&
            c.value != ';' && c.value != 0x3001 && c.value != 0xFF0C)
            return false;
        any = any || sign;
        if (run > 3 || (run > 1 && c.value >= 'a')) // "new" is a word
            return false;
    }
    return any;
}

std::string footnote(std::string_view name, const RaisedContext& context) {
    std::string text = "[" + std::string(name) + "]";
    // The note itself, at the foot of the page: "[1] Excluding …".
    if (context.before.empty() && !context.after.empty() && context.after.front() != ' ')
        text += ' ';
    return text;
}

std::string apart(std::string_view piece, std::string_view before) {
    const bool blank = !before.empty() && before.back() != ' ' && before.back() != '\n' &&
                       before.back() != '(' && before.back() != '[';
    return (blank ? " " : "") + std::string(piece);
}

// The piece as part of the word or price before it; empty where it is none.
std::string partOfWord(std::string_view piece, const RaisedContext& context) {
    const std::string_view before = context.before;
    if (piece == "TM" || piece == "tm")
        return "™";
    if (piece == "SM")
        return "℠";
    const bool afterDigit = !before.empty() && isAsciiDigit(before.back());
    static constexpr std::array<std::string_view, 12> ordinals{"st", "nd", "rd", "th", "ST", "ND",
                                                               "RD", "TH", "er", "re", "e",  "E"};
    if (!context.linked && isOneOf(piece, ordinals) && (afterDigit || piece == "th"))
        return std::string(piece);
    const bool degrees = piece == "o" || piece == "O" || piece == "0" || piece == "º";
    if (degrees && (context.after.starts_with('C') || context.after.starts_with('F')) &&
        (context.after.size() == 1 || !isAsciiLetter(context.after[1])))
        return "°";
    if (context.linked || !allOf(piece, isAsciiDigit))
        return {};
    if (isCurrencySign(lastCodePointOf(before))) // only the sign is of full size
        return std::string(piece);
    const std::string_view digits = lastRun(before, isAsciiDigit);
    const bool price =
        !digits.empty() && isCurrencySign(lastCodePointOf(before.substr(0, before.size() - digits.size())));
    if (price && piece.size() == 2 && (piece == "00" || piece >= "40") && !scaleFollows(context.after))
        return "." + std::string(piece);
    return {};
}

std::string readUp(std::string_view piece, const RaisedContext& context) {
    const std::string_view before = context.before;
    if (std::string word = partOfWord(piece, context); !word.empty())
        return word;
    Integer integer;
    if (readInteger(piece, integer)) {
        const bool fraction = context.after.starts_with('/') || context.after.starts_with("⁄");
        if (isPower(integer, context) || (fraction && !context.linked)) {
            const std::string_view sign = integer.minus ? "⁻" : integer.plus ? "⁺" : "";
            return std::string(sign) + withDigits(integer.digits, raisedDigits);
        }
    }
    // Signs alone: *, †, a comma between two marks, the plus of an ion.
    const bool words = std::ranges::any_of(piece, [](char c) {
        return isAsciiDigit(c) || isAsciiLetter(c) || static_cast<unsigned char>(c) >= 0xE3U;
    });
    if (!words)
        return std::string(piece);
    const std::string_view inner = withoutBrackets(piece);
    const bool algebra =
        !context.linked && inner.size() == piece.size() && !before.empty() &&
        (lastRun(before, isAsciiLetter).size() == 1 || (isAsciiDigit(before.back()) && !context.inCell));
    static constexpr std::array<std::string_view, 8> variables{"n", "k", "x", "i", "j", "t", "N", "T"};
    if (algebra && isOneOf(piece, variables))
        return "^" + std::string(piece);
    const bool formula = std::ranges::any_of(piece, isAsciiDigit) &&
                         piece.find_first_of("+*/.") != piece.npos && piece.find(' ') == piece.npos;
    if (algebra && formula)
        return "^(" + std::string(piece) + ")";
    if (namesFootnote(inner) || (context.linked && inner.find(' ') == inner.npos && inner.size() <= 12))
        return footnote(inner, context);
    return apart(piece, before);
}

std::string readDown(std::string_view piece, const RaisedContext& context) {
    const std::string_view before = context.before;
    const std::string_view word = lastRun(before, isAsciiLetter);
    if (before.ends_with('/') || before.ends_with("⁄"))
        return allOf(piece, isAsciiDigit) ? withDigits(piece, loweredDigits) : std::string(piece);
    if (before.empty())
        return std::string(piece);
    if (allOf(piece, isAsciiDigit) && !context.linked) {
        if ((!word.empty() && word.size() <= 4) || before.back() == ')' || before.ends_with("₂"))
            return withDigits(piece, loweredDigits);
        return footnote(piece, context);
    }
    if (!word.empty() && piece.find(' ') == piece.npos && isAsciiDigit(piece.front())) // PM2.5
        return std::string(piece);
    if (!word.empty() && word.size() <= 3 && isAsciiLetter(piece.front()) && piece.find(' ') == piece.npos)
        return "_" + std::string(piece);
    if (context.linked || (isAsciiDigit(before.back()) && namesFootnote(withoutBrackets(piece))))
        return footnote(withoutBrackets(piece), context);
    return apart(piece, before);
}

} // namespace

std::string readRaised(Raised way, std::string_view piece, const RaisedContext& context) {
    piece = trim(piece);
    if (piece.empty())
        return {};
    // A figure or unit is short; a page of a million marks is not to be read from its beginning for each.
    RaisedContext nearby = context;
    if (nearby.before.size() > 64)
        nearby.before.remove_prefix(nearby.before.size() - 64);
    return way == Raised::Up ? readUp(piece, nearby) : readDown(piece, nearby);
}

} // namespace parallax::data
