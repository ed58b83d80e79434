// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define PARALLAX_ON_HOST // the kernels' own header, as the host knows it
#include <QtTest>

#include <cstring>

#include "base/error.h"
#include "base/sanitizers.h"
#include "engine/device/probe.h"
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/measure.h"
#include "engine/inference/sim/host_backend.h"
#include "engine/inference/sim/host_device.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_card_bench {

// What `parallax model bench --device cuda` does, on the host in the place of a card: not how fast it is.

using namespace parallax;
using namespace parallax::inference;

class TestCardBench : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void prefillAndDecodeAreMeasuredBesideTheCardsMemory() {
#if PARALLAX_WITH_TSAN
        QSKIP("minutes for hundreds of blocks; the stages themselves are watched in test_stages");
#endif
        const std::string bytes = test::makeTinyModel({"llama", Format::Q8_0, 1});
        const Gguf file(bytes, "tiny");
        MeasurePlan plan;
        plan.prompts = {3, 0};
        plan.depths = {4, 0};
        plan.decode = 2;
        plan.rounds = 2;
        QCOMPARE(plan.context(), 6);
        Bench bench(file, makeHostCard(true, false), plan.context(), 2);
        const auto probe = bench.memoryProbe(16 << 10);
        int begun = 0;
        QStringList told;
        const int before = cuda::on_host::hostLimits().replays;
        const Measurements result =
            measure(bench, *probe, plan,
                    {[&] { ++begun; },
                     [&](const Measured& m) {
                         QCOMPARE(m.rounds.size(), std::size_t{1});
                         told += QStringLiteral("%1 %2").arg(QString::fromStdString(m.what)).arg(m.depth);
                     }});
        QCOMPARE(begun, 6);
        QCOMPARE(told,
                 QStringList({"prefill 0", "prefill 0", "decode 0", "decode 0", "decode 4", "decode 4"}));
        // Of three steps that warm up the last is replayed, and every one that is measured.
        QVERIFY(cuda::on_host::hostLimits().replays >= before + 8);
        QVERIFY(result.bandwidth > 0);
        QCOMPARE(result.pureBandwidth, 0.0);
        QCOMPARE(result.all.size(), std::size_t{3});
        for (const Measured& m : result.all) {
            QVERIFY(m.median(&Round::rate) > 0 && m.median(&Round::share) > 0);
            QCOMPARE(m.median(&Round::pureRate), 0.0);
            QVERIFY(!QString::fromStdString(describe(m)).contains(u'|'));
        }
        QCOMPARE(result.all[0].produced, 6);
        QCOMPARE(result.all[0].bytes, 2 * bench.stepBytes(0)); // each stream's prompt by itself
        QCOMPARE(result.all[2].bytes, 2 * bench.stepBytes(5));
    }

    void everyWordOfMemoryIsRead() {
        using namespace cuda::on_host;
        cuda::on_host::Device device;
        constexpr std::size_t words = 4 * 700; // no multiple of what the threads take at once
        Memory memory(device, words * sizeof(unsigned));
        Memory found(device, sizeof(unsigned));
        auto* const numbers = memory.as<unsigned>();
        std::memset(numbers, 0, words * sizeof(unsigned));
        const auto one = [&] {
            *found.as<unsigned>() = 0;
            readMemory(device, numbers, words * sizeof(unsigned), 3, 64, found.as<unsigned>());
            return *found.as<unsigned>();
        };
        QCOMPARE(one(), 0U);
        for (std::size_t at :
             {std::size_t{0}, std::size_t{1}, std::size_t{767}, std::size_t{2304}, words - 1}) {
            numbers[at] = 1;
            QVERIFY2(one() == 1, qPrintable(QString::number(at)));
            numbers[at] = 0;
        }
    }

    void keysInBytesAreHalfTheBytes() {
        const std::string bytes = test::makeTinyModel({"llama", Format::Q8_0, 1});
        const Gguf file(bytes, "tiny");
        const Bench halves(file, makeHostCard(true, false), 64, 1);
        const Bench small(file, makeHostCard(true, true), 64, 1);
        QCOMPARE(halves.stepBytes(0), small.stepBytes(0));
        QCOMPARE(halves.stepBytes(50) - halves.stepBytes(0), 2 * (small.stepBytes(50) - small.stepBytes(0)));
    }

    void aCardThatIsFullHasNoRoomForTheProbe() {
        const auto card = makeHostCard(true, false);
        auto& limits = cuda::on_host::hostLimits();
        limits.memory = limits.used + 1000;
        QVERIFY_THROWS_EXCEPTION(Error, card->memoryProbe(1 << 20));
        limits.memory = std::size_t{64} << 30;
        QCOMPARE(card->memoryProbe(1 << 14)->bytes() % (1 << 14), std::size_t{0});
    }
};

PARALLAX_TEST(TestCardBench)

} // namespace test_card_bench
#include "test_card_bench.moc"
