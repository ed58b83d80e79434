// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <map>
#include <mutex>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tests/engine/latency/certificate.h"

namespace parallax::test {

// An HTTP server that does as its script says and stamps what it really sent: one thread, one epoll, on
// loopback alone.
class TruthServer {
  public:
    using Clock = std::chrono::steady_clock;

    // What is sent so long after the step before it (after the request, for the first).
    struct Step {
        std::chrono::microseconds after{0};
        std::string bytes;
        enum class Then { GoOn, Close, Reset } then = Then::GoOn;
    };
    using Script = std::vector<Step>;
    struct Request {
        std::string path;
        std::string head;
        std::string body;
        Clock::time_point at;
        std::vector<Clock::time_point> sent; // of each step, before the call that sent it
    };
    using Handler = std::function<Script(const Request&)>;

    explicit TruthServer(Handler handler, const Certificate* certificate = nullptr)
        : m_handler(std::move(handler)) {
        std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to connections that are gone
        if (certificate != nullptr)
            m_tls = certificate->context();
        m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            listen(m_listener, 4096) != 0 ||
            getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            std::abort();
        m_port = ntohs(address.sin_port);
        m_epoll = epoll_create1(EPOLL_CLOEXEC);
        m_wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        watch(m_listener, EPOLLIN);
        watch(m_wake, EPOLLIN);
        m_thread = std::thread([this] { serve(); });
    }
    ~TruthServer() {
        m_stop = true;
        const std::uint64_t one = 1;
        if (write(m_wake, &one, sizeof one) < 0)
            std::abort();
        m_thread.join();
        while (!m_connections.empty())
            drop(m_connections.begin()->first);
        for (const int fd : {m_listener, m_epoll, m_wake})
            close(fd);
        SSL_CTX_free(m_tls);
    }
    TruthServer(const TruthServer&) = delete;
    TruthServer& operator=(const TruthServer&) = delete;

    int port() const { return m_port; }
    std::string url() const {
        std::string url = m_tls != nullptr ? "https://localhost:" : "http://127.0.0.1:";
        return url.append(std::to_string(m_port));
    }
    std::vector<Request> requests() const {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

  private:
    struct Connection {
        SSL* ssl = nullptr;
        bool shaken = false;
        std::string in;
        Script script;
        std::size_t step = 0;
        std::size_t request = 0; // index into m_requests
        std::uint64_t id = 0;
        std::string out; // what the socket did not take
    };
    struct Due {
        Clock::time_point at;
        int fd = -1;
        std::uint64_t id = 0;
        bool operator<(const Due& other) const { return at > other.at; }
    };

    void watch(int fd, unsigned events) {
        epoll_event event{};
        event.events = events;
        event.data.fd = fd;
        if (epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event) != 0)
            epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    }

    void serve() {
        while (!m_stop) {
            timespec timeout{1, 0};
            if (!m_due.empty()) {
                const auto wait = std::clamp<std::chrono::nanoseconds>(m_due.top().at - Clock::now(),
                                                                       std::chrono::nanoseconds(0),
                                                                       std::chrono::nanoseconds(999'999'999));
                timeout = {0, wait.count()};
            }
            epoll_event events[64];
            const int count = epoll_pwait2(m_epoll, events, 64, &timeout, nullptr);
            for (int i = 0; i < count; ++i)
                ready(events[i].data.fd);
            while (!m_due.empty() && m_due.top().at <= Clock::now()) {
                const Due due = m_due.top();
                m_due.pop();
                const auto found = m_connections.find(due.fd);
                if (found != m_connections.end() && found->second.id == due.id)
                    perform(due.fd, due.at);
            }
        }
    }

    void ready(int fd) {
        if (fd == m_wake)
            return;
        if (fd == m_listener) {
            for (int made;
                 (made = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
                const int on = 1;
                setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                Connection& connection = m_connections[made];
                connection.id = ++m_ids;
                if (m_tls != nullptr) {
                    connection.ssl = SSL_new(m_tls);
                    SSL_set_fd(connection.ssl, made);
                }
                watch(made, EPOLLIN);
            }
            return;
        }
        const auto found = m_connections.find(fd);
        if (found != m_connections.end() && !receive(fd, found->second))
            drop(fd);
    }

    bool receive(int fd, Connection& connection) {
        if (connection.ssl != nullptr && !connection.shaken) {
            const int done = SSL_accept(connection.ssl);
            const int error = SSL_get_error(connection.ssl, done);
            if (done != 1)
                return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
            connection.shaken = true;
        }
        if (!connection.out.empty())
            flush(fd, connection);
        char bytes[16384];
        for (;;) {
            const auto got = connection.ssl != nullptr
                                 ? static_cast<ssize_t>(SSL_read(connection.ssl, bytes, sizeof bytes))
                                 : recv(fd, bytes, sizeof bytes, 0);
            if (got <= 0) {
                if (connection.ssl != nullptr) {
                    const int error = SSL_get_error(connection.ssl, static_cast<int>(got));
                    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE)
                        return false;
                } else if (got == 0 || errno != EAGAIN) {
                    return false;
                }
                break;
            }
            connection.in.append(bytes, static_cast<std::size_t>(got));
        }
        takeRequest(fd, connection);
        return true;
    }

    void takeRequest(int fd, Connection& connection) {
        const std::size_t head = connection.in.find("\r\n\r\n");
        if (head == std::string::npos || connection.step < connection.script.size())
            return;
        std::size_t length = 0;
        const std::size_t at = connection.in.find("Content-Length: ");
        if (at != std::string::npos && at < head)
            length = static_cast<std::size_t>(std::atol(connection.in.c_str() + at + 16));
        if (connection.in.size() < head + 4 + length)
            return;
        Request request;
        request.head = connection.in.substr(0, head);
        request.body = connection.in.substr(head + 4, length);
        request.path = request.head.substr(5, request.head.find(' ', 5) - 5); // "POST /path HTTP"
        request.at = Clock::now();
        connection.in.erase(0, head + 4 + length);
        connection.script = m_handler(request);
        connection.step = 0;
        {
            const std::lock_guard lock(m_mutex);
            connection.request = m_requests.size();
            m_requests.push_back(request);
        }
        if (!connection.script.empty())
            m_due.push({request.at + connection.script[0].after, fd, connection.id});
    }

    void perform(int fd, Clock::time_point due) {
        Connection& connection = m_connections.at(fd);
        const Step step = connection.script[connection.step++];
        {
            const std::lock_guard lock(m_mutex);
            m_requests[connection.request].sent.push_back(Clock::now());
        }
        connection.out += step.bytes;
        flush(fd, connection);
        if (step.then != Step::Then::GoOn) {
            if (step.then == Step::Then::Reset) {
                const linger hard{1, 0};
                setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
            }
            drop(fd);
        } else if (connection.step < connection.script.size()) {
            m_due.push({due + connection.script[connection.step].after, fd, connection.id});
        } else {
            takeRequest(fd, connection); // the next one may be here already
        }
    }

    void flush(int fd, Connection& connection) {
        while (!connection.out.empty()) {
            const auto size = connection.out.size();
            const auto put = connection.ssl != nullptr
                                 ? static_cast<ssize_t>(SSL_write(connection.ssl, connection.out.data(),
                                                                  static_cast<int>(size)))
                                 : send(fd, connection.out.data(), size, MSG_NOSIGNAL);
            if (put <= 0)
                break;
            connection.out.erase(0, static_cast<std::size_t>(put));
        }
        watch(fd, connection.out.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT);
    }

    void drop(int fd) {
        if (Connection& connection = m_connections.at(fd); connection.ssl != nullptr)
            SSL_free(connection.ssl);
        m_connections.erase(fd);
        close(fd);
    }

    Handler m_handler;
    SSL_CTX* m_tls = nullptr;
    int m_listener = -1, m_epoll = -1, m_wake = -1, m_port = 0;
    std::uint64_t m_ids = 0;
    std::atomic<bool> m_stop = false;
    std::map<int, Connection> m_connections;
    std::priority_queue<Due> m_due;
    mutable std::mutex m_mutex;
    std::vector<Request> m_requests;
    std::thread m_thread;
};

// Pieces of answers.

// Joined piece by piece: GCC 12 sees sums of strings overflow where there is no such thing.
inline std::string joined(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts)
        out.append(part);
    return out;
}

inline std::string inChunk(const std::string& bytes) {
    char size[32];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return joined({size, bytes, "\r\n"});
}

inline std::string streamHead(const char* type = "text/event-stream", const char* more = "") {
    return joined(
        {"HTTP/1.1 200 OK\r\nContent-Type: ", type, "\r\nTransfer-Encoding: chunked\r\n", more, "\r\n"});
}

inline std::string answerOf(int status, const std::string& body, const std::string& headers = {}) {
    return joined({"HTTP/1.1 ", std::to_string(status),
                   " X\r\nContent-Type: application/json\r\nContent-Length: ", std::to_string(body.size()),
                   "\r\n", headers, "\r\n", body});
}

inline std::string tokenEvent(const std::string& text) {
    return joined({"data: {\"choices\":[{\"delta\":{\"content\":\"", text, "\"}}]}\n\n"});
}

inline std::string lastEvents(int tokens) {
    return joined({"data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n",
                   "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":",
                   std::to_string(tokens), "}}\n\ndata: [DONE]\n\n"});
}

// A stream of so many chunks, one every `gap`.
inline TruthServer::Script streamScript(int tokens, std::chrono::microseconds gap) {
    using Step = TruthServer::Step;
    TruthServer::Script script{{std::chrono::microseconds(0), streamHead(), Step::Then::GoOn}};
    for (int i = 0; i < tokens; ++i)
        script.push_back({gap, inChunk(tokenEvent("tok")), Step::Then::GoOn});
    script.push_back(
        {std::chrono::microseconds(0), joined({inChunk(lastEvents(tokens)), "0\r\n\r\n"}), Step::Then::GoOn});
    return script;
}

} // namespace parallax::test
