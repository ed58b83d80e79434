// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "data/check/rules_words.h"
#include "data/check/table_checks.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostParts = 5000;
constexpr std::size_t shownParts = 24; // of which a statement keeps the places

bool addsUp(ColumnRole role) {
    return role == ColumnRole::Level || role == ColumnRole::Base || role == ColumnRole::New ||
           role == ColumnRole::Total;
}

// What has no sum: rates, prices, averages.
bool isIntensive(std::string_view words) {
    return FoldedPhrase(words).hasAny(
        {U"average", U"avg",    U"mean",   U"median", U"per",  U"price", U"prices", U"pricing", U"latency",
         U"rate",    U"ratio",  U"margin", U"growth", U"cagr", U"index", U"score",  U"rank",    U"speed",
         U"age",     U"/",      U"平均",   U"人均",   U"每",   U"价格",  U"单价",   U"延迟",    U"比率",
         U"利润率",  U"毛利率", U"增长",   U"成长",   U"指数", U"得分",  U"评分",   U"排名"});
}

bool hasSum(const Quantity& q) {
    switch (q.dimension) {
    case Dimension::Currency:
    case Dimension::Count:
    case Dimension::Number:
    case Dimension::Power:
    case Dimension::Energy:
    case Dimension::Data:
    case Dimension::Ratio: // shares, whose total is stated
        return !q.per;
    default:
        return false;
    }
}

struct Parts {
    std::vector<Operand> operands; // one more than mostParts where there are more: too many to be added up
    std::vector<Evidence> places;

    void add(const Operand& part, const Evidence& place) {
        if (operands.size() <= mostParts)
            operands.push_back(part);
        if (places.size() <= shownParts)
            places.push_back(place);
    }
};

std::optional<Finding> sumFinding(const Parts& parts, const Operand& total, const Evidence& place) {
    if (parts.operands.size() < 2 || parts.operands.size() > mostParts || !hasSum(total.quantity))
        return std::nullopt;
    if (!std::ranges::all_of(parts.operands, [&](const Operand& part) {
            return isComparable(part.quantity, total.quantity) && part.quantity.sign == 0;
        }))
        return std::nullopt;

    Finding finding;
    const bool hundred = isPercent(total.quantity) && readingOf(total).face == 100;
    finding.check = hundred ? checkShareSum(parts.operands) : checkSum(parts.operands, total);
    finding.places.push_back(place);
    for (const Evidence& part : parts.places) {
        if (finding.places.size() > shownParts)
            break;
        finding.places.push_back(part);
    }
    return finding;
}

// The items of a column above `row`: all of them, and those since the last total or section.
struct Above {
    Parts all, section;
};
Above itemsAbove(const TableView& view, std::size_t row, std::size_t column) {
    Above above;
    for (std::size_t at = 0; at < row; ++at) {
        const RowRole role = view.rowRole(at);
        if (role == RowRole::Section || role == RowRole::Total) {
            above.section = {};
            continue;
        }
        const HeaderSense& label = view.labelSense(at);
        if (label.change || label.yearly)
            continue;
        if (auto part = view.figure(at, column)) {
            const Evidence place = view.cellEvidence(at, column);
            above.section.add(*part, place);
            above.all.add(*part, place);
        }
    }
    return above;
}

// The sum of what stands above a total, read as the whole column or its section, whichever fits.
std::optional<Finding> totalAt(const TableView& view, std::size_t row, std::size_t column) {
    const auto total = view.figure(row, column);
    if (!total)
        return std::nullopt;
    const Above above = itemsAbove(view, row, column);
    const Evidence place = view.cellEvidence(row, column);
    auto all = sumFinding(above.all, *total, place);
    auto section = above.section.operands.size() < above.all.operands.size()
                       ? sumFinding(above.section, *total, place)
                       : std::nullopt;
    // Where neither fits, the nearer parts are meant.
    const bool wrong = all && all->check.verdict == Verdict::Inconsistent;
    if (!all || (section && (wrong || section->check.verdict < all->check.verdict)))
        return section;
    return all;
}

// A total larger than the listed parts may count what is not listed, unless the table says it lists all.
bool mayLeaveOut(const TableView& view, std::size_t row, const Check& check) {
    if (!check.face || !check.stated || check.cause == "times-ten" || check.cause == "scale")
        return false;
    for (std::size_t at = 0; at < row; ++at)
        if (view.rowRole(at) == RowRole::Others)
            return false;
    return check.stated->low > *check.face;
}

void checkTotalRows(const TableView& view, std::vector<Check>& out) {
    std::size_t totals = 0;
    for (std::size_t row = 2; row < view.rows(); ++row) {
        if (view.rowRole(row) != RowRole::Total || ++totals > 16)
            continue;
        const RowSense sense = readRowLabel(view.label(row).substr(0, longestHeader));
        std::vector<Finding> findings;
        for (std::size_t column = 0; column < view.columns(); ++column) {
            const TypedColumn& typed = view.column(column);
            const bool share = typed.shares || typed.role == ColumnRole::Share;
            if ((!addsUp(typed.role) && !share) || isIntensive(view.header(column)))
                continue;
            auto found = totalAt(view, row, column);
            // Percentages add up only as shares.
            if (found && (found->check.unit != "%" || share || found->check.rule == Rule::ShareSum))
                findings.push_back(std::move(*found));
        }
        const Fits fits = fitsOf(findings);
        const bool accepted = fits.mostly() || (sense.certain && fits.fits * 2 >= fits.misses) ||
                              (fits.fits == 0 && fits.misses <= 2 && sense.certain);
        if (!accepted)
            continue;
        if (fits.fits == 0)
            std::erase_if(findings,
                          [&](const Finding& finding) { return mayLeaveOut(view, row, finding.check); });
        report(std::move(findings), out);
    }
}

// One column that adds up the others, row by row.
void checkTotalColumns(const TableView& view, std::vector<Check>& out) {
    constexpr std::size_t mostColumns = 64;
    for (std::size_t column = 0; column < view.columns(); ++column) {
        const TypedColumn& typed = view.column(column);
        if (typed.role != ColumnRole::Total || isIntensive(view.header(column)))
            continue;
        std::vector<std::size_t> parts;
        for (std::size_t other = 0; other < view.columns() && parts.size() < mostColumns; ++other)
            if (other != column && addsUp(view.column(other).role) &&
                view.column(other).role != ColumnRole::Total &&
                view.column(other).dimension == typed.dimension)
                parts.push_back(other);
        if (parts.size() < 2)
            continue;
        Findings findings;
        for (std::size_t row = 0; row < view.rows(); ++row) {
            const auto total = view.figure(row, column);
            if (!total || view.rowRole(row) == RowRole::Section)
                continue;
            Parts found;
            for (const std::size_t part : parts)
                if (auto operand = view.figure(row, part)) {
                    found.add(*operand, view.cellEvidence(row, part));
                }
            if (auto finding = sumFinding(found, *total, view.cellEvidence(row, column)))
                findings.add(std::move(*finding));
        }
        const Fits fits = findings.fits;
        if (fits.mostly() || (view.headerSense(column).total && fits.fits > fits.misses))
            report(std::move(findings), out);
    }
}

// "of which training" under a level: a part of the row above that is no such part itself.
void checkPartRows(const TableView& view, std::vector<Check>& out) {
    std::size_t whole = 0;
    bool any = false;
    for (std::size_t row = 0; row < view.rows(); ++row) {
        const bool part = FoldedPhrase(view.label(row)).hasAny({U"of which", U"thereof", U"其中"});
        if (!part) {
            whole = row;
            any = view.rowRole(row) != RowRole::Section;
            continue;
        }
        if (!any)
            continue;
        for (std::size_t column = 0; column < view.columns(); ++column) {
            if (!addsUp(view.column(column).role) || isIntensive(view.header(column)))
                continue;
            const auto a = view.figure(row, column);
            const auto b = view.figure(whole, column);
            if (!a || !b || isPercent(a->quantity))
                continue;
            Check check = checkPartWhole(*a, *b);
            check.statement = {view.cellEvidence(row, column), view.cellEvidence(whole, column)};
            if (check.verdict != Verdict::CannotTell)
                out.push_back(std::move(check));
        }
    }
}

} // namespace

void checkTableSums(const TableView& view, std::vector<Check>& out) {
    checkTotalRows(view, out);
    checkTotalColumns(view, out);
    checkPartRows(view, out);
}

} // namespace parallax::data
