// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/article/language.h"

namespace parallax::data {

// Bytes [begin, end) of Article::text, or of Block::text where a comment says so.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
};

enum class BlockKind {
    Title,
    Byline,  // "TechCrunch AI April 2026", the source line, author and date lines
    Summary, // the lead that the page itself gives as a summary
    Notice,  // site boilerplate such as "currently shown in English": kept, not content
    Heading,
    Paragraph,
    ListItem,
    Caption,  // of the table that follows
    Table,    // Block::table says which
    Takeaway, // "Data Takeaway: …"; Block::table says which table it belongs to, or -1
    Quote,
    Code,
    Question, // FAQ
    Answer,
    RelatedEntry, // a title (with excerpt) of another article
    TopicEntry,   // "OpenAI104 related articles"
    ArchiveEntry, // "April 20263042 published articles"
    Navigation,   // anything else around the content
};

enum class MarkKind { Strong, Emphasis, Code, Link, Strike };

// Inline formatting of Block::text or Cell::text.
struct Mark {
    MarkKind kind = MarkKind::Strong;
    Span span;        // in the text of the block or cell
    std::string href; // of a Link, as written but made absolute where the page's address is known
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    Language language = Language::Unknown;
    Span span;        // in Article::text, markup included
    std::string text; // what a person reads: entities decoded, markers and labels removed
    int level = 0;    // heading 1–6; nesting depth of a list item from 1
    int number = 0;   // of a numbered list item, as written; 0 for a bullet
    int table = -1;   // index into Article::tables
    std::vector<Mark> marks;
};

struct Cell {
    std::string text;
    Span span; // in Article::text; empty where the parser cannot say
    std::vector<Mark> marks;
};

enum class Alignment { None, Left, Center, Right };

// A comparison table as written. Typed values come with data/quantity.
struct Table {
    std::string caption; // empty when there is none
    Span captionSpan;
    Span span;                           // header to last row
    std::vector<Cell> header;            // empty when the table has none
    std::vector<std::vector<Cell>> rows; // each as long as the header (padded, cut as GFM says)
    std::vector<Alignment> alignments;   // one a column
    bool reconstructed = false;          // guessed from a PDF's word positions
};

struct Takeaway {
    std::string text;
    Span span;
    int table = -1; // index into Article::tables, -1 when none stands above
};

struct Topic {
    std::string name;
    std::int64_t count = -1; // related articles as the page counts them, -1 when not given
};

struct Question {
    std::string question;
    std::string answer;
    Span questionSpan;
    Span answerSpan;
    bool answerCut = false; // ends in … and is the beginning of another block
    int answerOfBlock = -1; // the block whose beginning it repeats
};

struct RelatedArticle {
    std::string title;
    std::string excerpt;
    std::string url;
    Span span;
    bool excerptCut = false; // at 120 characters
    bool uncertain = false;  // where the title ends was guessed between several places
};

// What the parser wants a person to know; the sentence is formed in ui/common.
enum class IssueSeverity { Note, Warning, Error };
struct ParseIssue {
    IssueSeverity severity = IssueSeverity::Note;
    std::string code; // "text-lost", "mojibake", "encoding-guessed", "split-uncertain", "bozo" …
    std::vector<std::string> args;
    Span span;
};

// A day known to lie in [earliest, latest], ISO 8601; `written` are the words of the page.
struct DateRange {
    std::string earliest;
    std::string latest;
    std::string written;
};

// One article as one document states it (one language edition of it).
struct Article {
    std::string text;  // the decoded document: UTF-8, LF line ends, nothing else changed
    std::string title; // as the page gives it
    std::string titleEnglish;
    std::string titleTraditional;
    std::string titleSimplified;
    Language language = Language::Unknown;     // of the body
    Language pageLanguage = Language::Unknown; // of the page around it
    std::string source;                        // "TechCrunch AI"
    std::string author;
    std::string url;    // canonical address, empty when unknown
    std::string slug;   // the part that names the article in every language, empty when unknown
    std::string itemId; // what its feed calls it; empty for what comes from no feed; not stored
    DateRange published;
    std::string archive;            // as written: "April 2026"
    std::string archiveMonth;       // "2026-04"
    std::int64_t archiveCount = -1; // articles of that month as the page counts them
    std::int64_t sourceCount = -1;  // articles of that source as the page counts them
    bool hasNotice = false;
    std::string summary;
    std::vector<Block> blocks; // in reading order
    std::vector<Table> tables;
    std::vector<Takeaway> takeaways;
    std::vector<Topic> topics;
    std::vector<Question> questions;
    std::vector<RelatedArticle> related;
    std::vector<ParseIssue> issues;
};

// Names used in JSON and in the store ("paragraph", "list-item" …).
std::string_view blockKindName(BlockKind kind) noexcept;
std::optional<BlockKind> blockKindFromName(std::string_view name) noexcept;

// Content is what a person came to read: neither notice, byline, navigation nor entries of other articles.
bool isContent(BlockKind kind) noexcept;

} // namespace parallax::data
