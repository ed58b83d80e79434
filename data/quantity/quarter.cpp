// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/quarter.h"

#include <string>

#include "data/quantity/calendar.h"
#include "data/quantity/period.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// The year of "Q3 2026", "3Q26", "H1'26": four digits, or two when `shortAllowed`.
int yearAfter(const FoldedText& text, std::size_t i, std::size_t& end, bool shortAllowed) {
    std::size_t at = text.skipBlanks(i);
    if (text[at] == U',' || text[at] == U'-' || text[at] == U'/')
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
    const int two = digitsAtPlace(text, at, 2);
    if (two < 0 || isDigit(text[at + 2]) || isLatinLetter(text[at + 2]))
        return 0;
    end = at + 2;
    return 2000 + two;
}

// "FY2026", "FY26", "fiscal 2026", "fiscal year 2026" at `i`: the year, else 0.
int fiscalYearAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    std::size_t at = 0;
    const bool short_ = text.startsWith(i, U"fy");
    if (short_)
        at = i + 2;
    else if (text.isWordAt(i, U"fiscal"))
        at = text.skipBlanks(i + 6);
    else
        return 0;
    if (text.isWordAt(at, U"year"))
        at = text.skipBlanks(at + 4);
    at = text.skipBlanks(at);
    return yearAfter(text, at, end, short_ && (at == i + 2 || text[at] == U'\''));
}

Found fiscalFound(std::size_t begin, std::size_t end, int y, int quarter) {
    Found found{begin, end, {}, end};
    auto& q = *found.quantity;
    q.kind = QuantityKind::Period;
    q.granularity = Granularity::FiscalYear;
    // Its days depend on the company.
    q.from = "FY" + std::to_string(y);
    if (quarter > 0)
        q.from += "-Q" + std::to_string(quarter);
    q.to = q.from;
    return found;
}

// FY2025-26 is one year, named by the one it ends in; FY2025-28 and FY2024-FY2026 are several.
std::optional<Found> fiscalYearsFrom(const FoldedText& text, std::size_t begin, std::size_t at, int y) {
    const bool slash = text[at] == U'/';
    if (!slash && text[at] != U'-' && text[at] != U'~')
        return std::nullopt;
    std::size_t next = at + 1;
    const bool again = text.startsWith(next, U"fy");
    next += again ? 2 : 0;
    std::size_t end = next + 4;
    int last = yearAt(text, next);
    if (last == 0) {
        const int two = digitsAtPlace(text, next, 2);
        if (two < 0 || isDigit(text[next + 2]) || isLatinLetter(text[next + 2]) || text[next + 2] == U'%')
            return std::nullopt;
        last = y - y % 100 + two;
        end = next + 2;
    }
    if (last <= y || (slash && last != y + 1))
        return std::nullopt;
    auto found = fiscalFound(begin, end, last, 0);
    if (again || last > y + 1)
        found.quantity->from = "FY" + std::to_string(y);
    return found;
}

// A quarter or half without its year: Q3, H1, 3Q, third quarter, first-half.
struct Part {
    bool quarter = true;
    int number = 0; // 0: none
    std::size_t end = 0;
    bool glued = false; // 3Q, behind which a short year may stand: 3Q26
};

Part partAt(const FoldedText& text, std::size_t i) {
    const char32_t c = lower(text[i]);
    Part part;
    if ((c == U'q' || c == U'h') && isDigit(text[i + 1]) && !isDigit(text[i + 2]) &&
        !isLatinLetter(text[i + 2])) {
        part = {c == U'q', static_cast<int>(text[i + 1] - U'0'), i + 2, false};
    } else if (isDigit(c) && (lower(text[i + 1]) == U'q' || lower(text[i + 1]) == U'h') &&
               !isLatinLetter(text[i + 2])) {
        part = {lower(text[i + 1]) == U'q', static_cast<int>(text[i] - U'0'), i + 2, true};
    } else if (isLatinLetter(c)) {
        static constexpr auto ordinals =
            wordTable<int>({{U"first", 1}, {U"second", 2}, {U"third", 3}, {U"fourth", 4}, {U"1st", 1}});
        const auto* ordinal = ordinals.find(text, i);
        if (ordinal == nullptr)
            return {};
        std::size_t at = i + ordinal->word.size();
        at = text[at] == U'-' ? at + 1 : text.skipBlanks(at);
        if (text.isWordAt(at, U"quarter"))
            part = {true, ordinal->value, at + 7, false};
        else if (text.isWordAt(at, U"half"))
            part = {false, ordinal->value, at + 4, false};
    }
    return part.number <= (part.quarter ? 4 : 2) ? part : Part{};
}

Found partFound(std::size_t begin, std::size_t end, const Part& part, int y) {
    const int length = part.quarter ? 3 : 6;
    return monthsFound(begin, end, part.quarter ? Granularity::Quarter : Granularity::Half, y,
                       (part.number - 1) * length + 1, part.number * length);
}

} // namespace

std::optional<Found> quarterOrHalfAt(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    if (const Part part = partAt(text, i); part.number > 0) {
        if (const int y = yearAfter(text, part.end, end, part.glued))
            return partFound(i, end, part, y);
        std::size_t fiscal = text.skipBlanks(part.end);
        if (text.isWordAt(fiscal, U"of"))
            fiscal = text.skipBlanks(fiscal + 2);
        if (const int y = fiscalYearAt(text, fiscal, end))
            return fiscalFound(i, end, y, part.quarter ? part.number : 0);
        // Q1-Q3 2026, Q1 to Q3 2026
        std::size_t next = text.skipBlanks(part.end);
        if (text[next] == U'-' || text[next] == U'~')
            next = text.skipBlanks(next + 1);
        else if (text.isWordAt(next, U"to"))
            next = text.skipBlanks(next + 2);
        else
            return std::nullopt;
        const Part last = partAt(text, next);
        const int y = last.number > part.number && last.quarter == part.quarter
                          ? yearAfter(text, last.end, end, last.glued)
                          : 0;
        if (y == 0)
            return std::nullopt;
        auto found = partFound(i, end, last, y);
        found.quantity->from = partFound(i, end, part, y).quantity->from;
        return found;
    }
    // 2026Q3, 2026 Q3, 2026-Q3, 2026H1
    if (const int y = isDigit(text[i]) ? yearAt(text, i) : 0) {
        std::size_t at = text[i + 4] == U'-' || text[i + 4] == U'/' ? i + 5 : text.skipBlanks(i + 4);
        if (const Part part = isLatinLetter(text[at]) ? partAt(text, at) : Part{};
            part.number > 0 && part.end == at + 2)
            return partFound(i, part.end, part, y);
    }
    return std::nullopt;
}

std::optional<Found> fiscalPeriodAt(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    if (text.isWordAt(i, U"fiscal")) // fiscal Q2 2026, fiscal second quarter of 2026
        if (const Part part = partAt(text, text.skipBlanks(i + 6)); part.number > 0 && part.quarter)
            if (const int year = yearAfter(text, part.end, end, false))
                return fiscalFound(i, end, year, part.number);
    const int y = fiscalYearAt(text, i, end);
    if (y == 0)
        return std::nullopt;
    if (auto years = fiscalYearsFrom(text, i, end, y))
        return years;
    const std::size_t next = text.skipBlanks(end);
    const Part part = partAt(text, next);
    const bool quarter = part.number > 0 && part.quarter;
    return fiscalFound(i, quarter ? part.end : end, y, quarter ? part.number : 0);
}

} // namespace parallax::data
