// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/made_up.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/error.h"
#include "engine/device/cpu.h"
#include "engine/device/philox.h"
#include "engine/device/pool.h"
#include "engine/inference/half.h"

namespace parallax::inference {
namespace {

// From the makers' own configuration files.
struct Shape {
    const char* name;
    const char* architecture;
    std::uint32_t layers, width, hidden, heads, kvHeads, headSize, vocabulary, context;
    bool tied; // the head is the embedding
    float ropeBase;
    std::uint32_t window = 0;
    bool ropeDivisors = false;
};
constexpr Shape shapes[] = {
    {"llama-3.2-1b", "llama", 16, 2048, 8192, 32, 8, 64, 128256, 131072, true, 500000, 0, true},
    {"llama-3.2-3b", "llama", 28, 3072, 8192, 24, 8, 128, 128256, 131072, true, 500000, 0, true},
    {"llama-3.1-8b", "llama", 32, 4096, 14336, 32, 8, 128, 128256, 131072, false, 500000, 0, true},
    {"qwen2.5-0.5b", "qwen2", 24, 896, 4864, 14, 2, 64, 151936, 32768, true, 1000000},
    {"qwen2.5-1.5b", "qwen2", 28, 1536, 8960, 12, 2, 128, 151936, 32768, true, 1000000},
    {"qwen2.5-7b", "qwen2", 28, 3584, 18944, 28, 4, 128, 152064, 32768, false, 1000000},
    {"qwen3-0.6b", "qwen3", 28, 1024, 3072, 16, 8, 128, 151936, 40960, true, 1000000},
    {"qwen3-4b", "qwen3", 36, 2560, 9728, 32, 8, 128, 151936, 40960, true, 1000000},
    {"qwen3-8b", "qwen3", 36, 4096, 12288, 32, 8, 128, 151936, 40960, false, 1000000},
    {"gemma-3-1b", "gemma3", 26, 1152, 6912, 4, 1, 256, 262144, 32768, true, 1000000, 512},
    // The base is 10,000 times 1,000^(128/126): alpha is worked into it when such a model is converted.
    {"hunyuan-1.8b", "hunyuan-dense", 32, 2048, 6144, 16, 4, 128, 120818, 262144, true, 11158840},
    // Of no maker: small enough for a first look on any machine (4 MB in q8_0).
    {"first-look", "llama", 4, 256, 768, 4, 2, 64, 4096, 8192, true, 10000},
};

// Which matrices a mix keeps in another format than the rest: the converter's rules
// (llama.cpp's src/llama-quant.cpp, read 2026-11).
enum class Raised { None, SmallQ2, MediumQ3, LargeQ3, SmallQ4, Medium, Iq4 };

struct Mix {
    const char* name;
    Format format;
    Format head; // of the output, or of the embedding that serves as one
    Raised raised;
    std::uint32_t fileType; // general.file_type
};
constexpr Mix mixes[] = {
    {"f32", Format::F32, Format::F32, Raised::None, 0},
    {"f16", Format::F16, Format::F16, Raised::None, 1},
    {"bf16", Format::BF16, Format::BF16, Raised::None, 32},
    {"q8_0", Format::Q8_0, Format::Q8_0, Raised::None, 7},
    {"q4_0", Format::Q4_0, Format::Q6_K, Raised::None, 2},
    {"q4_1", Format::Q4_1, Format::Q6_K, Raised::None, 3},
    {"q5_0", Format::Q5_0, Format::Q6_K, Raised::None, 8},
    {"q5_1", Format::Q5_1, Format::Q6_K, Raised::None, 9},
    {"q2_k", Format::Q2_K, Format::Q6_K, Raised::SmallQ2, 10},
    {"q3_k_s", Format::Q3_K, Format::Q6_K, Raised::None, 11},
    {"q3_k_m", Format::Q3_K, Format::Q6_K, Raised::MediumQ3, 12},
    {"q3_k_l", Format::Q3_K, Format::Q6_K, Raised::LargeQ3, 13},
    {"q4_k_s", Format::Q4_K, Format::Q6_K, Raised::SmallQ4, 14},
    {"q4_k_m", Format::Q4_K, Format::Q6_K, Raised::Medium, 15},
    {"q5_k_s", Format::Q5_K, Format::Q6_K, Raised::None, 16},
    {"q5_k_m", Format::Q5_K, Format::Q6_K, Raised::Medium, 17},
    // Of no converter: every matrix but the head in the one format, as scripts/gpu measures it.
    {"q3_k", Format::Q3_K, Format::Q6_K, Raised::None, 11},
    {"q4_k", Format::Q4_K, Format::Q6_K, Raised::None, 14},
    {"q5_k", Format::Q5_K, Format::Q6_K, Raised::None, 16},
    {"q6_k", Format::Q6_K, Format::Q6_K, Raised::None, 18},
    {"iq4_nl", Format::IQ4_NL, Format::Q6_K, Raised::Iq4, 25},
    {"iq4_xs", Format::IQ4_XS, Format::Q6_K, Raised::Iq4, 30},
};

enum class Matrix { Values, Down, AttentionOutput };

// Of one of the matrices that a mix may raise, in this layer of a shape.
Format raisedFormat(const Mix& mix, const Shape& shape, Matrix matrix, std::uint32_t layer) {
    const std::uint32_t eighth = shape.layers / 8;
    const bool grouped = shape.heads / shape.kvHeads >= 4; // one head of values for many queries
    const auto choose = [matrix](Format values, Format down, Format output) {
        return matrix == Matrix::Values ? values : matrix == Matrix::Down ? down : output;
    };
    switch (mix.raised) {
    case Raised::None:
        break;
    case Raised::SmallQ2:
        return choose(grouped ? Format::Q4_K : Format::Q3_K, Format::Q3_K, Format::Q3_K);
    case Raised::MediumQ3:
        return choose(layer < 2 ? Format::Q5_K : Format::Q4_K,
                      layer < shape.layers / 16 ? Format::Q5_K : Format::Q4_K, Format::Q4_K);
    case Raised::LargeQ3:
        return Format::Q5_K;
    case Raised::SmallQ4:
        return choose(layer < 4 ? Format::Q5_K : mix.format, layer < eighth ? Format::Q5_K : mix.format,
                      mix.format);
    case Raised::Medium: {
        const bool matters = layer < eighth || layer >= 7 * shape.layers / 8 || (layer - eighth) % 3 == 2;
        return choose(matters ? Format::Q6_K : mix.format, matters ? Format::Q6_K : mix.format, mix.format);
    }
    case Raised::Iq4:
        return choose(grouped ? Format::Q5_K : mix.format, layer < eighth ? Format::Q5_K : mix.format,
                      mix.format);
    }
    return mix.format;
}

template <std::size_t Count, class Entry>
const Entry& named(const Entry (&entries)[Count], std::string_view name, const char* what) {
    std::string names;
    for (const Entry& entry : entries) {
        if (entry.name == name)
            return entry;
        names += std::string(names.empty() ? "" : ", ") + entry.name;
    }
    throw Error(ErrorCode::Usage,
                {"there is no " + std::string(what) + " \"" + std::string(name) + "\"; there are " + names});
}

// What rows of this length are kept in: formats with blocks of 256 have one with blocks of 32 beside them.
Format fitting(Format format, std::size_t columns) {
    if (columns % formatInfo(format).blockNumbers == 0)
        return format;
    switch (format) {
    case Format::Q2_K:
    case Format::Q3_K:
        return Format::Q4_0;
    case Format::Q4_K:
        return Format::Q5_0;
    case Format::Q5_K:
        return Format::Q5_1;
    case Format::Q6_K:
        return Format::Q8_0;
    default:
        return Format::IQ4_NL;
    }
}

// Where a block keeps its scales, and what codes with a scale of 1 spread by: numbers are to have a spread of
// 1 / sqrt(columns), so that activations neither vanish nor explode.
struct Scaling {
    int scale;    // offset of d
    int minimum;  // offset of dmin or m, -1: none
    float spread; // of random codes times random integer scales
    float middle; // what minimum must be, in units of d, for the numbers to have a mean near 0
};
Scaling scalingOf(Format format) {
    switch (format) {
    case Format::Q4_0:
        return {0, -1, 4.6F, 0};
    case Format::Q4_1:
        return {0, 2, 4.6F, -7.5F}; // added rather than taken away
    case Format::Q5_0:
        return {0, -1, 9.2F, 0};
    case Format::Q5_1:
        return {0, 2, 9.2F, -15.5F};
    case Format::Q8_0:
        return {0, -1, 74, 0};
    case Format::Q2_K:
        return {80, 82, 13, 1.5F};
    case Format::Q3_K:
        return {108, -1, 43, 0};
    case Format::Q4_K:
        return {0, 2, 240, 7.5F};
    case Format::Q5_K:
        return {0, 2, 480, 15.5F};
    case Format::Q6_K:
        return {208, -1, 1370, 0};
    case Format::IQ4_NL:
        return {0, -1, 69, 0};
    case Format::IQ4_XS:
        return {0, -1, 1280, 0};
    default:
        return {0, -1, 0, 0};
    }
}

class Random {
  public:
    Random(std::uint64_t seed, std::uint32_t stream) {
        const auto words = device::philox(
            {stream, 0, 0, 0}, {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
        m_state = (std::uint64_t{words[0]} << 32 | words[1]) | 1;
    }
    std::uint64_t next() { // xorshift64*
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return m_state * 0x2545F4914F6CDD1DULL;
    }
    float uniform() { return static_cast<float>(next() >> 40) * 0x1p-23F - 1; } // -1 to 1

  private:
    std::uint64_t m_state;
};

void putHalf(char* at, float value) {
    const std::uint16_t half = toHalf(value);
    std::memcpy(at, &half, 2);
}

void fill(char* at, Format format, std::size_t columns, std::size_t rows, Random random) {
    const FormatInfo& info = formatInfo(format);
    const std::size_t bytes = formatBytes(format, columns * rows);
    const float spread = 1 / std::sqrt(static_cast<float>(columns));
    if (info.blockNumbers == 1) {
        for (std::size_t i = 0; i < bytes; i += info.blockBytes) {
            const float value = random.uniform() * spread * 1.73F;
            const std::uint16_t half = format == Format::F16 ? toHalf(value) : toBfloat(value);
            std::memcpy(at + i, format == Format::F32 ? static_cast<const void*>(&value) : &half,
                        info.blockBytes);
        }
        return;
    }
    std::size_t i = 0;
    for (; i + 8 <= bytes; i += 8) {
        const std::uint64_t word = random.next();
        std::memcpy(at + i, &word, 8);
    }
    for (; i < bytes; ++i)
        at[i] = static_cast<char>(random.next());
    const Scaling scaling = scalingOf(format);
    const float d = spread / scaling.spread;
    for (char* block = at; block < at + bytes; block += info.blockBytes) {
        putHalf(block + scaling.scale, d);
        if (scaling.minimum >= 0)
            putHalf(block + scaling.minimum, d * scaling.middle);
    }
}

class Writer {
  public:
    template <class T>
    static void put(std::string& out, T value) {
        out.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    static void putText(std::string& out, std::string_view text) {
        put(out, std::uint64_t{text.size()});
        out += text;
    }
    void text(const std::string& key, std::string_view value) {
        begin(key, ValueType::String);
        putText(m_values, value);
    }
    void whole(const std::string& key, std::uint32_t value) {
        begin(key, ValueType::U32);
        put(m_values, value);
    }
    void number(const std::string& key, float value) {
        begin(key, ValueType::F32);
        put(m_values, value);
    }
    template <class T, class Put>
    void array(const std::string& key, ValueType type, const std::vector<T>& values, Put putOne) {
        begin(key, ValueType::Array);
        put(m_values, static_cast<std::uint32_t>(type));
        put(m_values, std::uint64_t{values.size()});
        for (const T& value : values)
            putOne(m_values, value);
    }
    // Numbers come later: fill() is called with where they belong.
    void tensor(const std::string& name, Format format, std::size_t columns, std::size_t rows) {
        putText(m_table, name);
        put(m_table, std::uint32_t{rows > 1 ? 2U : 1U});
        put(m_table, std::uint64_t{columns});
        if (rows > 1)
            put(m_table, std::uint64_t{rows});
        put(m_table, static_cast<std::uint32_t>(format));
        put(m_table, std::uint64_t{m_dataBytes});
        m_tensors.push_back({name, format, columns, rows, m_dataBytes});
        m_dataBytes += (formatBytes(format, columns * rows) + 31) / 32 * 32;
    }

    std::vector<char> file(std::uint64_t seed) const {
        std::string head = "GGUF";
        put(head, std::uint32_t{3});
        put(head, std::uint64_t{m_tensors.size()});
        put(head, m_valueCount);
        head += m_values + m_table;
        head.resize((head.size() + 31) / 32 * 32);
        std::vector<char> bytes(head.size() + m_dataBytes);
        std::copy(head.begin(), head.end(), bytes.begin());
        device::Pool pool(device::cpuCount());
        pool.run(m_tensors.size(), [&](std::size_t index, int) {
            const Entry& entry = m_tensors[index];
            char* at = bytes.data() + head.size() + entry.offset;
            Random random(seed, static_cast<std::uint32_t>(index));
            if (entry.rows > 1)
                return fill(at, entry.format, entry.columns, entry.rows, random);
            const bool bias = entry.name.ends_with(".bias"); // small; norms and divisors are 1
            for (std::size_t i = 0; i < entry.columns; ++i) {
                const float value = bias ? random.uniform() * 0.1F : 1;
                std::memcpy(at + 4 * i, &value, 4);
            }
        });
        return bytes;
    }

  private:
    struct Entry {
        std::string name;
        Format format;
        std::size_t columns;
        std::size_t rows;
        std::size_t offset;
    };
    void begin(const std::string& key, ValueType type) {
        putText(m_values, key);
        put(m_values, static_cast<std::uint32_t>(type));
        ++m_valueCount;
    }
    std::string m_values;
    std::string m_table;
    std::uint64_t m_valueCount = 0;
    std::vector<Entry> m_tensors;
    std::size_t m_dataBytes = 0;
};

// A vocabulary of the 256 bytes, two marks and names, so that any text can go in and anything come out.
void writeVocabulary(Writer& writer, std::uint32_t size) {
    static const char* digits = "0123456789ABCDEF";
    std::vector<std::string> tokens;
    for (unsigned b = 0; b < 256; ++b)
        tokens.push_back(std::string("<0x") + digits[b / 16] + digits[b % 16] + ">");
    tokens.insert(tokens.end(), {"<s>", "</s>"});
    while (tokens.size() < size)
        tokens.push_back("\xE2\x96\x81made" + std::to_string(tokens.size()));
    std::vector<std::int32_t> types(tokens.size(), 1);
    std::fill_n(types.begin(), 256, 6);
    types[256] = types[257] = 3;
    writer.text("tokenizer.ggml.model", "llama");
    writer.array("tokenizer.ggml.tokens", ValueType::String, tokens, Writer::putText);
    writer.array("tokenizer.ggml.scores", ValueType::F32, std::vector<float>(tokens.size(), 0),
                 Writer::put<float>);
    writer.array("tokenizer.ggml.token_type", ValueType::I32, types, Writer::put<std::int32_t>);
    writer.whole("tokenizer.ggml.bos_token_id", 256);
    writer.whole("tokenizer.ggml.eos_token_id", 257);
}

} // namespace

std::vector<std::string> shapeNames() {
    std::vector<std::string> names;
    for (const Shape& shape : shapes)
        names.emplace_back(shape.name);
    return names;
}

std::vector<std::string> mixNames() {
    std::vector<std::string> names;
    for (const Mix& mix : mixes)
        names.emplace_back(mix.name);
    return names;
}

std::unique_ptr<Gguf> MadeUp::gguf() const {
    return std::make_unique<Gguf>(std::string_view(bytes.data(), bytes.size()), "made-up model");
}

MadeUp madeUp(std::string_view shapeName, std::string_view mixName, std::uint64_t seed, int layers) {
    const Shape& s = named(shapes, shapeName, "shape");
    const Mix& mix = named(mixes, mixName, "format");
    const std::uint32_t depth =
        layers > 0 ? std::min(s.layers, static_cast<std::uint32_t>(layers)) : s.layers;
    const std::string a = std::string(s.architecture) + ".";
    Writer writer;
    writer.text("general.architecture", s.architecture);
    writer.text("general.name", "Made up: " + std::string(shapeName) + ", " + std::string(mixName) +
                                    ", random weights, seed " + std::to_string(seed));
    writer.text("general.description", "Random numbers in the shape of a model, for measurements of speed. "
                                       "What it writes means nothing.");
    writer.whole("general.file_type", mix.fileType);
    writer.whole(a + "block_count", depth);
    writer.whole(a + "context_length", s.context);
    writer.whole(a + "embedding_length", s.width);
    writer.whole(a + "feed_forward_length", s.hidden);
    writer.whole(a + "attention.head_count", s.heads);
    writer.whole(a + "attention.head_count_kv", s.kvHeads);
    writer.whole(a + "attention.key_length", s.headSize);
    writer.whole(a + "attention.value_length", s.headSize);
    writer.whole(a + "rope.dimension_count", s.headSize);
    writer.number(a + "rope.freq_base", s.ropeBase);
    writer.number(a + "attention.layer_norm_rms_epsilon", 1e-6F);
    writer.whole(a + "vocab_size", s.vocabulary);
    if (s.window > 0)
        writer.whole(a + "attention.sliding_window", s.window);
    writeVocabulary(writer, s.vocabulary);

    const auto matrix = [&](const std::string& name, Format format, std::size_t columns, std::size_t rows) {
        writer.tensor(name + ".weight", fitting(format, columns), columns, rows);
    };
    const auto vector = [&](const std::string& name, std::size_t size) {
        writer.tensor(name, Format::F32, size, 1);
    };
    const std::string_view architecture = s.architecture;
    const bool headNorms = architecture == "qwen3" || architecture == "hunyuan-dense" || s.window > 0;
    const std::size_t queries = std::size_t{s.heads} * s.headSize;
    const std::size_t keys = std::size_t{s.kvHeads} * s.headSize;
    if (s.ropeDivisors)
        vector("rope_freqs.weight", s.headSize / 2);
    matrix("token_embd", s.tied ? mix.head : mix.format, s.width, s.vocabulary);
    if (!s.tied)
        matrix("output", mix.head, s.width, s.vocabulary);
    vector("output_norm.weight", s.width);
    for (std::uint32_t i = 0; i < depth; ++i) {
        const std::string p = "blk." + std::to_string(i) + ".";
        const auto raised = [&](Matrix which) { return raisedFormat(mix, s, which, i); };
        vector(p + "attn_norm.weight", s.width);
        matrix(p + "attn_q", mix.format, s.width, queries);
        matrix(p + "attn_k", mix.format, s.width, keys);
        matrix(p + "attn_v", raised(Matrix::Values), s.width, keys);
        if (architecture == "qwen2") {
            vector(p + "attn_q.bias", queries);
            vector(p + "attn_k.bias", keys);
            vector(p + "attn_v.bias", keys);
        }
        if (headNorms) {
            vector(p + "attn_q_norm.weight", s.headSize);
            vector(p + "attn_k_norm.weight", s.headSize);
        }
        matrix(p + "attn_output", raised(Matrix::AttentionOutput), queries, s.width);
        vector(p + "ffn_norm.weight", s.width);
        matrix(p + "ffn_gate", mix.format, s.width, s.hidden);
        matrix(p + "ffn_up", mix.format, s.width, s.hidden);
        matrix(p + "ffn_down", raised(Matrix::Down), s.hidden, s.width);
        if (s.window > 0) { // gemma
            vector(p + "post_attention_norm.weight", s.width);
            vector(p + "post_ffw_norm.weight", s.width);
        }
    }
    return {writer.file(seed)};
}

} // namespace parallax::inference
