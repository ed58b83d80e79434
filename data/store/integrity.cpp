// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/integrity.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <vector>

#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/store/annotation_digest.h"
#include "data/store/article_digest.h"
#include "data/store/backup.h"
#include "data/store/check_digest.h"
#include "data/store/index_check.h"
#include "data/store/reading_digest.h"
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

// 0 where the system does not say.
std::int64_t availableMemory() {
    std::ifstream info("/proc/meminfo");
    for (std::string name; info >> name; info.ignore(std::numeric_limits<std::streamsize>::max(), '\n')) {
        std::int64_t kibibytes = 0;
        if (name == "MemAvailable:" && info >> kibibytes)
            return kibibytes * 1024;
    }
    return 0;
}

// The check takes the pages in the order of its trees: from a disk that is not in memory yet some 15 MB a
// second where reading from one end to the other gave 1,200. So that is done first, where there is room for
// it. Through SQLite's own file: closing another one of the same library would take its locks from it.
void readThrough(Library& library) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(library.database().getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) !=
            SQLITE_OK ||
        file == nullptr || file->pMethods == nullptr)
        return;
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK || size > availableMemory() / 2)
        return;
    std::vector<char> buffer(std::size_t{1} << 20);
    for (sqlite3_int64 at = 0; at < size; at += static_cast<sqlite3_int64>(buffer.size())) {
        const auto bytes = std::min<sqlite3_int64>(static_cast<sqlite3_int64>(buffer.size()), size - at);
        if (file->pMethods->xRead(file, buffer.data(), static_cast<int>(bytes), at) != SQLITE_OK)
            return; // the check will tell
    }
}

// SQLite's own check looks at how pages hang together, not at what they say: a bit that flips within an
// article would give another figure and be sound. Each document's bytes are known by their digest, and so is
// what was made of them (reading_digest.h) and found in it (check_digest.h).
std::string changedDocuments(Library& library) {
    Statement document(library, "SELECT origin, sha256, raw FROM document ORDER BY id");
    std::string lines;
    for (int line = 0; line < shownLines && document.step();) {
        if (sha256Hex(document.view(2)) == document.text(1))
            continue;
        lines += (line++ > 0 ? "\nthe bytes of " : "the bytes of ") + visibleUtf8(document.view(0)) +
                 " are not those that were imported; importing it again mends them";
    }
    return lines;
}

// A damaged page can stop the check itself; that is a finding, not a failure of the check.
template <class Check>
std::string findings(Check check) {
    try {
        return check();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LibraryDamaged && error.code() != ErrorCode::LibraryFailed)
            throw;
        return error.args().at(1);
    }
}
std::string findings(Library& library, const char* sql) {
    return findings([&] { return linesOf(library, sql); });
}

// SQLite's words are for those who know its files; what to do stands before them.
std::string damagedPages(const Library& library, const std::string& said) {
    const std::vector<Snapshot> kept = snapshots(library.path());
    const std::string newest = kept.empty()
                                   ? "there is no snapshot of it"
                                   : "the newest snapshot is " + visibleUtf8(kept.front().path.string()) +
                                         ", and “parallax library restore” shows what it would bring back";
    return "parts of " + visibleUtf8(library.path().string()) + " are damaged; " + newest +
           ". SQLite says: " + said;
}

} // namespace

std::string quickCheck(Library& library) {
    readThrough(library);
    return findings(library, "PRAGMA quick_check(10)");
}

std::string checkIntegrity(Library& library) {
    readThrough(library);
    std::string said = findings(library, "PRAGMA integrity_check(10)");
    if (said != "ok")
        return damagedPages(library, said);
    said = findings(library, "PRAGMA foreign_key_check");
    if (!said.empty())
        return "foreign key: " + said;
    said = findings([&] { return changedDocuments(library); });
    if (!said.empty())
        return said;
    said = findings([&] { return changedReadings(library, shownLines); });
    if (!said.empty())
        return said;
    said = findings([&] { return changedArticleLines(library, shownLines); });
    if (!said.empty())
        return said;
    said = findings([&] { return changedAnnotationLines(library, shownLines); });
    if (!said.empty())
        return said;
    said = findings([&] { return changedChecks(library, shownLines); });
    if (!said.empty())
        return said;
    said = indexDamage(library);
    if (!said.empty())
        return said;
    if (library.openedReadOnly())
        return "ok"; // the index checks its own pages through an INSERT
    said = findings(library, "INSERT INTO block_index (block_index) VALUES ('integrity-check')");
    return said.empty() ? "ok" : "block_index: " + said;
}

} // namespace parallax::data
