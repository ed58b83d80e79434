// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/date_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <span>

#include "base/utf8.h"
#include "data/ingest/chinese_date.h"
#include "data/ingest/date_words.h"
#include "data/ingest/site_profile.h"

namespace parallax::data {
namespace {

// Two-digit years as RFC 2822 reads them.
long fullYear(const DateToken& token) {
    if (token.text.size() == 2)
        return token.number < 50 ? 2000 + token.number : 1900 + token.number;
    if (token.text.size() == 3)
        return 1900 + token.number;
    return token.number;
}

class DateReader {
  public:
    explicit DateReader(std::span<const DateToken> tokens)
        : m_tokens(tokens) {}

    std::optional<WrittenDate> read() {
        if (!readDay())
            return std::nullopt;
        readTime();
        return result();
    }

    // A day in running text that begins with the first token; `end` receives the byte behind it.
    std::optional<WrittenDate> readDayHere(std::size_t& end) {
        const bool iso = isNumber(0, 4, 4) && readDay();
        const bool day = iso || (isNumber(0, 1, 2) && (readDayBeforeMonth() || readNumbers())) ||
                         (m_tokens.size() > 1 && monthOfEnglishWord(m_tokens[0]) > 0 && !isNumber(1, 4, 4) &&
                          readDayAfter(0));
        if (!day || m_day == 0 || m_yearAt >= m_at || !isNumber(m_yearAt, 4, 4))
            return std::nullopt;
        for (const std::string_view suffix : {"日", "일", "号", "號"})
            if (isSign(m_at, suffix)) {
                ++m_at;
                break;
            }
        end = m_tokens[m_at - 1].end();
        return result();
    }

  private:
    const DateToken* token(std::size_t at) const { return at < m_tokens.size() ? &m_tokens[at] : nullptr; }
    bool isNumber(std::size_t at, std::size_t least, std::size_t most) const {
        const DateToken* found = token(at);
        return found && found->kind == DateToken::Kind::Number && found->text.size() >= least &&
               found->text.size() <= most;
    }
    bool isSign(std::size_t at, std::string_view sign) const {
        const DateToken* found = token(at);
        return found && found->kind == DateToken::Kind::Sign && found->text == sign;
    }
    bool isSeparator(std::size_t at) const { return isSign(at, "-") || isSign(at, "/") || isSign(at, "."); }

    bool readDay() {
        if (isNumber(0, 14, 14) || isNumber(0, 8, 8)) { // 20260402, 20260402130500
            const std::string_view digits = m_tokens[0].text;
            const auto number = [&](std::size_t from, std::size_t count) {
                int value = 0;
                for (const char c : digits.substr(from, count))
                    value = value * 10 + (c - '0');
                return value;
            };
            m_year = number(0, 4);
            m_month = number(4, 2);
            m_day = number(6, 2);
            m_at = 1;
            if (digits.size() == 14) {
                m_hasTime = true;
                m_hour = number(8, 2);
                m_minute = number(10, 2);
                m_second = number(12, 2);
            }
            return true;
        }
        if (m_tokens.size() == 1 && isNumber(0, 9, 13)) { // Unix seconds or milliseconds
            const long long seconds =
                m_tokens[0].text.size() > 10 ? m_tokens[0].number / 1000 : m_tokens[0].number;
            m_fromEpoch = seconds;
            return true;
        }
        if (isNumber(0, 4, 4)) { // 2026-04-02, 2026/4/2, 2026年4月2日, 2026-04, 2026
            m_year = static_cast<int>(m_tokens[0].number);
            m_yearAt = 0;
            m_at = 1;
            const bool chinese = isSign(1, "年") || isSign(1, "년");
            if ((isSeparator(1) || chinese) && isNumber(2, 1, 2)) {
                m_month = static_cast<int>(m_tokens[2].number);
                m_at = 3;
                if ((isSeparator(3) || isSign(3, "月") || isSign(3, "월")) && isNumber(4, 1, 2)) {
                    m_day = static_cast<int>(m_tokens[4].number);
                    m_at = 5;
                }
            } else if (const int month = token(1) ? monthOfWord(m_tokens[1]) : 0;
                       month && isNumber(2, 1, 2)) {
                m_month = month; // 2026 Apr 2
                m_day = static_cast<int>(m_tokens[2].number);
                m_at = 3;
            }
            return m_month > 0;
        }
        return readNamedMonth() || readNumberedMonth() || readNumbers();
    }

    // 05 11月 2025, 11月5日 2025, 11月 5, 2025: as programs fill in a pattern that was made for English.
    bool readNumberedMonth() {
        const std::size_t month = isNumber(0, 1, 2) && isNumber(1, 1, 2) && isMonthSign(2) ? 1 : 0;
        if (!isNumber(month, 1, 2) || !isMonthSign(month + 1))
            return false;
        const std::size_t day = month == 1 ? 0 : 2;
        std::size_t year = 3;
        if (!isNumber(day, 1, 2))
            return false;
        while (isSign(year, ",") || isSign(year, "，") || isSign(year, "日"))
            ++year;
        if (!isNumber(year, 4, 4))
            return false;
        m_month = static_cast<int>(m_tokens[month].number);
        m_day = static_cast<int>(m_tokens[day].number);
        m_year = static_cast<int>(m_tokens[year].number);
        m_dayAt = day;
        m_yearAt = year;
        m_at = year + 1;
        return true;
    }
    bool isMonthSign(std::size_t at) const { return isSign(at, "月") || isSign(at, "월"); }

    // "2 Apr 2026" anywhere first: in "mar. 2 avr. 2026" the first word is a Tuesday, not March.
    bool readNamedMonth() {
        const std::size_t end = std::min<std::size_t>(m_tokens.size(), 8);
        for (std::size_t i = 0; i < end; ++i)
            if (monthOfWord(m_tokens[i]) && readDayBefore(i))
                return true;
        for (std::size_t i = 0; i < end; ++i)
            if (monthOfWord(m_tokens[i]) && readDayAfter(i))
                return true;
        return false;
    }
    bool readDayBeforeMonth() { // its number is the first token
        for (std::size_t i = 1; i < std::min<std::size_t>(m_tokens.size(), 4); ++i)
            if (monthOfWord(m_tokens[i]) > 0)
                return readDayBefore(i) && m_dayAt == 0;
        return false;
    }
    bool readDayBefore(std::size_t i) // 2 Apr 2026, 2. April 26, 2 de abril de 2026
    {
        std::size_t before = i;
        while (before > 0 && (isSeparator(before - 1) || isWord(before - 1, "de") || isOrdinal(before - 1)))
            --before;
        if (before == 0 || !isNumber(before - 1, 1, 2))
            return false;
        std::size_t year = i + 1;
        while (isSeparator(year) || isWord(year, "de") || isSign(year, ","))
            ++year;
        if (!isNumber(year, 2, 4))
            return false;
        m_day = static_cast<int>(m_tokens[before - 1].number);
        m_month = monthOfWord(m_tokens[i]);
        m_year = static_cast<int>(fullYear(m_tokens[year]));
        m_dayAt = before - 1;
        m_yearAt = year;
        m_at = year + 1;
        return true;
    }
    bool readDayAfter(std::size_t i) // April 2, 2026; Apr 2 13:05:00 2026; April 2026
    {
        m_month = monthOfWord(m_tokens[i]);
        std::size_t day = i + 1;
        while (isSeparator(day))
            ++day;
        m_at = day + 1;
        if (isNumber(day, 4, 4)) {
            m_year = static_cast<int>(m_tokens[day].number);
            return true;
        }
        if (!isNumber(day, 1, 2))
            return false;
        m_day = static_cast<int>(m_tokens[day].number);
        while (isOrdinal(m_at) || isSign(m_at, ",") || isSeparator(m_at))
            ++m_at;
        if (isNumber(m_at, 4, 4)) {
            m_yearAt = m_at++;
            m_year = static_cast<int>(m_tokens[m_yearAt].number);
            return true;
        }
        for (std::size_t j = m_at; j < m_tokens.size(); ++j) // asctime
            if (isNumber(j, 4, 4) && !isSign(j - 1, "+") && !isSign(j - 1, "-")) {
                m_yearAt = j;
                m_year = static_cast<int>(m_tokens[j].number);
                return true;
            }
        m_day = 0;
        return false;
    }
    bool readNumbers() {
        // 02/04/2026 is two different days: understood only where one number can be no month.
        if (isNumber(0, 1, 2) && isSeparator(1) && isNumber(2, 1, 2) && isSeparator(3) && isNumber(4, 4, 4)) {
            const int first = static_cast<int>(m_tokens[0].number);
            const int second = static_cast<int>(m_tokens[2].number);
            const bool dayFirst = first > 12 || isSign(1, ".");
            if (!dayFirst && second <= 12 && first != second)
                return false;
            m_day = dayFirst ? first : second;
            m_month = dayFirst ? second : first;
            m_yearAt = 4;
            m_year = static_cast<int>(m_tokens[4].number);
            m_at = 5;
            return true;
        }
        return false;
    }
    bool isWord(std::size_t at, std::string_view word) const {
        const DateToken* found = token(at);
        return found && found->kind == DateToken::Kind::Word && found->word == word;
    }
    bool isOrdinal(std::size_t at) const {
        return isWord(at, "st") || isWord(at, "nd") || isWord(at, "rd") || isWord(at, "th") ||
               isWord(at, "of") || isWord(at, "er");
    }

    void readTime() {
        // The first h:m behind the day; "T", "at", weekdays and commas may stand between.
        for (std::size_t i = m_at; i + 2 < m_tokens.size(); ++i) {
            if (!isNumber(i, 1, 2) || !isHourSign(i + 1) || !isNumber(i + 2, 1, 2))
                continue;
            m_hasTime = true;
            m_hour = static_cast<int>(m_tokens[i].number);
            m_minute = static_cast<int>(m_tokens[i + 2].number);
            std::size_t at = i + 3;
            if ((isSign(at, ":") || isSign(at, "：") || isSign(at, "分")) && isNumber(at + 1, 1, 2)) {
                m_second = static_cast<int>(m_tokens[at + 1].number);
                at += 2;
                if ((isSign(at, ".") || isSign(at, ",")) && isNumber(at + 1, 1, 9))
                    at += 2;
            }
            if (isSign(at, "秒") || isSign(at, "分"))
                ++at;
            auto part = token(at) ? partOfDay(m_tokens[at]) : std::nullopt;
            if (part)
                ++at;
            else if (i > 0) // 下午3:00
                part = partOfDay(m_tokens[i - 1]);
            if (part && m_hour <= 12)
                inPartOfDay(*part);
            readZone(at);
            return;
        }
    }
    bool isHourSign(std::size_t at) const {
        for (const std::string_view sign : {":", "：", "點", "点", "時", "时"})
            if (isSign(at, sign))
                return true;
        return false;
    }
    void inPartOfDay(int part) {
        if (part == 24 && m_hour == 12) // midnight, but whether of this day or the next nobody can tell
            m_hasTime = false;
        else
            m_hour = m_hour % 12 + std::min(part, 12);
    }
    void readZone(std::size_t at) {
        if (isSign(at, "("))
            ++at;
        if (const DateToken* word = token(at); word && word->kind == DateToken::Kind::Word) {
            const auto zone = minutesOfZone(word->word);
            if (!zone)
                return;
            m_zoneMinutes = *zone;
            ++at; // "GMT+0800" goes on
        }
        int sign = 0;
        if (isSign(at, "+"))
            sign = 1;
        else if (isSign(at, "-") || isSign(at, "−"))
            sign = -1;
        if (sign == 0 || !token(at + 1) || m_tokens[at + 1].kind != DateToken::Kind::Number)
            return;
        const DateToken& number = m_tokens[at + 1];
        long minutes = 0;
        if (number.text.size() <= 2) {
            minutes = number.number * 60;
            if (isSign(at + 2, ":") && isNumber(at + 3, 2, 2))
                minutes += m_tokens[at + 3].number;
        } else if (number.text.size() <= 4) {
            minutes = number.number / 100 * 60 + number.number % 100;
        }
        if (minutes <= 16L * 60)
            m_zoneMinutes = sign * static_cast<int>(minutes);
    }

    static std::string isoDay(std::chrono::sys_days day) {
        const std::chrono::year_month_day date(day);
        std::array<char, 32> out{};
        std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
        return out.data();
    }

    std::optional<WrittenDate> result() const {
        using namespace std::chrono;
        sys_seconds instant{seconds(m_fromEpoch)};
        bool time = m_hasTime;
        if (m_fromEpoch == 0) {
            if (m_year < 1900 || m_year > 2200)
                return std::nullopt;
            if (m_day == 0) {
                if (m_month < 1 || m_month > 12)
                    return std::nullopt;
                std::array<char, 16> month{};
                std::snprintf(month.data(), month.size(), "%04d-%02d", m_year, m_month);
                return WrittenDate{month.data(), {}};
            }
            const year_month_day date{year(m_year), month(static_cast<unsigned>(m_month)),
                                      day(static_cast<unsigned>(m_day))};
            if (m_month < 1 || m_day < 1 || !date.ok())
                return std::nullopt;
            instant = sys_days(date);
            if (m_hasTime && m_hour <= 24 && m_minute < 60 && m_second <= 60)
                instant += hours(m_hour) + minutes(m_minute) + seconds(m_second) - minutes(m_zoneMinutes);
            else
                time = false;
        } else {
            time = true;
        }
        const auto midnight = floor<days>(instant);
        const year_month_day date(midnight);
        const hh_mm_ss clock(instant - midnight);
        std::array<char, 64> out{};
        if (time)
            std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                          static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                          static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                          static_cast<int>(clock.minutes().count()),
                          static_cast<int>(clock.seconds().count()));
        else
            std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                          static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
        const std::string written = isoDay(floor<days>(instant + minutes(time ? m_zoneMinutes : 0)));
        return WrittenDate{out.data(), isoDay(midnight) == written ? std::string() : written};
    }

    std::span<const DateToken> m_tokens;
    std::size_t m_at = 0; // behind the day
    std::size_t m_dayAt = 0, m_yearAt = 0;
    int m_year = 0, m_month = 0, m_day = 0;
    bool m_hasTime = false;
    int m_hour = 0, m_minute = 0, m_second = 0;
    int m_zoneMinutes = 0;
    long long m_fromEpoch = 0;
};

// 下午3:07 2026年11月5日: the time behind the day, where it is looked for.
void moveTimeBehind(std::vector<DateToken>& tokens) {
    const auto number = [&](std::size_t at) {
        return at < tokens.size() && tokens[at].kind == DateToken::Kind::Number &&
               tokens[at].text.size() <= 2;
    };
    const auto sign = [&](std::size_t at, std::initializer_list<std::string_view> signs) {
        return at < tokens.size() && std::ranges::find(signs, tokens[at].text) != signs.end();
    };
    std::size_t end = !tokens.empty() && partOfDay(tokens.front()) ? 1 : 0;
    if (!number(end) || !sign(end + 1, {":", "：", "點", "点", "時", "时"}) || !number(end + 2))
        return;
    end += 3;
    if (sign(end, {":", "：", "分"}) && number(end + 1))
        end += 2;
    if (sign(end, {"分", "秒"}))
        ++end;
    if (end < tokens.size() && partOfDay(tokens[end])) // 3:07 pm, April 2
        ++end;
    const std::size_t time = end;
    if (sign(end, {",", "，"}))
        ++end;
    if (end == tokens.size() ||
        (tokens[end].kind != DateToken::Kind::Number && monthOfWord(tokens[end]) == 0))
        return;
    std::rotate(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(end), tokens.end());
    tokens.resize(tokens.size() - (end - time)); // the comma
}

} // namespace

std::optional<WrittenDate> parseDate(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 200)
        return std::nullopt;
    const std::string written = withDigits(text);
    std::vector<DateToken> tokens = dateTokens(written, 40);
    moveTimeBehind(tokens);
    std::span<const DateToken> date(tokens);
    while (!date.empty() && (date.front().text == "," || date.front().text == "，")) // behind a weekday
        date = date.subspan(1);
    // 发布于 2026年11月5日: what stands before a year in Chinese is no part of it.
    for (std::size_t i = 1; i + 1 < date.size(); ++i)
        if (date[i].kind == DateToken::Kind::Number && date[i].text.size() == 4 && date[i + 1].text == "年" &&
            std::ranges::all_of(date.first(i),
                                [](const DateToken& token) { return token.kind == DateToken::Kind::Sign; })) {
            date = date.subspan(i);
            break;
        }
    return DateReader(date).read();
}

std::optional<DateRange> findDate(std::string_view text) {
    text = text.substr(0, 300);
    const std::vector<DateToken> tokens = dateTokens(text, text.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        std::size_t end = 0;
        if (const auto date = DateReader(std::span(tokens).subspan(i)).readDayHere(end))
            return DateRange{date->earliest(), date->latest(),
                             std::string(text.substr(tokens[i].begin, end - tokens[i].begin))};
    }
    const auto month = findMonth(text, MonthPlace::Anywhere);
    if (!month)
        return std::nullopt;
    return monthRange(month->year, month->month, text.substr(month->begin, month->end - month->begin));
}

DateRange monthRange(int year, int month, std::string_view written) {
    using namespace std::chrono;
    const year_month_day_last last{std::chrono::year(year),
                                   month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
    std::array<char, 16> first{};
    std::snprintf(first.data(), first.size(), "%04d-%02d-", year, month);
    return {std::string(first.data()) + "01",
            first.data() + std::to_string(static_cast<unsigned>(last.day())), std::string(written)};
}

std::string WrittenDate::earliest() const {
    if (!day.empty())
        return day;
    return instant.size() == 7 ? instant + "-01" : instant.substr(0, 10);
}

std::string WrittenDate::latest() const {
    if (instant.size() != 7)
        return earliest();
    return monthRange(std::stoi(instant.substr(0, 4)), std::stoi(instant.substr(5, 2)), {}).latest;
}

} // namespace parallax::data
