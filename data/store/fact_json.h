// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/check/check_article.h"

namespace parallax::data {

// What of a fact has no column (001_check.sql): its quantity, its evidence, cumulative.
std::string factToJson(const Fact& fact);
void factFromJson(std::string_view json, Fact& fact);

// Two facts of a group with the same key state the same in the same way, so one of them stands for both.
std::string factValueKey(const Fact& fact);

} // namespace parallax::data
