// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/failure.h"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <ctime>
#include <string>

#include "base/utf8.h"
#include "engine/latency/providers/parts.h"

namespace parallax::latency {
namespace {

using data::Outcome;
using nlohmann::json;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// A name or number as its type has it: codes are texts here, numbers there.
std::string nameIn(const json& object, const char* key) {
    const std::int64_t number = countIn(object, key);
    return number >= 0 ? std::to_string(number) : textIn(object, key);
}

struct ErrorWords {
    std::string name; // all codes and types, joined
    std::string words;
};

// {"error":{…}}, [{"error":{…}}], {"type":"error","error":{…}}, {"message":…}, {"detail":…}, {"error":"…"}
ErrorWords errorWords(const json& value) {
    const json& outer = value.is_array() && !value.empty() ? value.front() : value;
    const json& inner = objectIn(outer, "error");
    const json& error = inner.empty() ? outer : inner;
    ErrorWords out;
    for (const char* key : {"code", "status", "type"})
        out.name += nameIn(error, key) + ' ';
    for (const char* key : {"message", "detail", "error"})
        if (out.words.empty())
            out.words = textIn(error, key);
    return out;
}

Outcome outcomeByName(std::string_view name) {
    const std::string low = lower(name);
    for (const std::string_view sign : {"rate_limit", "throttl", "resource_exhausted", "429", "modelnotready",
                                        "too_many_requests", "insufficient_quota"})
        if (contains(low, sign))
            return Outcome::Throttled;
    for (const std::string_view sign : {"content_filter", "responsibleaipolicy"})
        if (contains(low, sign))
            return Outcome::Filtered;
    for (const std::string_view sign :
         {"invalid", "validation", "authentication", "permission", "accessdenied", "not_found",
          "resourcenotfound", "unauthenticated", "request_too_large"})
        if (contains(low, sign))
            return Outcome::Rejected;
    return Outcome::Provider;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The number after `sign`, in units of a second.
std::int64_t secondsAfter(std::string_view text, std::string_view sign) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos)
        return -1;
    const std::size_t begin = text.find_first_not_of(" \":", at + sign.size());
    if (begin == std::string_view::npos)
        return -1;
    double seconds = -1;
    const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), seconds);
    if (error != std::errc() || !(seconds >= 0 && seconds <= 1e6)) // no NaN
        return -1;
    return static_cast<std::int64_t>(seconds * 1000);
}

} // namespace

Failure failureOfStatus(int status, std::string_view body) {
    Failure failure;
    failure.fault = "http-" + std::to_string(status);
    const json parsed = json::parse(body, nullptr, false);
    if (!parsed.is_discarded()) {
        const ErrorWords error = errorWords(parsed);
        failure.text = repairUtf8(error.words);
        if (status == 400 && outcomeByName(error.name) == Outcome::Filtered) {
            failure.outcome = Outcome::Filtered;
            return failure;
        }
    }
    if (status == 429)
        failure.outcome = Outcome::Throttled;
    else if (status == 498) // Cohere: the text was blocked
        failure.outcome = Outcome::Filtered;
    else if (status >= 500 || status == 408 || status == 424) // the model timed out, or failed
        failure.outcome = Outcome::Provider;
    else if (status >= 400)
        failure.outcome = Outcome::Rejected;
    else if (status >= 300) { // nobody follows: keys in headers of their own would be sent on
        failure.outcome = Outcome::Rejected;
        failure.fault = "redirect";
    } else {
        failure.outcome = Outcome::Provider;
    }
    return failure;
}

Failure failureOfContent(std::string_view contentType, std::string_view body) {
    const std::string type = lower(contentType.substr(0, contentType.find(';')));
    const json parsed = json::parse(body, nullptr, false);
    if (!parsed.is_discarded() && (parsed.is_object() || parsed.is_array())) {
        const ErrorWords error = errorWords(parsed);
        if (!error.words.empty() || !isBlank(error.name))
            return {outcomeByName(error.name), "in-body", repairUtf8(error.words)};
    }
    return {Outcome::Provider, contains(type, "html") ? "html" : "content-type", repairUtf8(type)};
}

void noteStreamError(std::string_view name, std::string_view words, StreamState& state) {
    if (!state.failure)
        state.failure = {outcomeByName(name), "in-stream", repairUtf8(words)};
}

void noteStreamError(const json& event, StreamState& state) {
    const ErrorWords error = errorWords(event);
    noteStreamError(error.name, error.words.empty() ? error.name : error.words, state);
}

bool noteStrayError(std::string_view text, StreamState& state) {
    const json parsed = json::parse(text, nullptr, false);
    if (!parsed.is_object() && !parsed.is_array())
        return false;
    const ErrorWords error = errorWords(parsed);
    if (error.words.empty() && isBlank(error.name))
        return false;
    noteStreamError(error.name, error.words, state);
    return true;
}

Failure failureOfEmpty(const data::Timeline& time, const data::TokenUsage& usage,
                       std::string_view finishReason) {
    const bool thought = usage.reasoning > 0 && (finishReason == "length" || usage.reasoning >= usage.output);
    if (time.firstAny != data::never || thought)
        return {};
    if (finishReason == "filtered")
        return {Outcome::Filtered, "filtered", {}};
    return {Outcome::Provider, "empty", "the answer has no token"};
}

std::int64_t retryAfterMs(const Headers& headers, std::string_view body) {
    std::int64_t seconds = -1;
    std::string until; // a date of HTTP, by the server's clock where it tells it
    std::time_t now = -1;
    for (const auto& [name, value] : headers) {
        const std::string low = lower(name);
        if (low == "retry-after-ms") {
            const std::int64_t exact = secondsAfter(value, "");
            if (exact >= 0)
                return exact / 1000;
        }
        if (low == "retry-after") {
            seconds = secondsAfter(value, "");
            if (seconds < 0)
                until = value;
        }
        if (low == "date")
            now = curl_getdate(value.c_str(), nullptr);
    }
    if (seconds >= 0)
        return seconds;
    if (const std::time_t then = until.empty() ? -1 : curl_getdate(until.c_str(), nullptr); then >= 0)
        return std::clamp<std::int64_t>(then - (now >= 0 ? now : std::time(nullptr)), 0, 1'000'000) * 1000;
    const std::string words = lower(body.substr(0, 16 << 10));
    seconds = secondsAfter(words, "retrydelay");
    return seconds >= 0 ? seconds : secondsAfter(words, "retry after");
}

bool isKeptHeader(std::string_view name) {
    const std::string low = lower(name);
    for (const std::string_view sign :
         {"ratelimit", "retry-after", "request-id", "requestid", "processing", "region", "model", "served",
          "cf-ray", "errortype", "accel-buffering"})
        if (contains(low, sign))
            return true;
    return low == "via" || low == "server" || low == "date" || low == "content-encoding" ||
           low == "content-type" || low == "openai-version";
}

} // namespace parallax::latency
