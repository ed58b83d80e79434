// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

#include "data/store/article_store.h"

namespace parallax::ui {

// The names of sources or topics in one list, without what turns direction. Two that would then look alike
// show it as an escape: "The Wire" and "The \u202eWire" are told apart.
QStringList facetNames(const std::vector<data::Facet>& facets);

} // namespace parallax::ui
