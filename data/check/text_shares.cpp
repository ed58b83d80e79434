// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares of one whole that a sentence lists to the last: "45% for A, 30% for B, and 25% for the others".
#include <algorithm>
#include <array>

#include "data/check/clause.h"
#include "data/check/rules.h"
#include "data/check/text_checks.h"

namespace parallax::data {
namespace {

// "15% for others", "其他占 15%": a share of what is left, which closes the list. "Among others, 45%" names
// none.
bool isOfTheRest(const TextView& view, const Sentence& sentence, Span share) {
    static constexpr std::array<std::string_view, 11> rest = {
        "others", "Others", "other ", "remaining", "rest", "其他", "其它", "其餘", "其余", "余下", "剩餘"};
    constexpr std::size_t reach = 24; // bytes
    const std::size_t begin = std::max(sentence.span.begin, share.begin > reach ? share.begin - reach : 0);
    const std::size_t end = std::min(sentence.span.end, share.end + reach);
    std::string_view before = view.words({begin, share.begin});
    std::string_view after = view.words({share.end, end});
    for (const std::string_view comma : {",", "，", "、"}) {
        if (const std::size_t at = before.rfind(comma); at != std::string_view::npos)
            before.remove_prefix(at + comma.size());
        after = after.substr(0, after.find(comma));
    }
    return std::ranges::any_of(rest, [&](std::string_view word) {
        return before.find(word) != std::string_view::npos || after.find(word) != std::string_view::npos;
    });
}

// Changes, conditions and second lists: which percentages are parts of which whole is then a guess.
bool saysMore(const TextView& view, const Sentence& sentence) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = view.text.tokens[i];
        if (token.mark == U';' || token.cues.hasAny({Cue::Rise, Cue::Fall, Cue::Base, Cue::Cagr, Cue::If,
                                                     Cue::YearOnYear, Cue::Respectively}))
            return true;
    }
    return false;
}

} // namespace

void checkShareLists(const TextView& view, std::vector<Check>& out) {
    constexpr std::size_t fewest = 3;
    constexpr double leastOfWhole = 80, mostOfWhole = 130;
    if (view.text.ofOther)
        return;
    for (const Sentence& sentence : view.text.sentences) {
        if (!view.has(sentence, Cue::Share) || saysMore(view, sentence))
            continue;
        std::vector<Operand> parts;
        std::vector<Evidence> places;
        bool plain = true;
        bool closed = false;
        for (std::size_t i = sentence.begin; i < sentence.end && plain; ++i) {
            const Token& token = view.text.tokens[i];
            if (token.figure < 0 || isTimeFigure(view.figureAt(i)))
                continue;
            const Quantity& q = view.figureAt(i);
            if (!isPercent(q))
                continue;
            plain = q.kind == QuantityKind::Scalar && q.sign == 0 && q.bound == Bound::Exact && !q.approx &&
                    q.role != Role::Change && q.role != Role::Yoy && q.role != Role::Cagr;
            closed = closed || isOfTheRest(view, sentence, q.span);
            parts.push_back(view.operand(token.figure));
            places.push_back(view.figureEvidence(token.figure));
        }
        if (!plain || !closed || parts.size() < fewest)
            continue;
        Check check = checkShareSum(parts);
        const double sum = check.face.value_or(0);
        if (check.verdict != Verdict::Consistent && (sum < leastOfWhole || sum > mostOfWhole))
            continue;
        check.statement.push_back(view.evidence(sentence.span));
        check.statement.insert(check.statement.end(), places.begin(), places.end());
        out.push_back(std::move(check));
    }
}

} // namespace parallax::data
