// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "engine/inference/engine.h"
#include "engine/serve/api_error.h"
#include "engine/serve/request.h"

namespace parallax::serve {

// What every answer of a server says of itself.
struct AnswerHead {
    std::string id;           // "chatcmpl-…"
    std::string model;        // as it was asked for
    std::string fingerprint;  // of the program, the file and the device: the same seed gives the same answer
    std::int64_t created = 0; // seconds since 1970
};

// The bytes of a token, for logprobs.
using TokenBytes = std::function<std::string(inference::Token)>;

// Turns what the engine says into what OpenAI's clients read: server-sent events piece by piece, or one
// object at the end. Knows no sockets and no time.
class AnswerWriter {
  public:
    AnswerWriter(const CompletionRequest& request, int promptTokens, const AnswerHead& head,
                 TokenBytes bytes);

    // The events that a piece of the answer makes; the first comes with the role, the last with the finish
    // reason, usage where it is wanted, and the end marker. A piece without text makes none.
    std::string events(const inference::Answer& answer);
    // An error after the first bytes: an event, since the status is gone already.
    static std::string errorEvent(const ApiError& error);

    // Collects instead.
    void collect(const inference::Answer& answer);
    std::string body() const;

    // A line that clients pass over, so that a silent connection is known to be alive.
    static constexpr const char* keepAlive = ": still at work\n\n";

  private:
    void count(const inference::Answer& answer);
    std::string event(const std::string& choices) const;
    std::string usage() const;
    std::string choice(const std::string& text, const std::string& logprobs, const char* finish,
                       bool role) const;
    std::string logprobs(const inference::Chosen& chosen) const;

    bool m_chat;
    bool m_stream;
    bool m_usage;
    bool m_continuousUsage;
    bool m_wantsLogprobs;
    TokenBytes m_bytes;
    std::string m_opening; // of each object, up to its choices
    bool m_begun = false;
    std::string m_text;
    std::string m_logprobs; // entries, joined by commas
    const char* m_finish = nullptr;
    inference::Timings m_timings;
};

} // namespace parallax::serve
