// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QtTest>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "base/sanitizers.h"
#include "engine/inference/sim/fibres.h"
#include "tests/test_program.h"

namespace test_sim {

// The host in the place of a card does what the kernels rely on, and sees what they may do wrong.

using namespace parallax;

class TestSim : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void cleanup() { sim::setSchedule(0); }

    void aBlockWaitsForAllOfItsThreads() {
        for (const std::uint64_t seed : {0U, 1U, 2U}) {
            sim::setSchedule(seed);
            std::vector<unsigned> seen(192, 0);
            sim::runKernel({2, 1, 1}, 96, 96, [&] {
                sim::waitedForStage();
                const sim::Place own = sim::here();
                own.shared[own.thread] = static_cast<unsigned char>(own.thread + own.block[0]);
                sim::waitForBlock();
                seen[96 * own.block[0] + own.thread] = own.shared[95 - own.thread]; // of another warp
            });
            for (unsigned i = 0; i < 192; ++i)
                QCOMPARE(seen[i], 95 - i % 96 + i / 96);
        }
    }

    void aWarpWaitsForItsOwnThreadsAlone() {
        std::vector<unsigned> place(64);
        std::atomic<unsigned> over{0};
        sim::runKernel({1, 1, 1}, 64, 0, [&] {
            sim::waitedForStage();
            if (sim::here().thread < 32) {
                sim::waitForWarp();
                sim::waitForWarp();
            }
            place[sim::here().thread] = over++;
        });
        QCOMPARE(over.load(), 64U);
        QCOMPARE(place[32], 0U); // the second warp has nobody to wait for
    }

    void threadsThatWaitAtDifferentPlacesAreFound() {
        QVERIFY_THROWS_EXCEPTION(std::logic_error, sim::runKernel({1, 1, 1}, 64, 0, [] {
                                     sim::waitedForStage();
                                     if (sim::here().thread < 32)
                                         sim::waitForBlock();
                                     else if (sim::here().thread < 48)
                                         sim::waitForWarp();
                                     else
                                         sim::waitForBlock();
                                 }));
    }

    void aKernelThatDoesNotWaitForTheOneBeforeItIsFound() {
        QVERIFY_THROWS_EXCEPTION(std::logic_error, sim::runKernel({1, 1, 1}, 32, 0, [] {
                                     if (sim::here().thread != 7)
                                         sim::waitedForStage();
                                 }));
    }

    // Without the wait, half of the threads read what is not written yet, whatever the order.
    void aMissingWaitChangesTheResult() {
        QCOMPARE(wrongOnes(true), 0);
#if !PARALLAX_WITH_TSAN // which ends the program
        QVERIFY(wrongOnes(false) > 0);
#endif
    }

    // The thread sanitizer sees it in shared memory, and among blocks in the card's; and it sees nothing
    // where threads wait as they should, although their stacks were other threads' before.
    void aMissingWaitIsARace_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("race");
        QTest::newRow("a block that waits") << QStringLiteral("good") << false;
        QTest::newRow("a block that does not") << QStringLiteral("shared") << true;
        QTest::newRow("two blocks at one place") << QStringLiteral("blocks") << true;
    }
    void aMissingWaitIsARace() {
#if PARALLAX_WITH_TSAN
        QFETCH(QString, kind);
        QFETCH(bool, race);
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PARALLAX_TEST_RACE"), kind);
        environment.insert(QStringLiteral("TSAN_OPTIONS"),
                           QStringLiteral("exitcode=66:halt_on_error=1:ignore_noninstrumented_modules=1"));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("sim"), QStringLiteral("aChildOfTheTest")});
        QVERIFY(child.waitForFinished(60000));
        const QByteArray said = child.readAll();
        QVERIFY2((child.exitCode() == 66) == race, said.constData());
        QCOMPARE(said.contains("data race"), race);
#else
        QSKIP("for the thread sanitizer: scripts/test tsan");
#endif
    }
    void aChildOfTheTest() {
        const QByteArray kind = qgetenv("PARALLAX_TEST_RACE");
        if (kind == "good")
            QCOMPARE(wrongOnes(true), 0);
        else if (kind == "shared")
            wrongOnes(false);
        else if (kind == "blocks") {
            int sum = 0;
            sim::runKernel({2, 1, 1}, 32, 0, [&] {
                sim::waitedForStage();
                if (sim::here().thread == 0)
                    ++sum;
            });
            QCOMPARE(sum, 2);
        }
    }

  private:
    // Of 64 threads of each of three blocks: how many read something else than what another one was to write.
    static int wrongOnes(bool wait) {
        std::vector<int> wrong(192, 0);
        sim::runKernel({3, 1, 1}, 64, 64, [&] {
            sim::waitedForStage();
            const sim::Place own = sim::here();
            own.shared[own.thread] = 1;
            if (wait)
                sim::waitForBlock();
            wrong[64 * own.block[0] + own.thread] = own.shared[63 - own.thread] != 1 ? 1 : 0;
        });
        return std::accumulate(wrong.begin(), wrong.end(), 0);
    }
};

PARALLAX_LOOP_TEST(TestSim)

} // namespace test_sim
#include "test_sim.moc"
