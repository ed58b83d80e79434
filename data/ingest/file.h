// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace parallax::data {

// The bytes of a regular file (or of a pipe, up to the limit). Throws FileNotFound, FileUnreadable (a folder,
// no permission, an I/O error), FileTooLarge.
std::string readFile(const std::filesystem::path& path, std::size_t limit = 64U << 20);

} // namespace parallax::data
