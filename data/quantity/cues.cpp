// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/cues.h"

#include <array>
#include <cstdint>

#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

constexpr auto before = wordTable<Cue>({{U"of", Cue::Filler},
                                        {U"at", Cue::Filler},
                                        {U"by", Cue::Filler},
                                        {U"to", Cue::Filler},
                                        {U"a", Cue::Filler},
                                        {U"an", Cue::Filler},
                                        {U"the", Cue::Filler},
                                        {U"is", Cue::Filler},
                                        {U"was", Cue::Filler},
                                        {U"be", Cue::Filler},
                                        {U"about", Cue::Filler},
                                        {U"around", Cue::Filler},
                                        {U"roughly", Cue::Filler},
                                        {U"another", Cue::Filler},
                                        {U"just", Cue::Filler},
                                        {U"only", Cue::Filler},
                                        {U"an additional", Cue::Filler},
                                        {U"reach", Cue::Filler},
                                        {U"hit", Cue::Filler},
                                        {U"exceed", Cue::Filler},
                                        {U"total", Cue::Filler},
                                        {U"cost", Cue::Filler},
                                        {U"grow", Cue::Filler},
                                        {U"raise", Cue::Filler},
                                        {U"top", Cue::Filler},
                                        {U"surpass", Cue::Filler},
                                        {U"spend", Cue::Filler},
                                        {U"invest", Cue::Filler},
                                        {U"cagr", Cue::Cagr},
                                        {U"compound", Cue::Cagr},
                                        {U"compounded", Cue::Cagr},
                                        {U"annual", Cue::Filler},
                                        {U"annually", Cue::Filler},
                                        {U"rate", Cue::Filler},
                                        {U"growth", Cue::Growth},
                                        {U"yoy", Cue::Yoy},
                                        {U"mom", Cue::Mom},
                                        {U"share", Cue::Share},
                                        {U"stake", Cue::Share},
                                        {U"margin", Cue::Level},
                                        {U"margins", Cue::Level},
                                        {U"uptime", Cue::Level},
                                        {U"availability", Cue::Level},
                                        {U"sla", Cue::Level},
                                        {U"utilization", Cue::Level},
                                        {U"utilisation", Cue::Level},
                                        {U"accuracy", Cue::Level},
                                        {U"penetration", Cue::Level},
                                        {U"return", Cue::Return},
                                        {U"returns", Cue::Return},
                                        {U"roi", Cue::Return},
                                        {U"irr", Cue::Return},
                                        {U"valuation", Cue::Valuation},
                                        {U"valued", Cue::Valuation},
                                        {U"valuing", Cue::Valuation},
                                        {U"up", Cue::Up},
                                        {U"rose", Cue::Up},
                                        {U"rise", Cue::Up},
                                        {U"rises", Cue::Up},
                                        {U"risen", Cue::Up},
                                        {U"rising", Cue::Up},
                                        {U"grew", Cue::Up},
                                        {U"grown", Cue::Up},
                                        {U"growing", Cue::Up},
                                        {U"grows", Cue::Up},
                                        {U"gained", Cue::Up},
                                        {U"gain", Cue::Up},
                                        {U"increase", Cue::Up},
                                        {U"increased", Cue::Up},
                                        {U"increases", Cue::Up},
                                        {U"increasing", Cue::Up},
                                        {U"climbed", Cue::Up},
                                        {U"jumped", Cue::Up},
                                        {U"surged", Cue::Up},
                                        {U"soared", Cue::Up},
                                        {U"expanded", Cue::Up},
                                        {U"improved", Cue::Up},
                                        {U"added", Cue::Up},
                                        {U"down", Cue::Down},
                                        {U"fell", Cue::Down},
                                        {U"fall", Cue::Down},
                                        {U"fallen", Cue::Down},
                                        {U"falling", Cue::Down},
                                        {U"drop", Cue::Down},
                                        {U"dropped", Cue::Down},
                                        {U"drops", Cue::Down},
                                        {U"dropping", Cue::Down},
                                        {U"decline", Cue::Down},
                                        {U"declined", Cue::Down},
                                        {U"declines", Cue::Down},
                                        {U"decreased", Cue::Down},
                                        {U"decrease", Cue::Down},
                                        {U"shrank", Cue::Down},
                                        {U"slid", Cue::Down},
                                        {U"slipped", Cue::Down},
                                        {U"lost", Cue::Down},
                                        {U"cut", Cue::Down},
                                        {U"reduced", Cue::Down},
                                        {U"lowered", Cue::Down},
                                        {U"contracted", Cue::Down},
                                        {U"reportedly", Cue::Reported},
                                        {U"reported", Cue::Reported},
                                        {U"allegedly", Cue::Reported},
                                        {U"supposedly", Cue::Reported},
                                        {U"rumored", Cue::Reported},
                                        {U"rumoured", Cue::Reported},
                                        {U"estimated", Cue::Estimated},
                                        {U"est", Cue::Estimated},
                                        {U"estimate", Cue::Estimated},
                                        {U"estimates", Cue::Estimated},
                                        {U"expected", Cue::Expected},
                                        {U"projected", Cue::Expected},
                                        {U"forecast", Cue::Expected},
                                        {U"anticipated", Cue::Expected},
                                        {U"possibly", Cue::Possible},
                                        {U"perhaps", Cue::Possible},
                                        {U"potentially", Cue::Possible},
                                        {U"maybe", Cue::Possible},
                                        {U"could", Cue::Possible},
                                        {U"may", Cue::Possible},
                                        {U"might", Cue::Possible},
                                        {U"likely", Cue::Expected}});

constexpr auto after = wordTable<Cue>({{U"cagr", Cue::Cagr},
                                       {U"compound annual", Cue::Cagr},
                                       {U"compounded", Cue::Cagr},
                                       {U"yoy", Cue::Yoy},
                                       {U"y/y", Cue::Yoy},
                                       {U"year over year", Cue::Yoy},
                                       {U"year-over-year", Cue::Yoy},
                                       {U"year on year", Cue::Yoy},
                                       {U"year-on-year", Cue::Yoy},
                                       {U"mom", Cue::Mom},
                                       {U"m/m", Cue::Mom},
                                       {U"month over month", Cue::Mom},
                                       {U"month-over-month", Cue::Mom},
                                       {U"month on month", Cue::Mom},
                                       {U"month-on-month", Cue::Mom},
                                       {U"of", Cue::Share},
                                       {U"share", Cue::Share},
                                       {U"market share", Cue::Share},
                                       {U"stake", Cue::Share},
                                       {U"margin", Cue::Level},
                                       {U"margins", Cue::Level},
                                       {U"gross margin", Cue::Level},
                                       {U"operating margin", Cue::Level},
                                       {U"uptime", Cue::Level},
                                       {U"availability", Cue::Level},
                                       {U"accuracy", Cue::Level},
                                       {U"utilization", Cue::Level},
                                       {U"return", Cue::Return},
                                       {U"returns", Cue::Return},
                                       {U"roi", Cue::Return},
                                       {U"irr", Cue::Return},
                                       {U"valuation", Cue::Valuation},
                                       {U"increase", Cue::Up},
                                       {U"growth", Cue::Up},
                                       {U"gain", Cue::Up},
                                       {U"rise", Cue::Up},
                                       {U"jump", Cue::Up},
                                       {U"higher", Cue::Up},
                                       {U"more", Cue::Up},
                                       {U"faster", Cue::Up},
                                       {U"drop", Cue::Down},
                                       {U"decline", Cue::Down},
                                       {U"decrease", Cue::Down},
                                       {U"fall", Cue::Down},
                                       {U"cut", Cue::Down},
                                       {U"reduction", Cue::Down},
                                       {U"price cut", Cue::Down},
                                       {U"discount", Cue::Down},
                                       {U"off", Cue::Down},
                                       {U"cheaper", Cue::Down},
                                       {U"lower", Cue::Down},
                                       {U"less", Cue::Down},
                                       {U"fewer", Cue::Down},
                                       {U"slower", Cue::Down},
                                       {U"的年复合", Cue::Cagr},
                                       {U"的份额", Cue::Share},
                                       {U"的股份", Cue::Share},
                                       {U"的股权", Cue::Share},
                                       {U"的市占", Cue::Share},
                                       {U"的估值", Cue::Valuation},
                                       {U"估值", Cue::Valuation},
                                       {U"的回报", Cue::Return},
                                       {U"的报酬", Cue::Return},
                                       {U"回报", Cue::Return},
                                       {U"的毛利率", Cue::Level},
                                       {U"的折扣", Cue::Down}});

struct HanCue {
    std::u32string_view word;
    Cue cue;
};
constexpr HanCue hanBefore[] = {
    {U"回报率", Cue::Return},   {U"报酬率", Cue::Return},   {U"投报率", Cue::Return},
    {U"收益率", Cue::Return},   {U"回报", Cue::Return},     {U"市占率", Cue::Share},
    {U"占有率", Cue::Share},    {U"份额", Cue::Share},      {U"占比", Cue::Share},
    {U"比重", Cue::Share},      {U"市占", Cue::Share},      {U"占", Cue::Share},
    {U"持股", Cue::Share},      {U"分成", Cue::Share},      {U"毛利率", Cue::Level},
    {U"净利率", Cue::Level},    {U"利润率", Cue::Level},    {U"利用率", Cue::Level},
    {U"使用率", Cue::Level},    {U"可用性", Cue::Level},    {U"可用率", Cue::Level},
    {U"渗透率", Cue::Level},    {U"良率", Cue::Level},      {U"准确率", Cue::Level},
    {U"估值", Cue::Valuation},  {U"市值", Cue::Valuation},  {U"同比", Cue::Yoy},
    {U"据报导", Cue::Reported}, {U"据报道", Cue::Reported}, {U"据报", Cue::Reported},
    {U"据传", Cue::Reported},   {U"据称", Cue::Reported},   {U"据悉", Cue::Reported},
    {U"传", Cue::Reported},     {U"估计", Cue::Estimated},  {U"预估", Cue::Estimated},
    {U"估", Cue::Estimated},    {U"预计", Cue::Expected},   {U"预期", Cue::Expected},
    {U"有望", Cue::Expected},   {U"可望", Cue::Expected},   {U"预测", Cue::Expected},
    {U"可能", Cue::Possible},   {U"或将", Cue::Possible},   {U"或", Cue::Possible}};

// (est.), est., (reported)
constexpr auto hedges = wordTable<Cue>({{U"est.", Cue::Estimated},
                                        {U"(est.)", Cue::Estimated},
                                        {U"(est)", Cue::Estimated},
                                        {U"(estimated)", Cue::Estimated},
                                        {U"(estimate)", Cue::Estimated},
                                        {U"(reported)", Cue::Reported},
                                        {U"(reportedly)", Cue::Reported},
                                        {U"(projected)", Cue::Expected},
                                        {U"(forecast)", Cue::Expected},
                                        {U"(expected)", Cue::Expected},
                                        {U"(估)", Cue::Estimated},
                                        {U"(预估)", Cue::Estimated},
                                        {U"(估计)", Cue::Estimated},
                                        {U"(预计)", Cue::Expected},
                                        {U"(预期)", Cue::Expected}});

} // namespace

std::optional<Cue> cueOfWord(const FoldedText& text, std::size_t begin, std::size_t end) {
    const auto* word = before.find(text, begin);
    return word != nullptr && word->word.size() == end - begin ? std::optional(word->value) : std::nullopt;
}

// Which last characters they have, as two sets of six bits each: most characters are in neither.
constexpr auto lastCharacters = [] {
    std::array<std::uint64_t, 2> sets{};
    for (const auto& cue : hanBefore) {
        sets[0] |= std::uint64_t{1} << (cue.word.back() & 63);
        sets[1] |= std::uint64_t{1} << ((cue.word.back() >> 6) & 63);
    }
    return sets;
}();

std::optional<CueFound> hanCueBefore(const FoldedText& text, std::size_t end, std::size_t limit) {
    const char32_t last = text[end - 1];
    if (((lastCharacters[0] >> (last & 63)) & (lastCharacters[1] >> ((last >> 6) & 63)) & 1) == 0)
        return std::nullopt;
    for (const auto& cue : hanBefore)
        if (cue.word.back() == text[end - 1] && end >= limit + cue.word.size() &&
            text.startsWith(end - cue.word.size(), cue.word))
            return CueFound{cue.cue, end - cue.word.size(), end};
    return std::nullopt;
}

std::optional<CueFound> cueAfter(const FoldedText& text, std::size_t i) {
    const auto* word = after.find(text, i);
    return word != nullptr ? std::optional(CueFound{word->value, i, i + word->word.size()}) : std::nullopt;
}

std::optional<CueFound> hedgeAfter(const FoldedText& text, std::size_t i) {
    const auto* word = hedges.find(text, i);
    return word != nullptr ? std::optional(CueFound{word->value, i, i + word->word.size()}) : std::nullopt;
}

} // namespace parallax::data
