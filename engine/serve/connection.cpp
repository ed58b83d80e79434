// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serve/connection.h"

#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace parallax::serve {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds writeTime{30'000}; // for a client that does not read

// What of `events` there is within that time; 0: nothing.
int poll(int fd, short events, milliseconds most) {
    const auto until = Connection::Clock::now() + most;
    for (;;) {
        pollfd one{fd, events, 0};
        const auto left = std::chrono::ceil<milliseconds>(until - Connection::Clock::now()).count();
        const int count = ::poll(&one, 1, static_cast<int>(std::max<decltype(left)>(left, 0)));
        if (count > 0)
            return one.revents;
        if (count == 0 || errno != EINTR)
            return 0;
    }
}

} // namespace

Connection::Connection(int fd)
    : m_fd(fd) {
    const int on = 1; // each token is sent as soon as it is there
    setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Connection::~Connection() {
    ::close(m_fd);
}

// What was sent and never read would make the kernel throw away the answer that is still on its way.
void Connection::sayGoodbye(milliseconds most) const {
    ::shutdown(m_fd, SHUT_WR);
    const auto until = Clock::now() + most;
    std::array<char, 16384> rest{};
    for (;;) {
        const ssize_t got = recv(m_fd, rest.data(), rest.size(), MSG_DONTWAIT);
        const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR) || left.count() <= 0)
            return;
        if (got < 0 && poll(m_fd, POLLIN, left) == 0)
            return;
    }
}

void Connection::disconnect() const {
    ::shutdown(m_fd, SHUT_RDWR);
}

bool Connection::waitForRequest(milliseconds most) {
    if (m_begin < m_end)
        return true;
    m_idleSince = Clock::now();
    m_idle = true;
    const int ready = poll(m_fd, POLLIN, most);
    m_idle = false;
    m_deadline = Clock::now();
    m_budget = m_buffer.size();
    return (ready & POLLIN) != 0 && fill();
}

void Connection::beginRequest(std::size_t bytes, milliseconds time) {
    m_budget = bytes;
    m_deadline = Clock::now() + time;
    m_timedOut = false;
    m_reusable = false;
}

bool Connection::fill() {
    for (;;) {
        const ssize_t got = recv(m_fd, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (got > 0) {
            m_begin = 0;
            m_end = static_cast<std::size_t>(got);
            return true;
        }
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            return false;
        const auto left = std::chrono::ceil<milliseconds>(m_deadline - Clock::now());
        if (left.count() <= 0 || poll(m_fd, POLLIN, left) == 0) {
            m_timedOut = true;
            return false;
        }
    }
}

bool Connection::isGone() const {
    const int ready = poll(m_fd, POLLRDHUP, milliseconds(0));
    return (ready & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)) != 0;
}

bool Connection::is_readable() const {
    return m_begin < m_end || (poll(m_fd, POLLIN, milliseconds(0)) & POLLIN) != 0;
}

bool Connection::is_writable() const {
    return !isGone() && (poll(m_fd, POLLOUT, milliseconds(0)) & POLLOUT) != 0;
}

ssize_t Connection::read(char* to, std::size_t size) {
    if (m_budget == 0 || (m_begin == m_end && !fill()))
        return -1;
    const std::size_t taken = std::min({size, m_end - m_begin, m_budget});
    std::memcpy(to, m_buffer.data() + m_begin, taken);
    m_begin += taken;
    m_budget -= taken;
    return static_cast<ssize_t>(taken);
}

// All of it: the library writes on where less was taken.
ssize_t Connection::write(const char* from, std::size_t size) {
    std::size_t done = 0;
    while (done < size) {
        const ssize_t put = send(m_fd, from + done, size - done, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put > 0)
            done += static_cast<std::size_t>(put);
        else if (errno != EAGAIN && errno != EINTR)
            return -1;
        else if ((poll(m_fd, POLLOUT | POLLRDHUP, writeTime) & (POLLOUT | POLLRDHUP | POLLHUP)) != POLLOUT)
            return -1;
    }
    return static_cast<ssize_t>(size);
}

// Only this machine can connect.
void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip = "127.0.0.1";
    port = 0;
}
void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
    get_remote_ip_and_port(ip, port);
}

} // namespace parallax::serve
