// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/migration.h"

#include <algorithm>
#include <charconv>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "base/resource.h"
#include "data/article/identity.h"
#include "data/store/connection.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

constexpr std::string_view folder = "sql/";

std::vector<Migration> readMigrations() {
    std::vector<Migration> found;
    for (const std::string_view path : resourceNames(folder)) {
        const std::string_view name =
            path.substr(folder.size(), path.size() - folder.size() - 4); // without .sql
        const std::size_t slash = name.find('/');
        Migration migration{std::string(name.substr(0, slash)), 0, std::string(name), resource(path)};
        const std::string_view file = name.substr(slash + 1);
        std::from_chars(file.data(), file.data() + file.size(), migration.number);
        found.push_back(std::move(migration));
    }
    // The library comes first: the other rooms refer to its tables.
    std::stable_sort(found.begin(), found.end(), [](const Migration& a, const Migration& b) {
        return (a.room == "library") > (b.room == "library");
    });
    return found;
}

std::string recordedHash(Library& library, const Migration& migration) {
    Statement query(library, "SELECT sha256 FROM migration WHERE room = ? AND number = ?");
    query.bind(migration.room).bind(migration.number);
    return query.step() ? query.text(0) : std::string();
}

void run(Library& library, const Migration& migration, const std::string& backup) {
    const std::string hash = sha256Hex(migration.sql);
    if (const std::string recorded = recordedHash(library, migration); !recorded.empty()) {
        if (recorded != hash)
            throw Error(ErrorCode::MigrationFailed,
                        {library.path().string(), migration.name, "it ran in another form", backup});
        return;
    }
    execute(library, std::string(migration.sql));
    Statement(library, "INSERT INTO migration (room, number, sha256) VALUES (?, ?, ?)")
        .bind(migration.room)
        .bind(migration.number)
        .bind(hash)
        .run();
}

} // namespace

const std::vector<Migration>& allMigrations() {
    static const std::vector<Migration> migrations = readMigrations();
    return migrations;
}

int libraryFormat(const std::vector<Migration>& migrations) {
    return static_cast<int>(migrations.size());
}

void migrate(Library& library, const std::vector<Migration>& migrations, const std::string& backup) {
    std::string at;
    try {
        Transaction transaction(library);
        execute(library, "CREATE TABLE IF NOT EXISTS migration (room TEXT NOT NULL, number INTEGER NOT NULL, "
                         "sha256 TEXT NOT NULL, PRIMARY KEY (room, number)) WITHOUT ROWID");
        for (const Migration& migration : migrations) {
            at = migration.name;
            run(library, migration, backup);
        }
        execute(library, "PRAGMA application_id = " + std::to_string(libraryApplicationId) +
                             "; PRAGMA user_version = " + std::to_string(libraryFormat(migrations)));
        transaction.commit();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LibraryFailed && error.code() != ErrorCode::LibraryDamaged)
            throw; // a full disk, a busy library, Cancel: these say it better
        if (at.empty())
            throw; // nothing was begun
        throw Error(ErrorCode::MigrationFailed, {library.path().string(), at, error.args().at(1), backup});
    }
}

} // namespace parallax::data
