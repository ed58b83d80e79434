// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/table_checks.h"

#include <algorithm>

namespace parallax::data {
namespace {

// A relation of thousands of rows is shown by its exceptions and by this many that hold.
constexpr std::size_t mostHolding = 1000;
constexpr std::size_t mostBroken = 4000;

} // namespace

void Fits::count(const Check& check) {
    if (check.verdict == Verdict::Consistent || check.verdict == Verdict::ConsistentLoose)
        ++fits;
    else if (check.verdict == Verdict::Inconsistent)
        ++misses;
}

Fits fitsOf(const std::vector<Finding>& findings) {
    Fits fits;
    for (const Finding& finding : findings)
        fits.count(finding.check);
    return fits;
}

void Findings::add(Finding finding) {
    const Check& check = finding.check;
    fits.count(check);
    pointsLabels += check.rule == Rule::UnitLabel && check.cause == "points-for-percent" ? 1 : 0;
    relative += check.rule == Rule::DeltaPercent && check.verdict == Verdict::Consistent ? 1 : 0;
    std::size_t& count = check.verdict == Verdict::Inconsistent ? m_broken : m_others;
    if (++count <= (check.verdict == Verdict::Inconsistent ? mostBroken : mostHolding))
        kept.push_back(std::move(finding));
}

void report(std::vector<Finding> findings, std::vector<Check>& out) {
    std::size_t holding = 0;
    for (Finding& finding : findings) {
        if (finding.check.verdict != Verdict::Inconsistent && ++holding > mostHolding)
            continue;
        finding.check.statement = std::move(finding.places);
        out.push_back(std::move(finding.check));
    }
}

void checkTables(const ReadArticle& article, std::vector<Check>& out) {
    if (article.article == nullptr)
        return;
    const std::size_t count = std::min(article.tables.size(), article.article->tables.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (article.tables[i].cells.empty() || article.tables[i].columns.empty())
            continue;
        const TableView view(article, i);
        checkTableChanges(view, out);
        checkTableChangesDown(view, out);
        checkTableSums(view, out);
        checkTableShares(view, out);
        checkTableLabels(view, out);
        checkTableDomains(view, out);
        addTableImplications(view, out);
    }
}

} // namespace parallax::data
