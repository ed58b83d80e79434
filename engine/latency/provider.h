// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"

namespace parallax::latency {

using Headers = std::vector<std::pair<std::string, std::string>>;

// What is asked. The nonce comes first in the prompt, since prefix caches work from the front.
struct Prompt {
    std::string nonce;
    std::string text;
    int maxTokens = 128;
    std::optional<double> temperature = 0; // nothing: the model's own, for those that take none
    std::int64_t seed = -1;                // -1: none
    bool fixedLength = false;              // ask for exactly maxTokens where the provider can
};
std::string promptText(const Prompt& prompt);

struct HttpRequest {
    std::string url;
    Headers headers;
    std::string body; // sent by POST
};

struct RequestContext {
    const data::Endpoint& endpoint;
    const Prompt& prompt;
    const std::string& key; // may be empty
    std::string time;       // UTC, "20260102T030405Z": a signature's
};

// How something failed: who answers for it, a code, the provider's own words in full: whoever keeps them cuts
// our key out of them first.
struct Failure {
    data::Outcome outcome = data::Outcome::Success;
    std::string fault;
    std::string text;
    explicit operator bool() const { return outcome != data::Outcome::Success; }
};

// One piece of generated text: of one event and one channel.
struct Content {
    data::TokenChannel channel = data::TokenChannel::Text;
    std::uint32_t bytes = 0; // of the whole event: no measure of tokens, providers pad
    std::uint32_t characters = 0;
};

inline constexpr std::size_t mostTextKept = std::size_t{1} << 20; // bytes of an answer's visible text

// What a stream has said so far. Decoders only ever add to it.
struct StreamState {
    std::vector<Content> fresh; // since the caller last took it
    std::string text;           // what is visible, joined; at most mostTextKept
    data::TokenUsage usage;
    std::string finishReason; // "length", "stop", "filtered", "tool" or the provider's own in lower case
    std::string model;
    std::string fingerprint; // what answered, as the server calls it
    std::string serviceTier;
    std::int64_t serverLatencyMs = -1;
    bool terminal = false;
    bool lenientEnd = false;
    Failure failure;

    void add(data::TokenChannel channel, std::string_view piece, std::size_t eventBytes);
};

enum class Framing {
    Sse,
    EventStream,      // frames whose payloads are events
    EventStreamOfSse, // frames whose payloads, joined, are server-sent events
};

class Transport;
struct TransportContext;

// A provider: one file that defines it, and its row in providers().
struct Provider {
    std::string_view id;
    std::string_view title;
    std::string_view keyVariable;  // the usual environment variable
    std::string_view domains = {}; // its own hosts end so, one after a blank; empty: whoever runs it
    Framing framing = Framing::Sse;
    bool selfHosted = false; // has no address of its own: the usual variable is for whatever address is given
    bool endsWithStream = false; // no end marker: a finish reason and the end of the stream are one
    bool unpaid = false;         // answers on this machine: nobody is paid by the token
    bool fixesLength = false;    // can be told to answer with exactly so many tokens

    // Throws Error{Usage} where the endpoint lacks what it takes. One with a transport of its own gives
    // nothing.
    HttpRequest (*request)(const RequestContext& context) = nullptr;

    // One event: its type (of SSE, or ":event-type") and its data. nullptr where there is a transport of its
    // own.
    void (*event)(std::string_view type, std::string_view data, StreamState& state) = nullptr;

    // Made once for a run and an endpoint, before anything is timed; nullptr: libcurl carries its requests.
    // Throws what keeps it from working.
    std::unique_ptr<Transport> (*transport)(const TransportContext& context) = nullptr;
};

// Whether what answers there is the provider itself: its own address, or one in its domains. Another that
// speaks its format (a proxy, a server of one's own) is somebody else.
bool isOwnAddress(const Provider& provider, std::string_view baseUrl);

std::span<const Provider* const> providers();

const Provider* knownProvider(std::string_view id); // nullptr for a name that is none

// Throws Error{Usage} for a name that is none.
const Provider& providerById(std::string_view id);

} // namespace parallax::latency
