// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <tuple>

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

// The shares of regions and of the countries in them, one below the other.
bool addsWithoutNested(const std::vector<Operand>& parts) {
    const std::vector<bool> nested = nestedIn(parts);
    std::vector<Operand> outer;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!nested[i])
            outer.push_back(parts[i]);
    return outer.size() < parts.size() && checkShareSum(outer).verdict == Verdict::Consistent;
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
    // "Other breaches 3 %" closes no list: what comes to a fraction of the whole are no parts of one. Nor are
    // those of which one is the whole (per cent of revenue, revenue itself among them), or which are far
    // more.
    constexpr double leastOfWhole = 80;
    constexpr double mostOfWhole = 160;
    const double face = finding.check.face.value_or(0);
    const bool hasWhole =
        std::ranges::any_of(parts, [](const Operand& part) { return readingOf(part).faceHigh >= 100; });
    if (!adds && (!hasRow(view, RowRole::Others) || face < leastOfWhole || face > mostOfWhole || hasWhole ||
                  (face > 100 && view.mayOverlap())))
        return;
    if (!adds && addsWithoutNested(parts))
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
    if (shares.total || shares.columns.size() < (shares.others ? 2U : 3U) || view.severalAnswers())
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
        const double face = found->check.face.value_or(0);
        const bool overlaps = face > 100 && view.mayOverlap();
        if (says && (adds || (shares.others && face >= leastOfWhole && !overlaps)))
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
        if (!isPercent(stated->quantity))
            continue;
        finding.check = checkShareOf(*part, whole, *stated);
        finding.places = {view.cellEvidence(row, share), view.cellEvidence(row, level)};
        findings.add(std::move(finding));
    }
    return findings;
}

// How well a column of amounts is the one that shares are of.
struct ShareFit {
    bool sameYear = false; // as the header of the shares says
    std::size_t holding = 0;
    bool newest = false;
    std::size_t exact = 0;

    bool betterThan(const ShareFit& other) const {
        return std::tie(sameYear, holding, newest, exact) >
               std::tie(other.sameYear, other.holding, other.newest, other.exact);
    }
};

ShareFit shareFit(const TableView& view, std::size_t share, std::size_t level, const Findings& findings) {
    ShareFit fit;
    const int year = yearOf(view.headerSense(share));
    fit.sameYear = year != 0 && yearOf(view.headerSense(level)) == year;
    fit.newest = view.column(level).role == ColumnRole::New;
    for (const Finding& finding : findings.kept) {
        fit.holding += finding.check.verdict == Verdict::Consistent ? 1 : 0;
        fit.exact += finding.check.grade == Grade::Exact ? 1 : 0;
    }
    return fit;
}

void checkShareColumn(const TableView& view, std::size_t share, std::vector<Check>& out) {
    Findings best;
    ShareFit bestFit;
    const int year = yearOf(view.headerSense(share));
    for (std::size_t level = share > shareReach ? share - shareReach : 0;
         level < view.columns() && level <= share + shareReach; ++level) {
        if (level == share || !isAmountColumn(view, level) ||
            isIntensive(view.header(level).substr(0, longestHeader)))
            continue;
        // Shares of 2025 are not those of 2024.
        const int other = yearOf(view.headerSense(level));
        if (year != 0 && other != 0 && other != year)
            continue;
        const auto whole = wholeOf(view, level);
        if (!whole)
            continue;
        auto findings = sharesOf(view, share, level, *whole);
        const ShareFit fit = shareFit(view, share, level, findings);
        if (findings.fits.fits > 0 && (best.empty() || fit.betterThan(bestFit))) {
            best = std::move(findings);
            bestFit = fit;
        }
    }
    // Accepted where three rows in four fit, most of them by more than a loose reading; then the exceptions
    // count.
    const Fits fits = best.fits;
    if (fits.fits >= 2 && fits.mostly() && bestFit.holding * 2 > fits.fits)
        report(std::move(best), out);
}

bool isMargin(std::string_view words) {
    return FoldedPhrase(words).hasAny({U"margin", U"利润率", U"毛利率", U"净利率", U"利益率", U"营益率"});
}

bool isRevenue(std::string_view words) {
    const FoldedPhrase phrase(words);
    return phrase.hasAny(
               {U"revenue", U"revenues", U"sales", U"turnover", U"营收", U"收入", U"销售额", U"营业额"}) &&
           !phrase.hasAny({U"cost", U"costs", U"per", U"growth", U"share", U"other", U"成本", U"其他",
                           U"占比", U"成长", U"增长", U"率"});
}

// The profit that a margin is of: "Gross margin" of "Gross profit", "Margin" of "Profit".
bool isProfitOf(std::string_view margin, std::string_view words) {
    struct Kind {
        std::initializer_list<std::u32string_view> margin, profit;
    };
    static const std::array<Kind, 4> kinds{{
        {{U"gross", U"毛利率"}, {U"gross profit", U"毛利"}},
        {{U"operating", U"营业利润率", U"营业利益率", U"营益率"},
         {U"operating profit", U"operating income", U"营业利润", U"营业利益"}},
        {{U"ebitda"}, {U"ebitda"}},
        {{U"net", U"净利率", U"净利润率"}, {U"net profit", U"net income", U"净利", U"净利润"}},
    }};
    const FoldedPhrase name(margin);
    const FoldedPhrase phrase(words);
    if (phrase.hasAny({U"margin", U"率", U"growth", U"成长", U"增长", U"per", U"share"}))
        return false;
    for (const Kind& kind : kinds)
        if (name.hasAny(kind.margin))
            return phrase.hasAny(kind.profit);
    const bool bare = name.text().starts_with(U"margin") || name.hasAny({U"profit margin", U"利润率"});
    return bare && phrase.hasAny({U"profit", U"利润"}) && !phrase.hasAny({U"before", U"pre-tax", U"税前"});
}

// Profit over revenue against a stated margin. The relation must hold in two places of three, and twice.
void reportMargins(std::vector<Finding> findings, std::vector<Check>& out) {
    const Fits fits = fitsOf(findings);
    if (fits.fits >= 2 && fits.fits >= 2 * fits.misses)
        report(std::move(findings), out);
}

std::optional<Finding> marginFinding(const TableView& view, TablePlace margin, TablePlace profit,
                                     TablePlace revenue) {
    const auto stated = view.figure(margin.row, margin.column);
    const auto part = view.figure(profit.row, profit.column);
    const auto whole = view.figure(revenue.row, revenue.column);
    if (!stated || !part || !whole || !isPercent(stated->quantity) || stated->quantity.sign == '+' ||
        isPercent(part->quantity))
        return std::nullopt;
    Finding finding;
    finding.check = checkShareOf(*part, *whole, *stated);
    finding.places = {view.cellEvidence(margin.row, margin.column),
                      view.cellEvidence(profit.row, profit.column),
                      view.cellEvidence(revenue.row, revenue.column)};
    return finding;
}

// The only place among `count` whose words are such; nothing where there are several.
template <typename Words, typename Test>
std::optional<std::size_t> onlyOne(std::size_t count, const Words& words, const Test& test) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < count; ++i) {
        if (!test(words(i)))
            continue;
        if (found)
            return std::nullopt;
        found = i;
    }
    return found;
}

void checkMargins(const TableView& view, std::vector<Check>& out) {
    constexpr std::size_t mostPlaces = 64;
    const auto ofColumn = [&](std::size_t at) { return view.header(at).substr(0, longestHeader); };
    const auto ofRow = [&](std::size_t at) { return view.label(at).substr(0, longestHeader); };
    const std::size_t columns = std::min(view.columns(), mostPlaces);
    const std::size_t rows = std::min(view.rows(), mostPlaces);
    for (std::size_t column = 0; column < columns; ++column) {
        if (!isMargin(ofColumn(column)))
            continue;
        const auto revenue = onlyOne(columns, ofColumn, isRevenue);
        const auto profit = onlyOne(
            columns, ofColumn, [&](std::string_view words) { return isProfitOf(ofColumn(column), words); });
        if (!revenue || !profit || *revenue == *profit)
            continue;
        std::vector<Finding> findings;
        for (std::size_t row = 0; row < std::min(view.rows(), mostRows); ++row)
            if (auto found = marginFinding(view, {row, column}, {row, *profit}, {row, *revenue}))
                findings.push_back(std::move(*found));
        reportMargins(std::move(findings), out);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (!isMargin(ofRow(row)))
            continue;
        const auto revenue = onlyOne(rows, ofRow, isRevenue);
        const auto profit =
            onlyOne(rows, ofRow, [&](std::string_view words) { return isProfitOf(ofRow(row), words); });
        if (!revenue || !profit || *revenue == *profit)
            continue;
        std::vector<Finding> findings;
        for (std::size_t column = 0; column < columns; ++column) {
            if (view.column(column).role == ColumnRole::Change)
                continue;
            if (auto found = marginFinding(view, {row, column}, {*profit, column}, {*revenue, column}))
                findings.push_back(std::move(*found));
        }
        reportMargins(std::move(findings), out);
    }
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
        if (!view.severalAnswers())
            checkColumnSum(view, column, out);
        checkShareColumn(view, column, out);
    }
    checkRowSums(view, out);
    checkMargins(view, out);
    addDerivedShares(view, out);
}

} // namespace parallax::data
