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
    bool has(const char* key) const { return m_file.find(m_prefix + key) != nullptr; }
    double atLeastNothing(const char* key) const {
        const double value = m_file.number(m_prefix + key, 0);
        if (!(value >= 0) || !std::isfinite(value))
            m_file.malformed(m_prefix + key, "a number from 0 on", std::to_string(value));
        return value;
    }
    // A factor that changes nothing where it is 1, 0 or missing.
    double factor(const char* key) const {
        const double value = m_file.number(m_prefix + key, 1);
        return value == 0 ? 1 : positive(key, 1);
    }
    // What changes the result and is not known: anything but a number that means nothing.
    void refuse(const char* key, double neutral) const {
        const double value = m_file.number(m_prefix + key, neutral);
        if (value != neutral && value != 0)
            unsupported(key, std::to_string(value) + ", which is not known");
    }
    void refuse(const char* key, bool neutral) const {
        if (m_file.boolean(m_prefix + key, neutral) != neutral)
            unsupported(key, neutral ? "false" : "true");
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
    // A factor without a type is linear, and files of old have it under another name.
    const auto scaling = keys.text("rope.scaling.type", "linear");
    if (scaling == "linear" || scaling.empty())
        config.ropeFactor =
            keys.factor(keys.has("rope.scaling.factor") ? "rope.scaling.factor" : "rope.scale_linear");
    else if (scaling != "none")
        keys.unsupported("rope.scaling.type", visibleUtf8(scaling.substr(0, 40)));
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

// Keys that other architectures know and that would be missed in the result.
void refuseOtherArithmetic(const Keys& keys) {
    keys.refuse("attn_logit_softcapping", 0.0);
    keys.refuse("logit_scale", 1.0);
    keys.refuse("residual_scale", 1.0);
    keys.refuse("embedding_scale", 1.0);
    keys.refuse("attention.clamp_kqv", 0.0);
    keys.refuse("attention.max_alibi_bias", 0.0);
    keys.refuse("rope.scaling.attn_factor", 1.0);
    keys.refuse("use_parallel_residual", false);
    keys.refuse("attention.causal", true);
}

// Of the local layers: every so many the last one is global, or for each layer whether it is local.
int readWindowPattern(const Gguf& file, const Keys& keys, const std::string& name, int layers) {
    const Value* value = file.find(name);
    if (value == nullptr || value->type != ValueType::Array)
        return keys.whole("attention.sliding_window_pattern", 0, 1000, 6);
    const auto local = file.integers(name);
    if (local.size() != static_cast<std::size_t>(layers))
        file.malformed(name, std::to_string(layers) + " elements", std::to_string(local.size()));
    for (int period = 0; period <= layers; ++period) {
        bool fits = true;
        for (int layer = 0; layer < layers; ++layer)
            fits = fits && (local[static_cast<std::size_t>(layer)] != 0) ==
                               (period == 0 || layer % period != period - 1);
        if (fits)
            return period;
    }
    keys.unsupported("attention.sliding_window_pattern", "without a period");
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
        throw Error(ErrorCode::ModelUnsupported,
                    {file.name(), "general.architecture",
                     name.empty() ? "missing" : visibleUtf8(name.substr(0, 60))});
    const Keys keys(file, std::string(name) + ".");
    Config config;
    config.architecture = name;
    config.name = visibleUtf8(file.string("general.name", "").substr(0, 200));
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
    refuseOtherArithmetic(keys);
    if (!known->gemma)
        keys.refuse("final_logit_softcapping", 0.0);
    readRope(file, keys, config);
    if (known->gemma) {
        config.gate = Gate::Gelu;
        config.postNorms = true;
        config.embeddingScale = std::sqrt(static_cast<float>(config.width));
        config.logitCap = static_cast<float>(keys.atLeastNothing("final_logit_softcapping"));
        // A window beyond any context takes nothing away, but its layers keep their own rotation.
        const std::int64_t window = file.integer(std::string(name) + ".attention.sliding_window", 0);
        if (window < 0)
            file.malformed(std::string(name) + ".attention.sliding_window", "0 or more",
                           std::to_string(window));
        config.window = static_cast<int>(std::min<std::int64_t>(window, 1 << 30));
        config.windowPattern = readWindowPattern(
            file, keys, std::string(name) + ".attention.sliding_window_pattern", config.layers);
        config.localRopeBase = keys.positive("rope.freq_base_swa", 10000);
        if (config.layers == 62) { // the 27B model alone divides by the root of width / heads, which is whole
            const int widthOfHead = config.width / config.heads;
            config.attentionScale = 1.0F / std::sqrt(static_cast<float>(widthOfHead));
        }
    }
    if (const double scale = keys.atLeastNothing("attention.scale"); scale > 0)
        config.attentionScale = static_cast<float>(scale);
    return config;
}

} // namespace parallax::inference
