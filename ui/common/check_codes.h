// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace parallax::ui {

// The codes that data/check writes, with their sentences to be translated in the context CheckSentences. A
// test takes the codes from data/check/codes.h and fails on one that is not here.
struct CodeWords {
    const char* code;
    const char* text; // %1 …: arguments
};
const std::vector<CodeWords>& causeWords();
const std::vector<CodeWords>& reasonWords(); // why nothing can be told, or what is wrong
const std::vector<CodeWords>& remarkWords(); // reasons that are worth saying of what holds, too
const std::vector<CodeWords>& repairWords(); // %1: the text of the repair, %2: the number of "part:2"

} // namespace parallax::ui
