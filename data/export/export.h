// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "data/article/article.h"

namespace parallax::data {

enum class TableFormat { Csv, Tsv, Xlsx, Markdown, Json, Html };

struct TableExportOptions {
    bool byteOrderMark = true; // CSV: Excel reads CJK only with it
    bool header = true;
};

// The table as text (all formats but Xlsx). CSV by RFC 4180, cells that a spreadsheet would run as a formula
// are quoted with a leading apostrophe; Markdown escapes | and line ends.
std::string exportTable(const Table& table, TableFormat format, const TableExportOptions& options = {});

// Several tables into one workbook, a sheet each, figures as numbers with their text kept where they carry
// more than the number. Throws ExportFailed, DiskFull; never leaves half a file (written beside, then
// renamed).
void exportWorkbook(const std::vector<Table>& tables, const std::filesystem::path& path);

enum class ArticleFormat { Text, Markdown, Html, Json };
std::string exportArticle(const Article& article, ArticleFormat format);

// Writes beside `path`, then renames. Throws FileUnwritable, DiskFull.
void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

} // namespace parallax::data
