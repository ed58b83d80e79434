// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <stdexcept>
#include <vector>

#include "engine/inference/sim/fibres.h"

// The host in the place of a card does what the kernels rely on, and sees what they may do wrong.

using namespace parallax;

class TestSim : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
#if defined(__SANITIZE_THREAD__)
        QSKIP("fibres of two blocks have the same stacks, which are taken for races: docs/gpu.md");
#endif
    }
    void cleanup() { sim::setSchedule(0); }

    void aBlockWaitsForAllOfItsThreads() {
        for (const std::uint64_t seed : {0U, 1U, 2U}) {
            sim::setSchedule(seed);
            std::vector<int> seen(96, 0);
            sim::runKernel({2, 1, 1}, 96, 96, [&] {
                sim::waitedForStage();
                const sim::Place own = sim::here();
                own.shared[own.thread] = static_cast<unsigned char>(own.thread + own.block[0]);
                sim::waitForBlock();
                seen[own.thread] += own.shared[95 - own.thread]; // written by another warp
            });
            for (int i = 0; i < 96; ++i)
                QCOMPARE(seen[static_cast<std::size_t>(i)], 2 * (95 - i) + 1);
        }
    }

    void aWarpWaitsForItsOwnThreadsAlone() {
        std::vector<unsigned> order;
        sim::runKernel({1, 1, 1}, 64, 0, [&] {
            sim::waitedForStage();
            if (sim::here().thread < 32) {
                sim::waitForWarp();
                sim::waitForWarp();
            }
            order.push_back(sim::here().thread);
        });
        QCOMPARE(order.size(), std::size_t{64});
        QCOMPARE(order.front(), 32U); // the second warp has nobody to wait for
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
        const auto sumOfOthers = [](bool wait) {
            int wrong = 0;
            sim::runKernel({1, 1, 1}, 64, 64, [&] {
                sim::waitedForStage();
                const sim::Place own = sim::here();
                own.shared[own.thread] = 1;
                if (wait)
                    sim::waitForBlock();
                wrong += own.shared[63 - own.thread] != 1 ? 1 : 0;
            });
            return wrong;
        };
        QCOMPARE(sumOfOthers(true), 0);
#if !defined(__SANITIZE_THREAD__) // which stops here, as it should
        QVERIFY(sumOfOthers(false) > 0);
#endif
    }
};

QTEST_APPLESS_MAIN(TestSim)
#include "test_sim.moc"
