// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/article/article.h"
#include "data/check/check.h"
#include "data/check/text.h"
#include "data/table/typed_table.h"

namespace parallax::data {

// An article with everything that the rules read, made once: its typed tables and the figures of its
// sentences.
struct ReadBlock {
    int block = -1;                   // in Article::blocks
    std::vector<Quantity> quantities; // spans: bytes of Block::text
};
struct ReadArticle {
    const Article* article = nullptr;
    TableContext context;
    std::vector<TypedTable> tables;     // as Article::tables
    std::vector<ReadBlock> blocks;      // content blocks that hold at least one figure, in reading order
    std::shared_ptr<const Names> names; // that its sentences may speak of
    std::vector<ReadText> texts;        // of title, content and teasers, in reading order
};
// The figures of a text of it.
const std::vector<Quantity>& figuresOf(const ReadArticle& article, const ReadText& text);
// What its page says of units and dates.
TableContext tableContextOf(const Article& article);
ReadArticle readArticle(const Article& article);
// The same with tables that an analyst corrected.
ReadArticle readArticle(const Article& article, std::vector<TypedTable> tables);

// Every check of one article, in reading order; facts repeated in a FAQ or a teaser are counted once.
// Deterministic, linear in the article's text but for pairs of figures within a table or a paragraph.
std::vector<Check> checkArticle(const ReadArticle& article);

// Each family of rules adds its findings; one file or more each (table_checks.cpp, text_checks.cpp …).
void checkTables(const ReadArticle& article, std::vector<Check>& out);
void checkSentences(const ReadArticle& article, std::vector<Check>& out);
void checkWording(const ReadArticle& article, std::vector<Check>& out);

// A figure that other articles may state too: a measure of a subject in a period.
struct Fact {
    std::string subject; // canonical name (glossary): "Microsoft"; of a deal the first of its parties by name
    std::string measure; // "revenue", "ai revenue", "investment with openai" (of a deal: the other parties)
    std::string period;  // "2026", "2026-04"; empty when not stated
    Quantity quantity;
    Evidence evidence;
    bool cumulative = false;          // total so far, against one tranche of it
    bool tranche = false;             // one part of several: "initial", 追加
    bool deal = false;                // an event between parties: `period` is empty, its date may go unsaid
    std::string date;                 // of a deal: "2026-04"; empty when not stated
    bool ofOther = false;             // stated in a teaser of another article
    std::vector<std::string> parties; // of a deal, owners of products, sorted
    // What it replaces, in the words of the same sentence: "revised from $70 billion". Whoever still states
    // that states a superseded figure.
    std::optional<Quantity> revisedFrom;
    std::string revisedWords;
    // Who states it and on which day ("2026-09-08"), where that is known; set by who compares articles.
    std::string source, day;
    bool ofOtherEdition = false; // of two: this one stands in another language edition of the same article
    // Words that say what of it is meant ("adjusted", "in Europe"), and whether it is an estimate, a plan,
    // somebody else's figure or an earlier one. Known within an article alone; of tables nothing is known.
    std::string scope;
    bool plain = false;
    int sentence = -1; // of the article, where it stands
    // Other figures said with it (unit, value): "for five years and 600 MW". They tell one deal from another.
    std::vector<std::pair<std::string, double>> details;
};
std::vector<Fact> factsOf(const ReadArticle& article);

// Two statements of the same fact: SAME_FACT, SCALE, or nothing where they do not speak of the same thing.
// `a` belongs to the article at hand, `b` to another one.
std::optional<Check> compareFacts(const Fact& a, const Fact& b);
// Both belong to one edition of one article: what it says plainly and differently is wrong on one side.
std::optional<Check> compareFactsOfArticle(const Fact& a, const Fact& b);

} // namespace parallax::data
