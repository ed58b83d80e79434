// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/check/check_article.h"
#include "data/check/reading.h"

namespace parallax::data {

// One text of an article with what its rules need, for the families of checks.
struct TextView {
    const ReadArticle& read;
    const ReadText& text;
    const Block& block;
    const std::vector<Quantity>& quantities;

    TextView(const ReadArticle& article, const ReadText& of);

    const Quantity& figureAt(std::size_t token) const;
    std::string_view words(Span span) const;
    std::string_view tokenWords(std::size_t token) const { return words(text.tokens[token].span); }
    Span tokenSpan(std::size_t first, std::size_t last) const; // both taken in
    Operand operand(int figure) const;
    Evidence evidence(Span span) const;
    Evidence figureEvidence(int figure) const;
    bool has(const Sentence& sentence, CueSet cues) const;
    // The first token of the sentence from `from` on that has one of the cues; sentence.end when there is
    // none.
    std::size_t findCue(const Sentence& sentence, CueSet cues, std::size_t from) const;
};

// Calls visit(TextView) for each text whose facts count: not the copies of others.
template <typename Function>
void forEachText(const ReadArticle& article, const Function& visit) {
    for (const ReadText& text : article.texts)
        if (text.repeats < 0)
            visit(TextView(article, text));
}

// Families of checkSentences.
void checkStatedChanges(const TextView& view, std::vector<Check>& out);
void checkReturns(const TextView& view, std::vector<Check>& out);
void checkPriceAndVolume(const TextView& view, std::vector<Check>& out);
void checkDomains(const TextView& view, std::vector<Check>& out);
void checkImpliedGrowth(const TextView& view, std::vector<Check>& out);
void checkShareLists(const TextView& view, std::vector<Check>& out);
void checkRevisions(const TextView& view, std::vector<Check>& out);

} // namespace parallax::data
