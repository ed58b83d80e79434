// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace parallax::latency {

// Wilcoxon's signed-rank test (Biometrics Bulletin 1, 1945) of differences against a median of zero, two
// sided. Zeros are left out. Exact up to 50 differences without ties, else normal with the correction for
// ties and for continuity.
struct SignedRank {
    std::size_t n = 0;   // without zeros
    double positive = 0; // the sum of the ranks of positive differences
    double p = 1;
    bool exact = false;
};
SignedRank signedRankTest(std::span<const double> differences);

// The fewest pairs that can show anything at that level, all of them one way, where so many tests are made of
// them: the least p of n pairs is 2 / 2ⁿ, and Holm holds the least of all against level / tests.
std::size_t pairsToShow(std::size_t tests, double level = 0.05);

// Holm's step-down correction (Scandinavian Journal of Statistics 6, 1979): p-values to be compared with the
// level as they are, in the order given.
std::vector<double> holmAdjusted(std::span<const double> p);

} // namespace parallax::latency
