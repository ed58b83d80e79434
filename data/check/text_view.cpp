// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/text_checks.h"

namespace parallax::data {

TextView::TextView(const ReadArticle& article, const ReadText& of)
    : read(article)
    , text(of)
    , block(article.article->blocks[static_cast<std::size_t>(of.block)])
    , quantities(figuresOf(article, of)) {}

const Quantity& TextView::figureAt(std::size_t token) const {
    return quantities[static_cast<std::size_t>(text.tokens[token].figure)];
}

std::string_view TextView::words(Span span) const {
    return std::string_view(block.text).substr(span.begin, span.end - span.begin);
}

Span TextView::tokenSpan(std::size_t first, std::size_t last) const {
    return {text.tokens[first].span.begin, text.tokens[last].span.end};
}

Operand TextView::operand(int figure) const {
    return operandOf(quantities[static_cast<std::size_t>(figure)], block.text);
}

Evidence TextView::evidence(Span span) const {
    return evidenceOf(*read.article, text, span);
}

Evidence TextView::figureEvidence(int figure) const {
    return evidence(quantities[static_cast<std::size_t>(figure)].span);
}

bool TextView::has(const Sentence& sentence, CueSet cues) const {
    return findCue(sentence, cues, sentence.begin) != sentence.end;
}

std::size_t TextView::findCue(const Sentence& sentence, CueSet cues, std::size_t from) const {
    for (std::size_t i = from; i < sentence.end; ++i)
        if (text.tokens[i].cues.hasAny(cues))
            return i;
    return sentence.end;
}

} // namespace parallax::data
