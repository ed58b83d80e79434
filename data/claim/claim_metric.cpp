// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_metric.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "data/claim/claim_list.h"

namespace parallax::data {
namespace {

constexpr std::size_t loadReach = 24; // bytes between a number and the word for what is asked at once

bool isStatistic(ClaimWord word) {
    return word >= ClaimWord::P50 && word <= ClaimWord::Mean;
}

// Those within, as far as links alone stand between.
std::vector<Span> rowOfStatistics(const ClaimSentence& sentence, Span within) {
    std::vector<Span> row;
    for (const ClaimWordAt& one : sentence.words.words) {
        if (!isStatistic(one.word) || !isWithin(one.span, within))
            continue;
        if (!row.empty() &&
            !isListLink(sentence.said({row.back().end, std::max(row.back().end, one.span.begin)})))
            row.clear();
        row.push_back(one.span);
    }
    return row;
}

const Quantity* lengthIn(const ClaimSentence& sentence, const Quantity& figure, std::list<Quantity>& made) {
    if (isTokenCount(figure))
        return isOfASecond(sentence.text, figure.span) ? nullptr : &figure;
    if (!countsTokens(sentence.text, figure) || isOfASecond(sentence.text, figure.span))
        return nullptr;
    Quantity count = figure;
    count.dimension = Dimension::Count;
    count.unit = "token";
    if (!isTokenCount(count))
        return nullptr;
    made.push_back(std::move(count));
    return &made.back();
}

// "1.2 s at 140 req/s", "at 140 req/s with 1.2 s", 在 140 req/s 下: the rate under which it was measured.
bool linksLoad(std::string_view gap) {
    gap = trim(gap);
    for (const std::string_view word : {"at", "under", "with", "for", "when serving", "while serving"})
        if (gap == word || gap.starts_with(std::string(word) + " "))
            return gap.find(',') == gap.npos;
    return gap.starts_with("下") || gap.starts_with("時") || gap.starts_with("时") || gap == "在" ||
           gap.starts_with("的負載") || gap.starts_with("的负载");
}

} // namespace

std::optional<ClaimShape> metricIn(const ClaimSentence& sentence, Span own) {
    for (const ClaimWord word : {ClaimWord::FirstToken, ClaimWord::PerToken, ClaimWord::Latency})
        if (sentence.words.says(word, own))
            return claimShape(FigureClass::Time, sentence.words, own, false);
    return std::nullopt;
}

bool namesStatistic(const ClaimSentence& sentence, Span own) {
    Claim claim;
    stateStatistic(claim, sentence.words, own, own);
    return claim.statistic != ClaimStatistic::Unstated;
}

std::vector<Span> listedStatistics(const ClaimSentence& sentence, std::span<const ClaimPart> parts) {
    if (parts.size() < 2 || parts[0].figureClass != FigureClass::Time)
        return {};
    std::vector<Span> row = rowOfStatistics(sentence, {parts[0].own.begin, parts[0].figure->span.begin});
    if (row.size() < 2 && parts.back().listed)
        row = rowOfStatistics(sentence, {parts.back().figure->span.end, sentence.span.end});
    if (row.size() < 2)
        row.clear();
    return row;
}

Aside asideOf(const ClaimSentence& sentence, const ClaimPart& part, Aside before) {
    if (const Aside own = asideIn(sentence, part.own, part.figure->span); own != Aside::None)
        return own;
    if (before == Aside::Statistic)
        return metricIn(sentence, part.own) || namesStatistic(sentence, part.own) ? Aside::None : before;
    if (before == Aside::Other) {
        const auto metric = metricIn(sentence, part.own);
        const bool named = sentence.namesAnybody(part.own) || sentence.namesAModel(part.own);
        return metric && (named || metric->span != ClaimSpan::EndToEnd) ? Aside::None : before;
    }
    return Aside::None;
}

std::optional<ClaimShape> metricElsewhere(const ClaimSentence& sentence, const ClaimPart& part,
                                          const Quantity* tokens, const std::optional<ClaimShape>& metric,
                                          Span lastOwn) {
    const Span figure = part.figure->span;
    if (tokens != nullptr && isWithin(tokens->span, part.own) && tokens->span.begin < figure.begin) {
        const std::string_view before = sentence.said({part.own.begin, figure.begin});
        for (const std::string_view answer :
             {"take",    "took", "need",   "answer",  "response", "reply", "replies",
              "generat", "writ", "produc", "complet", "需",       "生成",  "回答",
              "要",      "花",   "回應",   "回应",    "產生",     "产生"})
            if (before.find(answer) != before.npos)
                return std::nullopt;
    }
    if (metric)
        return metric;
    Span last = figure; // a list with bars is none of the sentence's figures
    if (!sentence.figures.empty() && sentence.figures.back().span.begin > last.begin)
        last = sentence.figures.back().span;
    if (metricIn(sentence, {lastOwn.begin, std::max(lastOwn.begin, last.begin)}))
        return std::nullopt;
    return metricIn(sentence, {last.end, sentence.span.end});
}

const Quantity* tokensOf(const ClaimSentence& sentence, Span own, std::list<Quantity>& made) {
    constexpr std::size_t reach = 26; // bytes between a length and the word for its side
    const TokenSide wanted =
        sentence.words.says(ClaimWord::FirstToken, own) ? TokenSide::Input : TokenSide::Output;
    const Quantity *found = nullptr, *ownLength = nullptr;
    int count = 0;
    for (const Quantity& figure : sentence.figures) {
        if (!isWithin(figure.span, sentence.span))
            continue;
        const Quantity* const length = lengthIn(sentence, figure, made);
        if (length == nullptr)
            continue;
        if (isWithin(figure.span, own) &&
            (ownLength == nullptr ||
             tokenSideNear(sentence.words, length->span, sentence.span, reach) == wanted))
            ownLength = length;
        found = length;
        ++count;
    }
    // "0.3 s for short prompts and 2.1 s for 32,000-token prompts": of another length, which is not told.
    if (ownLength == nullptr && sentence.words.says(ClaimWord::Input, own))
        return nullptr;
    return ownLength != nullptr ? ownLength : count == 1 ? found : nullptr;
}

std::string loadOf(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at) {
    const Span own = parts[at].figure->span;
    const auto rate = [&](std::size_t other, Span gap) {
        return parts[other].figureClass == FigureClass::RequestRate && linksLoad(sentence.said(gap));
    };
    if (at > 0 && rate(at - 1, {parts[at - 1].figure->span.end, own.begin}))
        return std::string(sentence.said(parts[at - 1].figure->span));
    if (at + 1 < parts.size() && rate(at + 1, {own.end, parts[at + 1].figure->span.begin}))
        return std::string(sentence.said(parts[at + 1].figure->span));
    // "at 64 concurrent requests", "with a concurrency of 32", 並發 64: among the figure's own words, or once
    // before all figures.
    std::vector<Span> ownLoads, loads;
    for (const ClaimWordAt& one : sentence.words.words)
        if (one.word == ClaimWord::Load && isWithin(one.span, sentence.span)) {
            loads.push_back(one.span);
            if (isWithin(one.span, parts[at].own))
                ownLoads.push_back(one.span);
        }
    if (ownLoads.empty() && loads.size() == 1 && loads[0].end <= parts[0].figure->span.begin)
        ownLoads = loads;
    for (const Span load : ownLoads)
        for (const Quantity& number : sentence.figures) {
            const bool counted =
                number.dimension == Dimension::Number || number.dimension == Dimension::Count;
            // What overlaps is a unit: "64 concurrent requests" may be one figure.
            const std::size_t apart = load.begin >= number.span.end
                                          ? load.begin - number.span.end
                                          : number.span.begin - std::min(number.span.begin, load.end);
            if (counted && !isTokenCount(number) && number.value.toDouble() > 1 && apart <= loadReach)
                return std::string(sentence.said(
                    {std::min(load.begin, number.span.begin), std::max(load.end, number.span.end)}));
        }
    return {};
}

} // namespace parallax::data
