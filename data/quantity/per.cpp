// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/number.h"
#include "data/quantity/scale.h"
#include "data/quantity/unit.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

constexpr auto units = wordTable<std::string_view>({{U"h", "hour"},
                                                    {U"hr", "hour"},
                                                    {U"hrs", "hour"},
                                                    {U"hour", "hour"},
                                                    {U"hours", "hour"},
                                                    {U"tok", "token"},
                                                    {U"token", "token"},
                                                    {U"tokens", "token"},
                                                    {U"year", "year"},
                                                    {U"years", "year"},
                                                    {U"yr", "year"},
                                                    {U"annum", "year"},
                                                    {U"quarter", "quarter"},
                                                    {U"month", "month"},
                                                    {U"months", "month"},
                                                    {U"mo", "month"},
                                                    {U"day", "day"},
                                                    {U"days", "day"},
                                                    {U"week", "week"},
                                                    {U"minute", "minute"},
                                                    {U"min", "minute"},
                                                    {U"second", "second"},
                                                    {U"sec", "second"},
                                                    {U"s", "second"},
                                                    {U"seat", "seat"},
                                                    {U"user", "user"},
                                                    {U"users", "user"},
                                                    {U"person", "person"},
                                                    {U"employee", "employee"},
                                                    {U"customer", "customer"},
                                                    {U"request", "request"},
                                                    {U"requests", "request"},
                                                    {U"query", "query"},
                                                    {U"queries", "query"},
                                                    {U"call", "call"},
                                                    {U"calls", "call"},
                                                    {U"image", "image"},
                                                    {U"images", "image"},
                                                    {U"page", "page"},
                                                    {U"pages", "page"},
                                                    {U"share", "share"},
                                                    {U"unit", "unit"},
                                                    {U"rack", "rack"},
                                                    {U"node", "node"},
                                                    {U"chip", "chip"},
                                                    {U"wafer", "wafer"},
                                                    {U"parameter", "parameter"},
                                                    {U"gpu", "GPU"},
                                                    {U"gpu-hour", "GPU-hour"},
                                                    {U"gpu hour", "GPU-hour"},
                                                    {U"gpu-hr", "GPU-hour"},
                                                    {U"gpus", "GPU"},
                                                    {U"kwh", "kWh"},
                                                    {U"mwh", "MWh"},
                                                    {U"gb", "GB"},
                                                    {U"tb", "TB"},
                                                    {U"gb-month", "GB-month"},
                                                    {U"w", "W"},
                                                    {U"kw", "kW"},
                                                    {U"mw", "MW"},
                                                    {U"gw", "GW"},
                                                    {U"watt", "W"},
                                                    {U"词元", "token"},
                                                    {U"个词元", "token"},
                                                    {U"个token", "token"},
                                                    {U"小时", "hour"},
                                                    {U"个小时", "hour"},
                                                    {U"秒", "second"},
                                                    {U"分钟", "minute"},
                                                    {U"天", "day"},
                                                    {U"日", "day"},
                                                    {U"周", "week"},
                                                    {U"月", "month"},
                                                    {U"个月", "month"},
                                                    {U"季", "quarter"},
                                                    {U"季度", "quarter"},
                                                    {U"年", "year"},
                                                    {U"股", "share"},
                                                    {U"人", "person"},
                                                    {U"用户", "user"},
                                                    {U"次", "time"},
                                                    {U"张", "unit"},
                                                    {U"颗", "unit"},
                                                    {U"台", "unit"},
                                                    {U"度", "kWh"},
                                                    {U"度电", "kWh"},
                                                    {U"瓦", "W"},
                                                    {U"千瓦时", "kWh"}});

// Between the count and its unit: "per 1M output tokens", "每百萬輸出詞元".
constexpr auto qualifiers = wordTable<int>({{U"input", 0},
                                            {U"output", 0},
                                            {U"generated", 0},
                                            {U"prompt", 0},
                                            {U"processed", 0},
                                            {U"active", 0},
                                            {U"cached", 0},
                                            {U"输入", 0},
                                            {U"输出", 0},
                                            {U"输入的", 0},
                                            {U"输出的", 0}});

std::optional<std::pair<Per, std::size_t>> unitAfter(const FoldedText& text, std::size_t at) {
    Per per;
    const bool figure = isDigit(text[at]) || isChineseNumeral(text[at]);
    if (figure || isLatinLetter(text[at])) {
        if (const auto scale = scaleAt(text, at, ScaleStyle::AfterDigits); scale && !isDigit(text[at])) {
            per.value = {1, scale->power};
            at = text.skipBlanks(scale->end);
        } else if (const auto number = numberAt(text, at); number && !number->range && !number->fraction) {
            per.value = number->value;
            at = text.skipBlanks(number->end);
        }
    }
    if (const auto* qualifier = qualifiers.find(text, at))
        at = text.skipBlanks(at + qualifier->word.size());
    const auto* unit = units.find(text, at);
    if (unit == nullptr)
        return std::nullopt;
    per.unit = unit->value;
    return std::pair{per, at + unit->word.size()};
}

// "$3 billion a year earlier", "a month ago": the unit tells when, not per what.
bool isPastAt(const FoldedText& text, std::size_t i) {
    static constexpr auto words = wordTable<int>({{U"earlier", 0},
                                                  {U"ago", 0},
                                                  {U"later", 0},
                                                  {U"before", 0},
                                                  {U"prior", 0},
                                                  {U"previously", 0},
                                                  {U"back", 0}});
    return words.find(text, i) != nullptr;
}

} // namespace

std::optional<std::pair<Per, std::size_t>> perAt(const FoldedText& text, std::size_t i) {
    std::size_t at = text.skipBlanks(i);
    const char32_t c = lower(text[at]);
    if (c != U'/' && c != U'p' && c != U'a' && c != U'每')
        return std::nullopt;
    bool article = false;
    if (c == U'/')
        at = text.skipBlanks(at + 1);
    else if (text.isWordAt(at, U"per"))
        at = text.skipBlanks(at + 3);
    else if (text.isWordAt(at, U"an hour"))
        article = true, at += 3;
    else if (text[at] == U'每')
        at = text.skipBlanks(at + 1);
    else if (text.isWordAt(at, U"a") && at > i)
        article = true, at = text.skipBlanks(at + 1);
    else
        return std::nullopt;
    auto per = unitAfter(text, at);
    if (!per || (article && isPastAt(text, text.skipBlanks(per->second))))
        return std::nullopt;
    // $30 per user per month
    const std::size_t next = text.skipBlanks(per->second);
    if (text[next] == U'/' || text.isWordAt(next, U"per")) {
        if (const auto second = unitAfter(text, text.skipBlanks(next + (text[next] == U'/' ? 1 : 3)));
            second && second->first.value.digits == 1 && second->first.value.exponent == 0) {
            per->first.unit += "\u00b7" + second->first.unit;
            per->second = second->second;
        }
    }
    return per;
}

} // namespace parallax::data
