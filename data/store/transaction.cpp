// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/transaction.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "data/store/search_index.h"
#include "data/store/statement.h"

namespace parallax::data {

struct Transaction::Impl {
    Library& library;
    bool nested = false;
    std::size_t indexRows = 0; // that an outer one had queued before
    bool open = false;
};

Transaction::Transaction(Library& library)
    : m_impl(new Impl{library, sqlite3_get_autocommit(library.database().getHandle()) == 0,
                      library.indexQueue().size(), false}) {
    Statement(library, m_impl->nested ? "SAVEPOINT part" : "BEGIN IMMEDIATE").run();
    m_impl->open = true;
}

Transaction::~Transaction() {
    sqlite3* const connection = m_impl->library.database().getHandle();
    // After a full disk or an I/O error SQLite has already rolled back by itself.
    if (m_impl->open)
        m_impl->library.indexQueue().cutTo(m_impl->indexRows);
    if (m_impl->open && sqlite3_get_autocommit(connection) == 0)
        sqlite3_exec(connection, m_impl->nested ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK", nullptr,
                     nullptr, nullptr);
}

void Transaction::commit() {
    if (!m_impl->nested)
        m_impl->library.indexQueue().flush(m_impl->library);
    Statement(m_impl->library, m_impl->nested ? "RELEASE part" : "COMMIT").run();
    m_impl->open = false;
}

} // namespace parallax::data
