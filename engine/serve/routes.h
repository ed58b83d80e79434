// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <httplib.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "engine/serve/api_error.h"
#include "engine/serve/connection.h"
#include "engine/serve/service.h"

namespace parallax::serve {

// What is answered at which address. cpp-httplib reads a request and writes its answer; it does not listen,
// and has no threads here. Written for 0.11: both members of httplib::Server that are used are protected.
class Routes final : private httplib::Server {
  public:
    Routes(Service& service, std::size_t bodyLimit, const std::atomic<bool>& stopping);

    // While the library holds this socket for its own it takes itself for running.
    void serveAt(int listener, std::uint16_t port);

    // Reads one request and answers it. False: nothing more can come on this connection.
    bool answer(Connection& connection);

  private:
    HandlerResponse beforeBody(const httplib::Request& request, httplib::Response& response);
    void get(const httplib::Request& request, httplib::Response& response);
    void complete(const httplib::Request& request, httplib::Response& response,
                  const httplib::ContentReader& reader, Api api);
    void whole(const std::shared_ptr<Completion>& completion, httplib::Response& response);
    void stream(const std::shared_ptr<Completion>& completion, const httplib::Request& request,
                httplib::Response& response);
    // Some more of a stream; false when the client has gone.
    bool more(Completion& completion, httplib::DataSink& sink, Connection::Clock::time_point& lastWrite);
    std::string bodyOf(const httplib::ContentReader& reader);

    Service& m_service;
    std::size_t m_bodyLimit;
    const std::atomic<bool>& m_stopping;
    std::uint16_t m_port = 0;
};

} // namespace parallax::serve
