// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/chat.h"

#include <ctime>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/inference/jinja/syntax.h"

namespace parallax::inference {

std::string chatPrompt(const Gguf& file, const Tokenizer& tokenizer, const std::vector<ChatMessage>& messages,
                       const ChatOptions& options) {
    const auto source = file.string("tokenizer.chat_template", "");
    if (source.empty()) {
        if (auto prompt = familyPrompt(tokenizer, messages, options.answerNext))
            return *prompt;
        if (options.plainIfUnknown) {
            std::string words;
            for (const auto& message : messages)
                words += (words.empty() ? "" : "\n") + message.content;
            return words;
        }
        throw Error(ErrorCode::ModelTemplate, {"the file has none"});
    }
    if (source.size() > (1U << 20) || !isUtf8(source))
        throw Error(ErrorCode::ModelTemplate, {"it is no text of a sensible length"});
    jinja::List list;
    for (const auto& message : messages)
        list.emplace_back(jinja::Dict{{"role", message.role}, {"content", message.content}});
    const auto name = [&](std::optional<Token> token) {
        return token ? std::string(tokenizer.text(*token)) : std::string();
    };
    jinja::Dict variables{{"messages", std::move(list)},
                          {"tools", nullptr}, // as Hugging Face does: there, but none
                          {"documents", nullptr},
                          {"add_generation_prompt", options.answerNext},
                          {"bos_token", name(tokenizer.bos())},
                          {"eos_token", name(tokenizer.eos())}};
    if (options.thinking)
        variables.emplace_back("enable_thinking", *options.thinking);
    const auto root = jinja::parse(source);
    return jinja::render(*root, variables, options.now != 0 ? options.now : std::time(nullptr));
}

std::vector<Token> chatTokens(const Gguf& file, const Tokenizer& tokenizer,
                              const std::vector<ChatMessage>& messages, const ChatOptions& options) {
    const std::string prompt = chatPrompt(file, tokenizer, messages, options);
    auto tokens = tokenizer.encode(prompt, Specials::Parsed);
    if (tokenizer.addsBos() && tokenizer.bos() && (tokens.empty() || tokens[0] != *tokenizer.bos()))
        tokens.insert(tokens.begin(), *tokenizer.bos());
    return tokens;
}

} // namespace parallax::inference
