// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>

#include "data/store/backup.h"

namespace parallax::data {

// What the analyst did in `one` that `other` does not have. Articles are the same as in previewRestore().
// What bears one of `leftOut`, tags of `one`, does not count.
AnalystWork workMissingIn(Library& other, Library& one, const std::set<std::int64_t>& leftOut = {});

// Saved searches that both have under one name, with another query.
std::int64_t searchesThatDiffer(Library& one, Library& other);

} // namespace parallax::data
