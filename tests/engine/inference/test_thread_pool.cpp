// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "engine/device/pool.h"
#include "tests/test_program.h"

namespace test_thread_pool {

using parallax::device::Pool;

class TestThreadPool final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyPieceRunsOnce() {
        for (const int threads : {1, 2, 5}) {
            Pool pool(threads);
            std::vector<std::atomic<int>> runs(1000);
            pool.run(runs.size(), [&](std::size_t i, int thread) {
                if (thread >= 0 && thread < threads)
                    ++runs[i];
            });
            for (const std::atomic<int>& count : runs)
                QCOMPARE(count.load(), 1);
        }
    }

    void whatAPieceThrowsReachesTheCallerAndThePoolGoesOn() {
        for (const int threads : {1, 2, 5}) {
            Pool pool(threads);
            for (int round = 0; round < 50; ++round) {
                QVERIFY_EXCEPTION_THROWN(pool.run(100,
                                                  [](std::size_t i, int) {
                                                      if (i % 10 == 7)
                                                          throw std::runtime_error("a piece failed");
                                                  }),
                                         std::runtime_error);
                std::atomic<int> after = 0;
                pool.run(100, [&](std::size_t, int) { ++after; });
                QCOMPARE(after.load(), 100);
            }
        }
    }
};

PARALLAX_TEST(TestThreadPool)

} // namespace test_thread_pool
#include "test_thread_pool.moc"
