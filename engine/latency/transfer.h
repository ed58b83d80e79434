// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/latency/client.h"
#include "engine/latency/stream_reader.h"

namespace parallax::latency {

// What was read and not yet parsed, in the order in which it came.
struct Unparsed {
    std::deque<CURL*> owners; // of a piece each; an owner may be gone by then
    std::size_t bytes = 0;
};

// One request under way: an easy handle, its callbacks, and what came of it.
class Client::Transfer {
  public:
    // `wake` is when the event loop last woke, for its lag.
    Transfer(Submission submission, const RunClock& clock, const ClientOptions& options, CURLSH* share,
             const data::RunTime& wake, Unparsed& unparsed);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    CURL* easy() const { return m_easy; }
    bool hasPieces() const { return m_parsed < m_pieces.size(); }
    void parsePiece(); // the oldest that is waiting

    // Whether it has to be given up: silent or under way for too long, unreadable, or over but kept open.
    bool expired(data::RunTime now);

    // The end: the attempt as it is to be kept. `cancelled`: by us, for no fault of anybody.
    data::Attempt finish(CURLcode result, bool cancelled);
    data::RunTime lag() const { return m_attempt.loopLag; }

  private:
    struct Piece {
        data::RunTime at = 0;
        std::size_t size = 0;
    };

    void configure(const ClientOptions& options, CURLSH* share);
    data::RunTime stamp();
    bool isStream() const;
    void noteConnection();
    void readTimes();
    Failure failureOf(CURLcode result);
    void keepStream();
    std::string kept(std::string_view text, std::size_t most) const;

    static std::size_t onHeader(char* data, std::size_t, std::size_t count, void* self);
    static std::size_t onBody(char* data, std::size_t, std::size_t count, void* self);
    static int onReady(void* self, char*, char*, int, int);
    void header(std::string_view line);

    const RunClock& m_clock;
    const ClientOptions& m_options;
    const data::RunTime& m_wake;
    Unparsed& m_unparsed;
    Submission m_submission;
    StreamReader m_reader;
    data::Attempt m_attempt;
    std::vector<Piece> m_pieces;
    std::string m_bytes;
    std::size_t m_parsed = 0, m_parsedBytes = 0;
    std::string m_contentType, m_contentEncoding;
    Failure m_given; // why we gave up
    data::RunTime m_lastByte = data::never;
    std::int64_t m_liveRequest = 0;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
    curl_slist* m_headers = nullptr;
    curl_slist* m_resolve = nullptr;
    CURL* m_easy = nullptr;
};

} // namespace parallax::latency
