// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/folded_text.h"

#include <algorithm>

#include "data/article/fold.h"

namespace parallax::ui {
namespace {

// Line separators and the blanks of typography match an ordinary blank; paragraph ends match nothing typed.
char32_t foldedUnit(char32_t c) {
    if (c == 0x2028 || c == 0x00A0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == U'\t' || c == U'\n')
        return U' ';
    return data::fold(c);
}

} // namespace

FoldedText::FoldedText(const QString& text) {
    m_folded.reserve(static_cast<std::size_t>(text.size()));
    m_places.reserve(static_cast<std::size_t>(text.size()) + 1);
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c =
            pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : static_cast<char32_t>(text[i].unicode());
        const char32_t folded = foldedUnit(c);
        // Runs of blanks count as one, so that a quotation survives a line break in the source.
        if (folded != U' ' || m_folded.empty() || m_folded.back() != U' ') {
            m_folded.push_back(folded);
            m_places.push_back(static_cast<int>(i));
        }
        i += pair ? 2 : 1;
    }
    m_places.push_back(static_cast<int>(text.size()));
}

std::vector<TextRange> FoldedText::find(const QString& needle, int from, int to, std::size_t limit) const {
    std::vector<TextRange> found;
    const FoldedText wanted(needle);
    if (wanted.m_folded.empty() || m_folded.empty())
        return found;
    const auto first = std::lower_bound(m_places.begin(), m_places.end() - 1, from) - m_places.begin();
    std::size_t at = static_cast<std::size_t>(first);
    while (found.size() < limit) {
        at = m_folded.find(wanted.m_folded, at);
        if (at == std::u32string::npos)
            break;
        const TextRange range{m_places[at], m_places[at + wanted.m_folded.size()]};
        if (range.end > to)
            break;
        found.push_back(range);
        at += wanted.m_folded.size();
    }
    return found;
}

} // namespace parallax::ui
