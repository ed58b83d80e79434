// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search_index.h"

#include <array>
#include <limits>

#include "base/resource.h"
#include "data/search/fold.h"
#include "data/store/edition_rows.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::size_t columnCount = 5;
using RowTexts = std::array<std::string, columnCount>;

constexpr std::string_view insertRow =
    "INSERT INTO block_index (rowid, title, summary, body, cells, note) VALUES (?, ?, ?, ?, ?, ?)";
constexpr std::string_view deleteRow =
    "INSERT INTO block_index (block_index, rowid, title, summary, body, cells, note) "
    "VALUES ('delete', ?, ?, ?, ?, ?, ?)";

void append(std::string& text, std::string_view more) {
    if (!text.empty())
        text += '\n';
    text += more;
}

std::string& at(RowTexts& texts, IndexColumn column) {
    return texts[static_cast<std::size_t>(column)];
}

// One prepared statement for all rows of an edition.
class RowWriter {
  public:
    RowWriter(Library& library, std::string_view sql)
        : m_statement(library, sql) {}

    void write(std::int64_t rowid, const RowTexts& texts) {
        m_statement.bind(rowid);
        for (const std::string& text : texts)
            m_statement.bind(text);
        m_statement.run();
    }

    // The usual row: one block in one column, its text not copied.
    void write(std::int64_t rowid, IndexColumn column, std::string_view text) {
        m_statement.bind(rowid);
        for (std::size_t i = 0; i < columnCount; ++i)
            m_statement.bind(i == static_cast<std::size_t>(column) ? text : std::string_view());
        m_statement.run();
    }

  private:
    Statement m_statement;
};

bool hasBlock(const Article& article, BlockKind kind, std::string_view text) {
    return std::any_of(article.blocks.begin(), article.blocks.end(),
                       [&](const Block& block) { return block.kind == kind && block.text == text; });
}

// The titles and the summary that no block says: of a page whose title stands in its head alone, or the
// title in the other language.
RowTexts headTexts(const Article& article) {
    RowTexts texts;
    std::vector<std::string_view> said;
    for (const std::string* const title :
         {&article.title, &article.titleEnglish, &article.titleTraditional, &article.titleSimplified}) {
        const bool known = title->empty() || std::find(said.begin(), said.end(), *title) != said.end() ||
                           hasBlock(article, BlockKind::Title, *title);
        if (known)
            continue;
        said.push_back(*title);
        append(at(texts, IndexColumn::Title), *title);
    }
    if (!article.summary.empty() && !hasBlock(article, BlockKind::Summary, article.summary))
        at(texts, IndexColumn::Summary) = article.summary;
    return texts;
}

void writeSharedRows(RowWriter& writer, ArticleId id, int part, const Article& article, int perRow) {
    const auto step = static_cast<std::size_t>(perRow);
    for (std::size_t begin = 0; begin < article.blocks.size(); begin += step) {
        RowTexts texts;
        bool any = false;
        for (std::size_t i = begin; i < std::min(begin + step, article.blocks.size()); ++i) {
            if (const auto column = indexColumn(article.blocks[i].kind)) {
                append(at(texts, *column), indexText(article.blocks[i], article.tables));
                any = true;
            }
        }
        if (any)
            writer.write(indexRowId(id, part, static_cast<int>(begin / step)), texts);
    }
}

void writeEdition(Library& library, std::string_view sql, ArticleId id, const Article& article) {
    RowWriter writer(library, sql);
    const int part = static_cast<int>(article.language);
    if (const int perRow = blocksPerRow(article.blocks.size()); perRow > 1) {
        writeSharedRows(writer, id, part, article, perRow);
    } else {
        for (std::size_t i = 0; i < article.blocks.size(); ++i) {
            const Block& block = article.blocks[i];
            const auto column = indexColumn(block.kind);
            if (!column)
                continue;
            const std::int64_t rowid = indexRowId(id, part, static_cast<int>(i));
            if (block.kind == BlockKind::Table)
                writer.write(rowid, *column, indexText(block, article.tables));
            else
                writer.write(rowid, *column, block.text);
        }
    }
    const RowTexts head = headTexts(article);
    if (std::any_of(head.begin(), head.end(), [](const std::string& text) { return !text.empty(); }))
        writer.write(indexRowId(id, part, headRow), head);
}

constexpr std::string_view tokenizerSetting = "tokenizer";

} // namespace

std::optional<IndexColumn> indexColumn(BlockKind kind) {
    if (!isContent(kind))
        return std::nullopt;
    switch (kind) {
    case BlockKind::Title:
        return IndexColumn::Title;
    case BlockKind::Summary:
        return IndexColumn::Summary;
    case BlockKind::Caption:
    case BlockKind::Table:
        return IndexColumn::Cells;
    default:
        return IndexColumn::Body;
    }
}

std::string indexText(const Block& block, const std::vector<Table>& tables) {
    if (block.kind != BlockKind::Table || block.table < 0 ||
        static_cast<std::size_t>(block.table) >= tables.size())
        return block.text;
    const Table& table = tables[static_cast<std::size_t>(block.table)];
    std::string text;
    for (const Cell& cell : table.header)
        append(text, cell.text);
    for (const std::vector<Cell>& row : table.rows)
        for (const Cell& cell : row)
            append(text, cell.text);
    return text;
}

void addToIndex(Library& library, ArticleId id, const Article& article) {
    writeEdition(library, insertRow, id, article);
}

void removeFromIndex(Library& library, ArticleId id, const Article& article) {
    writeEdition(library, deleteRow, id, article);
}

void addNoteToIndex(Library& library, ArticleId id, int slot, std::string_view text) {
    RowWriter(library, insertRow).write(indexRowId(id, notePart, slot), IndexColumn::Note, text);
}

void removeNoteFromIndex(Library& library, ArticleId id, int slot, std::string_view text) {
    RowWriter(library, deleteRow).write(indexRowId(id, notePart, slot), IndexColumn::Note, text);
}

void refillIndex(Library& library, const ProgressCallback& progress) {
    library.statements().clear(); // an idle statement on the index would keep it from being dropped
    execute(library, std::string(resource("sql/search/001_index.sql")));
    Progress state{0, queryInteger(library, "SELECT count(*) FROM edition"), {}};
    // By article: rows that are inserted in the order of their rowids need no merging of the index
    // afterwards.
    Statement editions(library, "SELECT id, article_id FROM edition ORDER BY article_id, language");
    while (editions.step()) {
        if (progress && state.done % 100 == 0)
            progress(state);
        ++state.done;
        addToIndex(library, editions.integer(1), loadEdition(library, editions.integer(0)));
    }
    Statement notes(library, "SELECT article_id, slot, text FROM note ORDER BY article_id, slot");
    while (notes.step())
        addNoteToIndex(library, notes.integer(0), notes.number(1), notes.view(2));
    Statement(library, "INSERT INTO setting (name, value) VALUES (?, ?) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(tokenizerSetting)
        .bind(std::to_string(tokenizerVersion))
        .run();
}

bool indexIsOutdated(Library& library) {
    Statement query(library, "SELECT value FROM setting WHERE name = ?");
    query.bind(tokenizerSetting);
    return !query.step() || query.view(0) != std::to_string(tokenizerVersion);
}

} // namespace parallax::data
