// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/compare_tables.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "data/table/header_words.h"
#include "data/table/stated_figures.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostFigures = 200'000, mostPeriods = 200, mostSubjects = 5'000, mostCells = 2'000'000;

// A figure of a measure with its names resolved across tables.
struct Gathered {
    std::size_t subject, period;
    ComparedSource source;
    const StatedFigure* figure;
};

struct Gathering {
    std::string name, key, unit;
    std::unordered_map<std::string, std::size_t> subjectIndex;
    std::vector<ComparedName> subjects;
    std::map<std::pair<std::string, bool>, std::size_t> periodIndex;
    std::vector<ComparedPeriod> periods;
    std::vector<Gathered> figures;
    std::unordered_set<std::size_t> tables;

    std::size_t subject(const ComparedName& of) {
        const auto [at, added] = subjectIndex.try_emplace(of.key, subjects.size());
        if (added)
            subjects.push_back(of);
        return at->second;
    }
    std::size_t period(const ComparedPeriod& of) {
        const auto [at, added] = periodIndex.try_emplace({of.name, of.projected}, periods.size());
        if (added)
            periods.push_back(of);
        return at->second;
    }
};

// The place of a period in time: its last day, then its first ("2026" after "Q4 2026"), what lies ahead last.
std::tuple<std::string, std::string, bool> timeOf(const ComparedPeriod& period) {
    const HeaderSense sense = readHeader(period.name, {});
    if (sense.from.empty())
        return {period.name, {}, period.projected};
    return {sense.to, sense.from, period.projected};
}

bool mayBeSame(const StatedFigure& a, const StatedFigure& b) {
    return a.value.low - a.slack <= b.value.high + b.slack && b.value.low - b.slack <= a.value.high + a.slack;
}

class Comparison {
  public:
    explicit Comparison(const std::vector<ComparableTable>& tables)
        : m_tables(tables) {}

    TableComparison run() {
        gather();
        std::ranges::stable_sort(m_measures, [](const Gathering& a, const Gathering& b) {
            if (a.tables.size() != b.tables.size())
                return a.tables.size() > b.tables.size();
            return std::tie(a.name, a.unit) < std::tie(b.name, b.unit);
        });
        for (Gathering& measure : m_measures)
            build(measure);
        return std::move(m_out);
    }

  private:
    const std::vector<ComparableTable>& m_tables;
    std::vector<StatedFigures> m_stated;
    std::vector<Gathering> m_measures;
    TableComparison m_out;
    std::size_t m_cells = 0;

    void gather() {
        std::vector<std::size_t> order(m_tables.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::stable_sort(
            order, [this](std::size_t a, std::size_t b) { return m_tables[a].month > m_tables[b].month; });
        m_stated.reserve(m_tables.size());
        std::unordered_map<std::string, std::size_t> index;
        std::size_t total = 0;
        for (const std::size_t at : order) {
            m_stated.push_back(statedFigures(m_tables[at], mostFigures - total));
            const StatedFigures& stated = m_stated.back();
            total += stated.figures.size();
            for (const StatedFigure& figure : stated.figures) {
                const ComparedName& name = stated.measures[figure.measure];
                const auto [found, added] =
                    index.try_emplace(name.key + '\n' + figure.value.unit, m_measures.size());
                if (added) {
                    auto& made = m_measures.emplace_back();
                    made.name = name.name;
                    made.key = name.key;
                    made.unit = figure.value.unit;
                }
                Gathering& measure = m_measures[found->second];
                measure.tables.insert(at);
                ComparedSource source = figure.source;
                source.table = at;
                measure.figures.push_back({measure.subject(stated.subjects[figure.subject]),
                                           measure.period(stated.periods[figure.period]), source, &figure});
            }
            if (total >= mostFigures) {
                m_out.cut = true;
                return;
            }
        }
    }

    void build(Gathering& gathering) {
        // Periods in order of time; of too many the latest stay.
        std::vector<std::size_t> order(gathering.periods.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::vector<std::tuple<std::string, std::string, bool>> times;
        times.reserve(gathering.periods.size());
        for (const auto& period : gathering.periods)
            times.push_back(timeOf(period));
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return times[a] < times[b]; });
        if (order.size() > mostPeriods) {
            order.erase(order.begin(), order.end() - static_cast<std::ptrdiff_t>(mostPeriods));
            m_out.cut = true;
        }
        const std::size_t subjects = std::min(gathering.subjects.size(), mostSubjects);
        m_out.cut = m_out.cut || subjects < gathering.subjects.size();
        if (m_cells + subjects * order.size() > mostCells) {
            m_out.cut = true;
            return;
        }
        m_cells += subjects * order.size();

        ComparedMeasure measure;
        measure.name = gathering.name;
        measure.key = gathering.key;
        measure.unit = gathering.unit;
        measure.tables = gathering.tables.size();
        constexpr std::size_t none = static_cast<std::size_t>(-1);
        std::vector<std::size_t> placeOf(gathering.periods.size(), none);
        for (std::size_t i = 0; i < order.size(); ++i) {
            placeOf[order[i]] = i;
            measure.periods.push_back(gathering.periods[order[i]]);
        }
        for (std::size_t i = 0; i < subjects; ++i)
            measure.subjects.push_back({gathering.subjects[i].name, gathering.subjects[i].key,
                                        std::vector<ComparedCell>(order.size())});
        std::vector<std::vector<const StatedFigure*>> first(subjects,
                                                            std::vector<const StatedFigure*>(order.size()));
        for (const Gathered& found : gathering.figures) {
            if (found.subject >= subjects || placeOf[found.period] == none)
                continue;
            const std::size_t place = placeOf[found.period];
            addFigure(measure.subjects[found.subject].cells[place], first[found.subject][place], found);
        }
        for (auto& subject : measure.subjects) {
            addChanges(subject, measure.unit);
            for (const auto& cell : subject.cells)
                measure.differences += cell.differs ? 1 : 0;
        }
        m_out.measures.push_back(std::move(measure));
    }

    void addFigure(ComparedCell& cell, const StatedFigure*& first, const Gathered& found) const {
        const ComparableTable& table = m_tables[found.source.table];
        const TypedCell& typed = table.table->cells[found.source.row][found.source.column];
        ComparedFigure figure;
        figure.source = found.source;
        figure.value = found.figure->value;
        figure.words =
            std::string(wordsOf(*table.source, *table.table, found.source.row, found.source.column));
        figure.corrected = typed.corrected;
        if (first == nullptr) {
            first = found.figure;
        } else if (!mayBeSame(*first, *found.figure)) {
            figure.differs = true;
            figure.delta = figure.value.middle() - first->value.middle();
            if (first->value.middle() != 0)
                figure.deltaPercent = 100 * figure.delta / std::abs(first->value.middle());
            cell.differs = true;
        }
        cell.figures.push_back(std::move(figure));
    }

    static void addChanges(ComparedSubject& subject, const std::string& unit) {
        const ComparedCell* before = nullptr;
        for (auto& cell : subject.cells) {
            if (cell.empty())
                continue;
            if (before != nullptr) {
                const double from = before->figures.front().value.middle(),
                             to = cell.figures.front().value.middle();
                if (unit == "%" || unit == "pp")
                    cell.change = to - from;
                else if (from > 0)
                    cell.change = 100 * (to / from - 1);
            }
            before = &cell;
        }
    }
};

std::set<std::string> factsIn(const ComparableTable& table) {
    constexpr std::size_t most = 20'000;
    const StatedFigures stated = statedFigures(table, most);
    std::set<std::string> facts;
    for (const StatedFigure& figure : stated.figures)
        facts.insert(stated.measures[figure.measure].key + '\n' + figure.value.unit + '\n' +
                     stated.subjects[figure.subject].key);
    return facts;
}

} // namespace

TableComparison compareTables(const std::vector<ComparableTable>& tables) {
    return Comparison(tables).run();
}

std::vector<std::size_t> comparableWith(const ComparableTable& table,
                                        const std::vector<ComparableTable>& others) {
    const std::set<std::string> wanted = factsIn(table);
    std::vector<std::pair<std::size_t, std::size_t>> found; // shared facts, index
    for (std::size_t at = 0; at < others.size(); ++at) {
        std::size_t shared = 0;
        for (const std::string& fact : factsIn(others[at]))
            shared += wanted.contains(fact) ? 1 : 0;
        if (shared > 0)
            found.emplace_back(shared, at);
    }
    std::ranges::stable_sort(found, std::greater(), &std::pair<std::size_t, std::size_t>::first);
    std::vector<std::size_t> out;
    out.reserve(found.size());
    for (const auto& [shared, at] : found)
        out.push_back(at);
    return out;
}

} // namespace parallax::data
