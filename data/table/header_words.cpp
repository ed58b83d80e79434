// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/header_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "data/article/fold.h"

namespace parallax::data {
namespace {

using Words = std::span<const std::u32string_view>;

// Folded as foldText does: lower case, Simplified. A Latin word must stand alone ("now" is not in "known");
// Chinese ones may stand anywhere.
constexpr auto changeWords = std::to_array<std::u32string_view>(
    {U"change",   U"changes", U"chg",        U"delta",  U"δ",    U"∆",    U"growth", U"increase",
     U"decrease", U"decline", U"difference", U"diff",   U"yoy",  U"y/y",  U"qoq",    U"q/q",
     U"mom",      U"m/m",     U"gain",       U"uplift", U"变化", U"变动", U"增幅",   U"降幅",
     U"升幅",     U"涨幅",    U"跌幅",       U"成长",   U"增长", U"增减", U"涨跌",   U"升跌",
     U"变幅",     U"年增",    U"季增",       U"月增",   U"差异", U"差额", U"同比",   U"环比"});
constexpr auto yearlyWords = std::to_array<std::u32string_view>(
    {U"cagr", U"compound", U"annualized", U"annualised", U"per year", U"复合", U"年均"});
constexpr auto shareWords = std::to_array<std::u32string_view>(
    {U"share", U"shares", U"proportion", U"portion", U"weight", U"weighting", U"mix", U"% of", U"percent of",
     U"percentage of", U"占比", U"份额", U"比重", U"比例", U"占有率", U"市占", U"构成"});
constexpr auto totalWords = std::to_array<std::u32string_view>(
    {U"total",  U"totals",   U"sum",       U"overall",   U"subtotal",  U"sub-total",  U"grand total",
     U"all",    U"combined", U"aggregate", U"full year", U"full-year", U"whole year", U"全年",
     U"全年度", U"合计",     U"总计",      U"小计",      U"总和",      U"总额"});
constexpr auto noteWords = std::to_array<std::u32string_view>(
    {U"note", U"notes", U"remark", U"remarks", U"comment", U"comments", U"source", U"sources", U"reference",
     U"references", U"备注", U"说明", U"注释", U"附注", U"来源"});
constexpr auto baseWords = std::to_array<std::u32string_view>(
    {U"current",  U"currently", U"now",       U"today",    U"present",  U"actual",     U"actuals",
     U"latest",   U"existing",  U"before",    U"old",      U"previous", U"previously", U"prior",
     U"baseline", U"base",      U"last year", U"original", U"现况",     U"现状",       U"现在",
     U"当前",     U"目前",      U"现有",      U"实际",     U"之前",     U"原本",       U"去年",
     U"上期",     U"基准",      U"转换前",    U"调整前",   U"变更前",   U"改动前"});
constexpr auto nextWords = std::to_array<std::u32string_view>(
    {U"projection",  U"projections", U"projected", U"expected",  U"forecast",  U"forecasts",
     U"forecasted",  U"target",      U"targets",   U"outlook",   U"planned",   U"future",
     U"anticipated", U"after",       U"new",       U"this year", U"next year", U"guidance",
     U"post-deal",   U"estimate",    U"预测",      U"预期",      U"预估",      U"预计",
     U"目标",        U"展望",        U"推估",      U"未来",      U"规划",      U"之后",
     U"今年",        U"本期",        U"调整后",    U"转换后",    U"变更后",    U"改动后"});
constexpr auto firstWords = std::to_array<std::u32string_view>(
    {U"from", U"start", U"starting", U"start value", U"begin", U"beginning", U"initial", U"起点", U"起始",
     U"期初", U"起始值", U"期初值"});
constexpr auto lastWords = std::to_array<std::u32string_view>(
    {U"to", U"end", U"ending", U"end value", U"final", U"终点", U"结束", U"期末", U"终值", U"期末值"});
constexpr auto measureWords = std::to_array<std::u32string_view>(
    {U"metric",     U"metrics",    U"measure", U"measures",      U"indicator", U"indicators",
     U"kpi",        U"spec",       U"specs",   U"specification", U"feature",   U"features",
     U"benchmark",  U"benchmarks", U"test",    U"criterion",     U"criteria",  U"parameter",
     U"parameters", U"attribute",  U"item",    U"dimension",     U"aspect",    U"指标",
     U"项目",       U"规格",       U"参数",    U"测试",          U"维度"});
constexpr auto rankWords = std::to_array<std::u32string_view>(
    {U"#", U"no", U"no.", U"rank", U"ranking", U"排名", U"名次", U"序号", U"编号"});
constexpr auto dateWords = std::to_array<std::u32string_view>(
    {U"year", U"years", U"date", U"founded", U"launched", U"released", U"release date", U"deadline", U"month",
     U"quarter", U"period", U"年份", U"年度", U"日期", U"时间", U"成立", U"期间", U"季度"});
constexpr auto othersWords = std::to_array<std::u32string_view>(
    {U"others", U"other", U"rest", U"the rest", U"remaining", U"remainder", U"all others", U"all other",
     U"rest of market", U"其他", U"其它", U"其余", U"余下", U"剩余"});

// A row that is one of these, or one of these of a group ("Industry average"): "Average order value" and
// "延遲中位數" are measures of their own.
constexpr auto averageWords =
    std::to_array<std::u32string_view>({U"average", U"averages", U"avg", U"avg.", U"mean", U"median", U"平均",
                                        U"平均值", U"平均数", U"均值", U"中位数", U"中位值", U"中值"});
constexpr auto groupWords = std::to_array<std::u32string_view>(
    {U"industry", U"market",     U"sector",    U"peer",     U"peers",  U"peer group", U"group",  U"overall",
     U"global",   U"world",      U"worldwide", U"national", U"sample", U"fleet",      U"cohort", U"weighted",
     U"simple",   U"arithmetic", U"top 5",     U"top 10",   U"all",    U"行业",       U"产业",   U"业界",
     U"市场",     U"同业",       U"整体",      U"总体",     U"全体",   U"全球",       U"全国",   U"样本",
     U"加权",     U"简单",       U"算术",      U"各家",     U"各国",   U"三家",       U"几家"});
constexpr auto deductionWords = std::to_array<std::u32string_view>(
    {U"less", U"minus", U"deduct", U"deducting", U"减去", U"扣除", U"扣减", U"减"});
constexpr auto costWords = std::to_array<std::u32string_view>(
    {U"cost",    U"costs",   U"expense",   U"expenses",     U"tax",         U"taxes",        U"cogs",
     U"returns", U"refunds", U"discounts", U"eliminations", U"elimination", U"depreciation", U"impairment",
     U"losses",  U"outflow", U"outflows",  U"payments",     U"churned",     U"departures",   U"leavers",
     U"成本",    U"费用",    U"支出",      U"税",           U"退货",        U"折让",         U"抵销",
     U"冲销",    U"折旧",    U"减损",      U"流出",         U"离职",        U"流失"});

constexpr auto declineWords = std::to_array<std::u32string_view>(
    {U"cut", U"cuts", U"price cut", U"reduction", U"reductions", U"drop", U"saving", U"savings", U"saved",
     U"降幅", U"降价", U"减幅", U"节省", U"节省率"});
constexpr auto speedupWords = std::to_array<std::u32string_view>(
    {U"speedup", U"speed-up", U"speed up", U"acceleration", U"加速比", U"加速倍数", U"加速"});

constexpr auto yearWords =
    std::to_array<std::u32string_view>({U"yoy", U"y/y", U"y-o-y", U"year over year", U"year-over-year",
                                        U"year on year", U"year-on-year", U"年增", U"同比"});
constexpr auto quarterWords =
    std::to_array<std::u32string_view>({U"qoq", U"q/q", U"q-o-q", U"quarter over quarter",
                                        U"quarter-over-quarter", U"quarter on quarter", U"季增"});
constexpr auto monthWords =
    std::to_array<std::u32string_view>({U"mom", U"m/m", U"month over month", U"month-over-month", U"月增"});
constexpr auto stepWords = std::to_array<std::u32string_view>({U"sequential", U"sequentially", U"环比"});

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

bool standsAt(std::u32string_view text, std::u32string_view word, std::size_t at) {
    if (!isLetter(word.front()))
        return true;
    return (at == 0 || !isLetter(text[at - 1])) &&
           (at + word.size() == text.size() || !isLetter(word.back()) || !isLetter(text[at + word.size()]));
}

bool names(std::u32string_view text, Words words) {
    return std::ranges::any_of(words, [text](std::u32string_view word) {
        for (std::size_t at = text.find(word); at != std::u32string_view::npos; at = text.find(word, at + 1))
            if (standsAt(text, word, at))
                return true;
        return false;
    });
}

bool isOneOf(std::u32string_view text, Words words) {
    return std::ranges::find(words, text) != words.end();
}

bool isOpening(char32_t c) {
    return c == U'(' || c == U'[' || c == U'【';
}
bool isClosing(char32_t c) {
    return c == U')' || c == U']' || c == U'】';
}

void trimRight(std::u32string& text) {
    while (!text.empty() && (text.back() == U' ' || text.back() == U',' || text.back() == U':'))
        text.pop_back();
}

std::u32string withoutParentheses(std::u32string_view text) {
    std::u32string out;
    int depth = 0;
    for (const char32_t c : text) {
        depth += isOpening(c) ? 1 : 0;
        if (depth == 0 && (c != U' ' || (!out.empty() && out.back() != U' ')))
            out.push_back(c);
        depth -= isClosing(c) && depth > 0 ? 1 : 0;
    }
    trimRight(out);
    return out;
}

std::string withoutSpans(std::string_view text, const std::vector<Quantity>& quantities) {
    std::string out;
    std::size_t at = 0;
    for (const auto& q : quantities) {
        if (q.kind != QuantityKind::Period || q.span.begin < at)
            continue;
        out += text.substr(at, q.span.begin - at);
        at = q.span.end;
    }
    out += text.substr(at);
    return out;
}

// "2026E", "2025A", "FY26F", "2026 (E)": what analysts write and no sentence does.
struct SuffixedYear {
    std::string year; // empty: none
    bool actual = false;
};
SuffixedYear suffixedYear(std::u32string_view text) {
    const auto digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= U'0' && text[at] <= U'9';
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!digit(at) || (at > 0 && digit(at - 1)))
            continue;
        std::size_t end = at;
        while (digit(end))
            ++end;
        std::size_t fiscal = at; // where "fy" would end
        while (fiscal > 0 && (text[fiscal - 1] == U' ' || text[fiscal - 1] == U'\''))
            --fiscal;
        const bool named = fiscal >= 2 && text.substr(fiscal - 2, 2) == U"fy" &&
                           (fiscal == 2 || !isLetter(text[fiscal - 3]));
        if (end - at != 4 && !(named && end - at == 2))
            continue;
        if (!named && at > 0 && isLetter(text[at - 1]))
            continue;
        std::size_t mark = end;
        while (mark < text.size() && (text[mark] == U' ' || isOpening(text[mark])))
            ++mark;
        if (mark >= text.size() || (mark + 1 < text.size() && isLetter(text[mark + 1])))
            continue;
        const char32_t suffix = text[mark];
        if (suffix != U'e' && suffix != U'f' && suffix != U'a' && suffix != U'p')
            continue;
        std::string year = (end - at == 2 ? "20" : "") + toUtf8(text.substr(at, end - at));
        if (year >= "1900" && year < "2200")
            return {std::move(year), suffix == U'a'};
    }
    return {};
}

// "Q4 FY26", "FY2026 Q4", "4QFY26": quarters of a fiscal year, for their order as good as any.
struct QuarterOfYear {
    int quarter = 0, year = 0;
};
QuarterOfYear fiscalQuarter(std::u32string_view text) {
    const auto digitAt = [&](std::size_t at) {
        return at < text.size() && text[at] >= U'0' && text[at] <= U'9' ? static_cast<int>(text[at] - U'0')
                                                                        : -1;
    };
    const std::size_t fiscal = text.find(U"fy");
    if (fiscal == std::u32string_view::npos)
        return {};
    QuarterOfYear found;
    std::size_t at = fiscal + 2;
    while (at < text.size() && (text[at] == U' ' || text[at] == U'\''))
        ++at;
    std::size_t digits = 0;
    for (; digitAt(at) >= 0; ++at, ++digits)
        found.year = found.year * 10 + digitAt(at);
    if (digits == 2)
        found.year += 2000;
    else if (digits != 4)
        return {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != U'q')
            continue;
        const bool before = i > 0 && digitAt(i - 1) > 0 && (i < 2 || !isLetter(text[i - 2]));
        const bool after = digitAt(i + 1) > 0 && (i + 2 >= text.size() || digitAt(i + 2) < 0);
        const bool starts = i == 0 || !isLetter(text[i - 1]) || i == at;
        found.quarter = before ? digitAt(i - 1) : after && starts ? digitAt(i + 1) : 0;
        if (found.quarter >= 1 && found.quarter <= 4)
            return found;
    }
    return {};
}

} // namespace

std::u32string foldedHeader(std::string_view text) {
    std::u32string out;
    // A header is a few words; what a megabyte of them says is not worth the time.
    for (char32_t c : foldText(utf8Prefix(text, longestHeader))) {
        if (c == U'\n' || c == U'\t' || c == 0xA0)
            c = U' ';
        if (c != U' ' || (!out.empty() && out.back() != U' '))
            out.push_back(c);
    }
    trimRight(out);
    return out;
}

std::string periodName(const Quantity& period) {
    if (period.granularity == Granularity::FiscalYear)
        return period.from;
    if (period.from.size() < 10 || period.to.size() < 10)
        return {};
    std::string year = period.from.substr(0, 4);
    const auto month = static_cast<int>(period.from[5] - '0') * 10 + (period.from[6] - '0');
    switch (period.granularity) {
    case Granularity::Year:
        return year;
    case Granularity::Quarter:
        return "Q" + std::to_string((month + 2) / 3) + " " + year;
    case Granularity::Half:
        return std::string(month < 7 ? "H1 " : "H2 ") + year;
    case Granularity::Month:
        return period.from.substr(0, 7);
    case Granularity::YearRange:
        return year + "-" + period.to.substr(0, 4);
    case Granularity::Day:
        return period.from;
    case Granularity::FiscalYear:
    case Granularity::PartOfYear:
    case Granularity::None:
        break;
    }
    return period.from + "/" + period.to;
}

HeaderSense readHeader(std::string_view header, const TableContext& context) {
    HeaderSense sense;
    const std::string_view cut = utf8Prefix(header, longestHeader);
    const std::u32string text = foldedHeader(cut);
    if (text.empty())
        return sense;
    sense.change = names(text, changeWords);
    sense.yearly = names(text, yearlyWords);
    sense.share = names(text, shareWords);
    sense.note = names(text, noteWords);
    sense.base = names(text, baseWords);
    sense.next = names(text, nextWords);
    sense.rank = isOneOf(text, rankWords);
    sense.date = names(text, dateWords);

    QuantityContext quantities;
    quantities.language = context.language;
    quantities.documentMonth = context.documentMonth;
    quantities.date = true;
    std::vector<Quantity> found = parseQuantities(cut, quantities);
    for (const auto& q : found) {
        const bool fiscal = q.granularity == Granularity::FiscalYear && q.from.size() == 6;
        if (q.kind != QuantityKind::Period || (q.from.size() != 10 && !fiscal))
            continue;
        sense.period = periodName(q);
        // For the order of columns a fiscal year is as good as a calendar year.
        sense.from = fiscal ? q.from.substr(2) + "-01-01" : q.from;
        sense.to = fiscal ? q.from.substr(2) + "-12-31" : q.to;
        break;
    }
    if (const SuffixedYear suffixed = suffixedYear(text); !suffixed.year.empty()) {
        sense.base = sense.base || suffixed.actual;
        sense.next = sense.next || !suffixed.actual;
        if (sense.period.empty()) {
            sense.period = suffixed.year;
            sense.from = suffixed.year + "-01-01";
            sense.to = suffixed.year + "-12-31";
        }
    }
    if (const QuarterOfYear fiscal = fiscalQuarter(text); fiscal.quarter > 0 && fiscal.year > 1900) {
        static constexpr std::array<std::pair<const char*, const char*>, 4> days{
            {{"-01-01", "-03-31"}, {"-04-01", "-06-30"}, {"-07-01", "-09-30"}, {"-10-01", "-12-31"}}};
        const auto& [first, last] = days.at(static_cast<std::size_t>(fiscal.quarter) - 1);
        sense.from = std::to_string(fiscal.year) + first;
        sense.to = std::to_string(fiscal.year) + last;
    }
    sense.title = withoutSpans(cut, found);
    sense.name = withoutParentheses(foldedHeader(sense.title));
    // Alone these are the ends of a span; beside others ("end users", "start date") they are anything.
    sense.base = sense.base || text == U"前" || isOneOf(sense.name, firstWords);
    sense.next = sense.next || text == U"后" || isOneOf(sense.name, lastWords);
    sense.total = isOneOf(sense.name, totalWords);
    sense.mayTotal = names(sense.name, totalWords);
    sense.measures = names(sense.name, measureWords);
    sense.date = sense.date && !sense.change && !sense.share;
    return sense;
}

RowSense readRowLabel(std::string_view label) {
    const std::u32string text = withoutParentheses(foldedHeader(label));
    if (text.empty())
        return {};
    if (isOneOf(text, othersWords))
        return {RowRole::Others, true};
    if (isOneOf(text, totalWords))
        return {RowRole::Total, true};
    const auto leads = [&](Words words) {
        return std::ranges::any_of(words, [&](std::u32string_view word) {
            return text.starts_with(word) && standsAt(text, word, 0);
        });
    };
    if (leads(totalWords))
        return {RowRole::Total, false};
    if (isOneOf(text, averageWords))
        return {RowRole::Average, true};
    const auto isOfGroup = [&](std::u32string_view word) {
        if (!text.ends_with(word) || !standsAt(text, word, text.size() - word.size()))
            return false;
        std::u32string_view group = std::u32string_view(text).substr(0, text.size() - word.size());
        while (!group.empty() && group.back() == U' ')
            group.remove_suffix(1);
        return isOneOf(group, groupWords);
    };
    if (std::ranges::any_of(averageWords, isOfGroup))
        return {RowRole::Average, false};
    // "Other providers", 其他廠商; "Other World Computing" is a name, but so rare that it may lose here.
    if (leads(othersWords) && text.size() <= 24)
        return {RowRole::Others, false};
    return {};
}

bool saysDecline(std::string_view header) {
    return names(foldedHeader(header), declineWords);
}

bool saysSpeedup(std::string_view header) {
    return names(foldedHeader(header), speedupWords);
}

int monthsBack(std::string_view header) {
    const std::u32string text = foldedHeader(header);
    if (names(text, yearWords))
        return 12;
    if (names(text, quarterWords))
        return 3;
    if (names(text, monthWords))
        return 1;
    return names(text, stepWords) ? -1 : 0;
}

Deduction deductionOf(std::string_view label) {
    std::u32string text = foldedHeader(label);
    const auto isDash = [](char32_t c) { return c == U'-' || c == 0x2212 || c == U'•' || c == U'·'; };
    std::size_t begin = 0;
    while (begin < text.size() && (text[begin] == U' ' || text[begin] == U'(' || isDash(text[begin])))
        ++begin;
    text.erase(0, begin);
    for (const std::u32string_view word : deductionWords) {
        if (!text.starts_with(word) || !standsAt(text, word, 0))
            continue;
        const std::u32string_view rest = std::u32string_view(text).substr(word.size());
        const bool marked = !rest.empty() && (rest.front() == U':' || rest.front() == U')');
        // "Less developed markets" is a name, as 減速機 is.
        if (marked || word == U"减去" || word == U"扣除" || word == U"扣减")
            return Deduction::Yes;
        const bool apart = !rest.empty() && rest.front() == U' ';
        const std::u32string_view next = apart ? rest.substr(1) : rest;
        return apart && names(next, costWords) ? Deduction::Yes : Deduction::Maybe;
    }
    return names(text, costWords) ? Deduction::Maybe : Deduction::No;
}

} // namespace parallax::data
