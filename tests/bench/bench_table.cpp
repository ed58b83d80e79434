// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "data/table/computed_column.h"
#include "data/table/describe.h"
#include "data/table/figure_value.h"
#include "data/table/typed_table.h"

// A table of many rows: name, two levels, their change, a remark. All in one run, so that the times can be
// held against each other: what sorting and describing cost beside typing, and rows ten times as many.

using namespace parallax::data;

namespace {

Table tableOf(std::int64_t rows) {
    Table table;
    table.caption = "Revenue of providers (USD)";
    for (const char* header : {"Provider", "2024", "2025", "Change", "Notes"})
        table.header.push_back({header, {}, {}});
    std::mt19937 random(7);
    for (std::int64_t row = 0; row < rows; ++row) {
        const int before = 10 + static_cast<int>(random() % 900),
                  after = 10 + static_cast<int>(random() % 900);
        const int change = static_cast<int>(100.0 * (after - before) / before);
        std::vector<Cell> cells;
        for (const std::string& text :
             {"Provider " + std::to_string(row), "$" + std::to_string(before) + "M",
              "$" + std::to_string(after) + "M", (change < 0 ? "" : "+") + std::to_string(change) + "%",
              std::string("gains from new regions")})
            cells.push_back({text, {}, {}});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

const TypedTable& typedOf(std::int64_t rows) {
    static TypedTable kept;
    if (static_cast<std::int64_t>(kept.cells.size()) != rows)
        kept = typeTable(tableOf(rows), {});
    return kept;
}

void type(benchmark::State& state) {
    const Table table = tableOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(typeTable(table, {}));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void sort(benchmark::State& state) {
    const TypedTable& table = typedOf(state.range(0));
    const ColumnFigures figures = columnFigures(table, 2);
    for (auto _ : state)
        benchmark::DoNotOptimize(sortedRows(figures, table.cells.size(), SortDirection::Descending));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void describe(benchmark::State& state) {
    const TypedTable& table = typedOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(describeColumn(table, 2));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void compute(benchmark::State& state) {
    const TypedTable& table = typedOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(computeColumn(table, {Computation::Change, 1, 2, 0}));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

} // namespace

BENCHMARK(type)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(sort)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(describe)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(compute)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
