// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/simulator.h"

#include <nlohmann/json.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <map>
#include <queue>
#include <string_view>
#include <thread>

#include "base/error.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/run_clock.h"
#include "engine/latency/simulator_profiles.h"

namespace parallax::latency {
namespace {

using data::RunTime;

constexpr std::size_t mostRequest = std::size_t{1} << 20; // bytes
constexpr std::size_t mostConnections = 1024;

struct Connection {
    std::uint64_t id = 0;
    std::string in, out;
    ServerScript script;
    std::size_t step = 0;
    RunTime begun = 0; // of the script
    bool busy() const { return step < script.size() || !out.empty(); }
};

struct Due {
    RunTime at = 0;
    int fd = -1;
    std::uint64_t id = 0;
    bool operator<(const Due& other) const { return at > other.at; } // the earliest on top
};

const ServerScript& notFound() {
    static const ServerScript script{
        {0, "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
         false}};
    return script;
}

} // namespace

struct Simulator::Impl {
    explicit Impl(std::uint64_t runSeed)
        : seed(runSeed) {
        listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK); // nobody from outside
        socklen_t size = sizeof address;
        epoll = epoll_create1(EPOLL_CLOEXEC);
        wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        if (listener < 0 || epoll < 0 || wake < 0 ||
            bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener, 1024) != 0 ||
            getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
            closeAll();
            throw Error(ErrorCode::Unexpected, {"no port for the simulator"});
        }
        port = ntohs(address.sin_port);
        watch(listener, EPOLLIN);
        watch(wake, EPOLLIN);
        thread = std::thread([this] { serve(); });
    }
    ~Impl() {
        stop = true;
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(wake, &one, sizeof one);
        thread.join();
        for (const auto& [fd, connection] : connections)
            close(fd);
        closeAll();
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void closeAll() const {
        for (const int fd : {listener, epoll, wake})
            if (fd >= 0)
                close(fd);
    }

    void watch(int fd, unsigned events) const {
        epoll_event event{};
        event.events = events;
        event.data.fd = fd;
        if (epoll_ctl(epoll, EPOLL_CTL_MOD, fd, &event) != 0)
            epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    }

    void serve() {
        while (!stop) {
            RunTime ns = 1'000'000'000;
            if (!due.empty())
                ns = std::clamp<RunTime>(due.top().at - clock.now(), 0, ns);
            const timespec timeout{static_cast<time_t>(ns / 1'000'000'000),
                                   static_cast<long>(ns % 1'000'000'000)};
            std::array<epoll_event, 64> events{};
            const int count =
                epoll_pwait2(epoll, events.data(), static_cast<int>(events.size()), &timeout, nullptr);
            for (int i = 0; i < count; ++i)
                ready(events[static_cast<std::size_t>(i)].data.fd);
            while (!due.empty() && due.top().at <= clock.now()) {
                const Due next = due.top();
                due.pop();
                const auto found = connections.find(next.fd);
                if (found != connections.end() && found->second.id == next.id)
                    perform(next.fd, found->second);
            }
        }
    }

    void ready(int fd) {
        if (fd == listener) {
            accept();
            return;
        }
        const auto found = connections.find(fd);
        if (found != connections.end() && !receive(fd, found->second))
            drop(fd);
    }

    void accept() {
        for (int made; (made = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
            if (connections.size() >= mostConnections) {
                close(made);
                continue;
            }
            const int on = 1;
            setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            connections[made].id = ++ids;
            watch(made, EPOLLIN);
        }
    }

    // False: the connection is over.
    bool receive(int fd, Connection& connection) {
        if (!flush(fd, connection))
            return false;
        std::array<char, 16384> bytes{};
        for (;;) {
            const ssize_t got = recv(fd, bytes.data(), bytes.size(), 0);
            if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
                return false;
            if (got < 0)
                break;
            connection.in.append(bytes.data(), static_cast<std::size_t>(got));
            if (connection.in.size() > mostRequest)
                return false;
        }
        takeRequest(fd, connection);
        return true;
    }

    void takeRequest(int fd, Connection& connection) {
        const std::size_t head = connection.in.find("\r\n\r\n");
        if (head == std::string::npos || connection.busy())
            return;
        std::size_t length = 0;
        constexpr std::string_view name = "\r\nContent-Length: ";
        if (const std::size_t at = connection.in.find(name); at < head)
            std::from_chars(connection.in.data() + at + name.size(), connection.in.data() + head, length);
        if (length > mostRequest || connection.in.size() < head + 4 + length)
            return;
        connection.script = scriptFor(std::string_view(connection.in).substr(0, head),
                                      std::string_view(connection.in).substr(head + 4, length));
        connection.in.erase(0, head + 4 + length);
        connection.step = 0;
        connection.begun = clock.now();
        due.push({connection.begun + connection.script.front().at, fd, connection.id});
    }

    // "POST /steady/v1/chat/completions HTTP/1.1"
    ServerScript scriptFor(std::string_view head, std::string_view body) {
        const std::size_t begin = std::min(head.find('/'), head.size());
        const std::string_view path = head.substr(begin, head.find(' ', begin) - begin);
        const std::string_view id = path.substr(std::min<std::size_t>(1, path.size()), path.find('/', 1) - 1);
        const SimulatorProfile* profile = simulatorProfile(id);
        if (profile == nullptr)
            return notFound();
        const nlohmann::json request = nlohmann::json::parse(body, nullptr, false);
        const std::int64_t asked = countIn(request, "max_tokens");
        const int tokens = static_cast<int>(std::clamp<std::int64_t>(asked < 0 ? 128 : asked, 1, 10'000));
        return simulatedAnswer(*profile, tokens, seed, requests++);
    }

    void perform(int fd, Connection& connection) {
        const ServerStep& step = connection.script[connection.step++];
        connection.out += step.bytes;
        if (!flush(fd, connection) || step.close) {
            drop(fd);
            return;
        }
        if (connection.step < connection.script.size())
            due.push({connection.begun + connection.script[connection.step].at, fd, connection.id});
        else
            takeRequest(fd, connection); // the next one may be here already
    }

    bool flush(int fd, Connection& connection) const {
        while (!connection.out.empty()) {
            const ssize_t put = send(fd, connection.out.data(), connection.out.size(), MSG_NOSIGNAL);
            if (put < 0) {
                if (errno != EAGAIN && errno != EINTR)
                    return false;
                break;
            }
            connection.out.erase(0, static_cast<std::size_t>(put));
        }
        watch(fd, connection.out.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT);
        return true;
    }

    void drop(int fd) {
        connections.erase(fd);
        close(fd);
    }

    const std::uint64_t seed;
    RunClock clock;
    int listener = -1, epoll = -1, wake = -1;
    std::uint16_t port = 0;
    std::uint64_t ids = 0, requests = 0;
    std::map<int, Connection> connections;
    std::priority_queue<Due> due;
    std::atomic<bool> stop = false;
    std::thread thread;
};

Simulator::Simulator(std::uint64_t seed)
    : m_impl(std::make_unique<Impl>(seed)) {}

Simulator::~Simulator() = default;

std::string Simulator::url() const {
    std::string url = "http://127.0.0.1:";
    return url.append(std::to_string(m_impl->port));
}

} // namespace parallax::latency
