// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_cost.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/utf8.h"
#include "data/claim/ascii.h"
#include "data/claim/claim_cut.h"

namespace parallax::data {
namespace {

bool holdsAny(std::string_view text, const auto& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

// "Costs OpenAI $1.20", "costs the company $3.40": whom it costs stands behind the verb.
bool costsTheSeller(const ClaimSentence& sentence, Span before) {
    static constexpr auto sellers =
        std::to_array<std::string_view>({"the company", "the vendor", "the provider", "the maker", "the lab",
                                         "the startup", "the firm", "the operator", "providers", "vendors"});
    const std::string lower = lowerAscii(sentence.said(before));
    for (const std::string_view verb : {"costs ", "cost ", "costing "})
        for (std::size_t at = lower.find(verb); at != lower.npos; at = lower.find(verb, at + 1)) {
            const std::size_t behind = at + verb.size();
            if (std::ranges::any_of(sellers, [&](std::string_view one) {
                    return std::string_view(lower).substr(behind).starts_with(one);
                }))
                return true;
            if (std::ranges::any_of(sentence.words.names, [&](const NameAt& one) {
                    return one.span.begin == before.begin + behind;
                }))
                return true;
        }
    return false;
}

// "OpenAI's cost for …", "OpenAI's own costs are …"; of "OpenAI's GPT-4o costs …" it is a verb.
bool isCostOfAName(const ClaimSentence& sentence, Span before) {
    static constexpr auto kinds = std::to_array<std::string_view>(
        {"", "own", "estimated", "internal", "serving", "inference", "marginal", "real", "true", "running",
         "compute", "unit", "actual", "average"});
    for (const NameAt& name : sentence.words.names) {
        if (!isWithin(name.span, before))
            continue;
        std::string rest = lowerAscii(sentence.said({name.span.end, before.end}));
        std::string_view behind = rest;
        bool possessive = false;
        for (const std::string_view mark : {"'s ", "’s "})
            if (behind.starts_with(mark)) {
                behind.remove_prefix(mark.size());
                possessive = true;
            }
        const std::size_t noun = behind.find("cost");
        if (possessive && noun != behind.npos &&
            std::ranges::find(kinds, trim(behind.substr(0, noun))) != kinds.end())
            return true;
    }
    return false;
}

// OpenAI 為 GPT-4o 付出 1 美元, 微軟向 OpenAI 支付 …; "OpenAI has a cost of $1": what somebody who is named
// pays.
bool isPaidByAName(const ClaimSentence& sentence, Span before) {
    return std::ranges::any_of(sentence.words.names, [&](const NameAt& name) {
        if (!isWithin(name.span, before))
            return false;
        const std::string behind = lowerAscii(trim(sentence.said({name.span.end, before.end})));
        const bool pays =
            holdsAny(behind, std::to_array<std::string_view>({"付", "花費", "花费"})) &&
            std::ranges::any_of(std::array<std::string_view, 7>{"為", "为", "向", "替", "給", "给", "付"},
                                [&](std::string_view word) { return behind.starts_with(word); });
        return pays || behind.starts_with("has a cost") || behind.starts_with("has costs") ||
               behind.starts_with("had a cost") || behind.starts_with("have costs");
    });
}

// Where the figure's clause begins: behind the last mark or "but" before it.
std::size_t clauseFrom(const ClaimSentence& sentence, std::size_t figure) {
    std::size_t begin = sentence.span.begin;
    for (std::size_t at = begin; at < figure; ++at) {
        const std::string_view rest = sentence.text.substr(at);
        const bool number = at + 1 < figure && isDigit(static_cast<unsigned char>(rest[1])) && at > 0 &&
                            isDigit(static_cast<unsigned char>(sentence.text[at - 1]));
        if (const std::size_t size = clauseMarkAt(rest); size > 0 && !number)
            begin = at + size;
        else if (rest.starts_with(": ") || rest.starts_with(" but "))
            begin = at + 1;
        else if (rest.starts_with("：") || rest.starts_with("但"))
            begin = at + 3;
    }
    return std::min(begin, figure);
}

} // namespace

bool isCostOfSeller(const ClaimSentence& sentence, Span own, Span figure) {
    static constexpr auto nouns = std::to_array<std::string_view>(
        {"serving cost", "running cost", "inference cost", "cost of serving", "costs of serving",
         "cost of running", "costs of running", "cost to serve", "cost to run", "production cost",
         "operating cost", "break even", "break-even"});
    static constexpr auto aims = std::to_array<std::string_view>({" to run", " to serve", " to operate"});
    const Span before{own.begin, figure.begin};
    return isPaidByAName(sentence, before) || costsTheSeller(sentence, before) ||
           isCostOfAName(sentence, before) || holdsAny(lowerAscii(sentence.said(before)), nouns) ||
           holdsAny(lowerAscii(sentence.said({figure.end, own.end})), aims);
}

std::string uncertainTerms(const ClaimSentence& sentence, Span own, const Quantity& figure, bool expected) {
    if (sentence.said({own.begin, figure.span.begin}).find("成本") != std::string_view::npos)
        return "成本";
    if (!expected)
        return {};
    for (const ClaimWordAt& one : sentence.words.words)
        if (one.word == ClaimWord::Expected && isWithin(one.span, own))
            return std::string(sentence.said(one.span));
    const std::string_view hedge = sentence.said(figure.hedgeSpan);
    return hedge.empty() ? "expected" : std::string(hedge);
}

bool isDeniedOrWanted(const ClaimSentence& sentence, Span figure) {
    // What no denial is, although a word of one stands in it.
    static constexpr auto harmless = std::to_array<std::string_view>(
        {"not only",      "no more than", "no less than", "not more than", "not less than", "no fewer than",
         "not including", "不低於",       "不低于",       "不高於",        "不高于",        "不超過",
         "不超过",        "不少於",       "不少于",       "不到",          "不過",          "不过",
         "不僅",          "不仅",         "不只",         "不含"});
    static constexpr auto words = std::to_array<std::string_view>(
        {" not ",        "n't ",          "n’t ",       " no longer ", " no ",        " never ",
         " lacks ",      " lack ",        " lacked ",   " lacking ",   " without ",   " denies ",
         " refuses ",    " refused ",     " plans ",    " planned ",   " plan ",      " want ",
         " wants ",      " wanted ",      " demand ",   " demands ",   " demanded ",  " demanding ",
         " hope ",       " hopes ",       " hoped ",    " seek ",      " seeks ",     " sought ",
         " should ",     " must ",        " would ",    " could ",     " might ",     " consider ",
         " considers ",  " considered ",  " proposes ", " proposed ",  " asked for ", " asks for ",
         " ask for ",    " urge ",        " urges ",    " urged ",     " expects ",   " expect ",
         " instead of ", " rather than ", "沒有",       "没有",        "不再",        "並未",
         "并未",         "並不",          "并不",       "不是",        "並非",        "并非",
         "缺乏",         "缺少",          "取消",       "要求",        "希望",        "盼",
         "計劃",         "計畫",          "计划",       "打算",        "考慮",        "考虑",
         "應該",         "应该",          "呼籲",       "呼吁",        "不提供",      "不保證",
         "不保证",       "不承諾",        "不承诺"});
    std::string clause =
        ' ' + lowerAscii(sentence.said({clauseFrom(sentence, figure.begin), figure.begin})) + ' ';
    for (const std::string_view one : harmless)
        for (std::size_t at = clause.find(one); at != clause.npos; at = clause.find(one))
            clause.erase(at, one.size());
    return holdsAny(clause, words);
}

bool isOfDurability(const ClaimSentence& sentence, Span own, Span figure) {
    static constexpr auto others =
        std::to_array<std::string_view>({"durability", "durable", "accuracy", "accurate", "precision",
                                         "recall", "持久", "耐久", "準確", "准确"});
    const std::string behind = lowerAscii(trim(sentence.said({figure.end, own.end})));
    const std::string before = lowerAscii(sentence.said({own.begin, figure.begin}));
    return std::ranges::any_of(others,
                               [&](std::string_view one) {
                                   return behind.starts_with(one) ||
                                          behind.starts_with("的" + std::string(one)) ||
                                          behind.starts_with("的 " + std::string(one));
                               }) ||
           std::ranges::any_of(others, [&](std::string_view one) {
               const std::size_t at = before.rfind(one);
               return at != before.npos && before.size() - at < 28;
           });
}

} // namespace parallax::data
