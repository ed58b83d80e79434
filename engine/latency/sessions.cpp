// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/sessions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/latency/own_count.h"
#include "engine/latency/stats/rank_test.h"

namespace parallax::latency {
namespace {

int numberAt(std::string_view text, std::size_t at, std::size_t digits) {
    int value = 0;
    if (at + digits <= text.size())
        std::from_chars(text.data() + at, text.data() + at + digits, value);
    return value;
}

// "2026-04-09T08:15:30Z" in seconds; what is none is the same moment for all.
std::int64_t secondsOf(std::string_view iso) {
    using namespace std::chrono;
    const year_month_day day{year(numberAt(iso, 0, 4)), month(static_cast<unsigned>(numberAt(iso, 5, 2))),
                             std::chrono::day(static_cast<unsigned>(numberAt(iso, 8, 2)))};
    if (!day.ok())
        return 0;
    return sys_seconds(sys_days(day)).time_since_epoch().count() + std::int64_t{3600} * numberAt(iso, 11, 2) +
           std::int64_t{60} * numberAt(iso, 14, 2) + numberAt(iso, 17, 2);
}

struct OneSession {
    SessionMark mark;
    double logRatio = 0;
    bool simulated = false;
};

bool isSimulated(const Report& report, const std::string& a, const std::string& b) {
    return std::any_of(report.endpoints.begin(), report.endpoints.end(), [&](const EndpointReport& one) {
        return (one.endpoint == a || one.endpoint == b) && !one.simulation.empty();
    });
}

void count(const std::vector<OneSession>& found, SessionsReport& report) {
    std::vector<SessionMark> marks;
    marks.reserve(found.size());
    for (const OneSession& one : found) {
        report.simulated = report.simulated || one.simulated;
        marks.push_back(one.mark);
    }
    std::vector<double> logs;
    for (const std::size_t at : ownSessions(marks)) {
        logs.push_back(found[at].logRatio);
        report.runs.push_back(found[at].mark.run);
    }
    report.tooClose = found.size() - logs.size();
    report.result = compareSessions(logs);
}

const char* verdictOf(const SessionsReport& one) {
    return one.ordering == Ordering::AFaster   ? "a_faster"
           : one.ordering == Ordering::BFaster ? "b_faster"
                                               : "undecided";
}

} // namespace

std::string comparisonKey(const RunPlan& plan) {
    if (plan.load.kind != LoadKind::Pairs || plan.endpoints.size() < 2)
        return {};
    constexpr char between = '\x1f'; // in no name
    std::vector<std::string> parts;
    parts.reserve(plan.endpoints.size());
    for (const data::Endpoint& endpoint : plan.endpoints) {
        std::string part = endpoint.name + between + endpoint.provider + between + endpoint.model + between +
                           endpoint.baseUrl + between + endpoint.region;
        for (const auto& [name, value] : endpoint.options)
            if (name != data::keyPlaceOption && name != tokenizerOption && !name.starts_with("price-"))
                part.append(1, between).append(name).append("=").append(value);
        parts.push_back(std::move(part));
    }
    std::sort(parts.begin(), parts.end());
    const Prompt& prompt = plan.prompt;
    std::string key = prompt.text + between + std::to_string(prompt.maxTokens) + between +
                      (prompt.fixedLength ? "fixed" : "") + between +
                      (prompt.temperature ? std::to_string(*prompt.temperature) : "none") + between +
                      std::to_string(static_cast<int>(plan.client.connections)) + between +
                      (plan.client.http2 ? "2" : "1");
    for (const std::string& part : parts)
        key.append(1, between).append(part);
    return key;
}

std::string placeOf(const RunPlan& plan, const data::MeasureRun& run) {
    if (!plan.place.empty())
        return plan.place;
    // "Linux 6.1.0-28-amd64 x86_64, 2 processors": the kernel's release is the second word, and an update of
    // it makes no other place.
    const std::size_t release = run.machine.find(' ');
    const std::size_t rest = release == std::string::npos ? release : run.machine.find(' ', release + 1);
    const std::string_view first = std::string_view(run.machine).substr(0, release);
    const bool isRelease = rest != std::string::npos && !first.ends_with(',') &&
                           run.machine[release + 1] >= '0' && run.machine[release + 1] <= '9';
    return isRelease ? run.machine.substr(0, release) + run.machine.substr(rest) : run.machine;
}

std::vector<std::size_t> ownSessions(std::span<const SessionMark> runs) {
    std::vector<std::size_t> order(runs.size()), own;
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return std::pair(secondsOf(runs[x].begunAt), runs[x].run) <
               std::pair(secondsOf(runs[y].begunAt), runs[y].run);
    });
    for (const std::size_t at : order)
        if (own.empty() ||
            secondsOf(runs[at].begunAt) - secondsOf(runs[own.back()].begunAt) >= secondsBetweenSessions)
            own.push_back(at);
    return own;
}

SessionsComparison acrossSessions(std::span<const SessionRun> runs) {
    SessionsComparison out;
    using Subject = std::tuple<std::string, std::string, std::string, std::string, ReportMetric>;
    std::map<Subject, std::vector<OneSession>> found;
    std::set<std::int64_t> seen;
    std::set<std::string> keys, places;
    for (const SessionRun& run : runs) {
        if (!seen.insert(run.run).second) {
            if (std::find(out.repeated.begin(), out.repeated.end(), run.run) == out.repeated.end())
                out.repeated.push_back(run.run);
            continue;
        }
        bool compares = false;
        for (const ComparisonReport& one : run.report->comparisons) {
            if (run.key.empty() || !one.result.enough())
                continue;
            compares = true;
            found[{run.key, run.place, one.a, one.b, one.metric}].push_back(
                {{run.begunAt, run.run}, std::log(one.result.ratio), isSimulated(*run.report, one.a, one.b)});
        }
        if (!compares) {
            out.single.push_back(run.run);
            continue;
        }
        keys.insert(run.key);
        places.insert(run.place);
    }
    out.kinds = keys.size();
    out.places.assign(places.begin(), places.end());
    std::vector<double> p; // of those that could be tested
    for (const auto& [what, sessions] : found) {
        SessionsReport report;
        std::tie(std::ignore, report.place, report.a, report.b, report.metric) = what;
        count(sessions, report);
        if (report.result.enough())
            p.push_back(report.result.p);
        out.comparisons.push_back(std::move(report));
    }
    const std::vector<double> adjusted = holmAdjusted(p);
    std::size_t next = 0;
    for (SessionsReport& report : out.comparisons) {
        if (!report.result.enough())
            continue;
        report.comparisons = p.size();
        report.adjustedP = adjusted[next++];
        report.ordering = orderingOf(report.result, report.adjustedP);
    }
    return out;
}

nlohmann::ordered_json toJson(const SessionsComparison& sessions) {
    nlohmann::ordered_json json{{"kinds_of_comparisons", sessions.kinds},
                                {"places", sessions.places},
                                {"named_more_than_once", sessions.repeated},
                                {"compare_nothing", sessions.single}};
    json["comparisons"] = nlohmann::ordered_json::array();
    for (const SessionsReport& one : sessions.comparisons) {
        nlohmann::ordered_json entry{{"place", one.place},
                                     {"a", one.a},
                                     {"b", one.b},
                                     {"metric", metricName(one.metric)},
                                     {"sessions", one.result.n},
                                     {"runs", one.runs},
                                     {"within_an_hour_of_another", one.tooClose}};
        if (one.simulated)
            entry["simulation"] = true;
        if (!one.result.enough()) {
            entry["verdict"] = "not_enough_data";
            entry["needed"] = SessionsResult::needed;
        } else {
            entry["b_over_a"] = one.result.ratio;
            entry["interval"] = {one.result.interval.low, one.result.interval.high};
            entry["p"] = one.result.p;
            entry["p_holm"] = one.adjustedP;
            entry["comparisons"] = one.comparisons;
            entry["verdict"] = verdictOf(one);
        }
        json["comparisons"].push_back(std::move(entry));
    }
    return json;
}

} // namespace parallax::latency
