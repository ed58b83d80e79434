// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/inference/tokenizer_data.h"

// From the file's values to the tables that tokenizer.cpp works with.

namespace parallax::inference {
namespace {

// Tokens with one of these texts end generation, whatever the file names as its end.
constexpr std::string_view endTexts[] = {"<|eot_id|>",
                                         "<|im_end|>",
                                         "<|end|>",
                                         "<|return|>",
                                         "<|call|>",
                                         "<|flush|>",
                                         "<|calls|>",
                                         "<end_of_turn>",
                                         "<|endoftext|>",
                                         "</s>",
                                         "<|eom_id|>",
                                         "<EOT>",
                                         "_<EOT>",
                                         "[EOT]",
                                         "[EOS]",
                                         "<|end_of_text|>",
                                         "<end_of_utterance>",
                                         "<eos>",
                                         "<turn|>",
                                         "<|tool_response>"};

// Byte-level BPE writes each byte as a printable character: itself where it is one, else from U+0100 on.
std::array<char32_t, 256> byteAlphabet() {
    std::array<char32_t, 256> alphabet{};
    char32_t next = 0x100;
    for (unsigned b = 0; b < 256; ++b) {
        const bool printable = (b > 0x20 && b < 0x7F) || (b > 0xA0 && b != 0xAD);
        alphabet[b] = printable ? b : next++;
    }
    return alphabet;
}

// The bytes behind a text in that alphabet; nothing when it has other characters.
std::optional<std::string> bytesOfAlphabet(std::string_view text) {
    static const auto bytes = [] {
        std::unordered_map<char32_t, char> map;
        const auto alphabet = byteAlphabet();
        for (unsigned b = 0; b < 256; ++b)
            map.emplace(alphabet[b], static_cast<char>(b));
        return map;
    }();
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        const auto byte = bytes.find(c.value);
        if (byte == bytes.end())
            return std::nullopt;
        out += byte->second;
        at += c.length;
    }
    return out;
}

// "<0x4F>": exactly two hexadecimal digits.
std::optional<char> byteOfToken(std::string_view text) {
    if (text.size() != 6 || !text.starts_with("<0x") || text[5] != '>')
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(3, 2)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                                 : -1;
        if (digit < 0)
            return std::nullopt;
        value = value * 16 + digit;
    }
    return static_cast<char>(value);
}

} // namespace

std::optional<Token> Tokenizer::Data::id(const Gguf& file, std::string_view key) const {
    const std::int64_t value = file.integer(key, -1);
    // Some converters write 2^32 - 1 for "none".
    if (value == -1 || value == 0xFFFFFFFFLL)
        return std::nullopt;
    if (value < 0 || value >= static_cast<std::int64_t>(texts.size()))
        file.malformed(key, "a token below " + std::to_string(texts.size()), std::to_string(value));
    return static_cast<Token>(value);
}

void Tokenizer::Data::readVocabulary(const Gguf& file) {
    const auto tokens = file.strings("tokenizer.ggml.tokens");
    if (tokens.empty())
        file.malformed("tokenizer.ggml.tokens", "a vocabulary", "none");
    if (tokens.size() > (1U << 24))
        file.malformed("tokenizer.ggml.tokens", "at most 16777216 tokens", std::to_string(tokens.size()));
    texts.assign(tokens.begin(), tokens.end());
    const auto types = file.integers("tokenizer.ggml.token_type");
    if (!types.empty() && types.size() != texts.size())
        file.malformed("tokenizer.ggml.token_type", std::to_string(texts.size()) + " elements",
                       std::to_string(types.size()));
    scores = file.floats("tokenizer.ggml.scores");
    if (!scores.empty() && scores.size() != texts.size())
        file.malformed("tokenizer.ggml.scores", std::to_string(texts.size()) + " elements",
                       std::to_string(scores.size()));
    scores.resize(texts.size(), 0);
    for (float& score : scores)
        if (std::isnan(score))
            score = -std::numeric_limits<float>::infinity();
    kinds.assign(texts.size(), TokenKind::Normal);
    pieces.resize(texts.size());
    byteTokens.fill(-1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!types.empty() && types[i] >= 1 && types[i] <= 6)
            kinds[i] = static_cast<TokenKind>(types[i]);
        const auto token = static_cast<Token>(i);
        byText.emplace(texts[i], token); // the first of equal texts
        longestText = std::max(longestText, texts[i].size());
        pieces[i] = texts[i];
        if (sentencePiece) {
            // Some files say nothing of kinds, or call these normal: the name tells.
            const bool mayBeByte = kinds[i] == TokenKind::Byte || kinds[i] == TokenKind::Normal;
            if (const auto byte = mayBeByte ? byteOfToken(texts[i]) : std::nullopt) {
                kinds[i] = TokenKind::Byte;
                pieces[i] = *byte;
                byteTokens[static_cast<unsigned char>(*byte)] = token;
            } else {
                for (std::size_t at = 0; (at = pieces[i].find(spaceMark, at)) != std::string::npos; ++at)
                    pieces[i].replace(at, spaceMark.size(), " ");
            }
        } else if (auto bytes = bytesOfAlphabet(texts[i])) {
            // Alone what is spelled in the alphabet is made by merges: a token whose text is the character
            // itself may stand beside the one that is (Command R has both for U+200D).
            byPiece.emplace(*bytes, token);
            if (kinds[i] != TokenKind::Control && kinds[i] != TokenKind::UserDefined) {
                pieces[i] = std::move(*bytes);
                if (pieces[i].size() == 1 && byteTokens[static_cast<unsigned char>(pieces[i][0])] < 0)
                    byteTokens[static_cast<unsigned char>(pieces[i][0])] = token;
            }
        }
    }
}

std::uint32_t Tokenizer::Data::symbol(const std::string& bytes) {
    const auto [place, isNew] = symbols.emplace(bytes, static_cast<std::uint32_t>(symbolBytes.size()));
    if (isNew) {
        symbolBytes.push_back(bytes);
        const auto token = byPiece.find(bytes);
        symbolTokens.push_back(token == byPiece.end() ? -1 : token->second);
    }
    return place->second;
}

void Tokenizer::Data::readMerges(const Gguf& file) {
    for (unsigned b = 0; b < 256; ++b)
        symbol(std::string(1, static_cast<char>(b))); // symbol b is byte b
    std::uint32_t rank = 0;
    for (const auto text : file.strings("tokenizer.ggml.merges")) {
        const std::size_t space = text.find(' ', 1);
        const auto left = bytesOfAlphabet(text.substr(0, std::min(space, text.size())));
        const auto right = space == text.npos ? std::nullopt : bytesOfAlphabet(text.substr(space + 1));
        if (!left || !right || left->empty() || right->empty())
            file.malformed("tokenizer.ggml.merges",
                           "two parts with a space between at " + std::to_string(rank), text);
        const std::uint64_t pair = (std::uint64_t{symbol(*left)} << 32) | symbol(*right);
        merges.emplace(pair, Merge{rank++, symbol(*left + *right)});
    }
}

void Tokenizer::Data::findSpecials(const Gguf& file) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty() || (kinds[i] != TokenKind::Control && kinds[i] != TokenKind::UserDefined &&
                                 kinds[i] != TokenKind::Unknown))
            continue;
        bytes += texts[i].size();
        if (bytes > SpecialFinder::mostBytes)
            file.malformed("tokenizer.ggml.token_type",
                           "at most " + std::to_string(SpecialFinder::mostBytes) + " bytes of special tokens",
                           "more");
        specials.add(texts[i], static_cast<Token>(i), kinds[i] == TokenKind::UserDefined);
    }
    specials.finish();
    ends.assign(texts.size(), false);
    for (const auto text : endTexts)
        if (const auto token = byText.find(text); token != byText.end())
            if (kinds[static_cast<std::size_t>(token->second)] == TokenKind::Control ||
                kinds[static_cast<std::size_t>(token->second)] == TokenKind::UserDefined)
                ends[static_cast<std::size_t>(token->second)] = true;
}

Tokenizer::Tokenizer(const Gguf& file)
    : m_data(std::make_unique<Data>()) {
    Data& data = *m_data;
    const auto model = file.string("tokenizer.ggml.model", "");
    if (model != "gpt2" && model != "llama")
        throw Error(ErrorCode::ModelUnsupported,
                    {file.name(), "tokenizer.ggml.model",
                     model.empty() ? "missing" : visibleUtf8(model.substr(0, 40))});
    data.sentencePiece = model == "llama";
    data.readVocabulary(file);
    const auto pre = data.sentencePiece ? std::string_view() : file.string("tokenizer.ggml.pre", "");
    const auto rule = presplitFromName(pre);
    if (!rule)
        throw Error(ErrorCode::ModelUnsupported,
                    {file.name(), "tokenizer.ggml.pre", visibleUtf8(pre.substr(0, 40))});
    data.rule = *rule;
    data.wholeTokenFirst = takesWholeTokens(pre);
    if (!data.sentencePiece) {
        // Without them each byte is a token of its own: text the model has hardly seen.
        if (file.find("tokenizer.ggml.merges") == nullptr)
            file.malformed("tokenizer.ggml.merges", "the merges of its pieces", "none");
        data.readMerges(file);
    }
    data.findSpecials(file);
    data.bos = data.id(file, "tokenizer.ggml.bos_token_id");
    data.eos = data.id(file, "tokenizer.ggml.eos_token_id");
    data.unknown = data.id(file, "tokenizer.ggml.unknown_token_id");
    if (data.sentencePiece) { // what files of old leave unsaid
        if (!data.bos && data.byText.contains("<s>"))
            data.bos = data.byText.find("<s>")->second;
        if (!data.eos && data.byText.contains("</s>"))
            data.eos = data.byText.find("</s>")->second;
    }
    for (const auto& end : {data.eos, data.id(file, "tokenizer.ggml.eot_token_id"),
                            data.id(file, "tokenizer.ggml.eom_token_id")})
        if (end)
            data.ends[static_cast<std::size_t>(*end)] = true;
    data.addBos =
        file.boolean("tokenizer.ggml.add_bos_token", data.sentencePiece || data.wholeTokenFirst) && data.bos;
    data.addEos = file.boolean("tokenizer.ggml.add_eos_token", false) && data.eos;
    data.addSpace = file.boolean("tokenizer.ggml.add_space_prefix", data.sentencePiece) && data.sentencePiece;
}

} // namespace parallax::inference
