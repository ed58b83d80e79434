// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"

namespace parallax::data {

enum class TableFormat { Csv, Tsv, Xlsx, Markdown, Json, Html };
// csv, tsv, xlsx, md, json, html.
std::optional<TableFormat> tableFormatNamed(std::string_view name) noexcept;
// By the ending of a path, in either case. Throws ExportFailed for any other.
TableFormat tableFormatOf(const std::filesystem::path& path);

struct TableExportOptions {
    bool byteOrderMark = true; // CSV: Excel reads CJK only with it
    bool header = true;
    bool formulaGuard = true; // CSV, TSV: an apostrophe before what a spreadsheet would compute
};

// The table as text (all formats but Xlsx). CSV by RFC 4180; Markdown escapes | and line ends.
std::string exportTable(const Table& table, TableFormat format, const TableExportOptions& options = {});

// Several tables into one workbook, a sheet each, figures as numbers with their text kept where they carry
// more than the number. Throws ExportFailed, DiskFull; never leaves half a file (written beside, then
// renamed).
void exportWorkbook(const std::vector<Table>& tables, const std::filesystem::path& path);

// One table to one file, in the format that its ending names. Throws ExportFailed, FileUnwritable, DiskFull.
void writeTable(const Table& table, const std::filesystem::path& path,
                const TableExportOptions& options = {});

enum class ArticleFormat { Text, Markdown, Html, Json };
// `convertedFrom`: the script that the text was converted from (script_view.h), which every format then says.
std::string exportArticle(const Article& article, ArticleFormat format,
                          Language convertedFrom = Language::Unknown);

// Writes beside `path`, then renames. Throws FileUnwritable, DiskFull.
void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

} // namespace parallax::data
