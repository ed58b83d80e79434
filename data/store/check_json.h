// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/check/check.h"

namespace parallax::data {

// What of a check has no column (001_check.sql): everything but rule, verdict, colour and fingerprint. An end
// of an interval that is infinite is null. Reading is forgiving: what is damaged is left out.
std::string checkToJson(const Check& check);
void checkFromJson(std::string_view json, Check& check);

} // namespace parallax::data
