// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/change_columns.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "data/table/relations.h"

namespace parallax::data {
namespace {

// What a table of 100,000 rows or 2,000 columns is judged by.
constexpr std::size_t sampledRows = 200;
constexpr std::size_t reachLeft = 8, reachRight = 3;

struct Pair {
    std::size_t base = 0, next = 0;
};

bool isLevel(const TypedColumn& column) {
    return column.role == ColumnRole::Level || column.role == ColumnRole::Base ||
           column.role == ColumnRole::New || column.role == ColumnRole::Share ||
           column.role == ColumnRole::Total;
}

int yearOf(const std::string& day) {
    int year = 0;
    if (day.size() >= 4)
        std::from_chars(day.data(), day.data() + 4, year);
    return year;
}

// The change that a cell of this column states: its first figure, or the one behind the level.
const Quantity* changeIn(const Typing& typing, std::size_t row, std::size_t column, bool inner) {
    const Quantity* first = typing.figure(row, column);
    if (!inner || first == nullptr)
        return first;
    const auto& quantities = typing.out.cells[row][column].quantities;
    return quantities.size() > 1 ? &quantities[1] : nullptr;
}

struct Score {
    std::size_t fits = 0, misses = 0;
    bool majority() const { return fits > 0 && fits >= misses; }
    bool betterThan(const Score& other) const {
        return fits * (other.fits + other.misses) > other.fits * (fits + misses);
    }
};

// "60%" under "Price cut" leads down.
Quantity readChange(const Quantity& change, bool decline) {
    Quantity read = change;
    if (decline && read.sign == 0 && read.value.digits > 0 && read.kind == QuantityKind::Scalar)
        read.value = read.value.negated();
    return read;
}

Score scoreOf(const Typing& typing, Pair pair, std::size_t column, bool inner, double years) {
    Score score;
    const std::string_view header =
        !inner && column < typing.out.header.size() ? std::string_view(typing.out.header[column]) : "";
    const bool decline = saysDecline(header);
    const bool faster = saysSpeedup(header);
    const std::size_t rows = typing.out.cells.size();
    const std::size_t step = std::max<std::size_t>(1, rows / sampledRows);
    for (std::size_t row = 0; row < rows; row += step) {
        const Quantity* base = typing.figure(row, pair.base);
        const Quantity* next = typing.figure(row, pair.next);
        const Quantity* change = changeIn(typing, row, column, inner);
        if (base == nullptr || next == nullptr || change == nullptr)
            continue;
        const bool turned = faster && base->dimension == Dimension::Time;
        Fit fit =
            changeFits(turned ? *next : *base, turned ? *base : *next, readChange(*change, decline), years);
        if (faster && !turned && fit == Fit::Misses && base->dimension != Dimension::Rate)
            fit = changeFits(*next, *base, *change, years);
        score.fits += fit == Fit::Fits ? 1 : 0;
        score.misses += fit == Fit::Misses ? 1 : 0;
    }
    return score;
}

// Levels near the change column, the nearest first.
std::vector<std::size_t> levelsNear(const Typing& typing, std::size_t column) {
    std::vector<std::size_t> near;
    const auto& columns = typing.out.columns;
    for (std::size_t at = column; at-- > 0 && near.size() < reachLeft;)
        if (isLevel(columns[at]))
            near.push_back(at);
    std::size_t right = 0;
    for (std::size_t at = column + 1; at < columns.size() && right < reachRight; ++at)
        if (isLevel(columns[at])) {
            near.push_back(at);
            ++right;
        }
    return near;
}

bool comparable(const TypedColumn& a, const TypedColumn& b) {
    return a.dimension == b.dimension && (a.unit == b.unit || a.unit.empty() || b.unit.empty());
}

bool saysActual(const Typing& typing, std::size_t column) {
    const std::u32string text =
        column < typing.out.header.size() ? foldedHeader(typing.out.header[column]) : std::u32string();
    return text.find(U"actual") != std::u32string::npos || text.find(U"实际") != std::u32string::npos ||
           text.find(U"实绩") != std::u32string::npos;
}

// Which of two levels is the base, where periods or words say it: a table whose changes all lead backwards is
// wrong, not read the wrong way.
std::optional<Pair> orderByHeaders(const Typing& typing, std::size_t a, std::size_t b) {
    const HeaderSense& left = typing.senses[std::min(a, b)];
    const HeaderSense& right = typing.senses[std::max(a, b)];
    const Pair asWritten{std::min(a, b), std::max(a, b)};
    const Pair turned{asWritten.next, asWritten.base};
    if (!left.from.empty() && !right.from.empty() && left.from != right.from)
        return left.from < right.from ? asWritten : turned;
    // "Budget | Actual | Variance" and "Forecast | Actual | Difference" lead as they stand.
    if (saysActual(typing, asWritten.next))
        return std::nullopt;
    if ((left.next && !right.next) || (right.base && !left.base))
        return turned;
    if ((left.base && !right.base) || (right.next && !left.next))
        return asWritten;
    return std::nullopt;
}

Pair ordered(const Typing& typing, std::size_t a, std::size_t b) {
    return orderByHeaders(typing, a, b).value_or(Pair{std::min(a, b), std::max(a, b)});
}

// "2025-2028" over the change: the columns of these years.
std::optional<Pair> pairByPeriod(const Typing& typing, std::size_t column) {
    const HeaderSense& sense = typing.senses[column];
    const int first = yearOf(sense.from), last = yearOf(sense.to);
    if (first == 0 || last <= first)
        return std::nullopt;
    std::optional<std::size_t> base, next;
    for (const std::size_t level : levelsNear(typing, column)) {
        const int year = yearOf(typing.senses[level].to);
        if (year == first && !base)
            base = level;
        if (year == last && !next)
            next = level;
    }
    if (!base || !next)
        return std::nullopt;
    return Pair{*base, *next};
}

// Months from the beginning of the calendar.
int monthOf(const std::string& day) {
    int month = 0;
    if (day.size() >= 7)
        std::from_chars(day.data() + 5, day.data() + 7, month);
    return yearOf(day) * 12 + month;
}

// "YoY" over quarters: the same quarter of the year before, where only two columns are so far apart.
std::optional<Pair> pairByStep(const Typing& typing, std::size_t column) {
    if (column >= typing.out.header.size())
        return std::nullopt;
    const int months = monthsBack(typing.out.header[column]);
    if (months == 0)
        return std::nullopt;
    std::optional<Pair> found;
    const std::vector<std::size_t> levels = levelsNear(typing, column);
    for (const std::size_t base : levels)
        for (const std::size_t next : levels) {
            const HeaderSense& from = typing.senses[base];
            const HeaderSense& to = typing.senses[next];
            if (base == next || from.from.empty() || to.from.empty())
                continue;
            const int length = monthOf(to.to) - monthOf(to.from) + 1;
            if (length != monthOf(from.to) - monthOf(from.from) + 1 ||
                monthOf(to.from) - monthOf(from.from) != (months > 0 ? months : length))
                continue;
            if (found)
                return std::nullopt;
            found = Pair{base, next};
        }
    return found;
}

std::optional<Pair> pairByArithmetic(const Typing& typing, std::size_t column, bool inner) {
    std::vector<std::size_t> levels = levelsNear(typing, column);
    if (inner)
        levels.insert(levels.begin(), column);
    const bool yearly = !inner && typing.out.columns[column].perYear;
    std::optional<Pair> best;
    Score bestScore;
    for (std::size_t i = 0; i < levels.size(); ++i)
        for (std::size_t k = 0; k < levels.size(); ++k) {
            if (i == k || (inner && levels[k] != column))
                continue;
            // Of equal fits the first counts: near the change, in order of time or as written.
            const Pair pair{levels[i], levels[k]};
            const double years = yearly ? yearsBetween(typing, pair.base, pair.next) : 1;
            if (years <= 0)
                continue;
            const auto known = orderByHeaders(typing, pair.base, pair.next);
            const Pair natural =
                known.value_or(Pair{std::min(pair.base, pair.next), std::max(pair.base, pair.next)});
            if (known && known->base != pair.base)
                continue;
            const Score score = scoreOf(typing, pair, column, inner, years);
            // One row that fits backwards is more likely one with a wrong sign.
            if (!score.majority() || (natural.base != pair.base && score.fits < 2))
                continue;
            const bool tie = best && !score.betterThan(bestScore) && !bestScore.betterThan(score);
            if (!best || score.betterThan(bestScore) ||
                (tie && score.fits == bestScore.fits && natural.base == pair.base &&
                 ordered(typing, best->base, best->next).base != best->base)) {
                best = pair;
                bestScore = score;
            }
        }
    return best;
}

// Without arithmetic: the two nearest levels to the left that can be compared, else any two.
std::optional<Pair> pairByOrder(const Typing& typing, std::size_t column, bool inner) {
    std::vector<std::size_t> levels = levelsNear(typing, column);
    if (inner)
        levels.insert(levels.begin(), column);
    for (std::size_t i = 0; i < levels.size(); ++i)
        for (std::size_t k = i + 1; k < levels.size(); ++k)
            if (comparable(typing.out.columns[levels[i]], typing.out.columns[levels[k]])) {
                const Pair pair = ordered(typing, levels[i], levels[k]);
                if (!inner || pair.next == column)
                    return pair;
            }
    return std::nullopt;
}

void assign(Typing& typing, Pair pair) {
    TypedColumn& base = typing.out.columns[pair.base];
    TypedColumn& next = typing.out.columns[pair.next];
    const auto free = [](const TypedColumn& column) {
        return (column.role == ColumnRole::Level || column.role == ColumnRole::Share) &&
               !column.roleCorrected;
    };
    if (free(base))
        base.role = ColumnRole::Base;
    if (free(next))
        next.role = ColumnRole::New;
}

// Base and New as an analyst settled them.
std::optional<Pair> settledPair(const Typing& typing) {
    std::optional<std::size_t> base, next;
    for (std::size_t column = 0; column < typing.out.columns.size(); ++column) {
        const TypedColumn& typed = typing.out.columns[column];
        if (typed.roleCorrected && typed.role == ColumnRole::Base)
            base = column;
        if (typed.roleCorrected && typed.role == ColumnRole::New)
            next = column;
    }
    return base && next ? std::optional(Pair{*base, *next}) : std::nullopt;
}

// Current and projected by words; else by periods: the newest that is no forecast, and the last one. What is
// a forecast the headers tell ("2026E"), else the document's year.
std::optional<Pair> pairByWords(const Typing& typing) {
    const auto& columns = typing.out.columns;
    std::optional<std::size_t> base, next;
    bool forecasts = false; // among columns that name their period
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const HeaderSense& sense = typing.senses[column];
        if (!isLevel(columns[column]) || columns[column].role == ColumnRole::Total)
            continue;
        if (sense.base && !sense.next) {
            // Of several the newest, and of those without a period the first.
            if (!base || typing.senses[*base].to < sense.to)
                base = column;
        } else if (sense.next && !sense.base) {
            forecasts = forecasts || !sense.to.empty();
            if (!next || typing.senses[*next].to <= sense.to) // the furthest, else the last
                next = column;
        }
    }
    if (base && next && comparable(columns[*base], columns[*next]))
        return Pair{*base, *next};

    std::vector<std::pair<std::string, std::size_t>> periods; // by last day
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (isLevel(columns[column]) && columns[column].role != ColumnRole::Total &&
            !typing.senses[column].to.empty())
            periods.emplace_back(typing.senses[column].to, column);
    std::ranges::stable_sort(periods, {}, &std::pair<std::string, std::size_t>::first);
    if (periods.size() < 2 || periods.front().first == periods.back().first)
        return std::nullopt;
    const int year = yearOf(typing.context.documentMonth);
    const std::size_t last = periods.back().second;
    std::size_t current = periods.front().second;
    if (forecasts) {
        if (!typing.senses[last].next)
            return std::nullopt;
        for (const auto& [day, column] : periods)
            if (!typing.senses[column].next)
                current = column;
        if (typing.senses[current].next) // nothing but forecasts: no present
            return std::nullopt;
    } else if (periods.size() > 2 || year != 0) {
        for (const auto& [day, column] : periods)
            if (year != 0 && yearOf(day) <= year)
                current = column;
        // Of several years none is the present where nobody knows when they were written down.
        if (periods.size() > 2 && (year == 0 || yearOf(periods.back().first) <= year))
            return std::nullopt;
        if (current == last)
            current = periods[periods.size() - 2].second;
    }
    if (!comparable(columns[current], columns[last]))
        return std::nullopt;
    return Pair{current, last};
}

// Signed percentages without a word over them ("vs. 2024") are changes where they lead from level to level.
void findUnnamedChanges(Typing& typing) {
    auto& columns = typing.out.columns;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const ColumnTally& tally = typing.tallies[column];
        const std::string_view header =
            column < typing.out.header.size() ? std::string_view(typing.out.header[column]) : "";
        const bool decline = saysDecline(header) && columns[column].dimension == Dimension::Ratio;
        const bool faster = saysSpeedup(header);
        const bool isSigned = columns[column].dimension == Dimension::Ratio &&
                              tally.signs * 2 >= tally.figures && tally.figures > 0;
        if (columns[column].role != ColumnRole::Level || columns[column].roleCorrected ||
            (!isSigned && !decline && !faster))
            continue;
        columns[column].role = ColumnRole::Change;
        if (!pairByArithmetic(typing, column, false))
            columns[column].role = ColumnRole::Level;
    }
}

} // namespace

double yearsBetween(const Typing& typing, std::size_t base, std::size_t next) {
    const int first = yearOf(typing.senses[base].to), last = yearOf(typing.senses[next].to);
    return first == 0 || last == 0 ? 0 : last - first;
}

void findChangeColumns(Typing& typing) {
    auto& columns = typing.out.columns;
    findUnnamedChanges(typing);
    const std::optional<Pair> settled = settledPair(typing);
    bool any = settled.has_value();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const bool change = columns[column].role == ColumnRole::Change;
        const ColumnTally& tally = typing.tallies[column];
        const bool inner =
            !change && isLevel(columns[column]) && tally.inner > 0 && tally.inner * 2 >= tally.figures;
        if (!change && !inner)
            continue;
        std::optional<Pair> pair = change ? settled : std::nullopt;
        if (!pair && change)
            pair = pairByPeriod(typing, column);
        if (!pair && change)
            pair = pairByStep(typing, column);
        if (!pair)
            pair = pairByArithmetic(typing, column, inner);
        if (!pair)
            pair = pairByOrder(typing, column, inner);
        if (!pair)
            continue;
        any = true;
        if (change) {
            columns[column].base = static_cast<int>(pair->base);
            columns[column].next = static_cast<int>(pair->next);
        }
        assign(typing, *pair);
    }
    if (!any)
        if (const auto pair = pairByWords(typing))
            assign(typing, *pair);
}

} // namespace parallax::data
