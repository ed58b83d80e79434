// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/surroundings.h"

#include <algorithm>
#include <array>

namespace parallax::data {
namespace {

// `word` (lower case) ends right before `i`, blanks between them skipped, and begins at a word's beginning.
bool endsBefore(const FoldedText& text, std::size_t i, std::u32string_view word) {
    while (i > 0 && (text[i - 1] == U' ' || text[i - 1] == U':' || text[i - 1] == U','))
        --i;
    if (i < word.size() || !text.startsWith(i - word.size(), word))
        return false;
    return word.front() >= 0x80 || i == word.size() || !isLatinLetter(text[i - word.size() - 1]);
}

bool isPercent(const Quantity& q) {
    return q.dimension == Dimension::Ratio && q.unit == "%" &&
           (q.kind == QuantityKind::Scalar || q.kind == QuantityKind::Range);
}

bool nearBefore(const FoldedText& text, std::size_t i, std::u32string_view word, std::size_t reach) {
    const std::size_t from = i > reach ? i - reach : 0;
    for (std::size_t at = i; at-- > from;) {
        if (text[at] == U'.' || text[at] == U'。' || text[at] == U';' || text[at] == U'\n')
            return false;
        if (text.startsWith(at, word))
            return true;
    }
    return false;
}

void readHedge(const FoldedText& text, Found& found) {
    struct Word {
        std::u32string_view word;
        Hedge hedge;
    };
    static constexpr std::array<Word, 18> words{{{U"reportedly", Hedge::Reported},
                                                 {U"reported", Hedge::Reported},
                                                 {U"allegedly", Hedge::Reported},
                                                 {U"an estimated", Hedge::Estimated},
                                                 {U"estimated", Hedge::Estimated},
                                                 {U"estimated at", Hedge::Estimated},
                                                 {U"expected", Hedge::Expected},
                                                 {U"projected", Hedge::Expected},
                                                 {U"a projected", Hedge::Expected},
                                                 {U"possibly", Hedge::Possible},
                                                 {U"perhaps", Hedge::Possible},
                                                 {U"potentially", Hedge::Possible},
                                                 {U"据报导", Hedge::Reported},
                                                 {U"据报", Hedge::Reported},
                                                 {U"据报道", Hedge::Reported},
                                                 {U"估计", Hedge::Estimated},
                                                 {U"预计", Hedge::Expected},
                                                 {U"可能", Hedge::Possible}}};
    for (const auto& [word, hedge] : words)
        if (endsBefore(text, found.begin, word)) {
            found.quantity.hedge = hedge;
            found.hedgeEnd = found.begin;
            while (text[found.hedgeEnd - 1] == U' ' || text[found.hedgeEnd - 1] == U':' ||
                   text[found.hedgeEnd - 1] == U',')
                --found.hedgeEnd;
            found.hedgeBegin = found.hedgeEnd - word.size();
            return;
        }
}

void readRole(const FoldedText& text, Found& found, const Found* previous) {
    auto& q = found.quantity;
    if (!isPercent(q) || q.role == Role::PriceLevel || q.role == Role::Yoy || q.role == Role::Mom ||
        q.role == Role::Cagr)
        return;
    const std::size_t after = text.skipBlanks(found.end);
    for (const auto word : {std::u32string_view(U"cagr"), std::u32string_view(U"compound annual"),
                            std::u32string_view(U"年复合")}) {
        if (nearBefore(text, found.begin, word, 40) || text.startsWith(after, word)) {
            // A later figure of the same sentence is not the CAGR once one was taken.
            if (previous != nullptr && previous->quantity.role == Role::Cagr &&
                nearBefore(text, previous->begin, word, 40))
                break;
            q.role = Role::Cagr;
            return;
        }
    }
    for (const auto word : {std::u32string_view(U"yoy"), std::u32string_view(U"year over year"),
                            std::u32string_view(U"year-over-year"), std::u32string_view(U"year on year"),
                            std::u32string_view(U"year-on-year")}) {
        if (text.startsWith(after, word)) {
            q.role = Role::Yoy;
            return;
        }
    }
    if (endsBefore(text, found.begin, U"同比")) {
        q.role = Role::Yoy;
        return;
    }
    if (q.role == Role::None && text.isWordAt(after, U"of") && after > found.end) {
        q.role = Role::Share;
        return;
    }
    // "20% of revenue, up from 15%": the old figure is what the new one is.
    if (q.role == Role::None && previous != nullptr && previous->quantity.role == Role::Share &&
        (endsBefore(text, found.begin, U"up from") || endsBefore(text, found.begin, U"down from") ||
         endsBefore(text, found.begin, U"compared with") || endsBefore(text, found.begin, U"versus")))
        q.role = Role::Share;
}

// from A to B, 從A增至B, 由A升到B
void readFromTo(const FoldedText& text, Found& from, Found& to) {
    auto& a = from.quantity;
    auto& b = to.quantity;
    const auto plain = [](const Quantity& q) {
        return q.kind == QuantityKind::Scalar && q.role == Role::None;
    };
    if (!plain(a) || !plain(b) || a.dimension != b.dimension || to.begin - from.end > 40)
        return;
    const bool english = endsBefore(text, from.begin, U"from") && !endsBefore(text, from.begin, U"up from") &&
                         !endsBefore(text, from.begin, U"down from") && endsBefore(text, to.begin, U"to");
    bool chinese = endsBefore(text, from.begin, U"从") || endsBefore(text, from.begin, U"由");
    if (chinese) {
        const char32_t before = to.begin > 0 ? text[to.begin - 1] : 0;
        chinese = before == U'至' || before == U'到' || before == U'为' || before == U'达';
    }
    if (english || chinese) {
        a.role = Role::From;
        b.role = Role::To;
    }
}

} // namespace

void readSurroundings(const FoldedText& text, std::vector<Found>& found) {
    for (std::size_t k = 0; k < found.size(); ++k) {
        auto& q = found[k].quantity;
        if (q.kind == QuantityKind::Period || q.kind == QuantityKind::Deadline)
            continue;
        if (q.hedge == Hedge::None)
            readHedge(text, found[k]);
        readRole(text, found[k], k > 0 ? &found[k - 1] : nullptr);
        if (k > 0)
            readFromTo(text, found[k - 1], found[k]);
    }
}

} // namespace parallax::data
