// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

#include "app/cli/check_case.h"
#include "app/cli/command.h"
#include "base/error.h"

namespace parallax::app {

void addCheck(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("check", "Recompute stated figures");
    auto cases = std::make_shared<std::string>();
    command
        ->add_option("--case", *cases,
                     "Answer cases from a file, one {\"rule\", \"in\"} a line; - reads standard input")
        ->required();
    command->callback(
        [&session, cases] { session.run = [&session, cases] { return answerCases(session, *cases); }; });
}

} // namespace parallax::app
