// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "engine/latency/event_stream.h"
#include "engine/latency/provider.h"
#include "engine/latency/sse.h"

namespace parallax::latency {

// The body of one answer, from bytes in any pieces to a StreamState, by the provider's framing and events.
class StreamReader {
  public:
    explicit StreamReader(const Provider& provider);

    void feed(std::string_view bytes);

    // The end of the body. Without the provider's end marker the stream was cut, whatever came before: EOF is
    // no success.
    void finish();

    StreamState& state() { return m_state; }
    std::size_t keepAlives() const { return m_sse.comments(); }

    // The media type that a stream of this provider has.
    static std::string_view contentType(const Provider& provider);

  private:
    void sse(std::string_view bytes);
    void take(std::string_view type, std::string_view data);
    void frame(const Frame& frame);

    const Provider& m_provider;
    SseParser m_sse;
    EventStreamParser m_frames;
    StreamState m_state;
};

} // namespace parallax::latency
