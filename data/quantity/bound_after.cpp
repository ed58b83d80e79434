// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/bound_after.h"

#include "data/quantity/side.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// What must hold behind the word for it to belong to the figure before it.
enum class Then : std::uint8_t {
    Any,
    NoFigure, // 三成不到; 三成不到五成 are two figures
    Pause,    // $5M plus.; "$5M plus interest" adds
};
struct After {
    Bound bound = Bound::Exact;
    bool approx = false;
    Then then = Then::Any;
    std::u32string_view notBefore = {}; // with these characters behind it, it is another word's beginning
};
constexpr After least{Bound::AtLeast};
constexpr After most{Bound::AtMost};
constexpr After leastOrNext{Bound::AtLeast, false, Then::NoFigure};
constexpr After mostOrNext{Bound::AtMost, false, Then::NoFigure};
constexpr After more{Bound::MoreThan};
constexpr After bitMore{Bound::MoreThan, true};
constexpr After about{Bound::Exact, true};

constexpr auto boundWords =
    wordTable<After>({{U"or more", leastOrNext},
                      {U"or above", leastOrNext},
                      {U"or higher", leastOrNext},
                      {U"or greater", leastOrNext},
                      {U"or better", leastOrNext},
                      {U"or longer", leastOrNext},
                      {U"or over", leastOrNext},
                      {U"and above", leastOrNext},
                      {U"and over", leastOrNext},
                      {U"and up", leastOrNext},
                      {U"and upwards", leastOrNext},
                      {U"and counting", least},
                      {U"or less", mostOrNext},
                      {U"or fewer", mostOrNext},
                      {U"or below", mostOrNext},
                      {U"or lower", mostOrNext},
                      {U"or under", mostOrNext},
                      {U"and below", mostOrNext},
                      {U"and under", mostOrNext},
                      {U"at least", {Bound::AtLeast, false, Then::Pause}},
                      {U"at a minimum", {Bound::AtLeast, false, Then::Pause}},
                      {U"minimum", {Bound::AtLeast, false, Then::Pause}},
                      {U"at most", {Bound::AtMost, false, Then::Pause}},
                      {U"at a maximum", {Bound::AtMost, false, Then::Pause}},
                      {U"maximum", {Bound::AtMost, false, Then::Pause}},
                      {U"max", {Bound::AtMost, false, Then::Pause}},
                      {U"tops", {Bound::AtMost, false, Then::Pause}},
                      {U"plus", {Bound::AtLeast, false, Then::Pause}},
                      {U"-plus", least},
                      {U"or so", about},
                      {U"or thereabouts", about},
                      {U"give or take", {Bound::Exact, true, Then::NoFigure}},
                      {U"-odd", about},
                      {U"-ish", about},
                      {U"ish", about},
                      {U"以上", {Bound::AtLeast, false, Then::Any, U"述"}},
                      {U"或以上", least},
                      {U"及以上", least},
                      {U"或更多", least},
                      {U"往上", least},
                      {U"起跳", least},
                      {U"打底", least},
                      {U"为下限", least},
                      {U"以下", {Bound::AtMost, false, Then::Any, U"简"}},
                      {U"或以下", most},
                      {U"及以下", most},
                      {U"或更少", most},
                      {U"以内", most},
                      {U"之内", most},
                      {U"封顶", most},
                      {U"为上限", most},
                      {U"为限", most},
                      {U"之多", most}, // as much as
                      {U"不到", {Bound::LessThan, false, Then::NoFigure, U"位场岗家底"}},
                      {U"都不到", {Bound::LessThan, false, Then::NoFigure}},
                      {U"还不到", {Bound::LessThan, false, Then::NoFigure}},
                      {U"也不到", {Bound::LessThan, false, Then::NoFigure}},
                      {U"不足", {Bound::LessThan, false, Then::NoFigure, U"以为够道挂"}},
                      {U"之上", more},
                      {U"开外", more},
                      {U"有零", more},
                      {U"挂零", more},
                      {U"有余", {Bound::MoreThan, false, Then::Any, U"力地款额钱温"}},
                      {U"出头", {Bound::MoreThan, true, Then::Any, U"天鸟露"}},
                      {U"左右", {Bound::Exact, true, Then::Any, U"手为逢"}},
                      {U"上下", {Bound::Exact, true, Then::Any, U"游文级班"}},
                      {U"附近", about},
                      {U"之谱", about}});

bool isPause(const FoldedText& text, std::size_t end) {
    const char32_t next = text[text.skipBlanks(end)];
    return !isLatinLetter(next) && !isDigit(next) && next != U'$' && !isChineseNumeral(next);
}

// A figure that begins at `i`, blanks and signs of approximation passed over.
bool figureFollows(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    i = text.skipBlanks(i);
    if (text.isWordAt(i, U"than")) // "30% or more than half"
        return true;
    if (text[i] == U'约' || text[i] == U'近' || text[i] == U'~')
        i = text.skipBlanks(i + 1);
    return sideAt(text, i, context).has_value();
}

bool allows(const FoldedText& text, const After& after, std::size_t end, const QuantityContext& context) {
    if (after.notBefore.find(text[end]) != std::u32string_view::npos)
        return false;
    switch (after.then) {
    case Then::NoFigure:
        return !figureFollows(text, end, context);
    case Then::Pause:
        return isPause(text, end);
    case Then::Any:
        break;
    }
    return true;
}

bool measures(const Quantity& q) {
    return q.dimension == Dimension::Currency || q.dimension == Dimension::Multiplier ||
           q.dimension == Dimension::Ratio || q.kind == QuantityKind::Multiplier ||
           q.kind == QuantityKind::Duration || q.dimension == Dimension::Time;
}

// 100美元多, 兩倍多, 三成多, 三年餘: one character, and only where it begins no other word.
std::optional<After> oneCharacter(const FoldedText& text, std::size_t i, const Quantity& q) {
    constexpr std::u32string_view notAfterMore = U"于家个位项名种次数元样层亏年月半只";
    constexpr std::u32string_view notAfterRest = U"下额地波震款温热粮年月";
    const char32_t next = text[i + 1];
    const bool closed = next < 0x4E00 || next == U'的';
    switch (text[i]) {
    case U'多':
        if (measures(q) && notAfterMore.find(next) == std::u32string_view::npos)
            return more;
        break;
    case U'余':
        if (measures(q) && q.dimension != Dimension::Currency &&
            notAfterRest.find(next) == std::u32string_view::npos)
            return more;
        break;
    case U'强': // 三成強
        if (text[i - 1] == U'成' && closed)
            return bitMore;
        break;
    case U'起': // 每月20美元起
        if (q.dimension == Dimension::Currency && closed)
            return least;
        break;
    default:
        break;
    }
    return std::nullopt;
}

} // namespace

void takeBoundAfter(const FoldedText& text, Found& found, const QuantityContext& context) {
    const std::size_t blank = text.skipBlanks(found.end);
    const bool latin = isLatinLetter(text[blank]);
    // 90% 以上: pages put blanks between digits and Han.
    const std::size_t place = latin || text[found.end - 1] < 0x80 ? blank : found.end;
    constexpr std::u32string_view firstLetters = U"oampgti"; // of the words above: most words have others
    if (latin && firstLetters.find(lower(text[place])) == std::u32string_view::npos)
        return;
    std::size_t end = place;
    std::optional<After> after;
    if (const auto* word = boundWords.find(text, place)) {
        end = place + word->word.size();
        if (allows(text, word->value, end, context) && (word->word != U"ish" || place == found.end))
            after = word->value;
    } else if (text[place] >= 0x4E00 && place == found.end) {
        after = oneCharacter(text, place, *found.quantity);
        end = place + 1;
    }
    if (!after)
        return;
    if (after->bound != Bound::Exact)
        found.quantity->bound = after->bound;
    found.quantity->approx = found.quantity->approx || after->approx;
    found.end = end;
}

} // namespace parallax::data
