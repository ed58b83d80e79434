// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stream_reader.h"

#include <nlohmann/json.hpp>

#include <string>

#include "engine/latency/failure.h"
#include "engine/latency/providers/parts.h"

namespace parallax::latency {
namespace {

const char* nameOf(FrameFault fault) {
    switch (fault) {
    case FrameFault::PreludeChecksum:
    case FrameFault::MessageChecksum:
        return "checksum";
    case FrameFault::TooLarge:
        return "too-large";
    case FrameFault::Truncated:
        return "truncated";
    default:
        return "malformed";
    }
}

} // namespace

StreamReader::StreamReader(const Provider& provider)
    : m_provider(provider) {}

std::string_view StreamReader::contentType(const Provider& provider) {
    return provider.framing == Framing::Sse ? "text/event-stream" : "application/vnd.amazon.eventstream";
}

void StreamReader::take(std::string_view type, std::string_view data) {
    if (!m_state.terminal && !m_state.failure)
        m_provider.event(type, data, m_state);
}

void StreamReader::sse(std::string_view bytes) {
    const bool fits = m_sse.feed(bytes, [this](const SseEvent& event) { take(event.type, event.data); });
    if (!fits && !m_state.failure)
        m_state.failure = {data::Outcome::Provider, "too-large", {}};
}

void StreamReader::feed(std::string_view bytes) {
    if (m_provider.framing == Framing::Sse)
        sse(bytes);
    else if (!m_frames.feed(bytes, [this](Frame&& found) { frame(found); }) && !m_state.failure)
        m_state.failure = {data::Outcome::Provider, nameOf(m_frames.fault()), {}};
}

void StreamReader::frame(const Frame& found) {
    const std::string_view kind = found.text(":message-type");
    if (kind == "exception" || kind == "error") { // within a 200
        const nlohmann::json payload = nlohmann::json::parse(found.payload, nullptr, false);
        std::string words = textIn(payload, "message");
        if (words.empty())
            words = textIn(payload, "Message");
        if (words.empty())
            words = found.text(":error-message");
        noteStreamError(kind == "error" ? found.text(":error-code") : found.text(":exception-type"), words,
                        m_state);
    } else if (m_provider.framing == Framing::EventStreamOfSse) {
        sse(found.payload);
    } else {
        take(found.text(":event-type"), found.payload);
    }
}

void StreamReader::finish() {
    if (m_provider.framing != Framing::Sse)
        m_frames.finish();
    if (m_provider.framing != Framing::EventStream)
        m_sse.finish([this](const SseEvent& event) { take(event.type, event.data); });
    m_state.lenientEnd = m_sse.lenientEnd();
    if (m_frames.fault() != FrameFault::None && !m_state.terminal && !m_state.failure)
        m_state.failure = {data::Outcome::Provider, nameOf(m_frames.fault()), {}};
    if (m_provider.endsWithStream && !m_state.finishReason.empty() && !m_state.failure)
        m_state.terminal = true;
    if (m_state.terminal || m_state.failure)
        return;
    if (!noteStrayError(m_sse.stray(), m_state))
        m_state.failure = {data::Outcome::Provider, "truncated", {}};
}

} // namespace parallax::latency
