// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/statement.h"

#include <map>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "data/store/sqlite_error.h"

namespace parallax::data {

struct StatementCache::Impl {
    Library& library;
    // The keys of the map are copies; Statement holds a view of the key, so it never dangles.
    std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle;
};

StatementCache::StatementCache(Library& library)
    : m_impl(new Impl{library, {}}) {}

StatementCache::~StatementCache() {
    clear();
}

sqlite3_stmt* StatementCache::take(std::string_view sql) {
    const auto found = m_impl->idle.find(sql);
    if (found != m_impl->idle.end() && !found->second.empty()) {
        sqlite3_stmt* const statement = found->second.back();
        found->second.pop_back();
        return statement;
    }
    sqlite3* const connection = m_impl->library.database().getHandle();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK) {
        // A newer version may have taken away what we ask for: that is no damage.
        const bool isOurs = (sqlite3_extended_errcode(connection) & 0xff) == SQLITE_ERROR;
        const Error error = sqliteError(m_impl->library.path(), connection);
        if (isOurs && m_impl->library.readOnlyReason() == errorName(ErrorCode::LibraryNewer))
            throw m_impl->library.readOnlyError();
        throw error;
    }
    return statement;
}

void StatementCache::giveBack(std::string_view sql, sqlite3_stmt* statement) noexcept {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    try {
        auto found = m_impl->idle.find(sql);
        if (found == m_impl->idle.end())
            found = m_impl->idle.emplace(std::string(sql), std::vector<sqlite3_stmt*>()).first;
        found->second.push_back(statement);
    } catch (...) { // no memory to remember it: it is compiled again next time
        sqlite3_finalize(statement);
    }
}

void StatementCache::clear() noexcept {
    for (auto& [sql, statements] : m_impl->idle)
        for (sqlite3_stmt* const statement : statements)
            sqlite3_finalize(statement);
    m_impl->idle.clear();
}

Statement::Statement(Library& library, std::string_view sql)
    : m_library(library)
    , m_sql(sql)
    , m_statement(library.statements().take(sql)) {}

Statement::~Statement() {
    m_library.statements().giveBack(m_sql, m_statement);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK)
        throw sqliteError(m_library.path(), sqlite3_db_handle(m_statement));
}

Statement& Statement::bind(std::int64_t value) {
    check(sqlite3_bind_int64(m_statement, m_next++, value));
    return *this;
}

Statement& Statement::bind(double value) {
    check(sqlite3_bind_double(m_statement, m_next++, value));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    // A null pointer would bind NULL; an empty text is a text.
    const char* const data = text.data() != nullptr ? text.data() : "";
    check(sqlite3_bind_text64(m_statement, m_next++, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBlob(std::string_view bytes) {
    const char* const data = bytes.data() != nullptr ? bytes.data() : "";
    check(sqlite3_bind_blob64(m_statement, m_next++, data, bytes.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bind(const IdList& ids) {
    // SQLite hands it on as it is; it does not write to it.
    check(sqlite3_bind_pointer(m_statement, m_next++, const_cast<IdList*>(&ids), idListType, nullptr));
    return *this;
}

Statement& Statement::bindNull() {
    check(sqlite3_bind_null(m_statement, m_next++));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throw sqliteError(m_library.path(), sqlite3_db_handle(m_statement));
    return false;
}

void Statement::run() {
    while (step())
        continue;
    rewind();
}

void Statement::rewind() {
    sqlite3_reset(m_statement);
    m_next = 1;
}

std::int64_t Statement::insert() {
    const std::int64_t id = step() ? integer(0) : 0;
    run();
    return id;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::view(int column) const {
    // sqlite3_column_blob gives the bytes of a text too, without a conversion; the order of the calls
    // matters.
    const void* const data = sqlite3_column_blob(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return data != nullptr ? std::string_view(static_cast<const char*>(data), size) : std::string_view();
}

std::string Statement::text(int column) const {
    return std::string(view(column));
}

void execute(Library& library, const std::string& sql) {
    sqlite3* const connection = library.database().getHandle();
    if (sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw sqliteError(library.path(), connection);
}

std::int64_t queryInteger(Library& library, std::string_view sql) {
    Statement statement(library, sql);
    return statement.step() ? statement.integer(0) : 0;
}

} // namespace parallax::data
