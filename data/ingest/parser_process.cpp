// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parent's side: one child, one request at a time, a clock and a way to stop.
#include "data/ingest/parser_process.h"

#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/progress.h"
#include "base/sanitizers.h"
#include "data/ingest/document_codec.h"
#include "data/ingest/worker_protocol.h"

extern char** environ; // NOLINT: POSIX declares it nowhere

namespace parallax::data {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
  public:
    explicit Descriptor(int value = -1)
        : m_value(value) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_value; }
    void reset(int value) {
        close();
        m_value = value;
    }
    void close() {
        if (m_value >= 0)
            ::close(std::exchange(m_value, -1));
    }

  private:
    int m_value;
};

// What a child carries in its environment. A program that has no "parse-worker" runs its own main when it is
// started as one, and would start itself again without end: whoever carries the mark starts no child.
constexpr const char* childMark = "PARALLAX_PARSE_WORKER";

int lastErrorCode() {
    int count = 0;
#define PARALLAX_COUNT(name) ++count;
    PARALLAX_ERROR_CODES(PARALLAX_COUNT)
#undef PARALLAX_COUNT
    return count - 1;
}

} // namespace

// A running child and the socket to it. Any failure ends the child; the next request starts another.
class ParserProcess::Child {
  public:
    explicit Child(const Settings& settings);
    ~Child() { end(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    bool running() const { return m_pid > 0; }
    int pid() const { return m_pid; }

    // Whether the child can take a request: it may have died while nobody asked anything of it.
    bool ready() {
        pollfd poll{m_socket.get(), POLLIN, 0};
        return running() && ::poll(&poll, 1, 0) == 0;
    }
    Document ask(std::string_view bytes, const RequestSettings& request, const std::stop_token& stop);

  private:
    enum class Wanted { Read, Write };

    void waitFor(Wanted wanted);
    void send(std::string_view bytes);
    void receive(char* to, std::size_t size);
    int end(); // the wait status
    [[noreturn]] void failDied();
    [[noreturn]] void failUnreadable();

    pid_t m_pid = -1;
    Descriptor m_socket;
    Descriptor m_wake; // an eventfd that a stop request makes readable
    // Of the request at hand:
    const RequestSettings* m_request = nullptr;
    Clock::time_point m_deadline;
    std::array<char, 65536> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

ParserProcess::Child::Child(const Settings& settings) {
    std::vector<std::string> command = settings.command;
    if (command.empty())
        command = {"/proc/self/exe", "parse-worker"};
    const auto fail = [&](int reason) {
        throw Error(ErrorCode::FileUnreadable, {command.front(), std::system_category().message(reason)});
    };

    if (std::getenv(childMark) != nullptr) // NOLINT(concurrency-mt-unsafe): nothing here sets one
        throw Error(ErrorCode::Unexpected, {"a document parser was to start another one"});

    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        fail(errno);
    m_socket.reset(ends[0]);
    Descriptor theirs(ends[1]);
    m_wake.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (m_wake.get() < 0)
        fail(errno);
    const int space = 1 << 20; // a whole page and its answer without a switch to the other side in between
    ::setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &space, sizeof space);
    ::setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &space, sizeof space);

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
#if !PARALLAX_WITH_ASAN && !PARALLAX_WITH_TSAN
    // What a library prints about a bad document is nothing for our own stderr; a sanitizer's report is.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (auto& word : command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string mark = childMark;
    mark += "=1";
    std::vector<char*> environment;
    for (char** variable = environ; *variable != nullptr; ++variable)
        environment.push_back(*variable);
    environment.push_back(mark.data());
    environment.push_back(nullptr);
    // No PR_SET_PDEATHSIG: it fires when the thread that spawned ends, not the process, and the window's
    // thread pool ends idle threads. An idle child sees the end of its stdin; a busy one has its processor
    // limit.
    const int result =
        ::posix_spawn(&m_pid, arguments.front(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (result != 0) {
        m_pid = -1;
        fail(result);
    }
}

int ParserProcess::Child::end() {
    if (m_pid <= 0)
        return 0;
    m_socket.close();
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return status;
}

// The stream ended. The child is dead or dying of its own: wait for its own reason before killing it.
void ParserProcess::Child::failDied() {
    int status = 0;
    for (int attempt = 0; attempt < 200; ++attempt) {
        const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
        if (ended == m_pid) {
            m_pid = -1;
            break;
        }
        if (ended < 0 && errno != EINTR)
            break;
        ::poll(nullptr, 0, 5);
    }
    if (m_pid > 0)
        status = end();
    m_socket.close();
    const std::string name = m_request->hints.name;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        throw Error(ErrorCode::ParserTimedOut, {name, std::to_string(m_request->seconds)});
    if (WIFEXITED(status) && WEXITSTATUS(status) == exitOutOfMemory)
        throw Error(ErrorCode::ParserOutOfMemory, {name, std::to_string(m_request->memoryBytes)});
    if (WIFSIGNALED(status)) {
        const char* abbreviation = ::sigabbrev_np(WTERMSIG(status));
        throw Error(ErrorCode::ParserCrashed, {name, abbreviation ? "SIG" + std::string(abbreviation)
                                                                  : std::to_string(WTERMSIG(status))});
    }
    throw Error(ErrorCode::ParserCrashed, {name, std::to_string(WEXITSTATUS(status))});
}

// Not ours, or out of step: nothing more that it says can be believed.
void ParserProcess::Child::failUnreadable() {
    end();
    throw Error(ErrorCode::ParserCrashed, {m_request->hints.name, "unreadable answer"});
}

void ParserProcess::Child::waitFor(Wanted wanted) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
        if (left <= 0) {
            end();
            throw Error(ErrorCode::ParserTimedOut,
                        {m_request->hints.name, std::to_string(m_request->seconds)});
        }
        std::array<pollfd, 2> polls{
            pollfd{m_socket.get(), static_cast<short>(wanted == Wanted::Read ? POLLIN : POLLOUT), 0},
            pollfd{m_wake.get(), POLLIN, 0}};
        const int count = ::poll(polls.data(), polls.size(), static_cast<int>(std::min<long>(left, 60'000)));
        if (count < 0 && errno != EINTR) {
            end();
            throw Error(ErrorCode::ParserCrashed,
                        {m_request->hints.name, std::system_category().message(errno)});
        }
        if (count <= 0)
            continue;
        if (polls[1].revents != 0) {
            end();
            throw Error(ErrorCode::Cancelled);
        }
        if (polls[0].revents != 0)
            return;
    }
}

void ParserProcess::Child::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(put));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            waitFor(Wanted::Write);
        } else if (errno != EINTR) {
            failDied();
        }
    }
}

void ParserProcess::Child::receive(char* to, std::size_t size) {
    while (size > 0) {
        if (m_begin < m_end) {
            const std::size_t part = std::min(size, m_end - m_begin);
            std::copy_n(m_buffer.data() + m_begin, part, to);
            m_begin += part;
            to += part;
            size -= part;
            continue;
        }
        waitFor(Wanted::Read);
        const ssize_t got = ::recv(m_socket.get(), m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (got > 0) {
            m_begin = 0;
            m_end = static_cast<std::size_t>(got);
        } else if (got == 0 || (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)) {
            failDied();
        }
    }
}

Document ParserProcess::Child::ask(std::string_view bytes, const RequestSettings& request,
                                   const std::stop_token& stop) {
    m_request = &request;
    m_deadline = Clock::now() + std::chrono::seconds(std::max(1, request.seconds));
    m_begin = m_end = 0;

    const int wake = m_wake.get();
    std::uint64_t stale = 0;
    [[maybe_unused]] auto drained = ::read(wake, &stale, sizeof stale);
    const std::stop_callback onStop(stop, [wake] {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto put = ::write(wake, &one, sizeof one);
    });

    WireWriter wire;
    fields(wire, request);
    const std::string settings = wire.take();
    std::string head;
    appendHead(head, MessageKind::Request, settings.size() + bytes.size());
    head += settings;
    if (bytes.size() <= m_buffer.size()) { // one call for a usual page
        head += bytes;
        bytes = {};
    }
    send(head);
    send(bytes);

    MessageHead answer;
    receive(reinterpret_cast<char*>(&answer), sizeof answer);
    const std::uint64_t most = (256U << 20) + 16 * static_cast<std::uint64_t>(request.limits.bytes);
    if (answer.magic != messageMagic || answer.size > most)
        failUnreadable();
    // The length is only a promise: memory grows with what has arrived.
    std::string body;
    while (body.size() < answer.size) {
        const std::size_t before = body.size();
        const std::size_t part =
            std::min<std::size_t>(answer.size - before, std::max<std::size_t>(before, 1U << 20));
        body.resize(before + part);
        receive(body.data() + before, part);
    }
    if (m_begin != m_end)
        failUnreadable();

    try {
        switch (answer.kind) {
        case MessageKind::Document:
            return decodeDocument(body);
        case MessageKind::OutOfMemory:
            // What is left of the address space is in pieces: begin anew.
            end();
            throw Error(ErrorCode::ParserOutOfMemory,
                        {request.hints.name, std::to_string(request.memoryBytes)});
        case MessageKind::Failure: {
            WireReader reader(body);
            int code = 0;
            std::vector<std::string> args;
            reader(code);
            reader.list(args, 1, [&](auto& arg) { reader(arg); });
            if (code < 0 || code > lastErrorCode() || !reader.atEnd())
                failUnreadable();
            throw Error(static_cast<ErrorCode>(code), std::move(args));
        }
        case MessageKind::Request:
            break;
        }
    } catch (const WireFailure&) {
    }
    failUnreadable();
}

ParserProcess::ParserProcess()
    : ParserProcess(Settings()) {}

ParserProcess::ParserProcess(Settings settings)
    : m_settings(std::move(settings)) {}

ParserProcess::~ParserProcess() = default;
ParserProcess::ParserProcess(ParserProcess&&) noexcept = default;
ParserProcess& ParserProcess::operator=(ParserProcess&&) noexcept = default;

Document ParserProcess::parse(std::string_view bytes, const ParseHints& hints, const std::stop_token& stop) {
    throwIfStopped(stop);
    RequestSettings request;
    request.hints = hints;
    // A file's name is bytes, what is sent to the child is text; the name is only shown and its ending looked
    // at.
    for (std::string* const text : {&request.hints.name, &request.hints.url, &request.hints.contentType})
        *text = repairUtf8(*text);
    request.limits = m_settings.limits;
    request.memoryBytes = m_settings.memoryBytes;
    request.seconds = m_settings.seconds;
    if (bytes.size() > request.limits.bytes)
        throw Error(ErrorCode::FileTooLarge,
                    {hints.name, std::to_string(bytes.size()), std::to_string(request.limits.bytes)});
    if (!m_child || !m_child->ready())
        m_child = std::make_unique<Child>(m_settings);
    return m_child->ask(bytes, request, stop);
}

int ParserProcess::childPid() const {
    return m_child && m_child->running() ? m_child->pid() : 0;
}

} // namespace parallax::data
