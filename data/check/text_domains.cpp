// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure in a sentence cannot be at all, and periods that end before they begin.
#include <algorithm>
#include <array>
#include <string_view>

#include "data/check/clause.h"
#include "data/check/rules.h"
#include "data/check/rules_words.h"
#include "data/check/text_checks.h"

namespace parallax::data {
namespace {

bool isPercentage(const Quantity& quantity) {
    return isPercent(quantity) && quantity.kind != QuantityKind::Interval;
}

// "up 20%", "grew by 20%"; not "up from 20%".
bool isChange(const TextView& view, const Sentence& sentence, std::size_t i) {
    for (std::size_t k = i; k-- > sentence.begin && i - k <= 2;) {
        const CueSet cues = view.text.tokens[k].cues;
        if (cues.hasAny({Cue::Rise, Cue::Fall}))
            return !cues.hasAny({Cue::From, Cue::Base});
    }
    return false;
}

std::string_view measureName(const Token& token) {
    return token.measure < 0 ? std::string_view() : measures()[static_cast<std::size_t>(token.measure)].name;
}

// "118% of last year's", "120% less than planned": of something else.
bool goesOn(const TextView& view, const Sentence& sentence, std::size_t i) {
    if (i + 1 >= sentence.end || view.text.tokens[i + 1].figure >= 0)
        return false;
    const FoldedPhrase next(view.tokenWords(i + 1));
    if (next.hasAny({U"of", U"的", U"more", U"less", U"faster", U"slower", U"better", U"worse", U"as"}))
        return true;
    return i + 2 < sentence.end && FoldedPhrase(view.tokenWords(i + 2)).has(U"than");
}

// "market share is 118%", "市佔率達 130%": the share itself, not how it changed.
bool isLevelOfShare(const TextView& view, const Sentence& sentence, std::size_t i) {
    for (std::size_t k = i; k > sentence.begin && i - k < 4; --k) {
        const Token& t = view.text.tokens[k - 1];
        if (t.figure >= 0 || t.mark != 0)
            return false;
        if (t.measure >= 0)
            return measureName(t) == "market share" || measureName(t) == "availability";
        const bool leads = t.cues.hasAny({Cue::Equals, Cue::To, Cue::Of}) ||
                           FoldedPhrase(view.tokenWords(k - 1)).hasAny({U"at", U"was", U"has", U"高"});
        if (!leads || (t.cues.hasAny({Cue::Rise, Cue::Fall}) && !t.cues.has(Cue::To)))
            return false;
    }
    return false;
}

// "latency fell by 120%": what cannot be negative loses no more than all of itself. Profits can.
bool isFallOfPositive(const TextView& view, const Sentence& sentence, std::size_t i) {
    static constexpr std::array<std::string_view, 14> positive = {
        "price", "cost",      "rent",   "latency",  "throughput",  "speed", "downtime",
        "users", "bandwidth", "memory", "capacity", "electricity", "power", "capital expenditure"};
    bool falls = view.text.tokens[i].cues.has(Cue::Fall);
    for (std::size_t k = i; k > sentence.begin && i - k < 7; --k) {
        const Token& t = view.text.tokens[k - 1];
        if (t.figure >= 0 || t.mark != 0 || t.cues.hasAny({Cue::Negation, Cue::If, Cue::Rise}))
            return false;
        if (t.cues.has(Cue::To) && !falls)
            return false;
        if (t.measure >= 0)
            return falls && std::ranges::find(positive, measureName(t)) != positive.end();
        falls = falls || t.cues.has(Cue::Fall);
    }
    return false;
}

// "runs from 2028 to 2025", "自2028年至2025年". What is moved from one year to an earlier one is no period.
bool isPeriodOf(const TextView& view, const Sentence& sentence, std::size_t first, std::size_t last) {
    const FoldedPhrase all(view.words(sentence.span));
    if (all.hasAny({U"move*",   U"moving", U"bring*", U"brought", U"pull*",    U"shift*", U"accelerat*",
                    U"advanc*", U"chang*", U"revis*", U"cut",     U"shorten*", U"back*",  U"forward",
                    U"earlier", U"提前",   U"提早",   U"改",      U"调",       U"缩",     U"推前",
                    U"前移",    U"压缩",   U"回到",   U"追溯",    U"加快"}))
        return false;
    const FoldedPhrase between(
        view.words({view.text.tokens[first].span.end, view.text.tokens[last].span.begin}));
    const std::size_t begin = first > sentence.begin + 4 ? first - 4 : sentence.begin;
    const FoldedPhrase before(view.words(view.tokenSpan(begin, first)));
    const bool opens = before.hasAny({U"from", U"between", U"自", U"从", U"由"});
    const bool runs = before.hasAny({U"run",      U"runs",   U"ran",       U"running", U"last",     U"lasts",
                                     U"lasted",   U"valid",  U"effective", U"covers",  U"covering", U"spans",
                                     U"spanning", U"period", U"term",      U"between", U"contract", U"自",
                                     U"合约",     U"合同",   U"期间",      U"期限"});
    const bool straight = between.text().find_first_not_of(U' ') == std::u32string::npos ||
                          between.text() == U" to " || between.text() == U" and " ||
                          between.text() == U" until " || between.text() == U"至" || between.text() == U"到";
    return opens && runs && straight;
}

void checkPeriods(const TextView& view, const Sentence& sentence, std::vector<Check>& out) {
    const auto yearAt = [&](std::size_t i) {
        const Token& t = view.text.tokens[i];
        return t.figure >= 0 && isTimeFigure(view.figureAt(i)) && !yearRangeOf(view.figureAt(i))
                   ? yearOf(view.figureAt(i))
                   : 0;
    };
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const int start = yearAt(i);
        for (std::size_t k = i + 1; start != 0 && k < sentence.end && k <= i + 2; ++k) {
            const int stop = yearAt(k);
            if (stop == 0)
                continue;
            if (stop < start && isPeriodOf(view, sentence, i, k)) {
                Check check;
                check.rule = Rule::Domain;
                check.verdict = Verdict::Inconsistent;
                check.colour = Colour::Red;
                check.reason = "ends-before-start";
                check.statement.push_back(view.evidence(view.tokenSpan(i, k)));
                check.statement.push_back(view.figureEvidence(view.text.tokens[i].figure));
                check.statement.push_back(view.figureEvidence(view.text.tokens[k].figure));
                out.push_back(std::move(check));
            }
            break;
        }
    }
}

} // namespace

void checkDomains(const TextView& view, std::vector<Check>& out) {
    for (const Sentence& sentence : view.text.sentences) {
        checkPeriods(view, sentence, out);
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            const Token& token = view.text.tokens[i];
            if (token.figure < 0 || !isPercentage(view.figureAt(i)))
                continue;
            const Quantity& q = view.figureAt(i);
            const std::size_t begin = i > sentence.begin + 6 ? i - 6 : sentence.begin;
            const std::size_t end = std::min(sentence.end, i + 5);
            CueSet near;
            bool availability = false;
            for (std::size_t k = begin; k < end; ++k) {
                near.add(view.text.tokens[k].cues);
                const int measure = view.text.tokens[k].measure;
                availability =
                    availability ||
                    (measure >= 0 && measures()[static_cast<std::size_t>(measure)].name == "availability");
            }
            Domain domain = Domain::Open;
            if (near.has(Cue::Return))
                domain = Domain::Change;
            else if (availability && q.sign == 0 && !near.hasAny({Cue::Rise, Cue::Fall}))
                domain = Domain::Share;
            else if (near.has(Cue::Price) && directionNear(view.text, sentence, i, 4, 1) < 0)
                domain = Domain::Drop;
            else if (q.role == Role::Share && near.hasAny({Cue::Revenue, Cue::Share}) &&
                     !isChange(view, sentence, i))
                domain = Domain::Share;
            // Of these only what cannot be is worth a word.
            bool onlyIfBroken = false;
            const bool plain = q.sign == 0 && q.role != Role::Change && !goesOn(view, sentence, i);
            if (domain == Domain::Open && plain) {
                if (isLevelOfShare(view, sentence, i))
                    domain = Domain::Share;
                onlyIfBroken = domain != Domain::Open;
            }
            if (domain == Domain::Open && q.sign == 0 && !goesOn(view, sentence, i) &&
                isFallOfPositive(view, sentence, i)) {
                domain = Domain::Drop;
                onlyIfBroken = true;
            }
            if (domain == Domain::Open)
                continue;
            Check check = checkDomain(view.operand(token.figure), domain);
            if (check.verdict == Verdict::CannotTell ||
                (onlyIfBroken && check.verdict != Verdict::Inconsistent))
                continue;
            check.statement.push_back(view.figureEvidence(token.figure));
            out.push_back(std::move(check));
        }
    }
}

} // namespace parallax::data
