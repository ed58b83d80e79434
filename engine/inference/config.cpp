// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/config.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/utf8.h"

namespace parallax::inference {
namespace {

// Facts: ../shared/design/gguf.md §3.
struct Architecture {
    const char* name;
    bool ropeHalves;
    bool headNorms;
    bool normAfterRope;
    bool gemma; // post norms, GELU, scaled embeddings, local layers
};
constexpr Architecture architectures[] = {{"llama", false, false, false, false},
                                          {"qwen2", true, false, false, false},
                                          {"qwen3", true, true, false, false},
                                          {"gemma3", true, true, false, true},
                                          {"hunyuan-dense", true, true, true, false}};

class Keys {
  public:
    Keys(const Gguf& file, std::string prefix)
        : m_file(file)
        , m_prefix(std::move(prefix)) {}

    // A whole number from `least` to `most`; without `otherwise` the key must be there.
    int whole(const char* key, int least, int most, int otherwise = -1) const {
        const std::string name = m_prefix + key;
        if (m_file.find(name) == nullptr) {
            if (otherwise < 0)
                m_file.malformed(name, "a number", "nothing");
            return otherwise;
        }
        const auto values = m_file.integers(name);
        if (values.empty())
            m_file.malformed(name, "a number", "an empty array");
        if (std::ranges::any_of(values, [&](std::int64_t value) { return value != values[0]; }))
            throw Error(ErrorCode::ModelUnsupported, {m_file.name(), name, "different from layer to layer"});
        if (values[0] < least || values[0] > most)
            m_file.malformed(name, std::to_string(least) + " to " + std::to_string(most),
                             std::to_string(values[0]));
        return static_cast<int>(values[0]);
    }
    double positive(const char* key, double otherwise) const {
        const double value = m_file.number(m_prefix + key, otherwise);
        if (!(value > 0) || !std::isfinite(value))
            m_file.malformed(m_prefix + key, "a number above 0", std::to_string(value));
        return value;
    }
    std::string_view text(const char* key, std::string_view otherwise) const {
        return m_file.string(m_prefix + key, otherwise);
    }
    [[noreturn]] void unsupported(const char* key, const std::string& what) const {
        throw Error(ErrorCode::ModelUnsupported, {m_file.name(), m_prefix + key, what});
    }

  private:
    const Gguf& m_file;
    std::string m_prefix;
};

void readRope(const Gguf& file, const Keys& keys, Config& config) {
    config.rotary = keys.whole("rope.dimension_count", 2, config.headSize, config.headSize);
    if (config.rotary % 2 != 0)
        keys.unsupported("rope.dimension_count", std::to_string(config.rotary) + ", which is odd");
    config.ropeBase = keys.positive("rope.freq_base", 10000);
    const auto scaling = keys.text("rope.scaling.type", "none");
    if (scaling == "linear")
        config.ropeFactor = keys.positive("rope.scaling.factor", 1);
    else if (scaling != "none" && !scaling.empty())
        keys.unsupported("rope.scaling.type", repairUtf8(scaling.substr(0, 40)));
    if (const Tensor* divisors = file.tensor("rope_freqs.weight")) {
        const auto half = static_cast<std::size_t>(config.rotary) / 2;
        if (divisors->format != Format::F32 || divisors->columns() != half || divisors->rows() != 1)
            file.malformed("rope_freqs.weight", std::to_string(half) + " numbers in F32",
                           std::to_string(divisors->columns()) + " in " + formatInfo(divisors->format).name);
        config.ropeDivisors.resize(half);
        file.copy(*divisors, 0, half * sizeof(float), config.ropeDivisors.data());
        for (const float divisor : config.ropeDivisors)
            if (!(divisor > 0) || !std::isfinite(divisor))
                file.malformed("rope_freqs.weight", "numbers above 0", std::to_string(divisor));
    }
}

} // namespace

std::vector<std::string> knownArchitectures() {
    std::vector<std::string> names;
    for (const auto& architecture : architectures)
        names.emplace_back(architecture.name);
    return names;
}

Config readConfig(const Gguf& file) {
    const auto name = file.string("general.architecture", "");
    const auto* const known = std::ranges::find_if(
        architectures, [&](const Architecture& architecture) { return architecture.name == name; });
    if (known == std::end(architectures))
        throw Error(ErrorCode::ModelUnsupported, {file.name(), "general.architecture",
                                                  name.empty() ? "missing" : repairUtf8(name.substr(0, 60))});
    const Keys keys(file, std::string(name) + ".");
    Config config;
    config.architecture = name;
    config.name = repairUtf8(file.string("general.name", "").substr(0, 200));
    config.layers = keys.whole("block_count", 1, 1000);
    config.width = keys.whole("embedding_length", 16, 1 << 17);
    config.feedForward = keys.whole("feed_forward_length", 16, 1 << 20);
    config.heads = keys.whole("attention.head_count", 1, 1 << 12);
    config.kvHeads = keys.whole("attention.head_count_kv", 1, config.heads, config.heads);
    if (config.heads % config.kvHeads != 0)
        file.malformed(std::string(name) + ".attention.head_count_kv",
                       "a divisor of " + std::to_string(config.heads), std::to_string(config.kvHeads));
    config.headSize = keys.whole("attention.key_length", 1, 1024, config.width / config.heads);
    if (config.headSize % 16 != 0 || config.headSize == 0)
        keys.unsupported("attention.key_length", std::to_string(config.headSize) + ", no multiple of 16");
    if (keys.whole("attention.value_length", 1, 1024, config.headSize) != config.headSize)
        keys.unsupported("attention.value_length", "different from key_length");
    if (keys.whole("expert_count", 0, 1 << 16, 0) > 0)
        keys.unsupported("expert_count", "above 0: mixtures of experts are not known");
    const auto tokens = file.strings("tokenizer.ggml.tokens").size();
    config.vocabulary =
        keys.whole("vocab_size", 1, 1 << 24, static_cast<int>(std::min<std::size_t>(tokens, 1 << 24)));
    config.context = keys.whole("context_length", 1, 1 << 30);
    config.epsilon = static_cast<float>(keys.positive("attention.layer_norm_rms_epsilon", 1e-5));
    config.ropeHalves = known->ropeHalves;
    config.headNorms = known->headNorms;
    config.normAfterRope = known->normAfterRope;
    config.attentionScale = 1.0F / std::sqrt(static_cast<float>(config.headSize));
    readRope(file, keys, config);
    if (known->gemma) {
        config.gate = Gate::Gelu;
        config.postNorms = true;
        config.embeddingScale = std::sqrt(static_cast<float>(config.width));
        config.window = keys.whole("attention.sliding_window", 0, 1 << 30, 0);
        config.windowPattern = keys.whole("attention.sliding_window_pattern", 1, 1000, 6);
        config.localRopeBase = keys.positive("rope.freq_base_swa", 10000);
        if (config.layers == 62) { // the 27B model alone divides by the root of width / heads, which is whole
            const int widthOfHead = config.width / config.heads;
            config.attentionScale = 1.0F / std::sqrt(static_cast<float>(widthOfHead));
        }
    }
    return config;
}

} // namespace parallax::inference
