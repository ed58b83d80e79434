// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/cell.h"

#include <algorithm>

#include "base/utf8.h"

namespace parallax::data {
namespace {

char32_t pointAt(std::string_view text, std::size_t at) {
    return at < text.size() ? decodeAt(text, at).value : 0;
}

bool isOpening(char32_t c) {
    return c == U'(' || c == U'（' || c == U'[' || c == U'【';
}

bool isClosing(char32_t c) {
    return c == U')' || c == U'）' || c == U']' || c == U'】';
}

bool isBlankInCell(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

// What may stand between the parts of a cell without being one.
bool separates(char32_t c) {
    constexpr std::u32string_view marks = U",，;；、/／|*†‡.。:：·→=";
    return isBlankInCell(c) || isOpening(c) || isClosing(c) || marks.find(c) != std::u32string_view::npos;
}

Span trimmed(std::string_view text, Span span) {
    while (span.begin < span.end) {
        const CodePoint c = decodeAt(text, span.begin);
        if (!separates(c.value))
            break;
        span.begin += c.length;
    }
    std::size_t end = span.begin;
    for (std::size_t at = span.begin; at < span.end;) {
        const CodePoint c = decodeAt(text, at);
        at += c.length;
        if (!separates(c.value))
            end = at;
    }
    return {span.begin, std::min(end, span.end)};
}

// The bytes that no figure and no hedge covers, in order.
std::vector<Span> uncovered(std::string_view text, const std::vector<Quantity>& quantities) {
    std::vector<Span> gaps;
    std::size_t at = 0;
    const auto cover = [&](const Span& span) {
        if (span.begin > at)
            gaps.push_back({at, span.begin});
        at = std::max(at, span.end);
    };
    for (const auto& quantity : quantities) {
        if (quantity.hedgeSpan.end > quantity.hedgeSpan.begin &&
            quantity.hedgeSpan.begin < quantity.span.begin)
            cover(quantity.hedgeSpan);
        cover(quantity.span);
        if (quantity.hedgeSpan.begin >= quantity.span.end &&
            quantity.hedgeSpan.end > quantity.hedgeSpan.begin)
            cover(quantity.hedgeSpan);
        cover(quantity.periodSpan);
    }
    if (at < text.size())
        gaps.push_back({at, text.size()});
    return gaps;
}

// The last outermost pair of parentheses, with them; empty when the text has none or they do not match.
Span lastParentheses(std::string_view text) {
    Span last;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        if (isOpening(c.value)) {
            if (depth++ == 0)
                begin = at;
        } else if (isClosing(c.value) && depth > 0 && --depth == 0) {
            last = {begin, at + c.length};
        }
        at += c.length;
    }
    return last;
}

bool overlaps(const Span& a, const Span& b) {
    return a.begin < b.end && b.begin < a.end;
}

// A name is a few words that begin with capitals or digits ("Bank of Harland"), or a few Han characters.
bool looksLikeName(std::string_view text, const Span& span) {
    std::size_t words = 1;
    std::size_t points = 0;
    bool begins = true;
    bool letter = false;
    const bool han = isHan(pointAt(text, span.begin));
    for (std::size_t at = span.begin; at < span.end; ++points) {
        const CodePoint c = decodeAt(text, at);
        const bool small = c.value >= U'a' && c.value <= U'z';
        if (begins && small) {
            const auto word = text.substr(at, 3);
            if (at == span.begin || (!word.starts_with("of ") && word != "and" && word != "the"))
                return false;
        }
        letter = letter || small || (c.value >= U'A' && c.value <= U'Z') || c.value >= 0xC0;
        begins = isBlankInCell(c.value);
        words += begins ? 1 : 0;
        at += c.length;
    }
    return letter && words <= 4 && points <= (han ? 12U : 40U);
}

// "Azure + AWS + Oracle", "AWS、Google": at least two names.
std::vector<Span> namesOf(std::string_view text, Span within) {
    constexpr std::u32string_view joints = U"+＋,，、/／;；&";
    std::vector<Span> names;
    std::size_t begin = within.begin;
    for (std::size_t at = within.begin; at <= within.end;) {
        const CodePoint c = at < within.end ? decodeAt(text, at) : CodePoint{U',', 1};
        if (joints.find(c.value) != std::u32string_view::npos) {
            const Span name = trimmed(text, {begin, std::min(at, within.end)});
            if (name.begin == name.end || !looksLikeName(text, name))
                return {};
            names.push_back(name);
            begin = at + c.length;
        }
        at += c.length;
    }
    return names.size() >= 2 ? names : std::vector<Span>{};
}

} // namespace

CellReading readCell(std::string_view text, QuantityContext context) {
    CellReading reading;
    context.cell = true;
    if (isMissing(text))
        return reading;
    reading.quantities = parseQuantities(text, context);

    const Span brackets = lastParentheses(text);
    const bool figureCrosses = std::ranges::any_of(
        reading.quantities, [&](const Quantity& q) { return overlaps(q.span, brackets); });
    Span head{0, text.size()};
    if (brackets.end > brackets.begin && !figureCrosses) {
        const Span note = trimmed(text, brackets);
        const Span before = trimmed(text, {0, brackets.begin});
        const Span after = trimmed(text, {brackets.end, text.size()});
        if (note.end > note.begin && before.end > before.begin && after.begin == after.end) {
            reading.note = note;
            head = {0, brackets.begin};
        }
    }
    if (reading.quantities.empty()) {
        if (reading.hasNote() && isMissing(trim(text.substr(0, head.end))))
            return reading;
        reading.entities = namesOf(text, head);
        reading.kind = reading.entities.empty() ? CellKind::Text : CellKind::Entities;
        if (reading.entities.empty()) {
            const Span words = trimmed(text, head);
            if (words.end > words.begin)
                reading.remainder.push_back(words);
        }
        return reading;
    }
    for (const Span& gap : uncovered(text, reading.quantities)) {
        const Span left = trimmed(text, gap);
        if (left.end > left.begin && !(reading.hasNote() && overlaps(left, reading.note)))
            reading.remainder.push_back(left);
    }
    reading.kind = reading.remainder.empty() ? CellKind::Figures : CellKind::Partial;
    return reading;
}

} // namespace parallax::data
