// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/engine.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <future>
#include <limits>
#include <map>
#include <mutex>
#include <new>
#include <span>
#include <thread>
#include <tuple>
#include <unistd.h>
#include <utility>

#include "base/progress.h"
#include "engine/device/probe.h"
#include "engine/inference/model.h"
#include "engine/inference/scheduler.h"
#include "engine/inference/stop_finder.h"

namespace parallax::inference {
namespace {

using Clock = std::chrono::steady_clock;

double secondsBetween(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

// The model's own context, as far as its keys and values leave most of the machine's memory to others, and
// the card takes the model at all only with a shorter one.
int usualContext(const Gguf& file, const Config& config, const EngineOptions& options) {
    const int times = options.cacheTokens > 0 ? 1 : std::max(options.cacheContexts, 1);
    constexpr int least = 4096;
    constexpr int most = 32768;
    const double room =
        0.25 * static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    const double tokenBytes = 4.0 * config.layers * config.keyWidth(); // two numbers of two bytes
    const auto onCard = [&](int context) {
        return options.device != DeviceChoice::Cpu &&
               cardRefusal(options.card, file, config, context * times).empty();
    };
    int context = std::min(config.context, most);
    const bool card = onCard(std::min(context, least));
    while (context > least && (tokenBytes * context * times > room || (card && !onCard(context))))
        context /= 2;
    return context;
}

// Tokens of as many contexts as are wanted beside each other.
int allContexts(const EngineOptions& options, int context) {
    const int count = options.cacheContexts > 0 ? options.cacheContexts : options.context > 0 ? 2 : 1;
    return static_cast<int>(std::min<std::int64_t>(std::int64_t{count} * context, 1 << 30));
}

// What no comparison can put in order, or what would make it endless.
void requireFinite(const Sampling& sampling) {
    std::vector<float> numbers{sampling.repetition,  sampling.frequency, sampling.presence,
                               sampling.temperature, sampling.topP,      sampling.minP};
    for (const auto& [token, bias] : sampling.bias)
        numbers.push_back(std::max(bias, std::numeric_limits<float>::lowest())); // minus infinity: never
    if (!std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); }))
        throw Error(ErrorCode::Usage, {"what steers the choice of tokens must be finite numbers"});
}

} // namespace

const char* finishName(Finish finish) {
    switch (finish) {
    case Finish::None:
        return "";
    case Finish::End:
        return "end";
    case Finish::Stop:
        return "stop";
    case Finish::Length:
        return "length";
    case Finish::Cancelled:
        return "cancelled";
    case Finish::Failed:
        return "failed";
    }
    return "";
}

class Engine::Worker {
  public:
    Worker(std::unique_ptr<Gguf> file, const EngineOptions& options, const std::stop_token& stop,
           const std::function<void(double)>& progress)
        : m_file(std::move(file))
        , m_tokenizer(*m_file)
        , m_config(readConfig(*m_file))
        , m_context(options.context > 0 ? std::min(options.context, m_config.context)
                                        : usualContext(*m_file, m_config, options))
        , m_cacheTokens(options.cacheTokens > 0 ? std::max(options.cacheTokens, m_context)
                                                : allContexts(options, m_context))
        , m_device(openDevice(options.device, options.cpu, options.card, *m_file, m_config, m_cacheTokens))
        , m_backend(*m_device.backend)
        , m_model(*m_file, m_backend, stop, progress)
        , m_scheduler(pagesFor(m_cacheTokens),
                      std::clamp(options.stepTokens, 1, static_cast<int>(Model::mostRows)))
        , m_cache(m_backend.cache(m_model.config(), m_scheduler.pages())) {
        if (m_tokenizer.size() < static_cast<std::size_t>(m_model.config().vocabulary))
            m_file->malformed("tokenizer.ggml.tokens",
                              std::to_string(m_model.config().vocabulary) + " tokens",
                              std::to_string(m_tokenizer.size()));
        for (Token token = 0; token < m_model.config().vocabulary; ++token)
            if (m_tokenizer.isEnd(token))
                m_ends.push_back(token);
        m_thread = std::thread([this] { work(); });
    }

    ~Worker() {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
            m_abandon = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

    Ticket submit(Request request, AnswerCallback callback, std::promise<std::vector<float>>* logits) {
        if (request.tokens.empty())
            throw Error(ErrorCode::Usage, {"a prompt has at least one token"});
        if (static_cast<int>(request.tokens.size()) >= m_context)
            throw Error(ErrorCode::ContextTooLong,
                        {std::to_string(request.tokens.size()), std::to_string(m_context - 1),
                         std::to_string(m_config.context - 1)});
        const auto known = [&](Token token) {
            if (token < 0 || token >= m_model.config().vocabulary)
                throw Error(ErrorCode::Usage, {"there is no token " + std::to_string(token)});
        };
        for (const Token token : request.tokens)
            known(token);
        for (const auto& [token, bias] : request.sampling.bias)
            known(token);
        requireFinite(request.sampling);
        auto job = std::make_unique<Job>(m_tokenizer, std::move(request), std::move(callback), logits);
        const std::lock_guard lock(m_mutex);
        const Ticket ticket = ++m_lastTicket;
        m_arrived.emplace_back(ticket, std::move(job));
        ++m_open;
        m_wake.notify_all();
        return ticket;
    }

    std::future<double> measureBandwidth() {
        const std::lock_guard lock(m_mutex);
        m_wake.notify_all();
        return m_probes.emplace_back().get_future();
    }

    void cancel(Ticket ticket) {
        const std::lock_guard lock(m_mutex);
        m_cancelled.push_back(ticket);
        if (m_cancelled.size() >= m_open) // nobody waits for the step at hand
            m_abandon = true;
        m_wake.notify_all();
    }

    std::unique_ptr<Gguf> m_file;
    Tokenizer m_tokenizer;
    Config m_config;
    int m_context;
    int m_cacheTokens;
    OpenedDevice m_device;
    Backend& m_backend;
    Model m_model;
    std::vector<Token> m_ends;
    Pace m_pace;
    double keyBytes() const { // keys and values of a token
        return 2.0 * m_config.layers * m_config.keyWidth() * static_cast<double>(m_cache->numberBytes);
    }
    int running() {
        const std::lock_guard lock(m_mutex);
        return static_cast<int>(m_open);
    }

  private:
    struct Job {
        Job(const Tokenizer& tokenizer, Request given, AnswerCallback callback,
            std::promise<std::vector<float>>* promise)
            : request(std::move(given))
            , answer(std::move(callback))
            , logits(promise)
            , decoder(tokenizer, false, StreamDecoder::From::Within) // the prompt comes before it
            , stops(request.stop)
            , submitted(Clock::now()) {
            timings.promptTokens = static_cast<int>(request.tokens.size());
        }
        Request request;
        AnswerCallback answer;
        std::promise<std::vector<float>>* logits; // when these alone are wanted
        StreamDecoder decoder;
        StopFinder stops;
        Timings timings;
        Clock::time_point submitted;
        Clock::time_point first;
    };

    static int pagesFor(int tokens) { return (tokens + pageTokens - 1) / pageTokens + 1; }

    void work();
    void takeArrivals();
    void step();
    double probedBandwidth();
    void takeToken(Ticket ticket, Job& job, std::span<const float> logits);
    Chosen choose(const Job& job, std::span<const float> logits, const Sequence& sequence) const;
    void finish(Ticket ticket, Finish how, const std::optional<Error>& error);

    Scheduler m_scheduler;
    std::unique_ptr<Cache> m_cache;
    std::map<Ticket, std::unique_ptr<Job>> m_jobs; // of the thread alone

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::deque<std::pair<Ticket, std::unique_ptr<Job>>> m_arrived;
    std::vector<Ticket> m_cancelled;
    std::vector<std::promise<double>> m_probes;
    Ticket m_lastTicket = 0;
    std::size_t m_open = 0; // requests that are not over
    bool m_closing = false;
    std::atomic<bool> m_abandon{false}; // the step at hand; it can be computed again
    std::thread m_thread;
};

void Engine::Worker::finish(Ticket ticket, Finish how, const std::optional<Error>& error) {
    const auto found = m_jobs.find(ticket);
    if (found == m_jobs.end())
        return;
    const std::unique_ptr<Job> job = std::move(found->second);
    m_jobs.erase(found);
    m_scheduler.remove(ticket);
    {
        const std::lock_guard lock(m_mutex);
        --m_open;
    }
    if (job->logits != nullptr) {
        if (how == Finish::Failed || how == Finish::Cancelled)
            job->logits->set_exception(std::make_exception_ptr(error.value_or(Error(ErrorCode::Cancelled))));
        return;
    }
    Answer answer;
    if (how == Finish::End || how == Finish::Length)
        answer.text = job->stops.push(job->decoder.finish()).first + job->stops.rest();
    answer.finish = how;
    answer.error = error;
    const auto now = Clock::now();
    job->timings.total = secondsBetween(job->submitted, now);
    if (job->timings.answerTokens > 0)
        job->timings.decode = secondsBetween(job->first, now);
    answer.timings = job->timings;
    if (job->answer)
        job->answer(answer);
}

Chosen Engine::Worker::choose(const Job& job, std::span<const float> logits, const Sequence& sequence) const {
    const auto step = static_cast<std::uint64_t>(job.timings.answerTokens);
    if (job.timings.answerTokens >= job.request.minTokens || job.request.ignoreEnd)
        return chooseToken(logits, sequence.tokens, step, job.request.sampling);
    Sampling endless = job.request.sampling;
    for (const Token end : m_ends)
        endless.bias.emplace_back(end, -std::numeric_limits<float>::infinity());
    return chooseToken(logits, sequence.tokens, step, endless);
}

void Engine::Worker::takeToken(Ticket ticket, Job& job, std::span<const float> logits) {
    if (job.logits != nullptr) {
        if (!std::ranges::all_of(logits, [](float logit) { return std::isfinite(logit); }))
            throw Error(ErrorCode::ModelFailed, {"its logits are not finite; the file may be damaged"});
        job.logits->set_value({logits.begin(), logits.end()});
        return finish(ticket, Finish::End, std::nullopt);
    }
    const Sequence& sequence = *m_scheduler.find(ticket);
    if (job.timings.answerTokens == 0) {
        job.first = Clock::now();
        job.timings.firstToken = secondsBetween(job.submitted, job.first);
        m_pace.setFirstToken(job.timings.firstToken);
        job.timings.reusedTokens = sequence.reused;
    }
    Answer answer;
    answer.chosen = choose(job, logits, sequence);
    const Token token = answer.chosen->token;
    if (m_tokenizer.isEnd(token) && !job.request.ignoreEnd)
        return finish(ticket, Finish::End, std::nullopt);
    ++job.timings.answerTokens;
    m_scheduler.append(ticket, token);
    bool stopped = false;
    if (job.timings.answerTokens <= job.request.minTokens)
        answer.text = job.decoder.push(token);
    else
        std::tie(answer.text, stopped) = job.stops.push(job.decoder.push(token));
    if (job.answer)
        job.answer(answer);
    if (stopped)
        return finish(ticket, Finish::Stop, std::nullopt);
    if (job.timings.answerTokens >= job.request.maxTokens ||
        job.timings.promptTokens + job.timings.answerTokens >= m_context)
        return finish(ticket, Finish::Length, std::nullopt);
}

void Engine::Worker::step() {
    std::vector<std::uint64_t> sampled;
    const Batch batch = m_scheduler.plan(sampled);
    if (batch.rows() == 0)
        throw Error(ErrorCode::ModelFailed, {"there is no room for any of the requests"});
    const auto began = Clock::now();
    const std::vector<float>* computed = m_model.forward(batch, *m_cache, &m_abandon);
    if (computed == nullptr)
        return;
    double keys = 0; // that were looked at
    for (const Batch::Part& part : batch.parts)
        keys += part.position + part.count;
    m_pace.add(secondsBetween(began, Clock::now()), static_cast<int>(sampled.size()),
               static_cast<double>(m_model.bytesPerToken()) + keys * keyBytes());
    if (m_pace.memoryIsOld())
        m_pace.setMemory(m_backend.memory());
    const std::vector<float>& logits = *computed;
    m_scheduler.done(batch);
    const auto vocabulary = static_cast<std::size_t>(m_model.config().vocabulary);
    for (std::size_t i = 0; i < sampled.size(); ++i) {
        const auto found = m_jobs.find(sampled[i]);
        if (found == m_jobs.end())
            continue;
        try {
            takeToken(sampled[i], *found->second, std::span(logits).subspan(i * vocabulary, vocabulary));
        } catch (const Error& error) {
            finish(sampled[i], Finish::Failed, error); // this one alone
        }
    }
}

void Engine::Worker::takeArrivals() {
    for (auto& [ticket, job] : m_arrived) {
        m_scheduler.add(ticket, job->request.tokens);
        m_jobs.emplace(ticket, std::move(job));
    }
    m_arrived.clear();
}

// The best of three readings: what disturbs one only makes it slower.
double Engine::Worker::probedBandwidth() {
    double best = 0;
    try {
        const auto probe = m_backend.memoryProbe(0);
        for (int i = 0; i < 3 && !m_abandon; ++i)
            if (const double seconds = probe->run().wall; seconds > 0)
                best = std::max(best, static_cast<double>(probe->bytes()) / seconds);
    } catch (const Error&) { // no room for it
    } catch (const std::bad_alloc&) {
    }
    if (best > 0)
        m_pace.setBandwidth(best);
    return best;
}

void Engine::Worker::work() {
    for (;;) {
        std::vector<Ticket> cancelled;
        std::vector<std::promise<double>> probes;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] {
                return m_closing || !m_arrived.empty() || !m_cancelled.empty() || !m_jobs.empty() ||
                       !m_probes.empty();
            });
            takeArrivals();
            cancelled.swap(m_cancelled);
            m_abandon = m_closing;
            if (m_jobs.empty() || m_closing)
                probes.swap(m_probes);
            if (m_closing)
                for (const auto& [ticket, job] : m_jobs)
                    cancelled.push_back(ticket);
        }
        for (const Ticket ticket : cancelled)
            finish(ticket, Finish::Cancelled, std::nullopt);
        if (!probes.empty()) {
            const double bandwidth = probedBandwidth();
            for (auto& probe : probes)
                probe.set_value(bandwidth);
        }
        if (m_jobs.empty()) {
            const std::lock_guard lock(m_mutex);
            if (m_closing && m_arrived.empty())
                return;
            continue;
        }
        std::optional<Error> failure;
        try {
            step();
        } catch (const Error& error) {
            failure = error;
        } catch (const std::bad_alloc&) {
            failure = Error(ErrorCode::ModelFailed, {"there is not enough memory"});
        } catch (const std::exception& error) {
            failure = Error(ErrorCode::ModelFailed, {error.what()});
        }
        if (failure)
            while (!m_jobs.empty())
                finish(m_jobs.begin()->first, Finish::Failed, failure);
    }
}

Engine::Engine(const std::filesystem::path& path, const EngineOptions& options, const std::stop_token& stop,
               const std::function<void(double)>& progress)
    : m_worker(std::make_unique<Worker>(std::make_unique<Gguf>(path), options, stop, progress)) {}

Engine::Engine(std::unique_ptr<Gguf> file, const EngineOptions& options)
    : m_worker(std::make_unique<Worker>(std::move(file), options, std::stop_token{}, nullptr)) {}

Engine::~Engine() = default;

const Gguf& Engine::file() const {
    return *m_worker->m_file;
}
const Config& Engine::config() const {
    return m_worker->m_model.config();
}
const Tokenizer& Engine::tokenizer() const {
    return m_worker->m_tokenizer;
}
Device Engine::device() const {
    return m_worker->m_backend.device();
}
const std::string& Engine::deviceNote() const {
    return m_worker->m_device.note;
}
EngineStats Engine::stats() const {
    return m_worker->m_pace.stats(device().bandwidth, m_worker->running());
}
std::future<double> Engine::measureBandwidth() {
    return m_worker->measureBandwidth();
}
bool Engine::fitsInCaches() const {
    return weightBytes() < (std::size_t{64} << 20);
}
std::size_t Engine::weightBytes() const {
    return m_worker->m_model.bytesPerToken();
}
std::size_t Engine::keyBytes() const {
    return static_cast<std::size_t>(m_worker->keyBytes());
}
int Engine::context() const {
    return m_worker->m_context;
}

Ticket Engine::submit(Request request, AnswerCallback callback) {
    return m_worker->submit(std::move(request), std::move(callback), nullptr);
}

void Engine::cancel(Ticket ticket) {
    m_worker->cancel(ticket);
}

std::vector<float> Engine::logits(const std::vector<Token>& tokens) {
    std::promise<std::vector<float>> promise;
    auto future = promise.get_future();
    Request request;
    request.tokens = tokens;
    m_worker->submit(std::move(request), {}, &promise);
    return future.get();
}

} // namespace parallax::inference
