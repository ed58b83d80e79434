// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/note_anchor.h"

#include <cstdlib>
#include <set>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// The share of the quotation's pieces that a block must have to be taken for what became of it.
constexpr double enoughShared = 0.6;

int distance(int block, int before) {
    return before < 0 ? block : std::abs(block - before);
}

// The block nearest to `before` for which `place` gives a span.
template <class Place>
std::optional<Anchor> nearest(const std::vector<Block>& blocks, int before, Place place) {
    std::optional<Anchor> best;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const int block = static_cast<int>(i);
        if (best && distance(block, before) >= distance(best->block, before))
            continue;
        if (const std::optional<Span> span = place(blocks[i].text))
            best = Anchor{block, *span};
    }
    return best;
}

std::size_t byteOffset(std::string_view text, std::size_t codePoints) {
    std::size_t at = 0;
    for (; codePoints > 0 && at < text.size(); --codePoints)
        at += decodeAt(text, at).length;
    return at;
}

std::optional<Span> findFolded(std::string_view text, const std::u32string& quote) {
    const std::u32string folded = foldText(text);
    const std::size_t at = folded.find(quote);
    if (at == std::u32string::npos)
        return std::nullopt;
    return Span{byteOffset(text, at), byteOffset(text, at + quote.size())};
}

// Three code points at a time: words and Chinese alike, and a changed character costs only three pieces.
std::multiset<std::u32string> piecesOf(std::string_view text) {
    constexpr std::size_t length = 3;
    const std::u32string folded = foldText(text);
    std::multiset<std::u32string> pieces;
    for (std::size_t i = 0; i + length <= folded.size(); ++i)
        pieces.insert(folded.substr(i, length));
    return pieces;
}

std::optional<Anchor> findSimilar(const std::vector<Block>& blocks, std::string_view quote, int before) {
    const std::multiset<std::u32string> wanted = piecesOf(quote);
    if (wanted.empty())
        return std::nullopt;
    std::optional<Anchor> best;
    std::size_t bestShared = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::multiset<std::u32string> there = piecesOf(blocks[i].text);
        std::vector<std::u32string> common;
        std::set_intersection(wanted.begin(), wanted.end(), there.begin(), there.end(),
                              std::back_inserter(common));
        const int block = static_cast<int>(i);
        const bool nearer = best && distance(block, before) < distance(best->block, before);
        if (common.size() > bestShared || (common.size() == bestShared && nearer)) {
            bestShared = common.size();
            best = Anchor{block, {0, blocks[i].text.size()}};
        }
    }
    if (static_cast<double>(bestShared) < enoughShared * static_cast<double>(wanted.size()))
        return std::nullopt;
    return best;
}

} // namespace

std::optional<Anchor> findQuote(const std::vector<Block>& blocks, std::string_view quote, int before) {
    if (quote.empty())
        return std::nullopt;
    const auto exact = nearest(blocks, before, [&](std::string_view text) -> std::optional<Span> {
        const std::size_t at = text.find(quote);
        return at == std::string_view::npos ? std::nullopt : std::optional(Span{at, at + quote.size()});
    });
    if (exact)
        return exact;
    const std::u32string folded = foldText(quote);
    const auto alike =
        nearest(blocks, before, [&](std::string_view text) { return findFolded(text, folded); });
    return alike ? alike : findSimilar(blocks, quote, before);
}

void anchorNotes(Library& library, EditionId id, const std::vector<Block>& blocks) {
    Statement notes(library, "SELECT id, quote, block, span_begin, span_end FROM note WHERE edition_id = ?");
    notes.bind(id);
    while (notes.step()) {
        const Anchor before{
            notes.number(2),
            {static_cast<std::size_t>(notes.integer(3)), static_cast<std::size_t>(notes.integer(4))}};
        const std::string quote = notes.text(1);
        // A note on a block as a whole has no words to look for: it stays where it was, if that is still
        // there.
        Anchor now = quote.empty() && before.block < static_cast<int>(blocks.size())
                         ? Anchor{before.block, {}}
                         : Anchor{};
        if (const auto found = findQuote(blocks, quote, before.block))
            now = *found;
        if (now == before)
            continue;
        Statement(library, "UPDATE note SET block = ?, span_begin = ?, span_end = ? WHERE id = ?")
            .bind(now.block)
            .bind(now.span.begin)
            .bind(now.span.end)
            .bind(notes.integer(0))
            .run();
    }
}

} // namespace parallax::data
