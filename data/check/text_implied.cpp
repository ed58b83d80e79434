// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A level, a yearly rate and two years: the other level follows. Shown grey, never held against anything.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "data/check/clause.h"
#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/text_checks.h"

namespace parallax::data {
namespace {

struct Growth {
    std::size_t level = 0, rate = 0;
    int start = 0, end = 0;
    bool fromStart = true; // the level is the one to start from
};

bool isSaidOf(const TextView& view, const Sentence& sentence, std::size_t token, CueSet cues,
              std::size_t reach) {
    for (std::size_t k = token; k > sentence.begin && token - k < reach; --k) {
        const Token& t = view.text.tokens[k - 1];
        if (t.figure >= 0 || t.mark != 0)
            return false;
        if (t.cues.hasAny(cues))
            return true;
    }
    return false;
}

bool isYearly(const TextView& view, const Sentence& sentence, std::size_t rate) {
    if (view.figureAt(rate).role == Role::Cagr ||
        view.text.tokens[rate].cues.hasAny({Cue::PerYear, Cue::Cagr}))
        return true;
    for (std::size_t k = rate + 1; k < sentence.end && k < rate + 4; ++k)
        if (view.text.tokens[k].cues.hasAny({Cue::PerYear, Cue::Cagr}))
            return true;
    return isSaidOf(view, sentence, rate, {Cue::PerYear, Cue::Cagr}, 5);
}

// "in 2025", "until 2028"
int yearIn(const Quantity& quantity) {
    if (const int year = yearOf(quantity))
        return year;
    int year = 0;
    if (quantity.kind == QuantityKind::Period && quantity.to.size() >= 4)
        std::from_chars(quantity.to.data(), quantity.to.data() + 4, year);
    return year;
}

// One level, one yearly rate and two years, all in one sentence; anything more is a guess.
std::optional<Growth> growthOf(const TextView& view, const Sentence& sentence) {
    std::optional<std::size_t> level;
    std::optional<std::size_t> rate;
    std::vector<int> years;
    int ofLevel = 0;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        if (view.text.tokens[i].cues.hasAny({Cue::If, Cue::Negation}))
            return std::nullopt;
        if (view.text.tokens[i].figure < 0)
            continue;
        const Quantity& q = view.figureAt(i);
        const int year = yearIn(q);
        if (year != 0 && std::ranges::find(years, year) == years.end())
            years.push_back(year);
        if (isTimeFigure(q)) {
            if (year == 0)
                return std::nullopt;
            if (level && *level + 3 >= i && ofLevel == 0 && years.size() <= 2 &&
                rate.value_or(0) < *level + 1)
                ofLevel = year;
        } else if (isRateFigure(q)) {
            if (rate || !isPercent(q) || q.kind != QuantityKind::Scalar)
                return std::nullopt;
            rate = i;
        } else {
            if (level || q.kind != QuantityKind::Scalar || !isLevelFigure(q))
                return std::nullopt;
            level = i;
            ofLevel = year;
        }
    }
    if (!level || !rate || years.size() != 2 || ofLevel == 0 || !isYearly(view, sentence, *rate))
        return std::nullopt;
    const int other = years[0] == ofLevel ? years[1] : years[0];
    Growth growth{*level, *rate, std::min(ofLevel, other), std::max(ofLevel, other), ofLevel < other};
    const CueSet wanted = growth.fromStart ? CueSet(Cue::From) : CueSet(Cue::To);
    if (growth.start == growth.end || !isSaidOf(view, sentence, *level, wanted, 3))
        return std::nullopt;
    return growth;
}

} // namespace

void checkImpliedGrowth(const TextView& view, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences) {
        const auto growth = growthOf(view, sentence);
        if (!growth)
            continue;
        const Operand level = view.operand(view.text.tokens[growth->level].figure);
        const Operand rate = view.operand(view.text.tokens[growth->rate].figure);
        const int years = growth->end - growth->start;
        double percent = readingOf(rate).face;
        if (percent > 0 && directionNear(view.text, sentence, growth->rate, 3, 2) < 0)
            percent = -percent;
        if (percent <= -100 || years > 100)
            continue;
        const double factor = std::pow(1 + percent / 100, growth->fromStart ? years : -years);
        Check check = cannotTell(Rule::Implied, "implied");
        check.face = readingOf(level).face * factor;
        check.unit = level.quantity.unit;
        const auto numbers = formulaNumbers({readingOf(level).face, *check.face});
        check.formula = numbers.texts[0] + (growth->fromStart ? " × (1 + " : " ÷ (1 + ") +
                        plainNumber(percent / 100, 4) + ")^" + plainNumber(years) + " = " +
                        plainNumber(*check.face / numbers.divisor, 4) + numbers.suffix;
        check.statement.push_back(view.evidence(sentence.span));
        check.statement.push_back(view.figureEvidence(view.text.tokens[growth->level].figure));
        check.statement.push_back(view.figureEvidence(view.text.tokens[growth->rate].figure));
        out.push_back(std::move(check));
    }
}

} // namespace parallax::data
