// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <limits>

#include "data/check/interval.h"
#include "tests/test_program.h"

namespace test_interval {

using namespace parallax::data;

class TestInterval : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyOperationHoldsTheExactResult() {
        // 0.1 + 0.2 is not 0.3 in doubles: the interval holds 0.3 all the same.
        const Interval sum = add(Interval{0.1, 0.1}, Interval{0.2, 0.2});
        QVERIFY(sum.low <= 0.3 && 0.3 < sum.high);
        QVERIFY(sum.high - sum.low < 1e-15);
        const Interval third = divide({1, 1}, {3, 3});
        QVERIFY(contains(multiply(third, {3, 3}), 1));
        const Interval back = power(root({2, 2}, 7), 7);
        QVERIFY(contains(back, 2));
        QVERIFY(halfWidth(back) < 1e-13);
    }

    void signsOfFactorsAreMindedInEveryCombination() {
        const double ends[]{-3, -1, 0, 2, 5};
        for (const double a : ends)
            for (const double b : ends)
                for (const double c : ends)
                    for (const double d : ends) {
                        if (a > b || c > d)
                            continue;
                        const Interval product = multiply(Interval{a, b}, Interval{c, d});
                        const Interval difference = subtract({a, b}, {c, d});
                        for (const double x : {a, (a + b) / 2, b})
                            for (const double y : {c, (c + d) / 2, d}) {
                                QVERIFY(contains(product, x * y));
                                QVERIFY(contains(difference, x - y));
                                if (c > 0 || d < 0)
                                    QVERIFY(contains(divide({a, b}, {c, d}), x / y));
                            }
                    }
    }

    void divisionByWhatMayBeZeroLeavesEverythingOpen() {
        QVERIFY(!isBounded(divide({1, 2}, {-1, 1})));
        QVERIFY(!isBounded(divide({1, 2}, {0, 1})));
        QVERIFY(!isBounded(power({-1, 4}, 0.5)));
        QVERIFY(!isBounded(root({1, 2}, 0)));
        const double infinity = std::numeric_limits<double>::infinity();
        QVERIFY(!isBounded(subtract({1, infinity}, {1, infinity})));
    }

    void touchingEndsMeet() {
        QVERIFY(meets({1, 2}, {2, 3}));
        QVERIFY(!meets({1, 2}, {2.1, 3}));
        QCOMPARE(distance({1, 2}, {5, 6}), 3.0);
        QCOMPARE(distance({5, 6}, {1, 2}), 3.0);
        QCOMPARE(distance({1, 4}, {2, 3}), 0.0);
        // 1.6 + 0.05 and 1.7 − 0.05 are two doubles and one number.
        QVERIFY(meets(around(1.6, 0.05), around(1.7, 0.05)));
    }
};

PARALLAX_TEST(TestInterval)

} // namespace test_interval
#include "test_interval.moc"
