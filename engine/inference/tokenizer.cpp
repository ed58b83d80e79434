// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/tokenizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/inference/merge.h"
#include "engine/inference/pretokenize.h"

namespace parallax::inference {
namespace {

enum class Kind : std::uint8_t { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };

struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

constexpr std::string_view spaceMark = "\xE2\x96\x81"; // U+2581, which SentencePiece writes for a space

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
    std::vector<Kind> kinds;
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

    // Special tokens, and by first byte how long they are, longest first: a place of the text costs as many
    // look-ups as there are lengths, however many tokens there are.
    TextMap<Token> specials;
    std::array<std::vector<std::size_t>, 256> specialLengths;

    std::optional<Token> id(const Gguf& file, std::string_view key) const;
    void readVocabulary(const Gguf& file);
    void readMerges(const Gguf& file);
    void findSpecials();
    std::uint32_t symbol(const std::string& bytes);

    std::optional<Token> specialAt(std::string_view text, std::size_t at, bool control) const;
    void encodeBytes(std::string_view piece, std::vector<Token>& out) const;
    void encodePiece(std::string_view piece, std::vector<Token>& out) const;
    void encodeSentencePiece(std::string_view text, bool spaceFirst, std::vector<Token>& out) const;
};

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
    kinds.assign(texts.size(), Kind::Normal);
    pieces.resize(texts.size());
    byteTokens.fill(-1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!types.empty() && types[i] >= 1 && types[i] <= 6)
            kinds[i] = static_cast<Kind>(types[i]);
        const auto token = static_cast<Token>(i);
        byText.emplace(texts[i], token); // the first of equal texts
        longestText = std::max(longestText, texts[i].size());
        pieces[i] = texts[i];
        if (sentencePiece) {
            if (const auto byte = kinds[i] == Kind::Byte ? byteOfToken(texts[i]) : std::nullopt) {
                pieces[i] = *byte;
                byteTokens[static_cast<unsigned char>(*byte)] = token;
            } else {
                for (std::size_t at = 0; (at = pieces[i].find(spaceMark, at)) != std::string::npos; ++at)
                    pieces[i].replace(at, spaceMark.size(), " ");
            }
        } else if (kinds[i] != Kind::Control && kinds[i] != Kind::UserDefined) {
            if (auto bytes = bytesOfAlphabet(texts[i])) {
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
    for (std::size_t i = 0; i < pieces.size(); ++i)
        byPiece.emplace(pieces[i], static_cast<Token>(i));
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

void Tokenizer::Data::findSpecials() {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty() ||
            (kinds[i] != Kind::Control && kinds[i] != Kind::UserDefined && kinds[i] != Kind::Unknown))
            continue;
        specials.emplace(texts[i], static_cast<Token>(i));
        specialLengths[static_cast<unsigned char>(texts[i][0])].push_back(texts[i].size());
    }
    for (auto& lengths : specialLengths) {
        std::sort(lengths.begin(), lengths.end(), std::greater<>());
        lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
    }
    ends.assign(texts.size(), false);
    for (const auto text : endTexts)
        if (const auto token = byText.find(text); token != byText.end())
            if (kinds[static_cast<std::size_t>(token->second)] == Kind::Control ||
                kinds[static_cast<std::size_t>(token->second)] == Kind::UserDefined)
                ends[static_cast<std::size_t>(token->second)] = true;
}

Tokenizer::Tokenizer(const Gguf& file)
    : m_data(std::make_unique<Data>()) {
    Data& data = *m_data;
    const auto model = file.string("tokenizer.ggml.model", "");
    if (model != "gpt2" && model != "llama")
        throw Error(ErrorCode::ModelUnsupported,
                    {file.name(), "tokenizer.ggml.model",
                     model.empty() ? "missing" : repairUtf8(model.substr(0, 40))});
    data.sentencePiece = model == "llama";
    data.readVocabulary(file);
    const auto pre = data.sentencePiece ? std::string_view() : file.string("tokenizer.ggml.pre", "");
    const auto rule = presplitFromName(pre);
    if (!rule)
        throw Error(ErrorCode::ModelUnsupported,
                    {file.name(), "tokenizer.ggml.pre", repairUtf8(pre.substr(0, 40))});
    data.rule = *rule;
    data.wholeTokenFirst = takesWholeTokens(pre);
    if (!data.sentencePiece)
        data.readMerges(file);
    data.findSpecials();
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

Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;

std::optional<Token> Tokenizer::Data::specialAt(std::string_view text, std::size_t at, bool control) const {
    for (const std::size_t length : specialLengths[static_cast<unsigned char>(text[at])]) {
        if (length > text.size() - at)
            continue;
        const auto found = specials.find(text.substr(at, length));
        if (found != specials.end() &&
            (control || kinds[static_cast<std::size_t>(found->second)] == Kind::UserDefined))
            return found->second;
    }
    return std::nullopt;
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
        const auto token = byText.find(whole.substr(left.begin, size));
        if (token == byText.end())
            return Joined<Part>{};
        const float score = scores[static_cast<std::size_t>(token->second)];
        return Joined<Part>{true, -static_cast<double>(score), {left.begin, size}};
    });
    for (const Part& part : merged) {
        const auto piece = whole.substr(part.begin, part.size);
        if (const auto token = byText.find(piece); token != byText.end())
            out.push_back(token->second);
        else
            encodeBytes(piece, out);
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
    for (std::size_t at = 0; at < text.size();) {
        const auto special = data.specialAt(text, at, specials != Specials::Ignored);
        if (!special) {
            ++at;
            continue;
        }
        ordinary(text.substr(start, at - start));
        out.push_back(*special);
        afterSpecial = true;
        at += data.texts[static_cast<std::size_t>(*special)].size();
        start = at;
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
    if (!specials && (m_data->kinds[i] == Kind::Control || m_data->kinds[i] == Kind::Unknown))
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
    return token >= 0 && i < m_data->kinds.size() && m_data->kinds[i] == Kind::Control;
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
