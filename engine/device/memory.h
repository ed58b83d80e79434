// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace parallax::device {

// Zeroed memory that takes no room before it is touched, in large pages where the system has them: weights
// are read from one end to the other, and 4 KB pages cost a walk of the page tables for each.
class Memory {
  public:
    Memory() = default;
    explicit Memory(std::size_t bytes); // throws Error{ModelFailed} when there is none
    ~Memory();
    Memory(Memory&& other) noexcept;
    Memory& operator=(Memory&& other) noexcept;

    template <class T>
    T* as() const {
        return static_cast<T*>(m_data);
    }
    std::size_t bytes() const { return m_bytes; }

  private:
    void* m_data = nullptr;
    std::size_t m_bytes = 0;
};

} // namespace parallax::device
