// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parallax::inference {

// Unicode's general categories as far as tokenizers tell them apart: L, M, N, P, S, white space, the rest.
enum class CharClass : std::uint8_t { Other, Letter, Mark, Number, Punctuation, Symbol, Space };

CharClass charClass(char32_t c);

// Whether a letter is a capital (or a title letter) or small; most of the world's letters are neither.
enum class LetterCase : std::uint8_t { None, Upper, Lower };

LetterCase letterCase(char32_t c);

// Whether DeepSeek LLM's tokenizer counts it among the letters of scripts with capitals.
bool isCasedLetter(char32_t c);

// As Python's str.upper() and str.lower(), a last sigma and "ß" as "SS" included.
std::string toUpper(std::string_view text);
std::string toLower(std::string_view text);

// The generated tables: each range reaches to the start of the next.
struct ClassRange {
    char32_t start;
    CharClass value;
};
extern const ClassRange classRanges[];
extern const std::size_t classRangeCount;

struct CaseRange {
    char32_t start;
    LetterCase value;
};
extern const CaseRange caseRanges[];
extern const std::size_t caseRangeCount;

// Letters from `first` to `last`, each or every second, have their counterpart `delta` further on.
struct CaseRun {
    char32_t first;
    char32_t last;
    char32_t step;
    std::int32_t delta;
};
extern const CaseRun upperRuns[];
extern const std::size_t upperRunsCount;
extern const CaseRun lowerRuns[];
extern const std::size_t lowerRunsCount;

struct LongCapital {
    char32_t letter;
    const char32_t* capital; // of several characters
};
extern const LongCapital longCapitals[];
extern const std::size_t longCapitalsCount;

} // namespace parallax::inference
