// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/date_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

#include "base/utf8.h"

namespace parallax::data {
namespace {

struct MonthName {
    std::string_view name; // lower case, without diacritics beyond ASCII folded; matched as a beginning
    int month;
};

// English first; then German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Russian, Turkish,
// Swedish. A name matches words that begin with it, the longest one wins.
constexpr std::array<MonthName, 121> monthNames{{
    {"jan", 1},       {"feb", 2},        {"mar", 3},    {"apr", 4},      {"may", 5},      {"jun", 6},
    {"jul", 7},       {"aug", 8},        {"sep", 9},    {"oct", 10},     {"nov", 11},     {"dec", 12},
    {"jän", 1},       {"mär", 3},        {"mrz", 3},    {"mai", 5},      {"okt", 10},     {"dez", 12},
    {"janv", 1},      {"fév", 2},        {"fev", 2},    {"mars", 3},     {"avr", 4},      {"juin", 6},
    {"juil", 7},      {"aoû", 8},        {"aou", 8},    {"déc", 12},     {"ene", 1},      {"abr", 4},
    {"mayo", 5},      {"ago", 8},        {"set", 9},    {"dic", 12},     {"gen", 1},      {"mag", 5},
    {"giu", 6},       {"lug", 7},        {"ott", 10},   {"out", 10},     {"mrt", 3},      {"maa", 3},
    {"mei", 5},       {"sty", 1},        {"lut", 2},    {"kwi", 4},      {"maj", 5},      {"cze", 6},
    {"lip", 7},       {"sie", 8},        {"wrz", 9},    {"paź", 10},     {"paz", 10},     {"lis", 11},
    {"gru", 12},      {"led", 1},        {"úno", 2},    {"uno", 2},      {"bře", 3},      {"bre", 3},
    {"dub", 4},       {"kvě", 5},        {"kve", 5},    {"červenec", 7}, {"července", 7}, {"čer", 6},
    {"srp", 8},       {"zář", 9},        {"zar", 9},    {"říj", 10},     {"rij", 10},     {"pro", 12},
    {"янв", 1},       {"фев", 2},        {"мар", 3},    {"апр", 4},      {"май", 5},      {"мая", 5},
    {"июн", 6},       {"июл", 7},        {"авг", 8},    {"сен", 9},      {"окт", 10},     {"ноя", 11},
    {"дек", 12},      {"oca", 1},        {"şub", 2},    {"sub", 2},      {"nis", 4},      {"haz", 6},
    {"tem", 7},       {"ağu", 8},        {"agu", 8},    {"eyl", 9},      {"eki", 10},     {"kas", 11},
    {"ara", 12},      {"juni", 6},       {"juli", 7},   {"augusti", 8},  {"giugno", 6},   {"luglio", 7},
    {"marzo", 3},     {"märz", 3},       {"març", 3},   {"января", 1},   {"марта", 3},    {"mayıs", 5},
    {"listopad", 11}, {"listopadu", 11}, {"lipiec", 7}, {"marzec", 3},   {"čvn", 6},      {"čvc", 7},
    {"janeiro", 1},   {"junho", 6},      {"julho", 7},  {"março", 3},    {"sierpień", 8}, {"mart", 3},
    {"maggio", 5},
}};

struct ZoneName {
    std::string_view name;
    int minutes;
};

// RFC 822's, and others that feeds use. Single letters of RFC 822 were published with the wrong sign: UTC, as
// RFC 2822 says.
constexpr std::array<ZoneName, 24> zoneNames{{
    {"gmt", 0},    {"utc", 0},    {"ut", 0},     {"z", 0},      {"est", -300}, {"edt", -240},
    {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"bst", 60},   {"cet", 60},   {"cest", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},
    {"ist", 330},  {"jst", 540},  {"kst", 540},  {"aest", 600}, {"hkt", 480},  {"wet", 0},
}};

struct Token {
    enum class Kind { Number, Word, Sign } kind;
    std::string_view text;
    std::string word; // lower case
    long number = 0;
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        at += c.length;
        char32_t value = c.value;
        if ((value >= 'A' && value <= 'Z') || (value >= 0xC0 && value <= 0xDE && value != 0xD7) ||
            (value >= 0x410 && value <= 0x42F))
            value += 32;
        else if ((value >= 0x100 && value <= 0x137 && value % 2 == 0) || (value == 0x15E))
            ++value;
        else if (value == 0x158 || value == 0x179 || value == 0x17D || value == 0x10C)
            ++value;
        appendUtf8(out, value);
    }
    return out;
}

std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> all;
    std::size_t at = 0;
    while (at < text.size() && all.size() < 40) {
        const std::size_t begin = at;
        if (isDigit(text[at])) {
            long value = 0;
            while (at < text.size() && isDigit(text[at])) {
                value = value < 100'000'000'000'000L ? value * 10 + (text[at] - '0') : value;
                ++at;
            }
            all.push_back({Token::Kind::Number, text.substr(begin, at - begin), {}, value});
            continue;
        }
        const CodePoint c = decodeAt(text, at);
        const bool letter = (c.value >= 'a' && c.value <= 'z') || (c.value >= 'A' && c.value <= 'Z') ||
                            (c.value >= 0xC0 && c.value < 0x2000);
        if (letter) {
            while (at < text.size()) {
                const CodePoint next = decodeAt(text, at);
                if (!((next.value >= 'a' && next.value <= 'z') || (next.value >= 'A' && next.value <= 'Z') ||
                      (next.value >= 0xC0 && next.value < 0x2000)))
                    break;
                at += next.length;
            }
            all.push_back({Token::Kind::Word, text.substr(begin, at - begin),
                           lowered(text.substr(begin, at - begin)), 0});
            continue;
        }
        at += c.length;
        if (c.value != ' ' && c.value != '\t' && c.value != '\n' && c.value != 0xA0 && c.value != 0x3000)
            all.push_back({Token::Kind::Sign, text.substr(begin, c.length), {}, 0});
    }
    return all;
}

int monthOf(const Token& token) {
    if (token.kind != Token::Kind::Word)
        return 0;
    std::size_t longest = 0;
    int month = 0;
    for (const auto& entry : monthNames)
        if (entry.name.size() > longest && token.word.starts_with(entry.name)) {
            longest = entry.name.size();
            month = entry.month;
        }
    return month;
}

// Two-digit years as RFC 2822 reads them.
long fullYear(const Token& token) {
    if (token.text.size() == 2)
        return token.number < 50 ? 2000 + token.number : 1900 + token.number;
    if (token.text.size() == 3)
        return 1900 + token.number;
    return token.number;
}

class DateReader {
  public:
    explicit DateReader(std::string_view text)
        : m_tokens(tokens(text)) {}

    std::optional<WrittenDate> read() {
        if (!readDay())
            return std::nullopt;
        readTime();
        return result();
    }

  private:
    const Token* token(std::size_t at) const { return at < m_tokens.size() ? &m_tokens[at] : nullptr; }
    bool isNumber(std::size_t at, std::size_t least, std::size_t most) const {
        const Token* found = token(at);
        return found && found->kind == Token::Kind::Number && found->text.size() >= least &&
               found->text.size() <= most;
    }
    bool isSign(std::size_t at, std::string_view sign) const {
        const Token* found = token(at);
        return found && found->kind == Token::Kind::Sign && found->text == sign;
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
            m_at = 1;
            const bool chinese = isSign(1, "年") || isSign(1, "년");
            if ((isSeparator(1) || chinese) && isNumber(2, 1, 2)) {
                m_month = static_cast<int>(m_tokens[2].number);
                m_at = 3;
                if ((isSeparator(3) || isSign(3, "月") || isSign(3, "월")) && isNumber(4, 1, 2)) {
                    m_day = static_cast<int>(m_tokens[4].number);
                    m_at = 5;
                }
            } else if (const int month = token(1) ? monthOf(m_tokens[1]) : 0; month && isNumber(2, 1, 2)) {
                m_month = month; // 2026 Apr 2
                m_day = static_cast<int>(m_tokens[2].number);
                m_at = 3;
            }
            return m_month > 0;
        }
        return readNamedMonth() || readNumbers();
    }

    // "2 Apr 2026" anywhere first: in "mar. 2 avr. 2026" the first word is a Tuesday, not March.
    bool readNamedMonth() {
        const std::size_t end = std::min<std::size_t>(m_tokens.size(), 8);
        for (std::size_t i = 0; i < end; ++i)
            if (monthOf(m_tokens[i]) && readDayBefore(i))
                return true;
        for (std::size_t i = 0; i < end; ++i)
            if (monthOf(m_tokens[i]) && readDayAfter(i))
                return true;
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
        m_month = monthOf(m_tokens[i]);
        m_year = static_cast<int>(fullYear(m_tokens[year]));
        m_at = year + 1;
        return true;
    }
    bool readDayAfter(std::size_t i) // April 2, 2026; Apr 2 13:05:00 2026; April 2026
    {
        m_month = monthOf(m_tokens[i]);
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
            m_year = static_cast<int>(m_tokens[m_at++].number);
            return true;
        }
        for (std::size_t j = m_at; j < m_tokens.size(); ++j) // asctime
            if (isNumber(j, 4, 4) && !isSign(j - 1, "+") && !isSign(j - 1, "-")) {
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
            m_year = static_cast<int>(m_tokens[4].number);
            m_at = 5;
            return true;
        }
        return false;
    }
    bool isWord(std::size_t at, std::string_view word) const {
        const Token* found = token(at);
        return found && found->kind == Token::Kind::Word && found->word == word;
    }
    bool isOrdinal(std::size_t at) const {
        return isWord(at, "st") || isWord(at, "nd") || isWord(at, "rd") || isWord(at, "th") ||
               isWord(at, "of") || isWord(at, "er");
    }

    void readTime() {
        // The first h:m behind the day; "T", "at", weekdays and commas may stand between.
        for (std::size_t i = m_at; i + 2 < m_tokens.size(); ++i) {
            if (!isNumber(i, 1, 2) || !(isSign(i + 1, ":") || isSign(i + 1, "：")) || !isNumber(i + 2, 1, 2))
                continue;
            m_hasTime = true;
            m_hour = static_cast<int>(m_tokens[i].number);
            m_minute = static_cast<int>(m_tokens[i + 2].number);
            std::size_t at = i + 3;
            if (isSign(at, ":") && isNumber(at + 1, 1, 2)) {
                m_second = static_cast<int>(m_tokens[at + 1].number);
                at += 2;
                if ((isSign(at, ".") || isSign(at, ",")) && isNumber(at + 1, 1, 9))
                    at += 2;
            }
            if (isWord(at, "am") || isWord(at, "pm")) {
                if (m_hour <= 12)
                    m_hour = m_hour % 12 + (isWord(at, "pm") ? 12 : 0);
                ++at;
            }
            readZone(at);
            return;
        }
    }
    void readZone(std::size_t at) {
        if (isSign(at, "("))
            ++at;
        if (const Token* word = token(at); word && word->kind == Token::Kind::Word) {
            const auto zone = std::find_if(zoneNames.begin(), zoneNames.end(),
                                           [&](const ZoneName& entry) { return entry.name == word->word; });
            if (zone == zoneNames.end())
                return;
            m_zoneMinutes = zone->minutes;
            ++at; // "GMT+0800" goes on
        }
        int sign = 0;
        if (isSign(at, "+"))
            sign = 1;
        else if (isSign(at, "-") || isSign(at, "−"))
            sign = -1;
        if (sign == 0 || !token(at + 1) || m_tokens[at + 1].kind != Token::Kind::Number)
            return;
        const Token& number = m_tokens[at + 1];
        long minutes = 0;
        if (number.text.size() <= 2) {
            minutes = number.number * 60;
            if (isSign(at + 2, ":") && isNumber(at + 3, 2, 2))
                minutes += m_tokens[at + 3].number;
        } else if (number.text.size() <= 4) {
            minutes = number.number / 100 * 60 + number.number % 100;
        }
        if (minutes <= 16 * 60)
            m_zoneMinutes = sign * static_cast<int>(minutes);
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
                return WrittenDate{month.data()};
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
        return WrittenDate{out.data()};
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0; // behind the day
    int m_year = 0, m_month = 0, m_day = 0;
    bool m_hasTime = false;
    int m_hour = 0, m_minute = 0, m_second = 0;
    int m_zoneMinutes = 0;
    long long m_fromEpoch = 0;
};

} // namespace

std::optional<WrittenDate> parseDate(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 200)
        return std::nullopt;
    return DateReader(text).read();
}

std::string WrittenDate::earliest() const {
    return instant.size() == 7 ? instant + "-01" : instant.substr(0, 10);
}

std::string WrittenDate::latest() const {
    if (instant.size() != 7)
        return instant.substr(0, 10);
    using namespace std::chrono;
    const int written = std::stoi(instant.substr(0, 4));
    const auto month = static_cast<unsigned>(std::stoi(instant.substr(5, 2)));
    const year_month_day_last last{year(written), month_day_last(std::chrono::month(month))};
    return instant + '-' + std::to_string(static_cast<unsigned>(last.day()));
}

} // namespace parallax::data
