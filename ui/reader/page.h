// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <optional>
#include <vector>

#include "data/article/align.h"
#include "data/store/annotation_store.h"
#include "data/store/article_store.h"
#include "data/store/check_store.h"
#include "ui/common/article_claims.h"

namespace parallax::ui {

// 原文, 譯文, 對照, 並排.
enum class ReadingMode { Original, Translation, Interleaved, SideBySide };

// Everything the reader shows of one article, read in one go on the reading thread.
struct LoadedArticle {
    data::StoredArticle original;                   // the edition that was imported first
    std::optional<data::StoredArticle> translation; // the edition in another language, where there is one
    std::vector<data::BlockPair> pairs;             // original ↔ translation
    std::vector<data::Note> notes;
    std::vector<data::ArticleRow> related; // in this library
    std::vector<data::StoredCheck> checks; // of both editions
    std::vector<JudgedClaim> claims;       // likewise; read after the page has been shown
    bool damaged = false;                  // what is stored of an edition is not what was stored
};

// A stretch of a block with one look.
struct Run {
    QString text;
    bool strong = false;
    bool emphasis = false;
    bool code = false;
    bool strike = false;
    QString href;
};

// The words of one block in one language, as they are shown.
struct PageText {
    std::vector<Run> runs;
    data::Language language = data::Language::Unknown;
    bool converted = false; // by convertScript, and labelled so
    bool empty() const { return runs.empty(); }
    QString plain() const;
};

enum class ItemKind {
    Title,
    Subtitle, // the title in the other language
    Provenance,
    Sentence, // what the reader itself has to say: a translation is missing, the text goes on
    Summary,
    Notice,
    Heading,
    Paragraph,
    ListItem,
    Quote,
    Code,
    Table,
    Takeaway,
    Question,
    Answer,
    SeeAbove, // an answer that repeats the beginning of a block above
    Related,
    More, // the link that shows the rest of a very long article
};

// A table with the rows and columns that are shown in the text; the whole is opened on its own.
struct PageTable {
    PageText caption;
    std::vector<PageText> header;
    std::vector<std::vector<PageText>> rows;
    std::vector<data::Alignment> alignments; // None is decided: figures to the right
    std::size_t allRows = 0;
    std::size_t allColumns = 0;
    bool reconstructed = false;
    bool preview() const { return rows.size() < allRows || header.size() < allColumns; }
};

// One thing on the page. `right` is its counterpart in the other language, in the two modes that show both.
struct PageItem {
    ItemKind kind = ItemKind::Paragraph;
    PageText left;
    PageText right;
    int block = -1;      // in the original edition
    int otherBlock = -1; // in the translation
    int level = 0;
    int number = 0;
    int table = -1; // index into the tables of the edition it comes from
    bool tableOfTranslation = false;
    int target = -1;        // SeeAbove: the block in the edition shown
    bool uncertain = false; // Related: where the title ends was guessed
    bool continued = false; // a further piece of a very long block
    bool cut = false;       // ends before the original does
    QString href;
    std::shared_ptr<const PageTable> content; // Table
};

// What is shown of an article in one mode. Plain data: made on any thread, shown by PageDocument.
struct Page {
    std::vector<PageItem> items;
    ReadingMode mode = ReadingMode::Original;
    QString conversion;   // "s2twp", "tw2sp": some text went through convertScript; else empty
    int hiddenBlocks = 0; // left out for length
};

struct PageRequest {
    ReadingMode mode = ReadingMode::Original;
    data::Language reading = data::Language::English;
    bool fullWidthPunctuation = false; // ASCII , : ; ? ! ( ) beside Han shown at full width
    int blockLimit = 1500;             // 0: all of them
    QString interfaceLanguage;         // joins the cache key: captions of ours are on the page
    bool operator==(const PageRequest&) const = default;
};

// What 譯文 would show: another edition, the other Chinese script, or nothing.
enum class TranslationSource { None, Edition, Script };
TranslationSource translationSource(const LoadedArticle& article, data::Language reading);

// Whether text in `language` is shown in another script for someone who reads `reading`.
bool needsConversion(data::Language language, data::Language reading);

Page makePage(const LoadedArticle& article, const PageRequest& request);

// The table as it is shown in the text, of at most `rows` × `columns`.
PageTable makePageTable(const data::Table& table, data::Language language, const PageRequest& request,
                        std::size_t rows, std::size_t columns);

// Rows above which a table is shown as a preview in the text: Qt lays a table out in one go, so a large one
// would stop the window.
inline constexpr std::size_t inlineTableRows = 40;
inline constexpr std::size_t inlineTableColumns = 7;

} // namespace parallax::ui
