// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/check.h"
#include "data/check/reading.h"

namespace parallax::data {

// One function for each numeric rule of analysis.md §2.3. Each answers with a check that lacks only what the
// caller knows: evidence and fingerprint. They are pure, never throw on an operand, and answer CannotTell
// with a reason where one is missing, open where it matters or of another kind.

// 100 × (next ÷ base − 1) against `stated` in percent; a stated multiple ("3x") is held against next ÷ base.
Check checkDeltaPercent(const Operand& base, const Operand& next, const Operand& stated);
// The same where one of the three is a range: end by end, by value.
Check checkDeltaRange(const Operand& base, const Operand& next, const Operand& stated);
// next − base of two percentages, in points.
Check checkDeltaPoints(const Operand& base, const Operand& next, const Operand& stated);
// next − base of two levels, in their unit.
Check checkDeltaAbsolute(const Operand& base, const Operand& next, const Operand& stated);
// Whichever of the four fits the units of the three.
Check checkChange(const Operand& base, const Operand& next, const Operand& stated);

// Calendar years of two annual figures, or only how many years lie between them.
struct YearSpan {
    int start = 0, end = 0; // 0: not known
    double count = 0;       // end − start where they are known
};
Check checkCagr(const Operand& start, const Operand& end, const YearSpan& years, const Operand& stated);

// "nearly doubled", "more than tripled", "腰斬": how far next ÷ base may be from the multiple.
enum class Manner { Exactly, Nearly, MoreThan, AtLeast, LessThan, AtMost, Roughly };
struct VagueMultiple {
    double multiple = 2; // 0.5 for "halved"
    Manner manner = Manner::Exactly;
    std::string words;
};
// The multiple that a phrase states, in any of the three languages; nothing where it states none, or where it
// can be read in two ways (增長了三倍).
std::optional<VagueMultiple> vagueMultipleOf(std::string_view phrase);
Check checkVagueMultiplier(const VagueMultiple& stated, const Operand& base, const Operand& next);
// The same for a ratio that is given as such, and exactly.
Check checkVagueMultiplier(const VagueMultiple& stated, const Operand& ratio);

Check checkSum(const std::vector<Operand>& parts, const Operand& total);
// Shares of one whole are 100 together, exactly. The caller knows that the list leaves nothing out.
Check checkShareSum(const std::vector<Operand>& parts);
// 100 × part ÷ whole against the stated share.
Check checkShareOf(const Operand& part, const Operand& whole, const Operand& stated);
Check checkPartWhole(const Operand& part, const Operand& whole);

Check checkSameFact(const Operand& a, const Operand& b);
// Two statements of one measure that are a power of ten apart as scale words are: thousand, 萬, 億, 億 for
// billion. Consistent where they agree; CannotTell ("not-a-scale-slip") where they differ otherwise.
Check checkScale(const Operand& a, const Operand& b);

// What values a measure can take at all.
enum class Domain {
    Open,    // anything
    Share,   // 0 to 100 %: a share, a drop, an availability, a probability
    Drop,    // the same, whatever its sign
    Change,  // at least −100 %: growth, a return, a change
    AtMost,  // at most 100 %: a margin
    Count,   // whole and not negative
    Positive // not negative: a price, a revenue, a latency
};
// By the words of a header or a sentence, in any of the three languages.
Domain domainOf(std::string_view words);
Check checkDomain(const Operand& value, Domain domain);

// cost × (1 + percent ÷ 100) against `value`; percent ÷ 100 × cost is the other reading (18 x written as
// 1800 %) and counts as loose. `cost` is taken at its face.
Check checkReturn(const Operand& cost, const Operand& percent, const Operand& value);
// If revenue grows to `multiple` while prices fall by `drop` percent, volume grows to multiple ÷ (1 − drop).
// With a stated volume multiple the three are held against each other, else the value is implied: grey.
Check checkPriceVolume(const Operand& multiple, const Operand& drop,
                       const std::optional<Operand>& statedVolume);
// What the whole must be for `gain` to come from `points` more percentage points of it. Always grey.
Check checkImpliedWhole(const Operand& gain, const Operand& points);
// What the other part must be where a whole and one part are stated. Always grey.
Check checkImpliedRest(const Operand& whole, const Operand& part);

// What a header or a caption says its cells hold.
enum class Promise { Nothing, Share, Change, Rate /* a growth rate: never money */, Money };
Promise promiseOf(std::string_view label);
// A header against one of its cells: a share that is an amount, a change without a figure, another unit.
Check checkUnitLabel(std::string_view label, std::string_view cell);

// +1 for words of rise ("grew", "上升"), −1 for words of fall, 0 for "unchanged"; nothing where no such word
// stands, or both. Of a measure that is better when lower (a latency, a price), "improved" is a fall.
std::optional<int> directionOf(std::string_view words, std::string_view measure = {});
Check checkDirection(std::string_view words, std::string_view measure, const Operand& base,
                     const Operand& next);
Check checkDirection(std::string_view words, std::string_view measure, const Operand& change);

// The claimed one is first of all, without a tie.
enum class Extreme { Most, Least };
Extreme extremeOf(std::string_view words);
Check checkSuperlative(const std::vector<Operand>& values, std::size_t claimed, Extreme extreme);

// A rule of words: consistent or not (amber), by a reason's code.
Check wordCheck(Rule rule, bool holds, std::string reason, std::vector<std::string> args = {});
// Nothing can be told, by a reason's code: "open-bound", "missing", "other-measure".
Check cannotTell(Rule rule, std::string reason);

} // namespace parallax::data
