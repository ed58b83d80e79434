// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "data/store/table_store.h"
#include "data/table/correction.h"

namespace parallax::data {

using CorrectionId = std::int64_t;

// What an analyst wants changed.
struct NewCorrection {
    TableId table = 0;
    CorrectionKind kind = CorrectionKind::Cell;
    int row = -1, column = -1; // as the kind needs: a cell both, a role or a unit one of them
    std::string after;
    std::string by;  // the analyst's name as the settings give it
    std::string why; // may be empty
};

enum class CorrectionState {
    Applies,
    PageChanged, // applies; but the page says something else by now than when it was corrected
    Superseded,  // a later correction of the same place counts
    Undone,
    Lost // the table, row or column is gone
};

// One entry of the log, which is only ever added to.
struct Correction {
    CorrectionId id = 0;
    ArticleId article = 0;
    Language language = Language::Unknown; // of the edition
    TableId table = 0;                     // where it stands now; 0 when lost
    int row = -1, column = -1;             // likewise
    CorrectionKind kind = CorrectionKind::Cell;
    std::string before, after;
    std::string by, at, why;                          // at: UTC, ISO 8601
    CorrectionId undoes = 0;                          // of an inverse entry: the entry it takes back
    CorrectionState state = CorrectionState::Applies; // of an inverse entry: Applies, or Undone in its turn
    std::string pageWords;                            // of PageChanged: what the page says now
    CorrectionAnchor anchor;
};

// The corrections of tables: kept with the article, found again by their words after a new import, never
// overwritten, undone by an inverse entry.
class CorrectionStore {
  public:
    explicit CorrectionStore(Library& library);

    // Both must run within a Transaction. Throw TableNotFound, CorrectionInvalid (a place the table has not,
    // an unknown role, words that change nothing).
    CorrectionId add(const NewCorrection& correction);
    // Undoing an inverse entry brings the correction back. Throws CorrectionInvalid for an unknown entry and
    // for one that is undone already.
    CorrectionId undo(CorrectionId id, const std::string& by, const std::string& why);

    std::vector<Correction> list(ArticleId article); // the whole log of an article, oldest first
    std::vector<Correction> ofTable(TableId table);  // those that stand there, superseded and undone included

    // The tables as an analyst sees them: typed, with the corrections that apply.
    TypedTable typed(const StoredTable& table);
    std::vector<TypedTable> typedTables(EditionId edition); // in the order of Article::tables
    struct CorrectedTables {
        std::vector<Table> tables; // with corrected words
        std::vector<TypedTable> typed;
    };
    CorrectedTables correctedTables(EditionId edition); // both in the order of Article::tables
    // The page's words replaced by corrected ones, for export.
    Table corrected(const StoredTable& table);
    std::vector<PlacedCorrection> placed(const StoredTable& table);

    bool any();                                   // the library has a correction at all
    std::map<ArticleId, std::int64_t> logSizes(); // entries of the articles that have some

  private:
    void changed(EditionId edition); // what rests on its tables waits to be made again

    Library& m_library;
};

// What typeTable needs to know of the article.
TableContext tableContextOf(const TableRow& row);

} // namespace parallax::data
