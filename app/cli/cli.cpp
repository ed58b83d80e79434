// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <stdexcept>

#include "app/cli/command.h"
#include "app/cli/terminal_guard.h"
#include "app/display.h"
#include "app/gui.h"
#include "app/version.h"
#include "data/store/backup.h"
#include "data/store/import.h"
#include "ui/common/sentences.h"

namespace parallax::app {
namespace {

constexpr const char* unwritable =
    "standard output cannot be written: the disk is full, or the reader went away";

// As a shell takes it for one word.
std::string quoted(const std::string& path) {
    const bool isPlain = std::ranges::all_of(path, [](char c) {
        return static_cast<signed char>(c) < 0 || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view("/._-+,:@%").find(c) != std::string_view::npos;
    });
    if (isPlain && !path.empty())
        return path;
    std::string word = "'";
    for (const char c : path)
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

// A window needs a display server, or a platform that was asked for by name (offscreen in tests).
int openWindow(const Session& session, bool startupTime) {
    if (const std::string why = whyNoWindow(); !why.empty()) {
        note(session, "There is no display (" + why +
                          "), so no window can be opened. This is what the library holds:");
        return printOverview(session);
    }
    GuiOptions options;
    if (session.demo || !session.libraryFile.empty())
        options.library = session.libraryPath();
    options.demo = session.demo;
    options.startupTime = startupTime;
    return runWindow(options);
}

// The word that stands where a command is wanted and is none; empty where that is not what went wrong.
std::string unknownCommand(const CLI::App& app) {
    const auto rest = app.remaining();
    const bool isWord = !rest.empty() && !rest.front().empty() && rest.front().front() != '-';
    return app.get_subcommands().empty() && isWord ? rest.front() : std::string();
}

// A damaged library's error names the copy that can take its place, and how.
std::string lineOf(const Error& error) {
    std::string line = ui::sentence(error).toStdString();
    if (error.code() != ErrorCode::LibraryDamaged || error.args().empty())
        return line;
    const std::string& library = error.args()[0];
    const auto kept = data::snapshots(library);
    if (kept.empty())
        return line;
    return line + " (parallax --library " + quoted(library) + " library restore " +
           quoted(kept.front().path.string()) + " --mode replace)";
}

} // namespace

int runCommandLine(int argc, char** argv) {
    Session session;
    bool startupTime = false;
    CLI::App app{"Parallax: articles, tables, figures and latencies of the AI and cloud business, seen from "
                 "two places.\n"
                 "Without a command it opens the window.",
                 "parallax"};
    app.add_option("--library", session.libraryFile,
                   "The library file (default: parallax/library.sqlite3 in the XDG data folder)")
        ->check([](const std::string& file) { // an unset variable of a script is not the default library
            return file.empty() ? std::string("a file's name is wanted, and this one is empty")
                                : std::string();
        });
    app.add_flag("--demo", session.demo, "Use the demo library");
    app.add_flag("--json", session.json, "Print one JSON value on standard output");
    app.add_flag("-q,--quiet", session.quiet, "Print nothing on standard error but errors");
    app.add_flag("--startup-time", startupTime, "Open the window, print when it was usable, and close it")
        ->group("");
    app.set_version_flag("--version", std::string("parallax ") + version());
    app.require_subcommand(0, 1);
    app.fallthrough();

    addInspect(app, session);
    addImport(app, session);
    addList(app, session);
    addShow(app, session);
    addSearch(app, session);
    addTables(app, session);
    addExport(app, session);
    addQuantities(app, session);
    addCheck(app, session);
    addModel(app, session);
    addEndpoint(app, session);
    addLatency(app, session);
    addServe(app, session);
    addLibrary(app, session);
    addDoctor(app, session);

    try {
        std::vector<std::string> arguments(argv + 1, argv + argc);
        guardExcludedWords(arguments);
        std::ranges::reverse(arguments); // as CLI11 wants them
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        if (const std::string command = unknownCommand(app); !command.empty()) {
            std::cerr << "parallax: there is no command \"" << command
                      << "\"; “parallax --help” lists them\n";
            return 2;
        }
        // CLI11 has exit codes of its own (100–113); ours are 0 for help and version, 2 for wrong usage.
        const int status = app.exit(error) == 0 ? 0 : 2;
        if (!std::cout.flush()) {
            std::cerr << "parallax: " << unwritable << '\n';
            return 1;
        }
        return status;
    }
    // Piped, too: a pager or `cat` of the file that it was written to shows it in a terminal all the same.
    const TerminalGuard output(std::cout), errors(std::cerr);
    try {
        const int status = session.run ? session.run() : openWindow(session, startupTime);
        if (!std::cout.flush())
            throw std::runtime_error(unwritable);
        return status;
    } catch (const Error& error) {
        std::cout.flush();
        std::cerr << "parallax: " << lineOf(error) << '\n';
        return error.code() == ErrorCode::Usage ? 2 : 1;
    } catch (const std::exception& error) {
        std::cout.flush();
        std::cerr << "parallax: " << error.what() << '\n';
        return 1;
    }
}

} // namespace parallax::app
