// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/check/check.h"
#include "data/store/forgiving_json.h"

namespace parallax::data {

// [begin, end, quote, block, table, row, column, article, edition], the last ones left out where they say
// nothing.
forgiving::Json evidenceToJson(const Evidence& evidence);
Evidence evidenceFromJson(const forgiving::Json& json);

} // namespace parallax::data
