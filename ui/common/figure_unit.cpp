// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/figure_unit.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct Sign {
    std::string_view code;
    const char* sign;
};
// The signs that stand alone for their currency; others keep their code.
constexpr std::array<Sign, 9> signs{{{"USD", "$"},
                                     {"EUR", "€"},
                                     {"GBP", "£"},
                                     {"CNY", "CN¥"},
                                     {"JPY", "JP¥"},
                                     {"TWD", "NT$"},
                                     {"HKD", "HK$"},
                                     {"KRW", "₩"},
                                     {"JPY|CNY", "¥"}}};

struct Step {
    double size;
    const char* prefix;
};
constexpr std::array<Step, 9> steps{{{1e18, "E"},
                                     {1e15, "P"},
                                     {1e12, "T"},
                                     {1e9, "G"},
                                     {1e6, "M"},
                                     {1e3, "k"},
                                     {1, ""},
                                     {1e-3, "m"},
                                     {1e-6, "µ"}}};

bool takesPrefix(std::string_view unit) {
    constexpr std::array<std::string_view, 7> known{"B", "W", "Wh", "Hz", "FLOP/s", "bit/s", "B/s"};
    return std::ranges::find(known, unit) != known.end();
}

ShownUnit prefixed(const char* unit, double largest, double smallest) {
    if (largest > 0)
        for (const Step& step : steps)
            if (largest >= step.size && step.size >= smallest)
                return {QString::fromUtf8(step.prefix) + QLatin1String(unit), step.size};
    return {QString::fromLatin1(unit), 1};
}

ShownUnit time(double largest) {
    if (largest > 0 && largest < 1)
        return largest < 1e-3 ? ShownUnit{QStringLiteral("µs"), 1e-6} : ShownUnit{QStringLiteral("ms"), 1e-3};
    if (largest < 600)
        return {QStringLiteral("s"), 1};
    return largest < 36'000 ? ShownUnit{QStringLiteral("min"), 60} : ShownUnit{QStringLiteral("h"), 3600};
}

bool isCurrencySign(const QString& unit) {
    return !unit.isEmpty() && unit.back().category() == QChar::Symbol_Currency;
}

// "18B": powers of a thousand that analysts write as letters.
double fourDigits(double value) {
    if (value == 0 || !std::isfinite(value))
        return value;
    const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
    return std::isfinite(scale) && scale > 0 ? std::round(value * scale) / scale : value;
}

QString number(double value, int decimals) {
    return decimals < 0 ? formatNumber(fourDigits(value)) : formatNumber(value, decimals);
}

QString compact(double value, int decimals) {
    static constexpr std::array<Step, 4> sizes{{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "K"}}};
    for (const Step& step : sizes)
        if (std::abs(value) >= step.size)
            return number(value / step.size, decimals) + QLatin1String(step.prefix);
    return number(value, decimals);
}

} // namespace

ShownUnit shownUnit(const std::string& unit, double largest) {
    if (unit == "s")
        return time(largest);
    if (unit == "m")
        return largest < 1e-6 && largest > 0 ? ShownUnit{QStringLiteral("nm"), 1e-9}
               : largest >= 1e3              ? ShownUnit{QStringLiteral("km"), 1e3}
                                             : ShownUnit{QStringLiteral("m"), 1};
    if (takesPrefix(unit))
        return prefixed(unit.c_str(), largest, 1);
    const auto slash = unit.find('/');
    const std::string_view head = std::string_view(unit).substr(0, slash);
    const auto sign = std::ranges::find(signs, head, &Sign::code);
    QString text = sign != signs.end() ? QString::fromUtf8(sign->sign) : fromUtf8(head);
    double factor = 1;
    if (slash != std::string::npos) {
        // Prices of tokens are told by the million: $5 per 1M tokens, not $0.000005.
        const bool tokens = unit.compare(slash + 1, std::string::npos, "token") == 0;
        if (tokens && sign != signs.end() && largest < 0.01) {
            factor = 1e-6;
            text += QStringLiteral("/1M tokens");
        } else {
            text += fromUtf8(std::string_view(unit).substr(slash));
        }
    }
    return {text, factor};
}

QString figureText(double value, const std::string& unit, int decimals) {
    if (unit == "day") {
        const QDate date = QDate(1970, 1, 1).addDays(static_cast<qint64>(value));
        return formatDay(date.toString(Qt::ISODate).toStdString());
    }
    const ShownUnit shown = shownUnit(unit, std::abs(value));
    const double scaled = value / shown.factor;
    if (shown.text.isEmpty())
        return compact(scaled, decimals);
    if (shown.text.startsWith(QLatin1Char('%')))
        return number(scaled, decimals) + shown.text;
    const auto slash = shown.text.indexOf(QLatin1Char('/'));
    const QString head = slash < 0 ? shown.text : shown.text.left(slash);
    if (isCurrencySign(head)) {
        const QString text = compact(std::abs(scaled), decimals);
        return (scaled < 0 ? QStringLiteral("−") : QString()) + head + text +
               (slash < 0 ? QString() : shown.text.mid(slash));
    }
    // A prefix has taken the thousands where the unit has one.
    return (shown.factor == 1 ? compact(scaled, decimals) : number(scaled, decimals)) + QChar(0x00A0) +
           shown.text;
}

} // namespace parallax::ui
