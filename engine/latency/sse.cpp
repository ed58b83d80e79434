// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/sse.h"

#include <algorithm>

#include "base/utf8.h"

namespace parallax::latency {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view doneLiteral = "[DONE]";
constexpr std::size_t mostStray = 64 << 10;

// Decoded by the event rather than by the piece: a character may be cut by a read.
std::string decoded(const std::string& bytes) {
    return isUtf8(bytes) ? bytes : repairUtf8(bytes);
}

} // namespace

SseParser::SseParser(std::size_t limit)
    : m_limit(limit) {}

bool SseParser::feed(std::string_view bytes, const SseSink& sink) {
    while (!bytes.empty() && !m_overflowed) {
        if (m_swallowLf) {
            m_swallowLf = false;
            if (bytes.front() == '\n') {
                bytes.remove_prefix(1);
                continue;
            }
        }
        // CR and LF never occur inside a character of UTF-8, so bytes can be split without decoding.
        const std::size_t end = bytes.find_first_of("\r\n");
        if (!append(bytes.substr(0, end)))
            break;
        if (end == std::string_view::npos)
            break;
        m_swallowLf = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        endLine(sink);
    }
    return !m_overflowed;
}

bool SseParser::append(std::string_view bytes) {
    if (m_line.size() + bytes.size() > m_limit + byteOrderMark.size())
        m_overflowed = true;
    else
        m_line.append(bytes);
    return !m_overflowed;
}

void SseParser::endLine(const SseSink& sink) {
    std::string_view line = m_line;
    if (m_firstLine && line.starts_with(byteOrderMark))
        line.remove_prefix(byteOrderMark.size());
    m_firstLine = false;
    if (line.empty())
        dispatch(sink);
    else
        field(line);
    m_line.clear();
}

void SseParser::field(std::string_view line) {
    if (line.front() == ':') {
        ++m_comments;
        return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (name == "data") {
        if (m_data.size() + value.size() + 1 > m_limit + 1) {
            m_overflowed = true;
            return;
        }
        m_data.append(value);
        m_data.push_back('\n');
    } else if (name == "event") {
        m_type = value;
    } else if (name == "id") {
        if (value.find('\0') == std::string_view::npos)
            m_lastId = value;
    } else if (name != "retry") { // nobody reconnects here: each attempt is a row
        keepStray(line);
    }
}

void SseParser::keepStray(std::string_view line) {
    if (m_stray.empty() && line.front() != '{' && line.front() != '[')
        return;
    if (m_stray.size() + line.size() + 1 > mostStray)
        return;
    m_stray.append(line);
    m_stray.push_back('\n');
}

void SseParser::dispatch(const SseSink& sink) {
    if (!m_data.empty()) {
        m_data.pop_back();
        SseEvent event;
        if (!m_type.empty())
            event.type = decoded(m_type);
        event.data = decoded(m_data);
        event.lastId = decoded(m_lastId);
        sink(event);
    }
    m_data.clear();
    m_type.clear(); // the last id stays
}

void SseParser::finish(const SseSink& sink) {
    if (m_overflowed)
        return;
    if (!m_line.empty()) {
        std::string_view line = m_line;
        if (m_firstLine && line.starts_with(byteOrderMark))
            line.remove_prefix(byteOrderMark.size());
        // The last line has no end: only as the literal, or as JSON without a field, does it count.
        const bool done = m_data.empty() && (line == "data: [DONE]" || line == "data:[DONE]");
        if (done || (!line.empty() && line.front() != ':' && !line.starts_with("data")))
            field(line);
    }
    m_line.clear();
    if (m_data == std::string(doneLiteral) + '\n') {
        m_lenientEnd = true;
        dispatch(sink);
    }
    m_data.clear();
    m_type.clear();
}

} // namespace parallax::latency
