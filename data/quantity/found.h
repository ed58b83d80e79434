// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "data/quantity/folded_text.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// A Quantity on the heap: it is large, and the grammar's functions hand it up through many hands. Boxes that
// were given back are used again, without malloc.
class BoxedQuantity {
  public:
    BoxedQuantity();

    Quantity* operator->() const { return m_quantity.get(); }
    Quantity& operator*() const { return *m_quantity; }

  private:
    struct GiveBack {
        void operator()(Quantity* quantity) const noexcept;
    };
    std::unique_ptr<Quantity, GiveBack> m_quantity;
};

// A quantity with its place in code points of the folded text; the span in bytes is filled in at the end.
struct Found {
    std::size_t begin = 0, end = 0;
    BoxedQuantity quantity;
    std::size_t resume = 0; // where to read on, when more was taken in than belongs to the span ("in 2025")
    std::size_t hedgeBegin = 0, hedgeEnd = 0;   // the word that hedges
    std::size_t periodBegin = 0, periodEnd = 0; // "in 2025"
    Decimal unitSize{1, 0}; // of the unit as written, in base units: 1e-3 of "950 ms", 1e-2 of "5 cents"
    int scale = 0;          // the power of ten written before it: 6 of "$900M"; 0: none, or none alone
};

} // namespace parallax::data
