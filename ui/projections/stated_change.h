// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/store/table_store.h"

namespace parallax::ui {

// What a rounded figure may have been before it was rounded: half a unit of its last written digit each way.
struct WrittenInterval {
    double low = 0;
    double high = 0;
};
// `value` is what `text` says; its first digits tell how exactly. "$15B" for 15e9 gives 14.5e9 to 15.5e9.
WrittenInterval writtenInterval(std::string_view text, double value);

enum class Agreement {
    Unknown, // no change is stated, or it cannot be compared
    Agrees,  // some unrounded figures give both
    Differs
};

struct ChangeComparison {
    Agreement agreement = Agreement::Unknown;
    WrittenInterval recomputed; // percent that the two figures allow; points where they are shares
};

// Whether the change that is stated, in per cent or in points, can be that of the two figures as they were
// rounded. "+5%" between two shares may mean either.
ChangeComparison compareChange(const data::MarketFigure& figure);

} // namespace parallax::ui
