// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_reading.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_cost.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_likeness.h"
#include "data/claim/claim_mood.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_share.h"
#include "data/claim/claim_short_prompts.h"
#include "data/claim/claim_sides.h"
#include "data/claim/claim_tense.h"
#include "data/claim/claim_unread.h"
#include "data/claim/claim_whose.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestWords = 400; // bytes of a sentence that are kept with a claim
constexpr std::size_t tokenReach = 26;    // bytes between a count of tokens and the word for its side
constexpr double longestAnswer = 60;      // seconds; what "takes" longer is rather no answer

bool isMeasured(const Claim& claim) {
    return claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed;
}

bool isRate(FigureClass figure) {
    return figure == FigureClass::TokenRate || figure == FigureClass::RequestRate;
}

} // namespace

SentenceReading::SentenceReading(const ReadArticle& article, const ReadText& text,
                                 const ClaimSentence& sentence, const ReadBefore& before)
    : m_article(article)
    , m_text(text)
    , m_sentence(sentence)
    , m_before(before) {
    if (!isSupposed(sentence.text, sentence.span, sentence.words))
        m_parts = partsOf(sentence, m_made);
    m_models = modelsRespectively(sentence, m_parts);
    if (m_parts.empty())
        return;
    m_shares = sharesOfAnswersIn(sentence);
    m_ofPart = isOfPartOfMetric(sentence);
    m_times = timesIn(sentence, before.day);
    m_lastOwn = m_parts.back().own;
}

void SentenceReading::keep(const Claim& claim) {
    if (claim.kind == ClaimKind::Price)
        m_sides.insert(claim.side);
}

void SentenceReading::leave(std::size_t at) {
    if (const auto metric = metricIn(m_sentence, m_parts[at].own))
        m_metric = metric;
}

// What a figure measures: by its own words, else by what the figures before or behind it say.
std::optional<ClaimShape> SentenceReading::shapeOf(const ClaimPart& part, const Quantity* tokens,
                                                   const Claim* alike) const {
    const ClaimWords& words = m_sentence.words;
    const bool tokensInPart = tokens != nullptr && isWithin(tokens->span, part.own);
    auto shape = claimShape(part.figureClass, words, part.own, tokensInPart);
    if (part.figureClass == FigureClass::Time && !metricIn(m_sentence, part.own)) {
        if (isUnknownMetric(m_sentence.text, part.own, part.figure->span, words))
            return std::nullopt;
        if (const auto metric = metricElsewhere(m_sentence, part, tokens, m_metric, m_lastOwn);
            metric && (shape || m_metric) && !words.says(ClaimWord::Downtime, part.own))
            shape = metric;
        else if (shape && alike != nullptr && !tokensInPart)
            shape = ClaimShape{alike->kind, alike->span};
    }
    if ((!shape || part.bare || (part.listed && isRate(part.figureClass))) && alike != nullptr)
        shape = ClaimShape{alike->kind, alike->span};
    if (!shape)
        shape = claimShape(part.figureClass, words, m_sentence.span, tokens != nullptr);
    return shape;
}

// A limit, what rivals have, a wish, what an answer costs whoever gives it.
bool SentenceReading::isNoClaim(const ClaimShape& shape, std::size_t at) const {
    const ClaimPart& part = m_parts[at];
    const Span figure = part.figure->span;
    if ((isRate(part.figureClass) && m_sentence.words.says(ClaimWord::Limit, part.own)) ||
        isOfRivals(m_sentence, m_parts, at))
        return true;
    const bool price = shape.kind == ClaimKind::Price;
    const bool availability = shape.kind == ClaimKind::Availability;
    if ((price || availability) && isDeniedOrWanted(m_sentence, figure))
        return true;
    return price ? isCostOfSeller(m_sentence, part.own, figure)
                 : availability && isOfDurability(m_sentence, part.own, figure);
}

std::optional<Claim> SentenceReading::claimOf(std::size_t at, const Claim* before) {
    const ClaimPart& part = m_parts[at];
    const Span figure = part.figure->span;
    const ClaimWords& words = m_sentence.words;
    const Quantity* tokens = tokensOf(m_sentence, part.own, m_made);
    if (tokens != nullptr && tokens->span.begin == figure.begin)
        tokens = nullptr; // a rate's own
    const bool alike = before != nullptr && sameDimension(part.figureClass, *before);
    auto shape = shapeOf(part, tokens, alike ? before : nullptr);
    const auto share = shareOfAnswers(m_sentence, m_shares, m_parts, at);
    if (share && (share->quantile <= 0 || namesStatistic(m_sentence, part.own)))
        return std::nullopt;
    const bool answers = !shape && part.figureClass == FigureClass::Time &&
                         !isUnknownMetric(m_sentence.text, part.own, figure, words) &&
                         ((share && share->answered) || isAnswer(part));
    if (answers)
        shape = ClaimShape{ClaimKind::Latency, ClaimSpan::EndToEnd};
    if ((!share && part.figureClass == FigureClass::Time && m_ofPart) || !shape || isNoClaim(*shape, at))
        return std::nullopt;

    Claim claim;
    claim.kind = shape->kind;
    claim.span = shape->span;
    readFigure(claim, at, before);
    if (share) {
        claim.statistic = ClaimStatistic::Quantile;
        claim.quantile = share->quantile;
        claim.stated.bound = ClaimBound::AtMost;
    }
    if (tokens != nullptr && isMeasured(claim)) {
        claim.tokens = tokenCountOf(*tokens);
        claim.side = tokenSideNear(words, tokens->span, m_sentence.span, tokenReach);
    }
    if (isMeasured(claim))
        readLoad(claim, at);
    // "On one H100, vLLM and SGLang reach 120 and 150 tokens per second": what opens a list is of all.
    claim.setting = hardwareIn(m_sentence.text, words,
                               part.listed ? Span{m_sentence.span.begin, part.own.end} : part.own);
    if (claim.kind == ClaimKind::Price)
        readPrice(claim, at);
    claim.contract = claim.kind == ClaimKind::Availability &&
                     isPromised(m_sentence.text, *part.figure, words, m_sentence.span);
    claim.expected = claim.expected || words.says(ClaimWord::Expected, part.own);
    readTime(claim, at);
    if (claim.kind == ClaimKind::Price && claim.terms.empty() && !claim.future)
        claim.terms = uncertainTerms(m_sentence, part.own, *part.figure, claim.expected);
    readModelAndRegion(claim, m_sentence, m_parts, at);
    if (claim.kind == ClaimKind::Price) {
        if (claim.model.empty())
            takeModel(claim, figure);
        if (claim.terms.empty() &&
            shortPromptsOf(claim.model, m_sentence.text, m_sentence.span, m_sentence.figures) == nullptr)
            claim.terms =
                lengthTermsIn(m_sentence.text, m_sentence.figures, m_sentence.span, claim.perTokens);
    }
    readSubject(claim, at);
    if (alike && before->kind == claim.kind && !inheritFrom(claim, *before, at))
        return std::nullopt;
    // "1.4 s on Azure and 1.7 s on AWS in median": behind the last figure it is said of all.
    if (claim.statistic == ClaimStatistic::Unstated && before == nullptr && isOfAll())
        stateStatistic(claim, words, {m_sentence.figures.back().span.end, m_sentence.span.end}, figure);
    if (claim.subject.name.empty())
        claim.subject = subjectElsewhere(m_sentence, figure, claim, m_before.last);
    settleMaker(claim, m_sentence, figure);
    settleRegion(claim);
    if (claim.kind == ClaimKind::Price)
        settleUndercut(claim, m_sentence, figure);
    if (answers && claim.subject.providers.empty())
        return std::nullopt;
    addUnreadOf(claim, at);
    claim.words = std::string(utf8Prefix(trim(m_sentence.said(m_sentence.span)), longestWords));
    const Evidence evidence = evidenceOf(*m_article.article, m_text, figure);
    claim.evidence.begin = evidence.span.begin;
    claim.evidence.end = evidence.span.end;
    claim.evidence.quote = evidence.quote;
    claim.evidence.block = evidence.block;
    return claim;
}

// How it is stated: the number, its bound, whether a mean or a percentile.
void SentenceReading::readFigure(Claim& claim, std::size_t at, const Claim* before) const {
    const ClaimPart& part = m_parts[at];
    const Span figure = part.figure->span;
    stateFigure(claim, *part.figure, part.figureClass);
    if (claim.kind == ClaimKind::Latency && claim.stated.bound == ClaimBound::Exact &&
        !claim.stated.range() && isLimit(m_sentence.text, figure))
        claim.stated.bound = ClaimBound::AtMost;
    if (part.bare && before != nullptr)
        claim.unit = before->unit;
    stateStatistic(claim, m_sentence.words, part.own, figure);
}

void SentenceReading::readPrice(Claim& claim, std::size_t at) const {
    const ClaimPart& part = m_parts[at];
    const ClaimWords& words = m_sentence.words;
    claim.side = part.side != TokenSide::Unstated
                     ? part.side
                     : tokenSideNear(words, part.figure->span, part.own, longestWords);
    if (const TokenSide side = sideRespectively(m_sentence, m_parts, at); side != TokenSide::Unstated)
        claim.side = side;
    claim.terms = cacheWriteIn(m_sentence.text, words, part.own);
    if (claim.terms.empty())
        claim.terms = termsIn(m_sentence.text, words, m_sentence.span);
}

void SentenceReading::readLoad(Claim& claim, std::size_t at) const {
    claim.load = loadOf(m_sentence, m_parts, at);
    if (claim.kind == ClaimKind::Latency && claim.load.empty())
        for (const ClaimPart& other : m_parts) // of which load, it does not say: rather of that one
            if (other.figureClass == FigureClass::RequestRate)
                addUnread(claim.unread, {std::string(m_sentence.said(other.figure->span))});
    // "Promises a median of 0.3 s": measured is something else.
    const Span before{m_parts[at].own.begin, m_parts[at].figure->span.begin};
    for (const ClaimWordAt& one : m_sentence.words.words)
        if (one.word == ClaimWord::Contract && isWithin(one.span, before))
            addUnread(claim.unread, {std::string(m_sentence.said(one.span))});
}

void SentenceReading::readTime(Claim& claim, std::size_t at) const {
    const ClaimPart& part = m_parts[at];
    const bool price = claim.kind == ClaimKind::Price;
    claim.future = isForetold(m_sentence.text, m_sentence.span, *part.figure, m_sentence.figures,
                              m_sentence.words, m_article.article->published.earliest);
    if (claim.future)
        return;
    SaidOf time = saidOf(m_sentence, m_times, *part.figure, m_before.day);
    if (price && time.from.empty())
        time = timeOfPrices(m_sentence, m_times);
    claim.from = std::move(time.from);
    claim.to = std::move(time.to);
    claim.past = time.past || (price && claim.from.empty() && isToldAsFormer(m_sentence, m_parts, at));
    // "Before October 2024, …": since when, nobody says.
    for (const Quantity& one : m_sentence.figures)
        if (claim.from.empty() && isOver(one, m_before.day)) {
            claim.past = true;
            addUnread(claim.unread, {std::string(m_sentence.said(one.span))});
        }
}

// "It costs …": of the model that was named before; where somebody else than its maker was, it may be his.
void SentenceReading::takeModel(Claim& claim, Span figure) const {
    m_before.model.take(claim, m_sentence, figure);
    const std::vector<std::string>& sellers = m_before.last.providers;
    const bool another = !sellers.empty() && !sharesProvider(sellers, claim.modelMakers);
    if (!claim.model.empty() && another)
        addUnread(claim.unread, {m_before.last.name});
}

// Of whom it is by the words beside it.
void SentenceReading::readSubject(Claim& claim, std::size_t at) const {
    const ClaimPart& part = m_parts[at];
    const Span figure = part.figure->span;
    claim.subject = subjectBeside(m_sentence, part.own, figure);
    if (isRate(part.figureClass) && claim.subject.name.empty())
        readServer(claim, {at > 0 ? m_parts[at - 1].figure->span.end : m_sentence.span.begin, figure.begin});
    if (!m_models.each.empty()) {
        claim.model = m_models.each[at]->name;
        claim.modelMakers = m_models.each[at]->makers;
        if (claim.subject.name.empty())
            claim.subject = subjectElsewhere(m_sentence, figure, claim, m_before.last);
    }
    // "A fraction of GPT-4o's $10": whoever is named there, and nobody else.
    if (part.another.begin < part.another.end)
        claim.subject = subjectOfAnother(claim, m_sentence, part.another);
}

// What it has from the figure before; false where that is of somebody else.
bool SentenceReading::inheritFrom(Claim& claim, const Claim& before, std::size_t at) const {
    const ClaimPart& part = m_parts[at];
    // "… compare with 1.6 s and 6.1 s on Bedrock": no longer of whom the figures before were.
    const std::size_t last = at > 0 ? m_parts[at - 1].figure->span.end : m_sentence.span.begin;
    const bool other =
        m_sentence.said({last, part.figure->span.begin}).find("compare") != std::string_view::npos;
    if (claim.subject.name.empty() && other && !m_sentence.namesAModel(part.own))
        return false;
    const bool another = before.subject.name == before.model && !claim.model.empty();
    if (claim.subject.name.empty())
        claim.subject = another ? ClaimSubject{claim.model, claim.modelMakers} : before.subject;
    const bool promised = claim.contract;
    const bool sided = claim.side != TokenSide::Unstated;
    inherit(claim, before);
    // "…, GPT-4.1 $2 and $8": of which side, an order says at most.
    const std::string_view gap = m_sentence.said({last, part.figure->span.begin});
    const bool bracket = // "$5 per million output tokens (GPT-4o: $10)"
        (gap.find('(') != gap.npos && gap.find(')') == gap.npos) ||
        (gap.find("（") != gap.npos && gap.find("）") == gap.npos);
    if (claim.kind == ClaimKind::Price && !sided && m_sides.size() > 1)
        claim.side = bracket ? before.side : TokenSide::Unstated;
    if (m_sentence.words.says(ClaimWord::Observed, m_sentence.span))
        claim.contract = promised; // what was reached of a promise is none
    return true;
}

// Whose the rate is where nobody else is named: a program's. "llama.cpp" is no model.
void SentenceReading::readServer(Claim& claim, Span between) const {
    claim.subject = serverBefore(m_sentence, between);
    if (lowerAscii(claim.subject.name) == lowerAscii(claim.model) + ".cpp") {
        claim.model.clear();
        claim.modelMakers.clear();
    }
}

void SentenceReading::addUnreadOf(Claim& claim, std::size_t at) const {
    const Span figure = m_parts[at].figure->span;
    addUnread(claim.unread, wordsOfAnother(m_sentence, claim, figure));
    addUnread(claim.unread, comparedAt(m_sentence, figure));
    if (claim.kind == ClaimKind::Price)
        addUnread(claim.unread, wordsOfVariant(m_sentence, claim, figure));
    addUnread(claim.unread, othersNamed(m_sentence, claim, m_parts[at].own));
}

// Of "31 ms and 33 ms at p90" and "31 ms (40 ms at p95)" the last words are only the last figure's.
bool SentenceReading::isOfAll() const {
    if (m_sentence.figures.empty())
        return false;
    const std::string_view before = m_sentence.said({m_lastOwn.begin, m_sentence.figures.back().span.end});
    return before.find('(') == before.npos && before.find("（") == before.npos &&
           m_sentence.namesAnybody(m_lastOwn);
}

// Whoever can be asked "takes 1.6 seconds": to answer, where nothing else is spoken of.
bool SentenceReading::isAnswer(const ClaimPart& part) const {
    const Quantity& time = *part.figure;
    const double most = (time.kind == QuantityKind::Range ? time.high : time.value).toDouble();
    return most <= longestAnswer && !m_before.timeOfOther &&
           isAnswerTime(m_sentence.text, m_before.context, m_sentence.span, time.span, m_sentence.words);
}

} // namespace parallax::data
