// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace parallax::inference {

// How a byte-level BPE tokenizer cuts text before it merges: regular expressions in the original,
// hand-written scanners here, each linear in the text. The expressions stand in pretokenize.cpp.
enum class Presplit {
    Default, // no name
    Gpt2,
    Llama3,
    Qwen2,
    Qwen35,
    DeepseekV3, // and Hunyuan dense
    DeepseekCoder,
    DeepseekLlm,
    Tekken, // Mistral's
    Gpt4o,  // and Llama 4
    Bloom,
    Viking,
    Falcon,
    StarCoder,
};

// By `tokenizer.ggml.pre`; nothing for a name that is not known, whose tokens would be wrong. In
// presplit_names.cpp.
std::optional<Presplit> presplitFromName(std::string_view name);

// Whether a piece that is a token as it stands is taken without merging.
bool takesWholeTokens(std::string_view name);

// The text in pieces, in order and without gaps. Bytes that are no UTF-8 count as symbols of one byte each.
std::vector<std::string_view> presplit(Presplit rule, std::string_view text);

} // namespace parallax::inference
