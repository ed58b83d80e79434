// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sentences.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "ui/common/format.h"
#include "ui/common/reasons.h"

namespace parallax::ui {

namespace {

// The context of every sentence here. A free function called tr would be collected under the namespace and
// its strings never found again.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

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
        if (number < 1 || number > args.size())
            result += QLatin1Char('?');
        else // the first names the thing: a path, an address, an id
            result += number == 1 ? nameFromUtf8(args[0]) : reasonText(nameFromUtf8(args[number - 1]));
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
        return {Sentences::tr("It was cancelled."), Sentences::tr("What was finished before is kept.")};
    case ErrorCode::FileNotFound:
        return {Sentences::tr("“%1” is not there."),
                Sentences::tr("Check the name, or whether the disk or network folder is connected.")};
    case ErrorCode::FileUnreadable:
        return {Sentences::tr("“%1” cannot be read: %2."),
                Sentences::tr("Check its permissions, or copy it elsewhere and try again.")};
    case ErrorCode::FileUnwritable:
        return {Sentences::tr("“%1” cannot be written: %2."),
                Sentences::tr("Choose another folder or change its permissions.")};
    case ErrorCode::FileTooLarge:
        return {Sentences::tr("“%1” has %2; the limit is %3."),
                Sentences::tr("Split it, or export only the part that is needed.")};
    case ErrorCode::DiskFull:
        return {Sentences::tr("There is no space left on the disk of “%1”."),
                Sentences::tr("Nothing was damaged. Free some space and try again.")};
    case ErrorCode::TextLost:
        return {Sentences::tr("“%1” has lost %2 of its characters; they were replaced by question marks or "
                              "replacement characters before it was "
                              "saved."),
                Sentences::tr("Save the page again as UTF-8, or as HTML.")};
    case ErrorCode::EncodingUnknown:
        return {Sentences::tr("The character encoding of “%1” cannot be told."),
                Sentences::tr("Save it again as UTF-8.")};
    case ErrorCode::FormatUnknown:
        return {
            Sentences::tr("“%1” is none of the formats that can be read; it looks like %2."),
            Sentences::tr("Text, Markdown, HTML, PDF, CSV, RSS, Atom, JSON Feed and OPML can be imported.")};
    case ErrorCode::DocumentEmpty:
        return {
            Sentences::tr("“%1” has no text."),
            Sentences::tr("If it is a scan, run character recognition on it first. If it is a page that a "
                          "script fills in, save it as the browser shows it.")};
    case ErrorCode::DocumentTooDeep:
        return {Sentences::tr("“%1” nests %3 levels deep at line %2; the limit is %4."),
                Sentences::tr("Such files are made to bring programs down; it was not opened.")};
    case ErrorCode::DocumentTableTooLarge:
        return {Sentences::tr("A table of “%1” at line %2 has %3 cells; the limit is %4."),
                Sentences::tr("Export the table as CSV and open it in a spreadsheet instead.")};
    case ErrorCode::DocumentTagTooLarge:
        return {Sentences::tr("A tag of “%1” at line %2 has %3 attributes; the limit is %4."),
                Sentences::tr("Such files are made to bring programs down; it was not opened.")};
    case ErrorCode::DocumentMalformed:
        return {Sentences::tr("“%1” is not well formed at line %2: %3."),
                Sentences::tr("Save it again from where it came from.")};
    case ErrorCode::DocumentEncrypted:
        return {Sentences::tr("“%1” is protected by a password."),
                Sentences::tr("Remove the password and import it again.")};
    case ErrorCode::ParserCrashed:
        return {Sentences::tr("Reading “%1” brought the parser down (%2)."),
                Sentences::tr("Only this file is affected. It may be damaged or made to do harm.")};
    case ErrorCode::ParserTimedOut:
        return {
            Sentences::tr("Reading “%1” took longer than %2 seconds and was stopped."),
            Sentences::tr("Only this file is affected. A simpler form of it, such as plain text, may work.")};
    case ErrorCode::ParserOutOfMemory:
        return {Sentences::tr("Reading “%1” needed more memory than the limit of %2."),
                Sentences::tr("Only this file is affected. Split it, or save it as plain text.")};
    case ErrorCode::FetchFailed:
        return {Sentences::tr("“%1” could not be fetched: %2."),
                Sentences::tr("Check the address and the network, then try again.")};
    case ErrorCode::FetchRefused:
        return {Sentences::tr("“%1” was not fetched: %2."),
                Sentences::tr("Save the page with a browser and import the file.")};
    case ErrorCode::LibraryUnopenable:
        return {Sentences::tr("The library “%1” cannot be opened: %2."),
                Sentences::tr("Check the folder, or choose another library.")};
    case ErrorCode::LibraryNotALibrary:
        return {Sentences::tr("“%1” is not a Parallax library."),
                Sentences::tr("It was not changed. Choose another file.")};
    case ErrorCode::LibraryDamaged:
        return {Sentences::tr("The library “%1” is damaged: %2."),
                Sentences::tr("It was not changed. Restore the newest snapshot, or choose another library.")};
    case ErrorCode::LibraryOlder:
        return {
            Sentences::tr("The library “%1” is from an older version and must be brought up to date first."),
            Sentences::tr("Open it where its file and folder may be changed; a backup is made before.")};
    case ErrorCode::LibraryNewer:
        return {Sentences::tr(
                    "The library “%1” was made by a newer version (format %2; this version understands %3)."),
                Sentences::tr("It is open for reading only. Update Parallax to change it.")};
    case ErrorCode::LibraryReadOnly:
        return {Sentences::tr("The library “%1” can be read but not changed."),
                Sentences::tr("Check the permissions of the file and folder.")};
    case ErrorCode::LibraryBusy:
        return {Sentences::tr("Another program kept the library “%1” busy for %2 seconds."),
                Sentences::tr("Nothing was lost. Try again when it has finished.")};
    case ErrorCode::LibraryFailed:
        return {Sentences::tr("The library “%1” did not do what was asked: %2."),
                Sentences::tr("Try again; if it stays so, check the library in the settings.")};
    case ErrorCode::MigrationFailed:
        return {Sentences::tr("The library “%1” could not be brought to the present format (step %2): %3."),
                Sentences::tr("It was left as it was; a backup lies at “%4”.")};
    case ErrorCode::BackupFailed:
        return {Sentences::tr("The library “%1” could not be copied: %2."),
                Sentences::tr("Choose another name, or check the space and permissions of the folder.")};
    case ErrorCode::RestoreFailed:
        return {Sentences::tr("“%1” could not be restored: %2."),
                Sentences::tr("The library is as it was. Try another snapshot.")};
    case ErrorCode::ArticleNotFound:
        return {Sentences::tr("Article %1 is not in the library."),
                Sentences::tr("It may have been removed; search for its title.")};
    case ErrorCode::TableNotFound:
        return {Sentences::tr("Table %1 is not in the library."),
                Sentences::tr("Its article may have been removed or imported anew.")};
    case ErrorCode::CheckNotFound:
        return {Sentences::tr("Check %1 is not in the library."),
                Sentences::tr("Its article may have been removed, imported anew or checked again.")};
    case ErrorCode::CorrectionInvalid:
        return {Sentences::tr("The correction “%2” was not taken (%1)."),
                Sentences::tr("Look at the table again: it may have changed, or says so already.")};
    case ErrorCode::QueryInvalid:
        return {Sentences::tr("The search “%1” cannot be understood: %2."),
                Sentences::tr("Use plain words, or quote a phrase.")};
    case ErrorCode::ExportFailed:
        return {Sentences::tr("“%1” could not be exported: %2."),
                Sentences::tr("Choose another folder or format.")};
    case ErrorCode::LanguageUnavailable:
        return {Sentences::tr("Article %1 has no edition in %2."),
                Sentences::tr("Choose another language, or import that edition.")};
    case ErrorCode::ModelMalformed:
        return {Sentences::tr("“%1” is no sound model file: at “%2”, %3 was expected and %4 found."),
                Sentences::tr("Download it again; if that does not help, tell whoever made it.")};
    case ErrorCode::ModelUnsupported:
        return {Sentences::tr("“%1” cannot be run: “%2” is %3."),
                Sentences::tr("Choose another model, or the same model in another format.")};
    case ErrorCode::ModelTemplate:
        return {Sentences::tr("The model’s chat template cannot be used: %1."),
                Sentences::tr("Send a plain prompt, or choose another model.")};
    case ErrorCode::ModelFailed:
        return {Sentences::tr("The model stopped working: %1."),
                Sentences::tr("Load it again; with a shorter context it needs less memory.")};
    case ErrorCode::ContextTooLong:
        return {Sentences::tr("The prompt has %1 tokens; this model can hold %2."),
                Sentences::tr("Shorten the prompt, or choose a model with a longer context.")};
    case ErrorCode::DeviceUnusable:
        return {Sentences::tr("The model cannot run on the card: %1."),
                Sentences::tr("Let it run on the processor, or leave the choice to Parallax (auto).")};
    case ErrorCode::Usage:
        return {Sentences::tr("%1."), Sentences::tr("“parallax --help” shows what can be said.")};
    case ErrorCode::Unexpected:
        return {Sentences::tr("Something unexpected happened: %1."),
                Sentences::tr("Your library is safe. Please report what you were doing.")};
    }
    return {};
}

// Why CorrectionStore refuses a correction: the first argument of the error. A test reads the store for more.
struct RefusalPattern {
    const char* reason;
    const char* wentWrong;
    const char* nextStep;
};

constexpr RefusalPattern refusals[] = {
    {"role", QT_TRANSLATE_NOOP("Sentences", "“%2” is no role that a row or column can have."),
     QT_TRANSLATE_NOOP("Sentences", "Choose one of the roles that its menu offers.")},
    {"place", QT_TRANSLATE_NOOP("Sentences", "The table has nothing to correct at row and column %2."),
     QT_TRANSLATE_NOOP("Sentences", "Look at the table again: its article may have been imported anew.")},
    {"words", QT_TRANSLATE_NOOP("Sentences", "“%2” is too long for a cell, or is no text."),
     QT_TRANSLATE_NOOP("Sentences", "Write what the cell should say, and the reason in its own field.")},
    {"same", QT_TRANSLATE_NOOP("Sentences", "It says “%2” already."),
     QT_TRANSLATE_NOOP("Sentences", "Nothing was changed.")},
    {"unknown", QT_TRANSLATE_NOOP("Sentences", "Correction %2 is not in the library."),
     QT_TRANSLATE_NOOP("Sentences", "Its article may have been removed.")},
    {"undone", QT_TRANSLATE_NOOP("Sentences", "Correction %2 was taken back already."),
     QT_TRANSLATE_NOOP("Sentences", "Nothing was changed.")},
};

Pattern refusalOf(const Error& error) {
    for (const RefusalPattern& known : refusals)
        if (!error.args().empty() && error.args()[0] == known.reason)
            return {Sentences::tr(known.wentWrong), Sentences::tr(known.nextStep)};
    return patternOf(error.code());
}

struct IssuePattern {
    const char* code;
    const char* text;
};

// Codes of data::ParseIssue. A test reads data/ for codes and fails on one that is missing here.
constexpr IssuePattern issuePatterns[] = {
    {"articles-left-out",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” has further articles beside its main one, which were left out; their number is "
                       "%2, their words %3.")},
    {"bytes-unfit",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "Some bytes of “%1” do not fit its encoding, %2, and show as “�”; the file is kept as it "
         "is. The first of them are on line %3: “%4”.")},
    {"bozo", QT_TRANSLATE_NOOP("Sentences", "“%1” is ill-formed and was read as far as it could be.")},
    {"encoding-guessed", QT_TRANSLATE_NOOP("Sentences", "The encoding was guessed to be %1 (certainty %2).")},
    {"feed-refused",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” names no address on the web and is left out; the number of such feeds is "
                       "%2.")},
    {"item-left-out", QT_TRANSLATE_NOOP("Sentences", "Entry %1 (“%2”) was left out: %3.")},
    {"item-part-left-out", QT_TRANSLATE_NOOP("Sentences", "A part of entry %1 (“%2”) was left out: %3.")},
    {"item-skipped",
     QT_TRANSLATE_NOOP("Sentences",
                       "The text of entry %1 (“%2”) could not be read: %3. Its title was kept.")},
    {"items-empty",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” has entries with neither title nor text, which were left out; their number is "
                       "%2.")},
    {"items-more",
     QT_TRANSLATE_NOOP("Sentences", "The number of further entries that could not be read whole is %1.")},
    {"items-limit", QT_TRANSLATE_NOOP("Sentences", "Only the first %1 entries were read.")},
    {"markdown-too-costly",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” would take too long to read as Markdown and was read as plain text.")},
    {"mojibake",
     QT_TRANSLATE_NOOP("Sentences",
                       "The text reads “%1” where “%2” was meant: it was saved in a wrong encoding.")},
    {"pages-limit", QT_TRANSLATE_NOOP("Sentences", "Only the first %2 of %1 pages were read.")},
    {"split-uncertain",
     QT_TRANSLATE_NOOP("Sentences", "Where “%1” ends and what follows begins was guessed.")},
    {"stray-bytes",
     QT_TRANSLATE_NOOP(
         "Sentences", "“%1” has bytes that are not UTF-8; their number is %2. They were read as windows-1252 "
                      "(certainty %3).")},
    {"tables-as-text",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "“%1” has tables whose cells hold whole passages or tables of their own; they were read "
         "as text. Their number is %2.")},
    {"tables-left-out",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” has tables outside its article, which were left out; their number is %2.")},
    {"title-cut", QT_TRANSLATE_NOOP("Sentences", "“%1” has a title of %2 characters; it was cut after %3.")},
    {"text-lost",
     QT_TRANSLATE_NOOP("Sentences",
                       "“%1” has lost %2 of its characters; they were gone before it was saved. The "
                       "first of them are on line %3: “%4”.")},
};

// Why an item of a feed could not be read, as a part of a sentence.
struct ItemReason {
    ErrorCode code;
    const char* text;
};

constexpr ItemReason itemReasons[] = {
    {ErrorCode::DocumentTooDeep, QT_TRANSLATE_NOOP("Sentences", "it nests too deep")},
    {ErrorCode::DocumentTagTooLarge, QT_TRANSLATE_NOOP("Sentences", "it has too many attributes in a tag")},
    {ErrorCode::DocumentTableTooLarge, QT_TRANSLATE_NOOP("Sentences", "it has a table that is too large")},
    {ErrorCode::DocumentMalformed, QT_TRANSLATE_NOOP("Sentences", "it is not well formed")},
    {ErrorCode::TextLost,
     QT_TRANSLATE_NOOP("Sentences", "its characters were lost before the feed was saved")},
};

// The number, the title and the name of the error of an item.
bool namesItem(const data::ParseIssue& issue) {
    return issue.code.starts_with("item-") && issue.args.size() == 3;
}

std::vector<std::string> itemArgs(std::vector<std::string> args) {
    if (args[1].empty())
        args[1] = toStdString(Sentences::tr("without a title"));
    for (const ItemReason& reason : itemReasons)
        if (args[2] == errorName(reason.code))
            args[2] = toStdString(Sentences::tr(reason.text));
    return args;
}

} // namespace

Sentence sentenceParts(const Error& error) {
    std::vector<std::string> args = error.args();
    if (error.code() == ErrorCode::FileTooLarge)
        args = withBytes(std::move(args), {1, 2});
    if (error.code() == ErrorCode::ParserOutOfMemory)
        args = withBytes(std::move(args), {1});
    Pattern pattern =
        error.code() == ErrorCode::CorrectionInvalid ? refusalOf(error) : patternOf(error.code());
    if (error.code() == ErrorCode::DocumentMalformed && args.size() > 1 &&
        args[1].empty()) // PDF has no lines
        pattern.wentWrong = Sentences::tr("“%1” is damaged, or is no %3 document.");
    if (error.code() == ErrorCode::ContextTooLong && args.size() > 2 && args[1] != args[2])
        pattern = {Sentences::tr(
                       "The prompt has %1 tokens; the model was loaded for %2, of the %3 that it can hold."),
                   Sentences::tr("Shorten the prompt, or load the model with a longer context (--context).")};
    if (error.code() == ErrorCode::Usage && args.size() > 1 && args[1] == "plan") // of latency run
        pattern.nextStep = Sentences::tr("Every field of a plan, with what it takes and an example, is in "
                                         "docs/latency.md under “A plan”.");
    if (error.code() == ErrorCode::FileUnreadable && args.size() > 1 && args[1] == std::strerror(EISDIR))
        pattern = {Sentences::tr("“%1” is a folder."),
                   Sentences::tr("Name a file in it. Importing takes whole folders, too.")};
    if (error.code() == ErrorCode::FileUnreadable && args.size() > 2) // its bytes were read and make no sense
        pattern.nextStep = Sentences::tr("Save it again from where it came from.");
    if (error.code() == ErrorCode::DocumentEmpty && args.size() > 1) // not even bytes
        pattern = {Sentences::tr("“%1” is empty."),
                   Sentences::tr("Save or download it again from where it came from.")};
    if (error.code() == ErrorCode::Usage && !args.empty())
        if (const QString known = reasonText(fromUtf8(args[0])); known != fromUtf8(args[0])) {
            args[0] = toStdString(known); // it says itself what is missing
            pattern.nextStep.clear();
        }
    return {filled(pattern.wentWrong, args), filled(pattern.nextStep, args)};
}

QString sentence(const Error& error) {
    const Sentence parts = sentenceParts(error);
    if (parts.nextStep.isEmpty())
        return parts.wentWrong;
    //: What went wrong, then what to do about it: two whole sentences.
    return Sentences::tr("%1 %2").arg(parts.wentWrong, parts.nextStep);
}

QString sentence(const data::ParseIssue& issue) {
    for (const IssuePattern& pattern : issuePatterns)
        if (issue.code == pattern.code)
            return filled(Sentences::tr(pattern.text), namesItem(issue) ? itemArgs(issue.args) : issue.args);
    QStringList args;
    for (const std::string& arg : issue.args)
        args.append(fromUtf8(arg));
    return Sentences::tr("The parser remarked “%1” (%2).")
        .arg(fromUtf8(issue.code), args.join(QStringLiteral(", ")));
}

bool hasSentence(const std::string& parseIssueCode) {
    return std::any_of(std::begin(issuePatterns), std::end(issuePatterns),
                       [&](const IssuePattern& pattern) { return parseIssueCode == pattern.code; });
}

QString languageName(data::Language language) {
    switch (language) {
    case data::Language::English:
        return Sentences::tr("English");
    case data::Language::TraditionalChinese:
        return Sentences::tr("Traditional Chinese");
    case data::Language::SimplifiedChinese:
        return Sentences::tr("Simplified Chinese");
    case data::Language::Mixed:
        return Sentences::tr("Several languages");
    case data::Language::Other:
        return Sentences::tr("Another language");
    case data::Language::Unknown:
        return Sentences::tr("Unknown language");
    }
    return {};
}

QString ownLanguageName(data::Language language) {
    switch (language) {
    case data::Language::English:
        return QStringLiteral("English");
    case data::Language::TraditionalChinese:
        return QStringLiteral("繁體中文");
    case data::Language::SimplifiedChinese:
        return QStringLiteral("简体中文");
    default:
        return languageName(language);
    }
}

Issue issueFrom(const QString& doing, const Error& error) {
    const Sentence parts = sentenceParts(error);
    Issue issue;
    issue.severity = error.code() == ErrorCode::Cancelled ? Severity::Note : Severity::Error;
    //: What was being done, then what went wrong.
    issue.text = doing.isEmpty() ? parts.wentWrong : Sentences::tr("%1: %2").arg(doing, parts.wentWrong);
    issue.detail = parts.nextStep;
    return issue;
}

} // namespace parallax::ui
