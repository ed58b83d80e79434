// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Feed 1.0 and 1.1.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_depth.h"
#include "base/utf8.h"
#include "data/ingest/feed_formats.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/json_items.h"
#include "data/ingest/json_mend.h"
#include "data/ingest/url.h"

namespace parallax::data {
namespace {

using Json = nlohmann::json;

// A member as text; numbers too, since many feeds number their items.
std::string member(const Json& object, const char* name) {
    const auto at = object.find(name);
    if (at == object.end())
        return {};
    if (at->is_string())
        return at->get<std::string>();
    return at->is_number_integer() ? std::to_string(at->get<std::int64_t>()) : std::string();
}

std::string authorsOf(const Json& object) {
    std::string names;
    const auto add = [&](const Json& person) {
        const std::string name = person.is_object() ? collapseBlanks(member(person, "name")) : std::string();
        if (!name.empty() && names.size() < 300)
            names += (names.empty() ? "" : ", ") + name;
    };
    if (const auto list = object.find("authors"); list != object.end() && list->is_array())
        for (const Json& person : *list)
            add(person);
    else if (const auto one = object.find("author"); one != object.end()) // version 1.0
        add(*one);
    return names;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '\n')
            out += "<br>";
        else
            out += c;
    }
    return out;
}

FeedItem readItem(const Json& json, const std::string& base, const std::string& feedAuthor) {
    FeedItem item;
    item.id = member(json, "id");
    item.title = plainTitle(member(json, "title"));
    std::string link = member(json, "url");
    if (link.empty())
        link = member(json, "external_url");
    if (link.empty() && isHttpUrl(item.id))
        link = item.id;
    item.link = resolveUrl(base, link);
    if (item.id.empty())
        item.id = item.link;
    readPublished(member(json, "date_published"), item);
    readPublished(member(json, "date_modified"), item);
    item.author = authorsOf(json);
    if (item.author.empty())
        item.author = feedAuthor;
    item.summary = escaped(member(json, "summary"));
    item.content = member(json, "content_html");
    if (item.content.empty())
        item.content = escaped(member(json, "content_text"));
    return item;
}

// As written, else mended, which the feed is marked for.
Json parsedOrMended(std::string_view text, Feed& feed) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_discarded())
        return json;
    feed.bozo = true;
    return Json::parse(mendedJson(text), nullptr, false);
}

// The feed read item by item, where one of them spoils the whole.
Json parsedByItem(std::string_view text, std::size_t most, Feed& feed, std::vector<BadItem>& bad) {
    const auto split = splitJsonItems(text);
    if (!split || jsonDepth(split->rest) > most)
        return Json(Json::value_t::discarded);
    Json json = parsedOrMended(split->rest, feed);
    if (!json.is_object())
        return Json(Json::value_t::discarded);
    Json& items = json["items"] = Json::array();
    feed.bozo = true;
    for (std::size_t i = 0; i < split->items.size(); ++i) {
        const std::string_view written = split->items[i];
        const bool deep = jsonDepth(written) + 2 > most; // the feed and its list are open around it
        Json item = deep ? Json(Json::value_t::discarded) : parsedOrMended(written, feed);
        if (item.is_discarded())
            bad.push_back({i + 1, plainTitle(titleInJson(written)),
                           deep ? ErrorCode::DocumentTooDeep : ErrorCode::DocumentMalformed});
        else
            items.push_back(std::move(item));
    }
    return json;
}

// From 1; where the first mistake is.
std::string lineOfMistake(std::string_view text) {
    try {
        if (Json::accept(text))
            return "1";
        static_cast<void>(Json::parse(text).size());
    } catch (const Json::parse_error& error) {
        const auto at = static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        return std::to_string(1 + std::count(text.begin(), text.begin() + at, '\n'));
    }
    return "1";
}

} // namespace

bool readJsonFeed(std::string_view text, const ParseHints& hints, const ParseLimits& limits, Feed& feed,
                  std::vector<BadItem>& bad) {
    const auto most = static_cast<std::size_t>(std::max(1, limits.depth));
    const std::size_t depth = jsonDepth(text);
    Json json = depth > most ? Json(Json::value_t::discarded) : parsedOrMended(text, feed);
    if (json.is_discarded())
        json = parsedByItem(text, most, feed, bad);
    if (json.is_discarded() && depth > most)
        throw Error(ErrorCode::DocumentTooDeep,
                    {hints.name, "1", std::to_string(depth), std::to_string(most)});
    if (!json.is_object())
        throw Error(ErrorCode::DocumentMalformed, {hints.name, lineOfMistake(text), "JSON"});
    feed.title = plainTitle(member(json, "title"));
    feed.link = resolveUrl(hints.url, member(json, "home_page_url"));
    feed.id = member(json, "feed_url");
    feed.description = plainTitle(member(json, "description"));
    feed.language = member(json, "language");
    const std::string author = authorsOf(json);
    const std::string base = !feed.link.empty() ? feed.link : hints.url.empty() ? feed.id : hints.url;
    const auto items = json.find("items");
    if (items == json.end() || !items->is_array()) {
        feed.bozo = true;
        return true;
    }
    for (const Json& item : *items) {
        if (!item.is_object()) {
            feed.bozo = true;
            continue;
        }
        if (feed.items.size() >= limits.items)
            return false;
        feed.items.push_back(readItem(item, base, author));
    }
    return true;
}

} // namespace parallax::data
