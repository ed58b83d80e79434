// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/measure/attempt.h"

namespace parallax::data {

// An attempt as it is kept and exported, the raw timeline included. Reading forgives: what is missing or of
// the wrong kind is as it is in an Attempt of its own.
std::string attemptToJson(const Attempt& attempt);
Attempt attemptFromJson(const std::string& json);

} // namespace parallax::data
