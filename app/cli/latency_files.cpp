// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/latency_commands.h"
#include "base/error.h"
#include "data/store/run_file.h"
#include "ui/common/run_output.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;

ui::RunFormat formatOf(const std::string& name) {
    return name == "csv" ? ui::RunFormat::Csv : name == "xlsx" ? ui::RunFormat::Xlsx : ui::RunFormat::Json;
}

int exportRun(const Session& session, std::int64_t run, const std::string& format, const std::string& to) {
    const auto library = session.openLibrary();
    if (to.empty()) {
        if (format == "xlsx")
            throw Error(ErrorCode::Usage, {"a workbook needs a file: --to FILE"});
        std::cout << ui::exportedRun(*library, run, formatOf(format));
        return 0;
    }
    ui::exportRun(*library, run, to, formatOf(format));
    note(session, "Run " + std::to_string(run) + " written to " + to);
    return 0;
}

int importRuns(const Session& session, const std::vector<std::string>& files) {
    const auto library = session.openLibrary();
    auto json = ordered_json::array();
    for (const std::string& file : files) {
        for (const data::TakenRun& taken : ui::importRuns(*library, file)) {
            constexpr std::array whats{"added", "completed", "known"};
            const char* const what = whats[static_cast<std::size_t>(taken.what)];
            json.push_back({{"file", file},
                            {"run", taken.run},
                            {"name", taken.name},
                            {"attempts", taken.attempts},
                            {"what", what}});
            if (!session.json)
                std::cout << taken.run << '\t' << taken.name << '\t' << what << ", "
                          << counted(taken.attempts, "attempt") << '\n';
        }
    }
    if (session.json)
        std::cout << dumped(json) << '\n';
    return 0;
}

} // namespace

void addLatencyFiles(CLI::App& latency, Session& session) {
    auto run = std::make_shared<std::int64_t>(0);
    auto format = std::make_shared<std::string>("json");
    auto to = std::make_shared<std::string>();
    auto* exporting = latency.add_subcommand(
        "export",
        "Write a run: csv and xlsx an attempt a row, json with everything, to be imported elsewhere");
    exporting->add_option("RUN", *run, "Its number in \"latency runs\"")->required();
    exporting->add_option("--format", *format, "csv, xlsx or json (default)")
        ->check(CLI::IsMember({"csv", "xlsx", "json"}));
    exporting->add_option("--to", *to, "The file to write (default, but for xlsx: standard output)");
    exporting->callback([&session, run, format, to] {
        session.run = [&session, run, format, to] { return exportRun(session, *run, *format, *to); };
    });

    auto files = std::make_shared<std::vector<std::string>>();
    auto* importing = latency.add_subcommand(
        "import", "Take runs in that were exported as json, from other machines or regions");
    importing->add_option("FILE", *files, "What \"latency export\" wrote")->required();
    importing->callback(
        [&session, files] { session.run = [&session, files] { return importRuns(session, *files); }; });
}

} // namespace parallax::app
