// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace parallax {

// Written by cmake/embed.cmake; only resource.cpp reads it.
struct EmbeddedResource {
    const char* name;
    const char* begin;
    const char* end;
};
extern const EmbeddedResource embeddedResources[];
extern const std::size_t embeddedResourceCount;

} // namespace parallax
