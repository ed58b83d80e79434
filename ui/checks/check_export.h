// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <stop_token>

#include "base/progress.h"
#include "data/store/check_store.h"

namespace parallax::ui {

// Every check that `filter` lists as one table: .csv, .tsv, .xlsx, .md, .json, .html by the ending of `path`.
// Runs on a thread of its own with its own connection. Throws Cancelled, ExportFailed, and what the library
// throws.
void writeListedChecks(const std::filesystem::path& library, const data::CheckFilter& filter,
                       const QString& path, bool byteOrderMark, const std::stop_token& stop,
                       const ProgressCallback& progress);

} // namespace parallax::ui
