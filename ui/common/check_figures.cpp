// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/check_figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/common/chart_scale.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct CheckFigures {
    Q_DECLARE_TR_FUNCTIONS(CheckFigures)
};

// Of spans of time, as a reader writes them behind a number: "1 month", "20 months".
struct TimeWord {
    const char* unit;
    const char* one;
    const char* many;
};
constexpr auto timeWords = std::to_array<TimeWord>({
    {"day", QT_TRANSLATE_NOOP("CheckFigures", "day"), QT_TRANSLATE_NOOP("CheckFigures", "days")},
    {"week", QT_TRANSLATE_NOOP("CheckFigures", "week"), QT_TRANSLATE_NOOP("CheckFigures", "weeks")},
    {"month", QT_TRANSLATE_NOOP("CheckFigures", "month"), QT_TRANSLATE_NOOP("CheckFigures", "months")},
    {"quarter", QT_TRANSLATE_NOOP("CheckFigures", "quarter"), QT_TRANSLATE_NOOP("CheckFigures", "quarters")},
    {"year", QT_TRANSLATE_NOOP("CheckFigures", "year"), QT_TRANSLATE_NOOP("CheckFigures", "years")},
    {"hour", QT_TRANSLATE_NOOP("CheckFigures", "hour"), QT_TRANSLATE_NOOP("CheckFigures", "hours")},
    {"minute", QT_TRANSLATE_NOOP("CheckFigures", "minute"), QT_TRANSLATE_NOOP("CheckFigures", "minutes")},
});

// What a reader knows a currency by; others keep their code behind the number.
QString signOf(const std::string& unit, double value) {
    for (const TimeWord& word : timeWords)
        if (unit == word.unit)
            return QCoreApplication::translate("CheckFigures", std::abs(value) == 1 ? word.one : word.many);
    static constexpr std::array<std::pair<const char*, const char*>, 10> signs{{{"USD", "$"},
                                                                                {"EUR", "€"},
                                                                                {"GBP", "£"},
                                                                                {"CNY", "CN¥"},
                                                                                {"JPY", "JP¥"},
                                                                                {"TWD", "NT$"},
                                                                                {"HKD", "HK$"},
                                                                                {"KRW", "₩"},
                                                                                {"INR", "₹"},
                                                                                {"SGD", "S$"}}};
    for (const auto& [code, sign] : signs)
        if (unit == code)
            return QString::fromUtf8(sign);
    return fromUtf8(unit);
}

QString withUnit(const QString& number, const std::string& unit) {
    if (unit == "x")
        return number + QChar(0x00D7);
    if (unit == "pp")
        return number + QChar(0x00A0) + CheckFigures::tr("pp");
    return {};
}

QString number(double value, const Magnitude& magnitude) {
    return labelText(value, magnitude, 4);
}

Magnitude magnitudeOf(double largest, const std::string& unit) {
    return unit == "x" || unit == "pp" ? Magnitude{1, {}} : magnitudeFor(largest, signOf(unit, largest));
}

} // namespace

QString unitSign(const std::string& unit) {
    if (unit == "x")
        return QString(QChar(0x00D7));
    return unit == "pp" ? CheckFigures::tr("pp") : signOf(unit, 2);
}

QString figureText(double value, const std::string& unit) {
    if (!std::isfinite(value))
        return QString(QChar(0x2013));
    // Below ten thousand a figure is short enough as it is.
    const Magnitude magnitude = magnitudeOf(std::abs(value), unit);
    if (QString own = withUnit(number(value, magnitude), unit); !own.isEmpty())
        return own;
    // fullText keeps six digits for labels of a chart; four tell as much as a recomputed figure holds.
    const double shown = value / magnitude.divisor;
    const double size = shown == 0 ? 1 : std::pow(10.0, std::floor(std::log10(std::abs(shown))) - 3);
    const double rounded = std::round(shown / size) * size * magnitude.divisor;
    return fullText(rounded, signOf(unit, rounded), magnitude);
}

QString intervalText(const data::Interval& interval, const std::string& unit) {
    const bool low = std::isfinite(interval.low);
    const bool high = std::isfinite(interval.high);
    if (!low && !high)
        return {};
    if (!high)
        return CheckFigures::tr("at least %1").arg(figureText(interval.low, unit));
    if (!low)
        return CheckFigures::tr("at most %1").arg(figureText(interval.high, unit));
    const Magnitude magnitude = magnitudeOf(std::max(std::abs(interval.low), std::abs(interval.high)), unit);
    const QString from = number(interval.low, magnitude);
    const QString to = number(interval.high, magnitude);
    if (from == to)
        return figureText(interval.high, unit);
    QString range = rangeText(from, to);
    if (QString own = withUnit(range, unit); !own.isEmpty())
        return own;
    // The unit stands where it stands with a single figure: "$1.6–1.8 billion", "69.3–72.7%".
    QString text = fullText(interval.high, signOf(unit, interval.high), magnitude);
    const QString single = labelText(interval.high, magnitude, 6);
    const qsizetype at = text.indexOf(single.startsWith(QChar(0x2212)) ? single.mid(1) : single);
    if (at < 0)
        return range;
    const bool negative = single.startsWith(QChar(0x2212));
    if (negative && text.startsWith(QChar(0x2212)))
        text.remove(0, 1);
    const qsizetype start = text.indexOf(negative ? single.mid(1) : single);
    text.replace(start, (negative ? single.mid(1) : single).size(), range);
    return text;
}

QString computedText(const data::Check& check) {
    QString range = check.strict ? intervalText(*check.strict, check.unit) : QString();
    if (!check.face)
        return range;
    const QString face = figureText(*check.face, check.unit);
    return range.isEmpty() || range == face ? face : CheckFigures::tr("%1 (%2)").arg(face, range);
}

QString statedText(const data::Check& check) {
    if (!check.statement.empty() && !check.statement.front().quote.empty())
        return fromUtf8(check.statement.front().quote).simplified();
    return check.stated ? intervalText(*check.stated, check.unit) : QString();
}

bool provesLittle(const data::Check& check) {
    if (!check.strict || !check.face || check.power <= 0)
        return false;
    return check.power >= std::abs(*check.face) / 2;
}

} // namespace parallax::ui
