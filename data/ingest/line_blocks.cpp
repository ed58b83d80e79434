// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/line_blocks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/utf8.h"
#include "data/ingest/inline_text.h"
#include "data/ingest/pipe_table.h"

namespace parallax::data {
namespace {

// The marker of a list item at the beginning of a line.
struct Marker {
    std::size_t length = 0; // blanks after it included
    int number = 0;
};

// Bullets as tools write them; "- ●" and "* •" are one bullet written twice.
std::size_t bulletLength(std::string_view line) {
    static constexpr std::array<std::string_view, 12> bullets = {"-", "*", "+", "•", "●", "◦",
                                                                 "‣", "▪", "■", "○", "·", "–"};
    std::size_t length = 0;
    for (int written = 0; written < 2; ++written) {
        const std::string_view rest = line.substr(length);
        const auto bullet = std::ranges::find_if(bullets, [&](auto b) { return rest.starts_with(b); });
        if (bullet == bullets.end())
            break;
        std::size_t after = bullet->size();
        while (after < rest.size() && (rest[after] == ' ' || rest[after] == '\t'))
            ++after;
        const bool ascii = bullet->size() == 1 || *bullet == "·" || *bullet == "–";
        if (after == bullet->size() && ascii)
            break; // "-5 %" and "*note" are no items
        if (after == rest.size())
            break;
        length += after;
    }
    return length;
}

Marker itemMarker(std::string_view line) {
    if (const std::size_t bullet = bulletLength(line); bullet > 0)
        return {bullet, 0};
    std::size_t i = 0;
    const bool open = line.starts_with("(") || line.starts_with("（");
    if (open)
        i = line.front() == '(' ? 1 : 3;
    const std::size_t digits = i;
    int value = 0;
    while (i < line.size() && i - digits < 3 && isDigit(line[i]))
        value = value * 10 + (line[i++] - '0');
    if (i == digits || value == 0) {
        const CodePoint c = line.empty() ? CodePoint{} : decodeAt(line, 0);
        if (c.value < U'①' || c.value > U'⑳' || c.length == line.size())
            return {};
        const std::size_t rest = line.find_first_not_of(" \t", c.length);
        return {rest == std::string_view::npos ? 0 : rest, static_cast<int>(c.value - U'①') + 1};
    }
    const std::string_view rest = line.substr(i);
    std::size_t close = 0;
    bool needsBlank = true;
    if (open) {
        close = rest.starts_with(")") ? 1 : rest.starts_with("）") ? 3 : 0;
        needsBlank = false;
    } else if (rest.starts_with(".") || rest.starts_with(")")) {
        close = 1;
    } else if (rest.starts_with("、") || rest.starts_with("．") || rest.starts_with("）")) {
        close = 3;
        needsBlank = false;
    }
    if (close == 0)
        return {};
    const std::size_t text = line.find_first_not_of(" \t", i + close);
    if (text == std::string_view::npos ||
        (needsBlank && text == i + close && !isHan(decodeAt(line, text).value)))
        return {};
    return {text, value};
}

int headingLevel(std::string_view line) {
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#')
        ++level;
    return level >= 1 && level <= 6 && level < line.size() && (line[level] == ' ' || line[level] == '\t')
               ? static_cast<int>(level)
               : 0;
}

bool isRule(std::string_view line) {
    if (line.size() < 3 || (line[0] != '-' && line[0] != '*' && line[0] != '_' && line[0] != '='))
        return line.starts_with("———");
    std::size_t marks = 0;
    for (const char c : line) {
        if (c == line[0])
            ++marks;
        else if (c != ' ')
            return false;
    }
    return marks >= 3;
}

bool isFence(std::string_view line) {
    return line.starts_with("```") || line.starts_with("~~~");
}

// What a bare line looks like to a person who asks whether it is a heading.
struct LineShape {
    std::size_t codePoints = 0;
    int words = 0;       // Latin
    int longWords = 0;   // of four letters or more
    int capitalised = 0; // of the long words
    int han = 0;
    bool capitalFirst = false; // or Han, a digit, an emoji
    bool emojiFirst = false;
    bool sentenceEnd = false;
};

LineShape shapeOf(std::string_view line) {
    LineShape shape;
    bool inWord = false;
    int letters = 0;
    bool capital = false;
    char32_t last = 0;
    const auto endWord = [&] {
        if (inWord) {
            ++shape.words;
            if (letters >= 4) {
                ++shape.longWords;
                shape.capitalised += capital ? 1 : 0;
            }
        }
        inWord = false;
        letters = 0;
    };
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = decodeAt(line, at);
        const bool upper = (c.value >= 'A' && c.value <= 'Z') || (c.value >= 0xC0 && c.value <= 0xDE);
        const bool letter =
            upper || (c.value >= 'a' && c.value <= 'z') || (c.value >= 0xDF && c.value < 0x250);
        if (at == 0) {
            shape.emojiFirst =
                (c.value >= 0x1F300 && c.value <= 0x1FAFF) || (c.value >= 0x2600 && c.value <= 0x27BF);
            shape.capitalFirst = !(letter && !upper);
        }
        if (letter || isDigit(static_cast<char>(c.value < 0x80 ? c.value : 0))) {
            if (!inWord)
                capital = upper;
            inWord = true;
            ++letters;
        } else if (c.value != '\'' && c.value != U'’') {
            endWord();
            shape.han += isHan(c.value) || isHangul(c.value) ? 1 : 0;
        }
        if (c.value != ' ' && c.value != '*' && c.value != '"' && c.value != U'”' && c.value != U'」')
            last = c.value;
        ++shape.codePoints;
        at += c.length;
    }
    endWord();
    constexpr std::u32string_view ends = U".。!！;；,，:：…、";
    shape.sentenceEnd = ends.find(last) != std::u32string_view::npos;
    return shape;
}

class LineReader {
  public:
    LineReader(std::string_view text, const SiteProfile& profile, const ParseHints& hints,
               const ParseLimits& limits)
        : m_text(text)
        , m_profile(profile)
        , m_hints(hints)
        , m_limits(limits)
        , m_lines(splitLines(text)) {}

    Outline read() {
        while (m_at < m_lines.size()) {
            if (m_lines[m_at].blank()) {
                ++m_at;
                continue;
            }
            const std::size_t first = m_at;
            const std::size_t before = m_outline.blocks.size();
            readBlock();
            // Blocks made together (caption and table) are neighbours; the outer edges see the blank lines.
            for (std::size_t i = before; i < m_outline.blocks.size(); ++i) {
                Surroundings around;
                around.blankBefore = i == before && (first == 0 || m_lines[first - 1].blank());
                around.blankAfter =
                    i + 1 == m_outline.blocks.size() && (m_at >= m_lines.size() || m_lines[m_at].blank());
                m_outline.surroundings.push_back(around);
            }
        }
        findBareHeadings();
        return std::move(m_outline);
    }

  private:
    std::string_view lineText(std::size_t at) const { return slice(m_text, m_lines[at].span); }

    Block& add(BlockKind kind, Span span, Span inner) {
        Block& block = m_outline.blocks.emplace_back();
        block.kind = kind;
        block.span = span;
        readInline(slice(m_text, inner), InlineRules::Text, block.text, block.marks);
        return block;
    }

    void readBlock() {
        const Line& line = m_lines[m_at];
        const std::string_view content = lineText(m_at);
        if (isFence(content))
            return readFence();
        if (tableBeginsAt(m_text, m_lines, m_at))
            return readTableBlock();
        if (const int level = headingLevel(content); level > 0)
            return readHeading(level);
        if (isRule(content)) {
            ++m_at;
            return;
        }
        if (content.front() == '>')
            return readQuote();
        if (const Marker marker = itemMarker(content); marker.length > 0) {
            Block& item =
                add(BlockKind::ListItem, line.span, {line.span.begin + marker.length, line.span.end});
            item.number = marker.number;
            item.level = std::min(1 + line.indent / 2, 9);
            ++m_at;
            return;
        }
        if (m_at + 1 < m_lines.size() && !m_lines[m_at + 1].blank() && isUnderline(lineText(m_at + 1))) {
            Block& heading =
                add(BlockKind::Heading, {line.span.begin, m_lines[m_at + 1].span.end}, line.span);
            heading.level = lineText(m_at + 1).front() == '=' ? 1 : 2;
            m_at += 2;
            return;
        }
        add(BlockKind::Paragraph, line.span, line.span);
        ++m_at;
    }

    static bool isUnderline(std::string_view line) {
        return line.size() >= 3 && (line.find_first_not_of('=') == std::string_view::npos ||
                                    line.find_first_not_of('-') == std::string_view::npos);
    }

    void readFence() {
        const Line& open = m_lines[m_at];
        const std::string_view fence = lineText(m_at).substr(0, 3);
        std::size_t last = m_at + 1;
        while (last < m_lines.size() && !lineText(last).starts_with(fence))
            ++last;
        const bool closed = last < m_lines.size();
        const std::size_t contentBegin = m_at + 1 < m_lines.size() ? m_lines[m_at + 1].start : m_text.size();
        std::size_t contentEnd = closed ? m_lines[last].start : m_text.size();
        if (contentEnd > contentBegin && m_text[contentEnd - 1] == '\n')
            --contentEnd;
        Block& block = m_outline.blocks.emplace_back();
        block.kind = BlockKind::Code;
        block.span = trimSpan(m_text, {open.span.begin, closed ? m_lines[last].span.end : m_text.size()});
        block.text = m_text.substr(contentBegin, contentEnd - std::min(contentBegin, contentEnd));
        m_at = closed ? last + 1 : last;
    }

    void readTableBlock() {
        // The line directly above the header is the caption, as the site writes it.
        std::size_t next = m_at;
        Table table = readTable(m_text, m_lines, m_at, next, m_hints, m_limits);
        if (!m_outline.blocks.empty()) {
            Block& above = m_outline.blocks.back();
            const std::string_view raw = slice(m_text, above.span);
            const bool adjacent = m_at > 0 && above.span.end == m_lines[m_at - 1].span.end;
            const bool colon =
                raw.ends_with(':') || raw.ends_with("：") || raw.ends_with(":**") || raw.ends_with("：**");
            if (above.kind == BlockKind::Paragraph && looksLikeCaption(raw) && (adjacent || colon)) {
                above.kind = BlockKind::Caption;
                above.table = static_cast<int>(m_outline.tables.size());
                table.captionSpan = captionText(m_text, above.span);
                std::vector<Mark> marks;
                readInline(slice(m_text, table.captionSpan), InlineRules::Text, table.caption, marks);
                above.text = table.caption;
                above.marks = std::move(marks);
            }
        }
        Block& block = m_outline.blocks.emplace_back();
        block.kind = BlockKind::Table;
        block.span = table.span;
        block.table = static_cast<int>(m_outline.tables.size());
        m_outline.tables.push_back(std::move(table));
        m_at = next;
    }

    void readHeading(int level) {
        const Line& line = m_lines[m_at++];
        std::string_view content = slice(m_text, line.span).substr(static_cast<std::size_t>(level));
        // "## Title ##": the closing marks are no part of it.
        std::string_view closed = trim(content);
        const std::size_t last = closed.find_last_not_of('#');
        if (last != std::string_view::npos && last + 1 < closed.size() && closed[last] == ' ')
            closed = trim(closed.substr(0, last));
        const auto begin =
            closed.empty() ? line.span.end : static_cast<std::size_t>(closed.data() - m_text.data());
        add(BlockKind::Heading, line.span, {begin, begin + closed.size()}).level = level;
    }

    void readQuote() {
        const std::size_t first = m_at;
        std::string joined;
        while (m_at < m_lines.size() && !m_lines[m_at].blank() && lineText(m_at).front() == '>') {
            std::string_view content = lineText(m_at);
            content.remove_prefix(std::min(content.find_first_not_of("> \t"), content.size()));
            if (content.empty() && !joined.empty())
                break;
            if (!joined.empty() && !content.empty())
                joined.push_back(' ');
            joined += content;
            ++m_at;
        }
        if (m_at == first)
            ++m_at;
        if (joined.empty())
            return;
        Block& block = m_outline.blocks.emplace_back();
        block.kind = BlockKind::Quote;
        block.level = 1;
        block.span = {m_lines[first].span.begin, m_lines[m_at - 1].span.end};
        readInline(joined, InlineRules::Text, block.text, block.marks);
    }

    // Headings that are bare lines: short, not a sentence, before something longer.
    void findBareHeadings() {
        auto& blocks = m_outline.blocks;
        std::size_t spaced = 0;
        for (const Surroundings& around : m_outline.surroundings)
            spaced += around.blankBefore && around.blankAfter ? 1 : 0;
        const bool blankLinesDivide = spaced * 3 > blocks.size();
        for (std::size_t i = 1; i < blocks.size(); ++i) {
            Block& block = blocks[i];
            if (block.kind != BlockKind::Paragraph)
                continue;
            const std::string_view raw = slice(m_text, block.span);
            if (raw.size() > 300)
                continue;
            if (isKnownHeading(m_profile, raw)) {
                block.kind = BlockKind::Heading;
                block.level = 2;
                continue;
            }
            const bool alone = m_outline.surroundings[i].blankBefore && m_outline.surroundings[i].blankAfter;
            if ((blankLinesDivide && !alone) || i + 1 == blocks.size())
                continue;
            const Block& next = blocks[i + 1];
            const bool strong = block.marks.size() == 1 && block.marks[0].kind == MarkKind::Strong &&
                                block.marks[0].span == Span{0, block.text.size()};
            if (looksLikeHeading(raw, strong) &&
                (next.kind != BlockKind::Paragraph || slice(m_text, next.span).size() > raw.size())) {
                block.kind = BlockKind::Heading;
                block.level = 2;
            }
        }
    }

    static bool looksLikeHeading(std::string_view raw, bool strong) {
        if (raw.find('|') != std::string_view::npos || raw.find("://") != std::string_view::npos)
            return false;
        const LineShape shape = shapeOf(raw);
        const bool chinese = shape.han * 2 > shape.words;
        if (shape.sentenceEnd || !shape.capitalFirst || shape.codePoints > (chinese ? 36 : 90) ||
            shape.codePoints < 2)
            return false;
        if (strong || shape.emojiFirst || chinese)
            return shape.han + shape.words > 0;
        if (shape.words == 0 || shape.words > 14)
            return false;
        return shape.longWords == 0 ? shape.words <= 4
                                    : shape.capitalised * 3 >= shape.longWords * 2 || shape.words <= 3;
    }

    std::string_view m_text;
    const SiteProfile& m_profile;
    const ParseHints& m_hints;
    const ParseLimits& m_limits;
    std::vector<Line> m_lines;
    std::size_t m_at = 0;
    Outline m_outline;
};

} // namespace

bool looksLikeCaption(std::string_view line) {
    if (line.size() > 400 || codePointCount(line) > 140)
        return false;
    return !(line.ends_with('.') || line.ends_with("。") || line.ends_with('!') || line.ends_with('?'));
}

Span captionText(std::string_view text, Span line) {
    Span span = trimSpan(text, line);
    const auto drop = [&](std::string_view ending) {
        if (slice(text, span).ends_with(ending) && slice(text, span).size() > ending.size()) {
            span.end -= ending.size();
            return true;
        }
        return false;
    };
    std::size_t level = 0;
    while (span.begin + level < span.end && text[span.begin + level] == '#')
        ++level;
    if (level > 0 && span.begin + level < span.end && text[span.begin + level] == ' ')
        span.begin += level + 1;
    while (drop("*") || drop(":") || drop("：") || drop(" ")) {
    }
    while (span.begin < span.end && text[span.begin] == '*')
        ++span.begin;
    return trimSpan(text, span);
}

Outline readLines(std::string_view text, const SiteProfile& profile, const ParseHints& hints,
                  const ParseLimits& limits) {
    return LineReader(text, profile, hints, limits).read();
}

} // namespace parallax::data
