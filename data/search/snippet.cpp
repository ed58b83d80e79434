// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/search/snippet.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/search/expansion.h"
#include "data/search/tokens.h"

namespace parallax::data {
namespace {

constexpr std::string_view ellipsis = "…";

struct PlacedToken {
    std::string text;
    Span span;
    int position = 0;
};

std::vector<PlacedToken> tokensOf(std::string_view text, TokenMode mode) {
    std::vector<PlacedToken> tokens;
    int position = -1;
    forEachToken(text, mode, [&](const IndexToken& token) {
        if (!token.colocated)
            ++position;
        tokens.push_back({std::string(token.text), {token.begin, token.end}, position});
        return 0;
    });
    return tokens;
}

struct Needle {
    std::vector<PlacedToken> tokens;
    bool prefix = false;
};

std::vector<Needle> needlesOf(const Query& query) {
    std::vector<Needle> needles;
    for (const auto& group : query.groups)
        for (const QueryTerm& term : group) {
            if (term.excluded || isOfArticle(term.field))
                continue;
            for (const SearchForm& form : searchForms(term))
                needles.push_back({tokensOf(form.text, TokenMode::Query), form.prefix});
        }
    return needles;
}

// The end of the needle's occurrence that begins with token `at`, 0 when there is none. The rules are those
// of an FTS5 phrase, so that what the index found is what is shown.
std::size_t matchEnd(std::string_view text, const std::vector<PlacedToken>& tokens, std::size_t at,
                     const Needle& needle) {
    std::size_t place = at;
    for (std::size_t i = 0; i < needle.tokens.size(); ++i) {
        const std::string& wanted = needle.tokens[i].text;
        const bool last = i + 1 == needle.tokens.size();
        const int position = tokens[at].position + static_cast<int>(i);
        while (place < tokens.size() &&
               (tokens[place].position < position ||
                (tokens[place].position == position && tokens[place].text != wanted &&
                 !(last && needle.prefix && tokens[place].text.starts_with(wanted)))))
            ++place;
        if (place >= tokens.size() || tokens[place].position != position)
            return 0;
        if (i == 0 && place != at)
            return 0;
    }
    const PlacedToken& found = tokens[place];
    const std::string& wanted = needle.tokens.back().text;
    // One Han character found as the beginning of a pair: the pair's second character is not part of the
    // match.
    if (found.text.size() > wanted.size() && isHan(decodeAt(wanted, 0).value))
        return found.span.begin + decodeAt(text, found.span.begin).length;
    return found.span.end;
}

std::vector<Span> merged(std::vector<Span> spans) {
    std::ranges::sort(spans, {}, [](const Span& span) { return std::pair(span.begin, span.end); });
    std::vector<Span> out;
    for (const Span& span : spans) {
        if (!out.empty() && span.begin <= out.back().end)
            out.back().end = std::max(out.back().end, span.end);
        else
            out.push_back(span);
    }
    return out;
}

bool isLatin(WordClass wordClass) {
    return wordClass == WordClass::Letter || wordClass == WordClass::Digit;
}

// Code points as byte offsets, the end included.
std::vector<std::size_t> offsetsOf(std::string_view text) {
    std::vector<std::size_t> offsets;
    offsets.reserve(text.size() / 2 + 1);
    for (std::size_t at = 0; at < text.size(); at += decodeAt(text, at).length)
        offsets.push_back(at);
    offsets.push_back(text.size());
    return offsets;
}

// Whether a cut before code point `at` would part a word.
bool cutsWord(std::string_view text, const std::vector<std::size_t>& offsets, std::size_t at) {
    if (at == 0 || at + 1 >= offsets.size())
        return false;
    const FoldTable& table = FoldTable::get();
    return isLatin(table.next(text, offsets[at - 1]).wordClass) &&
           isLatin(table.next(text, offsets[at]).wordClass);
}

} // namespace

std::vector<Span> findMatches(std::string_view text, const Query& query) {
    const std::vector<Needle> needles = needlesOf(query);
    if (needles.empty())
        return {};
    const std::vector<PlacedToken> tokens = tokensOf(text, TokenMode::Document);
    std::vector<Span> spans;
    for (const Needle& needle : needles)
        for (std::size_t at = 0; at < tokens.size(); ++at)
            if (const std::size_t end = matchEnd(text, tokens, at, needle))
                spans.push_back({tokens[at].span.begin, end});
    return merged(std::move(spans));
}

Snippet makeSnippet(std::string_view text, const Query& query, int width) {
    const std::vector<Span> matches = findMatches(text, query);
    const std::vector<std::size_t> offsets = offsetsOf(text);
    const std::size_t characters = offsets.size() - 1;
    const auto wanted = static_cast<std::size_t>(std::max(width, 1));
    const auto indexOf = [&](std::size_t byte) {
        return static_cast<std::size_t>(std::ranges::lower_bound(offsets, byte) - offsets.begin());
    };

    std::size_t first = 0, last = characters;
    if (characters > wanted) {
        // The window that holds most matches; of equal ones the first.
        std::size_t best = 0, bestBegin = 0, bestEnd = 0;
        for (std::size_t from = 0, to = 0; from < matches.size(); ++from) {
            to = std::max(to, from);
            while (to < matches.size() && indexOf(matches[to].end) - indexOf(matches[from].begin) <= wanted)
                ++to;
            const std::size_t count = std::max<std::size_t>(to - from, 1);
            if (count > best) {
                best = count;
                bestBegin = indexOf(matches[from].begin);
                bestEnd = indexOf(matches[from + count - 1].end);
            }
        }
        // A third of what is left goes before the matches: one reads on from them.
        const std::size_t spare = wanted - std::min(wanted, bestEnd - bestBegin);
        first = bestBegin - std::min(bestBegin, spare / 3);
        last = std::min(first + wanted, characters);
        first = last - std::min(last, wanted);
        if (best > 0)
            first = std::min(first, bestBegin);
        // Move inwards to a word's border where one is near; a word that has none near is cut.
        for (std::size_t at = first; at < first + 20 && (best == 0 || at <= bestBegin); ++at)
            if (!cutsWord(text, offsets, at)) {
                first = at;
                break;
            }
        for (std::size_t at = last; at + 20 > last && at > first && at >= bestEnd; --at)
            if (!cutsWord(text, offsets, at)) {
                last = at;
                break;
            }
    }

    Snippet snippet;
    const std::size_t begin = offsets[first], end = offsets[last];
    if (begin > 0)
        snippet.text += ellipsis;
    const std::size_t shift = snippet.text.size();
    for (std::size_t at = begin; at < end; ++at) {
        const bool lineEnd = text[at] == '\n' || text[at] == '\r' || text[at] == '\t';
        snippet.text.push_back(lineEnd ? ' ' : text[at]);
    }
    if (end < text.size())
        snippet.text += ellipsis;
    for (const Span& match : matches)
        if (match.begin >= begin && match.begin < end)
            snippet.highlights.push_back(
                {match.begin - begin + shift, std::min(match.end, end) - begin + shift});
    return snippet;
}

} // namespace parallax::data
