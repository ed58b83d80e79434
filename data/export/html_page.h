// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// A page that stands alone: no script, nothing fetched, CJK font families first (a Latin family first lets a
// browser pick another region's glyphs for Han).
std::string htmlPage(std::string_view title, Language language, std::string_view body);

// <table> with <caption>, <thead> and aligned cells.
std::string tableHtml(const Table& table, bool header = true);

} // namespace parallax::data
