// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "data/check/facts.h"
#include "data/check/restatements.h"
#include "data/check/rules.h"
#include "data/check/verdict.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

Operand operandOfFact(const Fact& fact) {
    // Of a sentence the evidence is the figure itself, of a cell its whole text.
    if (fact.evidence.table >= 0)
        return operandOf(fact.quantity, fact.evidence.quote);
    return {fact.quantity, fact.evidence.quote};
}

bool isFirm(const Quantity& quantity) {
    return quantity.bound == Bound::Exact && quantity.kind == QuantityKind::Scalar &&
           quantity.hedge != Hedge::Possible;
}

std::size_t sharedDetails(const Fact& a, const Fact& b) {
    std::size_t shared = 0;
    for (const auto& detail : a.details)
        shared += std::ranges::find(b.details, detail) != b.details.end() ? 1 : 0;
    return shared;
}

// One statement replaces the figure that the other one gives. Older than the revision that is what was known
// then, and in the same article it may be told as such; a newer article should have the new figure.
std::optional<Check> superseded(const Fact& revising, const Fact& other, const Check& differing) {
    if (!revising.revisedFrom || other.revisedFrom || !isFirm(other.quantity))
        return std::nullopt;
    const Check same = checkSameFact({*revising.revisedFrom, revising.revisedWords}, operandOfFact(other));
    if (same.verdict != Verdict::Consistent)
        return std::nullopt;
    Check check = differing;
    check.reason = "superseded";
    check.reasonArgs = {revising.revisedWords, revising.evidence.quote};
    check.cause.clear();
    const bool later = !other.day.empty() && !revising.day.empty() && revising.day < other.day;
    if (later && check.verdict == Verdict::Inconsistent) {
        makeAmber(check);
    } else {
        check.verdict = Verdict::CannotTell;
        check.grade = Grade::None;
        check.colour = Colour::Grey;
        check.repairs.clear();
    }
    return check;
}

// The same source gives another figure later on: no contradiction, but the older one no longer holds.
bool isRestated(const Fact& a, const Fact& b) {
    return !a.deal && !a.source.empty() && a.source == b.source && !a.day.empty() && !b.day.empty() &&
           a.day != b.day;
}

// The digits are the same: $1 billion and $9 billion are ten times apart by rounding alone.
bool isSlip(const Check& check) {
    if ((check.cause != "scale" && check.cause != "times-ten") || !check.face || !check.stated)
        return false;
    const double stated = check.stated->low / 2 + check.stated->high / 2;
    const double power = std::log10(std::abs(*check.face / stated));
    constexpr double near = 0.015;
    return std::abs(power - std::round(power)) < near;
}

} // namespace

namespace {

// Digits that say something: 2 of "$13 billion", 1 of "$10 billion", which may well be ten times $1 billion.
int significantDigits(const Quantity& quantity) {
    std::int64_t digits = quantity.value.digits;
    while (digits != 0 && digits % 10 == 0)
        digits /= 10;
    return static_cast<int>(std::to_string(digits < 0 ? -digits : digits).size());
}

enum class Told { No, Amber, AsJudged };

// What differs and has no date or period of its own: told only where it looks like a slip.
Told toldOfUndated(const Fact& a, const Fact& b, const Check& check, bool oneEdition) {
    if (!isSlip(check))
        return Told::No;
    const bool oneArticle = oneEdition || b.ofOtherEdition;
    const bool twoScripts = inTwoScripts(a.evidence.quote, b.evidence.quote);
    constexpr int enough = 2;
    const bool sameDigits =
        significantDigits(a.quantity) >= enough && significantDigits(b.quantity) >= enough;
    if (!a.deal) {
        // Prices fall tenfold from year to year: one article alone says it of one time.
        if (!oneArticle)
            return Told::No;
        if (isPlainMeasure(a.measure))
            return a.plain && b.plain ? Told::AsJudged : Told::No;
        return !twoScripts ? Told::No : sameDigits ? Told::AsJudged : Told::Amber;
    }
    if (oneArticle && twoScripts && sameDigits)
        return Told::AsJudged;
    return oneArticle || twoScripts || sameDigits ? Told::Amber : Told::No;
}

// Two plain sentences of one article cannot both be right.
bool contradictsItself(const Fact& a, const Fact& b) {
    return a.plain && b.plain && a.scope == b.scope && a.sentence != b.sentence;
}

std::optional<Check> compared(const Fact& a, const Fact& b, bool oneEdition) {
    if (a.subject != b.subject || a.measure != b.measure || a.cumulative != b.cumulative)
        return std::nullopt;
    if (a.deal != b.deal || a.period != b.period)
        return std::nullopt;
    const bool dated = !a.date.empty() && !b.date.empty();
    if (dated && !periodsAgree(a.date, b.date))
        return std::nullopt;
    if (!isComparable(a.quantity, b.quantity))
        return std::nullopt;
    Check check = checkSameFact(operandOfFact(a), operandOfFact(b));
    if (check.verdict == Verdict::CannotTell)
        return std::nullopt;
    check.statement = {a.evidence, b.evidence};
    if (!isSlip(check)) {
        check.cause.clear();
        check.reasonArgs.clear();
    }
    const bool undatedLevel = !a.deal && a.period.empty();
    if (check.verdict == Verdict::Consistent)
        return undatedLevel ? std::nullopt : std::optional(std::move(check));
    // From here on they differ. Parts of a whole, limits and guesses may.
    if (a.tranche || b.tranche || !isFirm(a.quantity) || !isFirm(b.quantity) || a.ofOther != b.ofOther)
        return std::nullopt;
    for (const auto& [revising, other] : {std::pair(&a, &b), std::pair(&b, &a)})
        if (auto replaced = superseded(*revising, *other, check))
            return replaced;
    if (isRestated(a, b) && check.verdict == Verdict::Inconsistent && !isSlip(check)) {
        makeAmber(check);
        check.reason = "restated";
        check.cause.clear();
        return check;
    }
    const std::size_t shared = sharedDetails(a, b);
    Told told = Told::AsJudged;
    if (undatedLevel ||
        (a.deal && !dated && shared == 0)) // else two deals, or one told twice: nobody can tell
        told = toldOfUndated(a, b, check, oneEdition);
    const bool market = a.measure.ends_with("market");
    if (!a.deal && market && !oneEdition && !isSlip(check))
        told = Told::No; // two houses size a market differently
    if (told == Told::No)
        return std::nullopt;
    if (check.cause == "scale")
        check.rule = Rule::Scale;
    const bool surely =
        isSlip(check) || (a.deal ? dated || shared >= 2 : oneEdition && contradictsItself(a, b));
    if (told == Told::Amber || !surely)
        makeAmber(check);
    if (check.verdict == Verdict::Inconsistent)
        check.reason = "stated-differently";
    return check;
}

} // namespace

std::optional<Check> compareFacts(const Fact& a, const Fact& b) {
    return compared(a, b, false);
}

std::optional<Check> compareFactsOfArticle(const Fact& a, const Fact& b) {
    return compared(a, b, true);
}

namespace {

// A sum put into two companies, and what one of them is said to have got: the rest is implied.
void checkParts(const std::vector<Fact>& facts, std::vector<Check>& out) {
    constexpr std::size_t mostWholes = 20;
    std::size_t wholes = 0;
    for (const Fact& whole : facts) {
        if (!whole.deal || whole.parties.size() != 3 || ++wholes > mostWholes)
            continue;
        const std::string kind = whole.measure.substr(0, whole.measure.find(' '));
        for (const Fact& part : facts) {
            if (!part.deal || part.parties.size() != 2 || !part.measure.starts_with(kind) ||
                !std::ranges::includes(whole.parties, part.parties) ||
                !isComparable(whole.quantity, part.quantity))
                continue;
            Check check = checkPartWhole(operandOfFact(part), operandOfFact(whole));
            const Check rest = checkImpliedRest(operandOfFact(whole), operandOfFact(part));
            // Their dates are not known to be the same: nothing but the rest can be told.
            check.rule = Rule::PartWhole;
            check.verdict = Verdict::CannotTell;
            check.grade = Grade::None;
            check.colour = Colour::Grey;
            check.reason = "other-date";
            check.cause.clear();
            check.repairs.clear();
            check.face = rest.face;
            check.formula = rest.formula;
            check.statement = {whole.evidence, part.evidence};
            out.push_back(std::move(check));
        }
    }
}

// A teaser's title and its words state one figure twice.
void checkTeasers(const ReadArticle& article, std::vector<Check>& out) {
    forEachText(article, [&](const TextView& view) {
        if (!view.text.ofOther)
            return;
        for (std::size_t a = 0; a < view.quantities.size(); ++a)
            for (std::size_t b = a + 1; b < view.quantities.size(); ++b) {
                const Quantity& x = view.quantities[a];
                const Quantity& y = view.quantities[b];
                if (!isAmount(x) || x.dimension == Dimension::Count || !isComparable(x, y) ||
                    x.unit != y.unit)
                    continue;
                Check check =
                    checkSameFact(view.operand(static_cast<int>(a)), view.operand(static_cast<int>(b)));
                if (check.verdict != Verdict::Consistent)
                    continue;
                check.statement = {view.figureEvidence(static_cast<int>(a)),
                                   view.figureEvidence(static_cast<int>(b))};
                out.push_back(std::move(check));
            }
    });
}

} // namespace

void checkRepeatedFacts(const ReadArticle& article, std::vector<Check>& out) {
    const std::vector<Fact> facts = factsOf(article);
    const std::size_t before = out.size();
    checkRestatements(article, out);
    std::set<std::pair<std::size_t, std::size_t>> restated;
    for (std::size_t i = before; i < out.size(); ++i)
        restated.emplace(out[i].statement.front().span.begin, out[i].statement.back().span.begin);
    std::map<std::pair<std::string, std::string>, std::vector<const Fact*>> groups;
    for (const Fact& fact : facts)
        groups[{fact.subject, fact.measure}].push_back(&fact);
    constexpr std::size_t mostAlike = 40;
    for (auto& [key, group] : groups) {
        group.resize(std::min(group.size(), mostAlike));
        for (std::size_t i = 0; i < group.size(); ++i)
            for (std::size_t k = i + 1; k < group.size(); ++k) {
                if (group[i]->evidence.span == group[k]->evidence.span ||
                    restated.contains({group[i]->evidence.span.begin, group[k]->evidence.span.begin}))
                    continue;
                auto check = compareFactsOfArticle(*group[i], *group[k]);
                // Agreement is told once, beside the first statement; every conflict is told.
                if (check && (check->verdict != Verdict::Consistent || i == 0))
                    out.push_back(std::move(*check));
            }
    }
    checkParts(facts, out);
    checkTeasers(article, out);
}

} // namespace parallax::data
