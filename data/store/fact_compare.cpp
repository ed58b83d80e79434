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
constexpr std::size_t mostWitnesses = 20; // further articles that state one of the two figures
constexpr std::size_t mostEvidenceInAll = 48;
constexpr std::int64_t mostStating = 3 * mostWitnesses; // editions that are looked at for them

struct Found {
    CheckPlace place;
    CheckForm form;
};

bool newer(const StatedFact& a, const StatedFact& b) {
    return std::tie(a.fact.day, a.article, a.edition) > std::tie(b.fact.day, b.article, b.edition);
}

// What a statement says, however it writes it, in whichever edition of whichever article.
std::string saidBy(const StatedFact& stated) {
    const Quantity& q = stated.fact.quantity;
    std::string said = q.unit;
    for (Decimal value : {q.value, q.low, q.high}) {
        while (value.digits != 0 && value.digits % 10 == 0)
            value = {value.digits / 10, value.exponent + 1};
        said +=
            ' ' + std::to_string(value.digits) + 'e' + std::to_string(value.digits == 0 ? 0 : value.exponent);
    }
    return said + (stated.fact.revisedFrom ? "r" : "");
}

// Two articles that state a figure differently, told once for all of their editions and for whoever else
// states either figure.
struct Contradiction {
    const StatedFact* own = nullptr; // of the newer article
    const StatedFact* other = nullptr;
    Check check;
    std::set<std::string> values; // keys of all that differ so

    bool sameLanguage() const { return own->language == other->language; }
    // The worst verdict stands for all; of equal ones that of one language, so that both sides read alike.
    bool tellsBetterThan(const Contradiction& than) const {
        return std::tuple(severityOf(check.colour), sameLanguage()) >
               std::tuple(severityOf(than.check.colour), than.sameLanguage());
    }
};

// The same whichever articles state the two figures, and in every copy of the library.
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
    there.ofOtherEdition = own.article == other.article;
    std::optional<Check> check = compare(own.fact, there);
    if (!check || check->verdict == Verdict::Consistent || check->verdict == Verdict::ConsistentLoose)
        return std::nullopt;
    return Contradiction{&own, &other, std::move(*check), {own.valueKey, other.valueKey}};
}

// Who else states what: the other editions of an article, and other articles. It belongs to the evidence.
class Statements {
  public:
    Statements(Library& library, const std::string& group)
        : m_library(library)
        , m_group(group) {}

    // The editions imported last that state a value in the same way.
    const std::vector<StatedFact>& ofValue(const std::string& valueKey) {
        auto [at, added] = m_values.try_emplace(valueKey);
        if (added)
            at->second = statingValue(m_library, m_group, valueKey, mostStating);
        return at->second;
    }

    // Two statements of the two values by other articles, else by other editions; the newest. Nothing where
    // one edition alone states both: the rules within an article have seen these.
    std::optional<std::pair<const StatedFact*, const StatedFact*>> apart(const StatedFact& a,
                                                                         const StatedFact& b) {
        if (a.article != b.article)
            return std::pair(&a, &b);
        for (const StatedFact& x : ofValue(a.valueKey))
            for (const StatedFact& y : ofValue(b.valueKey))
                if (x.article != y.article)
                    return std::pair(&x, &y);
        if (a.edition != b.edition)
            return std::pair(&a, &b);
        for (const StatedFact& x : ofValue(a.valueKey))
            for (const StatedFact& y : ofValue(b.valueKey))
                if (x.edition != y.edition)
                    return std::pair(&x, &y);
        return std::nullopt;
    }

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
    std::map<std::string, std::vector<StatedFact>> m_values;
};

Evidence evidenceIn(const StatedFact& stated) {
    Evidence evidence = stated.fact.evidence;
    evidence.article = stated.article;
    evidence.edition = stated.edition;
    return evidence;
}

// The further articles, each with all of its editions that were looked at.
std::vector<CheckWitness> addWitnesses(Contradiction& told, Statements& statements) {
    std::vector<const StatedFact*> stating;
    for (const std::string& value : told.values)
        for (const StatedFact& stated : statements.ofValue(value))
            if (stated.article != told.own->article && stated.article != told.other->article)
                stating.push_back(&stated);
    std::stable_sort(stating.begin(), stating.end(),
                     [](const StatedFact* a, const StatedFact* b) { return a->edition > b->edition; });
    std::vector<CheckWitness> witnesses;
    std::set<EditionId> editions;
    for (const StatedFact* const stated : stating) {
        const bool known = std::any_of(witnesses.begin(), witnesses.end(), [&](const CheckWitness& witness) {
            return witness.article == stated->article;
        });
        if ((!known && witnesses.size() == mostWitnesses) ||
            told.check.statement.size() >= mostEvidenceInAll || !editions.insert(stated->edition).second)
            continue;
        if (!known)
            witnesses.push_back({stated->article, stated->edition});
        told.check.statement.push_back(evidenceIn(*stated));
    }
    return witnesses;
}

Found tellOnce(Contradiction first, Statements& statements, const FactComparison& compare,
               const std::string& group) {
    const std::vector<const StatedFact*> own = statements.saying(*first.own);
    const std::vector<const StatedFact*> other = statements.saying(*first.other);
    Contradiction best = std::move(first);
    const EditionId known = best.own->edition, knownOther = best.other->edition;
    std::size_t tried = 0;
    for (const StatedFact* const here : own)
        for (const StatedFact* const there : other) {
            const bool again = here->edition == known && there->edition == knownOther;
            if (again || here->edition == there->edition || ++tried > mostPairs)
                continue;
            if (auto found = compared(*here, *there, compare); found && found->tellsBetterThan(best)) {
                found->values.insert(best.values.begin(), best.values.end());
                best = std::move(*found);
            }
        }
    Check& check = best.check;
    const auto add = [&](const StatedFact& stated) {
        if (stated.edition == best.own->edition || stated.edition == best.other->edition ||
            check.statement.size() >= mostEvidence)
            return;
        check.statement.push_back(evidenceIn(stated));
    };
    for (const StatedFact* const here : own)
        add(*here);
    for (const StatedFact* const there : other)
        add(*there);
    std::vector<CheckWitness> witnesses = addWitnesses(best, statements);
    check.fingerprint = fingerprintOf(best, group);
    return {{best.own->edition, best.own->article, best.other->edition, best.other->article,
             best.own->fact.day, group, std::move(witnesses)},
            checkForm(check)};
}

std::vector<Found> compareValues(Library& library, const std::string& group, const FactComparison& compare) {
    std::vector<StatedFact> facts = differentValues(library, group);
    std::sort(facts.begin(), facts.end(), newer);
    facts.resize(std::min(facts.size(), mostCompared));
    Statements statements(library, group);
    std::map<std::pair<std::string, std::string>, Contradiction> contradictions;
    for (std::size_t i = 0; i < facts.size(); ++i)
        for (std::size_t j = i + 1; j < facts.size(); ++j) {
            const auto apart = statements.apart(facts[i], facts[j]);
            if (!apart)
                continue;
            const bool inOrder = !newer(*apart->second, *apart->first);
            const StatedFact& own = inOrder ? *apart->first : *apart->second;
            const StatedFact& other = inOrder ? *apart->second : *apart->first;
            auto found = compared(own, other, compare);
            if (!found)
                continue;
            std::pair key{saidBy(own), saidBy(other)};
            if (key.second < key.first)
                std::swap(key.first, key.second);
            const auto [at, added] = contradictions.try_emplace(std::move(key), *found);
            if (added)
                continue;
            if (found->tellsBetterThan(at->second))
                std::swap(at->second, *found);
            at->second.values.insert(found->values.begin(), found->values.end());
        }
    std::vector<Found> found;
    found.reserve(contradictions.size());
    for (auto& [key, contradiction] : contradictions)
        found.push_back(tellOnce(std::move(contradiction), statements, compare, group));
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
