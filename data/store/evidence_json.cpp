// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/evidence_json.h"

namespace parallax::data {

using forgiving::Json;

Json evidenceToJson(const Evidence& evidence) {
    Json json = {evidence.span.begin, evidence.span.end, evidence.quote, evidence.block};
    const bool elsewhere = evidence.article != 0 || evidence.edition != 0;
    if (evidence.table >= 0 || elsewhere) {
        json.push_back(evidence.table);
        json.push_back(evidence.row);
        json.push_back(evidence.column);
    }
    if (elsewhere) {
        json.push_back(evidence.article);
        json.push_back(evidence.edition);
    }
    return json;
}

Evidence evidenceFromJson(const Json& json) {
    Evidence evidence;
    if (!json.is_array() || json.size() < 4)
        return evidence;
    evidence.span = forgiving::spanOf(Json::array({json[0], json[1]}));
    evidence.quote = forgiving::stringOf(json[2]);
    const auto at = [&json](std::size_t index, auto missing) {
        return index < json.size() ? forgiving::numberOf(json[index], missing) : missing;
    };
    evidence.block = at(3, -1);
    evidence.table = at(4, -1);
    evidence.row = at(5, -1);
    evidence.column = at(6, -1);
    evidence.article = at(7, std::int64_t{0});
    evidence.edition = at(8, std::int64_t{0});
    return evidence;
}

} // namespace parallax::data
