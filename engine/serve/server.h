// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "engine/inference/engine.h"
#include "engine/serve/service.h"

namespace parallax::serve {

struct ServerOptions {
    ServiceOptions service;
    int port = 0;                                  // 0: any that is free
    int connectionLimit = 512;                     // beyond it the longest idle one is closed, else 503
    std::size_t bodyLimit = std::size_t{2} << 20;  // bytes
    std::chrono::milliseconds requestTime{30'000}; // that a request may take to come
    std::chrono::milliseconds idleTime{60'000};    // that a connection may wait for its next one
};

// An engine behind HTTP/1.1 on loopback, in the format of OpenAI's API: chat completions, completions,
// models, and /health. A thread a connection, so that a client that reads slowly holds up nobody else.
// Answers only to this machine, and to no page of a browser: a foreign Host or Origin is refused.
class Server {
  public:
    // Listens from then on. Throws Error{Usage} where the port is taken.
    Server(std::shared_ptr<inference::Engine> engine, ServerOptions options);
    ~Server(); // stop()
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    std::string url() const; // what clients call the base URL: "http://127.0.0.1:4711/v1"

    // Takes nothing more, tells the streams under way, and returns when every connection is closed.
    void stop();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::serve
