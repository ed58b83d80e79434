// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_cell.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_side_order.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

enum class Link { None, Bar, Other };

// What stands between the two figures of a cell, without the words for sides, tokens and dollars.
Link linkBetween(std::string_view gap) {
    const std::string small = lowerAscii(gap);
    std::string_view left = trim(std::string_view(small));
    Link link = Link::None;
    static constexpr auto links =
        std::to_array<std::string_view>({",", "，", "、", ";", "；", "and ", "·", "•"});
    static constexpr auto bars = std::to_array<std::string_view>({"/", "／", "|"});
    static constexpr auto signs = std::to_array<std::string_view>({"(", ")", "（", "）", ":", "：", "$"});
    const auto take = [&](std::span<const std::string_view> forms) {
        for (const std::string_view form : forms)
            if (left.starts_with(form)) {
                left = trim(left.substr(form.size()));
                return true;
            }
        return false;
    };
    while (!left.empty()) {
        const bool bar = take(bars);
        if (bar || take(links)) {
            if (link != Link::None)
                return Link::None;
            link = bar ? Link::Bar : Link::Other;
            continue;
        }
        if (take(signs))
            continue;
        TurnAt word = turnAtBegin(left, Turn::CellWords);
        for (const Turn side : {Turn::InputNouns, Turn::OutputNouns})
            if (const TurnAt found = turnAtBegin(left, side); found.size > word.size)
                word = found;
        if (!word)
            return Link::None;
        left = trim(left.substr(word.size));
    }
    return link;
}

bool isAmount(const Quantity& figure) {
    return figure.kind == QuantityKind::Scalar &&
           (figure.dimension == Dimension::Currency ||
            (figure.dimension == Dimension::Number && figure.unit.empty()));
}

bool isPair(std::string_view cell, std::span<const Quantity> figures) {
    return figures.size() == 2 && isAmount(figures[0]) && isAmount(figures[1]) &&
           figures[0].dimension == figures[1].dimension && figures[0].unit == figures[1].unit &&
           figures[1].span.begin >= figures[0].span.end && figures[1].span.end <= cell.size();
}

} // namespace

std::vector<CellFigure> figuresOfCell(std::string_view cell, std::span<const Quantity> figures,
                                      std::span<const Label* const> labels) {
    std::vector<CellFigure> alone{{&figures.front()}};
    if (!isPair(cell, figures))
        return alone;
    const std::string_view gap =
        cell.substr(figures[0].span.end, figures[1].span.begin - figures[0].span.end);
    const Link link = linkBetween(gap);
    if (link == Link::None)
        return alone;
    const auto pair = [&](TokenSide first, bool guessed) {
        const TokenSide second = first == TokenSide::Input ? TokenSide::Output : TokenSide::Input;
        return std::vector<CellFigure>{{&figures[0], first, guessed}, {&figures[1], second, guessed}};
    };
    const SidesNamed own = sidesNamedIn(cell);
    if (own.both())
        return pair(own.first, false);
    const TokenSide first = sideBesideAmount(cell.substr(0, figures[0].span.begin), gap);
    const TokenSide second = sideBesideAmount({}, cell.substr(figures[1].span.end));
    if (first != TokenSide::Unstated && second != TokenSide::Unstated && first != second)
        return pair(first, false); // "$1.25 in, $10 out"
    for (const Label* const label : labels) {
        const SidesNamed named = label != nullptr ? sidesOfLabel(label->text) : SidesNamed{};
        if (named.any())
            return named.both() ? pair(named.first, false) : alone;
    }
    const bool ascending = figures[0].value.toDouble() < figures[1].value.toDouble();
    return link == Link::Bar && ascending && figures[0].dimension == Dimension::Currency
               ? pair(TokenSide::Input, true)
               : alone;
}

} // namespace parallax::data
