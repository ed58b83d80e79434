// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_inline.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/ingest/html_raised.h"
#include "data/ingest/url.h"

namespace parallax::data {
namespace {

bool isBlankCodePoint(char32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0xA0;
}

bool isIgnorable(char32_t c) // soft hyphen, zero-width space, byte order mark
{
    return c == 0xAD || c == 0x200B || c == 0xFEFF;
}

// Between these a line end of the source is no blank: Chinese and Japanese are written without.
bool isWide(char32_t c) {
    return isHan(c) || isKana(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

char32_t lastCodePoint(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return text.empty() ? 0 : decodeAt(text, at).value;
}

bool isBlankByte(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

} // namespace

void InlineText::append(std::string_view text) {
    for (auto& mark : m_open)
        if (mark.span.begin == notBegun)
            mark.span.begin = m_text.size();
    m_text += text;
    m_lineBreaks = 0;
}

void InlineText::addText(const GumboNode* node) {
    const std::string_view text = node->v.text.text;
    bool visible = false;
    if (m_blanks == Blanks::Keep) {
        visible = !text.empty();
        append(text);
    } else {
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = decodeAt(text, at);
            const std::string_view bytes = text.substr(at, c.length);
            at += c.length;
            if (isBlankCodePoint(c.value)) {
                m_pendingBlank = true;
                m_pendingNewline = m_pendingNewline || c.value == '\n';
                continue;
            }
            if (isIgnorable(c.value))
                continue;
            if (m_pendingBlank && !m_text.empty() && m_text.back() != '\n' &&
                !(m_pendingNewline && isWide(c.value) && isWide(lastCodePoint(m_text))))
                m_text += ' ';
            m_pendingBlank = m_pendingNewline = false;
            append(bytes);
            visible = true;
        }
    }
    if (visible)
        widen(m_tree.spanOf(node));
}

bool InlineText::addRaised(const GumboNode* element, Place place) {
    const auto raised = raisedAt(element);
    const bool atBlank = m_pendingBlank || m_text.empty() || m_text.back() == '\n';
    if (!raised || (!isRaised(element) && atBlank)) {
        if (isRaised(element)) // small print
            addBlank();
        return false;
    }
    if (raised->piece.empty())
        return true;
    if (m_pendingBlank && !m_text.empty() && m_text.back() != '\n')
        m_text += ' ';
    m_pendingBlank = m_pendingNewline = false;
    const std::string text =
        readRaised(raised->way, raised->piece, {m_text, raised->after, raised->linked, place == Place::Cell});
    if (text.empty())
        return true;
    const bool marked = raised->link && openMark(raised->link);
    append(text);
    if (marked)
        closeMark();
    widen(m_tree.spanOfElement(element));
    return true;
}

// The range of the source grows to `span`, its blanks at both ends left out.
void InlineText::widen(Span span) {
    if (span.begin == span.end)
        return;
    while (span.begin < span.end && isBlankByte(m_source[span.begin]))
        ++span.begin;
    while (span.end > span.begin && isBlankByte(m_source[span.end - 1]))
        --span.end;
    // Misnested tags make the tree's order differ from the text's: the range spans both.
    m_span = m_hasSpan ? Span{std::min(m_span.begin, span.begin), std::max(m_span.end, span.end)} : span;
    m_hasSpan = true;
}

void InlineText::addBlank() {
    m_pendingBlank = true;
    m_pendingNewline = false;
}

void InlineText::addLineBreak() {
    if (m_text.empty())
        return;
    ++m_lineBreaks;
    m_pendingBlank = m_pendingNewline = false;
    if (m_text.back() != '\n')
        m_text += '\n';
}

bool InlineText::openMark(const GumboNode* element) {
    Mark mark;
    switch (tagOf(element)) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
        mark.kind = MarkKind::Strong;
        break;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
        mark.kind = MarkKind::Emphasis;
        break;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
        if (m_blanks == Blanks::Keep)
            return false;
        mark.kind = MarkKind::Code;
        break;
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
        mark.kind = MarkKind::Strike;
        break;
    case GUMBO_TAG_A: {
        const std::string_view href = trim(attribute(element, "href"));
        if (href.empty() || href.starts_with('#'))
            return false;
        mark.kind = MarkKind::Link;
        mark.href = resolveUrl(m_baseUrl, href);
        const std::size_t colon = mark.href.find_first_of(":/?#");
        const bool relative = colon == mark.href.npos || mark.href[colon] != ':';
        if (!relative && !isHttpUrl(mark.href) && !equalsIgnoringCase(mark.href.substr(0, 7), "mailto:"))
            return false; // javascript:, data:, file: lead nowhere that a reader should go
        break;
    }
    default:
        return false;
    }
    mark.span.begin = notBegun;
    m_open.push_back(std::move(mark));
    return true;
}

void InlineText::endMark(const Mark& mark) {
    if (mark.span.begin == notBegun || mark.span.begin >= m_text.size())
        return;
    Mark ended = mark;
    ended.span.end = m_text.size();
    m_marks.push_back(std::move(ended));
}

void InlineText::closeMark() {
    endMark(m_open.back());
    m_open.pop_back();
}

InlineText::Result InlineText::take() {
    for (auto& mark : m_open) {
        endMark(mark);
        mark.span.begin = notBegun;
    }
    Result result{std::move(m_text), std::move(m_marks), m_span};
    while (!result.text.empty() && (result.text.back() == '\n' || result.text.back() == ' '))
        result.text.pop_back();
    std::erase_if(result.marks, [&](Mark& mark) {
        mark.span.end = std::min(mark.span.end, result.text.size());
        return mark.span.begin >= mark.span.end;
    });
    std::stable_sort(result.marks.begin(), result.marks.end(),
                     [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
    m_text.clear();
    m_marks.clear();
    m_span = {};
    m_hasSpan = m_pendingBlank = m_pendingNewline = false;
    m_lineBreaks = 0;
    return result;
}

} // namespace parallax::data
