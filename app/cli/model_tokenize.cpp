// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <iterator>

#include "app/cli/command.h"
#include "app/cli/model.h"
#include "base/utf8.h"
#include "data/ingest/file.h"
#include "engine/inference/chat.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;
using namespace parallax::inference;

std::string textOrInput(const std::string& text) {
    if (text != "-")
        return text;
    return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

struct TokenizeOptions {
    ModelChoice choice;
    std::string text;
    bool special = false;
    std::string conversation; // a file
    std::string thinking;
};

// [{"role": "user", "content": "…"}, …]
std::vector<ChatMessage> readConversation(const std::string& path) {
    std::vector<ChatMessage> messages;
    try {
        const auto list = ordered_json::parse(data::readFile(path));
        for (const auto& message : list)
            messages.push_back(
                {message.at("role").get<std::string>(), message.at("content").get<std::string>()});
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::Usage,
                    {"\"" + path + "\" is no list of messages with role and content: " + error.what()});
    }
    return messages;
}

int tokenize(const Session& session, const TokenizeOptions& given) {
    const Gguf file{std::filesystem::path(given.choice.path)};
    const Tokenizer tokenizer(file);
    ordered_json out;
    std::vector<Token> tokens;
    if (given.conversation.empty()) {
        tokens = tokenizer.encode(textOrInput(given.text),
                                  given.special ? Specials::AddedParsed : Specials::Ignored);
    } else {
        ChatOptions options;
        if (!given.thinking.empty())
            options.thinking = given.thinking == "yes";
        const auto messages = readConversation(given.conversation);
        out["prompt"] = chatPrompt(file, tokenizer, messages, options);
        tokens = chatTokens(file, tokenizer, messages, options);
    }
    out["tokens"] = tokens;
    if (session.json) {
        std::cout << dumped(out) << '\n';
        return 0;
    }
    if (out.contains("prompt"))
        std::cout << repairUtf8(out["prompt"].get<std::string>()) << "\n\n";
    for (const Token token : tokens)
        std::cout << token << '\t' << dumped(tokenizer.piece(token, true)) << '\n';
    return 0;
}

} // namespace

void addModelTokenize(CLI::App& model, Session& session) {
    auto given = std::make_shared<TokenizeOptions>();
    auto* tokenizing =
        addModelCommand(model, "tokenize", "Print the tokens of a text or of a conversation", given->choice);
    auto* source = tokenizing->add_option_group("what");
    source->add_option("--text", given->text, "The text; \"-\" reads standard input");
    auto* conversation = source->add_option("--conversation", given->conversation,
                                            "A JSON file with a list of messages, each with role and "
                                            "content: what the model's own template makes of it");
    source->require_option(1);
    tokenizing->add_flag("--special", given->special, "Add and parse special tokens")->excludes(conversation);
    tokenizing
        ->add_option("--thinking", given->thinking,
                     "With --conversation: whether the model is to think first")
        ->needs(conversation)
        ->check(CLI::IsMember({"yes", "no"}));
    tokenizing->callback(
        [&session, given] { session.run = [&session, given] { return tokenize(session, *given); }; });
}

} // namespace parallax::app
