// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

#include "base/utf8.h"

namespace parallax::ui {

// A title or name to be shown; what is looked up by it takes fromUtf8().
inline QString nameFromUtf8(std::string_view text) {
    return QString::fromStdString(withoutTurns(text));
}

inline QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string toStdString(const QString& text) {
    return text.toStdString();
}

// As a menu shows it: an ampersand there would underline what follows.
inline QString menuText(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

// By the interface language's locale: 12,345; 1.5; April 2026 / 2026年4月; 3 min 20 s.
QString formatCount(qint64 count);
QString formatNumber(double value, int decimals = -1);
QString formatMonth(std::string_view yearMonth);        // "2026-04"
QString formatMonthShortly(std::string_view yearMonth); // Apr 2026 / 2026年4月: for narrow places
QString formatDay(std::string_view isoDay);
QString formatDayShortly(std::string_view isoDay); // without the year when it is this one: for narrow places
QString formatInstant(std::string_view isoUtc);    // in local time
QString formatBytes(qint64 bytes);
QString formatDuration(qint64 milliseconds);

} // namespace parallax::ui
