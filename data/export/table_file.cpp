// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/error.h"
#include "data/export/export.h"

namespace parallax::data {

std::optional<TableFormat> tableFormatNamed(std::string_view name) noexcept {
    static constexpr std::array<std::pair<std::string_view, TableFormat>, 6> formats{
        {{"csv", TableFormat::Csv},
         {"tsv", TableFormat::Tsv},
         {"xlsx", TableFormat::Xlsx},
         {"md", TableFormat::Markdown},
         {"json", TableFormat::Json},
         {"html", TableFormat::Html}}};
    for (const auto& [known, format] : formats)
        if (known == name)
            return format;
    return std::nullopt;
}

TableFormat tableFormatOf(const std::filesystem::path& path) {
    const std::string ending = lowerAscii(path.extension().string());
    const auto format =
        tableFormatNamed(ending.empty() ? std::string_view() : std::string_view(ending).substr(1));
    if (!format)
        throw Error(ErrorCode::ExportFailed,
                    {path.string(), "the ending is none of .csv, .tsv, .xlsx, .md, .json, .html"});
    return *format;
}

void writeTable(const Table& table, const std::filesystem::path& path, const TableExportOptions& options) {
    const TableFormat format = tableFormatOf(path);
    if (format == TableFormat::Xlsx)
        exportWorkbook({table}, path);
    else
        writeFileAtomically(path, exportTable(table, format, options));
}

} // namespace parallax::data
