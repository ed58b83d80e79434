// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace parallax::data {

// What a single Han character says about the script of its text.
enum class HanScript : std::uint8_t { Either, Traditional, Simplified, Japanese };

HanScript hanScript(char32_t codePoint) noexcept;

} // namespace parallax::data
