// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "engine/latency/event_stream.h"
#include "engine/latency/sse.h"

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

struct LatencyTarget {
    const char* name;
    void (*run)(std::string_view);
};
inline constexpr std::array<LatencyTarget, 2> latencyTargets{{{"sse", sse}, {"event-stream", eventStream}}};

} // namespace parallax::fuzz
