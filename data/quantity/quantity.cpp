// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/quantity.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "data/quantity/amount.h"
#include "data/quantity/first_words.h"
#include "data/quantity/number.h"
#include "data/quantity/period.h"
#include "data/quantity/scale.h"
#include "data/quantity/surroundings.h"
#include "data/quantity/unit.h"

namespace parallax::data {
namespace {

// Reads a text from left to right, once.
class Scanner {
  public:
    Scanner(const FoldedText& text, const QuantityContext& context)
        : m_text(text)
        , m_context(context) {}

    std::vector<Found> run() {
        if (wholeNegative())
            return std::move(m_found);
        std::size_t i = 0;
        while (i < m_text.size())
            i = step(i);
        return std::move(m_found);
    }

  private:
    const FoldedText& m_text;
    const QuantityContext& m_context;
    std::vector<Found> m_found;
    std::size_t m_wordBegin = 0, m_wordEnd = 0; // the last Latin word passed over

    std::size_t take(Found found) {
        absorbYear(found);
        const std::size_t next = std::max(found.resume, found.end);
        m_found.push_back(std::move(found));
        return next;
    }

    // "$20 billion in 2025", "$100 billion by 2028": the year belongs to the figure.
    void absorbYear(Found& found) const {
        auto& q = found.quantity;
        if (q.kind == QuantityKind::Period || q.kind == QuantityKind::Deadline ||
            q.kind == QuantityKind::Duration)
            return;
        std::size_t at = m_text.skipBlanks(found.end);
        if (at == found.end)
            return;
        if (m_text.isWordAt(at, U"in") || m_text.isWordAt(at, U"by"))
            at = m_text.skipBlanks(at + 2);
        else
            return;
        const int year = yearAt(m_text, at);
        if (year == 0 || m_text[at + 4] == U'-' || isLatinLetter(m_text[at + 4]))
            return;
        q.period = std::to_string(year);
        found.periodBegin = m_text.skipBlanks(found.end);
        found.periodEnd = at + 4;
        found.resume = at + 4;
    }

    // ($3.2B) and (5%) alone in a cell are negative, as accountants write.
    bool wholeNegative() {
        std::size_t begin = m_text.skipBlanks(0);
        std::size_t end = m_text.size();
        while (end > begin && m_text[end - 1] == U' ')
            --end;
        if (end < begin + 3 || m_text[begin] != U'(' || m_text[end - 1] != U')')
            return false;
        auto found = amountAt(m_text, begin + 1, m_context);
        if (!found || found->end != end - 1 || found->quantity.sign != 0 ||
            found->quantity.kind != QuantityKind::Scalar)
            return false;
        auto& q = found->quantity;
        if (q.dimension == Dimension::Number && !m_context.cell)
            return false;
        found->begin = begin;
        found->end = found->resume = end;
        q.value = q.value.negated();
        m_found.push_back(std::move(*found));
        return true;
    }

    std::size_t step(std::size_t i) {
        const char32_t c = m_text[i];
        if (isLatinLetter(c))
            return latin(i);
        if (isDigit(c))
            return digit(i);
        switch (c) {
        case U'$':
        case U'€':
        case U'£':
        case U'¥':
        case U'₩':
        case U'₹':
        case 0xB1:
            return amountOrNext(i);
        case U'+':
        case U'-':
            return sign(i);
        case U'<':
        case U'>':
        case U'~':
        case U'≥':
        case U'≤':
            return boundedOrNext(i);
        default:
            return c >= 0x2E80 ? chinese(i) : i + 1;
        }
    }

    std::size_t amountOrNext(std::size_t i) {
        if (auto found = amountAt(m_text, i, m_context))
            return take(std::move(*found));
        return i + 1;
    }

    std::size_t boundedOrNext(std::size_t i) {
        if (auto found = boundedAmountAt(m_text, i, m_context))
            return take(std::move(*found));
        return i + 1;
    }

    // A sign counts at the beginning, after a blank or an opening bracket; elsewhere it joins words.
    std::size_t sign(std::size_t i) {
        const char32_t before = i > 0 ? m_text[i - 1] : U' ';
        if (isLatinLetter(before) || isDigit(before) || before == U')')
            return i + 1;
        if (isDigit(m_text[i + 1]) || m_text[i + 1] == U'$' || m_text[i + 1] == U'€' ||
            m_text[i + 1] == U'£' || m_text[i + 1] == U'¥' || m_text.startsWith(i + 1, U"us$") ||
            m_text.startsWith(i + 1, U"hk$"))
            if (auto found = amountAt(m_text, i, m_context)) {
                if (accepted(*found, i))
                    return take(std::move(*found));
                return std::max(found->end, i + 1);
            }
        return i + 1;
    }

    // Past everything glued to a word or number: GPT-4o, v1.5.0, CVE-2024-3094, 24/7.
    std::size_t skipGlued(std::size_t i) const {
        while (true) {
            const char32_t c = m_text[i];
            if (isLatinLetter(c) || isDigit(c) || c == U'_') {
                ++i;
                continue;
            }
            const char32_t next = m_text[i + 1];
            const bool joins = c == U'-' || c == U'.' || c == U'/' || c == U'\'';
            if (joins && (isDigit(next) || (isLatinLetter(next) && c != U'/'))) {
                ++i;
                continue;
            }
            return i;
        }
    }

    std::size_t latin(std::size_t i) {
        std::size_t end = i;
        if (mayBeginFigure(m_text, i, end)) {
            if (auto found = deadlineAt(m_text, i, m_context))
                return take(std::move(*found));
            if (auto found = periodAt(m_text, i, m_context, false))
                return take(std::move(*found));
            if (auto found = boundedAmountAt(m_text, i, m_context)) {
                if (accepted(*found, i))
                    return take(std::move(*found));
            } else if (auto multiplier = multiplierAt(m_text, i)) {
                return take(std::move(*multiplier));
            }
        }
        const std::size_t next = skipGlued(end);
        m_wordBegin = i;
        m_wordEnd = next;
        return std::max(next, i + 1);
    }

    std::size_t digit(std::size_t i) {
        if (isListNumber(i) || isOddNumber(i))
            return std::max(skipGlued(i), i + 1);
        if (auto found = deadlineAt(m_text, i, m_context))
            return take(std::move(*found));
        if (auto found = periodAt(m_text, i, m_context, false))
            return take(std::move(*found));
        auto found = boundedAmountAt(m_text, i, m_context);
        if (!found)
            return std::max(skipGlued(i), i + 1);
        const bool bareYear = found->quantity.dimension == Dimension::Number && found->end == i + 4 &&
                              found->quantity.kind == QuantityKind::Scalar &&
                              found->quantity.bound == Bound::Exact;
        if (bareYear && yearAt(m_text, i) != 0 && isYearHere()) {
            if (auto year = periodAt(m_text, i, m_context, true))
                return take(std::move(*year));
        }
        if (accepted(*found, i))
            return take(std::move(*found));
        return std::max(std::max(skipGlued(i), found->end), i + 1);
    }

    bool isYearHere() const {
        if (m_context.date || !m_context.cell)
            return true;
        return m_context.columnHeader.empty() && m_context.rowHeader.empty();
    }

    // "1. Technical debt", "2) …" at the beginning of a line
    bool isListNumber(std::size_t i) const {
        std::size_t before = i;
        while (before > 0 && m_text[before - 1] == U' ')
            --before;
        if (before > 0 && m_text[before - 1] != U'\n')
            return false;
        std::size_t end = i;
        while (isDigit(m_text[end]) && end - i < 4)
            ++end;
        const char32_t c = m_text[end];
        if (c == U'、')
            return true;
        return (c == U'.' || c == U')') &&
               (m_text[end + 1] == U' ' || m_text[end + 1] == 0 || m_text[end + 1] == U'\n') &&
               end - i <= 2 && (c != U'.' || m_text[end + 1] != 0);
    }

    // 24/7, 401(k), 5G, 3D: digits of a name
    bool isOddNumber(std::size_t i) const {
        std::size_t end = i;
        while (isDigit(m_text[end]))
            ++end;
        const char32_t c = m_text[end];
        if (c == U'(' && isLatinLetter(m_text[end + 1]) && m_text[end + 2] == U')')
            return true;
        if (c == U'/' && isDigit(m_text[end + 1]))
            return !periodAt(m_text, i, m_context, false).has_value();
        return false;
    }

    // A bare number is taken unless it is a name's part: Windows 11, Claude 3.5, Section 230, 5G.
    bool accepted(const Found& found, std::size_t i) const {
        const auto& q = found.quantity;
        const char32_t next = m_text[found.end];
        const char32_t last = m_text[found.end - 1];
        if ((isLatinLetter(next) && (isLatinLetter(last) || isDigit(last))) ||
            (next == U'.' && isDigit(m_text[found.end + 1])))
            return false;
        const char32_t before = i > 0 ? m_text[i - 1] : U' ';
        if (isDigit(m_text[i]) && (isLatinLetter(before) || before == U'_' || before == U'#'))
            return false;
        const bool word = isLatinLetter(m_text[i]);
        if (q.spelled && q.dimension == Dimension::Number && q.kind == QuantityKind::Scalar)
            return !word || wholeText(found) || spelledEnough(found);
        if (q.dimension == Dimension::Number && q.kind != QuantityKind::Multiplier && afterName(i))
            return false;
        if (next == U'-' && isLatinLetter(m_text[found.end + 1]) && q.dimension == Dimension::Number)
            return false;
        // "one cloud" is hardly a count, "two clouds" is.
        return !(q.spelled && q.dimension == Dimension::Count && q.value.digits == 1 &&
                 q.value.exponent == 0 && word);
    }

    bool wholeText(const Found& found) const {
        return m_text.skipBlanks(0) == found.begin && m_text.skipBlanks(found.end) >= m_text.size();
    }

    bool spelledEnough(const Found& found) const {
        // "three" alone is no figure; "one hundred and thirty-four" is.
        const auto number = numberAt(m_text, found.begin);
        return number && number->numerals >= 2;
    }

    // Right behind a capitalised word: part of its name. Not at a sentence's usual beginnings.
    bool afterName(std::size_t i) const {
        std::size_t before = i;
        while (before > 0 && m_text[before - 1] == U' ')
            --before;
        if (before == i || m_wordEnd != before || i - before > 1)
            return false;
        static constexpr std::array<std::u32string_view, 14> ordinary{
            U"in", U"by",   U"from", U"to",   U"the",  U"a",    U"at",
            U"of", U"with", U"and",  U"only", U"just", U"than", U"total"};
        for (const auto word : ordinary)
            if (m_text.isWordAt(m_wordBegin, word) && m_wordEnd - m_wordBegin == word.size())
                return false;
        return isUpper(m_text[m_wordBegin]) || isDigit(m_text[m_wordEnd - 1]);
    }

    std::size_t chinese(std::size_t i) {
        const char32_t c = m_text[i];
        const bool numeral = isChineseNumeral(c);
        if (!numeral && !mayBeginChinese(c))
            return i + 1;
        if (auto found = deadlineAt(m_text, i, m_context))
            return take(std::move(*found));
        if (auto found = periodAt(m_text, i, m_context, false))
            return take(std::move(*found));
        if (auto found = multiplierAt(m_text, i))
            return take(std::move(*found));
        auto found = boundedAmountAt(m_text, i, m_context);
        if (!found)
            return i + 1;
        if (chineseAccepted(*found, i))
            return take(std::move(*found));
        // 一些, 十分, 百度: words, not figures.
        return i + 1;
    }

    static bool mayBeginChinese(char32_t c) {
        constexpr std::u32string_view starts = U"上不至超逾约大近将接高低最少人新台港美日欧英韩百千负年月同环"
                                               U"下增成减降缩提衰跌翻腰介未自从民今明去后单";
        return starts.find(c) != std::u32string_view::npos;
    }

    // Numerals in characters count with a unit, or alone in the text, or when a scale makes them plain.
    bool chineseAccepted(const Found& found, std::size_t i) const {
        const auto& q = found.quantity;
        if (!q.spelled)
            return true;
        if (wholeText(found))
            return q.dimension != Dimension::Number || !single(found);
        const auto number = numberAt(m_text, found.begin);
        const int numerals = number ? number->numerals : 2;
        if (q.dimension == Dimension::Number)
            return numerals >= 3 && number && number->scaled && q.kind == QuantityKind::Scalar;
        // 一家, 一個: an article more than a count; 十年 after 近 or with more numerals is fine.
        if (numerals == 1 && (m_text[i] == U'一'))
            return q.dimension == Dimension::Currency || q.dimension == Dimension::Ratio;
        // 百家, 千萬人: bare units begin words (百家爭鳴); they need a digit.
        if (numerals == 1 && number && number->scaled && q.bound == Bound::Exact)
            return q.dimension == Dimension::Currency || q.dimension == Dimension::Ratio;
        return true;
    }

    bool single(const Found& found) const { return found.end - found.begin == 1; }
};

} // namespace

bool isMissing(std::string_view cell) {
    static constexpr std::array<std::string_view, 18> words{
        "n/a",     "na",          "n.a.",          "tbd",           "tba",  "none",
        "unknown", "undisclosed", "not disclosed", "not available", "nil",  "未披露",
        "未公布",  "未公開",      "未公开",        "不詳",          "不详", "無"};
    const auto text = trim(cell);
    if (text.empty() || text == "-" || text == "—" || text == "–" || text == "--" || text == "…" ||
        text == "?")
        return true;
    std::string lowerCase(text);
    for (char& c : lowerCase)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const auto word : words)
        if (lowerCase == word)
            return true;
    return false;
}

std::vector<Quantity> parseQuantities(std::string_view text, const QuantityContext& context) {
    if (isMissing(text))
        return {};
    const FoldedText folded(text);
    auto found = Scanner(folded, context).run();
    readSurroundings(folded, found);
    inheritUnits(found, context);
    std::vector<Quantity> quantities;
    quantities.reserve(found.size());
    for (auto& item : found) {
        item.quantity.span = folded.bytes(item.begin, item.end);
        if (item.hedgeEnd > item.hedgeBegin)
            item.quantity.hedgeSpan = folded.bytes(item.hedgeBegin, item.hedgeEnd);
        if (item.periodEnd > item.periodBegin)
            item.quantity.periodSpan = folded.bytes(item.periodBegin, item.periodEnd);
        quantities.push_back(std::move(item.quantity));
    }
    return quantities;
}

} // namespace parallax::data
