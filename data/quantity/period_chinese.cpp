// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/calendar.h"
#include "data/quantity/number.h"
#include "data/quantity/period.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// 二〇二六, 一一五: digits said one by one; -1 when `i` begins none of at most four.
int digitByDigit(const FoldedText& text, std::size_t i, std::size_t& end) {
    int value = 0;
    std::size_t at = i;
    for (; at - i < 5 && chineseDigit(text[at]) >= 0 && text[at] != U'两'; ++at)
        value = value * 10 + chineseDigit(text[at]);
    if (at == i || at - i > 4)
        return -1;
    end = at;
    return value;
}

struct YearPart {
    int year = 0; // 0: none
    std::size_t end = 0;
    bool sign = false; // 年 was written
};

// 2026年, 民國115年, 二〇二六年, 今年; 2026 alone counts when a part of the year follows.
YearPart yearPartAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const char32_t c = text[i];
    YearPart part;
    if (isDigit(c)) {
        part.year = digitsAtPlace(text, i, 4);
        part.end = i + 4;
        if (part.year < 1900 || part.year > 2199 || isDigit(text[part.end]))
            return {};
    } else if (text.startsWith(i, U"民国")) {
        std::size_t digits = i + 2;
        while (isDigit(text[digits]) && digits - i < 6)
            ++digits;
        if (digits > i + 2) {
            part.year = digitsAtPlace(text, i + 2, digits - i - 2);
            part.end = digits;
        } else {
            part.year = digitByDigit(text, i + 2, part.end);
            if (part.year < 0 || text[part.end] != U'年')
                part.year = chineseBelowHundred(text, i + 2, part.end);
        }
        if (part.year < 1 || part.year > 999)
            return {};
        part.year += 1911;
    } else if (chineseDigit(c) > 0) {
        part.year = digitByDigit(text, i, part.end);
        if (part.year < 1900 || part.year > 2199 || text[part.end] != U'年')
            return {};
    } else if (text[i + 1] == U'年') {
        constexpr std::u32string_view relative = U"前去今本明后";
        const auto at = relative.find(c);
        const auto now = at != std::u32string_view::npos ? documentMonth(context) : std::nullopt;
        if (!now)
            return {};
        constexpr int offsets[] = {-2, -1, 0, 0, 1, 2};
        part.year = now->year + offsets[at];
        part.end = i + 1;
    } else {
        return {};
    }
    const std::size_t sign = text.skipBlanks(part.end);
    part.sign = text[sign] == U'年';
    if (part.sign)
        part.end = sign + 1;
    return part;
}

// 4 or 十二 with 月 behind it at `i`: the month, else 0.
int monthAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    int m = isDigit(text[i]) ? shortNumberAt(text, i, end) : chineseBelowHundred(text, i, end);
    const std::size_t sign = text.skipBlanks(end);
    if (m < 1 || m > 12 || text[sign] != U'月' || (sign > end && text[sign + 1] == U'活')) // 月活躍
        return 0;
    end = sign + 1;
    return m;
}

// 15日 or 十五日 at `i`: the day, else 0.
int dayAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    const int d = isDigit(text[i]) ? shortNumberAt(text, i, end) : chineseBelowHundred(text, i, end);
    if (d < 1 || d > 31)
        return 0;
    const std::size_t sign = text.skipBlanks(end);
    const char32_t next = text[sign + 1];
    const bool yen = next == U'元' || next == U'圆' || next == U'币';
    if (text[sign] != U'号' && (text[sign] != U'日' || yen))
        return 0;
    end = sign + 1;
    return d;
}

// 15日, 十五日, 初/上旬, 中旬, 底/下旬 behind a month that ends at `monthEnd`.
Found monthFound(const FoldedText& text, std::size_t begin, std::size_t monthEnd, int y, int m) {
    const std::size_t at = text.skipBlanks(monthEnd);
    std::size_t end = at;
    if (const int d = dayAt(text, at, end)) {
        const auto date = dateOf(y, m, d);
        if (date.ok())
            return periodFound(begin, end, Granularity::Day, date, date);
    }
    if (text[at] == U'底' || text[at] == U'末') {
        auto found = monthsFound(begin, at + 1, Granularity::Month, y, m, m);
        found.quantity->due = found.quantity->to;
        return found;
    }
    if (text[at] == U'初')
        return thirdOfMonthFound(begin, at + 1, y, m, ThirdOfMonth::First);
    if (text[at + 1] == U'旬') {
        if (text[at] == U'上')
            return thirdOfMonthFound(begin, at + 2, y, m, ThirdOfMonth::First);
        if (text[at] == U'中')
            return thirdOfMonthFound(begin, at + 2, y, m, ThirdOfMonth::Second);
        if (text[at] == U'下')
            return thirdOfMonthFound(begin, at + 2, y, m, ThirdOfMonth::Last);
    }
    return monthsFound(begin, monthEnd, Granularity::Month, y, m, m);
}

// 第三季度, 第3季, 三季度, 第三財季, Q3: the quarter, else 0.
int quarterAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    if (lower(text[i]) == U'q' && text[i + 1] >= U'1' && text[i + 1] <= U'4' && !isDigit(text[i + 2])) {
        end = i + 2;
        return static_cast<int>(text[i + 1] - U'0');
    }
    const std::size_t at = text[i] == U'第' ? text.skipBlanks(i + 1) : i;
    const int n = isDigit(text[at]) ? static_cast<int>(text[at] - U'0') : chineseDigit(text[at]);
    std::size_t sign = at > i ? text.skipBlanks(at + 1) : at + 1; // 第 三 季度
    sign += text[sign] == U'财' ? 1 : 0;
    if (n < 1 || n > 4 || text[sign] != U'季')
        return 0;
    end = text[sign + 1] == U'度' ? sign + 2 : sign + 1;
    return n;
}

struct MonthsOfPart {
    int from = 0, to = 0;
    Granularity granularity = Granularity::PartOfYear;
};
constexpr auto parts = wordTable<MonthsOfPart>({{U"上半年", {1, 6, Granularity::Half}},
                                                {U"上半", {1, 6, Granularity::Half}},
                                                {U"下半年", {7, 12, Granularity::Half}},
                                                {U"下半", {7, 12, Granularity::Half}},
                                                {U"底", {9, 12}},
                                                {U"末", {9, 12}},
                                                {U"年底", {9, 12}},
                                                {U"年末", {9, 12}},
                                                {U"年终", {9, 12}},
                                                {U"岁末", {9, 12}},
                                                {U"初", {1, 4}},
                                                {U"年初", {1, 4}},
                                                {U"中", {5, 8}},
                                                {U"年中", {5, 8}},
                                                {U"前三季度", {1, 9}},
                                                {U"前三季", {1, 9}},
                                                {U"前两季", {1, 6}},
                                                {U"财年", {0, 0, Granularity::FiscalYear}},
                                                {U"会计年度", {0, 0, Granularity::FiscalYear}},
                                                {U"财政年度", {0, 0, Granularity::FiscalYear}}});

std::optional<Found> partFound(const FoldedText& text, std::size_t begin, const YearPart& year) {
    const std::size_t at = text.skipBlanks(year.end);
    std::size_t end = at;
    if (year.sign)
        if (const int m = monthAt(text, at, end))
            return monthFound(text, begin, end, year.year, m);
    if (const int n = quarterAt(text, at, end); n != 0 && (year.sign || text[at] != U'q'))
        return monthsFound(begin, end, Granularity::Quarter, year.year, n * 3 - 2, n * 3);
    const auto* part = parts.find(text, at);
    if (part == nullptr || (part->word == U"中" && text[at + 1] == U'国'))
        return std::nullopt;
    end = at + part->word.size();
    if (part->value.granularity == Granularity::FiscalYear) {
        Found found{begin, end, {}, end};
        found.quantity->kind = QuantityKind::Period;
        found.quantity->granularity = Granularity::FiscalYear;
        found.quantity->from = "FY" + std::to_string(year.year);
        std::size_t quarterEnd = text.skipBlanks(end);
        quarterEnd += text[quarterEnd] == U'的' ? 1 : 0;
        if (const int n = quarterAt(text, quarterEnd, quarterEnd)) {
            found.quantity->from += "-Q" + std::to_string(n);
            found.end = found.resume = quarterEnd;
        }
        found.quantity->to = found.quantity->from;
        return found;
    }
    return monthsFound(begin, end, part->value.granularity, year.year, part->value.from, part->value.to);
}

// 2020年代
std::optional<Found> decadeFound(const FoldedText& text, std::size_t begin, const YearPart& year) {
    if (!year.sign || text[year.end] != U'代' || year.year % 10 != 0)
        return std::nullopt;
    return periodFound(begin, year.end + 1, Granularity::YearRange, firstDayOf(year.year, 1),
                       lastDayOf(year.year + 9, 12));
}

// 4月15日, 4月, 下個月, 本季: the year is the document's.
std::optional<Found> withoutYear(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    struct Relative {
        int months;
        bool quarter;
    };
    static constexpr auto relative = wordTable<Relative>({{U"本月", {0, false}},
                                                          {U"这个月", {0, false}},
                                                          {U"下月", {1, false}},
                                                          {U"下个月", {1, false}},
                                                          {U"上月", {-1, false}},
                                                          {U"上个月", {-1, false}},
                                                          {U"本季", {0, true}},
                                                          {U"本季度", {0, true}},
                                                          {U"下季", {3, true}},
                                                          {U"下季度", {3, true}},
                                                          {U"下个季度", {3, true}},
                                                          {U"上季", {-3, true}},
                                                          {U"上季度", {-3, true}},
                                                          {U"上个季度", {-3, true}}});
    const auto now = documentMonth(context);
    if (!now)
        return std::nullopt;
    if (const auto* word = relative.find(text, i)) {
        const auto month = monthsAfter(*now, word->value.months);
        const std::size_t end = i + word->word.size();
        if (!word->value.quarter)
            return monthsFound(i, end, Granularity::Month, month.year, month.month, month.month);
        const int first = (month.month - 1) / 3 * 3 + 1;
        return monthsFound(i, end, Granularity::Quarter, month.year, first, first + 2);
    }
    std::size_t end = i;
    if (const int m = monthAt(text, i, end))
        return monthFound(text, i, end, now->year, m);
    return std::nullopt;
}

// 自2023年以來, 2023年起
bool takeSince(const FoldedText& text, Found& found) {
    for (const auto word : {std::u32string_view(U"以来"), std::u32string_view(U"起"),
                            std::u32string_view(U"迄今"), std::u32string_view(U"至今")}) {
        if (!text.startsWith(found.end, word))
            continue;
        found.end = found.resume = found.end + word.size();
        found.quantity->openToTheRight = true;
        found.quantity->to.clear();
        return true;
    }
    return false;
}

std::optional<Found> plainAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const auto year = yearPartAt(text, i, context);
    if (year.year == 0)
        return withoutYear(text, i, context);
    if (auto part = partFound(text, i, year))
        return part;
    if (auto decade = decadeFound(text, i, year))
        return decade;
    if (!year.sign)
        return std::nullopt;
    const bool whole = text[year.end] == U'度';
    return monthsFound(i, year.end + (whole ? 1 : 0), Granularity::Year, year.year, 1, 12);
}

} // namespace

std::optional<Found> chineseRestAt(const FoldedText& text, std::size_t i, const Quantity& first) {
    const int y = yearOf(first.from);
    std::size_t end = i;
    if (first.granularity == Granularity::Quarter) {
        const int n = quarterAt(text, i, end);
        return n != 0 ? std::optional(monthsFound(i, end, Granularity::Quarter, y, n * 3 - 2, n * 3))
                      : std::nullopt;
    }
    if (const int m = monthAt(text, i, end))
        return monthFound(text, i, end, y, m);
    if (first.granularity != Granularity::Day)
        return std::nullopt;
    const int d = dayAt(text, i, end);
    const auto date = dateOf(y, monthOf(first.from), d);
    return d != 0 && date.ok() ? std::optional(periodFound(i, end, Granularity::Day, date, date))
                               : std::nullopt;
}

std::optional<Found> chinesePeriodAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const bool from = text[i] == U'自' || text[i] == U'从';
    auto found = plainAt(text, from ? text.skipBlanks(i + 1) : i, context);
    if (!found)
        return std::nullopt;
    const bool since = takeSince(text, *found);
    if (from && !since)
        return std::nullopt;
    found->begin = i;
    return found;
}

} // namespace parallax::data
