// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <string>

#include "data/check/clause.h"
#include "data/check/rules.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

struct Due {
    const ReadText* text = nullptr;
    std::size_t sentence = 0;
    std::size_t token = 0;
    std::string earliest, latest; // ISO days
};

int monthsOf(std::string_view day) {
    int year = 0;
    int month = 1;
    std::from_chars(day.data(), day.data() + std::min<std::size_t>(day.size(), 4), year);
    if (day.size() >= 7)
        std::from_chars(day.data() + 5, day.data() + 7, month);
    return year * 12 + month;
}

// What is foretold with a last day: deadlines in sentences that speak of what will be.
std::vector<Due> duesOf(const ReadArticle& read) {
    std::vector<Due> dues;
    forEachText(read, [&](const TextView& view) {
        if (view.quantities.empty() || view.text.ofOther)
            return;
        for (std::size_t s = 0; s < view.text.sentences.size(); ++s) {
            const Sentence& sentence = view.text.sentences[s];
            const bool foretells = view.has(sentence, Cue::Predict);
            for (std::size_t i = sentence.begin; i < sentence.end && foretells; ++i) {
                if (view.text.tokens[i].figure < 0)
                    continue;
                const Quantity& q = view.figureAt(i);
                const bool asOf = view.words(q.span).starts_with("截"); // 截至: what was, not what will be
                if (q.kind == QuantityKind::Deadline && !q.latest.empty() && !asOf)
                    dues.push_back({&view.text, s, i, q.earliest, q.latest});
            }
        }
    });
    return dues;
}

Evidence evidenceOfDue(const ReadArticle& read, const Due& due) {
    const TextView view(read, *due.text);
    return view.figureEvidence(due.text->tokens[due.token].figure);
}

// Where the page says when it appeared.
std::optional<Evidence> datedEvidence(const Article& article) {
    for (const std::string& written : {article.archive, article.published.written})
        if (!written.empty())
            if (const std::size_t at = article.text.find(written); at != std::string::npos) {
                Evidence evidence;
                evidence.span = {at, at + written.size()};
                evidence.quote = written;
                return evidence;
            }
    return std::nullopt;
}

// What will be must come after what is written.
void checkOrder(const ReadArticle& read, const std::vector<Due>& dues, std::vector<Check>& out) {
    const std::string& month = read.context.documentMonth;
    if (month.empty() || dues.empty())
        return;
    Check after = wordCheck(Rule::Temporal, true, "due-after-document");
    for (const Due& due : dues) {
        if (due.latest >= month) {
            if (after.statement.size() < 12)
                after.statement.push_back(evidenceOfDue(read, due));
            continue;
        }
        Check check = wordCheck(Rule::Temporal, false, "due-before-document", {due.latest, month});
        check.statement.push_back(evidenceOfDue(read, due));
        if (auto dated = datedEvidence(*read.article))
            check.statement.push_back(std::move(*dated));
        out.push_back(std::move(check));
    }
    if (after.statement.empty())
        return;
    if (auto dated = datedEvidence(*read.article))
        after.statement.push_back(std::move(*dated));
    out.push_back(std::move(after));
}

// "all labs by Q3 2026", and one of them "within 12 months": both hold only if the one is early.
void checkSubsets(const ReadArticle& read, const std::vector<Due>& dues, std::vector<Check>& out) {
    for (const Due& whole : dues) {
        const TextView view(read, *whole.text);
        const Sentence& all = view.text.sentences[whole.sentence];
        if (!view.has(all, Cue::All))
            continue;
        for (const Due& part : dues) {
            if (part.text != whole.text || part.sentence == whole.sentence || part.latest <= whole.latest)
                continue;
            const Sentence& one = view.text.sentences[part.sentence];
            const bool named = std::any_of(
                view.text.tokens.begin() + static_cast<std::ptrdiff_t>(one.begin),
                view.text.tokens.begin() + static_cast<std::ptrdiff_t>(one.end),
                [&](const Token& token) { return token.name >= 0 && read.names->isParty(token.name); });
            if (!named)
                continue;
            Check check = cannotTell(Rule::Temporal, "part-due-after-whole");
            check.reasonArgs = {whole.latest, part.latest};
            check.statement.push_back(view.evidence(all.span));
            check.statement.push_back(view.evidence(one.span));
            out.push_back(std::move(check));
        }
    }
}

// "three immediate consequences:" and items due in two years.
void checkHorizon(const ReadArticle& read, const std::vector<Due>& dues, std::vector<Check>& out) {
    const Article& article = *read.article;
    const std::string& month = read.context.documentMonth;
    if (month.empty())
        return;
    constexpr int farMonths = 12;
    forEachText(read, [&](const TextView& view) {
        const auto& tokens = view.text.tokens;
        for (const Sentence& sentence : view.text.sentences) {
            std::size_t word = view.findCue(sentence, Cue::Immediate, sentence.begin);
            // quantities may have taken the word in: "three immediate consequences"
            if (word == sentence.end)
                continue;
            const bool opensList = tokens[sentence.end - 1].mark == U':' && sentence.end == tokens.size();
            int lastItem = view.text.block;
            for (std::size_t b = static_cast<std::size_t>(view.text.block) + 1;
                 opensList && b < article.blocks.size() && article.blocks[b].kind == BlockKind::ListItem; ++b)
                lastItem = static_cast<int>(b);
            const Due* farthest = nullptr;
            for (const Due& due : dues) {
                const bool inList = due.text->block > view.text.block && due.text->block <= lastItem;
                const bool here =
                    due.text == &view.text && due.token >= sentence.begin && due.token < sentence.end;
                if ((inList || here) && (farthest == nullptr || due.latest > farthest->latest))
                    farthest = &due;
            }
            if (farthest == nullptr)
                continue;
            const int horizon = monthsOf(farthest->earliest) - monthsOf(month);
            Check check = wordCheck(Rule::Temporal, horizon <= farMonths, "immediate-but-far",
                                    {std::to_string(horizon)});
            check.face = horizon;
            check.unit = "month";
            std::size_t last = word;
            while (last + 1 < sentence.end && tokens[last + 1].mark == 0 && last < word + 3)
                ++last;
            check.statement.push_back(view.evidence(view.tokenSpan(word, last)));
            check.statement.push_back(evidenceOfDue(read, *farthest));
            out.push_back(std::move(check));
        }
    });
}

// "secured exclusive rights in 2023", ended by the time of writing: the beginning lies before the end.
void checkBeginnings(const ReadArticle& read, std::vector<Check>& out) {
    const std::string& month = read.context.documentMonth;
    if (month.size() < 4)
        return;
    bool ended = false;
    forEachText(read, [&](const TextView& view) {
        for (const Sentence& sentence : view.text.sentences)
            ended = ended || (view.has(sentence, Cue::Exclusive) && view.has(sentence, Cue::Ended));
    });
    if (!ended)
        return;
    forEachText(read, [&](const TextView& view) {
        for (const Sentence& sentence : view.text.sentences) {
            const std::size_t word = view.findCue(sentence, Cue::Exclusive, sentence.begin);
            if (word == sentence.end || view.text.ofOther || view.has(sentence, Cue::Predict))
                continue;
            for (std::size_t i = word + 1; i < sentence.end && i <= word + 6; ++i) {
                if (view.text.tokens[i].figure < 0)
                    continue;
                const Quantity& q = view.figureAt(i);
                if (q.kind != QuantityKind::Period || q.granularity != Granularity::Year || q.from.empty())
                    break;
                Check check = wordCheck(Rule::Temporal, q.from.substr(0, 7) <= month, "begins-after-end");
                check.statement.push_back(
                    view.evidence(view.tokenSpan(word > sentence.begin ? word - 1 : word, i)));
                if (auto dated = datedEvidence(*read.article))
                    check.statement.push_back(std::move(*dated));
                out.push_back(std::move(check));
                break;
            }
        }
    });
}

} // namespace

void checkTimes(const ReadArticle& article, std::vector<Check>& out) {
    const std::vector<Due> dues = duesOf(article);
    checkOrder(article, dues, out);
    constexpr std::size_t mostPairs = 200;
    if (dues.size() <= mostPairs)
        checkSubsets(article, dues, out);
    checkHorizon(article, dues, out);
    checkBeginnings(article, out);
}

} // namespace parallax::data
