// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "data/check/repair.h"
#include "data/check/rules_words.h"
#include "data/check/table_checks.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostRows = 2000;
constexpr std::size_t shareReach = 8;

bool isPercentColumn(const TableView& view, std::size_t column) {
    return view.column(column).dimension == Dimension::Ratio &&
           (view.column(column).shares || view.column(column).role == ColumnRole::Share);
}

bool isAmountColumn(const TableView& view, std::size_t column) {
    const TypedColumn& typed = view.column(column);
    const bool level = typed.role == ColumnRole::Level || typed.role == ColumnRole::Base ||
                       typed.role == ColumnRole::New || typed.role == ColumnRole::Total;
    return level && (typed.dimension == Dimension::Currency || typed.dimension == Dimension::Count ||
                     typed.dimension == Dimension::Number || typed.dimension == Dimension::Power);
}

bool hasRow(const TableView& view, RowRole role) {
    for (std::size_t row = 0; row < view.rows(); ++row)
        if (view.rowRole(row) == role)
            return true;
    return false;
}

bool isPart(RowRole role) {
    return role == RowRole::Item || role == RowRole::Others;
}

// The shares of a column, of a list that leaves nothing out.
void checkColumnSum(const TableView& view, std::size_t column, std::vector<Check>& out) {
    Finding finding;
    std::vector<Operand> parts;
    bool stated = false;
    for (std::size_t row = 0; row < view.rows(); ++row) {
        auto share = view.figure(row, column);
        if (!share || !isPercent(share->quantity))
            continue;
        if (view.rowRole(row) == RowRole::Total) // the sums look at it
            stated = true;
        if (!isPart(view.rowRole(row)) || parts.size() >= mostRows)
            continue;
        parts.push_back(std::move(*share));
        if (finding.places.size() < shareReach)
            finding.places.push_back(view.cellEvidence(row, column));
    }
    if (parts.size() < 2 || stated)
        return;
    finding.check = checkShareSum(parts);
    const bool adds = finding.check.verdict == Verdict::Consistent;
    // "Other breaches 3 %" closes no list: what comes to a fraction of the whole are no parts of one.
    constexpr double leastOfWhole = 80;
    if (!adds && (!hasRow(view, RowRole::Others) || finding.check.face.value_or(0) < leastOfWhole))
        return;
    finding.places.insert(finding.places.begin(), view.headerEvidence(column));
    std::vector<Finding> findings;
    findings.push_back(std::move(finding));
    report(std::move(findings), out);
}

// Columns whose percentages may be parts of one whole, side by side.
struct ShareColumns {
    std::vector<std::size_t> columns;
    bool others = false; // one of them is for the rest
    bool total = false;  // one adds them up: the sums look at it
};

ShareColumns shareColumnsOf(const TableView& view) {
    constexpr std::size_t mostColumns = 64;
    ShareColumns found;
    for (std::size_t column = 0; column < view.columns() && column < mostColumns; ++column) {
        const TypedColumn& typed = view.column(column);
        const bool level = typed.role == ColumnRole::Level || typed.role == ColumnRole::Base ||
                           typed.role == ColumnRole::New || typed.role == ColumnRole::Share;
        const RowSense sense = readRowLabel(view.header(column).substr(0, longestHeader));
        found.total = found.total || typed.role == ColumnRole::Total || sense.role == RowRole::Total;
        if (!level || typed.dimension != Dimension::Ratio || typed.unit != "%")
            continue;
        found.others = found.others || sense.role == RowRole::Others;
        found.columns.push_back(column);
    }
    return found;
}

// The shares of one row; nothing where one is missing, a change or no plain figure.
std::optional<Finding> sharesAcross(const TableView& view, std::size_t row,
                                    const std::vector<std::size_t>& columns) {
    Finding finding;
    std::vector<Operand> parts;
    for (const std::size_t column : columns) {
        auto share = view.figure(row, column);
        if (!share || !isPercent(share->quantity) || share->quantity.sign != 0 ||
            share->quantity.bound != Bound::Exact || share->quantity.value.digits < 0)
            return std::nullopt;
        parts.push_back(std::move(*share));
        if (finding.places.size() < shareReach)
            finding.places.push_back(view.cellEvidence(row, column));
    }
    finding.check = checkShareSum(parts);
    return finding;
}

// "2025 | 41% | 33% | 26%": shares that lie across the rows. What three rows in four keep is the relation,
// and the others break it; a row alone is one where its label or the caption says share, and nothing is left
// out of it only with a column for the rest.
void checkRowSums(const TableView& view, std::vector<Check>& out) {
    constexpr double leastOfWhole = 80;
    const ShareColumns shares = shareColumnsOf(view);
    if (shares.total || shares.columns.size() < (shares.others ? 2U : 3U))
        return;
    std::vector<Finding> all;
    std::vector<Finding> named;
    Fits fits;
    for (std::size_t row = 0; row < view.rows() && row < mostRows; ++row) {
        if (view.rowRole(row) == RowRole::Section)
            continue;
        auto found = sharesAcross(view, row, shares.columns);
        if (!found)
            continue;
        fits.count(found->check);
        const bool says = view.labelSense(row).share || view.captionSense().share;
        const bool adds = found->check.verdict == Verdict::Consistent;
        if (says && (adds || (shares.others && found->check.face.value_or(0) >= leastOfWhole)))
            named.push_back(*found);
        all.push_back(std::move(*found));
    }
    if (fits.fits >= 2 && fits.mostly())
        report(std::move(all), out);
    else
        report(std::move(named), out);
}

// The whole of a column: its total row, else the sum of an exhaustive list.
std::optional<Operand> wholeOf(const TableView& view, std::size_t column) {
    for (std::size_t row = view.rows(); row-- > 0;)
        if (view.rowRole(row) == RowRole::Total)
            return view.figure(row, column);
    Operand whole;
    std::optional<Decimal> sum = Decimal{0, 0};
    double slack = 0;
    std::size_t parts = 0;
    for (std::size_t row = 0; row < view.rows() && row < mostRows; ++row) {
        const auto part = view.figure(row, column);
        if (!part || !isPart(view.rowRole(row)))
            continue;
        const Quantity& q = part->quantity;
        if (q.kind != QuantityKind::Scalar || q.bound != Bound::Exact || q.approx)
            return std::nullopt;
        if (parts++ == 0)
            whole.quantity = q;
        sum = add(*sum, q.value);
        slack += std::abs(q.resolution.toDouble()) / 2;
        if (!sum)
            return std::nullopt;
    }
    if (parts < 2)
        return std::nullopt;
    whole.quantity.value = *sum;
    // ± the rounding of all parts but half a unit, which the reading adds itself.
    const double rest = slack - std::abs(whole.quantity.resolution.toDouble()) / 2;
    if (rest > 0) {
        const int exponent = static_cast<int>(std::floor(std::log10(rest))) - 6;
        whole.quantity.plusMinus =
            Decimal{static_cast<std::int64_t>(std::ceil(rest / std::pow(10.0, exponent))), exponent};
    }
    whole.text = plainNumber(sum->toDouble());
    return whole;
}

Findings sharesOf(const TableView& view, std::size_t share, std::size_t level, const Operand& whole) {
    Findings findings;
    for (std::size_t row = 0; row < view.rows(); ++row) {
        const auto stated = view.figure(row, share);
        const auto part = view.figure(row, level);
        if (!stated || !part || !isPart(view.rowRole(row)))
            continue;
        Finding finding;
        finding.check = checkShareOf(*part, whole, *stated);
        finding.places = {view.cellEvidence(row, share), view.cellEvidence(row, level)};
        findings.add(std::move(finding));
    }
    return findings;
}

void checkShareColumn(const TableView& view, std::size_t share, std::vector<Check>& out) {
    Findings best;
    Fits bestFits;
    for (std::size_t level = share > shareReach ? share - shareReach : 0;
         level < view.columns() && level <= share + shareReach; ++level) {
        if (level == share || !isAmountColumn(view, level))
            continue;
        const auto whole = wholeOf(view, level);
        if (!whole)
            continue;
        auto findings = sharesOf(view, share, level, *whole);
        const Fits fits = findings.fits;
        if (fits.fits > bestFits.fits) {
            best = std::move(findings);
            bestFits = fits;
        }
    }
    // Accepted where three rows in four fit; then the exceptions count.
    if (bestFits.fits >= 2 && bestFits.mostly())
        report(std::move(best), out);
}

// A caption of shares over amounts of an exhaustive list: the shares can be worked out.
void addDerivedShares(const TableView& view, std::vector<Check>& out) {
    const std::string& caption = view.table().caption;
    if (promiseOf(caption.substr(0, longestHeader)) != Promise::Share || !hasRow(view, RowRole::Others))
        return;
    for (std::size_t column = 0; column < view.columns(); ++column)
        if (isPercentColumn(view, column))
            return;
    for (std::size_t column = 0; column < view.columns(); ++column) {
        if (view.column(column).dimension != Dimension::Currency || !isAmountColumn(view, column))
            continue;
        double sum = 0;
        std::vector<double> parts;
        for (std::size_t row = 0; row < view.rows() && row < mostRows; ++row)
            if (const auto part = view.figure(row, column); part && isPart(view.rowRole(row))) {
                parts.push_back(readingOf(*part).face);
                sum += parts.back();
            }
        if (parts.size() < 2 || !(sum > 0) || std::ranges::any_of(parts, [](double p) { return p < 0; }))
            continue;
        Check check = wordCheck(Rule::ShareSum, true, "derived");
        check.unit = "%";
        for (std::size_t i = 0; i < parts.size() && i < 12; ++i)
            check.formula += (i == 0 ? "" : " + ") + plainNumber(100 * parts[i] / sum, 3);
        check.formula += parts.size() > 12 ? " + … = 100 %" : " = 100 %";
        check.face = 100;
        check.strict = check.loose = check.stated = Interval{100, 100};
        check.statement = {view.captionEvidence(), view.headerEvidence(column)};
        out.push_back(std::move(check));
        return;
    }
}

} // namespace

void checkTableShares(const TableView& view, std::vector<Check>& out) {
    for (std::size_t column = 0; column < view.columns(); ++column) {
        if (!isPercentColumn(view, column))
            continue;
        checkColumnSum(view, column, out);
        checkShareColumn(view, column, out);
    }
    checkRowSums(view, out);
    addDerivedShares(view, out);
}

} // namespace parallax::data
