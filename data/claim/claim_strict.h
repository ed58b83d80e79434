// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/measure/claim.h"

namespace parallax::data {

// "More than $2", 不到 2 美元: a bound that its own figure does not keep, as "at least" and 至少 do.
bool isStrictBound(const Claim& claim);

} // namespace parallax::data
