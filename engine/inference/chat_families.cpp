// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "engine/inference/chat.h"

namespace parallax::inference {
namespace {

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

using Messages = std::vector<ChatMessage>;

std::string chatMl(const Messages& messages, const std::string&, bool answerNext) {
    std::string text;
    for (const auto& message : messages)
        text += "<|im_start|>" + message.role + "\n" + message.content + "<|im_end|>\n";
    return answerNext ? text + "<|im_start|>assistant\n" : text;
}

std::string llama3(const Messages& messages, const std::string& bos, bool answerNext) {
    const auto head = [](const std::string& role) {
        return "<|start_header_id|>" + role + "<|end_header_id|>\n\n";
    };
    std::string text = bos;
    for (const auto& message : messages)
        text += head(message.role) + trimmed(message.content) + "<|eot_id|>";
    return answerNext ? text + head("assistant") : text;
}

std::string gemma(const Messages& messages, const std::string& bos, bool answerNext) {
    std::string text = bos;
    std::string system; // there is no such role: it comes before what the person says first
    for (const auto& message : messages) {
        if (message.role == "system") {
            system = trimmed(message.content) + "\n\n";
            continue;
        }
        text += "<start_of_turn>" + (message.role == "assistant" ? "model" : message.role) + "\n" +
                std::exchange(system, {}) + trimmed(message.content) + "<end_of_turn>\n";
    }
    return answerNext ? text + "<start_of_turn>model\n" : text;
}

std::string deepseek(const Messages& messages, const std::string& bos, bool answerNext) {
    std::string text = bos;
    for (const auto& message : messages) {
        if (message.role == "assistant")
            text += "<｜Assistant｜>" + message.content + "<｜end▁of▁sentence｜>";
        else
            text += (message.role == "user" ? "<｜User｜>" : "") + message.content;
    }
    return answerNext ? text + "<｜Assistant｜>" : text;
}

std::string mistral(const Messages& messages, const std::string& bos, bool) {
    std::string text = bos;
    std::string system; // as with Gemma
    for (const auto& message : messages) {
        if (message.role == "system")
            system = message.content + "\n\n";
        else if (message.role == "assistant")
            text += " " + trimmed(message.content) + "</s>";
        else
            text += "[INST] " + std::exchange(system, {}) + message.content + "[/INST]";
    }
    return text; // the closing mark is what the answer follows
}

std::string phi3(const Messages& messages, const std::string&, bool answerNext) {
    std::string text;
    for (const auto& message : messages)
        text += "<|" + message.role + "|>\n" + message.content + "<|end|>\n";
    return answerNext ? text + "<|assistant|>\n" : text;
}

struct Family {
    std::string_view name;
    std::vector<const char*> marks; // that the vocabulary must have
    std::string (*write)(const Messages& messages, const std::string& bos, bool answerNext);
};

const Family* familyOf(const Tokenizer& tokenizer) {
    static const Family families[] = {
        {"ChatML", {"<|im_start|>", "<|im_end|>"}, chatMl},
        {"Llama 3", {"<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"}, llama3},
        {"Gemma", {"<start_of_turn>", "<end_of_turn>"}, gemma},
        {"DeepSeek", {"<｜User｜>", "<｜Assistant｜>"}, deepseek},
        {"Mistral", {"[INST]", "[/INST]"}, mistral},
        {"Phi-3", {"<|user|>", "<|assistant|>", "<|end|>"}, phi3}};
    for (const Family& family : families)
        if (std::ranges::all_of(family.marks,
                                [&](const char* mark) { return tokenizer.find(mark).has_value(); }))
            return &family;
    return nullptr;
}

} // namespace

std::string_view chatFamily(const Tokenizer& tokenizer) {
    const Family* family = familyOf(tokenizer);
    return family == nullptr ? std::string_view() : family->name;
}

std::optional<std::string> familyPrompt(const Tokenizer& tokenizer, const std::vector<ChatMessage>& messages,
                                        bool answerNext) {
    const Family* family = familyOf(tokenizer);
    if (family == nullptr)
        return std::nullopt;
    const auto bos = tokenizer.bos();
    return family->write(messages, bos ? std::string(tokenizer.text(*bos)) : std::string(), answerNext);
}

} // namespace parallax::inference
