// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/file_ending.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

namespace parallax::ui {
namespace {

// "csv" of "CSV (*.csv)"; none of "All files (*)".
QStringList endingsOf(const QString& filter) {
    static const QRegularExpression pattern(QStringLiteral("\\*\\.([A-Za-z0-9]+)"));
    QStringList endings;
    for (auto match = pattern.globalMatch(filter); match.hasNext();)
        endings << match.next().captured(1).toLower();
    return endings;
}

// What the program writes, so that "prices v1.5" is not taken for a file of kind "5".
bool isKnownEnding(const QString& ending, const QString& filters) {
    static const QStringList known{QStringLiteral("csv"), QStringLiteral("tsv"),  QStringLiteral("xlsx"),
                                   QStringLiteral("md"),  QStringLiteral("json"), QStringLiteral("html"),
                                   QStringLiteral("txt"), QStringLiteral("pdf"),  QStringLiteral("sqlite3")};
    return known.contains(ending) || endingsOf(filters).contains(ending);
}

} // namespace

QString withChosenEnding(const QString& path, const QString& filters, const QString& chosen) {
    const QStringList wanted = endingsOf(chosen);
    if (path.isEmpty() || wanted.isEmpty())
        return path;
    const QString ending = QFileInfo(path).suffix().toLower();
    if (wanted.contains(ending))
        return path;
    const bool known = isKnownEnding(ending, filters);
    if (known && chosen == filters.section(QStringLiteral(";;"), 0, 0))
        return path;
    const QString stem = known ? path.chopped(ending.size() + 1) : path;
    return stem + QLatin1Char('.') + wanted.front();
}

QString fileNameFrom(const QString& caption, const QString& fallback) {
    QString name;
    for (const QChar c : caption.simplified()) {
        const bool refused = c < QChar(0x20) || QStringLiteral("/\\:*?\"<>|").contains(c);
        name.append(refused ? QLatin1Char(' ') : c);
    }
    name = name.simplified().left(80).trimmed();
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? fallback : name;
}

} // namespace parallax::ui
