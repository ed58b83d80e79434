// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace parallax::latency {

// What a provider says, with each part of a key ("ID:SECRET:TOKEN") cut out that it may repeat, in letters of
// either case. Before anything is shortened: half a key would not be found.
std::string withoutSecret(std::string text, std::string_view secret);

// The same in place, byte for byte: sizes and what follows stay where they are.
void maskSecret(std::span<char> bytes, std::string_view secret);

} // namespace parallax::latency
