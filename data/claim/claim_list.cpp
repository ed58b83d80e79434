// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_list.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostBarred = 6; // members of such a list

struct BarUnit {
    std::string_view form;
    int shift = 0; // of the point, to seconds
    Dimension dimension = Dimension::Time;
    std::string_view unit = "s";
};
constexpr auto barUnits = std::to_array<BarUnit>({{"milliseconds", -3},
                                                  {"millisecond", -3},
                                                  {"msec", -3},
                                                  {"ms", -3},
                                                  {"seconds", 0},
                                                  {"second", 0},
                                                  {"secs", 0},
                                                  {"sec", 0},
                                                  {"s", 0},
                                                  {"毫秒", -3},
                                                  {"秒", 0},
                                                  {"tokens/s", 0, Dimension::Rate, "token/s"},
                                                  {"token/s", 0, Dimension::Rate, "token/s"},
                                                  {"tok/s", 0, Dimension::Rate, "token/s"},
                                                  {"requests/s", 0, Dimension::Rate, "req/s"},
                                                  {"req/s", 0, Dimension::Rate, "req/s"},
                                                  {"美元", 0, Dimension::Currency, "USD"},
                                                  {"dollars", 0, Dimension::Currency, "USD"}});

bool isNumberByte(char c) {
    return (c >= '0' && c <= '9') || c == '.';
}

std::string_view numberAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && isNumberByte(text[end]))
        ++end;
    while (end > at && text[end - 1] == '.')
        --end;
    return text.substr(at, end - at);
}

std::size_t afterBlanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ')
        ++at;
    return at;
}

const BarUnit* unitAt(std::string_view text, std::size_t at) {
    for (const BarUnit& unit : barUnits) {
        const std::size_t end = at + unit.form.size();
        if (text.substr(at).starts_with(unit.form) &&
            (end >= text.size() || !(isAsciiLetter(unit.form.back()) && isAsciiLetter(text[end]))))
            return &unit;
    }
    return nullptr;
}

} // namespace

bool isListLink(std::string_view between) {
    static constexpr auto links = std::to_array<std::string_view>(
        {"and", ",", ", and", "/", "&", "or", ", or", "、", "和", "与", "與", "及", "以及", "，"});
    return std::ranges::find(links, trim(between)) != links.end();
}

std::vector<std::vector<Quantity>> barredFigures(std::string_view text, Span within) {
    std::vector<std::vector<Quantity>> found;
    for (std::size_t at = within.begin; at < within.end;) {
        const bool begins = isNumberByte(text[at]) && text[at] != '.' &&
                            (at == 0 || (!isNumberByte(text[at - 1]) && !isAsciiLetter(text[at - 1]) &&
                                         text[at - 1] != '/' && text[at - 1] != ',' && text[at - 1] != '-'));
        if (!begins) {
            ++at;
            continue;
        }
        std::vector<Span> members;
        std::vector<const BarUnit*> units; // of each; nullptr for one that has none of its own
        const BarUnit* unit = nullptr;
        std::size_t end = at;
        for (std::size_t next = at; next < within.end && members.size() < mostBarred;) {
            const std::string_view number = numberAt(text, next);
            if (number.empty())
                break;
            members.push_back({next, next + number.size()});
            end = next + number.size();
            const std::size_t behind = afterBlanks(text, end);
            unit = unitAt(text, behind);
            std::size_t bar = unit != nullptr ? afterBlanks(text, behind + unit->form.size()) : behind;
            units.push_back(unit);
            if (unit != nullptr)
                members.back().end = behind + unit->form.size();
            if (bar >= within.end || text[bar] != '/')
                break;
            next = afterBlanks(text, bar + 1);
        }
        at = std::max(end, at + 1);
        if (members.size() < 2 || unit == nullptr || members.back().end > within.end)
            continue;
        std::vector<Quantity> list;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto value = decimalFrom(numberAt(text, members[i].begin));
            const BarUnit* const own = units[i] != nullptr ? units[i] : unit;
            // "310 ms/62 tok/s" are two measures; in "310/62 tok/s" nobody knows of what the first is.
            const bool other = own->unit != unit->unit;
            if (!value || (other && std::ranges::find(units, nullptr) != units.end()))
                break;
            Quantity figure;
            figure.span = members[i];
            figure.dimension = own->dimension;
            figure.unit = own->unit;
            figure.value = value->shifted(own->shift);
            figure.resolution = figure.value.lastDigit();
            list.push_back(std::move(figure));
        }
        if (list.size() == members.size())
            found.push_back(std::move(list));
        at = std::max(at, members.back().end);
    }
    return found;
}

std::optional<Quantity> inUnitOf(std::string_view text, const Quantity& number, const Quantity& last) {
    std::size_t at = last.span.begin;
    while (at < last.span.end && !(text[at] >= '0' && text[at] <= '9'))
        ++at;
    const auto written = decimalFrom(numberAt(text, at));
    if (!written || written->isZero() || number.kind != QuantityKind::Scalar ||
        last.kind != QuantityKind::Scalar)
        return std::nullopt;
    // Units differ by powers of ten alone, or the digits would.
    int shift = 0;
    Decimal value = last.value;
    for (; shift < 12 && compare(value, *written) < 0; ++shift)
        value = value.shifted(1);
    if (shift == 0)
        for (; shift > -12 && compare(value, *written) > 0; --shift)
            value = value.shifted(-1);
    if (compare(value, *written) != 0)
        return std::nullopt;
    Quantity out = last;
    out.span = number.span;
    out.value = number.value.shifted(-shift);
    out.resolution = number.resolution.shifted(-shift);
    return out;
}

} // namespace parallax::data
