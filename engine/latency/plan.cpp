// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "base/error.h"
#include "base/json_depth.h"
#include "base/utf8.h"
#include "data/measure/run.h"
#include "engine/latency/run.h"

namespace parallax::latency {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, LoadKind>, 7> kinds{{{"pairs", LoadKind::Pairs},
                                                                      {"closed", LoadKind::Closed},
                                                                      {"constant", LoadKind::Constant},
                                                                      {"poisson", LoadKind::Poisson},
                                                                      {"gamma", LoadKind::Gamma},
                                                                      {"ramp", LoadKind::Ramp},
                                                                      {"sweep", LoadKind::Sweep}}};
constexpr std::array<std::pair<std::string_view, ConnectionPolicy>, 3> policies{
    {{"cold", ConnectionPolicy::Cold},
     {"tls-resumed", ConnectionPolicy::TlsResumed},
     {"warm", ConnectionPolicy::Warm}}};

std::string figure(double value) { // "1" and "1000000", as a plan writes them
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return {text.data(), error == std::errc() ? end : text.data()};
}

// One object of the plan: each of its members is asked for, and what nobody asked for is a mistake.
class Section {
  public:
    Section(const json& parent, const char* key, const std::string& file)
        : m_name(key)
        , m_file(file) {
        const auto found = parent.find(key);
        if (found == parent.end())
            return;
        if (!found->is_object())
            fail("is no object");
        m_object = *found;
    }
    // An object that stands for itself rather than under a key.
    static Section whole(json object, const char* name, const std::string& file) {
        Section section(json::object(), name, file);
        section.m_object = std::move(object);
        return section;
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorCode::Usage, {m_file + ": \"" + m_name + "\" " + what, "plan"});
    }

    const json* find(const char* key) {
        m_asked.insert(key);
        const auto found = m_object.find(key);
        return found == m_object.end() || found->is_null() ? nullptr : &*found;
    }
    // "to_per_second": 0, as the plan has it; what is long is cut.
    std::string stated(const char* key) const {
        std::string value = m_object.at(key).dump(-1, ' ', false, json::error_handler_t::replace);
        if (constexpr std::size_t most = 60; value.size() > most)
            value = std::string(utf8Prefix(value, most)) + "…";
        return '"' + std::string(key) + "\": " + value;
    }
    bool isNull(const char* key) const {
        const auto found = m_object.find(key);
        return found != m_object.end() && found->is_null();
    }
    double number(const char* key, double standard, double low, double high, const char* what = "a number") {
        const json* value = find(key);
        if (value == nullptr)
            return standard;
        const double found = value->is_number() ? value->get<double>() : low - 1;
        if (!(found >= low && found <= high))
            fail("has " + stated(key) + "; it takes " + what + " from " + figure(low) + " to " +
                 figure(high));
        return found;
    }
    std::int64_t count(const char* key, std::int64_t standard, std::int64_t low, std::int64_t high) {
        constexpr const char* what = "a whole number";
        const double lowest = static_cast<double>(low), highest = static_cast<double>(high);
        const double value = number(key, static_cast<double>(standard), lowest, highest, what);
        if (value != static_cast<double>(static_cast<std::int64_t>(value)))
            fail("has " + stated(key) + "; it takes " + what + " from " + figure(lowest) + " to " +
                 figure(highest));
        return static_cast<std::int64_t>(value);
    }
    Metric limit(const char* key) {
        if (find(key) == nullptr)
            return std::nullopt;
        return number(key, 0, 0, 1e9);
    }
    std::string text(const char* key, const std::string& standard = {}) {
        const json* value = find(key);
        if (value == nullptr)
            return standard;
        if (!value->is_string())
            fail("has " + stated(key) + "; it takes a text in quotation marks");
        return value->get<std::string>();
    }
    bool flag(const char* key) {
        const json* value = find(key);
        if (value != nullptr && !value->is_boolean())
            fail("has " + stated(key) + "; it takes true or false");
        return value != nullptr && value->get<bool>();
    }
    template <class Row, std::size_t size>
    auto oneOf(const char* key, const std::array<Row, size>& rows, const std::string& standard) {
        const std::string name = text(key, standard);
        for (const auto& [known, value] : rows)
            if (known == name)
                return value;
        std::string allowed;
        for (const auto& [known, value] : rows)
            allowed += (allowed.empty() ? "\"" : ", \"") + std::string(known) + '"';
        fail("has an unknown " + stated(key) + "; it takes one of " + allowed);
    }
    void nothingElse() const {
        for (const auto& [key, value] : m_object.items())
            if (m_asked.count(key) == 0)
                fail("has an unknown field \"" + key + "\"");
    }
    const json& object() const { return m_object; }

  private:
    json m_object = json::object();
    std::string m_name;
    const std::string& m_file;
    std::set<std::string> m_asked;
};

data::Endpoint endpointIn(const json& object, const std::string& file) {
    Section section = Section::whole(object, "endpoints", file);
    data::Endpoint endpoint;
    endpoint.name = section.text("name");
    endpoint.provider = section.text("provider");
    endpoint.baseUrl = section.text("base_url");
    endpoint.model = section.text("model");
    endpoint.region = section.text("region");
    endpoint.keyVariable = section.text("key_variable");
    if (const json* options = section.find("options")) {
        if (!options->is_object())
            section.fail("has \"options\" that are no object");
        for (const auto& [key, value] : options->items()) {
            if (!value.is_string())
                section.fail("has an option that is no text");
            endpoint.options[key] = value.get<std::string>();
        }
    }
    section.nothingElse();
    if (endpoint.name.empty())
        section.fail("has an endpoint without a name");
    return endpoint;
}

constexpr std::int64_t mostRequested = 1'000'000;

void readLoad(Section load, LoadPlan& plan) {
    plan.kind = load.oneOf("kind", kinds, "pairs");
    plan.requests = load.count("requests", plan.requests, 1, mostRequested);
    plan.warmup = load.count("warmup", plan.warmup, 0, 100'000);
    plan.concurrency = static_cast<int>(load.count("concurrency", 1, 1, 1024));
    plan.perSecond = load.number("per_second", 1, 0.001, 10'000);
    plan.shape = load.number("shape", 1, 0.05, 100);
    plan.attainment = load.number("attainment", plan.attainment, 0.5, 1);
    plan.steps = static_cast<int>(load.count("steps", plan.steps, 1, 20));
    if (plan.kind == LoadKind::Sweep)
        plan.mostRequests = load.count("most_requests", std::min(20 * plan.requests, mostRequested),
                                       plan.requests, mostRequested);
    else if (load.find("most_requests") != nullptr)
        load.fail("has \"most_requests\" and is no sweep");
    const bool ramp = plan.kind == LoadKind::Ramp;
    for (const char* const key : {"to_per_second", "to_concurrency"})
        if (!ramp && load.find(key) != nullptr)
            load.fail(
                "has " + load.stated(key) + " and is no ramp; " +
                (plan.kind == LoadKind::Sweep
                     ? "a sweep takes \"per_second\" to begin at and \"steps\", of which each doubles the "
                       "rate until the limits are lost"
                     : "only a load of \"kind\": \"ramp\" has an end"));
    plan.seed = static_cast<std::uint64_t>(load.count("seed", 1, 0, 1'000'000'000));
    if (load.find("to_per_second") != nullptr)
        plan.toPerSecond = load.number("to_per_second", 1, 0.001, 10'000);
    if (load.find("to_concurrency") != nullptr)
        plan.toConcurrency = static_cast<int>(load.count("to_concurrency", 1, 1, 1024));
    if (ramp && plan.toPerSecond.has_value() == plan.toConcurrency.has_value())
        load.fail("is a ramp and says not where to: either \"to_per_second\" or \"to_concurrency\"");
    load.nothingElse();
}

void readPrompt(Section prompt, Prompt& out) {
    out.text = prompt.text("text", "Count from one upwards in words.");
    out.maxTokens = static_cast<int>(prompt.count("max_tokens", 128, 1, 1'000'000));
    out.temperature = prompt.number("temperature", 0, 0, 2);
    if (prompt.isNull("temperature")) // models that take none
        out.temperature.reset();
    out.seed = prompt.count("seed", -1, -1, 1'000'000'000);
    out.fixedLength = prompt.flag("fixed_length");
    prompt.nothingElse();
}

// Says in which line it goes wrong: plans are written by hand.
json parsedPlan(std::string_view bytes, const std::string& file) {
    try {
        return json::parse(bytes);
    } catch (const json::parse_error& error) {
        const std::string_view before = bytes.substr(0, std::min(error.byte, bytes.size()));
        throw Error(ErrorCode::Usage, {file + ": \"plan\" is no JSON object; it goes wrong in line " +
                                           std::to_string(std::ranges::count(before, '\n') + 1),
                                       "plan"});
    }
}

} // namespace

RunPlan readPlan(std::string_view bytes, const std::string& file,
                 const std::function<std::optional<data::Endpoint>(const std::string&)>& named) {
    if (jsonDepth(bytes) > data::deepestPlan)
        throw Error(ErrorCode::Usage, {file + ": \"plan\" nests too deep", "plan"});
    const json parsed = parsedPlan(bytes, file);
    Section plan = Section::whole(parsed.is_object() ? parsed : json::object(), "plan", file);
    if (!parsed.is_object())
        plan.fail("is no JSON object");
    RunPlan out;
    out.name = plan.text("name", file);
    out.place = plan.text("place");
    const json* endpoints = plan.find("endpoints");
    if (endpoints == nullptr || !endpoints->is_array() || endpoints->empty())
        plan.fail("names no endpoints");
    std::set<std::string> names;
    for (const json& one : *endpoints) {
        if (one.is_string()) {
            const auto found = named ? named(one.get<std::string>()) : std::nullopt;
            if (!found)
                plan.fail("names an endpoint that is not there: \"" + one.get<std::string>() + "\"");
            out.endpoints.push_back(*found);
        } else if (one.is_object()) {
            out.endpoints.push_back(endpointIn(one, file));
        } else {
            plan.fail("has an endpoint that is neither a name nor an object");
        }
        if (!names.insert(out.endpoints.back().name).second)
            plan.fail("has two endpoints named \"" + out.endpoints.back().name + "\"");
    }
    readLoad(Section(parsed, "load", file), out.load);
    readPrompt(Section(parsed, "prompt", file), out.prompt);
    out.client.connections = plan.oneOf("connections", policies, "warm");
    out.client.http2 = plan.flag("http2");
    out.client.trustedCertificates = plan.text("trusted_certificates");

    Section timeouts(parsed, "timeouts", file);
    out.client.connectTimeoutMs = timeouts.count("connect_ms", out.client.connectTimeoutMs, 1, 3'600'000);
    out.client.silenceTimeoutMs = timeouts.count("silence_ms", out.client.silenceTimeoutMs, 1, 3'600'000);
    out.client.totalTimeoutMs = timeouts.count("total_ms", out.client.totalTimeoutMs, 1, 86'400'000);
    timeouts.nothingElse();

    Section budget(parsed, "budget", file);
    if (budget.find("usd") != nullptr)
        out.budget.money = static_cast<PicoDollars>(budget.number("usd", 0, 0, 1e6) * 1e12);
    if (budget.find("tokens") != nullptr)
        out.budget.tokens = budget.count("tokens", 0, 0, 1'000'000'000'000);
    budget.nothingElse();

    Section level(parsed, "slo", file);
    out.level.timeToFirstToken = level.limit("ttft_ms");
    out.level.timePerOutputToken = level.limit("tpot_ms");
    out.level.endToEnd = level.limit("e2e_ms");
    level.nothingElse();
    if (out.load.kind == LoadKind::Sweep && !out.level.timeToFirstToken && !out.level.timePerOutputToken &&
        !out.level.endToEnd)
        level.fail("has no limit that a sweep could search for");
    // In an open loop a queue of our own is part of the wait.
    if (isOpenLoop(out.load))
        out.level.since = Since::Scheduled;
    for (const char* section : {"load", "prompt", "timeouts", "budget", "slo"})
        plan.find(section);
    plan.nothingElse();
    return out;
}

} // namespace parallax::latency
