// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/engine/gguf_maker.h"

namespace parallax::test {

struct TinyModel {
    std::string architecture = "llama";
    inference::Format format = inference::Format::F32;
    int layers = 2;
    int width = 64;
    int heads = 4;
    int kvHeads = 2;
    int headSize = 16;
    int hidden = 96;
    int window = 0; // gemma3
    std::uint32_t seed = 1;
    std::string chatTemplate{}; // empty: none
    std::function<void(GgufMaker&)> more{};
    bool blank = false; // weights of 0: made in no time, for tests of which only their size matters
};

// A model file of random weights whose vocabulary is the 256 bytes and a few tokens more.
inline std::string makeTinyModel(const TinyModel& m) {
    using inference::Format;
    GgufMaker maker;
    std::mt19937 random(m.seed);
    const auto numbers = [&](int count, float spread, float middle) {
        std::normal_distribution<float> normal(middle, spread);
        std::vector<float> all(static_cast<std::size_t>(count));
        if (m.blank)
            return all;
        for (float& one : all)
            one = normal(random);
        return all;
    };
    const auto u = [](int value) { return static_cast<std::uint32_t>(value); };
    const std::string a = m.architecture + ".";
    maker.text("general.architecture", m.architecture);
    maker.text("general.name", "tiny");
    maker.u32(a + "block_count", u(m.layers));
    maker.u32(a + "context_length", 4096);
    maker.u32(a + "embedding_length", u(m.width));
    maker.u32(a + "feed_forward_length", u(m.hidden));
    maker.u32(a + "attention.head_count", u(m.heads));
    maker.u32(a + "attention.head_count_kv", u(m.kvHeads));
    maker.u32(a + "attention.key_length", u(m.headSize));
    maker.u32(a + "attention.value_length", u(m.headSize));
    maker.f32(a + "attention.layer_norm_rms_epsilon", 1e-6F);
    if (m.window > 0)
        maker.u32(a + "attention.sliding_window", u(m.window));

    std::vector<std::string> tokens;
    std::vector<std::int32_t> types;
    for (unsigned b = 0; b < 256; ++b) {
        static const char* digits = "0123456789ABCDEF";
        tokens.push_back(std::string("<0x") + digits[b / 16] + digits[b % 16] + ">");
        types.push_back(6);
    }
    for (const char* special : {"<s>", "</s>", "<|im_start|>", "<|im_end|>"}) {
        tokens.emplace_back(special);
        types.push_back(3);
    }
    const int vocabulary = static_cast<int>(tokens.size());
    maker.text("tokenizer.ggml.model", "llama");
    maker.texts("tokenizer.ggml.tokens", tokens);
    maker.i32s("tokenizer.ggml.token_type", types);
    maker.u32("tokenizer.ggml.bos_token_id", 256);
    maker.u32("tokenizer.ggml.eos_token_id", 257);
    maker.boolean("tokenizer.ggml.add_space_prefix", false);
    if (!m.chatTemplate.empty())
        maker.text("tokenizer.chat_template", m.chatTemplate);

    const auto matrix = [&](const std::string& name, int columns, int rows) {
        maker.tensor(name, {static_cast<std::uint64_t>(columns), static_cast<std::uint64_t>(rows)}, m.format,
                     numbers(columns * rows, 1.0F / std::sqrt(static_cast<float>(columns)), 0));
    };
    const auto vector = [&](const std::string& name, int size, float middle) {
        maker.tensor(name, {static_cast<std::uint64_t>(size)}, Format::F32, numbers(size, 0.1F, middle));
    };
    matrix("token_embd.weight", m.width, vocabulary);
    vector("output_norm.weight", m.width, 1);
    const bool headNorms = m.architecture != "llama" && m.architecture != "qwen2";
    for (int layer = 0; layer < m.layers; ++layer) {
        const std::string p = "blk." + std::to_string(layer) + ".";
        vector(p + "attn_norm.weight", m.width, 1);
        matrix(p + "attn_q.weight", m.width, m.heads * m.headSize);
        matrix(p + "attn_k.weight", m.width, m.kvHeads * m.headSize);
        matrix(p + "attn_v.weight", m.width, m.kvHeads * m.headSize);
        if (m.architecture == "qwen2") {
            vector(p + "attn_q.bias", m.heads * m.headSize, 0);
            vector(p + "attn_k.bias", m.kvHeads * m.headSize, 0);
            vector(p + "attn_v.bias", m.kvHeads * m.headSize, 0);
        }
        if (headNorms) {
            vector(p + "attn_q_norm.weight", m.headSize, 1);
            vector(p + "attn_k_norm.weight", m.headSize, 1);
        }
        matrix(p + "attn_output.weight", m.heads * m.headSize, m.width);
        vector(p + "ffn_norm.weight", m.width, 1);
        matrix(p + "ffn_gate.weight", m.width, m.hidden);
        matrix(p + "ffn_up.weight", m.width, m.hidden);
        matrix(p + "ffn_down.weight", m.hidden, m.width);
        if (m.architecture == "gemma3") {
            vector(p + "post_attention_norm.weight", m.width, 1);
            vector(p + "post_ffw_norm.weight", m.width, 1);
        }
    }
    if (m.more)
        m.more(maker);
    return maker.file();
}

} // namespace parallax::test
