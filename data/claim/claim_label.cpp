// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_label.h"

#include "base/utf8.h"

namespace parallax::data {

Label labelOf(std::string_view text, const ReadArticle& article) {
    Label label;
    label.text = std::string(utf8Prefix(text, longestLabel));
    label.words = claimWordsIn(label.text, *article.names);
    QuantityContext context;
    context.language = article.context.language;
    label.figures = parseQuantities(label.text, context);
    return label;
}

std::vector<std::string> unreadOf(const Label& label, UnreadBeside beside) {
    return unreadWords(label.text, {0, label.text.size()}, label.words, label.figures, beside);
}

} // namespace parallax::data
