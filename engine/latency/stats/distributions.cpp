// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/distributions.h"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>

namespace parallax::latency {

double binomialAtMost(std::int64_t k, std::int64_t n, double p) {
    if (k < 0)
        return 0;
    if (k >= n)
        return 1;
    return boost::math::ibetac(static_cast<double>(k + 1), static_cast<double>(n - k), p);
}

double binomialAtLeast(std::int64_t k, std::int64_t n, double p) {
    if (k <= 0)
        return 1;
    if (k > n)
        return 0;
    return boost::math::ibeta(static_cast<double>(k), static_cast<double>(n - k + 1), p);
}

double betaQuantile(double probability, double a, double b) {
    return boost::math::ibeta_inv(a, b, probability);
}

double normalBeyond(double z) {
    return 0.5 * boost::math::erfc(z / std::sqrt(2.0));
}

double gammaQuantile(double probability, double shape) {
    return boost::math::gamma_p_inv(shape, probability);
}

double studentBeyond(double t, double degreesOfFreedom) {
    return boost::math::cdf(boost::math::complement(boost::math::students_t(degreesOfFreedom), t));
}

double studentQuantile(double probability, double degreesOfFreedom) {
    return boost::math::quantile(boost::math::students_t(degreesOfFreedom), probability);
}

} // namespace parallax::latency
