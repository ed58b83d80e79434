// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "data/article/language.h"
#include "data/store/library.h"

namespace parallax::data {
struct StoredTable;
}

namespace CLI {
class App;
}

namespace parallax::app {

// What the global options say, and what the chosen subcommand will do.
struct Session {
    std::string libraryFile; // --library; empty: the default place
    bool demo = false;       // --demo: the demo library, beside the default one
    bool json = false;
    bool quiet = false;
    std::function<int()> run; // set by the subcommand; empty: open the window

    std::filesystem::path libraryPath() const;

    // Opens the library for reading and writing (creates it), or for reading only. With --demo it is filled
    // first. Says on stderr when the file could only be opened for reading.
    std::unique_ptr<data::Library>
    openLibrary(data::Library::Mode mode = data::Library::Mode::ReadWrite) const;
    // For a command that only looks: a file named with --library must be there. Throws LibraryUnopenable.
    std::unique_ptr<data::Library> openExisting() const;
};

// A line on stderr, unless --quiet.
void note(const Session& session, const std::string& text);

// On one line, or on many with an indent; what is no UTF-8 in it becomes U+FFFD instead of an exception.
std::string dumped(const nlohmann::ordered_json& json, int indent = -1);

// "1 table", "3 tables".
std::string counted(std::size_t number, const std::string& noun);

// A language option's value: en, zh-Hant, zh-Hans (and what languageFromTag understands). Throws
// Error{Usage}.
data::Language languageOption(const std::string& text);

// One function per subcommand, each in its own file: declares its options and sets Session::run.
void addInspect(CLI::App& app, Session& session);
void addImport(CLI::App& app, Session& session);
void addList(CLI::App& app, Session& session);
void addShow(CLI::App& app, Session& session);
void addSearch(CLI::App& app, Session& session);
void addTables(CLI::App& app, Session& session);
void addExport(CLI::App& app, Session& session);
void addDoctor(CLI::App& app, Session& session);
void addLibrary(CLI::App& app, Session& session);
void addQuantities(CLI::App& app, Session& session);
void addCheck(CLI::App& app, Session& session);
void addModel(CLI::App& app, Session& session);
void addEndpoint(CLI::App& app, Session& session);
void addLatency(CLI::App& app, Session& session);
void addServe(CLI::App& app, Session& session);

// `search cloud -azure`: such words would be options to the parser; addSearch() knows them again.
void guardExcludedWords(std::vector<std::string>& arguments);

// A table in aligned columns under its caption, on standard output.
void printTable(const data::StoredTable& table);

// The library as text: articles, tables, market figures, checks. What `parallax` prints where there is no
// display.
int printOverview(const Session& session);

// Fills the demo library where it is empty; used by --demo and by the window.
void fillDemoLibrary(data::Library& library);

} // namespace parallax::app
