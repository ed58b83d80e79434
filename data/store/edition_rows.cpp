// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/edition_rows.h"

#include <algorithm>

#include "data/store/edition_metadata.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// The numbers in the columns kind and language, and in the rowids of the index: never renumber, only append.
static_assert(static_cast<int>(BlockKind::Title) == 0 && static_cast<int>(BlockKind::ListItem) == 6 &&
              static_cast<int>(BlockKind::Table) == 8 && static_cast<int>(BlockKind::Navigation) == 17);
static_assert(static_cast<int>(Language::English) == 1 &&
              static_cast<int>(Language::TraditionalChinese) == 2 &&
              static_cast<int>(Language::SimplifiedChinese) == 3 && static_cast<int>(Language::Other) == 5);

template <class Value>
Value enumOf(int number, Value last) {
    return static_cast<Value>(std::clamp(number, 0, static_cast<int>(last)));
}

void bindUnless(Statement& statement, int value, int usual) {
    if (value == usual)
        statement.bindNull();
    else
        statement.bind(value);
}

std::string_view sliceOf(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin > text.size() || end < begin)
        return {};
    return text.substr(begin, end - begin);
}

// Where the block's words stand in the article's text as they are: at the span, or within it behind a marker.
std::optional<Span> placeOfText(const Block& block, std::string_view text) {
    const std::string_view slice = sliceOf(text, block.span.begin, block.span.end);
    const std::size_t at = slice.find(block.text);
    if (block.text.empty() || at == std::string_view::npos)
        return std::nullopt;
    return Span{block.span.begin + at, block.span.begin + at + block.text.size()};
}

std::int64_t optionalInteger(const Statement& row, int column, std::int64_t missing) {
    return row.isNull(column) ? missing : row.integer(column);
}

std::vector<Block> loadBlocks(Library& library, EditionId id, std::string_view text) {
    Statement row(library,
                  "SELECT kind, language, span_begin, span_end, text_begin, text_end, level, number, "
                  "table_no, marks, text FROM block WHERE edition_id = ? ORDER BY ordinal");
    row.bind(id);
    std::vector<Block> blocks;
    while (row.step()) {
        Block block;
        block.kind = enumOf(row.number(0), BlockKind::Navigation);
        block.language = enumOf(row.number(1), Language::Other);
        block.span = {static_cast<std::size_t>(row.integer(2)), static_cast<std::size_t>(row.integer(3))};
        if (row.isNull(4))
            block.text = row.text(10);
        else
            block.text = sliceOf(text, static_cast<std::size_t>(row.integer(4)),
                                 static_cast<std::size_t>(row.integer(5)));
        block.level = static_cast<int>(optionalInteger(row, 6, 0));
        block.number = static_cast<int>(optionalInteger(row, 7, 0));
        block.table = static_cast<int>(optionalInteger(row, 8, -1));
        if (!row.isNull(9))
            block.marks = marksFromJson(row.view(9));
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::vector<Table> loadTables(Library& library, EditionId id) {
    Statement row(library,
                  "SELECT caption, content FROM article_table WHERE edition_id = ? ORDER BY ordinal");
    row.bind(id);
    std::vector<Table> tables;
    while (row.step())
        tables.push_back(tableFromJson(row.view(1), row.view(0)));
    return tables;
}

struct KnownTable {
    std::int64_t id = 0;
    Table table;
    bool used = false;
};

bool sameCells(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Cell& left, const Cell& right) { return left.text == right.text; });
}

bool sameShape(const Table& a, const Table& b) {
    return a.caption == b.caption && sameCells(a.header, b.header);
}

bool sameTable(const Table& a, const Table& b) {
    return sameShape(a, b) &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), sameCells);
}

template <class Same>
KnownTable* findUnused(std::vector<KnownTable>& known, const Table& table, Same same) {
    for (KnownTable& candidate : known)
        if (!candidate.used && same(candidate.table, table))
            return &candidate;
    return nullptr;
}

// For each table of the article the known one that it continues, or none. Exact matches go first, so that a
// table that only looks alike does not take the place of the one that is the same.
std::vector<std::int64_t> matchTables(std::vector<KnownTable>& known, const std::vector<Table>& tables) {
    std::vector<std::int64_t> ids(tables.size(), 0);
    for (const auto same : {&sameTable, &sameShape}) {
        for (std::size_t i = 0; i < tables.size(); ++i) {
            KnownTable* const found = ids[i] == 0 ? findUnused(known, tables[i], same) : nullptr;
            if (found != nullptr) {
                found->used = true;
                ids[i] = found->id;
            }
        }
    }
    return ids;
}

std::vector<KnownTable> knownTables(Library& library, EditionId id) {
    Statement row(library,
                  "SELECT id, caption, content FROM article_table WHERE edition_id = ? ORDER BY ordinal");
    row.bind(id);
    std::vector<KnownTable> known;
    while (row.step())
        known.push_back({row.integer(0), tableFromJson(row.view(2), row.view(1)), false});
    return known;
}

int blockOfTable(const Article& article, std::size_t table) {
    for (std::size_t i = 0; i < article.blocks.size(); ++i)
        if (article.blocks[i].kind == BlockKind::Table && article.blocks[i].table == static_cast<int>(table))
            return static_cast<int>(i);
    return -1;
}

std::size_t columnsOf(const Table& table) {
    std::size_t columns = table.header.size();
    for (const std::vector<Cell>& row : table.rows)
        columns = std::max(columns, row.size());
    return columns;
}

} // namespace

void insertBlocks(Library& library, EditionId id, const Article& article) {
    Statement insert(library, "INSERT INTO block (edition_id, ordinal, kind, language, span_begin, span_end, "
                              "text_begin, text_end, level, number, table_no, marks, text) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        insert.bind(id).bind(i).bind(static_cast<int>(block.kind)).bind(static_cast<int>(block.language));
        insert.bind(block.span.begin).bind(block.span.end);
        const std::optional<Span> place = placeOfText(block, article.text);
        if (place)
            insert.bind(place->begin).bind(place->end);
        else
            insert.bindNull().bindNull();
        bindUnless(insert, block.level, 0);
        bindUnless(insert, block.number, 0);
        bindUnless(insert, block.table, -1);
        const std::string marks = block.marks.empty() ? std::string() : marksToJson(block.marks);
        if (marks.empty())
            insert.bindNull();
        else
            insert.bind(marks);
        if (place)
            insert.bindNull();
        else
            insert.bind(block.text);
        insert.run();
    }
}

void saveTables(Library& library, EditionId id, const Article& article,
                const std::vector<std::string>& contents) {
    std::vector<KnownTable> known = knownTables(library, id);
    const std::vector<std::int64_t> ids = matchTables(known, article.tables);
    for (const KnownTable& table : known)
        if (!table.used)
            Statement(library, "DELETE FROM article_table WHERE id = ?").bind(table.id).run();
    Statement save(library,
                   "INSERT INTO article_table (id, edition_id, ordinal, block, row_count, column_count, "
                   "caption, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                   "ordinal = excluded.ordinal, block = excluded.block, row_count = excluded.row_count, "
                   "column_count = excluded.column_count, caption = excluded.caption, "
                   "content = excluded.content");
    for (std::size_t i = 0; i < article.tables.size(); ++i) {
        const Table& table = article.tables[i];
        if (ids[i] == 0)
            save.bindNull();
        else
            save.bind(ids[i]);
        save.bind(id).bind(i).bind(blockOfTable(article, i)).bind(table.rows.size()).bind(columnsOf(table));
        save.bind(table.caption).bind(contents[i]).run();
    }
}

Article loadEdition(Library& library, EditionId id) {
    Statement row(library,
                  "SELECT edition.title, edition.language, edition.metadata, edition.text, document.raw "
                  "FROM edition JOIN document ON document.id = edition.document_id WHERE edition.id = ?");
    row.bind(id);
    Article article;
    if (!row.step())
        return article;
    article.title = row.text(0);
    article.language = enumOf(row.number(1), Language::Other);
    metadataFromJson(row.view(2), article);
    article.text = row.isNull(3) ? row.text(4) : row.text(3);
    article.blocks = loadBlocks(library, id, article.text);
    article.tables = loadTables(library, id);
    return article;
}

std::string loadBlockText(Library& library, EditionId id, int block) {
    Statement row(library,
                  "SELECT coalesce(block.text, substr(coalesce(CAST(edition.text AS BLOB), document.raw), "
                  "block.text_begin + 1, block.text_end - block.text_begin)) "
                  "FROM block JOIN edition ON edition.id = block.edition_id "
                  "JOIN document ON document.id = edition.document_id "
                  "WHERE block.edition_id = ? AND block.ordinal = ?");
    row.bind(id).bind(block);
    return row.step() ? row.text(0) : std::string();
}

} // namespace parallax::data
