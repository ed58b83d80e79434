// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/sanitizers.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/cuda/parity/parity.h"
#include "engine/inference/sim/fibres.h"
#include "engine/inference/sim/host_backend.h"
#include "tests/test_program.h"

namespace test_stages {

// The kernels of engine/inference/cuda on the host in the place of a card, stage by stage against the CPU.

using namespace parallax;
using namespace parallax::inference;

namespace {

#if PARALLAX_WITH_TSAN || PARALLAX_WITH_ASAN
constexpr bool watched = true; // many times slower
#else
constexpr bool watched = false;
#endif

const std::vector<std::size_t> rows =
    watched ? std::vector<std::size_t>{1, 9, 65} : std::vector<std::size_t>{1, 3, 8, 17, 64, 300};

void verify(const parity::Report& report) {
    for (const auto& failure : report.failures)
        qWarning("%s", failure.c_str());
    QVERIFY(report.comparisons > 0);
    QVERIFY(report.failures.empty());
}

} // namespace

class TestStages : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        m_cpu = makeCpuBackend({2, Arithmetic::Contract});
        m_card = makeHostCard(true, false);
    }
    void cleanup() { sim::setSchedule(0); }

    void productsOfEveryFormatAreTheProcessors_data() {
        QTest::addColumn<int>("format");
        for (const Format format : parity::allFormats())
            QTest::newRow(formatInfo(format).name) << static_cast<int>(format);
    }
    void productsOfEveryFormatAreTheProcessors() {
        QFETCH(int, format);
        verify(parity::products(*m_cpu, *m_card, static_cast<Format>(format), rows, false));
    }

    void productsDoNotDependOnTheOrderOfThreads() {
        for (const std::uint64_t seed : {1U, 2U}) {
            sim::setSchedule(seed);
            verify(parity::products(*m_cpu, *m_card, Format::Q4_K, {1, 9}, false));
        }
    }

    void rowsThatAreLookedUpAreTheProcessors() { verify(parity::lookups(*m_cpu, *m_card, rows)); }

    void attentionIsTheProcessors_data() {
        QTest::addColumn<int>("shape");
        for (std::size_t i = 0; i < parity::attentionShapes().size(); ++i)
            QTest::addRow("%d", static_cast<int>(i)) << static_cast<int>(i);
    }
    void attentionIsTheProcessors() {
        QFETCH(int, shape);
        const int length = watched ? 270 : 515; // two runs of keys, or three
        verify(parity::attentions(*m_cpu, *m_card, parity::attentionShapes()[static_cast<std::size_t>(shape)],
                                  length, watched ? 135 : 258));
    }

    void attentionDoesNotDependOnTheOrderOfThreads() {
        sim::setSchedule(5);
        verify(parity::attentions(*m_cpu, *m_card, parity::attentionShapes()[0], 270, 270));
    }

    void keysInBytesAreNearTheOthers() {
        const auto bytes = makeHostCard(true, true);
        const auto report = parity::attentions(*m_cpu, *bytes, parity::attentionShapes()[2], 100, 50, 1e-2);
        verify(report);
        QVERIFY(report.worst > 1e-6); // or they were no bytes
    }

  private:
    std::unique_ptr<Backend> m_cpu;
    std::unique_ptr<Backend> m_card;
};

PARALLAX_TEST(TestStages)

} // namespace test_stages
#include "test_stages.moc"
