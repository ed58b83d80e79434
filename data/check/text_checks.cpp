// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/text_checks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "data/check/clause.h"
#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/rules_words.h"

namespace parallax::data {
namespace {

double faceOf(const Operand& operand) {
    return readingOf(operand).face;
}

// "a fall of 96%" states −96 %, "or 83%" whatever sign the levels have.
Operand signedRate(const StatedChange& change, Operand stated, const Operand& base, const Operand& next) {
    const bool bare = stated.quantity.sign == 0 && !isMultiple(stated.quantity) &&
                      stated.quantity.value.digits >= 0 && stated.quantity.low.digits >= 0;
    if (!bare)
        return stated;
    const int direction = change.direction != 0 ? change.direction : faceOf(next) < faceOf(base) ? -1 : 1;
    if (direction < 0) {
        negate(stated.quantity);
        stated.quantity.sign = 0; // the word is the sign
        stated.quantity.direction = change.direction < 0 ? '-' : '\0';
    }
    return stated;
}

std::optional<YearSpan> yearsOf(const StatedChange& change) {
    YearSpan years;
    if (change.baseYear != 0 && change.nextYear != 0 && change.nextYear > change.baseYear) {
        years.start = change.baseYear;
        years.end = change.nextYear;
        years.count = change.nextYear - change.baseYear;
        return years;
    }
    if (change.years > 0) {
        years.count = change.years;
        return years;
    }
    return std::nullopt;
}

// "a 4x improvement", "10x faster".
bool isOfBetter(const TextView& view, std::size_t at) {
    const auto& tokens = view.text.tokens;
    for (std::size_t i = at + 1; i < tokens.size() && i <= at + 3 && tokens[i].mark == 0; ++i)
        if (tokens[i].figure < 0 &&
            (tokens[i].cues.hasAny({Cue::Better, Cue::Worse, Cue::Fall}) ||
             FoldedPhrase(view.tokenWords(i)).hasAny({U"reduction*", U"saving*", U"cut*"})))
            return true;
    return false;
}

Check checkMultiple(const TextView& view, const StatedChange& change, const Operand& base,
                    const Operand& next) {
    // The verb before it says how it is meant ("增長了 3 倍" has two readings), a word after it that it is
    // one.
    const auto& tokens = view.text.tokens;
    const auto at =
        static_cast<std::size_t>(std::ranges::find(tokens, change.stated, &Token::figure) - tokens.begin());
    std::size_t first = at;
    std::size_t last = at;
    if (at > 0 && tokens[at - 1].cues.hasAny({Cue::Rise, Cue::To}))
        --first;
    if (at + 1 < tokens.size() && tokens[at + 1].cues.has(Cue::Times))
        ++last;
    const auto multiple = vagueMultipleOf(view.words(view.tokenSpan(first, last)));
    if (!multiple)
        return cannotTell(Rule::VagueMultiplier, "two-readings");
    // "a tenfold drop", "100x less", "a 4x improvement": how many times the lower level goes into the higher.
    const bool shrinks = faceOf(next) < faceOf(base) && multiple->multiple > 1;
    if (shrinks && (change.direction < 0 || isOfBetter(view, at))) {
        Check check = checkVagueMultiplier(*multiple, next, base);
        for (Repair& repair : check.repairs)
            if (repair.what == "end")
                repair.what = "start";
        return check;
    }
    return checkVagueMultiplier(*multiple, base, next);
}

// The path between two dated levels, with no rate to hold against it.
Check impliedPath(const Operand& base, const Operand& next, const YearSpan& years) {
    Check check = cannotTell(Rule::Implied, "implied");
    const double multiple = faceOf(next) / faceOf(base);
    check.face = multiple;
    check.unit = "x";
    const auto numbers = formulaNumbers({faceOf(next), faceOf(base)});
    check.formula = numbers.texts[0] + " ÷ " + numbers.texts[1] + " = " + plainNumber(multiple, 4);
    const double rate = 100 * (std::pow(multiple, 1 / years.count) - 1);
    check.reasonArgs = {plainNumber(multiple, 4), plainNumber(rate, 4), plainNumber(years.count, 4)};
    return check;
}

// "fell from 50 to 40, up 20% on the year": whatever years the levels are of, the direction is the wrong one.
std::optional<Check> judgeSign(const StatedChange& change, const Operand& base, const Operand& next,
                               const Operand& stated) {
    if (change.dated)
        return std::nullopt;
    Check check = checkChange(base, next, stated);
    if (check.verdict == Verdict::Consistent || check.cause == "sign")
        return check;
    return std::nullopt;
}

std::optional<Check> judgeChange(const TextView& view, const StatedChange& change, const Operand& base,
                                 const Operand& next) {
    const Quantity& rate = view.quantities[static_cast<std::size_t>(change.stated)];
    if (change.ofBase)
        return checkShareOf(next, base, asPercent(view.operand(change.stated)));
    // "one fifth of what it was": a share of the base, unless a word says that it is the change.
    if (rate.dimension == Dimension::Ratio && rate.unit.empty() && !change.byWord)
        return checkShareOf(next, base, asPercent(view.operand(change.stated)));
    const Operand stated = signedRate(change, asPercent(view.operand(change.stated)), base, next);
    if (isMultiple(stated.quantity) && change.yearly) // "or 10x a year"
        return std::nullopt;
    if (isMultiple(stated.quantity) || stated.quantity.dimension == Dimension::Number)
        return checkMultiple(view, change, base, next);
    const auto years = yearsOf(change);
    if (change.yearly) {
        if (!years)
            return change.yearOnYear ? judgeSign(change, base, next, stated) : std::nullopt;
        return checkCagr(base, next, *years, stated);
    }
    Check whole = checkChange(base, next, stated);
    // "a growth rate of 15%" over six years may well be meant per year.
    if (change.ratedByWord && years && years->count > 1 && whole.verdict == Verdict::Inconsistent)
        return checkCagr(base, next, *years, stated);
    return whole;
}

std::optional<Check> judgeDirection(const StatedChange& change, const Operand& base, const Operand& next) {
    const double from = faceOf(base);
    const double to = faceOf(next);
    // Bare numbers one after the other ("35, earlier than we thought in 5") need not be levels of one thing.
    const bool bare =
        base.quantity.dimension == Dimension::Number && next.quantity.span.begin < base.quantity.span.begin;
    if (change.direction == 0 || from == to || bare)
        return std::nullopt;
    Check check = wordCheck(Rule::Direction, (to > from) == (change.direction > 0), "against-direction");
    if (check.verdict == Verdict::Consistent)
        check.reason.clear();
    check.face = to - from;
    check.unit = isPercent(base.quantity) ? "pp" : base.quantity.unit;
    return check;
}

// The clause, with the parenthesis closed that it opens.
Span clauseSpan(const TextView& view, const StatedChange& change) {
    const auto& tokens = view.text.tokens;
    std::size_t last = change.last;
    bool open = false;
    for (std::size_t i = change.first; i <= last; ++i)
        open = tokens[i].mark == U'(' || (open && tokens[i].mark != U')');
    for (std::size_t i = last + 1; open && i < tokens.size() && i < last + 4; ++i)
        if (tokens[i].mark == U')') {
            last = i;
            break;
        }
    return view.tokenSpan(change.first, last);
}

} // namespace

void checkStatedChanges(const TextView& view, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences) {
        for (const StatedChange& change :
             statedChanges(view.text, sentence, view.quantities, view.block.text)) {
            Operand base = view.operand(change.base);
            Operand next = view.operand(change.next);
            if (change.relation == Relation::ShareOf && base.quantity.dimension == Dimension::Count &&
                next.quantity.dimension == Dimension::Count) // "8,000 jobs" of "its 80,000 staff"
                base.quantity.unit = next.quantity.unit;
            const auto add = [&](Check check) {
                check.statement.push_back(view.evidence(clauseSpan(view, change)));
                if (change.stated >= 0 && check.rule != Rule::Implied)
                    check.statement.push_back(view.figureEvidence(change.stated));
                check.statement.push_back(view.figureEvidence(change.base));
                check.statement.push_back(view.figureEvidence(change.next));
                out.push_back(std::move(check));
            };
            if (change.relation == Relation::ShareOf) {
                if (!isAmount(base.quantity) || faceOf(next) > faceOf(base))
                    continue;
                add(checkShareOf(next, base, asPercent(view.operand(change.stated))));
                continue;
            }
            if (change.relation == Relation::PartWhole) {
                add(checkPartWhole(next, base));
                continue;
            }
            if (change.stated < 0) {
                if (auto check = judgeDirection(change, base, next))
                    add(std::move(*check));
                continue;
            }
            if (auto check = judgeChange(view, change, base, next)) {
                if (change.apposed && check->verdict == Verdict::Inconsistent)
                    continue; // then it is a figure of something else
                const bool path = check->rule == Rule::Cagr && faceOf(base) > 0 && faceOf(next) > 0;
                const auto years = yearsOf(change);
                add(std::move(*check));
                if (path && years)
                    add(impliedPath(base, next, *years));
            }
        }
    }
}

void checkSentences(const ReadArticle& article, std::vector<Check>& out) {
    forEachText(article, [&](const TextView& view) {
        if (view.quantities.empty())
            return;
        checkStatedChanges(view, out);
        checkReturns(view, out);
        checkPriceAndVolume(view, out);
        checkDomains(view, out);
        checkImpliedGrowth(view, out);
        checkShareLists(view, out);
        checkRevisions(view, out);
    });
}

} // namespace parallax::data
