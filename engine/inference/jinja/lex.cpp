// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/jinja/lex.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/error.h"

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
        : m_source(source) {
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

    void lexeme(std::string_view rest, int& depth) {
        const char c = rest[0];
        std::size_t length = 1;
        Lexeme out{Lexeme::Type::Sign, "", m_line};
        if (c == '"' || c == '\'') {
            out.type = Lexeme::Type::String;
            for (; length < rest.size() && rest[length] != c; ++length) {
                char next = rest[length];
                m_line += next == '\n';
                if (next == '\\' && length + 1 < rest.size()) {
                    next = rest[++length];
                    next = next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next;
                }
                out.text += next;
            }
            if (length >= rest.size())
                failAt(m_line, "a string without end");
            ++length;
        } else if (isDigit(c)) {
            out.type = Lexeme::Type::Number;
            while (length < rest.size() &&
                   (isDigit(rest[length]) ||
                    (rest[length] == '.' && length + 1 < rest.size() && isDigit(rest[length + 1]))))
                ++length;
            out.text = rest.substr(0, length);
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

    std::string_view m_source;
    std::size_t m_at = 0;
    int m_line = 1;
    std::vector<Lexeme> m_out;
};

} // namespace

void failAt(int line, const std::string& what) {
    throw Error(ErrorCode::ModelTemplate, {"line " + std::to_string(line) + ": " + what});
}

std::vector<Lexeme> lex(std::string_view source) {
    return Lexer(source).run();
}

} // namespace parallax::inference::jinja
