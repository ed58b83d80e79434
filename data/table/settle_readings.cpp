// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "data/table/change_columns.h"
#include "data/table/relations.h"
#include "data/table/typing.h"

namespace parallax::data {
namespace {

std::string percentSign(const Quantity& q) {
    return q.unit == "%" ? " %" : (q.unit.empty() ? "" : " " + q.unit);
}

std::string said(const Quantity& q) {
    return (q.kind == QuantityKind::Range ? q.low.toString() + " to " + q.high.toString()
                                          : q.value.toString()) +
           percentSign(q);
}

// The number written first in a range.
bool lowWrittenFirst(const Quantity& q, std::string_view cell) {
    const std::string_view text = cell.substr(q.span.begin, q.span.end - q.span.begin);
    const auto digits = [](std::string number) {
        if (number.starts_with('-'))
            number.erase(0, 1);
        return number;
    };
    const std::size_t low = text.find(digits(q.low.toString()));
    const std::size_t high = text.find(digits(q.high.toString()));
    return low < high;
}

// "-4-8%" as from −4 up to +8, which its hyphen allows too.
std::optional<Quantity> openedRange(const Quantity& q, std::string_view cell) {
    if (q.kind != QuantityKind::Range || q.sign != '-' || q.low.digits >= 0 || q.high.digits >= 0 ||
        q.span.end > cell.size())
        return std::nullopt;
    Quantity other = q;
    const bool lowFirst = lowWrittenFirst(q, cell);
    other.low = lowFirst ? q.low : q.high;
    other.high = (lowFirst ? q.high : q.low).negated();
    return other;
}

// A change cell between its levels.
struct Relation {
    const Quantity& base;
    const Quantity& next;
    double years;
    Fit of(const Quantity& change) const { return changeFits(base, next, change, years); }
};

void reject(TypedCell& cell, const Quantity& reading) {
    cell.rejected.push_back(said(reading) + (reading.kind == QuantityKind::Range
                                                 ? ": no end matches"
                                                 : ": does not lead from base to new"));
}

// Takes the only reading that fits; notes those that do not.
void choose(TypedCell& cell, Quantity& q, std::vector<Quantity> others, const Relation& relation) {
    const Fit written = relation.of(q);
    if (written == Fit::CannotTell)
        return;
    if (written == Fit::Fits) {
        for (const auto& other : others)
            if (relation.of(other) == Fit::Misses)
                reject(cell, other);
        return;
    }
    const auto fits = [&](const Quantity& other) { return relation.of(other) == Fit::Fits; };
    const auto chosen = std::ranges::find_if(others, fits);
    if (chosen == others.end() || std::find_if(chosen + 1, others.end(), fits) != others.end())
        return;
    reject(cell, q);
    q = std::move(*chosen);
}

std::vector<Quantity> otherReadings(const Quantity& q, std::string_view cell) {
    std::vector<Quantity> others;
    if (auto range = openedRange(q, cell))
        others.push_back(std::move(*range));
    for (std::size_t i = 0; i < q.alternatives.size(); ++i) {
        Quantity other = q;
        other.value = q.alternatives[i].value;
        other.alternatives[i].value = q.value;
        others.push_back(std::move(other));
    }
    return others;
}

// "+10 %" between 50 % and 60 % are points, between 50 % and 55 % per cent.
void settlePoints(TypedCell& cell, Quantity& q, const Relation& relation) {
    if (q.dimension != Dimension::Ratio || relation.base.dimension != Dimension::Ratio)
        return;
    const auto base = extentOf(relation.base), next = extentOf(relation.next), change = extentOf(q);
    if (!base || !next || !change)
        return;
    const Fit percent = changeFits(*base, *next, *change, ChangeKind::Percent, relation.years);
    const Fit points = changeFits(*base, *next, *change, ChangeKind::Points, relation.years);
    if (points == Fit::Fits && percent == Fit::Misses) {
        q.percentagePointPossible = true;
        cell.rejected.push_back(said(q) + " of the base: only the difference in points matches");
    } else if (percent == Fit::Fits && points == Fit::Misses && q.percentagePointPossible) {
        q.percentagePointPossible = false;
        cell.rejected.push_back(said(q) + " as points: only the relative change matches");
    }
}

bool isParenthesised(const Quantity& q, std::string_view cell) {
    return q.kind == QuantityKind::Scalar && q.sign == 0 && q.value.digits < 0 &&
           q.span.begin < cell.size() &&
           (cell[q.span.begin] == '(' || cell.substr(q.span.begin).starts_with("（"));
}

// Parentheses mean a negative figure to accountants and nothing to others. A whole column of them that leads
// upwards settles it; one such cell may be an error of its sign.
template <typename Each>
void settleParentheses(Typing& typing, std::size_t column, Each&& each) {
    std::size_t upwards = 0, others = 0;
    each([&](TypedCell&, Quantity& q, std::string_view text, const Relation& relation) {
        if (!isParenthesised(q, text))
            return;
        Quantity positive = q;
        positive.value = q.value.negated();
        const bool up = relation.of(q) == Fit::Misses && relation.of(positive) == Fit::Fits;
        ++(up ? upwards : others);
    });
    if (upwards < 2 || others > 0)
        return;
    each([&](TypedCell& cell, Quantity& q, std::string_view text, const Relation&) {
        if (!isParenthesised(q, text))
            return;
        reject(cell, q);
        q.value = q.value.negated();
    });
    typing.tallies[column].signs = 0;
}

} // namespace

void settleReadings(Typing& typing) {
    TypedTable& out = typing.out;
    for (std::size_t column = 0; column < out.columns.size(); ++column) {
        const TypedColumn& typed = out.columns[column];
        if (typed.role != ColumnRole::Change || typed.base < 0 || typed.next < 0)
            continue;
        const auto base = static_cast<std::size_t>(typed.base), next = static_cast<std::size_t>(typed.next);
        const double years = typed.perYear ? yearsBetween(typing, base, next) : 1;
        if (years <= 0)
            continue;
        const auto each = [&](auto&& visit) {
            for (std::size_t row = 0; row < out.cells.size(); ++row) {
                const Quantity* from = typing.figure(row, base);
                const Quantity* to = typing.figure(row, next);
                if (from == nullptr || to == nullptr || typing.figure(row, column) == nullptr)
                    continue;
                TypedCell& cell = out.cells[row][column];
                visit(cell, cell.quantities.front(), typing.text(row, column), Relation{*from, *to, years});
            }
        };
        settleParentheses(typing, column, each);
        each([&](TypedCell& cell, Quantity& q, std::string_view text, const Relation& relation) {
            choose(cell, q, otherReadings(q, text), relation);
            settlePoints(cell, q, relation);
        });
    }
}

} // namespace parallax::data
