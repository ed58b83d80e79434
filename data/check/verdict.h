// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/check/check.h"
#include "data/check/reading.h"

namespace parallax::data {

// A value recomputed from what is stated elsewhere.
struct Computed {
    double face = 0;
    Interval strict, loose;
};

// Sets face, intervals, power, verdict, grade and colour: consistent where the strict intervals meet, loosely
// where only the loose ones do. Red needs a gap of more than 2 % of the recomputed value.
void judge(Check& check, const Computed& computed, const Reading& stated);

// A range against a range: each end by value; the worse end decides.
void judgeEnds(Check& check, const Computed& low, const Computed& high, const Reading& statedLow,
               const Reading& statedHigh);

// Every finding of words, labels and order: never red.
void makeAmber(Check& check);

// `face` rounds to what is written, either way at a tie.
bool roundsTo(double face, const Reading& stated);

// Distance of the loose intervals over the recomputed value.
double gapOf(const Computed& computed, const Interval& statedLoose);

} // namespace parallax::data
