// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/reasons.h"

#include <QCoreApplication>
#include <QStringList>

#include <cerrno>
#include <cstring>
#include <optional>

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
    QT_TRANSLATE_NOOP("Reasons", "no file can be made there"),
    QT_TRANSLATE_NOOP("Reasons", "the file cannot be opened"),
    QT_TRANSLATE_NOOP("Reasons", "the document defines entities of its own"),
    QT_TRANSLATE_NOOP("Reasons", "unreadable answer"),
    QT_TRANSLATE_NOOP("Reasons", "only http and https addresses are fetched"),
    QT_TRANSLATE_NOOP("Reasons", "more than %1 bytes"),
    QT_TRANSLATE_NOOP("Reasons", "more than %1 redirects"),
    QT_TRANSLATE_NOOP("Reasons", "redirect to %1"),
    QT_TRANSLATE_NOOP("Reasons", "redirect from https to %1"),
    QT_TRANSLATE_NOOP("Reasons", "it is the library itself"),
    QT_TRANSLATE_NOOP("Reasons", "its beginning is damaged"),
    QT_TRANSLATE_NOOP("Reasons", "the definition of %1 cannot be read"),
    QT_TRANSLATE_NOOP("Reasons", "it has no %1 any more"),
    QT_TRANSLATE_NOOP("Reasons", "it ran in another form"),
    QT_TRANSLATE_NOOP("Reasons", "an article can hold %1 notes"),
    QT_TRANSLATE_NOOP("Reasons", "more rows or columns than a sheet can hold"),
    QT_TRANSLATE_NOOP("Reasons", "the ending is none of %1"),
    QT_TRANSLATE_NOOP("Reasons", "these articles have no tables"),
    QT_TRANSLATE_NOOP("Reasons", "it has only %1 pages"),
};

// What SQLite finds wrong with a library, and the engine with an endpoint or a run, for whoever meets it in
// the window.
struct UsageReason {
    const char* pattern; // as engine/latency writes it
    const char* text;
};
constexpr UsageReason usageReasons[] = {
    {"the endpoint \"%1\" has no base-url", QT_TRANSLATE_NOOP("Reasons", "“%1” needs an address")},
    {"the endpoint \"%1\" has no model", QT_TRANSLATE_NOOP("Reasons", "“%1” needs a model")},
    {"the endpoint \"%1\" has no region", QT_TRANSLATE_NOOP("Reasons", "“%1” needs a region")},
    {"the endpoint \"%1\" has no %2", QT_TRANSLATE_NOOP("Reasons", "“%1” needs the option %2")},
    {"the option \"%1\" of \"%2\" is no number up to %3",
     QT_TRANSLATE_NOOP("Reasons", "the option %1 of “%2” is no whole number up to %3")},
    {"the %1 of \"%2\" is no number of dollars",
     QT_TRANSLATE_NOOP("Reasons", "the option %1 of “%2” is no number of dollars")},
    {"no price is known for \"%1\": a budget in money cannot be kept (options price-input, price-output)",
     QT_TRANSLATE_NOOP("Reasons",
                       "no price is known for “%1”, so a budget in money cannot be kept; the options "
                       "price-input and price-output say one")},
    {"the device is cpu, cuda or auto, not \"%1\"",
     QT_TRANSLATE_NOOP("Reasons", "the option device is cpu, cuda or auto, not “%1”")},
    {"the arithmetic is fast or contract, not \"%1\"",
     QT_TRANSLATE_NOOP("Reasons", "the option arithmetic is fast or contract, not “%1”")},
    {"the device is cpu or auto, not \"%1\"",
     QT_TRANSLATE_NOOP("Reasons", "the option device is cpu or auto, not “%1”")},
    {"there is no provider \"%1\"", QT_TRANSLATE_NOOP("Reasons", "this version knows no provider “%1”")},
    {"there is no simulated provider \"%1\", only %2",
     QT_TRANSLATE_NOOP("Reasons", "there is no simulated provider “%1”, only %2")},
    {"database disk image is malformed", QT_TRANSLATE_NOOP("Reasons", "its pages do not fit together")},
    {"there is no run %1", QT_TRANSLATE_NOOP("Reasons", "run %1 is not in the library")},
};

// What stands in the places of a pattern, in their order; nothing where it is another sentence.
std::optional<QStringList> matched(const QString& pattern, const QString& reason) {
    QStringList found;
    qsizetype from = 0, at = 0; // in the pattern, in the reason
    for (;;) {
        const qsizetype place = pattern.indexOf(QLatin1Char('%'), from);
        const QString words = pattern.mid(from, place < 0 ? -1 : place - from);
        if (from == 0) {
            if (!reason.startsWith(words))
                return std::nullopt;
            at = words.size();
        } else if (place < 0) { // the last words end it
            if (reason.size() - words.size() <= at || !reason.endsWith(words))
                return std::nullopt;
            found << reason.mid(at, reason.size() - words.size() - at);
            return found;
        } else {
            const qsizetype next = reason.indexOf(words, at + 1);
            if (next < 0)
                return std::nullopt;
            found << reason.mid(at, next - at);
            at = next + words.size();
        }
        if (place < 0)
            return at == reason.size() ? std::optional(found) : std::nullopt;
        from = place + 2;
    }
}

// %1 to %9 in one pass, so that a "%2" in somebody's name stays one.
QString filled(const QString& text, const QStringList& values) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].digitValue() : 0;
        if (number < 1 || number > values.size()) {
            out += text[i];
            continue;
        }
        out += values[number - 1];
        ++i;
    }
    return out;
}

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
    for (const char* known : ownReasons)
        if (const auto values = matched(QString::fromLatin1(known), reason))
            return filled(Reasons::tr(known), *values);
    for (const UsageReason& known : usageReasons)
        if (const auto values = matched(QString::fromUtf8(known.pattern), reason))
            return filled(Reasons::tr(known.text), *values);
    for (const NetworkReason& known : networkReasons)
        if (reason.startsWith(QLatin1String(known.begins)))
            return Reasons::tr(known.text);
    return reason;
}

} // namespace parallax::ui
