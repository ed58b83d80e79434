// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/amount.h"
#include "data/quantity/number.h"
#include "data/quantity/unit.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

struct Prefix {
    Bound bound = Bound::Exact;
    bool approx = false;
};
constexpr Prefix moreThan{Bound::MoreThan};
constexpr Prefix atLeast{Bound::AtLeast};
constexpr Prefix lessThan{Bound::LessThan};
constexpr Prefix atMost{Bound::AtMost};
constexpr Prefix nearly{Bound::LessThan, true};
constexpr Prefix aboutBefore{Bound::Exact, true};

constexpr auto prefixes = wordTable<Prefix>({{U"more than", moreThan},
                                             {U"greater than", moreThan},
                                             {U"higher than", moreThan},
                                             {U"larger than", moreThan},
                                             {U"over", moreThan},
                                             {U"above", moreThan},
                                             {U"exceeding", moreThan},
                                             {U"exceeds", moreThan},
                                             {U"exceeded", moreThan},
                                             {U"surpassing", moreThan},
                                             {U"surpassed", moreThan},
                                             {U"topping", moreThan},
                                             {U"topped", moreThan},
                                             {U"tops", moreThan},
                                             {U"exceed", moreThan},
                                             {U"surpass", moreThan},
                                             {U"surpasses", moreThan},
                                             {U"beyond", moreThan},
                                             {U"in excess of", moreThan},
                                             {U"north of", moreThan},
                                             {U">", moreThan},
                                             {U"at least", atLeast},
                                             {U"no less than", atLeast},
                                             {U"not less than", atLeast},
                                             {U"no fewer than", atLeast},
                                             {U"not fewer than", atLeast},
                                             {U"upwards of", atLeast},
                                             {U"upward of", atLeast},
                                             {U"as low as", atLeast},
                                             {U"as little as", atLeast},
                                             {U"as few as", atLeast},
                                             {U"a minimum of", atLeast},
                                             {U"minimum", atLeast},
                                             {U"minimum of", atLeast},
                                             {U"min.", atLeast},
                                             {U"min", atLeast},
                                             {U"no lower than", atLeast},
                                             {U"not below", atLeast},
                                             {U"no smaller than", atLeast},
                                             {U">=", atLeast},
                                             {U"≥", atLeast},
                                             {U"≧", atLeast},
                                             {U"less than", lessThan},
                                             {U"fewer than", lessThan},
                                             {U"lower than", lessThan},
                                             {U"smaller than", lessThan},
                                             {U"under", lessThan},
                                             {U"below", lessThan},
                                             {U"south of", lessThan},
                                             {U"short of", nearly},
                                             {U"shy of", nearly},
                                             {U"approaching", nearly},
                                             {U"approaches", nearly},
                                             {U"<", lessThan},
                                             {U"up to", atMost},
                                             {U"at most", atMost},
                                             {U"no more than", atMost},
                                             {U"not more than", atMost},
                                             {U"no greater than", atMost},
                                             {U"no higher than", atMost},
                                             {U"as much as", atMost},
                                             {U"as many as", atMost},
                                             {U"as high as", atMost},
                                             {U"a maximum of", atMost},
                                             {U"maximum", atMost},
                                             {U"maximum of", atMost},
                                             {U"max.", atMost},
                                             {U"max", atMost},
                                             {U"capped at", atMost},
                                             {U"not exceeding", atMost},
                                             {U"not to exceed", atMost},
                                             {U"no larger than", atMost},
                                             {U"not over", atMost},
                                             {U"<=", atMost},
                                             {U"≤", atMost},
                                             {U"≦", atMost},
                                             {U"nearly", nearly},
                                             {U"almost", nearly},
                                             {U"close to", aboutBefore},
                                             {U"in the region of", aboutBefore},
                                             {U"in the neighborhood of", aboutBefore},
                                             {U"in the neighbourhood of", aboutBefore},
                                             {U"on the order of", aboutBefore},
                                             {U"in the order of", aboutBefore},
                                             {U"about", aboutBefore},
                                             {U"around", aboutBefore},
                                             {U"roughly", aboutBefore},
                                             {U"approximately", aboutBefore},
                                             {U"approx.", aboutBefore},
                                             {U"approx", aboutBefore},
                                             {U"some", aboutBefore},
                                             {U"circa", aboutBefore},
                                             {U"ca.", aboutBefore},
                                             {U"c.", aboutBefore},
                                             {U"est.", aboutBefore},
                                             {U"~", aboutBefore},
                                             {U"超过", moreThan},
                                             {U"超出", moreThan},
                                             {U"超", moreThan},
                                             {U"逾", moreThan},
                                             {U"突破", moreThan},
                                             {U"高于", moreThan},
                                             {U"大于", moreThan},
                                             {U"多于", moreThan},
                                             {U"多过", moreThan},
                                             {U"不止", moreThan},
                                             {U"不只", moreThan},
                                             {U"超逾", moreThan},
                                             {U"至少", atLeast},
                                             {U"最少", atLeast},
                                             {U"最低", atLeast},
                                             {U"起码", atLeast},
                                             {U"不少于", atLeast},
                                             {U"不低于", atLeast},
                                             {U"不小于", atLeast},
                                             {U"不下于", atLeast},
                                             {U"不下", atLeast},
                                             {U"足足", atLeast},
                                             {U"足有", atLeast},
                                             {U"少说", atLeast},
                                             {U"不到", lessThan},
                                             {U"不足", lessThan},
                                             {U"不及", lessThan},
                                             {U"低于", lessThan},
                                             {U"少于", lessThan},
                                             {U"小于", lessThan},
                                             {U"未达", lessThan},
                                             {U"未满", lessThan},
                                             {U"不满", lessThan},
                                             {U"不超过", atMost},
                                             {U"不高于", atMost},
                                             {U"不大于", atMost},
                                             {U"不多于", atMost},
                                             {U"最多", atMost},
                                             {U"至多", atMost},
                                             {U"最高", atMost},
                                             {U"最高达", atMost},
                                             {U"最高可达", atMost},
                                             {U"高达", atMost},
                                             {U"多达", atMost},
                                             {U"上限", atMost},
                                             {U"顶多", atMost},
                                             {U"充其量", atMost},
                                             {U"将近", nearly},
                                             {U"接近", nearly},
                                             {U"几近", nearly},
                                             {U"几乎", nearly},
                                             {U"近乎", nearly},
                                             {U"逼近", nearly},
                                             {U"直逼", nearly},
                                             {U"近", nearly},
                                             {U"大约", aboutBefore},
                                             {U"大概", aboutBefore},
                                             {U"约莫", aboutBefore},
                                             {U"约为", aboutBefore},
                                             {U"约合", aboutBefore},
                                             {U"约", aboutBefore}});

bool isOpenBound(Bound bound) {
    return bound != Bound::Exact && bound != Bound::Vague;
}

// 過半, 逾半數: more than a half.
std::optional<Found> overHalfAt(const FoldedText& text, std::size_t i) {
    std::size_t end = 0;
    for (const auto word :
         {std::u32string_view(U"过半数"), std::u32string_view(U"逾半数"), std::u32string_view(U"过半"),
          std::u32string_view(U"逾半"), std::u32string_view(U"超半")})
        if (end == 0 && text.startsWith(i, word))
            end = i + word.size();
    if (end == 0)
        return std::nullopt;
    Found found{i, end, {}, end};
    auto& q = *found.quantity;
    q.dimension = Dimension::Ratio;
    q.value = {5, -1};
    q.fraction = {1, 2};
    q.resolution = {1, -16};
    q.bound = Bound::MoreThan;
    q.spelled = true;
    return found;
}

// 每小時2.5美元, 每百萬詞元5美元: the per stands in front.
std::optional<Found> perBeforeAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    if (text[i] != U'每')
        return std::nullopt;
    auto per = perAt(text, i);
    if (!per)
        return std::nullopt;
    std::size_t at = text.skipBlanks(per->second);
    // 每百萬詞元僅需5美元, 每小時為2美元
    for (const auto word :
         {std::u32string_view(U"仅需"), std::u32string_view(U"只要"), std::u32string_view(U"收费"),
          std::u32string_view(U"输出"), std::u32string_view(U"生成"), std::u32string_view(U"处理"),
          std::u32string_view(U"为"), std::u32string_view(U"需"), std::u32string_view(U"仅")})
        if (text.startsWith(at, word)) {
            at += word.size();
            break;
        }
    auto found = text[at] == U'每' ? std::nullopt : boundedAmountAt(text, at, context);
    if (!found || found->quantity->per)
        return std::nullopt;
    auto& q = *found->quantity;
    if (q.dimension == Dimension::Count && per->first.unit == "second" && q.kind == QuantityKind::Scalar) {
        // 每秒80個詞元 is a rate.
        q.dimension = Dimension::Rate;
        if (const std::size_t bracket = q.unit.find(" ("); bracket != std::string::npos)
            q.unit = q.unit.substr(bracket + 2, q.unit.size() - bracket - 3);
        q.unit += "/s";
    } else if (q.dimension == Dimension::Currency || q.dimension == Dimension::Count ||
               q.dimension == Dimension::Number) {
        q.per = per->first;
    } else {
        return std::nullopt;
    }
    found->begin = i;
    return found;
}

} // namespace

std::optional<Found> boundedAmountAt(const FoldedText& text, std::size_t i, const QuantityContext& context,
                                     Opening opening) {
    if (isDigit(text[i]))
        return amountAt(text, i, context);
    switch (lower(text[i])) {
    case U'b':
    case U'介':
        if (auto between = betweenAt(text, i, context))
            return between;
        break;
    case U'过':
    case U'逾':
    case U'超':
        if (auto half = overHalfAt(text, i))
            return half;
        break;
    case U'每':
        return perBeforeAt(text, i, context);
    default:
        break;
    }
    if (text[i] >= 0x4E00 && !isChineseNumeral(text[i]))
        if (auto change = chineseChangeAt(text, i, context))
            return change;
    std::size_t at = i;
    Bound bound = Bound::Exact;
    bool approx = false;
    // Two at most: "at least about", "約近".
    for (int count = 0; count < 2; ++count) {
        const auto* prefix = prefixes.find(text, at);
        constexpr std::u32string_view surplus = U"买卖出入"; // 買超, 出超
        if (prefix == nullptr ||
            (text[at] == U'超' && at > 0 && surplus.find(text[at - 1]) != std::u32string_view::npos))
            break;
        at = text.skipBlanks(at + prefix->word.size());
        if (prefix->value.bound != Bound::Exact)
            bound = prefix->value.bound;
        approx = approx || prefix->value.approx;
    }
    if (at == i && opening == Opening::Word)
        return std::nullopt;
    auto found = amountAt(text, at, context);
    if (at == i)
        return found;
    if (!found)
        found = multiplierAt(text, at);
    if (!found)
        return std::nullopt;
    found->begin = i;
    // 近三年 is "the last three years", not "nearly three".
    if (text[i] == U'近' && found->quantity->kind == QuantityKind::Duration)
        return found;
    if (isOpenBound(bound))
        found->quantity->bound = bound;
    found->quantity->approx = found->quantity->approx || approx;
    return found;
}

} // namespace parallax::data
