// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/error.h"
#include "engine/inference/jinja/cursor.h"

namespace parallax::inference::jinja {
namespace {

class Parser : Cursor {
  public:
    using Cursor::Cursor;

    NodePtr run() {
        std::string ended;
        auto body = statements({}, ended);
        return body;
    }

  private:
    // Statements up to a tag whose name is among `ends`, which is taken; at the top up to the end.
    NodePtr statements(const std::vector<std::string>& ends, std::string& ended) {
        const Deeper deeper(*this);
        auto body = make(Kind::Body);
        for (;;) {
            const Lexeme& lexeme = now();
            if (lexeme.type == Lexeme::Type::End) {
                if (!ends.empty())
                    failAt(lexeme.line, "\"" + ends.back() + "\" is missing");
                return body;
            }
            ++m_at;
            if (lexeme.type == Lexeme::Type::Text) {
                body->children.push_back(make(Kind::Text, lexeme.text));
            } else if (lexeme.text == "{{") {
                body->children.push_back(with(Kind::Print, "", expression()));
                close();
            } else {
                const std::string keyword = name();
                if (std::ranges::find(ends, keyword) != ends.end()) {
                    ended = keyword;
                    return body;
                }
                body->children.push_back(statement(keyword, lexeme.line));
            }
        }
    }

    NodePtr statement(const std::string& keyword, int line) {
        if (keyword == "if")
            return ifStatement();
        if (keyword == "for")
            return forStatement();
        if (keyword == "set")
            return setStatement();
        if (keyword == "macro")
            return macroStatement();
        std::string ended;
        if (keyword == "generation") { // marks what a model is trained on; prints its body
            close();
            auto body = statements({"endgeneration"}, ended);
            close();
            return body;
        }
        if (keyword == "break" || keyword == "continue") {
            close();
            return make(keyword == "break" ? Kind::Break : Kind::Continue);
        }
        failAt(line, "the statement \"" + keyword + "\" is not known");
    }

    NodePtr ifStatement() {
        auto node = make(Kind::If);
        std::string ended = "elif";
        while (ended == "elif") {
            node->children.push_back(expression());
            close();
            node->children.push_back(statements({"elif", "else", "endif"}, ended));
        }
        if (ended == "else") {
            close();
            node->children.push_back(statements({"endif"}, ended));
        }
        close();
        return node;
    }

    NodePtr forStatement() {
        auto node = make(Kind::For);
        do
            node->names.push_back(name());
        while (take(","));
        if (!takeName("in"))
            failAt(now().line, "\"in\" is expected");
        node->children.push_back(orExpression()); // a plain "if" after it is the loop's own
        node->children.push_back(takeName("if") ? expression() : nullptr);
        close();
        std::string ended;
        node->children.push_back(statements({"else", "endfor"}, ended));
        NodePtr otherwise;
        if (ended == "else") {
            close();
            otherwise = statements({"endfor"}, ended);
        }
        close();
        node->children.push_back(std::move(otherwise));
        return node;
    }

    NodePtr setStatement() {
        auto node = make(Kind::Set);
        node->names.push_back(name());
        if (take("."))
            node->names.push_back(name());
        if (take("=")) {
            node->children.push_back(expression());
            close();
            return node;
        }
        node->kind = Kind::SetBlock;
        close();
        std::string ended;
        node->children.push_back(statements({"endset"}, ended));
        close();
        return node;
    }

    NodePtr macroStatement() {
        auto node = make(Kind::Macro, name());
        node->children.emplace_back();
        expect("(");
        while (!take(")")) {
            node->names.push_back(name());
            node->children.push_back(take("=") ? expression() : nullptr);
            if (!isSign(")"))
                expect(",");
        }
        close();
        std::string ended;
        node->children[0] = statements({"endmacro"}, ended);
        close();
        return node;
    }

    // ---- expressions, the loosest binding first ----

    NodePtr expression() {
        const Deeper deeper(*this);
        auto value = orExpression();
        if (!takeName("if"))
            return value;
        auto condition = orExpression();
        auto otherwise = takeName("else") ? expression() : nullptr;
        return with(Kind::Choice, "", std::move(value), std::move(condition), std::move(otherwise));
    }
    NodePtr orExpression() {
        auto left = andExpression();
        while (takeName("or"))
            left = with(Kind::Binary, "or", std::move(left), andExpression());
        return left;
    }
    NodePtr andExpression() {
        auto left = notExpression();
        while (takeName("and"))
            left = with(Kind::Binary, "and", std::move(left), notExpression());
        return left;
    }
    NodePtr notExpression() {
        const Deeper deeper(*this);
        if (takeName("not"))
            return with(Kind::Not, "", notExpression());
        auto left = sum();
        for (;;) {
            std::string sign;
            for (const char* one : {"==", "!=", "<=", ">=", "<", ">"})
                if (sign.empty() && take(one))
                    sign = one;
            if (sign.empty() && takeName("in"))
                sign = "in";
            if (sign.empty() && isName("not") && m_lexemes[m_at + 1].text == "in") {
                m_at += 2;
                sign = "not in";
            }
            if (sign.empty())
                return left;
            left = with(Kind::Binary, sign, std::move(left), sum());
        }
    }
    NodePtr sum() {
        auto left = product();
        for (;;) {
            const char* sign = take("+") ? "+" : take("-") ? "-" : take("~") ? "~" : nullptr;
            if (sign == nullptr)
                return left;
            left = with(Kind::Binary, sign, std::move(left), product());
        }
    }
    NodePtr product() {
        auto left = unary();
        for (;;) {
            const char* sign = take("*")    ? "*"
                               : take("//") ? "//"
                               : take("/")  ? "/"
                               : take("%")  ? "%"
                                            : nullptr;
            if (sign == nullptr)
                return left;
            left = with(Kind::Binary, sign, std::move(left), unary());
        }
    }
    NodePtr unary() {
        const Deeper deeper(*this);
        if (take("-"))
            return with(Kind::Negative, "", unary());
        if (take("+"))
            return unary();
        return postfix(primary());
    }

    void arguments(Node& call, const char* end) {
        while (!take(end)) {
            if (now().type == Lexeme::Type::Name && m_lexemes[m_at + 1].type == Lexeme::Type::Sign &&
                m_lexemes[m_at + 1].text == "=") {
                call.names.push_back(name());
                ++m_at;
            } else if (!call.names.empty()) {
                failAt(now().line, "an argument without a name after one with a name");
            }
            call.children.push_back(expression());
            if (!isSign(end))
                expect(",");
        }
    }

    NodePtr postfix(NodePtr node) {
        for (;;) {
            if (take(".")) {
                node = with(Kind::Attribute, name(), std::move(node));
            } else if (take("[")) {
                node = subscript(std::move(node));
            } else if (take("(")) {
                node = with(Kind::Call, "", std::move(node));
                arguments(*node, ")");
            } else if (take("|")) {
                node = with(Kind::Filter, name(), std::move(node));
                if (take("("))
                    arguments(*node, ")");
            } else if (takeName("is")) {
                const bool negated = takeName("not");
                node = with(Kind::Test, name(), std::move(node));
                if (take("("))
                    arguments(*node, ")");
                else if (now().type == Lexeme::Type::String || now().type == Lexeme::Type::Number)
                    node->children.push_back(primary());
                if (negated)
                    node = with(Kind::Not, "", std::move(node));
            } else {
                return node;
            }
        }
    }
    NodePtr subscript(NodePtr node) {
        NodePtr bounds[3];
        int colons = 0;
        while (!isSign("]")) {
            if (take(":")) {
                if (++colons > 2)
                    failAt(now().line, "a slice has at most two colons");
                continue;
            }
            bounds[colons] = expression();
        }
        expect("]");
        if (colons == 0)
            return with(Kind::Item, "", std::move(node), std::move(bounds[0]));
        return with(Kind::Slice, "", std::move(node), std::move(bounds[0]), std::move(bounds[1]),
                    std::move(bounds[2]));
    }

    NodePtr literal(Value value) {
        auto node = make(Kind::Literal);
        node->value = std::move(value);
        return node;
    }
    NodePtr primary() {
        const Lexeme lexeme = now();
        ++m_at;
        if (lexeme.type == Lexeme::Type::String) {
            std::string text = lexeme.text;
            while (now().type == Lexeme::Type::String) // neighbours are one string
                text += m_lexemes[m_at++].text;
            return literal(std::move(text));
        }
        if (lexeme.type == Lexeme::Type::Number) {
            const char* end = lexeme.text.data() + lexeme.text.size();
            std::int64_t whole = 0;
            if (const auto [at, problem] = std::from_chars(lexeme.text.data(), end, whole);
                problem == std::errc() && at == end)
                return literal(whole);
            double real = 0;
            std::from_chars(lexeme.text.data(), end, real);
            return literal(real);
        }
        if (lexeme.type == Lexeme::Type::Name) {
            if (lexeme.text == "true" || lexeme.text == "True" || lexeme.text == "false" ||
                lexeme.text == "False")
                return literal(lexeme.text == "true" || lexeme.text == "True");
            if (lexeme.text == "none" || lexeme.text == "None")
                return literal(nullptr);
            return make(Kind::Name, lexeme.text);
        }
        if (lexeme.text == "(" && lexeme.type == Lexeme::Type::Sign) {
            auto first = isSign(")") ? make(Kind::ListLiteral) : expression();
            if (isSign(",")) { // a tuple
                auto list = with(Kind::ListLiteral, "", std::move(first));
                while (take(","))
                    if (!isSign(")"))
                        list->children.push_back(expression());
                first = std::move(list);
            }
            expect(")");
            return first;
        }
        if (lexeme.text == "[" && lexeme.type == Lexeme::Type::Sign) {
            auto list = make(Kind::ListLiteral);
            while (!take("]")) {
                list->children.push_back(expression());
                if (!isSign("]"))
                    expect(",");
            }
            return list;
        }
        if (lexeme.text == "{" && lexeme.type == Lexeme::Type::Sign) {
            auto dict = make(Kind::DictLiteral);
            while (!take("}")) {
                dict->children.push_back(expression());
                expect(":");
                dict->children.push_back(expression());
                if (!isSign("}"))
                    expect(",");
            }
            return dict;
        }
        failAt(lexeme.line, "\"" + lexeme.text + "\" is not understood");
    }
};

} // namespace

NodePtr parse(std::string_view source) {
    return Parser(lex(source)).run();
}

} // namespace parallax::inference::jinja
