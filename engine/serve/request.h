// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/inference/chat.h"
#include "engine/inference/sampler.h"

namespace parallax::serve {

// OpenAI's two ways to ask: a conversation, or a text to go on with.
enum class Api { Chat, Text };

// What a body asks for. Texts are UTF-8.
struct CompletionRequest {
    Api api = Api::Chat;
    std::string model;
    std::vector<inference::ChatMessage> messages; // of a chat
    std::string prompt;                           // of a text
    std::optional<bool> thinking;                 // chat_template_kwargs.enable_thinking
    inference::Sampling sampling;                 // its seed only where `seeded`
    bool seeded = false;
    std::vector<std::string> stop;
    int maxTokens = 0; // 0: as many as the context has room for
    int minTokens = 0;
    bool ignoreEnd = false;
    bool stream = false;
    bool usage = false;           // of a stream: at its end,
    bool continuousUsage = false; // and with each piece of it
    bool logprobs = false;
};

// Reads a body. A field that is not known, has another type or is out of its range is an error that names it;
// so is what this server cannot do (several answers, tools, pictures, forms of JSON), since an answer without
// it would be mistaken for one with it. Fields that change no answer (user, metadata …) are passed over.
// Throws ApiError. Time and memory are linear in the body.
CompletionRequest parseRequest(std::string_view body, Api api);

} // namespace parallax::serve
