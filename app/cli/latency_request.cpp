// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/kept_run.h"
#include "app/cli/latency_commands.h"
#include "base/error.h"
#include "data/store/attempt_json.h"
#include "data/store/measure_store.h"
#include "data/store/stored_stream.h"
#include "engine/latency/metrics.h"
#include "engine/latency/report.h"
#include "engine/latency/report_options.h"
#include "engine/latency/stream_text.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

// As people count, and as the window and the tables do: from 1.
std::optional<std::int64_t> countedFromOne(std::string_view text) {
    const auto value = wholeNumber(text);
    return value && *value > 0 ? std::optional(*value - 1) : std::nullopt;
}

std::string endpointOf(const KeptRun& kept, const std::string& wanted) {
    if (!wanted.empty())
        return wanted;
    if (kept.plan.endpoints.size() != 1)
        throw Error(ErrorCode::Usage,
                    {"run " + std::to_string(kept.row.id) + " has several endpoints: --endpoint NAME"});
    return kept.plan.endpoints.front().name;
}

// Answers for a percentile that none stands for: nothing is wrong with the command line.
struct TooFew {
    std::size_t needed = 0;
};

// The request that is nearest to a percentile of the report.
const data::Attempt& standingFor(double quantile, const std::string& metricName, const std::string& endpoint,
                                 const KeptRun& kept, std::span<const data::Attempt> attempts) {
    std::optional<latency::ReportMetric> metric;
    for (const latency::ReportMetric one : latency::reportMetrics)
        if (metricName == latency::metricName(one))
            metric = one;
    if (!metric)
        throw Error(ErrorCode::Usage, {"there is no metric \"" + metricName + "\""});
    const latency::Report report =
        latency::reportOf(attempts, latency::reportOptions(kept.plan, kept.row.begunAt));
    for (const latency::EndpointReport& own : report.endpoints)
        for (const latency::MetricSummary& summary : own.metrics)
            for (const latency::Percentile& percentile : summary.percentiles)
                if (own.endpoint == endpoint && summary.metric == *metric && percentile.q == quantile) {
                    if (!percentile.enough())
                        throw TooFew{percentile.needed};
                    if (const data::Attempt* found = latency::nearestTo(
                            percentile.value, *metric, kept.plan.level.since, endpoint, attempts))
                        return *found;
                }
    throw Error(ErrorCode::Usage, {"no request of \"" + endpoint + "\" stands for that percentile"});
}

data::Attempt wantedOf(data::MeasureStore& store, const KeptRun& kept, const WantedRequest& wanted) {
    const std::string endpoint = endpointOf(kept, wanted.endpoint);
    std::int64_t step = 0;
    std::string_view rest = wanted.which;
    std::optional<std::int64_t> number;
    if (rest.starts_with('p')) {
        for (const double quantile : latency::reportQuantiles) {
            if (wholeNumber(rest.substr(1)) != std::optional(std::llround(100 * quantile)))
                continue;
            const std::vector<data::Attempt> attempts = store.attempts(kept.row.id);
            const data::Attempt& found = standingFor(quantile, wanted.metric, endpoint, kept, attempts);
            number = found.sequence;
            step = found.step;
        }
    } else {
        if (const std::size_t slash = rest.find('/'); slash != std::string_view::npos) {
            const auto first = countedFromOne(rest.substr(0, slash));
            if (!first)
                throw Error(ErrorCode::Usage, {"\"" + wanted.which +
                                               "\" is no request: steps and requests "
                                               "are counted from 1"});
            step = *first;
            rest.remove_prefix(slash + 1);
        }
        number = countedFromOne(rest);
    }
    if (!number)
        throw Error(ErrorCode::Usage,
                    {"\"" + wanted.which +
                     "\" is no request: a number from 1 on, STEP/NUMBER, p50, p90, p95 or p99"});
    auto found = store.attempt(kept.row.id, endpoint, *number, step);
    if (!found)
        throw Error(ErrorCode::Usage, {"run " + std::to_string(kept.row.id) + " has no request " +
                                       wanted.which + " to \"" + endpoint + "\""});
    return std::move(*found);
}

ordered_json jsonOf(const data::Attempt& attempt) {
    std::string text = data::attemptToJson(attempt);
    if (attempt.stream) {
        text.pop_back();
        text += "," + data::streamMembers(*attempt.stream) + "}";
    }
    return ordered_json::parse(text, nullptr, false);
}

void printStream(const data::Attempt& attempt) {
    if (attempt.stream) {
        const data::RawStream& stream = *attempt.stream;
        std::cout << "\nThe stream as it came";
        if (stream.leftOut > 0)
            std::cout << ", its first " << stream.bytes.size() << " of "
                      << static_cast<std::int64_t>(stream.bytes.size()) + stream.leftOut << " bytes";
        std::cout << ":\n\n" << latency::streamText(stream, stream.bytes.size()) << '\n';
        return;
    }
    if (attempt.streamBytes == 0) {
        std::cout << "\nNothing came.\n";
        return;
    }
    std::cout << "\nOf the stream only its beginning and end were kept";
    if (attempt.streamBytes > 0)
        std::cout << " (" << attempt.streamBytes << " bytes came; a run keeps at most "
                  << (data::mostStreamsKept >> 20) << " MiB of streams)";
    std::cout << ":\n\n" << attempt.opening;
    if (!attempt.closing.empty())
        std::cout << "\n…\n" << attempt.closing;
    std::cout << '\n';
}

void print(const data::Attempt& attempt) {
    const auto ms = [](double value) {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%.3f", value);
        return std::string(text.data());
    };
    std::cout << "Request " << attempt.sequence + 1 << " to " << attempt.endpoint;
    if (!attempt.simulation.empty())
        std::cout << " (simulation: " << attempt.simulation << ")";
    constexpr std::array outcomes{"answered", "not sent", "throttled", "failed",
                                  "rejected", "filtered", "cancelled"};
    std::cout << ": " << outcomes.at(static_cast<std::size_t>(attempt.outcome));
    for (const std::string& word : {attempt.fault, attempt.faultText})
        if (!word.empty())
            std::cout << ", " << word;
    constexpr std::array connections{"cold", "tls-resumed", "warm", "local"};
    std::cout << "\n  " << connections.at(static_cast<std::size_t>(attempt.connection)) << " connection";
    if (attempt.status != 0)
        std::cout << ", HTTP/" << attempt.httpVersion << ' ' << attempt.status;
    if (attempt.usage.output >= 0)
        std::cout << ", " << attempt.usage.input << " tokens in, " << attempt.usage.output << " out";
    if (attempt.usage.ownOutput >= 0)
        std::cout << " (" << attempt.usage.ownOutput << " by our own count)";
    std::cout << ", " << counted(attempt.time.chunks.size(), "chunk") << '\n';
    for (const auto& [what, value] : {std::pair{"model", &attempt.model},
                                      {"system fingerprint", &attempt.fingerprint},
                                      {"service tier", &attempt.serviceTier}})
        if (!value->empty())
            std::cout << "  " << what << ": " << *value << '\n';
    constexpr std::array phases{"dns", "tcp", "tls", "send", "wait", "first token", "decode"};
    for (const latency::PhaseSpan& span : latency::waterfall(attempt.time))
        std::cout << "  " << phases.at(static_cast<std::size_t>(span.phase)) << ": " << ms(span.begin)
                  << " – " << ms(span.end) << " ms\n";
    for (const auto& [name, value] : attempt.headers)
        std::cout << "  " << name << ": " << value << '\n';
    printStream(attempt);
}

} // namespace

void addWantedRequest(CLI::App& report, WantedRequest& wanted) {
    wanted.metric = latency::metricName(latency::ReportMetric::FirstToken);
    report.add_option("--request", wanted.which,
                      "One request of it instead, with its whole stream: its number (from 1, warm-up "
                      "included), STEP/NUMBER, or "
                      "p50, p90, p95, p99 for the one that stands for a percentile");
    report.add_option("--endpoint", wanted.endpoint, "Whose request, where the run has several");
    report.add_option(
        "--metric", wanted.metric,
        "Of a percentile: ttft (default), ttfo, e2e, e2e-wire, tpot, ttft-server, queue, stall, rtt");
}

int reportRequest(const Session& session, std::int64_t run, const WantedRequest& wanted) {
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    try {
        const data::Attempt attempt = wantedOf(store, keptRun(store, run), wanted);
        if (session.json)
            std::cout << dumped(jsonOf(attempt)) << '\n';
        else
            print(attempt);
        return 0;
    } catch (const TooFew& few) {
        std::cerr << "parallax: not enough data: this percentile needs " << few.needed << " answers\n";
        return 1;
    }
}

} // namespace parallax::app
