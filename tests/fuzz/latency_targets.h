// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "data/measure/endpoint.h"
#include "engine/latency/event_stream.h"
#include "engine/latency/load.h"
#include "engine/latency/run.h"
#include "engine/latency/secret.h"
#include "engine/latency/sse.h"
#include "engine/latency/stream_reader.h"

namespace parallax::fuzz {

// The pieces in which a network may hand over what follows: the first byte says how long they are.
inline std::pair<std::string_view, std::size_t> inPieces(std::string_view input) {
    if (input.empty())
        return {input, 1};
    return {input.substr(1), static_cast<std::size_t>(static_cast<unsigned char>(input[0])) % 17 + 1};
}

inline std::vector<std::string> sseEvents(std::string_view bytes, std::size_t piece) {
    std::vector<std::string> events;
    latency::SseParser parser(4096);
    const auto take = [&](const latency::SseEvent& event) {
        if (!isUtf8(event.type) || !isUtf8(event.data) || !isUtf8(event.lastId) ||
            event.data.size() > 3 * 4096)
            std::abort();
        events.push_back(event.type + '\n' + event.data + '\n' + event.lastId);
    };
    for (std::size_t at = 0; at < bytes.size() && parser.feed(bytes.substr(at, piece), take); at += piece) {
    }
    parser.finish(take);
    if (parser.stray().size() > (64U << 10))
        std::abort();
    return events;
}

// Events are the same, whatever the pieces.
inline void sse(std::string_view input) {
    const auto [bytes, piece] = inPieces(input);
    const auto whole = sseEvents(bytes, std::max<std::size_t>(bytes.size(), 1));
    if (sseEvents(bytes, piece) != whole)
        std::abort();
}

inline std::vector<std::string> frames(std::string_view bytes, std::size_t piece,
                                       latency::FrameFault& fault) {
    std::vector<std::string> out;
    latency::EventStreamParser parser;
    const auto take = [&](latency::Frame&& frame) {
        std::string all = frame.payload;
        for (const auto& header : frame.headers)
            all += '\n' + header.name + '=' + header.bytes + std::to_string(header.number);
        out.push_back(std::move(all));
    };
    for (std::size_t at = 0; at < bytes.size() && parser.feed(bytes.substr(at, piece), take); at += piece) {
    }
    parser.finish();
    fault = parser.fault();
    return out;
}

// As they are, and with checksums that hold, or nothing behind them would ever be reached.
inline void eventStream(std::string_view input) {
    const auto [bytes, piece] = inPieces(input);
    const auto same = [piece = piece](std::string_view stream) {
        latency::FrameFault whole{}, cut{};
        const auto expected = frames(stream, std::max<std::size_t>(stream.size(), 1), whole);
        if (frames(stream, piece, cut) != expected || whole != cut)
            std::abort();
    };
    same(bytes);
    if (bytes.size() < 2)
        return;
    const auto headers = std::min<std::size_t>(static_cast<unsigned char>(bytes[0]), bytes.size() - 1);
    std::string frame;
    const auto put = [&frame](std::size_t value) {
        for (int shift = 24; shift >= 0; shift -= 8)
            frame.push_back(static_cast<char>(value >> shift & 0xFF));
    };
    put(bytes.size() - 1 + 16);
    put(headers);
    put(latency::crc32(frame));
    frame += bytes.substr(1);
    put(latency::crc32(frame));
    same(frame + frame);
}

// What a stream of any provider says is the same, whatever the pieces; the second byte names the provider.
inline void providerStream(std::string_view input) {
    if (input.size() < 2)
        return;
    const auto all = latency::providers();
    const latency::Provider& provider = *all[static_cast<unsigned char>(input[1]) % all.size()];
    if (provider.event == nullptr)
        return; // has no stream
    const std::size_t piece = static_cast<std::size_t>(static_cast<unsigned char>(input[0])) % 17 + 1;
    std::string bytes(input.substr(2));
    if (provider.framing != latency::Framing::Sse) { // its checksums would keep everything out
        const std::array<std::pair<std::string, std::string>, 2> headers{
            {{":message-type", "event"}, {":event-type", "contentBlockDelta"}}};
        bytes = latency::makeFrame(headers, bytes);
    }
    const auto said = [&](std::size_t size) {
        latency::StreamReader reader(provider);
        for (std::size_t at = 0; at < bytes.size(); at += size)
            reader.feed(std::string_view(bytes).substr(at, size));
        reader.finish();
        const latency::StreamState& state = reader.state();
        if (!isUtf8(state.text) || !isUtf8(state.failure.text) || state.failure.text.size() > 500)
            std::abort();
        if (!state.terminal && !state.failure)
            std::abort(); // an end without its marker is no success
        return state.text + '\n' + state.failure.fault + '\n' + state.finishReason + '\n' +
               std::to_string(state.usage.output) + ' ' + std::to_string(state.fresh.size());
    };
    if (said(piece) != said(std::max<std::size_t>(bytes.size(), 1)))
        std::abort();
}

// A plan is read within its limits or refused with words; its load can then be told.
inline void plan(std::string_view input) {
    const auto named = [](const std::string& name) -> std::optional<data::Endpoint> {
        data::Endpoint endpoint;
        endpoint.name = name;
        endpoint.provider = "openai";
        return name == "gone" ? std::nullopt : std::optional(endpoint);
    };
    latency::RunPlan read;
    try {
        read = latency::readPlan(input, "plan.json", named);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Usage || error.args().empty() || error.args().front().empty())
            std::abort();
        return;
    }
    latency::LoadPlan load = read.load;
    const bool ramp = load.kind == latency::LoadKind::Ramp;
    if (read.endpoints.empty() || load.requests < 1 || load.concurrency < 1 || !(load.perSecond > 0) ||
        ramp != (load.toPerSecond.has_value() || load.toConcurrency.has_value()))
        std::abort();
    load.requests = std::min<std::int64_t>(load.requests, 200);
    load.warmup = std::min<std::int64_t>(load.warmup, 20);
    const auto times = latency::arrivals(load, 0);
    if (!std::is_sorted(times.begin(), times.end()) || times.front() != 0)
        std::abort();
    for (std::int64_t i = 0; i < load.warmup + load.requests; ++i) {
        const std::int64_t step = latency::rampStepOf(load, i);
        if (step < 0 || step >= latency::rampSteps || latency::concurrencyAt(load, i) < 1)
            std::abort();
    }
}

// No part of a key is left, whatever stands around it, and nothing else moves. The first byte says how long
// the key is.
inline void secret(std::string_view input) {
    if (input.empty())
        return;
    const std::size_t size =
        std::min<std::size_t>(static_cast<unsigned char>(input[0]) % 48U, input.size() - 1);
    const std::string key(input.substr(1, size)), text(input.substr(1 + size));
    std::string masked = text;
    latency::maskSecret(std::span(masked), key);
    const std::string cut = latency::withoutSecret(text, key);
    if (masked.size() != text.size() || cut.size() > text.size())
        std::abort();
    if (key.find_first_of("[]*:") != std::string::npos || key.size() < 6)
        return; // signs of the mask itself, or of more than one part
    for (const std::string& one : {masked, cut}) {
        const auto found = std::search(one.begin(), one.end(), key.begin(), key.end(), [](char a, char b) {
            const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c + 0; };
            return lower(a) == lower(b);
        });
        if (found != one.end())
            std::abort();
    }
}

struct LatencyTarget {
    const char* name;
    void (*run)(std::string_view);
};
inline constexpr std::array<LatencyTarget, 5> latencyTargets{{{"sse", sse},
                                                              {"event-stream", eventStream},
                                                              {"provider-stream", providerStream},
                                                              {"plan", plan},
                                                              {"secret", secret}}};

} // namespace parallax::fuzz
