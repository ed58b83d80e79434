// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// The column edition.metadata: everything of an Article that is neither text nor title, language, blocks or
// tables, as JSON. Left-out keys have the value of a fresh Article.
std::string metadataToJson(const Article& article);

// Fills `article`; what is missing or of another type stays as it was.
void metadataFromJson(std::string_view json, Article& article);

// The column article_table.content: header, rows, alignments and spans.
std::string tableToJson(const Table& table);
Table tableFromJson(std::string_view json, std::string_view caption);

// The column block.marks.
std::string marksToJson(const std::vector<Mark>& marks);
std::vector<Mark> marksFromJson(std::string_view json);

} // namespace parallax::data
