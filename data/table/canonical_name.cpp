// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/canonical_name.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/glossary.h"
#include "data/table/header_words.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestPhrase = 24; // code points

// Folded words of measures that the glossary lacks, as "canonical|other|other …".
constexpr auto measureGroups = std::to_array<std::string_view>(
    {"revenue|revenues|sales|turnover|销售额|销售收入|营业额|业绩",
     "profit|profits|net income|earnings|净利|净利润|获利|盈利",
     "operating income|operating profit|营业利润|营业利益|经营利润",
     "margin|利润率|毛利率",
     "cost|costs|expense|expenses|成本|费用|支出",
     "price|prices|pricing|价格|单价|售价",
     "user|users|用户数|使用者数",
     "share|shares|份额|占比|比重|占有率",
     "size|规模",
     "capacity|容量|产能",
     "employee|employees|headcount|staff|员工|人数|员工数",
     "shipment|shipments|出货|出货量",
     "funding|raised|融资|募资|融资额",
     "investment|investments|投资额",
     "capital expenditure|capital expenditures|资本性支出",
     "accuracy|准确率|正确率",
     "power|power consumption|功耗|耗电",
     "speed|速度",
     "score|scores|分数|得分",
     "cloud|云端|云|云计算",
     "data center|data centre|data centers|data centres|datacenter|数据中心|资料中心",
     "ai|artificial intelligence|人工智能|人工智慧",
     "service|services|服务",
     "customer|customers|客户|客户数",
     "order|orders|backlog|订单|在手订单",
     "demand|需求",
     "supply|供给|供应",
     "market|markets|市场"});

constexpr auto emptyWords = std::to_array<std::u32string_view>(
    {U"the",         U"of",        U"in",          U"by",        U"for",        U"and",       U"a",
     U"an",          U"to",        U"on",          U"at",        U"est",        U"est.",      U"estimated",
     U"estimate",    U"total",     U"amount",      U"annual",    U"current",    U"currently", U"now",
     U"today",       U"latest",    U"existing",    U"actual",    U"actuals",    U"projected", U"projection",
     U"projections", U"expected",  U"forecast",    U"forecasts", U"forecasted", U"target",    U"targets",
     U"planned",     U"future",    U"anticipated", U"before",    U"after",      U"previous",  U"prior",
     U"baseline",    U"post-deal", U"的",          U"额",        U"总",         U"年",        U"年度",
     U"当前",        U"目前",      U"现在",        U"现况",      U"现有",       U"实际",      U"预测",
     U"预期",        U"预估",      U"预计",        U"目标",      U"展望",       U"未来",      U"推估",
     U"估计",        U"总计"});

constexpr auto companySuffixes = std::to_array<std::u32string_view>(
    {U" inc.", U" inc", U" corp.", U" corp", U" corporation", U" ltd.", U" ltd", U" llc", U" plc", U" co.",
     U" group", U" ag", U" sa", U"公司", U"集团", U"股份有限公司", U"有限公司", U"业者"});

using PhraseMap = std::unordered_map<std::u32string, std::string>;

// Names of the glossary, folded, to the English name folded.
const PhraseMap& glossaryNames() {
    static const PhraseMap names = [] {
        PhraseMap all;
        for (const auto& entry : glossary()) {
            const std::string canonical = toUtf8(foldText(entry.english));
            for (const auto& form : {entry.english, entry.traditional, entry.simplified})
                if (!form.empty())
                    all.try_emplace(foldText(form), canonical);
            for (const auto& alias : entry.aliases)
                all.try_emplace(foldText(alias), canonical);
        }
        return all;
    }();
    return names;
}

const PhraseMap& measurePhrases() {
    static const PhraseMap phrases = [] {
        PhraseMap all;
        for (std::string_view group : measureGroups) {
            const std::string canonical(group.substr(0, group.find('|')));
            while (!group.empty()) {
                const std::size_t end = std::min(group.find('|'), group.size());
                all.try_emplace(foldText(group.substr(0, end)), canonical);
                group.remove_prefix(std::min(end + 1, group.size()));
            }
        }
        for (const auto& [name, canonical] : glossaryNames()) {
            // "market share" of the glossary and "share" of a header: words, so that either order is the
            // same.
            const auto known = all.find(foldText(canonical));
            all.try_emplace(name, known != all.end() ? known->second : canonical);
        }
        return all;
    }();
    return phrases;
}

bool isLatin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= 0xC0 && c <= 0x24F);
}

bool isEmptyWord(std::u32string_view word) {
    return std::ranges::find(emptyWords, word) != emptyWords.end();
}

// The longest known phrase at `at`, whole words only where it is Latin; 0 for none.
std::size_t phraseAt(std::u32string_view text, std::size_t at, std::string& canonical) {
    for (std::size_t length = std::min(longestPhrase, text.size() - at); length > 0; --length) {
        const std::u32string_view phrase = text.substr(at, length);
        if (isLatin(phrase.back()) && at + length < text.size() && isLatin(text[at + length]))
            continue;
        if (isEmptyWord(phrase)) {
            canonical.clear();
            return length;
        }
        const auto found = measurePhrases().find(std::u32string(phrase));
        if (found == measurePhrases().end())
            continue;
        canonical = found->second;
        return length;
    }
    return 0;
}

void addWords(std::set<std::string>& words, std::string_view phrase) {
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        if (end > 0)
            words.emplace(phrase.substr(0, end));
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
}

std::u32string withoutSuffix(std::u32string_view name) {
    for (const std::u32string_view suffix : companySuffixes)
        if (name.size() > suffix.size() + 1 && name.ends_with(suffix)) {
            name.remove_suffix(suffix.size());
            break;
        }
    while (!name.empty() && (name.back() == U' ' || name.back() == U','))
        name.remove_suffix(1);
    return std::u32string(name);
}

} // namespace

std::string canonicalSubject(std::string_view name) {
    const RowSense role = readRowLabel(utf8Prefix(name, longestHeader));
    if (role.certain && role.role != RowRole::Average)
        return role.role == RowRole::Total ? "total" : "others";
    const std::u32string text = foldedHeader(name);
    const auto open = text.find(U'(');
    std::u32string plain = text.substr(0, open);
    while (!plain.empty() && plain.back() == U' ')
        plain.pop_back();
    if (plain.empty())
        plain = text;
    for (const std::u32string& form : {plain, withoutSuffix(plain)})
        if (const auto found = glossaryNames().find(form); found != glossaryNames().end())
            return found->second;
    return toUtf8(withoutSuffix(plain));
}

std::string canonicalMeasure(std::string_view name) {
    const HeaderSense sense = readHeader(name, {});
    // Nothing but a remark in parentheses is the name itself.
    const std::u32string text =
        sense.name.empty() && sense.period.empty() ? foldedHeader(sense.title) : sense.name;
    std::set<std::string> words;
    std::string canonical;
    for (std::size_t at = 0; at < text.size();) {
        const bool starts = at == 0 || !isLatin(text[at]) || !isLatin(text[at - 1]);
        if (const std::size_t length = starts ? phraseAt(text, at, canonical) : 0) {
            addWords(words, canonical);
            at += length;
            continue;
        }
        std::size_t end = at;
        if (isLatin(text[at])) {
            while (end < text.size() && (isLatin(text[end]) || text[end] == U'-' || text[end] == U'\''))
                ++end;
        } else if (isHan(text[at])) {
            // Up to the next known phrase: an unknown word is kept whole.
            std::string next;
            do
                ++end;
            while (end < text.size() && isHan(text[end]) && phraseAt(text, end, next) == 0);
        }
        if (end > at)
            words.insert(toUtf8(text.substr(at, end - at)));
        at = std::max(end, at + 1);
    }
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

} // namespace parallax::data
