// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/quantity.h"

namespace parallax::data {

std::string_view dimensionName(Dimension dimension) noexcept {
    switch (dimension) {
    case Dimension::Number:
        return "number";
    case Dimension::Currency:
        return "currency";
    case Dimension::Ratio:
        return "ratio";
    case Dimension::PercentagePoint:
        return "percentage_point";
    case Dimension::Count:
        return "count";
    case Dimension::Time:
        return "time";
    case Dimension::Rate:
        return "rate";
    case Dimension::Data:
        return "data";
    case Dimension::Power:
        return "power";
    case Dimension::Energy:
        return "energy";
    case Dimension::Length:
        return "length";
    case Dimension::Frequency:
        return "frequency";
    case Dimension::Multiplier:
        return "multiplier";
    }
    return "";
}

std::string_view boundName(Bound bound) noexcept {
    switch (bound) {
    case Bound::Exact:
        return "exact";
    case Bound::AtLeast:
        return "at_least";
    case Bound::MoreThan:
        return "more_than";
    case Bound::AtMost:
        return "at_most";
    case Bound::LessThan:
        return "less_than";
    case Bound::Vague:
        return "vague";
    }
    return "";
}

std::string_view roleName(Role role) noexcept {
    switch (role) {
    case Role::None:
        return "";
    case Role::Level:
        return "level";
    case Role::Return:
        return "return";
    case Role::Valuation:
        return "valuation";
    case Role::Difference:
        return "difference";
    case Role::Change:
        return "change";
    case Role::Share:
        return "share";
    case Role::Cagr:
        return "cagr";
    case Role::Yoy:
        return "yoy";
    case Role::Mom:
        return "mom";
    case Role::From:
        return "from";
    case Role::To:
        return "to";
    case Role::PriceLevel:
        return "price_level";
    }
    return "";
}

std::string_view kindName(QuantityKind kind) noexcept {
    switch (kind) {
    case QuantityKind::Scalar:
        return "scalar";
    case QuantityKind::Range:
        return "range";
    case QuantityKind::Interval:
        return "interval";
    case QuantityKind::Multiplier:
        return "multiplier";
    case QuantityKind::Period:
        return "period";
    case QuantityKind::Deadline:
        return "deadline";
    case QuantityKind::Duration:
        return "duration";
    }
    return "";
}

std::string_view granularityName(Granularity granularity) noexcept {
    switch (granularity) {
    case Granularity::None:
        return "";
    case Granularity::Day:
        return "day";
    case Granularity::Month:
        return "month";
    case Granularity::Quarter:
        return "quarter";
    case Granularity::Half:
        return "half";
    case Granularity::Year:
        return "year";
    case Granularity::FiscalYear:
        return "fiscal_year";
    case Granularity::YearRange:
        return "year_range";
    case Granularity::PartOfYear:
        return "part_of_year";
    }
    return "";
}

std::string_view hedgeName(Hedge hedge) noexcept {
    switch (hedge) {
    case Hedge::None:
        return "none";
    case Hedge::Reported:
        return "reported";
    case Hedge::Estimated:
        return "estimated";
    case Hedge::Expected:
        return "expected";
    case Hedge::Possible:
        return "possible";
    }
    return "";
}

std::string_view unitFromName(UnitFrom from) noexcept {
    switch (from) {
    case UnitFrom::Cell:
        return "cell";
    case UnitFrom::RowHeader:
        return "row_header";
    case UnitFrom::ColumnHeader:
        return "column_header";
    case UnitFrom::Caption:
        return "caption";
    }
    return "";
}

} // namespace parallax::data
