// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resource.h"
#include "data/store/import.h"

namespace parallax::data {

std::vector<ImportItem> demoItems() {
    constexpr std::string_view folder = "demo/";
    std::vector<ImportItem> items;
    // Articles are numbered ("01-prices.en.md"); the folder's other files are about it.
    for (const std::string_view name : resourceNames(folder)) {
        const char first = name.size() > folder.size() ? name[folder.size()] : '\0';
        if (first >= '0' && first <= '9')
            items.push_back({std::string(name), std::string(resource(name)), {}});
    }
    return items;
}

} // namespace parallax::data
