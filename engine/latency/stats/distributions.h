// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace parallax::latency {

// Distributions from Boost.Math, kept to one file since its headers take seconds to compile.

double binomialAtMost(std::int64_t k, std::int64_t n, double p);  // P(X ≤ k), X of n trials
double binomialAtLeast(std::int64_t k, std::int64_t n, double p); // P(X ≥ k), without 1 − …
double betaQuantile(double probability, double a, double b);
double normalBeyond(double z);                           // P(Z > z)
double gammaQuantile(double probability, double shape);  // of scale 1
double studentBeyond(double t, double degreesOfFreedom); // P(T > t)
double studentQuantile(double probability, double degreesOfFreedom);

} // namespace parallax::latency
