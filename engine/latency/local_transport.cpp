// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/local_transport.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <random>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "engine/inference/chat.h"
#include "engine/latency/failure.h"

namespace parallax::latency {
namespace {

using data::never;
using data::Outcome;
using data::RunTime;
using inference::Finish;

constexpr std::size_t shown = 2 << 10; // of the text's beginning and end

Failure failureOf(const Error& error) {
    const std::string words = error.args().empty() ? std::string() : error.args().front();
    switch (error.code()) {
    case ErrorCode::ContextTooLong:
        return {Outcome::Rejected, "context", words + " tokens"};
    case ErrorCode::ModelTemplate:
        return {Outcome::Rejected, "template", words};
    case ErrorCode::Usage:
        return {Outcome::Rejected, "request", words};
    case ErrorCode::Cancelled:
        return {Outcome::Cancelled, "cancelled", {}};
    default:
        return {Outcome::Provider, "engine", words};
    }
}

std::uint64_t randomSeed() {
    static thread_local std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

} // namespace

struct LocalTransport::Job {
    Submission submission;
    data::Attempt attempt;
    std::string text;
    inference::Ticket ticket = 0;
    RunTime lastSign = 0; // of life
    Failure failure;      // why we, or the engine, ended it
    bool over = false;
    std::int64_t liveRequest = 0;
};

struct LocalTransport::Shared {
    mutable std::mutex mutex; // of all of it and of the jobs
    std::condition_variable prepare, ended;
    std::deque<std::shared_ptr<Job>> waiting; // for their tokens
    std::vector<std::shared_ptr<Job>> active; // those among them
    bool closing = false;

    // Under the mutex.
    void end(Job& job, RunTime at) {
        if (job.over)
            return;
        job.over = true;
        job.attempt.time.end = at;
        if (job.submission.live != nullptr)
            job.submission.live->end(job.liveRequest, at);
        ended.notify_all();
    }

    void take(Job& job, const inference::Answer& answer, RunTime at) {
        const std::lock_guard lock(mutex);
        data::Timeline& time = job.attempt.time;
        job.lastSign = at;
        if (answer.chosen || !answer.text.empty()) { // held-back text comes without a token
            if (time.firstAny == never)
                time.firstAny = at;
            if (time.firstText == never && !answer.text.empty())
                time.firstText = at;
            time.last = at;
            time.chunks.push_back({at, static_cast<std::uint32_t>(answer.text.size()),
                                   static_cast<std::uint32_t>(codePointCount(answer.text)),
                                   data::TokenChannel::Text, false});
            job.text += answer.text;
            // After its end the one who looks may be gone.
            if (job.submission.live != nullptr && !job.over)
                job.submission.live->content(job.liveRequest, time);
        }
        if (answer.finish == Finish::None)
            return;
        job.attempt.usage.input = answer.timings.promptTokens;
        job.attempt.usage.output = answer.timings.answerTokens;
        job.attempt.usage.ownOutput = answer.timings.answerTokens; // the server is ours
        job.attempt.usage.cached = answer.timings.reusedTokens;
        if (answer.finish == Finish::Failed && !job.failure)
            job.failure = failureOf(answer.error.value_or(Error(ErrorCode::Unexpected)));
        else if (answer.finish == Finish::Cancelled && !job.failure)
            job.failure = {Outcome::Cancelled, "cancelled", {}};
        else if (answer.finish != Finish::Failed && answer.finish != Finish::Cancelled) {
            time.terminal = at;
            job.attempt.finishReason = answer.finish == Finish::Length ? "length" : "stop";
        }
        end(job, at);
    }
};

LocalTransport::LocalTransport(std::shared_ptr<inference::Engine> engine, const TransportContext& context)
    : m_engine(std::move(engine))
    , m_clock(context.clock)
    , m_options(context.options)
    , m_sink(context.sink)
    , m_shared(std::make_shared<Shared>()) {
    m_model = repairUtf8(m_engine->file().string("general.name", "").substr(0, 200));
    m_thread = std::thread([this] { prepare(); });
}

LocalTransport::~LocalTransport() {
    m_sink = [](data::Attempt&&) {};
    cancelAll();
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->closing = true;
    }
    m_shared->prepare.notify_all();
    m_thread.join();
}

void LocalTransport::submit(Submission submission) {
    auto job = std::make_shared<Job>();
    job->attempt.endpoint = submission.endpoint;
    job->attempt.sequence = submission.sequence;
    job->attempt.time.scheduled = submission.scheduled;
    job->attempt.wallClock = wallClock();
    job->attempt.connection = data::ConnectionKind::Local;
    job->attempt.model = m_model;
    job->submission = std::move(submission);
    {
        const std::lock_guard lock(m_shared->mutex);
        job->attempt.time.submitted = job->lastSign = m_clock.now();
        if (job->submission.live != nullptr)
            job->liveRequest = job->submission.live->begin(job->attempt.time.submitted);
        m_shared->active.push_back(job);
        m_shared->waiting.push_back(std::move(job));
    }
    m_shared->prepare.notify_one();
}

std::size_t LocalTransport::active() const {
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->active.size();
}

// The thread that takes prompts.
void LocalTransport::prepare() {
    for (;;) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(m_shared->mutex);
            m_shared->prepare.wait(lock, [this] { return m_shared->closing || !m_shared->waiting.empty(); });
            if (m_shared->waiting.empty())
                return;
            job = std::move(m_shared->waiting.front());
            m_shared->waiting.pop_front();
            if (job->over) // its attempt may be gone already
                continue;
            job->attempt.time.ready = m_clock.now();
        }
        try {
            start(job);
        } catch (const Error& error) {
            const std::lock_guard lock(m_shared->mutex);
            job->failure = failureOf(error);
            m_shared->end(*job, m_clock.now());
        } catch (const std::exception& error) { // memory
            const std::lock_guard lock(m_shared->mutex);
            job->failure = {Outcome::Client, "engine", error.what()};
            m_shared->end(*job, m_clock.now());
        }
    }
}

void LocalTransport::start(const std::shared_ptr<Job>& job) {
    const Prompt& prompt = job->submission.prompt;
    inference::ChatOptions chat;
    chat.plainIfUnknown = true;
    inference::Request request;
    request.tokens =
        inference::chatTokens(m_engine->file(), m_engine->tokenizer(), {{"user", promptText(prompt)}}, chat);
    request.maxTokens = prompt.maxTokens;
    request.minTokens = prompt.fixedLength ? prompt.maxTokens : 0;
    request.ignoreEnd = prompt.fixedLength;
    request.sampling.probability = false;
    request.sampling.temperature = static_cast<float>(prompt.temperature.value_or(0));
    request.sampling.seed = prompt.seed >= 0 ? static_cast<std::uint64_t>(prompt.seed) : randomSeed();
    const int needed = static_cast<int>(request.tokens.size()) + request.minTokens;
    if (needed > m_engine->context()) // it could not be as long as it is to be
        throw Error(ErrorCode::ContextTooLong, {std::to_string(needed)});
    {
        const std::lock_guard lock(m_shared->mutex);
        job->attempt.time.sent = m_clock.now();
    }
    // The engine may say its last word after this object is gone: what that touches is shared.
    const inference::Ticket ticket = m_engine->submit(
        std::move(request), [shared = m_shared, job, clock = m_clock](const inference::Answer& answer) {
            const RunTime at = clock.now();
            shared->take(*job, answer, at);
        });
    const std::lock_guard lock(m_shared->mutex);
    job->ticket = ticket;
    if (job->failure && !job->over) // was given up in the meantime
        m_engine->cancel(ticket);
}

// Under the mutex. One without tokens ends at once, others when the engine has let go of them.
void LocalTransport::giveUp(const std::shared_ptr<Job>& job, Failure why) {
    if (job->over || job->failure)
        return;
    job->failure = std::move(why);
    if (job->ticket != 0)
        m_engine->cancel(job->ticket);
    else if (job->attempt.time.ready == never)
        m_shared->end(*job, m_clock.now());
}

void LocalTransport::giveUpExpired() {
    const auto ns = [](long ms) { return static_cast<RunTime>(ms) * 1'000'000; };
    const std::lock_guard lock(m_shared->mutex);
    const RunTime now = m_clock.now();
    for (const auto& job : m_shared->active) {
        if (now - job->lastSign > ns(m_options.silenceTimeoutMs))
            giveUp(job, {Outcome::Provider, "stalled", {}});
        else if (now - job->attempt.time.submitted > ns(m_options.totalTimeoutMs))
            giveUp(job, {Outcome::Provider, "timeout", {}});
    }
}

void LocalTransport::collect() {
    std::vector<std::shared_ptr<Job>> over;
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto firstOver = std::stable_partition(m_shared->active.begin(), m_shared->active.end(),
                                                     [](const auto& job) { return !job->over; });
        over.assign(firstOver, m_shared->active.end());
        m_shared->active.erase(firstOver, m_shared->active.end());
    }
    for (const auto& job : over) {
        data::Attempt& attempt = job->attempt;
        if (!job->failure)
            job->failure = failureOfEmpty(attempt.time, attempt.usage, attempt.finishReason);
        attempt.outcome = job->failure.outcome;
        attempt.fault = job->failure.fault;
        attempt.faultText = job->failure.text;
        attempt.opening = job->text.substr(0, shown);
        if (job->text.size() > shown)
            attempt.closing = job->text.substr(std::max(shown, job->text.size() - shown));
        attempt.streamBytes = static_cast<std::int64_t>(job->text.size());
        if (const std::size_t kept = std::min(job->text.size(), data::mostStreamKept); kept > 0)
            attempt.stream = std::make_shared<const data::RawStream>(data::RawStream{
                job->text.substr(0, kept), static_cast<std::int64_t>(job->text.size() - kept)});
        m_sink(std::move(attempt));
    }
}

void LocalTransport::work(RunTime until) {
    giveUpExpired();
    {
        std::unique_lock lock(m_shared->mutex);
        m_shared->ended.wait_until(lock, m_clock.start() + std::chrono::nanoseconds(until), [this] {
            return std::any_of(m_shared->active.begin(), m_shared->active.end(),
                               [](const auto& job) { return job->over; });
        });
    }
    collect();
}

void LocalTransport::cancelAll() {
    {
        const std::lock_guard lock(m_shared->mutex);
        for (const auto& job : m_shared->active)
            giveUp(job, {Outcome::Cancelled, "cancelled", {}});
    }
    while (active() > 0)
        work(m_clock.now() + 20'000'000);
}

} // namespace parallax::latency
