// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace parallax::app {

// "csv" of "Prices.CSV": an ending that names a format of `export`. Empty for any other, and for a folder.
std::string formatEnding(const std::string& to);

// Throws Error{Usage} where --format and the ending of --to name two formats.
void refuseTwoFormats(const std::string& format, const std::string& to);

// The one file that --to names for what fits into one file: `to` with the format's ending, which tells
// whoever opens it what it is; "NAME.FORMAT" within `to` where that is a folder.
std::filesystem::path oneFile(const std::string& to, const std::string& format, const std::string& name);

} // namespace parallax::app
