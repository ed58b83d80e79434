// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace parallax::data {

// The text names the Taiwan dollar: its 元 is that one (QuantityContext::taiwanese).
bool speaksOfTaiwanDollars(std::string_view text);

} // namespace parallax::data
