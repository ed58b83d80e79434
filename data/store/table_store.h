// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "data/store/article_store.h"

namespace parallax::data {

using TableId = std::int64_t;

struct TableRow {
    TableId id = 0;
    ArticleId article = 0;
    EditionId edition = 0;
    int index = 0; // in Article::tables
    int block = 0; // its block, for "open the sentence this came from"
    std::string caption;
    std::string articleTitle; // as this edition has it
    std::string source;
    std::string archiveMonth;
    Language language = Language::Unknown;
    int rows = 0;
    int columns = 0;
    bool taiwanese = false; // the article speaks of Taiwan dollars; known of a StoredTable's row alone
};

struct StoredTable {
    TableRow row;
    Table table;
};

// A market figure found in a table: a measure of a subject now and as projected (market_figures.h), with an
// analyst's corrections in place.
struct MarketFigure {
    TableId table = 0;
    ArticleId article = 0;
    int block = 0;
    int tableRow = 0;
    std::string measure; // the caption
    std::string subject; // the row's label
    std::string currentHeader;
    std::string projectedHeader;
    std::string currentText;
    std::string projectedText;
    double current = 0;
    double projected = 0;
    std::string unit;
    // Recomputed. Per cent: 100 × (projected ÷ current − 1), NaN where the current figure is not above 0; of
    // shares in points: projected − current.
    double change = 0;
    bool isShare() const { return unit == "%"; }
    std::string statedChange; // as written, empty when none
    EditionId edition = 0;
    Language language = Language::Unknown;
    std::string articleTitle;
    std::string source;
    std::string archiveMonth;
};

// The order of a list of tables; within both, tables of one article stand together as in the article.
enum class TableOrder {
    NewestFirst, // by the article's day or archive month
    Source       // by source, newest first within each
};

class TableStore {
  public:
    explicit TableStore(Library& library);

    // `text` filters by caption, headers, cells and article title (folded); empty lists all. With a reading
    // language an article's tables are listed once, from the edition that ArticleStore::load would give for
    // it (among those that have tables); Unknown lists those of every edition.
    std::vector<TableRow> list(const std::string& text, std::int64_t offset, std::int64_t limit,
                               TableOrder order = TableOrder::NewestFirst,
                               Language reading = Language::Unknown);
    std::int64_t count(const std::string& text, Language reading = Language::Unknown);
    std::vector<StoredTable> ofArticle(ArticleId id);
    StoredTable load(TableId id);              // throws TableNotFound
    std::vector<MarketFigure> marketFigures(); // by article, newest first

  private:
    // What a table states, as long as its edition's version and its article's month are the same.
    struct KnownFigures {
        int version = 0;
        int year = 0;
        std::int64_t corrections = 0;      // entries in the article's log
        std::vector<MarketFigure> figures; // without what TableRow knows
    };

    const std::vector<TableId>& matching(const std::string& text, TableOrder order, Language reading);

    Library& m_library;
    std::vector<TableId> m_matching; // of m_matchingText in m_matchingOrder, as of m_matchingChange
    std::string m_matchingText;
    TableOrder m_matchingOrder = TableOrder::NewestFirst;
    Language m_matchingReading = Language::Unknown;
    std::int64_t m_matchingChange = -1;
    std::unordered_map<TableId, KnownFigures> m_figures; // of every table that was looked at
};

} // namespace parallax::data
