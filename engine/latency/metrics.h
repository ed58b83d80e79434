// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "data/measure/attempt.h"

namespace parallax::latency {

// What is derived from raw timelines, by the definitions of §1.2 of the design; milliseconds, and nothing
// where a metric is undefined (never 0 instead).
using Metric = std::optional<double>;

// From the submission, or from the time that the plan wanted: the latter does not hide a queue of ours.
enum class Since { Submitted, Scheduled };

Metric timeToFirstToken(const data::Timeline& time, Since since = Since::Submitted);  // TTFT, any channel
Metric timeToFirstOutput(const data::Timeline& time, Since since = Since::Submitted); // TTFO, visible text
Metric serverTimeToFirstToken(const data::Timeline& time); // from the last byte sent; one round trip within
Metric endToEnd(const data::Timeline& time, Since since = Since::Submitted);     // to the last token's event
Metric endToEndWire(const data::Timeline& time, Since since = Since::Submitted); // to the end marker
Metric timeToHeaders(const data::Timeline& time);                                // neither this
Metric timeToFirstByte(const data::Timeline& time); // nor this is a time to a token
Metric queueDelay(const data::Timeline& time);
Metric roundTrip(const data::Timeline& time); // the handshake of a connection that was new, else nothing
Metric timePerOutputToken(const data::Attempt& attempt); // TPOT; undefined below 2 tokens
// Tokens a second after the first; nothing where they took less than our stamps can tell apart.
inline constexpr double shortestDecodeMs = 5; // stamps are off by 0.5 ms (docs/latency.md): a tenth of it
Metric decodeSpeed(const data::Attempt& attempt);
Metric endToEndSpeed(const data::Attempt& attempt); // tokens a second, the first one's wait included
Metric longestStall(const data::Timeline& time);    // the largest gap between chunks

// Lets go of the chunks and keeps what they say of an answer: its longest pause, with both limits its
// fluidity, and its gaps where they are wanted (a sixth of what the chunks took).
enum class ChunkGapsKept { No, Yes };
void letChunksGo(data::Timeline& time, const Metric& firstTokenMs, const Metric& perTokenMs,
                 ChunkGapsKept kept = ChunkGapsKept::No);
std::vector<double> interChunkGaps(const data::Timeline& time); // ICL; not "inter-token"
std::size_t chunksOf(const data::Timeline& time); // also where they were let go and their gaps kept
Metric tokensPerChunk(const data::Attempt& attempt);
// The output's tokens without those that a model thought and did not send: what speeds and gaps are about.
std::int64_t streamedTokens(const data::Attempt& attempt);

// End to end at a length: only of an answer that has `tokens` ± 2 % and was ended by its length.
Metric endToEndAt(const data::Attempt& attempt, std::int64_t tokens, Since since = Since::Submitted);
// What it would be of an answer of another length: TTFT + (tokens − 1) · TPOT. Modelled, never measured.
Metric modelledEndToEndAt(const data::Attempt& attempt, std::int64_t tokens, Since since = Since::Submitted);

// The share of chunks that came by their deadline (§1.2 of the design, after etalon, arXiv 2407.07000): chunk
// k, from 0 on, by prefillMs + k · decodeMs, so that what was early is slack for those that follow.
Metric fluidity(const data::Timeline& time, double prefillMs, double decodeMs);

// All chunks at the end: from the first to the last under 5 % of end to end, with more than 50 tokens
// (chunks, where the server told no number).
bool looksBuffered(const data::Attempt& attempt);

// One bar of a waterfall, in milliseconds from the submission.
enum class Phase { Dns, Tcp, Tls, Send, Wait, FirstToken, Decode };
struct PhaseSpan {
    Phase phase = Phase::Dns;
    double begin = 0;
    double end = 0;
};
std::vector<PhaseSpan> waterfall(const data::Timeline& time); // phases that did not happen are left out

// The measured part of a run, without warm-up and drain: completion decides.
struct Window {
    data::RunTime begin = 0;
    data::RunTime end = 0;
    // Answers a second are counted behind this: the first end of an answer where they come one after another,
    // since until then nothing could end. 0: from `begin`.
    data::RunTime flowing = 0;
    double seconds() const { return (static_cast<double>(end) - static_cast<double>(begin)) / 1e9; }
    data::RunTime countedFrom() const { return flowing == 0 ? begin : flowing; }
    double countedSeconds() const {
        return (static_cast<double>(end) - static_cast<double>(countedFrom())) / 1e9;
    }
};

// The first end of an attempt that was not cancelled; 0 where there is none.
data::RunTime firstEnd(std::span<const data::Attempt> attempts);

// Limits in milliseconds that a request has to keep to be a good one.
struct ServiceLevel {
    Metric timeToFirstToken;
    Metric timePerOutputToken;
    Metric endToEnd;
    Since since = Since::Submitted;
};

// Of all that was sent in the window, whenever it was answered: those that take longest end after it.
struct Goodput {
    std::int64_t good = 0;
    std::int64_t bad = 0;            // answered, but too late
    std::int64_t errors = 0;         // count as bad
    std::int64_t excluded = 0;       // cancelled by the end of the run, or not to be judged: on neither side
    std::optional<double> perSecond; // good ones that were completed in the window, as Throughput counts them
    std::int64_t judged() const { return good + bad + errors; }
    std::optional<double> attainment() const;
};
Goodput goodputOf(std::span<const data::Attempt> attempts, const ServiceLevel& level, const Window& window);

// A window says how much is answered in it where so many answers could follow each other in it: in a shorter
// one that hangs on which of those under way ended just before its end.
inline constexpr double answersInWindow = 3;

// Nothing where it cannot be said: of a window that is too short, of tokens where an answer did not tell its
// usage.
struct Throughput {
    std::optional<double> tokensPerSecond; // of successes that were completed in the window
    std::optional<double> requestsPerSecond;
    std::optional<double> offeredPerSecond; // as the plan wanted them, from the first to the last; a closed
                                            // loop offers nothing
};
Throughput throughputOf(std::span<const data::Attempt> attempts, const Window& window);

// What counts for availability: throttling stands aside, since service levels leave it out, and so do faults
// of the client and of the request.
struct AvailabilityCount {
    std::int64_t successes = 0;
    std::int64_t providerFailures = 0;
    std::int64_t throttled = 0;
    std::int64_t other = 0;
};
AvailabilityCount availabilityOf(std::span<const data::Attempt> attempts);

} // namespace parallax::latency
