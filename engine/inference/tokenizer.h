// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/inference/gguf.h"

namespace parallax::inference {

using Token = std::int32_t;

// What is done with special tokens ("<|im_end|>", "</s>").
enum class Specials {
    Ignored,     // text that looks like one is ordinary text
    Parsed,      // it becomes the token
    AddedParsed, // and what the model wants in front (BOS) and behind (EOS) is added
};

// Text to tokens and back, as the file's tokenizer says: byte-level BPE with merges ("gpt2") or SentencePiece
// with scores and byte fallback ("llama"). Linear in the text but for a logarithm. Thread-safe.
class Tokenizer {
  public:
    // Throws Error{ModelMalformed} and Error{ModelUnsupported}.
    explicit Tokenizer(const Gguf& file);
    ~Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;

    std::vector<Token> encode(std::string_view text, Specials specials) const;

    // The bytes that a token stands for; a character may span several tokens. Control tokens give their name
    // when `specials` are wanted, else nothing.
    std::string piece(Token token, bool specials = false) const;

    // All of them together; SentencePiece's added leading space is dropped.
    std::string decode(const std::vector<Token>& tokens, bool specials = false) const;

    std::size_t size() const;                 // of the vocabulary
    std::string_view text(Token token) const; // as the file writes it
    bool isControl(Token token) const;
    bool isEnd(Token token) const; // whether generation stops at it
    std::optional<Token> bos() const;
    std::optional<Token> eos() const;
    bool addsBos() const;
    bool dropsLeadingSpace() const;
    std::optional<Token> find(std::string_view text) const; // a token by the file's text

    struct Data;

  private:
    std::unique_ptr<Data> m_data;
};

// Turns a stream of tokens into a stream of whole characters. Bytes that can be no character become U+FFFD.
class StreamDecoder {
  public:
    enum class From { Start, Within }; // a text's: the space that some tokenizers put before it is left out
    explicit StreamDecoder(const Tokenizer& tokenizer, bool specials = false, From from = From::Start)
        : m_tokenizer(tokenizer)
        , m_specials(specials)
        , m_dropSpace(from == From::Start && tokenizer.dropsLeadingSpace()) {}

    std::string push(Token token); // what is complete by now
    std::string finish();          // what was still waiting

  private:
    const Tokenizer& m_tokenizer;
    bool m_specials;
    bool m_dropSpace;
    std::string m_waiting;
};

} // namespace parallax::inference
