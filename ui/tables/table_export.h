// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <stop_token>

#include "base/progress.h"
#include "data/export/export.h"
#include "ui/common/file_ending.h"

namespace parallax::ui {

// Every table of the library that `filter` and `language` list (TableStore::list): an .xlsx with a sheet
// each, a .json list, or one .md. Runs on a thread of its own with its own connection. Throws Cancelled,
// ExportFailed, and what the library throws.
void writeListedTables(const std::filesystem::path& library, const std::string& filter,
                       data::Language language, const QString& path, const std::stop_token& stop,
                       const ProgressCallback& progress);

} // namespace parallax::ui
