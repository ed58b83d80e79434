// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/client.h"

#include <curl/curl.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <ctime>
#include <new>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/error.h"
#include "engine/latency/transfer.h"

namespace parallax::latency {
namespace {

using data::RunTime;

constexpr RunTime checkEvery = 50'000'000;                // for expired transfers
constexpr std::size_t mostPending = std::size_t{4} << 20; // bytes: beyond, parsing is not put off

bool globalCurl() {
    static const bool initialised = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return initialised;
}

// A write to a connection that is gone raises SIGPIPE through OpenSSL, which would end the program. Only this
// thread's is held back, and taken out before it is let go again.
class NoBrokenPipe {
  public:
    NoBrokenPipe() {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        sigset_t pending;
        sigpending(&pending);
        m_wasPending = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~NoBrokenPipe() {
        const timespec none{};
        while (!m_wasPending && sigtimedwait(&m_pipe, nullptr, &none) == SIGPIPE) {
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    NoBrokenPipe(const NoBrokenPipe&) = delete;
    NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;

  private:
    sigset_t m_pipe{}, m_before{};
    bool m_wasPending = false;
};

} // namespace

struct Client::Impl {
    const RunClock& clock;
    ClientOptions options;
    AttemptSink sink;
    CURLSH* share = nullptr;
    CURLM* multi = nullptr;
    int epoll = -1;
    RunTime wake = 0;
    std::optional<RunTime> timer; // when libcurl wants to be called
    RunTime lastCheck = 0;
    RunTime worst = 0;
    bool ended = false;
    Unparsed unparsed;
    std::unordered_map<CURL*, std::unique_ptr<Transfer>> transfers;

    Impl(const RunClock& runClock, ClientOptions clientOptions, AttemptSink attemptSink)
        : clock(runClock)
        , options(std::move(clientOptions))
        , sink(std::move(attemptSink)) {
        if (!globalCurl())
            throw Error(ErrorCode::Unexpected, {"libcurl"});
        share = curl_share_init();
        multi = curl_multi_init();
        epoll = epoll_create1(EPOLL_CLOEXEC);
        if (share == nullptr || multi == nullptr || epoll < 0)
            throw std::bad_alloc();
        curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
        curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, &Impl::onSocket);
        curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, &Impl::onTimer);
        curl_multi_setopt(multi, CURLMOPT_TIMERDATA, this);
        curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, 1024L);
        if (!options.http2)
            curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_NOTHING));
    }
    ~Impl() {
        const NoBrokenPipe guard;
        for (auto& [easy, transfer] : transfers)
            curl_multi_remove_handle(multi, easy);
        transfers.clear();
        curl_multi_cleanup(multi);
        curl_share_cleanup(share);
        close(epoll);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    static int onSocket(CURL*, curl_socket_t socket, int what, void* self, void*) {
        auto& impl = *static_cast<Impl*>(self);
        epoll_event event{};
        event.data.fd = socket;
        if (what == CURL_POLL_REMOVE) {
            epoll_ctl(impl.epoll, EPOLL_CTL_DEL, socket, &event);
            return 0;
        }
        event.events =
            ((what & CURL_POLL_IN) != 0 ? EPOLLIN : 0U) | ((what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0U);
        if (epoll_ctl(impl.epoll, EPOLL_CTL_MOD, socket, &event) != 0)
            epoll_ctl(impl.epoll, EPOLL_CTL_ADD, socket, &event);
        return 0;
    }

    static int onTimer(CURLM*, long ms, void* self) {
        auto& impl = *static_cast<Impl*>(self);
        impl.timer.reset();
        if (ms >= 0)
            impl.timer = impl.clock.now() + static_cast<RunTime>(ms) * 1'000'000;
        return 0;
    }

    void end(CURL* easy, CURLcode result, bool cancelled) {
        const auto found = transfers.find(easy);
        if (found == transfers.end())
            return;
        data::Attempt attempt = found->second->finish(result, cancelled);
        worst = std::max(worst, attempt.loopLag);
        curl_multi_remove_handle(multi, easy);
        transfers.erase(found);
        ended = true;
        sink(std::move(attempt));
    }

    void collect() {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &left))
            if (message->msg == CURLMSG_DONE)
                end(message->easy_handle, message->data.result, false);
    }

    void giveUpExpired() {
        const RunTime now = clock.now();
        if (now - lastCheck < checkEvery)
            return;
        lastCheck = now;
        std::vector<CURL*> late;
        for (const auto& [easy, transfer] : transfers)
            if (transfer->expired(now))
                late.push_back(easy);
        for (CURL* easy : late)
            end(easy, CURLE_OPERATION_TIMEDOUT, false);
    }

    // Waits for the network; returns how many sockets had something.
    int wait(RunTime until) {
        std::array<epoll_event, 64> events{};
        const RunTime ns = std::clamp<RunTime>(until - clock.now(), 0, checkEvery);
        const timespec timeout{static_cast<time_t>(ns / 1'000'000'000),
                               static_cast<long>(ns % 1'000'000'000)};
        const int count =
            epoll_pwait2(epoll, events.data(), static_cast<int>(events.size()), &timeout, nullptr);
        wake = clock.now();
        int running = 0;
        for (int i = 0; i < count; ++i) {
            const epoll_event& event = events[static_cast<std::size_t>(i)];
            const int what = ((event.events & (EPOLLIN | EPOLLHUP)) != 0 ? CURL_CSELECT_IN : 0) |
                             ((event.events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0) |
                             ((event.events & EPOLLERR) != 0 ? CURL_CSELECT_ERR : 0);
            curl_multi_socket_action(multi, event.data.fd, what, &running);
        }
        if (timer && *timer <= clock.now()) {
            timer.reset();
            curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running);
        }
        return std::max(count, 0);
    }

    // The oldest piece that waits.
    void parseOne() {
        while (!unparsed.owners.empty()) {
            const auto owner = transfers.find(unparsed.owners.front());
            unparsed.owners.pop_front();
            if (owner != transfers.end() && owner->second->hasPieces()) {
                owner->second->parsePiece();
                return;
            }
        }
    }
};

Client::Client(const RunClock& clock, ClientOptions options, AttemptSink sink)
    : m_impl(std::make_unique<Impl>(clock, std::move(options), std::move(sink))) {}

Client::~Client() = default;

std::size_t Client::active() const {
    return m_impl->transfers.size();
}

RunTime Client::worstLag() const {
    return m_impl->worst;
}

void Client::submit(Submission submission) {
    m_impl->wake = m_impl->clock.now();
    auto transfer = std::make_unique<Transfer>(std::move(submission), m_impl->clock, m_impl->options,
                                               m_impl->share, m_impl->wake, m_impl->unparsed);
    CURL* easy = transfer->easy();
    m_impl->transfers.emplace(easy, std::move(transfer));
    curl_multi_add_handle(m_impl->multi, easy);
}

void Client::work(RunTime until) {
    const NoBrokenPipe guard;
    Impl& impl = *m_impl;
    impl.ended = false;
    do {
        // Stamping goes before parsing: bytes are parsed while no socket has any.
        const bool busy = !impl.unparsed.owners.empty();
        const RunTime next = impl.timer ? std::min(until, *impl.timer) : until;
        const int count = impl.wait(busy ? 0 : next);
        if (busy && (count == 0 || impl.unparsed.bytes > mostPending))
            impl.parseOne();
        impl.collect();
        impl.giveUpExpired();
    } while (!impl.ended && impl.clock.now() < until);
}

void Client::cancelAll() {
    const NoBrokenPipe guard;
    while (!m_impl->transfers.empty())
        m_impl->end(m_impl->transfers.begin()->first, CURLE_OK, true);
}

} // namespace parallax::latency
