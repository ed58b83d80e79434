// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/ingest/document.h"

namespace parallax::data {

// Throws DocumentTooDeep. libxml2 has such a limit of its own (256), but answers with half a document.
void checkXmlDepth(std::string_view text, const ParseHints& hints, const ParseLimits& limits);

// A feed without those parts of its items (an element of <item> or <entry>) that nest too deep; `items`
// receives the numbers of these items, from 1. Nothing where what nests is not in such a part.
std::optional<std::string> withoutDeepParts(std::string_view text, const ParseLimits& limits,
                                            std::vector<std::size_t>& items);

} // namespace parallax::data
