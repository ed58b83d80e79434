// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <vector>

#include "tests/engine/inference/simulated/kernels.h"
#include "tests/engine/same_kernels.h"
#include "tests/test_program.h"

namespace test_simulated_kernels {

// Kernels for AVX-512 and for VNNI on any machine: their instructions come from SIMDe, in plain C. They must
// give the bits of the plain kernels. Where SIMDe was not there when the tests were configured, they are
// skipped and say so.

using namespace parallax;
using namespace parallax::inference;

class TestSimulatedKernels : public QObject {
    Q_OBJECT

    struct Set {
        const char* name;
        const cpu::Kernels* kernels;
    };
    std::vector<Set> m_sets;

  private Q_SLOTS:
    void initTestCase() {
#ifdef PARALLAX_SIMDE
        m_sets = {{"avx-vnni", &cpu::simulatedAvxVnniKernels},
                  {"avx512", &cpu::simulatedAvx512Kernels},
                  { "avx512-vnni",
                    &cpu::simulatedAvx512VnniKernels }};
#else
        QSKIP("Debian's libsimde-dev was not there when this was configured");
#endif
    }

    void productsHaveThePlainKernelsBits_data() {
        QTest::addColumn<int>("format");
        for (const Format format : test::allFormats)
            QTest::newRow(formatInfo(format).name) << static_cast<int>(format);
    }
    void productsHaveThePlainKernelsBits() {
        QFETCH(int, format);
        for (const auto& set : m_sets)
            QVERIFY2(test::sameProducts(*set.kernels, static_cast<Format>(format)), set.name);
    }

    void productsOfFifteenBitsHaveThePlainKernelsBits() {
        for (const auto& set : m_sets)
            for (const Format format : {Format::F16, Format::BF16})
                QVERIFY2(test::sameFineProducts(*set.kernels, format), set.name);
    }

    void activationsAreRoundedAlike() {
        for (const auto& set : m_sets)
            QVERIFY2(test::sameRounding(*set.kernels), set.name);
    }

    void normsAndGatesHaveThePlainKernelsBits() {
        for (const auto& set : m_sets)
            QVERIFY2(test::sameNormsAndGates(*set.kernels), set.name);
    }

    void attentionHasThePlainKernelsBits() {
        for (const auto& set : m_sets)
            QVERIFY2(test::sameAttention(*set.kernels), set.name);
    }
};

PARALLAX_TEST(TestSimulatedKernels)

} // namespace test_simulated_kernels
#include "test_simulated_kernels.moc"
