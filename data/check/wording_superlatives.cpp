// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <vector>

#include "data/check/rules.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

constexpr CueSet superlatives = {Cue::Most,  Cue::Least, Cue::Fast, Cue::Slow,
                                 Cue::Cheap, Cue::Dear,  Cue::Leads};

// One superlative of a sentence, as far as it can be bound to a row and a series.
struct Claim {
    RowMention subject;
    std::size_t token = 0;
    std::vector<const Series*> series; // any of them may be meant
    bool highest = true;
};

class Finder {
  public:
    Finder(const TextView& view, const TableWords& table, const Sentence& sentence)
        : m_view(view)
        , m_table(table)
        , m_sentence(sentence)
        , m_mentions(table.mentions(view.block.text, sentence.span)) {}

    std::vector<Claim> claims() const {
        std::vector<Claim> found;
        if (m_mentions.empty() || m_view.has(m_sentence, Cue::If))
            return found;
        for (std::size_t i = m_sentence.begin; i < m_sentence.end; ++i) {
            const Token& token = m_view.text.tokens[i];
            if (token.figure >= 0 || !token.cues.hasAny(superlatives) || !isSuperlative(i))
                continue;
            Claim claim;
            claim.token = i;
            if (bindSubject(claim) && bindSeries(claim))
                found.push_back(claim);
        }
        return found;
    }

  private:
    const Token& token(std::size_t i) const { return m_view.text.tokens[i]; }
    std::u32string word(std::size_t i) const { return foldedWords(m_view.tokenWords(i)); }
    bool isHan(std::size_t i) const { return static_cast<unsigned char>(m_view.tokenWords(i)[0]) >= 0xE3; }

    // "the largest", "grows fastest", 最大; not "most customers", "its largest investor", "the second
    // largest".
    bool isSuperlative(std::size_t i) const {
        const CueSet cues = token(i).cues;
        const std::size_t begin = i > m_sentence.begin + 4 ? i - 4 : m_sentence.begin;
        for (std::size_t k = begin; k < i; ++k) {
            if (token(k).cues.has(Cue::Negation))
                return false;
            const std::u32string text = word(k);
            for (const std::u32string_view other :
                 {U"second", U"third", U"one", U"among", U"第二", U"第三", U"之一"})
                if (text == other)
                    return false;
        }
        if (cues.has(Cue::Leads) || isHan(i))
            return true;
        const std::u32string before = i > m_sentence.begin ? word(i - 1) : U"";
        if (cues.hasAny({Cue::Fast, Cue::Slow}) && i > m_sentence.begin &&
            token(i - 1).cues.hasAny({Cue::Rise, Cue::Fall}))
            return true;
        return before == U"the" || before == U"far";
    }

    // The row named last before it; or "the biggest winner is AWS".
    bool bindSubject(Claim& claim) const {
        const std::size_t at = token(claim.token).span.begin;
        const RowMention* before = nullptr;
        const RowMention* after = nullptr;
        for (const RowMention& mention : m_mentions) {
            if (mention.span.end <= at)
                before = &mention;
            else if (mention.span.begin > at && after == nullptr)
                after = &mention;
        }
        constexpr std::size_t farthest = 80; // bytes: about a dozen words
        if (before != nullptr && at - before->span.end <= farthest && !listed(*before, at)) {
            claim.subject = *before;
            return true;
        }
        if (before == nullptr && after != nullptr && after->span.begin - at <= farthest / 2)
            for (std::size_t i = claim.token; i < m_sentence.end && token(i).span.begin < after->span.begin;
                 ++i)
                if (token(i).cues.has(Cue::Equals)) {
                    claim.subject = *after;
                    return true;
                }
        return false;
    }

    // "A and B have the largest": two rows share what follows.
    bool listed(const RowMention& mention, std::size_t at) const {
        for (const RowMention& other : m_mentions) {
            if (other.row == mention.row || other.span.end > mention.span.begin ||
                mention.span.begin - other.span.end > 8 || other.span.begin > at)
                continue;
            const std::string_view between = std::string_view(m_view.block.text)
                                                 .substr(other.span.end, mention.span.begin - other.span.end);
            for (const std::string_view mark : {"and", "&", ",", "與", "与", "和", "及", "、"})
                if (between.find(mark) != std::string_view::npos)
                    return true;
        }
        return false;
    }

    // Tokens around the superlative up to the next clause, with a cue.
    bool near(std::size_t i, CueSet cues, std::size_t before, std::size_t after) const {
        for (std::size_t k = i, steps = 0; k-- > m_sentence.begin && steps < before; ++steps) {
            if (token(k).mark == U',' || token(k).mark == U';')
                break;
            if (token(k).cues.hasAny(cues))
                return true;
        }
        for (std::size_t k = i + 1; k < m_sentence.end && k <= i + after; ++k) {
            if (token(k).mark == U',' || token(k).mark == U';' || word(k) == U"and")
                break;
            if (token(k).cues.hasAny(cues))
                return true;
        }
        return false;
    }

    void addKind(Claim& claim, Series::Kind kind) const {
        for (const Series& series : m_table.series())
            if (series.kind == kind && (kind != Series::Kind::Level || isCurrent(series)))
                claim.series.push_back(&series);
    }

    // Where there is an old and a new level, the new one is spoken of.
    bool isCurrent(const Series& series) const {
        return m_table.nextColumn() < 0 || series.column != m_table.baseColumn();
    }

    // A level whose header says what the words after the superlative say.
    void addNamed(Claim& claim) const {
        for (std::size_t k = claim.token + 1; k < m_sentence.end && k <= claim.token + 4; ++k) {
            if (token(k).mark != 0 || token(k).figure >= 0)
                break;
            addNamedBy(claim, k);
        }
        if (claim.series.empty() && endsClause(claim.token))
            addSubjectOf(claim);
        // Two columns of that name: which one is a guess.
        if (claim.series.size() > 1)
            claim.series.clear();
    }

    void addNamedBy(Claim& claim, std::size_t k) const {
        const Token& t = token(k);
        const std::u32string text = word(k);
        for (const Series& series : m_table.series()) {
            if (series.kind != Series::Kind::Level || !isCurrent(series))
                continue;
            const bool measure = t.measure >= 0 && t.measure == series.measure;
            const bool header =
                text.size() >= (isHan(k) ? 2U : 4U) && series.header.find(text) != std::u32string::npos;
            if ((measure || header) && std::ranges::find(claim.series, &series) == claim.series.end())
                claim.series.push_back(&series);
        }
    }

    bool endsClause(std::size_t i) const {
        return i + 1 >= m_sentence.end || (token(i + 1).mark != 0 && token(i + 1).figure < 0);
    }

    // "AWS's revenue is the highest": the measure right behind its subject.
    void addSubjectOf(Claim& claim) const {
        std::vector<std::size_t> between;
        for (std::size_t k = claim.token; k-- > m_sentence.begin;) {
            const Token& t = token(k);
            if (t.span.begin < claim.subject.span.end)
                break;
            if (t.figure >= 0 || (t.mark != 0 && t.mark != U'\'') || between.size() >= 3)
                return;
            if (t.mark == 0 && !isFunctionWord(k))
                between.push_back(k);
        }
        // "revenue per customer", "revenue growth" are other measures.
        if (between.size() == 1)
            addNamedBy(claim, between.front());
    }

    bool isFunctionWord(std::size_t k) const {
        static constexpr auto words =
            std::to_array<std::u32string_view>({U"s", U"'s", U"is", U"are", U"was", U"were", U"the",
                                                U"remains", U"by", U"far", U"的", U"是", U"为"});
        return std::ranges::find(words, std::u32string_view(word(k))) != words.end();
    }

    void addDimension(Claim& claim, std::initializer_list<Dimension> dimensions) const {
        for (const Series& series : m_table.series())
            if (series.kind == Series::Kind::Level && isCurrent(series) &&
                std::ranges::find(dimensions, series.dimension) != dimensions.end())
                claim.series.push_back(&series);
        if (claim.series.size() > 1)
            claim.series.clear();
    }

    bool bindSeries(Claim& claim) const {
        const std::size_t i = claim.token;
        const CueSet cues = token(i).cues;
        claim.highest = !cues.hasAny({Cue::Least, Cue::Slow, Cue::Cheap});
        if (near(i, {Cue::Winner, Cue::Loser}, 0, 3)) {
            claim.highest = near(i, Cue::Winner, 0, 3);
            addKind(claim, Series::Kind::Gain);
            addKind(claim, Series::Kind::Growth);
        } else if (near(i, Cue::Diversified, 0, 2)) {
            addLists(claim);
        } else if (cues.has(Cue::Leads)) {
            addKind(claim, Series::Kind::Level);
            if (m_table.nextColumn() < 0 && claim.series.size() > 1)
                claim.series.clear();
            std::erase_if(claim.series, [&](const Series* series) {
                return m_table.nextColumn() >= 0 && series->column != m_table.nextColumn();
            });
        } else if (cues.hasAny({Cue::Fast, Cue::Slow})) {
            bindSpeed(claim);
        } else if (cues.hasAny({Cue::Cheap, Cue::Dear})) {
            addNamed(claim);
            if (claim.series.empty())
                addDimension(claim, {Dimension::Currency});
        } else if (isBase(i)) {
            for (const Series& series : m_table.series())
                if (series.kind == Series::Kind::Level && series.column == m_table.baseColumn())
                    claim.series.push_back(&series);
        } else if (near(i, {Cue::Rise}, 5, 0)) {
            addKind(claim, Series::Kind::Gain);
            addKind(claim, Series::Kind::Growth);
        } else if (near(i, {Cue::ChangeNoun, Cue::Rise}, 0, 2)) {
            addKind(claim, Series::Kind::Gain);
            addKind(claim, Series::Kind::Growth);
        } else {
            addNamed(claim);
        }
        return !claim.series.empty();
    }

    bool isBase(std::size_t i) const {
        if (m_table.baseColumn() < 0)
            return false;
        for (std::size_t k = i + 1; k < m_sentence.end && k <= i + 3; ++k) {
            const std::u32string text = word(k);
            if (text == U"base" || text == U"基" || text == U"基数" || text == U"基期")
                return true;
        }
        return false;
    }

    void bindSpeed(Claim& claim) const {
        const bool fast = token(claim.token).cues.has(Cue::Fast);
        if (near(claim.token, {Cue::Rise, Cue::Fall}, 2, 0)) {
            claim.highest = fast == near(claim.token, Cue::Rise, 2, 0);
            addKind(claim, Series::Kind::Growth);
            return;
        }
        addNamed(claim);
        if (claim.series.empty())
            addDimension(claim, {Dimension::Time});
        if (claim.series.empty())
            addDimension(claim, {Dimension::Rate});
        if (!claim.series.empty())
            claim.highest = fast == (claim.series.front()->dimension != Dimension::Time);
    }

    void addLists(Claim& claim) const {
        for (const Series& series : m_table.series())
            if (series.kind == Series::Kind::Length) {
                const auto& column = static_cast<std::size_t>(series.column);
                const bool names = std::ranges::any_of(m_table.table().cells, [&](const auto& row) {
                    return column < row.size() &&
                           std::ranges::any_of(row[column].entities, [&](const std::string& entity) {
                               const int id = m_view.read.names->find(entity);
                               return id >= 0 && m_view.read.names->isParty(id);
                           });
                });
                if (names)
                    claim.series.push_back(&series);
            }
        if (claim.series.size() > 1)
            claim.series.resize(1);
    }

    const TextView& m_view;
    const TableWords& m_table;
    const Sentence& m_sentence;
    std::vector<RowMention> m_mentions;
};

enum class Standing { Unknown, First, Tied, Behind };

Standing standingOf(const Series& series, const TableWords& table, int subject, bool highest) {
    const auto row = static_cast<std::size_t>(subject);
    if (row >= series.values.size() || !series.values[row])
        return Standing::Unknown;
    const double own = *series.values[row];
    Standing standing = Standing::First;
    bool rivals = false;
    for (std::size_t other = 0; other < series.values.size(); ++other) {
        if (other == row || !series.values[other] || !table.isItem(other))
            continue;
        rivals = true;
        const double value = *series.values[other];
        if (value == own)
            standing = std::max(standing, Standing::Tied);
        else if ((value > own) == highest)
            return Standing::Behind;
    }
    return rivals ? standing : Standing::Unknown;
}

} // namespace

void checkSuperlatives(const TextView& view, const TableWords& table, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences)
        for (const Claim& claim : Finder(view, table, sentence).claims()) {
            Standing best = Standing::Behind;
            Standing worst = Standing::First;
            bool known = false;
            for (const Series* const series : claim.series) {
                const Standing standing = standingOf(*series, table, claim.subject.row, claim.highest);
                if (standing == Standing::Unknown)
                    continue;
                known = true;
                best = std::min(best, standing);
                worst = std::max(worst, standing);
            }
            if (!known || (best == Standing::First && worst != Standing::First && claim.series.size() == 1))
                continue;
            Check check = wordCheck(Rule::Superlative, best == Standing::First,
                                    best == Standing::Tied ? "tie" : "not-first");
            std::size_t last = claim.token;
            while (last + 1 < sentence.end && last < claim.token + 4 &&
                   view.text.tokens[last + 1].mark == 0 && view.text.tokens[last + 1].figure < 0)
                ++last;
            const Span own = claim.subject.span;
            const Span words = view.tokenSpan(claim.token, last);
            check.statement.push_back(
                view.evidence({std::min(own.begin, words.begin), std::max(own.end, words.end)}));
            const Series& series = *claim.series.front();
            check.statement.push_back(table.cell(claim.subject.row, series.column));
            check.face = series.values[static_cast<std::size_t>(claim.subject.row)];
            constexpr std::size_t mostRivals = 6;
            for (std::size_t row = 0; row < series.values.size() && check.statement.size() < mostRivals;
                 ++row)
                if (static_cast<int>(row) != claim.subject.row && series.values[row] && table.isItem(row))
                    check.statement.push_back(table.cell(static_cast<int>(row), series.column));
            out.push_back(std::move(check));
        }
}

} // namespace parallax::data
