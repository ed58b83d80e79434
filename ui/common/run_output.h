// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "data/measure/run.h"
#include "data/store/run_file.h"

namespace parallax::data {
class Library;
}

namespace parallax::ui {

enum class RunFormat { Csv, Xlsx, Json };

// One run to a file. CSV and XLSX have an attempt a row with its raw times and what is derived from them;
// JSON has everything and can be taken into another library (takeRunFile). Throws Error{Usage} where there is
// no such run, FileUnwritable, DiskFull, ExportFailed. For the window and the command line.
void exportRun(data::Library& library, data::RunId run, const std::filesystem::path& path, RunFormat format);

// The same as text, but for XLSX.
std::string exportedRun(data::Library& library, data::RunId run, RunFormat format);

// Takes in what JSON exports have, each file all or none. Throws FileNotFound, FileUnreadable (with the run
// and the attempt that are wrong), FileTooLarge, Usage (a plan that cannot be read).
std::vector<data::TakenRun> importRuns(data::Library& library, const std::filesystem::path& path);

} // namespace parallax::ui
