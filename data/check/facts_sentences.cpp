// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "data/check/clause.h"
#include "data/check/facts.h"
#include "data/check/revisions.h"

namespace parallax::data {
namespace {

class FactReader {
  public:
    FactReader(const TextView& view, const Sentence& sentence)
        : m_view(view)
        , m_sentence(sentence)
        , m_revisions(statedRevisions(view, sentence)) {}

    void read(std::vector<Fact>& out) {
        for (std::size_t i = m_sentence.begin; i < m_sentence.end; ++i) {
            if (!isLevel(i))
                continue;
            const int figure = token(i).figure;
            const auto replaced = std::ranges::find(m_revisions, figure, &StatedRevision::before);
            const auto replacing = std::ranges::find(m_revisions, figure, &StatedRevision::after);
            if (replacing != m_revisions.end())
                readRevision(*replacing, out);
            else if (replaced == m_revisions.end())
                readFigure(i, out);
        }
    }

    // Whom the sentence leaves behind for an "its" of the next one.
    std::string subject;

  private:
    const Token& token(std::size_t i) const { return m_view.text.tokens[i]; }

    bool isLevel(std::size_t i) const {
        if (token(i).figure < 0)
            return false;
        const Quantity& q = m_view.figureAt(i);
        return isLevelFigure(q) && !q.per &&
               (q.dimension == Dimension::Currency || (isPercent(q) && q.kind == QuantityKind::Scalar));
    }

    // The part of the sentence that speaks of this figure: up to its neighbours.
    std::pair<std::size_t, std::size_t> reach(std::size_t i) const {
        std::size_t begin = i;
        while (begin > m_sentence.begin && !isLevel(begin - 1) && token(begin - 1).mark != U';')
            --begin;
        std::size_t end = i + 1;
        while (end < m_sentence.end && !isLevel(end) && token(end).mark != U';')
            ++end;
        return {begin, end};
    }

    // The nearest measure; what follows the figure at once goes first ("$4 billion investment").
    int measureOf(std::size_t i, std::size_t begin, std::size_t end, std::size_t& at) const {
        constexpr std::size_t ahead = 5;
        for (std::size_t k = i + 1; k < end && k <= i + ahead; ++k) {
            if (token(k).mark == U',' || token(k).mark == U'，')
                break;
            if (kindOfMeasure(token(k).measure) != MeasureKind::None) {
                at = k;
                return token(k).measure;
            }
        }
        constexpr std::size_t back = 12;
        for (std::size_t k = i; k-- > begin && i - k <= back;)
            if (kindOfMeasure(token(k).measure) != MeasureKind::None) {
                at = k;
                return token(k).measure;
            }
        return -1;
    }

    std::string period(std::size_t i, std::size_t begin, std::size_t end) const {
        const Quantity& q = m_view.figureAt(i);
        if (!q.period.empty())
            return periodOf(q);
        // Right before it ("2026 年的 40 億"), else anywhere in reach.
        for (std::size_t k = i; k-- > begin;)
            if (token(k).figure >= 0)
                if (std::string found = periodOf(m_view.figureAt(k)); !found.empty())
                    return found;
        for (std::size_t k = i + 1; k < end; ++k)
            if (token(k).figure >= 0)
                if (std::string found = periodOf(m_view.figureAt(k)); !found.empty())
                    return found;
        return {};
    }

    std::vector<std::string> parties(std::size_t begin, std::size_t end) const {
        std::vector<std::string> found;
        for (std::size_t k = begin; k < end; ++k)
            if (token(k).name >= 0 && m_view.read.names->isParty(token(k).name))
                found.push_back(m_view.read.names->ownerAt(token(k).name));
        std::ranges::sort(found);
        const auto [first, last] = std::ranges::unique(found);
        found.erase(first, last);
        return found;
    }

    bool opensWithPronoun() const {
        for (std::size_t k = m_sentence.begin; k < std::min(m_sentence.end, m_sentence.begin + 2); ++k) {
            const std::string_view word = m_view.tokenWords(k);
            for (const std::string_view pronoun : {"It", "Its", "They", "Their", "它", "其", "該", "该"})
                if (word == pronoun)
                    return true;
        }
        return false;
    }

    std::string nearestParty(std::size_t i, std::size_t begin, std::size_t end) const {
        for (std::size_t step = 1; step < end - begin; ++step)
            for (const std::size_t k : {i + step, i - std::min(step, i)})
                if (k >= begin && k < end && token(k).name >= 0 && m_view.read.names->isParty(token(k).name))
                    return m_view.read.names->ownerAt(token(k).name);
        return {};
    }

    // The measure, the period and the subject stand beside the first of the two figures.
    void readRevision(const StatedRevision& revision, std::vector<Fact>& out) const {
        std::vector<Fact> found;
        readFigure(revision.first, found, &revision);
        if (found.size() != 1)
            return;
        Fact& fact = found.front();
        const Operand before = m_view.operand(revision.before);
        fact.quantity = m_view.quantities[static_cast<std::size_t>(revision.after)];
        fact.evidence = m_view.figureEvidence(revision.after);
        fact.revisedFrom = before.quantity;
        fact.revisedWords = before.text;
        out.push_back(std::move(fact));
    }

    void readFigure(std::size_t i, std::vector<Fact>& out, const StatedRevision* revision = nullptr) const {
        const Quantity& q = m_view.figureAt(i);
        const auto [begin, end] = reach(i);
        std::size_t at = i;
        const int measure = measureOf(i, begin, end, at);
        const MeasureKind kind = kindOfMeasure(measure);
        if (kind == MeasureKind::None)
            return;
        const std::string& name = measures()[static_cast<std::size_t>(measure)].name;
        const bool percent = isPercent(q);
        if (percent != (name == "market share" || name == "return"))
            return;
        CueSet near;
        const std::size_t from = i > begin + 6 ? i - 6 : begin;
        for (std::size_t k = from; k < std::min(end, i + 5); ++k)
            near.add(token(k).cues);
        CueSet changes{Cue::If, Cue::Negation};
        if (revision == nullptr)
            changes.add({Cue::Rise, Cue::Fall});
        if (near.hasAny(changes) && kind == MeasureKind::Level)
            return; // a change, not a level
        Fact fact;
        fact.quantity = q;
        fact.period = period(i, begin, end);
        fact.cumulative = near.has(Cue::Cumulative);
        fact.tranche = near.has(Cue::Tranche);
        fact.ofOther = m_view.text.ofOther;
        fact.evidence = m_view.figureEvidence(token(i).figure);
        if (kind == MeasureKind::Deal) {
            std::vector<std::string> names = parties(begin, end);
            if (names.size() < 2)
                names = parties(m_sentence.begin, m_sentence.end);
            if (!subject.empty() && opensWithPronoun()) {
                // "It has signed a $10 billion deal with Oracle and builds a chip with Broadcom."
                const std::string other = nearestParty(i, begin, end);
                names = {subject};
                if (!other.empty() && other != subject)
                    names.push_back(other);
            }
            if (names.size() == 1 && !subject.empty() && names.front() != subject)
                names.push_back(subject);
            // Between more than three it is a guess who dealt with whom.
            if (names.size() < 2 || names.size() > 3)
                return;
            nameDeal(fact, measure, std::move(names));
            for (std::size_t k = begin; k < end; ++k)
                if (token(k).figure >= 0 && k != i)
                    addDetail(fact, m_view.figureAt(k));
        } else {
            // The last party named before the figure; of a market what it is a market of.
            std::string narrowing;
            if (name == "market") {
                fact.subject = marketAt(at, begin);
            } else if (name == "valuation" && parties(m_sentence.begin, m_sentence.end).size() > 1) {
                return; // whose it is, the investor's or the other's, is a guess
            } else {
                for (std::size_t k = i; k-- > begin && fact.subject.empty();)
                    if (token(k).name >= 0 && m_view.read.names->isParty(token(k).name))
                        fact.subject = m_view.read.names->nameAt(token(k).name);
                narrowing = narrowingOf(at, begin);
            }
            if (fact.subject.empty())
                return;
            fact.measure = measureName(measure, narrowing);
        }
        describeSurroundings(m_view, m_sentence, begin, end, fact);
        out.push_back(std::move(fact));
    }

    // "AI inference" of "the AI inference market", HBM of "HBM 市場".
    std::string marketAt(std::size_t at, std::size_t begin) const {
        std::string words;
        for (std::size_t k = at; k-- > begin && at - k <= 6;) {
            const Token& t = token(k);
            if (t.name >= 0)
                return m_view.read.names->nameAt(t.name);
            if (!t.isPlain())
                break;
            const std::string_view word = m_view.tokenWords(k);
            if (word == "the" || word == "The" || word == "for" || word == "a")
                break;
            words.insert(0, words.empty() ? "" : " ").insert(0, word);
        }
        return words;
    }

    // The word right before a measure: "AI" of "AI revenue".
    std::string narrowingOf(std::size_t at, std::size_t begin) const {
        if (at <= begin || !token(at - 1).isPlain() || token(at - 1).weight != 2)
            return {};
        const std::string_view word = m_view.tokenWords(at - 1);
        for (const std::string_view empty :
             {"its", "the", "a", "their", "in", "s", "whose", "had", "with", "total", "annual", "estimated",
              "projected", "expected", "reported"})
            if (word == empty)
                return {};
        return std::string(word);
    }

    const TextView& m_view;
    const Sentence& m_sentence;
    std::vector<StatedRevision> m_revisions;
};

} // namespace

void factsOfText(const TextView& view, std::vector<Fact>& out) {
    std::string subject;
    for (const Sentence& sentence : view.text.sentences) {
        FactReader reader(view, sentence);
        reader.subject = subject;
        reader.read(out);
        // The first party that a sentence names stays the subject of what follows in the block.
        for (std::size_t i = sentence.begin; i < sentence.end && subject.empty(); ++i) {
            const Token& token = view.text.tokens[i];
            if (token.name >= 0 && view.read.names->isParty(token.name))
                subject = view.read.names->ownerAt(token.name);
        }
    }
}

} // namespace parallax::data
