// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

#include "tests/test_program.h"
#include "ui/common/chart_scale.h"

namespace test_chart_scale {

using namespace parallax::ui;

class TestChartScale : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void anAxisCoversItsValuesInFewRoundSteps() {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> exponent(-12, 15);
        std::uniform_real_distribution<double> share(-1, 1);
        for (int i = 0; i < 5000; ++i) {
            const double size = std::pow(10, exponent(random));
            const double low = std::min(share(random), share(random)) * size;
            const double high = low + std::abs(share(random)) * size + size * 1e-6;
            const ValueScale scale = niceScale(low, high, i % 2 == 0 ? Baseline::Zero : Baseline::Free, 6);
            QVERIFY(scale.minimum <= low + size * 1e-6 && scale.maximum >= high - size * 1e-6);
            QVERIFY(scale.tickCount() >= 2 && scale.tickCount() <= 9);
            if (i % 2 == 0)
                QVERIFY(scale.minimum <= 0 && scale.maximum >= 0);
            double mantissa = scale.step / std::pow(10, std::floor(std::log10(scale.step) + 1e-9));
            const bool nice = std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 ||
                              std::abs(mantissa - 2.5) < 1e-6 || std::abs(mantissa - 5) < 1e-6;
            QVERIFY2(nice, qPrintable(QString::number(mantissa)));
        }
    }

    void oneValueAndNoValueStillGiveAnAxis_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        constexpr double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("equal") << 5.0 << 5.0;
        QTest::newRow("zero") << 0.0 << 0.0;
        QTest::newRow("negative") << -3.0 << -3.0;
        QTest::newRow("infinite") << -infinite << infinite;
        QTest::newRow("nothing") << std::nan("") << std::nan("");
        QTest::newRow("huge") << -1.7e308 << 1.7e308;
        QTest::newRow("close together") << 1e15 << 1e15 + 0.25;
    }
    void oneValueAndNoValueStillGiveAnAxis() {
        QFETCH(double, low);
        QFETCH(double, high);
        for (const Baseline baseline : {Baseline::Zero, Baseline::Free}) {
            const ValueScale scale = niceScale(low, high, baseline, 5);
            QVERIFY(std::isfinite(scale.minimum) && std::isfinite(scale.maximum) && scale.step > 0);
            QVERIFY(scale.maximum > scale.minimum);
            QVERIFY(scale.tickCount() >= 2 && scale.tickCount() <= 12);
        }
    }

    void labelsAreShortAndLoseNothingThatWasWritten() {
        QCOMPARE(labelText(99.95, {}), QStringLiteral("99.95"));
        QCOMPARE(labelText(18e9, magnitudeFor(18e9, QStringLiteral("$"))), QStringLiteral("18"));
        QCOMPARE(labelText(12345, {}), QStringLiteral("12,345"));
        QCOMPARE(labelText(0.1 + 0.2, {}), QStringLiteral("0.3"));
        QCOMPARE(labelText(-4.5, {}), QString(QChar(0x2212)) + QStringLiteral("4.5"));
        QCOMPARE(labelText(0, {}), QStringLiteral("0"));
    }

    void unitsStandWhereTheyBelong() {
        const Magnitude billion = magnitudeFor(18e9, QStringLiteral("$"));
        QCOMPARE(fullText(18e9, QStringLiteral("$"), billion).replace(QChar(0xA0), QLatin1Char(' ')),
                 QStringLiteral("$18 billion"));
        QCOMPARE(fullText(-5, QStringLiteral("$"), {}), QString(QChar(0x2212)) + QStringLiteral("$5"));
        QCOMPARE(fullText(3.9, QStringLiteral("$/hour"), {}), QStringLiteral("$3.9/hour"));
        QCOMPARE(fullText(20, QStringLiteral("%"), magnitudeFor(20, QStringLiteral("%"))),
                 QStringLiteral("20%"));
        QCOMPARE(fullText(1.5, QStringLiteral("s"), {}).replace(QChar(0xA0), QLatin1Char(' ')),
                 QStringLiteral("1.5 s"));
        QCOMPARE(unitText(QStringLiteral("$"), billion), QStringLiteral("$ billion"));
    }

    void chineseCountsInTenThousandsAndHundredMillions() {
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::Taiwan));
        QCOMPARE(magnitudeFor(18e9, QStringLiteral("$")).divisor, 1e8);
        QCOMPARE(magnitudeFor(2e6, QString()).divisor, 1e4);
        QCOMPARE(magnitudeFor(3e12, QString()).divisor, 1e12);
        QCOMPARE(magnitudeFor(2000, QString()).divisor, 1.0);
        QCOMPARE(magnitudeFor(5e9, QStringLiteral("ms")).divisor, 1.0);
    }

    void axisNumbersHaveTheDecimalsOfTheirStep() {
        const ValueScale scale = niceScale(0, 2, Baseline::Zero, 4);
        QCOMPARE(axisText(0, scale, {}), QStringLiteral("0.0"));
        QCOMPARE(axisText(1.5, scale, {}), QStringLiteral("1.5"));
        QCOMPARE(axisText(-1e-12, niceScale(-1, 1, Baseline::Zero, 2), {}), QStringLiteral("0"));
    }
};

PARALLAX_LOOP_TEST(TestChartScale)

} // namespace test_chart_scale
#include "test_chart_scale.moc"
