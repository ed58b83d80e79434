// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <optional>

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

bool saysStart(std::string_view header) {
    const FoldedPhrase words(header);
    return words.hasAny({U"start", U"starts", U"started", U"start date", U"begin", U"begins", U"beginning",
                         U"from", U"since", U"开始", U"起始", U"起始日", U"开工", U"生效"}) ||
           words.text() == U"起";
}

bool saysEnd(std::string_view header) {
    const FoldedPhrase words(header);
    return words.hasAny({U"end", U"ends", U"ended", U"end date", U"finish", U"until", U"to", U"expiry",
                         U"expires", U"expiration", U"completion", U"结束", U"截止", U"终止", U"完工",
                         U"到期", U"完成"}) ||
           words.text() == U"迄" || words.text() == U"讫" || words.text() == U"止";
}

// The day of a cell that is nothing but a date.
const Quantity* dateOf(const TableView& view, std::size_t row, std::size_t column) {
    const TypedCell* cell = view.cell(row, column);
    if (cell == nullptr || cell->quantities.size() != 1 || cell->remainder.begin < cell->remainder.end)
        return nullptr;
    const Quantity& q = cell->quantities.front();
    const bool whole = q.kind == QuantityKind::Period && q.from.size() == 10 && q.to.size() == 10 &&
                       !q.openToTheRight && !q.openToTheLeft && !q.anchoredToDocument;
    return whole ? &q : nullptr;
}

// What begins after it ends, in columns of both.
void checkDateOrder(const TableView& view, std::vector<Check>& out) {
    std::optional<std::size_t> start;
    std::optional<std::size_t> end;
    constexpr std::size_t mostColumns = 64;
    for (std::size_t column = 0; column < view.columns() && column < mostColumns; ++column) {
        const std::string_view header = view.header(column).substr(0, longestHeader);
        const bool starts = saysStart(header);
        const bool ends = saysEnd(header);
        if (starts == ends)
            continue;
        std::optional<std::size_t>& of = starts ? start : end;
        if (of) // several of either: which belong together is not known
            return;
        of = column;
    }
    if (!start || !end || *start > *end)
        return;
    std::size_t holding = 0;
    std::vector<Check> broken;
    for (std::size_t row = 0; row < view.rows() && broken.size() < mostBrokenInColumn; ++row) {
        const Quantity* from = dateOf(view, row, *start);
        const Quantity* to = dateOf(view, row, *end);
        if (from == nullptr || to == nullptr)
            continue;
        if (from->from <= to->to) {
            ++holding;
            continue;
        }
        const std::string first(view.words(row, *start));
        const std::string last(view.words(row, *end));
        Check check = wordCheck(Rule::Domain, false, "wrong-order", {first, last});
        check.colour = Colour::Red;
        check.statement = {view.cellEvidence(row, *start), view.cellEvidence(row, *end)};
        broken.push_back(std::move(check));
    }
    // Where none is in order the columns mean something else.
    if (broken.size() > 1 && holding < broken.size())
        return;
    std::ranges::move(broken, std::back_inserter(out));
}

} // namespace

void checkTableDomains(const TableView& view, std::vector<Check>& out) {
    checkDateOrder(view, out);
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
