// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_respective.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_row.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

double perToken(const Claim& claim, double figure) {
    return claim.perTokens > 0 ? figure / claim.perTokens : figure;
}

bool statesAnother(const Claim& a, const Claim& b) {
    constexpr double alike = 1e-9;
    const auto differ = [&](double x, double y) {
        x = perToken(a, x);
        y = perToken(b, y);
        return std::abs(x - y) > alike * std::max(std::abs(x), std::abs(y));
    };
    return differ(a.stated.low, b.stated.low) || differ(a.stated.high, b.stated.high);
}

} // namespace

RespectiveModels modelsRespectively(const ClaimSentence& sentence, std::span<const ClaimPart> parts) {
    RespectiveModels found;
    if (parts.empty() || !std::ranges::all_of(parts, [](const ClaimPart& part) {
            return part.figureClass == FigureClass::Price;
        }))
        return found;
    const std::vector<const ModelAt*> row = modelRowBefore(sentence, parts.front().figure->span.begin);
    const bool namedLater = std::ranges::any_of(sentence.words.models, [&](const ModelAt& one) {
        return isWithin(one.span, sentence.span) && one.span.begin >= parts.front().figure->span.end;
    });
    if (row.size() < 2 || namedLater)
        return found;
    const bool sided =
        std::ranges::any_of(parts, [&](const ClaimPart& part) { return part.side != parts.front().side; });
    const Span before{sentence.span.begin, parts.front().figure->span.begin};
    if (parts.size() == 1 && turnIn(lowerAscii(sentence.said(before)), Turn::Alike)) {
        found.both = row;
    } else if (parts.size() == row.size() && !sided) {
        found.each = row;
    } else if (parts.size() == 2 * row.size() && sided) { // "$2.50/$10 and $0.15/$0.60"
        for (std::size_t i = 0; i < parts.size(); ++i)
            found.each.push_back(row[i / 2]);
    } else {
        found.unsure = std::string(sentence.said({row.front()->span.begin, row.back()->span.end}));
    }
    return found;
}

void settleUndercut(Claim& claim, const ClaimSentence& sentence, Span figure) {
    const std::string said = lowerAscii(sentence.said({sentence.span.begin, figure.begin}));
    const TurnAt undercut = turnIn(said, Turn::Undercut);
    if (!undercut || claim.modelMakers.empty())
        return;
    for (const ModelAt& one : sentence.words.models) {
        if (one.name != claim.model || one.span.end > figure.begin)
            continue;
        const std::string_view gap = trim(sentence.said({one.span.end, figure.begin}));
        if (gap == "'s" || gap == "’s") {
            claim.subject = {claim.model, claim.modelMakers};
            return;
        }
        // A later figure, which had whom the first is of: rather whoever undercuts it.
        if ((gap.starts_with("'s ") || gap.starts_with("’s ")) && claim.subject.name == claim.model)
            for (const NameAt& name : sentence.words.names)
                if (isWithin(name.span, {sentence.span.begin, sentence.span.begin + undercut.at}))
                    claim.subject = name.subject;
    }
    const bool makers = std::ranges::any_of(claim.subject.providers, [&](const std::string& one) {
        return std::ranges::find(claim.modelMakers, one) != claim.modelMakers.end();
    });
    if (!makers) {
        claim.model.clear();
        claim.modelMakers.clear();
    }
}

std::vector<bool> unsettledFrom(const std::vector<Claim>& claims, std::size_t first) {
    std::vector<bool> unsettled(claims.size() - first);
    for (std::size_t i = first; i < claims.size(); ++i)
        for (std::size_t k = first; k < i; ++k) {
            const Claim &a = claims[i], &b = claims[k];
            const bool stated =
                a.kind == ClaimKind::Price || (a.kind == ClaimKind::Availability && a.contract);
            if (stated && a.kind == b.kind && a.contract == b.contract && a.subject.name == b.subject.name &&
                a.model == b.model && a.side == b.side && a.region == b.region && a.from == b.from &&
                a.past == b.past && a.terms == b.terms && a.unit == b.unit && statesAnother(a, b))
                unsettled[i - first] = unsettled[k - first] = true;
        }
    return unsettled;
}

} // namespace parallax::data
