// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

namespace parallax::serve {

// An accepted socket as cpp-httplib reads and writes it. Unlike the library's own it keeps what it has read
// beyond a request (pipelining), limits the bytes and the time of a request as a whole rather than of each
// read, and can tell whether the client is still there. For the connection's thread alone, but for
// disconnect(), idleSince() and idle().
class Connection final : public httplib::Stream {
  public:
    using Clock = std::chrono::steady_clock;

    explicit Connection(int fd); // owns it
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Waits for the first byte of a request. False: the client has gone, or nothing came in that time.
    bool waitForRequest(std::chrono::milliseconds most);
    // From now on a request may have so many bytes, and take so long to come.
    void beginRequest(std::size_t bytes, std::chrono::milliseconds time);
    bool isTimedOut() const { return m_timedOut; }

    // Whether the client has closed, or only its half: who does not wait for an answer gets none.
    bool isGone() const;

    // Whether the next request can begin where this one ended: all of its body was read.
    void setReusable(bool reusable) { m_reusable = reusable; }
    bool isReusable() const { return m_reusable; }

    bool idle() const { return m_idle; }
    Clock::time_point idleSince() const { return m_idleSince; }
    void disconnect() const; // from any thread, while the object lives

    // Ends our half, and lets the client read its answer and end the other, for so long at the most.
    void sayGoodbye(std::chrono::milliseconds most) const;

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char* to, std::size_t size) override;
    ssize_t write(const char* from, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return m_fd; }

  private:
    bool fill();

    const int m_fd;
    std::array<char, 4096> m_buffer{};
    std::size_t m_begin = 0, m_end = 0; // of what is read and not taken
    std::size_t m_budget = 0;           // bytes that this request may still have
    Clock::time_point m_deadline;
    bool m_timedOut = false;
    bool m_reusable = false;
    std::atomic<bool> m_idle{false};
    std::atomic<Clock::time_point> m_idleSince{};
};

} // namespace parallax::serve
