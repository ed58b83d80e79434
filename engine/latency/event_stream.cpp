// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/event_stream.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parallax::latency {
namespace {

constexpr std::size_t preludeSize = 12;
constexpr std::size_t overhead = 16; // the prelude and the message's checksum

constexpr std::array<std::uint32_t, 256> crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1) != 0 ? (c >> 1) ^ 0xEDB88320U : c >> 1;
        table[i] = c;
    }
    return table;
}();

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes)
        value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

std::uint32_t word(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bigEndian(bytes.substr(at, 4)));
}

std::int64_t signedNumber(std::string_view bytes) {
    const auto unused = static_cast<int>(64 - 8 * bytes.size());
    return static_cast<std::int64_t>(bigEndian(bytes) << unused) >> unused;
}

void putWord(std::string& out, std::size_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(value >> shift & 0xFF));
}

// Bytes of a value by its type; for 6 and 7 a length of two bytes stands before it.
constexpr std::array<std::size_t, 10> valueSizes{0, 0, 1, 2, 4, 8, 0, 0, 8, 16};

} // namespace

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t c = 0xFFFFFFFFU;
    for (const char b : bytes)
        c = crcTable[(c ^ static_cast<unsigned char>(b)) & 0xFF] ^ (c >> 8);
    return ~c;
}

std::string_view Frame::text(std::string_view name) const {
    for (const FrameHeader& header : headers)
        if (header.name == name && header.type == 7)
            return header.bytes;
    return {};
}

bool EventStreamParser::feed(std::string_view bytes, const FrameSink& sink) {
    while (!bytes.empty() && m_fault == FrameFault::None) {
        const std::size_t wanted = (m_total == 0 ? preludeSize : m_total) - m_frame.size();
        const std::size_t taken = std::min(wanted, bytes.size());
        m_frame.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        if (taken < wanted)
            break;
        if (m_total == 0)
            checkPrelude();
        else
            endFrame(sink);
    }
    return m_fault == FrameFault::None;
}

bool EventStreamParser::checkPrelude() {
    const std::size_t total = word(m_frame, 0);
    m_headers = word(m_frame, 4);
    if (crc32(std::string_view(m_frame).substr(0, 8)) != word(m_frame, 8))
        m_fault = FrameFault::PreludeChecksum;
    else if (total < overhead || m_headers > total - overhead)
        m_fault = FrameFault::Length;
    else if (m_headers > mostHeaders || total - overhead - m_headers > mostPayload)
        m_fault = FrameFault::TooLarge;
    else
        m_total = total;
    return m_fault == FrameFault::None;
}

void EventStreamParser::endFrame(const FrameSink& sink) {
    const std::string_view bytes = m_frame;
    if (crc32(bytes.substr(0, m_total - 4)) != word(bytes, m_total - 4)) {
        m_fault = FrameFault::MessageChecksum;
        return;
    }
    Frame frame;
    if (!readHeaders(bytes.substr(preludeSize, m_headers), frame.headers))
        return;
    frame.payload = bytes.substr(preludeSize + m_headers, m_total - overhead - m_headers);
    m_frame.clear();
    m_total = 0;
    sink(std::move(frame));
}

bool EventStreamParser::readHeaders(std::string_view bytes, std::vector<FrameHeader>& headers) {
    const auto fail = [this](FrameFault fault) {
        m_fault = fault;
        return false;
    };
    const auto take = [&bytes](std::size_t size) {
        const std::string_view part = bytes.substr(0, size);
        bytes.remove_prefix(part.size());
        return part;
    };
    while (!bytes.empty()) {
        const auto nameSize = static_cast<std::size_t>(bigEndian(take(1)));
        if (bytes.size() < nameSize + 1)
            return fail(FrameFault::Header);
        FrameHeader header;
        header.name = take(nameSize);
        header.type = static_cast<std::uint8_t>(bigEndian(take(1)));
        if (header.type >= valueSizes.size())
            return fail(FrameFault::HeaderType);
        std::size_t size = valueSizes[header.type];
        const bool counted = header.type == 6 || header.type == 7;
        if (counted) {
            if (bytes.size() < 2)
                return fail(FrameFault::Header);
            size = static_cast<std::size_t>(bigEndian(take(2)));
        }
        if (bytes.size() < size)
            return fail(FrameFault::Header);
        const std::string_view value = take(size);
        if (counted || header.type == 9)
            header.bytes = value;
        else
            header.number = size == 0 ? (header.type == 0 ? 1 : 0) : signedNumber(value);
        headers.push_back(std::move(header));
    }
    // Sorted rather than each against each: 128 KiB hold 65,000 headers.
    std::vector<std::string_view> names;
    names.reserve(headers.size());
    for (const FrameHeader& header : headers)
        names.push_back(header.name);
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end())
        return fail(FrameFault::Duplicate);
    return true;
}

void EventStreamParser::finish() {
    if (m_fault == FrameFault::None && !m_frame.empty())
        m_fault = FrameFault::Truncated;
}

std::string makeFrame(std::span<const std::pair<std::string, std::string>> headers,
                      std::string_view payload) {
    std::string fields;
    for (const auto& [name, value] : headers) {
        fields.push_back(static_cast<char>(name.size()));
        fields += name;
        fields.push_back(7);
        fields.push_back(static_cast<char>(value.size() >> 8 & 0xFF));
        fields.push_back(static_cast<char>(value.size() & 0xFF));
        fields += value;
    }
    std::string frame;
    putWord(frame, overhead + fields.size() + payload.size());
    putWord(frame, fields.size());
    putWord(frame, crc32(frame));
    frame += fields;
    frame += payload;
    putWord(frame, crc32(frame));
    return frame;
}

} // namespace parallax::latency
