// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_unread.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_lists.h"
#include "data/claim/claim_time.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

enum class LetterKind { None, Word, Han };

// A mark or a blank is None. Digits go with the letters beside them.
LetterKind letterKind(char32_t c) {
    if (c < 0x80)
        return isDigit(c) || isAsciiLetter(static_cast<char>(c)) ? LetterKind::Word : LetterKind::None;
    if (isHan(c))
        return LetterKind::Han;
    struct Block {
        char32_t first, last;
    };
    // Signs of Latin-1, of money, arrows, mathematics, boxes; punctuation of any width; variation selectors.
    static constexpr auto marks = std::to_array<Block>({{0x80, 0xA9},
                                                        {0xAB, 0xB4},
                                                        {0xB6, 0xB9},
                                                        {0xBB, 0xBF},
                                                        {0xD7, 0xD7},
                                                        {0xF7, 0xF7},
                                                        {0x2000, 0x206F},
                                                        {0x20A0, 0x20CF},
                                                        {0x2190, 0x2BFF},
                                                        {0x3000, 0x3004},
                                                        {0x3008, 0x3020},
                                                        {0x30FB, 0x30FB},
                                                        {0xFE00, 0xFE6F},
                                                        {0xFF00, 0xFF20},
                                                        {0xFF3B, 0xFF40},
                                                        {0xFF5B, 0xFF65},
                                                        {0xFFE0, 0xFFFD}});
    return std::ranges::any_of(marks, [c](const Block& one) { return c >= one.first && c <= one.last; })
               ? LetterKind::None
               : LetterKind::Word;
}

// Of one stretch: which of its bytes are understood.
class Understood {
  public:
    explicit Understood(Span within)
        : m_within(within)
        , m_known(within.end - within.begin) {}

    void add(Span span) {
        for (std::size_t at = std::max(span.begin, m_within.begin); at < std::min(span.end, m_within.end);
             ++at)
            m_known[at - m_within.begin] = true;
    }
    bool has(std::size_t at) const { return m_known[at - m_within.begin]; }

  private:
    Span m_within;
    std::vector<bool> m_known;
};

// Whether a Han character that is not understood stands there.
bool isBetweenUnread(std::string_view text, std::size_t at, std::size_t end, const Understood& known) {
    return at < end && letterKind(decodeAt(text, at).value) == LetterKind::Han && !known.has(at);
}

// "1M", "128k": a number with its scale; the s of "OpenAI's".
bool isPartOfAnother(std::string_view word) {
    const std::string small = lowerAscii(word);
    for (const std::string_view ending : {"s", "re", "ve", "ll"}) // "OpenAI's", "we're"
        if (small == ending)
            return true;
    const auto digits = static_cast<std::size_t>(
        std::ranges::find_if(small, [](char c) { return c < '0' || c > '9'; }) - small.begin());
    return digits == small.size() || (digits > 0 && digits + 1 == small.size() &&
                                      std::string_view("kmbx").find(small.back()) != std::string_view::npos);
}

// "With an SLA, …", "For faster answers, …": a clause before the sentence's own that names nobody, no price
// and no side. It says when the rest is so, though every word of it may be plain. Empty where there is none.
Span openingClause(std::string_view text, Span within, const ClaimWords& words,
                   std::span<const Quantity> figures) {
    constexpr std::size_t longest = 160; // bytes
    const std::string small =
        lowerAscii(text.substr(within.begin, std::min(longest, within.end - within.begin)));
    const std::size_t from = small.find_first_not_of(" \n*_>-");
    if (from == small.npos || !turnAtBegin(std::string_view(small).substr(from), Turn::OpensClause))
        return {};
    std::size_t comma = small.find(',', from);
    while (comma != small.npos && comma + 1 < small.size() && isDigit(small[comma + 1]))
        comma = small.find(',', comma + 1);
    if (comma == small.npos)
        return {};
    const Span clause{within.begin + from, within.begin + comma};
    const auto holds = [&](Span one) { return one.begin >= clause.begin && one.end <= clause.end; };
    const auto any = [&](const auto& list) {
        return std::ranges::any_of(list, [&](const auto& one) { return holds(one.span); });
    };
    // "For input tokens, …" says of which side; "with 1M tokens per prompt, …" on what the price hangs.
    const bool side =
        (words.says(ClaimWord::Input, clause) || words.says(ClaimWord::Output, clause)) && !any(figures);
    // "For OpenAI, GPT-4o costs …": whom it costs so much.
    const bool whom = std::string_view(small).substr(from).starts_with("for ") && !any(words.models) && !side;
    const bool said = (any(words.names) && !whom) || any(words.models) || side ||
                      std::ranges::any_of(figures, [&](const Quantity& one) {
                          return holds(one.span) &&
                                 (one.dimension == Dimension::Currency || one.dimension == Dimension::Ratio);
                      });
    // "For comparison, …" is plain as a whole.
    const std::string_view whole = text.substr(clause.begin, clause.end - clause.begin);
    const auto plain = mentionsOf(whole, claimLists().plain);
    return said || (plain.size() == 1 && plain[0].span.end - plain[0].span.begin == whole.size()) ? Span{}
                                                                                                  : clause;
}

// "Three levels", "a 12-month plan": what is counted beside a price or a promise is a circumstance of it.
bool isCircumstance(const Quantity& figure) {
    constexpr double longest = 600; // seconds; shorter ones are latencies
    if (figure.dimension == Dimension::Count)
        return !figure.unit.starts_with("token") && !figure.unit.ends_with("(token)") && !figure.unit.empty();
    return figure.kind == QuantityKind::Duration ||
           (figure.dimension == Dimension::Time && figure.kind != QuantityKind::Period &&
            figure.value.toDouble() > longest);
}

// "With 8 users": so many at once, whose answers take longer than one alone.
bool countsUsers(const Quantity& figure) {
    return figure.dimension == Dimension::Count &&
           std::ranges::any_of(formsOf(Turn::Users),
                               [&](std::string_view one) { return figure.unit.starts_with(one); });
}

// "(2023 prices)": a year that was read as a number.
bool isYearAlone(const Quantity& figure, std::string_view words) {
    const bool counted = figure.dimension == Dimension::Count && words.size() > 4 && words[4] == ' ';
    return ((figure.dimension == Dimension::Number && words.size() == 4) || counted) &&
           !isTokenCount(figure) && (words.starts_with("19") || words.starts_with("20")) &&
           isDigit(words[2]) && isDigit(words[3]);
}

// In a sentence that points at prices: how much dearer one side is than the other, for how many tokens they
// are, of how many models, of when (which is judged elsewhere). "Half of the list prices" is something else.
bool isHarmless(std::string_view text, const Quantity& figure) {
    constexpr std::size_t reach = 32; // bytes
    const std::string behind = lowerAscii(trim(text.substr(figure.span.end, reach)));
    if (figure.kind == QuantityKind::Multiplier && turnAtBegin(behind, Turn::OfSides))
        return true;
    return isTokenCount(figure) || figure.kind == QuantityKind::Period ||
           (figure.dimension == Dimension::Count &&
            (figure.unit.starts_with("model") || figure.unit.starts_with("模型")));
}

// "Only three banks get it": of whom the figures beside it may be.
bool countsOthers(std::string_view text, const Quantity& figure) {
    return figure.dimension == Dimension::Count && !figure.unit.empty() && !isHarmless(text, figure);
}

bool endsInAt(std::string_view before) {
    return before.ends_with(" at ") || before.ends_with("At ");
}

// "Charges us $2.10": whoever is charged, and no sign of American dollars.
std::size_t pronounBefore(std::string_view figure) {
    return figure.starts_with("us ") ? 2 : 0;
}

// "Output runs $75", "comes in at $3", 將 GPT-5 定價為 1.25 美元: words that would say something else
// elsewhere.
void addPriceVerbs(std::string_view text, Span within, std::span<const Quantity> figures, Understood& known) {
    constexpr std::size_t reach = 96; // bytes
    for (const Quantity& figure : figures) {
        if (figure.dimension != Dimension::Currency || !(figure.span.begin >= within.begin))
            continue;
        const std::size_t from =
            std::max(within.begin, figure.span.begin - std::min(figure.span.begin, reach));
        const std::string before = lowerAscii(text.substr(from, figure.span.begin - from));
        const std::string_view ahead = std::string_view(before).substr(0, before.find_last_not_of(' ') + 1);
        if (const TurnAt verb = turnAtEnd(ahead, Turn::PriceVerbs))
            known.add({from + verb.at, from + verb.at + verb.size});
        for (const std::string_view sets : {"將", "将"})
            if (const std::size_t at = ahead.rfind(sets);
                at != ahead.npos && turnIn(ahead.substr(at), Turn::SetsPrice))
                known.add({from + at, from + at + sets.size()});
    }
}

} // namespace

std::vector<std::string> unreadWords(std::string_view text, Span within, const ClaimWords& words,
                                     std::span<const Quantity> figures, UnreadBeside beside) {
    const bool terms = beside.kind == ClaimKind::Price || beside.kind == ClaimKind::Availability;
    within.end = std::min(within.end, text.size());
    if (within.begin >= within.end)
        return {};
    Understood known(within);
    const std::string_view said = text.substr(within.begin, within.end - within.begin);
    std::vector<Mention> others; // which are plain beside another kind of figure alone
    if (terms)
        others = mentionsOf(said, beside.kind == ClaimKind::Price ? claimLists().notOfPrice
                                                                  : claimLists().notOfContract);
    const bool pointer = beside.vocabulary == Vocabulary::Pointer;
    const bool neighbour = beside.vocabulary == Vocabulary::Neighbour;
    if (beside.vocabulary != Vocabulary::Own)
        for (const Mention& mention : mentionsOf(said, claimLists().pointerPlain))
            if (!pointer || mention.sense.measure == static_cast<int>(PointerWord::Harmless))
                known.add({mention.span.begin + within.begin, mention.span.end + within.begin});
    auto other = others.begin(); // both lists are in the text's order
    for (const Mention& mention : pointer ? std::vector<Mention>() : mentionsOf(said, claimLists().plain)) {
        while (other != others.end() && other->span.begin < mention.span.begin)
            ++other;
        const bool same = other != others.end() && other->span.begin == mention.span.begin &&
                          other->span.end == mention.span.end;
        if (static_cast<std::size_t>(mention.sense.measure) == plainWord && !same)
            known.add({mention.span.begin + within.begin, mention.span.end + within.begin});
    }
    for (const Quantity& figure : figures)
        if (!(terms && isCircumstance(figure)) && (!pointer || isHarmless(text, figure)) &&
            !(neighbour && countsOthers(text, figure)))
            known.add({figure.span.begin +
                           pronounBefore(text.substr(figure.span.begin, figure.span.end - figure.span.begin)),
                       figure.span.end + whenBehind(text, figure)});
    if (beside.kind == ClaimKind::Price)
        addPriceVerbs(text, within, figures, known);
    const auto addAll = [&](const auto& list) {
        for (const auto& one : list)
            known.add(one.span);
    };
    addAll(words.names);
    addAll(words.models);
    addAll(words.regions);
    for (const ClaimWordAt& one : words.words)
        if ((beside.cached && one.word == ClaimWord::Cached) ||
            (beside.cacheWrite && one.word == ClaimWord::CacheWrite))
            known.add(one.span);

    std::vector<std::string> unread;
    if (const Span opening = terms ? openingClause(text, within, words, figures) : Span{};
        opening.begin < opening.end)
        unread.emplace_back(text.substr(opening.begin, opening.end - opening.begin));
    for (const Quantity& figure : figures) {
        if (figure.span.begin < within.begin || figure.span.end > within.end)
            continue;
        const std::string_view words = text.substr(figure.span.begin, figure.span.end - figure.span.begin);
        const bool atOnce = figure.unit == "req" && // "at 100 requests"
                            endsInAt(text.substr(0, figure.span.begin));
        if ((!terms && (countsUsers(figure) || atOnce)) || isYearAlone(figure, words) ||
            (pointer && !isHarmless(text, figure)) || (neighbour && countsOthers(text, figure)))
            addUnread(unread, {std::string(words)});
    }
    std::size_t begin = within.begin; // of the word that is being read
    LetterKind reading = LetterKind::None;
    bool whole = true; // all of its letters are understood
    const auto end = [&](std::size_t at) {
        if (reading != LetterKind::None && !whole)
            if (const std::string_view word = text.substr(begin, at - begin);
                !isPartOfAnother(word) && !(word == "US" && text.substr(at).starts_with('$')))
                addUnread(unread, {std::string(word)});
        reading = LetterKind::None;
        whole = true;
    };
    for (std::size_t at = within.begin; at < within.end && unread.size() < mostUnread;) {
        const CodePoint c = decodeAt(text, at);
        LetterKind kind = letterKind(c.value);
        // Known Han characters end a run of unknown ones, but for a single one between such: a word of
        // theirs.
        if (kind == LetterKind::Han && known.has(at) &&
            !(reading == LetterKind::Han && isBetweenUnread(text, at + c.length, within.end, known)))
            kind = LetterKind::None;
        if (kind != reading) {
            end(at);
            begin = at;
            reading = kind;
        }
        if (kind != LetterKind::None)
            whole = whole && known.has(at);
        at += std::max<std::size_t>(c.length, 1);
    }
    if (unread.size() < mostUnread)
        end(within.end);
    return unread;
}

void addUnread(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const std::string& word : from)
        if (to.size() < mostUnread && std::ranges::find(to, word) == to.end())
            to.push_back(word);
}

} // namespace parallax::data
