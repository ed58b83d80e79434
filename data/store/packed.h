// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parallax::data {

// Bytes in zlib's format. Quick rather than small: a stream of events shrinks to a tenth all the same.
std::string packed(std::string_view bytes);

// What they were, of exactly that size; nothing where they are damaged or would come to anything else.
std::optional<std::string> unpacked(std::string_view bytes, std::size_t size);

} // namespace parallax::data
