// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>

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

// What is sure to have a sum: a total between the least and the greatest of its parts is no average there.
bool isExtensive(const TableView& view, std::size_t column) {
    const HeaderSense& sense = view.headerSense(column);
    if (!sense.from.empty() && sense.name.empty()) // "2025": as the columns beside it
        return true;
    return FoldedPhrase(view.header(column).substr(0, longestHeader))
        .hasAny({U"revenue",   U"revenues", U"sales",     U"cost",      U"costs",      U"spend",
                 U"spending",  U"capex",    U"opex",      U"profit",    U"income",     U"units",
                 U"shipments", U"volume",   U"headcount", U"employees", U"users",      U"customers",
                 U"orders",    U"amount",   U"budget",    U"funding",   U"investment", U"number of",
                 U"count",     U"营收",     U"收入",      U"销售额",    U"销量",       U"出货量",
                 U"金额",      U"支出",     U"成本",      U"费用",      U"利润",       U"人数",
                 U"数量",      U"预算",     U"投资",      U"资本"});
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

// "+5%" is a change and no part; "−5" is one, of what is taken off.
bool isPart(const Quantity& part, const Quantity& total) {
    return isComparable(part, total) && (part.sign == 0 || (part.sign == '-' && !isPercent(part)));
}

std::optional<Finding> sumFinding(const Parts& parts, const Operand& total, const Evidence& place) {
    if (parts.operands.size() < 2 || parts.operands.size() > mostParts || !hasSum(total.quantity))
        return std::nullopt;
    if (!std::ranges::all_of(parts.operands,
                             [&](const Operand& part) { return isPart(part.quantity, total.quantity); }))
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

// Rows that may add up to the one below them.
struct PartRow {
    std::size_t row = 0;
    bool takenOff = false;
};
using PartRows = std::vector<PartRow>;

bool isSubdivision(const TableView& view, std::size_t row) {
    return FoldedPhrase(view.label(row)).hasAny({U"of which", U"thereof", U"其中"});
}

// The items above `row`: those since the last total or section where `nearer`, else all of them. What is said
// to be a part of another row counts with that.
PartRows itemsAbove(const TableView& view, std::size_t row, bool nearer, Deduction takenOff,
                    bool subdivisions = false) {
    PartRows rows;
    for (std::size_t at = 0; at < row && rows.size() <= mostParts; ++at) {
        const RowRole role = view.rowRole(at);
        if (role == RowRole::Section || role == RowRole::Total) {
            if (nearer)
                rows.clear();
            continue;
        }
        const HeaderSense& label = view.labelSense(at);
        if (role == RowRole::Average || label.change || label.yearly ||
            (!subdivisions && isSubdivision(view, at)))
            continue;
        rows.push_back({at, view.deduction(at) >= takenOff});
    }
    return rows;
}

std::optional<Finding> totalOf(const TableView& view, const PartRows& rows, std::size_t row,
                               std::size_t column, const Operand& total) {
    Parts parts;
    for (const PartRow& at : rows) {
        auto part = view.figure(at.row, column);
        if (!part)
            continue;
        if (at.takenOff && part->quantity.value.digits > 0)
            negate(part->quantity);
        parts.add(*part, view.cellEvidence(at.row, column));
    }
    return sumFinding(parts, total, view.cellEvidence(row, column));
}

struct TotalFinding {
    std::size_t column = 0;
    Finding finding;
};
using TotalFindings = std::vector<TotalFinding>;

Fits fitsOf(const TotalFindings& findings) {
    Fits fits;
    for (const TotalFinding& found : findings)
        fits.count(found.finding.check);
    return fits;
}

// The columns in which a total row may add up what stands above it.
std::vector<std::size_t> summedColumns(const TableView& view) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < view.columns(); ++column) {
        const TypedColumn& typed = view.column(column);
        const bool share = typed.shares || typed.role == ColumnRole::Share;
        const bool intensive = isIntensive(view.header(column).substr(0, longestHeader));
        if ((!addsUp(typed.role) && !share) || (intensive && !(share && view.headerSense(column).share)))
            continue;
        if (typed.dimension == Dimension::Ratio && view.severalAnswers())
            continue;
        columns.push_back(column);
    }
    return columns;
}

// The sum of what stands above a total, read as the whole column or its section, whichever fits.
TotalFindings totalsAt(const TableView& view, std::size_t row, const std::vector<std::size_t>& columns,
                       const PartRows& all, const PartRows& section) {
    TotalFindings findings;
    for (const std::size_t column : columns) {
        const auto total = view.figure(row, column);
        if (!total)
            continue;
        auto whole = totalOf(view, all, row, column, *total);
        auto nearer =
            section.size() < all.size() ? totalOf(view, section, row, column, *total) : std::nullopt;
        // Where neither fits, the nearer parts are meant.
        const bool wrong = whole && whole->check.verdict == Verdict::Inconsistent;
        auto& found =
            !whole || (nearer && (wrong || nearer->check.verdict < whole->check.verdict)) ? nearer : whole;
        // Percentages add up only as shares.
        const TypedColumn& typed = view.column(column);
        const bool share = typed.shares || typed.role == ColumnRole::Share;
        if (found && (found->check.unit != "%" || share || found->check.rule == Rule::ShareSum))
            findings.push_back({column, std::move(*found)});
    }
    return findings;
}

// The rows that are no parts of another by the figures of a column; none where all stand for themselves.
PartRows outerItems(const TableView& view, const PartRows& items, std::size_t column) {
    constexpr std::size_t mostItems = 200;
    std::vector<Operand> figures;
    PartRows rows;
    for (const PartRow& at : items)
        if (auto figure = view.figure(at.row, column); figure && rows.size() < mostItems) {
            figures.push_back(std::move(*figure));
            rows.push_back(at);
        }
    const std::vector<bool> nested = nestedIn(figures);
    PartRows outer;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!nested[i])
            outer.push_back(rows[i]);
    return outer.size() < rows.size() ? outer : PartRows{};
}

// Other rows that a total may add up where neither all above it nor its section does: the totals above, the
// last of them and what follows, the last few rows, costs without a word that takes them off.
TotalFindings otherTotalsAt(const TableView& view, std::size_t row, const std::vector<std::size_t>& columns,
                            bool certain) {
    constexpr std::size_t mostTried = 24;
    const PartRows section = itemsAbove(view, row, true, Deduction::Yes);
    std::vector<PartRows> tries;
    std::vector<std::size_t> fewest; // columns that must fit
    const auto attempt = [&](PartRows rows, std::size_t columnsThatFit) {
        tries.push_back(std::move(rows));
        fewest.push_back(columnsThatFit);
    };
    attempt(itemsAbove(view, row, false, Deduction::Maybe), 1);
    attempt(itemsAbove(view, row, true, Deduction::Maybe), 1);
    PartRows totals;
    for (std::size_t at = 0; at < row; ++at)
        if (view.rowRole(at) == RowRole::Total)
            totals.push_back({at, view.deduction(at) == Deduction::Yes});
    if (totals.size() >= 2)
        attempt(totals, 1);
    if (!totals.empty()) {
        for (const Deduction takenOff : {Deduction::Yes, Deduction::Maybe}) {
            PartRows running{totals.back()};
            const PartRows items = itemsAbove(view, row, true, takenOff);
            running.insert(running.end(), items.begin(), items.end());
            attempt(std::move(running), 1);
        }
    }
    attempt(itemsAbove(view, row, false, Deduction::Yes, true), 1);
    for (const bool nearer : {false, true})
        for (std::size_t i = 0; i < std::min<std::size_t>(columns.size(), 3); ++i)
            if (auto outer = outerItems(view, itemsAbove(view, row, nearer, Deduction::Yes), columns[i]);
                !outer.empty())
                attempt(std::move(outer), 1);
    for (const Deduction takenOff : {Deduction::Yes, Deduction::Maybe}) {
        const PartRows items = itemsAbove(view, row, true, takenOff);
        for (std::size_t count = items.size(), k = 0; count > 2 && k < mostTried; ++k) {
            --count;
            attempt(PartRows(items.end() - static_cast<std::ptrdiff_t>(count), items.end()), certain ? 2 : 1);
        }
    }
    for (std::size_t i = 0; i < tries.size(); ++i) {
        TotalFindings found = totalsAt(view, row, columns, tries[i], tries[i]);
        const Fits fits = fitsOf(found);
        const bool exact = std::ranges::all_of(found, [](const TotalFinding& one) {
            return one.finding.check.verdict != Verdict::ConsistentLoose;
        });
        if (fits.fits >= fewest[i] && fits.misses == 0 && exact)
            return found;
    }
    return {};
}

// Between the least and the greatest of its parts a "total" is their average.
bool mayBeMean(const TableView& view, std::size_t row, const TotalFinding& found) {
    if (found.finding.check.verdict != Verdict::Inconsistent || isExtensive(view, found.column))
        return false;
    const auto total = view.figure(row, found.column);
    if (!total)
        return false;
    double least = 0;
    double greatest = 0;
    bool any = false;
    for (const PartRow& at : itemsAbove(view, row, false, Deduction::Yes))
        if (const auto part = view.figure(at.row, found.column)) {
            const double face = readingOf(*part).face;
            least = any ? std::min(least, face) : face;
            greatest = any ? std::max(greatest, face) : face;
            any = true;
        }
    const double face = readingOf(*total).face;
    return any && least <= face && face <= greatest;
}

// A total larger than the listed parts may count what is not listed, unless the table says it lists all.
bool mayLeaveOut(const TableView& view, std::size_t row, const Check& check) {
    if (check.verdict != Verdict::Inconsistent || !check.face || !check.stated ||
        check.cause == "times-ten" || check.cause == "scale")
        return false;
    for (std::size_t at = 0; at < row; ++at)
        if (view.rowRole(at) == RowRole::Others)
            return false;
    return check.stated->low > *check.face;
}

void makeOpen(Check& check) {
    Check open = cannotTell(check.rule, "may-leave-out");
    open.face = check.face;
    open.strict = check.strict;
    open.loose = check.loose;
    open.stated = check.stated;
    open.power = check.power;
    open.unit = std::move(check.unit);
    open.formula = std::move(check.formula);
    check = std::move(open);
}

void checkTotalRow(const TableView& view, std::size_t row, const std::vector<std::size_t>& columns,
                   std::vector<Check>& out) {
    const RowSense sense = readRowLabel(view.label(row).substr(0, longestHeader));
    TotalFindings found = totalsAt(view, row, columns, itemsAbove(view, row, false, Deduction::Yes),
                                   itemsAbove(view, row, true, Deduction::Yes));
    Fits fits = fitsOf(found);
    const bool holds = std::ranges::any_of(
        found, [](const TotalFinding& one) { return one.finding.check.verdict == Verdict::Consistent; });
    if (!holds && fits.any()) {
        if (auto other = otherTotalsAt(view, row, columns, sense.certain); !other.empty()) {
            found = std::move(other);
        }
    }
    std::erase_if(found, [&](const TotalFinding& one) { return mayBeMean(view, row, one); });
    fits = fitsOf(found);
    if (fits.fits == 0) {
        std::size_t open = 0;
        for (TotalFinding& one : found)
            if (sense.certain && mayLeaveOut(view, row, one.finding.check)) {
                makeOpen(one.finding.check);
                ++open;
            }
        fits = fitsOf(found);
        if (open > 0 && fits.misses > 0) // short in one column and too long in another: no sum of these
            std::erase_if(found, [](const TotalFinding& one) {
                return one.finding.check.verdict != Verdict::Inconsistent;
            });
    }
    const bool accepted = fits.mostly() || (sense.certain && fits.fits * 2 >= fits.misses) ||
                          (fits.fits == 0 && fits.misses <= 2 && sense.certain);
    if (!accepted)
        return;
    std::vector<Finding> findings;
    for (TotalFinding& one : found)
        findings.push_back(std::move(one.finding));
    report(std::move(findings), out);
}

void checkTotalRows(const TableView& view, std::vector<Check>& out) {
    constexpr std::size_t mostTotals = 16;
    std::size_t totals = 0;
    const std::vector<std::size_t> columns = summedColumns(view);
    for (std::size_t row = 2; row < view.rows() && !columns.empty(); ++row)
        if (view.rowRole(row) == RowRole::Total && ++totals <= mostTotals)
            checkTotalRow(view, row, columns, out);
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
                !isIntensive(view.header(other).substr(0, longestHeader)) &&
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
                    if (operand->quantity.value.digits > 0 &&
                        deductionOf(view.header(part).substr(0, longestHeader)) == Deduction::Yes)
                        negate(operand->quantity);
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
        const bool part = isSubdivision(view, row);
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
