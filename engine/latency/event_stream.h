// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parallax::latency {

// CRC-32 as zlib counts it (reflected polynomial 0xEDB88320).
std::uint32_t crc32(std::string_view bytes);

// The value of a frame's header. `bytes` holds what types 6 (bytes), 7 (string) and 9 (uuid) carry, `number`
// the others; a timestamp (8) is in milliseconds of Unix time.
struct FrameHeader {
    std::string name;
    std::uint8_t type = 0;
    std::int64_t number = 0;
    std::string bytes;
};

// One frame of application/vnd.amazon.eventstream.
struct Frame {
    std::vector<FrameHeader> headers;
    std::string payload;

    // The string of that name, empty when there is none.
    std::string_view text(std::string_view name) const;
};

enum class FrameFault {
    None,
    PreludeChecksum,
    MessageChecksum,
    TooLarge,   // headers over 128 KiB or a payload over 24 MiB, the limits of the AWS clients
    Length,     // shorter than a frame can be, or headers longer than the frame
    HeaderType, // none of the ten: where the next header begins cannot be told
    Header,     // runs past the headers' end
    Duplicate,  // two headers of one name
    Truncated,  // the stream ended inside a frame
};

using FrameSink = std::function<void(Frame&&)>;

// Frames from bytes in any pieces; both checksums are verified, the prelude's before its lengths are
// believed.
class EventStreamParser {
  public:
    static constexpr std::size_t mostHeaders = std::size_t{128} << 10;
    static constexpr std::size_t mostPayload = std::size_t{24} << 20;

    // False once a frame was unsound: nothing more is read.
    bool feed(std::string_view bytes, const FrameSink& sink);
    void finish(); // the end of the stream: inside a frame it is a fault

    FrameFault fault() const { return m_fault; }

  private:
    bool checkPrelude();
    void endFrame(const FrameSink& sink);
    bool readHeaders(std::string_view bytes, std::vector<FrameHeader>& headers);

    std::string m_frame;
    std::size_t m_total = 0; // of the frame at hand, in bytes; 0 until its prelude was read
    std::size_t m_headers = 0;
    FrameFault m_fault = FrameFault::None;
};

// A frame with string headers, as a server of ours sends it.
std::string makeFrame(std::span<const std::pair<std::string, std::string>> headers, std::string_view payload);

} // namespace parallax::latency
