// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "data/check/clause.h"
#include "data/check/rules.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

constexpr std::int64_t largestCount = 12; // of things that a sentence lists

// "three major players": how many, 0 for what is no count of things.
std::int64_t countOf(const Quantity& quantity) {
    if (quantity.kind != QuantityKind::Scalar || quantity.bound != Bound::Exact || quantity.approx ||
        quantity.per || quantity.value.exponent != 0 ||
        (quantity.dimension != Dimension::Count && quantity.dimension != Dimension::Number))
        return 0;
    return quantity.value.digits >= 2 && quantity.value.digits <= largestCount ? quantity.value.digits : 0;
}

struct Listed {
    std::size_t items = 0;
    std::size_t last = 0; // token
    bool names = true;    // every item is or holds a name
    bool closed = false;  // "A, B and C": the last one says that it is the last
    bool open = false;    // "etc.", "such as", "including": more may follow
};

class List {
  public:
    List(const TextView& view, const Sentence& sentence)
        : m_view(view)
        , m_sentence(sentence) {}

    // Items from `begin` up to a closing mark or the end of the sentence.
    Listed read(std::size_t begin, char32_t close) const {
        Listed list;
        constexpr int longestItem = 14; // weight
        int weight = 0;
        bool name = false;
        bool any = false;
        std::int64_t inner = 1; // "two amounts, a span and a rate" are four
        const auto endItem = [&] {
            if (!any)
                return;
            list.items += static_cast<std::size_t>(inner);
            list.names = list.names && name;
            weight = 0;
            name = any = false;
            inner = 1;
        };
        for (std::size_t i = begin; i < m_sentence.end; ++i) {
            const Token& t = m_view.text.tokens[i];
            const std::string_view word = m_view.tokenWords(i);
            list.last = i;
            if (close != 0 && t.mark == close)
                break;
            if (t.mark == U'.' || t.mark == U'。' || t.mark == U';' || t.mark == U'!' || t.mark == U'?')
                break;
            if (close == 0 && (t.mark == U'-' || t.mark == U'(')) {
                list.open = list.open || t.mark == U'(';
                break;
            }
            if (t.mark == U',' || t.mark == U'、') {
                endItem();
                // Chinese says 等 where more could follow and needs no word before the last.
                list.closed = list.closed || t.mark == U'、';
                continue;
            }
            if (t.cues.has(Cue::And)) {
                endItem();
                list.closed = true;
                continue;
            }
            if (word == "etc" || word == "等" || word == "others" || word == "such" || word == "including" ||
                word == "e" || word == "like" || word == "例如" || word == "包括")
                list.open = true;
            if (t.figure >= 0) {
                const std::int64_t count = countOf(m_view.figureAt(i));
                if (!any && count > 0)
                    inner = count;
                else
                    list.open = true; // a list of figures or of sentences
            }
            any = true;
            weight += t.weight;
            name = name || t.name >= 0;
            if (weight > longestItem)
                list.open = true;
        }
        endItem();
        return list;
    }

  private:
    const TextView& m_view;
    const Sentence& m_sentence;
};

// "The four largest buyers are A, B and C." Only names, and only where the sentence says which is the last;
// "two of the four are A and B" counts others.
void checkNamed(const TextView& view, const Sentence& sentence, std::size_t at, std::size_t equals,
                std::int64_t count, std::vector<Check>& out) {
    const auto& tokens = view.text.tokens;
    if (at > sentence.begin && tokens[at - 1].cues.hasAny({Cue::OfThe, Cue::Of, Cue::Within}))
        return;
    const Listed list = List(view, sentence).read(equals + 1, 0);
    if (list.open || !list.closed || !list.names || list.items < 2)
        return;
    Check check = wordCheck(Rule::Count, list.items == static_cast<std::size_t>(count), "count",
                            {std::to_string(count), std::to_string(list.items)});
    check.face = static_cast<double>(list.items);
    check.statement.push_back(view.evidence(view.tokenSpan(at, std::min(list.last, sentence.end - 1))));
    check.statement.push_back(view.figureEvidence(tokens[at].figure));
    out.push_back(std::move(check));
}

void checkInSentence(const TextView& view, const Sentence& sentence, std::vector<Check>& out) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = view.text.tokens[i];
        const std::int64_t count = token.figure >= 0 ? countOf(view.figureAt(i)) : 0;
        if (count == 0)
            continue;
        // Its noun, then a mark that opens a list.
        std::size_t open = i + 1;
        int weight = 0;
        CueSet between = token.cues;
        bool verb = false;
        std::size_t equals = 0;
        while (open < sentence.end && view.text.tokens[open].mark == 0 && weight <= 16) {
            const Token& t = view.text.tokens[open];
            if (t.figure >= 0)
                break;
            between.add(t.cues);
            verb = verb || t.cues.hasAny({Cue::Equals, Cue::Predict});
            const bool noun = open > i + 1 || view.figureAt(i).dimension == Dimension::Count;
            if (equals == 0 && noun && t.cues.has(Cue::Equals))
                equals = open;
            weight += t.weight;
            ++open;
        }
        if (equals != 0 && !between.has(Cue::Predict))
            checkNamed(view, sentence, i, equals, count, out);
        if (open >= sentence.end || verb)
            continue;
        const char32_t mark = view.text.tokens[open].mark;
        if (mark != U':' && mark != U'(' && mark != U'-')
            continue;
        std::size_t begin = open + 1;
        while (begin < sentence.end && view.text.tokens[begin].mark == mark)
            ++begin;
        const Listed list = List(view, sentence).read(begin, mark == U'(' ? U')' : 0);
        if (list.open || list.items < 2)
            continue;
        const bool agrees = list.items == static_cast<std::size_t>(count);
        // "two sets of certifications (SOC2, HIPAA, GDPR)" counts the sets.
        const bool ofSets = between.has(Cue::SetOf) && !agrees;
        if (!agrees && !ofSets && (!list.closed || mark == U'-' || (mark == U'(' && !list.names)))
            continue;
        Check check = wordCheck(Rule::Count, agrees || ofSets, ofSets ? "counts-sets" : "count",
                                {std::to_string(count), std::to_string(list.items)});
        check.face = static_cast<double>(list.items);
        const std::size_t last = std::min(list.last, sentence.end - 1);
        check.statement.push_back(view.evidence(view.tokenSpan(i, last)));
        check.statement.push_back(view.figureEvidence(token.figure));
        out.push_back(std::move(check));
    }
}

// "three consequences:" at the end of a block, and the items that follow it.
void checkBeforeList(const TextView& view, std::vector<Check>& out) {
    const Article& article = *view.read.article;
    const auto& tokens = view.text.tokens;
    if (tokens.empty() || tokens.back().mark != U':')
        return;
    std::size_t at = tokens.size();
    for (std::size_t i = tokens.size(); i-- > 0 && tokens.size() - i <= 8;)
        if (tokens[i].figure >= 0 && countOf(view.figureAt(i)) > 0) {
            at = i;
            break;
        }
    if (at == tokens.size())
        return;
    std::vector<int> items;
    int level = 0;
    for (std::size_t b = static_cast<std::size_t>(view.text.block) + 1; b < article.blocks.size(); ++b) {
        const Block& block = article.blocks[b];
        if (block.kind != BlockKind::ListItem)
            break;
        if (level == 0)
            level = block.level;
        if (block.level == level)
            items.push_back(static_cast<int>(b));
    }
    if (items.size() < 2)
        return;
    const std::int64_t count = countOf(view.figureAt(at));
    Check check = wordCheck(Rule::Count, items.size() == static_cast<std::size_t>(count), "count",
                            {std::to_string(count), std::to_string(items.size())});
    check.face = static_cast<double>(items.size());
    check.statement.push_back(view.figureEvidence(tokens[at].figure));
    for (const ReadText& text : view.read.texts)
        if (std::ranges::find(items, text.block) != items.end() && !text.tokens.empty()) {
            const TextView item(view.read, text);
            const std::size_t last = std::min<std::size_t>(text.tokens.size() - 1, 5);
            check.statement.push_back(item.evidence(item.tokenSpan(0, last)));
        }
    out.push_back(std::move(check));
}

// "between two giants" with nobody listed: at least so many are named around it.
void checkUnlisted(const TextView& view, const Sentence& sentence, std::vector<Check>& out) {
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        const Token& token = view.text.tokens[i];
        if (token.figure < 0 || i == sentence.begin || view.tokenWords(i - 1) != "between")
            continue;
        const std::int64_t count = countOf(view.figureAt(i));
        if (count == 0 || view.figureAt(i).dimension != Dimension::Count)
            continue;
        std::unordered_set<std::string> parties;
        for (const Token& other : view.text.tokens)
            if (other.name >= 0 && view.read.names->isParty(other.name))
                parties.insert(view.read.names->ownerAt(other.name));
        if (parties.size() < static_cast<std::size_t>(count))
            continue;
        Check check = wordCheck(Rule::Count, true, "named-around");
        check.face = static_cast<double>(parties.size());
        check.statement.push_back(view.figureEvidence(token.figure));
        out.push_back(std::move(check));
    }
}

// How many articles a site counts for a topic, a month and a source: sets of which nothing is known.
void checkSiteCounters(const ReadArticle& read, std::vector<Check>& out) {
    const Article& article = *read.article;
    Check check = cannotTell(Rule::Count, "other-measure");
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (block.kind != BlockKind::TopicEntry && block.kind != BlockKind::ArchiveEntry &&
            block.kind != BlockKind::Navigation)
            continue;
        const bool counts = std::ranges::any_of(block.text, [](char c) { return c >= '0' && c <= '9'; }) &&
                            block.text.find("article") != std::string::npos;
        if (!counts || check.statement.size() >= 8)
            continue;
        Evidence evidence;
        evidence.block = static_cast<int>(i);
        evidence.span = block.span;
        evidence.quote = block.text;
        check.statement.push_back(std::move(evidence));
    }
    if (check.statement.size() >= 2)
        out.push_back(std::move(check));
}

} // namespace

void checkCounts(const ReadArticle& article, std::vector<Check>& out) {
    forEachText(article, [&](const TextView& view) {
        if (view.quantities.empty())
            return;
        for (const Sentence& sentence : view.text.sentences) {
            checkInSentence(view, sentence, out);
            checkUnlisted(view, sentence, out);
        }
        checkBeforeList(view, out);
    });
    checkSiteCounters(article, out);
}

} // namespace parallax::data
