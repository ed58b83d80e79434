// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/tokenizer.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "engine/inference/merge.h"
#include "engine/inference/pretokenize.h"
#include "engine/inference/tokenizer_data.h"

namespace parallax::inference {

Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;

// Control tokens, and those for single bytes, are no pieces of text: else "<s>" in a text could begin
// another.
std::optional<Token> Tokenizer::Data::pieceOf(std::string_view text) const {
    const auto token = byText.find(text);
    if (token == byText.end())
        return std::nullopt;
    const TokenKind kind = kinds[static_cast<std::size_t>(token->second)];
    if (kind != TokenKind::Normal && kind != TokenKind::UserDefined)
        return std::nullopt;
    return token->second;
}

void Tokenizer::Data::encodeBytes(std::string_view piece, std::vector<Token>& out) const {
    for (const char c : piece) {
        const Token token = byteTokens[static_cast<unsigned char>(c)];
        if (token >= 0)
            out.push_back(token);
        else if (unknown)
            out.push_back(*unknown);
    }
}

void Tokenizer::Data::encodePiece(std::string_view piece, std::vector<Token>& out) const {
    if (wholeTokenFirst)
        if (const auto token = byPiece.find(piece); token != byPiece.end())
            return out.push_back(token->second);
    std::vector<std::uint32_t> bytes;
    for (const char c : piece)
        bytes.push_back(static_cast<unsigned char>(c));
    const auto merged = mergeNeighbours(bytes, [this](std::uint32_t left, std::uint32_t right) {
        const auto found = merges.find((std::uint64_t{left} << 32) | right);
        if (found == merges.end())
            return Joined<std::uint32_t>{};
        return Joined<std::uint32_t>{true, static_cast<double>(found->second.rank), found->second.symbol};
    });
    for (const std::uint32_t symbol : merged) {
        if (symbolTokens[symbol] >= 0)
            out.push_back(symbolTokens[symbol]);
        else
            encodeBytes(symbolBytes[symbol], out);
    }
}

void Tokenizer::Data::encodeSentencePiece(std::string_view text, bool spaceFirst,
                                          std::vector<Token>& out) const {
    std::string marked = spaceFirst ? std::string(spaceMark) : std::string();
    for (const char c : text) {
        if (c == ' ')
            marked += spaceMark;
        else
            marked += c;
    }
    struct Part {
        std::size_t begin = 0;
        std::size_t size = 0;
    };
    std::vector<Part> parts;
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t length = decodeAt(marked, at).length;
        parts.push_back({at, length});
        at += length;
    }
    const std::string_view whole = marked;
    const auto merged = mergeNeighbours(parts, [&](Part left, Part right) {
        const std::size_t size = left.size + right.size;
        if (size > longestText)
            return Joined<Part>{};
        const auto token = pieceOf(whole.substr(left.begin, size));
        if (!token)
            return Joined<Part>{};
        const float score = scores[static_cast<std::size_t>(*token)];
        return Joined<Part>{true, -static_cast<double>(score), {left.begin, size}};
    });
    for (const Part& part : merged) {
        const auto piece = whole.substr(part.begin, part.size);
        const bool hasBytes = std::ranges::all_of(
            piece, [&](char c) { return byteTokens[static_cast<unsigned char>(c)] >= 0; });
        if (const auto token = pieceOf(piece))
            out.push_back(*token);
        else if (hasBytes)
            encodeBytes(piece, out);
        else if (unknown) // once for the character, not for each of its bytes
            out.push_back(*unknown);
    }
}

std::vector<Token> Tokenizer::encode(std::string_view text, Specials specials) const {
    const Data& data = *m_data;
    std::vector<Token> out;
    if (specials == Specials::AddedParsed && data.addBos)
        out.push_back(*data.bos);
    bool afterSpecial = true;
    const auto ordinary = [&](std::string_view fragment) {
        if (fragment.empty())
            return;
        if (data.sentencePiece)
            data.encodeSentencePiece(fragment, data.addSpace && afterSpecial, out);
        else
            for (const auto piece : presplit(data.rule, fragment))
                data.encodePiece(piece, out);
        afterSpecial = false;
    };
    std::size_t start = 0;
    for (const auto& [at, special] : data.specials.findAll(text, specials != Specials::Ignored)) {
        if (at < start) // within the one before it
            continue;
        ordinary(text.substr(start, at - start));
        out.push_back(special);
        afterSpecial = true;
        start = at + data.texts[static_cast<std::size_t>(special)].size();
    }
    ordinary(text.substr(start));
    if (specials == Specials::AddedParsed && data.addEos)
        out.push_back(*data.eos);
    return out;
}

std::string Tokenizer::piece(Token token, bool specials) const {
    const auto i = static_cast<std::size_t>(token);
    if (token < 0 || i >= m_data->texts.size())
        return {};
    if (!specials && (m_data->kinds[i] == TokenKind::Control || m_data->kinds[i] == TokenKind::Unknown))
        return {};
    return m_data->pieces[i];
}

std::string Tokenizer::decode(const std::vector<Token>& tokens, bool specials) const {
    std::string out;
    for (const Token token : tokens)
        out += piece(token, specials);
    if (m_data->addSpace && out.starts_with(' '))
        out.erase(0, 1);
    return out;
}

std::size_t Tokenizer::size() const {
    return m_data->texts.size();
}
std::string_view Tokenizer::text(Token token) const {
    const auto i = static_cast<std::size_t>(token);
    return token >= 0 && i < m_data->texts.size() ? std::string_view(m_data->texts[i]) : std::string_view();
}
bool Tokenizer::isControl(Token token) const {
    const auto i = static_cast<std::size_t>(token);
    return token >= 0 && i < m_data->kinds.size() && m_data->kinds[i] == TokenKind::Control;
}
bool Tokenizer::isEnd(Token token) const {
    const auto i = static_cast<std::size_t>(token);
    return token >= 0 && i < m_data->ends.size() && m_data->ends[i];
}
std::optional<Token> Tokenizer::bos() const {
    return m_data->bos;
}
std::optional<Token> Tokenizer::eos() const {
    return m_data->eos;
}
bool Tokenizer::addsBos() const {
    return m_data->addBos;
}
bool Tokenizer::dropsLeadingSpace() const {
    return m_data->addSpace;
}
std::optional<Token> Tokenizer::find(std::string_view text) const {
    const auto token = m_data->byText.find(text);
    return token == m_data->byText.end() ? std::nullopt : std::optional(token->second);
}

std::string StreamDecoder::push(Token token) {
    m_waiting += m_tokenizer.piece(token, m_specials);
    if (m_dropSpace && !m_waiting.empty()) {
        if (m_waiting[0] == ' ')
            m_waiting.erase(0, 1);
        m_dropSpace = false;
    }
    // A character has at most four bytes: only the last three can be the start of one that is still to come.
    std::size_t whole = m_waiting.size();
    for (std::size_t back = 1; back <= 3 && back <= m_waiting.size(); ++back) {
        const auto byte = static_cast<unsigned char>(m_waiting[m_waiting.size() - back]);
        if (byte < 0x80)
            break;
        if (byte >= 0xC0) {
            const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            if (back < length)
                whole = m_waiting.size() - back;
            break;
        }
    }
    std::string out = repairUtf8(std::string_view(m_waiting).substr(0, whole));
    m_waiting.erase(0, whole);
    return out;
}

std::string StreamDecoder::finish() {
    return repairUtf8(std::exchange(m_waiting, {}));
}

} // namespace parallax::inference
