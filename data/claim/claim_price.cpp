// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_price.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_side_order.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

constexpr std::size_t near = 96; // bytes
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
        if (text.starts_with("tok") || text.starts_with("詞元") || text.starts_with("词元") ||
            text.starts_with("權杖") || text.starts_with("权杖") || text.starts_with("令牌"))
            return true;
        if (std::ranges::none_of(between, [&](std::string_view word) { return take(text, word); }))
            return false;
    }
}

// "Input characters", 輸入字元: of something else than tokens.
bool leadsToOthers(std::string_view text) {
    for (const std::string_view side :
         {"input", "output", "prompt", "completion", "輸入", "输入", "輸出", "输出"})
        if (take(text, side)) {
            skipBlanks(text);
            return static_cast<bool>(turnAtBegin(text, Turn::NotTokens));
        }
    return false;
}

// "$3/M input": of millions of what can be sent in or out.
bool leadsToSide(std::string_view text) {
    skipBlanks(text);
    if (leadsToOthers(text))
        return false;
    if (text.starts_with("out") && (text.size() == 3 || !isAsciiLetter(text[3])))
        return true;
    if (text == "in" || text.starts_with("in and $") || text.starts_with("in, $") || text.starts_with("in /"))
        return true;
    return std::ranges::any_of(std::array<std::string_view, 8>{"input", "output", "prompt", "completion",
                                                               "輸入", "输入", "輸出", "输出"},
                               [&](std::string_view side) { return text.starts_with(side); });
}

// GPT-5 的輸入 token 每百萬個收費 …: the tokens were named before. 0 elsewhere.
double countOfNamedTokens(std::string_view before, std::string_view rest, double count) {
    const auto says = [&](std::string_view side) {
        return std::ranges::any_of(
            std::array<std::string_view, 5>{"token", "詞元", "词元", "權杖", "权杖"},
            [&](std::string_view token) {
                return before.find(std::string(side) + " " + std::string(token)) != before.npos ||
                       before.find(std::string(side) + std::string(token)) != before.npos;
            });
    };
    if (count < 1e6 || !(says("輸入") || says("输入") || says("輸出") || says("输出")) ||
        before.find('$') != before.npos || before.find("美元") != before.npos)
        return 0;
    if (const std::size_t each = before.rfind("每");
        each != before.npos && turnAtEnd(trim(before.substr(0, each)), Turn::LengthCompared))
        return 0; // 超過每百萬個
    for (const std::string_view counter : {"個", "个"})
        take(rest, counter);
    skipBlanks(rest);
    return rest.empty() || turnAtBegin(rest, Turn::AsksBehind) ? count : 0;
}

double countBefore(std::string_view before) {
    std::size_t at = std::string_view::npos;
    for (const std::string_view each : {"每", "per ", "every ", "each "}) {
        std::size_t found = before.rfind(each);
        while (found != before.npos && found > 0 && isAsciiLetter(before[found - 1])) // "cheaper"
            found = before.rfind(each, found - 1);
        if (found != before.npos && (at == before.npos || found + each.size() > at))
            at = found + each.size();
    }
    if (at == std::string_view::npos)
        return 0;
    std::string_view rest = before.substr(at);
    skipBlanks(rest);
    for (const std::string_view made :
         {"產出", "产出", "產生", "产生", "生成", "輸出", "输出", "處理", "处理"})
        take(rest, made);
    skipBlanks(rest);
    if (rest.starts_with("一百") || rest.starts_with("一千"))
        take(rest, "一");
    const double count = takeCount(rest);
    return leadsToTokens(rest) ? count : countOfNamedTokens(before.substr(0, at), rest, count);
}

// "$12 per million" at the end of a clause, or before what it is charged for: of nothing else.
bool endsThere(std::string_view text) {
    static constexpr std::array<std::string_view, 10> next = {
        " for ", " on ", " at ", " with ", " in ", " and ", " via ", " against", " versus", " since "};
    return text.empty() || std::string_view(".,;:)").find(text.front()) != std::string_view::npos ||
           std::ranges::any_of(next, [&](std::string_view word) { return text.starts_with(word); });
}

constexpr std::array<std::pair<std::string_view, TokenSide>, 17> sideWords{
    {{"cached input", TokenSide::CachedInput},
     {"cached", TokenSide::CachedInput},
     {"input", TokenSide::Input},
     {"prompt", TokenSide::Input},
     {"in", TokenSide::Input},
     {"output", TokenSide::Output},
     {"completion", TokenSide::Output},
     {"out", TokenSide::Output},
     {"快取輸入", TokenSide::CachedInput},
     {"缓存输入", TokenSide::CachedInput},
     {"輸入", TokenSide::Input},
     {"输入", TokenSide::Input},
     {"提示", TokenSide::Input},
     {"輸出", TokenSide::Output},
     {"输出", TokenSide::Output},
     {"生成", TokenSide::Output},
     {"回答", TokenSide::Output}}};

// "Input/output", "in / out", "output and input": both sides.
bool opensBothSides(std::string_view text) {
    for (const auto& [word, side] : sideWords) {
        std::string_view rest = text;
        if (!take(rest, word))
            continue;
        skipBlanks(rest);
        const bool bar = take(rest, "/") || take(rest, "／");
        if (!bar && !take(rest, "and ") && !take(rest, "和") && !take(rest, "與") && !take(rest, "与"))
            continue;
        skipBlanks(rest);
        if (std::ranges::any_of(sideWords, [&](const auto& other) {
                return rest.starts_with(other.first) && (bar || other.first.size() > 3); // "and in the API"
            }))
            return true;
    }
    return false;
}

// "in", "for output", 輸出: which tokens an amount beside it is for; Unstated where no such word stands
// there.
TokenSide takeSide(std::string_view& text) {
    std::string_view rest = text;
    skipBlanks(rest);
    for (const std::string_view link : {"for ", "on ", "(", "（", "的"})
        take(rest, link);
    for (const auto& [word, side] : sideWords) {
        if (!rest.starts_with(word) ||
            (isAsciiLetter(word.back()) && rest.size() > word.size() && isAsciiLetter(rest[word.size()])))
            continue;
        if (opensBothSides(rest))
            break; // "(input/output per 1M tokens)"
        rest.remove_prefix(word.size());
        for (const std::string_view link :
             {" tokens", " prices", " price", ")", "）", "：", ":", "為", "为", " is", " at"})
            take(rest, link);
        text = rest;
        return side;
    }
    return TokenSide::Unstated;
}

double countAfter(std::string_view after, TokenSide* side = nullptr) {
    std::string compound; // "the $0.10-per-million-token input price"
    if (after.starts_with("-per-")) {
        compound = std::string(after.substr(1));
        std::ranges::replace(compound, '-', ' ');
        after = compound;
    }
    skipBlanks(after);
    if (!take(after, "per ") && !take(after, "/") && !take(after, "for ") && !take(after, "a "))
        return 0;
    skipBlanks(after);
    for (const std::string_view one : {"a ", "one ", "every ", "each "})
        if (take(after, one))
            break;
    const double count = takeCount(after);
    const bool sided = count >= 1e6 && !leadsToTokens(after) && leadsToSide(after);
    if (sided && side != nullptr) // "$2.50/M in"
        *side = takeSide(after);
    return leadsToTokens(after) || sided ? count : 0;
}

// "$15", "15 美元", "US$0.60".
bool takeAmount(std::string_view& text) {
    std::string_view rest = text;
    skipBlanks(rest);
    const bool dollars = take(rest, "us$") || take(rest, "$");
    const std::size_t end = std::min(rest.find_first_not_of("0123456789."), rest.size());
    if (end == 0)
        return false;
    rest.remove_prefix(end);
    std::string_view behind = rest;
    skipBlanks(behind);
    if (take(behind, "美元") || take(behind, "usd") || take(behind, "dollars"))
        rest = behind;
    else if (!dollars)
        return false;
    text = rest;
    return true;
}

// Whether a bar or a word links the next amount: "/$15", " and $10 out", "、輸出 15 美元".
enum class AmountLink { None, Bar, Word };
AmountLink takeLink(std::string_view& text) {
    skipBlanks(text);
    if (take(text, "/") || take(text, "／"))
        return AmountLink::Bar;
    bool any = false;
    for (const std::string_view link : {",", ";", "，", "、", "；"})
        any = take(text, link) || any;
    skipBlanks(text);
    for (const std::string_view link : {"and ", "& ", "+ ", "plus ", "和", "與", "与", "及"})
        any = take(text, link) || any;
    return any ? AmountLink::Word : AmountLink::None;
}

// The amounts that stand between one and what all of them are the price of.
struct OtherAmounts {
    int count = 0;
    bool barred = false;   // the next one stands behind a bar
    bool labelled = false; // one of them says for which tokens it is
};
OtherAmounts takeOthers(std::string_view& text) {
    constexpr int mostOthers = 4;
    OtherAmounts others;
    while (others.count < mostOthers) {
        std::string_view rest = text;
        const AmountLink link = takeLink(rest);
        if (link == AmountLink::None)
            break;
        skipBlanks(rest);
        for (const std::string_view whose : {"its ", "the ", "their "})
            take(rest, whose);
        bool labelled = takeSide(rest) != TokenSide::Unstated;
        if (!takeAmount(rest))
            break;
        labelled = takeSide(rest) != TokenSide::Unstated || labelled;
        others.barred = others.barred || (others.count == 0 && link == AmountLink::Bar);
        others.labelled = others.labelled || labelled;
        ++others.count;
        text = rest;
    }
    return others;
}

// Of what stands right behind the amounts.
SidesNamed sidesBehind(std::string_view tail) {
    return sidesNamedIn(tail.substr(0, std::min<std::size_t>(tail.size(), 48)));
}

// "per million tokens", "（每百萬 token）", "(per 1M)".
double countBehind(std::string_view after, TokenSide& side) {
    if (const double count = countAfter(after, &side); count > 0)
        return count;
    skipBlanks(after);
    // "$15 for input, $75 for output, both per million tokens"
    if (std::string_view rest = after; take(rest, ", ") || take(rest, "，")) {
        for (const std::string_view all : {"both ", "all ", "each ", "each, "})
            if (take(rest, all))
                break;
        if (rest.starts_with("per "))
            if (const double count = countAfter(rest); count > 0)
                return count;
    }
    for (const std::string_view each : {"，均以", "，皆以", "，都以", "，以", "，均按", "，按"})
        if (take(after, each)) {
            skipBlanks(after);
            const double count = take(after, "每") ? takeCount(after) : 0;
            return leadsToTokens(after) ? count : 0;
        }
    if (!take(after, "(") && !take(after, "（"))
        return 0;
    skipBlanks(after);
    // "(input/output per 1M tokens)"
    static constexpr auto sides = std::to_array<std::string_view>(
        {"input", "output", "in", "out", "輸入", "输入", "輸出", "输出", "/", "／", "and ", ",", "，", " "});
    if (sidesBehind(after).both())
        while (std::ranges::any_of(sides, [&](std::string_view one) { return take(after, one); })) {
        }
    if (!take(after, "per ") && !take(after, "每"))
        return 0;
    const double count = takeCount(after);
    return leadsToTokens(after) ? count : 0;
}

// "Output tokens are billed at $12 per million", "the input rate is $3 per million": the tokens were named
// before. 0 elsewhere.
double millionAfterTokens(std::string_view before, std::string_view after) {
    const auto names = [&](std::string_view side) {
        return std::ranges::any_of(
            std::array<std::string_view, 5>{" tokens", " rate", " price", " cost", " pricing"},
            [&](std::string_view noun) {
                return before.find(std::string(side) + std::string(noun)) != before.npos;
            });
    };
    const bool tokens = names("input") || names("output");
    skipBlanks(after);
    if (!tokens || before.find('$') != before.npos || (!take(after, "per ") && !take(after, "/")))
        return 0;
    skipBlanks(after);
    const double count = takeCount(after);
    return count >= 1e6 && endsThere(after) ? count : 0;
}

} // namespace

bool endsInAmountAndBar(std::string_view before) {
    before = trim(before);
    const std::string_view bar = before.ends_with('/') ? "/" : "／";
    if (!before.ends_with(bar))
        return false;
    before = trim(before.substr(0, before.size() - bar.size()));
    for (const std::string_view unit : {"美元", "usd", "USD", "dollars"})
        if (before.ends_with(unit))
            before = trim(before.substr(0, before.size() - unit.size()));
    return !before.empty() && isDigit(static_cast<unsigned char>(before.back()));
}

std::optional<double> countOnlyBehind(std::string_view after) {
    skipBlanks(after);
    const bool month = after.starts_with("a month") || after.starts_with("a year") ||
                       after.starts_with("monthly") || after.starts_with("每月") || after.starts_with("/月");
    if (month)
        return 0;
    if (!take(after, "per ") && !take(after, "每") && (after.starts_with("/$") || !take(after, "/")))
        return std::nullopt;
    skipBlanks(after);
    if (after.starts_with("$"))
        return std::nullopt;
    const double count = takeCount(after);
    return count >= fewest && (endsThere(after) || leadsToTokens(after) || leadsToSide(after)) ? count : 0;
}

std::optional<TokenPrice> tokenPriceAround(std::string_view text, Span money) {
    const std::size_t from = money.begin > near ? money.begin - near : 0;
    const std::string before = lowerAscii(text.substr(from, money.begin - from));
    const std::string behind = lowerAscii(text.substr(money.end, std::min(near, text.size() - money.end)));
    TokenPrice price;
    std::string_view after = behind;
    const TokenSide own = takeSide(after);
    const OtherAmounts others = takeOthers(after);
    const std::string_view left = trim(before);
    const auto followsAnAmount = [&](const std::string_view link) {
        return left.ends_with(link) && left.size() > link.size() &&
               isDigit(static_cast<unsigned char>(left[left.size() - link.size() - 1]));
    };
    const auto followsAnyLink = [&] {
        return std::ranges::any_of(
            std::array<std::string_view, 7>{" and", " &", "和", "與", "与", "及", "、"},
            [&](std::string_view link) {
                return followsAnAmount(link) || followsAnAmount("美元" + std::string(link)) ||
                       followsAnAmount(" 美元" + std::string(link)) ||
                       followsAnAmount(" 美元 " + std::string(link));
            });
    };
    price.side = own;
    // "$10 / $1.25 (output/input …)"
    SidesNamed named = sidesBehind(after);
    if (!named.both() && (others.barred || endsInAmountAndBar(left)))
        named = sidesNamedIn(before); // "output and input of GPT-5 are $10 / $1.25"
    const bool turned = named.both() && named.first == TokenSide::Output;
    if (others.count == 1 && others.barred && own == TokenSide::Unstated && !others.labelled)
        price.side = turned ? TokenSide::Output : TokenSide::Input;
    else if (others.count == 0 && own == TokenSide::Unstated &&
             (endsInAmountAndBar(left) || (named.both() && followsAnyLink())))
        price.side = turned ? TokenSide::Input : TokenSide::Output;
    TokenSide behindCount = TokenSide::Unstated;
    double count = countBehind(after, behindCount);
    if (others.count == 0 && price.side == TokenSide::Unstated)
        price.side = behindCount;
    if (count == 0 && (others.count == 0 || others.labelled))
        count = millionAfterTokens(before, after);
    if (others.count == 0 || others.barred || others.labelled || own != TokenSide::Unstated)
        price.tokens = count;
    else if (others.count == 1 && named.both()) { // "$2.50 and $10 per million input and output tokens"
        price.side = turned ? TokenSide::Output : TokenSide::Input;
        price.tokens = count;
    }
    if (price.tokens < fewest)
        price.tokens =
            (others.count == 0 ? countOnlyBehind(after) : std::nullopt).value_or(countBefore(before));
    if (price.tokens < fewest || price.tokens > most)
        return std::nullopt;
    return price;
}

std::optional<double> tokensPricedBy(std::string_view label) {
    const std::string small = lowerAscii(label);
    for (std::size_t at = 0; at < small.size(); ++at)
        for (const std::string_view each : {"per ", "/", "每", "for "}) {
            std::string_view rest = std::string_view(small).substr(at);
            if (!take(rest, each))
                continue;
            skipBlanks(rest);
            const double count = takeCount(rest);
            if (leadsToTokens(rest) && count >= fewest && count <= most)
                return count;
        }
    return std::nullopt;
}

bool saysDollars(std::string_view label) {
    const std::string small = lowerAscii(label);
    if (small.find("usd") != small.npos || small.find("美元") != small.npos ||
        small.find("dollar") != small.npos)
        return true;
    const std::size_t sign = small.find('$');
    return sign != small.npos &&
           (sign == 0 || !isAsciiLetter(small[sign - 1]) || (sign >= 2 && small.substr(sign - 2, 2) == "us"));
}

bool isContextWindow(std::string_view text, const Quantity& figure, Span within) {
    constexpr std::size_t reach = 24; // bytes behind the figure
    if (figure.bound != Bound::Exact || figure.span.begin < within.begin || figure.span.end > within.end)
        return false;
    const std::string before = lowerAscii(trim(text.substr(within.begin, figure.span.begin - within.begin)));
    if (turnAtEnd(before, Turn::WindowsOf))
        return true;
    const std::string behind = lowerAscii(
        trim(text.substr(figure.span.end, std::min(within.end, figure.span.end + reach) - figure.span.end)));
    const std::size_t blank = before.rfind(' ');
    const std::string_view last = std::string_view(before).substr(blank == before.npos ? 0 : blank + 1);
    return !isTurn(last, Turn::Joins) && !turnAtEnd(before, Turn::LengthCompared) &&
           turnAtBegin(std::string_view(behind).substr(behind.starts_with('-') ? 1 : 0), Turn::Windows);
}

std::string lengthTermsIn(std::string_view text, std::span<const Quantity> figures, Span within,
                          double perTokens) {
    constexpr double shortest = 8000, longest = 10e6; // tokens where lists have steps: 128k, 200k
    if (within.begin < within.end && within.begin < text.size()) {
        const std::string said = lowerAscii(text.substr(within.begin, within.end - within.begin));
        if (const TurnAt length = turnIn(said, Turn::Lengths))
            return std::string(text.substr(within.begin + length.at, length.size));
    }
    for (const Quantity& one : figures) {
        const double value = one.value.toDouble();
        const bool number = one.dimension == Dimension::Number || one.dimension == Dimension::Count;
        // "Longer than 128K": without the word for tokens, behind one that compares.
        const std::string before = lowerAscii(
            trim(text.substr(within.begin, std::max(one.span.begin, within.begin) - within.begin)));
        const bool compared = static_cast<bool>(turnAtEnd(before, Turn::LengthCompared));
        if (isContextWindow(text, one, within))
            continue;
        const bool tokens =
            one.unit.starts_with("token") || (one.unit.empty() && (one.bound != Bound::Exact || compared));
        if (number && tokens && !one.per && one.kind == QuantityKind::Scalar && value >= shortest &&
            value <= longest && value != perTokens && one.span.begin >= within.begin &&
            one.span.end <= within.end)
            return std::string(text.substr(one.span.begin, one.span.end - one.span.begin));
    }
    return {};
}

} // namespace parallax::data
