// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_path.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "base/error.h"

namespace parallax::app {

namespace fs = std::filesystem;

std::string formatEnding(const std::string& to) {
    constexpr std::array<std::string_view, 7> known{"txt", "md", "html", "json", "csv", "tsv", "xlsx"};
    std::string ending = fs::path(to).extension().string();
    std::error_code failure;
    if (ending.empty() || fs::is_directory(to, failure))
        return {};
    ending = lowerAscii(std::string_view(ending).substr(1));
    return std::ranges::find(known, ending) != known.end() ? ending : std::string();
}

void refuseTwoFormats(const std::string& format, const std::string& to) {
    const std::string ending = formatEnding(to);
    if (!format.empty() && !ending.empty() && format != ending)
        throw Error(ErrorCode::Usage,
                    {"--format says " + format + " and \"" + to + "\" ends in ." + ending + ": one of them"});
}

fs::path oneFile(const std::string& to, const std::string& format, const std::string& name) {
    std::error_code failure;
    if (fs::is_directory(to, failure))
        return fs::path(to) / (name + "." + format);
    return formatEnding(to) == format ? fs::path(to) : fs::path(to + "." + format);
}

} // namespace parallax::app
