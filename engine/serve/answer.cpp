// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serve/answer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "engine/serve/json_text.h"

namespace parallax::serve {
namespace {

using inference::Answer;
using inference::Finish;
using nlohmann::ordered_json;

// Those that clients know; how it failed or was cancelled is not said here.
const char* reasonOf(Finish finish) {
    return finish == Finish::Length ? "length" : "stop";
}

ordered_json logprobOf(const std::string& bytes, float logprob) {
    auto list = ordered_json::array();
    for (const char byte : bytes)
        list.push_back(static_cast<unsigned char>(byte));
    // JSON has no infinity.
    const double number = std::isfinite(logprob) ? std::max(static_cast<double>(logprob), -9999.0) : -9999.0;
    return {{"token", repairUtf8(bytes)}, {"logprob", number}, {"bytes", std::move(list)}};
}

std::string data(const std::string& json) {
    return "data: " + json + "\n\n";
}

} // namespace

AnswerWriter::AnswerWriter(const CompletionRequest& request, int promptTokens, const AnswerHead& head,
                           TokenBytes bytes)
    : m_chat(request.api == Api::Chat)
    , m_stream(request.stream)
    , m_usage(request.usage)
    , m_continuousUsage(request.continuousUsage)
    , m_wantsLogprobs(request.logprobs)
    , m_bytes(std::move(bytes)) {
    m_timings.promptTokens = promptTokens;
    const char* object = !m_chat ? "text_completion" : m_stream ? "chat.completion.chunk" : "chat.completion";
    m_opening = dumped({{"id", head.id},
                        {"object", object},
                        {"created", head.created},
                        {"model", head.model},
                        {"system_fingerprint", head.fingerprint}});
    m_opening.back() = ','; // the choices follow
}

void AnswerWriter::count(const Answer& answer) {
    if (answer.chosen)
        ++m_timings.answerTokens;
    if (answer.finish != Finish::None)
        m_timings = answer.timings;
}

std::string AnswerWriter::usage() const {
    return dumped({{"prompt_tokens", m_timings.promptTokens},
                   {"completion_tokens", m_timings.answerTokens},
                   {"total_tokens", m_timings.promptTokens + m_timings.answerTokens},
                   {"prompt_tokens_details", {{"cached_tokens", m_timings.reusedTokens}}}});
}

std::string AnswerWriter::logprobs(const inference::Chosen& chosen) const {
    ordered_json entry = logprobOf(m_bytes(chosen.token), chosen.logprob);
    entry["top_logprobs"] = ordered_json::array();
    for (const auto& [token, logprob] : chosen.top)
        entry["top_logprobs"].push_back(logprobOf(m_bytes(token), logprob));
    return dumped(entry);
}

std::string AnswerWriter::choice(const std::string& text, const std::string& logprobs, const char* finish,
                                 bool role) const {
    std::string out = "{\"index\":0,";
    ordered_json message = ordered_json::object();
    if (role)
        message["role"] = "assistant";
    if (role || !text.empty() || finish == nullptr)
        message["content"] = text;
    if (!m_chat)
        out += "\"text\":" + dumped(text);
    else if (m_stream)
        out += "\"delta\":" + dumped(message);
    else
        out += "\"message\":" + dumped({{"role", "assistant"}, {"content", text}, {"refusal", nullptr}});
    out += ",\"logprobs\":";
    out += logprobs.empty() ? "null" : "{\"content\":[" + logprobs + "],\"refusal\":null}";
    out += ",\"finish_reason\":";
    out += finish == nullptr ? "null" : dumped(finish);
    return out + "}";
}

std::string AnswerWriter::event(const std::string& choices) const {
    std::string json = m_opening + "\"choices\":[" + choices + "]";
    if (choices.empty() || m_continuousUsage)
        json += ",\"usage\":" + usage();
    else if (m_usage)
        json += ",\"usage\":null"; // it comes at the end
    return data(json + "}");
}

std::string AnswerWriter::events(const Answer& answer) {
    count(answer);
    std::string out;
    const std::string probabilities = m_wantsLogprobs && answer.chosen ? logprobs(*answer.chosen) : "";
    const bool last = answer.finish != Finish::None;
    const bool says = !answer.text.empty() || !probabilities.empty();
    if (!m_begun && (says || last) && m_chat)
        out += event(choice({}, {}, nullptr, true));
    m_begun = m_begun || says || last;
    if (says)
        out += event(choice(answer.text, probabilities, nullptr, false));
    if (!last)
        return out;
    out += event(choice({}, {}, reasonOf(answer.finish), false));
    if (m_usage)
        out += event({});
    return out + data("[DONE]");
}

std::string AnswerWriter::errorEvent(const ApiError& error) {
    return data(toJson(error));
}

void AnswerWriter::collect(const Answer& answer) {
    count(answer);
    m_text += answer.text;
    if (m_wantsLogprobs && answer.chosen)
        m_logprobs += (m_logprobs.empty() ? "" : ",") + logprobs(*answer.chosen);
    if (answer.finish != Finish::None)
        m_finish = reasonOf(answer.finish);
}

std::string AnswerWriter::body() const {
    return m_opening + "\"choices\":[" + choice(m_text, m_logprobs, m_finish, true) +
           "],\"usage\":" + usage() + "}";
}

} // namespace parallax::serve
