// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/listed_model.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/ascii.h"

namespace parallax::latency {
namespace {

constexpr bool isFigure(char c) {
    return c >= '0' && c <= '9';
}

// "20250929" as "2025-09-29"; empty where it is no day.
std::string isoDayOf(std::string_view digits) {
    if (digits.size() != 8 || !std::all_of(digits.begin(), digits.end(), isFigure))
        return {};
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char c : digits.substr(at, size))
            value = 10 * value + (c - '0');
        return value;
    };
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(4, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(6, 2)))};
    if (!day.ok() || number(0, 4) < 2015 || number(0, 4) > 2099)
        return {};
    std::string iso(digits);
    return iso.insert(6, "-").insert(4, "-");
}

// Takes the day off the end of an id, where it has one.
std::string takeSnapshot(std::string_view& id) {
    const auto endsWith = [&](std::size_t size, bool dashes) {
        if (id.size() < size + 2 || id[id.size() - size - 1] != '-')
            return std::string();
        std::string digits(id.substr(id.size() - size));
        if (dashes && digits[4] == '-' && digits[7] == '-')
            digits.erase(7, 1).erase(4, 1);
        return isoDayOf(digits);
    };
    for (const auto& [size, dashes] : {std::pair{std::size_t{8}, false}, {std::size_t{10}, true}})
        if (std::string day = endsWith(size, dashes); !day.empty()) {
            id.remove_suffix(size + 1);
            return day;
        }
    return {};
}

} // namespace

ListedModel listedModel(std::string_view id) {
    ListedModel model;
    model.snapshot = takeSnapshot(id);
    std::vector<std::string> words, numbers;
    std::string part;
    const auto end = [&] {
        if (!part.empty())
            (std::all_of(part.begin(), part.end(), isFigure) ? numbers : words).push_back(part);
        part.clear();
    };
    for (const char c : id) {
        if (c == '-' || c == '.' || c == '_' || c == ' ')
            end();
        else
            part += lowerAscii(c);
    }
    end();
    words.insert(words.end(), numbers.begin(), numbers.end());
    for (const std::string& word : words)
        model.name += (model.name.empty() ? "" : " ") + word;
    return model;
}

} // namespace parallax::latency
