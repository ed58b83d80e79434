// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace parallax::test {

inline std::string concat(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts)
        out += part;
    return out;
}

struct Reply {
    int status = 0; // 0: none came
    std::string head;
    std::string body;
    bool whole = false; // it ended as its framing says

    bool has(std::string_view text) const { return (head + body).find(text) != std::string::npos; }
};

// One connection on which any bytes can be sent; a read gives up after half a minute.
class Http {
  public:
    explicit Http(std::uint16_t port)
        : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval limit{30, 0};
        setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        m_connected = ::connect(m_fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Http() { close(); }
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;

    bool connected() const { return m_connected; }
    void close() {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }

    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t put = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (put <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
        return true;
    }

    static std::string post(std::string_view path, std::string_view body) {
        return concat({"POST ", path, " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n",
                       "Content-Length: ", std::to_string(body.size()), "\r\n\r\n", body});
    }

    // Until so much has come in all; false: it never did.
    bool readUntil(std::string_view text) {
        while (m_read.find(text) == std::string::npos)
            if (!more())
                return false;
        return true;
    }

    // The next answer, by its length, its chunks, or the end of the connection.
    Reply read() {
        Reply reply;
        if (!readUntil("\r\n\r\n"))
            return reply;
        const std::size_t end = m_read.find("\r\n\r\n") + 4;
        reply.head = m_read.substr(0, end);
        m_read.erase(0, end);
        reply.status = std::atoi(reply.head.c_str() + 9);
        if (reply.head.find("Transfer-Encoding: chunked") != std::string::npos) {
            reply.whole = readChunks(reply.body);
        } else if (const std::size_t at = reply.head.find("Content-Length: "); at != std::string::npos) {
            const auto length = static_cast<std::size_t>(std::atoll(reply.head.c_str() + at + 16));
            while (m_read.size() < length && more()) {
            }
            reply.whole = m_read.size() >= length;
            reply.body = m_read.substr(0, length);
            m_read.erase(0, length);
        } else {
            while (more()) {
            }
            reply.whole = true;
            reply.body = std::exchange(m_read, {});
        }
        return reply;
    }
    Reply ask(std::string_view bytes) {
        send(bytes);
        return read();
    }

    // Whether the other side has closed, with nothing left to read.
    bool ended() { return m_read.empty() && !more(); }

  private:
    bool more() {
        std::array<char, 16384> bytes{};
        const ssize_t got = ::recv(m_fd, bytes.data(), bytes.size(), 0);
        if (got > 0)
            m_read.append(bytes.data(), static_cast<std::size_t>(got));
        return got > 0;
    }

    bool readChunks(std::string& body) {
        for (;;) {
            if (!readUntil("\r\n"))
                return false;
            const std::size_t line = m_read.find("\r\n") + 2;
            const std::size_t size = std::strtoul(m_read.c_str(), nullptr, 16);
            while (m_read.size() < line + size + 2)
                if (!more())
                    return false;
            body += m_read.substr(line, size);
            m_read.erase(0, line + size + 2);
            if (size == 0)
                return true;
        }
    }

    int m_fd;
    bool m_connected = false;
    std::string m_read;
};

} // namespace parallax::test
