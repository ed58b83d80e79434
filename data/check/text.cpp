// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "data/article/fold.h"

namespace parallax::data {
namespace {

bool isLatin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x250);
}

bool isDigitPoint(char32_t c) {
    return c >= U'0' && c <= U'9';
}

// A text point by point, folded, with the byte of each.
struct Points {
    std::u32string folded;
    std::vector<std::size_t> bytes; // one more than points: the end
};

Points pointsOf(std::string_view text) {
    Points points;
    points.folded.reserve(text.size());
    points.bytes.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        const char32_t folded = c.value == U'\n' || c.value == U'\t' ? U' ' : fold(c.value);
        points.folded.push_back(folded);
        points.bytes.push_back(at);
        at += c.length;
    }
    points.bytes.push_back(text.size());
    return points;
}

bool endsInDigit(std::u32string_view text) {
    return !text.empty() && text.back() >= U'0' && text.back() <= U'9';
}

// A full stop of English that ends no sentence: "vs.", "est.", "e.g.", "U.S.".
bool isAbbreviation(std::u32string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && isLatin(text[begin - 1]))
        --begin;
    const std::u32string_view word = text.substr(begin, stop - begin);
    static constexpr std::array<std::u32string_view, 14> known = {U"vs",  U"est", U"etc", U"inc",    U"corp",
                                                                  U"ltd", U"co",  U"no",  U"approx", U"mr",
                                                                  U"dr",  U"ca",  U"fig", U"jr"};
    if (word.size() == 1) // an initial; "$9.4B." and "12 s." end in a unit
        return !endsInDigit(text.substr(0, begin > 0 && text[begin - 1] == U' ' ? begin - 1 : begin));
    if (std::ranges::find(known, word) == known.end())
        return false;
    // "etc." and "inc." may well end a sentence; then a capital follows, which folding has hidden. A closing
    // mark or the end of the text is the end of the sentence in any case.
    return stop + 1 < text.size();
}

bool endsSentence(std::u32string_view text, std::size_t i) {
    switch (text[i]) {
    case U'。':
    case U'!':
    case U'?':
        return true;
    case U'.':
        return (i + 1 == text.size() || text[i + 1] == U' ' || text[i + 1] == U'"' || text[i + 1] == U')') &&
               !isAbbreviation(text, i);
    default:
        return false;
    }
}

constexpr std::size_t longestForm = 64; // code points of a word in the lexicon or a name

std::size_t wordEnd(std::u32string_view text, std::size_t i) {
    std::size_t end = i;
    while (end < text.size() && (isLatin(text[end]) || isDigitPoint(text[end])))
        ++end;
    return std::max(end, i + 1);
}

} // namespace

ReadText readText(const Article& article, int block, const std::vector<Quantity>& quantities,
                  const Names& names) {
    const Block& source = article.blocks[static_cast<std::size_t>(block)];
    ReadText out;
    out.block = block;
    if (source.span.begin <= source.span.end && source.span.end <= article.text.size()) {
        const std::string_view written =
            std::string_view(article.text).substr(source.span.begin, source.span.end - source.span.begin);
        if (const std::size_t at = written.find(source.text); at != std::string_view::npos)
            out.offset = source.span.begin + at;
    }
    const Points points = pointsOf(source.text);
    const std::u32string_view text = points.folded;
    out.folded = toUtf8(text);

    std::size_t figure = 0;
    Sentence sentence;
    const auto endSentence = [&](std::size_t point) {
        if (out.tokens.size() > sentence.begin) {
            sentence.end = out.tokens.size();
            sentence.span.begin = out.tokens[sentence.begin].span.begin;
            sentence.span.end = points.bytes[point];
            out.sentences.push_back(sentence);
        }
        sentence.begin = out.tokens.size();
        sentence.span.begin = points.bytes[point];
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t byte = points.bytes[i];
        while (figure < quantities.size() && quantities[figure].span.begin < byte)
            ++figure;
        Token token;
        token.span.begin = byte;
        std::size_t end = i + 1;
        if (figure < quantities.size() && quantities[figure].span.begin == byte &&
            quantities[figure].span.end > byte) {
            token.figure = static_cast<int>(figure);
            token.weight = 1;
            while (end < text.size() && points.bytes[end] < quantities[figure].span.end)
                ++end;
            ++figure;
            // "跌幅 96%", "nearly doubling": what its own words say.
            for (std::size_t k = i; k < end;) {
                const WordIndex::Hit hit = wordIndex().longestAt(text, k, end);
                const bool begins = k == i || !isLatin(text[k]) || !isLatin(text[k - 1]);
                if (begins && hit.length > 0)
                    token.cues.add(hit.sense.cues);
                k += begins ? std::max<std::size_t>(hit.length, 1) : 1;
            }
        } else if (text[i] == U' ') {
            ++i;
            continue;
        } else {
            // The next figure is near, or else no word reaches it.
            const std::size_t next =
                figure < quantities.size() ? quantities[figure].span.begin : source.text.size();
            std::size_t limit = i;
            while (limit < text.size() && limit < i + longestForm && points.bytes[limit] < next)
                ++limit;
            WordIndex::Hit hit = wordIndex().longestAt(text, i, limit);
            const WordIndex::Hit own = names.own().longestAt(text, i, limit);
            if (own.length > hit.length)
                hit = own;
            else if (own.length == hit.length && hit.sense.name < 0)
                hit.sense.name = own.sense.name;
            if (hit.length > 0) {
                end = i + hit.length;
                token.cues = hit.sense.cues;
                token.measure = hit.sense.measure;
                token.name = hit.sense.name;
                token.weight =
                    isHan(text[i]) ? static_cast<std::uint8_t>(std::min<std::size_t>(hit.length, 8)) : 2;
            } else if (isLatin(text[i]) || isDigitPoint(text[i])) {
                end = wordEnd(text, i);
                while (end > i + 1 && points.bytes[end] > next)
                    --end;
                token.weight = 2;
            } else if (isHan(text[i])) {
                token.weight = 1;
            } else {
                token.mark = text[i];
            }
        }
        token.span.end = points.bytes[end];
        out.tokens.push_back(token);
        if (token.mark != 0 && endsSentence(text, i))
            endSentence(end);
        i = end;
    }
    endSentence(text.size());
    return out;
}

std::vector<Mention> mentionsOf(std::string_view text, const WordIndex& index) {
    std::vector<Mention> mentions;
    const Points points = pointsOf(text);
    const std::u32string_view folded = points.folded;
    for (std::size_t i = 0; i < folded.size();) {
        const bool inside = i > 0 && isLatin(folded[i]) && isLatin(folded[i - 1]);
        const WordIndex::Hit hit = inside ? WordIndex::Hit{} : index.longestAt(folded, i);
        if (hit.length > 0)
            mentions.push_back({{points.bytes[i], points.bytes[i + hit.length]}, hit.sense});
        i += std::max<std::size_t>(hit.length, 1);
    }
    return mentions;
}

Evidence evidenceOf(const Article& article, const ReadText& text, Span inBlock) {
    const Block& block = article.blocks[static_cast<std::size_t>(text.block)];
    Evidence evidence;
    evidence.block = text.block;
    evidence.table = -1;
    evidence.quote = block.text.substr(inBlock.begin, inBlock.end - inBlock.begin);
    if (text.offset != std::string::npos) {
        evidence.span = {text.offset + inBlock.begin, text.offset + inBlock.end};
        return evidence;
    }
    // Markup stands between the words: the quote itself, or else the whole block.
    evidence.span = block.span;
    constexpr std::size_t longestSearch = std::size_t{1} << 16;
    if (block.span.end <= article.text.size() && block.span.end - block.span.begin <= longestSearch) {
        const std::string_view written =
            std::string_view(article.text).substr(block.span.begin, block.span.end - block.span.begin);
        if (const std::size_t at = written.find(evidence.quote); at != std::string_view::npos)
            evidence.span = {block.span.begin + at, block.span.begin + at + evidence.quote.size()};
    }
    return evidence;
}

Evidence cellEvidence(const Article& article, int table, int row, int column) {
    const Table& source = article.tables[static_cast<std::size_t>(table)];
    const std::vector<Cell>& cells = row < 0 ? source.header : source.rows[static_cast<std::size_t>(row)];
    Evidence evidence;
    evidence.table = table;
    evidence.row = row;
    evidence.column = column;
    if (column >= 0 && static_cast<std::size_t>(column) < cells.size()) {
        const Cell& cell = cells[static_cast<std::size_t>(column)];
        evidence.quote = cell.text;
        evidence.span = cell.span.end > cell.span.begin ? cell.span : source.span;
    }
    return evidence;
}

Evidence captionEvidence(const Article& article, int table) {
    const Table& source = article.tables[static_cast<std::size_t>(table)];
    Evidence evidence;
    evidence.table = table;
    evidence.quote = source.caption;
    evidence.span = source.captionSpan;
    return evidence;
}

} // namespace parallax::data
