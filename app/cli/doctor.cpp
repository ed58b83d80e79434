// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <QGuiApplication>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/doctor.h"
#include "app/cli/text_table.h"
#include "app/version.h"
#include "data/article/script.h"
#include "data/ingest/parser_process.h"
#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "data/store/check_store.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"

namespace parallax::app {
namespace {

const char* stateName(State state) {
    switch (state) {
    case State::Good:
        return "ok";
    case State::Note:
        return "note";
    case State::Bad:
        return "problem";
    }
    return "";
}

Finding sqlite() {
    const bool fts5 = sqlite3_compileoption_used("ENABLE_FTS5") != 0;
    return {"SQLite", fts5 ? State::Good : State::Bad,
            std::string(sqlite3_libversion()) +
                (fts5 ? ", with full-text search" : ", without FTS5: search cannot work")};
}

Finding chineseFonts() {
    if (ui::chineseFontMissing())
        return {"Chinese fonts", State::Bad,
                "none found; Chinese text will be missing or wrong. Install fonts-noto-cjk"};
    return {"Chinese fonts", State::Good, "found"};
}

Finding scriptConversion() {
    try {
        const auto text = data::convertScript("軟體", data::Language::SimplifiedChinese);
        return {"Chinese scripts", State::Good, "OpenCC converts 軟體 to " + text};
    } catch (const std::exception& error) {
        return {"Chinese scripts", State::Bad, std::string("OpenCC does not work: ") + error.what()};
    }
}

Finding parserChild() {
    try {
        data::ParserProcess parser;
        data::ParseHints hints;
        hints.name = "self-test.md";
        const auto document = parser.parse("# Title\n\nText.\n", hints);
        const bool good = document.articles.size() == 1 && document.articles.front().title == "Title";
        return {"Document reader", good ? State::Good : State::Bad,
                good ? "runs in a process of its own, with limits" : "gave a wrong answer to its self-test"};
    } catch (const Error& error) {
        return {"Document reader", State::Bad, ui::sentence(error).toStdString()};
    }
}

Finding pdfMaps() {
    std::error_code ignored;
    const bool found = std::filesystem::exists("/usr/share/poppler/cMap", ignored);
    return {"Chinese PDF", found ? State::Good : State::Note,
            found ? "character maps found"
                  : "character maps missing: some Chinese PDFs come out empty. Install poppler-data"};
}

std::vector<Finding> library(const Session& session) {
    const auto path = session.libraryPath();
    std::error_code ignored;
    // The folder may still be to be made: the disk is that of the nearest one that is there.
    auto folder = std::filesystem::absolute(path, ignored).parent_path();
    while (folder != folder.parent_path() && !std::filesystem::exists(folder, ignored))
        folder = folder.parent_path();
    std::error_code unknown;
    const auto space = std::filesystem::space(folder, unknown);
    std::vector<Finding> findings;
    if (!std::filesystem::exists(path, ignored)) {
        findings.push_back(
            {"Library", State::Note, path.string() + ": not there yet; it is made by the first import"});
    } else {
        try {
            data::Library opened(path, data::Library::Mode::ReadOnly);
            std::string integrity = data::checkIntegrity(opened);
            std::ranges::replace(integrity, '\n', ' '); // a finding is a line
            const auto count = opened.articles().count({});
            findings.push_back({"Library", integrity == "ok" ? State::Good : State::Bad,
                                path.string() + ": " + counted(static_cast<std::size_t>(count), "article") +
                                    ", integrity " + integrity});
            if (!opened.readOnlyReason().empty())
                findings.push_back(
                    {"Library", State::Note, ui::sentence(opened.readOnlyError()).toStdString()});
            const auto waiting = opened.checks().waiting();
            findings.push_back({"Checks", State::Good,
                                waiting == 0 ? "all editions are checked"
                                             : std::to_string(waiting) +
                                                   (waiting == 1 ? " edition waits" : " editions wait") +
                                                   " to be checked"});
            for (auto& finding : endpointFindings(opened))
                findings.push_back(std::move(finding));
        } catch (const Error& error) {
            findings.push_back(error.code() == ErrorCode::LibraryOlder
                                   ? Finding{"Library", State::Note,
                                             path.string() +
                                                 ": made by an older version of Parallax; the next "
                                                 "command brings it up to date, after a backup"}
                                   : Finding{"Library", State::Bad, ui::sentence(error).toStdString()});
        }
        const auto kept = data::snapshots(path);
        findings.push_back({"Snapshots", State::Good,
                            kept.empty()
                                ? "none yet"
                                : std::to_string(kept.size()) + ", newest of " + kept.front().takenAt});
    }
    if (!unknown)
        findings.push_back({"Free space", space.available < (512U << 20) ? State::Note : State::Good,
                            ui::formatBytes(static_cast<qint64>(space.available)).toStdString()});
    return findings;
}

int run(const Session& session, int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);

    std::vector<Finding> findings{
        {"Parallax", State::Good, version()},
        {"Qt", State::Good, qVersion()},
        sqlite(),
        chineseFonts(),
        scriptConversion(),
        parserChild(),
        pdfMaps(),
    };
    for (auto& finding : engineFindings())
        findings.push_back(std::move(finding));
    for (auto& finding : library(session))
        findings.push_back(std::move(finding));

    bool good = true;
    auto out = nlohmann::ordered_json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& finding : findings) {
        good = good && finding.state != State::Bad;
        out.push_back(
            {{"subject", finding.subject}, {"state", stateName(finding.state)}, {"text", finding.text}});
        rows.push_back({finding.subject, stateName(finding.state), finding.text});
    }
    if (session.json)
        std::cout << dumped(out) << '\n';
    else
        std::cout << textTable(rows, false, 400);
    return good ? 0 : 1;
}

} // namespace

void addDoctor(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("doctor", "Say what this machine can do, and what is wrong");
    command->callback([&session] {
        session.run = [&session] {
            static char name[] = "parallax";
            static char* arguments[] = {name, nullptr};
            return run(session, 1, arguments);
        };
    });
}

} // namespace parallax::app
