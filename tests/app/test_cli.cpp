// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>

#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "data/store/annotation_store.h"
#include "data/store/article_store.h"
#include "data/store/library.h"
#include "data/store/statement.h"
#include "tests/app/program.h"
#include "tests/test_program.h"

namespace test_cli {

// The command line as a script sees it: the real program, its output and its exit status.

using namespace Qt::StringLiterals;
using parallax::test::Answer;
using parallax::test::Program;

namespace {

const char* const page = R"(---
title: Grid power for compute
title_zh_hant: 運算用電
lang: en
slug: grid-power-for-compute
source: Test Wire
archive: April 2026
topics: [Power, Chips]
---

The grid is the bottleneck now.

## Prices

Contract prices (per MWh):
| Region | Current price | Projected price |
|---|---|---|
| North | $40 | $50 (+25%) |
| South | $60 | $66 (+10%) |

Data Takeaway: The north pays more.
)";

const char* const pageTraditional = R"(---
title: 運算用電
lang: zh-Hant
slug: grid-power-for-compute
source: Test Wire
archive: April 2026
---

電網如今成為瓶頸。資料中心需要更多軟體與電力。
)";

} // namespace

class TestCli : public QObject {
    Q_OBJECT

    Program m_program;

    QString path(const QString& name) const { return m_program.path(name); }
    void write(const QString& name, const QByteArray& bytes) { QVERIFY(m_program.write(name, bytes)); }
    Answer run(const QStringList& arguments, bool withLibrary = true) const {
        return withLibrary ? m_program.run(arguments) : m_program.runAlone(arguments);
    }

    int idOf(const QString& title) {
        for (const auto& value : run({u"list"_s, u"--json"_s}).json().array())
            if (value.toObject()[u"title"_s].toString() == title)
                return value.toObject()[u"id"_s].toInt();
        return 0;
    }

  private Q_SLOTS:
    void helpThatCannotBeWrittenIsAnError() {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("there is no /dev/full");
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(PARALLAX_PROGRAM), {u"--help"_s});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("standard output cannot be written"));
    }

    void initTestCase() {
        QVERIFY(m_program.isValid());
        write(u"power.en.md"_s, page);
        write(u"power.zh-Hant.md"_s, pageTraditional);
    }

    void inspectNeedsNoLibraryAndPrintsTheDocumentedShape() {
        const auto answer = run({u"inspect"_s, path(u"power.en.md"_s), u"--json"_s});
        QCOMPARE(answer.status, 0);
        const auto object = answer.json().object();
        QCOMPARE(object[u"format"_s].toString(), u"article"_s);
        QCOMPARE(object[u"title"_s].toString(), u"Grid power for compute"_s);
        QCOMPARE(object[u"tables"_s].toArray().size(), 1);
        QCOMPARE(object[u"takeaways"_s].toArray().size(), 1);
        QVERIFY(!QFile::exists(path(u"library.sqlite3"_s)));
    }

    void nothingThatIsPrintedTurnsTheTerminalAround() {
        Program own;
        QVERIFY(own.isValid());
        QVERIFY(own.write(u"turned.md"_s, "# Prices \u202Eof clouds\n\nThe turbid\u202Eity of clouds.\n\n"
                                          "| Model \u202Ea | Price |\n|---|---|\n| B\u2066c | $3 |\n"));
        QCOMPARE(own.run({u"import"_s, own.path(u"turned.md"_s)}).status, 0);
        for (const QStringList& command :
             {QStringList{u"search"_s, u"clouds"_s}, {u"search"_s, u"price"_s}}) {
            const QByteArray out = own.run(command).out;
            QVERIFY2(out.contains("1\t") && !out.contains("\u202E") && !out.contains("\u2066"),
                     out.constData());
        }
        const QString shown = QString::fromUtf8(own.run({u"show"_s, u"1"_s}).out);
        QVERIFY(shown.contains(u"Model a"_s) && shown.contains(u"Bc"_s) && !shown.contains(u"= "_s));
    }

    void inspectAnswersBadInputWithAnErrorAndStatusZero() {
        write(u"noise.bin"_s,
              QByteArray::fromHex("00ff00fe0102030405060708090a0b0c0d0e0f") + QByteArray(4096, '\0'));
        for (const auto& name : {u"noise.bin"_s, u"missing.html"_s}) {
            const auto answer = run({u"inspect"_s, path(name)});
            QCOMPARE(answer.status, 0);
            const auto object = answer.json().object();
            QCOMPARE(object[u"format"_s].toString(), u"unknown"_s);
            QVERIFY(!object[u"error"_s].toString().isEmpty());
        }
    }

    void importSaysWhatWasFoundAndRecognisesWhatIsKnown() {
        auto answer = run({u"import"_s, path(u"power.en.md"_s)});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.out.contains("Grid power for compute"), answer.out.constData());
        QVERIFY2(answer.out.contains("1 table"), answer.out.constData());

        answer = run({u"import"_s, u"--json"_s, path(u"power.en.md"_s), path(u"power.zh-Hant.md"_s)});
        QCOMPARE(answer.status, 0);
        QStringList outcomes;
        for (const auto& entry : answer.json().object()[u"articles"_s].toArray())
            outcomes << entry.toObject()[u"outcome"_s].toString();
        outcomes.sort();
        QCOMPARE(outcomes, QStringList({u"new edition"_s, u"unchanged"_s}));
    }

    void aBadFileCostsThatFileAndStatusOne() {
        write(u"other.md"_s, "# Another one\n\nWith text enough to be an article of its own.\n");
        const auto answer = run({u"import"_s, path(u"missing.md"_s), path(u"other.md"_s)});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.out.contains("Another one"), answer.out.constData());
        QVERIFY2(answer.err.contains("missing.md"), answer.err.constData());
    }

    void whatIsNoDocumentInAFolderIsNamed() {
        QVERIFY(QDir().mkpath(path(u"mixed"_s)));
        write(u"mixed/picture.png"_s, QByteArray("\x89PNG\0\0\1", 7));
        write(u"mixed/broken.txt"_s, QByteArray("\0\1\2\0\1\2", 6));
        const auto answer = run({u"--json"_s, u"import"_s, path(u"mixed"_s)});
        QCOMPARE(answer.status, 1);
        const auto json = answer.json().object();
        QCOMPARE(json[u"skipped"_s].toArray().size(), 1);
        QVERIFY(json[u"skipped"_s].toArray().first().toString().endsWith(u"picture.png"_s));
        QCOMPARE(json[u"failures"_s].toArray().size(),
                 1); // a file named as text is told of, whatever it holds
        QVERIFY2(answer.err.contains("picture.png"), answer.err.constData());
    }

    void aPipeThatNobodyWritesToIsRefusedAtOnce() {
        QCOMPARE(::mkfifo(path(u"pipe.txt"_s).toLocal8Bit().constData(), 0600), 0);
        const auto answer = run({u"import"_s, path(u"pipe.txt"_s)});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains("pipe.txt"), answer.err.constData());
    }

    void aLibraryNamedByMistakeIsNotMade() {
        const QString wrong = path(u"mistyped.sqlite3"_s);
        for (const QString& command : {u"list"_s, u"tables"_s, u"check"_s}) {
            const auto answer = m_program.runAlone({u"--library"_s, wrong, command});
            QCOMPARE(answer.status, 1);
            QVERIFY2(answer.err.contains("mistyped.sqlite3"), answer.err.constData());
            QVERIFY(!QFile::exists(wrong));
        }
    }

    void aLibraryOfANewerVersionSaysSoAndIsNotWritten() {
        QVERIFY(QFile::copy(path(u"library.sqlite3"_s), path(u"newer.sqlite3"_s)));
        QFile file(path(u"newer.sqlite3"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) &&
                file.seek(60)); // user_version in SQLite's header, big-endian
        QCOMPARE(file.write(QByteArray("\0\0\3\xE7", 4)), 4);
        file.close();
        const QStringList library{u"--library"_s, path(u"newer.sqlite3"_s)};
        const auto listed = m_program.runAlone(library + QStringList{u"list"_s});
        QCOMPARE(listed.status, 0);
        QVERIFY2(listed.err.contains("newer version (format 999;"), listed.err.constData());
        const auto imported = m_program.runAlone(library + QStringList{u"import"_s, path(u"other.md"_s)});
        QCOMPARE(imported.status, 1);
        QVERIFY2(!imported.err.contains("permissions"), imported.err.constData());
    }

    void earlierVersionsAreListedAndRead() {
        const Program own;
        const auto feed = [&](const QByteArray& first, const QByteArray& second) {
            return own.write(u"news.xml"_s,
                             "<rss version=\"2.0\"><channel><title>News</title><item><title>Prices</title>"
                             "<link>https://example.org/prices</link><description>" +
                                 first +
                                 "</description></item><item><title>Power</title>"
                                 "<link>https://example.org/power</link><description>" +
                                 second + "</description></item></channel></rss>");
        };
        const QStringList import{u"import"_s, own.path(u"news.xml"_s)};
        QVERIFY(feed("The price was 12 dollars.", "It uses 3 megawatts."));
        QCOMPARE(own.run(import).status, 0);
        QVERIFY(feed("The price was 15 dollars.", "It uses 3 megawatts."));
        QCOMPARE(own.run(import).status, 0);

        const QJsonArray versions = own.run({u"--json"_s, u"show"_s, u"1"_s, u"--versions"_s}).json().array();
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[0].toObject()[u"version"_s].toInt(), 2);
        QVERIFY(versions[0].toObject()[u"newest"_s].toBool());
        QVERIFY(!versions[1].toObject()[u"newest"_s].toBool());
        QVERIFY(own.run({u"show"_s, u"1"_s}).out.contains("15 dollars"));
        QVERIFY(own.run({u"show"_s, u"1"_s, u"--read-version"_s, u"2"_s}).out.contains("15 dollars"));
        const auto before = own.run({u"show"_s, u"1"_s, u"--read-version"_s, u"1"_s});
        QVERIFY2(before.out.contains("12 dollars") && !before.out.contains("megawatts"),
                 before.out.constData());
        QVERIFY(own.run({u"show"_s, u"1"_s, u"--versions"_s}).out.contains("news.xml"));
        QCOMPARE(own.run({u"--json"_s, u"show"_s, u"2"_s, u"--versions"_s}).json().array().size(), 1);
        const auto none = own.run({u"show"_s, u"1"_s, u"--read-version"_s, u"7"_s});
        QVERIFY(none.status != 0 && none.err.contains("--versions"));
    }

    void backupRestoreAndExportAnswerInJson() {
        const QString copy = path(u"copy.sqlite3"_s);
        QCOMPARE(run({u"--json"_s, u"library"_s, u"backup"_s, copy}).json().object()[u"written"_s].toString(),
                 copy);
        const auto restored = run({u"--json"_s, u"library"_s, u"restore"_s, copy, u"--mode"_s, u"merge"_s});
        QCOMPARE(restored.json().object()[u"articles"_s].toInt(),
                 restored.json().object()[u"before"_s].toInt());
        QVERIFY(
            run({u"--json"_s, u"export"_s, u"--to"_s, path(u"all"_s)}).json().object()[u"written"_s].toInt() >
            0);
    }

    void previewsOfARestoreCountInEnglish() {
        Program own;
        QVERIFY(own.write(u"one.txt"_s, page));
        QCOMPARE(own.run({u"import"_s, u"one.txt"_s}).status, 0);
        QCOMPARE(own.run({u"library"_s, u"backup"_s, own.path(u"copy.sqlite3"_s)}).status, 0);
        const auto answer = own.run({u"library"_s, u"restore"_s, own.path(u"copy.sqlite3"_s)});
        QVERIFY2(answer.out.contains("1 article here, 1 there; ") && answer.out.contains("; 0 notes only") &&
                     !answer.out.contains("is lost"),
                 answer.out.constData());
        {
            parallax::data::Library library(own.path(u"library.sqlite3"_s).toStdString());
            library.articles().setStarred(1, true);
        }
        const QStringList restore{u"library"_s, u"restore"_s, own.path(u"copy.sqlite3"_s)};
        const auto starred = own.run(restore);
        QVERIFY2(starred.out.contains("work only here: 1 star.") && starred.out.contains("is lost"),
                 starred.out.constData());
        const QJsonObject json = own.run(QStringList{u"--json"_s} + restore).json().object();
        QCOMPARE(json[u"work_only_here"_s].toObject()[u"stars"_s].toInt(), 1);
        QCOMPARE(json[u"work_only_there"_s].toObject()[u"stars"_s].toInt(), 0);
    }

    void aDamagedLibraryIsToldInOneLineAndACopyTakesItsPlace() {
        Program own;
        QVERIFY(own.write(u"one.txt"_s, page));
        QCOMPARE(own.run({u"import"_s, u"one.txt"_s}).status, 0);
        QCOMPARE(own.run({u"import"_s, u"one.txt"_s}).status, 0); // takes the day's snapshot
        const QString copy = own.path(u"copy.sqlite3"_s);
        QCOMPARE(own.run({u"library"_s, u"backup"_s, copy}).status, 0);
        QByteArray broken = own.contents(u"library.sqlite3"_s);
        // An old copy of a page may hold the words, too.
        QVERIFY(broken.contains("INTEGER PRIMARY KEY"));
        broken.replace("INTEGER PRIMARY KEY", "\"NTEGER PRIMARY KEY");
        QVERIFY(own.write(u"library.sqlite3"_s, broken));
        for (const QStringList& command : std::initializer_list<QStringList>{
                 {u"list"_s},
                 {u"show"_s, u"1"_s},
                 {u"search"_s, u"grid"_s},
                 {u"tables"_s},
                 {u"check"_s},
                 {u"import"_s, u"one.txt"_s},
                 {u"library"_s, u"restore"_s, copy, u"--mode"_s, u"merge"_s}}) {
            const auto answer = own.run(command);
            QCOMPARE(answer.status, 1);
            QVERIFY2(answer.err.count('\n') == 1 && answer.err.contains("is damaged: ") &&
                         answer.err.contains("library restore ") && !answer.err.contains("INTEGER"),
                     answer.err.constData());
        }
        QVERIFY(own.run({u"library"_s, u"restore"_s, copy}).out.contains("--mode replace"));
        QCOMPARE(own.contents(u"library.sqlite3"_s), broken);
        const auto restored =
            own.run({u"--json"_s, u"library"_s, u"restore"_s, copy, u"--mode"_s, u"replace"_s});
        QCOMPARE(restored.status, 0);
        QCOMPARE(restored.json().object()[u"articles"_s].toInt(), 1);
        QFile kept(restored.json().object()[u"damaged_kept"_s].toString());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), broken);
        QCOMPARE(own.run({u"library"_s, u"check"_s}).out, "ok\n");
    }

    // Text of a damaged file need not be UTF-8 any more.
    void aTitleThatIsNoTextAnyMoreIsListedAllTheSame() {
        Program own;
        QVERIFY(own.write(u"one.txt"_s, page));
        QCOMPARE(own.run({u"import"_s, u"one.txt"_s}).status, 0);
        QByteArray broken = own.contents(u"library.sqlite3"_s);
        broken.replace("Grid power for compute", "Grid p\xf3wer for compute");
        QVERIFY(own.write(u"library.sqlite3"_s, broken));
        const auto answer = own.run({u"list"_s, u"--json"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json().array()[0].toObject()[u"title"_s].toString(),
                 u"Grid p\uFFFDwer for compute"_s);
    }

    void listShowsOneLinePerArticleWithItsEditions() {
        const auto answer = run({u"list"_s, u"--json"_s});
        QCOMPARE(answer.status, 0);
        const auto rows = answer.json().array();
        QCOMPARE(rows.size(), 2);
        bool found = false;
        for (const auto& value : rows) {
            const auto row = value.toObject();
            if (row[u"title"_s].toString() != u"Grid power for compute"_s)
                continue;
            found = true;
            QCOMPARE(row[u"archive"_s].toString(), u"2026-04"_s);
            QCOMPARE(row[u"languages"_s].toArray().size(), 2);
            QCOMPARE(row[u"tables"_s].toInt(), 1);
        }
        QVERIFY(found);
    }

    void showPrintsTheEditionInTheLanguageAskedFor() {
        const auto id = QString::number(idOf(u"Grid power for compute"_s));
        QVERIFY(run({u"show"_s, id}).out.contains("The grid is the bottleneck now."));
        const auto traditional = run({u"show"_s, id, u"--lang"_s, u"zh-Hant"_s});
        QVERIFY2(traditional.out.contains("資料中心"), traditional.out.constData());
        const auto simplified = run({u"show"_s, id, u"--lang"_s, u"zh-Hans"_s});
        QVERIFY2(simplified.out.contains("数据中心需要更多软件"), simplified.out.constData());
        QVERIFY2(simplified.err.contains("OpenCC"), simplified.err.constData());
        QVERIFY2(simplified.out.contains("Converted from Traditional Chinese"), simplified.out.constData());
        QVERIFY(!traditional.out.contains("Converted"));
        const auto html = run({u"show"_s, id, u"--lang"_s, u"zh-Hans"_s, u"--format"_s, u"html"_s});
        QVERIFY2(!html.out.contains("lang=\"zh-Hant\""), html.out.constData());
        const auto labelled = run({u"show"_s, id, u"--lang"_s, u"zh-Hans"_s, u"--json"_s}).json().object();
        QCOMPARE(labelled[u"convertedFrom"_s].toString(), u"zh-Hant"_s);
        const auto json = run({u"show"_s, id, u"--format"_s, u"json"_s});
        QVERIFY(!json.json().object().contains(u"convertedFrom"_s));
        QVERIFY(json.json().isObject());
    }

    void searchFindsATwoCharacterWordInEitherScript() {
        for (const auto& word : {u"瓶頸"_s, u"瓶颈"_s, u"bottleneck"_s}) {
            const auto answer = run({u"search"_s, word, u"--json"_s});
            QCOMPARE(answer.status, 0);
            const auto hits = answer.json().array();
            QCOMPARE(hits.size(), 1);
            const auto hit = hits.first().toObject();
            for (const auto& key : {u"id"_s, u"title"_s, u"block"_s, u"snippet"_s, u"score"_s})
                QVERIFY(hit.contains(key));
        }
    }

    void searchTakesAnExcludedWordAndAnyNoise() {
        QCOMPARE(run({u"search"_s, u"--json"_s, u"another"_s}).json().array().size(), 1);
        for (const QStringList& words : {QStringList{u"another"_s, u"-enough"_s},
                                         {u"-enough"_s, u"another"_s},
                                         {u"another"_s, u"--"_s, u"-enough"_s}}) {
            const auto answer = run(QStringList{u"search"_s, u"--json"_s} + words);
            QCOMPARE(answer.status, 0);
            QVERIFY(answer.json().isArray());
            QCOMPARE(answer.json().array().size(), 0);
        }
        // Read where it stands: an alternative of what comes before, not of the word after.
        QCOMPARE(run({u"search"_s, u"--json"_s, u"nowhere1"_s, u"OR"_s, u"-nowhere2"_s, u"another"_s})
                     .json()
                     .array()
                     .size(),
                 0);
        QCOMPARE(run({u"search"_s}).status, 2);
        for (const auto& noise :
             {u"\""_s, u"AND OR NOT"_s, u"a* ^b (c"_s, u"title:"_s, u"'; DROP TABLE article; --"_s})
            QCOMPARE(run({u"search"_s, u"--json"_s, u"--"_s, noise}).status, 0);
    }

    void searchSaysHowItReadAQueryAndWhichFieldsThereAre() {
        const auto words = run({u"search"_s, u"bottleneck"_s, u"AND"_s, u"NOT"_s, u"AI晶片"_s});
        QVERIFY2(words.err.contains("Understood as: bottleneck -\"AI"), words.err.constData());
        const auto field = run({u"search"_s, u"price:bottleneck5"_s});
        QVERIFY2(field.err.contains("There is no field \"price\""), field.err.constData());
        QVERIFY2(field.err.contains("lang and month"), field.err.constData());
        QVERIFY(!run({u"search"_s, u"bottleneck"_s}).err.contains("no field"));
    }

    void showGivesTheTitleInTheLanguageAskedFor() {
        Program own;
        QVERIFY(own.write(u"one.txt"_s, QByteArray(page).replace("title_zh_hant: ", "titles:\n  zh-Hant: ")));
        QCOMPARE(own.run({u"import"_s, u"one.txt"_s}).status, 0);
        QVERIFY(own.run({u"show"_s, u"1"_s}).out.startsWith("Grid power for compute\n"));
        QVERIFY(own.run({u"show"_s, u"1"_s, u"--lang"_s, u"zh-Hant"_s}).out.startsWith("運算用電\n"));
        QVERIFY(own.run({u"show"_s, u"1"_s, u"--lang"_s, u"zh-Hans"_s}).out.startsWith("运算用电\n"));
        QVERIFY(own.run({u"show"_s, u"1"_s, u"--lang"_s, u"en"_s, u"--format"_s, u"md"_s})
                    .out.startsWith("# Grid power for compute\n"));
    }

    void everyCommandCallsAnArticleByItsOwnTitle() {
        Program own;
        // An English text under a Chinese heading, as some pages have it.
        QVERIFY(own.write(u"one.txt"_s,
                          "---\ntitles:\n  en: Grid power for compute\n---\n# 運算用電與電網\n\n"
                          "The grid is the bottleneck now, and nobody has said so before.\n"));
        const QString title = u"運算用電與電網"_s;
        QVERIFY(QString::fromUtf8(own.run({u"import"_s, u"one.txt"_s}).out).contains(title));
        const auto listed = [&](const QStringList& more) {
            return own.run(QStringList{u"list"_s, u"--json"_s} + more).json().array()[0].toObject();
        };
        const auto found = [&](const QStringList& more) {
            return own.run(QStringList{u"search"_s, u"bottleneck"_s, u"--json"_s} + more)
                .json()
                .array()[0]
                .toObject();
        };
        QCOMPARE(listed({})[u"title"_s].toString(), title);
        QCOMPARE(found({})[u"title"_s].toString(), title);
        const QString list = QString::fromUtf8(own.run({u"list"_s}).out);
        QVERIFY2(list.contains(u" 1  "_s + title), qPrintable(list));
        QVERIFY2(list.contains(u"\n      = Grid power for compute\n"_s), qPrintable(list));
        const QString shown = QString::fromUtf8(own.run({u"show"_s, u"1"_s}).out);
        QVERIFY2(shown.startsWith(title + u"\n= Grid power for compute\n"_s), qPrintable(shown));

        const QStringList english{u"--lang"_s, u"en"_s};
        QCOMPARE(listed(english)[u"title"_s].toString(), u"Grid power for compute"_s);
        QCOMPARE(found(english)[u"title"_s].toString(), u"Grid power for compute"_s);
        QVERIFY(!own.run(QStringList{u"list"_s} + english).out.contains("="));
        const QString inEnglish = QString::fromUtf8(own.run(QStringList{u"show"_s, u"1"_s} + english).out);
        QVERIFY2(inEnglish.startsWith(u"Grid power for compute\n= "_s + title), qPrintable(inEnglish));

        // Another edition's title is not the article's.
        QVERIFY(own.write(u"two.md"_s, "---\nslug: grid\n---\n# 電網\n\n成長率是每年的，電網是瓶頸。\n"));
        QVERIFY(own.write(
            u"three.md"_s,
            "---\nslug: grid\n---\n# The grid\n\nSales rose from $10 billion to $20 billion, up 40%.\n\n"
            "| Grid | 2025 |\n|---|---|\n| A | $3 |\n"));
        QCOMPARE(own.run({u"import"_s, u"two.md"_s, u"three.md"_s}).status, 0);
        const auto tables = own.run({u"tables"_s, u"2"_s, u"--json"_s}).json().array();
        QCOMPARE(tables.size(), 1);
        QCOMPARE(tables[0].toObject()[u"title"_s].toString(), u"電網"_s);
        QCOMPARE(tables[0].toObject()[u"lang"_s].toString(), u"en"_s);
        const auto checks = own.run({u"check"_s, u"2"_s, u"--json"_s}).json().array();
        QVERIFY(!checks.isEmpty());
        for (const auto& check : checks)
            QCOMPARE(check.toObject()[u"title"_s].toString(), u"電網"_s);
        QVERIFY(own.run({u"check"_s}).out.contains("電網  [article 2]"));
    }

    void theBeginningOfAWordFindsIt() {
        const auto whole = run({u"search"_s, u"bottleneck"_s, u"--json"_s}).json().array();
        const auto beginning = run({u"search"_s, u"bottlen*"_s, u"--json"_s}).json().array();
        QVERIFY(!whole.isEmpty());
        QCOMPARE(beginning.size(), whole.size());
        QVERIFY(run({u"search"_s, u"bottlen"_s, u"--json"_s}).json().array().isEmpty());
    }

    void whatIsLeftOutIsNotSaidToBeLookedFor() {
        const auto answer = run({u"search"_s, u"bottleneck"_s, u"-晶片"_s});
        QVERIFY2(answer.err.contains("Also left out: chip, 芯片"), answer.err.constData());
        QVERIFY2(!answer.err.contains("looked for: -") && !answer.err.contains(", -"),
                 answer.err.constData());
    }

    void lostTextIsReportedWithItsPlace() {
        Program own;
        QByteArray text = "# ????\n\nWords that came through whole.\n";
        for (int i = 0; i < 20; ++i)
            text += "One more sentence of the article.\n";
        QVERIFY(own.write(u"lost.md"_s, text));
        const auto answer = own.run({u"import"_s, u"lost.md"_s});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.err.contains("on line 1: “# ????”"), answer.err.constData());
        QVERIFY2(answer.err.contains("1 document lost text before it was saved"), answer.err.constData());
        QVERIFY2(answer.out.contains("\tWords that came through whole."), answer.out.constData());
        const auto json = own.run({u"import"_s, u"--json"_s, u"--repair-encoding"_s, u"lost.md"_s});
        QVERIFY2(json.err.contains("1 document lost text"), json.err.constData());
        QVERIFY(!json.err.contains("line 1")); // it stands in the answer
    }

    void aDamagedReadingIsNamedAndMended() {
        Program own;
        QVERIFY(own.write(u"one.txt"_s, page));
        QCOMPARE(own.run({u"import"_s, u"one.txt"_s}).status, 0);
        QByteArray broken = own.contents(u"library.sqlite3"_s);
        const auto cell = broken.indexOf("\"$50 (+25%)\""); // in the table's cells, not in the document
        QVERIFY(cell > 0);
        broken[cell + 2] = '8';
        QVERIFY(own.write(u"library.sqlite3"_s, broken));
        auto answer = own.run({u"library"_s, u"check"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.out.contains("article 1, en") && answer.out.contains("one.txt"),
                 answer.out.constData());
        const QByteArray warning = "Article 1 (en) is damaged";
        for (const char* command : {"show", "tables", "check"}) {
            answer = own.run({QString::fromLatin1(command), u"1"_s});
            QVERIFY2(answer.err.contains(warning), command);
            QCOMPARE(answer.err.count(warning), 1);
        }
        QVERIFY(own.run({u"show"_s, u"1"_s, u"--json"_s}).json().object()[u"damaged"_s].toBool());
        for (const auto& table : own.run({u"tables"_s, u"--json"_s}).json().array())
            QVERIFY(table.toObject()[u"damaged"_s].toBool());
        answer = own.run({u"import"_s, u"one.txt"_s});
        QVERIFY2(answer.out.contains("\tmended"), answer.out.constData());
        QVERIFY2(answer.err.contains("1 of the updated"), answer.err.constData());
        QCOMPARE(own.run({u"library"_s, u"check"_s}).out, QByteArray("ok\n"));
        QVERIFY(own.run({u"import"_s, u"one.txt"_s}).out.contains("\tunchanged"));
        QVERIFY(!own.run({u"show"_s, u"1"_s}).err.contains(warning));
        QVERIFY(!own.run({u"show"_s, u"1"_s, u"--json"_s}).json().object().contains(u"damaged"_s));
    }

    void whatIsDamagedIsNamedWhereverItGoes() {
        Program own;
        QVERIFY(own.write(u"one.txt"_s, page));
        QCOMPARE(own.run({u"import"_s, u"one.txt"_s}).status, 0);
        QCOMPARE(own.run({u"check"_s, u"1"_s}).status, 0);
        QCOMPARE(own.run({u"library"_s, u"backup"_s, u"sound.sqlite3"_s}).status, 0);
        QByteArray broken = own.contents(u"library.sqlite3"_s);
        const auto cell = broken.indexOf("\"$50 (+25%)\"");
        QVERIFY(cell > 0);
        broken[cell + 2] = '8';
        QVERIFY(own.write(u"library.sqlite3"_s, broken));
        const QByteArray warning = "Article 1 (en) is damaged";
        for (const QStringList& arguments :
             {QStringList{u"export"_s, u"--to"_s, u"articles"_s},
              {u"export"_s, u"--tables"_s, u"--format"_s, u"csv"_s, u"--to"_s, u"tables"_s},
              {u"export"_s, u"--tables"_s, u"--lang"_s, u"en"_s, u"--to"_s, u"tables.xlsx"_s},
              {u"export"_s, u"--checks"_s, u"--to"_s, u"checks.csv"_s},
              {u"library"_s, u"backup"_s, u"damaged.sqlite3"_s}}) {
            const auto answer = own.run(arguments);
            QCOMPARE(answer.status, 1);
            QVERIFY2(answer.err.count(warning) == 1, answer.err.constData());
        }
        auto answer = own.run({u"export"_s, u"--json"_s, u"--to"_s, u"articles"_s});
        QCOMPARE(answer.json().object()[u"damaged"_s].toArray().first().toObject()[u"article"_s].toInt(), 1);

        // A merge takes nothing that is damaged, says so before and after, and mends what is damaged here.
        const auto inOther = [&](const QStringList& arguments) {
            return own.runAlone(QStringList{u"--library"_s, own.path(u"other.sqlite3"_s)} + arguments);
        };
        const QStringList restore{u"library"_s, u"restore"_s, u"damaged.sqlite3"_s};
        answer = inOther(restore);
        QVERIFY2(answer.err.contains("--mode merge leaves it out"), answer.err.constData());
        answer = inOther(restore + QStringList{u"--mode"_s, u"merge"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains("was left out"), answer.err.constData());
        answer = inOther(restore + QStringList{u"--mode"_s, u"merge"_s, u"--json"_s});
        QCOMPARE(answer.json().object()[u"left_out"_s].toArray().size(), 1);
        QCOMPARE(answer.json().object()[u"articles"_s].toInt(), 0);
        answer = own.run({u"library"_s, u"restore"_s, u"sound.sqlite3"_s, u"--mode"_s, u"merge"_s});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.err.contains("1 mended"), answer.err.constData());
        QCOMPARE(own.run({u"library"_s, u"check"_s}).out, QByteArray("ok\n"));
        QCOMPARE(own.run({u"export"_s, u"--to"_s, u"articles"_s}).status, 0);
    }

    void aMergeTellsOfNotesThatAreDamaged() {
        Program own;
        QVERIFY(own.write(u"one.md"_s, "# Prices of clouds\n\nWords and words of it.\n"));
        QCOMPARE(own.run({u"import"_s, u"one.md"_s}).status, 0);
        QCOMPARE(own.run({u"library"_s, u"backup"_s, u"target.sqlite3"_s}).status, 0);
        {
            parallax::data::Library library(own.path(u"library.sqlite3"_s).toStdString());
            parallax::data::Note note;
            note.article = 1;
            note.text = "as it was written";
            library.annotations().addNote(note);
        }
        QCOMPARE(own.run({u"library"_s, u"backup"_s, u"sound.sqlite3"_s}).status, 0);
        {
            parallax::data::Library library(own.path(u"library.sqlite3"_s).toStdString());
            parallax::data::execute(library,
                                    "UPDATE note SET text = 'broken', updated_at = '2036-11-28T21:51:05Z'");
        }
        QCOMPARE(own.run({u"library"_s, u"backup"_s, u"damaged.sqlite3"_s}).status, 0);
        const auto into = [&](const QString& name, const QString& from, QStringList more) {
            return own.runAlone(
                QStringList{u"--library"_s, own.path(name), u"library"_s, u"restore"_s, from} + more);
        };
        auto answer = into(u"target.sqlite3"_s, u"damaged.sqlite3"_s, {});
        QVERIFY2(answer.err.contains("1 note; --mode merge leaves that out"), answer.err.constData());
        answer = into(u"target.sqlite3"_s, u"damaged.sqlite3"_s, {u"--json"_s});
        QCOMPARE(answer.json().object()[u"damaged_work_there"_s].toObject()[u"notes"_s].toInt(), 1);
        QCOMPARE(answer.json().object()[u"notes_only_there"_s].toInt(), 0);
        answer = into(u"target.sqlite3"_s, u"damaged.sqlite3"_s, {u"--mode"_s, u"merge"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains("1 note; that was left out"), answer.err.constData());

        answer = own.run({u"library"_s, u"reread"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains("note 1 on article 1 is not what was written"), answer.err.constData());
        QVERIFY2(!answer.err.contains("nothing tells"), answer.err.constData());
        answer = into(u"damaged.sqlite3"_s, u"sound.sqlite3"_s, {});
        QVERIFY2(answer.out.contains("mended by --mode merge: 1 note"), answer.out.constData());
        answer = into(u"damaged.sqlite3"_s, u"sound.sqlite3"_s, {u"--mode"_s, u"merge"_s});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.err.contains("mended: 1 note"), answer.err.constData());
        answer = own.runAlone({u"--library"_s, own.path(u"damaged.sqlite3"_s), u"library"_s, u"check"_s});
        QCOMPARE(answer.out, QByteArray("ok\n"));
    }

    void anEmptyNameIsNoLibrary() {
        Program own;
        const auto answer = own.runAlone({u"--library"_s, u""_s, u"list"_s});
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.err.contains("--library"), answer.err.constData());
    }

    void controlCharactersOfATitleComeOutAsSigns() {
        Program own;
        QVERIFY(own.write(u"one.md"_s, "# Prices \x1b]0;mine\x07 of clouds\n\nWords and words of it.\n"));
        QCOMPARE(own.run({u"import"_s, u"one.md"_s}).status, 0);
        for (const QStringList& arguments :
             {QStringList{u"list"_s}, {u"show"_s, u"1"_s}, {u"search"_s, u"clouds"_s}}) {
            const QByteArray out = own.run(arguments).out; // a pipe
            QVERIFY2(out.contains("clouds") && !out.contains('\x1b') && !out.contains('\x07'),
                     out.constData());
        }
    }

    void tablesAndExportCarryTheCells() {
        const auto tables = run({u"tables"_s, u"--json"_s}).json().array();
        QCOMPARE(tables.size(), 1);
        QCOMPARE(tables.first().toObject()[u"rows"_s].toArray().size(), 2);
        QCOMPARE(run({u"export"_s, u"--format"_s, u"csv"_s, u"--to"_s, path(u"out"_s)}).status, 0);
        const auto files = QDir(path(u"out"_s)).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(path(u"out/"_s) + files.first());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        QVERIFY(bytes.contains("$50 (+25%)"));
    }

    void anEndingTellsTheFormatAndTheFile() {
        const QString one = path(u"one.csv"_s);
        QCOMPARE(run({u"export"_s, u"1"_s, u"--tables"_s, u"--lang"_s, u"en"_s, u"--to"_s, one}).status, 0);
        QVERIFY(QFileInfo(one).isFile());
        QVERIFY(m_program.contents(u"one.csv"_s).contains("$50 (+25%)"));
        QCOMPARE(run({u"export"_s, u"1"_s, u"--lang"_s, u"en"_s, u"--to"_s, path(u"one.html"_s)}).status, 0);
        QVERIFY(m_program.contents(u"one.html"_s).contains("<h1"));
        const auto all = run({u"export"_s, u"--to"_s, path(u"all.md"_s)});
        QCOMPARE(all.status, 2);
        QVERIFY2(all.err.contains("folder"), all.err.constData());
        QVERIFY(!QFileInfo::exists(path(u"all.md"_s)));
    }

    void aWorkbookGetsItsEndingAndTheFileIsNamed() {
        const auto to = [&](const QString& name, const QStringList& more) {
            return run(QStringList{u"export"_s, u"--json"_s, u"--to"_s, path(name)} + more);
        };
        const QStringList workbook{u"--format"_s, u"xlsx"_s};
        auto answer = to(u"book"_s, workbook);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json().object()[u"to"_s].toString(), path(u"book.xlsx"_s));
        QVERIFY2(answer.err.contains("book.xlsx"), answer.err.constData());
        QVERIFY(QFileInfo(path(u"book.xlsx"_s)).isFile() && !QFileInfo::exists(path(u"book"_s)));
        QCOMPARE(to(u"Book.V2"_s, workbook).json().object()[u"to"_s].toString(), path(u"Book.V2.xlsx"_s));
        QCOMPARE(to(u"BOOK.XLSX"_s, workbook).json().object()[u"to"_s].toString(), path(u"BOOK.XLSX"_s));
        QVERIFY(QDir(path({})).mkdir(u"books"_s));
        QCOMPARE(to(u"books"_s, workbook).json().object()[u"to"_s].toString(), path(u"books/tables.xlsx"_s));
        // One table in a folder is a file with a name of its own.
        answer = to(u"single"_s, {u"1"_s, u"--format"_s, u"csv"_s, u"--lang"_s, u"en"_s});
        QVERIFY(QFileInfo(answer.json().object()[u"to"_s].toString()).isFile());

        answer = to(u"two.csv"_s, workbook);
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.err.contains("xlsx") && answer.err.contains(".csv"), answer.err.constData());
        QVERIFY(!QFileInfo::exists(path(u"two.csv"_s)));
    }

    void theGuardOfCellsCanBeLeftOut() {
        Program own;
        QVERIFY(own.write(u"delta.md"_s, "# Latencies\n\n| Metric | Delta |\n|---|---|\n| Median | +6-20% |\n"
                                         "| Mean | -5% |\n"));
        QCOMPARE(own.run({u"import"_s, u"delta.md"_s}).status, 0);
        const auto exported = [&](const QStringList& more) {
            const auto answer =
                own.run(QStringList{u"export"_s, u"--tables"_s, u"--to"_s, u"t.csv"_s} + more);
            return answer.status == 0 ? own.contents(u"t.csv"_s) : answer.err;
        };
        QVERIFY2(exported({}).contains("Median,'+6-20%"), exported({}).constData());
        QVERIFY(exported({}).contains("Mean,-5%"));
        QVERIFY(exported({u"--no-guard"_s}).contains("Median,+6-20%"));
    }

    void listingFindsNamesInAnyCaseAndSaysWhatIsNotThere() {
        const auto all = run({u"--json"_s, u"list"_s}).json().array();
        QVERIFY(!all.isEmpty());
        const auto none = run({u"list"_s, u"--source"_s, u"no such source"_s});
        QCOMPARE(none.status, 2);
        QVERIFY2(none.err.contains("no such source"), none.err.constData());
        QCOMPARE(run({u"list"_s, u"--month"_s, u"last month"_s}).status, 2);
        const auto month = [&](const QString& text) {
            return run({u"--json"_s, u"list"_s, u"--month"_s, text}).json().array().size();
        };
        QCOMPARE(month(u"2026-4"_s), month(u"2026-04"_s));
    }

    void aDisplayThatDoesNotAnswerIsNoDisplay() {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.insert(u"DISPLAY"_s, u":7777"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PARALLAX_PROGRAM), {u"--library"_s, path(u"library.sqlite3"_s)});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const QByteArray told = process.readAllStandardError();
        QVERIFY2(told.contains("DISPLAY=:7777 does not answer"), told.constData());
        QVERIFY(process.readAllStandardOutput().contains("Grid power for compute"));
    }

    // Qt would end the program.
    void aWaylandDisplayThatQtHasNoPluginForIsNoDisplay() {
        const QDir platforms(QLibraryInfo::path(QLibraryInfo::PluginsPath) + u"/platforms"_s);
        if (!platforms.entryList({u"libqwayland*"_s}, QDir::Files).isEmpty())
            QSKIP("qt6-wayland is installed");
        QTemporaryDir folder;
        const QByteArray name = folder.filePath(u"wayland-0"_s).toUtf8();
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        QVERIFY(name.size() < qsizetype(sizeof address.sun_path));
        std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
        const int display = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QVERIFY(::bind(display, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        QVERIFY(::listen(display, 5) == 0);
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.remove(u"DISPLAY"_s);
        environment.insert(u"WAYLAND_DISPLAY"_s, QString::fromUtf8(name));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PARALLAX_PROGRAM), {u"--library"_s, path(u"library.sqlite3"_s)});
        QVERIFY(process.waitForFinished(60'000));
        ::close(display);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        const QByteArray told = process.readAllStandardError();
        QVERIFY2(told.contains("qt6-wayland"), told.constData());
        QVERIFY(process.readAllStandardOutput().contains("Grid power for compute"));
    }

    void withoutADisplayTheLibraryIsPrintedAndTheReasonSaid() {
        const auto answer = run({});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.err.contains("no display"), answer.err.constData());
        QVERIFY2(answer.out.contains("Grid power for compute"), answer.out.constData());
        QVERIFY2(answer.out.contains("$50 (+25%)"), answer.out.constData());
    }

    void theDemoLibraryIsThereForTheAsking() {
        const auto answer = run({u"--demo"_s, u"list"_s, u"--json"_s}, false);
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.json().array().size() >= 12);
    }

    void tablesOfEveryEditionAreExportedEachToItsFile() {
        const auto exported = [&](const QString& folder, const QStringList& more) {
            const auto answer = run(QStringList{u"--demo"_s, u"export"_s, u"--tables"_s, u"--format"_s,
                                                u"csv"_s, u"--to"_s, path(folder)} +
                                        more,
                                    false);
            return answer.status == 0 ? QDir(path(folder)).entryList(QDir::Files) : QStringList();
        };
        const auto tables = run({u"--demo"_s, u"tables"_s, u"--json"_s}, false).json().array();
        const QStringList all = exported(u"every"_s, {});
        QCOMPARE(all.size(), tables.size());
        const QStringList simplified = exported(u"simplified"_s, {u"--lang"_s, u"zh-Hans"_s});
        QVERIFY(!simplified.isEmpty() && simplified.size() < all.size());
        QVERIFY(simplified.filter(u".zh-Hant."_s).isEmpty());
    }

    void wrongUsageIsStatusTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
        QTest::newRow("missing argument") << QStringList{u"show"_s};
        QTest::newRow("not a number") << QStringList{u"show"_s, u"twelve"_s};
        QTest::newRow("unknown language") << QStringList{u"show"_s, u"1"_s, u"--lang"_s, u"klingon"_s};
    }
    void wrongUsageIsStatusTwo() {
        QFETCH(QStringList, arguments);
        const auto answer = run(arguments);
        QCOMPARE(answer.status, 2);
        QVERIFY(!answer.err.isEmpty());
    }

    void wrongUsageIsToldInWordsThatHelp() {
        const auto unknown = run({u"frobnicate"_s});
        QVERIFY2(unknown.err.contains("there is no command \"frobnicate\""), unknown.err.constData());
        QVERIFY(!run({u"list"_s, u"--frobnicate"_s}).err.contains("there is no command"));
        for (const auto& number : {u"0"_s, u"-3"_s, u"many"_s, u"1.5"_s}) {
            const auto answer = run({u"list"_s, u"--limit"_s, number});
            QCOMPARE(answer.status, 2);
            QVERIFY2(answer.err.contains("no whole number from 1 up"), answer.err.constData());
        }
    }

    void aTitleWithATabIsOneColumn() {
        Program own;
        QVERIFY(own.write(u"tab.md"_s, "# Before\tand after\n\nWords of an article.\n"));
        QVERIFY(own.run({u"import"_s, u"tab.md"_s}).out.startsWith("1\tBefore and after\tadded"));
        QVERIFY(own.run({u"search"_s, u"words"_s}).out.startsWith("1\tBefore and after\n"));
    }

    void anUnknownArticleIsStatusOneWithOneLine() {
        const auto answer = run({u"show"_s, u"999999"_s});
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.err.count('\n'), 1);
        QVERIFY(answer.err.contains("999999"));
    }

    void doctorNamesWhatItChecked() {
        const auto answer = run({u"doctor"_s, u"--json"_s});
        QStringList subjects;
        for (const auto& value : answer.json().array())
            subjects << value.toObject()[u"subject"_s].toString();
        for (const auto& subject :
             {u"SQLite"_s, u"Chinese fonts"_s, u"Library"_s, u"Document reader"_s, u"GPU"_s})
            QVERIFY2(subjects.contains(subject), qPrintable(subject));
    }

    void doctorMeasuresTheDiskOfARelativeLibraryThatIsNotThereYet() {
        const auto answer =
            run({u"--library"_s, u"to-be-made/library.sqlite3"_s, u"doctor"_s, u"--json"_s}, false);
        QString free;
        for (const auto& value : answer.json().array())
            if (value.toObject()[u"subject"_s].toString() == u"Free space")
                free = value.toObject()[u"text"_s].toString();
        QVERIFY(!free.isEmpty());
        QVERIFY2(!free.startsWith(u'-'), qPrintable(free));
    }
};

PARALLAX_LOOP_TEST(TestCli)

} // namespace test_cli
#include "test_cli.moc"
