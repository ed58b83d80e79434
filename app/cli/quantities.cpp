// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

#include "app/cli/command.h"
#include "data/quantity/quantity_json.h"

namespace parallax::app {
namespace {

void printLines(const nlohmann::ordered_json& quantities) {
    for (const auto& quantity : quantities) {
        auto rest = quantity;
        for (const char* key : {"text", "start", "end"})
            rest.erase(key);
        std::cout << quantity["text"].get<std::string>() << '\t' << rest.dump() << '\n';
    }
}

} // namespace

void addQuantities(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("quantities", "Print the figures and dates of a text");
    auto text = std::make_shared<std::string>();
    command->add_option("TEXT", *text, "The text; - reads standard input line by line")->required();
    command->callback([&session, text] {
        session.run = [&session, text] {
            const auto answer = [&](const std::string& line) {
                const auto quantities = data::quantitiesOfLine(line);
                if (session.json)
                    std::cout << dumped(quantities) << '\n';
                else
                    printLines(quantities);
            };
            if (*text != "-") {
                answer(*text);
                return 0;
            }
            for (std::string line; std::getline(std::cin, line);)
                answer(line);
            return 0;
        };
    });
}

} // namespace parallax::app
