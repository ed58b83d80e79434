// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/fact_compare.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "data/article/identity.h"
#include "data/store/check_rows.h"
#include "data/store/fact_rows.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

using Clock = std::chrono::steady_clock;

// A transaction ends after so many groups or so long, and then leaves the library to others for a moment.
constexpr std::int64_t groupsTogether = 256;
constexpr auto longestHold = std::chrono::milliseconds(30);
constexpr auto gap = std::chrono::milliseconds(2);

constexpr std::size_t mostCompared = 24; // values of a group: the newest
constexpr std::size_t mostKept = 32;     // checks of a group: the worst

struct Found {
    CheckPlace place;
    CheckForm form;
};

std::string sideOf(const StatedFact& stated) {
    return stated.articleKey + '\n' + std::to_string(static_cast<int>(stated.language)) + '\n' +
           stated.fact.evidence.quote;
}

// The same for two statements whichever of them is newer, and in every copy of the library.
std::string fingerprintOf(const Check& check, const StatedFact& a, const StatedFact& b) {
    const std::string left = sideOf(a);
    const std::string right = sideOf(b);
    return sha256Hex(std::string(ruleName(check.rule)) + '\n' + std::min(left, right) + '\n' +
                     std::max(left, right));
}

bool newer(const StatedFact& a, const StatedFact& b) {
    return std::tie(a.day, a.article, a.edition) > std::tie(b.day, b.article, b.edition);
}

std::vector<Found> compareValues(Library& library, const std::string& group, const FactComparison& compare) {
    std::vector<StatedFact> facts = differentValues(library, group);
    std::sort(facts.begin(), facts.end(), newer);
    facts.resize(std::min(facts.size(), mostCompared));
    std::vector<Found> found;
    for (std::size_t i = 0; i < facts.size(); ++i)
        for (std::size_t j = i + 1; j < facts.size(); ++j) {
            const StatedFact& own = facts[i];
            const StatedFact& other = facts[j];
            if (own.edition == other.edition) // the rules within an article have seen these
                continue;
            Fact there = other.fact;
            there.evidence.article = other.article;
            there.evidence.edition = other.edition;
            std::optional<Check> check = compare(own.fact, there);
            if (!check || check->verdict == Verdict::Consistent || check->verdict == Verdict::ConsistentLoose)
                continue;
            check->fingerprint = fingerprintOf(*check, own, other);
            found.push_back({{own.edition, own.article, other.edition, other.article, own.day, group},
                             checkForm(*check)});
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.form.severity > b.form.severity; });
    found.resize(std::min(found.size(), mostKept));
    return found;
}

void compareGroup(Library& library, const std::string& group, const FactComparison& compare) {
    std::vector<CheckPlace> places;
    std::vector<CheckForm> checks;
    for (Found& found : compareValues(library, group, compare)) {
        places.push_back(std::move(found.place));
        checks.push_back(std::move(found.form));
    }
    if (checks.empty())
        removeChecksOfGroup(library, group);
    else
        saveChecks(library, places, checks);
    Statement(library, "DELETE FROM fact_waiting WHERE fact_group = ?").bind(group).run();
}

std::vector<std::string> waitingGroups(Library& library) {
    Statement row(library, "SELECT fact_group FROM fact_waiting LIMIT ?");
    row.bind(groupsTogether);
    std::vector<std::string> groups;
    while (row.step())
        groups.push_back(row.text(0));
    return groups;
}

} // namespace

std::int64_t compareWaitingFacts(Library& library, const FactComparison& compare,
                                 const std::stop_token& stop) {
    std::int64_t done = 0;
    for (;;) {
        throwIfStopped(stop);
        if (waitingGroups(library).empty()) // without keeping others from writing
            return done;
        {
            Transaction transaction(library);
            const Clock::time_point end = Clock::now() + longestHold;
            for (const std::string& group : waitingGroups(library)) {
                compareGroup(library, group, compare);
                ++done;
                if (Clock::now() >= end || stop.stop_requested())
                    break;
            }
            transaction.commit();
        }
        std::this_thread::sleep_for(gap);
    }
}

} // namespace parallax::data
