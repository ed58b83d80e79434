// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/filter_json.h"

#include <nlohmann/json.hpp>

namespace parallax::data {
namespace {

using Json = nlohmann::json;

std::optional<std::string> textAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? std::optional(found->get<std::string>())
                                                     : std::nullopt;
}

bool flagAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

} // namespace

std::string filterToJson(const ArticleFilter& filter) {
    Json json = Json::object();
    if (filter.source)
        json["source"] = *filter.source;
    if (filter.topic)
        json["topic"] = *filter.topic;
    if (filter.archiveMonth)
        json["month"] = *filter.archiveMonth;
    if (filter.tag)
        json["tag"] = *filter.tag;
    if (filter.unreadOnly)
        json["unread"] = true;
    if (filter.starredOnly)
        json["starred"] = true;
    if (filter.notedOnly)
        json["noted"] = true;
    if (filter.failedOnly)
        json["failed"] = true;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ArticleFilter filterFromJson(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    ArticleFilter filter;
    if (!json.is_object())
        return filter;
    filter.source = textAt(json, "source");
    filter.topic = textAt(json, "topic");
    filter.archiveMonth = textAt(json, "month");
    if (const auto tag = json.find("tag"); tag != json.end() && tag->is_number_integer())
        filter.tag = tag->get<std::int64_t>();
    filter.unreadOnly = flagAt(json, "unread");
    filter.starredOnly = flagAt(json, "starred");
    filter.notedOnly = flagAt(json, "noted");
    filter.failedOnly = flagAt(json, "failed");
    return filter;
}

} // namespace parallax::data
