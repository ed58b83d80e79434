// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "base/progress.h"
#include "base/sanitizers.h"
#include "data/ingest/document_codec.h"
#include "data/ingest/parser_process.h"
#include "tests/test_program.h"

namespace test_parser_process {

using namespace parallax;
using namespace parallax::data;

namespace {

const std::string page =
    "<!doctype html><html lang=en><head><title>Chips</title></head><body><article><h1>Chips</h1>"
    "<p>The price of memory rose by a third within a single quarter of the year.</p>"
    "<table><tr><th>Maker</th><th>Share</th></tr><tr><td>A</td><td>40%</td></tr></table>"
    "</article></body></html>";

ParserProcess::Settings realWorker() {
    ParserProcess::Settings settings;
    settings.command = {PARALLAX_PROGRAM, "parse-worker"};
    return settings;
}

ParseHints named(const char* name) {
    ParseHints hints;
    hints.name = name;
    return hints;
}

// What the call threw; FormatUnknown stands for "nothing" (none of these tests can throw it).
Error thrownBy(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::FormatUnknown);
}

QByteArray nameOf(const Error& error) {
    return errorName(error.code());
}

} // namespace

class TestParserProcess : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    ParserProcess::Settings fakeWorker(const char* name, const std::string& script) {
        const std::string path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
        ::chmod(path.c_str(), 0700);
        ParserProcess::Settings settings;
        settings.command = {path};
        settings.seconds = 2;
        return settings;
    }

  private Q_SLOTS:
    void givesTheSameDocumentAsParsingHere() {
        ParserProcess process(realWorker());
        const Document there = process.parse(page, named("chips.html"));
        const Document here = parseDocument(page, named("chips.html"));
        QCOMPARE(there.format, Format::Html);
        QCOMPARE(encodeDocument(there), encodeDocument(here));
    }

    // A file from an archive that was packed in another encoding.
    void aNameThatIsNoTextCostsNothing() {
        ParserProcess process(realWorker());
        const Document document = process.parse("a,b\n1,2\n", named("\xbb\xf9\xae\xe6.csv"));
        QCOMPARE(document.articles.size(), std::size_t{1});
        QVERIFY(!document.articles.at(0).tables.empty());
        QCOMPARE(nameOf(thrownBy([&] { process.parse(" ", named("\xff.md")); })),
                 QByteArray("DocumentEmpty"));
    }

    void takesManyDocumentsWithOneChild() {
        ParserProcess process(realWorker());
        QCOMPARE(process.childPid(), 0);
        process.parse(page, named("first"));
        const int pid = process.childPid();
        QVERIFY(pid > 0);
        for (int i = 0; i < 500; ++i) {
            const std::string text =
                "Title " + std::to_string(i) + "\n\n" + std::string(static_cast<size_t>(i) * 97, 'x') + ".\n";
            const Document document = process.parse(text, named("text"));
            QCOMPARE(document.articles.at(0).text, text);
        }
        QCOMPARE(process.childPid(), pid);
    }

    void carriesADocumentLargerThanAnyBuffer() {
        ParserProcess process(realWorker());
        std::string text = "Title\n\n";
        for (int i = 0; i < 60'000; ++i)
            text += "Line " + std::to_string(i) + " of a long text, with 雲端 in it.\n\n";
        QCOMPARE(process.parse(text, named("long")).articles.at(0).text, text);
    }

    void passesOnWhatTheParserThrew() {
        ParserProcess process(realWorker());
        std::string deep = "<html><body>";
        for (int i = 0; i < 1000; ++i)
            deep += "<div>\n";
        const Error error = thrownBy([&] { process.parse(deep, named("deep.html")); });
        QCOMPARE(nameOf(error), QByteArray("DocumentTooDeep"));
        QCOMPARE(error.args().at(0), std::string("deep.html"));
        QCOMPARE(error.args().at(1), std::string("255"));
        QVERIFY(process.childPid() > 0); // an error is an answer: the child goes on
        QCOMPARE(nameOf(thrownBy([&] { process.parse("  \n", named("blank.txt")); })),
                 QByteArray("DocumentEmpty"));
        QCOMPARE(process.parse(page, named("chips.html")).articles.size(), size_t(1));
    }

    void refusesWhatIsTooLongWithoutAChild() {
        auto settings = realWorker();
        settings.limits.bytes = 100;
        ParserProcess process(settings);
        QCOMPARE(nameOf(thrownBy([&] { process.parse(page, named("p")); })), QByteArray("FileTooLarge"));
        QCOMPARE(process.childPid(), 0);
    }

    void startsAnotherChildWhenOneDiedIdle() {
        ParserProcess process(realWorker());
        process.parse(page, named("one"));
        const int pid = process.childPid();
        ::kill(pid, SIGKILL);
        // Dead, and a zombie until it is waited for: then its end of the socket is closed.
        const auto state = [pid] {
            QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
            if (!stat.open(QIODevice::ReadOnly))
                return QByteArray();
            const QByteArray text = stat.readAll();
            return text.mid(text.lastIndexOf(')') + 2, 1);
        };
        QTRY_COMPARE(state(), QByteArray("Z"));
        QCOMPARE(process.parse(page, named("two")).articles.size(), size_t(1));
        QVERIFY(process.childPid() != pid);
    }

    void namesTheSignalOfACrash() {
        auto settings = fakeWorker("crash", "head -c 16 >/dev/null; kill -SEGV $$");
        ParserProcess process(settings);
        const Error error = thrownBy([&] { process.parse(page, named("evil.pdf")); });
        QCOMPARE(nameOf(error), QByteArray("ParserCrashed"));
        QCOMPARE(error.args().at(0), std::string("evil.pdf"));
        QCOMPARE(error.args().at(1), std::string("SIGSEGV"));
        QCOMPARE(process.childPid(), 0);
    }

    void survivesAChildKilledInTheMiddle() {
        auto settings = realWorker();
        settings.seconds = 60;
        ParserProcess process(settings);
        process.parse(page, named("warm"));
        const int pid = process.childPid();
        ::kill(pid, SIGSTOP); // it will not answer …
        std::jthread killer([pid] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            ::kill(pid, SIGKILL); // … and dies meanwhile
        });
        const Error error = thrownBy([&] { process.parse(page, named("p")); });
        QCOMPARE(nameOf(error), QByteArray("ParserCrashed"));
        QCOMPARE(error.args().at(1), std::string("SIGKILL"));
        QCOMPARE(process.parse(page, named("p")).articles.size(), size_t(1));
    }

    void endsAChildThatTakesTooLong() {
        auto settings = realWorker();
        settings.seconds = 1;
        ParserProcess process(settings);
        process.parse(page, named("warm"));
        const int pid = process.childPid();
        ::kill(pid, SIGSTOP);
        const Error error = thrownBy([&] { process.parse(page, named("slow.html")); });
        QCOMPARE(nameOf(error), QByteArray("ParserTimedOut"));
        QCOMPARE(error.args().at(1), std::string("1"));
        QCOMPARE(::kill(pid, 0), -1); // gone, and waited for
        QCOMPARE(process.parse(page, named("p")).articles.size(), size_t(1));
    }

    void saysWhenMemoryRanOut() {
#if PARALLAX_WITH_ASAN || PARALLAX_WITH_TSAN
        QSKIP("a sanitizer needs more address space than any limit");
#endif
        auto settings = realWorker();
        settings.memoryBytes = std::size_t(700) << 20; // the program with its libraries, and little more
        ParserProcess process(settings);
        process.parse(page, named("warm"));
        std::string large = "<p>";
        for (int i = 0; i < 3'000'000; ++i)
            large += "<b>x</b>y ";
        const Error error = thrownBy([&] { process.parse(large, named("large.html")); });
        QCOMPARE(nameOf(error), QByteArray("ParserOutOfMemory"));
        QCOMPARE(error.args().at(0), std::string("large.html"));
        QCOMPARE(process.parse(page, named("p")).articles.size(), size_t(1));
    }

    void believesNoGarbage_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("text") << QByteArray(
            "head -c 16 >/dev/null; echo these are not the bytes that were asked for; sleep 5");
        QTest::newRow("at once") << QByteArray("echo nonsense nonsense nonsense nonsense; sleep 5");
        QTest::newRow("a huge length") << QByteArray(
            "printf 'PXW1\\002\\000\\000\\000\\377\\377\\377\\377\\377\\377\\377\\177'; sleep 5");
        QTest::newRow("a document of noise")
            << QByteArray("printf "
                          "'PXW1\\002\\000\\000\\000\\010\\000\\000\\000\\000\\000\\000\\000\\377\\377\\377\\"
                          "377\\377\\377\\377\\377'; sleep 5");
        QTest::newRow("an error that is none") << QByteArray(
            "printf 'PXW1\\003\\000\\000\\000\\003\\000\\000\\000\\000\\000\\000\\000\\377\\177\\000'; sleep "
            "5");
        QTest::newRow("more than it promised") << QByteArray(
            "printf 'PXW1\\004\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000tail'; sleep 5");
    }
    void believesNoGarbage() {
        QFETCH(QByteArray, script);
        ParserProcess process(fakeWorker("garbage", script.constData()));
        const Error error = thrownBy([&] { process.parse(page, named("p.html")); });
        QCOMPARE(nameOf(error), QByteArray("ParserCrashed"));
        QCOMPARE(error.args().at(1), std::string("unreadable answer"));
        QCOMPARE(process.childPid(), 0);
    }

    void saysWhenTheChildEndsWithoutAnAnswer() {
        ParserProcess process(fakeWorker("quitter", "exit 3"));
        const Error error = thrownBy([&] { process.parse(page, named("p")); });
        QCOMPARE(nameOf(error), QByteArray("ParserCrashed"));
        QCOMPARE(error.args().at(1), std::string("3"));
    }

    void waitsNoLongerForAnAnswerThatNeverEnds() {
        ParserProcess process(fakeWorker(
            "half",
            "printf 'PXW1\\002\\000\\000\\000\\000\\001\\000\\000\\000\\000\\000\\000half'; sleep 20"));
        QCOMPARE(nameOf(thrownBy([&] { process.parse(page, named("p")); })), QByteArray("ParserTimedOut"));
    }

    void saysWhichProgramCannotBeRun() {
        ParserProcess::Settings settings;
        settings.command = {"/nonexistent/parallax", "parse-worker"};
        ParserProcess process(settings);
        const Error error = thrownBy([&] { process.parse(page, named("p")); });
        QCOMPARE(nameOf(error), QByteArray("FileUnreadable"));
        QCOMPARE(error.args().at(0), std::string("/nonexistent/parallax"));
    }

    void aChildStartsNoOtherOne() {
        const QString seen = m_folder.filePath(QStringLiteral("seen"));
        ParserProcess parent(fakeWorker("marked", "printf %s \"$PARALLAX_PARSE_WORKER\" > '" +
                                                      seen.toStdString() + "'; exit 3"));
        thrownBy([&] { parent.parse(page, named("p")); });
        QFile file(seen);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("1"));

        qputenv("PARALLAX_PARSE_WORKER", "1");
        ParserProcess child(realWorker());
        const Error error = thrownBy([&] { child.parse(page, named("p")); });
        qunsetenv("PARALLAX_PARSE_WORKER");
        QCOMPARE(nameOf(error), QByteArray("Unexpected"));
        QCOMPARE(child.childPid(), 0);
    }

    void stopsAtOnceWhenAsked() {
        auto settings = realWorker();
        settings.seconds = 60;
        ParserProcess process(settings);
        process.parse(page, named("warm"));
        ::kill(process.childPid(), SIGSTOP);
        std::stop_source source;
        std::jthread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            source.request_stop();
        });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(nameOf(thrownBy([&] { process.parse(page, named("p"), source.get_token()); })),
                 QByteArray("Cancelled"));
        QVERIFY(clock.elapsed() < 30'000);
        QCOMPARE(process.childPid(), 0);
        QCOMPARE(nameOf(thrownBy([&] { process.parse(page, named("p"), source.get_token()); })),
                 QByteArray("Cancelled"));
        QCOMPARE(process.parse(page, named("p")).articles.size(), size_t(1));
    }

    void servesTwoThreadsSideBySide() {
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 2; ++i)
                threads.emplace_back([&right, i] {
                    ParserProcess process(realWorker());
                    for (int n = 0; n < 100; ++n) {
                        const std::string text =
                            "Thread " + std::to_string(i) + "\n\nNumber " + std::to_string(n) + ".\n";
                        if (process.parse(text, named("t")).articles.at(0).text == text)
                            ++right;
                    }
                });
        }
        QCOMPARE(right.load(), 200);
    }

    void leavesNoOpenFileOfOursToTheChild() {
        const int ours = ::open("/dev/null", O_RDONLY); // not close-on-exec
        QVERIFY(ours > 2);
        ParserProcess process(realWorker());
        process.parse(page, named("p"));
        const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(process.childPid()));
        if (!descriptors.exists())
            QSKIP("no /proc here");
        const auto entries =
            descriptors.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        ::close(ours);
        int sockets = 0;
        for (const auto& entry : entries)
            sockets += entry.symLinkTarget().contains(QLatin1String("socket:")) ? 1 : 0;
        QCOMPARE(sockets, 1);
        QVERIFY2(entries.size() <= 4, qPrintable(QString::number(entries.size()))); // 0, 1, 2 and the socket
    }

    void endsTheChildWithTheProcess() {
        int pid = 0;
        {
            ParserProcess process(realWorker());
            process.parse(page, named("p"));
            pid = process.childPid();
            ParserProcess moved = std::move(process);
            QCOMPARE(moved.childPid(), pid);
        }
        QCOMPARE(::kill(pid, 0), -1);
    }
};

PARALLAX_TEST(TestParserProcess)

} // namespace test_parser_process
#include "test_parser_process.moc"
