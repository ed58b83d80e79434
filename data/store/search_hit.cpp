// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search_hit.h"

#include <algorithm>

#include "data/store/edition_metadata.h"
#include "data/store/edition_rows.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

struct EditionPlace {
    EditionId id = 0;
    int blocksPerRow = 1;
    int blocks = 0;
};

EditionPlace editionAt(Library& library, const IndexPlace& place) {
    Statement row(library,
                  "SELECT id, row_blocks, block_count FROM edition WHERE article_id = ? AND language = ?");
    row.bind(place.article).bind(place.part);
    if (!row.step())
        return {};
    return {row.integer(0), std::max(row.number(1), 1), row.number(2)};
}

EditionId firstEdition(Library& library, ArticleId article) {
    Statement row(library, "SELECT id FROM edition WHERE article_id = ? ORDER BY id LIMIT 1");
    return row.bind(article).step() ? row.integer(0) : 0;
}

std::optional<BlockKind> kindOf(Library& library, EditionId edition, int block) {
    Statement row(library, "SELECT kind FROM block WHERE edition_id = ? AND ordinal = ?");
    row.bind(edition).bind(block);
    if (!row.step())
        return std::nullopt;
    return static_cast<BlockKind>(std::clamp(row.number(0), 0, static_cast<int>(BlockKind::Navigation)));
}

// A table's caption and cells in one line, a bar between rows, as it is read from left to right.
std::string tableText(Library& library, EditionId edition, int block) {
    Statement row(library, "SELECT caption, content FROM article_table WHERE edition_id = ? AND block = ?");
    row.bind(edition).bind(block);
    if (!row.step())
        return {};
    const Table table = tableFromJson(row.view(1), row.view(0));
    std::string text = table.caption;
    const auto add = [&](const std::vector<Cell>& cells) {
        bool first = true;
        for (const Cell& cell : cells) {
            if (!text.empty())
                text += first ? " | " : " ";
            text += cell.text;
            first = false;
        }
    };
    add(table.header);
    for (const auto& cells : table.rows)
        add(cells);
    return text;
}

void showTitles(SearchHit& hit, const Query& query) {
    hit.kind = BlockKind::Title;
    hit.block = -1;
    const ArticleRow& article = hit.article;
    for (const std::string* text : {&article.title, &article.titleEnglish, &article.titleTraditional,
                                    &article.titleSimplified, &article.summary}) {
        hit.snippet = makeSnippet(*text, query);
        if (!hit.snippet.highlights.empty()) {
            if (text == &article.summary)
                hit.kind = BlockKind::Summary;
            return;
        }
    }
    hit.snippet = makeSnippet(article.summary.empty() ? article.title : article.summary, query);
}

void showNote(Library& library, SearchHit& hit, const IndexPlace& place, const Query& query) {
    Statement note(library, "SELECT text, edition_id, block FROM note WHERE article_id = ? AND slot = ?");
    note.bind(place.article).bind(place.row);
    if (!note.step()) { // a row that stands for the whole article
        showTitles(hit, query);
        return;
    }
    hit.snippet = makeSnippet(note.view(0), query);
    hit.inNote = true;
    if (!note.isNull(1))
        hit.edition = note.integer(1);
    hit.block = note.number(2);
}

} // namespace

SearchHit readHit(Library& library, ArticleRow article, const IndexPlace& place, const Query& query) {
    SearchHit hit;
    hit.article = std::move(article);
    hit.block = -1;
    if (place.isNote()) {
        hit.edition = firstEdition(library, place.article);
        showNote(library, hit, place, query);
        return hit;
    }
    const EditionPlace edition = editionAt(library, place);
    if (edition.id == 0 || place.isHead()) {
        hit.edition = edition.id != 0 ? edition.id : firstEdition(library, place.article);
        showTitles(hit, query);
        return hit;
    }
    hit.edition = edition.id;
    const int begin = place.row * edition.blocksPerRow;
    const int end = std::min(begin + edition.blocksPerRow, edition.blocks);
    for (int block = begin; block < end; ++block) {
        const std::optional<BlockKind> kind = kindOf(library, edition.id, block);
        if (!kind || !indexColumn(*kind))
            continue;
        const std::string text = *kind == BlockKind::Table ? tableText(library, edition.id, block)
                                                           : loadBlockText(library, edition.id, block);
        Snippet snippet = makeSnippet(text, query);
        const bool found = !snippet.highlights.empty();
        if (found || hit.block < 0) {
            hit.block = block;
            hit.kind = *kind;
            hit.snippet = std::move(snippet);
        }
        if (found)
            break;
    }
    if (hit.block < 0)
        showTitles(hit, query);
    return hit;
}

} // namespace parallax::data
