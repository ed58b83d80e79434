// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/store/article_store.h"

namespace parallax::data {

// The column saved_search.filter. What cannot be read is left out of the filter.
std::string filterToJson(const ArticleFilter& filter);
ArticleFilter filterFromJson(std::string_view json);

} // namespace parallax::data
