// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/period.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "data/quantity/number.h"

namespace parallax::data {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::string iso(const year_month_day& date) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

year_month_day first(int y, unsigned m) {
    return year(y) / month(m) / day(1);
}

year_month_day last(int y, unsigned m) {
    return year_month_day(year(y) / month(m) / std::chrono::last);
}

Found period(std::size_t begin, std::size_t end, Granularity granularity, const year_month_day& from,
             const year_month_day& to) {
    Found found{begin, end, {}, end};
    found.quantity.kind = QuantityKind::Period;
    found.quantity.granularity = granularity;
    found.quantity.from = iso(from);
    found.quantity.to = iso(to);
    return found;
}

Found months(std::size_t begin, std::size_t end, Granularity granularity, int y, unsigned fromMonth,
             unsigned toMonth) {
    auto found = period(begin, end, granularity, first(y, fromMonth), last(y, toMonth));
    if (granularity == Granularity::PartOfYear)
        found.quantity.due = found.quantity.to; // the beginning of a part of a year is anyone's guess
    return found;
}

int digits(const FoldedText& text, std::size_t i, std::size_t count) {
    int value = 0;
    for (std::size_t k = 0; k < count; ++k) {
        if (!isDigit(text[i + k]))
            return -1;
        value = value * 10 + static_cast<int>(text[i + k] - U'0');
    }
    return value;
}

// One or two digits, no more.
int shortNumber(const FoldedText& text, std::size_t i, std::size_t& end) {
    const std::size_t count = isDigit(text[i + 1]) ? 2 : 1;
    if (!isDigit(text[i]) || isDigit(text[i + count]))
        return -1;
    end = i + count;
    return digits(text, i, count);
}

int chineseSmall(char32_t c) {
    constexpr std::u32string_view numerals = U"零一二三四五六七八九十";
    const auto at = numerals.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

unsigned monthNamed(const FoldedText& text, std::size_t i, std::size_t& end) {
    static constexpr std::array<std::u32string_view, 12> names{
        U"january", U"february", U"march",     U"april",   U"may",      U"june",
        U"july",    U"august",   U"september", U"october", U"november", U"december"};
    for (unsigned m = 0; m < 12; ++m) {
        if (text.isWordAt(i, names[m])) {
            end = i + names[m].size();
            return m + 1;
        }
        const auto shortName = names[m].substr(0, 3);
        if (text.isWordAt(i, shortName) || (m == 8 && text.isWordAt(i, U"sept"))) {
            end = i + (m == 8 && text.isWordAt(i, U"sept") ? 4U : 3U);
            if (text[end] == U'.')
                ++end;
            return m + 1;
        }
    }
    return 0;
}

int fullYear(int twoDigits) {
    return 2000 + twoDigits;
}

// The year of "Q3 2026", "3Q26", "H1'26": four digits, or two when `shortAllowed`.
int yearAfter(const FoldedText& text, std::size_t i, std::size_t& end, bool shortAllowed) {
    std::size_t at = text.skipBlanks(i);
    if (text[at] == U',' || text[at] == U'-')
        at = text.skipBlanks(at + 1);
    if (text.isWordAt(at, U"of"))
        at = text.skipBlanks(at + 2);
    if (const int y = yearAt(text, at)) {
        end = at + 4;
        return y;
    }
    if (text[at] == U'\'')
        ++at;
    else if (!shortAllowed)
        return 0;
    const int two = digits(text, at, 2);
    if (two < 0 || isDigit(text[at + 2]) || isLatinLetter(text[at + 2]))
        return 0;
    end = at + 2;
    return fullYear(two);
}

unsigned ordinal(const FoldedText& text, std::size_t i, std::size_t& end) {
    static constexpr std::array<std::u32string_view, 4> words{U"first", U"second", U"third", U"fourth"};
    for (unsigned n = 0; n < 4; ++n) {
        if (text.isWordAt(i, words[n])) {
            end = i + words[n].size();
            return n + 1;
        }
    }
    return 0;
}

std::optional<Found> quarterOrHalf(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    const char32_t c = lower(text[i]);
    const auto build = [&](bool quarter, unsigned n, int y) -> std::optional<Found> {
        if (y == 0 || n < 1 || n > (quarter ? 4U : 2U))
            return std::nullopt;
        const unsigned length = quarter ? 3 : 6;
        return months(i, end, quarter ? Granularity::Quarter : Granularity::Half, y, (n - 1) * length + 1,
                      n * length);
    };
    if ((c == U'q' || c == U'h') && isDigit(text[i + 1]) && !isDigit(text[i + 2]) &&
        !isLatinLetter(text[i + 2]))
        return build(c == U'q', text[i + 1] - U'0', yearAfter(text, i + 2, end, false));
    if (isDigit(text[i]) && (lower(text[i + 1]) == U'q' || lower(text[i + 1]) == U'h') &&
        !isLatinLetter(text[i + 2]))
        return build(lower(text[i + 1]) == U'q', text[i] - U'0', yearAfter(text, i + 2, end, true));
    if (const unsigned n = ordinal(text, i, end)) {
        const std::size_t at = text.skipBlanks(end);
        for (const auto& [word, quarter] : {std::pair{std::u32string_view(U"quarter"), true},
                                            std::pair{std::u32string_view(U"half"), false}})
            if (text.isWordAt(at, word))
                return build(quarter, n, yearAfter(text, at + word.size(), end, false));
    }
    if (const int y = yearAt(text, i); y != 0 && lower(text[i + 4]) == U'q' && isDigit(text[i + 5])) {
        end = i + 6;
        return build(true, text[i + 5] - U'0', y);
    }
    return std::nullopt;
}

// early 2026, mid-2027, late 2026, end of 2027, the end of 2027
std::optional<Found> partOfYear(const FoldedText& text, std::size_t i) {
    struct Part {
        std::u32string_view word;
        unsigned from, to;
    };
    static constexpr std::array<Part, 10> parts{{{U"the end of", 9, 12},
                                                 {U"end of", 9, 12},
                                                 {U"end-", 9, 12},
                                                 {U"year-end", 9, 12},
                                                 {U"early", 1, 4},
                                                 {U"the beginning of", 1, 4},
                                                 {U"mid-", 5, 8},
                                                 {U"mid", 5, 8},
                                                 {U"the middle of", 5, 8},
                                                 {U"late", 9, 12}}};
    for (const auto& part : parts) {
        if (!text.startsWith(i, part.word))
            continue;
        const std::size_t at = text.skipBlanks(i + part.word.size());
        if (const int y = yearAt(text, at))
            return months(i, at + 4, Granularity::PartOfYear, y, part.from, part.to);
        // the end of Q2 2027: its last day
        if (part.to == 12) {
            if (auto inner = quarterOrHalf(text, at)) {
                inner->begin = i;
                inner->quantity.due = inner->quantity.to;
                return inner;
            }
        }
    }
    return std::nullopt;
}

// 2026年4月15日, 2026年第三季度, 2026年上半年, 2027年底, 2026年; the year may be of the Republic (民國115年).
std::optional<Found> chineseDate(const FoldedText& text, std::size_t i) {
    int y = 0;
    std::size_t at = i;
    if (text.startsWith(i, U"民国") && isDigit(text[i + 2])) {
        std::size_t count = 0;
        while (isDigit(text[i + 2 + count]) && count < 4)
            ++count;
        y = count <= 3 ? digits(text, i + 2, count) + 1911 : 0;
        at = i + 2 + count;
    } else if (isDigit(text[i])) {
        y = digits(text, i, 4);
        at = i + 4;
        if (y < 1900 || y > 2199 || isDigit(text[at]))
            return std::nullopt;
    }
    at = text.skipBlanks(at);
    if (y == 0 || text[at] != U'年')
        return std::nullopt;
    const std::size_t yearEnd = ++at;
    at = text.skipBlanks(at);

    std::size_t end = at;
    if (const int m = shortNumber(text, at, end); m >= 1 && m <= 12 && text[end] == U'月') {
        const std::size_t monthEnd = end + 1;
        if (const int d = shortNumber(text, monthEnd, end);
            d >= 1 && (text[end] == U'日' || text[end] == U'号')) {
            const auto date = year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
            if (date.ok())
                return period(i, end + 1, Granularity::Day, date, date);
        }
        return months(i, monthEnd, Granularity::Month, y, static_cast<unsigned>(m), static_cast<unsigned>(m));
    }
    // 第三季(度), 第3季度, Q3
    std::size_t q = text[at] == U'第' ? at + 1 : at;
    int n = isDigit(text[q]) ? static_cast<int>(text[q] - U'0') : chineseSmall(text[q]);
    if (lower(text[at]) == U'q' && isDigit(text[at + 1]))
        return months(i, at + 2, Granularity::Quarter, y, (text[at + 1] - U'0') * 3 - 2,
                      (text[at + 1] - U'0') * 3);
    if (n >= 1 && n <= 4 && text[q + 1] == U'季') {
        const std::size_t stop = text[q + 2] == U'度' ? q + 3 : q + 2;
        return months(i, stop, Granularity::Quarter, y, static_cast<unsigned>(n) * 3 - 2,
                      static_cast<unsigned>(n) * 3);
    }
    if (text.startsWith(at, U"上半年"))
        return months(i, at + 3, Granularity::Half, y, 1, 6);
    if (text.startsWith(at, U"下半年"))
        return months(i, at + 3, Granularity::Half, y, 7, 12);
    if (text[at] == U'底' || text[at] == U'末')
        return months(i, at + 1, Granularity::PartOfYear, y, 9, 12);
    if (text[at] == U'初')
        return months(i, at + 1, Granularity::PartOfYear, y, 1, 4);
    if (text[at] == U'中' && text[at + 1] != U'国')
        return months(i, at + 1, Granularity::PartOfYear, y, 5, 8);
    return months(i, yearEnd, Granularity::Year, y, 1, 12);
}

// 2026-04-15, 2026/4/15, 4/5/2026, 15 April 2026, April 15, 2026, April 2026
std::optional<Found> westernDate(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    if (const int y = digits(text, i, 4);
        y >= 1900 && y <= 2199 && (text[i + 4] == U'-' || text[i + 4] == U'/')) {
        const char32_t separator = text[i + 4];
        const int m = shortNumber(text, i + 5, end);
        if (m >= 1 && m <= 12 && text[end] == separator) {
            const int d = shortNumber(text, end + 1, end);
            if (d >= 1 && !isLatinLetter(text[end])) {
                const auto date = year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
                if (date.ok())
                    return period(i, end, Granularity::Day, date, date);
            }
        }
        return std::nullopt;
    }
    if (const int a = shortNumber(text, i, end); a >= 1 && text[end] == U'/') {
        const int b = shortNumber(text, end + 1, end);
        const int y = text[end] == U'/' ? digits(text, end + 1, 4) : -1;
        if (b < 1 || y < 1900 || isDigit(text[end + 5]))
            return std::nullopt;
        const auto build = [&](int m, int d) {
            return year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
        };
        const auto american = build(a, b);
        const auto european = build(b, a);
        if (!american.ok() && !european.ok())
            return std::nullopt;
        const auto only = american.ok() ? american : european;
        auto found = period(i, end + 5, Granularity::Day, only, only);
        if (american.ok() && european.ok() && a != b) {
            found.quantity.ambiguous = true;
            found.quantity.from = iso(american) + "|" + iso(european);
            found.quantity.to = found.quantity.from;
        }
        return found;
    }
    // 15 April 2026
    if (const int d = shortNumber(text, i, end); d >= 1 && d <= 31 && text[end] == U' ') {
        const unsigned m = monthNamed(text, end + 1, end);
        const std::size_t at = text.skipBlanks(text[end] == U',' ? end + 1 : end);
        if (const int y = m != 0 ? yearAt(text, at) : 0) {
            const auto date = year(y) / month(m) / day(static_cast<unsigned>(d));
            if (date.ok())
                return period(i, at + 4, Granularity::Day, date, date);
        }
        return std::nullopt;
    }
    if (const unsigned m = isLatinLetter(text[i]) ? monthNamed(text, i, end) : 0) {
        std::size_t at = text.skipBlanks(end);
        if (const int y = yearAt(text, at))
            return months(i, at + 4, Granularity::Month, y, m, m);
        if (text.isWordAt(at, U"of") && yearAt(text, text.skipBlanks(at + 2)) != 0) {
            at = text.skipBlanks(at + 2);
            return months(i, at + 4, Granularity::Month, yearAt(text, at), m, m);
        }
        if (const int d = shortNumber(text, at, end); d >= 1) {
            at = text.skipBlanks(text[end] == U',' ? end + 1 : end);
            if (const int y = yearAt(text, at)) {
                const auto date = year(y) / month(m) / day(static_cast<unsigned>(d));
                if (date.ok())
                    return period(i, at + 4, Granularity::Day, date, date);
            }
        }
    }
    return std::nullopt;
}

std::optional<Found> fiscalYear(const FoldedText& text, std::size_t i) {
    std::size_t at = 0;
    if (text.startsWith(i, U"fy"))
        at = i + 2;
    else if (text.isWordAt(i, U"fiscal"))
        at = text.skipBlanks(i + 6);
    else
        return std::nullopt;
    if (text.isWordAt(at, U"year"))
        at = text.skipBlanks(at + 4);
    at = text.skipBlanks(at);
    std::size_t end = at;
    int y = yearAt(text, at);
    if (y != 0)
        end = at + 4;
    else
        y = at == i + 2 ? yearAfter(text, at, end, true) : 0;
    if (y == 0)
        return std::nullopt;
    Found found{i, end, {}, end};
    found.quantity.kind = QuantityKind::Period;
    found.quantity.granularity = Granularity::FiscalYear;
    // Its days depend on the company.
    found.quantity.from = found.quantity.to = "FY" + std::to_string(y);
    return found;
}

std::optional<Found> yearRange(const FoldedText& text, std::size_t i) {
    const int from = yearAt(text, i);
    if (from == 0)
        return std::nullopt;
    std::size_t at = i + 4;
    if (text[at] == U'年')
        ++at;
    const std::size_t blank = text.skipBlanks(at);
    if (text[blank] == U'-' || text[blank] == U'~' || text[blank] == U'至' || text[blank] == U'到')
        at = text.skipBlanks(blank + 1);
    else if (text.isWordAt(blank, U"to"))
        at = text.skipBlanks(blank + 2);
    else
        return std::nullopt;
    std::size_t end = at + 4;
    int to = yearAt(text, at);
    if (to == 0) {
        const int two = digits(text, at, 2);
        if (two < 0 || isDigit(text[at + 2]) || isLatinLetter(text[at + 2]) || text[at + 2] == U'%')
            return std::nullopt;
        to = from - from % 100 + two;
        end = at + 2;
    }
    if (to <= from)
        return std::nullopt;
    if (text[end] == U'年')
        ++end;
    return period(i, end, Granularity::YearRange, first(from, 1), last(to, 12));
}

// next year, this year, last year, 明年, 今年, 去年: needs the document's month.
std::optional<Found> relativeYear(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    if (context.documentMonth.size() < 7)
        return std::nullopt;
    const int now = std::atoi(std::string(context.documentMonth.substr(0, 4)).c_str());
    struct Word {
        std::u32string_view word;
        int offset;
    };
    static constexpr std::array<Word, 7> words{{{U"next year", 1},
                                                {U"this year", 0},
                                                {U"last year", -1},
                                                {U"明年", 1},
                                                {U"今年", 0},
                                                {U"去年", -1},
                                                {U"后年", 2}}};
    for (const auto& [word, offset] : words)
        if (word.front() < 0x80 ? text.isWordAt(i, word) : text.startsWith(i, word))
            return months(i, i + word.size(), Granularity::Year, now + offset, 1, 12);
    return std::nullopt;
}

std::string dayBefore(const std::string& isoDay) {
    const int y = std::atoi(isoDay.c_str());
    const auto m = static_cast<unsigned>(std::atoi(isoDay.c_str() + 5));
    const auto d = static_cast<unsigned>(std::atoi(isoDay.c_str() + 8));
    return iso(year_month_day(sys_days(year(y) / month(m) / day(d)) - std::chrono::days(1)));
}

std::optional<Found> deadlineFrom(Found period, std::size_t begin, std::size_t end) {
    if (period.quantity.granularity == Granularity::FiscalYear || period.quantity.ambiguous)
        return std::nullopt;
    Found found{begin, end, {}, end};
    found.quantity.kind = QuantityKind::Deadline;
    found.quantity.granularity = period.quantity.granularity;
    found.quantity.latest = period.quantity.to;
    // "by 2028" may mean before it begins; the end of something has one reading.
    const bool oneReading = !period.quantity.due.empty() || period.quantity.granularity == Granularity::Day;
    found.quantity.earliest = oneReading ? period.quantity.to : dayBefore(period.quantity.from);
    return found;
}

char durationLetter(const FoldedText& text, std::size_t i, std::size_t& end) {
    struct Word {
        std::u32string_view word;
        char letter;
    };
    static constexpr std::array<Word, 14> words{{{U"months", 'M'},
                                                 {U"month", 'M'},
                                                 {U"years", 'Y'},
                                                 {U"year", 'Y'},
                                                 {U"weeks", 'W'},
                                                 {U"week", 'W'},
                                                 {U"days", 'D'},
                                                 {U"day", 'D'},
                                                 {U"quarters", 'Q'},
                                                 {U"quarter", 'Q'},
                                                 {U"个月", 'M'},
                                                 {U"年", 'Y'},
                                                 {U"周", 'W'},
                                                 {U"天", 'D'}}};
    for (const auto& [word, letter] : words) {
        if (word.front() < 0x80 ? text.isWordAt(i, word) : text.startsWith(i, word)) {
            end = i + word.size();
            return letter;
        }
    }
    return 0;
}

// "12 months" after within, in the next …; the document's month is what it counts from.
std::optional<Found> durationDeadline(const FoldedText& text, std::size_t begin, std::size_t i,
                                      const QuantityContext& context) {
    const auto number = numberAt(text, i);
    if (!number || number->range || number->fraction || number->value.exponent < 0)
        return std::nullopt;
    std::size_t end = number->end;
    const std::size_t at = text[end] == U'-' ? end + 1 : text.skipBlanks(end);
    const char letter = durationLetter(text, at, end);
    const auto count = static_cast<std::int64_t>(number->value.toDouble());
    if (letter == 0 || count < 1 || count > 1200)
        return std::nullopt;
    Found found{begin, end, {}, end};
    auto& q = found.quantity;
    q.kind = QuantityKind::Deadline;
    q.anchoredToDocument = true;
    q.duration = "P" + std::to_string(letter == 'Q' ? count * 3 : count) + (letter == 'Q' ? 'M' : letter);
    if (context.documentMonth.size() >= 7 && (letter == 'M' || letter == 'Y' || letter == 'Q')) {
        const int y = std::atoi(std::string(context.documentMonth.substr(0, 4)).c_str());
        const int m = std::atoi(std::string(context.documentMonth.substr(5, 2)).c_str());
        if (m >= 1 && m <= 12) {
            const auto monthsOn = static_cast<int>(count) * (letter == 'Y' ? 12 : (letter == 'Q' ? 3 : 1));
            const int whole = y * 12 + m - 1 + monthsOn;
            q.earliest = iso(first(whole / 12, static_cast<unsigned>(whole % 12) + 1));
            q.latest = iso(last(whole / 12, static_cast<unsigned>(whole % 12) + 1));
        }
    }
    return found;
}

std::optional<Found> anyPeriod(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    return periodAt(text, i, context, true);
}

} // namespace

int yearAt(const FoldedText& text, std::size_t i) {
    const int y = digits(text, i, 4);
    if (y < 1990 || y > 2079 || isDigit(text[i + 4]))
        return 0;
    if (text[i + 4] == U'.' && isDigit(text[i + 5]))
        return 0;
    if (text[i + 4] == U',' && isDigit(text[i + 5]))
        return 0;
    const char32_t next = text[i + 4];
    if (isLatinLetter(next) && lower(next) != U'q' && lower(next) != U'h')
        return 0;
    return y;
}

std::optional<Found> periodAt(const FoldedText& text, std::size_t i, const QuantityContext& context,
                              bool bareYear) {
    const char32_t c = text[i];
    if (isDigit(c) || c == U'民') {
        if (auto found = yearRange(text, i))
            return found;
        if (auto found = chineseDate(text, i))
            return found;
    }
    if (isDigit(c) || isLatinLetter(c)) {
        if (auto found = quarterOrHalf(text, i))
            return found;
        if (auto found = westernDate(text, i))
            return found;
    }
    if (isLatinLetter(c)) {
        if (auto found = partOfYear(text, i))
            return found;
        if (auto found = fiscalYear(text, i))
            return found;
        if (text.isWordAt(i, U"since")) {
            if (auto found = anyPeriod(text, text.skipBlanks(i + 5), context)) {
                found->begin = i;
                found->quantity.openToTheRight = true;
                found->quantity.to.clear();
                return found;
            }
        }
    }
    if (auto found = relativeYear(text, i, context))
        return found;
    if (c == U'自' || (c == U'从' && isDigit(text[i + 1]))) {
        if (auto found = chineseDate(text, i + 1)) {
            for (const auto word :
                 {std::u32string_view(U"以来"), std::u32string_view(U"以來"), std::u32string_view(U"起")}) {
                if (text.startsWith(found->end, word)) {
                    found->begin = i;
                    found->end = found->resume = found->end + word.size();
                    found->quantity.openToTheRight = true;
                    found->quantity.to.clear();
                    return found;
                }
            }
        }
        return std::nullopt;
    }
    if (bareYear)
        if (const int y = yearAt(text, i))
            return months(i, i + 4, Granularity::Year, y, 1, 12);
    return std::nullopt;
}

std::optional<Found> deadlineAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const auto after = [&](std::u32string_view word) { return text.skipBlanks(i + word.size()); };
    for (const auto word : {std::u32string_view(U"by the"), std::u32string_view(U"by")}) {
        if (!text.isWordAt(i, word))
            continue;
        std::size_t at = after(word);
        if (auto found = anyPeriod(text, at, context))
            return deadlineFrom(*found, i, found->end);
    }
    if (text.isWordAt(i, U"before")) {
        if (auto found = anyPeriod(text, after(U"before"), context)) {
            auto deadline = deadlineFrom(*found, i, found->end);
            if (deadline && found->quantity.due.empty())
                deadline->quantity.latest = deadline->quantity.earliest = dayBefore(found->quantity.from);
            return deadline;
        }
    }
    for (const auto word : {std::u32string_view(U"within the next"), std::u32string_view(U"within"),
                            std::u32string_view(U"in the next"), std::u32string_view(U"over the next"),
                            std::u32string_view(U"during the next")})
        if (text.isWordAt(i, word))
            if (auto found = durationDeadline(text, i, after(word), context))
                return found;

    // 未來12個月內, 12個月內, 未來兩年
    const bool future = text.startsWith(i, U"未来") || text.startsWith(i, U"未來");
    if (future || isDigit(text[i]) || isChineseNumeral(text[i])) {
        if (auto found = durationDeadline(text, i, future ? text.skipBlanks(i + 2) : i, context)) {
            for (const auto word :
                 {std::u32string_view(U"之内"), std::u32string_view(U"以内"), std::u32string_view(U"内")}) {
                if (text.startsWith(found->end, word)) {
                    found->end = found->resume = found->end + word.size();
                    return found;
                }
            }
            if (future)
                return found;
        }
    }
    // 2028年前, 2027年底前, 2026年第二季前
    if (isDigit(text[i]) || text[i] == U'民') {
        if (const auto found = chineseDate(text, i)) {
            for (const auto word :
                 {std::u32string_view(U"之前"), std::u32string_view(U"以前"), std::u32string_view(U"前")}) {
                if (!text.startsWith(found->end, word))
                    continue;
                auto deadline = deadlineFrom(*found, i, found->end + word.size());
                if (deadline && deadline->quantity.earliest != deadline->quantity.latest)
                    deadline->quantity.ambiguous = true;
                return deadline;
            }
        }
    }
    return std::nullopt;
}

} // namespace parallax::data
