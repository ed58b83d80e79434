// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"

namespace parallax::data {

enum class InlineRules { Text, Cell }; // in a cell "\|" is a pipe

// The few inline marks that saved pages carry (`code`, **strong**, *emphasis*, ~~strike~~, [text](address)),
// read in one pass: `text` is what a person reads, `marks` lie in it. Anything that does not close is text.
void readInline(std::string_view raw, InlineRules rules, std::string& text, std::vector<Mark>& marks);

} // namespace parallax::data
