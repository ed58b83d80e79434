// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim.h"
#include "data/claim/claim_against.h"
#include "data/claim/claim_apart.h"
#include "data/claim/claim_around.h"
#include "data/claim/claim_aside.h"
#include "data/claim/claim_carry.h"
#include "data/claim/claim_correction.h"
#include "data/claim/claim_cost.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_last_model.h"
#include "data/claim/claim_lead.h"
#include "data/claim/claim_likeness.h"
#include "data/claim/claim_list.h"
#include "data/claim/claim_metric.h"
#include "data/claim/claim_mood.h"
#include "data/claim/claim_neighbour.h"
#include "data/claim/claim_parts.h"
#include "data/claim/claim_pointer.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_respective.h"
#include "data/claim/claim_share.h"
#include "data/claim/claim_short_prompts.h"
#include "data/claim/claim_sides.h"
#include "data/claim/claim_stray.h"
#include "data/claim/claim_tense.h"
#include "data/claim/claim_time.h"
#include "data/claim/claim_unread.h"
#include "data/claim/claim_whose.h"
#include "data/claim/claim_words.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestSentence = 4000; // bytes; a longer one is data, and would be read over and over
constexpr std::size_t longestWords = 400;     // bytes of a sentence that are kept with a claim
constexpr std::size_t tokenReach = 26;        // bytes between a count of tokens and the word for its side
constexpr double longestAnswer = 60;          // seconds; what "takes" longer is rather no answer

bool sameDimension(FigureClass figure, const Claim& claim) {
    switch (figure) {
    case FigureClass::Time:
        return claim.kind == ClaimKind::Latency;
    case FigureClass::TokenRate:
        return claim.unit == "token/s";
    case FigureClass::RequestRate:
        return claim.unit == "req/s";
    case FigureClass::Price:
        return claim.kind == ClaimKind::Price;
    case FigureClass::Percent:
        return claim.kind == ClaimKind::Availability;
    case FigureClass::None:
        break;
    }
    return false;
}

class TextClaims {
  public:
    TextClaims(const ReadArticle& article, const ReadText& text, const ClaimSetting& setting,
               const ClaimAround& beside, std::vector<Claim>& out)
        : m_article(article)
        , m_text(text)
        , m_block(article.article->blocks[static_cast<std::size_t>(text.block)])
        , m_setting(setting)
        , m_around(beside)
        , m_day(claimDay(article))
        , m_lead(leadOf(*article.article, text.block))
        , m_out(out) {}

    void read() {
        const std::size_t begun = m_out.size();
        m_lastClaims = begun;
        addAround(m_around, m_setting.around);
        const std::vector<Quantity>& all = figuresOf(m_article, m_text);
        std::size_t first = 0;
        for (const Sentence& one : m_text.sentences) {
            std::size_t last = first;
            while (last < all.size() && all[last].span.begin < one.span.end)
                ++last;
            const auto figures = std::span(all).subspan(first, last - first);
            first = last;
            if (m_out.size() >= mostClaims || one.span.end - one.span.begin > longestSentence)
                continue;
            const std::string_view said =
                std::string_view(m_block.text).substr(one.span.begin, one.span.end - one.span.begin);
            const ClaimWords words = claimWordsIn(said, *m_article.names, one.span.begin);
            const ClaimSentence sentence{m_block.text, one.span, figures, words, m_lead};
            m_context.end = one.span.end;
            const std::size_t before = m_out.size();
            const std::optional<ClaimWords> own = withoutSetApart(sentence);
            readSentence(own ? ClaimSentence{m_block.text, one.span, figures, *own, m_lead} : sentence,
                         words);
            for (std::size_t i = begun; i < before; ++i)
                if (const std::string back = takenBackIn(sentence, m_out[i]); !back.empty())
                    addUnread(m_out[i].unread, {back});
            readAround(sentence, begun, before);
            m_said = circumstancesIn(sentence);
            const ClaimWords meant = withoutCompared(sentence);
            if (m_out.size() == before)
                m_lastModel.keep({m_block.text, one.span, figures, meant});
            else
                m_lastModel.keepClaimed(std::span(m_out).subspan(before));
            for (const NameAt& name : meant.names)
                if (isWithin(name.span, one.span) && !name.subject.providers.empty())
                    m_last = name.subject;
            m_context.begin = one.span.begin;
        }
        // What stands behind is of all figures before it.
        ClaimAround behind;
        for (auto one = m_behind.rbegin(); one != m_behind.rend(); ++one) {
            addAround(behind, one->around);
            const std::size_t first = std::next(one) == m_behind.rend() ? begun : std::next(one)->end;
            for (std::size_t i = first; i < one->end; ++i)
                leaveAround(m_out[i], behind, true);
        }
    }

  private:
    // What a sentence says of the figures of others: one without a claim or an amount of its own.
    void readAround(const ClaimSentence& sentence, std::size_t begun, std::size_t before) {
        const bool named = namesSeller(sentence.words, sentence.span);
        for (std::size_t i = before; i < m_out.size(); ++i) {
            leaveAround(m_out[i], m_around, named);
            addUnread(m_out[i].unreadBeside, m_unreadBefore);
        }
        m_unreadBefore.clear();
        const std::size_t last = std::exchange(m_lastClaims, before);
        if (m_out.size() > before)
            return;
        ClaimAround behind = pointedIn(sentence, PointerPlace::Same, m_day);
        addAround(m_around, behind);
        if (statesAmount(sentence)) {
            keepBehind(std::move(behind), begun);
            return;
        }
        m_lastClaims = m_out.size();
        const std::vector<std::string> unread =
            narrowsBeside(sentence) ? unreadWords(sentence.text, sentence.span, sentence.words,
                                                  sentence.figures, {.vocabulary = Vocabulary::Neighbour})
                                    : std::vector<std::string>();
        const bool ofOthers = sentence.namesAModel(sentence.span) || sentence.namesAnybody(sentence.span);
        if (!ofOthers)
            m_unreadBefore = unread;
        if (!ofOthers || pointsBack(sentence))
            for (std::size_t i = last; i < before; ++i)
                addUnread(m_out[i].unreadBeside, unread);
        addAround(m_around, aroundIn(sentence, AroundPlace::Before, m_day));
        addAround(behind, aroundIn(sentence, AroundPlace::Behind, m_day));
        keepBehind(std::move(behind), begun);
    }

    void keepBehind(ClaimAround behind, std::size_t begun) {
        if (m_out.size() > begun && !behind.empty())
            m_behind.push_back({std::move(behind), m_out.size()});
    }

    // `all`: its words with those of whom it is set apart from.
    void readSentence(const ClaimSentence& sentence, const ClaimWords& all) {
        m_made.clear();
        m_sides.clear();
        const std::vector<ClaimPart> parts = isSupposed(sentence.text, sentence.span, sentence.words)
                                                 ? std::vector<ClaimPart>()
                                                 : partsOf(sentence, m_made);
        const auto sides = sidesIn(sentence, parts);
        std::size_t from = m_out.size();
        std::optional<std::size_t> previous; // of m_out
        if (parts.size() == 1 && m_before &&
            saysOnlyOfWhom(sentence.text, sentence.span, parts[0].figure->span, sentence.words) &&
            sameDimension(parts[0].figureClass, m_out[m_before->last])) {
            previous = m_before->last;
            from = m_before->first;
        }
        const std::size_t own = m_out.size();
        const std::vector<std::string> carried =
            previous ? m_out[*previous].unread : std::vector<std::string>();
        m_shares = parts.empty() ? std::vector<const Quantity*>() : sharesOfAnswersIn(sentence);
        m_ofPart = !parts.empty() && isOfPartOfMetric(sentence);
        m_models = modelsRespectively(sentence, parts);
        m_times = parts.empty() ? std::vector<SaidAt>() : timesIn(sentence, m_day);
        m_metric.reset();
        m_lastOwn = parts.empty() ? Span{} : parts.back().own;
        Aside aside = Aside::None;
        const Group group = groupOf(parts);
        const auto grouped = std::span(parts).subspan(group.first, group.count);
        const std::vector<Span> statistics = listedStatistics(sentence, grouped);
        const std::vector<ClaimSubject> named = respectively(sentence, grouped);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const ClaimPart& part = parts[i];
            const bool time = part.figureClass == FigureClass::Time;
            if (time)
                aside = asideOf(sentence, part, aside);
            std::optional<Claim> claim;
            if (!time || aside == Aside::None)
                claim = claimOf(sentence, parts, i, previous ? &m_out[*previous] : nullptr);
            if (const auto metric = metricIn(sentence, part.own))
                m_metric = metric;
            const bool inGroup = i >= group.first && i < group.first + group.count;
            if (claim && inGroup && time && !statistics.empty()) {
                if (statistics.size() == group.count) {
                    const Span own = statistics[i - group.first];
                    claim->statistic = ClaimStatistic::Unstated;
                    stateStatistic(*claim, sentence.words, own, own);
                } else {
                    claim.reset(); // two percentiles, and another number of figures
                }
            } else if (claim && part.listed && named.empty()) {
                claim.reset(); // a list of figures, and nobody knows of what each is
            }
            if (!claim)
                continue;
            if (inGroup && !named.empty())
                claim->subject = named[i - group.first];
            std::vector<ClaimSubject> of = sides[i];
            if (of.empty() && named.empty() && m_out.size() > own &&
                isAgainstNobody(sentence, part.own, *claim, m_out.back()))
                continue;
            if (of.empty() && parts.size() == 1)
                of = togetherWith(sentence, claim->subject, part.figure->span);
            if (of.empty())
                of.push_back(claim->subject);
            for (const ModelAt* const model : m_models.both) // the last of them is the claim's own
                if (model != m_models.both.back() && m_out.size() < mostClaims) {
                    m_out.push_back(*claim);
                    if (claim->subject.name == claim->model)
                        m_out.back().subject = {model->name, model->makers};
                    m_out.back().model = model->name;
                    m_out.back().modelMakers = model->makers;
                }
            for (const ClaimSubject& subject : of) {
                if (subject.name.empty() || m_out.size() >= mostClaims)
                    continue;
                m_out.push_back(*claim);
                m_out.back().subject = subject;
                if (claim->kind == ClaimKind::Price)
                    m_sides.insert(claim->side);
                previous = m_out.size() - 1;
            }
        }
        dropAmbiguous(own);
        markUnread(sentence, all, own, carried, parts);
        pairClaims(m_out, std::min(from, m_out.size()));
        m_before.reset();
        if (m_out.size() > own)
            m_before = Told{own, m_out.size() - 1};
        m_timeOfOther = m_out.size() == own && std::ranges::any_of(parts, [](const ClaimPart& part) {
                            return part.figureClass == FigureClass::Time;
                        });
    }

    // What of the sentence is not understood, beside that of the one before whose measure it goes on with;
    // and the circumstances that the one before and the headings state.
    void markUnread(const ClaimSentence& sentence, const ClaimWords& all, std::size_t first,
                    const std::vector<std::string>& carried, std::span<const ClaimPart> parts) {
        if (first == m_out.size())
            return;
        // "Input $2.50, cached input $1.25": the word is one price's, and no circumstance of the others.
        const bool cached =
            std::any_of(m_out.begin() + static_cast<std::ptrdiff_t>(first), m_out.end(),
                        [](const Claim& claim) { return claim.side == TokenSide::CachedInput; });
        const bool written = std::any_of(
            m_out.begin() + static_cast<std::ptrdiff_t>(first), m_out.end(), [&](const Claim& claim) {
                return claim.kind == ClaimKind::Price &&
                       claim.terms == cacheWriteIn(sentence.text, sentence.words, sentence.span);
            });
        std::map<ClaimKind, std::vector<std::string>> unread; // what is plain hangs on the kind
        const std::vector<bool> unsettled = unsettledFrom(m_out, first);
        for (std::size_t i = first; i < m_out.size(); ++i) {
            const auto [known, added] = unread.try_emplace(m_out[i].kind);
            if (added)
                known->second = unreadWords(sentence.text, sentence.span, all, sentence.figures,
                                            {m_out[i].kind, cached, written});
            addUnread(m_out[i].unread,
                      strayBeside(sentence, m_out[i], parts, std::span(m_out).subspan(first)));
            const UnreadKinds kinds =
                kindsOfUnread(m_out[i], {sentence.text, sentence.span, sentence.figures, all}, known->second);
            addUnread(m_out[i].unread, kinds.against);
            addUnread(m_out[i].unreadBeside, kinds.prose);
            if (unsettled[i - first])
                addUnread(m_out[i].unread, {m_out[i].evidence.quote});
            addUnread(m_out[i].unread, carried);
            if (m_out[i].kind == ClaimKind::Price) {
                if (!m_models.unsure.empty())
                    addUnread(m_out[i].unread, {m_models.unsure});
                addUnread(m_out[i].unread, pricesOfNobody(sentence, m_last, m_out[i].modelMakers));
            }
            if (m_out[i].contract &&
                !m_out[i].model.empty()) // of one model a service may promise something else
                addUnread(m_out[i].unread, {m_out[i].model});
            const bool listed = m_out[i].kind == ClaimKind::Price || m_out[i].contract;
            if (listed && !m_out[i].region.empty()) // lists and contracts have none
                addUnread(m_out[i].unread, {m_out[i].region});
            addUnread(m_out[i].unread, m_said);
            addUnread(m_out[i].unread, m_setting.unread);
            if (m_out[i].kind == ClaimKind::Price && m_out[i].terms.empty())
                m_out[i].terms = m_setting.terms;
        }
    }

    // Those of "1.2, 1.4 and 1.9 s", else all.
    struct Group {
        std::size_t first = 0, count = 0;
    };
    static Group groupOf(const std::vector<ClaimPart>& parts) {
        const auto first = std::ranges::find(parts, true, &ClaimPart::listed);
        if (first == parts.end())
            return {0, parts.size()};
        const auto last =
            std::find_if(first, parts.end(), [](const ClaimPart& part) { return !part.listed; });
        return {static_cast<std::size_t>(first - parts.begin()), static_cast<std::size_t>(last - first)};
    }

    // Two times of one subject that nothing tells apart ("0.6 s, standard inference 1.1 s"): what does is not
    // understood here, and either would be held against what is meant of the other.
    void dropAmbiguous(std::size_t first) {
        const auto same = [](const Claim& a, const Claim& b) {
            return a.kind == b.kind && a.span == b.span && a.subject.name == b.subject.name &&
                   a.statistic == b.statistic && a.quantile == b.quantile && a.tokens == b.tokens &&
                   a.model == b.model && a.region == b.region && a.load == b.load && a.from == b.from &&
                   a.to == b.to && a.setting == b.setting;
        };
        std::vector<bool> ambiguous(m_out.size() - first);
        for (std::size_t i = first; i < m_out.size(); ++i)
            for (std::size_t k = first; k < i; ++k)
                if ((m_out[i].kind == ClaimKind::Latency || m_out[i].kind == ClaimKind::Speed) &&
                    same(m_out[i], m_out[k]))
                    ambiguous[i - first] = ambiguous[k - first] = true;
        std::size_t kept = first;
        for (std::size_t i = first; i < m_out.size(); ++i)
            if (!ambiguous[i - first] && kept++ != i)
                m_out[kept - 1] = std::move(m_out[i]);
        m_out.resize(kept);
    }

    static std::vector<std::vector<ClaimSubject>> sidesIn(const ClaimSentence& sentence,
                                                          const std::vector<ClaimPart>& parts) {
        std::vector<ListedFigure> figures;
        figures.reserve(parts.size());
        for (const ClaimPart& part : parts)
            figures.push_back({part.own, part.figureClass});
        return sidesOf(sentence.text, figures, sentence.words);
    }

    // What a figure measures: by its own words, else by what the figures before or behind it say.
    std::optional<ClaimShape> shapeOf(const ClaimSentence& sentence, const ClaimPart& part,
                                      const Quantity* tokens, const Claim* alike) const {
        const bool tokensInPart = tokens != nullptr && isWithin(tokens->span, part.own);
        auto shape = claimShape(part.figureClass, sentence.words, part.own, tokensInPart);
        if (part.figureClass == FigureClass::Time && !metricIn(sentence, part.own)) {
            if (isUnknownMetric(sentence.text, part.own, part.figure->span, sentence.words))
                return std::nullopt;
            if (const auto metric = metricElsewhere(sentence, part, tokens, m_metric, m_lastOwn);
                metric && (shape || m_metric) && !sentence.words.says(ClaimWord::Downtime, part.own))
                shape = metric;
            else if (shape && alike != nullptr && !tokensInPart)
                shape = ClaimShape{alike->kind, alike->span};
        }
        if ((!shape || part.bare) && alike != nullptr)
            shape = ClaimShape{alike->kind, alike->span};
        if (!shape)
            shape = claimShape(part.figureClass, sentence.words, sentence.span, tokens != nullptr);
        return shape;
    }

    std::optional<Claim> claimOf(const ClaimSentence& sentence, const std::vector<ClaimPart>& parts,
                                 std::size_t at, const Claim* before) {
        const ClaimPart& part = parts[at];
        const Span figure = part.figure->span;
        const ClaimWords& words = sentence.words;
        const Quantity* tokens = tokensOf(sentence, part.own, m_made);
        if (tokens != nullptr && tokens->span.begin == figure.begin)
            tokens = nullptr; // a rate's own
        const bool alike = before != nullptr && sameDimension(part.figureClass, *before);
        auto shape = shapeOf(sentence, part, tokens, alike ? before : nullptr);
        const auto share = shareOfAnswers(sentence, m_shares, parts, at);
        if (share && (share->quantile <= 0 || namesStatistic(sentence, part.own)))
            return std::nullopt;
        const bool answers = !shape && part.figureClass == FigureClass::Time &&
                             !isUnknownMetric(sentence.text, part.own, figure, words) &&
                             ((share && share->answered) || isAnswer(sentence, part));
        if (answers)
            shape = ClaimShape{ClaimKind::Latency, ClaimSpan::EndToEnd};
        const bool rate =
            part.figureClass == FigureClass::TokenRate || part.figureClass == FigureClass::RequestRate;
        if (!share && part.figureClass == FigureClass::Time && m_ofPart)
            return std::nullopt;
        if (!shape || (rate && words.says(ClaimWord::Limit, part.own)) || isOfRivals(sentence, parts, at))
            return std::nullopt;
        const bool price = shape->kind == ClaimKind::Price;
        if ((price || shape->kind == ClaimKind::Availability) && isDeniedOrWanted(sentence, figure))
            return std::nullopt;
        if (price ? isCostOfSeller(sentence, part.own, figure)
                  : shape->kind == ClaimKind::Availability && isOfDurability(sentence, part.own, figure))
            return std::nullopt;
        Claim claim;
        claim.kind = shape->kind;
        claim.span = shape->span;
        stateFigure(claim, *part.figure, part.figureClass);
        if (claim.kind == ClaimKind::Latency && claim.stated.bound == ClaimBound::Exact &&
            !claim.stated.range() && isLimit(sentence.text, figure))
            claim.stated.bound = ClaimBound::AtMost;
        if (part.bare)
            claim.unit = before != nullptr ? before->unit : claim.unit;
        stateStatistic(claim, words, part.own, figure);
        if (share) {
            claim.statistic = ClaimStatistic::Quantile;
            claim.quantile = share->quantile;
            claim.stated.bound = ClaimBound::AtMost;
        }
        if (tokens != nullptr && (claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed)) {
            claim.tokens = tokenCountOf(*tokens);
            claim.side = tokenSideNear(words, tokens->span, sentence.span, tokenReach);
        }
        if (claim.kind == ClaimKind::Price)
            claim.side = part.side != TokenSide::Unstated
                             ? part.side
                             : tokenSideNear(words, figure, part.own, longestWords);
        if (claim.kind == ClaimKind::Price)
            if (const TokenSide side = sideRespectively(sentence, parts, at); side != TokenSide::Unstated)
                claim.side = side;
        if (claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed)
            claim.load = loadOf(sentence, parts, at);
        if (claim.kind == ClaimKind::Latency && claim.load.empty())
            for (const ClaimPart& other : parts) // of which load, it does not say: rather of that one
                if (other.figureClass == FigureClass::RequestRate)
                    addUnread(claim.unread, {std::string(sentence.said(other.figure->span))});
        claim.setting = hardwareIn(sentence.text, words, part.own);
        if (claim.kind == ClaimKind::Price)
            claim.terms = cacheWriteIn(sentence.text, words, part.own);
        if (claim.kind == ClaimKind::Price && claim.terms.empty())
            claim.terms = termsIn(sentence.text, words, sentence.span);
        claim.contract = claim.kind == ClaimKind::Availability &&
                         isPromised(sentence.text, *part.figure, words, sentence.span);
        // "Promises a median of 0.3 s": measured is something else.
        if (claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed)
            for (const ClaimWordAt& one : words.words)
                if (one.word == ClaimWord::Contract && isWithin(one.span, {part.own.begin, figure.begin}))
                    addUnread(claim.unread, {std::string(sentence.said(one.span))});
        claim.expected = claim.expected || words.says(ClaimWord::Expected, part.own);
        claim.future = isForetold(sentence.text, sentence.span, *part.figure, sentence.figures, words,
                                  m_article.article->published.earliest);
        if (!claim.future) {
            SaidOf time = saidOf(sentence, m_times, *part.figure, m_day);
            if (price && time.from.empty())
                time = timeOfPrices(sentence, m_times);
            claim.from = std::move(time.from);
            claim.to = std::move(time.to);
            claim.past = time.past || (price && claim.from.empty() && isToldAsFormer(sentence, parts, at));
            // "Before October 2024, …": since when, nobody says.
            for (const Quantity& one : sentence.figures)
                if (claim.from.empty() && isOver(one, m_day)) {
                    claim.past = true;
                    addUnread(claim.unread, {std::string(sentence.said(one.span))});
                }
        }
        if (price && claim.terms.empty() && !claim.future)
            claim.terms = uncertainTerms(sentence, part.own, *part.figure, claim.expected);
        readModelAndRegion(claim, sentence, parts, at);
        if (price && claim.model.empty())
            m_lastModel.take(claim, sentence, figure);
        if (price && claim.terms.empty() &&
            shortPromptsOf(claim.model, sentence.text, sentence.span, sentence.figures) == nullptr)
            claim.terms = lengthTermsIn(sentence.text, sentence.figures, sentence.span, claim.perTokens);
        claim.subject = subjectBeside(sentence, part.own, figure);
        if (rate && claim.subject.name.empty())
            readServer(claim, sentence,
                       {at > 0 ? parts[at - 1].figure->span.end : sentence.span.begin, figure.begin});
        if (!m_models.each.empty()) {
            claim.model = m_models.each[at]->name;
            claim.modelMakers = m_models.each[at]->makers;
            if (claim.subject.name.empty())
                claim.subject = subjectElsewhere(sentence, figure, claim, m_last);
        }
        if (part.another.begin <
            part.another.end) // "a fraction of GPT-4o's $10": whoever is named there, and nobody else
            claim.subject = subjectOfAnother(claim, sentence, part.another);
        if (alike && before->kind == claim.kind) {
            // "… compare with 1.6 s and 6.1 s on Bedrock": no longer of whom the figures before were.
            const std::size_t last = at > 0 ? parts[at - 1].figure->span.end : sentence.span.begin;
            const bool other = sentence.said({last, figure.begin}).find("compare") != std::string_view::npos;
            if (claim.subject.name.empty() && other)
                return std::nullopt;
            if (claim.subject.name.empty())
                claim.subject = before->subject;
            const bool promised = claim.contract;
            const bool sided = claim.side != TokenSide::Unstated;
            inherit(claim, *before);
            if (claim.kind == ClaimKind::Price && !sided && m_sides.size() > 1)
                claim.side =
                    TokenSide::Unstated; // "…, GPT-4.1 $2 and $8": of which side, an order says at most
            if (words.says(ClaimWord::Observed, sentence.span)) // what was reached of a promise is none
                claim.contract = promised;
        }
        // "1.4 s on Azure and 1.7 s on AWS in median": behind the last figure it is said of all.
        if (claim.statistic == ClaimStatistic::Unstated && before == nullptr && isOfAll(sentence))
            stateStatistic(claim, words, {sentence.figures.back().span.end, sentence.span.end}, figure);
        if (claim.subject.name.empty())
            claim.subject = subjectElsewhere(sentence, figure, claim, m_last);
        settleMaker(claim, sentence, figure);
        settleRegion(claim);
        if (price)
            settleUndercut(claim, sentence, figure);
        if (answers && claim.subject.providers.empty())
            return std::nullopt;
        addUnread(claim.unread, wordsOfAnother(sentence, claim, figure));
        addUnread(claim.unread, comparedAt(sentence, figure));
        if (price)
            addUnread(claim.unread, wordsOfVariant(sentence, claim, figure));
        addUnread(claim.unread, othersNamed(sentence, claim, part.own));
        claim.words = std::string(utf8Prefix(trim(sentence.said(sentence.span)), longestWords));
        const Evidence evidence = evidenceOf(*m_article.article, m_text, figure);
        claim.evidence.begin = evidence.span.begin;
        claim.evidence.end = evidence.span.end;
        claim.evidence.quote = evidence.quote;
        claim.evidence.block = evidence.block;
        return claim;
    }

    // Whose the rate is where nobody else is named: a program's. "llama.cpp" is no model.
    static void readServer(Claim& claim, const ClaimSentence& sentence, Span between) {
        claim.subject = serverBefore(sentence, between);
        if (lowerAscii(claim.subject.name) == lowerAscii(claim.model) + ".cpp") {
            claim.model.clear();
            claim.modelMakers.clear();
        }
    }

    // Of "31 ms and 33 ms at p90" and "31 ms (40 ms at p95)" the last words are only the last figure's.
    bool isOfAll(const ClaimSentence& sentence) const {
        if (sentence.figures.empty())
            return false;
        const std::string_view before = sentence.said({m_lastOwn.begin, sentence.figures.back().span.end});
        return before.find('(') == before.npos && before.find("（") == before.npos &&
               sentence.namesAnybody(m_lastOwn);
    }

    // Whoever can be asked "takes 1.6 seconds": to answer, where nothing else is spoken of.
    bool isAnswer(const ClaimSentence& sentence, const ClaimPart& part) const {
        const Quantity& time = *part.figure;
        const double most = (time.kind == QuantityKind::Range ? time.high : time.value).toDouble();
        return most <= longestAnswer && !m_timeOfOther &&
               isAnswerTime(sentence.text, m_context, sentence.span, time.span, sentence.words);
    }

    const ReadArticle& m_article;
    const ReadText& m_text;
    const Block& m_block;
    const ClaimSetting& m_setting;
    ClaimAround m_around; // what the headings, the leads and the sentences before say
    struct Behind {
        ClaimAround around;
        std::size_t end = 0; // of m_out: the claims before it
    };
    std::vector<Behind> m_behind;
    std::vector<std::string> m_unreadBefore; // of the sentence before, which is of nobody
    std::size_t m_lastClaims = 0;            // of m_out: where those of the sentence before begin
    std::vector<std::string> m_said;         // circumstances that the sentence before states
    std::string m_day;                       // of the article
    std::string_view m_lead;                 // to the list whose item it is
    Span m_context;                          // of the sentence and the one before
    bool m_timeOfOther = false;              // the one before has a time that is no claim
    std::list<Quantity> m_made;              // figures that were put together
    std::vector<const Quantity*> m_shares;   // of answers, in the sentence
    bool m_ofPart = false;                   // it speaks of a part of a time
    std::vector<SaidAt> m_times;
    RespectiveModels m_models;
    std::set<TokenSide> m_sides; // that the sentence's prices have so far
    std::vector<Claim>& m_out;
    ClaimSubject m_last;
    LastModel m_lastModel;
    std::optional<ClaimShape> m_metric; // that the figures before named, in the sentence
    Span m_lastOwn;                     // of the sentence's last figure
    // What the sentence before claimed, of m_out.
    struct Told {
        std::size_t first = 0, last = 0;
    };
    std::optional<Told> m_before;
};

} // namespace

void claimsOfText(const ReadArticle& article, const ReadText& text, const ClaimSettings& settings,
                  std::vector<Claim>& out) {
    const std::string& words = article.article->blocks[static_cast<std::size_t>(text.block)].text;
    if (!figuresOf(article, text).empty() || !barredFigures(words, {0, words.size()}).empty())
        TextClaims(article, text, settings.of(text.block), settings.beside(text.block), out).read();
}

} // namespace parallax::data
