// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/fact_compare.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "data/article/identity.h"
#include "data/store/check_rows.h"
#include "data/store/fact_rows.h"
#include "data/store/same_finding.h"
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
constexpr std::size_t mostPairs = 64;    // editions of one article against those of the other
constexpr std::size_t mostEvidence = 16;

struct Found {
    CheckPlace place;
    CheckForm form;
};

bool newer(const StatedFact& a, const StatedFact& b) {
    return std::tie(a.fact.day, a.article, a.edition) > std::tie(b.fact.day, b.article, b.edition);
}

// What a statement says, however it writes it and in whichever edition.
std::string saidBy(const StatedFact& stated) {
    const Quantity& q = stated.fact.quantity;
    std::string said = stated.articleKey + '\n' + q.unit;
    for (Decimal value : {q.value, q.low, q.high}) {
        while (value.digits != 0 && value.digits % 10 == 0)
            value = {value.digits / 10, value.exponent + 1};
        said +=
            ' ' + std::to_string(value.digits) + 'e' + std::to_string(value.digits == 0 ? 0 : value.exponent);
    }
    return said + (stated.fact.revisedFrom ? "r" : "");
}

// Two articles that state a figure differently, told once for all of their editions.
struct Contradiction {
    const StatedFact* own = nullptr; // of the newer article
    const StatedFact* other = nullptr;
    Check check;

    bool sameLanguage() const { return own->language == other->language; }
    // The worst verdict stands for all; of equal ones that of one language, so that both sides read alike.
    bool tellsBetterThan(const Contradiction& than) const {
        return std::tuple(severityOf(check.colour), sameLanguage()) >
               std::tuple(severityOf(than.check.colour), than.sameLanguage());
    }
};

// The same whichever statement is newer, whichever editions there are, and in every copy of the library.
std::string fingerprintOf(const Contradiction& found, const std::string& group) {
    const std::string left = saidBy(*found.own);
    const std::string right = saidBy(*found.other);
    return sha256Hex(std::string(ruleName(found.check.rule)) + '\n' + group + '\n' + std::min(left, right) +
                     '\n' + std::max(left, right));
}

std::optional<Contradiction> compared(const StatedFact& own, const StatedFact& other,
                                      const FactComparison& compare) {
    Fact there = other.fact;
    there.evidence.article = other.article;
    there.evidence.edition = other.edition;
    std::optional<Check> check = compare(own.fact, there);
    if (!check || check->verdict == Verdict::Consistent || check->verdict == Verdict::ConsistentLoose)
        return std::nullopt;
    return Contradiction{&own, &other, std::move(*check)};
}

// What the other editions of the two articles state in the same way belongs to the evidence.
class Editions {
  public:
    Editions(Library& library, const std::string& group)
        : m_library(library)
        , m_group(group) {}

    // All statements of the article that say what `as` says.
    std::vector<const StatedFact*> saying(const StatedFact& as) {
        auto [at, added] = m_articles.try_emplace(as.article);
        if (added)
            at->second = statedInArticle(m_library, m_group, as.article);
        std::vector<const StatedFact*> same;
        for (const StatedFact& stated : at->second)
            if (saidBy(stated) == saidBy(as))
                same.push_back(&stated);
        return same;
    }

  private:
    Library& m_library;
    const std::string& m_group;
    std::map<ArticleId, std::vector<StatedFact>> m_articles;
};

Found tellOnce(Contradiction first, Editions& editions, const FactComparison& compare,
               const std::string& group) {
    const std::vector<const StatedFact*> own = editions.saying(*first.own);
    const std::vector<const StatedFact*> other = editions.saying(*first.other);
    Contradiction best = std::move(first);
    const EditionId known = best.own->edition, knownOther = best.other->edition;
    std::size_t tried = 0;
    for (const StatedFact* const here : own)
        for (const StatedFact* const there : other) {
            const bool again = here->edition == known && there->edition == knownOther;
            if (again || here->edition == there->edition || ++tried > mostPairs)
                continue;
            if (auto found = compared(*here, *there, compare); found && found->tellsBetterThan(best))
                best = std::move(*found);
        }
    Check& check = best.check;
    const auto add = [&](const StatedFact& stated) {
        if (stated.edition == best.own->edition || stated.edition == best.other->edition ||
            check.statement.size() >= mostEvidence)
            return;
        Evidence evidence = stated.fact.evidence;
        evidence.article = stated.article;
        evidence.edition = stated.edition;
        check.statement.push_back(std::move(evidence));
    };
    for (const StatedFact* const here : own)
        add(*here);
    for (const StatedFact* const there : other)
        add(*there);
    check.fingerprint = fingerprintOf(best, group);
    return {{best.own->edition, best.own->article, best.other->edition, best.other->article,
             best.own->fact.day, group},
            checkForm(check)};
}

std::vector<Found> compareValues(Library& library, const std::string& group, const FactComparison& compare) {
    std::vector<StatedFact> facts = differentValues(library, group);
    std::sort(facts.begin(), facts.end(), newer);
    facts.resize(std::min(facts.size(), mostCompared));
    std::map<std::pair<std::string, std::string>, Contradiction> contradictions;
    for (std::size_t i = 0; i < facts.size(); ++i)
        for (std::size_t j = i + 1; j < facts.size(); ++j) {
            if (facts[i].edition == facts[j].edition) // the rules within an article have seen these
                continue;
            auto found = compared(facts[i], facts[j], compare);
            if (!found)
                continue;
            std::pair key{saidBy(facts[i]), saidBy(facts[j])};
            if (key.second < key.first)
                std::swap(key.first, key.second);
            const auto at = contradictions.find(key);
            if (at == contradictions.end())
                contradictions.emplace(std::move(key), std::move(*found));
            else if (found->tellsBetterThan(at->second))
                at->second = std::move(*found);
        }
    Editions editions(library, group);
    std::vector<Found> found;
    for (auto& [key, contradiction] : contradictions)
        found.push_back(tellOnce(std::move(contradiction), editions, compare, group));
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.form.severity > b.form.severity; });
    found.resize(std::min(found.size(), mostKept));
    return found;
}

// Adds the articles whose checks may be others now.
void compareGroup(Library& library, const std::string& group, const FactComparison& compare,
                  std::set<ArticleId>& changed) {
    {
        Statement row(library, "SELECT article_id FROM check_result WHERE fact_group = ?");
        row.bind(group);
        while (row.step())
            changed.insert(row.integer(0));
    }
    std::vector<CheckPlace> places;
    std::vector<CheckForm> checks;
    for (Found& found : compareValues(library, group, compare)) {
        changed.insert(found.place.article);
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
            std::set<ArticleId> changed;
            for (const std::string& group : waitingGroups(library)) {
                compareGroup(library, group, compare, changed);
                ++done;
                if (Clock::now() >= end || stop.stop_requested())
                    break;
            }
            for (const ArticleId article : changed)
                tellFindingsOnce(library, article);
            transaction.commit();
        }
        std::this_thread::sleep_for(gap);
    }
}

} // namespace parallax::data
