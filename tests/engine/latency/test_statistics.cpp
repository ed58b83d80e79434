// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "engine/latency/stats/distributions.h"
#include "engine/latency/stats/paired.h"
#include "engine/latency/stats/percentile.h"
#include "engine/latency/stats/proportion.h"
#include "engine/latency/stats/random.h"
#include "engine/latency/stats/rank_test.h"
#include "engine/latency/stats/series.h"
#include "engine/latency/stats/tail.h"
#include "engine/latency/stats/trend.h"
#include "tests/test_program.h"

namespace test_statistics {

using namespace parallax::latency;

namespace {

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

// Standard normal by Box and Muller.
double normal(std::uint64_t seed, std::uint64_t counter) {
    return std::sqrt(-2 * std::log(randomUnit(seed, 2 * counter))) *
           std::cos(2 * 3.14159265358979323846 * randomUnit(seed, 2 * counter + 1));
}

// Pairs of an interleaved session: shared drift (AR(1), ρ 0.98, sd 0.20), noise of each (sd 0.15).
std::vector<Pair> session(std::uint64_t seed, std::size_t n, double slower) {
    std::vector<Pair> pairs;
    double drift = 0.2 * normal(seed, 0);
    for (std::size_t i = 1; i <= n; ++i) {
        drift = 0.98 * drift + 0.2 * std::sqrt(1 - 0.98 * 0.98) * normal(seed, 3 * i);
        pairs.push_back({std::exp(drift + 0.15 * normal(seed, 3 * i + 1)),
                         slower * std::exp(drift + 0.15 * normal(seed, 3 * i + 2))});
    }
    return pairs;
}

int decided(int runs, std::size_t n, double slower) {
    int found = 0;
    for (int run = 0; run < runs; ++run) {
        const PairedResult result =
            comparePairs(session(1000 + static_cast<std::uint64_t>(run), n, slower), 0.95, 7);
        found += orderingOf(result, result.p) != Ordering::Undecided ? 1 : 0;
    }
    return found;
}

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // R: quantile(c(1, 2, 4, 8)), whose default is type 7.
    void quantilesAreInterpolatedAsRDoes() {
        const std::vector<double> values{1, 2, 4, 8};
        QCOMPARE(quantile(values, 0), 1.0);
        QCOMPARE(quantile(values, 0.25), 1.75);
        QCOMPARE(quantile(values, 0.5), 3.0);
        QCOMPARE(quantile(values, 0.75), 5.0);
        QCOMPARE(quantile(values, 1), 8.0);
    }

    // design/latency.md §1.4.
    void theSmallestSamplesAreThoseOfTheTable() {
        const double quantiles[] = {0.5, 0.9, 0.95, 0.99};
        const std::size_t two[] = {6, 36, 72, 368};
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(minimumSample(quantiles[i], 0.95), two[i]);
            QVERIFY(quantileRanks(two[i], quantiles[i], 0.95).has_value());
            QVERIFY(!quantileRanks(two[i] - 1, quantiles[i], 0.95).has_value());
        }
        QCOMPARE(minimumSample(0.01, 0.95), std::size_t{368});
    }

    // design/latency.md §1.4: MLPerf's table.
    void theTailsSmallestSamplesAreThoseOfMlPerf() {
        const std::vector<std::pair<double, std::size_t>> table{{0.5, 11},   {0.75, 24},   {0.8, 31},
                                                                {0.9, 64},   {0.95, 130},  {0.97, 219},
                                                                {0.99, 662}, {0.999, 6636}};
        for (const auto& [q, n] : table) {
            QCOMPARE(minimumForTail(q), n);
            const std::vector<double> few(n - 1, 1.0), enough(n, 1.0);
            QVERIFY(!conservativeTail(few, q).enough());
            QCOMPARE(conservativeTail(few, q).needed, n);
            QCOMPARE(conservativeTail(enough, q).value, 1.0);
        }
    }

    void aTailIsSeldomBelowItsPercentile() {
        int below = 0;
        for (std::uint64_t run = 0; run < 500; ++run) {
            std::vector<double> values;
            for (std::uint64_t i = 0; i < 300; ++i)
                values.push_back(randomUnit(run, i));
            std::sort(values.begin(), values.end());
            const Tail tail = conservativeTail(values, 0.9);
            QVERIFY(tail.enough() && tail.value > quantile(values, 0.9));
            below += tail.value < 0.9 ? 1 : 0;
        }
        QVERIFY2(below <= 10, qPrintable(QString::number(below))); // 1 % and 2.2 standard errors
    }

    // The example of Sen's paper (1968): a slope of 4, with 93 % between 26/7 and 35/8.
    void aTrendIsThatOfSensExample() {
        const std::vector<TrendPoint> points{{1, 9}, {2, 15}, {3, 19}, {4, 20}, {10, 45}, {12, 55}, {18, 78}};
        const Trend trend = trendOf(points, 0.93);
        QVERIFY(trend.enough());
        QCOMPARE(trend.slope, 4.0);
        QCOMPARE(trend.interval.low, 26.0 / 7);
        QCOMPARE(trend.interval.high, 35.0 / 8);
        QVERIFY(!trendOf(std::span(points).first(6)).enough());
        QVERIFY(!trendOf(std::vector<TrendPoint>(20, {1, 2})).enough()); // of no time
    }

    void aTrendIsFoundWhereThereIsOne() {
        int found = 0, alarms = 0;
        for (std::uint64_t run = 0; run < 200; ++run) {
            std::vector<TrendPoint> rising, level;
            for (std::uint64_t i = 0; i < 400; ++i) { // more than are taken
                const double at = static_cast<double>(i), noise = normal(run, i);
                rising.push_back({at, 0.005 * at + noise}); // two standard deviations from end to end
                level.push_back({at, noise});
            }
            found += trendOf(rising).interval.low > 0 ? 1 : 0;
            alarms += trendOf(level).interval.contains(0) ? 0 : 1;
        }
        QVERIFY2(found >= 198, qPrintable(QString::number(found)));
        QVERIFY2(alarms <= 17, qPrintable(QString::number(alarms))); // 5 % and 2.3 standard errors
    }

    // Conover, Practical Nonparametric Statistics, 3.2: the median of 30 values lies between the 10th and
    // the 21st with 95 %.
    void ranksOfAMedianAreThePublishedOnes() {
        const auto ranks = quantileRanks(30, 0.5, 0.95);
        QVERIFY(ranks.has_value());
        QCOMPARE(ranks->low, std::size_t{10});
        QCOMPARE(ranks->high, std::size_t{21});
    }

    void belowTheSmallestSampleThereIsNoNumber() {
        std::vector<double> values(35, 1.0);
        const Percentile few = percentile(values, 0.9);
        QVERIFY(!few.enough());
        QCOMPARE(few.needed, std::size_t{36});
        QCOMPARE(few.value, 0.0);
        values.push_back(1.0);
        QVERIFY(percentile(values, 0.9).enough());
        QVERIFY(!percentile({}, 0.5).enough());
    }

    void intervalsOfPercentilesCoverThePercentile() {
        int covered = 0;
        for (std::uint64_t run = 0; run < 400; ++run) {
            std::vector<double> values;
            for (std::uint64_t i = 0; i < 100; ++i)
                values.push_back(randomUnit(run, i));
            std::sort(values.begin(), values.end());
            covered += percentile(values, 0.9).interval.contains(0.9) ? 1 : 0;
        }
        QVERIFY2(covered >= 372, qPrintable(QString::number(covered))); // 95 % less 2.2 standard errors
    }

    // Clopper–Pearson: figures of design/latency.md §0.5, §7 and design/dependencies.md.
    void proportionsHaveTheirExactBounds() {
        QVERIFY(near(proportionAtLeast(4997, 5000), 0.998450, 5e-7));
        QCOMPARE(cleanRequestsToShow(0.999), std::int64_t{2995});
        QCOMPARE(cleanRequestsToShow(0.9995), std::int64_t{5990});
        QCOMPARE(cleanRequestsToShow(0.999, 0.99), std::int64_t{4603});
        QCOMPARE(cleanRequestsToShow(0.9995, 0.99), std::int64_t{9209});
        QVERIFY(proportionAtLeast(2995, 2995) >= 0.999 && proportionAtLeast(2994, 2994) < 0.999);
        QVERIFY(proportionAtLeast(4741, 4742) >= 0.999 && proportionAtLeast(4740, 4741) < 0.999);
        QCOMPARE(proportionAtLeast(0, 10), 0.0);
        QCOMPARE(proportionAtMost(10, 10), 1.0);
        // The rule of three in its exact form: no event in 10 leaves up to 30.85 % two-sided.
        QVERIFY(near(proportionInterval(0, 10).high, 0.30850, 1e-5));
    }

    void availabilityIsShownContradictedOrNeither() {
        QCOMPARE(judgeAvailability(2995, 2995, 0.999), Availability::Shown);
        QCOMPARE(judgeAvailability(4997, 5000, 0.999), Availability::NotShown);
        QCOMPARE(judgeAvailability(4950, 5000, 0.999), Availability::Contradicted);
        QCOMPARE(judgeAvailability(0, 0, 0.999), Availability::NotShown);
    }

    // Hollander and Wolfe (1973), 29f, the example of R's wilcox.test: V = 40, p = 0.01953 one-sided.
    void signedRanksOfTheDepressionScores() {
        const std::vector<double> first{1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        const std::vector<double> second{0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        std::vector<double> differences;
        for (std::size_t i = 0; i < first.size(); ++i)
            differences.push_back(first[i] - second[i]);
        const SignedRank result = signedRankTest(differences);
        QCOMPARE(result.positive, 40.0);
        QVERIFY(result.exact);
        QVERIFY(near(result.p, 0.0390625, 1e-12));
    }

    // Darwin's maize, as in Fisher's Design of Experiments and SciPy's manual: W = 24, p = 0.041259765625.
    void signedRanksOfDarwinsMaize() {
        const std::vector<double> differences{6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};
        const SignedRank result = signedRankTest(differences);
        QCOMPARE(120 - result.positive, 24.0);
        QVERIFY(near(result.p, 0.041259765625, 1e-12));
    }

    void theNormalApproximationAgreesWithTheExactTest() {
        std::vector<double> differences;
        for (std::uint64_t i = 0; i < 50; ++i)
            differences.push_back(normal(5, i) + 0.3);
        const double exact = signedRankTest(differences).p;
        differences.push_back(0); // left out
        differences.push_back(1e9);
        differences.push_back(-1e9); // a tie, hence the approximation
        const SignedRank approximate = signedRankTest(differences);
        QVERIFY(!approximate.exact);
        QCOMPARE(approximate.n, std::size_t{52});
        QVERIFY(near(approximate.p, exact, 0.01));
        QCOMPARE(signedRankTest(std::vector<double>(9, 0.0)).p, 1.0);
    }

    void thePairsThatCanShowAnythingGrowWithTheTests() {
        for (const std::size_t tests : {1, 3, 9, 18, 30, 84, 1000}) {
            const std::size_t n = pairsToShow(tests);
            for (const std::size_t pairs : {n - 1, n}) { // all of them one way, and nothing else found
                std::vector<double> differences;
                for (std::size_t i = 0; i < pairs; ++i)
                    differences.push_back(static_cast<double>(i + 1));
                std::vector<double> p(tests, 1.0);
                p.front() = signedRankTest(differences).p;
                QCOMPARE(holmAdjusted(p).front() < 0.05, pairs == n);
            }
        }
        QCOMPARE(pairsToShow(1), std::size_t{6});   // PairedResult::needed
        QCOMPARE(pairsToShow(30), std::size_t{11}); // five endpoints by three metrics
        QVERIFY(pairsToShow(84) <= 12);             // eight endpoints: what the quick look takes
    }

    // Wikipedia, "Holm–Bonferroni method", whose example rejects the first and the last of four.
    void holmCorrectsStepByStep() {
        const std::vector<double> adjusted = holmAdjusted(std::vector<double>{0.01, 0.04, 0.03, 0.005});
        const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(near(adjusted[i], expected[i], 1e-12));
        QCOMPARE(holmAdjusted(std::vector<double>{0.8, 0.9})[1], 1.0);
    }

    // Diggle (1990), luteinizing hormone: R's acf(lh) prints 0.576, 0.182, -0.145.
    void autocorrelationIsThatOfR() {
        const std::vector<double> lh{2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7,
                                     2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0,
                                     2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7,
                                     1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9};
        QVERIFY(near(autocorrelation(lh, 1), 0.576, 5e-4));
        QVERIFY(near(autocorrelation(lh, 2), 0.182, 5e-4));
        QVERIFY(near(autocorrelation(lh, 3), -0.145, 5e-4));
        QCOMPARE(autocorrelation(std::vector<double>(5, 1.0)), 0.0);
    }

    // Student's table: t(0.975) is 2.776 for 4 degrees of freedom, 12.706 for 1; z(0.025) is 1.95996.
    void distributionsAreThoseOfTheTables() {
        QVERIFY(near(studentQuantile(0.975, 4), 2.776445, 1e-6));
        QVERIFY(near(studentQuantile(0.975, 1), 12.706205, 1e-6));
        QVERIFY(near(studentBeyond(2.776445105, 4), 0.025, 1e-9));
        QVERIFY(near(normalBeyond(1.959963985), 0.025, 1e-9));
        QVERIFY(near(binomialAtMost(2, 10, 0.5), 56.0 / 1024, 1e-14));
        QVERIFY(near(binomialAtLeast(9, 10, 0.5), 11.0 / 1024, 1e-14));
    }

    // The first values of SplitMix64 for seed 1234567, as published with its reference code.
    void randomNumbersAreTheKnownOnes() {
        QCOMPARE(randomBits(1234567, 0), std::uint64_t{6457827717110365317ULL});
        QCOMPARE(randomBits(1234567, 1), std::uint64_t{3203168211198807973ULL});
        for (std::uint64_t i = 0; i < 1000; ++i)
            QVERIFY(randomUnit(1, i) > 0 && randomUnit(1, i) < 1 && randomBelow(1, i, 3) < 3);
    }

    void theSameSeedGivesTheSameInterval() {
        std::vector<double> values;
        for (std::uint64_t i = 0; i < 40; ++i)
            values.push_back(normal(9, i));
        const auto one = medianInterval(values, 0.95, 1, 4), again = medianInterval(values, 0.95, 1, 4);
        QCOMPARE(one->low, again->low);
        QVERIFY(one->low < median(values) && median(values) < one->high);
        QVERIFY(!medianInterval(std::vector<double>(5, 1.0), 0.95, 1, 1).has_value());
    }

    void blocksGrowWithTheDependence() {
        std::vector<double> independent, dependent{0};
        for (std::uint64_t i = 0; i < 1000; ++i) {
            independent.push_back(normal(3, i));
            dependent.push_back(0.9 * dependent.back() + normal(4, i));
        }
        QCOMPARE(blockLength(independent), std::size_t{10});
        QVERIFY(blockLength(dependent) > 30);
        QCOMPARE(blockLength(std::vector<double>{1}), std::size_t{1});
    }

    // The sequential tests of the peers call a difference in 68–80 % of such runs; we may in 5 %.
    void anEndpointComparedWithItselfIsRarelyDifferent() {
        const int found = decided(200, 100, 1.0);
        QVERIFY2(found <= 10, qPrintable(QString::number(found)));
    }

    void aSlowdownOfATenthIsFound() {
        const int found = decided(200, 100, 1.1);
        QVERIFY2(found >= 180, qPrintable(QString::number(found)));
    }

    void theFasterOneIsNamedAndFewPairsSayNothing() {
        const PairedResult slower = comparePairs(session(1, 200, 1.5), 0.95, 1);
        QCOMPARE(orderingOf(slower, slower.p), Ordering::AFaster);
        QVERIFY(slower.interval.contains(1.5) && near(slower.ratio, 1.5, 0.1));
        const PairedResult faster = comparePairs(session(1, 200, 0.6), 0.95, 1);
        QCOMPARE(orderingOf(faster, faster.p), Ordering::BFaster);
        QCOMPARE(orderingOf(slower, 0.2), Ordering::Undecided); // after Holm
        const PairedResult few = comparePairs(session(1, 5, 3), 0.95, 1);
        QVERIFY(!few.enough());
        QCOMPARE(orderingOf(few, 0.0), Ordering::Undecided);
    }

    void fasterIsSaidOnlyAfterFiveSessions() {
        const std::vector<double> sessions{0.10, 0.12, 0.09, 0.11, 0.10};
        QVERIFY(!compareSessions(std::span(sessions).first(4)).enough());
        const SessionsResult five = compareSessions(sessions);
        QCOMPARE(orderingOf(five, five.p), Ordering::AFaster);
        QCOMPARE(orderingOf(five, 0.06), Ordering::Undecided); // after Holm
        // t = 0.104 / (0.0114018 / √5) = 20.396 with 4 degrees of freedom
        QVERIFY(near(five.p, 2 * studentBeyond(20.396, 4), 1e-8));
        QVERIFY(near(std::log(five.ratio), 0.104, 1e-12));
        // mean ± 2.776445 · sd / √5, sd = 0.0114018
        QVERIFY(near(std::log(five.interval.high), 0.104 + 2.776445 * 0.0114018 / std::sqrt(5.0), 1e-6));
        const SessionsResult mixed = compareSessions(std::vector<double>{0.1, -0.1, 0.2, -0.2, 0.05});
        QCOMPARE(orderingOf(mixed, mixed.p), Ordering::Undecided);
    }
};

PARALLAX_TEST(TestStatistics)

} // namespace test_statistics
#include "test_statistics.moc"
