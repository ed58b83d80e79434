// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "data/check/rules.h"
#include "data/check/rules_words.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

Interval valuesOf(Domain domain) {
    switch (domain) {
    case Domain::Share:
    case Domain::Drop:
        return {0, 100};
    case Domain::Change:
        return {-100, unbounded};
    case Domain::AtMost:
        return {-unbounded, 100};
    case Domain::Count:
    case Domain::Positive:
        return {0, unbounded};
    case Domain::Open:
        break;
    }
    return {};
}

bool isAverage(const FoldedPhrase& words) {
    return words.hasAny({U"average", U"avg", U"mean", U"median", U"per", U"ratio", U"平均", U"人均", U"每",
                         U"中位", U"比率", U"/"});
}

// The nearest whole number lies outside what was written.
bool isBroken(const Reading& read) {
    return std::floor(read.strict.high) < std::ceil(read.strict.low);
}

} // namespace

Domain domainOf(std::string_view text) {
    const FoldedPhrase words(text);
    // "share price" is a price, "earnings per share" an amount: neither is a part of a whole.
    const bool stock = words.hasAny({U"share price", U"per share", U"shares", U"buyback", U"股价", U"每股"});
    if (words.hasAny({U"return", U"returns", U"roi", U"irr", U"roe", U"回报", U"报酬", U"收益率"}))
        return Domain::Change;
    if (words.hasAny({U"margin", U"margins", U"利润率", U"毛利率", U"净利率"}))
        return Domain::AtMost;
    if (words.hasAny({U"drop",     U"drops",     U"decline", U"declines", U"reduction", U"reductions",
                      U"discount", U"discounts", U"cut",     U"cuts",     U"saving",    U"savings",
                      U"decrease", U"fall",      U"跌幅",    U"降幅",     U"下降",      U"下跌",
                      U"降价",     U"折扣",      U"节省",    U"减少",     U"减幅"}))
        return Domain::Drop;
    if (words.hasAny({U"change",   U"changes", U"growth", U"delta", U"cagr", U"yoy",  U"qoq",  U"mom",
                      U"increase", U"gain",    U"gains",  U"Δ",     U"δ",    U"vs",   U"增长", U"成长",
                      U"增幅",     U"变化",    U"变动",   U"同比",  U"环比", U"年增", U"涨幅", U"增速"}))
        return Domain::Change;
    if (!stock && words.hasAny({U"share",     U"sla",      U"uptime",      U"availability", U"accuracy",
                                U"precision", U"recall",   U"probability", U"likelihood",   U"chance",
                                U"occupancy", U"hit rate", U"win rate",    U"success rate", U"pass rate",
                                U"churn",     U"stake",    U"ownership",   U"占比",         U"占有率",
                                U"份额",      U"市占",     U"可用性",      U"可用率",       U"准确率",
                                U"概率",      U"机率",     U"命中率",      U"成功率",       U"流失率",
                                U"持股",      U"股权",     U"比重"}))
        return Domain::Share;
    if (words.hasAny({U"count",      U"number of", U"headcount", U"employees", U"staff",
                      U"stars",      U"users",     U"customers", U"downloads", U"subscribers",
                      U"developers", U"gpus",      U"servers",   U"人数",      U"家数",
                      U"员工",       U"数量",      U"个数",      U"用户数",    U"客户数",
                      U"星数",       U"台数",      U"件数",      U"次数",      U"下载量"}))
        return isAverage(words) ? Domain::Positive : Domain::Count;
    if (words.hasAny({U"latency", U"throughput", U"price", U"prices", U"pricing", U"capacity", U"duration",
                      U"延迟", U"吞吐", U"价格", U"单价", U"容量", U"时长"}))
        return Domain::Positive;
    return Domain::Open;
}

Check checkDomain(const Operand& value, Domain domain) {
    if (!isAmount(value.quantity))
        return cannotTell(Rule::Domain, "missing");
    if (domain == Domain::Open)
        return cannotTell(Rule::Domain, "unknown-measure");
    const bool percents = domain == Domain::Share || domain == Domain::Drop || domain == Domain::Change ||
                          domain == Domain::AtMost;
    const bool bare = value.quantity.dimension == Dimension::Number;
    if (percents && !isPercent(value.quantity) && !bare)
        return cannotTell(Rule::Domain, "other-measure");
    if (domain == Domain::Count && !bare && value.quantity.dimension != Dimension::Count)
        return cannotTell(Rule::Domain, "other-measure");
    if (domain == Domain::Positive && (isPercent(value.quantity) || isPoints(value.quantity)))
        return cannotTell(Rule::Domain, "other-measure");
    Reading read = readingOf(value);
    if (domain == Domain::Drop && read.strict.high <= 0) { // "-30%" in a column of drops
        read.face = -read.face;
        read.strict = {-read.strict.high, -read.strict.low};
    }
    const Interval allowed = valuesOf(domain);
    Check check;
    check.rule = Rule::Domain;
    check.unit = percents ? "%" : value.quantity.unit;
    check.face = read.face;
    check.strict = check.loose = read.strict;
    check.stated = allowed;
    check.power = isBounded(read.strict) ? halfWidth(read.strict) : 0;
    const bool broken = domain == Domain::Count && isBounded(read.strict) && !read.range && isBroken(read);
    if (meets(read.strict, allowed) && !broken) {
        check.verdict = Verdict::Consistent;
        check.grade = contains(allowed, read.face) ? Grade::Exact : Grade::RoundingOnly;
        check.colour = Colour::Green;
        return check;
    }
    check.verdict = Verdict::Inconsistent;
    const double apart = broken && meets(read.strict, allowed)
                             ? std::min(read.strict.low - std::floor(read.strict.low),
                                        std::ceil(read.strict.high) - read.strict.high)
                             : distance(read.strict, allowed);
    check.colour = apart > 0.02 * std::abs(read.face) ? Colour::Red : Colour::Amber;
    check.reason = broken && meets(read.strict, allowed) ? "not-whole" : "outside-domain";
    return check;
}

} // namespace parallax::data
