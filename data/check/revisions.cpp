// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/revisions.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/check/rules.h"

namespace parallax::data {
namespace {

bool isHanToken(const TextView& view, std::size_t token) {
    const Span span = view.text.tokens[token].span;
    return span.begin < view.block.text.size() && isHan(decodeAt(view.block.text, span.begin).value);
}

// A word that replaces figures ("revised", 上修); or one that moves what stands beside a word for a forecast:
// "raised its guidance", "預測上調". A forecast of what will rise replaces nothing.
bool revises(const TextView& view, const Sentence& sentence) {
    constexpr std::size_t reach = 8;
    const auto& tokens = view.text.tokens;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        if (tokens[i].figure >= 0)
            continue;
        if (tokens[i].cues.has(Cue::Revised))
            return true;
        if (!tokens[i].cues.has(Cue::Reviser))
            continue;
        const std::size_t begin =
            isHanToken(view, i) ? (i > sentence.begin + 3 * reach ? i - 3 * reach : sentence.begin) : i;
        const std::size_t end = std::min(sentence.end, i + reach);
        for (std::size_t k = begin; k < end; ++k)
            if (tokens[k].figure < 0 && tokens[k].cues.has(Cue::Forecast))
                return true;
    }
    return false;
}

std::size_t tokenOf(const TextView& view, const Sentence& sentence, int figure) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i)
        if (view.text.tokens[i].figure == figure)
            return i;
    return sentence.end;
}

} // namespace

std::vector<StatedRevision> statedRevisions(const TextView& view, const Sentence& sentence) {
    std::vector<StatedRevision> revisions;
    if (!revises(view, sentence))
        return revisions;
    for (const StatedChange& change : statedChanges(view.text, sentence, view.quantities, view.block.text)) {
        const bool otherYears =
            change.baseYear != 0 && change.nextYear != 0 && change.baseYear != change.nextYear;
        if (change.relation != Relation::Change || otherYears || change.yearly || change.years > 0)
            continue;
        StatedRevision revision{change.base, change.next, 0, 0};
        const std::size_t before = tokenOf(view, sentence, change.base);
        const std::size_t after = tokenOf(view, sentence, change.next);
        if (before == sentence.end || after == sentence.end ||
            readingOf(view.operand(change.base)).face == readingOf(view.operand(change.next)).face)
            continue;
        revision.first = std::min(before, after);
        revision.last = std::max(before, after);
        revisions.push_back(revision);
    }
    return revisions;
}

void checkRevisions(const TextView& view, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences)
        for (const StatedRevision& revision : statedRevisions(view, sentence)) {
            const Operand before = view.operand(revision.before);
            const Operand after = view.operand(revision.after);
            Check check = cannotTell(Rule::SameFact, "revised");
            check.reasonArgs = {before.text, after.text};
            check.formula = before.text + " → " + after.text;
            check.unit = after.quantity.unit;
            check.statement.push_back(view.evidence(view.tokenSpan(revision.first, revision.last)));
            check.statement.push_back(view.figureEvidence(revision.before));
            check.statement.push_back(view.figureEvidence(revision.after));
            out.push_back(std::move(check));
        }
}

} // namespace parallax::data
