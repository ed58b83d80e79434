// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/cues.h"

#include <array>
#include <cstdint>

#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

constexpr auto before = wordTable<FigureCue>({{U"of", FigureCue::Filler},
                                              {U"at", FigureCue::Filler},
                                              {U"by", FigureCue::Filler},
                                              {U"to", FigureCue::Filler},
                                              {U"a", FigureCue::Filler},
                                              {U"an", FigureCue::Filler},
                                              {U"the", FigureCue::Filler},
                                              {U"is", FigureCue::Filler},
                                              {U"was", FigureCue::Filler},
                                              {U"be", FigureCue::Filler},
                                              {U"about", FigureCue::Filler},
                                              {U"around", FigureCue::Filler},
                                              {U"roughly", FigureCue::Filler},
                                              {U"another", FigureCue::Filler},
                                              {U"just", FigureCue::Filler},
                                              {U"only", FigureCue::Filler},
                                              {U"an additional", FigureCue::Filler},
                                              {U"reach", FigureCue::Filler},
                                              {U"hit", FigureCue::Filler},
                                              {U"exceed", FigureCue::Filler},
                                              {U"total", FigureCue::Filler},
                                              {U"cost", FigureCue::Filler},
                                              {U"grow", FigureCue::Filler},
                                              {U"raise", FigureCue::Filler},
                                              {U"top", FigureCue::Filler},
                                              {U"surpass", FigureCue::Filler},
                                              {U"spend", FigureCue::Filler},
                                              {U"invest", FigureCue::Filler},
                                              {U"cagr", FigureCue::Cagr},
                                              {U"compound", FigureCue::Cagr},
                                              {U"compounded", FigureCue::Cagr},
                                              {U"annual", FigureCue::Filler},
                                              {U"annually", FigureCue::Filler},
                                              {U"rate", FigureCue::Filler},
                                              {U"growth", FigureCue::Growth},
                                              {U"yoy", FigureCue::Yoy},
                                              {U"mom", FigureCue::Mom},
                                              {U"share", FigureCue::Share},
                                              {U"stake", FigureCue::Share},
                                              {U"margin", FigureCue::Level},
                                              {U"margins", FigureCue::Level},
                                              {U"uptime", FigureCue::Level},
                                              {U"availability", FigureCue::Level},
                                              {U"sla", FigureCue::Level},
                                              {U"utilization", FigureCue::Level},
                                              {U"utilisation", FigureCue::Level},
                                              {U"accuracy", FigureCue::Level},
                                              {U"penetration", FigureCue::Level},
                                              {U"return", FigureCue::Return},
                                              {U"returns", FigureCue::Return},
                                              {U"roi", FigureCue::Return},
                                              {U"irr", FigureCue::Return},
                                              {U"valuation", FigureCue::Valuation},
                                              {U"valued", FigureCue::Valuation},
                                              {U"valuing", FigureCue::Valuation},
                                              {U"up", FigureCue::Up},
                                              {U"rose", FigureCue::Up},
                                              {U"rise", FigureCue::Up},
                                              {U"rises", FigureCue::Up},
                                              {U"risen", FigureCue::Up},
                                              {U"rising", FigureCue::Up},
                                              {U"grew", FigureCue::Up},
                                              {U"grown", FigureCue::Up},
                                              {U"growing", FigureCue::Up},
                                              {U"grows", FigureCue::Up},
                                              {U"gained", FigureCue::Up},
                                              {U"gain", FigureCue::Up},
                                              {U"increase", FigureCue::Up},
                                              {U"increased", FigureCue::Up},
                                              {U"increases", FigureCue::Up},
                                              {U"increasing", FigureCue::Up},
                                              {U"climbed", FigureCue::Up},
                                              {U"jumped", FigureCue::Up},
                                              {U"surged", FigureCue::Up},
                                              {U"soared", FigureCue::Up},
                                              {U"expanded", FigureCue::Up},
                                              {U"improved", FigureCue::Up},
                                              {U"added", FigureCue::Up},
                                              {U"down", FigureCue::Down},
                                              {U"fell", FigureCue::Down},
                                              {U"fall", FigureCue::Down},
                                              {U"fallen", FigureCue::Down},
                                              {U"falling", FigureCue::Down},
                                              {U"drop", FigureCue::Down},
                                              {U"dropped", FigureCue::Down},
                                              {U"drops", FigureCue::Down},
                                              {U"dropping", FigureCue::Down},
                                              {U"decline", FigureCue::Down},
                                              {U"declined", FigureCue::Down},
                                              {U"declines", FigureCue::Down},
                                              {U"decreased", FigureCue::Down},
                                              {U"decrease", FigureCue::Down},
                                              {U"shrank", FigureCue::Down},
                                              {U"slid", FigureCue::Down},
                                              {U"slipped", FigureCue::Down},
                                              {U"lost", FigureCue::Down},
                                              {U"cut", FigureCue::Down},
                                              {U"reduced", FigureCue::Down},
                                              {U"lowered", FigureCue::Down},
                                              {U"contracted", FigureCue::Down},
                                              {U"reportedly", FigureCue::Reported},
                                              {U"reported", FigureCue::Reported},
                                              {U"allegedly", FigureCue::Reported},
                                              {U"supposedly", FigureCue::Reported},
                                              {U"rumored", FigureCue::Reported},
                                              {U"rumoured", FigureCue::Reported},
                                              {U"estimated", FigureCue::Estimated},
                                              {U"est", FigureCue::Estimated},
                                              {U"estimate", FigureCue::Estimated},
                                              {U"estimates", FigureCue::Estimated},
                                              {U"expected", FigureCue::Expected},
                                              {U"projected", FigureCue::Expected},
                                              {U"forecast", FigureCue::Expected},
                                              {U"anticipated", FigureCue::Expected},
                                              {U"possibly", FigureCue::Possible},
                                              {U"perhaps", FigureCue::Possible},
                                              {U"potentially", FigureCue::Possible},
                                              {U"maybe", FigureCue::Possible},
                                              {U"could", FigureCue::Possible},
                                              {U"may", FigureCue::Possible},
                                              {U"might", FigureCue::Possible},
                                              {U"likely", FigureCue::Expected}});

constexpr auto after = wordTable<FigureCue>({{U"cagr", FigureCue::Cagr},
                                             {U"compound annual", FigureCue::Cagr},
                                             {U"compounded", FigureCue::Cagr},
                                             {U"yoy", FigureCue::Yoy},
                                             {U"y/y", FigureCue::Yoy},
                                             {U"year over year", FigureCue::Yoy},
                                             {U"year-over-year", FigureCue::Yoy},
                                             {U"year on year", FigureCue::Yoy},
                                             {U"year-on-year", FigureCue::Yoy},
                                             {U"mom", FigureCue::Mom},
                                             {U"m/m", FigureCue::Mom},
                                             {U"month over month", FigureCue::Mom},
                                             {U"month-over-month", FigureCue::Mom},
                                             {U"month on month", FigureCue::Mom},
                                             {U"month-on-month", FigureCue::Mom},
                                             {U"of", FigureCue::Share},
                                             {U"share", FigureCue::Share},
                                             {U"market share", FigureCue::Share},
                                             {U"stake", FigureCue::Share},
                                             {U"margin", FigureCue::Level},
                                             {U"margins", FigureCue::Level},
                                             {U"gross margin", FigureCue::Level},
                                             {U"operating margin", FigureCue::Level},
                                             {U"uptime", FigureCue::Level},
                                             {U"availability", FigureCue::Level},
                                             {U"accuracy", FigureCue::Level},
                                             {U"utilization", FigureCue::Level},
                                             {U"return", FigureCue::Return},
                                             {U"returns", FigureCue::Return},
                                             {U"roi", FigureCue::Return},
                                             {U"irr", FigureCue::Return},
                                             {U"valuation", FigureCue::Valuation},
                                             {U"increase", FigureCue::Up},
                                             {U"growth", FigureCue::Up},
                                             {U"gain", FigureCue::Up},
                                             {U"rise", FigureCue::Up},
                                             {U"jump", FigureCue::Up},
                                             {U"higher", FigureCue::Up},
                                             {U"more", FigureCue::Up},
                                             {U"faster", FigureCue::Up},
                                             {U"drop", FigureCue::Down},
                                             {U"decline", FigureCue::Down},
                                             {U"decrease", FigureCue::Down},
                                             {U"fall", FigureCue::Down},
                                             {U"cut", FigureCue::Down},
                                             {U"reduction", FigureCue::Down},
                                             {U"price cut", FigureCue::Down},
                                             {U"discount", FigureCue::Down},
                                             {U"off", FigureCue::Down},
                                             {U"cheaper", FigureCue::Down},
                                             {U"lower", FigureCue::Down},
                                             {U"less", FigureCue::Down},
                                             {U"fewer", FigureCue::Down},
                                             {U"slower", FigureCue::Down},
                                             {U"的年复合", FigureCue::Cagr},
                                             {U"的份额", FigureCue::Share},
                                             {U"的股份", FigureCue::Share},
                                             {U"的股权", FigureCue::Share},
                                             {U"的市占", FigureCue::Share},
                                             {U"的估值", FigureCue::Valuation},
                                             {U"估值", FigureCue::Valuation},
                                             {U"的回报", FigureCue::Return},
                                             {U"的报酬", FigureCue::Return},
                                             {U"回报", FigureCue::Return},
                                             {U"的毛利率", FigureCue::Level},
                                             {U"的折扣", FigureCue::Down}});

struct HanCue {
    std::u32string_view word;
    FigureCue cue;
};
constexpr HanCue hanBefore[] = {
    {U"回报率", FigureCue::Return},   {U"报酬率", FigureCue::Return},   {U"投报率", FigureCue::Return},
    {U"收益率", FigureCue::Return},   {U"回报", FigureCue::Return},     {U"市占率", FigureCue::Share},
    {U"占有率", FigureCue::Share},    {U"份额", FigureCue::Share},      {U"占比", FigureCue::Share},
    {U"比重", FigureCue::Share},      {U"市占", FigureCue::Share},      {U"占", FigureCue::Share},
    {U"持股", FigureCue::Share},      {U"分成", FigureCue::Share},      {U"毛利率", FigureCue::Level},
    {U"净利率", FigureCue::Level},    {U"利润率", FigureCue::Level},    {U"利用率", FigureCue::Level},
    {U"使用率", FigureCue::Level},    {U"可用性", FigureCue::Level},    {U"可用率", FigureCue::Level},
    {U"渗透率", FigureCue::Level},    {U"良率", FigureCue::Level},      {U"准确率", FigureCue::Level},
    {U"估值", FigureCue::Valuation},  {U"市值", FigureCue::Valuation},  {U"同比", FigureCue::Yoy},
    {U"据报导", FigureCue::Reported}, {U"据报道", FigureCue::Reported}, {U"据报", FigureCue::Reported},
    {U"据传", FigureCue::Reported},   {U"据称", FigureCue::Reported},   {U"据悉", FigureCue::Reported},
    {U"传", FigureCue::Reported},     {U"估计", FigureCue::Estimated},  {U"预估", FigureCue::Estimated},
    {U"估", FigureCue::Estimated},    {U"预计", FigureCue::Expected},   {U"预期", FigureCue::Expected},
    {U"有望", FigureCue::Expected},   {U"可望", FigureCue::Expected},   {U"预测", FigureCue::Expected},
    {U"可能", FigureCue::Possible},   {U"或将", FigureCue::Possible},   {U"或", FigureCue::Possible}};

// (est.), est., (reported)
constexpr auto hedges = wordTable<FigureCue>({{U"est.", FigureCue::Estimated},
                                              {U"(est.)", FigureCue::Estimated},
                                              {U"(est)", FigureCue::Estimated},
                                              {U"(estimated)", FigureCue::Estimated},
                                              {U"(estimate)", FigureCue::Estimated},
                                              {U"(reported)", FigureCue::Reported},
                                              {U"(reportedly)", FigureCue::Reported},
                                              {U"(projected)", FigureCue::Expected},
                                              {U"(forecast)", FigureCue::Expected},
                                              {U"(expected)", FigureCue::Expected},
                                              {U"(估)", FigureCue::Estimated},
                                              {U"(预估)", FigureCue::Estimated},
                                              {U"(估计)", FigureCue::Estimated},
                                              {U"(预计)", FigureCue::Expected},
                                              {U"(预期)", FigureCue::Expected}});

} // namespace

std::optional<FigureCue> cueOfWord(const FoldedText& text, std::size_t begin, std::size_t end) {
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
