// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "data/check/check.h"

namespace parallax::ui {

// The figures of a check by the interface language's locale: "71%", "$67.5 billion", "1.75×", "5 pp".
// `unit` is Check::unit.
QString unitSign(const std::string& unit); // "$", "×", "pp", else the unit itself
QString figureText(double value, const std::string& unit);
// "69.3–72.7%"; "at least 13%" where one end is open; empty where both are.
QString intervalText(const data::Interval& interval, const std::string& unit);
// "71% (69.3–72.7%)": the value recomputed and what the rounding of the figures allows; empty when nothing
// was computed.
QString computedText(const data::Check& check);
// The claim's own words, else how it may be read.
QString statedText(const data::Check& check);

// Whether the figures are written so coarsely that agreement says little: half the width of the computed
// interval is at least half of the value itself.
bool provesLittle(const data::Check& check);

} // namespace parallax::ui
