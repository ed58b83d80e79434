// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a sentence stands by its figures.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "data/check/clause_rate.h"
#include "data/check/rules_words.h"

namespace parallax::data {
namespace {

std::string_view bytesOf(const ClauseText& clause, std::size_t first, std::size_t last) {
    if (first >= last)
        return {};
    const std::size_t begin = clause.text.tokens[first].span.begin;
    return clause.blockText.substr(begin, clause.text.tokens[last - 1].span.end - begin);
}

bool isQuestion(const ClauseText& clause) {
    for (std::size_t i = clause.sentence.end; i-- > clause.sentence.begin;) {
        const char32_t mark = clause.text.tokens[i].mark;
        if (mark == U'?')
            return true;
        if (mark == 0)
            break;
    }
    return false;
}

// "not only doubled" says that it did.
bool isNegation(const ClauseText& clause, std::size_t token) {
    const Token& t = clause.text.tokens[token];
    if (t.figure >= 0 || !t.cues.has(Cue::Negation))
        return false;
    const std::size_t after = std::min(clause.sentence.end, token + 3);
    return !FoldedPhrase(bytesOf(clause, token, after))
                .hasAny({U"not only", U"not just", U"not merely", U"不仅", U"不只", U"不但", U"不止",
                         U"no less", U"no fewer", U"no more"});
}

// Of a level: a word of loss beside it.
bool isLoss(const ClauseText& clause, std::size_t level) {
    std::size_t first = level;
    while (first > clause.sentence.begin && level - first < 4) {
        const Token& t = clause.text.tokens[first - 1];
        if (t.figure >= 0 || t.mark != 0)
            break;
        --first;
    }
    const std::size_t last = std::min(clause.sentence.end, level + 2);
    return FoldedPhrase(bytesOf(clause, first, last))
        .hasAny({U"loss", U"losses", U"deficit", U"亏损", U"净损", U"净亏", U"赤字", U"亏"});
}

// 1e9 of "$27 billion", 1 of "$20"; 0 where no digits stand there.
double writtenScale(const ClauseText& clause, std::size_t level) {
    const Quantity& q = clause.quantity(level);
    std::string digits;
    for (const char c : bytesOf(clause, level, level + 1))
        if ((c >= '0' && c <= '9') || (c == '.' && !digits.empty()))
            digits += c;
        else if (!digits.empty() && c != ',')
            break;
    const double written = std::strtod(digits.c_str(), nullptr);
    return written > 0 ? std::abs(q.value.toDouble()) / written : 0;
}

} // namespace

bool isAcrossZero(const ClauseText& clause, std::size_t levelA, std::size_t levelB) {
    return isLoss(clause, levelA) != isLoss(clause, levelB);
}

bool isScaleInDoubt(const ClauseText& clause, std::size_t levelA, std::size_t levelB) {
    constexpr double thousand = 1000;
    const double first = writtenScale(clause, levelA);
    const double second = writtenScale(clause, levelB);
    if (first <= 0 || second <= 0)
        return false;
    const std::size_t bare = first < second ? levelA : levelB;
    return std::min(first, second) == 1 && std::max(first, second) >= thousand &&
           clause.quantity(bare).value.toDouble() < thousand;
}

bool isAsserted(const ClauseText& clause, std::size_t first, std::size_t last) {
    if (isQuestion(clause))
        return false;
    constexpr std::size_t reach = 5, farthest = 40;
    for (std::size_t i = first > clause.sentence.begin + reach ? first - reach : clause.sentence.begin;
         i <= last; ++i)
        if (isNegation(clause, i))
            return false;
    const std::size_t begin =
        first > clause.sentence.begin + farthest ? first - farthest : clause.sentence.begin;
    for (std::size_t i = begin; i < first; ++i) {
        const Token& t = clause.text.tokens[i];
        if (t.figure < 0 && t.cues.has(Cue::If) && clause.word(i) != "were" && clause.word(i) != "would")
            return false;
    }
    const std::size_t end = std::min(clause.sentence.end, last + farthest);
    if (FoldedPhrase(bytesOf(clause, begin, end))
            .hasAny({U"is false",    U"are false",    U"was false", U"proved false", U"be false",
                     U"falsely",     U"false claim*", U"untrue",    U"is incorrect", U"was incorrect",
                     U"incorrectly", U"is wrong",     U"was wrong", U"are wrong",    U"wrongly",
                     U"misleading",  U"inaccurate",   U"myth",      U"debunk*",      U"refut*",
                     U"denied",      U"denies",       U"deny",      U"误传",         U"谣言",
                     U"不实",        U"是错误",       U"错误的",    U"错误地",       U"有误",
                     U"不正确",      U"虚假",         U"否认",      U"误导",         U"辟谣",
                     U"假消息"}))
        return false;
    const std::size_t before = first > clause.sentence.begin + reach ? first - reach : clause.sentence.begin;
    return !FoldedPhrase(bytesOf(clause, before, last + 1))
                .hasAny({U"far from", U"rather than", U"instead of", U"nowhere near", U"并未", U"并没有",
                         U"而非", U"远未", U"并非", U"未能"});
}

} // namespace parallax::data
