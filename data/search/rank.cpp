// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/search/rank.h"

#include <algorithm>
#include <array>

namespace parallax::data {
namespace {

// title, summary, body, cells, note
constexpr std::array<double, 5> columnWeights = {10, 4, 1, 1.5, 3};
constexpr double k1 = 1.2;

void rank(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
          sqlite3_value** values) {
    auto* cursor =
        count > 0 ? static_cast<RankCursor*>(sqlite3_value_pointer(values[0], rankPointerType)) : nullptr;
    if (cursor == nullptr) {
        sqlite3_result_error(result, "parallax_rank needs a cursor", -1);
        return;
    }
    cursor->rowid = api->xRowid(context);
    cursor->rank = 0;
    if (cursor->rowid > cursor->skipAbove) {
        const bool enough = cursor->skipped >= cursor->mostSkipped;
        cursor->skipped += enough ? 0 : 1;
        sqlite3_result_int(result, enough ? 1 : 0);
        return;
    }
    double weight = 0;
    const int phrases = api->xPhraseCount(context);
    for (int phrase = 0; phrase < phrases; ++phrase) {
        Fts5PhraseIter place{};
        int column = 0, offset = 0;
        const int code = api->xPhraseFirst(context, phrase, &place, &column, &offset);
        if (code != SQLITE_OK) {
            sqlite3_result_error_code(result, code);
            return;
        }
        for (; column >= 0; api->xPhraseNext(context, &place, &column, &offset))
            weight += columnWeights[static_cast<std::size_t>(std::min(column, 4))];
    }
    cursor->rank = weight * (k1 + 1) / (weight + k1);
    sqlite3_result_int(result, 1);
}

} // namespace

int registerRank(fts5_api* api) {
    return api->xCreateFunction(api, "parallax_rank", nullptr, rank, nullptr);
}

} // namespace parallax::data
