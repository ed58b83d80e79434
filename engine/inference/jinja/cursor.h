// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/inference/jinja/lex.h"
#include "engine/inference/jinja/syntax.h"

namespace parallax::inference::jinja {

// Where a parser is in the lexemes of a template, and the nodes it makes of them. The last lexeme is the end,
// so that one may always look one further.
class Cursor {
  public:
    explicit Cursor(std::vector<Lexeme> lexemes)
        : m_lexemes(std::move(lexemes)) {}

  protected:
    using Kind = Node::Kind;

    const Lexeme& now() const { return m_lexemes[m_at]; }
    bool isSign(const char* sign) const { return now().type == Lexeme::Type::Sign && now().text == sign; }
    bool isName(const char* name) const { return now().type == Lexeme::Type::Name && now().text == name; }
    bool take(const char* sign) {
        const bool found = isSign(sign);
        m_at += found;
        return found;
    }
    bool takeName(const char* name) {
        const bool found = isName(name);
        m_at += found;
        return found;
    }
    void expect(const char* sign) {
        if (!take(sign))
            failAt(now().line, std::string("\"") + sign + "\" is expected, not \"" + now().text + "\"");
    }
    std::string name() {
        if (now().type != Lexeme::Type::Name)
            failAt(now().line, "a name is expected, not \"" + now().text + "\"");
        return m_lexemes[m_at++].text;
    }
    void close() {
        if (now().type != Lexeme::Type::Close)
            failAt(now().line, "\"" + now().text + "\" is not understood");
        ++m_at;
    }
    static NodePtr make(Kind kind, std::string text = {}) {
        auto node = std::make_unique<Node>();
        node->kind = kind;
        node->text = std::move(text);
        return node;
    }
    template <class... Children>
    static NodePtr with(Kind kind, std::string text, Children... children) {
        auto node = make(kind, std::move(text));
        (node->children.push_back(std::move(children)), ...);
        return node;
    }
    // A link of a chain ("a + b + c") nests what is before it one deeper: long ones are refused as well.
    void link() {
        if (++m_links > 400)
            failAt(now().line, "an expression is too long");
    }
    // Deep nesting is refused before it can exhaust the stack.
    struct Deeper {
        explicit Deeper(Cursor& cursor)
            : depth(cursor.m_depth) {
            if (++depth > 60)
                failAt(cursor.now().line, "it is nested too deeply");
        }
        ~Deeper() { --depth; }
        int& depth;
    };

    std::vector<Lexeme> m_lexemes;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_links = 0; // of the tag that is being read
};

} // namespace parallax::inference::jinja
