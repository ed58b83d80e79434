// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/rules_words.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

bool isUnchanged(const FoldedPhrase& words) {
    return words.hasAny({U"unchanged", U"flat", U"same", U"identical", U"stable", U"equal", U"no change",
                         U"constant", U"steady", U"parity", U"on par", U"不变", U"持平", U"相同", U"一样",
                         U"稳定", U"无变化", U"没有变化"});
}

// A cell of a column of changes that needs no figure: "unchanged", "New".
bool isWordOfChange(const FoldedPhrase& words) {
    constexpr std::size_t longest = 24; // code points; more is a reason
    if (isUnchanged(words))
        return words.text().size() <= longest;
    return std::ranges::any_of(std::initializer_list<std::u32string_view>{U"new", U"n/a", U"none", U"n.m.",
                                                                          U"nm", U"tbd", U"新增", U"新"},
                               [&](std::u32string_view word) { return words.text() == word; });
}

bool isLowerBetter(std::string_view measure) {
    return FoldedPhrase(measure).hasAny(
        {U"latency", U"price", U"prices", U"pricing", U"cost", U"costs",  U"error", U"errors", U"downtime",
         U"churn",   U"time",  U"delay",  U"debt",    U"loss", U"losses", U"burn",  U"延迟",   U"价格",
         U"成本",    U"费用",  U"错误",   U"时间",    U"亏损", U"债务",   U"流失"});
}

Check directionCheck(std::optional<int> direction, const Interval& strict, const Interval& loose,
                     double face) {
    if (!direction)
        return cannotTell(Rule::Direction, "unknown-word");
    if (!isBounded(strict))
        return cannotTell(Rule::Direction, "open-bound");
    const auto fits = [&](const Interval& change) {
        return *direction == 0 ? contains(change, 0) : (*direction > 0 ? change.high > 0 : change.low < 0);
    };
    Check check = wordCheck(Rule::Direction, fits(strict), {});
    check.face = face;
    check.strict = strict;
    check.loose = loose;
    check.power = halfWidth(strict);
    if (check.verdict == Verdict::Consistent) {
        check.grade = fits({face, face}) ? Grade::Words : Grade::RoundingOnly;
    } else if (fits(loose)) {
        check.verdict = Verdict::ConsistentLoose;
        check.grade = Grade::Loose;
    } else {
        check.reason = "opposite";
    }
    return check;
}

} // namespace

Promise promiseOf(std::string_view label) {
    const FoldedPhrase words(label);
    if (words.hasAny({U"growth rate", U"cagr", U"uptime", U"年增率", U"成长率", U"增长率", U"毛利率",
                      U"净利率", U"利润率", U"渗透率", U"可用率"}))
        return Promise::Rate;
    if (words.hasAny({U"change",     U"delta", U"growth", U"Δ",    U"δ",    U"yoy",  U"qoq",
                      U"difference", U"增长",  U"成长",   U"变化", U"变动", U"增幅", U"涨幅",
                      U"年增",       U"同比",  U"环比",   U"差异", U"差距", U"增速"}))
        return Promise::Change;
    if (words.hasAny({U"share price", U"per share", U"shares", U"share buyback", U"股价", U"每股"}))
        return Promise::Money;
    if (words.hasAny({U"share", U"percentage", U"percent", U"%", U"占比", U"份额", U"占有率", U"市占",
                      U"百分比", U"比重"}))
        return Promise::Share;
    if (words.hasAny({U"revenue",  U"revenues",  U"sales", U"price",    U"prices",     U"pricing", U"cost",
                      U"costs",    U"valuation", U"capex", U"spending", U"investment", U"profit",  U"income",
                      U"budget",   U"营收",      U"收入",  U"销售额",   U"价格",       U"成本",    U"估值",
                      U"资本支出", U"投资额",    U"利润",  U"预算",     U"支出"}))
        return Promise::Money;
    return Promise::Nothing;
}

Check checkUnitLabel(std::string_view label, std::string_view cell) {
    if (isMissing(cell))
        return cannotTell(Rule::UnitLabel, "missing");
    QuantityContext context;
    context.cell = true;
    context.columnHeader = label;
    const auto quantities = parseQuantities(cell, context);
    const auto amount = std::ranges::find_if(quantities, isAmount);
    const Promise promise = promiseOf(label);
    const std::vector<std::string> args{std::string(label), std::string(cell)};
    if (amount == quantities.end()) {
        if (promise == Promise::Nothing)
            return cannotTell(Rule::UnitLabel, "missing");
        return wordCheck(Rule::UnitLabel, isWordOfChange(FoldedPhrase(cell)), "label-text", args);
    }
    // The cell's own words decide, not what the header lends it.
    QuantityContext alone;
    alone.cell = true;
    const auto own = parseQuantities(cell, alone);
    const auto first = std::ranges::find_if(own, isAmount);
    const Dimension dimension = first != own.end() ? first->dimension : amount->dimension;
    const bool amountOfThings = dimension == Dimension::Currency || dimension == Dimension::Count ||
                                dimension == Dimension::Power || dimension == Dimension::Time;
    const bool percent = dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint;
    const bool wrong = (promise == Promise::Share && amountOfThings) ||
                       (promise == Promise::Rate && dimension == Dimension::Currency) ||
                       (promise == Promise::Money && percent) || amount->unitConflict;
    return wordCheck(Rule::UnitLabel, !wrong, wrong ? "label-unit" : "",
                     wrong ? args : std::vector<std::string>{});
}

std::optional<int> directionOf(std::string_view text, std::string_view measure) {
    const FoldedPhrase words(text);
    const bool up = words.hasAny({U"rise",   U"rises",  U"rose",   U"rising",     U"risen",     U"increas*",
                                  U"up",     U"grow*",  U"grew",   U"gain*",      U"climb*",    U"jump*",
                                  U"surg*",  U"soar*",  U"higher", U"expand*",    U"expansion", U"more",
                                  U"upward", U"doubl*", U"tripl*", U"accelerat*", U"上升",      U"增长",
                                  U"成长",   U"提高",   U"上涨",   U"增加",       U"扩大",      U"攀升",
                                  U"提升",   U"走高",   U"飙升",   U"大涨",       U"高于",      U"增至"});
    const bool down =
        words.hasAny({U"fall*",   U"fell",   U"drop*",  U"declin*",  U"decreas*", U"down",      U"lower*",
                      U"shrink*", U"shrank", U"cut",    U"cuts",     U"reduc*",   U"plung*",    U"slump*",
                      U"less",    U"slid",   U"slide*", U"downward", U"halv*",    U"contract*", U"下降",
                      U"减少",    U"下跌",   U"缩小",   U"降低",     U"下滑",     U"走低",      U"大跌",
                      U"低于",    U"萎缩",   U"降至",   U"缩减",     U"骤降"});
    if (up != down)
        return up ? 1 : -1;
    if (up)
        return std::nullopt;
    if (isUnchanged(words))
        return 0;
    const bool better = words.hasAny({U"better", U"improv*", U"faster", U"outperform*", U"改善", U"更好",
                                      U"优于", U"更快", U"进步", U"cheaper", U"更便宜"});
    const bool worse = words.hasAny({U"worse*", U"degrad*", U"deteriorat*", U"slower", U"underperform*",
                                     U"恶化", U"更差", U"劣于", U"更慢", U"退步", U"变差"});
    if (better == worse)
        return std::nullopt;
    return (better ? 1 : -1) * (isLowerBetter(measure) ? -1 : 1);
}

Check checkDirection(std::string_view words, std::string_view measure, const Operand& base,
                     const Operand& next) {
    if (!isAmount(base.quantity) || !isAmount(next.quantity))
        return cannotTell(Rule::Direction, "missing");
    if (!isComparable(base.quantity, next.quantity))
        return cannotTell(Rule::Direction, "other-measure");
    const Reading b = readingOf(base);
    const Reading n = readingOf(next);
    Check check = directionCheck(directionOf(words, measure), subtract(n.strict, b.strict),
                                 subtract(n.loose, b.loose), n.face - b.face);
    const auto numbers = formulaNumbers({n.face, b.face, n.face - b.face});
    check.formula = numbers.texts[0] + " − " + numbers.texts[1] + " = " + numbers.texts[2] + numbers.suffix;
    return check;
}

Check checkDirection(std::string_view words, std::string_view measure, const Operand& change) {
    if (!isAmount(change.quantity))
        return cannotTell(Rule::Direction, "missing");
    const Reading c = readingOf(change);
    return directionCheck(directionOf(words, measure), c.strict, c.loose, c.face);
}

Extreme extremeOf(std::string_view words) {
    return FoldedPhrase(words).hasAny({U"least", U"lowest", U"smallest", U"cheapest", U"fewest", U"shortest",
                                       U"slowest", U"weakest", U"minimum", U"loser", U"最低", U"最小",
                                       U"最少", U"最便宜", U"最短", U"最慢", U"最弱", U"垫底"})
               ? Extreme::Least
               : Extreme::Most;
}

Check checkSuperlative(const std::vector<Operand>& values, std::size_t claimed, Extreme extreme) {
    if (claimed >= values.size() || values.size() < 2 || !isAmount(values[claimed].quantity))
        return cannotTell(Rule::Superlative, "missing");
    const double mine = readingOf(values[claimed]).face;
    bool holds = true;
    bool tie = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == claimed || !isAmount(values[i].quantity))
            continue;
        if (!isComparable(values[i].quantity, values[claimed].quantity))
            return cannotTell(Rule::Superlative, "other-measure");
        const double other = readingOf(values[i]).face;
        tie = tie || other == mine;
        holds = holds && (extreme == Extreme::Most ? mine > other : mine < other);
    }
    Check check = wordCheck(Rule::Superlative, holds, holds ? "" : (tie ? "tie" : "not-first"));
    check.face = mine;
    return check;
}

} // namespace parallax::data
