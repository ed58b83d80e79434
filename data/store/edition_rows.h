// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/article_store.h"

namespace parallax::data {

// Writes the blocks of an edition that has none.
void insertBlocks(Library& library, EditionId id, const Article& article);

// Makes the edition's tables equal to the article's. A table that is there already (the same cells, else the
// same caption and header) keeps its id. `contents` are the tables as JSON.
void saveTables(Library& library, EditionId id, const Article& article,
                const std::vector<std::string>& contents);

// What was saved, as it was: text, blocks, tables and everything else.
Article loadEdition(Library& library, EditionId id);

// The words of one block, without loading the edition; empty when there is no such block.
std::string loadBlockText(Library& library, EditionId id, int block);

} // namespace parallax::data
