// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_set>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/glossary.h"
#include "data/table/change_columns.h"
#include "data/table/relations.h"
#include "data/table/typing.h"

namespace parallax::data {
namespace {

// The dimension of most figures and, where most of those have one unit, that unit.
void findUnit(const Typing& typing, std::size_t column, TypedColumn& typed) {
    const auto& counts = typing.tallies[column].dimensions;
    const auto most = std::ranges::max_element(counts);
    if (*most == 0)
        return;
    typed.dimension = static_cast<Dimension>(most - counts.begin());
    // Majority vote: the unit that outlasts all others, if it is that of more than half.
    const std::string* leader = nullptr;
    std::size_t lead = 0;
    const auto eachUnit = [&](auto&& visit) {
        for (std::size_t row = 0; row < typing.out.cells.size(); ++row)
            if (const Quantity* q = typing.figure(row, column);
                q != nullptr && q->dimension == typed.dimension)
                visit(q->unit);
    };
    eachUnit([&](const std::string& unit) {
        if (lead == 0) {
            leader = &unit;
            lead = 1;
        } else {
            lead = *leader == unit ? lead + 1 : lead - 1;
        }
    });
    if (leader == nullptr)
        return;
    std::size_t having = 0, all = 0;
    eachUnit([&](const std::string& unit) {
        ++all;
        having += unit == *leader ? 1 : 0;
    });
    if (having * 2 > all)
        typed.unit = *leader;
}

// Figures of one column measure different things: the rows are measures, the columns subjects.
bool mixesDimensions(const ColumnTally& tally) {
    const auto kinds = std::ranges::count_if(tally.dimensions, [](std::size_t n) { return n > 0; });
    return kinds >= 2 && *std::ranges::max_element(tally.dimensions) * 4 <= tally.figures * 3;
}

bool namesEntity(const std::u32string& name) {
    static const std::unordered_set<std::u32string> names = [] {
        std::unordered_set<std::u32string> all;
        for (const auto& entry : glossary()) {
            if (entry.kind == "term")
                continue;
            for (const auto& form : {entry.english, entry.traditional, entry.simplified})
                if (!form.empty())
                    all.insert(foldText(form));
            for (const auto& alias : entry.aliases)
                all.insert(foldText(alias));
        }
        return all;
    }();
    return names.contains(name);
}

// "Azure" of "Azure (Current)", as written.
std::string withoutRemark(std::string_view title) {
    const auto half = title.find('(');
    const auto full = title.find("（");
    return std::string(trim(title.substr(0, std::min(half, full))));
}

void findSubjects(Typing& typing) {
    TypedTable& out = typing.out;
    const bool labelled = out.labelColumn >= 0;
    const bool rowsAreMeasures =
        labelled && typing.senses[static_cast<std::size_t>(out.labelColumn)].measures;
    std::set<std::u32string> distinct;
    for (std::size_t column = 0; column < out.columns.size(); ++column)
        if (out.columns[column].role == ColumnRole::Level)
            distinct.insert(typing.senses[column].name);
    for (std::size_t column = 0; column < out.columns.size(); ++column) {
        const HeaderSense& sense = typing.senses[column];
        if (out.columns[column].role != ColumnRole::Level || sense.name.empty())
            continue;
        const bool known = namesEntity(sense.name);
        const bool subjects =
            (rowsAreMeasures || mixesDimensions(typing.tallies[column])) && distinct.size() > 1;
        // "Current | Projected" are times of one subject, not subjects.
        if (known || (subjects && !readHeader(withoutRemark(sense.title), typing.context).base &&
                      !readHeader(withoutRemark(sense.title), typing.context).next))
            out.columns[column].subject = withoutRemark(sense.title);
    }
}

ColumnRole roleByWords(const Typing& typing, std::size_t column, const TypedColumn& typed) {
    const HeaderSense& sense = typing.senses[column];
    const ColumnTally& tally = typing.tallies[column];
    if (!tally.numeric())
        return sense.note ? ColumnRole::Note : ColumnRole::Text;
    if (sense.rank)
        return ColumnRole::Text;
    if (sense.change || sense.yearly)
        return ColumnRole::Change;
    // "Share price ($)" has the word and is none.
    if (sense.share && (typed.dimension == Dimension::Ratio || typed.dimension == Dimension::Number))
        return ColumnRole::Share;
    return ColumnRole::Level;
}

// Plain percentages that add up to 100 are shares though no word says so.
bool addsUpToHundred(const Typing& typing, std::size_t column) {
    double sum = 0, slack = 0;
    std::size_t parts = 0;
    for (std::size_t row = 0; row < typing.out.cells.size(); ++row) {
        const Quantity* q = typing.figure(row, column);
        if (q == nullptr || typing.rowSenses[row].role == RowRole::Total ||
            typing.rowSenses[row].role == RowRole::Average)
            continue;
        const auto extent = extentOf(*q);
        if (!extent || q->dimension != Dimension::Ratio || q->unit != "%" || extent->range() ||
            extent->low < 0 || q->sign != 0)
            return false;
        sum += extent->low;
        slack += extent->slack;
        ++parts;
    }
    return parts >= 3 && std::abs(sum - 100) <= slack + 1e-9;
}

// The total of each row: named so, or what the other levels add up to in three rows of four.
void findTotal(Typing& typing) {
    // A table of thousands of columns must not cost their square.
    constexpr std::size_t mostTotals = 32, mostParts = 64, mostRows = 1000;
    auto& columns = typing.out.columns;
    std::size_t considered = 0;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const HeaderSense& sense = typing.senses[column];
        if (!sense.mayTotal || columns[column].role != ColumnRole::Level || columns[column].roleCorrected)
            continue;
        if (++considered > mostTotals)
            return;
        std::vector<std::size_t> parts;
        for (std::size_t other = 0; other < columns.size() && parts.size() < mostParts; ++other)
            if (other != column && columns[other].role == ColumnRole::Level &&
                columns[other].dimension == columns[column].dimension && !typing.senses[other].mayTotal)
                parts.push_back(other);
        if (parts.size() < 2)
            continue;
        std::size_t fits = 0, rows = 0;
        for (std::size_t row = 0; row < typing.out.cells.size() && rows < mostRows; ++row) {
            const Quantity* stated = typing.figure(row, column);
            const auto total = stated != nullptr ? extentOf(*stated) : std::nullopt;
            if (!total)
                continue;
            double low = 0, high = 0, slack = total->slack;
            std::size_t found = 0;
            for (const std::size_t part : parts) {
                const Quantity* q = typing.figure(row, part);
                const auto extent = q != nullptr ? extentOf(*q) : std::nullopt;
                if (!extent)
                    continue;
                low += extent->low;
                high += extent->high;
                slack += extent->slack;
                ++found;
            }
            if (found < 2)
                continue;
            ++rows;
            fits += low - slack <= total->high && total->low <= high + slack ? 1 : 0;
        }
        if (sense.total || (rows > 0 && fits * 4 >= rows * 3))
            columns[column].role = ColumnRole::Total;
    }
}

} // namespace

void findColumnRoles(Typing& typing) {
    auto& columns = typing.out.columns;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        TypedColumn& typed = columns[column];
        typed.period = typing.senses[column].period;
        if (static_cast<int>(column) == typing.out.labelColumn) {
            typed.role = ColumnRole::Label;
            typed.roleCorrected = typing.settled.column(column).has_value();
            continue;
        }
        findUnit(typing, column, typed);
        const auto settled = typing.settled.column(column);
        typed.role = settled ? *settled : roleByWords(typing, column, typed);
        typed.roleCorrected = settled.has_value();
        typed.unitCorrected = !typing.settled.columnUnit(column).empty();
        typed.perYear = typed.role == ColumnRole::Change && typing.senses[column].yearly;
        if (typed.role == ColumnRole::Level && !settled && addsUpToHundred(typing, column))
            typed.role = ColumnRole::Share;
        typed.shares = typed.role == ColumnRole::Share;
    }
    findSubjects(typing);
    findTotal(typing);
    findChangeColumns(typing);
}

} // namespace parallax::data
