// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
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
#include "data/claim/claim_figure.h"
#include "data/claim/claim_insertion.h"
#include "data/claim/claim_lead.h"
#include "data/claim/claim_list.h"
#include "data/claim/claim_neighbour.h"
#include "data/claim/claim_parts.h"
#include "data/claim/claim_pointer.h"
#include "data/claim/claim_reading.h"
#include "data/claim/claim_respective.h"
#include "data/claim/claim_sides.h"
#include "data/claim/claim_stray.h"
#include "data/claim/claim_unread.h"
#include "data/claim/claim_whose.h"
#include "data/claim/claim_words.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestSentence = 4000; // bytes; a longer one is data, and would be read over and over

class TextClaims {
  public:
    TextClaims(const ReadArticle& article, const ReadText& text, const ClaimSetting& setting,
               const ClaimAround& beside, std::vector<Claim>& out)
        : m_article(article)
        , m_text(text)
        , m_block(article.article->blocks[static_cast<std::size_t>(text.block)])
        , m_setting(setting)
        , m_around(beside)
        , m_lead(leadOf(*article.article, text.block))
        , m_out(out) {
        m_readBefore.day = claimDay(article);
        m_sideAbove = sideAbove(*article.article, text.block, m_lead);
    }

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
            m_readBefore.context.end = one.span.end;
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
                m_readBefore.model.keep({m_block.text, one.span, figures, meant});
            else
                m_readBefore.model.keepClaimed(std::span(m_out).subspan(before));
            for (const NameAt& name : meant.names)
                if (isWithin(name.span, one.span) && !name.subject.providers.empty())
                    m_readBefore.last = name.subject;
            m_readBefore.context.begin = one.span.begin;
        }
        // What stands behind is of all figures before it.
        ClaimAround behind;
        for (auto said = m_behind.rbegin(); said != m_behind.rend(); ++said) {
            addAround(behind, said->around);
            const std::size_t from = std::next(said) == m_behind.rend() ? begun : std::next(said)->end;
            for (std::size_t i = from; i < said->end; ++i)
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
        ClaimAround behind = pointedIn(sentence, PointerPlace::Same, m_readBefore.day);
        addAround(m_around, behind);
        if (statesAmount(sentence)) {
            keepBehind(std::move(behind), begun);
            return;
        }
        m_lastClaims = m_out.size();
        const std::vector<std::string> unread = narrowingBeside(sentence);
        const bool ofOthers = sentence.namesAModel(sentence.span) || sentence.namesAnybody(sentence.span);
        if (!ofOthers)
            m_unreadBefore = unread;
        if (!ofOthers || pointsBack(sentence))
            for (std::size_t i = last; i < before; ++i)
                addUnread(m_out[i].unreadBeside, unread);
        addAround(m_around, aroundIn(sentence, AroundPlace::Before, m_readBefore.day));
        addAround(behind, aroundIn(sentence, AroundPlace::Behind, m_readBefore.day));
        keepBehind(std::move(behind), begun);
    }

    void keepBehind(ClaimAround behind, std::size_t begun) {
        if (m_out.size() > begun && !behind.empty())
            m_behind.push_back({std::move(behind), m_out.size()});
    }

    // `all`: its words with those of whom it is set apart from.
    void readSentence(const ClaimSentence& sentence, const ClaimWords& all) {
        SentenceReading reading(m_article, m_text, sentence, m_readBefore);
        const std::vector<ClaimPart>& parts = reading.parts();
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
        std::vector<Span> figures; // of the claims from there on
        const std::vector<std::string> carried =
            previous ? m_out[*previous].unread : std::vector<std::string>();
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
                claim = reading.claimOf(i, previous ? &m_out[*previous] : nullptr);
            reading.leave(i);
            const bool inGroup = i >= group.first && i < group.first + group.count;
            if (claim && inGroup && time && !statistics.empty()) {
                if (statistics.size() == group.count) {
                    const Span words = statistics[i - group.first];
                    claim->statistic = ClaimStatistic::Unstated;
                    stateStatistic(*claim, sentence.words, words, words);
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
            const std::vector<const ModelAt*>& both = reading.models().both;
            for (const ModelAt* const model : both) // the last of them is the claim's own
                if (model != both.back() && m_out.size() < mostClaims) {
                    m_out.push_back(*claim);
                    figures.push_back(part.figure->span);
                    if (claim->subject.name == claim->model)
                        m_out.back().subject = {model->name, model->makers};
                    m_out.back().model = model->name;
                    m_out.back().modelMakers = model->makers;
                }
            for (const ClaimSubject& subject : of) {
                if (subject.name.empty() || m_out.size() >= mostClaims)
                    continue;
                m_out.push_back(*claim);
                figures.push_back(part.figure->span);
                m_out.back().subject = subject;
                reading.keep(*claim);
                previous = m_out.size() - 1;
            }
        }
        dropAmbiguous(own, figures);
        markUnread(sentence, all, own, carried, reading, figures);
        pairClaims(m_out, std::min(from, m_out.size()));
        m_before.reset();
        if (m_out.size() > own)
            m_before = Told{own, m_out.size() - 1};
        m_readBefore.timeOfOther =
            m_out.size() == own && std::ranges::any_of(parts, [](const ClaimPart& part) {
                return part.figureClass == FigureClass::Time;
            });
    }

    // What of the sentence is not understood, beside that of the one before whose measure it goes on with;
    // and the circumstances that the one before and the headings state.
    void markUnread(const ClaimSentence& sentence, const ClaimWords& all, std::size_t first,
                    const std::vector<std::string>& carried, const SentenceReading& reading,
                    std::span<const Span> figures) {
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
            addUnread(m_out[i].unread, strayBeside(sentence, m_out[i], figures[i - first], reading.parts(),
                                                   std::span(m_out).subspan(first)));
            const UnreadKinds kinds =
                kindsOfUnread(m_out[i], {sentence.text, sentence.span, sentence.figures, all},
                              figures[i - first], known->second);
            addUnread(m_out[i].unread, kinds.against);
            addUnread(m_out[i].unreadBeside, kinds.prose);
            if (unsettled[i - first])
                addUnread(m_out[i].unread, {m_out[i].evidence.quote});
            addUnread(m_out[i].unread, carried);
            if (m_out[i].kind == ClaimKind::Price) {
                if (m_out[i].side == TokenSide::Unstated)
                    m_out[i].side = m_sideAbove;
                if (reading.models().each.empty() && isBehindInsertion(sentence, figures[i - first]))
                    addUnread(m_out[i].unread, {m_out[i].evidence.quote});
                if (const std::string& unsure = reading.models().unsure; !unsure.empty())
                    addUnread(m_out[i].unread, {unsure});
                addUnread(m_out[i].unread, pricesOfNobody(sentence, m_readBefore.last, m_out[i].modelMakers));
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
    void dropAmbiguous(std::size_t first, std::vector<Span>& figures) {
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
            if (!ambiguous[i - first] && kept++ != i) {
                m_out[kept - 1] = std::move(m_out[i]);
                figures[kept - 1 - first] = figures[i - first];
            }
        m_out.resize(kept);
        figures.resize(kept - first);
    }

    static std::vector<std::vector<ClaimSubject>> sidesIn(const ClaimSentence& sentence,
                                                          const std::vector<ClaimPart>& parts) {
        std::vector<ListedFigure> figures;
        figures.reserve(parts.size());
        for (const ClaimPart& part : parts)
            figures.push_back({part.own, part.figureClass});
        return sidesOf(sentence.text, figures, sentence.words);
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
    std::vector<std::string> m_unreadBefore;     // of the sentence before, which is of nobody
    std::size_t m_lastClaims = 0;                // of m_out: where those of the sentence before begin
    std::vector<std::string> m_said;             // circumstances that the sentence before states
    TokenSide m_sideAbove = TokenSide::Unstated; // that the lead or the heading above names alone
    std::string_view m_lead;                     // to the list whose item it is
    std::vector<Claim>& m_out;
    ReadBefore m_readBefore;
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
