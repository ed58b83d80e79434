// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace parallax::data {

class Library;

// Empty, or what is wrong with the full-text index. It keeps no texts, so that its own check sees how its
// pages hang together and not whether a word in them is still the word: a letter that flipped makes a search
// find nothing. So every word in it, with its place, is compared with those of what is stored. Reads both as
// a whole and writes nothing.
std::string indexDamage(Library& library);

// Makes a damaged index anew. True when it was so. In a transaction of its own.
bool mendIndex(Library& library);

} // namespace parallax::data
