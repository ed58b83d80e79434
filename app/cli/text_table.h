// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parallax::app {

// For a grid, or a line whose columns scripts read: blanks for line ends and tabs, and nothing that turns the
// direction of what stands behind it.
std::string withoutBreaks(std::string_view text);

// Columns a terminal needs for `text`: Han, kana, hangul and full-width signs take two, combining marks none.
int displayWidth(std::string_view text);

// `text` cut to at most `columns` with … at the end.
std::string cutToWidth(std::string_view text, int columns);

// Rows aligned in columns two blanks apart. Columns whose body cells are figures are set flush right. The
// first row is a header when `header` holds and gets a rule below it. No line is wider than `width`: the
// widest column gives.
std::string textTable(const std::vector<std::vector<std::string>>& rows, bool header, int width = 120);

} // namespace parallax::app
