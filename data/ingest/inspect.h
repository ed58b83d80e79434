// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "data/ingest/document.h"

namespace parallax::data {

// The JSON of `parallax inspect` (shape in house.md; README documents it).
nlohmann::ordered_json inspectJson(const Document& document);

} // namespace parallax::data
