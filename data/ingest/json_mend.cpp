// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/json_mend.h"

#include <cstdio>
#include <vector>

namespace parallax::data {
namespace {

class Mender {
  public:
    explicit Mender(std::string_view text)
        : m_text(text) {
        m_out.reserve(text.size() + 16);
    }

    std::string run() {
        while (m_at < m_text.size() && !m_over)
            step(m_text[m_at]);
        if (m_over)
            return std::move(m_out);
        // The end is missing: back to the last complete value, and out of what is open there.
        m_out.resize(m_complete);
        for (std::size_t i = m_openAtComplete; i-- > 0;)
            m_out += m_open[i] == '{' ? '}' : ']';
        return std::move(m_out);
    }

  private:
    void step(char c) {
        switch (c) {
        case '"':
            string();
            return;
        case '{':
        case '[':
            m_open.push_back(c);
            m_out += c;
            m_key = c == '{';
            completed(); // empty so far
            break;
        case '}':
        case ']':
            takeComma();
            m_out += c;
            if (!m_open.empty())
                m_open.pop_back();
            m_key = false;
            m_over = m_open.empty();
            completed();
            break;
        case ',':
            completed(); // a number or a word has ended
            m_out += c;
            m_key = !m_open.empty() && m_open.back() == '{';
            break;
        case ':':
            m_out += c;
            m_key = false;
            break;
        default:
            m_out += c;
        }
        ++m_at;
    }

    void string() {
        m_out += '"';
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\') {
                if (m_at + 1 >= m_text.size())
                    break;
                const char next = m_text[++m_at];
                if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos)
                    m_out += '\\';
                m_out += next;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                char code[8];
                std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
                m_out += code;
            } else {
                m_out += c;
            }
        }
        if (m_at >= m_text.size())
            return; // cut within
        m_out += '"';
        ++m_at;
        if (!m_key)
            completed();
    }

    // What is written so far is whole once its brackets are closed.
    void completed() {
        m_complete = m_out.size();
        m_openAtComplete = m_open.size();
    }

    void takeComma() {
        const std::size_t last = m_out.find_last_not_of(" \t\r\n");
        if (last != std::string::npos && m_out[last] == ',')
            m_out.resize(last);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_out;
    std::vector<char> m_open;
    std::size_t m_complete = 0;
    std::size_t m_openAtComplete = 0; // the first so many of m_open were open there
    bool m_key = false;               // a string that comes now names a member
    bool m_over = false;
};

} // namespace

std::string mendedJson(std::string_view text) {
    return Mender(text).run();
}

} // namespace parallax::data
