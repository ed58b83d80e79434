// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/pretokenize.h"

#include <cstddef>
#include <string>

#include "base/utf8.h"
#include "engine/inference/unicode.h"

// Each scanner answers for one place of the text: where the match that begins there ends, or the place itself
// when none does. Alternatives are tried in the expression's order, as a regular expression does.

namespace parallax::inference {
namespace {

using enum CharClass;
using Index = std::size_t;

struct Text {
    std::string_view bytes;
    std::vector<char32_t> code;
    std::vector<CharClass> kind;
    std::vector<Index> offset; // of each code point, and one past the last

    explicit Text(std::string_view text)
        : bytes(text) {
        for (Index at = 0; at < text.size();) {
            const CodePoint c = decodeAt(text, at);
            code.push_back(c.value);
            kind.push_back(charClass(c.value));
            offset.push_back(at);
            at += c.length;
        }
        offset.push_back(text.size());
    }
};

// A piece [i, end) of the text, looked at as if it stood alone.
using Scanner = Index (*)(const Text& text, Index i, Index end);

template <class Is>
Index run(const Text& text, Index i, Index end, Is is, Index most = ~Index{0}) {
    const Index start = i;
    while (i < end && i - start < most && is(text, i))
        ++i;
    return i;
}

bool isLetter(const Text& t, Index i) {
    return t.kind[i] == Letter;
}
bool isLetterOrMark(const Text& t, Index i) {
    return t.kind[i] == Letter || t.kind[i] == Mark;
}
bool isNumber(const Text& t, Index i) {
    return t.kind[i] == Number;
}
bool isSpace(const Text& t, Index i) {
    return t.kind[i] == Space;
}
bool isLineEnd(const Text& t, Index i) {
    return t.code[i] == '\n' || t.code[i] == '\r';
}
bool isPunctuation(const Text& t, Index i) {
    return t.kind[i] == Punctuation;
}
bool isSign(const Text& t, Index i) { // [\p{P}\p{S}]
    return t.kind[i] == Punctuation || t.kind[i] == Symbol;
}
bool isNoWord(const Text& t, Index i) { // [^\s\p{L}\p{N}]
    return t.kind[i] != Space && t.kind[i] != Letter && t.kind[i] != Number;
}
bool isNoWordOrMark(const Text& t, Index i) { // [^\s\p{L}\p{M}\p{N}]
    return isNoWord(t, i) && t.kind[i] != Mark;
}
bool isDigit(const Text& t, Index i) {
    return t.code[i] >= '0' && t.code[i] <= '9';
}
bool isAsciiLetter(const Text& t, Index i) {
    return (t.code[i] >= 'A' && t.code[i] <= 'Z') || (t.code[i] >= 'a' && t.code[i] <= 'z');
}
bool isAsciiSign(const Text& t, Index i) { // what stands on the keys beside letters and digits
    return t.code[i] > ' ' && t.code[i] < 0x7F && !isDigit(t, i) && !isAsciiLetter(t, i);
}

// 's 't 're 've 'm 'll 'd; with `anyCase` also in capitals and with the long s, which folds to s.
Index contraction(const Text& t, Index i, Index end, bool anyCase) {
    if (i + 1 >= end || t.code[i] != '\'')
        return i;
    const auto letter = [&](Index at) -> char32_t {
        if (at >= end)
            return 0;
        const char32_t c = t.code[at];
        if (anyCase && c >= 'A' && c <= 'Z')
            return c + 32;
        return anyCase && c == 0x17F ? U's' : c;
    };
    const char32_t first = letter(i + 1);
    const char32_t second = letter(i + 2);
    if (first == 's' || first == 't' || first == 'm' || first == 'd')
        return i + 2;
    if (((first == 'r' || first == 'v') && second == 'e') || (first == 'l' && second == 'l'))
        return i + 3;
    return i;
}

// " ?X+"
template <class Is>
Index afterSpace(const Text& t, Index i, Index end, Is is) {
    const Index start = i < end && t.code[i] == ' ' ? i + 1 : i;
    const Index stop = run(t, start, end, is);
    return stop > start ? stop : i;
}

// "\s?X+" where X has no white space in it
template <class Is>
Index afterAnySpace(const Text& t, Index i, Index end, Is is) {
    const Index start = i < end && isSpace(t, i) ? i + 1 : i;
    const Index stop = run(t, start, end, is);
    return stop > start ? stop : i;
}

// "\s+(?!\S)": white space up to the end, or all but the last before something else
Index spaceBeforeSpace(const Text& t, Index i, Index end) {
    const Index stop = run(t, i, end, isSpace);
    return stop == end || stop == i ? stop : stop - 1;
}

// "\s*[\r\n]+": white space up to its last line end
Index throughLineEnd(const Text& t, Index i, Index end) {
    Index stop = run(t, i, end, isSpace);
    while (stop > i && !isLineEnd(t, stop - 1))
        --stop;
    return stop;
}

// "\s*[\r\n]+|\s+(?!\S)|\s+"
Index spaces(const Text& t, Index i, Index end) {
    if (const Index stop = throughLineEnd(t, i, end); stop > i)
        return stop;
    if (const Index stop = spaceBeforeSpace(t, i, end); stop > i)
        return stop;
    return run(t, i, end, isSpace);
}

// 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)
Index gpt2(const Text& t, Index i, Index end) {
    if (const Index stop = contraction(t, i, end, false); stop > i)
        return stop;
    if (const Index stop = afterSpace(t, i, end, isLetter); stop > i)
        return stop;
    if (const Index stop = afterSpace(t, i, end, isNumber); stop > i)
        return stop;
    if (const Index stop = afterSpace(t, i, end, isNoWord); stop > i)
        return stop;
    return spaceBeforeSpace(t, i, end);
}

// (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?WORD+|\p{N}{1,DIGITS}| ?[^\s WORD \p{N}]+[\r\n]*|
// \s*[\r\n]+|\s+(?!\S)|\s+
template <class IsWord, class IsSign>
Index wordsAndSigns(const Text& t, Index i, Index end, IsWord isWord, IsSign isOther, Index digits) {
    if (const Index stop = contraction(t, i, end, true); stop > i)
        return stop;
    if (!isLineEnd(t, i) && !isLetter(t, i) && !isNumber(t, i))
        if (const Index stop = run(t, i + 1, end, isWord); stop > i + 1)
            return stop;
    if (const Index stop = run(t, i, end, isWord); stop > i)
        return stop;
    if (const Index stop = run(t, i, end, isNumber, digits); stop > i)
        return stop;
    if (const Index stop = afterSpace(t, i, end, isOther); stop > i)
        return run(t, stop, end, isLineEnd);
    return spaces(t, i, end);
}

Index llama3(const Text& t, Index i, Index end) {
    return wordsAndSigns(t, i, end, isLetter, isNoWord, 3);
}
Index qwen2(const Text& t, Index i, Index end) {
    return wordsAndSigns(t, i, end, isLetter, isNoWord, 1);
}
Index qwen35(const Text& t, Index i, Index end) {
    return wordsAndSigns(t, i, end, isLetterOrMark, isNoWordOrMark, 1);
}

// With U for [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}] and L for [\p{Ll}\p{Lm}\p{Lo}\p{M}]:
// [^\r\n\p{L}\p{N}]?U*L+ENDING?|[^\r\n\p{L}\p{N}]?U+L*ENDING?|\p{N}{1,DIGITS}| ?[^\s\p{L}\p{N}]+[\r\n/]*|
// \s*[\r\n]+|\s+(?!\S)|\s+     where ENDING is a contraction, or nothing at all
bool isCapital(const Text& t, Index i) {
    return isLetterOrMark(t, i) && letterCase(t.code[i]) != LetterCase::Lower;
}
bool isSmall(const Text& t, Index i) {
    return isLetterOrMark(t, i) && letterCase(t.code[i]) != LetterCase::Upper;
}
// U*L+
Index capitalsThenSmall(const Text& t, Index i, Index end) {
    const Index capitals = run(t, i, end, isCapital);
    if (const Index stop = run(t, capitals, end, isSmall); stop > capitals)
        return stop;
    for (Index back = capitals; back > i; --back) // one that may be either is given back
        if (isSmall(t, back - 1))
            return back;
    return i;
}
// U+L*
Index capitalsAndSmall(const Text& t, Index i, Index end) {
    const Index capitals = run(t, i, end, isCapital);
    return capitals > i ? run(t, capitals, end, isSmall) : i;
}
Index casedWords(const Text& t, Index i, Index end, bool contractions, Index digits) {
    const bool before = !isLineEnd(t, i) && !isLetter(t, i) && !isNumber(t, i);
    for (const auto word : {capitalsThenSmall, capitalsAndSmall})
        for (const Index start : {before ? i + 1 : i, i})
            if (const Index stop = word(t, start, end); stop > start)
                return contractions ? contraction(t, stop, end, true) : stop;
    if (const Index stop = run(t, i, end, isNumber, digits); stop > i)
        return stop;
    if (const Index stop = afterSpace(t, i, end, isNoWord); stop > i)
        return run(t, stop, end,
                   [](const Text& text, Index at) { return isLineEnd(text, at) || text.code[at] == '/'; });
    return spaces(t, i, end);
}
Index tekken(const Text& t, Index i, Index end) {
    return casedWords(t, i, end, false, 1);
}
Index gpt4o(const Text& t, Index i, Index end) {
    return casedWords(t, i, end, true, 3);
}

// [!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+|
// ?[\p{P}\p{S}]+[\r\n]*| \s*[\r\n]+|\s+(?!\S)|\s+
Index deepseek(const Text& t, Index i, Index end) {
    if (isAsciiSign(t, i))
        if (const Index stop = run(t, i + 1, end, isAsciiLetter); stop > i + 1)
            return stop;
    if (!isLineEnd(t, i) && !isLetter(t, i) && !isSign(t, i))
        if (const Index stop = run(t, i + 1, end, isLetterOrMark); stop > i + 1)
            return stop;
    if (const Index stop = run(t, i, end, isLetterOrMark); stop > i)
        return stop;
    if (const Index stop = afterSpace(t, i, end, isSign); stop > i)
        return run(t, stop, end, isLineEnd);
    return spaces(t, i, end);
}

Index threeNumbers(const Text& t, Index i, Index end) { // \p{N}{1,3}
    return run(t, i, end, isNumber, 3);
}
Index oneNumber(const Text& t, Index i, Index end) { // \p{N}
    return run(t, i, end, isNumber, 1);
}
Index numbers(const Text& t, Index i, Index end) { // \p{N}+
    return run(t, i, end, isNumber);
}
Index threeDigits(const Text& t, Index i, Index end) { // [0-9][0-9][0-9]
    const Index stop = run(t, i, end, isDigit, 3);
    return stop == i + 3 ? stop : i;
}
Index lineEnd(const Text& t, Index i, Index end) { // [\r\n]
    return run(t, i, end, isLineEnd, 1);
}
Index hanAndKana(const Text& t, Index i, Index end) { // [一-龥぀-ゟ゠-ヿ]+
    return run(t, i, end, [](const Text& text, Index at) {
        const char32_t c = text.code[at];
        return (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3040 && c <= 0x30FF);
    });
}
Index hanAndHangul(const Text& t, Index i, Index end) { // [一-龥ࠀ-一가-퟿]+
    return run(t, i, end, [](const Text& text, Index at) {
        const char32_t c = text.code[at];
        return (c >= 0x0800 && c <= 0x9FA5) || (c >= 0xAC00 && c <= 0xD7FF);
    });
}
Index wordAfterSpace(const Text& t, Index i, Index end) { // \s?\p{L}+
    return afterAnySpace(t, i, end, isLetter);
}
Index signsAfterSpace(const Text& t, Index i, Index end) { // \s?\p{P}+
    return afterAnySpace(t, i, end, isPunctuation);
}
Index signs(const Text& t, Index i, Index end) { // [\p{P}\$\+<=>\^~\|]+
    return run(t, i, end, [](const Text& text, Index at) {
        return isPunctuation(text, at) ||
               (text.code[at] < 0x7F &&
                std::u32string_view(U"$+<=>^~|").find(text.code[at]) != std::u32string_view::npos);
    });
}
Index signsAndBacktick(const Text& t, Index i, Index end) { // [\p{P}\$\+<=>\^~\|`]+
    return run(t, i, end, [](const Text& text, Index at) {
        return text.code[at] == '`' || signs(text, at, at + 1) > at;
    });
}

// \s?[A-Za-z and the other letters of scripts with capitals]+
Index casedAfterSpace(const Text& t, Index i, Index end) {
    return afterAnySpace(t, i, end, [](const Text& text, Index at) { return isCasedLetter(text.code[at]); });
}
// \s?[!-/:-~！-／：-～‘-‟　-。]+, where the last range begins with a white space of its own
Index anySignsAfterSpace(const Text& t, Index i, Index end) {
    const auto is = [](const Text& text, Index at) {
        const char32_t c = text.code[at];
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '~') || (c >= 0xFF01 && c <= 0xFF0F) ||
               (c >= 0xFF1A && c <= 0xFF5E) || (c >= 0x2018 && c <= 0x201F) || (c >= 0x3000 && c <= 0x3002);
    };
    const Index stop = afterAnySpace(t, i, end, is);
    return stop > i ? stop : run(t, i, end, is);
}
Index spaceAtEnd(const Text& t, Index i, Index end) { // \s+$
    return run(t, i, end, isSpace) == end ? end : i;
}
Index untilStop(const Text& t, Index i, Index end) { // ?[^(\s|.,!?…。，、।۔،)]+
    return afterSpace(t, i, end, [](const Text& text, Index at) {
        return !isSpace(text, at) && std::u32string_view(U"(|.,!?\u2026\u3002\uFF0C\u3001\u0964\u06D4\u060C)")
                                             .find(text.code[at]) == std::u32string_view::npos;
    });
}

std::vector<Scanner> scannersOf(Presplit rule) {
    switch (rule) {
    case Presplit::Default:
        return {signs, gpt2, numbers, threeDigits};
    case Presplit::Gpt2:
        return {gpt2};
    case Presplit::Llama3:
        return {llama3};
    case Presplit::Qwen2:
        return {qwen2};
    case Presplit::Qwen35:
        return {qwen35};
    case Presplit::DeepseekV3:
        return {threeNumbers, hanAndKana, deepseek};
    case Presplit::DeepseekCoder:
        return {lineEnd, wordAfterSpace, signsAfterSpace, hanAndHangul, oneNumber};
    case Presplit::DeepseekLlm:
        return {lineEnd, casedAfterSpace, anySignsAfterSpace, spaceAtEnd, hanAndHangul, numbers};
    case Presplit::Tekken:
        return {tekken};
    case Presplit::Gpt4o:
        return {gpt4o};
    case Presplit::Bloom:
        return {untilStop};
    case Presplit::Viking:
        return {untilStop, oneNumber};
    case Presplit::Falcon:
        return {signsAndBacktick, gpt2, threeDigits};
    case Presplit::StarCoder:
        return {oneNumber, gpt2};
    }
    return {};
}

} // namespace

std::vector<std::string_view> presplit(Presplit rule, std::string_view bytes) {
    const Text text(bytes);
    // Ends of the pieces so far, as indices of code points.
    std::vector<Index> ends;
    if (!text.code.empty())
        ends.push_back(text.code.size());
    for (const Scanner scan : scannersOf(rule)) {
        std::vector<Index> finer;
        Index start = 0;
        for (const Index end : ends) {
            Index unmatched = start; // what no match takes stays together as a piece of its own
            for (Index i = start; i < end;) {
                const Index stop = scan(text, i, end);
                if (stop == i) {
                    ++i;
                    continue;
                }
                if (unmatched < i)
                    finer.push_back(i);
                finer.push_back(stop);
                unmatched = i = stop;
            }
            if (unmatched < end)
                finer.push_back(end);
            start = end;
        }
        ends = std::move(finer);
    }
    std::vector<std::string_view> pieces;
    Index start = 0;
    for (const Index end : ends) {
        pieces.push_back(bytes.substr(text.offset[start], text.offset[end] - text.offset[start]));
        start = end;
    }
    return pieces;
}

} // namespace parallax::inference
