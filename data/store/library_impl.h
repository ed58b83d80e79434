// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/Database.h>

#include "data/store/annotation_store.h"
#include "data/store/article_store.h"
#include "data/store/check_store.h"
#include "data/store/correction_store.h"
#include "data/store/library.h"
#include "data/store/search_index.h"
#include "data/store/search_store.h"
#include "data/store/statement.h"
#include "data/store/table_store.h"

namespace parallax::data {

// What a Library holds; library.cpp opens it, library_stores.cpp hands out the stores.
struct Library::Impl {
    std::filesystem::path path;
    std::unique_ptr<SQLite::Database> database;
    std::unique_ptr<StatementCache> statements; // after the database: finalized before it is closed
    IndexQueue indexQueue;
    std::string readOnlyReason;
    bool readOnly = false;
    std::int64_t seenDataVersion = 0;
    std::int64_t seenChanges = 0;
    std::int64_t changes = 0;

    std::unique_ptr<ArticleStore> articles;
    std::unique_ptr<SearchStore> search;
    std::unique_ptr<TableStore> tables;
    std::unique_ptr<AnnotationStore> annotations;
    std::unique_ptr<CheckStore> checks;
    std::unique_ptr<CorrectionStore> corrections;
};

// The store, made when it is first asked for.
template <class Store>
Store& storeMade(std::unique_ptr<Store>& store, Library& library) {
    if (!store)
        store = std::make_unique<Store>(library);
    return *store;
}

} // namespace parallax::data
