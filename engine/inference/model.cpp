// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/model.h"

#include <algorithm>

#include "base/progress.h"
#include "engine/inference/read_ahead.h"
#include "engine/inference/tensors.h"

// From the file's named tensors to layers. What the forward pass does with them stands in forward.cpp.

namespace parallax::inference {
// Norms and biases, one after another; a missing one is all zeros when another of them is there.
std::unique_ptr<Buffer> Model::vector(const Gguf& file, const std::vector<std::string>& names,
                                      const std::vector<std::size_t>& sizes, bool required) const {
    std::vector<float> numbers;
    bool any = required;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::vector<float> part(sizes[i], 0);
        if (required || file.tensor(names[i]) != nullptr) {
            const Tensor& tensor = tensorOf(file, names[i], sizes[i], 1);
            std::vector<std::byte> bytes(tensor.bytes);
            file.copy(tensor, 0, bytes.size(), bytes.data());
            decode(tensor.format, bytes.data(), sizes[i] / formatInfo(tensor.format).blockNumbers,
                   part.data());
            any = true;
        }
        numbers.insert(numbers.end(), part.begin(), part.end());
    }
    return any ? m_backend.upload(numbers) : nullptr;
}

std::unique_ptr<Weight> Model::matrix(const Gguf& file, const std::vector<std::string>& names,
                                      const std::vector<std::size_t>& rows, std::size_t columns) {
    std::vector<const Tensor*> tensors;
    for (std::size_t i = 0; i < names.size(); ++i)
        tensors.push_back(&tensorOf(file, names[i], columns, rows[i]));
    auto weight = m_backend.pack(file, tensors);
    m_bytes += weight->bytes;
    return weight;
}

Layer Model::layer(const Gguf& file, int number) {
    const std::string prefix = "blk." + std::to_string(number) + ".";
    const auto width = static_cast<std::size_t>(m_config.width);
    const auto queries = static_cast<std::size_t>(m_config.queryWidth());
    const auto keys = static_cast<std::size_t>(m_config.keyWidth());
    const auto hidden = static_cast<std::size_t>(m_config.feedForward);
    const auto head = static_cast<std::size_t>(m_config.headSize);
    const auto norm = [&](const char* name, std::size_t size) {
        return vector(file, {prefix + name + ".weight"}, {size}, true);
    };
    Layer layer;
    layer.attentionNorm = norm("attn_norm", width);
    if (file.tensor(prefix + "attn_qkv.weight") != nullptr) {
        layer.qkv = matrix(file, {prefix + "attn_qkv.weight"}, {queries + 2 * keys}, width);
        layer.qkvBias = vector(file, {prefix + "attn_qkv.bias"}, {queries + 2 * keys}, false);
    } else {
        layer.qkv =
            matrix(file, {prefix + "attn_q.weight", prefix + "attn_k.weight", prefix + "attn_v.weight"},
                   {queries, keys, keys}, width);
        layer.qkvBias = vector(file, {prefix + "attn_q.bias", prefix + "attn_k.bias", prefix + "attn_v.bias"},
                               {queries, keys, keys}, false);
    }
    if (m_config.headNorms) {
        layer.queryNorm = norm("attn_q_norm", head);
        layer.keyNorm = norm("attn_k_norm", head);
    }
    layer.out = matrix(file, {prefix + "attn_output.weight"}, {width}, queries);
    layer.outBias = vector(file, {prefix + "attn_output.bias"}, {width}, false);
    layer.feedForwardNorm = norm("ffn_norm", width);
    layer.gateUp =
        matrix(file, {prefix + "ffn_gate.weight", prefix + "ffn_up.weight"}, {hidden, hidden}, width);
    layer.down = matrix(file, {prefix + "ffn_down.weight"}, {width}, hidden);
    if (m_config.postNorms) {
        layer.postAttentionNorm = norm("post_attention_norm", width);
        layer.postFeedForwardNorm = norm("post_ffw_norm", width);
    }
    return layer;
}

Model::Model(const Gguf& file, Backend& backend, const std::stop_token& stop,
             const std::function<void(double)>& progress)
    : m_config(readConfig(file))
    , m_backend(backend) {
    checkTensors(file, m_config);
    const auto width = static_cast<std::size_t>(m_config.width);
    const auto vocabulary = static_cast<std::size_t>(m_config.vocabulary);
    const Tensor& embedding = tensorOf(file, "token_embd.weight", width, vocabulary);
    const int parts = m_config.layers + 1;
    ReadAhead ahead(file, m_config.layers);
    for (int i = 0; i < m_config.layers; ++i) {
        throwIfStopped(stop);
        m_layers.push_back(layer(file, i));
        ahead.layerTaken(i);
        if (progress)
            progress(static_cast<double>(i + 1) / parts);
    }
    throwIfStopped(stop);
    m_headNorm = vector(file, {"output_norm.weight"}, {width}, true);
    const bool tied = file.tensor("output.weight") == nullptr &&
                      std::ranges::none_of(file.unknownTensors(),
                                           [](const auto& one) { return one[0] == "output.weight"; });
    m_head = matrix(file, {tied ? "token_embd.weight" : "output.weight"}, {vocabulary}, width);
    if (!tied)
        m_embedding = m_backend.pack(file, {&embedding}); // its rows are looked up, not read by each step
    if (progress)
        progress(1);
}

} // namespace parallax::inference
