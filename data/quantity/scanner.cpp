// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/scanner.h"

#include <algorithm>
#include <utility>

#include "data/quantity/acceptance.h"
#include "data/quantity/amount.h"
#include "data/quantity/calendar.h"
#include "data/quantity/during.h"
#include "data/quantity/number.h"
#include "data/quantity/number_kinds.h"
#include "data/quantity/period.h"
#include "data/quantity/starts.h"
#include "data/quantity/unit.h"

namespace parallax::data {
namespace {

class Scanner {
  public:
    Scanner(const FoldedText& text, const QuantityContext& context)
        : m_text(text)
        , m_context(context) {}

    std::vector<Found> run() {
        m_found.reserve(m_text.size() / 64);
        if (!wholeNegative())
            for (std::size_t i = 0; i < m_text.size();) {
                const char32_t c = m_text[i];
                if (c == U' ' || c == U'\n' || (c >= 0x3000 && characterOf(c).starts == 0))
                    ++i; // nothing can begin here
                else
                    i = step(i);
            }
        return std::move(m_found);
    }

  private:
    const FoldedText& m_text;
    const QuantityContext& m_context;
    std::vector<Found> m_found;
    LastWord m_last;

    static bool isDate(const Quantity& q) {
        return q.kind == QuantityKind::Period || q.kind == QuantityKind::Deadline;
    }

    std::size_t take(Found found) {
        if (!isDate(*found.quantity) && found.quantity->kind != QuantityKind::Duration) {
            absorbYear(found);
            absorbYearBefore(found);
        }
        const std::size_t next = std::max(found.resume, found.end);
        m_found.push_back(std::move(found));
        return next;
    }

    // "$20 billion in 2025", "$100 billion by 2028": the year belongs to the figure.
    void absorbYear(Found& found) const {
        std::size_t at = m_text.skipBlanks(found.end);
        if (at == found.end)
            return;
        if (m_text.isWordAt(at, U"in") || m_text.isWordAt(at, U"by"))
            at = m_text.skipBlanks(at + 2);
        else
            return;
        const int year = yearAt(m_text, at);
        if (year == 0 || m_text[at + 4] == U'-' || isLatinLetter(m_text[at + 4]))
            return;
        found.quantity->period = std::to_string(year);
        found.periodBegin = m_text.skipBlanks(found.end);
        found.periodEnd = at + 4;
        found.resume = at + 4;
    }

    // 2025年的200億美元
    void absorbYearBefore(Found& found) {
        if (m_found.empty() || !found.quantity->period.empty())
            return;
        std::size_t of = found.begin; // 2025 年的 200 億美元
        while (of > 0 && m_text[of - 1] == U' ')
            --of;
        if (of == 0 || m_text[of - 1] != U'的')
            return;
        const auto& last = m_found.back();
        if (last.quantity->granularity != Granularity::Year || last.end + 1 != of ||
            last.quantity->openToTheRight || (last.quantity->kind != QuantityKind::Period && !isTarget(last)))
            return;
        const bool target = last.quantity->kind == QuantityKind::Deadline;
        const auto& day = target ? last.quantity->latest : last.quantity->from;
        found.quantity->period = day.substr(0, 4);
        found.periodBegin = target ? m_text.skipBlanks(last.begin + 1) : last.begin;
        found.periodEnd = last.end;
        m_found.pop_back();
    }

    // 從2024年的100億到2027年的300億: the second year is no deadline.
    bool isTarget(const Found& last) const {
        const char32_t first = m_text[last.begin];
        return last.quantity->kind == QuantityKind::Deadline && (first == U'到' || first == U'至') &&
               m_found.size() > 1 && !m_found[m_found.size() - 2].quantity->period.empty();
    }

    // ($3.2B) and (5%) alone in a cell are negative, as accountants write.
    bool wholeNegative() {
        const std::size_t begin = m_text.skipBlanks(0);
        std::size_t end = m_text.size();
        while (end > begin && m_text[end - 1] == U' ')
            --end;
        if (end < begin + 3)
            return false;
        if (m_text[begin] != U'(' || m_text[end - 1] != U')') {
            auto open = accountingAt(m_text, begin, m_context);
            if (!open || open->end != end)
                return false;
            m_found.push_back(std::move(*open));
            return true;
        }
        auto found = amountAt(m_text, m_text.skipBlanks(begin + 1), m_context);
        if (!found || m_text.skipBlanks(found->end) != end - 1 || found->quantity->sign != 0 ||
            found->quantity->kind != QuantityKind::Scalar || found->quantity->spelled)
            return false;
        auto& q = *found->quantity;
        // Outside a table (3) is a reference and (2026) a year.
        const bool plain = found->end < found->begin + 3 || yearAt(m_text, found->begin) != 0;
        if (q.dimension == Dimension::Number && !m_context.cell && plain)
            return false;
        found->begin = begin;
        found->end = found->resume = end;
        q.value = q.value.negated();
        m_found.push_back(std::move(*found));
        return true;
    }

    std::size_t step(std::size_t i) {
        const char32_t c = m_text[i];
        if (isLatinLetter(c))
            return latin(i);
        if (isDigit(c))
            return digit(i);
        if (c >= 0x2E80)
            return chinese(i);
        switch (c) {
        case U',':
            return i + 1;
        case U'.':
            return isDigit(m_text[i + 1]) && (i == 0 || !isDigit(m_text[i - 1])) && !gluedBefore(i) ? digit(i)
                                                                                                    : i + 1;
        case U'+':
        case U'-':
            return sign(i);
        case U'<':
        case U'>':
        case U'~':
        case U'≥':
        case U'≤':
        case U'≧':
        case U'≦':
            return figureOrNext(i, boundedAmountAt(m_text, i, m_context));
        case U'↑':
        case U'↓':
        case U'▲':
        case U'△':
        case U'▼':
        case U'▽':
            return figureOrNext(i, arrowedAt(i));
        default:
            return c == 0xB1 || c == U'$' || (c >= 0xA3 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20BF) ||
                           c == 0xE3F || (c >= 0xBC && vulgarFraction(c).first != 0)
                       ? figureOrNext(i, amountAt(m_text, i, m_context))
                       : i + 1;
        }
    }

    // ↓75%, ▲150%: what the arrow says is the sign. In running text a triangle may begin a line.
    std::optional<Found> arrowedAt(std::size_t i) const {
        auto found = amountAt(m_text, i, m_context);
        const bool thin = m_text[i] == U'↑' || m_text[i] == U'↓';
        if (found && !thin && !m_context.cell && found->quantity->dimension != Dimension::Ratio &&
            found->quantity->dimension != Dimension::PercentagePoint)
            return std::nullopt;
        return found;
    }

    bool gluedBefore(std::size_t i) const {
        return i > 0 && (isLatinLetter(m_text[i - 1]) || m_text[i - 1] == U'.');
    }

    std::size_t figureOrNext(std::size_t i, std::optional<Found> found) {
        return found && isFigure(m_text, *found, i, m_last) ? take(std::move(*found)) : i + 1;
    }

    // A sign counts at the beginning, after a blank or an opening bracket; elsewhere it joins words.
    std::size_t sign(std::size_t i) {
        const char32_t before = i > 0 ? m_text[i - 1] : U' ';
        const bool plusMinus = m_text[i] == U'+' && m_text[i + 1] == U'/' && m_text[i + 2] == U'-';
        if (isLatinLetter(before) || isDigit(before) || before == U')')
            return plusMinus ? i + 3 : i + 1;
        const char32_t next = m_text[i + 1];
        const bool figure = isDigit(next) || next == U'.' || next == U'$' || (next >= 0xA3 && next <= 0xA5) ||
                            (next >= 0x20A0 && next <= 0x20BF) || isUpper(next) || plusMinus;
        auto found = figure ? amountAt(m_text, i, m_context) : std::nullopt;
        if (!found)
            return i + 1;
        if (!isFigure(m_text, *found, i, m_last))
            return std::max(found->end, i + 1);
        return take(std::move(*found));
    }

    // Past everything glued to a word or number: GPT-4o, v1.5.0, CVE-2024-3094, 24/7.
    std::size_t skipGlued(std::size_t i) const {
        while (true) {
            const char32_t c = m_text[i];
            if (isLatinLetter(c) || isDigit(c) || c == U'_') {
                ++i;
                continue;
            }
            const char32_t next = m_text[i + 1];
            const bool joins = c == U'-' || c == U'.' || c == U'/' || c == U'\'';
            if (joins && (isDigit(next) || (isLatinLetter(next) && c != U'/'))) {
                ++i;
                continue;
            }
            return i;
        }
    }

    std::size_t latin(std::size_t i) {
        std::size_t end = i;
        const Starts starts = wordStarts(m_text, i, end);
        if (starts != 0) {
            if (starts & startsDeadline)
                if (auto found = deadlineAt(m_text, i, m_context))
                    return take(std::move(*found));
            if (starts & startsPeriod)
                if (auto found = periodAt(m_text, i, m_context, false))
                    return take(std::move(*found));
            if (starts & startsTier)
                if (auto found = tierAt(m_text, i))
                    return take(std::move(*found));
            if (starts & startsMultiplier)
                if (auto found = multiplierAt(m_text, i))
                    return take(std::move(*found));
            if (starts & (startsNumber | startsBound | startsCurrency))
                if (auto found = boundedAmountAt(m_text, i, m_context, openingOf(starts))) {
                    if (const std::size_t year = boundedYear(*found))
                        return take(std::move(*periodAt(m_text, year, m_context, true)));
                    if (m_text.isWordAt(i, U"over"))
                        if (auto during = duringFrom(i, *found))
                            return take(std::move(*during));
                    if (isFigure(m_text, *found, i, m_last))
                        return take(std::move(*found));
                }
        }
        if (const std::size_t next = glued(i, end))
            return next;
        const std::size_t next = std::max(skipGlued(end), i + 1);
        m_last = {i, next};
        return next;
    }

    // Behind the digits at `i` when "… articles" follows them, else 0.
    std::size_t articleCountEnd(std::size_t i) const {
        std::size_t end = i;
        while (isDigit(m_text[end]) && end - i < 7)
            ++end;
        if (end == i || m_text[end] != U' ')
            return 0;
        const auto unit = unitAt(m_text, end + 1, Nouns::Any);
        return unit && unit->name == "article" ? end : 0;
    }

    // Saved pages glue a list's counts to the names before them: "OpenAI104 related articles",
    // "April 20263042 published articles". Where to read on, 0 where nothing is glued so.
    std::size_t glued(std::size_t i, std::size_t end) {
        if (isDigit(m_text[end]) && end > i + 2)
            return articleCountEnd(end) != 0 ? end : 0;
        std::size_t monthEnd = i;
        const int month =
            m_text[end] == U' ' && isDigit(m_text[end + 1]) ? monthNamedAt(m_text, i, monthEnd) : 0;
        const int year = month != 0 ? digitsAtPlace(m_text, end + 1, 4) : 0;
        if (year < 1990 || year > 2079 || articleCountEnd(end + 5) == 0)
            return 0;
        return take(monthsFound(i, end + 5, Granularity::Month, year, month, month));
    }

    // "around 2027" is a year: where it begins, else 0.
    std::size_t boundedYear(const Found& found) const {
        if (found.quantity->dimension != Dimension::Number || found.quantity->kind != QuantityKind::Scalar ||
            found.end < found.begin + 5 || !isYearHere())
            return 0;
        const std::size_t at = found.end - 4;
        return yearAt(m_text, at) != 0 && !isDigit(m_text[at - 1]) && m_text[at - 1] != U'-' &&
                       m_text[at - 1] != U'+'
                   ? at
                   : 0;
    }

    // "over seven years" behind a change: the length without a bound; "over 2025-2030": the years.
    std::optional<Found> duringFrom(std::size_t i, const Found& length) const {
        const std::size_t at = m_text.skipBlanks(i + 4);
        if (length.quantity->kind == QuantityKind::Range && length.quantity->dimension == Dimension::Number)
            return periodAt(m_text, at, m_context, false);
        if (!saysDuring(m_text, i, length, m_found.empty() ? nullptr : &m_found.back()))
            return std::nullopt;
        return amountAt(m_text, at, m_context);
    }

    // Past a number that was none; what follows a name's number is the name's, too: Llama 3 70B.
    std::size_t passNumber(std::size_t i, std::size_t end) {
        const std::size_t next = std::max({skipGlued(digitRunEnd(m_text, i)), end, i + 1});
        if (m_last.end > m_last.begin && m_text.skipBlanks(m_last.end) == i)
            m_last.end = next;
        return next;
    }

    // "1,23" is neither grouped nor a list: nothing is made of it.
    bool isOddComma(std::size_t i, const Found& found) const {
        return m_text[found.end] == U',' && isDigit(m_text[found.end + 1]) &&
               found.quantity->dimension == Dimension::Number && found.end > i &&
               isDigit(m_text[found.end - 1]);
    }

    std::size_t digit(std::size_t i) {
        if (isNoFigure(m_text, i))
            return passNumber(i, 0);
        if (auto found = deadlineAt(m_text, i, m_context))
            return take(std::move(*found));
        if (auto found = periodAt(m_text, i, m_context, false))
            return take(std::move(*found));
        auto found = boundedAmountAt(m_text, i, m_context);
        if (!found || isSlashed(i, *found))
            return passNumber(i, 0);
        const bool bareYear = found->quantity->dimension == Dimension::Number && found->end == i + 4 &&
                              found->quantity->kind == QuantityKind::Scalar &&
                              found->quantity->bound == Bound::Exact;
        if (bareYear && yearAt(m_text, i) != 0 && isYearHere()) {
            if (auto year = periodAt(m_text, i, m_context, true))
                return take(std::move(*year));
        }
        if (!isOddComma(i, *found) && isFigure(m_text, *found, i, m_last))
            return take(std::move(*found));
        return passNumber(i, found->end);
    }

    // 24/7, 9/11, 100/200
    bool isSlashed(std::size_t i, const Found& found) const {
        const bool after =
            m_text[found.end] == U'/' && isDigit(m_text[found.end + 1]) && isDigit(m_text[found.end - 1]);
        const bool before = i > 1 && m_text[i - 1] == U'/' && isDigit(m_text[i - 2]);
        return (after || before) && found.quantity->dimension == Dimension::Number;
    }

    bool isYearHere() const {
        if (m_context.date || !m_context.cell)
            return true;
        return m_context.columnHeader.empty() && m_context.rowHeader.empty();
    }

    static Opening openingOf(Starts starts) {
        return starts & (startsNumber | startsCurrency) ? Opening::Any : Opening::Word;
    }

    // What Chinese numerals at a place may turn out to be, by what stands behind them.
    struct Outlook {
        bool date = true, figure = true;
    };

    // 一 and 三 are words' parts far more often than figures: those that a look at what follows rules out are
    // not read at all.
    Outlook outlook(std::size_t i) const {
        std::size_t end = i;
        bool scaled = false;
        for (; isChineseNumeral(m_text[end]) && end - i < 8; ++end)
            scaled = scaled || chinesePower(m_text[end]) >= 3;
        const char32_t next = m_text[end];
        constexpr std::u32string_view marks = U",.:;!?()[]\"\n|";
        if (next < 0x3000)
            return next < 0x80 && marks.find(next) != std::u32string_view::npos
                       ? Outlook{false, scaled || end - i > 3 || i == m_text.skipBlanks(0)}
                       : Outlook{};
        const Character& follower = characterOf(next);
        return {follower.followsYear || follower.numeral,
                follower.followsNumber || scaled || end - i > 3 || i == m_text.skipBlanks(0)};
    }

    std::size_t pastNumerals(std::size_t i) const {
        if (isChineseNumeral(m_text[i]))
            if (const auto number = numberAt(m_text, i))
                return std::max(number->end, i + 1);
        return i + 1;
    }

    std::size_t chinese(std::size_t i) {
        const Character& character = characterOf(m_text[i]);
        const Starts starts = character.starts;
        if (starts == 0)
            return i + 1;
        const Outlook may = character.numeral ? outlook(i) : Outlook{};
        if ((starts & startsDeadline) && may.date)
            if (auto found = deadlineAt(m_text, i, m_context))
                return take(std::move(*found));
        if ((starts & startsPeriod) && may.date)
            if (auto found = periodAt(m_text, i, m_context, false))
                return take(std::move(*found));
        if (starts & startsMultiplier)
            if (auto found = multiplierAt(m_text, i))
                return take(std::move(*found));
        if ((starts & (startsNumber | startsBound | startsCurrency)) == 0)
            return i + 1;
        if (!may.figure)
            return pastNumerals(i);
        auto found = boundedAmountAt(m_text, i, m_context, openingOf(starts));
        if (!found)
            return i + 1;
        if (isFigure(m_text, *found, i, m_last))
            return take(std::move(*found));
        // A part of what was no figure is none: 萬億, 百家.
        return pastNumerals(i);
    }
};

} // namespace

std::vector<Found> scan(const FoldedText& text, const QuantityContext& context) {
    return Scanner(text, context).run();
}

} // namespace parallax::data
