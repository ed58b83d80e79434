// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <arpa/inet.h>
#include <functional>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "data/ingest/fetch.h"
#include "tests/test_program.h"

namespace test_fetch {

using namespace parallax;
using namespace parallax::data;

namespace {

// Answers every request on loopback with what `answer` says to its first line; "" leaves it without an
// answer.
class Server {
  public:
    explicit Server(std::function<std::string(const std::string&)> answer)
        : m_answer(std::move(answer)) {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(m_listener, 16);
        socklen_t size = sizeof address;
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
    }
    ~Server() {
        m_thread.request_stop();
        m_thread.join();
        ::close(m_listener);
        for (const int socket : m_open)
            ::close(socket);
    }
    std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(m_port) + path;
    }
    std::vector<std::string> requests() {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

  private:
    void serve(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            pollfd poll{m_listener, POLLIN, 0};
            if (::poll(&poll, 1, 50) <= 0)
                continue;
            const int socket = ::accept(m_listener, nullptr, nullptr);
            std::string request;
            std::array<char, 4096> buffer;
            while (request.find("\r\n\r\n") == request.npos) {
                const auto got = ::read(socket, buffer.data(), buffer.size());
                if (got <= 0)
                    break;
                request.append(buffer.data(), static_cast<size_t>(got));
            }
            {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
            }
            const std::string answer = m_answer(request.substr(0, request.find("\r\n")));
            std::string_view left = answer;
            while (!left.empty()) {
                const auto put = ::send(socket, left.data(), left.size(), MSG_NOSIGNAL);
                if (put <= 0)
                    break;
                left.remove_prefix(static_cast<size_t>(put));
            }
            if (answer.empty() || answer.ends_with("wait"))
                m_open.push_back(socket);
            else
                ::close(socket);
        }
    }

    std::function<std::string(const std::string&)> m_answer;
    int m_listener = -1;
    int m_port = 0;
    std::mutex m_mutex;
    std::vector<std::string> m_requests;
    std::vector<int> m_open;
    std::jthread m_thread;
};

std::string ok(const std::string& body, const std::string& type = "text/html; charset=big5") {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type +
           "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string redirect(const std::string& to) {
    return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
}

Error thrownBy(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Usage);
}

Fetched fetched(const std::string& url, std::size_t limit = 1 << 20) {
    return fetchUrl(url, limit, {}, {});
}

} // namespace

class TestFetch : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { qputenv("no_proxy", "*"); }

    void bringsADocumentWithItsType() {
        Server server([](const std::string&) { return ok("<p>hello"); });
        const Fetched document = fetched(server.url("/a b"));
        QCOMPARE(document.bytes, std::string("<p>hello"));
        QCOMPARE(document.contentType, std::string("text/html; charset=big5"));
        const std::string request = server.requests().at(0);
        QVERIFY(request.find("User-Agent: Parallax/") != request.npos);
        QVERIFY(request.find("Cookie:") == request.npos);
    }

    void followsFiveRedirectsAndNoMore() {
        Server server([](const std::string& line) {
            const int n = line[5] - '0';
            return n == 0 ? ok("end") : redirect("/" + std::to_string(n - 1));
        });
        const Fetched document = fetched(server.url("/5"));
        QCOMPARE(document.bytes, std::string("end"));
        QVERIFY(document.url.ends_with("/0"));
        QCOMPARE(thrownBy([&] { fetched(server.url("/6")); }).code(), ErrorCode::FetchRefused);
    }

    void refusesOtherSchemes() {
        QCOMPARE(thrownBy([] { fetched("file:///etc/passwd"); }).code(), ErrorCode::FetchRefused);
        QCOMPARE(thrownBy([] { fetched("ftp://127.0.0.1/x"); }).code(), ErrorCode::FetchRefused);
        QCOMPARE(thrownBy([] { fetched(""); }).code(), ErrorCode::FetchRefused);
        Server server([](const std::string&) { return redirect("file:///etc/passwd"); });
        QCOMPARE(thrownBy([&] { fetched(server.url("/")); }).code(), ErrorCode::FetchRefused);
        QCOMPARE(thrownBy([&] { fetched("http://user:secret@" + server.url("/").substr(7)); }).code(),
                 ErrorCode::FetchRefused);
    }

    void stopsAtTheSizeLimitWhileStreaming() {
        Server server([](const std::string&) {
            return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + std::string(3 << 20, 'x');
        });
        QCOMPARE(thrownBy([&] { fetched(server.url("/"), 1 << 20); }).code(), ErrorCode::FetchRefused);
        QCOMPARE(fetched(server.url("/"), 4 << 20).bytes.size(), size_t(3 << 20));
    }

    void saysWhatTheServerAnswered() {
        Server server([](const std::string&) {
            return std::string("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        });
        const Error error = thrownBy([&] { fetched(server.url("/gone")); });
        QCOMPARE(error.code(), ErrorCode::FetchFailed);
        QCOMPARE(error.args().at(1), std::string("HTTP 404"));
    }

    void failsWhenNobodyListens() {
        std::string url;
        {
            Server server([](const std::string&) { return ok(""); });
            url = server.url("/");
        }
        QCOMPARE(thrownBy([&] { fetched(url); }).code(), ErrorCode::FetchFailed);
    }

    void failsWhenABodyIsCut() {
        Server server([](const std::string&) {
            return std::string("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 100\r\n\r\nshort");
        });
        QCOMPARE(thrownBy([&] { fetched(server.url("/")); }).code(), ErrorCode::FetchFailed);
    }

    void givesUpOnAServerThatFallsSilent() {
        Server server([](const std::string&) {
            return std::string("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nwait");
        });
        FetchTimeouts timeouts;
        timeouts.stallSeconds = 2;
        QCOMPARE(thrownBy([&] { fetchUrl(server.url("/"), 1000, {}, {}, timeouts); }).code(),
                 ErrorCode::FetchFailed);
    }

    void stopsAtOnceWhenAsked() {
        Server server([](const std::string&) { return std::string(); });
        std::stop_source source;
        std::jthread canceller([&] {
            while (server.requests().empty())
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            source.request_stop();
        });
        QCOMPARE(thrownBy([&] { fetchUrl(server.url("/"), 1000, source.get_token(), {}); }).code(),
                 ErrorCode::Cancelled);
    }

    void tellsHowFarItIs() {
        Server server([](const std::string&) { return ok(std::string(2 << 20, 'x')); });
        std::int64_t done = 0;
        std::int64_t total = 0;
        fetchUrl(server.url("/"), 4 << 20, {}, [&](const Progress& progress) {
            QVERIFY(progress.done >= done);
            done = progress.done;
            total = progress.total;
        });
        QVERIFY(done > 0);
        QCOMPARE(total, std::int64_t(2 << 20));
    }
};

PARALLAX_TEST(TestFetch)

} // namespace test_fetch
#include "test_fetch.moc"
