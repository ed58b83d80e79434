// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_scale.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace parallax::ui {

int ValueScale::tickCount() const {
    return static_cast<int>(std::lround((maximum - minimum) / step)) + 1;
}

static double niceStep(double raw) {
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double fraction = raw / power;
    for (const double nice : {1.0, 2.0, 2.5, 5.0})
        if (fraction <= nice * (1 + 1e-9))
            return nice * power;
    return 10 * power;
}

ValueScale niceScale(double low, double high, Baseline baseline, int ticks) {
    // Beyond this a step of the axis would overflow or vanish; no figure of an article comes near it.
    constexpr double limit = 1e300;
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = 0;
        high = 1;
    }
    low = std::clamp(low, -limit, limit);
    high = std::clamp(high, -limit, limit);
    if (low > high)
        std::swap(low, high);
    if (baseline == Baseline::Zero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    const double size = std::max(std::abs(low), std::abs(high));
    if (high - low <= size * 1e-9) { // one value, or differences below what doubles can show
        const double margin = size > 0 ? size * 0.1 : 1.0;
        low = baseline == Baseline::Zero && low >= 0 ? 0.0 : low - margin;
        high += margin;
    }
    ValueScale scale;
    scale.step = niceStep((high - low) / std::max(1, ticks));
    scale.minimum = std::floor(low / scale.step + 1e-9) * scale.step;
    scale.maximum = std::ceil(high / scale.step - 1e-9) * scale.step;
    return scale;
}

static bool isChinese() {
    return QLocale().language() == QLocale::Chinese;
}

Magnitude magnitudeFor(double largest, const QString& unit) {
    if (unit.startsWith(QLatin1Char('%')) || unit == QLatin1String("s") || unit == QLatin1String("ms"))
        return {};
    const auto word = [](const char* text) { return QCoreApplication::translate("Chart", text); };
    if (largest >= 1e12)
        return {1e12, word(QT_TRANSLATE_NOOP("Chart", "trillion"))};
    if (isChinese()) {
        if (largest >= 1e8)
            return {1e8, word(QT_TRANSLATE_NOOP("Chart", "hundred million"))};
        if (largest >= 1e6)
            return {1e4, word(QT_TRANSLATE_NOOP("Chart", "ten thousand"))};
        return {};
    }
    if (largest >= 1e9)
        return {1e9, word(QT_TRANSLATE_NOOP("Chart", "billion"))};
    if (largest >= 1e6)
        return {1e6, word(QT_TRANSLATE_NOOP("Chart", "million"))};
    return {};
}

// A true minus sign is as wide as a digit and does not read as a hyphen.
static QString withMinus(QString text) {
    if (text.startsWith(QLatin1Char('-')))
        text[0] = QChar(0x2212);
    return text;
}

QString axisText(double value, const ValueScale& scale, const Magnitude& magnitude) {
    const double step = scale.step / magnitude.divisor;
    const double shown = value / magnitude.divisor;
    if (std::abs(shown) >= 1e7 || step < 1e-6)
        return withMinus(QLocale().toString(shown, 'g', 4));
    int decimals = 0;
    for (double scaled = step; decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6; scaled *= 10)
        ++decimals;
    const double rounded = std::abs(shown) < step * 1e-6 ? 0.0 : shown; // no "-0"
    return withMinus(QLocale().toString(rounded, 'f', decimals));
}

QString labelText(double value, const Magnitude& magnitude, int digits) {
    const double shown = value / magnitude.divisor;
    if (shown == 0)
        return QLocale().toString(0);
    const double exponent = std::floor(std::log10(std::abs(shown)));
    if (exponent >= 9 || exponent < -6)
        return withMinus(QLocale().toString(shown, 'g', 4));
    const int decimals = std::clamp(digits - 1 - static_cast<int>(exponent), 0, 8);
    const QLocale locale;
    QString text = locale.toString(shown, 'f', decimals);
    if (decimals > 0) {
        const QString zero = locale.zeroDigit();
        while (text.endsWith(zero))
            text.chop(zero.size());
        if (text.endsWith(locale.decimalPoint()))
            text.chop(locale.decimalPoint().size());
    }
    return withMinus(text);
}

QString rangeText(const QString& low, const QString& high) {
    const QChar minus(0x2212);
    const bool apart = low.startsWith(minus) || high.startsWith(minus);
    return low + (apart ? QStringLiteral("\u2009\u2013\u2009") : QString(QChar(0x2013))) + high;
}

// "$" of "$/hour", "US$" of "US$": what stands before the number. Empty for other units.
static QString currencyOf(const QString& unit) {
    const QString first = unit.section(QLatin1Char('/'), 0, 0);
    const bool is = std::any_of(first.begin(), first.end(),
                                [](QChar c) { return c.category() == QChar::Symbol_Currency; });
    return is ? first : QString();
}

QString fullText(double value, const QString& unit, const Magnitude& magnitude) {
    QString number = labelText(value, magnitude, 6);
    const bool chinese = isChinese();
    const QString currency = currencyOf(unit);
    if (!currency.isEmpty()) {
        const bool negative = number.startsWith(QChar(0x2212));
        number = negative ? number.at(0) + currency + number.mid(1) : currency + number;
    }
    if (!magnitude.word.isEmpty())
        number += chinese ? QLatin1Char(' ') + magnitude.word : QChar(0x00A0) + magnitude.word;
    if (unit.isEmpty() || !currency.isEmpty())
        return number + unit.mid(currency.size()); // "$3.9/hour"
    return unit.startsWith(QLatin1Char('%')) ? number + unit : number + QChar(0x00A0) + unit;
}

QString unitText(const QString& unit, const Magnitude& magnitude) {
    if (magnitude.word.isEmpty())
        return unit;
    if (unit.isEmpty())
        return magnitude.word;
    const QString currency = currencyOf(unit);
    return currency.isEmpty() ? magnitude.word + QLatin1Char(' ') + unit
                              : currency + QLatin1Char(' ') + magnitude.word + unit.mid(currency.size());
}

} // namespace parallax::ui
