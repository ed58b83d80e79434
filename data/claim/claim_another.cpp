// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_another.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_cut.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

constexpr std::size_t besideReach = 64;     // bytes that are looked at beside a figure
constexpr std::size_t longestLinkWord = 32; // and of a word

bool takeAny(std::string_view& text, std::span<const std::string_view> words) {
    std::size_t size = 0;
    for (const std::string_view word : words)
        if (text.starts_with(word) &&
            (!isAsciiLetter(word.back()) || word.size() == text.size() || !isAsciiLetter(text[word.size()])))
            size = std::max(size, word.size());
    text.remove_prefix(size);
    return size > 0;
}

// A name or a model that begins there ends where? 0 where there is none.
std::size_t namedUpTo(const ClaimWords& words, std::size_t at) {
    std::size_t end = 0;
    for (const NameAt& one : words.names)
        if (one.span.begin == at)
            end = std::max(end, one.span.end);
    for (const ModelAt& one : words.models)
        if (one.span.begin == at)
            end = std::max(end, one.span.end);
    return end;
}

// 10 美元的一半, 10 美元的十分之一.
bool isDividedBehind(std::string_view behind) {
    static constexpr auto parts =
        std::to_array<std::string_view>({"分之", "一半", "零頭", "零头", "倍", "%"});
    behind = trim(behind.substr(0, std::min(behind.size(), besideReach)));
    if (!behind.starts_with("的"))
        return false;
    behind.remove_prefix(std::string_view("的").size());
    const std::size_t near = std::min<std::size_t>(behind.size(), 24);
    for (std::size_t at = 0; at < near; ++at) {
        const std::string_view rest = behind.substr(at);
        if (clauseMarkAt(rest) > 0 && !rest.starts_with('.'))
            return false;
        if (std::ranges::any_of(parts, [&](std::string_view one) { return rest.starts_with(one); }))
            return true;
    }
    return false;
}

} // namespace

bool saysOnly(const ClaimSentence& sentence, Span within, std::span<const std::string_view> words) {
    for (std::size_t at = within.begin; at < within.end;) {
        if (const std::size_t end = namedUpTo(sentence.words, at); end > 0) {
            at = end;
            continue;
        }
        const std::string_view rest = sentence.said({at, std::min(within.end, at + longestLinkWord)});
        const std::string lower = lowerAscii(rest);
        std::string_view left = lower;
        if (!takeAny(left, words))
            return false;
        at += lower.size() - left.size();
    }
    return true;
}

bool isOfRequests(const ClaimSentence& sentence, Span share) {
    static constexpr auto between =
        std::to_array<std::string_view>({" ", "of", "all", "the", "its", "'s", "’s", "user", "api", "的"});
    const std::string behind =
        lowerAscii(trim(sentence.said({share.end, std::min(sentence.span.end, share.end + besideReach)})));
    if (turnAtBegin(behind, Turn::Cases))
        return true;
    return std::ranges::any_of(sentence.words.words, [&](const ClaimWordAt& one) {
        return (one.word == ClaimWord::Request || one.word == ClaimWord::Input ||
                one.word == ClaimWord::Output || one.word == ClaimWord::FirstToken) &&
               one.span.begin >= share.end && one.span.begin <= share.end + besideReach &&
               saysOnly(sentence, {share.end, one.span.begin}, between);
    });
}

std::optional<Span> anothersAt(const ClaimSentence& sentence, Span figure) {
    static constexpr auto measures = std::to_array<std::string_view>(
        {"a fraction of", "half of", "half", "third of", "quarter of", "fifth of", "tenth of", "twice",
         "double", "triple", "times", "percent of", "% of"});
    static constexpr auto between = std::to_array<std::string_view>(
        {" ", "'s", "’s", "the", "its", "that", "of", "list", "price", "output", "input", "own", "current"});
    if (isDividedBehind(sentence.said({figure.end, sentence.span.end})))
        return Span{figure.begin, figure.begin};
    const std::size_t from =
        std::max(sentence.span.begin, figure.begin - std::min(figure.begin, besideReach));
    const std::string before = lowerAscii(sentence.said({from, figure.begin}));
    for (const std::string_view measure : measures) {
        const std::size_t at = before.rfind(measure);
        if (at == before.npos || (at > 0 && isAsciiLetter(before[at - 1])))
            continue;
        const Span gap{from + at + measure.size(), figure.begin};
        if (gap.begin >= gap.end || !saysOnly(sentence, gap, between))
            continue;
        const bool named = sentence.namesAnybody(gap) || sentence.namesAModel(gap);
        return named ? gap : Span{figure.begin, figure.begin};
    }
    return std::nullopt;
}

} // namespace parallax::data
