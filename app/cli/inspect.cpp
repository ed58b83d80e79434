// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

#include "app/cli/command.h"
#include "data/ingest/document.h"
#include "data/ingest/file.h"
#include "data/ingest/inspect.h"
#include "data/ingest/parser_process.h"
#include "ui/common/sentences.h"

namespace parallax::app {
namespace {

// Bad input is an answer here, not a failure: {"format": "unknown", "error": …}.
nlohmann::ordered_json inspect(const std::string& path) {
    try {
        data::ParserProcess parser;
        data::ParseHints hints;
        hints.name = path;
        return data::inspectJson(parser.parse(data::readFile(path), hints));
    } catch (const Error& error) {
        return {{"format", "unknown"},
                {"error", ui::sentence(error).toStdString()},
                {"code", errorName(error.code())}};
    }
}

} // namespace

void addInspect(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("inspect", "Show as JSON what the importer sees in a file; touches no library");
    auto path = std::make_shared<std::string>();
    command->add_option("FILE", *path, "The file")->required();
    command->callback([&session, path] {
        session.run = [&session, path] {
            std::cout << dumped(inspect(*path), session.json ? -1 : 2) << '\n';
            return 0;
        };
    });
}

} // namespace parallax::app
