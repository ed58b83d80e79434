// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which figure may be the rate of two levels: one that the words between call a change, or one that stands
// bare beside them. Whatever begins something new between or goes on after it makes it a figure of something
// else.
#include "data/check/clause_rate.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/utf8.h"
#include "data/check/lexicon.h"
#include "data/check/reading.h"

namespace parallax::data {
namespace {

constexpr CueSet changeWords = {Cue::Rise, Cue::Fall, Cue::ChangeNoun, Cue::Cagr, Cue::Doubling};

template <std::size_t size>
bool isOneOf(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool isIn(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

// Words that may stand between a change word and its figure: "an increase of about 25%".
constexpr auto softWords = std::to_array<std::string_view>(
    {"of",         "by",   "about",   "around",     "nearly",  "almost",    "roughly", "approximately",
     "some",       "just", "only",    "as",         "much",    "a",         "an",      "the",
     "at",         "over", "more",    "than",       "an",      "estimated", "total",   "full",
     "whole",      "了",   "约",      "大",         "近",      "逾",        "超",      "过",
     "达",         "为",   "是",      "幅",         "度",      "高",        "多",      "以",
     "均",         "计",   "average", "staggering", "massive", "huge",      "modest",  "mere",
     "impressive", "将",   "可",      "仅",         "只",      "有",        "率"});

// … and between the levels and the words for their change, in an apposition: ", which is a rise of",
// "，相當於".
constexpr auto linkWords = std::to_array<std::string_view>({"for",
                                                            "with",
                                                            "on",
                                                            "to",
                                                            "is",
                                                            "was",
                                                            "be",
                                                            "that",
                                                            "this",
                                                            "it",
                                                            "which",
                                                            "i",
                                                            "e",
                                                            "i.e",
                                                            "equal",
                                                            "equals",
                                                            "equivalent",
                                                            "annual",
                                                            "annually",
                                                            "annualised",
                                                            "annualized",
                                                            "compound",
                                                            "compounded",
                                                            "yearly",
                                                            "year",
                                                            "years",
                                                            "per",
                                                            "each",
                                                            "every",
                                                            "averaging",
                                                            "representing",
                                                            "represents",
                                                            "implying",
                                                            "implies",
                                                            "implied",
                                                            "marking",
                                                            "reflecting",
                                                            "translating",
                                                            "translates",
                                                            "into",
                                                            "corresponding",
                                                            "amounting",
                                                            "meaning",
                                                            "means",
                                                            "making",
                                                            "giving",
                                                            "yielding",
                                                            "showing",
                                                            "suggesting",
                                                            "in",
                                                            "during",
                                                            "within",
                                                            "last",
                                                            "past",
                                                            "next",
                                                            "overall",
                                                            "cumulative",
                                                            "cumulatively",
                                                            "rate",
                                                            "pace",
                                                            "period",
                                                            "span",
                                                            "time",
                                                            "times",
                                                            "fold",
                                                            "month",
                                                            "months",
                                                            "quarter",
                                                            "quarters",
                                                            "decade",
                                                            "or",
                                                            "well",
                                                            "sharply",
                                                            "steadily",
                                                            "strongly",
                                                            "rapidly",
                                                            "quickly",
                                                            "another",
                                                            "further",
                                                            "single",
                                                            "即",
                                                            "也",
                                                            "就",
                                                            "相",
                                                            "当",
                                                            "于",
                                                            "等",
                                                            "年",
                                                            "复",
                                                            "合",
                                                            "总",
                                                            "共",
                                                            "累",
                                                            "期",
                                                            "间",
                                                            "每",
                                                            "同",
                                                            "比",
                                                            "整",
                                                            "体",
                                                            "平",
                                                            "个",
                                                            "在",
                                                            "内",
                                                            "的",
                                                            "之",
                                                            "后",
                                                            "月",
                                                            "季",
                                                            "亦",
                                                            "意",
                                                            "味",
                                                            "着",
                                                            "对",
                                                            "应",
                                                            "隐",
                                                            "含",
                                                            "换",
                                                            "算",
                                                            "大",
                                                            "幅",
                                                            "速",
                                                            "势",
                                                            "猛",
                                                            "暴",
                                                            "激",
                                                            "再",
                                                            "又",
                                                            "更",
                                                            "出",
                                                            "来",
                                                            "上",
                                                            "下",
                                                            "两",
                                                            "三",
                                                            "四",
                                                            "五",
                                                            "六",
                                                            "十",
                                                            "一",
                                                            "数",
                                                            "字",
                                                            "原",
                                                            "先",
                                                            "本",
                                                            "价",
                                                            "初",
                                                            "只",
                                                            "有",
                                                            "仅",
                                                            "估",
                                                            "计"});

bool isMark(const Token& t, std::initializer_list<char32_t> marks) {
    return std::ranges::find(marks, t.mark) != marks.end();
}

// "a" is no "or", although "a third" may stand for "or a third".
bool saysOr(const ClauseText& clause, std::size_t i) {
    const Token& t = clause.text.tokens[i];
    return t.figure < 0 && t.cues.has(Cue::Or) && !isIn(clause.word(i), {"a", "an"});
}

struct RateReader {
    const ClauseText& clause;
    std::size_t firstLevel, lastLevel, rate;

    const Token& token(std::size_t i) const { return clause.text.tokens[i]; }
    const Quantity& figure() const { return clause.quantity(rate); }
    std::size_t end() const { return clause.sentence.end; }
    bool isAfter() const { return rate > lastLevel; }
    bool isWord(std::size_t i) const { return token(i).figure < 0 && token(i).mark == 0; }

    // The first token after the figure and its "times".
    std::size_t afterRate() const {
        std::size_t i = rate + 1;
        if (i < end() && isWord(i) && token(i).cues.has(Cue::Times))
            ++i;
        return i;
    }

    // "of what it was", "原來的": the whole is the level to start from.
    bool isOfFormer() const {
        const std::size_t begin = rate > clause.sentence.begin + 5 ? rate - 5 : clause.sentence.begin;
        const std::string before = clause.words(begin, rate);
        for (const std::string_view former : {"原来的", "原先的", "原本的", "原价的", "当初的", "先前的",
                                              "之前的", "以前的", "此前的", "最初的"})
            if (before.ends_with(former))
                return true;
        const std::size_t i = afterRate();
        if (i >= end() || !clause.word(i).starts_with("of"))
            return false;
        const std::string after = " " + clause.words(i, std::min(end(), i + 6)) + " ";
        for (const std::string_view former : {" what it was ", " former ", " original ", " previous ",
                                              " earlier ", " old ", " prior ", " initial ", " starting "})
            if (after.find(former) != std::string::npos)
                return true;
        return false;
    }

    // "30% of revenue", "45% from ads", "60% above plan", "five times that of …", "50%的營收".
    bool goesOnElsewhere() const {
        const std::size_t i = afterRate();
        if (i >= end() || token(i).mark != 0 || token(i).figure >= 0)
            return false;
        const std::string next = clause.word(i);
        if (next == "of" || next.starts_with("of "))
            return true;
        if (next == "的")
            return i + 1 >= end() ||
                   !(token(i + 1).cues.hasAny(changeWords) || isIn(clause.word(i + 1), {"速", "幅"}));
        if (!isAfter())
            return false;
        if (token(i).cues.has(Cue::From) ||
            isIn(next, {"above", "below", "ahead", "short", "off", "来", "来自"}))
            return true;
        if (i + 1 < end() && clause.word(i + 1) == "than")
            return true;
        if (!isMultiple(figure()))
            return false;
        if (isIn(next, {"that", "the", "those", "what", "its", "their", "his", "our", "as"}))
            return true;
        // "tripling the margin", "doubling demand": an object of its own.
        const bool latin = next[0] >= 'a' && next[0] <= 'z';
        if (latin && token(rate).cues.has(Cue::Doubling) && !token(i).cues.has(Cue::YearOnYear) &&
            !isIn(next, {"in", "over", "within", "from", "every", "each", "since", "by", "year", "again",
                         "and", "or", "on", "a"}))
            return true;
        return token(rate).cues.hasAny({Cue::Doubling, Cue::Rise}) &&
               (token(i).name >= 0 || token(i).measure >= 0);
    }

    // "是對手的五倍": of somebody else's.
    bool isOfSomething() const {
        std::size_t i = rate;
        while (i > clause.sentence.begin && isWord(i - 1) && isOneOf(softWords, clause.word(i - 1)))
            --i;
        return i > clause.sentence.begin && isWord(i - 1) && clause.word(i - 1) == "的" &&
               (i - 1 == clause.sentence.begin || !token(i - 2).cues.hasAny(changeWords));
    }

    // The verb that leads to the figure: "fell to a third", "降至", "降到原來的".
    std::optional<std::size_t> leadsTo() const {
        static constexpr auto skipped = std::to_array<std::string_view>(
            {"about", "just", "only", "roughly", "nearly", "almost", "around", "a",  "an", "the",
             "mere",  "约",   "仅",   "只",      "有",     "了",     "原",     "来", "的", "先",
             "本",    "价",   "当",   "初",      "之",     "前",     "剩",     "不"});
        std::size_t i = rate;
        for (; i > clause.sentence.begin && rate - i < 6; --i) {
            const Token& t = token(i - 1);
            if (t.figure >= 0 || t.mark != 0)
                return std::nullopt;
            if (t.cues.has(Cue::To))
                return i - 1;
            if (!isOneOf(skipped, clause.word(i - 1)) && !clause.word(i - 1).starts_with("原"))
                return std::nullopt;
        }
        return std::nullopt;
    }

    // A rate that is itself a level: "growth slowed to 20%", "增幅達 25%".
    bool isRateOfGrowth(std::size_t verb) const {
        const std::string to = clause.word(verb);
        if (isIn(to, {"达", "达到", "hit", "hits", "hitting", "突破"}))
            return true;
        for (std::size_t i = verb; i > clause.sentence.begin && verb - i < 6; --i) {
            const Token& t = token(i - 1);
            if (t.figure >= 0 || t.mark == U',' || t.mark == U';')
                return false;
            if (t.cues.hasAny({Cue::ChangeNoun, Cue::Cagr}))
                return true;
        }
        return false;
    }

    bool isShareFigure() const {
        return figure().dimension == Dimension::Ratio && !isMultiple(figure()) && figure().sign == 0;
    }

    // Nothing for a figure that no "to" leads to.
    std::optional<Seat> seatOfTarget() const {
        if (figure().role == Role::PriceLevel)
            return Seat::OfBase;
        const bool percents = clause.quantity(firstLevel).dimension == Dimension::Ratio;
        if (isOfFormer() && isShareFigure())
            return percents ? Seat::None : Seat::OfBase;
        const auto verb = leadsTo();
        if (!verb || isMultiple(figure()) || isPoints(figure()) || isRateOfGrowth(*verb))
            return std::nullopt;
        if (!isShareFigure() || percents)
            return Seat::None;
        CueSet moved = token(*verb).cues;
        if (*verb > clause.sentence.begin)
            moved.add(token(*verb - 1).cues);
        const bool whole = figure().unit == "%" && figure().value.toDouble() > 100;
        if (moved.has(Cue::Fall) && !whole)
            return Seat::OfBase;
        return moved.has(Cue::Rise) && whole ? Seat::OfBase : Seat::None;
    }

    bool isSaidByItself() const {
        const Quantity& q = figure();
        return q.role == Role::Cagr || q.role == Role::Yoy || q.role == Role::Change || q.sign != 0 ||
               isPoints(q) || token(rate).cues.hasAny(changeWords);
    }

    // The change word that governs the figure from before, with what may stand between.
    std::optional<std::size_t> wordBefore() const {
        for (std::size_t i = rate; i > lastLevel + 1; --i) {
            if (!isWord(i - 1))
                return std::nullopt;
            if (token(i - 1).cues.hasAny(changeWords) && !token(i - 1).cues.has(Cue::From))
                return i - 1;
            if (!isOneOf(softWords, clause.word(i - 1)) && !token(i - 1).cues.hasAny({Cue::PerYear, Cue::To}))
                return std::nullopt;
        }
        return std::nullopt;
    }

    // "a 35% increase", "50% CAGR", "100x less", "a 4x improvement", "35%的增幅".
    std::optional<std::size_t> wordAfter() const {
        for (std::size_t i = afterRate(); i < end() && i < rate + 5; ++i) {
            if (!isWord(i))
                return std::nullopt;
            if (token(i).cues.hasAny(changeWords) ||
                (isMultiple(figure()) && token(i).cues.hasAny({Cue::Better, Cue::Worse})))
                return i;
            if (!token(i).cues.hasAny({Cue::PerYear, Cue::YearOnYear}) &&
                !isIn(clause.word(i), {"compound", "annualised", "annualized", "average", "total", "的",
                                       "overall", "cumulative"}))
                return std::nullopt;
        }
        return std::nullopt;
    }

    bool isLink(std::size_t i) const { return isMark(token(i), {U'(', U',', U'-'}) || saysOr(clause, i); }

    // Nothing between the levels and the figure speaks of something else.
    bool isOpenWay(bool compound) const {
        bool clean = true;
        bool linked = false;
        bool verbs = false;
        for (std::size_t i = lastLevel + 1; i < rate; ++i) {
            const Token& t = token(i);
            if (isLink(i)) {
                linked = true;
                continue;
            }
            if (t.name >= 0)
                return false;
            if (t.figure >= 0 || t.mark != 0) {
                if (t.mark == U':' || t.mark == U';')
                    return false;
                continue;
            }
            const std::string word = clause.word(i);
            const bool share = t.cues.has(Cue::Share) && !word.starts_with("represent");
            if (share || t.cues.hasAny({Cue::Negation, Cue::If, Cue::Within, Cue::Base}) ||
                (t.cues.has(Cue::From) && !t.cues.has(Cue::To)) ||
                (t.cues.has(Cue::And) && !t.cues.has(Cue::Or)) || word.starts_with("of which"))
                return false;
            if (t.measure >= 0 && !t.cues.hasAny({Cue::Cagr, Cue::ChangeNoun, Cue::Return}))
                return false;
            if (isIn(word, {"while", "but", "when", "as", "than", "而", "且"}))
                return false;
            verbs = verbs || (linked && t.cues.hasAny({Cue::Rise, Cue::Fall}));
            const bool known =
                t.cues.hasAny(changeWords) ||
                t.cues.hasAny({Cue::PerYear, Cue::YearOnYear, Cue::Or, Cue::Times, Cue::Equals, Cue::To,
                               Cue::Total, Cue::Each, Cue::Cumulative, Cue::Better, Cue::Return}) ||
                isOneOf(softWords, word) || isOneOf(linkWords, word);
            if (linked && !known)
                clean = false;
        }
        // "…, the firm says, at a compound rate of 50%" is plain enough.
        return clean || (compound && !verbs);
    }

    int weightAfterLevels() const {
        int weight = 0;
        for (std::size_t i = lastLevel + 1; i < rate; ++i)
            weight += token(i).weight;
        return weight;
    }

    // Right after the levels' comma or bracket, and nothing goes on from it: "(35%)", ", or 35% in two
    // years".
    bool isBare() const {
        std::size_t i = rate;
        while (i > lastLevel + 1 && isWord(i - 1) && !saysOr(clause, i - 1) &&
               isOneOf(softWords, clause.word(i - 1)))
            --i;
        if (i == lastLevel + 1 || !isLink(i - 1))
            return false;
        const std::size_t k = afterRate();
        if (k >= end() || token(k).mark != 0 || token(k).figure >= 0)
            return true;
        return token(k).cues.hasAny({Cue::PerYear, Cue::YearOnYear}) ||
               isIn(clause.word(k), {"in", "over", "within", "on", "during", "between", "since", "a", "per",
                                     "左", "左右", "上", "以", "多", "in total", "altogether", "overall"});
    }

    bool isCalledOr() const {
        for (std::size_t i = rate; i > lastLevel + 1 && rate - i < 4; --i) {
            if (saysOr(clause, i - 1))
                return true;
            if (!isWord(i - 1))
                return false;
        }
        return false;
    }

    Seat seatAfter() const {
        const auto before = wordBefore();
        const auto after = wordAfter();
        const bool former = isMultiple(figure()) && isOfFormer();
        const bool said = isSaidByItself() || before || after || former;
        const bool compound = figure().role == Role::Cagr || (before && token(*before).cues.has(Cue::Cagr)) ||
                              (after && token(*after).cues.has(Cue::Cagr));
        constexpr int farthest = 14, near = 6;
        const int weight = weightAfterLevels();
        if (weight > farthest || !isOpenWay(compound))
            return Seat::None;
        if (!isRateFigure(figure()) && figure().dimension != Dimension::Number) // a difference
            return said && weight <= near ? Seat::Rate : Seat::None;
        if (clause.quantity(firstLevel).dimension == Dimension::Ratio)
            return said && (isPoints(figure()) || weight <= near) ? Seat::Rate : Seat::None;
        if (said)
            return Seat::Rate;
        if (!isBare())
            return Seat::None;
        return isCalledOr() ? Seat::Rate : Seat::Apposed;
    }

    // What stands before both levels says itself that it is a change; the levels must be of the same thing.
    Seat seatBefore() const {
        bool comma = false;
        for (std::size_t i = rate + 1; i < firstLevel; ++i) {
            const Token& t = token(i);
            comma = comma || t.mark == U',';
            if (t.mark == U';')
                return Seat::None;
            if (!comma || !isWord(i))
                continue;
            if (t.name >= 0 || t.cues.hasAny({Cue::Within, Cue::If}) ||
                (t.measure >= 0 && !t.cues.hasAny({Cue::Cagr, Cue::ChangeNoun, Cue::Return})) ||
                isIn(clause.word(i), {"while", "but", "and", "with", "as", "而", "且", "另", "同时"}))
                return Seat::None;
        }
        return Seat::Rate;
    }
};

} // namespace

std::string ClauseText::word(std::size_t token) const {
    return words(token, token + 1);
}

std::string ClauseText::words(std::size_t first, std::size_t last) const {
    if (first >= last)
        return {};
    const std::size_t begin = text.tokens[first].span.begin;
    return toUtf8(foldedWords(blockText.substr(begin, text.tokens[last - 1].span.end - begin)));
}

Seat seatOf(const ClauseText& clause, std::size_t levelA, std::size_t levelB, std::size_t rate) {
    const RateReader reader{clause, std::min(levelA, levelB), std::max(levelA, levelB), rate};
    if (const auto target = reader.seatOfTarget()) {
        if (*target == Seat::OfBase && reader.isAfter() && !reader.isOpenWay(false))
            return Seat::None;
        return *target == Seat::OfBase && rate < reader.firstLevel
                   ? (reader.seatBefore() == Seat::Rate ? Seat::OfBase : Seat::None)
                   : *target;
    }
    const bool ofFormer = isMultiple(reader.figure()) && reader.isOfFormer();
    if (!ofFormer && (reader.goesOnElsewhere() || reader.isOfSomething()))
        return Seat::None;
    if (rate < reader.firstLevel)
        return reader.seatBefore();
    return reader.isAfter() ? reader.seatAfter() : Seat::Rate;
}

} // namespace parallax::data
