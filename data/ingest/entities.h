// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// A text that is no HTML and yet has HTML's entities in it ("AT&amp;T": it was escaped once more than
// needed), with each of them resolved, once: "&amp;lt;" is "&lt;". Everything else stays, blanks and "<" too.
std::string withoutEntities(std::string_view text);

// The numbered and named entities and JSON's "\\u00e9" that stand for characters beyond ASCII, as these
// characters themselves, which mean the same wherever those may stand. With `nested`, those that were escaped
// once more ("&amp;eacute;": HTML in a feed) as well.
enum class NestedEntities { Keep, Resolve };
std::string withPlainCharacters(std::string_view text, NestedEntities nested);

} // namespace parallax::data
