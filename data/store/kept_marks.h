// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "data/store/check_rows.h"

namespace parallax::data {

// A mark hangs on the words of a statement (Check::fingerprint). A comma or a row's name may change while the
// statement stays: then it is known by its rule and its figures, and of several it is the nearest one.

// The figures that a check is about, however they are written: its rule, the amounts in its quotations and
// what was computed of them. Empty where there are none to know it by.
std::string figuresOf(const Check& check);

// A check whose fingerprint no row has.
struct NewCheck {
    const CheckForm* form = nullptr;
    const CheckPlace* place = nullptr;
    std::size_t index = 0; // in the caller's list
};

struct KeptMark {
    std::int64_t id = 0;   // the row, whose mark is the new check's by now
    std::size_t check = 0; // NewCheck::index
};

// Of the rows `gone`, which no check has any more, the marked ones that a new check continues; each of them
// continues in one place at most. Their marks are copied to the new fingerprints: should the old words come
// back, they are still marked.
std::vector<KeptMark> keepMarks(Library& library, std::vector<std::int64_t> gone,
                                const std::vector<NewCheck>& added);

} // namespace parallax::data
