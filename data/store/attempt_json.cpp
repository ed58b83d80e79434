// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/attempt_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

#include "data/store/forgiving_json.h"

namespace parallax::data {
namespace {

using forgiving::Json;
using forgiving::member;
using forgiving::numberOf;
using forgiving::stringOf;

template <class Owner, class Value>
using Field = std::pair<const char*, Value Owner::*>;

constexpr std::array<Field<Timeline, RunTime>, 14> times{{{"scheduled", &Timeline::scheduled},
                                                          {"submitted", &Timeline::submitted},
                                                          {"dns", &Timeline::dns},
                                                          {"tcp", &Timeline::tcp},
                                                          {"tls", &Timeline::tls},
                                                          {"ready", &Timeline::ready},
                                                          {"sent", &Timeline::sent},
                                                          {"header", &Timeline::header},
                                                          {"first_byte", &Timeline::firstByte},
                                                          {"first_any", &Timeline::firstAny},
                                                          {"first_text", &Timeline::firstText},
                                                          {"last", &Timeline::last},
                                                          {"terminal", &Timeline::terminal},
                                                          {"end", &Timeline::end}}};
constexpr std::array<Field<TokenUsage, std::int64_t>, 7> counts{{{"input", &TokenUsage::input},
                                                                 {"output", &TokenUsage::output},
                                                                 {"reasoning", &TokenUsage::reasoning},
                                                                 {"cached", &TokenUsage::cached},
                                                                 {"billed_input", &TokenUsage::billedInput},
                                                                 {"billed_output", &TokenUsage::billedOutput},
                                                                 {"own_output", &TokenUsage::ownOutput}}};
constexpr std::array<Field<Attempt, std::string>, 13> texts{{{"endpoint", &Attempt::endpoint},
                                                             {"fault", &Attempt::fault},
                                                             {"fault_text", &Attempt::faultText},
                                                             {"http_version", &Attempt::httpVersion},
                                                             {"remote_address", &Attempt::remoteAddress},
                                                             {"finish_reason", &Attempt::finishReason},
                                                             {"model", &Attempt::model},
                                                             {"system_fingerprint", &Attempt::fingerprint},
                                                             {"service_tier", &Attempt::serviceTier},
                                                             {"opening", &Attempt::opening},
                                                             {"closing", &Attempt::closing},
                                                             {"wall_clock", &Attempt::wallClock},
                                                             {"simulation", &Attempt::simulation}}};
constexpr std::array<Field<Attempt, std::int64_t>, 6> numbers{
    {{"sequence", &Attempt::sequence},
     {"step", &Attempt::step},
     {"server_latency_ms", &Attempt::serverLatencyMs},
     {"retry_after_ms", &Attempt::retryAfterMs},
     {"loop_lag", &Attempt::loopLag},
     {"stream_bytes", &Attempt::streamBytes}}};
constexpr std::array<Field<Attempt, bool>, 3> flags{
    {{"warmup", &Attempt::warmup}, {"lenient_end", &Attempt::lenientEnd}, {"buffered", &Attempt::buffered}}};

// What a run cannot have is as an instant that it did not come to.
RunTime instantOf(const Json& json, RunTime missing) {
    const auto value = numberOf<RunTime>(json, missing);
    return value >= -longestRun && value <= longestRun ? value : missing;
}

} // namespace

std::string attemptToJson(const Attempt& attempt) {
    Json json;
    for (const auto& [key, field] : texts)
        json[key] = attempt.*field;
    for (const auto& [key, field] : numbers)
        json[key] = attempt.*field;
    for (const auto& [key, field] : flags)
        json[key] = attempt.*field;
    json["outcome"] = static_cast<int>(attempt.outcome);
    json["status"] = attempt.status;
    json["connection"] = static_cast<int>(attempt.connection);
    for (const auto& [key, field] : times)
        json["time"][key] = attempt.time.*field;
    for (const auto& [key, field] : counts)
        json["usage"][key] = attempt.usage.*field;
    json["headers"] = Json::array();
    for (const auto& [name, value] : attempt.headers)
        json["headers"].push_back({name, value});
    json["chunks"] = Json::array(); // at, bytes, characters, channel, coalesced
    for (const Chunk& chunk : attempt.time.chunks)
        json["chunks"].push_back({chunk.at, chunk.bytes, chunk.characters, static_cast<int>(chunk.channel),
                                  chunk.coalesced ? 1 : 0});
    return forgiving::dumped(json);
}

Attempt attemptFromJson(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    Attempt attempt;
    for (const auto& [key, field] : texts)
        attempt.*field = stringOf(member(json, key));
    for (const auto& [key, field] : numbers)
        attempt.*field = numberOf<std::int64_t>(member(json, key), attempt.*field);
    for (const auto& [key, field] : flags)
        attempt.*field = member(json, key) == true;
    attempt.outcome = forgiving::enumOf(member(json, "outcome"), Outcome::Cancelled);
    attempt.status = numberOf<int>(member(json, "status"), 0);
    attempt.connection = forgiving::enumOf(member(json, "connection"), ConnectionKind::Local);
    for (const auto& [key, field] : times)
        attempt.time.*field = instantOf(member(member(json, "time"), key), attempt.time.*field);
    for (const auto& [key, field] : counts)
        attempt.usage.*field = numberOf<std::int64_t>(member(member(json, "usage"), key), -1);
    for (const Json& header : member(json, "headers"))
        if (header.is_array() && header.size() == 2)
            attempt.headers.emplace_back(stringOf(header[0]), stringOf(header[1]));
    for (const Json& chunk : member(json, "chunks"))
        if (chunk.is_array() && chunk.size() == 5)
            attempt.time.chunks.push_back({instantOf(chunk[0], 0), numberOf<std::uint32_t>(chunk[1], 0),
                                           numberOf<std::uint32_t>(chunk[2], 0),
                                           forgiving::enumOf(chunk[3], TokenChannel::Tool),
                                           numberOf<int>(chunk[4], 0) != 0});
    return attempt;
}

} // namespace parallax::data
