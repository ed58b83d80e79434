// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/calendar.h"

#include <algorithm>

namespace parallax::data {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

// Digits of a string that may be anything: -1 where one is none.
int numberIn(std::string_view text, std::size_t begin, std::size_t count) {
    if (text.size() < begin + count)
        return -1;
    int value = 0;
    for (std::size_t k = begin; k < begin + count; ++k) {
        if (text[k] < '0' || text[k] > '9')
            return -1;
        value = value * 10 + (text[k] - '0');
    }
    return value;
}

} // namespace

std::string isoDay(const year_month_day& date) {
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t last, unsigned value) {
        for (std::size_t k = last; value > 0; --k, value /= 10)
            text[k] = static_cast<char>('0' + value % 10);
    };
    put(3, static_cast<unsigned>(static_cast<int>(date.year())) % 10000);
    put(6, static_cast<unsigned>(date.month()) % 100);
    put(9, static_cast<unsigned>(date.day()) % 100);
    return text;
}

int yearOf(std::string_view text) {
    return numberIn(text, 0, 4);
}

int monthOf(std::string_view text) {
    return numberIn(text, 5, 2);
}

std::string dayBefore(const std::string& text) {
    const auto date = dateOf(numberIn(text, 0, 4), numberIn(text, 5, 2), numberIn(text, 8, 2));
    return isoDay(year_month_day(std::chrono::sys_days(date) - std::chrono::days(1)));
}

year_month_day dateOf(int y, int m, int d) {
    return year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
}

year_month_day firstDayOf(int y, int m) {
    return dateOf(y, m, 1);
}

year_month_day lastDayOf(int y, int m) {
    return year_month_day(year(y) / month(static_cast<unsigned>(m)) / std::chrono::last);
}

Found periodFound(std::size_t begin, std::size_t end, Granularity granularity, const year_month_day& from,
                  const year_month_day& to) {
    Found found{begin, end, {}, end};
    found.quantity->kind = QuantityKind::Period;
    found.quantity->granularity = granularity;
    found.quantity->from = isoDay(from);
    found.quantity->to = isoDay(to);
    return found;
}

Found monthsFound(std::size_t begin, std::size_t end, Granularity granularity, int y, int fromMonth,
                  int toMonth) {
    auto found = periodFound(begin, end, granularity, firstDayOf(y, fromMonth), lastDayOf(y, toMonth));
    if (granularity == Granularity::PartOfYear)
        found.quantity->due = found.quantity->to; // the beginning of a part of a year is anyone's guess
    return found;
}

Found thirdOfMonthFound(std::size_t begin, std::size_t end, int y, int m, ThirdOfMonth third) {
    const int from = third == ThirdOfMonth::First ? 1 : (third == ThirdOfMonth::Second ? 11 : 21);
    auto found = periodFound(begin, end, Granularity::Month, dateOf(y, m, from),
                             third == ThirdOfMonth::Last ? lastDayOf(y, m) : dateOf(y, m, from + 9));
    found.quantity->due = found.quantity->to;
    return found;
}

int digitsAtPlace(const FoldedText& text, std::size_t i, std::size_t count) {
    int value = 0;
    for (std::size_t k = 0; k < count; ++k) {
        if (!isDigit(text[i + k]))
            return -1;
        value = value * 10 + static_cast<int>(text[i + k] - U'0');
    }
    return value;
}

int shortNumberAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    if (!isDigit(text[i]))
        return -1;
    const std::size_t count = isDigit(text[i + 1]) ? 2 : 1;
    if (isDigit(text[i + count]))
        return -1;
    end = i + count;
    return digitsAtPlace(text, i, count);
}

std::optional<DocumentMonth> documentMonth(const QuantityContext& context) {
    const DocumentMonth found{numberIn(context.documentMonth, 0, 4), numberIn(context.documentMonth, 5, 2)};
    if (found.year < 1900 || found.year > 2199 || found.month < 1 || found.month > 12)
        return std::nullopt;
    return found;
}

DocumentMonth monthsAfter(DocumentMonth from, int months) {
    const int whole = std::max(from.year * 12 + from.month - 1 + months, 12);
    return {whole / 12, whole % 12 + 1};
}

} // namespace parallax::data
