// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/integrity.h"

#include "data/store/backup.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr int shownLines = 10;

std::string linesOf(Library& library, const char* sql) {
    Statement check(library, sql);
    std::string lines;
    for (int line = 0; line < shownLines && check.step(); ++line) {
        if (line > 0)
            lines += '\n';
        lines += check.text(0);
    }
    return lines;
}

// A damaged page can stop the check itself; that is a finding, not a failure of the check.
std::string findings(Library& library, const char* sql) {
    try {
        return linesOf(library, sql);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LibraryDamaged && error.code() != ErrorCode::LibraryFailed)
            throw;
        return error.args().at(1);
    }
}

} // namespace

std::string quickCheck(Library& library) {
    return findings(library, "PRAGMA quick_check(10)");
}

std::string checkIntegrity(Library& library) {
    std::string said = findings(library, "PRAGMA integrity_check(10)");
    if (said != "ok")
        return said;
    said = findings(library, "PRAGMA foreign_key_check");
    if (!said.empty())
        return "foreign key: " + said;
    if (library.openedReadOnly())
        return "ok"; // the index checks itself through an INSERT
    said = findings(library, "INSERT INTO block_index (block_index) VALUES ('integrity-check')");
    return said.empty() ? "ok" : "block_index: " + said;
}

} // namespace parallax::data
