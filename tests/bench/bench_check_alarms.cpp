// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How often right tables are called wrong and wrong ones are found, and how fast. PARALLAX_BENCH_TABLES
// (10,000) tables with right figures, each then with one error of four kinds.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "tests/data/check/alarm_rates.h"

int main() {
    using namespace parallax::data::testing;
    const char* asked = std::getenv("PARALLAX_BENCH_TABLES");
    const int tables = asked != nullptr ? std::max(1, std::atoi(asked)) : 10'000;
    const auto begin = std::chrono::steady_clock::now();
    const AlarmRates rates = alarmRates(1, tables);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    int checked = rates.tables;
    for (const int injected : rates.injected)
        checked += injected;
    std::printf(
        "%d right tables: %.2f %% with a red finding (target: at most %.1f %%), %.2f %% with an amber one, "
        "%.2f %% without any finding\n",
        rates.tables, rates.falseAlarms(), mostFalseAlarms, 100.0 * rates.amber / rates.tables,
        100.0 * (rates.tables - rates.checked) / rates.tables);
    const char* const names[]{"sign", "ten times", "ratio for change", "wrong base"};
    bool met = rates.falseAlarms() <= mostFalseAlarms;
    for (std::size_t i = 0; i < rates.injected.size(); ++i) {
        const double caught = 100.0 * rates.caught[i] / std::max(rates.injected[i], 1);
        met = met && caught >= leastCaught[i];
        std::printf("%-17s %6d injected, %6.2f %% caught red (target: at least %.0f %%)\n", names[i],
                    rates.injected[i], caught, leastCaught[i]);
    }
    std::printf("%d tables typed and checked in %.1f s: %.0f a second\n", checked, seconds,
                checked / seconds);
    return met ? 0 : 1;
}
