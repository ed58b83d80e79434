// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/inference/jinja/value.h"

namespace parallax::inference::jinja {

// The parts of a parsed template. `children` and `names` mean what the comment says.
struct Node {
    enum class Kind {
        // expressions
        Literal,      // value
        Name,         // text
        ListLiteral,  // children
        TupleLiteral, // children
        DictLiteral,  // children: key, value, key, value …
        Attribute,    // children[0] . text
        Item,         // children[0] [children[1]]
        Slice,        // children[0] [children[1] : children[2] : children[3]], missing ones null
        Call,   // children[0] (children[1 …]), the last names.size() of them by name; "*" and "**" stand
                // for as many as the list or the dictionary has
        Filter, // children[0] | text (children[1 …]), names as above
        Test,   // children[0] is text (children[1 …])
        Not,
        Negative,
        Binary, // children[0] text children[1]
        Chain,  // children[0] names[0] children[1] names[1] children[2] …: each pair compares
        Choice, // children[0] if children[1] else children[2] or null
        // statements
        Text,        // text
        Print,       // children[0]
        If,          // children: condition, body, condition, body … , body of else
        For,         // names in children[0] if children[1] or null: children[2] else children[3] or null;
                     // text: "recursive" or nothing
        Set,         // names[0] (. names[1]) = children[0]
        SetEach,     // names = the elements of children[0]
        SetBlock,    // names[0] = what children[0] prints
        With,        // names[i] = children[i], for the last child alone, which has a scope of its own
        FilterBlock, // children[0] is a filter of what children[1] prints
        CallBlock,   // children[0] is a call that is given children[1], a macro, as its caller
        Macro,       // text (names = children[1 …], null where there is no default): children[0]
        Body,        // children
        Break,
        Continue
    };
    Kind kind = Kind::Literal;
    std::string text;
    Value value;
    std::vector<std::unique_ptr<Node>> children;
    std::vector<std::string> names;
};
using NodePtr = std::unique_ptr<Node>;

// Throws Error{ModelTemplate} on what is not in the subset, with the line.
NodePtr parse(std::string_view source);

// Renders with these variables. Throws Error{ModelTemplate}; also what the template itself raises.
std::string render(const Node& root, const Dict& variables, std::int64_t now);

} // namespace parallax::inference::jinja
