// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace parallax::data {

struct FoundFiles {
    std::vector<std::filesystem::path> files;
    // By their names or first bytes no documents, not regular files, and the folders in which a browser keeps
    // what belongs to a page that it saved.
    std::vector<std::string> skipped;
};

// The documents in a folder and below it, sorted by path. Hidden files and folders are left out; symbolic
// links are followed, each real folder once, so that a loop ends. What cannot be opened is kept: importing it
// says why.
FoundFiles findDocuments(const std::filesystem::path& folder, const std::stop_token& stop);

} // namespace parallax::data
