// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <regex>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "data/store/migration.h"

namespace parallax::data::testing {

// Leaves a library as a program left it that knew all migrations but the last.
inline void forgetLastMigration(const std::filesystem::path& path) {
    const Migration& last = allMigrations().back();
    const std::string sql(last.sql);
    const std::regex made("CREATE (TABLE|INDEX|TRIGGER) (\\w+)");
    std::string triggers, tables; // a trigger goes with its table, so triggers first
    for (std::sregex_iterator one(sql.begin(), sql.end(), made), end; one != end; ++one)
        ((*one)[1] == "TABLE" ? tables : triggers) +=
            "DROP " + (*one)[1].str() + " IF EXISTS " + (*one)[2].str() + "; ";
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE)
        .exec(triggers + tables + "DELETE FROM migration WHERE room = '" + last.room +
              "' AND number = " + std::to_string(last.number) +
              "; PRAGMA user_version = " + std::to_string(libraryFormat(allMigrations()) - 1));
}

} // namespace parallax::data::testing
