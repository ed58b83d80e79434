// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's way to the library: two threads, lanes, errors, and other processes' changes.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

#include "data/article/identity.h"
#include "data/store/annotation_store.h"
#include "tests/test_program.h"
#include "ui/common/library_client.h"

namespace test_library_client {

using namespace parallax;
using namespace parallax::ui;

namespace {

std::filesystem::path fileIn(const QTemporaryDir& folder, const char* name = "library.sqlite3") {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

} // namespace

class TestLibraryClient final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<parallax::Error>("parallax::Error"); }

    void answersComeBackOnTheWindowsThread() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        QVERIFY(!client.isOpen());
        QThread* here = QThread::currentThread();
        QThread* there = nullptr;
        bool answered = false;
        // Asked before it is open: waits.
        client.read<qint64>(
            {}, this,
            [&](data::Library& library) {
                there = QThread::currentThread();
                return qint64(library.annotations().tags().size());
            },
            [&](qint64 count) {
                QCOMPARE(count, 0);
                QCOMPARE(QThread::currentThread(), here);
                answered = true;
            });
        QTRY_VERIFY(answered);
        QVERIFY(client.isOpen());
        QVERIFY(!client.isReadOnly());
        QVERIFY(there != here);
    }

    void aWriteIsSeenByTheNextReadAndAnnouncedOnce() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        QSignalSpy changed(&client, &LibraryClient::changed);
        // What changes before the first look at the library is no news.
        bool looked = false;
        client.read<bool>(
            {}, this, [](data::Library&) { return true; }, [&](bool) { looked = true; });
        QTRY_VERIFY(looked);
        bool written = false;
        client.write(
            this, [](data::Library& library) { library.annotations().addTag("Nvidia", "#00ff00"); },
            [&] { written = true; });
        QTRY_VERIFY(written);
        QTRY_COMPARE(changed.count(), 1);
        qint64 tags = -1;
        client.read<qint64>(
            {}, this, [](data::Library& library) { return qint64(library.annotations().tags().size()); },
            [&](qint64 count) { tags = count; });
        QTRY_COMPARE(tags, 1);
        QTest::qWait(1500); // polls in between find nothing new
        QCOMPARE(changed.count(), 1);
    }

    void changesOfAnotherConnectionAreNoticed() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        QTRY_VERIFY(client.isOpen());
        QSignalSpy changed(&client, &LibraryClient::changed);
        {
            data::Library other(fileIn(folder));
            other.annotations().addTag("from elsewhere", "#ff0000");
        }
        QTRY_VERIFY_WITH_TIMEOUT(changed.count() >= 1, 5000);
    }

    void aNewerQuestionReplacesTheOlderOfItsLane() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        QTRY_VERIFY(client.isOpen());
        std::atomic<bool> begun{false};
        std::atomic<bool> go{false};
        std::atomic<int> ran{0};
        QList<int> answers;
        const auto ask = [&](int number, bool waits) {
            client.read<int>(
                QStringLiteral("search"), this,
                [&, number, waits](data::Library&) {
                    ++ran;
                    begun = true;
                    while (waits && !go)
                        QThread::msleep(1);
                    return number;
                },
                [&](int answer) { answers << answer; });
        };
        ask(0, true);
        QTRY_VERIFY(begun);
        for (int number = 1; number <= 20; ++number)
            ask(number, false);
        go = true;
        QTRY_COMPARE(answers, QList<int>{20}); // the first ran but was out of date, 1…19 never ran
        QCOMPARE(ran.load(), 2);
    }

    void differentLanesAndTheNamelessOneAreAllAnswered() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        int answers = 0;
        for (const char* lane : {"a", "b", "", "", ""})
            client.read<int>(
                QString::fromLatin1(lane), this, [](data::Library&) { return 1; }, [&](int) { ++answers; });
        QTRY_COMPARE(answers, 5);
    }

    void nothingIsDeliveredToWhatIsGone() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        QTRY_VERIFY(client.isOpen());
        bool delivered = false;
        bool last = false;
        auto page = std::make_unique<QObject>();
        client.read<int>(
            {}, page.get(), [](data::Library&) { return 1; }, [&](int) { delivered = true; });
        page.reset();
        client.read<int>(
            {}, this, [](data::Library&) { return 1; }, [&](int) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(!delivered);
    }

    void errorsOfJobsAreReportedAndTheNextJobStillRuns() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        QList<ErrorCode> failures;
        connect(&client, &LibraryClient::failed, this, [&](const Error& error) { failures << error.code(); });
        client.read<int>(
            {}, this, [](data::Library&) -> int { throw Error(ErrorCode::ArticleNotFound, {"7"}); },
            [](int) {});
        client.read<int>(
            {}, this, [](data::Library&) -> int { throw std::runtime_error("odd"); }, [](int) {});
        client.read<int>(
            {}, this, [](data::Library&) -> int { throw Error(ErrorCode::Cancelled); }, [](int) {});
        client.write(this, [](data::Library&) { throw Error(ErrorCode::DiskFull, {"/x"}); });
        bool answered = false;
        client.read<int>(
            {}, this, [](data::Library&) { return 1; }, [&](int) { answered = true; });
        QTRY_VERIFY(answered);
        QTRY_COMPARE(failures.size(), 3);
        QVERIFY(failures.contains(ErrorCode::ArticleNotFound));
        QVERIFY(failures.contains(ErrorCode::LibraryFailed));
        QVERIFY(failures.contains(ErrorCode::DiskFull));
    }

    void whoeverWroteIsToldWhetherItIsWritten() {
        QTemporaryDir folder;
        LibraryClient client(fileIn(folder));
        QStringList told;
        const auto tell = [&told](const char* word) {
            return [&told, word] { told << QLatin1String(word); };
        };
        client.write(
            this, [](data::Library&) {}, tell("first done"), tell("first not done"));
        client.write(
            this, [](data::Library&) { throw Error(ErrorCode::DiskFull, {"/x"}); }, tell("second done"),
            tell("second not done"));
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told, (QStringList{QStringLiteral("first done"), QStringLiteral("second not done")}));
        QTRY_VERIFY(!client.uid().empty()); // known when reading is open, too
    }

    void aFileThatIsNoLibraryIsReportedAndLeftAlone() {
        QTemporaryDir folder;
        const std::filesystem::path path = fileIn(folder, "notes.txt");
        const QByteArray words = QByteArray("These are my notes. ").repeated(200);
        {
            QFile file(QString::fromStdString(path.string()));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(words);
        }
        {
            LibraryClient client(path);
            QSignalSpy opened(&client, &LibraryClient::opened);
            std::optional<ErrorCode> failure;
            connect(&client, &LibraryClient::failed, this,
                    [&](const Error& error) { failure = error.code(); });
            QTRY_VERIFY(failure.has_value());
            QCOMPARE(*failure, ErrorCode::LibraryNotALibrary);
            QCOMPARE(opened.count(), 0);
            QVERIFY(!client.isOpen());
        }
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), words);
    }

    void whatWasWrittenBeforeClosingIsKept() {
        QTemporaryDir folder;
        {
            LibraryClient client(fileIn(folder));
            for (int i = 0; i < 20; ++i)
                client.write(nullptr, [i](data::Library& library) {
                    library.annotations().addTag("tag " + std::to_string(i), "#123456");
                });
        } // at once: nothing has run yet
        data::Library library(fileIn(folder));
        QCOMPARE(library.annotations().tags().size(), std::size_t(20));
    }

    void closingDoesNotWaitForALongRead() {
        QTemporaryDir folder;
        auto client = std::make_unique<LibraryClient>(fileIn(folder));
        QTRY_VERIFY(client->isOpen());
        std::atomic<int> ran{0};
        for (int i = 0; i < 1000; ++i)
            client->read<int>(
                {}, this,
                [&](data::Library&) {
                    QThread::msleep(2);
                    return ++ran;
                },
                [](int) {});
        client.reset();
        QVERIFY(ran < 1000);
    }
};

PARALLAX_WIDGET_TEST(TestLibraryClient)

} // namespace test_library_client
#include "test_library_client.moc"
