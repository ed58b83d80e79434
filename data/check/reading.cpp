// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/reading.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace parallax::data {
namespace {

// The byte length of a digit or a point at `i`, in either width; 0 where there is none.
std::size_t digitAt(std::string_view text, std::size_t i) {
    if (isDigit(static_cast<unsigned char>(text[i])))
        return 1;
    const bool wide = text.substr(i, 2) == "\xEF\xBC" && i + 2 < text.size();
    return wide && text[i + 2] >= '\x90' && text[i + 2] <= '\x99' ? 3 : 0;
}

std::size_t pointAt(std::string_view text, std::size_t i) {
    if (text[i] == '.')
        return 1;
    for (const std::string_view point : {"．", "點", "点"})
        if (text.substr(i, point.size()) == point)
            return point.size();
    return 0;
}

// More than three decimals is more than anybody measured: four significant digits count.
double countedResolution(double value, double resolution, int decimals) {
    if (decimals <= 3 || value == 0)
        return resolution;
    return std::max(resolution, std::pow(10.0, std::floor(std::log10(std::abs(value))) - 3));
}

struct Written {
    double value, resolution, nonZeroResolution;
};

Written written(const Decimal& value, double resolution, int decimals) {
    const double number = value.toDouble();
    const double counted = countedResolution(number, resolution, decimals);
    // "$5.00" and "$8.0B" were written to their last digit; the zeros of "$100B" and "45,000" may be padding.
    const double nonZero =
        decimals > 0 || value.isZero() ? counted : std::max(counted, value.lastNonZeroDigit().toDouble());
    return {number, counted, nonZero};
}

Interval strictOf(const Written& w, bool approx) {
    const double half = w.resolution / 2;
    return around(w.value,
                  approx ? std::max({half, w.nonZeroResolution / 2, std::abs(w.value) * 0.1}) : half);
}

Interval looseOf(const Written& w, bool approx, bool result) {
    const double half =
        std::max(w.resolution / 2, std::min(w.nonZeroResolution / 2, std::abs(w.value) * 0.05));
    const Interval plain = around(w.value, result ? std::max(half, w.resolution) : half);
    return approx ? hull(plain, strictOf(w, true)) : plain;
}

// What a bound makes of an interval whose ends are `low` and `high`, both at face.
Interval bounded(const Quantity& q, double low, double high) {
    const bool change = q.dimension == Dimension::Ratio || q.dimension == Dimension::PercentagePoint;
    const double floor = change || high < 0 ? -unbounded : 0.0;
    switch (q.bound) {
    case Bound::AtLeast:
    case Bound::MoreThan:
        return {q.approx ? low - std::abs(low) * 0.1 : low, unbounded};
    case Bound::AtMost:
        return {floor, high};
    case Bound::LessThan: // "nearly 50": a little less, not anything less
        return {q.approx ? std::min(high, high * 0.9) : floor, q.approx ? std::max(high, high * 0.9) : high};
    case Bound::Exact:
    case Bound::Vague:
        break;
    }
    return {low, high};
}

bool isSpan(const Quantity& q) {
    return q.kind == QuantityKind::Range || q.kind == QuantityKind::Interval ||
           (q.kind == QuantityKind::Duration && !q.high.isZero());
}

Reading readingOfEnd(const Quantity& q, const Decimal& value, double resolution, int decimals, bool result) {
    const Written w = written(value, resolution, decimals);
    Reading reading;
    reading.face = reading.faceLow = reading.faceHigh = w.value;
    reading.resolution = w.resolution;
    reading.strict = strictOf(w, q.approx);
    reading.loose = looseOf(w, q.approx, result);
    return reading;
}

struct Ends {
    Reading low, high;
};

Ends endsOf(const Operand& operand, ReadAs readAs) {
    const Quantity& q = operand.quantity;
    const bool result = readAs == ReadAs::Result && (isPercent(q) || isPoints(q));
    const int decimals = writtenDecimals(operand.text);
    const double resolution = std::abs(q.resolution.toDouble());
    const auto endResolution = [&](const Decimal& end) {
        return q.low.exponent == q.high.exponent ? resolution : end.lastDigit().toDouble();
    };
    Ends ends{readingOfEnd(q, q.low, endResolution(q.low), decimals, result),
              readingOfEnd(q, q.high, endResolution(q.high), decimals, result)};
    if (ends.high.face < ends.low.face)
        std::swap(ends.low, ends.high);
    return ends;
}

} // namespace

Operand operandOf(const Quantity& quantity, std::string_view parsed) {
    const std::size_t begin = std::min(quantity.span.begin, parsed.size());
    const std::size_t end = std::clamp(quantity.span.end, begin, parsed.size());
    return {quantity, std::string(parsed.substr(begin, end - begin))};
}

void negate(Quantity& quantity) {
    quantity.value = quantity.value.negated();
    const Decimal low = quantity.low;
    quantity.low = quantity.high.negated();
    quantity.high = low.negated();
    quantity.sign = '-';
}

Operand asPercent(Operand operand) {
    Quantity& quantity = operand.quantity;
    if (quantity.dimension == Dimension::Ratio && quantity.unit.empty()) {
        quantity.value = quantity.value.shifted(2);
        quantity.low = quantity.low.shifted(2);
        quantity.high = quantity.high.shifted(2);
        quantity.resolution = Decimal{1, 0};
        quantity.unit = "%";
        // A spelled fraction is a round word.
        quantity.approx = quantity.approx || quantity.spelled;
    }
    return operand;
}

int writtenDecimals(std::string_view text) noexcept {
    std::size_t i = 0;
    while (i < text.size() && digitAt(text, i) == 0)
        ++i;
    for (std::size_t length = 0; i < text.size(); i += length) {
        length = text[i] == ',' ? 1 : digitAt(text, i);
        if (length == 0)
            break;
    }
    if (i >= text.size() || pointAt(text, i) == 0)
        return 0;
    i += pointAt(text, i);
    int decimals = 0;
    while (i < text.size() && digitAt(text, i) != 0) {
        i += digitAt(text, i);
        ++decimals;
    }
    return decimals;
}

Reading readingOf(const Operand& operand, ReadAs readAs) {
    const Quantity& q = operand.quantity;
    Reading reading;
    if (isSpan(q) || q.bound == Bound::Vague) {
        const Ends ends = endsOf(operand, readAs);
        reading.faceLow = ends.low.face;
        reading.faceHigh = ends.high.face;
        reading.face = (reading.faceLow + reading.faceHigh) / 2;
        reading.resolution = std::max(ends.low.resolution, ends.high.resolution);
        reading.strict = hull(ends.low.strict, ends.high.strict);
        reading.loose = hull(ends.low.loose, ends.high.loose);
        reading.range = true;
        if (q.bound == Bound::Vague) // 數十億: the word's own window
            reading.strict = reading.loose = {reading.faceLow, reading.faceHigh};
    } else {
        const bool result = readAs == ReadAs::Result && (isPercent(q) || isPoints(q));
        reading = readingOfEnd(q, q.value, std::abs(q.resolution.toDouble()), writtenDecimals(operand.text),
                               result);
    }
    if (q.plusMinus) {
        const double half = std::abs(q.plusMinus->toDouble());
        reading.faceLow = reading.face - half;
        reading.faceHigh = reading.face + half;
        reading.strict = around(reading.face, half + reading.resolution / 2);
        reading.loose = hull(reading.loose, reading.strict);
    }
    if (q.bound != Bound::Exact && q.bound != Bound::Vague)
        reading.strict = reading.loose = bounded(q, reading.faceLow, reading.faceHigh);
    return reading;
}

Reading lowEndOf(const Operand& operand, ReadAs readAs) {
    return isSpan(operand.quantity) ? endsOf(operand, readAs).low : readingOf(operand, readAs);
}

Reading highEndOf(const Operand& operand, ReadAs readAs) {
    return isSpan(operand.quantity) ? endsOf(operand, readAs).high : readingOf(operand, readAs);
}

bool isPercent(const Quantity& quantity) noexcept {
    return quantity.dimension == Dimension::Ratio && quantity.unit == "%";
}

bool isPoints(const Quantity& quantity) noexcept {
    return quantity.dimension == Dimension::PercentagePoint;
}

bool isAmount(const Quantity& quantity) noexcept {
    return quantity.kind != QuantityKind::Period && quantity.kind != QuantityKind::Deadline;
}

bool isComparable(const Quantity& a, const Quantity& b) noexcept {
    if (!isAmount(a) || !isAmount(b))
        return false;
    const bool bare = (a.dimension == Dimension::Number && a.unit.empty()) ||
                      (b.dimension == Dimension::Number && b.unit.empty());
    if (bare) // a bare number takes the other's unit, but not its percent sign
        return isPercent(a) == isPercent(b) && isPoints(a) == isPoints(b);
    if (a.dimension != b.dimension)
        return false;
    // ¥ may be yen or yuan: "JPY|CNY" fits either.
    return a.unit == b.unit || a.unit.empty() || b.unit.empty() || a.unit.find(b.unit) != std::string::npos ||
           b.unit.find(a.unit) != std::string::npos;
}

} // namespace parallax::data
