// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "data/quantity/calendar.h"
#include "data/quantity/number.h"
#include "data/quantity/period.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

enum class Mode {
    By,       // may mean before it begins, or until it ends
    NotLater, // until it ends
    Before,   // before it begins
    Within,   // a duration, hours too
    In,       // a duration of weeks or more: "in 1.5 seconds" is a latency
};

constexpr auto openings = wordTable<Mode>({{U"by", Mode::By},
                                           {U"by the", Mode::By},
                                           {U"no later than", Mode::NotLater},
                                           {U"by no later than", Mode::NotLater},
                                           {U"not later than", Mode::NotLater},
                                           {U"on or before", Mode::NotLater},
                                           {U"before", Mode::Before},
                                           {U"before the", Mode::Before},
                                           {U"prior to", Mode::Before},
                                           {U"ahead of", Mode::Before},
                                           {U"within", Mode::Within},
                                           {U"within the next", Mode::Within},
                                           {U"within the coming", Mode::Within},
                                           {U"in", Mode::In},
                                           {U"in the next", Mode::In},
                                           {U"in the coming", Mode::In},
                                           {U"over the next", Mode::In},
                                           {U"over the coming", Mode::In},
                                           {U"during the next", Mode::In},
                                           {U"for the next", Mode::In},
                                           {U"in about", Mode::In},
                                           {U"within about", Mode::Within},
                                           {U"不晚于", Mode::NotLater},
                                           {U"不迟于", Mode::NotLater},
                                           {U"最迟", Mode::NotLater},
                                           {U"最晚", Mode::NotLater},
                                           {U"截至", Mode::NotLater},
                                           {U"到", Mode::By},
                                           {U"至", Mode::By}});

std::optional<Found> deadlineFrom(const Found& period, std::size_t begin, std::size_t end, Mode mode) {
    const auto& p = *period.quantity;
    if (p.granularity == Granularity::FiscalYear || p.ambiguous || p.openToTheRight || p.from.empty() ||
        p.to.empty())
        return std::nullopt;
    Found found{begin, end, {}, end};
    auto& q = *found.quantity;
    q.kind = QuantityKind::Deadline;
    q.granularity = p.granularity;
    q.latest = p.to;
    // "by 2028" may mean before it begins; the end of something has one reading.
    const bool oneReading = !p.due.empty() || p.granularity == Granularity::Day || mode == Mode::NotLater;
    q.earliest = oneReading ? p.to : dayBefore(p.from);
    if (mode == Mode::Before && p.due.empty())
        q.latest = q.earliest = dayBefore(p.from);
    return found;
}

struct Length {
    char letter; // of ISO 8601
    int factor = 1;
};
constexpr auto lengths = wordTable<Length>(
    {{U"month", {'M'}},      {U"months", {'M'}},      {U"year", {'Y'}},       {U"years", {'Y'}},
     {U"week", {'W'}},       {U"weeks", {'W'}},       {U"day", {'D'}},        {U"days", {'D'}},
     {U"quarter", {'M', 3}}, {U"quarters", {'M', 3}}, {U"decade", {'Y', 10}}, {U"decades", {'Y', 10}},
     {U"hour", {'H'}},       {U"hours", {'H'}},       {U"个月", {'M'}},       {U"年", {'Y'}},
     {U"周", {'W'}},         {U"个星期", {'W'}},      {U"星期", {'W'}},       {U"天", {'D'}},
     {U"日", {'D'}},         {U"季", {'M', 3}},       {U"个季度", {'M', 3}},  {U"小时", {'H'}},
     {U"个小时", {'H'}}});

std::string isoDuration(std::int64_t count, const Length& length, bool half) {
    std::int64_t whole = count * length.factor;
    char letter = length.letter;
    if (half) { // 1.5 years are 18 months
        whole = letter == 'Y' ? count * 12 + 6 : (letter == 'D' ? count * 24 + 12 : whole);
        letter = letter == 'Y' ? 'M' : (letter == 'D' ? 'H' : letter);
    }
    return (letter == 'H' ? "PT" : "P") + std::to_string(whole) + letter;
}

std::string unitOf(const Length& length) {
    switch (length.letter) {
    case 'Y':
        return "year";
    case 'M':
        return "month";
    case 'W':
        return "week";
    case 'D':
        return "day";
    default:
        return "hour";
    }
}

// How long: "12 months", "two to three years", "a year", 半年, 一年半, 數月.
struct TimeSpan {
    std::int64_t low = 0, high = 0;
    Length length{'M'};
    bool half = false; // and a half
    bool vague = false;
    std::size_t end = 0;
};

std::optional<TimeSpan> spanAt(const FoldedText& text, std::size_t i) {
    TimeSpan span;
    std::size_t at = i;
    const auto wholes = [](const Number& number) {
        return number.value.exponent == 0 && number.value.digits >= 1 && number.value.digits <= 1200;
    };
    if (text.isWordAt(at, U"a") || text.isWordAt(at, U"the")) {
        span.low = span.high = 1;
        at = text.skipBlanks(at + (text[at + 1] == U' ' ? 1 : 3));
        if (text.isWordAt(at, U"few")) {
            span = {2, 10, span.length, false, true, 0};
            at = text.skipBlanks(at + 3);
        }
    } else if (text[at] == U'半' && (text[at + 1] == U'年' || text[at + 1] == U'天')) {
        span.half = true;
        at += 1;
    } else if (text.isWordAt(at, U"few") || text.isWordAt(at, U"several")) {
        span = {2, 10, span.length, false, true, 0};
        at = text.skipBlanks(at + (lower(text[at]) == U'f' ? 3 : 7));
    } else {
        const auto number = numberAt(text, at);
        if (!number || number->fraction)
            return std::nullopt;
        at = number->end;
        if (number->range) {
            if (number->low.exponent != 0 || number->high.exponent != 0 || number->high.digits > 1200)
                return std::nullopt;
            span.low = number->low.digits;
            span.high = number->high.digits;
            span.vague = true;
        } else if (wholes(*number)) {
            span.low = span.high = number->value.digits;
        } else if (number->value.exponent == -1 && number->value.digits % 10 == 5 &&
                   number->value.digits < 1000) {
            span.low = span.high = number->value.digits / 10;
            span.half = true;
        } else {
            return std::nullopt;
        }
        // 2-3 years, two to three years, 兩到三年
        std::size_t next = text.skipBlanks(at);
        if (text[next] == U'-' || text[next] == U'~' || text[next] == U'至' || text[next] == U'到')
            next = text.skipBlanks(next + 1);
        else if (next > at && text.isWordAt(next, U"to"))
            next = text.skipBlanks(next + 2);
        else
            next = at;
        if (next > at) {
            if (const auto high = numberAt(text, next);
                high && !high->range && !high->fraction && wholes(*high)) {
                span.high = high->value.digits;
                at = high->end;
            }
        }
        at = text[at] == U'-' ? at + 1 : text.skipBlanks(at);
    }
    const auto* length = lengths.find(text, at);
    if (length == nullptr && span.vague && text[at] == U'月') {
        span.length = {'M'};
        span.high = 11;
        span.end = at + 1;
        return span;
    }
    if (length == nullptr)
        return std::nullopt;
    span.length = length->value;
    span.end = at + length->word.size();
    if (text[span.end] == U'半' && text[at] >= 0x4E00) {
        span.half = true;
        ++span.end;
    }
    return span;
}

// "12 months" after within, in the next …; the document's month is what it counts from.
std::optional<Found> durationDeadline(const FoldedText& text, std::size_t begin, std::size_t i,
                                      const QuantityContext& context) {
    const auto span = spanAt(text, i);
    if (!span)
        return std::nullopt;
    Found found{begin, span->end, {}, span->end};
    auto& q = *found.quantity;
    q.kind = QuantityKind::Deadline;
    q.anchoredToDocument = true;
    q.dimension = Dimension::Time;
    q.unit = unitOf(span->length);
    const auto exactly = [&](std::int64_t whole) {
        whole *= span->length.factor;
        return span->half ? Decimal{whole * 10 + 5, -1} : Decimal{whole, 0};
    };
    if (span->low == span->high) {
        q.value = exactly(span->high);
    } else {
        q.low = exactly(span->low);
        q.high = exactly(span->high);
    }
    q.bound = span->vague ? Bound::Vague : Bound::Exact;
    q.approx = span->vague;
    q.duration = isoDuration(span->high, span->length, span->half); // the loosest reading
    const auto now = documentMonth(context);
    if (now && (span->length.letter == 'M' || span->length.letter == 'Y')) {
        const auto monthsOn = [&](std::int64_t count) {
            const int unit = (span->length.letter == 'Y' ? 12 : 1) * span->length.factor;
            return monthsAfter(*now, static_cast<int>(count) * unit + (span->half ? unit / 2 : 0));
        };
        const auto first = monthsOn(span->low);
        const auto last = monthsOn(span->high);
        q.earliest = isoDay(firstDayOf(first.year, first.month));
        q.latest = isoDay(lastDayOf(last.year, last.month));
    }
    return found;
}

std::optional<Found> openedAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const auto* opening = openings.find(text, i);
    if (opening == nullptr)
        return std::nullopt;
    const Mode mode = opening->value;
    const std::size_t at = text.skipBlanks(i + opening->word.size());
    if (mode == Mode::Within || mode == Mode::In) {
        auto found = durationDeadline(text, i, at, context);
        const bool long_ = found && found->quantity->duration.find('T') == std::string::npos;
        if (found && (long_ || mode == Mode::Within))
            return found;
        return std::nullopt;
    }
    // 增長到2028年的…: 到 belongs to a verb there.
    constexpr std::u32string_view verbs = U"增长升涨降减跌达提扩得看遇等";
    if (text[i] >= 0x4E00 && i > 0 && verbs.find(text[i - 1]) != std::u32string_view::npos &&
        mode == Mode::By)
        return std::nullopt;
    const auto period = periodAt(text, at, context, text[i] < 0x80);
    if (!period)
        return std::nullopt;
    auto deadline = deadlineFrom(*period, i, period->end, mode);
    if (deadline && text[i] >= 0x4E00)
        for (const auto word : {std::u32string_view(U"之前"), std::u32string_view(U"以前"),
                                std::u32string_view(U"前"), std::u32string_view(U"为止")})
            if (text.startsWith(deadline->end, word)) {
                deadline->end = deadline->resume = deadline->end + word.size();
                break;
            }
    return deadline;
}

// 未來12個月內, 12個月內, 今後兩年
std::optional<Found> chineseDuration(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    static constexpr auto ahead = wordTable<int>({{U"未来", 0},
                                                  {U"今后", 0},
                                                  {U"往后", 0},
                                                  {U"接下来", 0},
                                                  {U"接下来的", 0},
                                                  {U"未来的", 0},
                                                  {U"在未来", 0}});
    const auto* future = ahead.find(text, i);
    const std::size_t at = future != nullptr ? text.skipBlanks(i + future->word.size()) : i;
    if (!isDigit(text[at]) && !isChineseNumeral(text[at]) && text[at] != U'半')
        return std::nullopt;
    auto found = durationDeadline(text, i, at, context);
    if (!found)
        return std::nullopt;
    for (const auto word :
         {std::u32string_view(U"之内"), std::u32string_view(U"以内"), std::u32string_view(U"内")}) {
        if (text.startsWith(found->end, word)) {
            found->end = found->resume = found->end + word.size();
            return found;
        }
    }
    if (future == nullptr)
        return std::nullopt;
    return found;
}

// 前五大, 前後, 前往 …: behind a date 前 begins another word.
bool isNoEnding(const FoldedText& text, std::size_t next) {
    constexpr std::u32string_view seconds = U"后往瞻沿期述者景夕";
    return isDigit(text[next]) || isChineseNumeral(text[next]) ||
           seconds.find(text[next]) != std::u32string_view::npos;
}

// 2028年前, 2027年底前, 2026年第二季之前
std::optional<Found> chineseBefore(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const auto period = chinesePeriodAt(text, i, context);
    if (!period)
        return std::nullopt;
    const std::size_t at = text.skipBlanks(period->end);
    for (const auto word :
         {std::u32string_view(U"之前"), std::u32string_view(U"以前"), std::u32string_view(U"前")}) {
        if (!text.startsWith(at, word) || (word.size() == 1 && isNoEnding(text, at + 1)))
            continue;
        auto deadline = deadlineFrom(*period, i, at + word.size(), Mode::By);
        if (deadline && period->quantity->granularity == Granularity::Day)
            deadline->quantity->earliest = dayBefore(period->quantity->from);
        if (deadline && deadline->quantity->earliest != deadline->quantity->latest)
            deadline->quantity->ambiguous = true;
        return deadline;
    }
    return std::nullopt;
}

// 內 and 前 end what has no word in front of it: whether one comes soon enough for a number or date at `i`.
bool isAhead(const FoldedText& text, std::size_t i, char32_t ending) {
    constexpr std::size_t longest = 32; // a date in words, with blanks
    const std::size_t end = std::min(i + longest, text.size());
    for (std::size_t k = i + 1; k < end; ++k)
        if (text[k] == ending)
            return true;
    return false;
}

} // namespace

std::optional<Found> deadlineAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const char32_t c = text[i];
    if (isLatinLetter(c))
        return openedAt(text, i, context);
    if (isDigit(c)) {
        // Only a Han unit or the joint of a range can follow.
        std::size_t at = i;
        while (isDigit(text[at]) && at - i < 5)
            ++at;
        const char32_t next = text[text.skipBlanks(at)];
        const Character& follower = characterOf(next);
        if (next != U'-' && next != U'~' && next != U'.' && !follower.followsYear && !follower.numeral)
            return std::nullopt;
        if (isAhead(text, i, U'内'))
            if (auto found = chineseDuration(text, i, context))
                return found;
        return at - i == 4 && isAhead(text, i, U'前') ? chineseBefore(text, i, context) : std::nullopt;
    }
    if (c < 0x3000)
        return std::nullopt;
    if (auto found = openedAt(text, i, context))
        return found;
    const Character& character = characterOf(c);
    if (!character.numeral || isAhead(text, i, U'内'))
        if (auto found = chineseDuration(text, i, context))
            return found;
    const bool year = character.numeral || (character.starts & startsPeriod) != 0;
    return year && isAhead(text, i, U'前') ? chineseBefore(text, i, context) : std::nullopt;
}

} // namespace parallax::data
