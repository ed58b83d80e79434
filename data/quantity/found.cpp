// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/found.h"

#include <array>
#include <new>

namespace parallax::data {
namespace {

// A thread's empty boxes.
class Boxes {
  public:
    ~Boxes() {
        while (m_count > 0)
            ::operator delete(m_boxes[--m_count]);
    }
    void* take() { return m_count > 0 ? m_boxes[--m_count] : ::operator new(sizeof(Quantity)); }
    void giveBack(void* box) noexcept {
        if (m_count < m_boxes.size())
            m_boxes[m_count++] = box;
        else
            ::operator delete(box);
    }

  private:
    std::array<void*, 256> m_boxes{};
    std::size_t m_count = 0;
};

thread_local Boxes boxes;

} // namespace

BoxedQuantity::BoxedQuantity()
    : m_quantity(new(boxes.take()) Quantity) {}

void BoxedQuantity::GiveBack::operator()(Quantity* quantity) const noexcept {
    quantity->~Quantity();
    boxes.giveBack(quantity);
}

} // namespace parallax::data
