// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "data/check/clause.h"
#include "data/check/rules_words.h"
#include "data/check/table_checks.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

constexpr std::size_t reach = 8;      // levels to either side of a cell that may be its base
constexpr std::size_t rowsBack = 64;  // how far above a row of changes its levels may stand
constexpr std::size_t manyMisses = 3; // of as many rows none fits: the relation is not the one meant

bool isLevel(const TypedColumn& column) {
    return column.role == ColumnRole::Level || column.role == ColumnRole::Base ||
           column.role == ColumnRole::New || column.role == ColumnRole::Share ||
           column.role == ColumnRole::Total;
}

// "Annual growth" is a yearly rate where its levels lie several years apart, and plain growth where they do
// not.
bool isAnnual(std::string_view header) {
    return FoldedPhrase(header).hasAny({U"annual", U"annually", U"yearly", U"per annum", U"p.a.", U"年增长",
                                        U"年成长", U"年增", U"年率", U"每年"});
}

// A difference without a sign under "Gap" says how far, not which way.
bool isDistance(std::string_view header) {
    return FoldedPhrase(header).hasAny(
        {U"gap", U"difference", U"diff", U"spread", U"差距", U"差异", U"差额"});
}

// "Speedup" of what takes time is how many times less: the old over the new. Of bare numbers it may be
// either.
Check speedupCheck(const Operand& base, const Operand& next, const Operand& stated) {
    if (base.quantity.dimension == Dimension::Time)
        return checkStatedChange(next, base, stated);
    Check check = checkStatedChange(base, next, stated);
    if (base.quantity.dimension == Dimension::Rate || check.verdict == Verdict::Consistent)
        return check;
    Check other = checkStatedChange(next, base, stated);
    return other.verdict < check.verdict ? other : check;
}

Check statedCheck(const Operand& base, const Operand& next, const Operand& stated, std::string_view header,
                  bool perYear, const YearSpan& years) {
    if (perYear)
        return years.count > 0 ? checkCagr(base, next, years, stated) : cannotTell(Rule::Cagr, "no-years");
    if (isMultiple(stated.quantity) && saysSpeedup(header))
        return speedupCheck(base, next, stated);
    Check check = checkStatedChange(base, next, stated);
    if (check.verdict == Verdict::Inconsistent && stated.quantity.sign == 0 && isDistance(header)) {
        Check other = checkStatedChange(next, base, stated);
        if (other.verdict < check.verdict)
            return other;
    }
    return check;
}

// How the stated change of a relation is read.
struct ChangeReading {
    bool inner = false; // "$18B (+20%)"
    std::string_view header;
    bool perYear = false;
    bool annual = false; // perYear where the levels lie several years apart
    YearSpan years;      // as headers say them; a cell may say otherwise
    bool points = false; // "%" between percentages, meaning points
};

std::optional<Finding> changeFinding(const TableView& view, TablePlace base, TablePlace next,
                                     TablePlace stated, const ChangeReading& reading) {
    const auto from = view.figure(base.row, base.column);
    const auto to = view.figure(next.row, next.column);
    const auto change =
        reading.inner ? view.innerChange(stated.row, stated.column) : view.figure(stated.row, stated.column);
    if (!from || !to || !change)
        return std::nullopt;
    Operand read = asChange(*change, reading.header, view.words(stated.row, stated.column));
    if (reading.points && isPercent(read.quantity)) {
        read.quantity.dimension = Dimension::PercentagePoint;
        read.quantity.unit = "pp";
    }
    Finding finding;
    const bool rate = reading.perYear || (reading.annual && isPercent(read.quantity));
    const YearSpan years = rate ? yearsBetween(view, base, next, stated, reading.years) : YearSpan{};
    const bool perYear = reading.perYear || (rate && years.count > 1);
    finding.check = statedCheck(*from, *to, read, reading.header, perYear, years);
    finding.places = {view.cellEvidence(stated.row, stated.column), view.cellEvidence(base.row, base.column)};
    if (next != stated)
        finding.places.push_back(view.cellEvidence(next.row, next.column));
    return finding;
}

// What a relation says is shown unless nothing fits where much could: then another relation is meant. Where
// all rows err in the same way, the column means something else than it says: a matter of words.
void reportRelation(Findings findings, std::vector<Check>& out) {
    const Fits fits = findings.fits;
    if (fits.fits == 0 && fits.misses >= manyMisses) {
        const std::string& cause = findings.kept.front().check.cause;
        const bool alike = !cause.empty() && std::ranges::all_of(findings.kept, [&](const Finding& finding) {
            return finding.check.verdict != Verdict::Inconsistent || finding.check.cause == cause;
        });
        if (!alike)
            return;
        for (Finding& finding : findings.kept)
            makeAmber(finding.check);
    }
    report(std::move(findings), out);
}

bool isPointsLabel(const Finding& finding) {
    return finding.check.rule == Rule::UnitLabel && finding.check.cause == "points-for-percent";
}

// A relation is tried as written; where more of its percentages are points than shares of the base, the whole
// of it is read so, and its label is one finding.
template <typename Each>
Findings relation(ChangeReading reading, const Each& each) {
    Findings findings = each(reading);
    if (findings.pointsLabels == 0 || findings.pointsLabels < findings.relative)
        return findings;
    Finding label = *std::ranges::find_if(findings.kept, isPointsLabel);
    reading.points = true;
    findings = each(reading);
    findings.kept.push_back(std::move(label));
    return findings;
}

Findings acrossRows(const TableView& view, std::size_t base, std::size_t next, std::size_t stated,
                    bool inner) {
    ChangeReading reading;
    reading.inner = inner;
    reading.header = inner ? std::string_view() : view.header(stated);
    reading.perYear = !inner && view.column(stated).perYear;
    reading.annual = !inner && isAnnual(view.header(stated));
    if (reading.perYear || reading.annual)
        reading.years = yearsOfHeaders(view.headerSense(base), view.headerSense(next), view.header(stated),
                                       view.context());
    return relation(reading, [&](const ChangeReading& how) {
        Findings findings;
        for (std::size_t row = 0; row < view.rows(); ++row)
            if (view.rowRole(row) != RowRole::Section)
                if (auto found = changeFinding(view, {row, base}, {row, next}, {row, stated}, how))
                    findings.add(std::move(*found));
        return findings;
    });
}

// The levels to the left of a level with changes of its own, the nearest first, and of those to the right the
// ones with an earlier year.
std::vector<std::size_t> basesOf(const TableView& view, std::size_t column) {
    std::vector<std::size_t> bases;
    for (std::size_t at = column; at-- > 0 && bases.size() < reach;)
        if (isLevel(view.column(at)))
            bases.push_back(at);
    const int year = yearOf(view.headerSense(column));
    std::size_t right = 0;
    for (std::size_t at = column + 1; at < view.columns() && right < reach; ++at, ++right) {
        const int other = yearOf(view.headerSense(at));
        if (isLevel(view.column(at)) && year != 0 && other != 0 && other < year)
            bases.push_back(at);
    }
    return bases;
}

void checkInner(const TableView& view, std::size_t column, std::vector<Check>& out) {
    Findings best;
    Fits bestFits;
    for (const std::size_t base : basesOf(view, column)) {
        auto findings = acrossRows(view, base, column, column, true);
        const Fits fits = findings.fits;
        if (!fits.any())
            continue;
        // The nearest one counts unless another fits more rows.
        if (best.empty() || fits.fits > bestFits.fits) {
            best = std::move(findings);
            bestFits = fits;
        }
    }
    reportRelation(std::move(best), out);
}

// The place of a quarter or a month that stands without its year: "Q3", 第三季, "March"; 0 for other labels.
int placeInYear(std::string_view label) {
    static constexpr auto quarters = std::to_array<std::array<std::u32string_view, 7>>(
        {{U"q1", U"1q", U"first quarter", U"第一季", U"第1季", U"第一季度", U"第1季度"},
         {U"q2", U"2q", U"second quarter", U"第二季", U"第2季", U"第二季度", U"第2季度"},
         {U"q3", U"3q", U"third quarter", U"第三季", U"第3季", U"第三季度", U"第3季度"},
         {U"q4", U"4q", U"fourth quarter", U"第四季", U"第4季", U"第四季度", U"第4季度"}});
    static constexpr auto months =
        std::to_array<std::array<std::u32string_view, 4>>({{U"january", U"jan", U"1月", U"一月"},
                                                           {U"february", U"feb", U"2月", U"二月"},
                                                           {U"march", U"mar", U"3月", U"三月"},
                                                           {U"april", U"apr", U"4月", U"四月"},
                                                           {U"may", U"may.", U"5月", U"五月"},
                                                           {U"june", U"jun", U"6月", U"六月"},
                                                           {U"july", U"jul", U"7月", U"七月"},
                                                           {U"august", U"aug", U"8月", U"八月"},
                                                           {U"september", U"sep", U"9月", U"九月"},
                                                           {U"october", U"oct", U"10月", U"十月"},
                                                           {U"november", U"nov", U"11月", U"十一月"},
                                                           {U"december", U"dec", U"12月", U"十二月"}});
    const FoldedPhrase phrase(label.substr(0, longestHeader));
    const auto placeIn = [&](const auto& names) {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (std::ranges::find(names[i], std::u32string_view(phrase.text())) != names[i].end())
                return static_cast<int>(i) + 1;
        return 0;
    };
    if (const int quarter = placeIn(quarters))
        return quarter;
    if (const int month = placeIn(months))
        return month + 20; // apart from the quarters
    return 0;
}

// Quarters or months without years, each after the one above.
std::vector<std::size_t> rowsInYear(const TableView& view) {
    std::vector<std::size_t> rows;
    int last = 0;
    for (std::size_t row = 0; row < view.rows() && rows.size() < 12; ++row) {
        const int place = placeInYear(view.label(row));
        if (place == 0)
            continue;
        if (last != 0 && place != last + 1)
            return {};
        last = place;
        rows.push_back(row);
    }
    return rows;
}

// Years (or other periods) down the label column: "Revenue" and "YoY" of each against the row before.
struct TimeRows {
    std::vector<std::size_t> rows; // in order of time
};

TimeRows timeRowsOf(const TableView& view) {
    TimeRows time;
    for (std::size_t row = 0; row < view.rows(); ++row) {
        if (view.rowRole(row) == RowRole::Section || view.labelSense(row).from.empty())
            continue;
        time.rows.push_back(row);
    }
    const auto& rows = time.rows;
    if (auto inYear = rowsInYear(view); inYear.size() > rows.size())
        return {std::move(inYear)};
    if (rows.size() < 2)
        return {};
    const auto day = [&](std::size_t row) { return view.labelSense(row).from; };
    if (day(rows.front()) > day(rows.back()))
        std::ranges::reverse(time.rows);
    for (std::size_t i = 1; i < time.rows.size(); ++i)
        if (day(time.rows[i - 1]) >= day(time.rows[i]))
            return {};
    return time;
}

// The next whole year; of quarters and months the row before, whatever lies between.
bool isNextPeriod(const TableView& view, std::size_t before, std::size_t row) {
    const int a = yearOf(view.labelSense(before));
    const int b = yearOf(view.labelSense(row));
    return a != 0 && b != 0 ? b - a == 1 : true;
}

Findings downTime(const TableView& view, const TimeRows& time, std::size_t level, std::size_t stated,
                  std::size_t step, bool inner) {
    ChangeReading reading;
    reading.inner = inner;
    reading.header = inner ? std::string_view() : view.header(stated);
    return relation(reading, [&](const ChangeReading& how) {
        Findings findings;
        for (std::size_t i = step; i < time.rows.size(); ++i) {
            const std::size_t before = time.rows[i - step];
            const std::size_t row = time.rows[i];
            if (!isNextPeriod(view, before, row))
                continue;
            if (auto found = changeFinding(view, {before, level}, {row, level}, {row, stated}, how))
                findings.add(std::move(*found));
        }
        return findings;
    });
}

// The step of four is that of "YoY" beside quarters.
bool checkDownTime(const TableView& view, const TimeRows& time, std::size_t stated, bool inner,
                   std::vector<Check>& out) {
    if (time.rows.size() < 2)
        return false;
    std::size_t levels = 0;
    Findings best;
    Fits bestFits;
    for (std::size_t level = 0; level < view.columns(); ++level) {
        if (inner ? level != stated : !isLevel(view.column(level)))
            continue;
        if (!inner && (level > stated ? level - stated : stated - level) > reach)
            continue;
        ++levels;
        for (const std::size_t step : {std::size_t{1}, std::size_t{4}}) {
            auto findings = downTime(view, time, level, stated, step, inner);
            const Fits fits = findings.fits;
            if (fits.any() && (best.empty() || fits.fits > bestFits.fits)) {
                best = std::move(findings);
                bestFits = fits;
            }
        }
    }
    // Without a majority the changes may lead from anywhere, unless there is but one measure to change.
    if (!bestFits.any() || (levels != 1 && bestFits.fits * 2 < bestFits.fits + bestFits.misses))
        return false;
    reportRelation(std::move(best), out);
    return true;
}

} // namespace

void checkTableChanges(const TableView& view, std::vector<Check>& out) {
    const TimeRows time = timeRowsOf(view);
    for (std::size_t column = 0; column < view.columns(); ++column) {
        const TypedColumn& typed = view.column(column);
        if (typed.role == ColumnRole::Change) {
            Findings across;
            const auto width = static_cast<int>(view.columns());
            if (typed.base >= 0 && typed.next >= 0 && typed.base < width && typed.next < width)
                across = acrossRows(view, static_cast<std::size_t>(typed.base),
                                    static_cast<std::size_t>(typed.next), column, false);
            const bool down =
                !typed.perYear && !across.fits.mostly() && checkDownTime(view, time, column, false, out);
            if (!down)
                reportRelation(std::move(across), out);
        } else if (isLevel(typed)) {
            std::size_t inner = 0;
            for (std::size_t row = 0; row < view.rows() && inner == 0; ++row)
                inner += view.innerChange(row, column) ? 1 : 0;
            if (inner == 0)
                continue;
            if (!checkDownTime(view, time, column, true, out))
                checkInner(view, column, out);
        }
    }
}

void checkTableChangesDown(const TableView& view, std::vector<Check>& out) {
    // Rows that lead from one row to another: "2024", "2025", "Change".
    for (std::size_t row = 2; row < view.rows(); ++row) {
        const HeaderSense& sense = view.labelSense(row);
        if ((!sense.change && !sense.yearly) || view.rowRole(row) == RowRole::Section)
            continue;
        // Only under rows that are levels of one measure: times or states.
        std::vector<std::size_t> levels;
        for (std::size_t at = row; at-- > 0 && levels.size() < reach && row - at <= rowsBack;) {
            const HeaderSense& label = view.labelSense(at);
            if (label.change || label.yearly)
                continue;
            if (!label.from.empty() || label.base || label.next)
                levels.push_back(at);
        }
        if (levels.size() < 2)
            continue;
        Findings best;
        Fits bestFits;
        for (std::size_t i = 0; i < levels.size(); ++i)
            for (std::size_t k = 0; k < levels.size(); ++k) {
                const HeaderSense& a = view.labelSense(levels[i]);
                const HeaderSense& b = view.labelSense(levels[k]);
                const bool byTime = !a.from.empty() && !b.from.empty();
                if (i == k || (byTime ? a.from >= b.from : levels[i] > levels[k]))
                    continue;
                ChangeReading reading;
                reading.header = view.label(row);
                reading.perYear = sense.yearly;
                reading.years = yearsOfHeaders(a, b, view.label(row), view.context());
                auto findings = relation(reading, [&](const ChangeReading& how) {
                    Findings all;
                    for (std::size_t column = 0; column < view.columns(); ++column)
                        if (auto found = changeFinding(view, {levels[i], column}, {levels[k], column},
                                                       {row, column}, how))
                            all.add(std::move(*found));
                    return all;
                });
                const Fits fits = findings.fits;
                if (fits.any() && (best.empty() || fits.fits > bestFits.fits)) {
                    best = std::move(findings);
                    bestFits = fits;
                }
            }
        reportRelation(std::move(best), out);
    }
}

} // namespace parallax::data
