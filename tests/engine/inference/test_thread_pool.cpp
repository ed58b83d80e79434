// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <vector>

#include "engine/device/pool.h"
#include "engine/inference/cpu/owned_pieces.h"
#include "tests/test_program.h"

namespace test_thread_pool {

using parallax::device::Pool;
using parallax::inference::cpu::OwnedPieces;

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

    void aThreadTakesItsOwnPiecesInOrderAndThenTheLastOfOthers() {
        OwnedPieces<int> pieces(2);
        QVERIFY(pieces.take(0) == nullptr);
        for (const int piece : {10, 11, 12})
            pieces.add(0, piece);
        pieces.add(1, 20);
        QCOMPARE(pieces.size(), std::size_t{4});
        QCOMPARE(*pieces.take(1), 20);
        QCOMPARE(*pieces.take(1), 12);
        QCOMPARE(*pieces.take(0), 10);
        QCOMPARE(*pieces.take(1), 11);
        QVERIFY(pieces.take(0) == nullptr);
        QVERIFY(pieces.take(1) == nullptr);
        pieces.clear();
        pieces.add(1, 30);
        QCOMPARE(pieces.size(), std::size_t{1});
        QCOMPARE(*pieces.take(0), 30);
    }

    void ownedPiecesAreTakenOnce() {
        for (const int threads : {1, 2, 5}) {
            Pool pool(threads);
            OwnedPieces<std::size_t> pieces(threads);
            for (int round = 0; round < 200; ++round) {
                // The first thread owns most; now and then there is but one piece, the last thread's.
                std::vector<std::atomic<int>> taken(round % 4 == 3 ? 1 : 64);
                pieces.clear();
                for (std::size_t i = 0; i < taken.size(); ++i)
                    pieces.add(taken.size() == 1 ? threads - 1
                               : i < 40          ? 0
                                                 : static_cast<int>(i) % threads,
                               i);
                const std::size_t takers = std::min(static_cast<std::size_t>(threads), pieces.size());
                pool.run(takers, [&](std::size_t, int thread) {
                    while (const std::size_t* piece = pieces.take(thread))
                        ++taken[*piece];
                });
                for (const std::atomic<int>& count : taken)
                    QCOMPARE(count.load(), 1);
            }
        }
    }
};

PARALLAX_TEST(TestThreadPool)

} // namespace test_thread_pool
#include "test_thread_pool.moc"
