// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/ingest/document.h"

namespace parallax::data {

// A Document as bytes, to be sent from the parser's child to its parent. Not a storage format: both ends are
// the same program.
std::string encodeDocument(const Document& document);

// The inverse, for bytes that are not to be trusted (the child has read a hostile file): every count and
// length is checked against what is there, enums and indices against their ranges, texts are valid UTF-8, and
// spans lie in the text that they point into. Throws WireFailure (wire.h).
Document decodeDocument(std::string_view bytes);

} // namespace parallax::data
