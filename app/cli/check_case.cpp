// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_case.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>

#include "base/error.h"
#include "data/check/case.h"

namespace parallax::app {
namespace {

using Json = nlohmann::ordered_json;

// "inconsistent red face 70.9976: ~71%, $67.5 billion" for people.
std::string inWords(const Json& answer) {
    const auto text = [](const Json& value) {
        return value.is_string() ? value.get<std::string>() : value.dump();
    };
    if (answer.contains("error"))
        return "error: " + text(answer["error"]);
    std::string line = text(answer["verdict"]) + '\t' + text(answer["colour"]);
    if (answer["computed"].contains("face"))
        line += '\t' + answer["computed"]["face"].dump();
    for (const auto& repair : answer["repairs"])
        line += '\t' + text(repair["change"]) + ": " + text(repair["to"]);
    return line;
}

} // namespace

int answerCases(const Session& session, const std::string& file) {
    std::ifstream opened;
    if (file != "-") {
        opened.open(file);
        if (!opened)
            throw Error(ErrorCode::FileUnreadable, {file, "it cannot be opened"});
    }
    std::istream& in = file == "-" ? std::cin : opened;
    for (std::string line; std::getline(in, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const auto answer = data::answerCase(line);
        std::cout << (session.json ? dumped(answer) : inWords(answer)) << '\n';
    }
    return 0;
}

} // namespace parallax::app
