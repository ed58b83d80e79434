// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/store/library.h"

namespace parallax::data {

// One numbered file of resources/sql/<room>/NNN_name.sql.
struct Migration {
    std::string room;
    int number = 0;
    std::string name; // "library/001_base"
    std::string_view sql;
};

// All of this program, in the order in which they run.
const std::vector<Migration>& allMigrations();

// The format (user_version) of a library on which all of them ran: their number.
int libraryFormat(const std::vector<Migration>& migrations);

// Runs those that have not run yet, all in one transaction, and writes the format. Another process may do the
// same at the same time: what it did is not done again. Throws MigrationFailed (with `backup` for the
// sentence) and leaves the library as it was.
void migrate(Library& library, const std::vector<Migration>& migrations, const std::string& backup);

} // namespace parallax::data
