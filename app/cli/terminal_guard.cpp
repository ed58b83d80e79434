// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_guard.h"

#include <string_view>
#include <utility>

namespace parallax::app {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view sequences[] = {"\x1b[1m", "\x1b[0m"};
constexpr char escape = '\x1b';
constexpr char controlLead = '\xC2'; // U+0080 to U+009F are C2 80 to C2 9F

} // namespace

TerminalGuard::TerminalGuard(std::ostream& stream)
    : m_stream(stream)
    , m_behind(stream.rdbuf(this)) {}

TerminalGuard::~TerminalGuard() {
    drop();
    m_behind->pubsync();
    m_stream.rdbuf(m_behind);
}

void TerminalGuard::drop() {
    if (m_held.empty())
        return;
    const std::string held = std::exchange(m_held, {});
    m_behind->sputn(replacement.data(), replacement.size());
    for (const char byte : held.substr(1))
        take(byte);
}

void TerminalGuard::take(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    if (m_held == std::string_view(&controlLead, 1)) {
        m_held.clear();
        if (code >= 0x80 && code < 0xA0) {
            m_behind->sputn(replacement.data(), replacement.size());
            return;
        }
        m_behind->sputc(controlLead);
    } else if (!m_held.empty()) {
        m_held += byte;
        for (const std::string_view sequence : sequences) {
            if (sequence == m_held) {
                m_behind->sputn(m_held.data(), static_cast<std::streamsize>(m_held.size()));
                m_held.clear();
                return;
            }
            if (sequence.starts_with(m_held))
                return;
        }
        drop();
        return;
    }
    if (byte == escape || byte == controlLead) {
        m_held = byte;
        return;
    }
    const bool control = (code < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || code == 0x7F;
    if (control)
        m_behind->sputn(replacement.data(), replacement.size());
    else
        m_behind->sputc(byte);
}

TerminalGuard::int_type TerminalGuard::overflow(int_type byte) {
    if (!traits_type::eq_int_type(byte, traits_type::eof()))
        take(traits_type::to_char_type(byte));
    return traits_type::not_eof(byte);
}

int TerminalGuard::sync() {
    return m_behind->pubsync();
}

} // namespace parallax::app
