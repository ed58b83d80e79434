// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

#include "data/quantity/quantity.h"

namespace parallax::data {

// The JSON of `parallax quantities`: an array of objects, places in code points of `text`; keys that were not
// stated are left out.
nlohmann::ordered_json quantitiesJson(std::string_view text, const std::vector<Quantity>& quantities);

// One input line of `parallax quantities -`: a plain string, or {"in", "context", "lang"}.
nlohmann::ordered_json quantitiesOfLine(std::string_view line);

} // namespace parallax::data
