// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <bit>
#include <cmath>
#include <cstring>
#include <random>

#include "engine/inference/half.h"
#include "engine/inference/quant.h"
#include "tests/test_program.h"

namespace test_quant {

using namespace parallax::inference;

namespace {

constexpr Format all[] = {Format::F32,  Format::F16,  Format::BF16, Format::Q4_0,   Format::Q4_1,
                          Format::Q5_0, Format::Q5_1, Format::Q8_0, Format::Q2_K,   Format::Q3_K,
                          Format::Q4_K, Format::Q5_K, Format::Q6_K, Format::IQ4_NL, Format::IQ4_XS};

// Blocks written byte by byte, with the numbers that they must give.
std::vector<float> decoded(Format format, const std::vector<std::uint8_t>& bytes) {
    const FormatInfo& info = formatInfo(format);
    std::vector<float> numbers(bytes.size() / info.blockBytes * info.blockNumbers);
    decode(format, reinterpret_cast<const std::byte*>(bytes.data()), bytes.size() / info.blockBytes,
           numbers.data());
    return numbers;
}

void putHalf(std::vector<std::uint8_t>& bytes, std::size_t at, float value) {
    const auto half = toHalf(value);
    std::memcpy(bytes.data() + at, &half, 2);
}

} // namespace

class TestQuant : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyHalfComesBackAsItself() {
        for (std::uint32_t half = 0; half < 0x10000; ++half) {
            const float value = fromHalf(static_cast<std::uint16_t>(half));
            if (std::isnan(value))
                QVERIFY(std::isnan(fromHalf(toHalf(value))));
            else
                QCOMPARE(toHalf(value), static_cast<std::uint16_t>(half));
        }
    }

    void halvesRoundToNearestTiesToEven() {
        QCOMPARE(toHalf(1.0F + 0x1p-11F), std::uint16_t{0x3C00});
        QCOMPARE(toHalf(1.0F + 3 * 0x1p-11F), std::uint16_t{0x3C02});
        QCOMPARE(toHalf(65519.0F), std::uint16_t{0x7BFF});
        QCOMPARE(toHalf(65520.0F), std::uint16_t{0x7C00});
        QCOMPARE(toHalf(0x1p-25F), std::uint16_t{0});
        QCOMPARE(toHalf(0x1.8p-25F), std::uint16_t{1});
        QCOMPARE(toHalf(-0x1p-24F), std::uint16_t{0x8001});
        QCOMPARE(fromHalf(0x0001), 0x1p-24F);
        QCOMPARE(toBfloat(1.0F + 0x1p-8F), std::uint16_t{0x3F80});
        QCOMPARE(fromBfloat(toBfloat(-2.5F)), -2.5F);
    }

    void aBlockOfEachKindMeansWhatItsLayoutSays() {
        std::vector<std::uint8_t> q4(18);
        putHalf(q4, 0, 0.5F);
        q4[2] = 0xF0; // number 0: 0 - 8, number 16: 15 - 8
        const auto four = decoded(Format::Q4_0, q4);
        QCOMPARE(four[0], -4.0F);
        QCOMPARE(four[16], 3.5F);

        std::vector<std::uint8_t> q51(24);
        putHalf(q51, 0, 2.0F);
        putHalf(q51, 2, -1.0F);
        q51[4 + 2] = 0x02; // bit 17: the fifth bit of number 17
        q51[8 + 1] = 0x34; // numbers 1 and 17
        const auto five = decoded(Format::Q5_1, q51);
        QCOMPARE(five[1], 7.0F);
        QCOMPARE(five[17], 2.0F * 19 - 1);

        std::vector<std::uint8_t> q4k(144);
        putHalf(q4k, 0, 1.0F);
        putHalf(q4k, 2, 0.25F);
        q4k[4 + 0] = 0x80 | 5;   // scale 0 is 5; the two upper bits go to scale 4
        q4k[4 + 4] = 0x40 | 3;   // minimum 0 is 3; the two upper bits go to minimum 4
        q4k[4 + 8] = 0x21;       // scale 4 is 1 + 32, minimum 4 is 2 + 16
        q4k[16 + 0] = 0x07;      // number 0
        q4k[16 + 2 * 32] = 0x09; // number 128, the first of sub-block 4
        const auto k = decoded(Format::Q4_K, q4k);
        QCOMPARE(k[0], 5.0F * 7 - 0.75F);
        QCOMPARE(k[128], 33.0F * 9 - 0.25F * 18);

        std::vector<std::uint8_t> q6k(210);
        putHalf(q6k, 208, 0.5F);
        q6k[192 + 15] = static_cast<std::uint8_t>(-3);
        q6k[64 + 32 + 31] = 0x50;  // number 128 + 96 + 31, low four bits 5
        q6k[128 + 32 + 31] = 0xC0; // and 3 above
        const auto six = decoded(Format::Q6_K, q6k);
        QCOMPARE(six[255], 0.5F * -3 * (5 + 48 - 32));

        std::vector<std::uint8_t> iq4(136);
        putHalf(iq4, 0, 1.0F);
        iq4[3] = 0xC0;     // the upper bits of scale 7
        iq4[4 + 3] = 0x10; // and its lower ones: 1 + 48 - 32
        iq4[8 + 16 * 7] = 0xF0;
        const auto nl = decoded(Format::IQ4_XS, iq4);
        QCOMPARE(nl[224], 17.0F * -127);
        QCOMPARE(nl[240], 17.0F * 113);
    }

    void whatIsEncodedComesBackNearly() {
        std::mt19937 random(7);
        std::normal_distribution<float> normal;
        std::vector<float> numbers(1024);
        for (float& number : numbers)
            number = normal(random);
        for (const auto& [format, bound] : {std::pair{Format::F32, 0.0},
                                            {Format::F16, 3e-4},
                                            {Format::BF16, 3e-3},
                                            {Format::Q8_0, 8e-3},
                                            {Format::Q4_0, 0.13},
                                            {Format::Q5_0, 0.07},
                                            {Format::Q4_K, 0.1},
                                            {Format::Q6_K, 0.04}}) {
            std::vector<std::byte> bytes(formatBytes(format, numbers.size()));
            const std::size_t blocks = numbers.size() / formatInfo(format).blockNumbers;
            encode(format, numbers.data(), blocks, bytes.data());
            std::vector<float> back(numbers.size());
            decode(format, bytes.data(), blocks, back.data());
            double error = 0;
            double size = 0;
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                error += std::pow(back[i] - numbers[i], 2);
                size += std::pow(numbers[i], 2);
            }
            QVERIFY2(std::sqrt(error / size) <= bound, formatInfo(format).name);
        }
    }

    void namesAndNumbersFindTheirFormat() {
        for (const Format format : all) {
            QCOMPARE(formatFromNumber(static_cast<std::uint32_t>(format)), std::optional(format));
            QCOMPARE(formatFromName(formatInfo(format).name), std::optional(format));
        }
        QCOMPARE(formatFromName("q4_k"), std::optional(Format::Q4_K));
        QVERIFY(!formatFromNumber(4));
        QCOMPARE(formatNumberName(39), std::string_view("MXFP4"));
    }

    void theGoldenBlocksDecodeToTheBit() {
        const QString folder = QStringLiteral(PARALLAX_SOURCE_DIR "/../shared/golden/engine/");
        QFile list(folder + QStringLiteral("blocks.json"));
        QFile data(folder + QStringLiteral("blocks.bin"));
        if (!list.open(QIODevice::ReadOnly) || !data.open(QIODevice::ReadOnly))
            QSKIP("the golden data is not here");
        const QByteArray bytes = data.readAll();
        const auto document = QJsonDocument::fromJson(list.readAll()).object();
        const auto count = static_cast<std::size_t>(document.value(QStringLiteral("n")).toInt());
        int formats = 0;
        for (const auto& entry : document.value(QStringLiteral("types")).toArray()) {
            const auto type = entry.toObject();
            const auto format =
                formatFromNumber(static_cast<std::uint32_t>(type.value(QStringLiteral("ggml_type")).toInt()));
            if (!format)
                continue;
            ++formats;
            for (const auto& [blocks, numbers] :
                 {std::pair{"q_off", "deq_off"}, {"rand_q_off", "rand_deq_off"}}) {
                if (!type.contains(QLatin1String(blocks)))
                    continue;
                const auto* from = bytes.constData() + type.value(QLatin1String(blocks)).toInt();
                std::vector<float> expected(count);
                std::memcpy(expected.data(), bytes.constData() + type.value(QLatin1String(numbers)).toInt(),
                            count * sizeof(float));
                std::vector<float> found(count);
                decode(*format, reinterpret_cast<const std::byte*>(from),
                       count / formatInfo(*format).blockNumbers, found.data());
                for (std::size_t i = 0; i < count; ++i) {
                    if (std::isnan(expected[i]) && std::isnan(found[i]))
                        continue;
                    QVERIFY2(
                        std::bit_cast<std::uint32_t>(expected[i]) == std::bit_cast<std::uint32_t>(found[i]),
                        qPrintable(QStringLiteral("%1 %2 number %3: %4 is not %5")
                                       .arg(QLatin1String(formatInfo(*format).name), QLatin1String(blocks))
                                       .arg(i)
                                       .arg(double(found[i]))
                                       .arg(double(expected[i]))));
                }
            }
        }
        QVERIFY(formats >= 13);
    }
};

PARALLAX_TEST(TestQuant)

} // namespace test_quant
#include "test_quant.moc"
