// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"

namespace parallax::data {

// & < > " ' as entities; control characters that HTML forbids are left out.
std::string escapeHtml(std::string_view text);

// Text with its marks as HTML (strong, em, code, del, a). Links that are not http, https or mailto stay text.
std::string markedHtml(std::string_view text, const std::vector<Mark>& marks);

// Text that Markdown reads as itself, within a line; at the start of a paragraph also what would begin a
// heading, a list or a quotation.
enum class MarkdownPlace { ParagraphStart, WithinLine, TableCell };
std::string markedMarkdown(std::string_view text, const std::vector<Mark>& marks, MarkdownPlace place);

// Columns that a fixed-width font needs: Han, kana, hangul and full-width characters take two.
int displayWidth(std::string_view text);

} // namespace parallax::data
