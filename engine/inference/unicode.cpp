// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/unicode.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace parallax::inference {

namespace {

template <class Range>
auto valueAt(const Range* ranges, std::size_t count, char32_t c) {
    const auto* after = std::upper_bound(ranges, ranges + count, c,
                                         [](char32_t at, const Range& range) { return at < range.start; });
    return (after - 1)->value; // the first range starts at 0
}

char32_t mapped(const CaseRun* runs, std::size_t count, char32_t c) {
    const auto* after = std::upper_bound(runs, runs + count, c,
                                         [](char32_t at, const CaseRun& run) { return at < run.first; });
    if (after == runs)
        return c;
    const CaseRun& run = *(after - 1);
    if (c > run.last || (c - run.first) % run.step != 0)
        return c;
    return static_cast<char32_t>(static_cast<std::int32_t>(c) + run.delta);
}

} // namespace

std::string toUpper(std::string_view text) {
    std::string out;
    for (const char32_t c : toUtf32(text)) {
        const auto* const at =
            std::lower_bound(longCapitals, longCapitals + longCapitalsCount, c,
                             [](const LongCapital& one, char32_t letter) { return one.letter < letter; });
        if (at != longCapitals + longCapitalsCount && at->letter == c)
            out += toUtf8(at->capital);
        else
            appendUtf8(out, mapped(upperRuns, upperRunsCount, c));
    }
    return out;
}

std::string toLower(std::string_view text) {
    const std::u32string points = toUtf32(text);
    const auto isLetter = [&](std::size_t at) {
        return at < points.size() && letterCase(points[at]) != LetterCase::None;
    };
    std::string out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == 0x3A3 && i > 0 && isLetter(i - 1) && !isLetter(i + 1))
            appendUtf8(out, 0x3C2); // a word's last sigma
        else if (points[i] == 0x130)
            out += "i\u0307"; // the one letter whose small form has two characters
        else
            appendUtf8(out, mapped(lowerRuns, lowerRunsCount, points[i]));
    }
    return out;
}

CharClass charClass(char32_t c) {
    return valueAt(classRanges, classRangeCount, c);
}

LetterCase letterCase(char32_t c) {
    return valueAt(caseRanges, caseRangeCount, c);
}

// The list of DeepSeek LLM's tokenizer, letter by letter; newer Unicode has more.
bool isCasedLetter(char32_t c) {
    static constexpr struct {
        char32_t first;
        char32_t last;
    } ranges[] = {
        // clang-format off
        {0x41, 0x5A}, {0x61, 0x7A}, {0xB5, 0xB5}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x1BA},
        {0x1BC, 0x1BF}, {0x1C4, 0x293}, {0x295, 0x2AF}, {0x370, 0x373}, {0x376, 0x376}, {0x377, 0x377},
        {0x37B, 0x37D}, {0x37F, 0x37F}, {0x386, 0x386}, {0x388, 0x38A}, {0x38C, 0x38C}, {0x38E, 0x3A1},
        {0x3A3, 0x3F5}, {0x3F7, 0x481}, {0x48A, 0x52F}, {0x531, 0x556}, {0x10A0, 0x10C5},
        {0x13A0, 0x13F5}, {0x13F8, 0x13FD}, {0x1C90, 0x1CBA}, {0x1CBD, 0x1CBF}, {0x1D00, 0x1D2B},
        {0x1D6B, 0x1D77}, {0x1D79, 0x1D9A}, {0x1E00, 0x1F15}, {0x1F18, 0x1F1D}, {0x1F20, 0x1F45},
        {0x1F48, 0x1F4D}, {0x1F50, 0x1F57}, {0x1F59, 0x1F59}, {0x1F5B, 0x1F5B}, {0x1F5D, 0x1F5D},
        {0x1F5F, 0x1F7D}, {0x1F80, 0x1FB4}, {0x1FB6, 0x1FBC}, {0x1FBE, 0x1FBE}, {0x1FC2, 0x1FC4},
        {0x1FC6, 0x1FCC}, {0x1FD0, 0x1FD3}, {0x1FD6, 0x1FDB}, {0x1FE0, 0x1FEC}, {0x1FF2, 0x1FF4},
        {0x1FF6, 0x1FFC}, {0x2102, 0x2102}, {0x2107, 0x2107}, {0x210A, 0x2113}, {0x2115, 0x2115},
        {0x2119, 0x211D}, {0x2124, 0x2124}, {0x2126, 0x2126}, {0x2128, 0x2128}, {0x212A, 0x212D},
        {0x212F, 0x2134}, {0x2139, 0x2139}, {0x213C, 0x213F}, {0x2145, 0x2149}, {0x214E, 0x214E},
        {0x2183, 0x2183}, {0x2184, 0x2184}, {0x2C00, 0x2C7B}, {0x2C7E, 0x2CE4}, {0x2CEB, 0x2CEE},
        {0x2CF2, 0x2CF2}, {0x2CF3, 0x2CF3}, {0xA640, 0xA66D}, {0xA680, 0xA69B}, {0xA722, 0xA76F},
        {0xA771, 0xA787}, {0xA78B, 0xA78E}, {0xAB70, 0xABBF}, {0xFB00, 0xFB06}, {0xFB13, 0xFB17},
        {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}, {0x10400, 0x1044F}, {0x104B0, 0x104D3}, {0x104D8, 0x104FB},
        {0x10C80, 0x10CB2}, {0x10CC0, 0x10CF2}, {0x118A0, 0x118DF}, {0x1E900, 0x1E943},
        // clang-format on
    };
    const auto* after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                         [](char32_t at, const auto& range) { return at < range.first; });
    return after != std::begin(ranges) && c <= (after - 1)->last;
}

} // namespace parallax::inference
