// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace parallax {

// The bytes of an embedded file, named as below resources/ ("sql/library/001_base.sql"). Embedded are sql/,
// sites/, lexicon/, prices/ and demo/. Throws std::out_of_range for a name that is not there: a mistake in
// the program.
std::string_view resource(std::string_view name);

// Names of all embedded files that begin with `prefix`, sorted.
std::vector<std::string_view> resourceNames(std::string_view prefix);

} // namespace parallax
