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
    const auto* limit = count > 0
                            ? static_cast<const RankLimit*>(sqlite3_value_pointer(values[0], rankPointerType))
                            : nullptr;
    if (limit != nullptr && api->xRowid(context) > limit->skipAbove) {
        sqlite3_result_double(result, 0);
        return;
    }
    int hits = 0;
    int code = api->xInstCount(context, &hits);
    double weight = 0;
    for (int i = 0; i < hits && code == SQLITE_OK; ++i) {
        int phrase = 0, column = 0, place = 0;
        code = api->xInst(context, i, &phrase, &column, &place);
        const auto index = static_cast<std::size_t>(std::clamp(column, 0, 4));
        weight += columnWeights[index];
    }
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(result, code);
        return;
    }
    sqlite3_result_double(result, weight * (k1 + 1) / (weight + k1));
}

} // namespace

int registerRank(fts5_api* api) {
    return api->xCreateFunction(api, "parallax_rank", nullptr, rank, nullptr);
}

} // namespace parallax::data
