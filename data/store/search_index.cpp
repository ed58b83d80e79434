// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search_index.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/resource.h"
#include "data/article/fold.h"
#include "data/store/edition_rows.h"
#include "data/store/recipe.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

using RowTexts = decltype(IndexRow::texts);

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

enum class Change { Add, Remove };

void queueBlocks(IndexQueue& queue, ArticleId id, Change change, const Article& article) {
    const auto perRow = static_cast<std::size_t>(blocksPerRow(article.blocks.size()));
    const int part = static_cast<int>(article.language);
    for (std::size_t begin = 0; begin < article.blocks.size(); begin += perRow) {
        IndexRow row{indexRowId(id, part, static_cast<int>(begin / perRow)), change == Change::Remove, {}};
        bool any = false;
        for (std::size_t i = begin; i < std::min(begin + perRow, article.blocks.size()); ++i) {
            if (const auto column = indexColumn(article.blocks[i].kind)) {
                append(at(row.texts, *column), indexText(article.blocks[i], article.tables));
                any = true;
            }
        }
        if (any)
            queue.add(std::move(row));
    }
}

void queueEdition(IndexQueue& queue, ArticleId id, Change change, const Article& article) {
    queueBlocks(queue, id, change, article);
    RowTexts head = headTexts(article);
    if (std::any_of(head.begin(), head.end(), [](const std::string& text) { return !text.empty(); }))
        queue.add({indexRowId(id, static_cast<int>(article.language), headRow), change == Change::Remove,
                   std::move(head)});
}

void queueNote(IndexQueue& queue, ArticleId id, int slot, Change change, std::string_view text) {
    IndexRow row = noteIndexRow(id, slot, text);
    row.remove = change == Change::Remove;
    queue.add(std::move(row));
}

constexpr std::string_view tokenizerSetting = "tokenizer";
constexpr int flushEvery = 100; // editions: what is held in memory while the index is refilled

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

void IndexQueue::flush(Library& library) {
    if (m_rows.empty())
        return;
    // FTS5 gathers rows as long as their ids rise; of one row the removal comes before what replaces it.
    const auto byRow = [](const IndexRow& a, const IndexRow& b) { return a.rowid < b.rowid; };
    if (!std::is_sorted(m_rows.begin(), m_rows.end(), byRow))
        std::stable_sort(m_rows.begin(), m_rows.end(), byRow);
    Statement insert(library, insertRow);
    Statement remove(library, deleteRow);
    for (const IndexRow& row : m_rows) {
        Statement& statement = row.remove ? remove : insert;
        statement.bind(row.rowid);
        for (const std::string& text : row.texts)
            statement.bind(text);
        statement.run();
    }
    m_rows.clear();
}

std::vector<IndexRow> indexRows(ArticleId id, const Article& article) {
    IndexQueue queue;
    queueEdition(queue, id, Change::Add, article);
    return queue.rows();
}

IndexRow noteIndexRow(ArticleId id, int slot, std::string_view text) {
    IndexRow row{indexRowId(id, notePart, slot), false, {}};
    at(row.texts, IndexColumn::Note) = text;
    return row;
}

void addToIndex(Library& library, ArticleId id, const Article& article) {
    queueEdition(library.indexQueue(), id, Change::Add, article);
}

void removeFromIndex(Library& library, ArticleId id, const Article& article) {
    queueEdition(library.indexQueue(), id, Change::Remove, article);
}

void addNoteToIndex(Library& library, ArticleId id, int slot, std::string_view text) {
    queueNote(library.indexQueue(), id, slot, Change::Add, text);
}

void removeNoteFromIndex(Library& library, ArticleId id, int slot, std::string_view text) {
    queueNote(library.indexQueue(), id, slot, Change::Remove, text);
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
        if (state.done % flushEvery == 0)
            library.indexQueue().flush(library);
    }
    Statement notes(library, "SELECT article_id, slot, text FROM note ORDER BY article_id, slot");
    while (notes.step())
        addNoteToIndex(library, notes.integer(0), notes.number(1), notes.view(2));
    library.indexQueue().flush(library);
    keepRecipe(library, tokenizerSetting, std::to_string(tokenizerVersion));
}

bool indexIsOutdated(Library& library) {
    return recipeIsOutdated(library, tokenizerSetting, std::to_string(tokenizerVersion));
}

void markIndexOutdated(Library& library) {
    Statement(library, "DELETE FROM setting WHERE name = ?").bind(tokenizerSetting).run();
}

} // namespace parallax::data
