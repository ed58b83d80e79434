// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "data/quantity/quantity.h"

namespace parallax::data {

// "For prompts up to 128K tokens", beside a model whose listed price is that of such prompts
// (resources/prices/prices.csv says so): no terms of its own. nullptr where it says no such thing.
const Quantity* shortPromptsOf(std::string_view model, std::string_view text, Span within,
                               std::span<const Quantity> figures);

} // namespace parallax::data
