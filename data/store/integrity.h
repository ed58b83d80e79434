// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/store/library.h"

namespace parallax::data {

// "ok", or what PRAGMA quick_check says: pages and records are sound. Reads the whole file, and writes
// nothing.
std::string quickCheck(Library& library);

} // namespace parallax::data
