// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_stray.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_list.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_short_prompts.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"
#include "data/claim/claim_whose.h"

namespace parallax::data {
namespace {

constexpr std::size_t strayReach = 32; // bytes of the words that are looked at before something

class StrayFinder {
  public:
    StrayFinder(const ClaimSentence& sentence, const Claim& claim, Span figure,
                std::span<const ClaimPart> parts, std::span<const Claim> claims)
        : m_sentence(sentence)
        , m_claim(claim)
        , m_figure(figure)
        , m_parts(parts)
        , m_claims(claims) {}

    std::vector<std::string> find() {
        m_another = std::ranges::any_of(
            m_parts, [](const ClaimPart& part) { return part.another.begin < part.another.end; });
        for (const Quantity& figure : m_sentence.figures)
            if (isWithin(figure.span, m_sentence.span) && !isInName(figure.span) && isStray(figure))
                add(figure.span);
        for (const ClaimPart& part : m_parts)
            if (part.figureClass != FigureClass::Price && part.figureClass != FigureClass::Percent &&
                isJoined(part.figure->span))
                add(part.figure->span);
        addModels();
        if (m_claim.kind == ClaimKind::Price)
            addCompared();
        if (m_claim.contract)
            addHouses();
        else
            addSides();
        return std::move(m_found);
    }

  private:
    void add(Span span) { addUnread(m_found, {std::string(m_sentence.said(span))}); }

    static bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

    // Small letters before a place, without the blanks at their end.
    std::string before(std::size_t at) const {
        const std::size_t from = std::max(m_sentence.span.begin, at - std::min(at, strayReach));
        return lowerAscii(trim(m_sentence.said({from, at})));
    }

    bool isInName(Span figure) const {
        const auto holds = [&](const auto& list) {
            return std::ranges::any_of(list, [&](const auto& one) { return overlap(one.span, figure); });
        };
        return holds(m_sentence.words.models) || holds(m_sentence.words.names) ||
               holds(m_sentence.words.regions);
    }

    bool isOfAPart(const Quantity& figure) const {
        return std::ranges::any_of(
            m_parts, [&](const ClaimPart& part) { return overlap(part.figure->span, figure.span); });
    }

    static bool isMultiple(const Quantity& figure) {
        return figure.kind == QuantityKind::Multiplier || figure.dimension == Dimension::Multiplier ||
               figure.dimension == Dimension::Ratio;
    }

    // "Half the price of GPT-4 Turbo", behind the last price: of that model.
    bool isOfAnotherModel(Span multiple) const {
        const bool behind = std::ranges::all_of(m_parts, [&](const ClaimPart& part) {
            return part.figureClass != FigureClass::Price || part.figure->span.end <= multiple.begin;
        });
        return behind && std::ranges::any_of(m_sentence.words.models, [&](const ModelAt& one) {
                   return isWithin(one.span, {multiple.end, m_sentence.span.end}) &&
                          one.name != m_claim.model;
               });
    }

    // "Per million tokens", "a million output tokens of GPT-4.1 cost": what the price is for.
    bool isUnitOfPrice(const Quantity& count) const {
        if (m_claim.kind != ClaimKind::Price || count.bound != Bound::Exact ||
            count.value.toDouble() != m_claim.perTokens)
            return false;
        const std::string lead = before(count.span.begin);
        return lead.empty() || turnAtEnd(lead, Turn::CountLeads) || turnAtEnd(lead, Turn::CountedOutput) ||
               turnAtEnd(lead, Turn::CountedInput);
    }

    bool isStray(const Quantity& figure) const {
        if (isOfAPart(figure))
            return false;
        if (isMultiple(figure))
            return !m_another && !isOfAnotherModel(figure.span);
        switch (figure.dimension) {
        case Dimension::Count:
        case Dimension::Number:
            if (figure.kind != QuantityKind::Scalar && figure.kind != QuantityKind::Range)
                return false; // a date
            if (figure.spelled && figure.value.toDouble() == 1)
                return false; // "one of"
            return &figure !=
                       shortPromptsOf(m_claim.model, m_sentence.text, m_sentence.span, m_sentence.figures) &&
                   !isUnitOfPrice(figure) && !isContextWindow(m_sentence.text, figure, m_sentence.span);
        case Dimension::Rate:
            return true;
        default:
            return false;
        }
    }

    // "… at 100 tokens per second" right behind a price, "At 100 tokens per second, …" as its opening.
    bool isJoined(Span other) const {
        std::size_t from = m_sentence.span.begin;
        for (const ClaimPart& part : m_parts)
            if (part.figureClass == FigureClass::Price && part.figure->span.end <= other.begin)
                from = std::max(from, part.figure->span.end);
        return isTurn(lowerAscii(trim(m_sentence.said({from, other.begin}))), Turn::Joins);
    }

    bool isTold(const ModelAt& model) const {
        return std::ranges::any_of(m_claims, [&](const Claim& one) { return one.model == model.name; });
    }

    // "Cheaper than Anthropic's Claude Opus 4": one that the prices are told by. Of the names of its maker
    // the last stands right before it.
    bool isToldBy(const ModelAt& model) const {
        std::size_t begin = model.span.begin;
        for (const NameAt& name : m_sentence.words.names) {
            if (!isWithin(name.span, {m_sentence.span.begin, begin}))
                continue;
            const std::string_view gap = trim(m_sentence.said({name.span.end, begin}));
            if (gap.empty() || gap == "'s" || gap == "’s" || gap == "的")
                begin = name.span.begin;
        }
        if (turnAtEnd(before(begin), Turn::Comparatives))
            return true;
        // "…, a third of what Opus 4.1 cost"
        return std::ranges::any_of(m_sentence.figures, [&](const Quantity& one) {
            return isMultiple(one) && isWithin(one.span, {m_sentence.span.begin, begin}) &&
                   isOfAnotherModel(one.span);
        });
    }

    // A model without a figure of its own, except one that the others are told by; and one whose customers
    // pay.
    void addModels() {
        for (const ModelAt& model : m_sentence.words.models) {
            if (!isWithin(model.span, m_sentence.span))
                continue;
            const std::string lead = before(model.span.begin);
            if (const TurnAt payers = turnAtEnd(lead, Turn::PayersOf))
                addUnread(m_found, {lead.substr(payers.at, payers.size)});
            if (!m_another && !isTold(model) && !isToldBy(model))
                add(model.span);
            // "The cheapest GPT-5 model", "GPT-4.1 models": another of its family, or all of it.
            const TurnAt variant = turnAtEnd(lead, Turn::VariantWords);
            const bool itself = lead.substr(std::min(variant.at, lead.size())).starts_with("small") &&
                                turnIn(lowerAscii(model.name), Turn::SmallModels); // "the smaller GPT-5 mini"
            if (variant && isTold(model) && !itself)
                addUnread(m_found, {lead.substr(variant.at, variant.size)});
            const std::string behind = lowerAscii(trim(m_sentence.said(
                {model.span.end, std::min(m_sentence.span.end, model.span.end + strayReach)})));
            if (const TurnAt family = turnAtBegin(behind, Turn::Families); family && isTold(model))
                addUnread(m_found, {behind.substr(0, family.size)});
        }
    }

    // "Cheaper than OpenAI's flagship at $10", "cheaper than $15": the figure is of what stands behind
    // "than", where that names no model; "less than $10" is a bound. "X is cheaper than Y: $1 versus $2": the
    // second is of nobody who is named beside it.
    void addCompared() {
        const ClaimPart* const part = ownPart();
        if (part == nullptr)
            return;
        const std::size_t begin = std::max(m_sentence.span.begin, part->own.begin);
        const std::string ahead = lowerAscii(m_sentence.said({begin, part->figure->span.begin}));
        if (const std::size_t than = ahead.rfind(" than "); than != ahead.npos) {
            const Span gap{begin + than, part->figure->span.begin};
            const bool bound = part->figure->bound != Bound::Exact;
            if (!bound && !m_sentence.namesAModel(gap))
                addUnread(m_found, {"than"});
        }
        if (std::ranges::any_of(m_sentence.words.models, [&](const ModelAt& one) {
                return isWithin(one.span, {part->figure->span.end, part->own.end}) &&
                       isLinkedBehind(m_sentence, one.span, part->figure->span);
            }))
            return;
        const Quantity* before = nullptr; // the amount before it
        for (const Quantity& one : m_sentence.figures)
            if (one.dimension == Dimension::Currency &&
                isWithin(one.span, {m_sentence.span.begin, part->figure->span.begin}))
                before = &one;
        if (ahead.ends_with(" from ") || behindStarts(*part, "起") || behindStarts(*part, "and up"))
            addUnread(m_found, {"from"});
        if (before == nullptr || m_sentence.namesAModel({before->span.end, part->figure->span.begin}))
            return;
        const std::string gap = lowerAscii(m_sentence.said({before->span.end, part->figure->span.begin}));
        const std::string_view link = trim(std::string_view(gap));
        if (turnAtEnd(link, Turn::BetweenPrices) || (isListLink(link) && !isOfAnother(*before)))
            addUnread(m_found, {std::string(m_sentence.said(part->figure->span))});
    }

    bool behindStarts(const ClaimPart& part, std::string_view word) const {
        return lowerAscii(trim(m_sentence.said({part.figure->span.end, m_sentence.span.end})))
            .starts_with(word);
    }

    // Whether the amount before is claimed of another side or another model.
    bool isOfAnother(const Quantity& amount) const {
        const std::string_view said = m_sentence.said(amount.span);
        return std::ranges::any_of(m_claims, [&](const Claim& one) {
            return one.evidence.quote.starts_with(said) &&
                   ((one.side != m_claim.side && one.side != TokenSide::Unstated) ||
                    one.model != m_claim.model);
        });
    }

    // The part that the claim was read of.
    const ClaimPart* ownPart() const {
        for (const ClaimPart& part : m_parts)
            if (part.figure->span.begin == m_figure.begin)
                return &part;
        return nullptr;
    }

    // "Anthropic's SLA on Bedrock": whose of two houses it is.
    void addHouses() {
        for (const NameAt& name : m_sentence.words.names) {
            if (!isWithin(name.span, m_sentence.span) || name.subject.providers.empty() ||
                std::ranges::any_of(m_claims,
                                    [&](const Claim& one) { return isOne(name.subject, one.subject); }))
                continue;
            const std::string_view behind = m_sentence.said({name.span.end, m_sentence.span.end});
            if (behind.starts_with("'s") || behind.starts_with("’s") || behind.starts_with("的"))
                add(name.span);
        }
        // "Amazon Bedrock has an SLA; OpenAI promises …": whoever is named last before the figure.
        const NameAt* last = nullptr;
        for (const NameAt& name : m_sentence.words.names)
            if (isWithin(name.span, m_sentence.span) && !name.subject.providers.empty() &&
                std::ranges::any_of(m_parts, [&](const ClaimPart& part) {
                    return m_sentence.said(part.figure->span) == m_claim.evidence.quote &&
                           name.span.end <= part.figure->span.begin;
                }))
                last = &name;
        if (last != nullptr && std::ranges::none_of(m_claims, [&](const Claim& one) {
                return isOne(last->subject, one.subject);
            }))
            add(last->span);
    }
    static bool isOne(const ClaimSubject& a, const ClaimSubject& b) {
        return a.name == b.name || sharesProvider(a.providers, b.providers);
    }

    // "Cached output" is no side that lists have; "combined" and "3:1" go with neither side alone.
    void addSides() {
        for (const ClaimWordAt& one : m_sentence.words.words) {
            if (!isWithin(one.span, m_sentence.span))
                continue;
            const std::string behind = lowerAscii(trim(
                m_sentence.said({one.span.end, std::min(m_sentence.span.end, one.span.end + strayReach)})));
            if (one.word == ClaimWord::Cached && turnAtBegin(behind, Turn::OutputWords))
                add(one.span);
            if (one.word == ClaimWord::Total && isTurn(lowerAscii(m_sentence.said(one.span)), Turn::SideSums))
                add(one.span);
            if (one.word == ClaimWord::Blended && m_claim.side != TokenSide::Blended &&
                m_claim.side != TokenSide::Unstated &&
                std::ranges::none_of(m_claims, [](const Claim& of) { return of.side == TokenSide::Blended; }))
                add(one.span);
        }
    }

    const ClaimSentence& m_sentence;
    const Claim& m_claim;
    Span m_figure;
    std::span<const ClaimPart> m_parts;
    std::span<const Claim> m_claims;
    std::vector<std::string> m_found;
    bool m_another = false; // a figure is told of another model, with the multiple that it is of it
};

} // namespace

std::vector<std::string> strayBeside(const ClaimSentence& sentence, const Claim& claim, Span figure,
                                     std::span<const ClaimPart> parts, std::span<const Claim> claims) {
    if (claim.kind != ClaimKind::Price && !claim.contract)
        return {};
    return StrayFinder(sentence, claim, figure, parts, claims).find();
}

std::vector<std::string> pricesOfNobody(const ClaimSentence& sentence, const ClaimSubject& last,
                                        std::span<const std::string> makers) {
    const std::string small = lowerAscii(sentence.said(sentence.span));
    const TurnAt found = turnIn(small, Turn::WhosePrices);
    if (!found)
        return {};
    constexpr std::size_t its = 3; // bytes
    if (turnAtEnd(std::string_view(small).substr(0, found.at + its), Turn::KeepsPrice))
        return {}; // "Claude Sonnet 4.5 keeps its price of $15"
    const bool named = sentence.namesAnybody({sentence.span.begin, sentence.span.begin + found.at});
    const bool makes = sharesProvider(last.providers, makers);
    return named || makes ? std::vector<std::string>()
                          : std::vector<std::string>{small.substr(found.at, found.size)};
}

} // namespace parallax::data
