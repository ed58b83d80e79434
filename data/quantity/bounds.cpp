// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "data/quantity/amount.h"
#include "data/quantity/number.h"

namespace parallax::data {
namespace {

struct Prefix {
    std::u32string_view word;
    Bound bound;
    bool approx;
};

// Longest first where one begins another.
constexpr std::array<Prefix, 62> prefixes{{
    {U"more than", Bound::MoreThan, false},
    {U"no more than", Bound::AtMost, false},
    {U"not more than", Bound::AtMost, false},
    {U"no less than", Bound::AtLeast, false},
    {U"not less than", Bound::AtLeast, false},
    {U"no fewer than", Bound::AtLeast, false},
    {U"less than", Bound::LessThan, false},
    {U"fewer than", Bound::LessThan, false},
    {U"in excess of", Bound::MoreThan, false},
    {U"upwards of", Bound::AtLeast, false},
    {U"upward of", Bound::AtLeast, false},
    {U"at least", Bound::AtLeast, false},
    {U"at most", Bound::AtMost, false},
    {U"as much as", Bound::AtMost, false},
    {U"as many as", Bound::AtMost, false},
    {U"as high as", Bound::AtMost, false},
    {U"as low as", Bound::AtLeast, false},
    {U"as little as", Bound::AtLeast, false},
    {U"a minimum of", Bound::AtLeast, false},
    {U"a maximum of", Bound::AtMost, false},
    {U"up to", Bound::AtMost, false},
    {U"close to", Bound::Exact, true},
    {U"exceeding", Bound::MoreThan, false},
    {U"over", Bound::MoreThan, false},
    {U"above", Bound::MoreThan, false},
    {U"under", Bound::LessThan, false},
    {U"below", Bound::LessThan, false},
    {U"nearly", Bound::LessThan, true},
    {U"almost", Bound::LessThan, true},
    {U"about", Bound::Exact, true},
    {U"around", Bound::Exact, true},
    {U"roughly", Bound::Exact, true},
    {U"approximately", Bound::Exact, true},
    {U"approx.", Bound::Exact, true},
    {U"some", Bound::Exact, true},
    {U"circa", Bound::Exact, true},
    {U">=", Bound::AtLeast, false},
    {U"<=", Bound::AtMost, false},
    {U">", Bound::MoreThan, false},
    {U"<", Bound::LessThan, false},
    {U"≥", Bound::AtLeast, false},
    {U"≤", Bound::AtMost, false},
    {U"~", Bound::Exact, true},
    {U"不超过", Bound::AtMost, false},
    {U"不少于", Bound::AtLeast, false},
    {U"不低于", Bound::AtLeast, false},
    {U"不到", Bound::LessThan, false},
    {U"不足", Bound::LessThan, false},
    {U"超过", Bound::MoreThan, false},
    {U"逾", Bound::MoreThan, false},
    {U"高于", Bound::MoreThan, false},
    {U"低于", Bound::LessThan, false},
    {U"至少", Bound::AtLeast, false},
    {U"最多", Bound::AtMost, false},
    {U"至多", Bound::AtMost, false},
    {U"高达", Bound::AtMost, false},
    {U"将近", Bound::LessThan, true},
    {U"接近", Bound::LessThan, true},
    {U"近", Bound::LessThan, true},
    {U"大约", Bound::Exact, true},
    {U"约", Bound::Exact, true},
    {U"少于", Bound::LessThan, false},
}};

const Prefix* prefixAt(const FoldedText& text, std::size_t i) {
    for (const auto& prefix : prefixes) {
        const bool word = isLatinLetter(prefix.word.front());
        if (word ? text.isWordAt(i, prefix.word) : text.startsWith(i, prefix.word))
            return &prefix;
    }
    return nullptr;
}

bool isOpenBound(Bound bound) {
    return bound != Bound::Exact && bound != Bound::Vague;
}

// between $5B and $7B
std::optional<Found> betweenAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    std::size_t at = 0;
    const bool english = text.isWordAt(i, U"between");
    if (english)
        at = text.skipBlanks(i + 7);
    else if (text.startsWith(i, U"介于"))
        at = i + 2;
    else
        return std::nullopt;
    auto low = amountAt(text, at, context);
    if (!low || low->quantity.kind != QuantityKind::Scalar)
        return std::nullopt;
    std::size_t next = text.skipBlanks(low->end);
    if (english && text.isWordAt(next, U"and"))
        next = text.skipBlanks(next + 3);
    else if (!english && (text[next] == U'与' || text[next] == U'和'))
        next = text.skipBlanks(next + 1);
    else
        return std::nullopt;
    auto high = amountAt(text, next, context);
    if (!high || high->quantity.kind != QuantityKind::Scalar)
        return std::nullopt;
    auto& a = low->quantity;
    auto& b = high->quantity;
    if (a.dimension != b.dimension && a.dimension != Dimension::Number)
        return std::nullopt;
    Found found{i, high->end, b, high->end};
    found.quantity.kind = QuantityKind::Range;
    found.quantity.low = a.value;
    found.quantity.high = b.value;
    found.quantity.value = {};
    if (compare(found.quantity.low, found.quantity.high) > 0)
        std::swap(found.quantity.low, found.quantity.high);
    return found;
}

// 下降30%至40%, 年增35%, 月減3%, 同比增長20%: the verb gives sign and role and belongs to the figure.
std::optional<Found> chineseChangeAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    struct Verb {
        std::u32string_view word;
        int sign;
        Role role;
    };
    static constexpr std::array<Verb, 30> verbs{
        {{U"年复合成长率", 0, Role::Cagr}, {U"年复合增长率", 0, Role::Cagr},
         {U"复合年增长率", 0, Role::Cagr}, {U"年均复合增长率", 0, Role::Cagr},
         {U"同比增长", 1, Role::Yoy},      {U"同比上升", 1, Role::Yoy},
         {U"同比下降", -1, Role::Yoy},     {U"同比减少", -1, Role::Yoy},
         {U"环比增长", 1, Role::Mom},      {U"环比下降", -1, Role::Mom},
         {U"年增长", 1, Role::Yoy},        {U"年成长", 1, Role::Yoy},
         {U"年增", 1, Role::Yoy},          {U"年减", -1, Role::Yoy},
         {U"月增", 1, Role::Mom},          {U"月减", -1, Role::Mom},
         {U"下降", -1, Role::Change},      {U"下跌", -1, Role::Change},
         {U"下滑", -1, Role::Change},      {U"减少", -1, Role::Change},
         {U"降低", -1, Role::Change},      {U"缩减", -1, Role::Change},
         {U"增长", 1, Role::Change},       {U"成长", 1, Role::Change},
         {U"增加", 1, Role::Change},       {U"上升", 1, Role::Change},
         {U"上涨", 1, Role::Change},       {U"提高", 1, Role::Change},
         {U"衰退", -1, Role::Change},      {U"跌幅", -1, Role::Change}}};
    for (const auto& verb : verbs) {
        if (!text.startsWith(i, verb.word))
            continue;
        std::size_t at = i + verb.word.size();
        if (text[at] == U'了' || text[at] == U'达' || text[at] == U'为')
            ++at;
        at = text.skipBlanks(at);
        auto found = boundedAmountAt(text, at, context);
        if (!found || found->quantity.dimension != Dimension::Ratio || found->quantity.unit != "%" ||
            found->quantity.sign != 0)
            return std::nullopt;
        auto& q = found->quantity;
        found->begin = i;
        q.role = verb.role;
        if (verb.sign < 0) {
            q.value = q.value.negated();
            const auto low = q.low;
            q.low = q.high.negated();
            q.high = low.negated();
        }
        return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<Found> boundedAmountAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    if (auto between = betweenAt(text, i, context))
        return between;
    if (auto change = chineseChangeAt(text, i, context))
        return change;
    std::size_t at = i;
    Bound bound = Bound::Exact;
    bool approx = false;
    // Two at most: "at least about", "約近".
    for (int count = 0; count < 2; ++count) {
        const Prefix* prefix = prefixAt(text, at);
        if (prefix == nullptr)
            break;
        // ~ between two figures is a dash; the caller only comes here when no figure stands before it.
        at = text.skipBlanks(at + prefix->word.size());
        if (prefix->bound != Bound::Exact)
            bound = prefix->bound;
        approx = approx || prefix->approx;
    }
    auto found = at == i ? amountAt(text, i, context) : amountAt(text, at, context);
    if (at != i && !found)
        found = multiplierAt(text, at);
    if (!found)
        return std::nullopt;
    if (at != i) {
        const bool duration = found->quantity.kind == QuantityKind::Duration;
        // 近三年 is "the last three years", not "nearly three".
        if (text[i] == U'近' && duration) {
            found->begin = i;
            return found;
        }
        found->begin = i;
        if (isOpenBound(bound))
            found->quantity.bound = bound;
        found->quantity.approx = found->quantity.approx || approx;
    }
    return found;
}

std::optional<Found> multiplierAt(const FoldedText& text, std::size_t i) {
    const auto build = [&](std::size_t end, Decimal value) {
        Found found{i, end, {}, end};
        found.quantity.kind = QuantityKind::Multiplier;
        found.quantity.dimension = Dimension::Multiplier;
        found.quantity.unit = "x";
        found.quantity.value = value;
        found.quantity.resolution = value.lastDigit();
        found.quantity.spelled = true;
        return found;
    };
    struct Word {
        std::u32string_view word;
        Decimal value;
    };
    static constexpr std::array<Word, 24> words{
        {{U"doubled", {2, 0}},    {U"doubling", {2, 0}},    {U"doubles", {2, 0}},
         {U"tripled", {3, 0}},    {U"tripling", {3, 0}},    {U"triples", {3, 0}},
         {U"quadrupled", {4, 0}}, {U"quadrupling", {4, 0}}, {U"quintupled", {5, 0}},
         {U"halved", {5, -1}},    {U"halving", {5, -1}},    {U"twofold", {2, 0}},
         {U"threefold", {3, 0}},  {U"fourfold", {4, 0}},    {U"fivefold", {5, 0}},
         {U"sixfold", {6, 0}},    {U"sevenfold", {7, 0}},   {U"eightfold", {8, 0}},
         {U"ninefold", {9, 0}},   {U"tenfold", {10, 0}},    {U"hundredfold", {100, 0}},
         {U"翻倍", {2, 0}},       {U"减半", {5, -1}},       {U"腰斩", {5, -1}}}};
    for (const auto& [word, value] : words)
        if (word.front() < 0x80 ? text.isWordAt(i, word) : text.startsWith(i, word))
            return build(i + word.size(), value);
    if (text[i] == U'翻') { // 翻一番 is twice, 翻兩番 four times
        const std::size_t at = text[i + 1] == U'了' ? i + 2 : i + 1;
        if (text[at] == U'番')
            return build(at + 1, {2, 0});
        const auto number = numberAt(text, at);
        if (number && !number->range && number->value.exponent == 0 && number->value.digits >= 1 &&
            number->value.digits <= 20) {
            if (text[number->end] == U'番')
                return build(number->end + 1, {std::int64_t{1} << number->value.digits, 0});
            if (text[number->end] == U'倍')
                return build(number->end + 1, number->value);
        }
        return std::nullopt;
    }
    // 增長了三倍: strictly four times as much, often meant as three. 增長到三倍 is three times.
    for (const auto verb :
         {std::u32string_view(U"增长"), std::u32string_view(U"增加"), std::u32string_view(U"成长"),
          std::u32string_view(U"提高"), std::u32string_view(U"上涨")}) {
        if (!text.startsWith(i, verb))
            continue;
        std::size_t at = i + verb.size();
        const bool to = text[at] == U'到' || text[at] == U'至';
        if (to || text[at] == U'了')
            ++at;
        const auto number = numberAt(text, at);
        if (!number || number->range || text[number->end] != U'倍')
            return std::nullopt;
        auto found = build(number->end + 1, number->value);
        if (!to) {
            const auto more = add(number->value, Decimal{1, 0});
            found.quantity.alternatives.push_back({number->value, "increase-to"});
            found.quantity.value = more.value_or(number->value);
            found.quantity.ambiguous = true;
        }
        return found;
    }
    return std::nullopt;
}

} // namespace parallax::data
