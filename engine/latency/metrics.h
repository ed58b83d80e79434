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
Metric decodeSpeed(const data::Attempt& attempt);        // tokens a second after the first
Metric endToEndSpeed(const data::Attempt& attempt);      // tokens a second, the first one's wait included
Metric longestStall(const data::Timeline& time);         // the largest gap between chunks

// Lets go of the chunks and keeps what they say of an answer: its longest pause, with both limits its
// fluidity, and its gaps where they are wanted (a sixth of what the chunks took).
enum class ChunkGapsKept { No, Yes };
void letChunksGo(data::Timeline& time, const Metric& firstTokenMs, const Metric& perTokenMs,
                 ChunkGapsKept kept = ChunkGapsKept::No);
std::vector<double> interChunkGaps(const data::Timeline& time); // ICL; not "inter-token"
Metric tokensPerChunk(const data::Attempt& attempt);

// End to end at a length: only of an answer that has `tokens` ± 2 % and was ended by its length.
Metric endToEndAt(const data::Attempt& attempt, std::int64_t tokens);

// The share of chunks that came by their deadline (etalon, arXiv 2407.07000): the first after `prefillMs`,
// each further one `decodeMs` later; what was early is slack for those that follow, and after one that was
// late the count begins anew.
Metric fluidity(const data::Timeline& time, double prefillMs, double decodeMs);

// All chunks at the end: from the first to the last under 5 % of end to end, with more than 50 tokens.
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
    double seconds() const { return static_cast<double>(end - begin) / 1e9; }
};

// Limits in milliseconds that a request has to keep to be a good one.
struct ServiceLevel {
    Metric timeToFirstToken;
    Metric timePerOutputToken;
    Metric endToEnd;
    Since since = Since::Submitted;
};

struct Goodput {
    std::int64_t good = 0;
    std::int64_t bad = 0;            // answered, but too late
    std::int64_t errors = 0;         // count as bad
    std::int64_t excluded = 0;       // cancelled by the end of the run, or not to be judged: on neither side
    std::optional<double> perSecond; // nothing where nothing was judged
    std::int64_t judged() const { return good + bad + errors; }
    std::optional<double> attainment() const;
};
Goodput goodputOf(std::span<const data::Attempt> attempts, const ServiceLevel& level, const Window& window);

// Nothing where it cannot be said: of a window in which nothing ended, of tokens where an answer did not tell
// its usage.
struct Throughput {
    std::optional<double> tokensPerSecond; // of successes that were completed in the window
    std::optional<double> requestsPerSecond;
    std::optional<double> offeredPerSecond; // what the plan wanted
};
// In an open loop (Since::Scheduled) what was offered is known whatever became of it.
Throughput throughputOf(std::span<const data::Attempt> attempts, const Window& window,
                        Since since = Since::Submitted);

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
