// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/progress.h"
#include "data/ingest/fetch.h"
#include "data/ingest/parser_process.h"
#include "data/store/article_store.h"

namespace parallax::data {

// Something to import: a path (file or folder), an http(s) address, or bytes from the clipboard or a drop.
struct ImportItem {
    std::string location; // path or address; for bytes a name to show
    std::string bytes;    // when not empty, used instead of reading `location`
    std::string contentType;
};

struct ImportedArticle {
    SavedArticle saved;
    std::string title;
    std::string location;
    int tables = 0;
    int takeaways = 0;
    int questions = 0;
    std::vector<ParseIssue> issues;
};

struct ImportFailure {
    std::string location;
    Error error;
};

// What was noticed in a document that holds no article of its own, a list of feeds.
struct ImportNotice {
    std::string location;
    ParseIssue issue;
};

struct ImportReport {
    int added = 0, editions = 0, updated = 0, unchanged = 0;
    int mended = 0;                      // of the updated ones: known bytes whose reading was damaged
    std::vector<ImportFailure> failures; // a bad file costs that file, never the batch
    std::vector<std::string> skipped;    // files of a folder that are no documents (pictures, programs)
    std::vector<OpmlFeed> feeds;         // that OPML files named
    std::vector<ImportNotice> notices;
};

struct ImportOptions {
    ParserProcess::Settings parser;
    bool repairMojibake = false;
    bool fetchFeeds = false; // also fetch the feeds that an OPML file names: only when a person asked
    std::size_t batchBytes = 2U << 20; // of documents in one transaction, which also ends after 250 ms
    std::function<Fetched(const std::string& url, std::stop_token stop)> fetch; // empty: fetchUrl (fetch.h)
    int parsers = 0; // parser children; 0: one less than the cores, at least one
    std::function<void(const ImportedArticle&)>
        onArticle; // called after the article is committed, never before
    std::function<void(const ImportFailure&)> onFailure;
};

// Imports files, folders (recursively, in the order of their names; hidden files are left out), feeds and
// their items, and OPML files. A file whose very bytes are in the library already is not parsed again,
// unless what was made of them is damaged: then it is mended.
// Reading and parsing run ahead in other threads; this thread writes, a batch of articles in one transaction,
// in the order in which they were named. Cancelling ends with Error{Cancelled} and keeps what was reported;
// so do errors that every article would meet (DiskFull, LibraryBusy, LibraryReadOnly, LibraryDamaged).
ImportReport importItems(Library& library, const std::vector<ImportItem>& items, const ImportOptions& options,
                         std::stop_token stop, const ProgressCallback& progress);

// The embedded demo library (resources/demo) as items.
std::vector<ImportItem> demoItems();

} // namespace parallax::data
