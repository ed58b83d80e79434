// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/restatements.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "data/check/rules.h"
#include "data/check/verdict.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

bool takeAny(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    return false;
}

void leaveBlanks(std::string_view& text) {
    while (takeAny(text, {" ", "\t", "\n", "　", "\xC2\xA0"})) {
    }
}

// How the words between two figures join them: "(", or ", 即".
enum class Join { None, Parenthesis, OtherWords };

Join joinOf(std::string_view between, std::string_view after) {
    leaveBlanks(between);
    Join join = Join::None;
    if (takeAny(between, {"(", "（"}))
        join = Join::Parenthesis;
    else if (takeAny(between, {",", "，"}))
        join = Join::OtherWords;
    leaveBlanks(between);
    const bool words = takeAny(between, {"也就是", "相當於", "相当于", "折合", "約合", "约合", "即", "合",
                                         "約", "约", "i.e.,", "i.e.", "equivalent to", "about",
                                         "approximately", "roughly", "~", "≈", "or "});
    leaveBlanks(between);
    if (!between.empty() || join == Join::None || (join == Join::OtherWords && !words))
        return Join::None;
    leaveBlanks(after);
    if (join == Join::Parenthesis && !takeAny(after, {")", "）"}))
        return Join::None;
    return join;
}

// Money in one currency, stated to its last digit.
bool isSameMoney(const Quantity& a, const Quantity& b) {
    const auto isFirm = [](const Quantity& q) {
        return q.dimension == Dimension::Currency && q.kind == QuantityKind::Scalar && !q.unit.empty() &&
               q.bound == Bound::Exact && q.sign == 0 && q.value.digits > 0;
    };
    const auto per = [](const Quantity& q) { return q.per ? q.per->unit : std::string(); };
    return isFirm(a) && isFirm(b) && a.unit == b.unit && per(a) == per(b);
}

// The power of ten that two amounts are apart, within their rounding; 0 where there is none.
int powerBetween(const Operand& a, const Operand& b) {
    const Reading x = readingOf(a);
    const Reading y = readingOf(b);
    const Reading& large = x.face > y.face ? x : y;
    const Reading& small = x.face > y.face ? y : x;
    const int power = static_cast<int>(std::lround(std::log10(large.face / small.face)));
    if (power <= 0)
        return 0;
    const double factor = std::pow(10.0, power);
    return distance(multiply(small.strict, {factor, factor}), large.strict) > 0 ? 0 : power;
}

// One amount written twice. Only where both scripts write it is it surely one: "$12 billion ($11 billion)"
// may be this year and the last.
std::optional<Check> restated(const Operand& a, const Operand& b, bool twoScripts) {
    Check check = checkSameFact(a, b);
    if (check.verdict == Verdict::Inconsistent) {
        const int power = powerBetween(a, b);
        constexpr int thousand = 3;
        if (power == 0 && !twoScripts)
            return std::nullopt;
        if (power != 0 && !twoScripts && power < thousand)
            return std::nullopt;
        if (power != 0) {
            check.rule = Rule::Scale;
            check.cause = "scale";
            check.reasonArgs = {std::to_string(power)};
        }
        if (power == 0 || !twoScripts)
            makeAmber(check);
        check.reason = "stated-differently";
        return check;
    }
    if (!twoScripts || check.verdict != Verdict::Consistent)
        return std::nullopt;
    return check;
}

class CellPairs {
  public:
    CellPairs(const ReadArticle& read, std::size_t table)
        : m_article(*read.article)
        , m_source(read.article->tables[table])
        , m_table(read.tables[table])
        , m_index(static_cast<int>(table)) {}

    // "580億美元（$58B）" in one cell.
    void withinCells(std::vector<Check>& out) const {
        for (std::size_t row = 0; row < m_table.cells.size(); ++row)
            for (std::size_t c = 0; c < m_table.cells[row].size(); ++c) {
                const auto& quantities = m_table.cells[row][c].quantities;
                const std::string_view words = wordsOf(m_source, m_table, row, c);
                for (std::size_t k = 0; k + 1 < quantities.size(); ++k)
                    if (const Restatement pair{quantities[k], quantities[k + 1]}; pair.standsIn(words))
                        if (auto check = pair.check(words)) {
                            const Evidence cell = evidence(row, c);
                            check->statement = {cell, cell};
                            out.push_back(std::move(*check));
                        }
            }
    }

    // Two columns that write the same amounts, one in each script: most rows agree.
    void acrossColumns(std::vector<Check>& out) const {
        constexpr std::size_t mostColumns = 24;
        const std::size_t columns = std::min(m_table.columns.size(), mostColumns);
        for (std::size_t a = 0; a < columns; ++a)
            for (std::size_t b = a + 1; b < columns; ++b)
                if (m_table.columns[a].dimension == Dimension::Currency &&
                    m_table.columns[b].dimension == Dimension::Currency)
                    compare(a, b, out);
    }

    static constexpr std::size_t mostRows = 2000;

  private:
    Evidence evidence(std::size_t row, std::size_t column) const {
        return cellEvidence(m_article, m_index, static_cast<int>(row), static_cast<int>(column));
    }

    Operand operand(std::size_t row, std::size_t column) const {
        return operandOf(*levelOf(m_table, row, column), wordsOf(m_source, m_table, row, column));
    }

    void compare(std::size_t a, std::size_t b, std::vector<Check>& out) const {
        std::vector<Check> found;
        std::size_t same = 0, other = 0, rows = 0;
        for (std::size_t row = 0; row < m_table.cells.size(); ++row) {
            const Quantity* const x = levelOf(m_table, row, a);
            const Quantity* const y = levelOf(m_table, row, b);
            if (x == nullptr || y == nullptr || !isSameMoney(*x, *y))
                continue;
            const Operand left = operand(row, a);
            const Operand right = operand(row, b);
            if (!inTwoScripts(left.text, right.text))
                return;
            ++rows;
            auto check = restated(left, right, true);
            if (!check) {
                ++same; // as rounded
                continue;
            }
            same += check->verdict == Verdict::Consistent ? 1 : 0;
            other += check->verdict == Verdict::Inconsistent && check->rule != Rule::Scale ? 1 : 0;
            check->statement = {evidence(row, a), evidence(row, b)};
            found.push_back(std::move(*check));
        }
        constexpr std::size_t fewest = 2;
        if (other == 0 && same >= fewest && same * 3 >= rows * 2)
            std::ranges::move(found, std::back_inserter(out));
    }

    const Article& m_article;
    const Table& m_source;
    const TypedTable& m_table;
    int m_index;
};

} // namespace

bool inTwoScripts(std::string_view a, std::string_view b) {
    // Not any Han character: "約$3 trillion" is written in English.
    const auto isChinese = [](std::string_view text) {
        for (const std::string_view sign : {"億", "亿", "萬", "万", "兆", "元"})
            if (text.find(sign) != std::string_view::npos)
                return true;
        return false;
    };
    return isChinese(a) != isChinese(b);
}

bool Restatement::standsIn(std::string_view text) const {
    if (second.span.begin < first.span.end || second.span.end > text.size() || !isSameMoney(first, second))
        return false;
    const std::string_view between = text.substr(first.span.end, second.span.begin - first.span.end);
    const Join join = joinOf(between, text.substr(second.span.end));
    return join == Join::Parenthesis ||
           (join == Join::OtherWords &&
            inTwoScripts(operandOf(first, text).text, operandOf(second, text).text));
}

std::optional<Check> Restatement::check(std::string_view text) const {
    const Operand a = operandOf(first, text);
    const Operand b = operandOf(second, text);
    return restated(a, b, inTwoScripts(a.text, b.text));
}

void checkRestatements(const ReadArticle& article, std::vector<Check>& out) {
    forEachText(article, [&](const TextView& view) {
        for (std::size_t k = 0; k + 1 < view.quantities.size(); ++k)
            if (const Restatement pair{view.quantities[k], view.quantities[k + 1]};
                pair.standsIn(view.block.text))
                if (auto check = pair.check(view.block.text)) {
                    check->statement = {view.figureEvidence(static_cast<int>(k)),
                                        view.figureEvidence(static_cast<int>(k + 1))};
                    out.push_back(std::move(*check));
                }
    });
    for (std::size_t t = 0; t < article.tables.size(); ++t) {
        if (article.tables[t].cells.size() > CellPairs::mostRows)
            continue;
        const CellPairs pairs(article, t);
        pairs.withinCells(out);
        pairs.acrossColumns(out);
    }
}

} // namespace parallax::data
