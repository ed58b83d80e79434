// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace parallax::latency {

// One dispatched event. Texts are valid UTF-8 (what is not is replaced by U+FFFD) and otherwise untouched:
// a model's blanks are text.
struct SseEvent {
    std::string type = "message";
    std::string data;
    std::string lastId;
};

using SseSink = std::function<void(const SseEvent&)>;

// Server-sent events from bytes in any pieces (WHATWG HTML 9.2.5 and 9.2.6). An event is given out with the
// byte that ends it: after a CR nobody waits to see whether an LF follows, which would cost one network read.
class SseParser {
  public:
    static constexpr std::size_t standardLimit = std::size_t{8} << 20;

    // `limit`, in bytes, holds for one line and for the data of one event.
    explicit SseParser(std::size_t limit = standardLimit);

    // False once a line or event was over the limit: nothing more is read.
    bool feed(std::string_view bytes, const SseSink& sink);

    // The end of the stream. What is pending is dropped, as the standard says, but for the one literal
    // "[DONE]", which some servers send without the blank line.
    void finish(const SseSink& sink);

    bool overflowed() const { return m_overflowed; }
    bool lenientEnd() const { return m_lenientEnd; }
    std::size_t comments() const { return m_comments; } // keep-alives: no tokens and no errors

    // Lines that are no fields, from the first that begins as JSON does (at most 64 KiB): some providers send
    // an error bare in the middle of a stream, to be tried as JSON at its end.
    const std::string& stray() const { return m_stray; }

  private:
    void endLine(const SseSink& sink);
    void field(std::string_view line);
    void dispatch(const SseSink& sink);
    void keepStray(std::string_view line);
    bool append(std::string_view bytes);

    std::size_t m_limit;
    std::string m_line;
    std::string m_data;
    std::string m_type;
    std::string m_lastId;
    std::string m_stray;
    std::size_t m_comments = 0;
    bool m_firstLine = true; // a byte-order mark can stand before it alone
    bool m_swallowLf = false;
    bool m_overflowed = false;
    bool m_lenientEnd = false;
};

} // namespace parallax::latency
