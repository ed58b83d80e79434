// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/asked_reading.h"

#include "data/ingest/url.h"
#include "data/store/forgiving_json.h"

namespace parallax::data {

std::string askedReading(const ParseHints& hints, const std::string& origin) {
    forgiving::Json asked = forgiving::Json::object();
    if (!hints.url.empty() && hints.url != origin)
        asked["url"] = hints.url;
    if (!hints.contentType.empty())
        asked["type"] = hints.contentType;
    if (hints.repairMojibake)
        asked["repair"] = true;
    return asked.empty() ? std::string() : forgiving::dumped(asked);
}

ParseHints hintsOf(const std::string& origin, std::string_view asked) {
    const auto json = forgiving::Json::parse(asked, nullptr, false);
    ParseHints hints;
    hints.name = origin;
    hints.url = forgiving::stringOf(forgiving::member(json, "url"));
    if (hints.url.empty() && isHttpUrl(origin))
        hints.url = origin;
    hints.contentType = forgiving::stringOf(forgiving::member(json, "type"));
    hints.repairMojibake = forgiving::member(json, "repair") == true;
    return hints;
}

} // namespace parallax::data
