// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sentences.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

#include "ui/common/format.h"

namespace parallax::ui {

namespace {

QString tr(const char* source) {
    return QCoreApplication::translate("Sentences", source);
}

// %1 … %9 replaced in one pass, so that a "%2" inside a file name stays one.
QString filled(const QString& pattern, const std::vector<std::string>& args) {
    QString result;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isPlace =
            pattern[at] == QLatin1Char('%') && at + 1 < pattern.size() && pattern[at + 1].isDigit();
        if (!isPlace) {
            result += pattern[at];
            continue;
        }
        const auto number = static_cast<std::size_t>(pattern[at + 1].digitValue());
        result += number >= 1 && number <= args.size() ? fromUtf8(args[number - 1]) : QStringLiteral("?");
        ++at;
    }
    return result;
}

std::vector<std::string> withBytes(std::vector<std::string> args,
                                   std::initializer_list<std::size_t> positions) {
    for (const std::size_t position : positions) {
        if (position >= args.size())
            continue;
        bool isNumber = false;
        const qint64 bytes = fromUtf8(args[position]).toLongLong(&isNumber);
        if (isNumber)
            args[position] = formatBytes(bytes).toStdString();
    }
    return args;
}

struct Pattern {
    QString wentWrong;
    QString nextStep;
};

// No default: the compiler names a code that has no sentence here.
Pattern patternOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::Cancelled:
        return {tr("It was cancelled."), tr("What was finished before is kept.")};
    case ErrorCode::FileNotFound:
        return {tr("“%1” is not there."),
                tr("Check the name, or whether the disk or network folder is connected.")};
    case ErrorCode::FileUnreadable:
        return {tr("“%1” cannot be read: %2."),
                tr("Check its permissions, or copy it elsewhere and try again.")};
    case ErrorCode::FileUnwritable:
        return {tr("“%1” cannot be written: %2."), tr("Choose another folder or change its permissions.")};
    case ErrorCode::FileTooLarge:
        return {tr("“%1” has %2; the limit is %3."), tr("Split it, or export only the part that is needed.")};
    case ErrorCode::DiskFull:
        return {tr("There is no space left on the disk of “%1”."),
                tr("Nothing was damaged. Free some space and try again.")};
    case ErrorCode::TextLost:
        return {tr("“%1” has lost %2 of its characters; they were replaced by question marks before it was "
                   "saved."),
                tr("Save the page again as UTF-8, or as HTML.")};
    case ErrorCode::EncodingUnknown:
        return {tr("The character encoding of “%1” cannot be told."), tr("Save it again as UTF-8.")};
    case ErrorCode::FormatUnknown:
        return {tr("“%1” is none of the formats that can be read; it looks like %2."),
                tr("Text, Markdown, HTML, PDF, RSS, Atom, JSON Feed and OPML can be imported.")};
    case ErrorCode::DocumentEmpty:
        return {tr("“%1” has no text."), tr("If it is a scan, run character recognition on it first.")};
    case ErrorCode::DocumentTooDeep:
        return {tr("“%1” nests %3 levels deep at line %2; the limit is %4."),
                tr("Such files are made to bring programs down; it was not opened.")};
    case ErrorCode::DocumentTableTooLarge:
        return {tr("A table of “%1” at line %2 has %3 cells; the limit is %4."),
                tr("Export the table as CSV and open it in a spreadsheet instead.")};
    case ErrorCode::DocumentMalformed:
        return {tr("“%1” is not well formed at line %2: %3."), tr("Save it again from where it came from.")};
    case ErrorCode::DocumentEncrypted:
        return {tr("“%1” is protected by a password."), tr("Remove the password and import it again.")};
    case ErrorCode::ParserCrashed:
        return {tr("Reading “%1” brought the parser down (%2)."),
                tr("Only this file is affected. It may be damaged or made to do harm.")};
    case ErrorCode::ParserTimedOut:
        return {tr("Reading “%1” took longer than %2 seconds and was stopped."),
                tr("Only this file is affected. A simpler form of it, such as plain text, may work.")};
    case ErrorCode::ParserOutOfMemory:
        return {tr("Reading “%1” needed more memory than the limit of %2."),
                tr("Only this file is affected. Split it, or save it as plain text.")};
    case ErrorCode::FetchFailed:
        return {tr("“%1” could not be fetched: %2."),
                tr("Check the address and the network, then try again.")};
    case ErrorCode::FetchRefused:
        return {tr("“%1” was not fetched: %2."), tr("Save the page with a browser and import the file.")};
    case ErrorCode::LibraryUnopenable:
        return {tr("The library “%1” cannot be opened: %2."),
                tr("Check the folder, or choose another library.")};
    case ErrorCode::LibraryNotALibrary:
        return {tr("“%1” is not a Parallax library."), tr("It was not changed. Choose another file.")};
    case ErrorCode::LibraryDamaged:
        return {tr("The library “%1” is damaged: %2."),
                tr("It was not changed. Restore the newest snapshot, or choose another library.")};
    case ErrorCode::LibraryNewer:
        return {tr("The library “%1” was made by a newer version (format %2; this version understands %3)."),
                tr("It is open for reading only. Update Parallax to change it.")};
    case ErrorCode::LibraryReadOnly:
        return {tr("The library “%1” can be read but not changed."),
                tr("Check the permissions of the file and folder.")};
    case ErrorCode::LibraryBusy:
        return {tr("Another program kept the library “%1” busy for %2 seconds."),
                tr("Nothing was lost. Try again when it has finished.")};
    case ErrorCode::LibraryFailed:
        return {tr("The library “%1” did not do what was asked: %2."),
                tr("Try again; if it stays so, check the library in the settings.")};
    case ErrorCode::MigrationFailed:
        return {tr("The library “%1” could not be brought to the present format (step %2): %3."),
                tr("It was left as it was; a backup lies at “%4”.")};
    case ErrorCode::BackupFailed:
        return {tr("The library “%1” could not be copied: %2."),
                tr("Check the space and permissions of the folder.")};
    case ErrorCode::RestoreFailed:
        return {tr("“%1” could not be restored: %2."), tr("The library is as it was. Try another snapshot.")};
    case ErrorCode::ArticleNotFound:
        return {tr("Article %1 is not in the library."),
                tr("It may have been removed; search for its title.")};
    case ErrorCode::TableNotFound:
        return {tr("Table %1 is not in the library."),
                tr("Its article may have been removed or imported anew.")};
    case ErrorCode::QueryInvalid:
        return {tr("The search “%1” cannot be understood: %2."), tr("Use plain words, or quote a phrase.")};
    case ErrorCode::ExportFailed:
        return {tr("“%1” could not be exported: %2."), tr("Choose another folder or format.")};
    case ErrorCode::LanguageUnavailable:
        return {tr("Article %1 has no edition in %2."),
                tr("Choose another language, or import that edition.")};
    case ErrorCode::Usage:
        return {tr("%1."), tr("“parallax --help” shows what can be said.")};
    case ErrorCode::Unexpected:
        return {tr("Something unexpected happened: %1."),
                tr("Your library is safe. Please report what you were doing.")};
    }
    return {};
}

struct IssuePattern {
    const char* code;
    const char* text;
};

// Codes of data::ParseIssue. A test reads data/ for codes and fails on one that is missing here.
constexpr IssuePattern issuePatterns[] = {
    {"bozo", QT_TRANSLATE_NOOP("Sentences", "“%1” is ill-formed and was read as far as it could be.")},
    {"encoding-guessed", QT_TRANSLATE_NOOP("Sentences", "The encoding was guessed to be %1 (certainty %2).")},
    {"item-skipped",
     QT_TRANSLATE_NOOP("Sentences", "The text of “%1” could not be read; its title was kept.")},
    {"items-limit", QT_TRANSLATE_NOOP("Sentences", "Only the first %1 entries were read.")},
    {"markdown-too-costly",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” would take too long to read as Markdown and was read as plain text.")},
    {"mojibake",
     QT_TRANSLATE_NOOP("Sentences",
                       "The text reads “%1” where “%2” was meant: it was saved in a wrong encoding.")},
    {"split-uncertain",
     QT_TRANSLATE_NOOP("Sentences", "Where “%1” ends and what follows begins was guessed.")},
    {"text-lost",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” has lost %2 of its characters; they were gone before it was saved.")},
};

} // namespace

Sentence sentenceParts(const Error& error) {
    std::vector<std::string> args = error.args();
    if (error.code() == ErrorCode::FileTooLarge)
        args = withBytes(std::move(args), {1, 2});
    if (error.code() == ErrorCode::ParserOutOfMemory)
        args = withBytes(std::move(args), {1});
    const Pattern pattern = patternOf(error.code());
    return {filled(pattern.wentWrong, args), filled(pattern.nextStep, args)};
}

QString sentence(const Error& error) {
    const Sentence parts = sentenceParts(error);
    if (parts.nextStep.isEmpty())
        return parts.wentWrong;
    //: What went wrong, then what to do about it: two whole sentences.
    return QCoreApplication::translate("Sentences", "%1 %2").arg(parts.wentWrong, parts.nextStep);
}

QString sentence(const data::ParseIssue& issue) {
    for (const IssuePattern& pattern : issuePatterns)
        if (issue.code == pattern.code)
            return filled(tr(pattern.text), issue.args);
    QStringList args;
    for (const std::string& arg : issue.args)
        args.append(fromUtf8(arg));
    return tr("The parser remarked “%1” (%2).").arg(fromUtf8(issue.code), args.join(QStringLiteral(", ")));
}

bool hasSentence(const std::string& parseIssueCode) {
    return std::any_of(std::begin(issuePatterns), std::end(issuePatterns),
                       [&](const IssuePattern& pattern) { return parseIssueCode == pattern.code; });
}

QString languageName(data::Language language) {
    switch (language) {
    case data::Language::English:
        return tr("English");
    case data::Language::TraditionalChinese:
        return tr("Traditional Chinese");
    case data::Language::SimplifiedChinese:
        return tr("Simplified Chinese");
    case data::Language::Mixed:
        return tr("Several languages");
    case data::Language::Other:
        return tr("Another language");
    case data::Language::Unknown:
        return tr("Unknown language");
    }
    return {};
}

Issue issueFrom(const QString& doing, const Error& error) {
    const Sentence parts = sentenceParts(error);
    Issue issue;
    issue.severity = error.code() == ErrorCode::Cancelled ? Severity::Note : Severity::Error;
    //: What was being done, then what went wrong.
    issue.text = doing.isEmpty() ? parts.wentWrong : tr("%1: %2").arg(doing, parts.wentWrong);
    issue.detail = parts.nextStep;
    return issue;
}

} // namespace parallax::ui
