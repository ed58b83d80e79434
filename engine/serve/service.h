// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/inference/engine.h"
#include "engine/serve/answer.h"
#include "engine/serve/request.h"

namespace parallax::serve {

struct ServiceOptions {
    std::string model;      // the name that requests give
    std::string version;    // of the program
    int requestLimit = 256; // under way at once, waiting ones included; beyond it: 429
};

// One request under way. Destroying it cancels what is left of it. For one thread at a time.
class Completion {
  public:
    ~Completion();
    Completion(const Completion&) = delete;
    Completion& operator=(const Completion&) = delete;

    bool streams() const { return m_streams; }

    // Waits for some more of the answer, for `most` at the longest, and gives the events that have come.
    // Those that do not stream give none. Throws ApiError when the engine fails before anything was said.
    std::string next(std::chrono::milliseconds most);
    bool over() const { return m_over; }
    std::string body() const { return m_writer.body(); } // of one that does not stream, when it is over

  private:
    friend class Service;
    struct Inbox;
    Completion(std::shared_ptr<inference::Engine> engine, AnswerWriter writer, bool streams);

    std::shared_ptr<inference::Engine> m_engine;
    std::shared_ptr<Inbox> m_inbox;
    AnswerWriter m_writer;
    inference::Ticket m_ticket = 0;
    bool m_streams;
    bool m_begun = false;
    bool m_over = false;
};

// What the server can be asked, without a socket: bodies in, completions and JSON out. Thread-safe.
class Service {
  public:
    Service(std::shared_ptr<inference::Engine> engine, ServiceOptions options);

    // Throws ApiError: a wrong request, another model, a prompt that is too long, too much at once.
    std::unique_ptr<Completion> begin(std::string_view body, Api api);

    std::string models() const;
    std::string model(std::string_view name) const; // throws ApiError
    std::string health() const;
    const std::string& modelName() const { return m_options.model; }

  private:
    inference::Request engineRequest(const CompletionRequest& request) const;

    std::shared_ptr<inference::Engine> m_engine;
    ServiceOptions m_options;
    std::string m_fingerprint;
    std::int64_t m_created;
    std::string m_idStem;
    std::atomic<std::uint64_t> m_ids{0};
    std::shared_ptr<std::atomic<int>> m_open; // outlives the service with the engine's last callbacks
};

} // namespace parallax::serve
