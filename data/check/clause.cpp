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
#include "data/check/clause_templates.h"
#include "data/check/reading.h"

namespace parallax::data {
namespace {

struct Matcher {
    const ReadText& text;
    const Sentence& sentence;
    const std::vector<Quantity>& quantities;
    std::string_view blockText;
    std::vector<bool> used;                  // tokens from the sentence's first
    const ClauseTemplate* matched = nullptr; // what is tried
    Relation relation = Relation::Change;

    struct Found {
        std::array<std::size_t, 3> tokens{}; // by Want
        std::array<bool, 3> has{};
        std::size_t last = 0;
    };

    const Quantity& quantity(std::size_t token) const {
        return quantities[static_cast<std::size_t>(text.tokens[token].figure)];
    }

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
                    (element.cues.hasAny({Cue::Prior, Cue::Now}) && isTimeFigure(quantity(token))));
        if (t.figure < 0)
            return false;
        const Quantity& q = quantity(token);
        if (used[token - sentence.begin])
            return false;
        if (element.want == Want::Stated && relation != Relation::Change)
            return isShare(token);
        if (element.want == Want::Stated) {
            if (isRate(token))
                return true;
            return found.has[0] && found.has[1] && comparable(token, found.tokens[0]);
        }
        if (!isLevelFigure(q) || isCompared(token) || (relation == Relation::PartWhole && !isSum(q)))
            return false;
        const std::size_t other = element.want == Want::Base ? 1 : 0;
        return !found.has[other] || comparable(token, found.tokens[other]);
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
        if (!found.has[0] || !found.has[1])
            return;
        if (matched->sameSubject &&
            (!haveOneSubject(found.tokens[0], found.tokens[1]) || isOfMonths(first, found.last)))
            return;
        StatedChange change = describe(found, first);
        if (matched->yearApart && (change.nextYear == 0 || change.nextYear - change.baseYear != 1))
            return;
        changes.push_back(change);
        for (std::size_t slot = 0; slot < 3; ++slot)
            if (found.has[slot])
                used[found.tokens[slot] - sentence.begin] = true;
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
            if (t.figure < 0 && t.measure >= 0 &&
                !t.cues.hasAny({Cue::Cagr, Cue::ChangeNoun, Cue::Rise, Cue::Fall}))
                return false;
        }
        return true;
    }

    // What is stated after both levels belongs to them only where nothing new begins between.
    bool attaches(const Found& found, std::size_t token) const {
        if (!found.has[0] || !found.has[1] || relation != Relation::Change)
            return true;
        const std::size_t lastLevel = std::max(found.tokens[0], found.tokens[1]);
        if (lastLevel > token)
            return true;
        const Quantity& q = quantity(token);
        const bool levelsArePercent = quantity(found.tokens[0]).dimension == Dimension::Ratio;
        int weight = 0;
        bool link = q.role == Role::Cagr || q.role == Role::Yoy || q.role == Role::Change || q.sign != 0;
        bool change = link || isPoints(q) || isMultiple(q) ||
                      text.tokens[token].cues.hasAny({Cue::Cagr, Cue::ChangeNoun, Cue::Rise, Cue::Fall});
        link = link || change;
        for (std::size_t i = lastLevel + 1; i < token; ++i) {
            const Token& t = text.tokens[i];
            weight += t.weight;
            if (t.name >= 0 || t.cues.has(Cue::Negation) || t.cues.has(Cue::If))
                return false;
            if (t.measure >= 0 && !t.cues.hasAny({Cue::Cagr, Cue::ChangeNoun, Cue::Return}))
                return false;
            if (t.figure < 0 && t.cues.has(Cue::And) && !t.cues.has(Cue::Or))
                return false;
            if (t.isPlain() && wordIs(i, {"while", "but", "when", "as", "than", "而", "且"}))
                return false;
            if (t.cues.hasAny({Cue::Cagr, Cue::ChangeNoun, Cue::Rise, Cue::Fall}))
                link = change = true;
            link = link || t.mark == U'(' || t.mark == U',' || t.mark == U'-' || t.cues.has(Cue::Or);
        }
        if (!isRate(token)) { // a difference in the unit of the levels: "to 4.1 GW, 0.9 GW more"
            const bool more = token + 1 < sentence.end && text.tokens[token + 1].figure < 0 &&
                              text.tokens[token + 1].cues.hasAny({Cue::Rise, Cue::Fall});
            return (change || more) && weight <= 6;
        }
        if (levelsArePercent)
            return change && (isPoints(q) || (isPercent(q) && weight <= 6));
        return link && weight <= 14;
    }

    bool wordIs(std::size_t token, std::initializer_list<std::string_view> words) const {
        const Span span = text.tokens[token].span;
        const std::string_view word = blockText.substr(span.begin, span.end - span.begin);
        return std::ranges::find(words, word) != words.end();
    }

    // The year of a level: its own, a date right before it ("2025 年的 40 億") or right after it.
    int yearAround(std::size_t token, std::size_t stop) const {
        if (const int year = yearOf(quantity(token)))
            return year;
        int weight = 0;
        for (std::size_t i = token; i-- > sentence.begin && weight <= 4;) {
            const Token& t = text.tokens[i];
            weight += t.weight;
            if (t.figure >= 0) {
                if (const int year = yearOf(quantity(i)))
                    return year;
                break;
            }
            if (t.mark == U';' || t.mark == U'(')
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
            if (isRate(i) || used[i - sentence.begin])
                return std::nullopt;
            if (!isLevelFigure(q) || (count == 1 && !comparable(i, levels[0])))
                continue;
            levels[count++] = i;
        }
        if (count < 2)
            return std::nullopt;
        const int later = yearAround(levels[0], rate);
        const int earlier = yearAround(levels[1], levels[0]);
        if (later == 0 || earlier == 0 || later == earlier)
            return std::nullopt;
        const Quantity& q = quantity(rate);
        if (q.role == Role::Yoy && std::abs(later - earlier) != 1)
            return std::nullopt;
        found.tokens[0] = earlier < later ? levels[1] : levels[0];
        found.tokens[1] = earlier < later ? levels[0] : levels[1];
        found.has[0] = found.has[1] = true;
        if (!attaches(found, rate))
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
        change.baseYear = yearAround(a, a < b ? b : sentence.end);
        change.nextYear = yearAround(b, b < a ? a : sentence.end);
        if (change.baseYear == 0 || change.nextYear == 0 || change.baseYear == change.nextYear) {
            change.baseYear = change.nextYear = 0;
            findSpan(change);
        }
        if (found.has[2]) {
            const std::size_t p = found.tokens[2];
            change.stated = text.tokens[p].figure;
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
        change.yearly = q.role == Role::Cagr || (q.role == Role::Yoy && !ofYearBefore);
        change.byWord = text.tokens[p].cues.hasAny({Cue::Rise, Cue::Fall, Cue::ChangeNoun});
        const std::size_t begin =
            p > lastLevel ? lastLevel + 1 : (p > sentence.begin + 4 ? p - 4 : sentence.begin);
        const std::size_t end = std::min(sentence.end, p + 4);
        for (std::size_t i = begin; i < end; ++i) {
            const Token& t = text.tokens[i];
            if (i > p && (t.mark != 0 || t.figure >= 0))
                break;
            if (t.cues.has(Cue::Cagr) || (t.cues.has(Cue::PerYear) && !ofYearBefore))
                change.yearly = true;
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
    Matcher matcher{text, sentence, quantities, blockText, std::vector<bool>(sentence.end - sentence.begin)};
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
        const Quantity& q = matcher.quantity(token);
        if (q.role != Role::Yoy && q.role != Role::Cagr && !isMultiple(q))
            continue;
        if (const auto found = matcher.datedBefore(token)) {
            changes.push_back(matcher.describe(*found, std::min(found->tokens[0], found->tokens[1])));
            matcher.used[token - sentence.begin] = true;
        }
    }
    return changes;
}

} // namespace parallax::data
