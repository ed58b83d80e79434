// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace parallax::data {

// A closed interval of doubles, rounded outwards by every operation; an end may be infinite.
struct Interval {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool operator==(const Interval&) const = default;
};

} // namespace parallax::data
