// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/ingest/document.h"

namespace parallax::data {

// What a reading was asked with that neither the bytes nor the document's origin tell: the type that a server
// named, the address that it led to, a repair that the person asked for. JSON, kept with the edition and its
// earlier versions; empty where the origin says it all.
std::string askedReading(const ParseHints& hints, const std::string& origin);

// The hints with which the bytes are read again as they were read then.
ParseHints hintsOf(const std::string& origin, std::string_view asked);

} // namespace parallax::data
