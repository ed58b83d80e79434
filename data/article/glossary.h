// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/article/language.h"

namespace parallax::data {

// One thing in three languages (resources/lexicon/glossary.tsv): en, zh-Hant, zh-Hans, and other names.
struct GlossaryEntry {
    std::string english;
    std::string traditional;
    std::string simplified;
    std::vector<std::string> aliases;
    std::string kind; // company, product, term, person, place
};

const std::vector<GlossaryEntry>& glossary();

// The other names of what `term` names (case, width and script folded), without `term` itself.
std::vector<std::string> glossaryForms(std::string_view term);

} // namespace parallax::data
