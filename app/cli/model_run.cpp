// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <future>
#include <iostream>
#include <iterator>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/model.h"
#include "engine/inference/chat.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;
using namespace parallax::inference;

struct RunOptions {
    ModelChoice choice;
    std::string prompt;
    bool chat = false;
    std::string system;
    Request request;
};

// "TOKEN=NUMBER" as the sampler wants it. Throws CLI::ValidationError.
std::pair<Token, float> biasOf(const std::string& text) {
    std::pair<Token, float> bias;
    const char* const end = text.data() + text.size();
    const auto [mark, problem] = std::from_chars(text.data(), end, bias.first);
    if (problem == std::errc() && mark != end && *mark == '=') {
        const auto [rest, fault] = std::from_chars(mark + 1, end, bias.second);
        if (fault == std::errc() && rest == end && std::isfinite(bias.second))
            return bias;
    }
    throw CLI::ValidationError("--logit-bias", "\"" + text + "\" is not TOKEN=NUMBER, as 29901=-100");
}

// The likeliest tokens of one place, with the text of each.
ordered_json likeliest(const std::vector<std::pair<Token, float>>& top, const Tokenizer& tokenizer) {
    ordered_json list = ordered_json::array();
    for (const auto& [token, logprob] : top)
        list.push_back({{"token", token}, {"text", tokenizer.decode({token}, true)}, {"logprob", logprob}});
    return list;
}

double perSecond(int count, double seconds) {
    return seconds > 0 ? count / seconds : 0;
}

// 0 where nobody waits for it any more: the engine gives up a reading when it goes.
double measuredBandwidth(Engine& engine, const std::stop_token& stop) {
    auto reading = engine.measureBandwidth();
    while (reading.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready)
        if (stop.stop_requested())
            return 0;
    return reading.get();
}

int run(const Session& session, RunOptions& given) {
    const std::stop_token stop = stopOnInterrupt();
    std::string prompt = given.prompt;
    if (prompt == "-")
        prompt.assign(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
    const auto started = std::chrono::steady_clock::now();
    Engine engine(given.choice.path, given.choice.options(), stop);
    const double loading = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    Request request = given.request;
    request.sampling.probability = session.json;
    if (given.chat) {
        std::vector<ChatMessage> messages;
        if (!given.system.empty())
            messages.push_back({"system", given.system});
        messages.push_back({"user", prompt});
        request.tokens = chatTokens(engine.file(), engine.tokenizer(), messages);
    } else {
        request.tokens = engine.tokenizer().encode(prompt, Specials::AddedParsed);
    }
    std::string text;
    std::vector<Token> tokens;
    std::vector<float> logprobs;
    ordered_json top = ordered_json::array();
    std::promise<Answer> over;
    const Ticket ticket = engine.submit(request, [&](const Answer& answer) {
        text += answer.text;
        if (answer.chosen) {
            tokens.push_back(answer.chosen->token);
            logprobs.push_back(answer.chosen->logprob);
            if (request.sampling.logprobs > 0)
                top.push_back(likeliest(answer.chosen->top, engine.tokenizer()));
        }
        if (!session.json)
            std::cout << answer.text << std::flush;
        if (answer.finish != Finish::None)
            over.set_value(answer);
    });
    auto future = over.get_future();
    while (future.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready)
        if (stop.stop_requested())
            engine.cancel(ticket);
    const Answer last = future.get();
    if (last.error)
        throw *last.error;
    const Timings& t = last.timings;
    const double decodeRate = perSecond(t.answerTokens - 1, t.decode);
    const bool tells = t.answerTokens > 1 && !engine.fitsInCaches(); // a single token has no rate
    // The reading takes up to two seconds: not for whoever has ended the run, nor where nothing shows it.
    const bool waits = last.finish != Finish::Cancelled && (session.json || !session.quiet);
    const double bandwidth = tells && waits ? measuredBandwidth(engine, stop) : 0;
    const double readRate =
        decodeRate * (static_cast<double>(engine.weightBytes()) +
                      static_cast<double>(engine.keyBytes()) * (t.promptTokens + 0.5 * t.answerTokens));
    const double prefillRate = perSecond(t.promptTokens - t.reusedTokens, t.firstToken);
    if (session.json) {
        ordered_json out{{"text", text},
                         {"tokens", tokens},
                         {"logprobs", logprobs},
                         {"prompt_tokens", request.tokens},
                         {"finish", finishName(last.finish)},
                         {"timings",
                          {{"load_s", loading},
                           {"first_token_s", t.firstToken},
                           {"total_s", t.total},
                           {"prefill_tokens_per_s", prefillRate},
                           {"decode_tokens_per_s", decodeRate},
                           {"weight_bytes_per_token", engine.weightBytes()},
                           {"read_bytes_per_s", readRate},
                           {"memory_bytes_per_s", bandwidth}}},
                         {"device", describe(engine.device())},
                         {"device_note", engine.deviceNote()}};
        if (request.sampling.logprobs > 0)
            out["top_logprobs"] = top;
        std::cout << dumped(out) << '\n';
        return last.finish == Finish::Cancelled ? 130 : 0;
    }
    std::cout << '\n';
    std::string share;
    if (bandwidth > 0)
        share =
            ", " + std::to_string(std::lround(100 * readRate / bandwidth)) + " % of what the memory gives";
    char line[300];
    std::snprintf(line, sizeof line,
                  "%d + %d tokens (%s); load %.2f s, first token %.3f s, prefill %.1f tok/s, decode %.1f "
                  "tok/s (%.2f GB/s%s); %s",
                  t.promptTokens, t.answerTokens, finishName(last.finish), loading, t.firstToken, prefillRate,
                  decodeRate, readRate * 1e-9, share.c_str(), describe(engine.device()).c_str());
    note(session, line);
    if (!engine.deviceNote().empty())
        note(session, "not on a graphics card: " + engine.deviceNote());
    return last.finish == Finish::Cancelled ? 130 : 0;
}

} // namespace

void addModelRun(CLI::App& model, Session& session) {
    auto given = std::make_shared<RunOptions>();
    auto* command = addModelCommand(model, "run", "Continue a prompt", given->choice);
    Request& request = given->request;
    Sampling& sampling = request.sampling;
    command->add_option("--prompt", given->prompt, "The prompt; \"-\" reads standard input")->required();
    auto* chat = command->add_flag("--chat", given->chat,
                                   "The prompt is what a person says, put into the model's own template");
    command->add_option("--system", given->system, "With --chat: what the model is told beforehand")
        ->needs(chat);
    command->add_option("--max-tokens", request.maxTokens, "Tokens of the answer")
        ->check(CLI::Range(1, 1 << 24));
    sampling.temperature = 0.7F;
    command->add_option("--temperature", sampling.temperature, "0: always the likeliest")
        ->check(CLI::Range(0.0, 100.0));
    command->add_option("--top-k", sampling.topK, "Only the so many likeliest")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--top-p", sampling.topP, "Only the likeliest with this probability together")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--min-p", sampling.minP, "Only those with this part of the likeliest's probability")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--repetition-penalty", sampling.repetition, "Above 1: against repetition")
        ->check(CLI::Range(0.01, 100.0));
    command->add_option("--frequency-penalty", sampling.frequency,
                        "Taken from a token's logit per occurrence");
    command->add_option("--presence-penalty", sampling.presence, "Taken from the logit of what has occurred");
    command->add_option_function<std::vector<std::string>>(
        "--logit-bias",
        [&sampling](const std::vector<std::string>& texts) {
            for (const std::string& text : texts)
                sampling.bias.push_back(biasOf(text));
        },
        "TOKEN=NUMBER: the number is added to that token's logit; may be repeated");
    command
        ->add_option("--top-logprobs", sampling.logprobs, "With --json: the so many likeliest of each place")
        ->check(CLI::Range(0, 100));
    command->add_option("--seed", sampling.seed, "The same seed gives the same answer");
    command->add_option("--stop", request.stop, "The answer ends before this text");
    command->add_flag("--ignore-end", request.ignoreEnd, "Go on past the model's own end");
    addDeviceOptions(*command, given->choice);
    command->callback(
        [&session, given] { session.run = [&session, given] { return run(session, *given); }; });
}

} // namespace parallax::app
