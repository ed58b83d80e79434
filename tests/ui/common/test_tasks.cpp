// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Long work, issues and commands: the models behind the task list, the issue list and the palette.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QWidget>

#include <atomic>
#include <optional>

#include "tests/test_program.h"
#include "ui/common/actions.h"
#include "ui/common/issues.h"
#include "ui/common/tasks.h"

namespace test_tasks {

using namespace parallax;
using namespace parallax::ui;

namespace {

void nothing(std::stop_token, const ProgressCallback&) {}

} // namespace

class TestTasks final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void workRunsElsewhereAndItsEndComesBackHere() {
        IssueModel issues;
        TaskManager tasks(issues);
        QAbstractItemModelTester tester(&tasks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QThread* here = QThread::currentThread();
        QThread* there = nullptr;
        bool done = false;
        tasks.start(
            QStringLiteral("Work"),
            [&](std::stop_token, const ProgressCallback&) { there = QThread::currentThread(); }, this,
            [&] { done = QThread::currentThread() == here; });
        QCOMPARE(tasks.running(), 1);
        QTRY_VERIFY(done);
        QVERIFY(there != here);
        QCOMPARE(tasks.running(), 0);
        QVERIFY(!tasks.data(tasks.index(0), TaskManager::RunningRole).toBool());
        QCOMPARE(issues.rowCount(), 0);
    }

    void progressIsShownWithAnEstimateOnceThereIsGroundForOne() {
        IssueModel issues;
        TaskManager tasks(issues);
        QAbstractItemModelTester tester(&tasks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int id = tasks.start(QStringLiteral("Work"),
                                   [](std::stop_token stop, const ProgressCallback& progress) {
                                       for (int step = 0; !stop.stop_requested(); ++step) {
                                           progress({step, 1000, "item"});
                                           QThread::msleep(5);
                                       }
                                   },
                                   nullptr, {});
        const QModelIndex row = tasks.index(0);
        QCOMPARE(tasks.data(row, TaskManager::ProgressRole).toDouble(), -1.0); // nothing known yet
        QCOMPARE(tasks.data(row, TaskManager::RemainingRole).toLongLong(), -1);
        QTRY_VERIFY(tasks.data(row, TaskManager::ProgressRole).toDouble() > 0);
        QCOMPARE(tasks.data(row, TaskManager::DetailRole).toString(), QStringLiteral("item"));
        QTRY_VERIFY(tasks.data(row, TaskManager::RemainingRole).toLongLong() > 0);
        tasks.cancel(id);
        QTRY_COMPARE(tasks.running(), 0);
    }

    void whatIsDoneIsToldInTheLanguageOfNow() {
        IssueModel issues;
        TaskManager tasks(issues);
        QString language = QStringLiteral("Export");
        const int id = tasks.start([&] { return language; }, nothing, nullptr, {});
        tasks.setOutcome(id, [&] { return language + QStringLiteral("!"); });
        QTRY_COMPARE(tasks.running(), 0);
        language = QStringLiteral("匯出");
        QCOMPARE(tasks.data(tasks.index(0), Qt::DisplayRole).toString(), language);
        QCOMPARE(tasks.data(tasks.index(0), TaskManager::DetailRole).toString(), QStringLiteral("匯出!"));
    }

    void workWithoutATitleThatAPageWaitsForIsNoHousekeeping() {
        IssueModel issues;
        TaskManager tasks(issues);
        const auto fail = [](std::stop_token, const ProgressCallback&) {
            throw Error(ErrorCode::FileNotFound, {"/models/gone.gguf"});
        };
        bool told = false;
        tasks.start({}, fail, this, {}, [&](const Error&) { told = true; });
        QTRY_VERIFY(told);
        QCOMPARE(issues.rowCount(), 1);
        QVERIFY(!issues.issue(0).text.contains(QLatin1String("Housekeeping")));
        QVERIFY(issues.issue(0).text.contains(QLatin1String("gone.gguf")));
        tasks.start({}, fail, nullptr, {});
        QTRY_COMPARE(issues.rowCount(), 2);
        QVERIFY(issues.issue(0).text.contains(QLatin1String("Housekeeping")));
    }

    void aCancelledTaskEndsQuietlyAndItsPageIsTold() {
        IssueModel issues;
        TaskManager tasks(issues);
        bool done = false;
        std::optional<ErrorCode> failure;
        const int id = tasks.start(
            QStringLiteral("Work"),
            [](std::stop_token stop, const ProgressCallback&) {
                for (;;) {
                    throwIfStopped(stop);
                    QThread::msleep(1);
                }
            },
            this, [&] { done = true; }, [&](const Error& error) { failure = error.code(); });
        tasks.cancel(id);
        QTRY_VERIFY(failure.has_value());
        QCOMPARE(*failure, ErrorCode::Cancelled);
        QVERIFY(!done);
        QCOMPARE(issues.rowCount(), 0);
        tasks.cancel(id);     // ended already
        tasks.cancel(987654); // never was
    }

    void aFailureBecomesAnIssueUnderTheTasksName() {
        IssueModel issues;
        TaskManager tasks(issues);
        tasks.start(QStringLiteral("Exporting"),
                    [](std::stop_token, const ProgressCallback&) {
                        throw Error(ErrorCode::DiskFull, {"/media/stick"});
                    },
                    this, {});
        tasks.start(QStringLiteral("Computing"),
                    [](std::stop_token, const ProgressCallback&) { throw std::runtime_error("odd"); }, this,
                    {});
        tasks.start(QStringLiteral("Throwing"), [](std::stop_token, const ProgressCallback&) { throw 7; },
                    this, {});
        QTRY_COMPARE(issues.rowCount(), 3);
        QStringList texts;
        for (int row = 0; row < 3; ++row)
            texts << issues.issue(row).text + issues.issue(row).detail;
        const QString all = texts.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QLatin1String("Exporting: ")) && all.contains(QLatin1String("/media/stick")),
                 qPrintable(all));
        QVERIFY2(all.contains(QLatin1String("odd")), qPrintable(all));
    }

    void nothingIsCalledForAPageThatIsGone() {
        IssueModel issues;
        TaskManager tasks(issues);
        std::atomic<bool> go{false};
        bool called = false;
        auto page = std::make_unique<QObject>();
        tasks.start(
            QStringLiteral("Work"),
            [&](std::stop_token, const ProgressCallback&) {
                while (!go)
                    QThread::msleep(1);
            },
            page.get(), [&] { called = true; });
        page.reset();
        go = true;
        QTRY_COMPARE(tasks.running(), 0);
        QVERIFY(!called);
    }

    void quietWorkIsNotListed() {
        IssueModel issues;
        TaskManager tasks(issues);
        bool done = false;
        tasks.start({}, nothing, this, [&] { done = true; });
        QCOMPARE(tasks.rowCount(), 0);
        QTRY_VERIFY(done);
    }

    void closingAsksWorkToStopAndWaitsForIt() {
        std::atomic<bool> begun{false};
        std::atomic<bool> ended{false};
        {
            IssueModel issues;
            TaskManager tasks(issues);
            tasks.start(QStringLiteral("Work"),
                        [&](std::stop_token stop, const ProgressCallback&) {
                            begun = true;
                            while (!stop.stop_requested())
                                QThread::msleep(1);
                            ended = true;
                        },
                        nullptr, {});
            QTRY_VERIFY(begun);
        }
        QVERIFY(ended);
    }

    void finishedTasksAreKeptForAWhileAndNotForEver() {
        IssueModel issues;
        TaskManager tasks(issues);
        QAbstractItemModelTester tester(&tasks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 60; ++i)
            tasks.start(QStringLiteral("Task %1").arg(i), nothing, nullptr, {});
        QTRY_COMPARE(tasks.running(), 0);
        QVERIFY(tasks.rowCount() > 0 && tasks.rowCount() <= 20);
        tasks.setOutcome(tasks.idAt(0), QStringLiteral("12 articles added"));
        QCOMPARE(tasks.data(tasks.index(0), TaskManager::DetailRole).toString(),
                 QStringLiteral("12 articles added"));
        tasks.clearFinished();
        QCOMPARE(tasks.rowCount(), 0);
    }

    void theSameIssueIsKeptOnceAndComesFirst() {
        IssueModel issues;
        QAbstractItemModelTester tester(&issues, QAbstractItemModelTester::FailureReportingMode::QtTest);
        issues.add({Severity::Error, QStringLiteral("a"), {}, {}, {}});
        issues.add({Severity::Error, QStringLiteral("b"), {}, {}, {}});
        issues.add({Severity::Error, QStringLiteral("a"), QStringLiteral("again"), {}, {}});
        QCOMPARE(issues.rowCount(), 2);
        QCOMPARE(issues.issue(0).text, QStringLiteral("a"));
        QCOMPARE(issues.issue(0).detail, QStringLiteral("again"));
        for (int i = 0; i < 1200; ++i)
            issues.add({Severity::Note, QString::number(i), {}, {}, {}});
        QCOMPARE(issues.rowCount(), 500);
        issues.clear();
        QCOMPARE(issues.rowCount(), 0);
    }

    void actionsAreNamedFoundAndForgotten() {
        ActionRegistry registry;
        int triggered = 0;
        QString name = QStringLiteral("Next article");
        {
            QWidget page;
            QAction* action = registry.add(
                &page, QStringLiteral("library.next"), QStringLiteral("library"), [&name] { return name; },
                QKeySequence(Qt::CTRL | Qt::Key_J), [&] { ++triggered; }, QStringLiteral("forward"));
            QCOMPARE(registry.find(QStringLiteral("library.next")), action);
            QCOMPARE(action->text(), name);
            QCOMPARE(action->toolTip(), QStringLiteral("Next article (Ctrl+J)"));
            QVERIFY(!action->icon().isNull());
            action->trigger();
            QCOMPARE(triggered, 1);
            name = QStringLiteral("下一篇");
            registry.retranslate();
            QCOMPARE(action->text(), name);
        }
        QVERIFY(registry.entries().empty());
        QVERIFY(!registry.find(QStringLiteral("library.next")));
    }

    void twoClaimsOnOneKeyAreFound() {
        ActionRegistry registry;
        QWidget page;
        const auto add = [&](const char* id, const QKeySequence& keys) {
            return registry.add(&page, QString::fromLatin1(id), QStringLiteral("g"),
                                [] { return QStringLiteral("x"); }, keys, {});
        };
        add("a", QKeySequence(Qt::CTRL | Qt::Key_J));
        add("b", {});
        add("c", {});
        QVERIFY(registry.shortcutConflicts().isEmpty());
        add("d", QKeySequence(Qt::Key_F1))
            ->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_J)});
        QCOMPARE(registry.shortcutConflicts(), QStringList{QStringLiteral("Ctrl+J: a, d")});
    }
};

PARALLAX_WIDGET_TEST(TestTasks)

} // namespace test_tasks
#include "test_tasks.moc"
