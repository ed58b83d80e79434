// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/run.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <span>
#include <utility>

#include "base/error.h"
#include "engine/latency/digest.h"
#include "engine/latency/endpoint_rules.h"
#include "engine/latency/machine_cost.h"
#include "engine/latency/providers/rows.h"
#include "engine/latency/simulator.h"
#include "engine/latency/spending.h"
#include "engine/latency/stats/series.h"
#include "engine/latency/sweep_step.h"

namespace parallax::latency {
namespace {

using data::RunTime;

constexpr RunTime breath = 20'000'000; // between two looks at the stop token

std::string signatureTime() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc);
    return text.data();
}

// Fresh for every attempt, also in another run with the same seed: nobody may have it in a cache.
std::string freshNonce() {
    static thread_local std::random_device device;
    std::string bytes(4, '\0');
    const std::uint32_t word = device();
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(word >> (8 * i) & 0xFF);
    return hex(bytes);
}

// What a step of a sweep is judged by.
data::Attempt withoutContent(const data::Attempt& attempt) {
    data::Attempt kept;
    kept.outcome = attempt.outcome;
    kept.usage = attempt.usage;
    kept.time = attempt.time;
    kept.time.chunks.clear();
    return kept;
}

class Runner {
  public:
    Runner(const RunPlan& plan, const KeySource& keys, const std::string& day, std::stop_token stop,
           const AttemptSink& sink, const ProgressCallback& progress, const EngineSource& engines,
           LiveBoard* live)
        : m_plan(plan)
        , m_most(mostUsedBy(plan.prompt))
        , m_endpoints(plan.endpoints)
        , m_stop(std::move(stop))
        , m_sink(sink)
        , m_progress(progress)
        , m_live(live)
        , m_client(m_clock, plan.client, [this](data::Attempt&& attempt) { take(std::move(attempt)); }) {
        m_notBefore.assign(m_endpoints.size(), 0);
        for (data::Endpoint& endpoint : m_endpoints) {
            if (endpoint.provider == simulation.id && endpoint.baseUrl.empty()) {
                if (!m_simulator)
                    m_simulator = std::make_unique<Simulator>(plan.load.seed);
                endpoint.baseUrl = m_simulator->url();
            }
            m_keys.push_back(keys ? keys(endpoint) : std::string());
            m_quotes.push_back(quoteOf(endpoint, day));
            if (const Provider& provider = providerById(endpoint.provider); provider.transport != nullptr)
                m_own.push_back(provider.transport(
                    {endpoint, m_clock, plan.client,
                     [this](data::Attempt&& attempt) { take(std::move(attempt)); }, engines, m_stop}));
            else
                m_own.push_back(nullptr);
        }
        if (m_live != nullptr)
            m_live->startedAt.store(m_clock.start().time_since_epoch() / std::chrono::nanoseconds(1),
                                    std::memory_order_relaxed);
        m_total = (plan.load.requests + plan.load.warmup) * static_cast<std::int64_t>(m_endpoints.size());
        if (plan.load.kind == LoadKind::Sweep)
            m_total *= plan.load.steps;
    }

    RunResult run() {
        switch (m_plan.load.kind) {
        case LoadKind::Pairs:
            pairs();
            break;
        case LoadKind::Closed:
            for (std::size_t i = 0; i < m_endpoints.size(); ++i)
                closed(i);
            break;
        case LoadKind::Constant:
        case LoadKind::Poisson:
        case LoadKind::Gamma:
            for (std::size_t i = 0; i < m_endpoints.size(); ++i)
                open(i, m_plan.load);
            break;
        case LoadKind::Ramp:
            for (std::size_t i = 0; i < m_endpoints.size(); ++i)
                if (isOpenLoop(m_plan.load))
                    open(i, m_plan.load);
                else
                    closed(i);
            break;
        case LoadKind::Sweep:
            for (std::size_t i = 0; i < m_endpoints.size(); ++i)
                sweep(i);
            break;
        }
        drain();
        m_result.stopped = m_stop.stop_requested();
        m_result.worstLag = m_client.worstLag();
        for (const auto& own : m_own)
            if (own)
                m_result.worstLag = std::max(m_result.worstLag, own->worstLag());
        return m_result;
    }

  private:
    // Endpoints have their turns, one after the other: a single transport has requests at any time.
    void turnTo(std::size_t endpoint) {
        m_transport = m_own[endpoint] ? m_own[endpoint].get() : static_cast<Transport*>(&m_client);
    }

    bool goesOn() const { return !m_stop.stop_requested() && !m_result.budgetReached; }

    // What a provider asks us to wait, before the next request to it (Retry-After): for pacing alone, nothing
    // is sent twice. Not in an open loop, whose rate is the plan's; and no longer than a request may take.
    void pace(std::size_t endpoint) {
        while (goesOn() && m_clock.now() < m_notBefore[endpoint])
            m_transport->work(std::min(m_notBefore[endpoint], m_clock.now() + breath));
    }

    void pairs() {
        for (std::int64_t number = 0; number < m_plan.load.warmup + m_plan.load.requests; ++number) {
            for (std::size_t i = 0; i < m_endpoints.size(); ++i)
                pace(i); // both, so that the halves of a pair stay beside each other
            for (const std::size_t endpoint : orderOf(m_plan.load.seed, number, m_endpoints.size())) {
                turnTo(endpoint);
                if (!goesOn() || !submit(endpoint, number, m_clock.now()))
                    return;
                drain(); // one after the other: neither takes the other's network
                m_result.window.end = m_clock.now();
            }
        }
    }

    void closed(std::size_t endpoint) {
        turnTo(endpoint);
        std::int64_t number = 0;
        while (goesOn() && number < m_plan.load.warmup + m_plan.load.requests) {
            if (number == m_plan.load.warmup && m_transport->active() > 0) {
                m_transport->work(m_clock.now() + breath); // the window begins when warm-up has left
                continue;
            }
            pace(endpoint);
            if (m_transport->active() < static_cast<std::size_t>(concurrencyAt(m_plan.load, number))) {
                if (!submit(endpoint, number++, m_clock.now()))
                    return;
            } else {
                m_transport->work(m_clock.now() + breath);
            }
        }
        drain();
    }

    void sweep(std::size_t endpoint) {
        turnTo(endpoint);
        SweepSearch search(m_plan.load.perSecond);
        for (m_step = 0; m_step < m_plan.load.steps && goesOn(); ++m_step) {
            LoadPlan load = m_plan.load;
            load.kind = LoadKind::Poisson;
            load.perSecond = search.rate();
            load.seed += static_cast<std::uint64_t>(m_step);
            load.requests = std::max(load.requests, load.mostRequests);
            step(endpoint, load);
            search.took(judgeStep(m_stepAttempts, m_plan.load, m_plan.level).verdict == StepVerdict::Kept);
        }
    }

    // At least the plan's requests, and then until it is long enough for its answers, or lost.
    void step(std::size_t endpoint, const LoadPlan& load) {
        m_stepAttempts.clear();
        const std::int64_t least = load.warmup + m_plan.load.requests;
        std::int64_t number = 0;
        RunTime first = 0, last = 0, lookAgain = 0;
        for (const RunTime wanted : arrivals(load, m_clock.now())) {
            if (number == load.warmup)
                first = wanted;
            if (number >= least && wanted >= lookAgain) {
                if (saysEnough(first, last))
                    break;
                lookAgain = wanted + breath;
            }
            m_total += number >= least ? 1 : 0;
            if (!submitAt(endpoint, number++, wanted))
                return;
            last = wanted;
        }
        drain();
    }

    // What is under way counts as what it has taken so far: of a queue that grows nothing has ended.
    bool saysEnough(RunTime first, RunTime last) {
        constexpr double lasting = 1.1 * answersInStep; // the median may still rise while the last ones end
        constexpr double least = 1.01 * secondsInStep * 1e9; // nanoseconds
        const RunTime now = m_clock.now();
        std::vector<double> took;
        for (const data::Attempt& attempt : m_stepAttempts)
            if (attempt.outcome == data::Outcome::Success)
                took.push_back(static_cast<double>(attempt.time.end - attempt.time.scheduled));
        for (const auto& [what, open] : m_open)
            if (open.scheduled >= first)
                took.push_back(static_cast<double>(now - open.scheduled));
        constexpr Window always{0, std::numeric_limits<RunTime>::max()};
        return isLost(goodputOf(m_stepAttempts, m_plan.level, always), m_plan.load) ||
               (!took.empty() &&
                static_cast<double>(last - first) >= std::max(lasting * median(took), least));
    }

    void open(std::size_t endpoint, const LoadPlan& load) {
        turnTo(endpoint);
        std::int64_t number = 0;
        for (const RunTime wanted : arrivals(load, m_clock.now()))
            if (!submitAt(endpoint, number++, wanted))
                return;
        drain();
    }

    bool submitAt(std::size_t endpoint, std::int64_t number, RunTime wanted) {
        while (goesOn() && m_clock.now() < wanted)
            m_transport->work(std::min(wanted, m_clock.now() + breath));
        return goesOn() && submit(endpoint, number, wanted);
    }

    void drain() {
        while (m_transport->active() > 0) {
            if (m_stop.stop_requested())
                m_transport->cancelAll();
            else
                m_transport->work(m_clock.now() + breath);
        }
    }

    bool affords(PicoDollars dollars, std::int64_t tokens) const {
        return (!m_plan.budget.money ||
                summed(summed(m_result.spent, m_openDollars), dollars) <= *m_plan.budget.money) &&
               (!m_plan.budget.tokens || m_tokens + m_openTokens + tokens <= *m_plan.budget.tokens);
    }

    bool submit(std::size_t index, std::int64_t number, RunTime scheduled) {
        const data::Endpoint& endpoint = m_endpoints[index];
        Prompt prompt = m_plan.prompt;
        prompt.nonce = freshNonce();
        Open open{index, mostItCanCost(m_quotes[index], m_most.input, m_most.output).value_or(0),
                  m_most.input + m_most.output,
                  m_plan.load.kind == LoadKind::Ramp ? rampStepOf(m_plan.load, number) : m_step, scheduled};
        // What is under way counts at its most until it has ended. A closed loop can wait for that, and
        // counts from then on; requests that come at times of their own would seem to wait for their answers.
        while (!affords(open.dollars, open.tokens) && !isOpenLoop(m_plan.load) && m_transport->active() > 0 &&
               goesOn()) {
            m_transport->work(m_clock.now() + breath);
            scheduled = open.scheduled = m_clock.now();
        }
        if (!affords(open.dollars, open.tokens)) {
            m_result.budgetReached = true;
            return false;
        }
        const Provider& provider = providerById(endpoint.provider);
        Submission submission;
        submission.provider = &provider;
        submission.request = provider.request({endpoint, prompt, m_keys[index], signatureTime()});
        submission.prompt = std::move(prompt);
        submission.endpoint = endpoint.name;
        submission.secret = m_keys[index];
        submission.sequence = number;
        submission.scheduled = scheduled;
        if (m_live != nullptr)
            submission.live = &m_live->endpoint(index);
        if (number == m_plan.load.warmup && m_result.window.begin == 0)
            m_result.window.begin = m_clock.now();
        m_openDollars = summed(m_openDollars, open.dollars);
        m_openTokens += open.tokens;
        m_open.emplace(std::pair{endpoint.name, number}, open);
        m_transport->submit(std::move(submission));
        m_result.window.end = m_clock.now();
        return true;
    }

    void take(data::Attempt&& attempt) {
        attempt.warmup = attempt.sequence < m_plan.load.warmup;
        if (!attempt.warmup && m_plan.load.kind == LoadKind::Sweep)
            m_stepAttempts.push_back(withoutContent(attempt));
        const auto found = m_open.find({attempt.endpoint, attempt.sequence});
        if (found != m_open.end()) {
            const Open open = found->second;
            m_open.erase(found);
            attempt.step = open.step;
            if (attempt.retryAfterMs > 0)
                m_notBefore[open.endpoint] =
                    std::max(m_notBefore[open.endpoint],
                             attempt.time.end + 1'000'000 * std::min<RunTime>(attempt.retryAfterMs,
                                                                              m_plan.client.totalTimeoutMs));
            if (m_endpoints[open.endpoint].provider == simulation.id)
                attempt.simulation = m_endpoints[open.endpoint].model;
            m_openDollars -= open.dollars;
            m_openTokens -= open.tokens;
            const Spending spent = spendingOf(attempt, m_quotes[open.endpoint], m_most);
            m_result.spent = summed(m_result.spent, spent.dollars);
            m_tokens += spent.tokens;
        }
        if (m_live != nullptr) {
            m_live->wanted.store(m_total, std::memory_order_relaxed);
            m_live->spent.store(m_result.spent, std::memory_order_relaxed);
            m_live->worstLag.store(std::max(m_client.worstLag(), attempt.loopLag), std::memory_order_relaxed);
        }
        ++m_result.attempts;
        const std::string name = attempt.endpoint;
        m_sink(std::move(attempt));
        if (m_progress)
            m_progress({m_result.attempts, m_total, name});
    }

    struct Open {
        std::size_t endpoint = 0;
        PicoDollars dollars = 0;
        std::int64_t tokens = 0;
        std::int64_t step = 0;
        RunTime scheduled = 0;
    };

    const RunPlan& m_plan;
    const MostUsed m_most; // by one request
    std::vector<data::Endpoint> m_endpoints;
    std::unique_ptr<Simulator> m_simulator;
    std::stop_token m_stop;
    const AttemptSink& m_sink;
    const ProgressCallback& m_progress;
    LiveBoard* m_live;
    RunClock m_clock;
    Client m_client;
    std::vector<std::unique_ptr<Transport>> m_own; // by endpoint; nullptr: the client's
    Transport* m_transport = &m_client;
    std::vector<std::string> m_keys;
    std::vector<Quote> m_quotes;
    std::vector<RunTime> m_notBefore; // by endpoint: when its provider wants to be asked again
    std::map<std::pair<std::string, std::int64_t>, Open> m_open;
    std::int64_t m_step = 0; // of a sweep
    std::vector<data::Attempt> m_stepAttempts;
    PicoDollars m_openDollars = 0;
    std::int64_t m_openTokens = 0, m_tokens = 0, m_total = 0;
    RunResult m_result;
};

} // namespace

namespace {

// Another interface to the same service costs the same.
std::string_view priceListOf(std::string_view provider) {
    if (provider == "openai-responses")
        return "openai";
    if (provider == "azure-classic")
        return "azure";
    return provider;
}

} // namespace

Quote quoteOf(const data::Endpoint& endpoint, const std::string& day) {
    Quote quote = quoteFor(knownPrices(), priceListOf(endpoint.provider), endpoint.model, day);
    for (const auto& [option, unit] :
         {std::pair{"price-input", PriceUnit::Input}, std::pair{"price-output", PriceUnit::Output}})
        if (const auto own = endpoint.options.find(option); own != endpoint.options.end()) {
            const std::string& text = own->second;
            double dollars = -1;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), dollars);
            if (error != std::errc() || end != text.data() + text.size() || !(dollars >= 0 && dollars <= 1e6))
                throw Error(ErrorCode::Usage, {"the " + std::string(option) + " of \"" + endpoint.name +
                                               "\" is no number of dollars"});
            quote.perToken[unit] = static_cast<PicoDollars>(std::llround(dollars * 1e6));
        }
    if (const Provider* provider = knownProvider(endpoint.provider); provider != nullptr && provider->unpaid)
        for (const PriceUnit unit : {PriceUnit::Input, PriceUnit::Output})
            quote.perToken.emplace(unit, 0); // unless the endpoint states what its machine costs
    return quote;
}

void checkPlan(const RunPlan& plan, const std::string& day) {
    if (const std::filesystem::path file = plan.client.trustedCertificates; !file.empty()) {
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(file, ignored) || !std::ifstream(file))
            throw Error(
                ErrorCode::Usage,
                {"the file of trusted_certificates cannot be read: \"" + file.string() + "\"", "plan"});
    }
    for (const data::Endpoint& endpoint : plan.endpoints) {
        checkEndpoint(endpoint);
        providerById(endpoint.provider).request({endpoint, plan.prompt, {}, signatureTime()});
        dollarsPerHourOf(endpoint);
        if (!quoteOf(endpoint, day).complete() && plan.budget.money)
            throw Error(ErrorCode::Usage,
                        {"no price is known for \"" + endpoint.name +
                             "\": a budget in money cannot be kept (options price-input, price-output)",
                         "plan"});
    }
}

RunResult runPlan(const RunPlan& plan, const KeySource& keys, const std::string& day, std::stop_token stop,
                  const AttemptSink& sink, const ProgressCallback& progress, const EngineSource& engines,
                  LiveBoard* live) {
    checkPlan(plan, day);
    return Runner(plan, keys, day, std::move(stop), sink, progress, engines, live).run();
}

} // namespace parallax::latency
