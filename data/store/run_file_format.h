// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace parallax::data {

inline constexpr std::string_view runFileFormat = "parallax-latency-runs";
inline constexpr std::array<const char*, 4> runStateNames{"under_way", "finished", "stopped",
                                                          "budget_reached"}; // by MeasureState

} // namespace parallax::data
