// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "data/store/library.h"

namespace parallax::data {

// BEGIN IMMEDIATE … COMMIT; rolled back unless commit() was reached. A deferred transaction that reads and
// then writes fails at once with BUSY_SNAPSHOT whatever the timeout, hence IMMEDIATE for every write. Within
// another one it is a savepoint: it can be rolled back alone, and is kept only if the outer one is.
class Transaction {
  public:
    explicit Transaction(Library& library); // throws LibraryBusy, LibraryReadOnly
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit(); // throws DiskFull, LibraryFailed

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::data
