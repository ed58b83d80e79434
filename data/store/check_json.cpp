// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_json.h"

#include "data/store/evidence_json.h"

namespace parallax::data {
namespace {

using forgiving::Json;
using forgiving::member;

void put(Json& json, const char* key, const std::string& text) {
    if (!text.empty())
        json[key] = text;
}

void put(Json& json, const char* key, const std::optional<Interval>& interval) {
    if (interval)
        json[key] = {forgiving::realToJson(interval->low), forgiving::realToJson(interval->high)};
}

std::optional<Interval> intervalOf(const Json& json) {
    if (!json.is_array() || json.size() != 2)
        return std::nullopt;
    Interval interval;
    interval.low = forgiving::realOf(json[0], interval.low);
    interval.high = forgiving::realOf(json[1], interval.high);
    return interval;
}

} // namespace

std::string checkToJson(const Check& check) {
    Json json = Json::object();
    Json statement = Json::array();
    for (const Evidence& evidence : check.statement)
        statement.push_back(evidenceToJson(evidence));
    json["statement"] = std::move(statement);
    if (check.grade != Grade::None)
        json["grade"] = static_cast<int>(check.grade);
    if (check.face && std::isfinite(*check.face))
        json["face"] = *check.face;
    if (check.faceHigh && std::isfinite(*check.faceHigh))
        json["faceHigh"] = *check.faceHigh;
    put(json, "strict", check.strict);
    put(json, "loose", check.loose);
    put(json, "stated", check.stated);
    put(json, "unit", check.unit);
    put(json, "formula", check.formula);
    if (std::isfinite(check.power) && check.power != 0)
        json["power"] = check.power;
    Json repairs = Json::array();
    for (const Repair& repair : check.repairs)
        repairs.push_back({repair.what, repair.text});
    if (!repairs.empty())
        json["repairs"] = std::move(repairs);
    put(json, "cause", check.cause);
    put(json, "reason", check.reason);
    if (!check.reasonArgs.empty())
        json["args"] = check.reasonArgs;
    return forgiving::dumped(json);
}

void checkFromJson(std::string_view text, Check& check) {
    const Json json = Json::parse(text, nullptr, false);
    if (const Json& statement = member(json, "statement"); statement.is_array())
        for (const Json& evidence : statement)
            check.statement.push_back(evidenceFromJson(evidence));
    check.grade = forgiving::enumOf(member(json, "grade"), Grade::Words);
    if (const Json& face = member(json, "face"); face.is_number())
        check.face = face.get<double>();
    if (const Json& high = member(json, "faceHigh"); high.is_number())
        check.faceHigh = high.get<double>();
    check.strict = intervalOf(member(json, "strict"));
    check.loose = intervalOf(member(json, "loose"));
    check.stated = intervalOf(member(json, "stated"));
    check.unit = forgiving::stringOf(member(json, "unit"));
    check.formula = forgiving::stringOf(member(json, "formula"));
    check.power = forgiving::realOf(member(json, "power"), 0);
    if (const Json& repairs = member(json, "repairs"); repairs.is_array())
        for (const Json& repair : repairs)
            if (repair.is_array() && repair.size() == 2)
                check.repairs.push_back({forgiving::stringOf(repair[0]), forgiving::stringOf(repair[1])});
    check.cause = forgiving::stringOf(member(json, "cause"));
    check.reason = forgiving::stringOf(member(json, "reason"));
    check.reasonArgs = forgiving::stringsOf(member(json, "args"));
}

} // namespace parallax::data
