// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <bit>
#include <cstring>
#include <random>

#include "engine/inference/cuda/pack.h"
#include "engine/inference/half.h"
#include "tests/test_program.h"

namespace test_card_pack {

using namespace parallax::inference;

namespace {

constexpr Format all[] = {Format::F32,  Format::F16,  Format::BF16, Format::Q4_0,   Format::Q4_1,
                          Format::Q5_0, Format::Q5_1, Format::Q8_0, Format::Q2_K,   Format::Q3_K,
                          Format::Q4_K, Format::Q5_K, Format::Q6_K, Format::IQ4_NL, Format::IQ4_XS};

// Random bits; of the exponents of scales and numbers one is kept low, so that none is not a number.
std::vector<std::byte> randomBlocks(Format format, std::size_t numbers, std::mt19937& random) {
    std::vector<std::byte> bytes(formatBytes(format, numbers));
    for (auto& byte : bytes)
        byte = static_cast<std::byte>(random() & 0xBF);
    return bytes;
}

} // namespace

class TestCardPack : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void packingForACardMovesTheBitsAndLosesNone() {
        std::mt19937 random(11);
        for (const Format format : all) {
            const std::size_t block = formatInfo(format).blockNumbers;
            for (const std::size_t columns : {block, 3 * block, block == 1 ? 131 : 9 * block}) {
                const std::size_t rows = 11; // not all of a tile
                const auto bytes = randomBlocks(format, columns * rows, random);
                std::vector<float> expected(columns * rows);
                decode(format, bytes.data(), columns * rows / block, expected.data());
                const std::size_t size = cuda::tileBytes(cuda::layoutOf(format), columns);
                std::vector<std::uint8_t> tile(size + 64, 0xAA);
                cuda::packTile(format, columns, rows, bytes.data(), tile.data());
                std::vector<float> found(columns);
                for (std::size_t row = 0; row < 16; ++row) {
                    cuda::unpackRow(format, columns, tile.data(), static_cast<int>(row), found.data());
                    for (std::size_t c = 0; c < columns; ++c) {
                        const auto bits = std::bit_cast<std::uint32_t>(found[c]);
                        if (row < rows)
                            QVERIFY2(bits == std::bit_cast<std::uint32_t>(expected[row * columns + c]),
                                     formatInfo(format).name);
                        else
                            QCOMPARE(bits & 0x7FFFFFFFU, 0U); // rows that are missing
                    }
                }
                QVERIFY(std::all_of(tile.begin() + static_cast<std::ptrdiff_t>(size), tile.end(),
                                    [](std::uint8_t one) { return one == 0xAA; }));
            }
        }
    }

    void packedWeightsAreNotMuchLargerThanTheFile() {
        for (const Format format : all) {
            const double file = static_cast<double>(16 * formatBytes(format, 4096));
            const double card = static_cast<double>(cuda::tileBytes(cuda::layoutOf(format), 4096));
            QVERIFY2(card >= file && card <= 1.05 * file, formatInfo(format).name);
        }
    }
};

PARALLAX_TEST(TestCardPack)

} // namespace test_card_pack
#include "test_card_pack.moc"
