// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace parallax::data {

// Every code that a check can carry. Whoever shows checks has a sentence for each (ui/common/check_codes); a
// test reads the rules' source and fails on a code that is not here.
std::span<const std::string_view> causeCodes() noexcept;  // Check::cause
std::span<const std::string_view> reasonCodes() noexcept; // Check::reason
std::span<const std::string_view> repairCodes() noexcept; // Repair::what, without the number of "part:2"

} // namespace parallax::data
