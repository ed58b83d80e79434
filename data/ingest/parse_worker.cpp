// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The child's side of ParserProcess.
#include "data/ingest/parser_process.h"

#include <algorithm>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <new>
#include <unistd.h>

#include "data/ingest/document_codec.h"
#include "data/ingest/worker_protocol.h"

namespace parallax::data {
namespace {

// Reads through a buffer, so that a request of a usual page costs one call.
class Input {
  public:
    explicit Input(int descriptor)
        : m_descriptor(descriptor) {}

    // False at the end of the stream, also in the middle of a message.
    bool read(char* to, std::size_t size) {
        while (size > 0) {
            if (m_begin == m_end) {
                // Long bodies go past the buffer.
                const bool direct = size >= m_buffer.size();
                const ssize_t got =
                    ::read(m_descriptor, direct ? to : m_buffer.data(), direct ? size : m_buffer.size());
                if (got < 0 && errno == EINTR)
                    continue;
                if (got <= 0)
                    return false;
                const auto count = static_cast<std::size_t>(got);
                if (direct) {
                    to += count;
                    size -= count;
                    continue;
                }
                m_begin = 0;
                m_end = count;
            }
            const std::size_t part = std::min(size, m_end - m_begin);
            std::memcpy(to, m_buffer.data() + m_begin, part);
            m_begin += part;
            to += part;
            size -= part;
        }
        return true;
    }

  private:
    int m_descriptor;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::array<char, 65536> m_buffer;
};

bool writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

// cmark-gfm aborts and others follow a null pointer when malloc fails. malloc leaves ENOMEM behind: that
// tells such an end from a real crash. Only calls that a signal handler may make.
extern "C" void onFatalSignal(int signal) {
    if (errno == ENOMEM)
        _exit(exitOutOfMemory);
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void tellMemoryFromCrash() {
    static std::array<char, 16384> stack; // a stack that overflowed cannot run the handler
    stack_t other{};
    other.ss_sp = stack.data();
    other.ss_size = stack.size();
    sigaltstack(&other, nullptr);
    struct sigaction action {};
    action.sa_handler = onFatalSignal;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS})
        sigaction(signal, &action, nullptr);
}

std::string answerFor(const RequestSettings& settings, std::string_view bytes) {
    std::string answer(sizeof(MessageHead), '\0');
    MessageKind kind = MessageKind::Document;
    try {
        answer += encodeDocument(parseDocument(bytes, settings.hints, settings.limits));
    } catch (const Error& error) {
        kind = MessageKind::Failure;
        WireWriter wire;
        wire(static_cast<int>(error.code()));
        wire.list(error.args(), 1, [&](const auto& arg) { wire(arg); });
        answer.resize(sizeof(MessageHead));
        answer += wire.take();
    } catch (const std::bad_alloc&) {
        kind = MessageKind::OutOfMemory;
        answer.resize(sizeof(MessageHead));
    } catch (const std::exception& error) {
        kind = MessageKind::Failure;
        WireWriter wire;
        wire(static_cast<int>(ErrorCode::DocumentMalformed));
        wire.list(std::vector<std::string>{settings.hints.name, "", repairUtf8(error.what())}, 1,
                  [&](const auto& arg) { wire(arg); });
        answer.resize(sizeof(MessageHead));
        answer += wire.take();
    }
    const MessageHead head{messageMagic, kind, answer.size() - sizeof(MessageHead)};
    std::memcpy(answer.data(), &head, sizeof head);
    return answer;
}

} // namespace

int runParseWorker() {
    // The socket moves away from stdin and stdout, where a library that prints would break the protocol.
    const int channel = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (channel < 0 || nowhere < 0)
        return 1;
    ::dup2(nowhere, STDIN_FILENO);
    ::dup2(nowhere, STDOUT_FILENO);
    ::close(nowhere);

    Input input(channel);
    bool sandboxed = false;
    std::string body;
    for (;;) {
        MessageHead head;
        if (!input.read(reinterpret_cast<char*>(&head), sizeof head))
            return 0;
        if (head.magic != messageMagic || head.kind != MessageKind::Request)
            return 1;
        try {
            body.resize(head.size);
            if (!input.read(body.data(), body.size()))
                return 0;
            RequestSettings settings;
            WireReader wire(body);
            std::string_view document;
            fields(wire, settings);
            document = wire.rest();
            if (!sandboxed) {
                if (!isSanitized())
                    tellMemoryFromCrash();
                enterSandbox(settings.memoryBytes);
                sandboxed = true;
            }
            limitProcessorTime(settings.seconds);
            errno = 0;
            if (!writeAll(channel, answerFor(settings, document)))
                return 0;
        } catch (const std::bad_alloc&) {
            return exitOutOfMemory;
        }
        if (body.capacity() > (4U << 20))
            std::string().swap(body);
    }
}

} // namespace parallax::data
