// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "data/check/clause.h"
#include "data/check/rules.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

Operand cellOperand(const TableWords& table, int row, int column, const Quantity& quantity,
                    const Article& article) {
    const Table& source = article.tables[static_cast<std::size_t>(table.index())];
    return operandOf(quantity, wordsOf(source, table.table(), static_cast<std::size_t>(row),
                                       static_cast<std::size_t>(column)));
}

// Next over base of a row: +1, 0, −1; nothing where the row has none.
std::optional<int> signOf(const TableWords& table, int row) {
    const auto change = table.changeOf(row);
    if (!change)
        return std::nullopt;
    const double base = faceOfQuantity(*change->first);
    const double next = faceOfQuantity(*change->second);
    return next > base ? 1 : next < base ? -1 : 0;
}

class TakeawayWords {
  public:
    TakeawayWords(const TextView& view, const TableWords& table, const Sentence& sentence,
                  std::vector<Check>& out)
        : m_view(view)
        , m_table(table)
        , m_sentence(sentence)
        , m_out(out) {}

    void check() {
        if (m_view.has(m_sentence, Cue::If))
            return;
        for (std::size_t i = m_sentence.begin; i < m_sentence.end; ++i) {
            measureWords(i);
            direction(i);
            performance(i);
            doubling(i);
            whole(i);
        }
    }

  private:
    const Token& token(std::size_t i) const { return m_view.text.tokens[i]; }

    // The first token after `i` with one of the cues, at most `steps` on, within the clause.
    std::size_t cueAfter(std::size_t i, CueSet cues, std::size_t steps) const {
        for (std::size_t k = i + 1; k < m_sentence.end && k <= i + steps; ++k) {
            if (token(k).mark == U',' || token(k).mark == U';')
                break;
            if (token(k).cues.hasAny(cues))
                return k;
        }
        return m_sentence.end;
    }

    void add(Check check, std::size_t first, std::size_t last, const std::vector<int>& rows) {
        // From the name of whom it is said, where one stands close before.
        std::size_t begin = first;
        for (std::size_t k = first, steps = 0; k-- > m_sentence.begin && steps < 4; ++steps) {
            if (token(k).mark != 0 || token(k).figure >= 0)
                break;
            begin = k;
        }
        std::size_t end = last;
        while (end + 1 < m_sentence.end && end < last + 3 && token(end + 1).mark == 0 &&
               token(end + 1).figure < 0)
            ++end;
        check.statement.push_back(m_view.evidence(m_view.tokenSpan(begin, end)));
        const int column = m_table.changeColumn() >= 0 ? m_table.changeColumn() : m_table.nextColumn();
        for (const int row : rows)
            check.statement.push_back(m_table.cell(row, column));
        m_out.push_back(std::move(check));
    }

    // "the cost remains identical", "improve uptime", "latency falls" against the row of that measure.
    void measureWords(std::size_t i) {
        const Token& t = token(i);
        if (t.measure < 0)
            return;
        const int row = m_table.rowOf(t.measure);
        const auto sign = signOf(m_table, row);
        if (!sign)
            return;
        if (const std::size_t k = cueAfter(i, Cue::Unchanged, 3); k < m_sentence.end) {
            add(wordCheck(Rule::SameFact, *sign == 0, "not-unchanged"), i, k, {row});
            return;
        }
        const int better = measures()[static_cast<std::size_t>(t.measure)].better;
        std::size_t word = i;
        for (std::size_t k = i; k-- > m_sentence.begin && i - k <= 2;)
            if (token(k).cues.hasAny({Cue::Better, Cue::Worse}) && token(k).mark == 0)
                word = k;
        if (word == i)
            if (const std::size_t k = cueAfter(i, {Cue::Better, Cue::Worse}, 2); k < m_sentence.end)
                word = k;
        if (word == i || better == 0 || *sign == 0)
            return;
        const bool improves = token(word).cues.has(Cue::Better);
        add(wordCheck(Rule::Direction, (*sign * better > 0) == improves, "against-direction"),
            std::min(i, word), std::max(i, word), {row});
    }

    // "in 2025", of the column that the row leads to.
    bool isNextPeriod(std::size_t i) const {
        const Token& t = token(i);
        if (t.figure < 0 || m_table.nextColumn() < 0)
            return false;
        const Quantity& q = m_view.figureAt(i);
        const auto& period = m_table.table().columns[static_cast<std::size_t>(m_table.nextColumn())].period;
        return q.kind == QuantityKind::Period && q.granularity == Granularity::Year && q.from.size() >= 4 &&
               period.find(q.from.substr(0, 4)) != std::string::npos;
    }

    bool isAside(std::size_t i) const {
        static constexpr auto asides = std::to_array<std::string_view>(
            {"the",      "The",     "its",           "in",    "In",   "during", "has",  "have",
             "slightly", "sharply", "significantly", "again", "在",   "于",     "於",   "了",
             "已",       "也",      "大幅",          "明顯",  "明显", "略",     "有所", "年"});
        return isNextPeriod(i) ||
               (token(i).figure < 0 && std::ranges::find(asides, m_view.tokenWords(i)) != asides.end());
    }

    // "Latency fell in 2025." and nothing else, against the row of that measure.
    void direction(std::size_t i) {
        const Token& t = token(i);
        if (t.measure < 0)
            return;
        const int row = m_table.rowOf(t.measure);
        const auto sign = signOf(m_table, row);
        if (!sign || *sign == 0)
            return;
        std::size_t verb = m_sentence.end;
        for (std::size_t k = m_sentence.begin; k < m_sentence.end; ++k) {
            const Token& other = token(k);
            if (k == i || isAside(k))
                continue;
            if (k > i && verb == m_sentence.end && other.figure < 0 && other.measure < 0 &&
                other.cues.has(Cue::Rise) != other.cues.has(Cue::Fall) && !other.cues.has(Cue::ChangeNoun)) {
                verb = k;
                continue;
            }
            const bool closes = other.mark == U'.' || other.mark == U'!' || other.mark == 0x3002;
            if (!closes || k + 1 < m_sentence.end)
                return;
        }
        if (verb == m_sentence.end)
            return;
        std::size_t last = m_sentence.end - 1;
        while (last > verb && token(last).mark != 0)
            --last;
        add(wordCheck(Rule::Direction, token(verb).cues.has(Cue::Rise) == (*sign > 0), "against-direction"),
            i, last, {row});
    }

    // "a slight performance degradation": every row of speed must point the same way.
    void performance(std::size_t i) {
        if (!token(i).cues.has(Cue::Performance))
            return;
        std::size_t word = m_sentence.end;
        for (std::size_t k = i > m_sentence.begin + 2 ? i - 2 : m_sentence.begin;
             k < m_sentence.end && k <= i + 2; ++k)
            if (token(k).cues.hasAny({Cue::Better, Cue::Worse}))
                word = k;
        if (word == m_sentence.end)
            return;
        const bool improves = token(word).cues.has(Cue::Better);
        std::vector<int> rows;
        int agree = 0;
        for (std::size_t m = 0; m < measures().size(); ++m) {
            const Measure& measure = measures()[m];
            if (measure.name != "latency" && measure.name != "throughput" && measure.name != "speed")
                continue;
            const int row = m_table.rowOf(static_cast<int>(m));
            const auto sign = signOf(m_table, row);
            if (!sign || *sign == 0)
                continue;
            rows.push_back(row);
            agree += (*sign * measure.better > 0) == improves ? 1 : 0;
        }
        // Some better, some worse: the word takes sides, and may.
        if (rows.empty() || (agree != 0 && agree != static_cast<int>(rows.size())))
            return;
        add(wordCheck(Rule::Direction, agree > 0, "against-direction"), std::min(i, word), std::max(i, word),
            rows);
    }

    // "AWS …, nearly doubling its revenue" against base and next of the row named last.
    void doubling(std::size_t i) {
        const Token& t = token(i);
        if (t.figure < 0 || !t.cues.has(Cue::Doubling) || !isMultiple(m_view.figureAt(i)))
            return;
        for (std::size_t k = m_sentence.begin; k < m_sentence.end; ++k)
            if (k != i && token(k).figure >= 0 && !isTimeFigure(m_view.figureAt(k)) &&
                m_view.figureAt(k).dimension == Dimension::Currency)
                return; // the sentence has its own levels
        const auto mentions = m_table.mentions(m_view.block.text, m_sentence.span);
        const RowMention* subject = nullptr;
        for (const RowMention& mention : mentions)
            if (mention.span.end <= t.span.begin)
                subject = &mention;
        const auto change = subject != nullptr ? m_table.changeOf(subject->row) : std::nullopt;
        const auto multiple = vagueMultipleOf(m_view.tokenWords(i));
        if (!change || !multiple)
            return;
        const Article& article = *m_view.read.article;
        Check check = checkVagueMultiplier(
            *multiple, cellOperand(m_table, subject->row, m_table.baseColumn(), *change->first, article),
            cellOperand(m_table, subject->row, m_table.nextColumn(), *change->second, article));
        std::size_t last = i;
        while (last + 1 < m_sentence.end && token(last + 1).mark == 0 && token(last + 1).figure < 0 &&
               last < i + 4)
            ++last;
        check.statement.push_back(m_view.evidence({subject->span.begin, token(last).span.end}));
        check.statement.push_back(m_table.cell(subject->row, m_table.baseColumn()));
        check.statement.push_back(m_table.cell(subject->row, m_table.nextColumn()));
        m_out.push_back(std::move(check));
    }

    // "the overall market expands": the sums of both columns.
    void whole(std::size_t i) {
        const Token& t = token(i);
        if (!t.cues.has(Cue::Total) || m_table.baseColumn() < 0 || m_table.nextColumn() < 0)
            return;
        const std::size_t market = cueAfter(i, Cue::Revenue, 2);
        if (market == m_sentence.end)
            return;
        const std::size_t verb = cueAfter(market, {Cue::Rise, Cue::Fall}, 3);
        if (verb == m_sentence.end || token(verb).cues.has(Cue::Rise) == token(verb).cues.has(Cue::Fall))
            return;
        double base = 0;
        double next = 0;
        std::size_t counted = 0;
        const TypedTable& table = m_table.table();
        for (std::size_t row = 0; row < table.cells.size(); ++row) {
            if (row < table.rowRoles.size() && table.rowRoles[row] == RowRole::Total)
                continue;
            const auto change = m_table.changeOf(static_cast<int>(row));
            if (!change)
                continue;
            base += faceOfQuantity(*change->first);
            next += faceOfQuantity(*change->second);
            ++counted;
        }
        if (counted < 2 || base == next)
            return;
        Check check =
            wordCheck(Rule::SumTotal, (next > base) == token(verb).cues.has(Cue::Rise), "against-direction");
        check.face = next - base;
        check.unit = table.columns[static_cast<std::size_t>(m_table.nextColumn())].unit;
        add(std::move(check), i, verb, {});
        m_out.back().statement.push_back(m_table.cell(-1, m_table.baseColumn()));
        m_out.back().statement.push_back(m_table.cell(-1, m_table.nextColumn()));
    }

    const TextView& m_view;
    const TableWords& m_table;
    const Sentence& m_sentence;
    std::vector<Check>& m_out;
};

} // namespace

void checkTakeaway(const TextView& view, const TableWords& table, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences)
        TakeawayWords(view, table, sentence, out).check();
}

} // namespace parallax::data
