// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/jinja/lex.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"

namespace parallax::inference::jinja {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
bool isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

class Lexer {
  public:
    explicit Lexer(std::string_view source)
        : m_text(source.size(), ' ') {
        // Every kind of line end is one character, and the last one is no part of the template.
        std::size_t size = 0;
        for (std::size_t i = 0; i < source.size(); ++i)
            if (source[i] != '\n' || i == 0 || source[i - 1] != '\r')
                m_text[size++] = source[i] == '\r' ? '\n' : source[i];
        m_text.resize(size);
        m_source = m_text;
        if (m_source.ends_with('\n'))
            m_source.remove_suffix(1);
    }

    std::vector<Lexeme> run() {
        bool trimNext = false;
        bool dropNewline = false;
        while (m_at < m_source.size()) {
            std::size_t open = m_at;
            while ((open = m_source.find('{', open)) != m_source.npos &&
                   (open + 1 == m_source.size() ||
                    std::string_view("{%#").find(m_source[open + 1]) == std::string_view::npos))
                ++open;
            std::string text(m_source.substr(m_at, open == m_source.npos ? m_source.npos : open - m_at));
            const int line = m_line;
            m_line += static_cast<int>(std::ranges::count(text, '\n'));
            if (dropNewline && text.starts_with('\n'))
                text.erase(0, 1);
            if (trimNext)
                text.erase(0,
                           static_cast<std::size_t>(std::ranges::find_if_not(text, isBlank) - text.begin()));
            if (open != m_source.npos) {
                const char kind = m_source[open + 1];
                const char after = open + 2 < m_source.size() ? m_source[open + 2] : ' ';
                if (after == '-') {
                    while (!text.empty() && isBlank(text.back()))
                        text.pop_back();
                } else if (kind != '{' && after != '+') { // a block alone on its line takes no indentation
                    const std::size_t start = text.find_last_not_of(" \t");
                    const bool lineStart = start == std::string::npos
                                               ? open == 0 || m_at == 0 || beginsLine(open)
                                               : text[start] == '\n';
                    if (lineStart)
                        text.erase(start == std::string::npos ? 0 : start + 1);
                }
            }
            if (!text.empty())
                m_out.push_back({Lexeme::Type::Text, std::move(text), line});
            if (open == m_source.npos)
                break;
            m_at = open;
            tag(trimNext, dropNewline);
        }
        m_out.push_back({Lexeme::Type::End, "", m_line});
        return std::move(m_out);
    }

  private:
    bool beginsLine(std::size_t at) const {
        while (at > 0 && (m_source[at - 1] == ' ' || m_source[at - 1] == '\t'))
            --at;
        return at == 0 || m_source[at - 1] == '\n';
    }

    void tag(bool& trimNext, bool& dropNewline) {
        const char kind = m_source[m_at + 1];
        const std::string closing = kind == '{' ? "}}" : kind == '%' ? "%}" : "#}";
        m_at += 2;
        if (kind == '#') {
            const std::size_t end = m_source.find("#}", m_at);
            if (end == m_source.npos)
                failAt(m_line, "a comment without end");
            trimNext = m_source[end - 1] == '-';
            dropNewline = m_source[end - 1] != '+';
            m_line += static_cast<int>(std::ranges::count(m_source.substr(m_at, end - m_at), '\n'));
            m_at = end + 2;
            return;
        }
        if (m_at < m_source.size() && (m_source[m_at] == '-' || m_source[m_at] == '+'))
            ++m_at;
        if (kind == '%' && raw(trimNext, dropNewline))
            return;
        m_out.push_back({Lexeme::Type::Open, std::string("{") + kind, m_line});
        int depth = 0; // a dictionary's "}}" is no end
        for (;;) {
            while (m_at < m_source.size() && isBlank(m_source[m_at]))
                m_line += m_source[m_at++] == '\n';
            if (m_at >= m_source.size())
                failAt(m_line, "a tag without end");
            const auto rest = m_source.substr(m_at);
            const bool cut = (rest[0] == '-' || rest[0] == '+') && rest.substr(1).starts_with(closing);
            if (depth == 0 && (cut || rest.starts_with(closing))) {
                trimNext = cut && rest[0] == '-';
                dropNewline = kind == '%' && !(cut && rest[0] == '+');
                m_at += closing.size() + (cut ? 1 : 0);
                m_out.push_back({Lexeme::Type::Close, closing, m_line});
                return;
            }
            lexeme(rest, depth);
        }
    }

    std::size_t blanksFrom(std::size_t at) const {
        while (at < m_source.size() && isBlank(m_source[at]))
            ++at;
        return at;
    }
    // After the sign before it, at its end "%}": past that. Else the same place.
    std::size_t pastTag(std::size_t at, const char* name, char& sign) const {
        std::size_t end = blanksFrom(at);
        if (!m_source.substr(end).starts_with(name))
            return at;
        end = blanksFrom(end + std::string_view(name).size());
        sign = end < m_source.size() && (m_source[end] == '-' || m_source[end] == '+') ? m_source[end] : ' ';
        end += sign != ' ';
        return m_source.substr(end).starts_with("%}") ? end + 2 : at;
    }
    // What stands between raw and endraw is text, whatever it looks like.
    bool raw(bool& trimNext, bool& dropNewline) {
        char sign = ' ';
        const std::size_t start = pastTag(m_at, "raw", sign);
        if (start == m_at)
            return false;
        for (std::size_t open = start; (open = m_source.find("{%", open)) != m_source.npos; open += 2) {
            const char before = open + 2 < m_source.size() ? m_source[open + 2] : ' ';
            const std::size_t inner = open + 2 + (before == '-' || before == '+');
            char last = ' ';
            const std::size_t end = pastTag(inner, "endraw", last);
            if (end == inner)
                continue;
            std::string text(m_source.substr(start, open - start));
            const int line = m_line;
            m_line += static_cast<int>(std::ranges::count(m_source.substr(m_at, end - m_at), '\n'));
            if (sign == '-')
                text.erase(0,
                           static_cast<std::size_t>(std::ranges::find_if_not(text, isBlank) - text.begin()));
            if (before == '-') {
                while (!text.empty() && isBlank(text.back()))
                    text.pop_back();
            } else if (before != '+') {
                const std::size_t end2 = text.find_last_not_of(" \t");
                if (end2 == std::string::npos ? false : text[end2] == '\n')
                    text.erase(end2 + 1);
            }
            if (!text.empty())
                m_out.push_back({Lexeme::Type::Text, std::move(text), line});
            trimNext = last == '-';
            dropNewline = last == ' ';
            m_at = end;
            return true;
        }
        failAt(m_line, "\"endraw\" is missing");
    }

    // Escapes within strings are Python's.
    std::size_t escape(std::string_view rest, std::string& out) const {
        const char c = rest[1];
        static constexpr std::string_view plain = "ntrbfva\\'\"";
        static constexpr std::string_view meaning = "\n\t\r\b\f\v\a\\'\"";
        if (const std::size_t at = plain.find(c); at != plain.npos) {
            out += meaning[at];
            return 2;
        }
        if (c == '\n') // a line that goes on
            return 2;
        if (c >= '0' && c <= '7')
            return number(rest, 1, 3, 8, out);
        if (c == 'x' || c == 'u' || c == 'U')
            return number(rest, 2, c == 'x' ? 2 : c == 'u' ? 4 : 8, 16, out);
        if (c == 'N')
            failAt(m_line, "a character by its name");
        out += '\\'; // no escape: both stay
        out += c;
        return 2;
    }
    std::size_t number(std::string_view rest, std::size_t from, std::size_t digits, int base,
                       std::string& out) const {
        const auto read = [&](std::string_view text, std::uint32_t& value) {
            const char* const end = text.data() + std::min(digits, text.size());
            return static_cast<std::size_t>(std::from_chars(text.data(), end, value, base).ptr - text.data());
        };
        std::uint32_t value = 0;
        std::size_t length = read(rest.substr(from), value);
        if (base == 16 && length != digits)
            failAt(m_line, "an escape needs " + std::to_string(digits) + " digits");
        length += from;
        std::uint32_t low = 0; // of a pair that stands for one character
        if (value >= 0xD800 && value < 0xDC00 && rest.substr(length).starts_with("\\u") &&
            read(rest.substr(length + 2), low) == 4 && low >= 0xDC00 && low < 0xE000) {
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
            length += 6;
        }
        if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
            failAt(m_line, "an escape that is no character");
        appendUtf8(out, value);
        return length;
    }

    void lexeme(std::string_view rest, int& depth) {
        const char c = rest[0];
        std::size_t length = 1;
        Lexeme out{Lexeme::Type::Sign, "", m_line};
        if (c == '"' || c == '\'') {
            out.type = Lexeme::Type::String;
            while (length < rest.size() && rest[length] != c) {
                m_line += rest[length] == '\n';
                if (rest[length] == '\\' && length + 1 < rest.size())
                    length += escape(rest.substr(length), out.text);
                else
                    out.text += rest[length++];
            }
            if (length >= rest.size())
                failAt(m_line, "a string without end");
            ++length;
        } else if (isDigit(c)) {
            out.type = Lexeme::Type::Number;
            // After a point it is the place in a list: "messages.0.role".
            const bool place = m_at > 0 && m_source[m_at - 1] == '.';
            const auto digits = [&] {
                while (length < rest.size() && (isDigit(rest[length]) || rest[length] == '_'))
                    ++length;
            };
            digits();
            if (!place && length + 1 < rest.size() && rest[length] == '.' && isDigit(rest[length + 1])) {
                ++length;
                digits();
            }
            std::size_t exponent = length;
            if (!place && exponent < rest.size() && (rest[exponent] == 'e' || rest[exponent] == 'E')) {
                ++exponent;
                exponent += exponent < rest.size() && (rest[exponent] == '-' || rest[exponent] == '+');
                if (exponent < rest.size() && isDigit(rest[exponent])) {
                    length = exponent;
                    digits();
                }
            }
            if (length < rest.size() && isNameChar(rest[length]))
                failAt(m_line, "the number " + std::string(rest.substr(0, length + 1)));
            out.text = rest.substr(0, length);
            std::erase(out.text, '_');
        } else if (isNameChar(c)) {
            out.type = Lexeme::Type::Name;
            while (length < rest.size() && isNameChar(rest[length]))
                ++length;
            out.text = rest.substr(0, length);
        } else {
            for (const char* two : {"==", "!=", "<=", ">=", "//", "**"})
                if (rest.starts_with(two))
                    length = 2;
            if (length == 1 && std::string_view("+-*/%~<>=()[]{}.,:|").find(c) == std::string_view::npos)
                failAt(m_line, std::string("the sign ") + c);
            out.text = rest.substr(0, length);
            depth += std::string_view("([{").find(c) != std::string_view::npos;
            depth -= depth > 0 && std::string_view(")]}").find(c) != std::string_view::npos;
        }
        m_at += length;
        m_out.push_back(std::move(out));
    }

    std::string m_text;
    std::string_view m_source; // of it
    std::size_t m_at = 0;
    int m_line = 1;
    std::vector<Lexeme> m_out;
};

} // namespace

void failAt(int line, const std::string& what) {
    throw Error(ErrorCode::ModelTemplate, {"line " + std::to_string(line) + ": " + visibleUtf8(what)});
}

std::vector<Lexeme> lex(std::string_view source) {
    return Lexer(source).run();
}

} // namespace parallax::inference::jinja
