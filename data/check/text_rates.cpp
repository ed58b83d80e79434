// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>

#include "data/check/clause.h"
#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/text_checks.h"

namespace parallax::data {
namespace {

bool isPlainPercent(const Quantity& quantity) {
    return isPercent(quantity) && quantity.kind != QuantityKind::Interval;
}

// A multiple as one: "60 % more" is 1.6, "翻兩番" 4.
Operand multipleOf(const Operand& rate, int direction) {
    Operand out = rate;
    Quantity& q = out.quantity;
    if (isMultiple(q)) {
        // "four times", "翻兩番" are exact within a twentieth, not within half a unit.
        if (q.value.exponent >= 0)
            q.resolution = multiply(q.value, Decimal{1, -1}).value_or(q.resolution);
        return out;
    }
    const auto lift = [&](const Decimal& percent) {
        const Decimal change = direction < 0 ? percent.negated() : percent;
        return add(Decimal{100, 0}, change).value_or(Decimal{100, 0}).shifted(-2);
    };
    q.value = lift(q.value);
    q.low = lift(q.low);
    q.high = lift(q.high);
    if (direction < 0)
        std::swap(q.low, q.high);
    q.resolution = q.resolution.shifted(-2);
    q.dimension = Dimension::Multiplier;
    q.unit = "x";
    if (q.kind == QuantityKind::Scalar)
        q.kind = QuantityKind::Multiplier;
    q.sign = 0;
    // The digits that count are those of the percentage.
    out.text.clear();
    return out;
}

// A rate and what it is a rate of.
struct Rate {
    std::size_t token = 0;
    Cue of = Cue::Price; // Price, Volume, Revenue
    int direction = 0;
};

// Price, volume or revenue named nearest before a rate (or right after it: "60% more revenue"), with no other
// rate between.
std::vector<Rate> ratesOf(const TextView& view, const Sentence& sentence) {
    static constexpr CueSet kinds = {Cue::Price, Cue::Volume, Cue::Revenue};
    std::vector<Rate> rates;
    const auto kindOf = [](const Token& token) {
        return token.cues.has(Cue::Price)    ? Cue::Price
               : token.cues.has(Cue::Volume) ? Cue::Volume
                                             : Cue::Revenue;
    };
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = view.text.tokens[i];
        if (token.figure < 0 || !isRateFigure(view.figureAt(i)))
            continue;
        const Quantity& q = view.figureAt(i);
        if (!isPlainPercent(q) && !isMultiple(q))
            continue;
        std::optional<Cue> of;
        std::size_t found = i;
        for (std::size_t k = i, steps = 0; k-- > sentence.begin && steps < 16 && !of; ++steps) {
            const Token& before = view.text.tokens[k];
            if (before.figure >= 0 && isRateFigure(view.figureAt(k)))
                break;
            if (before.cues.hasAny(kinds)) {
                of = kindOf(before);
                found = k;
            }
        }
        if (!of)
            continue;
        int direction =
            q.value.digits < 0 || q.low.digits < 0 ? -1 : directionNear(view.text, sentence, i, 0, 0);
        if (direction == 0)
            direction = directionNear(view.text, sentence, i, i - found, 1);
        if (direction == 0 && isMultiple(q))
            direction = 1;
        rates.push_back({i, *of, direction});
    }
    return rates;
}

const Rate* rateFor(const std::vector<Rate>& rates, Cue of, int direction) {
    const auto found = std::ranges::find_if(
        rates, [&](const Rate& rate) { return rate.of == of && rate.direction == direction; });
    return found == rates.end() ? nullptr : &*found;
}

} // namespace

void checkPriceAndVolume(const TextView& view, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences) {
        const std::vector<Rate> rates = ratesOf(view, sentence);
        const Rate* const price = rateFor(rates, Cue::Price, -1);
        const Rate* const volume = rateFor(rates, Cue::Volume, 1);
        const Rate* revenue = rateFor(rates, Cue::Revenue, 1);
        if (price == nullptr || revenue == nullptr || volume == nullptr ||
            !isPercent(view.figureAt(price->token)))
            continue;
        const auto operandAt = [&](const Rate& rate) {
            return view.operand(view.text.tokens[rate.token].figure);
        };
        Check check = checkPriceVolume(multipleOf(operandAt(*revenue), 1), operandAt(*price),
                                       multipleOf(operandAt(*volume), 1));
        // The volume was stated in percent, and so must the repair be.
        const Operand stated = operandAt(*volume);
        for (Repair& repair : check.repairs)
            if (isPercent(stated.quantity) && repair.what == "stated" && check.face)
                repair.text = inStyleOf(stated, 100 * (*check.face - 1), resultDigits);
        check.statement.push_back(view.figureEvidence(view.text.tokens[volume->token].figure));
        check.statement.push_back(view.figureEvidence(view.text.tokens[price->token].figure));
        check.statement.push_back(view.figureEvidence(view.text.tokens[revenue->token].figure));
        out.push_back(std::move(check));
    }
}

void checkReturns(const TextView& view, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences) {
        if (!view.has(sentence, Cue::Return))
            continue;
        std::optional<std::size_t> cost;
        std::optional<std::size_t> rate;
        std::optional<std::size_t> value;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            if (view.text.tokens[i].figure < 0)
                continue;
            const Quantity& q = view.figureAt(i);
            if (q.dimension == Dimension::Currency && !isTimeFigure(q)) {
                if (!cost)
                    cost = i;
                else if (!value)
                    value = i;
                else
                    return; // three sums: which is which is a guess
            } else if (isPlainPercent(q) && !rate && q.role != Role::Share) {
                const std::size_t begin = i > sentence.begin + 5 ? i - 5 : sentence.begin;
                const std::size_t end = std::min(sentence.end, i + 5);
                bool ofReturn = false;
                bool yearly = q.role == Role::Cagr || q.role == Role::Yoy;
                for (std::size_t k = begin; k < end; ++k) {
                    ofReturn = ofReturn || view.text.tokens[k].cues.has(Cue::Return);
                    yearly = yearly || view.text.tokens[k].cues.hasAny({Cue::PerYear, Cue::Cagr});
                }
                // "a 12% annual return": over how many years is not known here.
                if (ofReturn && !yearly)
                    rate = i;
            }
        }
        if (!cost || !rate)
            continue;
        const Operand paid = view.operand(view.text.tokens[*cost].figure);
        const Operand percent = view.operand(view.text.tokens[*rate].figure);
        Check check;
        if (value) {
            // "a return of 1800% on its $1 billion, now worth $19 billion"
            check = checkReturn(paid, percent, view.operand(view.text.tokens[*value].figure));
        } else {
            check = cannotTell(Rule::Return, "implied");
            const double face = readingOf(paid).face * (1 + readingOf(percent).face / 100);
            check.face = face;
            check.unit = paid.quantity.unit;
        }
        for (const auto& part : {value, cost, rate})
            if (part)
                check.statement.push_back(view.figureEvidence(view.text.tokens[*part].figure));
        out.push_back(std::move(check));
    }
}

} // namespace parallax::data
