// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/side.h"

#include <utility>

#include "data/quantity/noun.h"
#include "data/quantity/period.h"
#include "data/quantity/scale.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

Unit percentUnit(std::size_t end) {
    return {Dimension::Ratio, "%", {1, 0}, end, false, false, {}};
}

// 八折 = 80 % of the price, 八五折 and 85折 = 85 %, 6.5折 = 65 %
bool takePriceLevel(const FoldedText& text, Side& side) {
    constexpr std::u32string_view words = U"扣合算旧叠损现射"; // 折扣, 折合 …
    const std::size_t sign = isDigit(text[side.end - 1]) ? text.skipBlanks(side.end) : side.end; // 打 85 折
    if (text[sign] != U'折' || side.number.scaled || side.number.range ||
        words.find(text[sign + 1]) != std::u32string_view::npos)
        return false;
    const Decimal& value = side.number.value;
    const auto digits = value.digits;
    const bool tens = value.exponent == 0 && digits < 10;
    if (value.exponent == 0 && digits >= 1 && digits <= 99)
        side.number.value = {digits < 10 ? digits * 10 : digits, 0};
    else if (value.exponent == -1 && digits >= 1 && digits <= 99)
        side.number.value = {digits, 0};
    else
        return false;
    side.number.resolution = {tens ? 10 : 1, 0};
    side.priceLevel = true;
    side.end = sign + 1;
    side.unit = percentUnit(side.end);
    return true;
}

// 三成 = 30 %, 三成五 = 35 %, 三成半, 兩三成
bool takeTenths(const FoldedText& text, Side& side) {
    if (text[side.end] != U'成' || side.number.scaled || side.number.fraction)
        return false;
    constexpr std::u32string_view words =
        U"立为本功长员果就绩分熟品交名因效批套形像千群"; // 成立, 成本, 成長 …
    const char32_t next = text[side.end + 1];
    if (words.find(next) != std::u32string_view::npos)
        return false;
    if (next == U'都' && text[side.end + 2] != U'不') // 成都; but 三成都不到
        return false;
    if (next == U'不' && text[side.end + 2] == U'变') // 一成不變; but 两成到五成不等, 三成不到
        return false;
    auto& number = side.number;
    const bool single = !number.range && number.value.exponent >= -1 && number.value.toDouble() <= 10;
    if (!single && !(number.range && number.high.toDouble() <= 10))
        return false;
    number.value = number.value.shifted(1);
    number.low = number.low.shifted(1);
    number.high = number.high.shifted(1);
    number.resolution = number.resolution.shifted(1);
    side.tenths = true;
    side.end += 1;
    if (!number.range && number.value.exponent == 1) {
        const auto value = number.value.digits * 10;
        if (next == U'半') {
            number.value = {value + 5, 0};
            number.resolution = {5, 0};
            side.end += 1;
        } else if (const int ones = chineseDigit(next); ones > 0 && chinesePower(text[side.end + 1]) == 0 &&
                                                        chineseDigit(text[side.end + 1]) < 0) {
            number.value = {value + ones, 0};
            number.resolution = {1, 0};
            side.end += 1;
        } else {
            number.value = {value, 0};
            number.resolution = {10, 0};
        }
    }
    side.unit = percentUnit(side.end);
    return true;
}

// 百分之2.5, 千分之五, 萬分之三
bool takePartsOf(const FoldedText& text, std::size_t i, Side& side) {
    if (text[i + 1] != U'分' || text[i + 2] != U'之')
        return false;
    const char32_t whole = text[i];
    if (whole != U'百' && whole != U'千' && whole != U'万')
        return false;
    const auto number = numberAt(text, i + 3);
    if (!number || number->fraction)
        return false;
    side.number = *number;
    side.number.unitOnly = false;
    side.partsPower = whole == U'百' ? 0 : (whole == U'千' ? -1 : -2);
    applyScale(side.number, side.partsPower);
    side.number.scaled = false;
    side.number.scalePower = 0;
    side.number.spelled = false; // 百分之 leaves no doubt
    side.unit = percentUnit(number->end);
    side.end = number->end;
    return true;
}

void takeModelName(const FoldedText& text, Side& side, std::size_t name, std::size_t end) {
    std::string unit = text.original(name, end);
    if (unit.ends_with('s'))
        unit.pop_back();
    const std::size_t blank = text.skipBlanks(end);
    for (const auto word :
         {std::u32string_view(U"gpus"), std::u32string_view(U"gpu"), std::u32string_view(U"chips")})
        if (blank > end && text.isWordAt(blank, word))
            end = blank + word.size();
    side.unit = Unit{Dimension::Count, std::move(unit), {1, 0}, end, false, false, {}};
    side.end = end;
}

// "8x H100" counts H100s; "10×", "2.5x faster", "3倍", "3-fold", "ten times" multiply.
bool takeTimes(const FoldedText& text, Side& side) {
    std::size_t at = side.end;
    const std::size_t blank = text.skipBlanks(at);
    char32_t c = text[blank];
    if ((c == U'x' || c == U'X' || c == 0xD7) && !isLatinLetter(text[blank + 1])) {
        const std::size_t name = text.skipBlanks(blank + 1);
        if (const std::size_t end = modelNameEnd(text, name)) {
            takeModelName(text, side, name, end);
            return true;
        }
        if (blank > at || isDigit(text[blank + 1]))
            return false; // 1920x1080
        side.multiplier = true;
        side.end = at + 1;
        return true;
    }
    const std::size_t times = isDigit(text[at - 1]) ? blank : at; // 3 倍
    c = text[at];
    if (text[times] == U'倍') {
        side.multiplier = true;
        side.end = times + 1;
        if (text[side.end] == U'半' && !side.number.range) {
            side.number.value = add(side.number.value, Decimal{5, -1}).value_or(side.number.value);
            side.number.resolution = {1, -1};
            side.end += 1;
        }
        return true;
    }
    if ((c == U'-' || lower(c) == U'f') && (text.isWordAt(at, U"-fold") || text.isWordAt(at, U"fold"))) {
        side.multiplier = true;
        side.end = at + (c == U'-' ? 5 : 4);
        return true;
    }
    if (blank > at && text.isWordAt(blank, U"times")) {
        side.multiplier = true;
        side.end = blank + 5;
        return true;
    }
    return false;
}

// 三年半, 一個半月, 兩小時半, 半年: halves of what is counted.
void takeHalves(const FoldedText& text, Side& side) {
    if (!side.unit || side.number.range || side.number.fraction)
        return;
    const bool time = side.unit->duration || side.unit->dimension == Dimension::Time;
    if (time && text[side.end] == U'半' && text[side.end - 1] >= 0x4E00) {
        side.number.value = add(side.number.value, Decimal{5, -1}).value_or(side.number.value);
        side.number.resolution = {1, -1};
        side.end += 1;
    }
}

// 一個半月, 兩個多月, 三個多小時: what follows the measure word is the number's.
bool takeSplitTime(const FoldedText& text, Side& side) {
    const char32_t rest = text[side.end + 1];
    const bool more = rest == U'多' || rest == U'余';
    if (side.number.range || text[side.end] != U'个' || (rest != U'半' && !more))
        return false;
    const std::size_t at = side.end + 2;
    std::optional<Unit> unit;
    if (text[at] == U'月')
        unit = Unit{Dimension::Time, "month", {1, 0}, at + 1, true, false, {}};
    else if (text.startsWith(at, U"小时"))
        unit = Unit{Dimension::Time, "s", {3600, 0}, at + 2, false, false, {}};
    else if (text.startsWith(at, U"星期"))
        unit = Unit{Dimension::Time, "week", {1, 0}, at + 2, true, false, {}};
    else if (text.startsWith(at, U"季度"))
        unit = Unit{Dimension::Time, "quarter", {1, 0}, at + 2, true, false, {}};
    if (!unit)
        return false;
    if (more) {
        side.number.bound = Bound::MoreThan;
    } else {
        side.number.value = add(side.number.value, Decimal{5, -1}).value_or(side.number.value);
        side.number.resolution = {1, -1};
    }
    side.end = unit->end;
    side.unit = unit;
    return true;
}

// 數月: the one case in which 月 alone counts months; 三月 is March.
bool takeVagueMonths(const FoldedText& text, Side& side) {
    if (!side.number.vague || side.number.scaled || text[side.end] != U'月' || side.number.numerals != 1)
        return false;
    side.number.high = {11, 0}; // twelve would be a year
    side.end += 1;
    side.unit = Unit{Dimension::Time, "month", {1, 0}, side.end, true, false, {}};
    return true;
}

// 15億度: no temperature has so many degrees.
bool takeElectricity(const FoldedText& text, Side& side) {
    constexpr int many = 4;
    if (text[side.end] != U'度' || side.number.scalePower < many)
        return false;
    side.end += text[side.end + 1] == U'电' ? 2 : 1;
    side.unit = Unit{Dimension::Energy, "Wh", {1, 3}, side.end, false, false, {}};
    return true;
}

// Of a margin or a rate, a little before: "gross margin of 74.8%, up 1.2 points".
bool isEnglishRateBefore(const FoldedText& text, std::size_t i) {
    constexpr std::size_t most = 44;
    static constexpr auto rates = wordTable<int>({{U"margin", 0},
                                                  {U"margins", 0},
                                                  {U"market share", 0},
                                                  {U"rate", 0},
                                                  {U"rates", 0},
                                                  {U"utilization", 0}});
    for (std::size_t k = i; k > 0 && i - k < most; --k) {
        const char32_t c = text[k - 1];
        if (c == U';' || c == U'\n' || (c == U'.' && text[k] == U' '))
            return false;
        if ((c == U'm' || c == U'r' || c == U'u' || c == U'M') && (k == 1 || !isLatinLetter(text[k - 2])) &&
            rates.find(text, k - 1) != nullptr)
            return true;
    }
    return false;
}

// A rate is spoken of in the same clause: 利率, 占比, 增速.
bool isRateBefore(const FoldedText& text, std::size_t i) {
    constexpr std::size_t most = 16;
    for (std::size_t k = i; k > 0 && i - k < most; --k) {
        const char32_t c = text[k - 1];
        if (c == U',' || c == U';' || c == U'。' || c == U'\n')
            return false;
        if (c == U'率' || text.startsWith(k - 1, U"占比") || text.startsWith(k - 1, U"份额") ||
            text.startsWith(k - 1, U"增速") || text.startsWith(k - 1, U"毛利") ||
            text.startsWith(k - 1, U"息差"))
            return true;
    }
    return false;
}

// 利率上升1.5個點; elsewhere a 點 is a place, and points are an index's.
bool takeRatePoints(const FoldedText& text, Side& side, const QuantityContext& context) {
    const std::size_t blank = text.skipBlanks(side.end);
    if (text.startsWith(blank, U"个点") && text[blank + 2] != U'位' &&
        (isRateBefore(text, side.begin) || context.columnHeader.find("率") != std::string_view::npos ||
         context.rowHeader.find("率") != std::string_view::npos))
        side.end = blank + 2;
    else if (lower(text[blank]) == U'p' && text.isWordAt(blank, U"points") &&
             isEnglishRateBefore(text, side.begin))
        side.end = blank + 6;
    else
        return false;
    side.unit = Unit{Dimension::PercentagePoint, "pp", {1, 0}, side.end, false, false, {}};
    return true;
}

bool takeCurrencyAfter(const FoldedText& text, Side& side, const QuantityContext& context) {
    const std::size_t blank = text.skipBlanks(side.end);
    // "hundreds of millions of dollars"
    const bool of = side.number.vague && text.isWordAt(blank, U"of");
    std::size_t place = of ? text.skipBlanks(blank + 2) : blank;
    const bool hyphen = text[side.end] == U'-' && isLatinLetter(text[side.end + 1]);
    if (hyphen) // a 10-billion-dollar deal
        place = side.end + 1;
    auto currency = currencyAfter(text, place, context);
    constexpr std::u32string_view notYuan = U"素件老旦宵年月首宇组气勋帅配"; // 5 元件
    if (!currency || (text[blank] == U'元' && blank != side.end && blank + 1 == currency->end &&
                      notYuan.find(text[blank + 1]) != std::u32string_view::npos))
        return false;
    constexpr std::u32string_view notMoney = U"大形度落色星兽"; // 五角大廈, 三角形
    if (text[place] == U'角' &&
        (side.number.scaled || notMoney.find(text[place + 1]) != std::u32string_view::npos))
        return false;
    side.end = currency->end;
    side.currency = std::move(currency);
    return true;
}

// "$15 billion dollars", "NT$5億元" and "¥30億日圓" say the currency twice; the second may tell what ¥ means.
void takeCurrencyAgain(const FoldedText& text, Side& side, const QuantityContext& context) {
    const std::size_t place = text.skipBlanks(side.end);
    const auto again = currencyAfter(text, place, context);
    if (!again || again->factor.exponent != 0)
        return;
    const bool sameOrPlain = again->code == side.currency->code || again->assumed;
    const bool settles = side.currency->ambiguous && (again->code == "JPY" || again->code == "CNY");
    if (!sameOrPlain && !settles)
        return;
    if (settles || (!again->assumed && side.currency->assumed)) {
        side.currency->code = again->code;
        side.currency->ambiguous = false;
        side.currency->assumed = again->assumed;
    }
    side.end = again->end;
}

} // namespace

void takeUnit(const FoldedText& text, Side& side, const QuantityContext& context) {
    if (takePriceLevel(text, side) || takeTenths(text, side) || takeSplitTime(text, side) ||
        takeVagueMonths(text, side) || takeRatePoints(text, side, context) || takeElectricity(text, side))
        return;
    if (side.currency) {
        takeCurrencyAgain(text, side, context);
        return;
    }
    if (takeTimes(text, side) || takeCurrencyAfter(text, side, context) || side.number.fraction)
        return; // "one in eight customers" is a ratio
    std::size_t at = text.skipBlanks(side.end);
    const bool of = side.number.vague && !side.number.chinese && text.isWordAt(at, U"of");
    if (of)
        at = text.skipBlanks(at + 2);
    const bool hyphen = text[side.end] == U'-' && isLatinLetter(text[side.end + 1]);
    if (hyphen)
        at = side.end + 1;
    // A suffix + may stand before the unit: 45k+ stars.
    const bool plus = text[side.end] == U'+' && !isDigit(text[side.end + 1]);
    if (plus)
        at = text.skipBlanks(side.end + 1);
    const bool glued = at == side.end;
    auto unit = unitAt(text, at, hyphen || (glued && isLatinLetter(text[at])) ? Nouns::Known : Nouns::Any);
    if (!unit) {
        if (at == side.end || hyphen || side.number.value.digits <= 1)
            return;
        // 100,000 H100s, 16,000 H100 GPUs, 200,000 Nvidia H100 GPUs
        if (const std::size_t end = modelNameEnd(text, at); end > at + 2 && isDigit(text[at + 1]))
            takeModelName(text, side, at, end);
        else if (side.number.grouped || side.number.scaled)
            if (auto devices = namedDevicesAt(text, at)) {
                side.end = devices->end;
                side.unit = std::move(devices);
            }
        return;
    }
    const std::size_t begin = side.number.begin;
    const bool year = unit->noun && !side.number.grouped && begin > 2 && text[begin - 1] == U' ' &&
                      text.isWordAt(begin - 3, U"in") && yearAt(text, begin) != 0;
    if (year && side.number.end == begin + 4)
        return; // In 2025 engineers built …
    side.end = unit->end;
    side.unit = std::move(unit);
    side.plusAfter = plus;
    takeHalves(text, side);
}

char signAt(const FoldedText& text, std::size_t& i) {
    switch (text[i]) {
    case U'+':
        ++i;
        return '+';
    case U'-':
        ++i;
        return '-';
    case U'负':
    case U'↓':
    case U'▼':
    case U'▽':
        i = text.skipBlanks(i + 1);
        return '-';
    case U'↑':
    case U'▲':
    case U'△':
        i = text.skipBlanks(i + 1);
        return '+';
    case U'm':
    case U'M':
    case U'n':
    case U'N':
        for (const auto word : {std::u32string_view(U"minus"), std::u32string_view(U"negative")})
            if (text.isWordAt(i, word)) {
                i = text.skipBlanks(i + word.size());
                return '-';
            }
        return 0;
    default:
        return 0;
    }
}

std::optional<Side> sideAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    Side side;
    side.begin = i;
    std::size_t at = i;
    side.sign = signAt(text, at);
    if (auto currency = currencyBefore(text, at, context)) {
        at = currency->end;
        if (side.sign == 0)
            side.sign = signAt(text, at);
        side.currency = std::move(currency);
    }
    side.end = at;
    if (takePartsOf(text, at, side))
        return side;
    // 八五折: two digits side by side are a number only here.
    if (chineseDigit(text[at]) > 0 && chineseDigit(text[at + 1]) > 0 && text[at + 2] == U'折') {
        side.number.value = {chineseDigit(text[at]) * 10 + chineseDigit(text[at + 1]), 0};
        side.number.begin = at;
        side.number.end = side.end = at + 2;
        side.number.numerals = 2;
        side.number.spelled = side.number.chinese = true;
        return takePriceLevel(text, side) ? std::optional(side) : std::nullopt;
    }
    auto number = numberAt(text, at);
    if (!number) {
        constexpr std::u32string_view halves = U"上下前后"; // 上半年
        const char32_t before = at > 0 ? text[at - 1] : 0;
        if (text[at] != U'半' || halves.find(before) != std::u32string_view::npos ||
            (text[at + 1] != U'年' && text[at + 1] != U'天' && text[at + 1] != U'个'))
            return std::nullopt;
        number = Number{};
        number->begin = at;
        number->end = text[at + 1] == U'个' ? at + 2 : at + 1;
        number->value = number->resolution = {5, -1};
        number->spelled = number->chinese = true;
        number->numerals = 2;
        if (text[at + 1] == U'个' && text[at + 2] == U'月') {
            side.number = *number;
            side.end = at + 3;
            side.unit = Unit{Dimension::Time, "month", {1, 0}, side.end, true, false, {}};
            return side;
        }
    }
    side.number = *number;
    side.end = number->end;
    if (side.currency && !number->scaled) {
        // "$5 B": after a currency a letter may stand alone.
        const std::size_t blank = text.skipBlanks(side.end);
        if (const auto scale = scaleAt(text, blank, ScaleStyle::AfterDigits);
            scale && !scale->chinese && isUpper(text[blank])) {
            applyScale(side.number, scale->power);
            side.end = scale->end;
        }
    }
    takeUnit(text, side, context);
    return side;
}

} // namespace parallax::data
