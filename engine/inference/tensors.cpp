// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/tensors.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/error.h"
#include "base/utf8.h"

namespace parallax::inference {
namespace {

std::string sizeText(std::size_t columns, std::size_t rows) {
    return std::to_string(columns) + " x " + std::to_string(rows);
}

bool has(const Gguf& file, const std::string& name) {
    return file.tensor(name) != nullptr ||
           std::ranges::any_of(file.unknownTensors(), [&](const auto& one) { return one[0] == name; });
}

// Frequencies that old converters kept although they follow from the keys.
bool repeatsTheKeys(std::string_view name) {
    return name.ends_with(".attn_rot_embd.weight") || name.ends_with(".attn_rot_embd") ||
           name.ends_with("rotary_emb.inv_freq");
}

class Checker {
  public:
    explicit Checker(const Gguf& file)
        : m_file(file) {}

    void need(const std::string& name, std::size_t columns, std::size_t rows) {
        tensorOf(m_file, name, columns, rows);
        m_used.insert(name);
    }
    bool maybe(const std::string& name, std::size_t columns, std::size_t rows) {
        const bool there = has(m_file, name);
        if (there)
            need(name, columns, rows);
        return there;
    }
    void refuseOthers() const {
        const auto check = [&](const std::string& name) {
            if (!m_used.contains(name) && !repeatsTheKeys(name))
                throw Error(ErrorCode::ModelUnsupported, {m_file.name(), visibleUtf8(name),
                                                          "a tensor that this architecture does not use"});
        };
        for (const Tensor& tensor : m_file.tensors())
            check(tensor.name);
        for (const auto& unknown : m_file.unknownTensors())
            check(unknown[0]);
    }

  private:
    const Gguf& m_file;
    std::set<std::string> m_used;
};

} // namespace

const Tensor& tensorOf(const Gguf& file, const std::string& name, std::size_t columns, std::size_t rows) {
    const Tensor* tensor = file.tensor(name);
    if (tensor == nullptr) {
        for (const auto& [unknown, format] : file.unknownTensors())
            if (unknown == name)
                throw Error(ErrorCode::ModelUnsupported, {file.name(), name, "in the format " + format});
        file.malformed(name, "a tensor of " + sizeText(columns, rows), "none");
    }
    if (tensor->columns() != columns || tensor->rows() != rows)
        file.malformed(name, sizeText(columns, rows), sizeText(tensor->columns(), tensor->rows()));
    return *tensor;
}

void checkTensors(const Gguf& file, const Config& config) {
    const auto width = static_cast<std::size_t>(config.width);
    const auto vocabulary = static_cast<std::size_t>(config.vocabulary);
    const auto queries = static_cast<std::size_t>(config.queryWidth());
    const auto keys = static_cast<std::size_t>(config.keyWidth());
    const auto hidden = static_cast<std::size_t>(config.feedForward);
    const auto head = static_cast<std::size_t>(config.headSize);
    Checker checker(file);
    checker.need("token_embd.weight", width, vocabulary);
    checker.need("output_norm.weight", width, 1);
    checker.maybe("output.weight", width, vocabulary);
    checker.maybe("rope_freqs.weight", static_cast<std::size_t>(config.rotary) / 2, 1);
    for (int layer = 0; layer < config.layers; ++layer) {
        const std::string prefix = "blk." + std::to_string(layer) + ".";
        checker.need(prefix + "attn_norm.weight", width, 1);
        if (checker.maybe(prefix + "attn_qkv.weight", width, queries + 2 * keys)) {
            checker.maybe(prefix + "attn_qkv.bias", queries + 2 * keys, 1);
        } else {
            checker.need(prefix + "attn_q.weight", width, queries);
            checker.need(prefix + "attn_k.weight", width, keys);
            checker.need(prefix + "attn_v.weight", width, keys);
            checker.maybe(prefix + "attn_q.bias", queries, 1);
            checker.maybe(prefix + "attn_k.bias", keys, 1);
            checker.maybe(prefix + "attn_v.bias", keys, 1);
        }
        if (config.headNorms) {
            checker.need(prefix + "attn_q_norm.weight", head, 1);
            checker.need(prefix + "attn_k_norm.weight", head, 1);
        }
        checker.need(prefix + "attn_output.weight", queries, width);
        checker.maybe(prefix + "attn_output.bias", width, 1);
        checker.need(prefix + "ffn_norm.weight", width, 1);
        checker.need(prefix + "ffn_gate.weight", width, hidden);
        checker.need(prefix + "ffn_up.weight", width, hidden);
        checker.need(prefix + "ffn_down.weight", hidden, width);
        if (config.postNorms) {
            checker.need(prefix + "post_attention_norm.weight", width, 1);
            checker.need(prefix + "post_ffw_norm.weight", width, 1);
        }
    }
    checker.refuseOthers();
}

} // namespace parallax::inference
