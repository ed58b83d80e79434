// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace parallax::data {

// An instant of a run in nanoseconds since its start, on one monotonic clock; `never` where it did not come
// to that.
using RunTime = std::int64_t;
inline constexpr RunTime never = -1;
inline constexpr RunTime longestRun = 315'360'000'000'000'000; // ten years: no run has an instant after it

enum class TokenChannel { Text, Reasoning, Tool };

// One content-bearing event of a stream. Chunks are not tokens.
struct Chunk {
    RunTime at = 0; // entry into the network's callback, before any parsing
    std::uint32_t bytes = 0;
    std::uint32_t characters = 0;
    TokenChannel channel = TokenChannel::Text;
    bool coalesced = false; // came with another event in one callback, hence with its time
};

enum class ConnectionKind { Cold, TlsResumed, Warm, Local };

// How an attempt ended, by who has to answer for it.
enum class Outcome {
    Success,
    Client,    // name lookup, connection, TLS, timeout before the request was sent
    Throttled, // 429 and its like, which service levels leave out
    Provider,  // 5xx, an error within the stream, a stream that was cut or stalled
    Rejected,  // 4xx: the request or the key is wrong
    Filtered,
    Cancelled, // by us: the run ended, the budget was spent
};

// Token counts as the server reports them; -1 where it did not. `output` includes reasoning, `input` includes
// what was cached.
struct TokenUsage {
    std::int64_t input = -1;
    std::int64_t output = -1;
    std::int64_t reasoning = -1;
    std::int64_t cached = -1;
    std::int64_t billedInput = -1; // where billing counts otherwise (Cohere)
    std::int64_t billedOutput = -1;
    std::int64_t ownOutput = -1; // of the visible text as a tokenizer of ours counts it; no server said so
};

// The raw timeline of one request: everything else is derived from it.
struct Timeline {
    RunTime scheduled = 0; // when the load plan wanted it
    RunTime submitted = 0; // handed to the network
    RunTime dns = never;   // ends of name lookup, connection and TLS; never on a connection that was there
    RunTime tcp = never;
    RunTime tls = never;
    RunTime ready = never; // the connection is there, the request not yet sent
    RunTime sent = never;
    RunTime header = never;
    RunTime firstByte = never;
    RunTime firstAny = never;  // the first generated text of any channel
    RunTime firstText = never; // the first visible one
    RunTime last = never;      // the last content-bearing event
    RunTime terminal = never;  // the provider's end marker
    RunTime end = never;       // the transfer is over
    std::vector<Chunk> chunks;
    // What they said, where they were let go: many attempts are looked at without their chunks. Never stored.
    RunTime longestGap = never;
    double chunksInTime = -1; // the share of them, by the limits of the run's plan
    std::shared_ptr<const std::vector<float>> gaps = nullptr; // milliseconds from each to the next
};

// The body of an answer as it came, with our key cut out of it.
struct RawStream {
    std::string bytes;        // at most mostStreamKept
    std::int64_t leftOut = 0; // bytes that came after these and were not kept
};
inline constexpr std::size_t mostStreamKept = std::size_t{1} << 20; // of one attempt
// Of all attempts of one run; when it is used up, later ones have their opening and closing alone.
inline constexpr std::size_t mostStreamsKept = std::size_t{128} << 20;

// One attempt, a row of its own: nothing is retried behind anybody's back.
struct Attempt {
    std::string endpoint;
    std::int64_t sequence = 0; // of the logical request; both halves of a pair share it
    std::int64_t step = 0;     // of a sweep: sequences begin anew with each
    bool warmup = false;       // before the measured window
    Timeline time;
    Outcome outcome = Outcome::Success;
    std::string fault;     // a code such as "dns", "tls", "truncated", "http-500"; empty on success
    std::string faultText; // the provider's words, never a key
    int status = 0;        // of HTTP
    ConnectionKind connection = ConnectionKind::Cold;
    std::string httpVersion;
    std::string remoteAddress;
    TokenUsage usage;
    std::string finishReason;
    std::string model;       // as the server names it
    std::string fingerprint; // "system_fingerprint": the server's name for what answered
    std::string serviceTier; // likewise, where it has some
    std::int64_t serverLatencyMs = -1;
    std::int64_t retryAfterMs = -1;
    bool lenientEnd = false;
    bool buffered = false; // all chunks came at the end: TTFT says nothing
    RunTime loopLag = 0;   // the longest wait of our own event loop during it
    std::vector<std::pair<std::string, std::string>> headers; // those worth keeping, as they came
    std::string opening;                                      // first and last 2 KiB of the stream
    std::string closing;
    // What was visible, joined; at most 1 MiB. For a count of our own, never stored.
    std::string text;
    // Kept apart from the rest: where many attempts are read, they come without it.
    std::shared_ptr<const RawStream> stream;
    std::int64_t streamBytes = -1; // all that came of it; -1: not known, or no stream
    std::string simulation;        // the profile, where no provider was asked at all
    std::string wallClock;         // UTC, for display and joins alone
};

} // namespace parallax::data
