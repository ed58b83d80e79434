// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/pool.h"

#include <algorithm>
#include <utility>

namespace parallax::device {
namespace {

// Some 20 microseconds: longer than the gap between two stages of a decode step, shorter than a time slice.
constexpr int spins = 2000;

void relax() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

} // namespace

Pool::Pool(int threads) {
    for (int i = 1; i < threads; ++i)
        m_workers.emplace_back([this, i] { work(i); });
}

Pool::~Pool() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (auto& worker : m_workers)
        worker.join();
}

void Pool::takePieces(int thread) {
    try {
        for (std::size_t i = m_next.fetch_add(1); i < m_count; i = m_next.fetch_add(1))
            (*m_piece)(i, thread);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        if (!m_failure)
            m_failure = std::current_exception();
        m_next = m_count;
    }
}

void Pool::run(std::size_t count, const std::function<void(std::size_t, int)>& piece) {
    if (m_workers.empty() || count < 2) {
        for (std::size_t i = 0; i < count; ++i)
            piece(i, 0);
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_piece = &piece;
        m_count = count;
        m_next = 0;
        m_open = true;
        m_round.fetch_add(1);
    }
    m_wake.notify_all();
    takePieces(0);
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }
    for (int i = 0; i < spins && m_busy.load() != 0; ++i)
        relax();
    if (m_busy.load() != 0) {
        std::unique_lock lock(m_mutex);
        m_done.wait(lock, [this] { return m_busy.load() == 0; });
    }
    if (m_failure) // nobody else is in the round: no lock
        std::rethrow_exception(std::exchange(m_failure, nullptr));
}

void Pool::work(int thread) {
    unsigned seen = 0;
    for (;;) {
        for (int i = 0; i < spins && m_round.load() == seen && !m_stopping.load(); ++i)
            relax();
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return (m_open && m_round.load() != seen) || m_stopping.load(); });
            if (m_stopping.load())
                return;
            seen = m_round.load();
            m_busy.fetch_add(1);
        }
        takePieces(thread);
        if (m_busy.fetch_sub(1) == 1) {
            const std::lock_guard lock(m_mutex);
            m_done.notify_one();
        }
    }
}

} // namespace parallax::device
