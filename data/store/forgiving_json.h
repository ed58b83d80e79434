// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "data/article/article.h"

// Reading JSON of a library that may be damaged or made to do harm: a value of the wrong kind is as one that
// is missing.
namespace parallax::data::forgiving {

using Json = nlohmann::json;

inline const Json& member(const Json& object, const char* key) {
    static const Json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found != object.end() ? *found : none;
}

inline std::string stringOf(const Json& json) {
    return json.is_string() ? json.get<std::string>() : std::string();
}

template <class Number>
Number numberOf(const Json& json, Number missing) {
    if (!json.is_number_integer())
        return missing;
    const auto value = json.get<std::int64_t>();
    return static_cast<Number>(std::clamp(value,
                                          static_cast<std::int64_t>(std::numeric_limits<Number>::min()),
                                          static_cast<std::int64_t>(std::numeric_limits<Number>::max())));
}

template <class Enum>
Enum enumOf(const Json& json, Enum last) {
    return static_cast<Enum>(std::clamp(numberOf<int>(json, 0), 0, static_cast<int>(last)));
}

inline double realOf(const Json& json, double missing) {
    return json.is_number() ? json.get<double>() : missing;
}

// JSON has no infinity.
inline Json realToJson(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

inline Span spanOf(const Json& json) {
    if (!json.is_array() || json.size() != 2)
        return {};
    const auto begin = numberOf<std::int64_t>(json[0], 0);
    const auto end = numberOf<std::int64_t>(json[1], 0);
    if (begin < 0 || end < begin)
        return {};
    return {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
}

inline std::vector<std::string> stringsOf(const Json& json) {
    std::vector<std::string> strings;
    if (json.is_array())
        for (const Json& value : json)
            strings.push_back(stringOf(value));
    return strings;
}

inline std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace parallax::data::forgiving
