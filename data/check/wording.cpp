// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/wording.h"

namespace parallax::data {

void checkWording(const ReadArticle& article, std::vector<Check>& out) {
    const std::size_t before = out.size();
    forEachText(article, [&](const TextView& view) {
        if (view.block.kind != BlockKind::Takeaway || view.block.table < 0 ||
            static_cast<std::size_t>(view.block.table) >= article.tables.size())
            return;
        const TableWords table(article, view.block.table);
        checkSuperlatives(view, table, out);
        checkTakeaway(view, table, out);
    });
    checkCounts(article, out);
    checkLogic(article, out);
    checkTimes(article, out);
    checkRepeatedFacts(article, out);
    checkQuotedCells(article, out);
    checkPhrases(article, out);
    checkTensions(article, out);
    // A reason says what is wrong.
    for (std::size_t i = before; i < out.size(); ++i)
        if (out[i].verdict == Verdict::Consistent)
            out[i].reason.clear();
}

} // namespace parallax::data
