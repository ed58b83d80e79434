// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "data/check/clause.h"
#include "data/check/facts.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

int measureIn(std::string_view words) {
    for (const Mention& mention : mentionsOf(words, wordIndex()))
        if (kindOfMeasure(mention.sense.measure) != MeasureKind::None)
            return mention.sense.measure;
    return -1;
}

bool says(std::string_view words, Cue cue) {
    return std::ranges::any_of(mentionsOf(words, wordIndex()),
                               [&](const Mention& mention) { return mention.sense.cues.has(cue); });
}

// The word right before the measure: "AI" of "AI revenue by provider".
std::string narrowingIn(std::string_view words, int measure) {
    for (const Mention& mention : mentionsOf(words, wordIndex()))
        if (mention.sense.measure == measure) {
            std::string_view before = words.substr(0, mention.span.begin);
            while (before.ends_with(' '))
                before.remove_suffix(1);
            const std::size_t at = before.find_last_of(' ');
            before = at == std::string_view::npos ? before : before.substr(at + 1);
            const bool latin = !before.empty() && std::ranges::all_of(before, [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            });
            return latin ? std::string(before) : std::string();
        }
    return {};
}

class TableFacts {
  public:
    TableFacts(const ReadArticle& read, int index)
        : m_read(read)
        , m_source(read.article->tables[static_cast<std::size_t>(index)])
        , m_table(read.tables[static_cast<std::size_t>(index)])
        , m_index(index) {}

    void read(std::vector<Fact>& out) const {
        const std::string& caption = m_table.caption;
        for (std::size_t row = 0; row < m_table.cells.size(); ++row) {
            if (row < m_table.rowRoles.size() && m_table.rowRoles[row] != RowRole::Item)
                continue;
            for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
                const Quantity* const level = levelOf(m_table, row, c);
                if (level == nullptr || level->dimension != Dimension::Currency || level->per ||
                    level->bound == Bound::Vague)
                    continue;
                const std::string header = c < m_table.header.size() ? m_table.header[c] : std::string();
                if (says(header, Cue::Each))
                    continue; // per MW, per year
                Fact fact;
                fact.quantity = *level;
                fact.evidence =
                    cellEvidence(*m_read.article, m_index, static_cast<int>(row), static_cast<int>(c));
                if (readDeal(fact, row, c, header, caption) || readLevel(fact, row, c, header, caption))
                    out.push_back(std::move(fact));
            }
        }
    }

  private:
    // A row that names two parties, or three with a product, and says what kind of deal it was.
    bool readDeal(Fact& fact, std::size_t row, std::size_t column, const std::string& header,
                  const std::string& caption) const {
        std::vector<std::string> parties;
        int measure = kindOfMeasure(measureIn(header)) == MeasureKind::Deal ? measureIn(header) : -1;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            const std::string_view words = wordsOf(m_source, m_table, row, c);
            if (c == column || words.empty())
                continue;
            const int name = m_read.names->find(words);
            if (name >= 0 && m_read.names->isParty(name))
                parties.push_back(m_read.names->ownerAt(name));
            if (measure < 0 && kindOfMeasure(measureIn(words)) == MeasureKind::Deal)
                measure = measureIn(words);
            if (c < m_table.cells[row].size())
                for (const Quantity& q : m_table.cells[row][c].quantities)
                    if (fact.period.empty() || q.kind == QuantityKind::Duration ||
                        q.dimension == Dimension::Power) {
                        addDetail(fact, q);
                        if (fact.period.empty())
                            fact.period = periodOf(q);
                    }
            fact.tranche = fact.tranche || (c > column && says(words, Cue::Tranche));
            fact.cumulative = fact.cumulative || says(words, Cue::Cumulative);
        }
        if (measure < 0 && kindOfMeasure(measureIn(caption)) == MeasureKind::Deal)
            measure = measureIn(caption);
        std::ranges::sort(parties);
        const auto [first, last] = std::ranges::unique(parties);
        parties.erase(first, last);
        // "Profile of X": the article's subject is the other party.
        if (parties.size() == 1)
            if (const std::string other = partyOf(caption); !other.empty() && other != parties.front())
                parties.push_back(other);
        if (measure < 0 || parties.size() != 2)
            return false;
        nameDeal(fact, measure, std::move(parties));
        return true;
    }

    std::string partyOf(std::string_view words) const {
        for (const WordIndex* const index : {&wordIndex(), &m_read.names->own()})
            for (const Mention& mention : mentionsOf(words, *index))
                if (mention.sense.name >= 0 && m_read.names->isParty(mention.sense.name))
                    return m_read.names->ownerAt(mention.sense.name);
        return {};
    }

    bool readLevel(Fact& fact, std::size_t row, std::size_t column, const std::string& header,
                   const std::string& caption) const {
        const int name = row < m_table.rowLabels.size() ? m_read.names->find(m_table.rowLabels[row]) : -1;
        if (name < 0 || !m_read.names->isParty(name))
            return false;
        fact.period = m_table.columns[column].period;
        int measure = measureIn(header);
        std::string narrowing = measure >= 0 ? narrowingIn(header, measure) : std::string();
        if (measure < 0) {
            measure = measureIn(caption);
            narrowing = measure >= 0 ? narrowingIn(caption, measure) : std::string();
        }
        if (kindOfMeasure(measure) != MeasureKind::Level || fact.period.empty() ||
            m_table.columns[column].role == ColumnRole::Change)
            return false;
        for (const std::string_view percent : {"market share", "return"})
            if (measures()[static_cast<std::size_t>(measure)].name == percent)
                return false;
        fact.subject = m_read.names->nameAt(name);
        fact.measure = measureName(measure, narrowing == "Reported" ? "" : narrowing);
        return true;
    }

    const ReadArticle& m_read;
    const Table& m_source;
    const TypedTable& m_table;
    int m_index;
};

} // namespace

void factsOfTable(const ReadArticle& article, int table, std::vector<Fact>& out) {
    constexpr std::size_t mostRows = 5000; // more is data, not statements
    if (article.tables[static_cast<std::size_t>(table)].cells.size() <= mostRows)
        TableFacts(article, table).read(out);
}

} // namespace parallax::data
