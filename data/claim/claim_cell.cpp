// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_cell.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace parallax::data {
namespace {

using Sides = std::pair<TokenSide, TokenSide>;
constexpr Sides inputFirst{TokenSide::Input, TokenSide::Output};
constexpr Sides outputFirst{TokenSide::Output, TokenSide::Input};

std::string_view trimSigns(std::string_view text) {
    static constexpr auto signs =
        std::to_array<std::string_view>({" ", "\u00A0", "(", ")", "（", "）", "$", "US$", ":", "：", "+"});
    for (bool any = true; any && !text.empty();) {
        any = false;
        for (const std::string_view sign : signs) {
            if (text.starts_with(sign)) {
                text.remove_prefix(sign.size());
                any = true;
            }
            if (text.ends_with(sign) && !text.empty()) {
                text.remove_suffix(sign.size());
                any = true;
            }
        }
    }
    return text;
}

// "In" and "out" as words, which elsewhere mean other things.
std::optional<std::size_t> wordAt(const std::string& small, std::string_view word) {
    for (std::size_t at = small.find(word); at != small.npos; at = small.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isAsciiLetter(small[at - 1])) && (end == small.size() || !isAsciiLetter(small[end])))
            return at;
    }
    return std::nullopt;
}

// In which order a label names both sides, each once or as "input and output".
std::optional<Sides> sidesNamedIn(const Label& label) {
    const std::string small = lowerAscii(label.text);
    if (wordAt(small, "in/out") || wordAt(small, "in / out") || wordAt(small, "in and out"))
        return inputFirst;
    std::optional<std::size_t> input, output;
    for (const ClaimWordAt& one : label.words.words) {
        if (one.word == ClaimWord::Cached || one.word == ClaimWord::Blended)
            return std::nullopt;
        if (one.word == ClaimWord::Total && small.substr(one.span.begin).starts_with("input"))
            return inputFirst;
        if (one.word == ClaimWord::Input && !input)
            input = one.span.begin;
        if (one.word == ClaimWord::Output && !output)
            output = one.span.begin;
    }
    if (!input || !output)
        return std::nullopt;
    return *input < *output ? inputFirst : outputFirst;
}

// In which order a cell names them itself: "$1.25 in, $10 out".
std::optional<Sides> sidesInCell(const Label& cell) {
    if (const auto sides = sidesNamedIn(cell))
        return sides;
    const std::string small = lowerAscii(cell.text);
    const auto in = wordAt(small, "in"), out = wordAt(small, "out");
    if (!in || !out)
        return std::nullopt;
    return *in < *out ? inputFirst : outputFirst;
}

enum class Link { None, Bar, Other };

// What stands between two figures of a cell, without the words for sides.
Link linkBetween(std::string_view gap) {
    std::string small = lowerAscii(gap);
    for (const std::string_view word : {"input", "output", "in", "out", "輸入", "输入", "輸出", "输出",
                                        "tokens", "token", "美元", "usd", "per", "million"})
        for (std::size_t at = small.find(word); at != small.npos; at = small.find(word))
            small.erase(at, word.size());
    const std::string_view left = trimSigns(small);
    if (left == "/" || left == "／" || left == "|" || left == "\\")
        return Link::Bar;
    static constexpr auto links =
        std::to_array<std::string_view>({",", "，", "、", ";", "；", "and", "·", "•", "-", "–", "—"});
    return std::ranges::find(links, left) != links.end() ? Link::Other : Link::None;
}

bool isAmount(const Quantity& figure) {
    return figure.kind == QuantityKind::Scalar &&
           (figure.dimension == Dimension::Currency ||
            (figure.dimension == Dimension::Number && figure.unit.empty()));
}

} // namespace

bool namesBothSides(const Label& label) {
    return sidesNamedIn(label).has_value();
}

std::vector<CellFigure> figuresOfCell(const Label& cell, std::span<const Quantity> figures,
                                      std::span<const Label* const> labels) {
    std::vector<CellFigure> one{{&figures.front()}};
    if (figures.size() != 2 || !isAmount(figures[0]) || !isAmount(figures[1]) ||
        figures[0].dimension != figures[1].dimension || figures[1].span.begin < figures[0].span.end ||
        figures[1].span.begin > cell.text.size())
        return one;
    const Link link = linkBetween(
        std::string_view(cell.text).substr(figures[0].span.end, figures[1].span.begin - figures[0].span.end));
    if (link == Link::None)
        return one;
    std::optional<Sides> sides = sidesInCell(cell);
    for (const Label* const label : labels)
        if (!sides && label != nullptr)
            sides = sidesNamedIn(*label);
    const bool ascending = figures[0].value.toDouble() < figures[1].value.toDouble();
    if (!sides && link == Link::Bar && ascending && figures[0].dimension == Dimension::Currency)
        sides = inputFirst;
    if (!sides)
        return one;
    return {{&figures[0], true, sides->first}, {&figures[1], true, sides->second}};
}

} // namespace parallax::data
