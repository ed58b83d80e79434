// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/plain_figure.h"

#include <charconv>

#include "base/utf8.h"

namespace parallax::data {
namespace {

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

struct Digits {
    std::string digits; // with a point
    bool grouped = false;
    int decimals = 0;
};

// 1234, 1,234, 0.5; nothing that a number format could not show again.
std::optional<Digits> takeDigits(std::string_view& text) {
    Digits out;
    std::size_t whole = 0;
    while (whole < text.size() && isDigit(text[whole]))
        ++whole;
    if (whole == 0 || (whole > 1 && text[0] == '0'))
        return std::nullopt;
    out.digits = text.substr(0, whole);
    text.remove_prefix(whole);
    while (whole <= 3 && text.size() >= 4 && text[0] == ',' && isDigit(text[1]) && isDigit(text[2]) &&
           isDigit(text[3]) && (text.size() == 4 || !isDigit(text[4]))) {
        out.digits += text.substr(1, 3);
        out.grouped = true;
        text.remove_prefix(4);
    }
    if (text.size() >= 2 && text[0] == '.' && isDigit(text[1])) {
        out.digits.push_back('.');
        text.remove_prefix(1);
        while (!text.empty() && isDigit(text[0])) {
            out.digits.push_back(text[0]);
            ++out.decimals;
            text.remove_prefix(1);
        }
    }
    // Excel keeps 15 significant digits.
    if (out.digits.size() > 15)
        return std::nullopt;
    return out;
}

int thousandsOf(char scale) {
    switch (scale) {
    case 'K':
    case 'k':
        return 1;
    case 'M':
        return 2;
    case 'B':
        return 3;
    case 'T':
        return 4;
    default:
        return 0;
    }
}

// A unit as a literal of the format: short, no digits, no quotes, no parentheses.
bool isUnit(std::string_view text) {
    return text.size() <= 24 && text.find_first_of("0123456789\"\\()[],;+-~") == std::string_view::npos &&
           text.find("–") == std::string_view::npos && isUtf8(text);
}

} // namespace

std::optional<PlainFigure> plainFigure(std::string_view cell) {
    std::string_view rest = trim(cell);
    const bool plus = takePrefix(rest, "+");
    bool minus = !plus && (takePrefix(rest, "-") || takePrefix(rest, "\u2212"));
    std::string_view currency;
    for (const std::string_view sign : {"US$", "NT$", "HK$", "$", "€", "£", "¥", "￥"})
        if (takePrefix(rest, sign)) {
            currency = sign;
            break;
        }
    if (!plus && !minus && !currency.empty())
        minus = takePrefix(rest, "-");

    const std::optional<Digits> digits = takeDigits(rest);
    if (!digits)
        return std::nullopt;
    PlainFigure figure;
    std::from_chars(digits->digits.data(), digits->digits.data() + digits->digits.size(), figure.value);

    std::string shown = digits->grouped ? "#,##0" : "0";
    if (digits->decimals > 0)
        shown += "." + std::string(static_cast<std::size_t>(digits->decimals), '0');
    std::string suffix;
    if (rest == "%" || rest == " %") {
        figure.value /= 100;
        suffix = rest;
    } else if (const int thousands = rest.empty() ? 0 : thousandsOf(rest[0]);
               thousands > 0 && (rest.size() == 1 || rest[1] == ' ') && isUnit(rest)) {
        for (int i = 0; i < thousands; ++i)
            figure.value *= 1000;
        shown += std::string(static_cast<std::size_t>(thousands), ','); // each comma divides by a thousand
        suffix = "\"" + std::string(rest) + "\"";
    } else if (!rest.empty()) {
        if (!isUnit(rest) || rest.find('%') != std::string_view::npos)
            return std::nullopt;
        suffix = "\"" + std::string(rest) + "\"";
    }
    if (minus)
        figure.value = -figure.value;

    const std::string prefix = currency.empty() ? std::string() : "\"" + std::string(currency) + "\"";
    const std::string body = prefix + shown + suffix;
    figure.format = plus ? "+" + body + ";-" + body : body;
    if (figure.format == "0")
        figure.format = "General";
    return figure;
}

} // namespace parallax::data
