// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/check/check.h"
#include "data/check/lexicon.h"
#include "data/quantity/quantity.h"
#include "data/table/typed_table.h"

namespace parallax::data {

// A figure, a word of the lexicon or a name, any other word, or a mark, in the order of the text.
struct Token {
    Span span;       // bytes of the block's text
    int figure = -1; // in ReadBlock::quantities
    CueSet cues;
    int measure = -1;        // in measures()
    int name = -1;           // in Names
    char32_t mark = 0;       // folded punctuation
    std::uint8_t weight = 0; // how far it sets apart what stands around it: 2 a Latin word, 1 a Han character

    // A word that is in no lexicon.
    bool isPlain() const { return figure < 0 && mark == 0 && cues.empty() && measure < 0 && name < 0; }
};

// Tokens [begin, end) of a block's words up to a full stop.
struct Sentence {
    std::size_t begin = 0, end = 0;
    Span span; // bytes of the block's text
};

// The names that an article may speak of: the glossary's and those of its own tables.
class Names {
  public:
    // What the labels and lists of the article's tables name.
    explicit Names(const std::vector<TypedTable>& tables);

    const WordIndex& own() const { return m_own; }
    // The glossary's English name, else the name as the table writes it.
    const std::string& nameAt(int id) const;
    // Whose it is: "Amazon" for "AWS"; else the name itself.
    const std::string& ownerAt(int id) const;
    // A company, a product, a model or a name of the tables; not a place, a person or a chip.
    bool isParty(int id) const;
    // The id of a name as a table writes it ("AWS", "Others (Oracle, etc.)"), -1 when it is none.
    int find(std::string_view written) const;

  private:
    void add(std::string_view written);

    WordIndex m_own;
    std::vector<std::string> m_names;
    std::vector<std::u32string> m_folded;
};

// The text of a block as the rules of words read it.
struct ReadText {
    int block = -1;       // in Article::blocks
    int figures = -1;     // in ReadArticle::blocks; -1 when it holds none
    bool ofOther = false; // the teaser of another article
    int repeats = -1;     // the block that it repeats the beginning of: its facts count there
    std::size_t offset = std::string::npos; // of Block::text in Article::text; npos where markup lies between
    std::string folded;                     // UTF-8, folded (case, width, script)
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

ReadText readText(const Article& article, int block, const std::vector<Quantity>& quantities,
                  const Names& names);

// Where words of an index stand in a text: the longest at each place, not overlapping.
struct Mention {
    Span span; // bytes of the text
    Sense sense;
};
std::vector<Mention> mentionsOf(std::string_view text, const WordIndex& index);

// Where bytes of a block's text stand in the article, with the words there.
Evidence evidenceOf(const Article& article, const ReadText& text, Span inBlock);
// A cell (row -1: the header).
Evidence cellEvidence(const Article& article, int table, int row, int column);
Evidence captionEvidence(const Article& article, int table);

} // namespace parallax::data
