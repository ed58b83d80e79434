// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <iostream>

#include "app/cli/command.h"
#include "data/store/article_store.h"
#include "data/store/import.h"
#include "ui/common/sentences.h"

namespace parallax::app {

std::filesystem::path Session::libraryPath() const {
    if (!libraryFile.empty())
        return libraryFile;
    const auto standard = data::defaultLibraryPath();
    return demo ? standard.parent_path() / "demo.sqlite3" : standard;
}

std::unique_ptr<data::Library> Session::openLibrary(data::Library::Mode mode) const {
    auto library =
        std::make_unique<data::Library>(libraryPath(), demo ? data::Library::Mode::ReadWrite : mode);
    if (mode == data::Library::Mode::ReadWrite && library->openedReadOnly())
        note(*this, ui::sentence(library->readOnlyError()).toStdString());
    if (demo && !library->openedReadOnly())
        fillDemoLibrary(*library);
    return library;
}

std::unique_ptr<data::Library> Session::openExisting() const {
    // A name given by mistake must not become an empty library.
    std::error_code failure;
    if (!libraryFile.empty() && !std::filesystem::exists(libraryFile, failure))
        throw Error(ErrorCode::LibraryUnopenable, {libraryFile, "there is no such file"});
    return openLibrary();
}

std::string dumped(const nlohmann::ordered_json& json, int indent) {
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void note(const Session& session, const std::string& text) {
    if (!session.quiet)
        std::cerr << text << '\n';
}

std::string counted(std::size_t number, const std::string& noun) {
    return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

data::Language languageOption(const std::string& text) {
    const auto language = data::languageFromTag(text);
    if (language != data::Language::English && !data::isChinese(language))
        throw Error(ErrorCode::Usage, {"the language is en, zh-Hant or zh-Hans, not \"" + text + "\""});
    return language;
}

void fillDemoLibrary(data::Library& library) {
    // Also into one that an earlier version filled: what is the same is only recognised.
    data::importItems(library, data::demoItems(), {}, {}, {});
}

} // namespace parallax::app
