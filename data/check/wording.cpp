// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/check_article.h"

namespace parallax::data {

void checkWording(const ReadArticle&, std::vector<Check>&) {}

std::vector<Fact> factsOf(const ReadArticle&) {
    return {};
}

std::optional<Check> compareFacts(const Fact&, const Fact&) {
    return std::nullopt;
}

} // namespace parallax::data
