// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parallax::inference::jinja {

struct Lexeme {
    enum class Type { Text, Open, Close, Name, String, Number, Sign, End } type = Type::End;
    std::string text; // of Open and Close: "{%", "{{" and so on
    int line = 0;
};

// A template in text and the words of its tags, the last one being End. White space is cut as transformers
// configures it: trim_blocks and lstrip_blocks. Throws Error{ModelTemplate}.
std::vector<Lexeme> lex(std::string_view source);

// Error{ModelTemplate} with the line.
[[noreturn]] void failAt(int line, const std::string& what);

} // namespace parallax::inference::jinja
