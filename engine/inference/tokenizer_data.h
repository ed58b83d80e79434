// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/inference/pretokenize.h"
#include "engine/inference/special_finder.h"
#include "engine/inference/tokenizer.h"

// What tokenizer.cpp and tokenizer_read.cpp share.

namespace parallax::inference {

enum class TokenKind : std::uint8_t { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };

struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

inline constexpr std::string_view spaceMark =
    "\xE2\x96\x81"; // U+2581, which SentencePiece writes for a space

struct Tokenizer::Data {
    bool sentencePiece = false;
    Presplit rule = Presplit::Default;
    bool wholeTokenFirst = false; // a piece that is a token is taken without merging
    bool addBos = false;
    bool addEos = false;
    bool addSpace = false;
    std::optional<Token> bos;
    std::optional<Token> eos;
    std::optional<Token> unknown;
    std::vector<std::string> texts;  // as in the file
    std::vector<std::string> pieces; // the bytes they stand for
    std::vector<TokenKind> kinds;
    std::vector<float> scores;
    std::vector<bool> ends;
    TextMap<Token> byText;
    std::size_t longestText = 0;
    std::array<Token, 256> byteTokens{}; // -1 where there is none

    // Byte-level BPE: every text that occurs in a merge is a symbol, whether it is a token or not.
    struct Merge {
        std::uint32_t rank;
        std::uint32_t symbol;
    };
    std::vector<std::string> symbolBytes;
    std::vector<Token> symbolTokens; // -1 for what is no token
    TextMap<std::uint32_t> symbols;
    TextMap<Token> byPiece;
    std::unordered_map<std::uint64_t, Merge> merges;

    SpecialFinder specials;

    std::optional<Token> id(const Gguf& file, std::string_view key) const;
    void readVocabulary(const Gguf& file);
    void readMerges(const Gguf& file);
    void findSpecials(const Gguf& file);
    std::uint32_t symbol(const std::string& bytes);

    std::optional<Token> pieceOf(std::string_view text) const; // what SentencePiece may make of plain text
    void encodeBytes(std::string_view piece, std::vector<Token>& out) const;
    void encodePiece(std::string_view piece, std::vector<Token>& out) const;
    void encodeSentencePiece(std::string_view text, bool spaceFirst, std::vector<Token>& out) const;
};

} // namespace parallax::inference
