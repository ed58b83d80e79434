// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "engine/inference/config.h"
#include "engine/inference/gguf.h"
#include "engine/inference/jinja/syntax.h"
#include "engine/inference/tokenizer.h"

namespace parallax::fuzz {

// A model file of any bytes: whatever it says, it is read or refused.
inline void gguf(std::string_view input) {
    try {
        const inference::Gguf file(input, "fuzzed.gguf");
        for (const auto& tensor : file.tensors())
            if (tensor.bytes > input.size())
                std::abort(); // a tensor that is larger than the file
        try {
            inference::readConfig(file);
        } catch (const Error&) {
        }
        const inference::Tokenizer tokenizer(file);
        const auto tokens =
            tokenizer.encode("Hello, 12345 世界 <s></s>\n\n  x", inference::Specials::AddedParsed);
        for (const auto token : tokens)
            if (token < 0 || static_cast<std::size_t>(token) >= tokenizer.size())
                std::abort(); // a token that is none
        tokenizer.decode(tokens);
    } catch (const Error&) {
    }
}

inline void chatTemplate(std::string_view input) {
    using inference::jinja::Dict;
    using inference::jinja::List;
    const Dict variables{{"messages", List{Dict{{"role", "user"}, {"content", "hi"}}}},
                         {"add_generation_prompt", true},
                         {"bos_token", "<s>"}};
    try {
        inference::jinja::render(*inference::jinja::parse(input), variables, 0);
    } catch (const Error&) {
    }
}

struct EngineTarget {
    const char* name;
    void (*run)(std::string_view);
};
inline constexpr std::array<EngineTarget, 2> engineTargets{{{"gguf", gguf}, {"chat-template", chatTemplate}}};

} // namespace parallax::fuzz
