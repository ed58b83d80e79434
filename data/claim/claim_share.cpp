// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_another.h"
#include "data/claim/claim_mood.h"

namespace parallax::data {
namespace {

constexpr std::size_t shareReach = 64; // bytes between a share and what it is of

// Of one, where it is a share of something: "5 %", "half", "nine in ten".
double shareIn(const Quantity& figure) {
    if (figure.dimension != Dimension::Ratio || figure.kind != QuantityKind::Scalar || figure.per)
        return 0;
    const double value = figure.value.toDouble();
    return figure.unit == "%" ? value / 100 : figure.unit.empty() && figure.fraction ? value : 0;
}

enum class LimitSide { None, Below, Above };
LimitSide sideOfLimit(const ClaimSentence& sentence, const Quantity& time) {
    switch (time.bound) {
    case Bound::AtMost:
    case Bound::LessThan:
        return LimitSide::Below;
    case Bound::AtLeast:
    case Bound::MoreThan:
        return LimitSide::Above;
    default:
        break;
    }
    const std::string before = lowerAscii(trim(sentence.said({sentence.span.begin, time.span.begin})));
    for (const std::string_view word : {"slower than", "longer than", "慢於", "慢于", "長於", "长于"})
        if (before.ends_with(word))
            return LimitSide::Above;
    for (const std::string_view word : {"faster than", "quicker than", "快於", "快于", "短於", "短于"})
        if (before.ends_with(word))
            return LimitSide::Below;
    return isLimit(sentence.text, time.span) ? LimitSide::Below : LimitSide::None;
}

bool saysAnswered(std::string_view text) {
    static constexpr auto verbs = std::to_array<std::string_view>(
        {"answer", "respond", "complet", "finish", "serve", "return", "handle", "process", "repl", "take",
         "need",   "last",    "回應",    "回应",   "回答",  "完成",   "處理",   "处理",    "返回", "響應",
         "响应",   "回覆",    "回复",    "花",     "耗時",  "耗时",   "需要",   "需時",    "需时"});
    const std::string lower = lowerAscii(text);
    return std::ranges::any_of(verbs, [&](std::string_view one) { return lower.find(one) != lower.npos; });
}

} // namespace

std::vector<const Quantity*> sharesOfAnswersIn(const ClaimSentence& sentence) {
    std::vector<const Quantity*> shares;
    for (const Quantity& one : sentence.figures)
        if (isWithin(one.span, sentence.span) && shareIn(one) > 0 && isOfRequests(sentence, one.span))
            shares.push_back(&one);
    return shares;
}

std::optional<ShareOfAnswers> shareOfAnswers(const ClaimSentence& sentence,
                                             const std::vector<const Quantity*>& shares,
                                             std::span<const ClaimPart> parts, std::size_t at) {
    const ClaimPart& part = parts[at];
    const Span time = part.figure->span;
    if (part.figureClass != FigureClass::Time || shares.empty())
        return std::nullopt;
    const bool alone = std::ranges::count(parts, FigureClass::Time, &ClaimPart::figureClass) == 1;
    const Quantity* share = nullptr;
    for (const Quantity* const candidate : shares) {
        const Quantity& one = *candidate;
        if (!isWithin(one.span, alone ? sentence.span : part.own))
            continue;
        // "5 % of requests fail, and the latency is …": of another clause.
        const Span gap =
            one.span.end <= time.begin ? Span{one.span.end, time.begin} : Span{time.end, one.span.begin};
        const bool opens = trim(sentence.said({sentence.span.begin, one.span.begin})).size() <= 8 &&
                           sentence.said(gap).find(" and ") == std::string_view::npos;
        if (!opens && (sentence.words.says(ClaimWord::Apart, gap) ||
                       sentence.said(gap).find_first_of(",;") != std::string_view::npos ||
                       sentence.said(gap).find("，") != std::string_view::npos))
            continue;
        if (share != nullptr)
            return ShareOfAnswers{};
        share = candidate;
    }
    if (share == nullptr)
        return std::nullopt;
    ShareOfAnswers out;
    out.answered = saysAnswered(sentence.said(part.own));
    const double value = shareIn(*share);
    const LimitSide side = sideOfLimit(sentence, *part.figure);
    const bool most = share->bound == Bound::AtMost || share->bound == Bound::LessThan;
    const bool least = share->bound == Bound::AtLeast || share->bound == Bound::MoreThan;
    // Whoever keeps more than half within a time keeps half within it; of fewer nothing follows.
    if (value < 1 && ((side == LimitSide::Below && !most) || (side == LimitSide::Above && !least)))
        out.quantile = std::round((side == LimitSide::Below ? value : 1 - value) * 1e6) / 1e6;
    return out;
}

bool isOfPartOfMetric(const ClaimSentence& sentence) {
    static constexpr auto between = std::to_array<std::string_view>(
        {" ", "of", "the", "its", "'s", "’s", "total", "whole", "median", "average", "的"});
    return std::ranges::any_of(sentence.figures, [&](const Quantity& share) {
        return isWithin(share.span, sentence.span) && shareIn(share) > 0 &&
               std::ranges::any_of(sentence.words.words, [&](const ClaimWordAt& one) {
                   return one.word == ClaimWord::Latency && one.span.begin > share.span.end &&
                          one.span.begin <= share.span.end + shareReach &&
                          sentence.said({share.span.end, one.span.begin}).size() > 1 &&
                          saysOnly(sentence, {share.span.end, one.span.begin}, between);
               });
    });
}

} // namespace parallax::data
