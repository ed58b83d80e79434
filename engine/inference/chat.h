// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/inference/tokenizer.h"

namespace parallax::inference {

struct ChatMessage {
    std::string role; // "system", "user", "assistant"
    std::string content;
};

struct ChatOptions {
    bool answerNext = true;       // ends where the model is to answer
    std::optional<bool> thinking; // enable_thinking, for models that ask
    std::int64_t now = 0;         // seconds since 1970, for templates that tell the date; 0: the present
    bool plainIfUnknown = false;  // a model that knows no conversations is given their words alone
};

// The prompt for a conversation, as the model's own template says; without one, as its family does, told by
// the marks in its vocabulary. Throws Error{ModelTemplate} when the template needs more than is known, or
// refuses the conversation.
std::string chatPrompt(const Gguf& file, const Tokenizer& tokenizer, const std::vector<ChatMessage>& messages,
                       const ChatOptions& options = {});

// Its tokens: special tokens are parsed, and the model's first token is there once.
std::vector<Token> chatTokens(const Gguf& file, const Tokenizer& tokenizer,
                              const std::vector<ChatMessage>& messages, const ChatOptions& options = {});

// Which way of writing conversations the vocabulary has the marks of: ChatML, Llama 3, Gemma, DeepSeek,
// Mistral or Phi-3; empty for none.
std::string_view chatFamily(const Tokenizer& tokenizer);

// The prompt as that family writes it.
std::optional<std::string> familyPrompt(const Tokenizer& tokenizer, const std::vector<ChatMessage>& messages,
                                        bool answerNext);

} // namespace parallax::inference
