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
            m_links = 0;
            if (lexeme.type == Lexeme::Type::Text) {
                body->children.push_back(make(Kind::Text, lexeme.text));
            } else if (lexeme.text == "{{") {
                body->children.push_back(with(Kind::Print, "", tuple(true)));
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
            return macroStatement(name(), "endmacro");
        if (keyword == "call")
            return callStatement();
        if (keyword == "with")
            return withStatement();
        if (keyword == "filter")
            return filterStatement();
        std::string ended;
        if (keyword == "generation") { // marks what a model is trained on; prints its body
            close();
            auto body = statements({"endgeneration"}, ended);
            close();
            return with(Kind::With, "", std::move(body));
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
        const bool round = take("(");
        node->names = targets();
        if (round)
            expect(")");
        if (!takeName("in"))
            failAt(now().line, "\"in\" is expected");
        node->children.push_back(tuple(false)); // a plain "if" after it is the loop's own
        node->children.push_back(takeName("if") ? expression() : nullptr);
        if (takeName("recursive"))
            node->text = "recursive";
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

    std::vector<std::string> targets() {
        std::vector<std::string> names;
        do
            names.push_back(name());
        while (take(","));
        return names;
    }

    NodePtr setStatement() {
        auto node = make(Kind::Set);
        const bool round = take("(");
        node->names = targets();
        if (round)
            expect(")");
        if (node->names.size() > 1)
            node->kind = Kind::SetEach;
        else if (take("."))
            node->names.push_back(name());
        if (take("=")) {
            node->children.push_back(tuple(true));
            close();
            return node;
        }
        if (node->names.size() > 1)
            failAt(now().line, "a block is set to one name");
        node->kind = Kind::SetBlock;
        NodePtr filter = isSign("|") ? filtered(make(Kind::Name)) : nullptr;
        close();
        std::string ended;
        node->children.push_back(statements({"endset"}, ended));
        close();
        if (filter)
            node->children[0] = with(Kind::FilterBlock, "", std::move(filter), std::move(node->children[0]));
        return node;
    }

    NodePtr withStatement() {
        auto node = make(Kind::With);
        while (now().type == Lexeme::Type::Name) {
            node->names.push_back(name());
            expect("=");
            node->children.push_back(expression());
            if (!take(","))
                break;
        }
        close();
        std::string ended;
        node->children.push_back(statements({"endwith"}, ended));
        close();
        return node;
    }

    NodePtr filterStatement() {
        auto filter = with(Kind::Filter, name(), make(Kind::Name));
        if (take("("))
            arguments(*filter, ")");
        filter = filtered(std::move(filter));
        close();
        std::string ended;
        auto body = statements({"endfilter"}, ended);
        close();
        return with(Kind::FilterBlock, "", std::move(filter), std::move(body));
    }

    NodePtr callStatement() {
        const auto signature = m_at;
        // The parameters of the body stand before the call: "call(x) list(items)".
        int depth = 0;
        if (isSign("("))
            do {
                depth += isSign("(");
                depth -= isSign(")");
                if (now().type == Lexeme::Type::Close || now().type == Lexeme::Type::End)
                    failAt(now().line, "\")\" is expected");
                ++m_at;
            } while (depth > 0);
        auto call = expression();
        if (call->kind != Kind::Call)
            failAt(now().line, "\"call\" needs a call");
        const auto end = m_at;
        m_at = signature;
        auto caller = make(Kind::Macro, "caller");
        caller->children.emplace_back();
        if (isSign("("))
            parameters(*caller);
        m_at = end;
        close();
        std::string ended;
        caller->children[0] = statements({"endcall"}, ended);
        close();
        return with(Kind::CallBlock, "", std::move(call), std::move(caller));
    }

    NodePtr macroStatement(std::string called, const char* end) {
        auto node = make(Kind::Macro, std::move(called));
        node->children.emplace_back();
        parameters(*node);
        close();
        std::string ended;
        node->children[0] = statements({end}, ended);
        close();
        return node;
    }
    void parameters(Node& macro) {
        expect("(");
        while (!take(")")) {
            macro.names.push_back(name());
            macro.children.push_back(take("=") ? expression() : nullptr);
            if (!isSign(")"))
                expect(",");
        }
    }

    // ---- expressions, the loosest binding first ----

    // One value, or several with commas between: a tuple without brackets.
    NodePtr tuple(bool choices) {
        auto first = choices ? expression() : orExpression();
        if (!isSign(","))
            return first;
        auto node = with(Kind::TupleLiteral, "", std::move(first));
        while (take(","))
            if (now().type != Lexeme::Type::Close)
                node->children.push_back(choices ? expression() : orExpression());
        return node;
    }
    NodePtr expression() {
        const Deeper deeper(*this);
        auto value = orExpression();
        while (takeName("if")) {
            link();
            auto condition = orExpression();
            auto otherwise = takeName("else") ? expression() : nullptr;
            value = with(Kind::Choice, "", std::move(value), std::move(condition), std::move(otherwise));
        }
        return value;
    }
    NodePtr orExpression() {
        auto left = andExpression();
        while (takeName("or")) {
            link();
            left = with(Kind::Binary, "or", std::move(left), andExpression());
        }
        return left;
    }
    NodePtr andExpression() {
        auto left = notExpression();
        while (takeName("and")) {
            link();
            left = with(Kind::Binary, "and", std::move(left), notExpression());
        }
        return left;
    }
    NodePtr notExpression() {
        const Deeper deeper(*this);
        if (takeName("not"))
            return with(Kind::Not, "", notExpression());
        auto chain = with(Kind::Chain, "", sum());
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
                break;
            chain->names.push_back(sign);
            chain->children.push_back(sum());
        }
        if (chain->names.empty())
            return std::move(chain->children[0]);
        if (chain->names.size() == 1) {
            chain->kind = Kind::Binary;
            chain->text = chain->names[0];
        }
        return chain;
    }
    NodePtr sum() {
        auto left = joined();
        for (;;) {
            const char* sign = take("+") ? "+" : take("-") ? "-" : nullptr;
            if (sign == nullptr)
                return left;
            link();
            left = with(Kind::Binary, sign, std::move(left), joined());
        }
    }
    NodePtr joined() { // "~" binds tighter than "+"
        auto left = product();
        while (take("~")) {
            link();
            left = with(Kind::Binary, "~", std::move(left), product());
        }
        return left;
    }
    NodePtr product() {
        auto left = power();
        for (;;) {
            const char* sign = take("*")    ? "*"
                               : take("//") ? "//"
                               : take("/")  ? "/"
                               : take("%")  ? "%"
                                            : nullptr;
            if (sign == nullptr)
                return left;
            link();
            left = with(Kind::Binary, sign, std::move(left), power());
        }
    }
    NodePtr power() { // from the left, as Jinja has it
        auto left = filtered(unary());
        while (take("**")) {
            link();
            left = with(Kind::Binary, "**", std::move(left), filtered(unary()));
        }
        return left;
    }
    NodePtr unary() { // a filter behind it takes the sign along: -5 | abs is 5
        const Deeper deeper(*this);
        if (take("-"))
            return with(Kind::Negative, "", unary());
        if (take("+"))
            return unary();
        return postfix(primary());
    }

    void arguments(Node& call, const char* end) {
        while (!take(end)) {
            if (isSign("*") || isSign("**")) { // as many as the list or the dictionary has
                call.names.push_back(now().text);
                ++m_at;
            } else if (now().type == Lexeme::Type::Name && m_lexemes[m_at + 1].type == Lexeme::Type::Sign &&
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
        for (;; link()) {
            if (take(".")) {
                if (now().type == Lexeme::Type::Number) // a place, as in brackets
                    node = with(Kind::Item, "", std::move(node), primary());
                else
                    node = with(Kind::Attribute, name(), std::move(node));
            } else if (take("[")) {
                node = subscript(std::move(node));
            } else if (take("(")) {
                node = with(Kind::Call, "", std::move(node));
                arguments(*node, ")");
            } else {
                return node;
            }
        }
    }
    NodePtr filtered(NodePtr node) {
        for (;; link()) {
            if (take("|")) {
                node = with(Kind::Filter, name(), std::move(node));
                if (take("("))
                    arguments(*node, ")");
            } else if (takeName("is")) {
                const bool negated = takeName("not");
                node = with(Kind::Test, name(), std::move(node));
                if (take("("))
                    arguments(*node, ")");
                else if (startsValue()) // "is divisibleby 3", "is in [1, 2]"
                    node->children.push_back(postfix(primary()));
                if (negated)
                    node = with(Kind::Not, "", std::move(node));
            } else {
                return node;
            }
        }
    }
    bool startsValue() const {
        if (now().type == Lexeme::Type::Name)
            return !isName("else") && !isName("or") && !isName("and") && !isName("if") && !isName("is") &&
                   !isName("not") && !isName("in");
        return now().type == Lexeme::Type::String || now().type == Lexeme::Type::Number || isSign("[") ||
               isSign("{");
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
            if (lexeme.text.find_first_not_of("0123456789") == std::string::npos) // exact in Python
                failAt(lexeme.line, "the number " + lexeme.text + " is too large");
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
            auto first = isSign(")") ? make(Kind::TupleLiteral) : expression();
            if (isSign(",")) {
                auto list = with(Kind::TupleLiteral, "", std::move(first));
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
