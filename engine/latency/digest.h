// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::latency {

// Digests from OpenSSL; `sha256` and `hmacSha256` give the 32 bytes, `hex` writes bytes in lower case.
std::string sha256(std::string_view bytes);
std::string hmacSha256(std::string_view key, std::string_view bytes);
std::string hex(std::string_view bytes);

} // namespace parallax::latency
