// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/check/interval.h"

namespace parallax::data {

// The rules of analysis.md §2.3. One name, one meaning; the name in JSON is ruleName's.
enum class Rule {
    DeltaPercent,
    DeltaRange,
    DeltaPoints,
    DeltaAbsolute,
    Cagr,
    VagueMultiplier,
    SumTotal,
    ShareSum,
    ShareOf,
    PartWhole,
    SameFact,
    UnitLabel,
    Scale,
    Domain,
    Direction,
    Superlative,
    Count,
    Return,
    Implied,
    Logic,
    Temporal,
    PriceVolume,
    TextPrefix
};

enum class Verdict { Consistent, ConsistentLoose, Inconsistent, CannotTell };

// How a consistent figure agrees: to the last digit, by rounding alone, only when its zeros are taken as
// rounding too, or by words (a label, a count, an order) rather than by numbers.
enum class Grade { None, Exact, RoundingOnly, Loose, Words };

// Red: inconsistent by more than 2 % of the computed value. Amber: inconsistent by less, or in words and
// labels.
enum class Colour { Green, Amber, Red, Grey };

// Where an operand or the statement itself stands: bytes of Article::text of the article at hand, or of
// another one.
struct Evidence {
    Span span;
    std::string quote;                     // the words there
    int block = -1;                        // in Article::blocks
    int table = -1, row = -1, column = -1; // of a cell: row -1 is the header
    std::int64_t article = 0; // 0: the article at hand; else the other article (checks across articles)
    std::int64_t edition = 0;
};

// One edit that would make the statement hold. Its sentence is formed in ui/common and app.
struct Repair {
    std::string what; // code: "stated", "start", "end", "start-year", "end-year", "unit", "sign", "part:2" …
    std::string
        text; // what should stand there instead, in the style of the original: "~71%", "$67.5B", "2029"
};

struct Check {
    Rule rule = Rule::SameFact;
    Verdict verdict = Verdict::CannotTell;
    Grade grade = Grade::None;
    Colour colour = Colour::Grey;
    std::vector<Evidence> statement; // what is claimed first, then its operands
    std::optional<double>
        face; // recomputed from the numbers as written; percent as the number before the sign
    std::optional<double> faceHigh;        // of a range: `face` is its low end and this the high one
    std::optional<Interval> strict, loose; // of the recomputed value
    std::optional<Interval> stated;        // how the statement may be read (strict)
    std::string unit;                      // of face, stated and the intervals: "%", "pp", "USD", "x", ""
    std::string formula;                   // with the numbers put in: "100 × (18 ÷ 15 − 1) = 20 %"
    double power = 0;                      // half the width of `strict`: a wide one proves little
    std::vector<Repair> repairs;           // of an inconsistency, the likeliest first
    std::string cause;  // code of the likely cause: "off-by-one-years", "wrong-base", "ratio-for-change",
                        // "sign", "scale", "times-ten", "points-for-percent" … ; empty when unknown
    std::string reason; // code of why nothing can be told, or of what is wrong in words and labels
    std::vector<std::string> reasonArgs;
    std::string fingerprint; // the same statement in another version of the article has the same one:
                             // an analyst's mark hangs on it
};

std::string_view ruleName(Rule rule) noexcept; // "DELTA_PCT" …
std::string_view
verdictName(Verdict verdict) noexcept; // "consistent", "consistent(loose)", "inconsistent", "cannot_tell"
std::string_view gradeName(Grade grade) noexcept;
std::string_view colourName(Colour colour) noexcept; // "green" …
std::optional<Rule> ruleFromName(std::string_view name) noexcept;
std::optional<Verdict> verdictFromName(std::string_view name) noexcept;
std::optional<Grade> gradeFromName(std::string_view name) noexcept;
std::optional<Colour> colourFromName(std::string_view name) noexcept;

} // namespace parallax::data
