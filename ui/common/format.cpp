// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace parallax::ui {

namespace {

bool isChineseLocale() {
    return QLocale().language() == QLocale::Chinese;
}

} // namespace

QString formatCount(qint64 count) {
    return QLocale().toString(count);
}

QString formatNumber(double value, int decimals) {
    const QLocale locale;
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (decimals >= 0)
        return locale.toString(value, 'f', decimals);
    // The shortest text that reads back as the same number, without an exponent for everyday magnitudes.
    const double magnitude = std::abs(value);
    if (magnitude != 0 && (magnitude >= 1e15 || magnitude < 1e-6))
        return locale.toString(value, 'g', QLocale::FloatingPointShortest);
    return locale.toString(value, 'f', QLocale::FloatingPointShortest);
}

QString formatMonth(std::string_view yearMonth) {
    QString text = fromUtf8(yearMonth);
    const QDate month = QDate::fromString(text + QStringLiteral("-01"), Qt::ISODate);
    if (!month.isValid())
        return text;
    return QLocale().toString(month,
                              isChineseLocale() ? QStringLiteral("yyyy年M月") : QStringLiteral("MMMM yyyy"));
}

QString formatMonthShortly(std::string_view yearMonth) {
    const QDate month = QDate::fromString(fromUtf8(yearMonth) + QStringLiteral("-01"), Qt::ISODate);
    return month.isValid() && !isChineseLocale() ? QLocale().toString(month, QStringLiteral("MMM yyyy"))
                                                 : formatMonth(yearMonth);
}

QString formatDay(std::string_view isoDay) {
    QString text = fromUtf8(isoDay);
    const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    if (!day.isValid())
        return text;
    return QLocale().toString(day, isChineseLocale() ? QStringLiteral("yyyy年M月d日")
                                                     : QStringLiteral("d MMM yyyy"));
}

QString formatDayShortly(std::string_view isoDay) {
    const QDate day = QDate::fromString(fromUtf8(isoDay).left(10), Qt::ISODate);
    if (!day.isValid() || day.year() != QDate::currentDate().year())
        return formatDay(isoDay);
    return QLocale().toString(day, isChineseLocale() ? QStringLiteral("M月d日") : QStringLiteral("d MMM"));
}

QString formatInstant(std::string_view isoUtc) {
    QString text = fromUtf8(isoUtc);
    QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!instant.isValid())
        return text;
    if (instant.timeSpec() == Qt::LocalTime) // written without a zone: our instants are UTC
        instant.setTimeSpec(Qt::UTC);
    const QDateTime local = instant.toLocalTime();
    return QLocale().toString(local, isChineseLocale() ? QStringLiteral("yyyy年M月d日 HH:mm")
                                                       : QStringLiteral("d MMM yyyy HH:mm"));
}

QString formatBytes(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString formatDuration(qint64 milliseconds) {
    const auto text = [](const char* source) { return QCoreApplication::translate("Format", source); };
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (milliseconds < 1000)
        return text(QT_TRANSLATE_NOOP("Format", "%1 ms")).arg(formatCount(milliseconds));
    if (seconds < 60)
        return text(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(seconds);
    if (seconds < 3600)
        return text(QT_TRANSLATE_NOOP("Format", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
    return text(QT_TRANSLATE_NOOP("Format", "%1 h %2 min"))
        .arg(formatCount(seconds / 3600))
        .arg(seconds % 3600 / 60);
}

} // namespace parallax::ui
