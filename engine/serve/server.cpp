// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serve/server.h"

#include <httplib.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <list>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

#include "base/error.h"
#include "engine/serve/api_error.h"
#include "engine/serve/connection.h"
#include "engine/serve/routes.h"

namespace parallax::serve {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t headerLimit = std::size_t{64} << 10; // bytes of a request's first lines
constexpr milliseconds parting{1'000};                     // for a client to read why it is left
constexpr milliseconds farewell{2'000};                    // for streams to be told before they are cut

// To a connection too many, without waiting for what it asks.
void refuse(int fd) {
    const std::string body =
        toJson(ApiError(503, "The server has as many connections as it takes.", {}, "overloaded"));
    const std::string answer = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n"
                               "Retry-After: 1\r\nConnection: close\r\nContent-Length: " +
                               std::to_string(body.size()) + "\r\n\r\n" + body;
    static_cast<void>(send(fd, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
    const Connection closesIt(fd);
    closesIt.sayGoodbye(milliseconds(0));
}

} // namespace

struct Server::Impl {
    Impl(std::shared_ptr<inference::Engine> engine, ServerOptions given)
        : options(std::move(given))
        , service(std::move(engine), options.service)
        , routes(service, options.bodyLimit, stopping) {
        listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(options.port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK); // nobody from outside
        socklen_t size = sizeof address;
        const int on = 1; // a port whose last connections are not forgotten yet; never one that is in use
        if (listener >= 0)
            setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (listener < 0 || wake < 0 || bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            listen(listener, 4096) != 0 ||
            getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
            const std::string reason = std::strerror(errno);
            closeAll();
            throw Error(ErrorCode::Usage, {"127.0.0.1:" + std::to_string(options.port) +
                                           " cannot be listened on (" + reason + "); choose another port"});
        }
        port = ntohs(address.sin_port);
        routes.serveAt(listener, port);
        thread = std::thread([this] { accept(); });
    }
    ~Impl() {
        stop();
        closeAll();
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void closeAll() const {
        for (const int fd : {listener, wake})
            if (fd >= 0)
                ::close(fd);
    }

    // A connection with its thread; one that is over waits to be joined.
    struct Client {
        explicit Client(int fd)
            : connection(std::make_unique<Connection>(fd)) {}
        std::unique_ptr<Connection> connection; // nullptr: over
        std::thread thread;
    };

    void accept() {
        while (!stopping) {
            std::array<pollfd, 2> events{{{listener, POLLIN, 0}, {wake, POLLIN, 0}}};
            ::poll(events.data(), events.size(), 1000);
            const int fd = stopping ? -1 : accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (fd >= 0)
                admit(fd);
            else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
                std::this_thread::sleep_for(milliseconds(10)); // the one that waits keeps poll() awake
        }
    }

    void admit(int fd) {
        reap();
        const std::lock_guard lock(mutex);
        const auto limit = static_cast<std::size_t>(options.connectionLimit);
        if (clients.size() >= limit && (!disconnectIdle() || clients.size() >= 2 * limit)) {
            refuse(fd);
            return;
        }
        Client& client = clients.emplace_back(fd);
        try {
            client.thread = std::thread([this, &client] { serve(client); });
        } catch (const std::system_error&) {
            clients.pop_back(); // no thread to be had
        }
    }

    // Under the mutex.
    bool disconnectIdle() {
        Client* longest = nullptr;
        for (Client& client : clients)
            if (client.connection && client.connection->idle() &&
                (longest == nullptr || client.connection->idleSince() < longest->connection->idleSince()))
                longest = &client;
        if (longest != nullptr)
            longest->connection->disconnect();
        return longest != nullptr;
    }

    void reap() {
        std::list<Client> over;
        {
            const std::lock_guard lock(mutex);
            for (auto client = clients.begin(); client != clients.end();) {
                const auto next = std::next(client);
                if (!client->connection)
                    over.splice(over.end(), clients, client);
                client = next;
            }
        }
        for (Client& client : over)
            client.thread.join();
    }

    void serve(Client& client) {
        Connection& connection = *client.connection;
        // Whoever stops looks for idle connections after it has set the flag.
        while (!stopping && connection.waitForRequest(options.idleTime)) {
            connection.beginRequest(headerLimit + options.bodyLimit, options.requestTime);
            if (!routes.answer(connection))
                break;
        }
        connection.sayGoodbye(stopping ? milliseconds(100) : parting);
        std::unique_ptr<Connection> over;
        const std::lock_guard lock(mutex);
        over = std::move(client.connection); // closed under the mutex: nobody disconnects another's socket
        over.reset();
    }

    void stop() {
        if (!thread.joinable())
            return;
        stopping = true;
        const std::uint64_t one = 1;
        static_cast<void>(!write(wake, &one, sizeof one));
        thread.join();
        ::close(std::exchange(listener, -1)); // nobody is left waiting in its queue
        const auto until = Connection::Clock::now() + farewell;
        for (reap(); !disconnectAll(Connection::Clock::now() >= until); reap())
            std::this_thread::sleep_for(milliseconds(1));
    }

    // Those that are idle, or every one; true when there is none any more.
    bool disconnectAll(bool busyToo) {
        const std::lock_guard lock(mutex);
        for (const Client& client : clients)
            if (client.connection && (busyToo || client.connection->idle()))
                client.connection->disconnect();
        return clients.empty();
    }

    const ServerOptions options;
    std::atomic<bool> stopping{false};
    Service service;
    Routes routes;
    int listener = -1, wake = -1;
    std::uint16_t port = 0;
    std::mutex mutex; // of the list, and of who closes a socket
    std::list<Client> clients;
    std::thread thread;
};

Server::Server(std::shared_ptr<inference::Engine> engine, ServerOptions options)
    : m_impl(std::make_unique<Impl>(std::move(engine), std::move(options))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return m_impl->port;
}

std::string Server::url() const {
    return "http://127.0.0.1:" + std::to_string(m_impl->port) + "/v1";
}

void Server::stop() {
    m_impl->stop();
}

} // namespace parallax::serve
