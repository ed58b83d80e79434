// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/connection.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include <unistd.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "data/search/tokenizer.h"
#include "data/store/row_digest.h"
#include "data/store/sqlite_error.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

thread_local bool recovered = false;

// SQLite says through its log when it replays the write-ahead log of a program that died. Nothing else tells
// this apart from a library that another thread or process has open.
void watchLog() {
    static const int once = sqlite3_config(
        SQLITE_CONFIG_LOG,
        +[](void*, int code, const char*) {
            if (code == SQLITE_NOTICE_RECOVER_WAL)
                recovered = true;
        },
        nullptr);
    static_cast<void>(once); // refused when SQLite is already running: then no check after a crash, no harm
}

// is_among(number, ?): whether the list that was bound (Statement::bind) has the number. For lists of which
// SQLite would first have to make a table.
void registerIsAmong(sqlite3* handle) {
    const auto isAmong = +[](sqlite3_context* context, int, sqlite3_value** values) {
        const auto* const ids = static_cast<const IdList*>(sqlite3_value_pointer(values[1], idListType));
        const std::int64_t id = sqlite3_value_int64(values[0]);
        sqlite3_result_int(context,
                           ids != nullptr && std::binary_search(ids->begin(), ids->end(), id) ? 1 : 0);
    };
    sqlite3_create_function_v2(handle, "is_among", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, isAmong,
                               nullptr, nullptr, nullptr);
}

// SQLite's own handler looks every tenth of a second whether the library is free. An import that writes one
// batch after another leaves it for a thousandth: others would hardly ever get in.
int waitForOthers(void*, int before) {
    using Clock = std::chrono::steady_clock;
    thread_local Clock::time_point begun;
    if (before == 0)
        begun = Clock::now();
    if (Clock::now() - begun > std::chrono::seconds(busyTimeoutSeconds))
        return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(before < 500 ? 1 : 3));
    return 1;
}

std::string percentEncoded(const std::string& path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', digits[byte >> 4], digits[byte & 15]};
        } else {
            out += c;
        }
    }
    return out;
}

// The cache is counted against the memory of the whole window, which has several connections.
constexpr int readerCacheKibibytes = 4 * 1024;
constexpr int writerCacheKibibytes = 16 * 1024;

} // namespace

std::unique_ptr<SQLite::Database> openConnection(const std::filesystem::path& path, Access access) {
    watchLog();
    const bool writes = access == Access::Create || access == Access::ReadWrite;
    // A connection is used by one thread at a time, so SQLite need not lock it for each row.
    int flags = (writes ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
    std::string name = path.string();
    if (access == Access::Create)
        flags |= SQLite::OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE;
    if (access == Access::Frozen) {
        flags |= SQLite::OPEN_URI;
        name = "file:" + percentEncoded(name) + "?immutable=1";
    }
    std::unique_ptr<SQLite::Database> database;
    try {
        database = std::make_unique<SQLite::Database>(name, flags);
        sqlite3* const handle = database->getHandle();
        sqlite3_busy_handler(handle, waitForOthers, nullptr);
        sqlite3_extended_result_codes(handle, 1);
        // A library may come from anybody: its schema must not call what only we should call.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        registerTokenizer(handle);
        registerIsAmong(handle);
        registerRowDigest(handle);
        database->exec(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF;"
            "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;"
            "PRAGMA cache_size = -" +
            std::to_string(writes ? writerCacheKibibytes : readerCacheKibibytes));
    } catch (const SQLite::Exception& exception) {
        if (database)
            throw sqliteError(path, database->getHandle());
        throw sqliteError(path, exception.getExtendedErrorCode(), exception.what());
    }
    return database;
}

Access accessFor(const std::filesystem::path& path) {
    // Without a log to replay the file alone is whole; with one, SQLite must decide whether it can.
    std::error_code failure;
    const auto log = std::filesystem::file_size(path.string() + "-wal", failure);
    const bool hasLog = !failure && log > 0;
    const bool sideFiles = ::access(path.parent_path().c_str(), W_OK) == 0;
    return sideFiles || hasLog ? Access::ReadOnly : Access::Frozen;
}

bool takeRecoveryNotice() {
    return std::exchange(recovered, false);
}

} // namespace parallax::data
