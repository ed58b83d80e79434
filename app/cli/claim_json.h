// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>

#include "ui/common/article_claims.h"

namespace parallax::app {

// A claim of `parallax latency claims --json`; `number` is what --plan takes.
nlohmann::ordered_json claimJson(const ui::JudgedClaim& claim, std::size_t number);

} // namespace parallax::app
