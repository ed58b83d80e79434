// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <stop_token>

#include "base/progress.h"
#include "data/store/check_store.h"
#include "ui/checks/check_list_model.h"

namespace parallax::ui {

// A table of checks: caption and header in the interface language, and one row for each.
void startCheckTable(data::Table& table);
void addCheckRow(data::Table& table, const data::StoredCheck& check);

// Where words stand, for people: "Table 2, row 3, column 4", "Text, paragraph 5".
QString placeText(const data::Evidence& evidence);

// Every check of `list` as one table, written as data::writeTable does.
// Runs on a thread of its own with its own connection. Throws Cancelled, ExportFailed, and what the library
// throws.
void writeListedChecks(const std::filesystem::path& library, const CheckList& list, const QString& path,
                       bool byteOrderMark, const std::stop_token& stop, const ProgressCallback& progress);

} // namespace parallax::ui
