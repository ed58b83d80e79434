// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/search/tokenizer.h"

#include <sqlite3.h>

#include "base/error.h"
#include "data/search/rank.h"
#include "data/search/tokens.h"

namespace parallax::data {
namespace {

using TokenCallback = int (*)(void*, int, const char*, int, int, int);

// The tokenizer has no state of its own, so that one serves all tables and threads.
int create(void*, const char**, int, Fts5Tokenizer** out) {
    static int instance = 0;
    *out = reinterpret_cast<Fts5Tokenizer*>(&instance);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

int tokenize(Fts5Tokenizer*, void* context, int flags, const char* text, int bytes, TokenCallback callback) {
    if (text == nullptr || bytes <= 0)
        return SQLITE_OK;
    const TokenMode mode = (flags & FTS5_TOKENIZE_QUERY) != 0 ? TokenMode::Query : TokenMode::Document;
    return forEachToken({text, static_cast<std::size_t>(bytes)}, mode, [&](const IndexToken& token) {
        return callback(context, token.colocated ? FTS5_TOKEN_COLOCATED : 0, token.text.data(),
                        static_cast<int>(token.text.size()), static_cast<int>(token.begin),
                        static_cast<int>(token.end));
    });
}

// SQLite hands out its FTS5 interface through a bound pointer of this type name.
fts5_api* fts5Of(sqlite3* connection) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

void registerTokenizer(sqlite3* connection) {
    FoldTable::get(); // built here, where a failure can still be thrown
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    fts5_api* api = fts5Of(connection);
    int result = SQLITE_ERROR;
    if (api != nullptr)
        result = api->xCreateTokenizer(api, "parallax", nullptr, &tokenizer, nullptr);
    if (result == SQLITE_OK)
        result = registerRank(api);
    if (result != SQLITE_OK) {
        const char* path = sqlite3_db_filename(connection, "main");
        throw Error(ErrorCode::LibraryFailed, {path != nullptr ? path : "", "SQLite has no FTS5"});
    }
}

} // namespace parallax::data
