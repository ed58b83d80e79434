// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projections/stated_change.h"

#include <charconv>
#include <cmath>
#include <string>

#include "data/table/figure_value.h"

namespace parallax::ui {

WrittenInterval writtenInterval(std::string_view text, double value) {
    std::size_t at = 0;
    while (at < text.size() && (text[at] < '0' || text[at] > '9'))
        ++at;
    if (at == text.size()) // digits of another script: as exact as it stands
        return {value, value};
    std::string digits;
    int decimals = 0;
    bool point = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        const bool digitFollows = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (c >= '0' && c <= '9') {
            digits += c;
            decimals += point ? 1 : 0;
        } else if (c == '.' && !point && digitFollows) {
            point = true;
            digits += c;
        } else if (c != ',' || point || !digitFollows) {
            break;
        }
    }
    double written = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), written);
    const double scale = written > 0 && value != 0 ? std::abs(value) / written : 1;
    const double half = 0.5 * std::pow(10.0, -decimals) * scale;
    return {value - half, value + half};
}

namespace {

// "$5-7B": its ends are rounded alike.
WrittenInterval figureInterval(std::string_view text, double middle) {
    const auto range = data::figureValue(text);
    if (!range || range->low == range->high)
        return writtenInterval(text, middle);
    const double half = writtenInterval(text, range->low).high - range->low;
    return {range->low - half, range->high + half};
}

} // namespace

ChangeComparison compareChange(const data::MarketFigure& figure) {
    ChangeComparison result;
    const WrittenInterval current = figureInterval(figure.currentText, figure.current);
    const WrittenInterval projected = figureInterval(figure.projectedText, figure.projected);
    const WrittenInterval points = {projected.low - current.high, projected.high - current.low};
    // A change from zero or across it has no percentage.
    const bool relative = current.low > 0 && projected.low >= 0;
    const WrittenInterval percent = relative ? WrittenInterval{100 * (projected.low / current.high - 1),
                                                               100 * (projected.high / current.low - 1)}
                                             : WrittenInterval{};
    if (!relative && !figure.isShare())
        return result;
    result.recomputed = figure.isShare() ? points : percent;
    const auto stated = data::figureValue(std::string_view(figure.statedChange));
    if (!stated || (stated->unit != "%" && (stated->unit != "pp" || !figure.isShare())))
        return result;
    // "+20-25%" states a range: its ends are rounded alike.
    const double half = (writtenInterval(figure.statedChange, stated->low).high - stated->low);
    const double low = stated->low - half;
    const double high = stated->high + half;
    const auto meets = [&](const WrittenInterval& interval) {
        constexpr double tolerance = 1e-9; // of the arithmetic
        return low <= interval.high + tolerance && interval.low <= high + tolerance;
    };
    const bool meet = meets(result.recomputed) || (stated->unit == "%" && relative && meets(percent));
    result.agreement = meet ? Agreement::Agrees : Agreement::Differs;
    return result;
}

} // namespace parallax::ui
