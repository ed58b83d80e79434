// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resource.h"

#include "base/resource_table.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace parallax {

std::string_view resource(std::string_view name) {
    for (std::size_t i = 0; i < embeddedResourceCount; ++i) {
        const auto& entry = embeddedResources[i];
        if (name == entry.name)
            return {entry.begin, static_cast<std::size_t>(entry.end - entry.begin)};
    }
    throw std::out_of_range("no embedded resource " + std::string(name));
}

std::vector<std::string_view> resourceNames(std::string_view prefix) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < embeddedResourceCount; ++i)
        if (std::string_view(embeddedResources[i].name).starts_with(prefix))
            names.emplace_back(embeddedResources[i].name);
    std::ranges::sort(names);
    return names;
}

} // namespace parallax
