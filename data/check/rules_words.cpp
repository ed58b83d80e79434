// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/rules_words.h"

#include <algorithm>

#include "data/article/fold.h"

namespace parallax::data {
namespace {

bool isLatin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

} // namespace

FoldedPhrase::FoldedPhrase(std::string_view text)
    : m_text(foldText(text)) {}

bool FoldedPhrase::hasAny(std::initializer_list<std::u32string_view> words) const {
    return std::ranges::any_of(words, [&](std::u32string_view word) { return has(word); });
}

std::size_t FoldedPhrase::find(std::u32string_view word) const {
    const bool stem = word.ends_with(U'*');
    if (stem)
        word.remove_suffix(1);
    if (word.empty())
        return std::u32string::npos;
    for (std::size_t at = m_text.find(word); at != std::u32string::npos; at = m_text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = !isLatin(word.front()) || at == 0 || !isLatin(m_text[at - 1]);
        const bool ends = stem || !isLatin(word.back()) || end == m_text.size() || !isLatin(m_text[end]);
        if (begins && ends)
            return at;
    }
    return std::u32string::npos;
}

} // namespace parallax::data
