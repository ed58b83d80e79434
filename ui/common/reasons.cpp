// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/reasons.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

namespace parallax::ui {

namespace {

struct Reasons {
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

// Known by number: std::strerror answers in the language of the system's locale, which need not be that of
// the interface.
struct SystemReason {
    int number;
    const char* text;
};
constexpr SystemReason systemReasons[] = {
    {EACCES, QT_TRANSLATE_NOOP("Reasons", "permission denied")},
    {EPERM, QT_TRANSLATE_NOOP("Reasons", "not allowed")},
    {EROFS, QT_TRANSLATE_NOOP("Reasons", "the disk is read-only")},
    {ENOENT, QT_TRANSLATE_NOOP("Reasons", "no such file or folder")},
    {EISDIR, QT_TRANSLATE_NOOP("Reasons", "it is a folder")},
    {ENOTDIR, QT_TRANSLATE_NOOP("Reasons", "it is not a folder")},
    {EEXIST, QT_TRANSLATE_NOOP("Reasons", "it exists already")},
    {ENAMETOOLONG, QT_TRANSLATE_NOOP("Reasons", "the name is too long")},
    {ELOOP, QT_TRANSLATE_NOOP("Reasons", "its links lead in a circle")},
    {EIO, QT_TRANSLATE_NOOP("Reasons", "the disk reports an error")},
    {EBUSY, QT_TRANSLATE_NOOP("Reasons", "it is in use")},
    {ENOSPC, QT_TRANSLATE_NOOP("Reasons", "no space is left on the disk")},
    {EFBIG, QT_TRANSLATE_NOOP("Reasons", "it would be too large")},
    {EMFILE, QT_TRANSLATE_NOOP("Reasons", "too many files are open")},
    {ENOMEM, QT_TRANSLATE_NOOP("Reasons", "there is not enough memory")},
};

// Written by our own rooms; %1 stands for what differs.
constexpr const char* ownReasons[] = {
    QT_TRANSLATE_NOOP("Reasons", "a PNG image"),
    QT_TRANSLATE_NOOP("Reasons", "a JPEG image"),
    QT_TRANSLATE_NOOP("Reasons", "a GIF image"),
    QT_TRANSLATE_NOOP("Reasons", "a ZIP archive or Office document"),
    QT_TRANSLATE_NOOP("Reasons", "a gzip archive"),
    QT_TRANSLATE_NOOP("Reasons", "a 7-Zip archive"),
    QT_TRANSLATE_NOOP("Reasons", "a RAR archive"),
    QT_TRANSLATE_NOOP("Reasons", "an SQLite database"),
    QT_TRANSLATE_NOOP("Reasons", "a program"),
    QT_TRANSLATE_NOOP("Reasons", "a GGUF model"),
    QT_TRANSLATE_NOOP("Reasons", "a PostScript document"),
    QT_TRANSLATE_NOOP("Reasons", "an RTF document"),
    QT_TRANSLATE_NOOP("Reasons", "an Office document"),
    QT_TRANSLATE_NOOP("Reasons", "a font"),
    QT_TRANSLATE_NOOP("Reasons", "JSON that is no feed"),
    QT_TRANSLATE_NOOP("Reasons", "XML that is neither a feed nor a page"),
    QT_TRANSLATE_NOOP("Reasons", "not a regular file"),
    QT_TRANSLATE_NOOP("Reasons", "the document defines entities of its own"),
    QT_TRANSLATE_NOOP("Reasons", "unreadable answer"),
    QT_TRANSLATE_NOOP("Reasons", "only http and https addresses are fetched"),
    QT_TRANSLATE_NOOP("Reasons", "more than %1 bytes"),
    QT_TRANSLATE_NOOP("Reasons", "more than %1 redirects"),
    QT_TRANSLATE_NOOP("Reasons", "redirect to %1"),
    QT_TRANSLATE_NOOP("Reasons", "redirect from https to %1"),
    QT_TRANSLATE_NOOP("Reasons", "it is the library itself"),
    QT_TRANSLATE_NOOP("Reasons", "it ran in another form"),
    QT_TRANSLATE_NOOP("Reasons", "an article can hold %1 notes"),
    QT_TRANSLATE_NOOP("Reasons", "more rows or columns than a sheet can hold"),
    QT_TRANSLATE_NOOP("Reasons", "the ending is none of %1"),
    QT_TRANSLATE_NOOP("Reasons", "these articles have no tables"),
};

// How libcurl's remarks begin; what follows are host names, ports and times.
struct NetworkReason {
    const char* begins;
    const char* text;
};
constexpr NetworkReason networkReasons[] = {
    {"Could not resolve host", QT_TRANSLATE_NOOP("Reasons", "no server of this name was found")},
    {"Failed to connect", QT_TRANSLATE_NOOP("Reasons", "the server cannot be reached")},
    {"Connection refused", QT_TRANSLATE_NOOP("Reasons", "the server cannot be reached")},
    {"Connection timed out", QT_TRANSLATE_NOOP("Reasons", "the server did not answer in time")},
    {"Operation timed out", QT_TRANSLATE_NOOP("Reasons", "the server did not answer in time")},
    {"Resolving timed out", QT_TRANSLATE_NOOP("Reasons", "the server did not answer in time")},
    {"SSL certificate problem", QT_TRANSLATE_NOOP("Reasons", "the server's certificate is not trusted")},
};

} // namespace

QString reasonText(const QString& reason) {
    if (reason.isEmpty())
        return reason;
    for (const SystemReason& known : systemReasons)
        if (reason == QString::fromLocal8Bit(std::strerror(known.number)))
            return Reasons::tr(known.text);
    for (const char* known : ownReasons) {
        const QString pattern = QString::fromLatin1(known);
        const qsizetype place = pattern.indexOf(QLatin1String("%1"));
        if (place < 0) {
            if (reason == pattern)
                return Reasons::tr(known);
            continue;
        }
        const qsizetype after = pattern.size() - place - 2;
        if (reason.size() > place + after && reason.startsWith(pattern.left(place)) &&
            reason.endsWith(pattern.right(after)))
            return Reasons::tr(known).arg(reason.mid(place, reason.size() - place - after));
    }
    for (const NetworkReason& known : networkReasons)
        if (reason.startsWith(QLatin1String(known.begins)))
            return Reasons::tr(known.text);
    return reason;
}

} // namespace parallax::ui
