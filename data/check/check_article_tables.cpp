// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/check_article.h"

namespace parallax::data {

// Stands here until the rules of tables do.
void checkTables(const ReadArticle&, std::vector<Check>&) {}

} // namespace parallax::data
