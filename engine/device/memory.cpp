// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/memory.h"

#include <sys/mman.h>

#include <string>
#include <utility>

#include "base/error.h"

namespace parallax::device {

Memory::Memory(std::size_t bytes)
    : m_bytes(bytes) {
    if (bytes == 0)
        return;
    m_data =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (m_data == MAP_FAILED) {
        m_data = nullptr;
        throw Error(ErrorCode::ModelFailed, {"there is no memory for " + std::to_string(bytes) + " bytes"});
    }
#ifdef MADV_HUGEPAGE
    ::madvise(m_data, bytes, MADV_HUGEPAGE); // advice: without it all is right, and slower
#endif
}

Memory::~Memory() {
    if (m_data != nullptr)
        ::munmap(m_data, m_bytes);
}

Memory::Memory(Memory&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_bytes(std::exchange(other.m_bytes, 0)) {}

Memory& Memory::operator=(Memory&& other) noexcept {
    std::swap(m_data, other.m_data);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

} // namespace parallax::device
