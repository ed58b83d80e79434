// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "data/check/repair.h"
#include "data/check/rules_words.h"
#include "data/check/table_checks.h"

namespace parallax::data {
namespace {

constexpr std::size_t shown = 8;
constexpr std::size_t mostBrokenInColumn = 1000; // of one column

bool holdsLevels(const TypedColumn& column) {
    return column.role == ColumnRole::Level || column.role == ColumnRole::Base ||
           column.role == ColumnRole::New || column.role == ColumnRole::Share;
}

// What the words say, if the unit allows it. An amount of savings and a count in an average have no such
// limits; neither has a change.
std::optional<Check> domainOfCell(const Operand& figure, Domain domain) {
    // A share of 120 % of the plan, a bare 45.5 whose scale the header has: only what the cell itself says.
    if (domain == Domain::Open)
        return std::nullopt;
    const Quantity& q = figure.quantity;
    const bool percents = domain == Domain::Share || domain == Domain::Drop || domain == Domain::Change ||
                          domain == Domain::AtMost;
    if (percents && !isPercent(q))
        return std::nullopt;
    if (domain == Domain::Count && q.dimension != Dimension::Count && q.dimension != Dimension::Number)
        return std::nullopt;
    Check check = checkDomain(figure, domain);
    if (check.verdict == Verdict::CannotTell)
        return std::nullopt;
    return check;
}

// Those that hold together as one finding, each that does not as its own.
class DomainChecks {
  public:
    void add(Check check, const Evidence& place) {
        if (check.verdict == Verdict::Inconsistent) {
            check.statement = {place};
            if (m_broken.size() < mostBrokenInColumn)
                m_broken.push_back(std::move(check));
            return;
        }
        if (m_holding.statement.empty())
            m_holding = std::move(check);
        if (m_holding.statement.size() < shown)
            m_holding.statement.push_back(place);
    }
    // Of a column of changes only what is wrong: that they are above −100 % says nothing.
    void report(bool alsoHolding, std::vector<Check>& out) {
        if (alsoHolding && !m_holding.statement.empty())
            out.push_back(std::move(m_holding));
        std::ranges::move(m_broken, std::back_inserter(out));
    }

  private:
    Check m_holding;
    std::vector<Check> m_broken;
};

} // namespace

void checkTableDomains(const TableView& view, std::vector<Check>& out) {
    std::vector<Domain> ofColumn;
    for (std::size_t column = 0; column < view.columns(); ++column)
        ofColumn.push_back(domainOf(view.header(column).substr(0, longestHeader)));
    for (std::size_t column = 0; column < view.columns(); ++column) {
        const bool levels =
            holdsLevels(view.column(column)) ||
            (view.column(column).role == ColumnRole::Change && ofColumn[column] != Domain::Share);
        if (!levels || ofColumn[column] == Domain::Open)
            continue;
        DomainChecks checks;
        for (std::size_t row = 0; row < view.rows(); ++row)
            if (const auto figure = view.figure(row, column))
                if (auto check = domainOfCell(*figure, ofColumn[column]))
                    checks.add(std::move(*check), view.cellEvidence(row, column));
        checks.report(ofColumn[column] != Domain::Change && ofColumn[column] != Domain::Positive, out);
    }
    // Rows that are measures: "Availability SLA | 99.9% | 99.95%".
    for (std::size_t row = 0; row < view.rows(); ++row) {
        const Domain domain = domainOf(view.label(row).substr(0, longestHeader));
        if (domain == Domain::Open || view.rowRole(row) == RowRole::Section)
            continue;
        DomainChecks checks;
        for (std::size_t column = 0; column < view.columns(); ++column) {
            if (!holdsLevels(view.column(column)) || ofColumn[column] != Domain::Open)
                continue;
            if (const auto figure = view.figure(row, column))
                if (auto check = domainOfCell(*figure, domain))
                    checks.add(std::move(*check), view.cellEvidence(row, column));
        }
        checks.report(domain != Domain::Change && domain != Domain::Positive, out);
    }
}

// Requests in flight are throughput times latency (Little's law): what two measured rows say of a third.
void addTableImplications(const TableView& view, std::vector<Check>& out) {
    std::optional<std::size_t> latency;
    std::optional<std::size_t> throughput;
    for (std::size_t row = 0; row < view.rows() && row < 200; ++row) {
        const FoldedPhrase label(view.label(row));
        if (!latency && label.hasAny({U"latency", U"延迟"}))
            latency = row;
        if (!throughput && label.hasAny({U"throughput", U"吞吐量", U"吞吐"}))
            throughput = row;
    }
    if (!latency || !throughput)
        return;
    for (std::size_t column = 0; column < view.columns(); ++column) {
        if (!holdsLevels(view.column(column)))
            continue;
        const auto time = view.figure(*latency, column);
        const auto rate = view.figure(*throughput, column);
        if (!time || !rate || time->quantity.dimension != Dimension::Time ||
            rate->quantity.dimension != Dimension::Rate || !rate->quantity.unit.starts_with("req"))
            continue;
        const Reading a = readingOf(*time);
        const Reading b = readingOf(*rate);
        Check check = cannotTell(Rule::Implied, "implied");
        check.face = a.faceLow * b.faceLow;
        if (a.range || b.range) {
            check.face = a.faceLow * b.faceLow;
            check.faceHigh = a.faceHigh * b.faceHigh;
        }
        check.strict = multiply(a.strict, b.strict);
        check.loose = multiply(a.loose, b.loose);
        check.power = isBounded(*check.strict) ? halfWidth(*check.strict) : 0;
        check.formula =
            plainNumber(b.face) + " × " + plainNumber(a.face) + " = " + plainNumber(a.face * b.face, 4);
        check.statement = {view.cellEvidence(*throughput, column), view.cellEvidence(*latency, column)};
        out.push_back(std::move(check));
    }
}

} // namespace parallax::data
