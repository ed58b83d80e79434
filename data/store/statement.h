// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/store/library.h"

struct sqlite3_stmt;

namespace parallax::data {

// Numbers in ascending order, for is_among(number, ?) in SQL.
using IdList = std::vector<std::int64_t>;
inline constexpr char idListType[] = "IdList";

// Prepared statements kept for reuse by their text: compiling one costs more than running it. A statement
// that is in use twice at once (recursion) exists twice.
class StatementCache {
  public:
    explicit StatementCache(Library& library);
    ~StatementCache();
    StatementCache(const StatementCache&) = delete;
    StatementCache& operator=(const StatementCache&) = delete;

    sqlite3_stmt* take(std::string_view sql);
    void giveBack(std::string_view sql, sqlite3_stmt* statement) noexcept;
    void clear() noexcept; // before the schema is changed or the connection closed

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// One run of a prepared statement. Parameters are bound in order; texts and blobs are not copied and must
// live until the last step(). Whatever SQLite reports is thrown as Error with the library's path.
class Statement {
  public:
    Statement(Library& library, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(std::int64_t value);
    Statement& bind(double value);
    Statement& bind(std::string_view text);
    Statement& bindBlob(std::string_view bytes);
    Statement& bindNull();
    Statement& bind(const IdList& ids);
    Statement& bind(const char* text) { return bind(std::string_view(text)); }
    Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(std::size_t value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(bool value) = delete; // says nothing at the place of the call

    bool step(); // true: there is a row
    void run();  // steps to the end and rewinds, ready for the next values
    void rewind();

    // Runs INSERT … RETURNING id to its end (SQLite rolls back the whole transaction when such a statement is
    // given up after its row) and returns the id.
    std::int64_t insert();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    int number(int column) const { return static_cast<int>(integer(column)); }
    double real(int column) const;
    std::string text(int column) const;
    std::string_view view(int column) const; // text or blob, valid until the next step

  private:
    void check(int code) const;

    Library& m_library;
    std::string_view m_sql;
    sqlite3_stmt* m_statement;
    int m_next = 1;
};

// Statements without rows (several, separated by semicolons).
void execute(Library& library, const std::string& sql);

// The first column of the first row, 0 when there is none.
std::int64_t queryInteger(Library& library, std::string_view sql);

} // namespace parallax::data
