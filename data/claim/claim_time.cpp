// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostTimes = 16; // of a sentence

struct YearMonth {
    int year = 0, month = 0;
};

bool isYearDigit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<YearMonth> monthOf(std::string_view day) {
    if (day.size() < 7 || day[4] != '-' || !std::all_of(day.begin(), day.begin() + 4, isYearDigit) ||
        !isYearDigit(day[5]) || !isYearDigit(day[6]))
        return std::nullopt;
    return YearMonth{std::stoi(std::string(day.substr(0, 4))), std::stoi(std::string(day.substr(5, 2)))};
}

std::string isoDay(int year, int month, unsigned day) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02u", year, month, day);
    return text.data();
}

SaidOf monthsFrom(YearMonth first, int months) {
    using namespace std::chrono;
    const year_month begin = year(first.year) / month(static_cast<unsigned>(first.month));
    const year_month_day_last end{(begin + std::chrono::months(months - 1)).year(),
                                  month_day_last{(begin + std::chrono::months(months - 1)).month()}};
    return {isoDay(first.year, first.month, 1),
            isoDay(static_cast<int>(end.year()), static_cast<int>(static_cast<unsigned>(end.month())),
                   static_cast<unsigned>(end.day())),
            true};
}

YearMonth monthsBefore(YearMonth at, int months) {
    const int all = at.year * 12 + at.month - 1 - months;
    return {all / 12, all % 12 + 1};
}

// Words for a time before the article, without a date of their own.
enum class Ago { Month, Quarter, Year, Week };
constexpr auto agoWords =
    std::to_array<std::pair<std::string_view, Ago>>({{"last month", Ago::Month},
                                                     {"the previous month", Ago::Month},
                                                     {"last quarter", Ago::Quarter},
                                                     {"the previous quarter", Ago::Quarter},
                                                     {"last year", Ago::Year},
                                                     {"a year ago", Ago::Year},
                                                     {"the previous year", Ago::Year},
                                                     {"last week", Ago::Week},
                                                     {"上個月", Ago::Month},
                                                     {"上个月", Ago::Month},
                                                     {"上月", Ago::Month},
                                                     {"上一季", Ago::Quarter},
                                                     {"上季", Ago::Quarter},
                                                     {"上個季度", Ago::Quarter},
                                                     {"上个季度", Ago::Quarter},
                                                     {"去年", Ago::Year},
                                                     {"一年前", Ago::Year},
                                                     {"上週", Ago::Week},
                                                     {"上周", Ago::Week}});

SaidOf timeAgo(Ago ago, std::string_view day) {
    const auto at = monthOf(day);
    if (!at || ago == Ago::Week)
        return {{}, {}, true};
    switch (ago) {
    case Ago::Month:
        return monthsFrom(monthsBefore(*at, 1), 1);
    case Ago::Quarter: {
        const YearMonth before = monthsBefore({at->year, (at->month - 1) / 3 * 3 + 1}, 3);
        return monthsFrom(before, 3);
    }
    default:
        return monthsFrom({at->year - 1, 1}, 12);
    }
}

// The month of that name that was last over when the article was written.
SaidOf latestMonth(int month, std::string_view day) {
    const auto at = monthOf(day);
    if (!at)
        return {{}, {}, true};
    return monthsFrom({month < at->month ? at->year : at->year - 1, month}, 1);
}

constexpr std::array<std::string_view, 12> monthNames{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// "In March", 3 月: a month without its year. 0 where there is none.
struct MonthAt {
    int month = 0;
    Span span;
};
MonthAt namedMonth(std::string_view text, Span within) {
    const std::string lower = lowerAscii(text.substr(within.begin, within.end - within.begin));
    for (std::size_t i = 0; i < monthNames.size(); ++i)
        for (const std::string_view opening : {"in ", "during ", "throughout "}) {
            const std::string words = std::string(opening) + std::string(monthNames[i]);
            const std::size_t at = lower.find(words);
            if (at == lower.npos || (at > 0 && isAsciiLetter(lower[at - 1])))
                continue;
            const std::size_t end = at + words.size();
            const std::string_view behind = trim(std::string_view(lower).substr(end));
            if ((end < lower.size() && isAsciiLetter(lower[end])) ||
                (!behind.empty() && isYearDigit(behind.front())))
                continue;
            return {static_cast<int>(i) + 1, {within.begin + at, within.begin + end}};
        }
    for (std::size_t at = lower.find("月"); at != lower.npos; at = lower.find("月", at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && lower[begin - 1] == ' ')
            --begin;
        std::size_t digits = begin;
        while (digits > 0 && isYearDigit(lower[digits - 1]))
            --digits;
        if (digits == begin || begin - digits > 2)
            continue;
        const std::string_view ahead = trim(std::string_view(lower).substr(0, digits));
        if (ahead.ends_with("年") || ahead.ends_with("個") || ahead.ends_with("个") || ahead.ends_with("-"))
            continue;
        const int month = std::stoi(lower.substr(digits, begin - digits));
        if (month >= 1 && month <= 12)
            return {month, {within.begin + digits, within.begin + at + std::string_view("月").size()}};
    }
    return {};
}

// "1.5 s in 2024, 1.3 s in 2025": another figure stands between.
bool isOfAnother(const ClaimSentence& sentence, Span when, Span figure) {
    constexpr std::size_t opening = 12; // bytes before it: an opening is of all figures
    if (trim(sentence.said({sentence.span.begin, when.begin})).size() <= opening)
        return false;
    const Span gap = when.end <= figure.begin ? Span{when.end, figure.begin} : Span{figure.end, when.begin};
    // "From $36 in March 2023 to $2.50": it follows the other.
    const bool follows = std::ranges::any_of(sentence.figures, [&](const Quantity& one) {
        if (one.kind == QuantityKind::Period || one.span.begin == figure.begin || one.span.end > when.begin)
            return false;
        const std::string_view between = trim(sentence.said({one.span.end, when.begin}));
        return between.empty() || between == "in" || between == "of" || between == "for" || between == "(";
    });
    return follows || std::ranges::any_of(sentence.figures, [&](const Quantity& one) {
               return one.kind != QuantityKind::Period && isWithin(one.span, gap);
           });
}

// "$5.00 per million input tokens (May 2024)": a bracket right behind a figure holds its time.
bool isInBracketBehind(const ClaimSentence& sentence, Span when, Span figure) {
    constexpr std::size_t reach = 48; // bytes between: what the figure is per
    if (when.begin < figure.end || when.begin - figure.end > reach)
        return false;
    const std::string_view gap = trim(sentence.said({figure.end, when.begin}));
    for (const std::string_view bracket : {"(", "（"})
        if (gap.ends_with(bracket)) {
            const std::string_view between = gap.substr(0, gap.size() - bracket.size());
            return between.find_first_of("(),;") == between.npos && between.find("，") == between.npos &&
                   between.find("（") == between.npos && !sentence.namesAnybody({figure.end, when.begin}) &&
                   !sentence.namesAModel({figure.end, when.begin});
        }
    return false;
}

// In the figure's clause, or at the sentence's beginning (an adverb before a comma, 2026 年 3 月，).
bool belongs(const ClaimSentence& sentence, Span when, Span figure) {
    constexpr std::size_t opening = 12; // bytes before it: "In ", "在", "Back in "
    if (isInBracketBehind(sentence, when, figure))
        return true;
    const std::string_view gap = when.end <= figure.begin ? sentence.said({when.end, figure.begin})
                                                          : sentence.said({figure.end, when.begin});
    bool sameClause = true;
    for (const std::string_view mark :
         {", ", "; ", "，", "；", "(", ")", "（", "）", " while ", " but ", "而"})
        sameClause = sameClause && gap.find(mark) == gap.npos;
    if (sameClause)
        return true;
    const std::string_view before = trim(sentence.said({sentence.span.begin, when.begin}));
    const std::string_view behind = trim(sentence.said({when.end, sentence.span.end}));
    return when.end <= figure.begin && before.size() <= opening &&
           (behind.starts_with(',') || behind.starts_with("，"));
}

// Of a version, an opening, a launch: "GPT-4o (2024-08-06)", "launched in March 2025".
bool isOfSomethingElse(const ClaimSentence& sentence, Span when) {
    if (std::ranges::any_of(sentence.figures, [&](const Quantity& one) {
            return one.kind != QuantityKind::Period && one.dimension == Dimension::Currency &&
                   isInBracketBehind(sentence, when, one.span);
        }))
        return false;
    const std::string before = lowerAscii(trim(sentence.said({sentence.span.begin, when.begin})));
    for (const std::string_view preposition : {" in", " on", " of", " since", " by", "("}) {
        if (!before.ends_with(preposition))
            continue;
        const std::string_view verb =
            trim(std::string_view(before).substr(0, before.size() - preposition.size()));
        for (const std::string_view word :
             {"opened", "launched", "released", "introduced", "announced", "started", "founded", "version",
              "built", "updated", "retired", "added", "trained"})
            if (verb.ends_with(word))
                return true;
    }
    return before.ends_with("(") || before.ends_with("since") || before.ends_with("版本");
}

} // namespace

std::size_t whenBehind(std::string_view text, const Quantity& figure) {
    if (figure.kind != QuantityKind::Period || figure.from.empty() || figure.span.end > text.size())
        return 0;
    const std::string_view behind = text.substr(figure.span.end);
    if (!behind.starts_with("時") && !behind.starts_with("时"))
        return 0;
    const std::size_t size = std::string_view("時").size();
    const std::string_view next = behind.substr(size);
    // 時間, 時段 and more begin with it: a name, a mark or 的 stands behind it.
    const bool whole = next.empty() || static_cast<unsigned char>(next.front()) < 0x80 ||
                       next.starts_with("的") || next.starts_with("，") || next.starts_with("、");
    return whole ? size : 0;
}

std::vector<SaidAt> timesIn(const ClaimSentence& sentence, std::string_view day) {
    const std::string article(day.size() == 7 ? std::string(day) + "-28" : std::string(day));
    std::vector<SaidAt> times;
    for (const Quantity& one : sentence.figures)
        if (one.kind == QuantityKind::Period && isWithin(one.span, sentence.span) && !one.from.empty() &&
            !one.to.empty() && one.from.find('|') == std::string::npos && !one.openToTheRight &&
            !one.openToTheLeft)
            times.push_back({{one.span.begin, one.span.end + whenBehind(sentence.text, one)},
                             {one.from, one.to, !article.empty() && one.to < article}});
    const std::string lower = lowerAscii(sentence.said(sentence.span));
    for (const auto& [words, ago] : agoWords)
        if (const std::size_t at = lower.find(words); at != lower.npos)
            times.push_back(
                {{sentence.span.begin + at, sentence.span.begin + at + words.size()}, timeAgo(ago, day)});
    if (const MonthAt named = namedMonth(sentence.text, sentence.span); named.month > 0)
        times.push_back({named.span, latestMonth(named.month, day)});
    std::erase_if(times, [&](const SaidAt& one) { return isOfSomethingElse(sentence, one.span); });
    if (times.size() > mostTimes)
        times.clear(); // a list of dates
    return times;
}

SaidOf saidOf(const ClaimSentence& sentence, const std::vector<SaidAt>& times, const Quantity& figure,
              std::string_view day) {
    const std::string article(day.size() == 7 ? std::string(day) + "-28" : std::string(day));
    if (figure.period.size() == 4 && std::ranges::all_of(figure.period, isYearDigit))
        return {figure.period + "-01-01", figure.period + "-12-31",
                !article.empty() && figure.period + "-12-31" < article};
    for (const SaidAt& one : times)
        if (belongs(sentence, one.span, figure.span) && !isOfAnother(sentence, one.span, figure.span))
            return one.time;
    return {};
}

SaidOf timeOfPrices(const ClaimSentence& sentence, const std::vector<SaidAt>& times) {
    for (const SaidAt& one : times)
        if (turnAtBegin(lowerAscii(trim(sentence.said({one.span.end, sentence.span.end}))),
                        Turn::TimesOfPrices))
            return one.time;
    return {};
}

} // namespace parallax::data
