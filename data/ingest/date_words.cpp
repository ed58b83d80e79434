// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/date_words.h"

#include <algorithm>
#include <array>

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

struct DayPart {
    std::string_view name;
    int hours;
};

constexpr std::array<DayPart, 16> dayParts{{
    {"am", 0},
    {"pm", 12},
    {"上午", 0},
    {"早上", 0},
    {"凌晨", 0},
    {"清晨", 0},
    {"中午", 12},
    {"下午", 12},
    {"傍晚", 12},
    {"晚上", 24},
    {"夜間", 24},
    {"夜间", 24},
    {"午前", 0},
    {"午後", 12},
    {"오전", 0},
    {"오후", 12},
}};

// 週三, 周三, 星期三, 禮拜三 and 礼拜三: says nothing that the date does not. The bytes that it takes at
// `at`.
std::size_t chineseWeekday(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    for (const std::string_view week : {"星期", "禮拜", "礼拜", "週", "周"})
        if (rest.starts_with(week))
            for (const std::string_view day : {"一", "二", "三", "四", "五", "六", "日", "天"})
                if (rest.substr(week.size()).starts_with(day))
                    return week.size() + day.size();
    return 0;
}

std::string_view dayPartAt(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    for (const DayPart& part : dayParts)
        if (part.name.size() > 2 && rest.starts_with(part.name))
            return part.name;
    return {};
}

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

} // namespace

std::vector<DateToken> dateTokens(std::string_view text, std::size_t limit) {
    using Kind = DateToken::Kind;
    std::vector<DateToken> all;
    std::size_t at = 0;
    while (at < text.size() && all.size() < limit) {
        const std::size_t begin = at;
        if (isDigit(static_cast<unsigned char>(text[at]))) {
            long value = 0;
            while (at < text.size() && isDigit(static_cast<unsigned char>(text[at]))) {
                value = value < 100'000'000'000'000L ? value * 10 + (text[at] - '0') : value;
                ++at;
            }
            all.push_back({Kind::Number, text.substr(begin, at - begin), {}, value, begin});
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
            const std::string_view word = text.substr(begin, at - begin);
            all.push_back({Kind::Word, word, lowered(word), 0, begin});
            continue;
        }
        if (c.value >= 0x4E00) {
            if (const std::size_t weekday = chineseWeekday(text, at); weekday > 0) {
                at += weekday;
                continue;
            }
            if (const std::string_view word = dayPartAt(text, at); !word.empty()) {
                at += word.size();
                all.push_back({Kind::Word, text.substr(begin, word.size()), std::string(word), 0, begin});
                continue;
            }
        }
        at += c.length;
        if (c.value != ' ' && c.value != '\t' && c.value != '\n' && c.value != 0xA0 && c.value != 0x3000)
            all.push_back({Kind::Sign, text.substr(begin, c.length), {}, 0, begin});
    }
    return all;
}

int monthOfWord(const DateToken& token) {
    if (token.kind != DateToken::Kind::Word)
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

int monthOfEnglishWord(const DateToken& token) {
    static constexpr std::array<std::string_view, 12> names = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (token.kind != DateToken::Kind::Word || token.word.size() < 3)
        return 0;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (token.word == names[i] || token.word == names[i].substr(0, 3) || (i == 8 && token.word == "sept"))
            return static_cast<int>(i) + 1;
    return 0;
}

std::optional<int> partOfDay(const DateToken& token) {
    const auto part = std::ranges::find(dayParts, token.word, &DayPart::name);
    return token.kind == DateToken::Kind::Word && part != dayParts.end() ? std::optional(part->hours)
                                                                         : std::nullopt;
}

std::optional<int> minutesOfZone(std::string_view name) {
    const auto zone = std::ranges::find(zoneNames, name, &ZoneName::name);
    return zone == zoneNames.end() ? std::nullopt : std::optional(zone->minutes);
}

} // namespace parallax::data
