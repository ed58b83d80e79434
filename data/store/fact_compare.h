// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

#include "data/check/check_article.h"
#include "data/store/library.h"

namespace parallax::data {

using FactComparison = std::function<std::optional<Check>(const Fact&, const Fact&)>;

// Compares the groups of facts that changed, in short transactions; returns how many. What comes out depends
// on the facts alone, not on the order in which they came in. Throws Error{Cancelled}.
std::int64_t compareWaitingFacts(Library& library, const FactComparison& compare,
                                 const std::stop_token& stop);

} // namespace parallax::data
