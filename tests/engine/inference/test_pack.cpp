// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <random>

#include "engine/device/cpu.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/cpu/pack.h"
#include "engine/inference/cpu/pack_fine.h"
#include "engine/inference/half.h"
#include "tests/engine/gguf_maker.h"
#include "tests/engine/random_blocks.h"
#include "tests/test_program.h"

namespace test_pack {

using namespace parallax;
using namespace parallax::inference;
using test::randomBlocks;

namespace {

Tensor tensorOf(Format format, std::size_t columns, std::size_t rows, const std::vector<std::byte>& bytes) {
    Tensor tensor;
    tensor.name = "w";
    tensor.format = format;
    tensor.shape = {columns, rows};
    tensor.data = bytes.data();
    tensor.bytes = bytes.size();
    return tensor;
}

} // namespace

class TestPack : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void packingMovesTheBitsAndLosesNone() {
        std::mt19937 random(3);
        for (const Format format : test::allFormats) {
            const std::size_t block = formatInfo(format).blockNumbers;
            for (const std::size_t columns : {block * 1, block * 3, block == 1 ? 67 : block * 9}) {
                const std::size_t rows = 37; // the last group is not full
                const auto bytes = randomBlocks(format, columns * rows, random);
                std::vector<float> expected(columns * 48, 0);
                decode(format, bytes.data(), columns * rows / block, expected.data());
                for (std::size_t group = 0; group < 3; ++group) {
                    std::vector<std::uint8_t> packed(cpu::groupBytes(format, columns), 0xAA);
                    cpu::packGroup(format, columns, std::min<std::size_t>(16, rows - 16 * group),
                                   bytes.data() + formatBytes(format, columns) * 16 * group, packed.data());
                    std::vector<float> found(16 * columns);
                    for (std::size_t row = 0; row < 16; ++row)
                        cpu::unpackRow(format, columns, packed.data(), row, found.data() + columns * row);
                    for (std::size_t i = 0; i < found.size(); ++i)
                        if (16 * columns * group + i < columns * rows)
                            QVERIFY2(std::bit_cast<std::uint32_t>(found[i]) ==
                                         std::bit_cast<std::uint32_t>(expected[16 * columns * group + i]),
                                     formatInfo(format).name);
                }
            }
        }
    }

    void halvesInFifteenBitsKeepAllButTheSmallest() {
        std::mt19937 random(4);
        const std::size_t rows = 13; // the group is not full
        for (const Format format : {Format::F16, Format::BF16})
            for (const std::size_t columns : {std::size_t{32}, std::size_t{256}, std::size_t{352}}) {
                auto bytes = randomBlocks(format, columns * rows, random);
                const auto put = [&](std::size_t row, std::size_t column, std::uint16_t value) {
                    std::memcpy(bytes.data() + 2 * (columns * row + column), &value, 2);
                };
                for (std::size_t i = 0; i < columns; ++i) {
                    put(1, i, 0);
                    put(2, i, 1); // the least there is
                    put(3, i, static_cast<std::uint16_t>(format == Format::BF16 ? 0xFF7F : 0xFBFF));
                }
                std::vector<float> exact(columns * rows);
                decode(format, bytes.data(), columns * rows, exact.data());
                std::vector<std::uint8_t> packed(cpu::fineGroupBytes(columns), 0xAA);
                cpu::packFineGroup(cpu::plainKernels, format, columns, rows, bytes.data(), packed.data());
                for (std::size_t row = 0; row < cpu::groupRows; ++row) {
                    std::vector<float> found(columns, 7);
                    cpu::unpackFineRow(columns, packed.data(), row, found.data());
                    for (std::size_t i = 0; i < columns; ++i) {
                        const float right = row < rows ? exact[columns * row + i] : 0;
                        float most = 0x1p-113F;
                        for (std::size_t j = i / 256 * 256;
                             row < rows && j < std::min(columns, i / 256 * 256 + 256); ++j)
                            most = std::max(most, std::abs(exact[columns * row + j]));
                        if (std::abs(right) * 8 >= most)
                            QCOMPARE(found[i], right);
                        QVERIFY(std::abs(found[i] - right) <= most / 16384);
                    }
                }
            }
    }

    void everyFormatAndKernelGivesTheProduct_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("columns");
        for (const Format format : test::allFormats) {
            const std::size_t block = formatInfo(format).blockNumbers;
            const char* const name = formatInfo(format).name;
            QTest::newRow(name) << static_cast<int>(format) << (block == 1 ? 67 : block == 32 ? 352 : 768);
            if (block == 1)
                QTest::addRow("%s, whole blocks", name) << static_cast<int>(format) << 352;
        }
    }
    // Against sums in double of the decoded weights; the kernels of all levels against each other to the bit.
    void everyFormatAndKernelGivesTheProduct() {
        QFETCH(int, format);
        QFETCH(int, columns);
        const auto kind = static_cast<Format>(format);
        const std::size_t block = formatInfo(kind).blockNumbers;
        const auto width = static_cast<std::size_t>(columns);
        const std::size_t rows = 37;
        std::mt19937 random(5);
        const auto bytes = randomBlocks(kind, width * rows, random);
        const Tensor tensor = tensorOf(kind, width, rows, bytes);
        std::vector<float> w(width * rows);
        decode(kind, bytes.data(), width * rows / block, w.data());
        const std::string empty = test::GgufMaker().file();
        const Gguf none(empty, "none");
        for (const Arithmetic arithmetic : {Arithmetic::Fast, Arithmetic::Contract}) {
            for (const std::size_t count :
                 {std::size_t{1}, std::size_t{3}, std::size_t{8}, std::size_t{17}}) {
                std::vector<float> x(count * width);
                std::normal_distribution<float> normal;
                for (float& one : x)
                    one = normal(random);
                std::vector<float> first;
                for (const device::CpuLevel level : device::usableCpuLevels()) {
                    const auto backend = makeCpuBackend({2, arithmetic, level});
                    const auto weight = backend->pack(none, {&tensor});
                    const auto in = backend->upload(x);
                    const auto out = backend->allocate(count * rows + 16);
                    std::fill(out->data, out->data + out->size, 7.0F);
                    backend->project({out->data, count, rows}, {in->data, count, width}, *weight, {});
                    std::vector<float> found(out->data, out->data + count * rows);
                    for (std::size_t i = count * rows; i < out->size; ++i)
                        QCOMPARE(out->data[i], 7.0F); // nothing beyond was written
                    if (first.empty())
                        first = found;
                    QVERIFY2(found == first, device::cpuLevelName(level));
                }
                double error = 0;
                double size = 0;
                for (std::size_t n = 0; n < count; ++n)
                    for (std::size_t row = 0; row < rows; ++row) {
                        double sum = 0;
                        for (std::size_t c = 0; c < width; ++c)
                            sum += double(w[row * width + c]) * double(x[n * width + c]);
                        error += std::pow(double(first[n * rows + row]) - sum, 2);
                        size += sum * sum;
                    }
                const bool fast = arithmetic == Arithmetic::Fast;
                const bool halves = fast && cpu::canBeFine(kind, width);
                const double bound = fast && block > 1                 ? 1.2e-2
                                     : kind == Format::BF16 && !halves ? 3e-3
                                     : kind == Format::F32             ? 1e-6
                                                                       : 4e-4;
                QVERIFY2(std::sqrt(error / size) < bound,
                         qPrintable(QString::number(std::sqrt(error / size))));
            }
        }
    }
};

PARALLAX_TEST(TestPack)

} // namespace test_pack
#include "test_pack.moc"
