// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "data/store/correction_store.h"
#include "ui/tables/compare_page.h"

namespace parallax::ui {
namespace {

// Reading and typing so many small tables takes a few seconds; beyond that the newest serve.
constexpr std::int64_t mostTables = 5000;
// Tables side by side: more than these make no page that a person reads.
constexpr std::size_t mostCompared = 200;
constexpr std::size_t mostCells = 20'000; // of one table: larger ones are data sets, not comparisons

data::ComparableTable comparable(const data::StoredTable& stored, const data::TypedTable& typed) {
    data::ComparableTable one;
    one.source = &stored.table;
    one.table = &typed;
    one.id = stored.row.id;
    one.article = stored.row.article;
    one.month = stored.row.archiveMonth;
    one.title = stored.row.articleTitle;
    return one;
}

} // namespace

ComparisonPtr compareWithLibrary(data::Library& library, data::TableId table, data::Language reading,
                                 const std::stop_token& stop, const ProgressCallback& progress) {
    data::TableStore& tables = library.tables();
    data::CorrectionStore corrections(library);
    std::vector<data::StoredTable> stored{tables.load(table)};
    std::vector<data::TypedTable> typed{corrections.typed(stored.front())};
    const std::int64_t total = tables.count({}, reading);
    std::int64_t looked = 0;
    constexpr std::int64_t page = 200;
    for (; looked < std::min(total, mostTables); looked += page) {
        const auto rows = tables.list({}, looked, page, data::TableOrder::NewestFirst, reading);
        if (rows.empty())
            break;
        for (const data::TableRow& row : rows) {
            throwIfStopped(stop);
            // Another edition of the same table would only agree with itself.
            const bool same =
                row.article == stored.front().row.article && row.index == stored.front().row.index;
            if (same ||
                static_cast<std::size_t>(row.rows) * static_cast<std::size_t>(row.columns) > mostCells)
                continue;
            stored.push_back(tables.load(row.id));
            typed.push_back(corrections.typed(stored.back()));
        }
        if (progress)
            progress({looked, std::min(total, mostTables), rows.front().articleTitle});
    }
    std::vector<data::ComparableTable> others;
    for (std::size_t i = 1; i < stored.size(); ++i)
        others.push_back(comparable(stored[i], typed[i]));
    std::vector<std::size_t> alike = data::comparableWith(comparable(stored.front(), typed.front()), others);
    if (alike.size() > mostCompared)
        alike.resize(mostCompared);
    throwIfStopped(stop);

    auto made = std::make_shared<Comparison>();
    made->cut = total > mostTables;
    made->stored.push_back(std::move(stored.front()));
    made->typed.push_back(std::move(typed.front()));
    for (const std::size_t i : alike) {
        made->stored.push_back(std::move(stored[i + 1]));
        made->typed.push_back(std::move(typed[i + 1]));
    }
    std::vector<data::ComparableTable> compared;
    for (std::size_t i = 0; i < made->stored.size(); ++i)
        compared.push_back(comparable(made->stored[i], made->typed[i]));
    made->result = data::compareTables(compared);
    // Measures that the table at hand does not state were not asked for.
    std::erase_if(made->result.measures, [](const data::ComparedMeasure& measure) {
        return std::ranges::none_of(measure.subjects, [](const data::ComparedSubject& subject) {
            return std::ranges::any_of(subject.cells, [](const data::ComparedCell& cell) {
                return std::ranges::any_of(cell.figures, [](const data::ComparedFigure& figure) {
                    return figure.source.table == 0;
                });
            });
        });
    });
    return made;
}

} // namespace parallax::ui
