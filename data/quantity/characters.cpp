// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/characters.h"

#include <string_view>

namespace parallax::data {
namespace {

constexpr std::array<std::u32string_view, 10> digits{U"〇零", U"一壹", U"二两贰", U"三叁", U"四肆",
                                                     U"五伍", U"六",   U"七柒",   U"八捌", U"九玖"};

struct Power {
    std::u32string_view characters;
    std::uint8_t power;
};
constexpr Power powers[] = {{U"十拾", 1}, {U"百佰", 2}, {U"千仟", 3}, {U"万", 4}, {U"亿", 8}, {U"兆", 12}};

constexpr std::u32string_view numberStarts =
    U"〇零一二三四五六七八九十百千万亿兆两壹贰叁肆伍柒捌玖拾佰仟廿卅数几上半负";
constexpr std::u32string_view bounds = U"超逾突高大多至最起不低少小未上将接几近约介过每足逼直顶充"
                                       U"同按环年月季周增成攀飙激劲涨暴下降减缩萎削衰跌重骤复扩提";
constexpr std::u32string_view periods = U"民今明去后前本下这上自从一二";
constexpr std::u32string_view deadlines = U"未今往接在不最截到至半一二两三四五六七八九十几数";
constexpr std::u32string_view multipliers = U"翻倍加减腰砍降下缩增成提上扩激暴大涨升";
constexpr std::u32string_view currencies = U"美人新台港日欧英韩澳加瑞卢印泰";

constexpr std::u32string_view classifiers =
    U"个家台座人颗片张款项名位枚辆艘部套间所只条户种处笔块次份株架员组区吨";

// Lengths of time, joints of ranges, open ends, decimals.
constexpr std::u32string_view afterYears = U"个年周星天日季小月半至到多余来点、";
// … and units, what is counted, currencies, bounds behind a figure, fractions. A unit that is
// missing here is still found behind digits and scales, not behind 三 alone.
constexpr std::u32string_view afterNumbers =
    U"个年周星天日季小月半至到多余来点、毫微纳奈秒分吉瓦度太公字位基比赫"
    U"词参用使活客开国模芯晶美新港欧英韩澳加瑞卢印泰元圆円角毛折成倍番以或及左上之每";

constexpr std::array<Character, 0x7000> build() {
    std::array<Character, 0x7000> built{};
    const auto each = [&](std::u32string_view list, auto change) {
        for (const char32_t c : list)
            change(built[c - 0x3000]);
    };
    for (std::size_t value = 0; value < digits.size(); ++value)
        each(digits[value], [&](Character& c) {
            c.digit = static_cast<std::int8_t>(value);
            c.numeral = true;
        });
    for (const auto& group : powers)
        each(group.characters, [&](Character& c) {
            c.power = group.power;
            c.numeral = true;
        });
    each(U"廿卅数几", [](Character& c) { c.numeral = true; });
    const auto starts = [&](std::u32string_view list, Starts flag) {
        each(list, [&](Character& c) { c.starts = static_cast<Starts>(c.starts | flag); });
    };
    starts(numberStarts, startsNumber);
    starts(bounds, startsBound);
    starts(periods, startsPeriod);
    starts(deadlines, startsDeadline);
    starts(multipliers, startsMultiplier);
    starts(currencies, startsCurrency);
    each(afterYears, [](Character& c) { c.followsYear = true; });
    each(afterNumbers, [](Character& c) { c.followsNumber = true; });
    each(classifiers, [](Character& c) { c.classifier = c.followsNumber = true; });
    return built;
}

} // namespace

constexpr std::array<Character, 0x7000> characters = build();

} // namespace parallax::data
