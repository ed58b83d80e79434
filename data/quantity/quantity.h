// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/article/article.h"
#include "data/article/language.h"
#include "data/quantity/decimal.h"

namespace parallax::data {

enum class QuantityKind { Scalar, Range, Interval /* ±5% alone */, Multiplier, Period, Deadline, Duration };

enum class Dimension {
    Number,
    Currency,
    Ratio, // "%" as the number before the sign; unit "" for a plain fraction
    PercentagePoint,
    Count,
    Time,       // seconds
    Rate,       // something per second
    Data,       // bytes
    Power,      // watts
    Energy,     // watt-hours
    Length,     // metres
    Frequency,  // hertz
    Multiplier, // of a range "2-3x"
};

enum class Bound { Exact, AtLeast, MoreThan, AtMost, LessThan, Vague };
enum class Hedge { None, Reported, Estimated, Expected, Possible };
enum class Role { // stored by number: new ones go to the end
    None,
    Change,
    Share,
    Cagr,
    Yoy,
    Mom,
    From,
    To,
    PriceLevel, // 八折: what is left of the price
    Level,      // a state in percent: uptime, margin
    Return,     // on an investment
    Valuation,  // of a company
    Difference, // in percentage points
};
enum class Granularity { None, Day, Month, Quarter, Half, Year, FiscalYear, YearRange, PartOfYear };
enum class UnitFrom { Cell, RowHeader, ColumnHeader, Caption };

struct Per {
    Decimal value{1, 0};
    std::string unit; // "token", "hour"
};

struct Alternative {
    Decimal value;
    std::string reason; // "increase-to", "japanese-trillion" …
};

// A figure or a date as stated. Exact decimals in base units (USD, seconds, bytes, watts; percent as the
// number before the sign). What is left at its default was not stated.
struct Quantity {
    Span span; // bytes of the parsed text, with bounds, approximations and units
    QuantityKind kind = QuantityKind::Scalar;
    Dimension dimension = Dimension::Number;
    std::string unit;         // "USD", "%", "s", "req/s", "star"; "JPY|CNY" where the sign leaves it open
    Decimal value;            // Scalar, Multiplier, Duration
    Decimal low, high;        // Range, Interval
    Decimal resolution{1, 0}; // size of one unit in the last digit written, in base units
    Bound bound = Bound::Exact;
    bool approx = false;
    Hedge hedge = Hedge::None;
    Span hedgeSpan; // the word that hedges: "reportedly"; empty without one
    Role role = Role::None;
    char sign = 0;      // explicit '+' or '-'
    char direction = 0; // '+' or '-' said by words around a figure without sign: "drop 30-40%"
    std::optional<Decimal> plusMinus;
    std::optional<Per> per;
    UnitFrom unitFrom = UnitFrom::Cell;
    bool assumed = false; // the currency was assumed ($ as USD, 元 as CNY)
    bool ambiguous = false;
    bool unitConflict = false; // the cell's unit or scale contradicts its header; the cell wins
    bool percentagePointPossible = false;
    bool spelled = false;      // in words
    bool scaledInCell = false; // with a scale of its own: 15B, 3億
    std::vector<Alternative> alternatives;
    std::optional<std::pair<std::int64_t, std::int64_t>>
        fraction;         // 1/3: value is the nearest double's decimal
    std::string original; // as written where the unit was changed: "50 bp"
    std::string period;   // of a figure: "$20 billion in 2025" → "2025"
    Span periodSpan;      // its words, "in 2025"; not part of `span`

    // Period and Deadline: ISO days.
    Granularity granularity = Granularity::None;
    std::string from, to; // Period; both readings joined by | where the order of day and month is open
    std::string due;      // the last day of a part of a year: the only safe one
    std::string earliest, latest; // Deadline: the strictest and the loosest last day
    std::string duration;         // ISO 8601: "P12M"
    bool anchoredToDocument = false;
    bool openToTheRight = false; // "since 2023"
    bool openToTheLeft = false;  // "until 2027"
};

// What surrounds a cell or a sentence.
struct QuantityContext {
    Language language = Language::Unknown;
    std::string_view rowHeader, columnHeader, caption;
    std::string_view documentMonth; // "2026-04", for "next year"
    bool cell = false;              // the text is a table cell: bare numbers and accounting parentheses count
    bool date = false;              // a bare year is a date
    bool taiwanese = false;         // 元 is TWD
};

// All figures and dates of `text`, in order, not overlapping. Linear in its length.
std::vector<Quantity> parseQuantities(std::string_view text, const QuantityContext& context = {});

// True for a cell that says there is no figure: "", "—", "N/A", "TBD", "未披露", "undisclosed".
bool isMissing(std::string_view cell);

std::string_view dimensionName(Dimension dimension) noexcept;
std::string_view boundName(Bound bound) noexcept;
std::string_view roleName(Role role) noexcept;
std::string_view kindName(QuantityKind kind) noexcept;
std::string_view granularityName(Granularity granularity) noexcept;
std::string_view hedgeName(Hedge hedge) noexcept;
std::string_view unitFromName(UnitFrom from) noexcept;

} // namespace parallax::data
