// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <ctime>
#include <iterator>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/inference/jinja/builtins.h"
#include "engine/inference/jinja/syntax.h"

namespace parallax::inference::jinja {

struct Macro {
    const Node* node = nullptr; // null: a function of the language, by name
    std::string name;
    std::size_t scopes = 0; // that it sees: those around where it is defined
    std::int64_t depth = 1; // of a loop that may be called, by which it goes on with other elements
};

Value namedFunction(const std::string& name) {
    auto macro = std::make_shared<Macro>();
    macro->name = name;
    return std::shared_ptr<const Macro>(std::move(macro));
}

namespace {

constexpr const char* againMark = "\x01A"; // where a loop keeps what calls it

using Kind = Node::Kind;

enum class Flow { Next, Break, Continue };

// Templates come with the model: a loop that never ends or prints without end is stopped. A step is a node of
// the tree, or what takes about as long: 64 bytes of a text, an element of a list.
constexpr std::size_t mostSteps = 2'000'000;
constexpr std::size_t stepBytes = 64;
constexpr std::size_t comparison = 5'000; // of two lists or dictionaries, which may hold each other

bool isContainer(const Value& value) {
    return (value.list() != nullptr && !value.list()->empty()) ||
           (value.dict() != nullptr && !value.dict()->empty());
}

// What going through it takes, in steps.
std::size_t sizeOf(const Value& value) {
    if (const auto* text = value.string())
        return text->size() / stepBytes;
    return value.list() != nullptr   ? value.list()->size()
           : value.dict() != nullptr ? value.dict()->size()
                                     : 0;
}

class Renderer {
  public:
    Renderer(const Dict& variables, std::int64_t now)
        : m_now(now) {
        m_scopes.push_back(variables);
    }

    Flow run(const Node& node, std::string& out) {
        spend(1);
        switch (node.kind) {
        case Kind::Body:
            for (const auto& child : node.children)
                if (const Flow flow = run(*child, out); flow != Flow::Next)
                    return flow;
            return Flow::Next;
        case Kind::Text:
            out += node.text;
            break;
        case Kind::Print:
            out += spentOn(evaluate(*node.children[0]).text()).text();
            break;
        case Kind::If:
            for (std::size_t i = 0; i < node.children.size(); i += 2) {
                if (i + 1 == node.children.size())
                    return run(*node.children[i], out);
                if (evaluate(*node.children[i]).truth())
                    return run(*node.children[i + 1], out);
            }
            break;
        case Kind::For:
            return loop(node, evaluate(*node.children[0]), 1, out);
        case Kind::Set: {
            Value value = evaluate(*node.children[0]);
            if (node.names.size() == 1)
                assign(node.names[0], std::move(value));
            else if (Value target = lookUp(node.names[0]); target.dict() != nullptr)
                target.set(node.names[1], std::move(value));
            else
                refuse("\"" + node.names[0] + "\" is no namespace");
            break;
        }
        case Kind::SetEach:
            assignEach(node.names, evaluate(*node.children[0]));
            break;
        case Kind::SetBlock:
            assign(node.names[0], printed(*node.children[0]));
            break;
        case Kind::With: {
            Dict values; // none sees the others
            for (std::size_t i = 0; i < node.names.size(); ++i)
                values.emplace_back(node.names[i], evaluate(*node.children[i]));
            m_scopes.push_back(std::move(values));
            const Flow flow = run(*node.children.back(), out);
            m_scopes.pop_back();
            return flow;
        }
        case Kind::FilterBlock: {
            Value text = printed(*node.children[1]);
            m_scopes.push_back({{"", std::move(text)}}); // what the filter's empty name stands for
            out += spentOn(evaluate(*node.children[0]).text()).text();
            m_scopes.pop_back();
            break;
        }
        case Kind::CallBlock:
            out += spentOn(call(*node.children[0], macroOf(*node.children[1])).text()).text();
            break;
        case Kind::Macro:
            assign(node.text, macroOf(node));
            break;
        case Kind::Break:
            return Flow::Break;
        case Kind::Continue:
            return Flow::Continue;
        default:
            break;
        }
        if (out.size() > mostText)
            refuse("it prints too much");
        return Flow::Next;
    }

  private:
    void spend(std::size_t steps) {
        m_steps += steps;
        if (m_steps > mostSteps)
            refuse("it takes too many steps");
    }
    void spendOn(const Value& value) { // that is made or copied
        if (const auto* text = value.string())
            spend(text->size() / stepBytes);
    }
    Value spentOn(Value value) {
        spendOn(value);
        return value;
    }
    void spendOnElements(const Value& value) {
        if (const auto* list = value.list()) {
            spend(list->size());
            for (const Value& element : *list)
                spendOn(element);
        }
        if (const auto* dict = value.dict())
            spend(dict->size());
    }
    Value spentOnElements(Value value) {
        spendOnElements(value);
        return value;
    }
    std::string printed(const Node& body) { // in a scope of its own
        std::string text;
        m_scopes.emplace_back();
        run(body, text);
        m_scopes.pop_back();
        return text;
    }
    Value macroOf(const Node& node) {
        auto macro = std::make_shared<Macro>();
        macro->node = &node;
        macro->name = node.text;
        macro->scopes = m_scopes.size();
        return std::shared_ptr<const Macro>(std::move(macro));
    }
    void assignEach(const std::vector<std::string>& names, const Value& value) {
        const List parts = elementsOf(value);
        spend(parts.size());
        if (parts.size() != names.size())
            refuse(std::to_string(parts.size()) + " values for " + std::to_string(names.size()) + " names");
        for (std::size_t i = 0; i < parts.size(); ++i)
            assign(names[i], parts[i]);
    }
    void assign(const std::string& name, Value value) {
        for (auto& [known, old] : m_scopes.back())
            if (known == name) {
                old = std::move(value);
                return;
            }
        m_scopes.back().emplace_back(name, std::move(value));
    }
    Value lookUp(const std::string& name) {
        for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
            spend(scope->size() / 16);
            for (const auto& [known, value] : *scope)
                if (known == name)
                    return value;
        }
        for (const char* function : {"raise_exception", "strftime_now", "namespace", "range", "dict"})
            if (name == function)
                return namedFunction(name);
        return {};
    }

    Flow loop(const Node& node, const Value& over, std::int64_t depth, std::string& out) {
        List all = elementsOf(over);
        spend(all.size());
        const auto bind = [&](const Value& element) {
            if (node.names.size() == 1)
                return assign(node.names[0], element);
            assignEach(node.names, element);
        };
        Value again;
        if (node.text == "recursive") {
            auto macro = std::make_shared<Macro>();
            macro->node = &node;
            macro->scopes = m_scopes.size();
            macro->depth = depth;
            again = std::shared_ptr<const Macro>(std::move(macro));
        }
        m_scopes.emplace_back();
        if (node.children[1]) {
            List kept;
            for (const Value& element : all) {
                bind(element);
                if (evaluate(*node.children[1]).truth())
                    kept.push_back(element);
            }
            all = std::move(kept);
        }
        const auto count = static_cast<std::int64_t>(all.size());
        for (std::int64_t i = 0; i < count; ++i) {
            const auto at = [&](std::int64_t index) {
                return index >= 0 && index < count ? all[static_cast<std::size_t>(index)] : Value();
            };
            m_scopes.back().clear(); // what a turn sets does not outlive it
            bind(at(i));
            Dict entries{{"index", i + 1},        {"index0", i},
                         {"revindex", count - i}, {"revindex0", count - i - 1},
                         {"first", i == 0},       {"last", i + 1 == count},
                         {"length", count},       {"depth", depth},
                         {"depth0", depth - 1},   {"previtem", at(i - 1)},
                         {"nextitem", at(i + 1)}};
            if (!again.isUndefined())
                entries.emplace_back(againMark, again);
            assign("loop", std::move(entries));
            if (run(*node.children[2], out) == Flow::Break)
                break;
        }
        m_scopes.pop_back();
        return count == 0 && node.children[3] ? run(*node.children[3], out) : Flow::Next;
    }

    Arguments arguments(const Node& node) {
        Arguments given;
        const std::size_t unnamed = node.children.size() - node.names.size();
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            Value value = evaluate(*node.children[i]);
            const std::string name = i < unnamed ? "" : node.names[i - unnamed];
            if (name.empty())
                given.values.push_back(std::move(value));
            else if (name == "*")
                std::ranges::move(elementsOf(value), std::back_inserter(given.values));
            else if (name != "**")
                given.named.emplace_back(name, std::move(value));
            else if (value.dict() == nullptr)
                refuse("\"**\" needs a dictionary");
            else
                given.named.insert(given.named.end(), value.dict()->begin(), value.dict()->end());
            spend((given.values.size() + given.named.size()) / 16);
        }
        for (std::size_t i = 1; i < given.named.size(); ++i) {
            const auto known = given.named.begin() + static_cast<std::ptrdiff_t>(i);
            spend(i / 16);
            if (std::any_of(given.named.begin(), known,
                            [&](const auto& one) { return one.first == known->first; }))
                refuse("the argument \"" + known->first + "\" is given twice");
        }
        return given;
    }

    // What a call block's body is called by, for the macro that it is given to.
    Value call(const Node& node, Value caller = {}) {
        // A method is found by its object's type.
        const Node& callee = *node.children[0];
        if (callee.kind == Kind::Attribute) {
            Value object = evaluate(*callee.children[0]);
            if (isMethod(object, callee.text) || object.find(callee.text) == nullptr) {
                const Arguments given = arguments(node);
                // Looking for a long text in a long one may take as many steps as both have letters together.
                if (object.string() != nullptr && !given.values.empty() &&
                    given.values[0].string() != nullptr)
                    spend(object.string()->size() / stepBytes *
                          (given.values[0].string()->size() / stepBytes));
                spendOnElements(object);
                for (const Value& one : given.values)
                    spendOnElements(one);
                if (object.list() != nullptr && !given.values.empty() && isContainer(given.values[0]))
                    spend(object.list()->size() * comparison);
                return spentOnElements(callMethod(object, callee.text, given));
            }
        }
        const Value function = evaluate(callee);
        const Value* const again = function.find(againMark);
        const auto* macro =
            std::get_if<std::shared_ptr<const Macro>>(again != nullptr ? &again->held : &function.held);
        if (macro == nullptr)
            refuse("\"" + callee.text + "\" cannot be called");
        const Arguments given = arguments(node);
        if ((*macro)->node == nullptr)
            return spentOnElements(callFunction((*macro)->name, given, m_now));
        if (again != nullptr) {
            if (given.values.size() != 1 || !given.named.empty())
                refuse("a loop is called with what it goes through");
            return within(**macro, [&](std::string& text) {
                loop(*(*macro)->node, given.values[0], (*macro)->depth + 1, text);
            });
        }
        return callMacro(**macro, given, std::move(caller));
    }

    // What `print` prints where what stands around the macro's definition is seen, not the variables of its
    // caller.
    template <class Print>
    Value within(const Macro& macro, const Print& print) {
        if (++m_depth > 40)
            refuse("macros call each other too deeply");
        const std::size_t seen = std::min(macro.scopes, m_scopes.size());
        std::vector<Dict> hidden(
            std::make_move_iterator(m_scopes.begin() + static_cast<std::ptrdiff_t>(seen)),
            std::make_move_iterator(m_scopes.end()));
        m_scopes.resize(seen);
        std::string text;
        print(text);
        m_scopes.resize(seen);
        m_scopes.insert(m_scopes.end(), std::make_move_iterator(hidden.begin()),
                        std::make_move_iterator(hidden.end()));
        --m_depth;
        return text;
    }

    bool mentions(const Node& node, const char* name) { // anywhere in it
        spend(1);
        return (node.kind == Kind::Name && node.text == name) ||
               std::ranges::any_of(node.children,
                                   [&](const auto& child) { return child && mentions(*child, name); });
    }

    Value callMacro(const Macro& macro, const Arguments& given, Value caller) {
        const Node& body = *macro.node;
        const std::size_t taken = std::min(given.values.size(), body.names.size());
        // What is too much is for a macro that asks for it.
        const List more(given.values.begin() + static_cast<std::ptrdiff_t>(taken), given.values.end());
        if (!more.empty() && !mentions(*body.children[0], "varargs"))
            refuse("the macro \"" + macro.name + "\" is given too many arguments");
        Dict others;
        for (const auto& entry : given.named)
            if (std::find(body.names.begin() + static_cast<std::ptrdiff_t>(taken), body.names.end(),
                          entry.first) == body.names.end())
                others.push_back(entry);
        if (!others.empty() && !mentions(*body.children[0], "kwargs"))
            refuse("the macro \"" + macro.name + "\" has no argument \"" + others[0].first + "\"");
        return within(macro, [&](std::string& text) {
            m_scopes.emplace_back();
            if (!caller.isUndefined())
                assign("caller", std::move(caller));
            assign("varargs", Tuple{more});
            assign("kwargs", std::move(others));
            for (std::size_t i = 0; i < body.names.size(); ++i) {
                const Value* named = given.find(body.names[i]);
                Value value = i < given.values.size() ? given.values[i]
                              : named != nullptr      ? *named
                              : body.children[i + 1]  ? evaluate(*body.children[i + 1])
                                                      : Value();
                assign(body.names[i], std::move(value));
            }
            run(*body.children[0], text);
        });
    }

    Value binary(const Node& node) {
        const std::string& sign = node.text;
        Value left = evaluate(*node.children[0]);
        if (sign == "and")
            return left.truth() ? evaluate(*node.children[1]) : left;
        if (sign == "or")
            return left.truth() ? left : evaluate(*node.children[1]);
        return compared(sign, left, evaluate(*node.children[1]));
    }
    Value compared(const std::string& sign, const Value& left, const Value& right) {
        if ((sign == "in" || sign == "not in") && right.list() != nullptr)
            spend(right.list()->size() * (isContainer(left) ? comparison : 1));
        else if ((sign == "==" || sign == "!=") && isContainer(left) && isContainer(right))
            spend(comparison);
        else if (sign == "in" && left.string() != nullptr && right.string() != nullptr)
            spend(right.string()->size() / stepBytes * (left.string()->size() / stepBytes));
        return spentOnElements(combine(sign, left, right));
    }
    // 1 < x < 3 holds when both do; the middle is computed once.
    Value chain(const Node& node) {
        Value left = evaluate(*node.children[0]);
        for (std::size_t i = 0; i < node.names.size(); ++i) {
            Value right = evaluate(*node.children[i + 1]);
            if (!compared(node.names[i], left, right).truth())
                return false;
            left = std::move(right);
        }
        return true;
    }

    Value evaluate(const Node& node) {
        spend(1);
        if (++m_nested > 800)
            refuse("its expressions are nested too deeply");
        Value value = spentOn(valueOf(node));
        --m_nested;
        return value;
    }

    Value valueOf(const Node& node) {
        switch (node.kind) {
        case Kind::Literal:
            return node.value;
        case Kind::Name:
            return lookUp(node.text);
        case Kind::ListLiteral:
        case Kind::TupleLiteral: {
            List list;
            for (const auto& child : node.children)
                list.push_back(evaluate(*child));
            return node.kind == Kind::ListLiteral ? Value(std::move(list)) : Value(Tuple{std::move(list)});
        }
        case Kind::DictLiteral: {
            Value dict = Dict{};
            for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
                spend(i / 32); // each key is held against those before it
                dict.set(keyOf(evaluate(*node.children[i])), evaluate(*node.children[i + 1]));
            }
            return dict;
        }
        case Kind::Attribute: {
            const Value object = evaluate(*node.children[0]);
            if (object.isUndefined())
                refuse("what has no value has no \"" + node.text + "\"");
            if (isMethod(object, node.text)) // Python looks for those of a dictionary first
                return namedFunction(node.text);
            const Value* found = object.find(node.text);
            return found != nullptr ? *found : object.tuple() ? itemOf(object, node.text) : Value();
        }
        case Kind::Item:
            return itemOf(evaluate(*node.children[0]), evaluate(*node.children[1]));
        case Kind::Slice: {
            Value bounds[3];
            for (std::size_t i = 0; i < 3; ++i)
                if (node.children[i + 1])
                    bounds[i] = evaluate(*node.children[i + 1]);
            const Value object = evaluate(*node.children[0]);
            spendOnElements(object);
            return sliceOf(object, bounds[0], bounds[1], bounds[2]);
        }
        case Kind::Call:
            return call(node);
        case Kind::Filter:
        case Kind::Test: {
            const Value value = evaluate(*node.children[0]);
            const Arguments given = arguments(node);
            spendOnElements(value);
            if (node.kind == Kind::Filter &&
                (node.text == "sort" || node.text == "dictsort" || node.text == "groupby"))
                for (int i = 0; i < 16; ++i) // compared about so often
                    spendOnElements(value);
            if (node.kind == Kind::Filter && value.list() != nullptr)
                for (const Value& other : given.values) // select, map and their like take them for each
                    spend(value.list()->size() * sizeOf(other));
            if (node.kind == Kind::Filter)
                return spentOnElements(applyFilter(node.text, value, given));
            for (const Value& other : given.values)
                spend(isContainer(other) ? sizeOf(other) * (isContainer(value) ? comparison : 1) : 0);
            return applyTest(node.text, value, given);
        }
        case Kind::Not:
            return !evaluate(*node.children[0]).truth();
        case Kind::Negative: {
            const Value value = evaluate(*node.children[0]);
            if (!std::holds_alternative<double>(value.held) && value.isNumber())
                return combine("-", std::int64_t{0}, value);
            if (!value.isNumber())
                refuse("\"-\" does not go with this value");
            return -value.number();
        }
        case Kind::Binary:
            return binary(node);
        case Kind::Chain:
            return chain(node);
        case Kind::Choice:
            if (evaluate(*node.children[1]).truth())
                return evaluate(*node.children[0]);
            return node.children[2] ? evaluate(*node.children[2]) : Value();
        default:
            return {};
        }
    }

    std::vector<Dict> m_scopes;
    std::int64_t m_now;
    std::size_t m_steps = 0;
    int m_depth = 0;
    int m_nested = 0; // expressions that are being evaluated
};

} // namespace

std::string render(const Node& root, const Dict& variables, std::int64_t now) {
    std::string out;
    Renderer(variables, now).run(root, out);
    return out;
}

} // namespace parallax::inference::jinja
