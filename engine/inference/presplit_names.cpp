// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/pretokenize.h"

#include <algorithm>
#include <iterator>

namespace parallax::inference {

std::optional<Presplit> presplitFromName(std::string_view name) {
    static constexpr struct {
        std::string_view name;
        Presplit rule;
    } names[] = {{"", Presplit::Default},
                 {"default", Presplit::Default},
                 {"gpt-2", Presplit::Gpt2},
                 {"mpt", Presplit::Gpt2},
                 {"olmo", Presplit::Gpt2},
                 {"phi-2", Presplit::Gpt2},
                 {"jais", Presplit::Gpt2},
                 {"trillion", Presplit::Gpt2},
                 {"granite-docling", Presplit::Gpt2},
                 {"llama3", Presplit::Llama3},
                 {"llama-v3", Presplit::Llama3},
                 {"llama-bpe", Presplit::Llama3},
                 {"falcon3", Presplit::Llama3},
                 {"pixtral", Presplit::Llama3},
                 {"lfm2", Presplit::Llama3},
                 {"falcon-h1", Presplit::Llama3},
                 {"midm-2.0", Presplit::Llama3},
                 {"dbrx", Presplit::Llama3},
                 {"smaug-bpe", Presplit::Llama3},
                 {"chatglm-bpe", Presplit::Llama3},
                 {"glm4", Presplit::Llama3},
                 {"qwen2", Presplit::Qwen2},
                 {"deepseek-r1-qwen", Presplit::Qwen2},
                 {"stablelm2", Presplit::Qwen2},
                 {"hunyuan", Presplit::Qwen2},
                 {"megrez", Presplit::Qwen2},
                 {"solar-open", Presplit::Qwen2},
                 {"grok-2", Presplit::Qwen2},
                 {"qwen35", Presplit::Qwen35},
                 {"deepseek-v3", Presplit::DeepseekV3},
                 {"hunyuan-dense", Presplit::DeepseekV3},
                 {"deepseek-coder", Presplit::DeepseekCoder},
                 {"deepseek-llm", Presplit::DeepseekLlm},
                 {"falcon", Presplit::Falcon},
                 {"starcoder", Presplit::StarCoder},
                 {"refact", Presplit::StarCoder},
                 {"smollm", Presplit::StarCoder},
                 {"codeshell", Presplit::StarCoder},
                 {"exaone", Presplit::StarCoder},
                 {"minerva-7b", Presplit::StarCoder},
                 {"command-r", Presplit::StarCoder},
                 {"tekken", Presplit::Tekken},
                 {"gpt-4o", Presplit::Gpt4o},
                 {"llama4", Presplit::Gpt4o},
                 {"bloom", Presplit::Bloom},
                 {"poro-chat", Presplit::Bloom},
                 {"gpt3-finnish", Presplit::Bloom},
                 {"viking", Presplit::Viking}};
    for (const auto& entry : names)
        if (entry.name == name)
            return entry.rule;
    return std::nullopt;
}

bool takesWholeTokens(std::string_view name) {
    static constexpr std::string_view names[] = {"llama3",  "llama-v3", "llama-bpe", "falcon3", "falcon-h1",
                                                 "pixtral", "midm-2.0", "lfm2",      "tekken"};
    return std::ranges::find(names, name) != std::end(names);
}

} // namespace parallax::inference
