// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/command.h"

namespace parallax::app {

// Which checks go to which file.
struct CheckExportOptions {
    std::vector<std::int64_t> articles; // none: the library
    std::string to;
    std::string format; // csv, tsv, xlsx, md, json, html; empty: by the ending of `to`
    std::string language, colour, rule;
    bool across = false;
    bool noByteOrderMark = false, noGuard = false;
};

// Checks what waits, then writes every check that the options leave into one file: a table, or as JSON the
// list that `check --json` prints. The file gets the format's ending where it has none.
int exportChecks(const Session& session, const CheckExportOptions& options, data::Library& library);

} // namespace parallax::app
