// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/clause.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "data/check/clause_rate.h"
#include "data/check/clause_templates.h"
#include "data/check/reading.h"

namespace parallax::data {
namespace {

constexpr int yearReach = 4, farYearReach = 10;

struct Matcher {
    const ClauseText& clause;
    std::vector<bool> used; // tokens from the sentence's first
    const ReadText& text = clause.text;
    const Sentence& sentence = clause.sentence;
    std::string_view blockText = clause.blockText;
    const ClauseTemplate* matched = nullptr; // what is tried
    Relation relation = Relation::Change;
    std::vector<std::size_t> partner{}; // by token: the other end of its from–to pair; `none` without one

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Found {
        std::array<std::size_t, 3> tokens{}; // by Want
        std::array<bool, 3> has{};
        std::size_t last = 0;
        int reach = yearReach; // how far before a level its year may stand
    };

    const Quantity& quantity(std::size_t token) const { return clause.quantity(token); }

    bool isRate(std::size_t token) const {
        return isRateFigure(quantity(token)) ||
               (token + 1 < sentence.end && text.tokens[token + 1].cues.has(Cue::Times) &&
                quantity(token).dimension == Dimension::Number);
    }

    // A share of something: "20%", "a third"; neither a change nor a multiple.
    bool isShare(std::size_t token) const {
        const Quantity& q = quantity(token);
        return q.dimension == Dimension::Ratio && q.sign == 0 && !isMultiple(q) && q.role != Role::Cagr &&
               q.role != Role::Yoy && q.role != Role::Change;
    }

    // What parts may be added up: neither shares nor counts ("one of the three").
    static bool isSum(const Quantity& q) {
        return q.dimension == Dimension::Currency || q.dimension == Dimension::Power ||
               q.dimension == Dimension::Energy || q.dimension == Dimension::Data;
    }

    bool comparable(std::size_t a, std::size_t b) const {
        const Quantity& x = quantity(a);
        const Quantity& y = quantity(b);
        return isMultiple(x) == isMultiple(y) && x.dimension == y.dimension && x.unit == y.unit &&
               isComparable(x, y);
    }

    // Levels, rates and multiples bar the way; dates and counts of something may be stepped over.
    bool barrier(std::size_t token) const {
        const Token& t = text.tokens[token];
        if (t.figure < 0)
            return t.mark == U';' || t.mark == U':';
        const Quantity& q = quantity(token);
        return !isTimeFigure(q) && q.dimension != Dimension::Count;
    }

    bool fits(const Element& element, std::size_t token, const Found& found) const {
        const Token& t = text.tokens[token];
        if (element.want == Want::Cue) // 去年 is a date in an article that has one
            return t.cues.hasAny(element.cues) &&
                   (t.figure < 0 ||
                    (element.cues.hasAny({Cue::Prior, Cue::Now, Cue::To}) && isTimeFigure(quantity(token))));
        if (t.figure < 0)
            return false;
        const Quantity& q = quantity(token);
        if (used[token - sentence.begin])
            return false;
        if (element.want == Want::Stated && relation != Relation::Change)
            return isShare(token);
        if (element.want == Want::Stated) {
            if (matched != nullptr && matched->byItself)
                return isRate(token) && saysItself(token);
            if (isRate(token))
                return true;
            if (matched != nullptr && matched->difference && !found.has[0] && !found.has[1])
                return isLevelFigure(q) && !isPercent(q);
            return found.has[0] && found.has[1] && comparable(token, found.tokens[0]);
        }
        if (!isLevelFigure(q) || isCompared(token) || (relation == Relation::PartWhole && !isSum(q)))
            return false;
        const std::size_t other = element.want == Want::Base ? 1 : 0;
        return !found.has[other] || comparable(token, found.tokens[other]) ||
               (relation == Relation::ShareOf && areCounts(token, found.tokens[other]));
    }

    // "doubled", "翻兩番", "打七折"
    bool saysItself(std::size_t token) const {
        return quantity(token).role == Role::PriceLevel ||
               text.tokens[token].cues.hasAny({Cue::Rise, Cue::Fall, Cue::Doubling});
    }

    // "8,000 jobs, or 10% of its 80,000 staff": people under two names.
    bool areCounts(std::size_t a, std::size_t b) const {
        return quantity(a).dimension == Dimension::Count && quantity(b).dimension == Dimension::Count;
    }

    // "80% cheaper", "便宜 80%": how two things differ, not where one of them stands.
    bool isCompared(std::size_t token) const {
        if (!isPercent(quantity(token)))
            return false;
        if (token > sentence.begin) {
            const CueSet before = text.tokens[token - 1].cues;
            if (text.tokens[token - 1].figure < 0 && before.hasAny({Cue::Rise, Cue::Fall}) &&
                !before.hasAny({Cue::To, Cue::From, Cue::Base}))
                return true;
        }
        return token + 1 < sentence.end && text.tokens[token + 1].figure < 0 &&
               wordIs(token + 1, {"cheaper", "dearer", "faster", "slower", "more", "less", "fewer", "lower",
                                  "higher", "better", "worse", "larger", "smaller", "off", "discount"});
    }

    // Tries the rest of a template from `token` on; the nearest place that fits is taken.
    bool matchFrom(const std::vector<Element>& pattern, std::size_t element, std::size_t token,
                   Found& found) const {
        if (element == pattern.size())
            return true;
        // "成長 25%" is one figure: the word that a template wants before it is its own.
        const bool ownWord = pattern[element].want == Want::Cue && element + 1 < pattern.size() &&
                             pattern[element + 1].want == Want::Stated;
        int gap = 0;
        int commas = 0;
        for (; token < sentence.end; ++token) {
            if (fits(pattern[element], token, found)) {
                Found trial = found;
                if (pattern[element].want != Want::Cue) {
                    const auto slot = static_cast<std::size_t>(pattern[element].want);
                    trial.tokens[slot] = token;
                    trial.has[slot] = true;
                }
                trial.last = token;
                if ((pattern[element].want != Want::Stated || attaches(trial, token)) &&
                    matchFrom(pattern, element + 1, token + 1, trial)) {
                    found = trial;
                    return true;
                }
            }
            const Token& t = text.tokens[token];
            if (ownWord && t.figure >= 0 && t.cues.hasAny(pattern[element].cues) &&
                fits(pattern[element + 1], token, found) && matchFrom(pattern, element + 1, token, found))
                return true;
            // "…; a year earlier it was $4B": the half sentence says itself what it goes with.
            const bool goesOn = t.mark == U';' && pattern[element].cues.has(Cue::Prior);
            if (barrier(token) && !goesOn)
                return false;
            gap += t.weight;
            commas += t.mark == U',' || t.mark == U'-' ? 1 : 0;
            if (gap > pattern[element].gap || commas > 1)
                return false;
        }
        return false;
    }

    // A template that begins with a word and a rate, at a rate that holds the word itself.
    bool opensWithRate(const std::vector<Element>& pattern, std::size_t token) const {
        return pattern.size() > 2 && pattern[0].want == Want::Cue && pattern[1].want == Want::Stated &&
               text.tokens[token].figure >= 0 && text.tokens[token].cues.hasAny(pattern[0].cues) &&
               fits(pattern[1], token, {});
    }

    void take(const Found& found, std::size_t first, std::vector<StatedChange>& changes) {
        if (!found.has[0] || !found.has[1] || !isAllowed(found, first))
            return;
        if (matched->sameSubject &&
            (!haveOneSubject(found.tokens[0], found.tokens[1]) || isOfMonths(first, found.last)))
            return;
        Found dated = found;
        if (matched->farYears)
            dated.reach = farYearReach;
        StatedChange change = describe(dated, first);
        if (matched->yearApart && (change.nextYear == 0 || change.nextYear - change.baseYear != 1))
            return;
        changes.push_back(change);
        for (std::size_t slot = 0; slot < 3; ++slot)
            if (found.has[slot])
                used[found.tokens[slot] - sentence.begin] = true;
    }

    // What a template finds may still be no statement, or one of figures that belong elsewhere.
    bool isAllowed(const Found& found, std::size_t first) const {
        if (relation != Relation::Change)
            return true;
        const auto [base, next, stated] = found.tokens;
        if (isTorn(base, next) || isTorn(next, base) || isScaleInDoubt(clause, base, next) ||
            isAcrossZero(clause, base, next))
            return false;
        if (found.has[2] &&
            (partner[stated - sentence.begin] != none || seatOf(clause, base, next, stated) == Seat::None ||
             (!isRate(stated) && !comparable(stated, base))))
            return false;
        return isAsserted(clause, first, found.last);
    }

    // The level is one end of a from–to pair whose other end is another figure.
    bool isTorn(std::size_t level, std::size_t other) const {
        const std::size_t end = partner[level - sentence.begin];
        return end != none && end != other;
    }

    // "from $4B to $5B": the two belong to each other and to no other figure.
    void pairUp() {
        static const std::vector<Element> pattern = {
            {Want::Cue, Cue::From, 0}, {Want::Base, {}, 10}, {Want::Cue, Cue::To, 16}, {Want::Next, {}, 10}};
        partner.assign(sentence.end - sentence.begin, none);
        relation = Relation::Change;
        for (std::size_t token = sentence.begin; token < sentence.end; ++token) {
            Found found;
            if (!fits(pattern[0], token, found) || !matchFrom(pattern, 1, token + 1, found))
                continue;
            const auto [base, next, stated] = found.tokens;
            if (partner[base - sentence.begin] != none || partner[next - sentence.begin] != none ||
                !isOneMove(base, next))
                continue;
            partner[base - sentence.begin] = next;
            partner[next - sentence.begin] = base;
        }
    }

    // Nothing between "from" and "to" begins another statement.
    bool isOneMove(std::size_t base, std::size_t next) const {
        for (std::size_t i = base + 1; i < next; ++i) {
            const Token& t = text.tokens[i];
            if (t.name >= 0 || t.mark == U'(' ||
                (t.figure < 0 && ((t.measure >= 0 && !t.cues.has(Cue::To)) ||
                                  (t.cues.has(Cue::And) && !t.cues.has(Cue::Or)))) ||
                (t.isPlain() && wordIs(i, {"while", "but", "when", "as", "whereas", "而", "且"})))
                return false;
        }
        return true;
    }

    // "up 5% quarter on quarter ($12B a year earlier)": the rate is no year's, the level is.
    bool isOfMonths(std::size_t first, std::size_t last) const {
        const std::size_t begin = text.tokens[first].span.begin;
        std::string said = toUtf8(foldedWords(blockText.substr(begin, text.tokens[last].span.end - begin)));
        std::ranges::replace(said, '-', ' ');
        return std::ranges::any_of(
            std::initializer_list<std::string_view>{"quarter over quarter", "quarter on quarter",
                                                    "month over month", "month on month", "qoq", "q/q",
                                                    "sequential", "季增", "季减", "环比", "月增", "月减"},
            [&](std::string_view word) { return said.find(word) != std::string::npos; });
    }

    // The clause names one level as that of the year before.
    bool hasYearBefore(const StatedChange& change) const {
        for (std::size_t i = change.first; i <= change.last; ++i)
            if (text.tokens[i].cues.has(Cue::Prior))
                return true;
        return false;
    }

    // Nothing between two levels says that the second is one of something else.
    bool haveOneSubject(std::size_t a, std::size_t b) const {
        for (std::size_t i = std::min(a, b) + 1; i < std::max(a, b); ++i) {
            const Token& t = text.tokens[i];
            if (t.name >= 0 ||
                (t.figure < 0 && t.cues.hasAny({Cue::Negation, Cue::If, Cue::Within, Cue::OfThe})))
                return false;
            if (t.figure < 0 && t.measure >= 0 && t.measure != measureOf(std::min(a, b)) &&
                !t.cues.hasAny({Cue::Cagr, Cue::ChangeNoun, Cue::Rise, Cue::Fall}))
                return false;
        }
        return true;
    }

    // Between its date and a level stands nothing but what joins them, or the same measure again.
    bool isOfSame(std::size_t level, int measure) const {
        for (std::size_t i = level; i > sentence.begin; --i) {
            const Token& t = text.tokens[i - 1];
            if (t.figure >= 0 || t.mark != 0)
                return true;
            if (t.measure >= 0 && t.measure != measure)
                return false;
            if (t.isPlain() &&
                !wordIs(i - 1, {"达", "達",    "约",   "約",  "則", "则", "僅",  "仅",   "有", "the",
                                "at", "about", "only", "for", "in", "it", "had", "been", "預", "预"}))
                return false;
        }
        return true;
    }

    // What is named right before a level as what it measures; -1 where nothing is.
    int measureOf(std::size_t level) const {
        constexpr std::size_t reach = 4;
        for (std::size_t i = level; i > sentence.begin && level - i < reach; --i) {
            const Token& t = text.tokens[i - 1];
            if (t.figure >= 0 || t.mark != 0)
                break;
            if (t.measure >= 0)
                return t.measure;
        }
        return -1;
    }

    // What is stated after both levels belongs to them only where nothing new begins between.
    bool attaches(const Found& found, std::size_t token) const {
        if (!found.has[0] || !found.has[1] || relation != Relation::Change)
            return true;
        return seatOf(clause, found.tokens[0], found.tokens[1], token) != Seat::None;
    }

    bool wordIs(std::size_t token, std::initializer_list<std::string_view> words) const {
        const Span span = text.tokens[token].span;
        const std::string_view word = blockText.substr(span.begin, span.end - span.begin);
        return std::ranges::find(words, word) != words.end();
    }

    // "$20B (2025)", "$20B in FY2025"
    int yearRightAfter(std::size_t token, std::size_t stop) const {
        const std::size_t date = token + 2;
        if (date >= stop || text.tokens[date].figure < 0)
            return 0;
        const bool bracket = text.tokens[token + 1].mark == U'(' && date + 1 < sentence.end &&
                             text.tokens[date + 1].mark == U')';
        return bracket || wordIs(token + 1, {"in", "by"}) ? yearOf(quantity(date)) : 0;
    }

    // The year of a level: its own, a date right before it ("2025 年的 40 億") or right after it.
    int yearAround(std::size_t token, std::size_t stop, int reach = yearReach) const {
        if (const int year = yearOf(quantity(token)))
            return year;
        if (const int year = yearRightAfter(token, stop))
            return year;
        int weight = 0;
        for (std::size_t i = token; i-- > sentence.begin && weight <= reach;) {
            const Token& t = text.tokens[i];
            weight += t.weight;
            if (t.figure >= 0) {
                if (const int year = yearOf(quantity(i)))
                    return year;
                break;
            }
            const bool afterDate = i > sentence.begin && text.tokens[i - 1].figure >= 0;
            if (t.mark == U';' || t.mark == U'(' || (reach > yearReach && t.mark == U',' && !afterDate))
                break;
        }
        weight = 0;
        for (std::size_t i = token + 1; i < sentence.end && i < stop && weight <= 6; ++i) {
            const Token& t = text.tokens[i];
            weight += t.weight;
            if (t.figure >= 0) {
                const Quantity& q = quantity(i);
                return yearOf(q);
            }
        }
        return 0;
    }

    // A date or a part of a year stands with a level.
    bool isDated(std::size_t token) const {
        if (!quantity(token).period.empty())
            return true;
        const std::size_t begin = token > sentence.begin + 3 ? token - 3 : sentence.begin;
        for (std::size_t i = begin; i < std::min(sentence.end, token + 4); ++i) {
            const Token& t = text.tokens[i];
            if (t.figure >= 0 && i != token && isTimeFigure(quantity(i)))
                return true;
        }
        return false;
    }

    // "over a decade", "in the past decade": what no quantity counts. 0 where it is none.
    double wordedYears(std::size_t token) const {
        const bool counted = token > sentence.begin && wordIs(token, {"decade"}) &&
                             wordIs(token - 1, {"a", "the", "one", "past", "last", "next", "coming"});
        return counted ? 10 : 0;
    }

    // "between 2025 and 2028", "over five years" anywhere near.
    void findSpan(StatedChange& change) const {
        const std::size_t end = std::min(sentence.end, change.last + 8);
        const std::size_t begin = change.first > sentence.begin + 10 ? change.first - 10 : sentence.begin;
        for (std::size_t i = begin; i < end; ++i) {
            if (text.tokens[i].figure < 0) {
                if (change.years == 0)
                    change.years = wordedYears(i);
                continue;
            }
            const Quantity& q = quantity(i);
            if (const auto years = yearRangeOf(q)) {
                change.baseYear = years->first;
                change.nextYear = years->second;
                return;
            }
            if ((q.kind == QuantityKind::Duration || q.kind == QuantityKind::Deadline) && q.unit == "year" &&
                q.high.isZero() && change.years == 0)
                change.years = q.value.toDouble();
        }
    }

    // "2026 年 40 億；2025 年 28 億，同比增長 43%", "$15.0 billion in 2023 and $115.2 billion in 2025, or 7.7
    // times": two dated levels before a rate that says it is one between years.
    std::optional<Found> datedBefore(std::size_t rate) const {
        constexpr std::size_t farthest = 40;
        Found found;
        found.tokens[2] = rate;
        found.has[2] = true;
        found.last = rate;
        std::array<std::size_t, 2> levels{};
        std::size_t count = 0;
        for (std::size_t i = rate, steps = 0; i-- > sentence.begin && steps < farthest && count < 2;
             ++steps) {
            const Token& t = text.tokens[i];
            if (t.figure < 0)
                continue;
            const Quantity& q = quantity(i);
            if (isTimeFigure(q) || q.dimension == Dimension::Count)
                continue;
            if (isRate(i) || used[i - sentence.begin] || partner[i - sentence.begin] != none)
                return std::nullopt;
            if (!isLevelFigure(q) || (count == 1 && !comparable(i, levels[0])))
                continue;
            levels[count++] = i;
        }
        if (count < 2)
            return std::nullopt;
        found.reach = farYearReach;
        const int later = yearAround(levels[0], rate, found.reach);
        const int earlier = yearAround(levels[1], levels[0], found.reach);
        if (later == 0 || earlier == 0 || later == earlier)
            return std::nullopt;
        const Quantity& q = quantity(rate);
        if (q.role != Role::Cagr && !isMultiple(q) && std::abs(later - earlier) != 1)
            return std::nullopt;
        found.tokens[0] = earlier < later ? levels[1] : levels[0];
        found.tokens[1] = earlier < later ? levels[0] : levels[1];
        found.has[0] = found.has[1] = true;
        const std::size_t first = std::min(levels[0], levels[1]);
        if (!isAllowed(found, first) ||
            (isPercent(q) && (!haveOneSubject(levels[0], levels[1]) ||
                              !isOfSame(std::max(levels[0], levels[1]), measureOf(first)))) ||
            seatOf(clause, levels[0], levels[1], rate) != Seat::Rate)
            return std::nullopt;
        return found;
    }

    StatedChange describe(const Found& found, std::size_t first) const {
        StatedChange change;
        change.relation = relation;
        change.base = text.tokens[found.tokens[0]].figure;
        change.next = text.tokens[found.tokens[1]].figure;
        change.first = first;
        change.last = found.last;
        const std::size_t a = found.tokens[0];
        const std::size_t b = found.tokens[1];
        change.baseYear = yearAround(a, a < b ? b : sentence.end, found.reach);
        change.nextYear = yearAround(b, b < a ? a : sentence.end, found.reach);
        change.dated = isDated(a) || isDated(b);
        if (change.baseYear == 0 || change.nextYear == 0 || change.baseYear == change.nextYear) {
            change.baseYear = change.nextYear = 0;
            findSpan(change);
        }
        if (found.has[2]) {
            const std::size_t p = found.tokens[2];
            change.stated = text.tokens[p].figure;
            if (relation == Relation::Change) {
                const Seat seat = seatOf(clause, a, b, p);
                change.apposed = seat == Seat::Apposed;
                change.ofBase = seat == Seat::OfBase;
            }
            if (relation == Relation::Change)
                readRate(change, p, std::min(a, b), std::max(a, b));
        } else {
            change.direction =
                directionNear(text, sentence, std::min(a, b), 6, std::max(a, b) - std::min(a, b));
        }
        return change;
    }

    void readRate(StatedChange& change, std::size_t p, std::size_t firstLevel, std::size_t lastLevel) const {
        const Quantity& q = quantity(p);
        // Against the level of the year before a yearly rate is a change like any other.
        const bool ofYearBefore = change.baseYear == 0 && change.years == 0 && hasYearBefore(change);
        change.yearOnYear = q.role == Role::Yoy && !ofYearBefore;
        change.yearly = q.role == Role::Cagr || change.yearOnYear;
        change.byWord = text.tokens[p].cues.hasAny({Cue::Rise, Cue::Fall, Cue::ChangeNoun});
        const std::size_t begin =
            p > lastLevel ? lastLevel + 1 : (p > sentence.begin + 4 ? p - 4 : sentence.begin);
        const std::size_t end = std::min(sentence.end, p + 4);
        for (std::size_t i = begin; i < end; ++i) {
            const Token& t = text.tokens[i];
            if (i > p && (t.mark != 0 || t.figure >= 0))
                break;
            if (t.cues.has(Cue::Cagr) || (t.cues.has(Cue::PerYear) && !ofYearBefore)) {
                change.yearly = true;
                change.yearOnYear = false;
            }
            if (t.cues.has(Cue::ChangeNoun))
                change.ratedByWord = true;
            if (t.cues.hasAny({Cue::Rise, Cue::Fall, Cue::ChangeNoun}))
                change.byWord = true;
        }
        // The nearest word rules: right before or after what is stated, then the verb of the clause.
        change.direction = directionNear(text, sentence, p, 0, 0);
        if (change.direction == 0)
            change.direction = directionNear(text, sentence, p, p > lastLevel ? p - lastLevel - 1 : 3, 2);
        if (change.direction == 0)
            change.direction = directionNear(text, sentence, firstLevel, 6, lastLevel - firstLevel);
    }
};

} // namespace

std::vector<StatedChange> statedChanges(const ReadText& text, const Sentence& sentence,
                                        const std::vector<Quantity>& quantities, std::string_view blockText) {
    const ClauseText clause{text, sentence, quantities, blockText};
    Matcher matcher{clause, std::vector<bool>(sentence.end - sentence.begin)};
    matcher.pairUp();
    std::vector<StatedChange> changes;
    for (const ClauseTemplate& tried : clauseTemplates()) {
        const std::vector<Element>& pattern = tried.elements;
        matcher.matched = &tried;
        matcher.relation = tried.relation;
        for (std::size_t token = sentence.begin; token < sentence.end; ++token) {
            Matcher::Found found;
            if (matcher.opensWithRate(pattern, token)) {
                found.tokens[2] = found.last = token;
                found.has[2] = true;
                if (matcher.matchFrom(pattern, 2, token + 1, found))
                    matcher.take(found, token, changes);
                continue;
            }
            if (!matcher.fits(pattern[0], token, {}))
                continue;
            // The first element stands here; matchFrom would look further.
            if (pattern[0].want != Want::Cue) {
                const auto slot = static_cast<std::size_t>(pattern[0].want);
                found.tokens[slot] = token;
                found.has[slot] = true;
            }
            found.last = token;
            if (!matcher.matchFrom(pattern, 1, token + 1, found))
                continue;
            matcher.take(found, token, changes);
        }
    }
    matcher.matched = nullptr;
    matcher.relation = Relation::Change;
    for (std::size_t token = sentence.begin; token < sentence.end; ++token) {
        if (text.tokens[token].figure < 0 || !matcher.isRate(token) || matcher.used[token - sentence.begin])
            continue;
        if (const auto found = matcher.datedBefore(token)) {
            changes.push_back(matcher.describe(*found, std::min(found->tokens[0], found->tokens[1])));
            matcher.used[token - sentence.begin] = true;
        }
    }
    return changes;
}

} // namespace parallax::data
