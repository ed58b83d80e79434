// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/repair.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "data/check/text.h"

namespace parallax::data {
namespace {

// The first run of ASCII digits with its separators and point.
struct DigitRun {
    std::size_t begin = 0, end = 0;
    double value = 0;
    int decimals = 0;
    bool grouped = false;
};

std::optional<DigitRun> tokenFrom(std::string_view text, std::size_t from) {
    std::size_t i = from;
    while (i < text.size() && !isDigit(static_cast<unsigned char>(text[i])))
        ++i;
    if (i >= text.size())
        return std::nullopt;
    DigitRun token{i, i, 0, 0, false};
    std::string digits;
    for (bool point = false; i < text.size(); ++i) {
        const bool followed = i + 1 < text.size() && isDigit(static_cast<unsigned char>(text[i + 1]));
        if (isDigit(static_cast<unsigned char>(text[i]))) {
            digits += text[i];
            token.decimals += point ? 1 : 0;
        } else if (text[i] == '.' && !point && followed) {
            point = true;
            digits += '.';
        } else if (text[i] == ',' && !point && followed) {
            token.grouped = true;
        } else {
            break;
        }
    }
    token.end = i;
    token.value = std::strtod(digits.c_str(), nullptr);
    return token;
}

// Decimals that show `significant` digits of `value`, at most six.
int decimalsFor(double value, int significant) {
    if (value == 0)
        return 0;
    const int leading = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    return std::clamp(significant - leading, 0, 6);
}

std::string fixed(double value, int decimals) {
    std::array<char, 400> buffer{};
    const int written = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return {buffer.data(), static_cast<std::size_t>(std::clamp(written, 0, 399))};
}

// Zeros at the end that the original has no room for say nothing.
std::string trimmed(std::string text, int keepDecimals) {
    const auto point = text.find('.');
    if (point == std::string::npos)
        return text;
    while (text.back() == '0' && text.size() - point - 1 > static_cast<std::size_t>(keepDecimals))
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text;
}

std::string grouped(std::string text) {
    auto point = text.find('.');
    if (point == std::string::npos)
        point = text.size();
    for (std::size_t i = point; i > 3; i -= 3)
        text.insert(i - 3, ",");
    return text;
}

std::string number(double value, const DigitRun& token, int significant) {
    const double size = std::abs(value);
    const int decimals = std::max(token.decimals, decimalsFor(size, significant));
    const std::string text = trimmed(fixed(size, decimals), token.decimals);
    return token.grouped ? grouped(text) : text;
}

// Takes the signs out of what stands before a number; says which there was.
char takeSign(std::string& prefix) {
    struct Sign {
        std::string_view text;
        char meaning;
    };
    char found = 0;
    for (const auto& [text, meaning] : {Sign{"+", '+'}, Sign{"-", '-'}, Sign{"−", '-'}, Sign{"–", '-'},
                                        Sign{"＋", '+'}, Sign{"－", '-'}, Sign{"負", '-'}, Sign{"负", '-'}})
        if (const auto at = prefix.rfind(text); at != std::string::npos) {
            prefix.erase(at, text.size());
            found = meaning;
        }
    return found;
}

// The sign stands before the currency, after any word: "~-$5B", "about -5%", "約-5%".
std::string withSign(std::string prefix, char sign) {
    if (sign == 0)
        return prefix;
    std::size_t at = 0;
    for (std::size_t i = 0; i < prefix.size();) {
        const CodePoint c = decodeAt(prefix, i);
        i += c.length;
        if (c.value == U' ' || c.value == U'~' || c.value == U'≈' || isHan(c.value))
            at = i;
    }
    prefix.insert(prefix.begin() + static_cast<std::ptrdiff_t>(at), sign);
    return prefix;
}

// +1, -1: words at the figure say which way it goes ("下降25%"; "a fall of 25%"); 0 where none does.
int saidDirection(const Quantity& quantity, std::string_view prefix) {
    bool up = false;
    bool down = false;
    for (const Mention& mention : mentionsOf(prefix, wordIndex())) {
        const std::string_view word =
            prefix.substr(mention.span.begin, mention.span.end - mention.span.begin);
        if (word == "more" || word == "less" || word == "More" || word == "Less") // "more than 25%"
            continue;
        up = up || mention.sense.cues.has(Cue::Rise);
        down = down || mention.sense.cues.has(Cue::Fall);
    }
    if (up != down)
        return up ? 1 : -1;
    return quantity.direction == '-' ? -1 : quantity.direction == '+' ? 1 : 0;
}

// Without a pattern to follow: "$67.5B", "71%", "12.3 token".
std::string plainly(const Quantity& quantity, double value, int significant) {
    struct Scale {
        double size;
        const char* letter;
    };
    const double size = std::abs(value);
    std::string text;
    if (isPercent(quantity)) {
        text = trimmed(fixed(size, decimalsFor(size, std::max(significant, 2))), 0) + "%";
    } else {
        Scale chosen{1, ""};
        for (const Scale scale : {Scale{1e3, "K"}, Scale{1e6, "M"}, Scale{1e9, "B"}, Scale{1e12, "T"}})
            if (size >= scale.size && quantity.dimension == Dimension::Currency)
                chosen = scale;
        const double shown = size / chosen.size;
        text = trimmed(fixed(shown, decimalsFor(shown, significant)), 0) + chosen.letter;
        if (quantity.unit == "USD")
            text.insert(0, "$");
        else if (!quantity.unit.empty())
            text += " " + quantity.unit;
    }
    return value < 0 ? "-" + text : text;
}

} // namespace

std::string inStyleOf(const Operand& original, double value, int significant) {
    const Quantity& q = original.quantity;
    const auto token = tokenFrom(original.text, 0);
    const double written = std::abs(q.value.toDouble());
    const bool several = token && tokenFrom(original.text, token->end).has_value();
    if (!token || several || q.kind == QuantityKind::Range || written == 0 || token->value == 0) {
        if (token && !several && q.kind != QuantityKind::Range) { // "0%", "$0": the scale does not matter
            std::string prefix = original.text.substr(0, token->begin);
            takeSign(prefix);
            const char sign = value < 0 ? '-' : (isPercent(q) && value > 0 ? '+' : '\0');
            return withSign(prefix, sign) + number(value, *token, significant) +
                   original.text.substr(token->end);
        }
        // "減少五成": the word is the sign of what takes its place, too.
        const int said = saidDirection(q, original.text);
        return plainly(q, said != 0 && (said > 0) == (value > 0) ? std::abs(value) : value, significant);
    }
    const double factor = written / token->value;
    // "$5000 million" is nobody's style: the next scale word is due.
    const double shown = std::abs(value) / factor;
    if (factor >= 1000 && q.dimension == Dimension::Currency && (shown >= 1000 || shown < 0.01) &&
        std::ranges::all_of(original.text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return plainly(q, value, significant);
    std::string prefix = original.text.substr(0, token->begin);
    const char old = takeSign(prefix);
    const int said = old != 0 ? 0 : saidDirection(q, prefix);
    if (said != 0 && value != 0 && (said > 0) != (value > 0)) // another word would be due
        return (value > 0 ? "+" : "") + plainly(q, value, significant);
    const char sign = said != 0 ? '\0' : value < 0 ? '-' : (old != 0 ? '+' : '\0');
    return withSign(prefix, sign) + number(value / factor, *token, significant) +
           original.text.substr(token->end);
}

std::string inStyleOf(const Operand& original, double low, double high, int significant) {
    const auto first = tokenFrom(original.text, 0);
    const auto second = first ? tokenFrom(original.text, first->end) : std::nullopt;
    const Quantity& q = original.quantity;
    const double written = std::abs(q.high.toDouble());
    if (!first || !second || written == 0 || second->value == 0 || tokenFrom(original.text, second->end))
        return plainly(q, low, significant) + " – " + plainly(q, high, significant);
    const double larger = std::max(first->value, second->value);
    const double factor = std::max(std::abs(q.low.toDouble()), written) / larger;
    std::string prefix = original.text.substr(0, first->begin);
    const char old = takeSign(prefix);
    const std::string suffix = original.text.substr(second->end);
    const auto end = [&](double value, const DigitRun& token) {
        return number(value / factor, token, significant);
    };
    if (low >= 0 && high >= 0) {
        std::string between = original.text.substr(first->end, second->begin - first->end);
        takeSign(between);
        if (between.find_first_not_of(' ') == std::string::npos)
            between = "-";
        return withSign(prefix, old != 0 ? '+' : '\0') + end(low, *first) + between + end(high, *second) +
               suffix;
    }
    const auto signedEnd = [&](double value, const DigitRun& token) {
        return withSign(prefix, value < 0 ? '-' : '+') + end(value, token) + suffix;
    };
    return signedEnd(low, *first) + " to " + signedEnd(high, *second);
}

void addRepair(Check& check, std::string what, std::string text) {
    check.repairs.push_back({std::move(what), std::move(text)});
}

void addRepair(Check& check, std::string what, const Operand& original, double value, int significant) {
    constexpr double farthest = 1000;
    const double stated = std::abs(readingOf(original).face);
    const double repaired = std::abs(value);
    if (stated > 0 && (repaired > stated * farthest || repaired * farthest < stated))
        return;
    addRepair(check, std::move(what), inStyleOf(original, value, significant));
}

std::string plainNumber(double value, int significant) {
    if (!std::isfinite(value))
        return value > 0 ? "∞" : "−∞";
    const std::string text = trimmed(fixed(std::abs(value), decimalsFor(value, significant)), 0);
    return (value < 0 && text != "0" ? "−" : "") + text;
}

FormulaNumbers formulaNumbers(const std::vector<double>& values) {
    double largest = 0;
    for (const double value : values)
        largest = std::max(largest, std::abs(value));
    FormulaNumbers numbers;
    for (const auto& [size, suffix] :
         {std::pair{1e6, " × 10⁶"}, std::pair{1e9, " × 10⁹"}, std::pair{1e12, " × 10¹²"}})
        if (largest >= size) {
            numbers.divisor = size;
            numbers.suffix = suffix;
        }
    for (const double value : values)
        numbers.texts.push_back(plainNumber(value / numbers.divisor));
    return numbers;
}

std::string likelyCause(std::initializer_list<Slip> slips, const Reading& stated) {
    const Slip* best = nullptr;
    // The operands were rounded, too: within 2 % is the same figure. A slip of the point or of a scale is one
    // of the ratio, to which half a unit of a short figure is nothing: 3 is not a tenth of 26.
    const double size = std::abs(stated.face);
    const double near = std::max(halfWidth(stated.loose), size * 0.02);
    const auto isRatio = [](std::string_view cause) {
        return cause == "times-ten" || cause == "scale" || cause == "fraction-for-percent";
    };
    for (const Slip& slip : slips) {
        const double apart = std::abs(slip.value - stated.face);
        const double most = isRatio(slip.cause)
                                ? std::max(std::min(halfWidth(stated.strict), size * 0.05), size * 0.02)
                                : near;
        if (std::isfinite(slip.value) && apart <= most &&
            (best == nullptr || apart < std::abs(best->value - stated.face)))
            best = &slip;
    }
    return best != nullptr ? best->cause : "";
}

} // namespace parallax::data
