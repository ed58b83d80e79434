// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include "alarm_tables.h"
#include "data/check/check_article.h"

// How often the checks cry at right tables, and how often they find one error put into them. Shared by a test
// and a benchmark.
namespace parallax::data::testing {

// Percent of right tables that may be called red, and of wrong ones that must be, by InjectedError.
inline constexpr double mostFalseAlarms = 0.5;
inline constexpr std::array<double, 4> leastCaught{95, 95, 95, 75};

// Puts one error into the table; false where it has no figure that the error would change.
inline bool inject(AlarmTable& made, InjectedError error, Draw& draw) {
    const auto wrong = [&](const StatedChange& stated) {
        switch (error) {
        case InjectedError::Sign:
            return -stated.change;
        case InjectedError::TimesTen:
            return stated.change * 10;
        case InjectedError::RatioForChange:
            return 100 + stated.change;
        case InjectedError::WrongBase:
            return 100 * (1 - stated.base / stated.next);
        }
        return stated.change;
    };
    std::vector<const StatedChange*> able;
    for (const StatedChange& stated : made.changes) {
        // Neither is an error that anybody makes with points or yearly rates.
        const bool ratio = error == InjectedError::RatioForChange || error == InjectedError::WrongBase;
        if (ratio && (stated.points || stated.years > 0))
            continue;
        if (stated.print(wrong(stated)) != stated.print(stated.change))
            able.push_back(&stated);
    }
    if (!able.empty()) {
        const StatedChange& stated =
            *able[static_cast<std::size_t>(draw.below(static_cast<int>(able.size())))];
        made.table.rows[stated.row][stated.column].text = stated.print(wrong(stated));
        return true;
    }
    if (error != InjectedError::TimesTen || made.amounts.empty())
        return false;
    const StatedAmount& stated =
        made.amounts[static_cast<std::size_t>(draw.below(static_cast<int>(made.amounts.size())))];
    made.table.rows[stated.row][stated.column].text = stated.print(stated.value * 10);
    return true;
}

// From the text of a table to its findings, as an article's tables are read.
inline std::vector<Check> checksOf(const AlarmTable& made) {
    Article article;
    article.language = made.language;
    article.tables.push_back(made.table);
    ReadArticle read;
    read.article = &article;
    read.context.language = made.language;
    read.context.documentMonth = "2026-04";
    read.tables.push_back(typeTable(article.tables.front(), read.context));
    std::vector<Check> checks;
    checkTables(read, checks);
    return checks;
}

inline bool isRed(const std::vector<Check>& checks) {
    return std::ranges::any_of(checks, [](const Check& check) { return check.colour == Colour::Red; });
}

struct AlarmRates {
    int tables = 0, red = 0, amber = 0, checked = 0; // of tables without an error; checked: with any finding
    std::array<int, 4> injected{}, caught{};         // by InjectedError
    double falseAlarms() const { return 100.0 * red / std::max(tables, 1); }
    double caughtOf(InjectedError error) const {
        const auto i = static_cast<std::size_t>(error);
        return 100.0 * caught[i] / std::max(injected[i], 1);
    }
};

inline AlarmRates
alarmRates(std::uint64_t seed, int tables,
           const std::function<void(const AlarmTable&, const std::vector<Check>&)>& onAlarm = {}) {
    AlarmTables source(seed);
    Draw draw(seed + 1);
    AlarmRates rates;
    for (int i = 0; i < tables; ++i) {
        const AlarmTable made = source.next();
        const auto checks = checksOf(made);
        ++rates.tables;
        rates.checked += checks.empty() ? 0 : 1;
        rates.amber +=
            std::ranges::any_of(checks, [](const Check& c) { return c.colour == Colour::Amber; }) ? 1 : 0;
        if (isRed(checks)) {
            ++rates.red;
            if (onAlarm)
                onAlarm(made, checks);
        }
        for (const InjectedError error : {InjectedError::Sign, InjectedError::TimesTen,
                                          InjectedError::RatioForChange, InjectedError::WrongBase}) {
            AlarmTable spoilt = made;
            if (!inject(spoilt, error, draw))
                continue;
            const auto index = static_cast<std::size_t>(error);
            ++rates.injected[index];
            rates.caught[index] += isRed(checksOf(spoilt)) ? 1 : 0;
        }
    }
    return rates;
}

} // namespace parallax::data::testing
