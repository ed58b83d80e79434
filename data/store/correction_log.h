// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/store/correction_store.h"

namespace parallax::data {

// An entry as it is stored, before anybody looked where it stands.
struct LoggedCorrection {
    Correction entry;
    std::string uid, undoes;
};

// An older library that can only be read has none.
bool hasCorrectionLog(Library& library);

// In the order in which they were made; all languages where `language` is Unknown.
std::vector<LoggedCorrection> readCorrectionLog(Library& library, ArticleId article, Language language);
CorrectionId writeCorrection(Library& library, const LoggedCorrection& logged);
bool hasCorrection(Library& library, const std::string& uid);

// Copies what `source` has of an article and `target` lacks. For the merge of libraries.
void mergeCorrections(Library& target, ArticleId here, Library& source, ArticleId there);

// Marks what was undone (an inverse entry may itself be undone): Applies or Undone.
void resolveUndone(std::vector<LoggedCorrection>& log);

} // namespace parallax::data
